// SPDX-License-Identifier: MIT
//
// Why a workbook is not read, as a code and numbers; sentences come from the word tables of the app. Inside the reader
// a refusal is thrown, because it may turn up in the middle of a compressed part; it never leaves readWorkbook.

type RefusalCode =
  /** Neither a zip archive nor an OLE container, or one without a workbook in it. */
  | "not_a_workbook"
  /** A web archive without a table, a workbook of charts and macros alone. */
  | "no_table"
  /** A workbook of a kind that is not read: .xlsb, Excel 4 and older; `part` names it. */
  | "other_format"
  /** Protected by a password. */
  | "encrypted"
  /** Cut off or inconsistent; `part` names where. */
  | "damaged"
  /** A document type in a part: only needed for entity expansion, never written by a spreadsheet program. */
  | "entities"
  /** Unpacked it would have more than `limit` bytes. */
  | "too_large"
  /** More than `limit` files in the archive. */
  | "too_many_parts"
  /** More than `limit` sheets: each costs time, also an empty one. */
  | "too_many_sheets"
  /** A cell beyond the last row of any spreadsheet program. */
  | "too_many_rows"
  /** A cell beyond the last column. */
  | "too_many_columns"
  /** More than `limit` cells, empty ones between full ones included. */
  | "too_many_cells"
  /** More than `limit` characters in one cell, or in all once repeated texts are written out. */
  | "too_much_text";

export interface Reason {
  readonly code: RefusalCode;
  readonly part?: string;
  readonly found?: number;
  readonly limit?: number;
}

export class Refused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.code);
    this.reason = reason;
  }
}

export function refuse(code: RefusalCode, more: Omit<Reason, "code"> = {}): never {
  throw new Refused({ code, ...more });
}

/** The sizes of the sheet in Excel and WPS. */
export const kMostRows = 1_048_576;
export const kMostColumns = 16_384;

const kMostSheets = 2048;
export const kMostBytes = 256 * 1024 * 1024;
/** Cells that are read and cells that are written, gaps included: a table of the nation has 2 × 8 million. */
const kMostCells = 32_000_000;
const kMostText = 200_000_000;

/** What one workbook may cost in all: a hostile one is small, and grows where it is unpacked, shared or spread out. */
export class Budget {
  #bytes = 0;
  #cells = 0;
  #text = 0;
  #sheets = 0;

  takeSheet(): void {
    this.#sheets += 1;
    if (this.#sheets > kMostSheets) refuse("too_many_sheets", { found: this.#sheets, limit: kMostSheets });
  }

  takeBytes(count: number): void {
    this.#bytes += count;
    if (this.#bytes > kMostBytes) refuse("too_large", { found: this.#bytes, limit: kMostBytes });
  }

  takeCells(count: number): void {
    this.#cells += count;
    if (this.#cells > kMostCells) refuse("too_many_cells", { found: this.#cells, limit: kMostCells });
  }

  takeText(count: number): void {
    this.#text += count;
    if (this.#text > kMostText) refuse("too_much_text", { found: this.#text, limit: kMostText });
  }
}
