// SPDX-License-Identifier: MIT
//
// A page as it is written, cell by cell, as UTF-8: a table of the nation is tens of megabytes, and as a string it would
// be copied three times more until the engine has it.

import { numberText } from "./number_text.ts";
import type { Texts } from "./texts.ts";

const kFirst = 4096;
/** Room above what is expected, so that the last cells need no other copy; and what any other copy gains, at least. */
const kSlack = 1.02;
const kGrowth = 1.125;
/** How far the beginning is believed. */
const kMostGrowth = 8;
/** Of a number in a cell. */
const kLongestNumber = 48;
/** Up to so many bytes a loop is faster than a copy by the platform. */
const kShort = 48;
const kZero = 0x30;
const kMostDecimals = 4;
const kEncoder = new TextEncoder();

export class PageBytes {
  #bytes = new Uint8Array(kFirst);
  #at = 0;
  /** Of the whole, how much is written: what is still to come is about as long. */
  readonly #done: () => number;

  constructor(done: () => number) {
    this.#done = done;
  }

  /** Of ASCII, and short. */
  mark(text: string): void {
    this.#room(text.length);
    for (let i = 0; i < text.length; i += 1) this.#bytes[this.#at + i] = text.charCodeAt(i);
    this.#at += text.length;
  }

  text(text: string): void {
    this.#room(text.length * 3);
    this.#at += kEncoder.encodeInto(text, this.#bytes.subarray(this.#at)).written;
  }

  /** The bytes of a text that may stand there as they are. */
  plain(texts: Texts, index: number): void {
    const [from, end] = [texts.begin(index), texts.end(index)];
    this.#room(end - from);
    const [bytes, source, at] = [this.#bytes, texts.bytes, this.#at];
    if (end - from > kShort) bytes.set(source.subarray(from, end), at);
    else for (let i = from; i < end; i += 1) bytes[at + i - from] = source[i]!;
    this.#at = at + end - from;
  }

  /** As numberText() gives it; returns how long that is. */
  number(value: number): number {
    this.#room(kLongestNumber);
    const from = this.#at;
    if (value === (value | 0)) this.#digits(value | 0, 0);
    else if (!this.#decimals(value)) this.mark(numberText(value));
    return this.#at - from;
  }

  /** Where the value is so many hundredths, or up to ten thousandths: no other number of so few digits means it. */
  #decimals(value: number): boolean {
    for (let decimals = 1, power = 10; decimals <= kMostDecimals; decimals += 1, power *= 10) {
      const whole = Math.round(value * power);
      if (whole !== (whole | 0)) return false;
      if (whole / power !== value) continue;
      this.#digits(whole, decimals);
      return true;
    }
    return false;
  }

  /** From the end, the point before so many of them. */
  #digits(value: number, decimals: number): void {
    const bytes = this.#bytes;
    const negative = value < 0;
    let rest = negative ? -value : value;
    let length = negative ? 1 : 0;
    let count = 1;
    for (let power = 10; rest >= power; power *= 10) count += 1;
    if (count <= decimals) count = decimals + 1;
    length += count + (decimals > 0 ? 1 : 0);
    let at = this.#at + length;
    for (let left = count; left > 0; left -= 1) {
      const tenth = (rest / 10) | 0;
      bytes[(at -= 1)] = kZero + rest - tenth * 10;
      rest = tenth;
      if (decimals > 0 && count - left + 1 === decimals) bytes[(at -= 1)] = 0x2e;
    }
    if (negative) bytes[at - 1] = 0x2d;
    this.#at += length;
  }

  /** All that was written; nothing is written after it. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.length > this.#at * kGrowth ? this.#bytes.slice(0, this.#at) : this.#bytes.subarray(0, this.#at);
  }

  #room(more: number): void {
    const least = this.#at + more;
    if (least <= this.#bytes.length) return;
    const expected = Math.min(kSlack / this.#done(), kMostGrowth) * least;
    const longer = new Uint8Array(Math.ceil(Math.max(expected, least * kGrowth)));
    longer.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = longer;
  }
}
