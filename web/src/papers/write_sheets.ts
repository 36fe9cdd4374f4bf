// SPDX-License-Identifier: MIT
//
// The tables of a paper as a workbook or as CSV: tables of one name on one sheet, one below the other.

import { writeCsv } from "../files/csv.ts";
import { writeWorkbook } from "../files/write.ts";
import type { Merge, WrittenCell, WrittenSheet } from "../files/write.ts";
import { kDraft } from "./draft.ts";
import { isFree, placedRows } from "./model.ts";
import type { Line, Paper, Table } from "./model.ts";

interface Sheet {
  readonly name: string;
  readonly cells: WrittenCell[][];
  readonly merges: Merge[];
  readonly heights: number[];
  readonly breaks: number[];
  widths: number[];
  /** Rows at the head of its first table, with the title. */
  readonly heads: number;
}

/** In digits, of all columns of a sheet. */
const kSheetWidth = { tall: 92, wide: 150 };

export function writeSheets(paper: Paper): Uint8Array<ArrayBuffer> {
  const sheets = sheetsOf(paper).map(({ heads, ...sheet }): WrittenSheet => ({
    ...sheet,
    // Only of a list: what is one page a table is not scrolled.
    ...(heads > 0 && sheet.breaks.length === 0 ? { frozen: { rows: heads, columns: 0 } } : {}),
    print: { wide: paper.wide, header: kDraft },
  }));
  return new Uint8Array(writeWorkbook(sheets));
}

/** The draft's mark first, then what is on the sheets. */
export function writeTables(paper: Paper): Uint8Array<ArrayBuffer> {
  const rows = sheetsOf(paper).flatMap(({ cells }) => [...cells, []]);
  // room to write in is lines on paper and nothing in a table
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell : cell.text)).map((text) => (text.trim() === "" ? "" : text)),
  );
  return new TextEncoder().encode(writeCsv([[kDraft], ...texts], { bom: true }));
}

function sheetsOf(paper: Paper): Sheet[] {
  const sheets = new Map<string, Sheet>();
  let last: Sheet | null = null;
  for (const block of paper.blocks) {
    if (block.kind === "table") {
      const known = sheets.get(block.name) ?? newSheet(block);
      sheets.set(block.name, known);
      last = known;
      addTable(known, block, paper.wide ? kSheetWidth.wide : kSheetWidth.tall);
    } else if (last !== null && block.kind === "note") addLine(last, block);
  }
  return [...sheets.values()];
}

function newSheet({ name, heads }: Table): Sheet {
  return { name, cells: [], merges: [], heights: [], breaks: [], widths: [], heads: heads === 0 ? 0 : heads + 1 };
}

/** Points of a line, and what stands above and below all lines of a cell. */
const kLine = 15;
const kRoom = 3;

/** In digits: a letter of Chinese and any other, a little wider than they are. */
const kWide = 2.15;
const kNarrow = 1.15;

function linesOf(text: string, width: number): number {
  const digits = (line: string): number =>
    Array.from(line).reduce((sum, one) => sum + (one > "\u02ff" ? kWide : kNarrow), 0);
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(digits(line) / Math.max(width - 1, 1))), 0);
}

const heightOf = (lines: number): number => lines * kLine + kRoom;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Over all columns, as wide as the table above it. */
function addWhole(sheet: Sheet, cell: WrittenCell, columns: number): void {
  const row = sheet.cells.length;
  sheet.merges.push({ row, column: 0, rows: 1, columns });
  sheet.heights[row] = heightOf(linesOf(typeof cell === "string" ? cell : cell.text, sumOf(sheet.widths)));
  sheet.cells.push([cell]);
}

function addLine(sheet: Sheet, { text }: Line): void {
  addWhole(sheet, { text, wrap: true }, sheet.widths.length);
}

function addTable(sheet: Sheet, table: Table, width: number): void {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  if (sheet.cells.length > 0) {
    sheet.cells.push([]);
    sheet.breaks.push(sheet.cells.length);
  }
  sheet.widths = table.widths.map((share) => Math.max(5, Math.round((share * width) / shares)));
  addWhole(sheet, { text: table.title, look: "title" }, table.widths.length);
  const first = sheet.cells.length;
  placedRows(table).forEach((row, at) => {
    if (isFree(row, table)) {
      sheet.cells.push([]);
      return;
    }
    const cells: WrittenCell[] = [];
    let lines = 1;
    for (const { cell, column, goesOn } of row) {
      const { text, look = "plain", shown = false, left = false, columns = 1, rows = 1 } = cell;
      // Each place of a cell that goes over several has its border.
      for (let place = column; place < column + columns; place += 1)
        cells[place] = { text: goesOn || place > column ? "" : text, look, shown, boxed: true, left };
      const width = sumOf(sheet.widths.slice(column, column + columns));
      lines = Math.max(lines, goesOn ? 1 : Math.ceil(linesOf(text, width) / rows));
      if (!goesOn && (columns > 1 || rows > 1)) sheet.merges.push({ row: first + at, column, rows, columns });
    }
    sheet.heights[sheet.cells.length] = heightOf(lines);
    sheet.cells.push(cells);
  });
  for (const note of table.notes) addWhole(sheet, { text: note, wrap: true }, table.widths.length);
}
