// SPDX-License-Identifier: MIT
//
// Two sealed files: what changed, school by school. Numbers are compared as the engine has them, and shown as it
// prints them; the cells that were filled in otherwise come first, as they are what somebody changed.

import type { Evaluation, Junheng, Unit } from "../../engine/junheng.d.ts";
import type { PageContext } from "../page_context.ts";
import type { SealedComparison } from "../publisher.d.ts";

type Change = SealedComparison["schools"][number];
type Half = Pick<PageContext, "data" | "evaluation" | "sums">;

export function compareSealed(engine: Junheng, before: Half, after: Half): SealedComparison {
  const same = (key: keyof PageContext["sums"]): boolean => before.sums[key] === after.sums[key];
  return {
    same: { data: same("data"), standard: same("standard"), engine: same("engine") },
    verdicts: pairs(verdicts(before.evaluation), verdicts(after.evaluation)).map(
      ({ key: [county], before, after }) => ({ county: county ?? null, before, after }),
    ),
    coefficients: pairs(coefficients(before.evaluation), coefficients(after.evaluation)).map(
      ({ key, before, after }) => ({
        county: key[0] ?? null,
        stage: key[1] ?? "",
        indicator: key[2] ?? "",
        before,
        after,
      }),
    ),
    cells: same("data") ? [] : cells(filled(engine, before), filled(engine, after)),
    schools: schools(before.evaluation, after.evaluation),
  };
}

type Keyed = Map<string, string | null>;
const keyOf = (...parts: (string | null)[]): string => JSON.stringify(parts);

/** Keys in the order of the first, then what only the second has; those that are the same in both are left out. */
function pairs(one: Keyed, other: Keyed): { key: (string | null)[]; before: string | null; after: string | null }[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((key) => ({
      key: JSON.parse(key) as (string | null)[],
      before: one.get(key) ?? null,
      after: other.get(key) ?? null,
    }))
    .filter(({ before, after }) => before !== after);
}

function verdicts({ counties }: Evaluation): Keyed {
  return new Map(counties.map((county) => [keyOf(county.name), county.verdict]));
}

function coefficients({ counties }: Evaluation): Keyed {
  return new Map(
    counties.flatMap((county) =>
      county.stages.flatMap((stage) =>
        stage.indicators.map((one) => [keyOf(county.name, stage.stage, one.id), one.cvText] as const),
      ),
    ),
  );
}

/** By county, school and stage; a second school of that name by its turn. */
function units({ counties }: Evaluation): Map<string, Unit> {
  const found = new Map<string, Unit>();
  for (const county of counties) {
    for (const unit of county.units ?? []) {
      let turn = 0;
      while (found.has(keyOf(county.name, unit.school, unit.stage, String(turn)))) turn += 1;
      found.set(keyOf(county.name, unit.school, unit.stage, String(turn)), unit);
    }
  }
  return found;
}

interface Row {
  readonly school: string;
  /** By the names of their columns. */
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Rows of schools by county and name, a second one by its turn. A table with a school a column has none here: what
 * follows from its cells is compared all the same.
 */
function filled(engine: Junheng, { data, evaluation }: Half): Map<string, Row> {
  const found = new Map<string, Row>();
  const names = (field: string): string[] =>
    evaluation.columns.flatMap((column) => (column.field === field ? [column.header] : []));
  const [counties, schools] = [names("county"), names("school")];
  const table = data.tables.map(({ name, text }) => ({ name, table: text }));
  const { sheets } = engine.read({ table, reading: data.reading, count: 1 });
  for (const [sheet, { rows: count, transposed }] of sheets.entries()) {
    if (transposed) continue;
    const { rows } = engine.read({ table, reading: data.reading, sheet, count, corrected: true });
    const heads = sheets.length === 1 ? evaluation.columns.map(({ header }) => header) : headsOf(rows);
    const text = (cells: readonly string[], of: readonly string[]): string =>
      cells[heads.findIndex((head) => of.includes(head))] ?? "";
    for (const { kind, cells } of rows) {
      if (kind !== "school") continue;
      const [county, school] = [text(cells, counties), text(cells, schools)];
      let turn = 0;
      while (found.has(keyOf(county, school, String(turn)))) turn += 1;
      const named = cells.flatMap((cell, at): [string, string][] => {
        const head = heads[at] ?? "";
        return head === "" || counties.includes(head) || schools.includes(head) ? [] : [[head, cell]];
      });
      found.set(keyOf(county, school, String(turn)), { school, cells: new Map(named) });
    }
  }
  return found;
}

/** Of a sheet among several: the lowest name that stands over each column. */
function headsOf(rows: ReturnType<Junheng["read"]>["rows"]): string[] {
  const heads: string[] = [];
  for (const { kind, cells } of rows)
    if (kind === "header") for (const [at, cell] of cells.entries()) if (cell.trim() !== "") heads[at] = cell.trim();
  return heads;
}

function cells(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): SealedComparison["cells"] {
  return [...before].flatMap(([key, row]) => {
    const other = after.get(key);
    if (other === undefined) return []; // said of the school itself
    return [...new Set([...row.cells.keys(), ...other.cells.keys()])]
      .map((column) => ({
        school: row.school,
        column,
        before: row.cells.get(column) ?? null,
        after: other.cells.get(column) ?? null,
      }))
      .filter((cell) => cell.before !== cell.after);
  });
}

function schools(one: Evaluation, other: Evaluation): Change[] {
  const [before, after] = [units(one), units(other)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Change[] => {
    const [a, b] = [before.get(key), after.get(key)];
    const { school, stage } = (a ?? b) as Unit;
    const change = (what: string, left: string | null, right: string | null): Change => ({
      school: school ?? "",
      stage,
      what,
      before: left,
      after: right,
    });
    if (a === undefined || b === undefined)
      return [change("there", a === undefined ? null : "yes", b === undefined ? null : "yes")];
    const text = (number: number | null): string | null => (number === null ? null : String(number));
    const ids = [...new Set([...a.values, ...b.values].map(({ id }) => id))];
    const values = ids.flatMap((id) => {
      const [left, right] = [a, b].map((unit) => unit.values.find((value) => value.id === id));
      // The same on the screen may still be another number.
      return left?.value === right?.value ? [] : [change(id, left?.text ?? null, right?.text ?? null)];
    });
    return [
      ...(a.pupils === b.pupils ? [] : [change("pupils", text(a.pupils), text(b.pupils))]),
      ...(a.verdict === b.verdict ? [] : [change("verdict", a.verdict, b.verdict)]),
      ...values,
    ];
  });
}
