// SPDX-License-Identifier: MIT
//
// Tables as CSV by RFC 4180. Needs no library and none of the workbook code.

interface CsvOptions {
  /** A mark at the beginning: without it Excel on Windows takes UTF-8 for GBK. */
  readonly bom?: boolean;
  /**
   * For files that are handed out: an apostrophe before every cell that a spreadsheet would take for a formula. Such a
   * file does not give back the same texts when it is read again; without this option every text survives.
   */
  readonly guard?: boolean;
}

/** What Excel begins a formula with, also in full width; quotes do not keep it from doing so. Signs of numbers are none. */
const kFormula = /^[=+\-@\t\r＝＋－＠]/;
const kNumber = /^[+-]?\d+(\.\d+)?%?$/;
const kQuoted = /[",\r\n]|^\s|\s$/;

export function writeCsv(cells: readonly (readonly string[])[], options: CsvOptions = {}): string {
  const rows = cells.map((row) => {
    const line = row.map((cell) => field(cell, options.guard ?? false)).join(",");
    // An empty line is skipped by many readers; a row of one empty cell is written so that it is not one.
    return line === "" && row.length === 1 ? '""' : line;
  });
  return (options.bom ? "\ufeff" : "") + rows.map((row) => `${row}\r\n`).join("");
}

function field(cell: string, guard: boolean): string {
  const risky = isFormula(cell);
  const text = guard && risky ? `'${cell}` : cell;
  return risky || kQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isFormula(cell: string): boolean {
  return kFormula.test(cell) && !kNumber.test(cell);
}
