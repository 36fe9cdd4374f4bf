// SPDX-License-Identifier: MIT
//
// The HTML of a sheet: <col hidden> and <tr hidden> for what is hidden (hidden="filter" for rows that a filter leaves
// out), <tfoot> for rows of totals, x:num for the number behind a cell that shows another one or none, as Excel gives it
// to a clipboard, x:shown="" for a text of which the format shows nothing.

import { markup } from "./cell_text.ts";
import { numberText } from "./number_text.ts";
import { type Budget, kMostColumns } from "./refusal.ts";
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
  /** Ascending: row × columns of a sheet + column. */
  readonly places: readonly number[];
  /** Null where the number of the same index stands in the cell. */
  readonly texts: readonly (string | ShownNumber | null)[];
  readonly numbers: readonly number[];
  readonly rows: number;
  readonly columns: number;
  readonly areas: readonly Area[];
  readonly hiddenRows: readonly HiddenRows[];
  readonly hiddenColumns: Uint8Array;
  readonly filters: readonly Filter[];
  /** Rows of totals. */
  readonly feet: readonly { readonly first: number; readonly last: number }[];
  readonly budget: Budget;
}

const kEmpty = "<td></td>";
const [kShown, kHidden, kFiltered] = [0, 1, 2];
const kEmptyRow = "<tr></tr>".length;
/** Rows that are joined at once: a text put together of millions of pieces is slow to read. */
const kJoined = 512;

export function tableOf(contents: Contents): string {
  return new TableWriter(contents).table();
}

class TableWriter {
  #next = 0;
  readonly #in: Contents;
  readonly #marks: Uint8Array | null;
  /** What begins with a row: a foot, or behind it a body. */
  readonly #groups = new Map<number, string>();

  constructor(contents: Contents) {
    this.#in = contents;
    this.#marks = TableWriter.#marksOf(contents);
    for (const { last } of contents.feet) this.#groups.set(last + 1, "<tbody>");
    for (const { first } of contents.feet) this.#groups.set(first, "<tfoot>");
  }

  table(): string {
    const { places, rows, columns } = this.#in;
    // Beyond the last value there is nothing to merge with.
    const areas = this.#in.areas
      .filter((area) => area.top < rows && area.left < columns)
      .map((area) => ({ ...area, bottom: Math.min(area.bottom, rows - 1), right: Math.min(area.right, columns - 1) }))
      .sort((a, b) => a.top - b.top || a.left - b.left);
    const blocks: string[] = [];
    let lines: string[] = [];
    let fromAbove: Area[] = [];
    let nextArea = 0;
    for (let row = 0; row < rows; row += 1) {
      const firstArea = nextArea;
      while (areas[nextArea]?.top === row) nextArea += 1;
      const end = (row + 1) * kMostColumns;
      if (nextArea === firstArea && !(places[this.#next]! < end)) {
        lines.push(`${this.#rowTag(row)}</tr>`);
      } else {
        if (fromAbove.length > 0) fromAbove = fromAbove.filter((area) => area.bottom >= row);
        if (fromAbove.length === 0 && nextArea === firstArea) {
          lines.push(`${this.#rowTag(row)}${this.#plainLine(row)}</tr>`);
        } else {
          const used: Area[] = [];
          lines.push(`${this.#rowTag(row)}${this.#line(row, areas.slice(firstArea, nextArea), fromAbove, used)}</tr>`);
          if (used.length > 0) fromAbove = [...fromAbove, ...used].sort((a, b) => a.left - b.left);
        }
      }
      if (lines.length === kJoined) {
        blocks.push(lines.join("\n"));
        lines = [];
      }
    }
    if (lines.length > 0) blocks.push(lines.join("\n"));
    return `<table>${this.#columnTags()}${blocks.join("\n")}</table>`;
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
    if (this.#marks === null || this.#marks[row] === kShown) return `${group}<tr>`;
    return `${group}${this.#marks[row] === kFiltered ? '<tr hidden="filter">' : "<tr hidden>"}`;
  }

  /** What is known of each row; null where all are shown. */
  static #marksOf({ rows, hiddenRows, filters }: Contents): Uint8Array | null {
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
  #plainLine(row: number): string {
    const { places, budget } = this.#in;
    const end = (row + 1) * kMostColumns;
    let html = "";
    let column = row * kMostColumns;
    for (; places[this.#next]! < end; this.#next += 1) {
      const place = places[this.#next]!;
      if (place > column) html += this.#gap(place - column);
      html += `<td${this.#contents(this.#next)}</td>`;
      column = place + 1;
    }
    budget.takeCells(column - row * kMostColumns);
    return html;
  }

  /** One row: what areas from above cover is left out, an area that would overlap another one gives way. */
  #line(row: number, begun: readonly Area[], fromAbove: readonly Area[], used: Area[]): string {
    const { places } = this.#in;
    const start = row * kMostColumns;
    const first = this.#next;
    while (places[this.#next]! < start + kMostColumns) this.#next += 1;
    const end = this.#next;
    const columnOf = (cell: number): number => (cell < end ? places[cell]! - start : Infinity);
    const last = Math.max(end > first ? columnOf(end - 1) : -1, begun[begun.length - 1]?.left ?? -1);
    let html = "";
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
        html += this.#gap(next - column);
        column = next;
        continue;
      }
      const contents = columnOf(cell) === column ? this.#contents(cell) : ">";
      const area = begun[starting]?.left === column ? begun[starting]! : null;
      if (area === null) {
        html += `<td${contents}</td>`;
        column += 1;
        continue;
      }
      const right = Math.min(area.right, (above?.left ?? Infinity) - 1);
      if (area.bottom > area.top) used.push({ ...area, right });
      html += `<td${span("rowspan", area.bottom - area.top)}${span("colspan", right - area.left)}${contents}</td>`;
      column = right + 1;
    }
    return html;
  }

  #gap(cells: number): string {
    this.#in.budget.takeText(cells * kEmpty.length);
    return kEmpty.repeat(cells);
  }

  /** What stands between <td and </td>. */
  #contents(cell: number): string {
    const text = this.#in.texts[cell]!;
    const html =
      text === null
        ? `>${numberText(this.#in.numbers[cell]!)}`
        : typeof text === "string"
          ? `>${escaped(text)}`
          : shown(text);
    this.#in.budget.takeText(html.length + kEmpty.length);
    return html;
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
