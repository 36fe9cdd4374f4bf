// SPDX-License-Identifier: MIT
//
// The cells of one sheet as they are read: values in their places, what is merged and what is hidden. The table that is
// made of them is in sheet_table.ts. Row and column numbers stay those of the sheet.

import { numberText } from "./number_text.ts";
import { type Budget, kMostColumns, kMostRows, refuse } from "./refusal.ts";
import { type Area, type Filter, type HiddenRows, tableOf } from "./sheet_table.ts";
import type { ShownNumber } from "./shown_number.ts";
import { kCornerColumns, kCornerRows, readStatistics } from "./statistics.ts";
import type { Corner, Statistics } from "./statistics_types.ts";

export interface Sheet {
  readonly name: string;
  /** Hidden in the program that wrote it; read all the same, who opens it decides. */
  readonly hidden: boolean;
  /** The last row and column that has a value. */
  readonly rows: number;
  readonly columns: number;
  readonly html: string;
  /** Where the sheet is a form of the education statistics: its school as a table, to be offered instead of `html`. */
  readonly statistics?: Statistics;
}

/** A sheet that holds no cells to read. */
export interface Aside {
  readonly name: string;
  readonly kind: "chart" | "macro" | "dialog";
}

/** All of a book; the asides are named to whoever opens it. */
export interface Sheets {
  readonly sheets: readonly Sheet[];
  readonly asides?: readonly Aside[];
}

const kMostMerges = 200_000;
/** One for the sheet and one for each table in it. */
const kMostFilters = 64;
/** Excel has 32,767; a text that other programs wrote may be longer, but is no file of its own. */
const kLongestText = 1_000_000;

/** Steps of an area: it is sorted among the others. */
const kMerge = 40;
/** Of a form's labels and numbers; what is longer is an explanation, or wants to be read for an hour. */
const kLongestLabel = 400;
/** So many bytes are filled in one step. */
const kFilled = 64;
/** Of a text that comes in pieces: no file of its own, and not put together of millions of them. */
const kLongestPieces = 2 * kLongestText;

/** `text` with more of it. */
export function grown(text: string, more: string, part: string): string {
  const length = text.length + more.length;
  if (length > kLongestPieces) refuse("too_much_text", { part, found: length, limit: kLongestText });
  return text + more;
}

/** Rows and columns count from 0 here. */
export class SheetCells {
  // Columns instead of an object for each cell; a place is row × columns of a sheet + column. A number is kept as one
  // (where its text is null) and written out at the end: millions of short texts cost more than all the rest.
  readonly #places: number[] = [];
  readonly #texts: (string | ShownNumber | null)[] = [];
  readonly #numbers: number[] = [];
  readonly #areas: Area[] = [];
  readonly #hiddenRows: HiddenRows[] = [];
  readonly #hiddenColumns = new Uint8Array(kMostColumns);
  readonly #filters: Filter[] = [];
  readonly #feet: { first: number; last: number }[] = [];
  #last = -1;
  #ascending = true;
  readonly #part: string;
  readonly #budget: Budget;

  constructor(part: string, budget: Budget) {
    this.#part = part;
    this.#budget = budget;
  }

  add(row: number, column: number, text: string | ShownNumber): void {
    if (text === "") return; // formatted cells without a value reach far beyond the table
    const { length } = typeof text === "string" ? text : text.text;
    if (length > kLongestText) refuse("too_much_text", { part: this.#part, found: length, limit: kLongestText });
    this.#put(row, column, text, 0);
  }

  addNumber(row: number, column: number, value: number): void {
    this.#put(row, column, null, value);
  }

  #put(row: number, column: number, text: string | ShownNumber | null, value: number): void {
    if (row >= kMostRows) refuse("too_many_rows", { part: this.#part, found: row + 1, limit: kMostRows });
    if (column >= kMostColumns)
      refuse("too_many_columns", { part: this.#part, found: column + 1, limit: kMostColumns });
    this.#budget.takeCells(1);
    const place = row * kMostColumns + column;
    if (place <= this.#last) this.#ascending = false;
    this.#last = place;
    this.#places.push(place);
    this.#texts.push(text);
    this.#numbers.push(value);
  }

  hideRows(first: number, last: number, filtered = false): void {
    if (first < 0 || last < first) return;
    this.#budget.takeCells(1);
    const before = this.#hiddenRows[this.#hiddenRows.length - 1];
    if (before?.last === first - 1 && before.filtered === filtered) {
      this.#hiddenRows[this.#hiddenRows.length - 1] = { first: before.first, last, filtered };
      return;
    }
    this.#hiddenRows.push({ first, last, filtered });
  }

  hideColumns(first: number, last: number): void {
    if (!(first >= 0 && last >= first)) return;
    const from = Math.min(first, kMostColumns);
    const to = Math.min(last + 1, kMostColumns);
    this.#budget.takeSteps(1 + (to - from) / kFilled);
    this.#hiddenColumns.fill(1, from, to);
  }

  /** An area with a filter that is set: its hidden rows are those that do not pass. */
  filter(top: number, bottom: number): void {
    if (this.#filters.length < kMostFilters) this.#filters.push({ top, bottom });
  }

  /** Rows of totals below a table. */
  foot(first: number, last: number): void {
    if (first >= 0 && last >= first && this.#feet.length < kMostFilters) this.#feet.push({ first, last });
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    this.#budget.takeSteps(kMerge);
    const sane = top >= 0 && left >= 0 && bottom >= top && right >= left;
    if (sane && (bottom > top || right > left) && this.#areas.length < kMostMerges)
      this.#areas.push({ top, left, bottom, right });
  }

  finish(name: string, hidden: boolean): Sheet {
    if (!this.#ascending) this.#sort();
    const rows = this.#places.length === 0 ? 0 : Math.floor(this.#places[this.#places.length - 1]! / kMostColumns) + 1;
    let columns = 0;
    for (const place of this.#places) columns = Math.max(columns, (place % kMostColumns) + 1);
    const statistics = readStatistics(this.#corner(), this.#budget);
    const html = tableOf({
      places: this.#places,
      texts: this.#texts,
      numbers: this.#numbers,
      rows,
      columns,
      areas: this.#areas,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns.subarray(0, columns),
      filters: this.#filters,
      feet: this.#feet,
      budget: this.#budget,
    });
    return { name, hidden, rows, columns, html, ...(statistics && { statistics }) };
  }

  /** Where a form has its numbers: looked at before the table becomes HTML, which nobody should have to take apart. */
  #corner(): Corner {
    const corner: string[][] = Array.from({ length: kCornerRows }, () => []);
    for (let i = 0; i < this.#places.length; i += 1) {
      const [row, column] = [Math.floor(this.#places[i]! / kMostColumns), this.#places[i]! % kMostColumns];
      if (row >= kCornerRows) break;
      if (column >= kCornerColumns) continue;
      const text = this.#texts[i]!;
      const whole =
        text === null ? numberText(this.#numbers[i]!) : typeof text === "string" ? text : text.text || text.stored;
      corner[row]![column] = whole.length > kLongestLabel ? whole.slice(0, kLongestLabel) : whole;
    }
    return corner;
  }

  /** Places in the order of the sheet; of a place given twice the later one counts. */
  #sort(): void {
    const [places, texts, numbers] = [this.#places.slice(), this.#texts.slice(), this.#numbers.slice()];
    const byColumn = inOrder(
      Uint32Array.from(places, (_, i) => i),
      kMostColumns,
      (i) => places[i]! % kMostColumns,
    );
    const rowOf = (i: number): number => Math.floor(places[i]! / kMostColumns);
    const rows = byColumn.reduce((most, i) => Math.max(most, rowOf(i) + 1), 0);
    const order = inOrder(byColumn, rows, rowOf);
    let count = 0;
    for (let i = 0; i < order.length; i += 1) {
      const one = order[i]!;
      if (i + 1 < order.length && places[one] === places[order[i + 1]!]) continue;
      this.#places[count] = places[one]!;
      this.#texts[count] = texts[one]!;
      this.#numbers[count] = numbers[one]!;
      count += 1;
    }
    for (const column of [this.#places, this.#texts, this.#numbers]) column.length = count;
  }
}

/** By counting, so that it takes no longer than the cells did, whatever their order; those of one key stay in theirs. */
function inOrder(cells: Uint32Array, keys: number, keyOf: (cell: number) => number): Uint32Array {
  const starts = new Uint32Array(keys + 1);
  for (const cell of cells) starts[keyOf(cell) + 1]! += 1;
  for (let key = 0; key < keys; key += 1) starts[key + 1]! += starts[key]!;
  const sorted = new Uint32Array(cells.length);
  for (const cell of cells) sorted[starts[keyOf(cell)]!++] = cell;
  return sorted;
}
