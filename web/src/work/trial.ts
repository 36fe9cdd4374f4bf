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

/** So many cells that may be it are tried: each is an evaluation. */
const kTries = 12;
/** Rows that are read at once where a school is looked for in another sheet. */
const kPage = 500;

/** A cell of the tables as they came. */
interface CellPlace {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/**
 * The tables with that number changed; to be closed. Null: no cell of its school is it. The cell is not guessed: only one
 * whose change comes back as this very number counts.
 */
export function evaluateChanged(
  engine: Junheng,
  request: OpenRequest,
  number: SchoolNumber,
  text: string,
  school: { readonly county: number; readonly units: readonly Unit[] },
): OpenEvaluation | null {
  const { reading = {} } = request;
  let tries = 0;
  for (const place of candidates(engine, request, number, school.units)) {
    if ((tries += 1) > kTries) break;
    const others = (reading.edits ?? []).filter(
      (edit) => (edit.sheet ?? 0) !== place.sheet || edit.row !== place.row || edit.column !== place.column,
    );
    const evaluation = engine.open({ ...request, reading: { ...reading, edits: [...others, { ...place, text }] } });
    if (isChanged(evaluation, number, text, school)) return evaluation;
    evaluation.close();
  }
  return null;
}

/** The likely ones first: of its own row, or of its column where schools are columns, then of its rows in other sheets. */
function* candidates(
  engine: Junheng,
  request: OpenRequest,
  number: SchoolNumber,
  units: readonly Unit[],
): Generator<CellPlace> {
  const { table = "", reading = {} } = request;
  const read = (asked: {
    readonly sheet: number;
    readonly row?: number;
    readonly from?: number;
    readonly count: number;
  }) => engine.read({ table, reading, corrected: true, ...asked });
  const isIt = (text: string | undefined): boolean => text?.trim() === number.found.trim();
  const { sheet, row } = number;
  const { sheets, rows } = read({ sheet, row, count: 1 });
  if (sheets[sheet]?.transposed === true) {
    // A row of the roster is a column of the sheet.
    for (const line of read({ sheet, from: 0, count: sheets[sheet].rows }).rows)
      if (isIt(line.cells[row - 1])) yield { sheet, row: line.row, column: row - 1 };
  } else {
    const cells = rows.find((one) => one.row === row)?.cells ?? [];
    const likely = headerPlace(engine, request, number);
    const same = cells.flatMap((cell, at) => (isIt(cell) ? [at] : []));
    same.sort((a, b) => Number(b === likely) - Number(a === likely));
    if (!same.includes(likely) && likely >= 0) same.push(likely);
    for (const column of same) yield { sheet, row, column };
  }
  const names = new Set(units.map(({ school }) => school));
  for (const [other, { rows: count, transposed }] of sheets.entries()) {
    if (other === sheet || transposed) continue;
    for (let from = 0; from < count; from += kPage)
      for (const line of read({ sheet: other, from, count: kPage }).rows)
        if (line.cells.some((cell) => names.has(cell.trim())))
          for (const [column, cell] of line.cells.entries())
            if (isIt(cell)) yield { sheet: other, row: line.row, column };
  }
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
