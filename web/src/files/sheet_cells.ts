// SPDX-License-Identifier: MIT
//
// The cells of one sheet as they are read: values in their places, what is merged and what is hidden. The table that is
// made of them is in sheet_table.ts. Row and column numbers stay those of the sheet.

import { CellList } from "./cell_list.ts";
import { numberText } from "./number_text.ts";
import { type Budget, kMostColumns, kMostRows, refuse } from "./refusal.ts";
import { type Area, type Filter, type HiddenRows, tableOf } from "./sheet_table.ts";
import type { ShownNumber } from "./shown_number.ts";
import { kCornerColumns, kCornerRows, readStatistics } from "./statistics.ts";
import type { Statistics } from "./statistics_types.ts";
import type { Texts } from "./texts.ts";

export interface Sheet {
  readonly name: string;
  /** Hidden in the program that wrote it; read all the same, who opens it decides. */
  readonly hidden: boolean;
  /** The last row and column that has a value. */
  readonly rows: number;
  readonly columns: number;
  /** UTF-8. */
  readonly html: Uint8Array<ArrayBuffer>;
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
  readonly #cells: CellList;
  /** Where a form has its numbers: looked at before the table becomes HTML, which nobody should have to take apart. */
  readonly #corner: string[][] = Array.from({ length: kCornerRows }, () => []);
  readonly #areas: Area[] = [];
  readonly #hiddenRows: HiddenRows[] = [];
  readonly #hiddenColumns = new Uint8Array(kMostColumns);
  readonly #filters: Filter[] = [];
  readonly #feet: { first: number; last: number }[] = [];
  readonly #part: string;
  readonly #budget: Budget;

  /** `shared`: texts that addShared() means by their index. */
  constructor(part: string, budget: Budget, shared?: Texts) {
    this.#part = part;
    this.#budget = budget;
    this.#cells = new CellList(shared);
  }

  add(row: number, column: number, text: string | ShownNumber): void {
    if (text === "") return; // formatted cells without a value reach far beyond the table
    if (typeof text === "string") {
      this.#take(row, column, text.length);
      this.#cells.addText(row, column, text);
      if (inCorner(row, column)) this.#keep(row, column, text);
    } else {
      this.#take(row, column, text.text.length);
      this.#cells.addShown(row, column, text);
      if (inCorner(row, column)) this.#keep(row, column, text.text || text.stored);
    }
  }

  addNumber(row: number, column: number, value: number): void {
    this.#take(row, column, 0);
    this.#cells.addNumber(row, column, value);
    if (inCorner(row, column)) this.#keep(row, column, numberText(value));
  }

  /** One of the shared texts, as it is. */
  addShared(row: number, column: number, index: number): void {
    const { shared } = this.#cells;
    const units = shared.units(index);
    if (units === 0) return;
    this.#take(row, column, units);
    this.#cells.addShared(row, column, index);
    if (inCorner(row, column)) this.#keep(row, column, shared.at(index));
  }

  /** Bytes of UTF-8 that may stand between tags as they are, of so many `units` of UTF-16. */
  addBytes(row: number, column: number, xml: Uint8Array, from: number, end: number, units: number): void {
    if (units === 0) return;
    this.#take(row, column, units);
    const text = this.#cells.addBytes(row, column, xml, from, end, units);
    if (inCorner(row, column)) this.#keep(row, column, text());
  }

  #take(row: number, column: number, length: number): void {
    if (length > kLongestText) refuse("too_much_text", { part: this.#part, found: length, limit: kLongestText });
    if (row >= kMostRows) refuse("too_many_rows", { part: this.#part, found: row + 1, limit: kMostRows });
    if (column >= kMostColumns)
      refuse("too_many_columns", { part: this.#part, found: column + 1, limit: kMostColumns });
    this.#budget.takeCells(1);
  }

  #keep(row: number, column: number, whole: string): void {
    this.#corner[row]![column] = whole.length > kLongestLabel ? whole.slice(0, kLongestLabel) : whole;
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
    this.#cells.sort();
    const { rows, columns } = this.#cells;
    const statistics = readStatistics(this.#corner, this.#budget);
    const html = tableOf({
      cells: this.#cells,
      areas: this.#areas,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns.subarray(0, columns),
      filters: this.#filters,
      feet: this.#feet,
      budget: this.#budget,
    });
    return { name, hidden, rows, columns, html, ...(statistics && { statistics }) };
  }
}

const inCorner = (row: number, column: number): boolean => row < kCornerRows && column < kCornerColumns;
