// SPDX-License-Identifier: MIT
//
// The cells of one sheet as they are read, and the table that is made of them: the same minimal HTML that a clipboard
// carries, so that one reader of tables takes both. Row and column numbers stay those of the sheet.

import { markup } from "./cell_text.ts";
import { type Budget, kMostColumns, kMostRows, refuse } from "./refusal.ts";
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

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const kMostMerges = 200_000;
/** Excel has 32,767; a text that other programs wrote may be longer, but is no file of its own. */
const kLongestText = 1_000_000;

const kEmpty = "<td></td>";

/** Rows and columns count from 0 here. */
export class SheetCells {
  // Two columns instead of an object for each cell; a place is row × columns of a sheet + column.
  readonly #places: number[] = [];
  readonly #texts: string[] = [];
  readonly #areas: Area[] = [];
  readonly #hiddenRows = new Set<number>();
  #ascending = true;
  readonly #part: string;
  readonly #budget: Budget;

  constructor(part: string, budget: Budget) {
    this.#part = part;
    this.#budget = budget;
  }

  add(row: number, column: number, text: string): void {
    if (text === "") return; // formatted cells without a value reach far beyond the table
    if (row >= kMostRows) refuse("too_many_rows", { part: this.#part, found: row + 1, limit: kMostRows });
    if (column >= kMostColumns)
      refuse("too_many_columns", { part: this.#part, found: column + 1, limit: kMostColumns });
    this.#budget.takeCells(1);
    if (text.length > kLongestText)
      refuse("too_much_text", { part: this.#part, found: text.length, limit: kLongestText });
    const place = row * kMostColumns + column;
    if (this.#ascending && place <= (this.#places[this.#places.length - 1] ?? -1)) this.#ascending = false;
    this.#places.push(place);
    this.#texts.push(text);
  }

  hideRow(row: number): void {
    if (row < kMostRows) this.#hiddenRows.add(row);
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    const sane = top >= 0 && left >= 0 && bottom >= top && right >= left;
    if (sane && (bottom > top || right > left) && this.#areas.length < kMostMerges)
      this.#areas.push({ top, left, bottom, right });
  }

  finish(name: string, hidden: boolean): Sheet {
    const order = this.#inOrder();
    const rows = order.length === 0 ? 0 : Math.floor(this.#places[order[order.length - 1]!]! / kMostColumns) + 1;
    let columns = 0;
    for (const place of this.#places) columns = Math.max(columns, (place % kMostColumns) + 1);
    const statistics = readStatistics(this.#corner(order));
    return { name, hidden, rows, columns, html: this.#table(order, rows, columns), ...(statistics && { statistics }) };
  }

  /** Where a form has its numbers: looked at before the table becomes HTML, which nobody should have to take apart. */
  #corner(order: number[]): Corner {
    const corner: string[][] = Array.from({ length: kCornerRows }, () => []);
    for (const one of order) {
      const [row, column] = [Math.floor(this.#places[one]! / kMostColumns), this.#places[one]! % kMostColumns];
      if (row >= kCornerRows) break;
      if (column < kCornerColumns) corner[row]![column] = this.#texts[one]!;
    }
    return corner;
  }

  /** Places in the order of the sheet; of a place given twice the later one counts. */
  #inOrder(): number[] {
    const order = this.#places.map((_, i) => i);
    if (this.#ascending) return order;
    order.sort((a, b) => this.#places[a]! - this.#places[b]! || a - b);
    return order.filter((one, i) => i + 1 === order.length || this.#places[one] !== this.#places[order[i + 1]!]);
  }

  #table(order: number[], rows: number, columns: number): string {
    // Beyond the last value there is nothing to merge with.
    const areas = this.#areas
      .filter((area) => area.top < rows && area.left < columns)
      .map((area) => ({ ...area, bottom: Math.min(area.bottom, rows - 1), right: Math.min(area.right, columns - 1) }))
      .sort((a, b) => a.top - b.top || a.left - b.left);
    const lines: string[] = [];
    let nextCell = 0;
    let nextArea = 0;
    let fromAbove: Area[] = [];
    for (let row = 0; row < rows; row += 1) {
      const cells: [number, string][] = [];
      for (; nextCell < order.length; nextCell += 1) {
        const place = this.#places[order[nextCell]!]!;
        if (Math.floor(place / kMostColumns) !== row) break;
        cells.push([place % kMostColumns, this.#texts[order[nextCell]!]!]);
      }
      const begun: Area[] = [];
      for (; areas[nextArea]?.top === row; nextArea += 1) begun.push(areas[nextArea]!);
      const tag = this.#hiddenRows.has(row) ? "<tr hidden>" : "<tr>";
      if (cells.length === 0 && begun.length === 0) {
        lines.push(`${tag}</tr>`);
        continue;
      }
      fromAbove = fromAbove.filter((area) => area.bottom >= row);
      const used: Area[] = [];
      lines.push(tag + this.#line(cells, begun, fromAbove, used) + "</tr>");
      fromAbove = [...fromAbove, ...used].sort((a, b) => a.left - b.left);
    }
    return `<table>${lines.join("\n")}</table>`;
  }

  /** One row: what areas from above cover is left out, an area that would overlap another one gives way. */
  #line(cells: [number, string][], begun: Area[], fromAbove: Area[], used: Area[]): string {
    const last = Math.max(cells[cells.length - 1]?.[0] ?? -1, begun[begun.length - 1]?.left ?? -1);
    let html = "";
    let covering = 0;
    let starting = 0;
    let cell = 0;
    this.#budget.takeCells(last + 1 + fromAbove.length);
    for (let column = 0; column <= last;) {
      while (covering < fromAbove.length && fromAbove[covering]!.right < column) covering += 1;
      while (starting < begun.length && begun[starting]!.left < column) starting += 1;
      while (cell < cells.length && cells[cell]![0] < column) cell += 1;
      const above = fromAbove[covering];
      if (above !== undefined && above.left <= column) {
        column = above.right + 1;
        continue;
      }
      const next = Math.min(cells[cell]?.[0] ?? last + 1, begun[starting]?.left ?? last + 1, above?.left ?? last + 1);
      if (next > column) {
        this.#budget.takeText((next - column) * kEmpty.length);
        html += kEmpty.repeat(next - column);
        column = next;
        continue;
      }
      const text = cells[cell]?.[0] === column ? escaped(cells[cell]![1]) : "";
      this.#budget.takeText(text.length + kEmpty.length);
      const area = begun[starting]?.left === column ? begun[starting]! : null;
      if (area === null) {
        html += `<td>${text}</td>`;
        column += 1;
        continue;
      }
      const right = Math.min(area.right, (above?.left ?? Infinity) - 1);
      if (area.bottom > area.top) used.push({ ...area, right });
      html += `<td${span("rowspan", area.bottom - area.top)}${span("colspan", right - area.left)}>${text}</td>`;
      column = right + 1;
    }
    return html;
  }
}

function span(name: string, more: number): string {
  return more > 0 ? ` ${name}="${more + 1}"` : "";
}

const kSpecial = /[&<>\r\n]/;

function escaped(text: string): string {
  if (!kSpecial.test(text)) return text;
  return markup(text).replace(/\r\n|\r|\n/g, "<br>");
}
