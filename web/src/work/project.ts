// SPDX-License-Identifier: MIT
//
// A county's work as a file, junheng.project/1 (core/include/junheng/project.h): tables as they came, decisions, standard.

import type { Reading, SheetInput } from "../engine/junheng.d.ts";
import type { Source } from "./sources.ts";

/** All that a person decided and added to the tables. */
export interface Decisions {
  readonly reading: Reading;
  readonly options: Record<string, string>;
  /** The county's facts: JSON, or a table as text. */
  readonly county: string;
  readonly previous: string;
  readonly remarks: readonly { code: string; sheet?: number; row: number; indicator: string; text: string }[];
  /** Written and read by the core alone. */
  readonly scenarios: readonly unknown[];
}

export const kNoDecisions: Decisions = {
  reading: {},
  options: {},
  county: "",
  previous: "",
  remarks: [],
  scenarios: [],
};

interface ProjectTable {
  /** Of the sheet; of the file in files of earlier versions. */
  readonly name: string;
  readonly text: string;
  readonly file?: string;
}

export interface Project extends Decisions {
  readonly schema: "junheng.project/1";
  readonly name: string;
  readonly standard: string;
  readonly tables: readonly ProjectTable[];
  /** Files of its standard, where it is one's own: parents first. */
  readonly ownStandards: readonly string[];
  /** Named versions of it, not looked into (versions_file.ts). */
  readonly versions?: readonly unknown[];
}

export function projectOf(
  name: string,
  standard: string,
  sheets: readonly SheetInput[],
  decisions: Decisions,
  ownStandards: readonly string[],
): Project {
  const text = (table: string | Uint8Array): string =>
    typeof table === "string" ? table : new TextDecoder("utf-8", { ignoreBOM: true }).decode(table);
  return {
    schema: "junheng.project/1",
    name,
    standard,
    tables: sheets.map(({ file = "", name = "", table }) => ({
      name,
      text: text(table),
      ...(file === "" ? {} : { file }),
    })),
    ...decisions,
    ownStandards,
  };
}

/** Files of earlier versions say "no header chosen" as the rows 0 to 0; rows count from 1. */
export function soundReading(reading: Reading): Reading {
  const { header, ...rest } = reading;
  return header?.row === 0 ? rest : reading;
}

/** As in the core (limits.h): deeper ones are no JSON to us, and nothing here that calls itself could follow them. */
const kDeepest = 256;

/** Whether values lie in one another so deep that nobody can have meant it. */
function isDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > kDeepest) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}

/**
 * Decisions from wherever they come, with what is missing as nothing. They are not looked into: what each may be the core
 * knows, and says of which it is not (Junheng.decisions, decision_refused); until then any of them may be of any kind.
 */
export function decisionsOf(value: Partial<Record<keyof Decisions, unknown>>): Decisions {
  if (isDeep(value)) return kNoDecisions;
  const { reading, options, county, previous, remarks, scenarios } = value as Partial<Decisions>;
  return {
    reading: soundReading(reading ?? kNoDecisions.reading),
    options: options ?? kNoDecisions.options,
    county: county ?? kNoDecisions.county,
    previous: previous ?? kNoDecisions.previous,
    remarks: remarks ?? kNoDecisions.remarks,
    scenarios: scenarios ?? kNoDecisions.scenarios,
  };
}

export function projectText(project: Project): string {
  return `${JSON.stringify(project, null, 1)}\n`;
}

/** Those that are texts, of whatever it is. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

/** Null: not a project of this version. What is missing counts as empty. */
export function readProject(text: string): Project | null {
  try {
    return soundProject(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The same of what is read already. */
export function soundProject(value: unknown): Project | null {
  const json = value as Partial<Project> | null;
  if (isDeep(json)) return null;
  if (typeof json !== "object" || json?.schema !== "junheng.project/1" || !Array.isArray(json.tables)) return null;
  const tables = json.tables
    .filter((table) => typeof table?.text === "string")
    .map(({ name, text: cells, file }) => ({
      name: typeof name === "string" ? name : "",
      text: cells,
      ...(typeof file === "string" && file !== "" ? { file } : {}),
    }));
  return {
    schema: "junheng.project/1",
    name: typeof json.name === "string" ? json.name : "",
    standard: typeof json.standard === "string" ? json.standard : "",
    tables,
    ...decisionsOf(json),
    ownStandards: textsOf(json.ownStandards),
    ...(Array.isArray(json.versions) && json.versions.length > 0 ? { versions: json.versions } : {}),
  };
}

export function sourcesOf(project: Project): Source[] {
  return project.tables.map(({ name, text, file }) => ({
    name: file ?? name,
    bytes: null,
    encoding: null,
    sheets: [{ name: file === undefined ? "" : name, table: text, chosen: true }],
  }));
}
