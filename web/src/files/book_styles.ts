// SPDX-License-Identifier: MIT
//
// Looks of cells in a workbook that is written: each combination that a cell asks for is listed once, in the order in
// which it was asked for first. The first four are always there: plain, with wrapped lines, text, text with wrapped lines.

/**
 * head: of a column. fail: dark, as the official form wants a cell that is below the standard. near: not far below.
 * title: over a table.
 */
export type Look = "plain" | "head" | "fail" | "near" | "title";

/** The built-in format @. */
const kTextFormat = 49;
/** Formats of one's own begin here; with so many decimals 0.00… */
const kOwnFormats = 164;
/** More digits are texts: a spreadsheet has 15. */
export const kMostDecimals = 9;

const kFills: Readonly<Record<Exclude<Look, "plain" | "title">, string>> = {
  head: "E6EBF0",
  fail: "595959",
  near: "FFE7AE",
};
const kFilled = ["head", "fail", "near"] as const;
const kFonts = [
  '<font><sz val="11"/>',
  '<font><b/><sz val="11"/>',
  '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/>',
  '<font><b/><sz val="14"/>',
];
const kFontOf: Readonly<Record<Look, number>> = { plain: 0, near: 0, head: 1, fail: 2, title: 3 };

interface Wanted {
  readonly look: Look;
  readonly wrap: boolean;
  /** text: what is typed stays text, with the apostrophe that a spreadsheet keeps apart. A number: so many decimals. */
  readonly format: "general" | "text" | number;
  /** A line around it. Where nothing else is said, as the cell's kind wants it: text left, numbers right. */
  readonly boxed?: boolean;
  readonly align?: "left" | "center";
}

export class BookStyles {
  readonly #places = new Map<string, number>();
  readonly #formats: string[] = [];
  #decimals = -1;

  constructor() {
    for (const format of ["general", "text"] as const)
      for (const wrap of [false, true]) this.place({ look: "plain", wrap, format });
  }

  place(wanted: Wanted): number {
    const key = `${wanted.look} ${wanted.wrap} ${wanted.format} ${wanted.boxed ?? false} ${wanted.align ?? ""}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    if (typeof wanted.format === "number") this.#decimals = Math.max(this.#decimals, wanted.format);
    this.#places.set(key, this.#formats.length);
    this.#formats.push(formatOf(wanted));
    return this.#formats.length - 1;
  }

  /** The part styles.xml, without its head. `schema`: of spreadsheets. */
  xml(schema: string): string {
    const formats = Array.from(
      { length: this.#decimals + 1 },
      (_, decimals) =>
        `<numFmt numFmtId="${kOwnFormats + decimals}" formatCode="0${decimals === 0 ? "" : "."}${"0".repeat(decimals)}"/>`,
    );
    const fills = kFilled.map(
      (look) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${kFills[look]}"/></patternFill></fill>`,
    );
    return (
      `<styleSheet xmlns="${schema}">` +
      (formats.length === 0 ? "" : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`) +
      `<fonts count="${kFonts.length}">${kFonts.map((font) => `${font}<name val="等线"/></font>`).join("")}</fonts>` +
      `<fills count="${2 + fills.length}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join("")}</fills>` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${kBox}<diagonal/></border></borders>` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
      `<cellXfs count="${this.#formats.length}">${this.#formats.join("")}</cellXfs></styleSheet>`
    );
  }
}

const kBox = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"/>`).join("");

function formatOf({ look, wrap, format, boxed = false, align }: Wanted): string {
  const number = format === "general" ? 0 : format === "text" ? kTextFormat : kOwnFormats + format;
  const font = kFontOf[look];
  const fill = look === "plain" || look === "title" ? 0 : 2 + kFilled.indexOf(look);
  const vertical = align === undefined ? "top" : "center";
  const placed = `${align === undefined ? "" : ` horizontal="${align}"`}${wrap ? ' wrapText="1"' : ""}`;
  return (
    `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${boxed ? 1 : 0}" xfId="0" applyNumberFormat="1"` +
    `${font === 0 ? "" : ' applyFont="1"'}${fill === 0 ? "" : ' applyFill="1"'}${boxed ? ' applyBorder="1"' : ""}` +
    `${format === "text" ? ' quotePrefix="1"' : ""}` +
    (placed === "" ? "/>" : ` applyAlignment="1"><alignment${placed} vertical="${vertical}"/></xf>`)
  );
}
