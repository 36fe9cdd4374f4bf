// SPDX-License-Identifier: MIT
//
// Tables as CSV by RFC 4180. Needs no library and none of the workbook code.

import { isFormula } from "./formula_guard.ts";

interface CsvOptions {
  /** A mark at the beginning: without it Excel on Windows takes UTF-8 for GBK. */
  readonly bom?: boolean;
}

const kQuoted = /[",\r\n]|^\s|\s$/;

/** What a spreadsheet would compute has an apostrophe in front, which the engine takes off when it reads the file again. */
export function writeCsv(cells: readonly (readonly string[])[], options: CsvOptions = {}): string {
  const rows = cells.map((row) => {
    const line = row.map(field).join(",");
    // An empty line is skipped by many readers; a row of one empty cell is written so that it is not one.
    return line === "" && row.length === 1 ? '""' : line;
  });
  return (options.bom ? "\ufeff" : "") + rows.map((row) => `${row}\r\n`).join("");
}

function field(cell: string): string {
  const risky = isFormula(cell);
  const text = risky ? `'${cell}` : cell;
  return risky || kQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
