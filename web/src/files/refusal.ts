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
  | "too_much_text"
  /** More than `limit` steps for what leaves nothing behind: areas over areas, formats, lists without an end. */
  | "too_much_work";

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

/** So much for any file, so much more for each of its bytes, and never more than the most. */
interface Allowance {
  readonly any: number;
  readonly each: number;
  readonly most: number;
}

/**
 * What is made of a file grows with it: a table that people filled in has some bytes for each cell, however well it is
 * packed. One that wants to do harm is small, and grows where it is unpacked, shared, repeated or spread out. A table of
 * the nation (200,000 schools, 30 columns: 20 to 30 MB) takes less than half of the cells and of the text.
 */
const kBytes: Allowance = { any: 24 << 20, each: 32, most: kMostBytes };
/** Cells that are read and cells that are written, gaps included: a table of the nation has 2 × 6 million. */
const kCells: Allowance = { any: 2_400_000, each: 3, most: 32_000_000 };
/** A value in the last row has ten million characters of empty rows above it. */
const kText: Allowance = { any: 20_000_000, each: 16, most: 200_000_000 };
/** Time, in steps of some ten nanoseconds, so that it is the same on every machine. */
const kSteps: Allowance = { any: 16_000_000, each: 20, most: 1_000_000_000 };

/** What one workbook may cost in all. Every place that grows takes from it before it does. */
export class Budget {
  #bytes = 0;
  #cells = 0;
  #text = 0;
  #sheets = 0;
  #steps = 0;
  readonly #mostBytes: number;
  readonly #mostCells: number;
  readonly #mostText: number;
  readonly #mostSteps: number;

  /** `size`: of the file as it came. */
  constructor(size: number) {
    const allowed = ({ any, each, most }: Allowance): number => Math.min(any + each * size, most);
    this.#mostBytes = allowed(kBytes);
    this.#mostCells = allowed(kCells);
    this.#mostText = allowed(kText);
    this.#mostSteps = allowed(kSteps);
  }

  takeSheet(): void {
    this.#sheets += 1;
    if (this.#sheets > kMostSheets) refuse("too_many_sheets", { found: this.#sheets, limit: kMostSheets });
  }

  takeBytes(count: number): void {
    this.#bytes += count;
    if (this.#bytes > this.#mostBytes) refuse("too_large", { found: this.#bytes, limit: this.#mostBytes });
  }

  takeCells(count: number): void {
    this.#cells += count;
    if (this.#cells > this.#mostCells) refuse("too_many_cells", { found: this.#cells, limit: this.#mostCells });
  }

  /** Whether there is room for what a repetition is about to make, cells read and written: before it is made. */
  askCells(count: number, text: number): void {
    if (this.#cells + 2 * count > this.#mostCells) this.takeCells(2 * count);
    if (this.#text + text > this.#mostText) this.takeText(text);
  }

  takeText(count: number): void {
    this.#text += count;
    if (this.#text > this.#mostText) refuse("too_much_text", { found: this.#text, limit: this.#mostText });
  }

  takeSteps(count: number): void {
    this.#steps += count;
    if (this.#steps > this.#mostSteps) refuse("too_much_work", { found: this.#steps, limit: this.#mostSteps });
  }
}
