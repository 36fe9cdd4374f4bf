// SPDX-License-Identifier: MIT
//
// A cell of an .xlsx sheet as nearly every program writes it, taken at once from the bytes: a number, the index of a
// shared text (<c r="B7" s="3" t="s"><v>12</v></c>) or a text that may stand in a page as it is. A table of the nation
// has millions of them, and piece by piece each costs ten times as much. What is written in any other way, or not whole
// yet, is left to the reader of tags. A zero stands behind the last byte, which is part of nothing.

import { PlainText, bytesOf, startsWith } from "./plain_text.ts";
import { kMostColumns, kMostRows } from "./refusal.ts";

const kSpace = 0x20;
const kQuote = 0x22;
const kMinus = 0x2d;
const kPoint = 0x2e;
const kSlash = 0x2f;
const kZero = 0x30;
const kNine = 0x39;
const kLess = 0x3c;
const kEquals = 0x3d;
const kMore = 0x3e;
const kA = 0x41;
const kZ = 0x5a;
const kSmallC = 0x63;
const kSmallN = 0x6e;
const kSmallR = 0x72;
const kSmallS = 0x73;
const kSmallT = 0x74;
const kSmallV = 0x76;
const kMostStyles = 1_000_000;
/** So many digits are whole in a double, and so is their quotient by a power of ten rounded right. */
const kMostDigits = 15;
const kPowers = Float64Array.from({ length: kMostDigits + 1 }, (_, power) => 10 ** power);

export class WholeCell {
  row = 0;
  column = 0;
  style = 0;
  kind: "empty" | "number" | "shared" | "text" = "empty";
  /** Whether the value is the saved one of a formula, one without attributes: what it says is passed over. */
  formula = false;
  /** The number, or the index of the shared text. */
  value = 0;
  /** Where there is a text. */
  readonly text = new PlainText();

  /** Where the cell that begins at this < ends; -1 where it is another element or of another shape. */
  read(xml: Uint8Array, at: number): number {
    if (xml[at + 1] !== kSmallC || !four(xml, at + 2, kSpace, kSmallR, kEquals, kQuote)) return -1;
    let i = at + 6;
    let unit = xml[i]!;
    let column = 0;
    for (; unit >= kA && unit <= kZ && column <= kMostColumns; unit = xml[++i]!) column = column * 26 + unit - kA + 1;
    let row = 0;
    for (; unit >= kZero && unit <= kNine && row <= kMostRows; unit = xml[++i]!) row = row * 10 + unit - kZero;
    if (column === 0 || row === 0 || unit !== kQuote) return -1;
    this.row = row - 1;
    this.column = column - 1;
    this.style = 0;
    i += 1;
    if (four(xml, i, kSpace, kSmallS, kEquals, kQuote)) {
      i += 4;
      let style = 0;
      for (unit = xml[i]!; unit >= kZero && unit <= kNine && style < kMostStyles; unit = xml[++i]!)
        style = style * 10 + unit - kZero;
      if (unit !== kQuote) return -1;
      this.style = style;
      i += 1;
    }
    this.kind = "number";
    this.formula = false;
    if (four(xml, i, kSpace, kSmallT, kEquals, kQuote)) {
      i += 4;
      if (startsWith(xml, i, kInline)) return this.#inline(xml, i + kInline.length);
      if (startsWith(xml, i, kTextOfFormula)) {
        this.kind = "text";
        i += kTextOfFormula.length;
      } else {
        unit = xml[i]!;
        if ((unit !== kSmallS && unit !== kSmallN) || xml[i + 1] !== kQuote) return -1;
        if (unit === kSmallS) this.kind = "shared";
        i += 2;
      }
    }
    if (xml[i] === kSlash && xml[i + 1] === kMore) {
      this.kind = "empty";
      return i + 2;
    }
    if (xml[i] !== kMore) return -1;
    i += 1;
    if (startsWith(xml, i, kFormula)) {
      this.formula = true;
      i += kFormula.length;
      while (xml[i] !== kLess && xml[i] !== 0) i += 1;
      if (!startsWith(xml, i, kFormulaEnd)) return -1;
      i += kFormulaEnd.length;
    }
    i = this.kind === "text" ? this.text.readValue(xml, i) : this.#value(xml, i);
    return i >= 0 && four(xml, i, kLess, kSlash, kSmallC, kMore) ? i + 4 : -1;
  }

  #value(xml: Uint8Array, at: number): number {
    if (!startsWith(xml, at, kValue)) return -1;
    const end = this.#number(xml, at + kValue.length);
    return end >= 0 && four(xml, end, kLess, kSlash, kSmallV, kMore) ? end + 4 : -1;
  }

  #inline(xml: Uint8Array, from: number): number {
    const end = this.text.read(xml, from);
    if (end < 0 || !startsWith(xml, end, kInlineEnd)) return -1;
    this.kind = "text";
    return end + kInlineEnd.length;
  }

  #number(xml: Uint8Array, from: number): number {
    let i = from;
    let unit = xml[i]!;
    const negative = unit === kMinus;
    if (negative) unit = xml[++i]!;
    let value = 0;
    let digits = 0;
    let decimals = -1;
    for (; ; unit = xml[++i]!) {
      if (unit >= kZero && unit <= kNine) {
        value = value * 10 + unit - kZero;
        digits += 1;
        if (decimals >= 0) decimals += 1;
      } else if (unit === kPoint && decimals < 0) {
        decimals = 0;
      } else {
        break;
      }
    }
    if (digits === 0) return -1;
    if (unit === kLess && digits <= kMostDigits) {
      if (decimals > 0) value /= kPowers[decimals]!;
      this.value = negative ? -value : value;
    } else {
      // More digits than that, a power: as written, where it is a number at all.
      let written = "";
      for (i = from; xml[i]! > kSpace && xml[i]! < 0x80 && xml[i] !== kLess; i += 1)
        written += String.fromCharCode(xml[i]!);
      if (xml[i] !== kLess) return -1;
      this.value = Number(written);
    }
    return Number.isFinite(this.value) && !(this.kind === "shared" && !Number.isSafeInteger(this.value)) ? i : -1;
  }
}

const kInline = bytesOf('inlineStr"><is>');
const kTextOfFormula = bytesOf('str"');
const kFormula = bytesOf("<f>");
const kFormulaEnd = bytesOf("</f>");
const kValue = bytesOf("<v>");
const kInlineEnd = bytesOf("</is></c>");

function four(xml: Uint8Array, at: number, a: number, b: number, c: number, d: number): boolean {
  return xml[at] === a && xml[at + 1] === b && xml[at + 2] === c && xml[at + 3] === d;
}
