// SPDX-License-Identifier: MIT
//
// The records of an .xls stream: number, length, bytes. A record that is too long goes on in others, and a text may be
// cut in the middle, where its characters may change from one byte to two.

import { refuse } from "./refusal.ts";

const kContinue = 0x003c;

export interface BiffRecord {
  readonly type: number;
  /** The bytes of the record, then those of what continues it. */
  readonly parts: readonly Uint8Array[];
  readonly next: number;
}

export function recordAt(stream: Uint8Array, at: number): BiffRecord | null {
  if (at + 4 > stream.length) return null;
  const type = stream[at]! | (stream[at + 1]! << 8);
  const parts: Uint8Array[] = [];
  let from = at;
  do {
    const length = stream[from + 2]! | (stream[from + 3]! << 8);
    if (from + 4 + length > stream.length) refuse("damaged", { part: "xls" });
    parts.push(stream.subarray(from + 4, from + 4 + length));
    from += 4 + length;
  } while (from + 4 <= stream.length && stream[from] === kContinue && stream[from + 1] === 0);
  return { type, parts, next: from };
}

/** Reads a record from its beginning; asking for more than there is refuses the file. */
export class RecordReader {
  #part = 0;
  #at = 0;

  readonly #record: BiffRecord;
  /** Null in the format of Excel 97 and later, where texts are Unicode. */
  readonly #codePage: TextDecoder | null;

  constructor(record: BiffRecord, codePage: TextDecoder | null) {
    this.#record = record;
    this.#codePage = codePage;
  }

  get done(): boolean {
    this.#turn();
    return this.#at >= this.#current.length;
  }

  u8(): number {
    this.#turn();
    const byte = this.#current[this.#at];
    if (byte === undefined) refuse("damaged", { part: "xls" });
    this.#at += 1;
    return byte;
  }

  u16(): number {
    return this.u8() + this.u8() * 0x100;
  }

  u32(): number {
    return this.u16() + this.u16() * 0x10000;
  }

  f64(): number {
    for (let i = 0; i < 8; i += 1) kDouble.setUint8(i, this.u8());
    return kDouble.getFloat64(0, true);
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      this.#turn();
      const here = Math.min(left, this.#current.length - this.#at);
      if (here <= 0) refuse("damaged", { part: "xls" });
      this.#at += here;
      left -= here;
    }
  }

  /** A text behind its length, which takes one byte or two. */
  text(lengthBytes: 1 | 2): string {
    const length = lengthBytes === 1 ? this.u8() : this.u16();
    if (this.#codePage !== null) return this.#codePage.decode(this.#bytes(length));
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const extra = flags & 4 ? this.u32() : 0;
    const text = this.#characters(length, (flags & 1) !== 0);
    this.skip(runs * 4 + extra); // changes of the font inside the cell, readings of the characters
    return text;
  }

  #bytes(length: number): Uint8Array {
    this.#turn();
    const here = this.#current.subarray(this.#at, this.#at + length);
    this.#at += here.length;
    if (here.length === length) return here;
    const bytes = new Uint8Array(length);
    bytes.set(here);
    for (let at = here.length; at < length; at += 1) bytes[at] = this.u8();
    return bytes;
  }

  #characters(length: number, twoBytes: boolean): string {
    let wide = twoBytes;
    let text = "";
    for (let left = length; left > 0;) {
      if (this.#at >= this.#current.length) {
        if (this.#part + 1 >= this.#record.parts.length) refuse("damaged", { part: "xls" });
        this.#part += 1;
        this.#at = 0;
        wide = (this.u8() & 1) !== 0;
        continue;
      }
      const room = this.#current.length - this.#at;
      const count = Math.min(left, wide ? room >> 1 : room);
      if (count === 0) refuse("damaged", { part: "xls" });
      const bytes = this.#current.subarray(this.#at, this.#at + (wide ? count * 2 : count));
      text += wide ? kWide.decode(bytes) : kNarrow(bytes);
      this.#at += bytes.length;
      left -= count;
    }
    return text;
  }

  get #current(): Uint8Array {
    return this.#record.parts[this.#part] ?? kEmpty;
  }

  #turn(): void {
    while (this.#at >= this.#current.length && this.#part + 1 < this.#record.parts.length) {
      this.#part += 1;
      this.#at = 0;
    }
  }
}

const kDouble = new DataView(new ArrayBuffer(8));
const kEmpty = new Uint8Array(0);
const kWide = new TextDecoder("utf-16le", { ignoreBOM: true }); // a text may begin with U+FEFF
/** Not TextDecoder("latin1"), which means windows-1252 there. */
const kNarrow = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** A number in 30 bits, whole or the upper half of a double, perhaps times 100. */
export function fromRk(rk: number): number {
  let value = rk >> 2;
  if ((rk & 2) === 0) {
    kDouble.setUint32(0, 0, true);
    kDouble.setUint32(4, (rk & 0xfffffffc) >>> 0, true);
    value = kDouble.getFloat64(0, true);
  }
  return rk & 1 ? value / 100 : value;
}
