// SPDX-License-Identifier: MIT
//
// <row r="7" spans="1:20"> as most programs write it, taken at once from the bytes like the cells in it (whole_cell.ts).
// One that is hidden, has a height, or says anything else that matters is left to the reader of tags.

import { bytesOf, startsWith } from "./plain_text.ts";
import { kMostRows } from "./refusal.ts";

const kOpen = bytesOf('<row r="');
const kClose = bytesOf("</row>");
/** What says nothing about the values. */
const kAside = [" spans=", " s=", " customFormat=", " x14ac:dyDescent="].map((name) => bytesOf(`${name}"`));
const [kZero, kColon, kPoint, kSpace, kQuote, kMore] = [0x30, 0x3a, 0x2e, 0x20, 0x22, 0x3e];

export class WholeRow {
  /** From 0; -1 where a row ends. */
  row = 0;

  /** Where the <row> or </row> that begins here ends; -1 where it is another element or says more. */
  read(xml: Uint8Array, at: number): number {
    if (startsWith(xml, at, kClose)) {
      this.row = -1;
      return at + kClose.length;
    }
    if (!startsWith(xml, at, kOpen)) return -1;
    let i = at + kOpen.length;
    let number = 0;
    for (; isDigit(xml[i]!) && number <= kMostRows; i += 1) number = number * 10 + xml[i]! - kZero;
    if (number === 0 || xml[i] !== kQuote) return -1;
    this.row = number - 1;
    i += 1;
    while (xml[i] === kSpace) {
      const name = kAside.find((one) => startsWith(xml, i, one));
      if (name === undefined) return -1;
      i += name.length;
      while (isDigit(xml[i]!) || xml[i] === kColon || xml[i] === kPoint || xml[i] === kSpace) i += 1;
      if (xml[i] !== kQuote) return -1;
      i += 1;
    }
    return xml[i] === kMore ? i + 1 : -1;
  }
}

const isDigit = (byte: number): boolean => byte >= kZero && byte < kColon;
