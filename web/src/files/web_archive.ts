// SPDX-License-Identifier: MIT
//
// Web archives (.mht, .mhtml): a workbook or a page that was saved as "单个文件网页", written like a mail with parts. Its
// pages are given on as they are: the core takes tables in pages apart anyway. RFC 2045 to 2047, RFC 2557.

import { type Budget, refuse } from "./refusal.ts";
import type { Sheet } from "./sheet_cells.ts";
import { tablesOf, type PageSheet } from "./web_page.ts";

const kHead = 8192;
const kMostParts = 10_000;
const kDeepest = 8;
const kHeaders = /^(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+/;

export function isWebArchive(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, kHead))
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  return /^mime-version:/im.test(kHeaders.exec(head)?.[0] ?? "");
}

interface Part {
  readonly type: string;
  /** Where other parts look for it: an address, or an id. */
  readonly names: readonly string[];
  readonly bytes: Uint8Array;
  readonly charset: string;
}

export function readWebArchive(bytes: Uint8Array, budget: Budget): Sheet[] {
  budget.takeBytes(bytes.length);
  const parts: Part[] = [];
  addParts(
    latin(bytes)
      .replace(/^\xef\xbb\xbf/, "")
      .trimStart(),
    parts,
    budget,
    0,
  );
  const pages = parts.filter(({ type }) => type === "text/html" || type === "application/xhtml+xml" || type === "");
  const [first] = pages;
  if (first === undefined) refuse("no_table");
  const texts = new Map(pages.map((page) => [page, pageText(page)]));
  const listed = tablesOf(texts.get(first) ?? "");
  const addresses = pages.map((page) => ({ page, names: page.names.map(plain) }));
  const named = listed.flatMap((sheet): [PageSheet, string][] => {
    budget.takeSteps(pages.length);
    const file = plain(sheet.file);
    const page = addresses.find(({ names }) => names.some((name) => isSame(name, file)))?.page;
    if (page === undefined && sheet.file !== "") refuse("damaged", { part: sheet.name }); // cut off
    return page === undefined ? [] : [[sheet, texts.get(page) ?? ""]];
  });
  // Without a list every page with a table is one: that of the names of sheets is no sheet.
  const found: [PageSheet, string][] =
    named.length > 0
      ? named
      : pages
          .filter((page) => !page.names.some((name) => /tabstrip\.html?$/i.test(name)))
          .map((page, i) => [
            listed[i] ?? { name: pages.length > 1 ? lastOf(page.names[0] ?? "") : "", file: "" },
            texts.get(page) ?? "",
          ]);
  const filled = found.filter(([, html]) => /<table[\s>]/i.test(html));
  if (filled.length === 0) refuse("no_table");
  return filled.map(([{ name }, html]) => sheetOf(name, html, budget));
}

function sheetOf(name: string, html: string, budget: Budget): Sheet {
  budget.takeSheet();
  budget.takeText(html.length);
  let rows = 0;
  for (const tag = /<tr[\s>]/gi; tag.test(html);) rows += 1;
  const hidden = /<x:Visible>\s*Sheet(Very)?Hidden/i.test(html);
  return { name, hidden, rows, columns: 1, html: new TextEncoder().encode(html) };
}

function latin(bytes: Uint8Array): string {
  // The label "latin1" means Windows-1252, where 27 bytes are other characters: not the bytes themselves.
  let text = "";
  for (let at = 0; at < bytes.length; at += kHead) text += String.fromCharCode(...bytes.subarray(at, at + kHead));
  return text;
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** `text`: bytes as characters. Parts may have parts. */
function addParts(text: string, parts: Part[], budget: Budget, depth: number): void {
  const [headers = ""] = kHeaders.exec(text) ?? [];
  const body = text.slice(headers.length).replace(/^\r?\n/, "");
  const type = header(headers, "content-type");
  const boundary = parameter(type, "boundary");
  if (/^multipart\//i.test(type) && boundary !== "" && depth < kDeepest) {
    for (const inner of between(body, boundary)) addParts(inner, parts, budget, depth + 1);
    return;
  }
  const bytes = decoded(body, header(headers, "content-transfer-encoding"));
  budget.takeBytes(bytes.length);
  const names = [header(headers, "content-location"), header(headers, "content-id").replace(/[<>]/g, "")];
  parts.push({
    type: (type.split(";")[0] ?? "").trim().toLowerCase(),
    names: names.filter((name) => name !== ""),
    bytes,
    charset: parameter(type, "charset"),
  });
  if (parts.length > kMostParts) refuse("too_many_parts", { found: parts.length, limit: kMostParts });
}

/** What stands between lines of the boundary; the last one may be cut off. */
function between(body: string, boundary: string): string[] {
  const mark = `--${boundary}`;
  const found: string[] = [];
  let from = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== "\n") continue;
    if (from >= 0) found.push(body.slice(from, at));
    if (body.startsWith("--", at + mark.length)) return found;
    const line = body.indexOf("\n", at);
    from = line < 0 ? body.length : line + 1;
    if (found.length > kMostParts) refuse("too_many_parts", { found: found.length, limit: kMostParts });
  }
  if (from >= 0) found.push(body.slice(from));
  return found;
}

function header(headers: string, name: string): string {
  const found = new RegExp(`^${name}:([^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)`, "im").exec(headers);
  return (found?.[1] ?? "").replace(/\r?\n[ \t]+/g, " ").trim();
}

function parameter(value: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(value);
  return found?.[1] ?? found?.[2] ?? "";
}

function decoded(body: string, encoding: string): Uint8Array {
  if (/^base64$/i.test(encoding)) {
    // What is no letter of it is skipped, and a cut end is left out.
    const letters = body.replace(/[^A-Za-z0-9+/]/g, "");
    return bytesOf(atob(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0))));
  }
  if (!/^quoted-printable$/i.test(encoding)) return bytesOf(body);
  const joined = body.replace(/=[ \t]*\r?\n/g, "");
  return bytesOf(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

/** By what the part says, then by what the page says; without either it is UTF-8 where it can be, and GB18030. */
function pageText({ bytes, charset }: Part): string {
  const utf8 = textIn("utf-8", bytes, true);
  if (utf8 !== null) return utf8;
  const said = /<meta[^<>]+charset\s*=\s*["']?([\w-]+)/i.exec(latin(bytes.subarray(0, kHead)))?.[1] ?? "";
  const label = [charset, said, "gb18030"].find((one) => one !== "") ?? "gb18030";
  return textIn(label, bytes, false) ?? textIn("gb18030", bytes, false) ?? "";
}

function textIn(label: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null; // damaged, or an encoding nobody knows
  }
}

function lastOf(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1).replace(/\.html?$/i, "");
}

/** The list gives addresses relative to the archive's own, or of the form cid:… */
function isSame(name: string, file: string): boolean {
  return file !== "" && (name === file || name.endsWith(`/${file}`));
}

function plain(address: string): string {
  const short = address.replace(/^cid:/i, "").replaceAll("\\", "/").toLowerCase();
  try {
    return decodeURI(short);
  } catch {
    return short; // a % that stands for itself
  }
}
