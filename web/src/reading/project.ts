// SPDX-License-Identifier: MIT
//
// A county's work as a file, junheng.project/1 (core/include/junheng/project.h): tables as they came, decisions, standard.

import type { Reading, SheetInput } from "../engine/junheng.d.ts";
import type { Source } from "./sources.ts";

export interface Project {
  schema: "junheng.project/1";
  name: string;
  standard: string;
  options: Record<string, string>;
  tables: { name: string; text: string }[];
  reading: Reading;
  county: string;
  previous: string;
  remarks: { code: string; row: number; indicator: string; text: string }[];
}

export function projectOf(name: string, standard: string, sheets: readonly SheetInput[], reading: Reading): Project {
  const text = (table: string | Uint8Array): string =>
    typeof table === "string" ? table : new TextDecoder("utf-8", { ignoreBOM: true }).decode(table);
  return {
    schema: "junheng.project/1",
    name,
    standard,
    options: {},
    tables: sheets.map((sheet) => ({ name: sheet.name ?? "", text: text(sheet.table) })),
    reading,
    county: "",
    previous: "",
    remarks: [],
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
    .map((table) => ({ name: typeof table.name === "string" ? table.name : "", text: table.text }));
  return {
    schema: "junheng.project/1",
    name: typeof json.name === "string" ? json.name : "",
    standard: typeof json.standard === "string" ? json.standard : "",
    options: json.options ?? {},
    tables,
    reading: json.reading ?? {},
    county: json.county ?? "",
    previous: json.previous ?? "",
    remarks: json.remarks ?? [],
  };
}

export function sourcesOf(project: Project): Source[] {
  return project.tables.map(({ name, text }) => ({
    name,
    bytes: null,
    encoding: null,
    sheets: [{ name: "", table: text, chosen: true }],
  }));
}
