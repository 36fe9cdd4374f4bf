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
  readonly remarks: readonly { code: string; row: number; indicator: string; text: string }[];
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
}

export function projectOf(
  name: string,
  standard: string,
  sheets: readonly SheetInput[],
  decisions: Decisions,
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
  };
}

/** Files of earlier versions say "no header chosen" as the rows 0 to 0; rows count from 1. */
export function soundReading(reading: Reading): Reading {
  const { header, ...rest } = reading;
  return header !== undefined && header.row > 0 ? reading : rest;
}

/** What is no decision of this kind counts as none. */
export function decisionsOf(value: Partial<Decisions>): Decisions {
  const object = (one: unknown): object | null =>
    typeof one === "object" && one !== null && !Array.isArray(one) ? one : null;
  const text = (one: unknown): string => (typeof one === "string" ? one : "");
  return {
    reading: soundReading((object(value.reading) ?? {}) as Reading),
    options: (object(value.options) ?? {}) as Record<string, string>,
    county: text(value.county),
    previous: text(value.previous),
    remarks: Array.isArray(value.remarks) ? value.remarks : [],
    scenarios: Array.isArray(value.scenarios) ? value.scenarios : [],
  };
}

export function projectText(project: Project): string {
  return `${JSON.stringify(project, null, 1)}\n`;
}

/** Null: not a project of this version. What is missing counts as empty. */
export function readProject(text: string): Project | null {
  let json: Partial<Project> | null;
  try {
    json = JSON.parse(text) as Partial<Project> | null;
  } catch {
    return null;
  }
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
