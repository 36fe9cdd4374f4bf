// SPDX-License-Identifier: MIT
//
// What a person filled in beside a table, and what of it still holds when another table of the same county takes its
// place. What is said of a row goes along only where the row is of the same school: a remark must never come to stand at
// another one.

import type { Calculator } from "./calculator.ts";
import { kNoDecisions } from "./project.ts";
import type { Decisions } from "./project.ts";
import type { Result } from "./result.ts";

/** How many of each. */
export interface Filled {
  readonly facts: number;
  readonly remarks: number;
  readonly scenarios: number;
  readonly options: number;
}

/** Kinds of facts in junheng.project/1; all other keys of a county but its name are facts themselves. */
const kGroups = ["facts", "items", "coefficients", "scores"];

function factsOf(text: string): number {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return text.split("\n").filter((line) => line.trim() !== "").length; // a table of name, unit and value
  }
  const counties = (Array.isArray(json) ? json : [json]) as unknown[];
  const keysOf = (value: unknown): string[] => (typeof value === "object" && value !== null ? Object.keys(value) : []);
  return counties.reduce<number>((sum, county) => {
    const own = keysOf(county).filter((key) => key !== "name" && !kGroups.includes(key));
    const grouped = kGroups.flatMap((key) => keysOf((county as Record<string, unknown> | null)?.[key]));
    return sum + own.length + grouped.length;
  }, 0);
}

export function filledOf({ county, remarks, scenarios, options }: Decisions): Filled {
  return {
    facts: factsOf(county),
    remarks: remarks.length,
    scenarios: scenarios.length,
    options: Object.keys(options).length,
  };
}

export function countOf({ facts, remarks, scenarios, options }: Filled): number {
  return facts + remarks + scenarios + options;
}

/** Rows of new schools in scenarios have such numbers; the core's kAddedLine. */
const kAddedRow = 900_000_000;

interface Scenario {
  readonly changes?: readonly { readonly row?: number }[];
}

/** Without a sheet the row is counted on from sheet to sheet, as those of scenarios are. */
const placeOf = (sheet: number | null, row: number): string => `${sheet ?? ""}:${row}`;
const rowsOf = (scenario: unknown): number[] =>
  ((scenario as Scenario | null)?.changes ?? []).map(({ row = 0 }) => row).filter((row) => row < kAddedRow);

/** The words that a row begins with: county, school, type, whichever there are. */
function labelOf(calculator: Calculator, sheet: number, row: number): string {
  const found = calculator.rows({ sheet, row, count: 1, corrected: true }).rows.find((one) => one.row === row);
  const words = (found?.cells ?? []).filter((cell) => /\p{L}/u.test(cell));
  return words.slice(0, 2).join("\t");
}

function countedOn(calculator: Calculator, row: number): string {
  const { sheets } = calculator.rows({ count: 0 });
  const after = sheets.findIndex(({ rowsBefore }) => rowsBefore >= row);
  const sheet = (after < 0 ? sheets.length : after) - 1;
  return labelOf(calculator, Math.max(sheet, 0), row - (sheets[sheet]?.rowsBefore ?? 0));
}

/** What a result is of, kept for when another one has taken its place. */
export interface Standing {
  readonly counties: readonly string[];
  readonly schools: ReadonlySet<string>;
  /** Of the rows that something was said of. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Schools that are looked at where no county is named. */
const kSchools = 3000;

function countiesOf(result: Result): string[] {
  return Array.from({ length: result.countyCount }, (_, at) => result.summary.counties.at(at) ?? "");
}

function schoolsOf(result: Result): Set<string> {
  return new Set(result.units(0, 0, kSchools).flatMap(({ school }) => (school === null ? [] : [school])));
}

export function standingOf(calculator: Calculator, { remarks, scenarios }: Decisions): Standing | null {
  const result = calculator.result();
  if (result === null) return null;
  const counties = countiesOf(result);
  const labels = new Map([
    ...remarks.map(({ sheet = 0, row }) => [placeOf(sheet, row), labelOf(calculator, sheet, row)] as const),
    ...scenarios.flatMap(rowsOf).map((row) => [placeOf(null, row), countedOn(calculator, row)] as const),
  ]);
  return {
    counties,
    schools: counties.join("") === "" ? schoolsOf(result) : new Set(),
    labels,
  };
}

/** By their names, where the tables name counties; else most schools of the shorter table are in the other one. */
export function sameCounty(before: Standing, result: Result): boolean {
  const counties = countiesOf(result);
  if (before.counties.join("") !== "" || counties.join("") !== "")
    return [...before.counties].sort().join("\n") === counties.sort().join("\n");
  const schools = schoolsOf(result);
  const both = [...schools].filter((school) => before.schools.has(school)).length;
  return both * 2 > Math.min(schools.size, before.schools.size);
}

/** What holds of the new table, too, and how many remarks and scenarios do not, because their schools stand elsewhere. */
export function carriedOver(
  decisions: Decisions,
  before: Standing,
  calculator: Calculator,
): { readonly decisions: Decisions; readonly left: number } {
  const { county, previous, options } = decisions;
  const holds = (place: string, label: string): boolean => label !== "" && label === before.labels.get(place);
  // A row of 0 is the table as a whole.
  const remarks = decisions.remarks.filter(
    ({ sheet = 0, row }) => !row || holds(placeOf(sheet, row), labelOf(calculator, sheet, row)),
  );
  const scenarios = decisions.scenarios.filter((scenario) =>
    rowsOf(scenario).every((row) => holds(placeOf(null, row), countedOn(calculator, row))),
  );
  const left = decisions.remarks.length + decisions.scenarios.length - remarks.length - scenarios.length;
  return { decisions: { ...kNoDecisions, county, previous, options, remarks, scenarios }, left };
}
