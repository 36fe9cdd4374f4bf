// SPDX-License-Identifier: MIT
//
// Workbooks of Excel 5 to 2003 and of WPS (.xls, .et): records in one stream, first those of the book, then those of each
// sheet. Macros lie in other streams of the container, which are never opened; formulas are skipped, their results kept.

import { RecordReader, type BiffRecord, fromRk, recordAt } from "./biff_records.ts";
import { type NumberFormat, NumberFormats, formatted, formattedText, kGeneral } from "./number_format.ts";
import { type OleFile } from "./ole.ts";
import { type Budget, kMostRows, refuse } from "./refusal.ts";
import { type Aside, type Sheet, SheetCells, type Sheets } from "./sheet_cells.ts";
import type { ShownNumber } from "./shown_number.ts";

const kBof = 0x0809;
const kEof = 0x000a;
const kBiff8 = 0x0600;
const kBiff5 = 0x0500;
const kWorksheet = 0;
const kChart = 2;

const kErrors: Readonly<{ [code: number]: string }> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
};

/** Steps of a record, also an empty one. */
const kRecord = 12;
/** Stands for a formula without a result: what it says is compiled, and nobody has to read it. */
const kFormula = "=…";

interface Globals {
  readonly sheets: { readonly name: string; readonly hidden: boolean; readonly at: number }[];
  readonly asides: Aside[];
  readonly texts: string[];
  readonly formats: NumberFormat[];
  readonly from1904: boolean;
  readonly codePage: TextDecoder | null;
}

export function readXls(file: OleFile, budget: Budget): Sheets {
  // "Book" is the stream of Excel 5; a file for both generations has both, the newer one counts.
  const stream = file.read("Workbook") ?? file.read("Book");
  if (stream === null) refuse("not_a_workbook");
  const globals = readGlobals(stream, budget);
  const sheets = globals.sheets.map((sheet) => {
    budget.takeSheet();
    return readSheet(stream, sheet, globals, budget);
  });
  return { sheets, asides: globals.asides };
}

function readGlobals(stream: Uint8Array, budget: Budget): Globals {
  const first = recordAt(stream, 0);
  if (first?.type !== kBof) refuse("other_format", { part: "xls" });
  const version = new RecordReader(first, null).u16();
  if (version !== kBiff8 && version !== kBiff5) refuse("other_format", { part: "xls", found: version });
  const globals = {
    sheets: [] as Globals["sheets"],
    asides: [] as Aside[],
    texts: [] as string[],
    formats: [] as NumberFormat[],
    from1904: false,
    codePage: version === kBiff8 ? null : new TextDecoder("gb18030"),
  };
  const known = new NumberFormats(budget);
  const formats = new Map<number, NumberFormat>();
  const styles: number[] = [];
  for (let record = recordAt(stream, first.next); record?.type !== kEof; record = recordAt(stream, record.next)) {
    if (record === null) refuse("damaged", { part: "xls" }); // an end is always marked
    const reader = new RecordReader(record, globals.codePage);
    switch (record.type) {
      case 0x002f: // FILEPASS
        refuse("encrypted");
      case 0x0022: // DATEMODE
        globals.from1904 = reader.u16() === 1;
        break;
      case 0x0042: // CODEPAGE
        if (globals.codePage !== null) globals.codePage = codePageOf(reader.u16());
        break;
      case 0x0085: // BOUNDSHEET
        addSheet(reader, globals);
        break;
      case 0x00fc: // SST
        addTexts(reader, globals.texts);
        break;
      case 0x041e: // FORMAT
        formats.set(reader.u16(), known.of(reader.text(globals.codePage === null ? 2 : 1)));
        break;
      case 0x00e0: // XF
        reader.skip(2);
        styles.push(reader.u16());
        break;
    }
  }
  globals.formats = styles.map((id) => {
    const format = formats.get(id) ?? known.builtIn(id);
    formats.set(id, format);
    return format;
  });
  return globals;
}

function codePageOf(number: number): TextDecoder {
  // Without a name of its own: what a Chinese machine wrote, which for plain letters is also what all others wrote.
  const names: { [number: number]: string } = { 950: "big5", 932: "shift_jis", 949: "euc-kr", 1200: "utf-16le" };
  const western = number >= 1250 && number <= 1258;
  return new TextDecoder(western ? `windows-${number}` : (names[number] ?? "gb18030"));
}

function addSheet(reader: RecordReader, { sheets, asides }: Globals): void {
  const at = reader.u32();
  const state = reader.u8();
  const type = reader.u8();
  const name = reader.text(1);
  if (type === kWorksheet) sheets.push({ name, hidden: (state & 3) !== 0, at });
  else asides.push({ name, kind: type === kChart ? "chart" : "macro" });
}

function addTexts(reader: RecordReader, texts: string[]): void {
  reader.skip(4);
  // As many as there are, not as many as are announced.
  for (let left = reader.u32(); left > 0 && !reader.done; left -= 1) texts.push(reader.text(2));
}

function readSheet(stream: Uint8Array, sheet: Globals["sheets"][number], globals: Globals, budget: Budget): Sheet {
  const cells = new SheetCells(sheet.name, budget);
  const reader = new SheetRecords(cells, globals);
  let record = recordAt(stream, sheet.at);
  if (record?.type !== kBof) refuse("damaged", { part: sheet.name });
  // A chart in the sheet is a stream of records inside this one.
  let depth = 0;
  for (let from = sheet.at; record !== null; record = recordAt(stream, record.next)) {
    budget.takeBytes(record.next - from); // two thousand sheets may claim the same records
    budget.takeSteps(kRecord * record.parts.length);
    from = record.next;
    if (record.type === kBof) depth += 1;
    else if (record.type === kEof) depth -= 1;
    else if (depth === 1) reader.take(record);
    if (depth !== 0) continue;
    reader.finish();
    return cells.finish(sheet.name, sheet.hidden);
  }
  return refuse("damaged", { part: sheet.name });
}

class SheetRecords {
  /** The text of a formula comes in a record after it. */
  #awaited: { row: number; column: number } | null = null;
  #uncomputed = false;
  #formulas = 0;
  readonly #empty: [row: number, column: number][] = [];
  readonly #cells: SheetCells;
  readonly #globals: Globals;

  constructor(cells: SheetCells, globals: Globals) {
    this.#cells = cells;
    this.#globals = globals;
  }

  take(record: BiffRecord): void {
    const reader = new RecordReader(record, this.#globals.codePage);
    switch (record.type) {
      case 0x0208: // ROW
        return this.#row(reader);
      case 0x007d: // COLINFO
        return this.#columns(reader);
      case 0x009b: // FILTERMODE: a filter is set somewhere in the sheet
        return this.#cells.filter(-1, kMostRows);
      case 0x005e: // UNCALCED
        this.#uncomputed = true;
        return;
      case 0x00fd: // LABELSST
        return this.#cell(reader, (style) => {
          const text = this.#globals.texts[reader.u32()] ?? refuse("damaged", { part: "sst" });
          return formattedText(text, this.#format(style));
        });
      case 0x0204: // LABEL
      case 0x00d6: // RSTRING
        return this.#cell(reader, (style) => formattedText(reader.text(2), this.#format(style)));
      case 0x0203: // NUMBER
        return this.#number(reader, () => reader.f64());
      case 0x027e: // RK
        return this.#number(reader, () => fromRk(reader.u32()));
      case 0x00bd: // MULRK
        return this.#several(reader, record);
      case 0x0205: // BOOLERR
        return this.#cell(reader, () => this.#boolOrError(reader.u8(), reader.u8() !== 0));
      case 0x0006: // FORMULA
        return this.#formula(reader);
      case 0x0207: // STRING
        if (this.#awaited !== null) this.#cells.add(this.#awaited.row, this.#awaited.column, reader.text(2));
        this.#awaited = null;
        return;
      case 0x00e5: // MERGEDCELLS
        return this.#merges(reader);
    }
  }

  #row(reader: RecordReader): void {
    const row = reader.u16();
    reader.skip(4);
    const height = reader.u16();
    reader.skip(4);
    if (height === 0 || reader.u16() & 0x20) this.#cells.hideRows(row, row);
  }

  #columns(reader: RecordReader): void {
    const [first, last, width] = [reader.u16(), reader.u16(), reader.u16()];
    reader.skip(2);
    if (width === 0 || reader.u16() & 1) this.#cells.hideColumns(first, last);
  }

  #cell(reader: RecordReader, text: (style: number) => string | ShownNumber): void {
    const row = reader.u16();
    const column = reader.u16();
    this.#cells.add(row, column, text(reader.u16()));
  }

  #several(reader: RecordReader, record: BiffRecord): void {
    const row = reader.u16();
    const first = reader.u16();
    const length = record.parts.reduce((sum, part) => sum + part.length, 0);
    for (let i = 0; i < Math.floor((length - 6) / 6); i += 1) {
      const style = reader.u16();
      this.#addNumber(row, first + i, fromRk(reader.u32()), style);
    }
  }

  #formula(reader: RecordReader): void {
    const row = reader.u16();
    const column = reader.u16();
    const style = reader.u16();
    const bytes = Uint8Array.from({ length: 8 }, () => reader.u8());
    this.#awaited = null;
    this.#formulas += 1;
    if (this.#uncomputed) {
      this.#cells.add(row, column, kFormula);
    } else if (bytes[6] !== 0xff || bytes[7] !== 0xff) {
      // A result that is no number hides behind an impossible one.
      this.#addNumber(row, column, new DataView(bytes.buffer).getFloat64(0, true), style);
    } else if (bytes[0] === 0) {
      this.#awaited = { row, column };
    } else if (bytes[0] === 1 || bytes[0] === 2) {
      this.#cells.add(row, column, this.#boolOrError(bytes[2]!, bytes[0] === 2));
    } else if (bytes[0] === 3) {
      this.#empty.push([row, column]);
    }
  }

  /**
   * A formula may give an empty text. Where every formula of a sheet does, whoever wrote it computed nothing, and each is
   * said to be a formula, so that nobody takes it for a blank.
   */
  finish(): void {
    if (this.#empty.length < this.#formulas) return;
    for (const [row, column] of this.#empty) this.#cells.add(row, column, kFormula);
  }

  #merges(reader: RecordReader): void {
    for (let left = reader.u16(); left > 0; left -= 1) {
      const [top, bottom, first, last] = [reader.u16(), reader.u16(), reader.u16(), reader.u16()];
      this.#cells.merge(top, first, bottom, last);
    }
  }

  #boolOrError(value: number, isError: boolean): string {
    return isError ? (kErrors[value] ?? "#N/A") : value !== 0 ? "TRUE" : "FALSE";
  }

  #number(reader: RecordReader, value: () => number): void {
    const row = reader.u16();
    const column = reader.u16();
    const style = reader.u16();
    this.#addNumber(row, column, value(), style);
  }

  #addNumber(row: number, column: number, value: number, style: number): void {
    const format = this.#format(style);
    if (format.kind === "number") this.#cells.addNumber(row, column, value);
    else this.#cells.add(row, column, formatted(value, format, this.#globals.from1904));
  }

  #format(style: number): NumberFormat {
    return this.#globals.formats[style] ?? kGeneral;
  }
}
