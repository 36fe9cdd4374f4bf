// SPDX-License-Identifier: MIT
//
// The file of a standard of one's own: made from what was entered, or a loaded one changed in the places that were.

import type { Standard } from "../engine/junheng.d.ts";
import type { EditableLimit } from "./limits.ts";
import { plainNumber, shareOf } from "./limits.ts";

export interface OwnNames {
  id: string;
  zh: string;
  en: string;
  /** The paper it stands in. */
  document: string;
}

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };
type Rows = { [key: string]: Json };

/** What stands on somebody's own paper; secondary, as nobody here has seen it. */
const kOwnSource = "own-document";
const kConfidence = "S";

const isRow = (value: Json | undefined): value is Rows =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where a pointer of the engine leads to: by the places in the lists of the file that was made. */
export interface MadeFile {
  readonly text: string;
  /** Key of the limit by JSON pointer. */
  readonly pointers: ReadonlyMap<string, string>;
}

/** Null: no file of a standard. */
export function namesOfFile(text: string): OwnNames | null {
  const file = parsed(text);
  if (file === null) return null;
  const title = isRow(file["title"]) ? file["title"] : {};
  const document = isRow(file["document"]) ? file["document"] : {};
  const said = (value: Json | undefined): string => (typeof value === "string" ? value : "");
  return { id: said(file["id"]), zh: said(title["zh"]), en: said(title["en"]), document: said(document["zh"]) };
}

/** Id of the one that it is made from; null: it stands alone. */
export function parentOfFile(text: string): string | null {
  const parent = parsed(text)?.["parent"];
  return typeof parent === "string" ? parent : null;
}

function parsed(text: string): Rows | null {
  try {
    const file = JSON.parse(text) as Json;
    return isRow(file) ? file : null;
  } catch {
    return null;
  }
}

/**
 * `before`: the file that is changed; null: a new one, made from `base`. `entered`: the text of each limit by its key.
 * What is as in the base stands in no file that has one: another base's number could be meant one day.
 */
export function ownFile(
  before: string | null,
  base: Standard,
  names: OwnNames,
  limits: readonly EditableLimit[],
  entered: ReadonlyMap<string, string>,
): MadeFile {
  const file: Rows = (before === null ? null : parsed(before)) ?? {
    schema: "junheng.standard/1",
    id: "",
    parent: base.id,
  };
  const alone = file["parent"] === undefined;
  file["id"] = names.id;
  file["title"] = { zh: names.zh, en: names.en === "" ? names.zh : names.en };
  file["document"] = { zh: names.document, en: names.document };
  const pointers = new Map<string, string>();
  let cites = false;
  for (const limit of limits) {
    const text = entered.get(limit.key) ?? limit.text;
    if (!alone && plainNumber(text) === plainNumber(limit.text)) {
      remove(file, limit.path);
      continue;
    }
    const at = place(file, limit.path);
    const value = limit.percent ? shareOf(plainNumber(text)) : text.normalize("NFKC").trim(); // digits as typed
    cites ||= !alone;
    // It stays as the file writes it.
    if (isSame(at.holder[at.last], plainNumber(value))) continue;
    cites = true;
    const citation = { source: kOwnSource, confidence: kConfidence };
    if (limit.kind === "meetAtLeast" || limit.kind === "floor" || at.last === "value") {
      at.holder[at.last] = limit.kind === "meetAtLeast" && /^\d{1,3}$/.test(value) ? Number(value) : value;
      Object.assign(at.holder, citation);
      pointers.set(at.pointer, limit.key);
    } else {
      at.holder[at.last] = { value, ...citation };
      pointers.set(`${at.pointer}/value`, limit.key);
    }
  }
  if (cites) cite(file, names.document);
  return { text: `${JSON.stringify(file, null, 2)}\n`, pointers };
}

function isSame(value: Json | undefined, text: string): boolean {
  const written = isRow(value) ? value["value"] : value;
  return (typeof written === "string" || typeof written === "number") && plainNumber(String(written)) === text;
}

function cite(file: Rows, document: string): void {
  const sources = Array.isArray(file["sources"]) ? file["sources"] : [];
  const others = sources.filter((one) => !isRow(one) || one["id"] !== kOwnSource);
  file["sources"] = [...others, { id: kOwnSource, zh: document, en: document }];
}

interface Place {
  readonly holder: Rows;
  readonly last: string;
  readonly pointer: string;
}

/** Makes what is missing on the way. */
function place(file: Rows, path: readonly string[]): Place {
  let holder = file;
  let pointer = "";
  for (let i = 0; i + 1 < path.length; i += 1) {
    const step = path[i]!;
    const next = path[i + 1]!;
    pointer += `/${step}`;
    if (next.startsWith("@")) {
      const list = Array.isArray(holder[step]) ? holder[step] : [];
      holder[step] = list;
      let at = list.findIndex((one) => isRow(one) && one["id"] === next.slice(1));
      if (at < 0) at = list.push({ id: next.slice(1) }) - 1;
      holder = list[at] as Rows;
      pointer += `/${at}`;
      i += 1;
    } else {
      const inner = holder[step];
      holder = isRow(inner) ? inner : ((holder[step] = {}) as Rows);
    }
  }
  const last = path.at(-1)!;
  return { holder, last, pointer: `${pointer}/${last}` };
}

/** With whatever is empty afterwards; a row that says nothing but its id says nothing. */
function remove(holder: Rows, path: readonly string[]): void {
  const [step = "", ...rest] = path;
  const [next] = rest;
  const inner = holder[step];
  if (next === undefined) {
    delete holder[step];
    const says = Object.keys(holder).some((key) => !["id", "source", "confidence"].includes(key));
    if (!says) for (const key of ["source", "confidence"]) delete holder[key];
  } else if (next.startsWith("@") && Array.isArray(inner)) {
    const at = inner.findIndex((one) => isRow(one) && one["id"] === next.slice(1));
    const found = inner[at];
    if (!isRow(found)) return;
    remove(found, rest.slice(1));
    if (Object.keys(found).every((key) => key === "id")) inner.splice(at, 1);
    if (inner.length === 0) delete holder[step];
  } else if (isRow(inner)) {
    remove(inner, rest);
    if (Object.keys(inner).length === 0) delete holder[step];
  }
}
