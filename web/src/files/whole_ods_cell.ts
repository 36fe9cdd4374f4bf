// SPDX-License-Identifier: MIT
//
// A cell of an .ods sheet as LibreOffice writes most of them, taken at once from the bytes: a number that is shown as it
// is saved, or a text in one paragraph. What repeats, spans, is shown in another way or says anything else is left to the
// reader of tags. A zero stands behind the last byte.

import { PlainText, bytesOf, startsWith } from "./plain_text.ts";

const kOpen = bytesOf("<table:table-cell");
const kClose = bytesOf("</table:table-cell>");
const kParagraph = bytesOf("<text:p>");
const kParagraphEnd = bytesOf("</text:p>");
const kType = bytesOf(' office:value-type="');
const kFloat = bytesOf('float"');
const kString = bytesOf('string"');
const kValue = bytesOf(' office:value="');
/** What says nothing about the value. */
const kAside = [bytesOf(' calcext:value-type="'), bytesOf(' table:style-name="')];
const [kSpace, kQuote, kMinus, kPoint, kZero, kNine, kLess, kMore] = [0x20, 0x22, 0x2d, 0x2e, 0x30, 0x39, 0x3c, 0x3e];
/** So many digits are whole in a double, and come back as they were. */
const kMostDigits = 15;

export class WholeOdsCell {
  kind: "number" | "text" = "text";
  value = 0;
  readonly text = new PlainText();

  /** Where the cell that begins at this < ends; -1 where it is another element or of another shape. */
  read(xml: Uint8Array, at: number): number {
    if (!startsWith(xml, at, kOpen)) return -1;
    let i = at + kOpen.length;
    let type: Uint8Array | null = null;
    let [from, end] = [-1, -1];
    while (xml[i] === kSpace) {
      if (type === null && startsWith(xml, i, kType)) {
        i += kType.length;
        type = [kFloat, kString].find((one) => startsWith(xml, i, one)) ?? null;
        if (type === null) return -1;
        i += type.length;
        continue;
      }
      const isValue = from < 0 && startsWith(xml, i, kValue);
      const name = isValue ? kValue : kAside.find((one) => startsWith(xml, i, one));
      if (name === undefined) return -1;
      i += name.length;
      if (isValue) from = i;
      while (xml[i] !== kQuote && xml[i]! >= kSpace && xml[i] !== kLess && xml[i] !== kMore) i += 1;
      if (xml[i] !== kQuote) return -1;
      if (isValue) end = i;
      i += 1;
    }
    if (xml[i] !== kMore || type === null) return -1;
    i = type === kString ? this.text.readParagraph(xml, i + 1) : this.#number(xml, i + 1, from, end);
    if (i < 0 || !startsWith(xml, i, kClose)) return -1;
    this.kind = type === kString ? "text" : "number";
    return i + kClose.length;
  }

  /** The paragraph that shows what stands in [from, end), where that is what numberText() writes. */
  #number(xml: Uint8Array, at: number, from: number, end: number): number {
    const length = end - from;
    if (from < 0 || length === 0 || !startsWith(xml, at, kParagraph)) return -1;
    const shown = at + kParagraph.length;
    let digits = "";
    let point = -1;
    for (let k = 0; k < length; k += 1) {
      const byte = xml[from + k]!;
      if (xml[shown + k] !== byte) return -1;
      if (byte === kPoint && point < 0) point = k;
      else if (byte === kMinus ? k > 0 : byte < kZero || byte > kNine) return -1;
      digits += String.fromCharCode(byte);
    }
    const value = Number(digits);
    const whole = xml[from] === kMinus ? 1 : 0;
    const isLong = xml[from + whole] === kZero && length > whole + 1 && point !== whole + 1;
    const isRagged = point >= 0 && (point === whole || xml[end - 1] === kZero || point === length - 1);
    if (isLong || isRagged || length > kMostDigits || !Number.isFinite(value)) return -1;
    this.value = value;
    return startsWith(xml, shown + length, kParagraphEnd) ? shown + length + kParagraphEnd.length : -1;
  }
}
