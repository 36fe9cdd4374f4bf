// SPDX-License-Identifier: MIT
//
// The HTML of a sheet: <col hidden> and <tr hidden> for what is hidden (hidden="filter" for rows that a filter leaves
// out), <tfoot> for rows of totals, x:num for the number behind a cell that shows another one or none, as Excel gives it
// to a clipboard, x:shown="" for a text of which the format shows nothing.

import { markup } from "./cell_text.ts";
import { type CellList, kNumber, kShared, kShown } from "./cell_list.ts";
import { PageBytes } from "./page_bytes.ts";
import type { Budget } from "./refusal.ts";
import type { ShownNumber } from "./shown_number.ts";

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows below `top`, which is its header. */
export interface Filter {
  readonly top: number;
  readonly bottom: number;
}

export interface HiddenRows {
  readonly first: number;
  readonly last: number;
  readonly filtered: boolean;
}

interface Contents {
  /** In the order of the sheet. */
  readonly cells: CellList;
  readonly areas: readonly Area[];
  readonly hiddenRows: readonly HiddenRows[];
  readonly hiddenColumns: Uint8Array;
  readonly filters: readonly Filter[];
  /** Rows of totals. */
  readonly feet: readonly { readonly first: number; readonly last: number }[];
  readonly budget: Budget;
}

const kEmpty = "<td></td>";
/** Around what stands in a cell. */
const kFrame = kEmpty.length + ">".length;
const [kVisible, kHidden, kFiltered] = [0, 1, 2];
const kEmptyRow = "<tr></tr>".length;

/** UTF-8. */
export function tableOf(contents: Contents): Uint8Array<ArrayBuffer> {
  return new TableWriter(contents).table();
}

class TableWriter {
  #next = 0;
  readonly #in: Contents;
  #row = 0;
  readonly #page: PageBytes;
  readonly #marks: Uint8Array | null;
  /** What begins with a row: a foot, or behind it a body. */
  readonly #groups = new Map<number, string>();

  constructor(contents: Contents) {
    this.#in = contents;
    const { cells } = contents;
    this.#page = new PageBytes(() => (this.#row / cells.rows + this.#next / cells.length) / 2);
    this.#marks = TableWriter.#marksOf(contents);
    for (const { last } of contents.feet) this.#groups.set(last + 1, "<tbody>");
    for (const { first } of contents.feet) this.#groups.set(first, "<tfoot>");
  }

  table(): Uint8Array<ArrayBuffer> {
    const { cells } = this.#in;
    const { rows, columns } = cells;
    // Beyond the last value there is nothing to merge with.
    const areas = this.#in.areas
      .filter((area) => area.top < rows && area.left < columns)
      .map((area) => ({ ...area, bottom: Math.min(area.bottom, rows - 1), right: Math.min(area.right, columns - 1) }))
      .sort((a, b) => a.top - b.top || a.left - b.left);
    this.#page.mark("<table>");
    this.#page.mark(this.#columnTags());
    let fromAbove: Area[] = [];
    let nextArea = 0;
    for (let row = 0; row < rows; row += 1) {
      this.#row = row;
      const firstArea = nextArea;
      while (areas[nextArea]?.top === row) nextArea += 1;
      if (row > 0) this.#page.mark("\n");
      this.#page.mark(this.#rowTag(row));
      if (nextArea > firstArea || (this.#next < cells.length && cells.rowOf(this.#next) === row)) {
        if (fromAbove.length > 0) fromAbove = fromAbove.filter((area) => area.bottom >= row);
        if (fromAbove.length === 0 && nextArea === firstArea) {
          this.#plainLine(row);
        } else {
          const used: Area[] = [];
          this.#line(row, areas.slice(firstArea, nextArea), fromAbove, used);
          if (used.length > 0) fromAbove = [...fromAbove, ...used].sort((a, b) => a.left - b.left);
        }
      }
      this.#page.mark("</tr>");
    }
    this.#page.mark("</table>");
    return this.#page.finish();
  }

  #columnTags(): string {
    const { hiddenColumns } = this.#in;
    const last = hiddenColumns.lastIndexOf(1);
    let html = "";
    for (let from = 0, to = 0; from <= last; from = to) {
      while (to <= last && hiddenColumns[to] === hiddenColumns[from]) to += 1;
      html += `<col${to - from > 1 ? ` span="${to - from}"` : ""}${hiddenColumns[from] === 1 ? " hidden" : ""}>`;
    }
    return html;
  }

  #rowTag(row: number): string {
    // A row without cells is short, but a value in the last row has a million of them above it, in each of many sheets.
    this.#in.budget.takeText(kEmptyRow);
    const group = this.#groups.get(row) ?? "";
    if (this.#marks === null || this.#marks[row] === kVisible) return `${group}<tr>`;
    return `${group}${this.#marks[row] === kFiltered ? '<tr hidden="filter">' : "<tr hidden>"}`;
  }

  /** What is known of each row; null where all are shown. */
  static #marksOf({ cells: { rows }, hiddenRows, filters }: Contents): Uint8Array | null {
    if (hiddenRows.length === 0) return null;
    // Areas may lie over areas a thousand times: each costs its two ends, and all together one pass.
    const hidden = new Int32Array(rows + 1);
    const filtered = new Int32Array(rows + 1);
    const cover = (counts: Int32Array, first: number, last: number): void => {
      if (first >= rows || last < first) return;
      counts[first]! += 1;
      counts[Math.min(last, rows - 1) + 1]! -= 1;
    };
    for (const area of hiddenRows) cover(area.filtered ? filtered : hidden, area.first, area.last);
    const passing = new Int32Array(rows + 1);
    for (const { top, bottom } of filters) cover(passing, top + 1, bottom);
    const marks = new Uint8Array(rows);
    for (let row = 0, hides = 0, leaves = 0, passes = 0; row < rows; row += 1) {
      hides += hidden[row]!;
      leaves += filtered[row]!;
      passes += passing[row]!;
      if (leaves > 0 || (hides > 0 && passes > 0)) marks[row] = kFiltered;
      else if (hides > 0) marks[row] = kHidden;
    }
    return marks;
  }

  /** A row without merged cells. */
  #plainLine(row: number): void {
    const { cells, budget } = this.#in;
    let column = 0;
    for (; this.#next < cells.length && cells.rowOf(this.#next) === row; this.#next += 1) {
      const next = cells.columnOf(this.#next);
      if (next > column) this.#gap(next - column);
      this.#page.mark("<td");
      this.#contents(this.#next);
      this.#page.mark("</td>");
      column = next + 1;
    }
    budget.takeCells(column);
  }

  /** One row: what areas from above cover is left out, an area that would overlap another one gives way. */
  #line(row: number, begun: readonly Area[], fromAbove: readonly Area[], used: Area[]): void {
    const { cells } = this.#in;
    const first = this.#next;
    while (this.#next < cells.length && cells.rowOf(this.#next) === row) this.#next += 1;
    const end = this.#next;
    const columnOf = (cell: number): number => (cell < end ? cells.columnOf(cell) : Infinity);
    const last = Math.max(end > first ? columnOf(end - 1) : -1, begun[begun.length - 1]?.left ?? -1);
    let covering = 0;
    let starting = 0;
    let cell = first;
    this.#in.budget.takeCells(last + 1 + fromAbove.length);
    for (let column = 0; column <= last;) {
      while (covering < fromAbove.length && fromAbove[covering]!.right < column) covering += 1;
      while (starting < begun.length && begun[starting]!.left < column) starting += 1;
      while (columnOf(cell) < column) cell += 1;
      const above = fromAbove[covering];
      if (above !== undefined && above.left <= column) {
        column = above.right + 1;
        continue;
      }
      const next = Math.min(columnOf(cell), begun[starting]?.left ?? last + 1, above?.left ?? last + 1, last + 1);
      if (next > column) {
        this.#gap(next - column);
        column = next;
        continue;
      }
      const area = begun[starting]?.left === column ? begun[starting]! : null;
      this.#page.mark("<td");
      if (area !== null) {
        const right = Math.min(area.right, (above?.left ?? Infinity) - 1);
        if (area.bottom > area.top) used.push({ ...area, right });
        this.#page.mark(span("rowspan", area.bottom - area.top) + span("colspan", right - area.left));
        column = right;
      }
      if (columnOf(cell) === (area?.left ?? column)) this.#contents(cell);
      else this.#page.mark(">");
      this.#page.mark("</td>");
      column += 1;
    }
  }

  #gap(cells: number): void {
    this.#in.budget.takeText(cells * kEmpty.length);
    for (let left = cells; left > 0; left -= 1) this.#page.mark(kEmpty);
  }

  /** What stands between <td and </td>. */
  #contents(cell: number): void {
    const { cells, budget } = this.#in;
    const kind = cells.kindOf(cell);
    if (kind === kNumber) {
      this.#page.mark(">");
      budget.takeText(this.#page.number(cells.valueOf(cell)) + kFrame);
      return;
    }
    const [texts, index] = [kind === kShared ? cells.shared : cells.texts, cells.valueOf(cell)];
    if (kind === kShown || texts.isSpecial(index)) {
      const html = kind === kShown ? shown(cells.shownOf(cell)) : `>${escaped(texts.at(index))}`;
      budget.takeText(html.length + kEmpty.length);
      this.#page.text(html);
      return;
    }
    budget.takeText(texts.units(index) + kFrame);
    this.#page.mark(">");
    this.#page.plain(texts, index);
  }
}

function shown({ text, stored }: ShownNumber): string {
  if (stored === "") return ` x:shown="">${escaped(text)}`;
  return ` x:num="${stored}">${escaped(text)}`;
}

function span(name: string, more: number): string {
  return more > 0 ? ` ${name}="${more + 1}"` : "";
}

const kSpecial = /[&<>\r\n]/;

function escaped(text: string): string {
  if (!kSpecial.test(text)) return text;
  return markup(text).replace(/\r\n|\r|\n/g, "<br>");
}
