// SPDX-License-Identifier: MIT
//
// A paper before it has a format: what it says and how it is laid out. Every writer takes it from here, so that a number
// reads the same in each of them.

import type { Look } from "../files/book_styles.ts";

export interface Cell {
  readonly text: string;
  /** Columns and rows that it goes over; 1 where nothing is said. */
  readonly columns?: number;
  readonly rows?: number;
  readonly look?: Look;
  /** Of longer texts; others stand in the middle. */
  readonly left?: boolean;
  /** As people read it, and a spreadsheet computes with. */
  readonly shown?: boolean;
}

/** Cells of a row from the left, without the places that a cell beside or above them goes over. */
export type Row = readonly (Cell | string)[];

export interface Table {
  readonly kind: "table";
  /** Of its sheet in a workbook; tables of one name stand on one sheet. */
  readonly name: string;
  /** Over all columns; empty: none. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** Of the rows, how many are again at the head of each page. */
  readonly heads: number;
  /** Shares of the width; as many as there are columns. */
  readonly widths: readonly number[];
  readonly notes: readonly string[];
}

/** heading1: 一、 heading2: （一） heading3: 1. sign: at the end, on the right. page: a new one begins. */
export type LineKind = "title" | "subtitle" | "heading1" | "heading2" | "heading3" | "text" | "note" | "sign" | "page";

export interface Line {
  readonly kind: LineKind;
  readonly text: string;
}

export type Block = Line | Table;

export interface Paper {
  /** Also the end of the file's name. */
  readonly name: string;
  /** Landscape. */
  readonly wide: boolean;
  readonly blocks: readonly Block[];
}

export const line = (kind: LineKind, text: string): Line => ({ kind, text });
export const head = (text: string, columns = 1, rows = 1): Cell => ({ text, look: "head", columns, rows });
export const left = (text: string): Cell => ({ text, left: true });
export const shown = (text: string, look: Look = "plain"): Cell => ({ text, look, shown: true });

/** An open place, which a person fills in; of narrow letters, which Word keeps on one line. */
export const kOpen = "____";

interface Placed {
  readonly cell: Cell;
  readonly column: number;
  /** Begins above this row. */
  readonly goesOn: boolean;
}

/** A free line of the form, which is for a workbook; elsewhere it would be an empty box. */
export const isFree = (row: readonly Placed[], { widths }: Pick<Table, "widths">): boolean =>
  row.every(({ cell }) => cell.text === "" && cell.columns === widths.length);

/** Each row with every cell that stands in it, those from above too, in the order of their columns. */
export function placedRows({ rows, widths }: Pick<Table, "rows" | "widths">): Placed[][] {
  const from = new Map<number, { cell: Cell; until: number }>();
  return rows.map((row, at) => {
    const placed: Placed[] = [];
    const cells = row.map((cell): Cell => (typeof cell === "string" ? { text: cell } : cell));
    for (let column = 0; column < widths.length;) {
      const above = from.get(column);
      const goesOn = above !== undefined && above.until > at;
      const cell = goesOn ? above.cell : (cells.shift() ?? { text: "" });
      if (!goesOn) from.set(column, { cell, until: at + (cell.rows ?? 1) });
      placed.push({ cell, column, goesOn });
      column += cell.columns ?? 1;
    }
    return placed;
  });
}
