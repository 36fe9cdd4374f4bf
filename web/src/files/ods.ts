// SPDX-License-Identifier: MIT
//
// Workbooks of LibreOffice (.ods): all sheets in one part, each value beside the text that was shown. The value is read,
// as in the other formats; repeated cells and rows are counted, not believed.

import { isoDateText, numberText, percentText, timeText } from "./number_text.ts";
import { type Budget, kMostColumns, kMostRows, refuse } from "./refusal.ts";
import { type Sheet, SheetCells } from "./sheet_cells.ts";
import type { Archive } from "./unzip.ts";
import { attribute, readPart } from "./xml.ts";

const kContent = "content.xml";
const kManifest = "META-INF/manifest.xml";

export function isOds(archive: Archive): boolean {
  return archive.has(kContent) && archive.has(kManifest);
}

export function readOds(archive: Archive, budget: Budget): Sheet[] {
  readPart(archive, kManifest, {
    open(name) {
      if (name === "encryption-data") refuse("encrypted");
    },
  });
  const reader = new OdsReader(budget);
  readPart(archive, kContent, {
    open: (name, tag) => reader.open(name, tag),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
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
  #rowCells: { column: number; text: string }[] = [];
  #column = 0;
  #cellTag = "";
  /** Elements open inside the cell: its paragraphs stand at 1, notes and pictures begin there and go deeper. */
  #inside = -1;
  #inParagraph = false;
  #shown: string[] = [];
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  open(name: string, tag: string): void {
    if (this.#inside >= 0) return this.#openInCell(name, tag);
    if (name === "spreadsheet") this.#isSpreadsheet = true;
    else if (name === "style") this.#style = attribute(tag, "name") ?? "";
    else if (name === "table-properties" && attribute(tag, "display") === "false") this.#hiddenStyles.add(this.#style);
    else if (name === "table") this.#openTable(tag);
    else if (this.#cells === null || this.#depth !== 1) return;
    else if (name === "table-row") this.#openRow(tag);
    else if (name === "table-cell" || name === "covered-table-cell") this.#openCell(tag);
  }

  close(name: string): void {
    if (this.#inside > 0) {
      this.#inside -= 1;
      if (this.#inside === 0) this.#inParagraph = false;
    } else if (this.#inside === 0) {
      this.#closeCell();
    } else if (name === "table") {
      this.#closeTable();
    } else if (name === "table-row" && this.#depth === 1) {
      this.#closeRow();
    }
  }

  text(text: string): void {
    // By the standard several spaces are one; LibreOffice writes several where it means them.
    if (this.#inParagraph) this.#show(text.replace(/\s*\n\s*/g, " "));
  }

  #openTable(tag: string): void {
    this.#depth += 1;
    if (this.#depth > 1 || !this.#isSpreadsheet) return;
    this.#table = tag;
    this.#row = 0;
    this.#budget.takeSheet();
    this.#cells = new SheetCells(attribute(tag, "name") ?? "", this.#budget);
  }

  #closeTable(): void {
    this.#depth -= 1;
    if (this.#depth > 0 || this.#cells === null) return;
    const hidden = this.#hiddenStyles.has(attribute(this.#table, "style-name") ?? "");
    this.sheets.push(this.#cells.finish(attribute(this.#table, "name") ?? "", hidden));
    this.#cells = null;
  }

  #openRow(tag: string): void {
    this.#rowTag = tag;
    this.#rowCells = [];
    this.#column = 0;
  }

  #closeRow(): void {
    const repeated = count(this.#rowTag, "number-rows-repeated");
    const hidden = (attribute(this.#rowTag, "visibility") ?? "visible") !== "visible";
    const last = upTo(this.#row, repeated, kMostRows);
    for (let row = this.#row; row < last && (hidden || this.#rowCells.length > 0); row += 1) {
      if (hidden) this.#cells?.hideRow(row);
      for (const { column, text } of this.#rowCells) this.#cells?.add(row, column, text);
    }
    this.#row += repeated;
  }

  #openCell(tag: string): void {
    this.#cellTag = tag;
    this.#inside = 0;
    this.#inParagraph = false;
    this.#shown = [];
  }

  #openInCell(name: string, tag: string): void {
    this.#inside += 1;
    if (this.#inside === 1 && name === "p") {
      this.#inParagraph = true;
      this.#shown.push("");
    } else if (this.#inParagraph) {
      if (name === "s") this.#show(" ".repeat(Math.min(count(tag, "c"), kMostColumns)));
      else if (name === "tab") this.#show("\t");
      else if (name === "line-break") this.#show("\n");
    }
  }

  #show(text: string): void {
    this.#shown[this.#shown.length - 1] += text;
  }

  #closeCell(): void {
    this.#inside = -1;
    const tag = this.#cellTag;
    const repeated = count(tag, "number-columns-repeated");
    const [right, down] = [count(tag, "number-columns-spanned"), count(tag, "number-rows-spanned")];
    if (right > 1 || down > 1)
      this.#cells?.merge(this.#row, this.#column, this.#row + down - 1, this.#column + right - 1);
    const text = cellText(tag, this.#shown.join("\n"));
    const last = text === "" ? this.#column : upTo(this.#column, repeated, kMostColumns);
    for (let column = this.#column; column < last; column += 1) this.#rowCells.push({ column, text });
    this.#budget.takeCells(last - this.#column);
    this.#column += repeated;
  }
}

/** The end of so many from here; one beyond the sheet is enough to be refused where cells are counted. */
function upTo(from: number, repeated: number, most: number): number {
  return Math.max(from + 1, Math.min(from + repeated, most + 1));
}

function count(tag: string, name: string): number {
  const number = Number(attribute(tag, name) ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

function cellText(tag: string, shown: string): string {
  const type = attribute(tag, "value-type");
  const value = attribute(tag, "value");
  if (type === null) {
    const formula = attribute(tag, "formula");
    return formula === null || shown !== "" ? shown : formula.replace(/^\w+:=?/, "=");
  }
  if (type === "date") return isoDateText(attribute(tag, "date-value") ?? shown);
  if (type === "time") return timeOf(attribute(tag, "time-value") ?? "") ?? shown;
  if (type === "boolean") return attribute(tag, "boolean-value") === "true" ? "TRUE" : "FALSE";
  const number = Number(value);
  if (type === "string" || value === null || !Number.isFinite(number)) return shown;
  // LibreOffice keeps a truth value as 1 with a format.
  if (shown === "TRUE" || shown === "FALSE") return shown;
  return type === "percentage" ? percentText(number) : numberText(number);
}

/** PT08H30M00S. */
function timeOf(duration: string): string | null {
  const found = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(duration);
  return found === null
    ? null
    : timeText((Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3])) / 86_400);
}
