// SPDX-License-Identifier: MIT
//
// One sheet of an .xlsx file. Formulas are never computed: what the program that saved the file showed is what is read.

import { fromEscapes, placeOf } from "./cell_text.ts";
import { formatted, formattedText, kGeneral, type NumberFormat } from "./number_format.ts";
import { isoDateText } from "./number_text.ts";
import { type Budget, refuse } from "./refusal.ts";
import { SheetCells, type Sheet, grown } from "./sheet_cells.ts";
import type { ShownNumber } from "./shown_number.ts";
import type { Archive } from "./unzip.ts";
import { WholeCell } from "./whole_cell.ts";
import { WholeRow } from "./whole_row.ts";
import { type Book, type SheetPart, TextRuns, linksOf } from "./xlsx_book.ts";
import { attribute, isTrue, readPart } from "./xml.ts";

/** Steps of the tag of a row. */
const kRow = 6;

export async function readXlsxSheet(archive: Archive, book: Book, part: SheetPart, budget: Budget): Promise<Sheet> {
  const reader = new SheetReader(book, new SheetCells(part.name, budget, book.texts), part.name, budget);
  await readPart(archive, part.path, {
    open: (name, tag) => reader.open(name, tag),
    close: (name) => reader.close(name),
    text: (text) => reader.add(text),
    whole: (xml, at) => reader.whole(xml, at),
  });
  const links = [...(await linksOf(archive, part.path)).values()];
  for (const path of new Set(links.filter(({ type }) => type === "table").map((link) => link.path)))
    await readPart(archive, path, { open: (name, tag) => reader.openTable(name, tag) });
  return reader.cells.finish(part.name, part.hidden);
}

class SheetReader {
  // Cells and rows without an address follow the one before.
  #row = -1;
  #column = -1;
  #type = "";
  #style = 0;
  #value: string | null = null;
  #formula: string | null = null;
  #shared: string | null = null;
  #inside: "" | "v" | "f" = "";
  #inCell = false;
  #filter = "";
  readonly #whole = new WholeCell();
  readonly #rowTag = new WholeRow();
  readonly #runs = new TextRuns();
  readonly #masters = new Map<string, string>();

  readonly #book: Book;
  readonly #part: string;
  readonly #budget: Budget;
  readonly cells: SheetCells;

  constructor(book: Book, cells: SheetCells, part: string, budget: Budget) {
    this.#book = book;
    this.#part = part;
    this.#budget = budget;
    this.cells = cells;
  }

  open(name: string, tag: string): void {
    if (name === "c") this.#openCell(tag);
    else if (name === "row") this.#openRow(tag);
    else if (name === "v") this.#openValue();
    else if (name === "f") this.#openFormula(tag);
    else if (name === "mergeCell") this.#merge(attribute(tag, "ref") ?? "");
    else if (name === "col") this.#hideColumns(tag);
    else if (name === "autoFilter" || name === "filterColumn") this.openFilter(name, tag);
    else this.#runs.open(name);
  }

  /** A table of its own within the sheet: its last rows may be totals. */
  openTable(name: string, tag: string): void {
    if (name !== "table") return this.openFilter(name, tag);
    const last = placeOf((attribute(tag, "ref") ?? "").split(":", 2)[1] ?? "")?.row ?? -1;
    this.cells.foot(last + 1 - Number(attribute(tag, "totalsRowCount") ?? 0), last);
  }

  /** A filter that stands over the columns but is not set hides nothing: it has no columns of its own. */
  openFilter(name: string, tag: string): void {
    if (name === "autoFilter") this.#filter = attribute(tag, "ref") ?? "";
    if (name !== "filterColumn") return;
    const [from, to] = this.#filter.split(":", 2).map(placeOf);
    if (from && to) this.cells.filter(from.row, to.row);
    this.#filter = "";
  }

  close(name: string): void {
    if (name === "c") this.#finishCell();
    else if (name === "v" || name === "f") this.#inside = "";
    else this.#runs.close(name);
  }

  add(text: string): void {
    if (this.#inside === "v") this.#value = grown(this.#value ?? "", text, this.#part);
    else if (this.#inside === "f") this.#formula = grown(this.#formula ?? "", text, this.#part);
    else if (this.#type === "inlineStr") this.#runs.add(text);
  }

  #openRow(tag: string): void {
    const number = attribute(tag, "r");
    this.#row = number === null ? this.#row + 1 : Number(number) - 1;
    if (!Number.isSafeInteger(this.#row) || this.#row < 0) this.#row = 0;
    this.#column = -1;
    if (isTrue(attribute(tag, "hidden")) || Number(attribute(tag, "ht") ?? 1) === 0)
      this.cells.hideRows(this.#row, this.#row);
  }

  #hideColumns(tag: string): void {
    if (!isTrue(attribute(tag, "hidden")) && Number(attribute(tag, "width") ?? 1) !== 0) return;
    this.cells.hideColumns(Number(attribute(tag, "min")) - 1, Number(attribute(tag, "max")) - 1);
  }

  /** A cell of the usual shape, for the reader of tags. */
  whole(xml: Uint8Array, at: number): number {
    if (this.#inCell) return -1;
    const cell = this.#whole;
    const end = cell.read(xml, at);
    if (end < 0) return this.#wholeRow(xml, at);
    if (cell.formula && this.#book.uncomputed) return -1;
    const { kind, row, column, value } = cell;
    const format = this.#format(cell.style);
    if (kind === "text") {
      if (!isPlain(format)) return -1;
      const { from, end: to, units } = cell.text;
      this.cells.addBytes(row, column, xml, from, to, units);
    } else if (kind === "shared") {
      this.#addShared(row, column, value, format);
    } else if (kind === "number") {
      if (format.kind === "number") this.cells.addNumber(row, column, value);
      else this.cells.add(row, column, formatted(value, format, this.#book.from1904));
    }
    this.#row = row;
    this.#column = column;
    return end;
  }

  #wholeRow(xml: Uint8Array, at: number): number {
    const end = this.#rowTag.read(xml, at);
    if (end < 0) return -1;
    this.#budget.takeSteps(kRow);
    if (this.#rowTag.row < 0) return end;
    this.#row = this.#rowTag.row;
    this.#column = -1;
    return end;
  }

  #openCell(tag: string): void {
    this.#inCell = true;
    const place = placeOf(attribute(tag, "r") ?? "");
    this.#column += 1;
    if (place !== null) {
      this.#row = place.row;
      this.#column = place.column;
    }
    this.#type = attribute(tag, "t") ?? "n";
    this.#style = Number(attribute(tag, "s") ?? 0);
    this.#value = null;
    this.#formula = null;
    this.#shared = null;
    this.#runs.take();
  }

  #openValue(): void {
    this.#inside = "v";
    this.#value ??= "";
  }

  #openFormula(tag: string): void {
    this.#inside = "f";
    this.#formula = "";
    this.#shared = attribute(tag, "t") === "shared" ? attribute(tag, "si") : null;
  }

  #finishCell(): void {
    if (this.#row < 0) this.#row = 0;
    if (this.#column < 0) this.#column = 0; // it ends without a beginning
    if (this.#shared !== null && this.#formula) this.#masters.set(this.#shared, this.#formula);
    const format = this.#format(this.#style);
    if (this.#type === "s" && !this.#isMissing()) this.#addShared(this.#row, this.#column, Number(this.#value), format);
    else this.cells.add(this.#row, this.#column, this.#cellText(format));
    this.#type = "";
    this.#inCell = false;
  }

  /** An empty value is the text of a formula that gave an empty text; everywhere else nothing has been computed yet. */
  #isMissing(): boolean {
    if (this.#value === null || (this.#value === "" && this.#type !== "str")) return true;
    // Writers that compute nothing save 0 and ask Excel to compute when it opens the book.
    return this.#formula !== null && this.#value === "0" && this.#book.uncomputed;
  }

  #cellText(format: NumberFormat): string | ShownNumber {
    if (this.#type === "inlineStr") return formattedText(this.#runs.take(), format);
    if (this.#isMissing()) return this.#uncomputed();
    const [value, type] = [this.#value ?? "", this.#type];
    if (type === "str") return formattedText(fromEscapes(value), format);
    if (type === "b") return isTrue(value) ? "TRUE" : "FALSE";
    if (type === "d") return isoDateText(value);
    if (type === "e") return value;
    const number = Number(value);
    if (!Number.isFinite(number) || value.trim() === "") return value;
    return formatted(number, format, this.#book.from1904);
  }

  #addShared(row: number, column: number, index: number, format: NumberFormat): void {
    const { texts } = this.#book;
    if (!texts.has(index)) refuse("damaged", { part: "sharedStrings" });
    if (isPlain(format)) this.cells.addShared(row, column, index);
    else this.cells.add(row, column, formattedText(texts.at(index), format));
  }

  #format(style: number): NumberFormat {
    return this.#book.formats[style] ?? kGeneral;
  }

  /** The formula itself stands in for a value that was never saved, so that whoever reads the number complains. */
  #uncomputed(): string {
    if (this.#formula === null) return "";
    return `=${this.#formula || (this.#masters.get(this.#shared ?? "") ?? "")}`;
  }

  #merge(reference: string): void {
    const [from, to] = reference.split(":", 2).map(placeOf);
    if (from && to) this.cells.merge(from.row, from.column, to.row, to.column);
  }
}

/** Whether it leaves texts as they are. */
const isPlain = (format: NumberFormat): boolean => !format.ofTexts && format.hidesTexts !== true;
