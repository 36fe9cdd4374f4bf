// SPDX-License-Identifier: MIT
//
// XML 表格 2003 (SpreadsheetML): the whole workbook as one XML text, which management systems like to write and call
// .xls. Cells, types, formats, merged areas and what is hidden, as in the other workbooks; formulas are not computed.

import { type NumberFormat, NumberFormats, formatted, formattedText, kGeneral } from "./number_format.ts";
import { type Budget, kMostColumns, kMostRows, refuse } from "./refusal.ts";
import { type Sheet, SheetCells, grown } from "./sheet_cells.ts";
import type { ShownNumber } from "./shown_number.ts";
import { attribute, isTrue, readXml } from "./xml.ts";

const kNamespace = "urn:schemas-microsoft-com:office:spreadsheet";
const kHead = 8192;

export function isXmlTable(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, kHead)).replaceAll("\0", "");
  return /^[^<]*</.test(head) && /<(\w+:)?Workbook[\s>]/.test(head) && head.includes(kNamespace);
}

export function readXmlTable(bytes: Uint8Array, budget: Budget): Sheet[] {
  budget.takeBytes(bytes.length);
  const reader = new XmlTableReader(budget);
  const events = {
    open: (name: string, tag: string) => reader.open(name, tag),
    close: (name: string) => reader.close(name),
    text: (text: string) => reader.text(text),
  };
  readXml(bytes, "xml", events, budget);
  return reader.sheets;
}

/** Formats that have a name instead of a code. */
const kNamedFormats: Readonly<Record<string, string>> = {
  "General Number": "General",
  Currency: "#,##0.00",
  "Euro Currency": "#,##0.00",
  Fixed: "0.00",
  Standard: "#,##0.00",
  Percent: "0.00%",
  Scientific: "0.00E+00",
  "General Date": "yyyy/m/d h:mm",
  "Long Date": "yyyy/m/d",
  "Medium Date": "yyyy/m/d",
  "Short Date": "yyyy/m/d",
  "Long Time": "h:mm:ss",
  "Medium Time": "h:mm",
  "Short Time": "h:mm",
};

class XmlTableReader {
  readonly sheets: Sheet[] = [];
  readonly #formats = new Map<string, NumberFormat>();
  readonly #known: NumberFormats;
  #style = "";
  #from1904 = false;

  #name = "";
  #hidden = false;
  #cells: SheetCells | null = null;
  // Cells and rows without an Index follow the one before, and those that were merged into it.
  #row = -1;
  /** More rows that are like this one. */
  #spanned = 0;
  #column = -1;
  #rowStyle = "";
  #columns = -1;
  #columnStyles = new Map<number, string>();
  /** By column: down to which row a merged area from above covers it. */
  #covered = new Map<number, number>();
  #filter = "";

  #cellStyle = "";
  #across = 0;
  #formula: string | null = null;
  #type = "";
  #value: string | null = null;
  /** In a cell's own data, not in that of its comment; and in one of the few elements whose text counts. */
  #inComment = false;
  #inside: "" | "data" | "date1904" | "visible" = "";
  #word = "";
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
    this.#known = new NumberFormats(budget);
  }

  open(name: string, tag: string): void {
    if (name === "Cell") this.#openCell(tag);
    else if (name === "Data") this.#openData(tag);
    else if (name === "Comment" || name === "PhoneticText") this.#inComment = true;
    else if (name === "Row") this.#openRow(tag);
    else if (name === "Column") this.#openColumn(tag);
    else if (name === "Worksheet") this.#openSheet(tag);
    else if (name === "Style") this.#openStyle(tag);
    else if (name === "NumberFormat") this.#addFormat(attribute(tag, "Format") ?? "");
    else if (name === "AutoFilter") this.#filter = attribute(tag, "Range") ?? "";
    else if (name === "AutoFilterColumn") this.#setFilter();
    else if (name === "Visible" || name === "Date1904") {
      this.#inside = name === "Visible" ? "visible" : "date1904";
      this.#word = "";
    }
  }

  close(name: string): void {
    if (name === "Cell") this.#closeCell();
    else if (name === "Data" && this.#inside === "data") this.#inside = "";
    else if (name === "Comment" || name === "PhoneticText") this.#inComment = false;
    else if (name === "Worksheet") this.#closeSheet();
    else if (name === "Visible" || name === "Date1904") this.#closeOption(name);
  }

  text(text: string): void {
    if (this.#inside === "data" && !this.#inComment) this.#value = grown(this.#value ?? "", text, this.#name);
    else if (this.#inside === "visible" || this.#inside === "date1904")
      this.#word = grown(this.#word, text, this.#name);
  }

  #closeOption(name: string): void {
    this.#inside = "";
    if (name === "Visible") this.#hidden = /hidden/i.test(this.#word);
    else this.#from1904 = !/^\s*(0|false)\s*$/i.test(this.#word);
  }

  #openStyle(tag: string): void {
    this.#style = attribute(tag, "ID") ?? "";
    const parent = this.#formats.get(attribute(tag, "Parent") ?? "");
    if (parent !== undefined) this.#formats.set(this.#style, parent);
  }

  /** A filter that stands over the columns but is not set has no columns of its own. */
  #setFilter(): void {
    const [, from, to] = /^R(\d{1,7})C\d+:R(\d{1,7})C\d+$/.exec(this.#filter) ?? [];
    if (from !== undefined && to !== undefined) this.#cells?.filter(Number(from) - 1, Number(to) - 1);
    this.#filter = "";
  }

  #addFormat(format: string): void {
    this.#formats.set(this.#style, this.#known.of(kNamedFormats[format] ?? format));
  }

  #openSheet(tag: string): void {
    this.#budget.takeSheet();
    this.#name = attribute(tag, "Name") ?? "";
    this.#hidden = false;
    this.#cells = new SheetCells(this.#name, this.#budget);
    this.#row = -1;
    this.#spanned = 0;
    this.#columns = -1;
    this.#columnStyles = new Map();
    this.#covered = new Map();
  }

  #closeSheet(): void {
    if (this.#cells === null) return;
    // Whether it is hidden stands behind its cells.
    this.sheets.push(this.#cells.finish(this.#name, this.#hidden));
    this.#cells = null;
  }

  #openColumn(tag: string): void {
    const first = indexOf(tag, this.#columns + 1, "too_many_columns", kMostColumns);
    this.#columns = Math.min(first + countOf(tag, "Span"), kMostColumns - 1);
    if (isTrue(attribute(tag, "Hidden"))) this.#cells?.hideColumns(first, this.#columns);
    const style = attribute(tag, "StyleID");
    if (style === null) return;
    this.#budget.takeSteps((this.#columns - first + 1) * kColumn);
    for (let column = first; column <= this.#columns; column += 1) this.#columnStyles.set(column, style);
  }

  #openRow(tag: string): void {
    this.#row = indexOf(tag, this.#row + 1 + this.#spanned, "too_many_rows", kMostRows);
    this.#spanned = countOf(tag, "Span");
    this.#column = -1;
    this.#rowStyle = attribute(tag, "StyleID") ?? "";
    if (isTrue(attribute(tag, "Hidden"))) {
      const last = Math.min(this.#row + this.#spanned, kMostRows - 1);
      this.#cells?.hideRows(this.#row, last);
    }
  }

  #openCell(tag: string): void {
    if (this.#row < 0) this.#row = 0;
    let next = this.#column + 1;
    // Without an Index a cell would lie under an area from above, which no program allows: it was meant to follow it.
    while ((this.#covered.get(next) ?? -1) >= this.#row) next += 1;
    if (next > this.#column + 1) this.#budget.takeSteps(next - this.#column);
    this.#column = indexOf(tag, next, "too_many_columns", kMostColumns);
    this.#cellStyle = attribute(tag, "StyleID") ?? (this.#rowStyle || (this.#columnStyles.get(this.#column) ?? ""));
    this.#formula = attribute(tag, "Formula");
    this.#value = null;
    this.#type = "";
    const [right, down] = [countOf(tag, "MergeAcross"), countOf(tag, "MergeDown")];
    this.#across = right;
    if (right === 0 && down === 0) return;
    this.#cells?.merge(this.#row, this.#column, this.#row + down, this.#column + right);
    const last = Math.min(this.#column + right, kMostColumns - 1);
    this.#budget.takeCells(last - this.#column + 1);
    if (down > 0)
      for (let column = this.#column; column <= last; column += 1) this.#covered.set(column, this.#row + down);
  }

  #openData(tag: string): void {
    if (this.#inComment) return;
    this.#inside = "data";
    this.#type = attribute(tag, "Type") ?? "String";
    this.#value = "";
  }

  #closeCell(): void {
    // It may end without a beginning.
    if (this.#row < 0) this.#row = 0;
    if (this.#column < 0) this.#column = 0;
    const value = this.#value;
    const number = this.#type === "Number" && value !== null && value.trim() !== "" ? Number(value) : NaN;
    const format = this.#formats.get(this.#cellStyle) ?? this.#formats.get("Default") ?? kGeneral;
    if (!Number.isFinite(number)) this.#cells?.add(this.#row, this.#column, this.#textOf(value, format));
    else if (format.kind === "number") this.#cells?.addNumber(this.#row, this.#column, number);
    else this.#cells?.add(this.#row, this.#column, formatted(number, format, this.#from1904));
    this.#column += this.#across;
  }

  #textOf(value: string | null, format: NumberFormat): string | ShownNumber {
    // A formula without a value was never computed: it stands in for it, so that whoever reads the number complains.
    if (value === null) return this.#formula ?? "";
    if (this.#type === "Boolean") return isTrue(value.trim()) ? "TRUE" : "FALSE";
    if (this.#type !== "DateTime") return this.#type === "String" ? formattedText(value, format) : value;
    const days = daysOf(value);
    if (days === null) return value;
    // A day is a day, also where its cell has no format of its own.
    const ofNumbers = format.kind === "number" || format.kind === "percent";
    return formatted(days, ofNumbers ? this.#known.of(days < 1 ? kTime : kDay) : format, false);
  }
}

const kDay = "yyyy/m/d";
const kTime = "h:mm";
/** Steps of a column that is remembered. */
const kColumn = 4;

/** What Index says, from 1; without one it is the next. */
function indexOf(tag: string, next: number, code: "too_many_rows" | "too_many_columns", limit: number): number {
  const index = Number(attribute(tag, "Index") ?? next + 1);
  if (!Number.isSafeInteger(index) || index < 1) refuse("damaged", { part: "Index" });
  if (index > limit) refuse(code, { found: index, limit });
  return index - 1;
}

function countOf(tag: string, name: string): number {
  const number = Number(attribute(tag, name) ?? 0);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

const kMilliseconds = 86_400_000;
/** As Excel counts: one more from March 1900 on, for a day that never was. */
const kFirstRealDay = 61;

/** 2024-09-01T00:00:00.000, or a time of 1899-12-31, as Excel's days; null where it is neither. */
function daysOf(text: string): number | null {
  const found = /^\s*(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/.exec(text);
  if (found === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 31)) / kMilliseconds;
  const whole = days + 1 >= kFirstRealDay ? days + 1 : days;
  return whole < 0 ? null : whole + (hour * 3600 + minute * 60 + second) / 86_400;
}
