// SPDX-License-Identifier: MIT
//
// One number of a school is another one: the same tables with that cell corrected, evaluated beside what is shown.

import type { Junheng, OpenEvaluation, OpenRequest, Stage, Unit } from "../engine/junheng.d.ts";

/** A number that stands in a cell of the tables, as an evaluation names it. */
export interface SchoolNumber {
  readonly field: string;
  /** Of its column; null: of the school as a whole. */
  readonly stage: Stage | null;
  /** Of its column, as the table has it. */
  readonly header: string;
  readonly found: string;
  /** From 0. */
  readonly sheet: number;
  readonly row: number;
}

/** Stands in the explanations of a unit, by which it is found again. */
interface Place {
  readonly county: number;
  readonly unit: number;
}

/** Where the units stand in the evaluation of a county; a unit that is not there is left out. */
function placesOf(evaluation: OpenEvaluation, county: number, units: readonly Unit[]): Place[] {
  const columns = evaluation.units(county);
  if (columns === null) return [];
  const isUnit = (at: number, { row, stage, school }: Unit): boolean =>
    columns.row[at] === row &&
    (columns.codes.stage[columns.stage[at] ?? -1] ?? null) === stage &&
    columns.names().at(at) === school;
  return units.flatMap((unit) => {
    for (let at = 0; at < columns.length; at += 1) {
      if (!isUnit(at, unit)) continue;
      // Rows of one number in several sheets are told apart by the sheet's name, which only the unit itself has.
      if ((evaluation.explain({ county, unit: at })?.sheet ?? null) === (unit.sheet ?? null))
        return [{ county, unit: at }];
    }
    return [];
  });
}

function* cellsOf(evaluation: OpenEvaluation, place: Place) {
  for (const { explanation } of evaluation.explain(place)?.values ?? []) yield* explanation?.cells ?? [];
}

/** The numbers of which the units' values are made, each once. Only what has a column: elsewhere there is no cell to change. */
export function numbersOf(evaluation: OpenEvaluation, county: number, units: readonly Unit[]): SchoolNumber[] {
  const { columns } = evaluation.head();
  const sheets = evaluation.units(county)?.sheet;
  const found = new Map<string, SchoolNumber>();
  for (const place of placesOf(evaluation, county, units)) {
    for (const cell of cellsOf(evaluation, place)) {
      const column = columns.find(({ header, field }) => header === cell.column && field === cell.field);
      if (cell.from !== "cell" || column === undefined || cell.row === null) continue;
      const sheet = sheets?.[place.unit] ?? 0;
      const { field, row } = cell;
      const { stage, header } = column;
      found.set(`${row} ${header}`, { field, stage, header, found: cell.found ?? "", sheet, row });
    }
  }
  return [...found.values()];
}

/** So many cells of a row that say the same are tried. */
const kTries = 8;

/**
 * The tables with that number changed; to be closed. Null: no cell of its row is it (of tables that were turned or put
 * together a row is not what it was). The cell is not guessed: only one whose change comes back as this very number counts.
 */
export function evaluateChanged(
  engine: Junheng,
  request: OpenRequest,
  number: SchoolNumber,
  text: string,
  school: { readonly county: number; readonly units: readonly Unit[] },
): OpenEvaluation | null {
  const { table = "", reading = {} } = request;
  const { sheet, row } = number;
  const asked = { table, reading, sheet, row, count: 1, corrected: true };
  const cells = engine.read(asked).rows.find((one) => one.row === row)?.cells ?? [];
  const likely = headerPlace(engine, request, number);
  const candidates = cells.flatMap((cell, at) => (cell.trim() === number.found.trim() ? [at] : []));
  candidates.sort((a, b) => Number(b === likely) - Number(a === likely));
  if (!candidates.includes(likely) && likely >= 0) candidates.push(likely);
  for (const column of candidates.slice(0, kTries)) {
    const others = (reading.edits ?? []).filter(
      (edit) => (edit.sheet ?? 0) !== sheet || edit.row !== row || edit.column !== column,
    );
    const edits = [...others, { sheet, row, column, text }];
    const evaluation = engine.open({ ...request, reading: { ...reading, edits } });
    if (isChanged(evaluation, number, text, school)) return evaluation;
    evaluation.close();
  }
  return null;
}

/** Of one table as it came this is also its column there. */
function headerPlace(engine: Junheng, request: OpenRequest, { header, field, sheet }: SchoolNumber): number {
  if (sheet !== 0) return -1;
  const evaluation = engine.open(request);
  const at = evaluation.head().columns.findIndex((column) => column.header === header && column.field === field);
  evaluation.close();
  return at;
}

function isChanged(
  evaluation: OpenEvaluation,
  { field, header }: SchoolNumber,
  text: string,
  { county, units }: { readonly county: number; readonly units: readonly Unit[] },
): boolean {
  return placesOf(evaluation, county, units).some((place) =>
    [...cellsOf(evaluation, place)].some(
      (cell) => cell.field === field && cell.column === header && cell.found === text,
    ),
  );
}

/** The same units there, in the order of `units`; null for one that is not there any more. */
export function sameUnits(evaluation: OpenEvaluation, county: number, units: readonly Unit[]): (Unit | null)[] {
  return units.map((unit) => {
    const [place] = placesOf(evaluation, county, [unit]);
    return place === undefined ? null : evaluation.explain(place);
  });
}
