// SPDX-License-Identifier: MIT
//
// Tables as an .xlsx file: the fewest parts that Excel and WPS open without a complaint. The same tables give the same
// bytes, so that two people who hand in the same file can see it.

import { BookStyles, kMostDecimals } from "./book_styles.ts";
import type { Look } from "./book_styles.ts";
import { type Zippable, strToU8, zipSync } from "fflate";
import { toEscapes } from "./cell_text.ts";
import { isFormula } from "./formula_guard.ts";
import { numberText } from "./number_text.ts";
import { kMostColumns, kMostRows } from "./refusal.ts";

/**
 * A text, or one with a look. `shown`: a number as people read it, with its decimals, which a spreadsheet computes with.
 * `boxed`: of a form, with a line around it, its lines wrapped, and in the middle unless it is `left`. `wrap`: its lines
 * are wrapped in any case.
 */
export type WrittenCell =
  | string
  | {
      readonly text: string;
      readonly look?: Look;
      readonly shown?: boolean;
      readonly boxed?: boolean;
      readonly left?: boolean;
      readonly wrap?: boolean;
    };

/** Cells that are one; from 0. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface WrittenSheet {
  readonly name: string;
  readonly cells: readonly (readonly WrittenCell[])[];
  /** Of the columns, in digits. */
  readonly widths?: readonly number[];
  /** Rows and columns that stay when all others are scrolled. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly merges?: readonly Merge[];
  /** Of rows, in points; undefined: as the program that opens it finds, which none does for merged cells. */
  readonly heights?: readonly (number | undefined)[];
  /** Rows that begin a page. */
  readonly breaks?: readonly number[];
  /** On A4, as wide as a page; wide: landscape. The header stands on each page and is a text of ours. */
  readonly print?: { readonly wide: boolean; readonly header: string };
}

const kSchemas = "http://schemas.openxmlformats.org/";
const kMain = `${kSchemas}spreadsheetml/2006/main`;
const kRelations = `${kSchemas}officeDocument/2006/relationships`;
const kPackage = `${kSchemas}package/2006/`;
const kContent = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const kHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The first day a zip archive can name, instead of today; as a local time, because that is what it holds. */
const noTime = (): Date => new Date(1980, 0, 1, 12);

export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  if (sheets.length === 0) throw new RangeError("no sheets"); // Excel does not open a book without one
  const names = sheetNames(sheets);
  const files: Zippable = {
    "[Content_Types].xml": part(contentTypes(sheets.length)),
    "_rels/.rels": part(relations([["officeDocument", "xl/workbook.xml"]])),
    "xl/workbook.xml": part(workbook(names, sheets)),
    "xl/_rels/workbook.xml.rels": part(
      relations([
        ...names.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
        ["styles", "styles.xml"],
      ]),
    ),
  };
  const styles = new BookStyles();
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = part(worksheet(sheet, styles));
  });
  files["xl/styles.xml"] = part(styles.xml(kMain));
  // The fastest packing: a fifth larger, twice as fast, which a table of the nation feels.
  return zipSync(files, { mtime: noTime(), level: 1 });
}

function part(xml: string): Uint8Array {
  return strToU8(kHead + xml);
}

function contentTypes(sheets: number): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="/xl/${path}" ContentType="${kContent}${type}+xml"/>`;
  return (
    `<Types xmlns="${kPackage}content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    override("workbook.xml", "sheet.main") +
    override("styles.xml", "styles") +
    Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}.xml`, "worksheet")).join("") +
    "</Types>"
  );
}

function relations(links: readonly (readonly [type: string, path: string])[]): string {
  const each = links.map(
    ([type, path], i) => `<Relationship Id="r${i + 1}" Type="${kRelations}/${type}" Target="${path}"/>`,
  );
  return `<Relationships xmlns="${kPackage}relationships">${each.join("")}</Relationships>`;
}

function workbook(names: readonly string[], sheets: readonly WrittenSheet[]): string {
  const each = names.map((name, i) => `<sheet name="${toEscapes(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`);
  return `<workbook xmlns="${kMain}" xmlns:r="${kRelations}"><bookViews><workbookView/></bookViews><sheets>${each.join("")}</sheets>${titlesOf(names, sheets)}</workbook>`;
}

/** What stays when a sheet is scrolled stands on each of its pages. */
function titlesOf(names: readonly string[], sheets: readonly WrittenSheet[]): string {
  const each = sheets.map(({ frozen, print }, i) =>
    print === undefined || frozen === undefined || frozen.rows === 0
      ? ""
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${toEscapes(`'${names[i]?.replaceAll("'", "''")}'!$1:$${frozen.rows}`)}</definedName>`,
  );
  return each.join("") === "" ? "" : `<definedNames>${each.join("")}</definedNames>`;
}

function worksheet(sheet: WrittenSheet, styles: BookStyles): string {
  const { cells, widths = [], frozen, merges = [], heights = [], breaks = [], print } = sheet;
  if (cells.length > kMostRows) throw new RangeError(`${cells.length} rows`);
  const rows = cells.map((row, r) => {
    if (row.length > kMostColumns) throw new RangeError(`${row.length} columns`);
    const each = row.map((one, c) => cell(`${columnName(c)}${r + 1}`, one, styles)).join("");
    const height = heights[r] === undefined ? "" : ` ht="${heights[r]}" customHeight="1"`;
    return each === "" ? "" : `<row r="${r + 1}"${height}>${each}</row>`;
  });
  const columns = widths.map((width, c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`);
  const cols = columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
  const fitted = print === undefined ? "" : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return `<worksheet xmlns="${kMain}">${fitted}${paneOf(frozen)}${cols}<sheetData>${rows.join("")}</sheetData>${mergesOf(merges)}${printOf(print)}${breaksOf(breaks)}</worksheet>`;
}

function mergesOf(merges: readonly Merge[]): string {
  const each = merges
    .filter(({ rows, columns }) => rows * columns > 1)
    .map(({ row, column, rows, columns }) => {
      const last = `${columnName(column + columns - 1)}${row + rows}`;
      return `<mergeCell ref="${columnName(column)}${row + 1}:${last}"/>`;
    });
  return each.length === 0 ? "" : `<mergeCells count="${each.length}">${each.join("")}</mergeCells>`;
}

function breaksOf(rows: readonly number[]): string {
  const each = rows.map((row) => `<brk id="${row}" max="${kMostColumns - 1}" man="1"/>`);
  const count = `count="${rows.length}" manualBreakCount="${rows.length}"`;
  return rows.length === 0 ? "" : `<rowBreaks ${count}>${each.join("")}</rowBreaks>`;
}

const kA4 = 9;

function printOf(print: WrittenSheet["print"]): string {
  if (print === undefined) return "";
  const side = print.wide ? "landscape" : "portrait";
  return (
    `<pageSetup paperSize="${kA4}" orientation="${side}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddHeader>&amp;R${toEscapes(print.header)}</oddHeader></headerFooter>`
  );
}

function paneOf(frozen: WrittenSheet["frozen"]): string {
  if (frozen === undefined) return "";
  const { rows, columns } = frozen;
  const splits = `${columns === 0 ? "" : ` xSplit="${columns}"`}${rows === 0 ? "" : ` ySplit="${rows}"`}`;
  const pane = columns === 0 ? "bottomLeft" : rows === 0 ? "topRight" : "bottomRight";
  const corner = `${columnName(columns)}${rows + 1}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

/** A number only where reading it gives the identical text; 007, +1, 1.0 and 20 digits stay texts. */
function isPlainNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && numberText(Number(text)) === text;
}

/** Of a number as it is shown, where reading it gives the identical digits; null: it is none, or has too many. */
function decimalsOf(text: string): number | null {
  const number = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  const decimals = number?.[1]?.length ?? 0;
  if (number === null || decimals > kMostDecimals) return null;
  return Number(text).toFixed(decimals) === text ? decimals : null;
}

function cell(place: string, written: WrittenCell, styles: BookStyles): string {
  const whole = typeof written === "string" ? { text: written } : written;
  const { text, look = "plain", shown = false, boxed = false, left = false, wrap = false } = whole;
  if (text === "" && look === "plain" && !boxed) return "";
  const align = left ? "left" : boxed || look === "title" ? "center" : undefined;
  const head = (wanted: Parameters<BookStyles["place"]>[0]): string => {
    const placed = { ...wanted, boxed, wrap: wanted.wrap || boxed || wrap };
    const style = styles.place(align === undefined ? placed : { ...placed, align });
    return `<c r="${place}"${style === 0 ? "" : ` s="${style}"`}`;
  };
  if (text === "") return `${head({ look, wrap: false, format: "general" })}/>`;
  const decimals = shown ? decimalsOf(text) : null;
  if (decimals !== null) return `${head({ look, wrap: false, format: decimals })}><v>${Number(text)}</v></c>`;
  if (isPlainNumber(text)) return `${head({ look, wrap: false, format: "general" })}><v>${text}</v></c>`;
  // With the format @ a text stays one when somebody edits the cell: a formula does not come alive, 007 does not become 7.
  const format = /^[\s+\-.\d]/.test(text) || isFormula(text) ? "text" : "general";
  const start = head({ look, wrap: /[\r\n]/.test(text) || look === "head", format });
  return `${start} t="inlineStr"><is><t xml:space="preserve">${toEscapes(text)}</t></is></c>`;
}

function columnName(index: number): string {
  let name = "";
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(0x41 + ((left - 1) % 26)) + name;
  }
  return name;
}

const kLongestName = 31;

/** Names as Excel wants them: 31 characters, some forbidden, none twice whatever the case. */
function sheetNames(sheets: readonly WrittenSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, i) => {
    const clean = name
      .replace(/[[\]:*?/\\\0-\x1f]/g, " ")
      .replace(/^'|'$/g, " ")
      .slice(0, kLongestName);
    const base = clean.trim() === "" ? `Sheet${i + 1}` : clean;
    let free = base;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) {
      const suffix = ` (${n})`;
      free = base.slice(0, kLongestName - suffix.length) + suffix;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}
