// SPDX-License-Identifier: MIT
//
// What a command line says of the evaluation itself, read once and handed to every worker as plain data.

import { loadJunheng } from "../engine/junheng.js";
import { decode } from "../engine/decode.ts";
import type { Encoding, EvaluateRequest, Junheng, OpenRequest, Text } from "../engine/junheng.d.ts";
import { requestOf } from "../work/calculator.ts";
import { kNoDecisions } from "../work/project.ts";
import type { Decisions } from "../work/project.ts";
import type { Asked } from "./command.ts";
import { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";
import type { Gathered } from "./input.ts";
import { gathered, readInput } from "./input.ts";
import { usage } from "./options.ts";

export interface Settings {
  /** Empty: the project's own, or the engine's default. */
  readonly standard: string;
  /** Files of standards of one's own, parents first. */
  readonly own: readonly string[];
  readonly county: string;
  readonly previous: string;
  readonly options: Readonly<Record<string, string>>;
  readonly encoding: Encoding | undefined;
}

export async function settingsOf(asked: Asked): Promise<Settings> {
  const own: string[] = [];
  let standard = "";
  for (const named of asked.values("standard")) {
    if (!/\.json$/i.test(named)) {
      standard = named;
      continue;
    }
    const text = await textOf(named);
    own.push(text);
    standard = idOf(named, text);
  }
  const file = async (name: string): Promise<string> => {
    const path = asked.value(name);
    return path === undefined ? "" : textOf(path);
  };
  const options: Record<string, string> = {};
  for (const pair of asked.values("option")) {
    const [, name, choice] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
    const found = inertLine(pair);
    if (name === undefined || choice === undefined)
      throw usage({ zh: `--option 应为 名称=取值，不是“${found}”。`, en: `--option is NAME=CHOICE, not “${found}”.` });
    options[name] = choice;
  }
  return {
    standard,
    own,
    county: await file("county"),
    previous: await file("previous"),
    options,
    encoding: asked.value("encoding") as Encoding | undefined,
  };
}

/** Texts in any encoding. What is none, as a workbook, would be read as nothing at all. */
async function textOf(path: string): Promise<string> {
  const { bytes } = await readInput(path);
  const { bytes: text, encoding } = decode(bytes);
  const name = inertLine(path);
  if (encoding === null || bytes.includes(0, encoding.startsWith("utf-16") ? bytes.length : 0))
    throw new Stop("data", {
      zh: `“${name}”不是文本文件：请另存为 CSV 或 TSV，办法请用 .json 文件。`,
      en: `“${name}” is no text: save it as CSV or TSV; a standard is a .json file.`,
    });
  return new TextDecoder().decode(text);
}

function idOf(path: string, text: string): string {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    if (typeof id === "string") return id;
  } catch {
    // said below, with the same sentence: the engine lists faults only of what it can call by an id
  }
  const name = inertLine(path);
  throw new Stop("data", { zh: `“${name}”不是办法文件：没有 id。`, en: `“${name}” is no standard: it has no id.` });
}

export async function engineWith({ own }: Pick<Settings, "own">): Promise<Junheng> {
  const engine = await loadJunheng();
  addStandards(engine, own);
  return engine;
}

/** Those of the command line, or of a project that is read. */
export function addStandards(engine: Pick<Junheng, "addStandard">, texts: readonly string[]): void {
  for (const text of texts) {
    const [fault] = engine.addStandard(text);
    if (fault !== undefined) throw new Stop("data", fault.message);
  }
}

/** The id that holds; refused where the engine does not know it, because a batch would say so a thousand times. */
export function standardOf(engine: Junheng, settings: Pick<Settings, "standard">, project = ""): string {
  const known = engine.standards().map(({ id }) => id);
  const wanted = settings.standard || project || (known[0] ?? "");
  if (known.includes(wanted)) return wanted;
  const [found, list] = [inertLine(wanted), known.join(" ")];
  throw usage({
    zh: `没有“${found}”这个办法，可用：${list}。`,
    en: `There is no standard “${found}”; known: ${list}.`,
  });
}

/** What the command line says goes before what a project says. */
export function decisionsWith(settings: Settings, { decisions }: Pick<Gathered, "decisions">): Decisions {
  return {
    ...decisions,
    options: { ...decisions.options, ...settings.options },
    county: settings.county || decisions.county,
    previous: settings.previous || decisions.previous,
  };
}

/** One input as the engine is asked for it: tables, or a project with its own decisions. */
export async function workOf(
  engine: Junheng,
  settings: Settings,
  named: string,
): Promise<{
  readonly name: string;
  readonly notes: readonly Text[];
  readonly request: OpenRequest;
  /** Of a project, for another module that is to judge by them. */
  readonly ownStandards: readonly string[];
}> {
  const input = await readInput(named);
  const tables = await gathered([input], settings.encoding);
  addStandards(engine, tables.ownStandards);
  const standard = standardOf(engine, settings, tables.standard);
  const decisions = decisionsWith(settings, tables);
  const request = requestOf({ sheets: tables.sheets, name: input.name, decisions, standard });
  return { name: input.name, notes: tables.notes, request, ownStandards: tables.ownStandards };
}

/** For tables that come without a project. */
export function askedOf(settings: Settings, standard: string): Omit<EvaluateRequest, "table" | "detail"> {
  const { reading, options, county, previous } = decisionsWith(settings, { decisions: kNoDecisions });
  return { standard, reading, options, county, previous };
}
