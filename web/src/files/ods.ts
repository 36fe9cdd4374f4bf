// SPDX-License-Identifier: MIT
//
// Workbooks of LibreOffice (.ods): all sheets in one part, each value beside the text that was shown, which decides what
// is read as in the other formats (shown_number.ts); repeated cells and rows are counted, not believed.

import { isoDateText, numberText, percentText, timeText } from "./number_text.ts";
import { type Budget, kMostColumns, kMostRows, refuse } from "./refusal.ts";
import { type Sheet, SheetCells, grown } from "./sheet_cells.ts";
import { type ShownNumber, readShown, tidied } from "./shown_number.ts";
import type { Archive } from "./unzip.ts";
import { WholeOdsCell } from "./whole_ods_cell.ts";
import { attribute, readPart } from "./xml.ts";

const kContent = "content.xml";
const kManifest = "META-INF/manifest.xml";

export function isOds(archive: Archive): boolean {
  return archive.has(kContent) && archive.has(kManifest);
}

export async function readOds(archive: Archive, budget: Budget): Promise<Sheet[]> {
  await readPart(archive, kManifest, {
    open(name) {
      if (name === "encryption-data") refuse("encrypted");
    },
  });
  const reader = new OdsReader(budget);
  await readPart(archive, kContent, {
    open: (name, tag) => reader.open(name, tag),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
    whole: (xml, at) => reader.whole(xml, at),
  });
  return reader.sheets;
}

class OdsReader {
  readonly sheets: Sheet[] = [];
  #style = "";
  readonly #hiddenStyles = new Set<string>();
  #isSpreadsheet = false;
  #table = ""; // the tag of the table we are in; tables in cells are not looked at
  #depth = 0;
  #cells: SheetCells | null = null;
  #row = 0;
  #rowTag = "";
  #rowCells: { column: number; text: string | ShownNumber | number }[] = [];
  #column = 0;
  #tableColumn = 0;
  /** Tables that other documents left behind, beside the sheets. */
  #inLinks = false;
  #cellTag = "";
  /** Elements open inside the cell: its paragraphs stand at 1, notes and pictures begin there and go deeper. */
  #inside = -1;
  #inParagraph = false;
  /** Where in a paragraph something begins that is not its text: a reading of characters, a note; or 0. */
  #silent = 0;
  #shown: string[] = [];
  readonly #whole = new WholeOdsCell();
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** A cell of the usual shape, for the reader of tags. */
  whole(xml: Uint8Array, at: number): number {
    if (this.#inside >= 0 || this.#cells === null || this.#depth !== 1) return -1;
    const end = this.#whole.read(xml, at);
    if (end < 0) return -1;
    const { kind, value, text } = this.#whole;
    this.#budget.takeSteps(1);
    if (kind === "text" && text.units === 0) {
      this.#column += 1;
      return end;
    }
    this.#budget.takeCells(1);
    this.#budget.askCells(0, kind === "text" ? text.units : kLongestNumber);
    const content = kind === "number" ? value : kUtf8.decode(xml.subarray(text.from, text.end));
    this.#rowCells.push({ column: this.#column, text: content });
    this.#column += 1;
    return end;
  }

  open(name: string, tag: string): void {
    if (this.#inside >= 0) return this.#openInCell(name, tag);
    if (name === "spreadsheet") this.#isSpreadsheet = true;
    else if (name === "style") this.#style = attribute(tag, "name") ?? "";
    else if (name === "table-properties" && attribute(tag, "display") === "false") this.#hiddenStyles.add(this.#style);
    else if (name === "dde-links") this.#inLinks = true;
    else if (name === "table") this.#openTable(tag);
    else if (this.#cells === null || this.#depth !== 1) return;
    else if (name === "table-row") this.#openRow(tag);
    else if (name === "table-column") this.#hideColumns(tag);
    else if (name === "table-cell" || name === "covered-table-cell") this.#openCell(tag);
  }

  close(name: string): void {
    if (this.#inside > 0) {
      if (this.#silent === this.#inside) this.#silent = 0;
      this.#inside -= 1;
      if (this.#inside === 0) this.#inParagraph = false;
    } else if (this.#inside === 0) {
      this.#closeCell();
    } else if (name === "dde-links") {
      this.#inLinks = false;
    } else if (name === "table") {
      this.#closeTable();
    } else if (name === "table-row" && this.#depth === 1) {
      this.#closeRow();
    }
  }

  text(text: string): void {
    // By the standard several spaces are one; LibreOffice writes several where it means them.
    if (this.#inParagraph && this.#silent === 0) this.#show(inOneLine(text));
  }

  #openTable(tag: string): void {
    this.#depth += 1;
    if (this.#depth > 1 || !this.#isSpreadsheet || this.#inLinks) return;
    this.#table = tag;
    this.#row = 0;
    this.#tableColumn = 0;
    this.#budget.takeSheet();
    this.#cells = new SheetCells(attribute(tag, "name") ?? "", this.#budget);
  }

  #closeTable(): void {
    this.#depth -= 1;
    if (this.#depth > 0 || this.#cells === null) return;
    const name = attribute(this.#table, "name") ?? "";
    // A copy of a sheet of another document, kept so that links to it can be computed, is named by that file.
    const hidden = this.#hiddenStyles.has(attribute(this.#table, "style-name") ?? "") || /^'\w+:[^']*'#/.test(name);
    this.sheets.push(this.#cells.finish(name, hidden));
    this.#cells = null;
  }

  #hideColumns(tag: string): void {
    const last = upTo(this.#tableColumn, count(tag, "number-columns-repeated"), kMostColumns);
    if (isHidden(tag)) this.#cells?.hideColumns(this.#tableColumn, last - 1);
    this.#tableColumn = last;
  }

  #openRow(tag: string): void {
    this.#rowTag = tag;
    this.#rowCells = [];
    this.#column = 0;
  }

  #closeRow(): void {
    const repeated = count(this.#rowTag, "number-rows-repeated");
    const hidden = isHidden(this.#rowTag);
    const filtered = attribute(this.#rowTag, "visibility") === "filter";
    const last = upTo(this.#row, repeated, kMostRows);
    if (hidden) this.#cells?.hideRows(this.#row, last - 1, filtered);
    if (repeated > 1 && this.#rowCells.length > 0) this.#askRows(last);
    for (let row = this.#row; row < last && this.#rowCells.length > 0; row += 1) {
      for (const { column, text } of this.#rowCells) {
        if (typeof text === "number") this.#cells?.addNumber(row, column, text);
        else this.#cells?.add(row, column, text);
      }
    }
    this.#row += repeated;
  }

  /** Whether there is room for the rows up to here, before the first of them is made. */
  #askRows(end: number): void {
    if (end > kMostRows)
      refuse("too_many_rows", { part: attribute(this.#table, "name") ?? "", found: end, limit: kMostRows });
    const rows = end - this.#row;
    const text = this.#rowCells.reduce((sum, cell) => sum + lengthOf(cell.text) + kCell, 0);
    this.#budget.askCells(rows * this.#rowCells.length, rows * text);
  }

  #openCell(tag: string): void {
    this.#cellTag = tag;
    this.#inside = 0;
    this.#inParagraph = false;
    this.#silent = 0;
    this.#shown = [];
  }

  #openInCell(name: string, tag: string): void {
    this.#inside += 1;
    if (this.#inside === 1 && name === "p") {
      this.#inParagraph = true;
      this.#budget.takeSteps(1);
      this.#shown.push("");
    } else if (this.#inParagraph && this.#silent === 0) {
      if (kSilent.has(name)) this.#silent = this.#inside;
      else if (name === "s") this.#spaces(count(tag, "c"));
      else if (name === "tab") this.#show("\t");
      else if (name === "line-break") this.#show("\n");
    }
  }

  #show(text: string): void {
    const last = this.#shown.length - 1;
    this.#shown[last] = grown(this.#shown[last] ?? "", text, kContent);
  }

  #spaces(wanted: number): void {
    const spaces = Math.min(wanted, kMostColumns);
    this.#budget.takeText(spaces);
    this.#show(" ".repeat(spaces));
  }

  #closeCell(): void {
    this.#inside = -1;
    const tag = this.#cellTag;
    const repeated = count(tag, "number-columns-repeated");
    const [right, down] = [count(tag, "number-columns-spanned"), count(tag, "number-rows-spanned")];
    if (right > 1 || down > 1)
      this.#cells?.merge(this.#row, this.#column, this.#row + down - 1, this.#column + right - 1);
    const text = cellText(tag, this.#shown);
    const last = text === "" ? this.#column : upTo(this.#column, repeated, kMostColumns);
    this.#budget.takeCells(last - this.#column);
    this.#budget.askCells(0, (last - this.#column) * lengthOf(text));
    for (let column = this.#column; column < last; column += 1) this.#rowCells.push({ column, text });
    this.#column += repeated;
  }
}

const kSilent = new Set(["ruby-text", "annotation", "note", "frame", "custom-shape"]);

/** Of a number taken whole. */
const kLongestNumber = 16;
/** <td></td> */
const kCell = 9;

const kUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });

function lengthOf(text: string | ShownNumber | number): number {
  if (typeof text === "number") return numberText(text).length;
  return typeof text === "string" ? text.length : text.text.length;
}

function isHidden(tag: string): boolean {
  return (attribute(tag, "visibility") ?? "visible") !== "visible";
}

/** The end of so many from here; one beyond the sheet is enough to be refused where cells are counted. */
function upTo(from: number, repeated: number, most: number): number {
  return Math.max(from + 1, Math.min(from + repeated, most + 1));
}

function count(tag: string, name: string): number {
  const number = Number(attribute(tag, name) ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

function cellText(tag: string, paragraphs: readonly string[]): string | ShownNumber {
  const shown = paragraphs.join("\n");
  const type = attribute(tag, "value-type");
  const value = attribute(tag, "value");
  if (type === null) {
    const formula = attribute(tag, "formula");
    return formula === null || shown !== "" ? shown : formula.replace(/^\w+:=?/, "=");
  }
  if (type === "date") return dayText(attribute(tag, "date-value") ?? "", shown);
  if (type === "time") return timeOf(attribute(tag, "time-value") ?? "", tidied(shown));
  if (type === "boolean") return attribute(tag, "boolean-value") === "true" ? "TRUE" : "FALSE";
  const number = Number(value);
  if (type === "string" || value === null || value.trim() === "" || !Number.isFinite(number)) return shown;
  // LibreOffice keeps a truth value as 1 with a format.
  if (shown === "TRUE" || shown === "FALSE") return shown;
  // Other programs leave out what is shown; empty, it is a format that hides the number.
  if (paragraphs.length > 0) return readShown(withPoint(tidied(shown)), number);
  return type === "percentage" ? percentText(number) : numberText(number);
}

/** 1.234,5 of a machine that writes so, as 1,234.5. */
function withPoint(shown: string): string {
  const last = shown.lastIndexOf(",");
  const isPoint = /^\d$/.test(shown[last - 1] ?? "") && /^\d+[^\d,]*$/.test(shown.slice(last + 1));
  return isPoint && shown.indexOf(",") > shown.lastIndexOf(".") && !kGrouped.test(shown)
    ? shown.replace(/[.,]/g, (mark) => (mark === "," ? "." : ","))
    : shown;
}

const kGrouped = /^\D*\d{1,3}(?:,\d{3})+\D*$/;

/** A line break inside of a paragraph is a space, with all that stands around it. */
function inOneLine(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  const last = lines.length - 1;
  return lines
    .map((line, i) => (i === 0 ? line.trimEnd() : i === last ? line.trimStart() : line.trim()))
    .filter((line, i) => i === 0 || i === last || line !== "")
    .join(" ");
}

/** A day, whatever is shown of it, unless that is only its year. */
function dayText(iso: string, shown: string): string {
  return iso === "" || /^\d{4}年?$/.test(shown.trim()) ? shown : isoDateText(iso);
}

/** PT08H30M00S, as it is shown. */
function timeOf(duration: string, shown: string): string | ShownNumber {
  const found = /^PT(\d+)H(\d+)M(\d+(?:[.,]\d+)?)S$/.exec(duration);
  if (found === null) return shown;
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part.replace(",", "."))) as [
    number,
    number,
    number,
  ];
  const days = (hours * 3600 + minutes * 60 + seconds) / 86_400;
  return shown === "" ? (timeText(days) ?? "") : { text: shown, stored: numberText(days) };
}
