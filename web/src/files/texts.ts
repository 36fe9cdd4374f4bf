// SPDX-License-Identifier: MIT
//
// Texts of a workbook, one behind the other as UTF-8: each goes into many cells as bytes, few are ever asked for as
// strings.

/** What means something else between tags, or is written in another way there. */
const isSpecial = (byte: number): boolean =>
  byte === 0x26 || byte === 0x3c || byte === 0x3e || byte === 0x0a || byte === 0x0d;

const kDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
const kBytes = 1024;
const kTexts = 64;
const [kReplacement, kHigh, kLow, kBehind] = [0xfffd, 0xd800, 0xdc00, 0xe000];

export class Texts {
  bytes = new Uint8Array(kBytes);
  #end = 0;
  #ends = new Uint32Array(kTexts);
  /** In UTF-16, as texts are counted everywhere. */
  #units = new Uint32Array(kTexts);
  #specials = new Uint8Array(kTexts);
  length = 0;

  /** Returns its index. */
  add(text: string): number {
    this.#room(text.length * 3);
    const { bytes } = this;
    let at = this.#end;
    let special = false;
    for (let i = 0; i < text.length; i += 1) {
      let code = text.charCodeAt(i);
      if (code < 0x80) {
        if (isSpecial(code)) special = true;
        bytes[at++] = code;
        continue;
      }
      if (code >= kHigh && code < kBehind) {
        const next = text.charCodeAt(i + 1);
        const isPair = code < kLow && next >= kLow && next < kBehind;
        code = isPair ? ((code - kHigh) << 10) + next - kLow + 0x10000 : kReplacement;
        if (isPair) i += 1;
      }
      at = put(bytes, at, code);
    }
    return this.#finish(at, text.length, special);
  }

  /** Bytes that are right UTF-8 and have nothing special; `units` of UTF-16. */
  addPlain(from: Uint8Array, begin: number, end: number, units: number): number {
    this.#room(end - begin);
    this.bytes.set(from.subarray(begin, end), this.#end);
    return this.#finish(this.#end + end - begin, units, false);
  }

  has(index: number): boolean {
    return Number.isInteger(index) && index >= 0 && index < this.length;
  }

  at(index: number): string {
    return kDecoder.decode(this.bytes.subarray(this.begin(index), this.end(index)));
  }

  begin(index: number): number {
    return index === 0 ? 0 : this.#ends[index - 1]!;
  }

  end(index: number): number {
    return this.#ends[index]!;
  }

  units(index: number): number {
    return this.#units[index]!;
  }

  /** Whether its bytes may not stand between tags as they are. */
  isSpecial(index: number): boolean {
    return this.#specials[index] === 1;
  }

  #room(bytes: number): void {
    if (this.#end + bytes > this.bytes.length) this.bytes = wider(this.bytes, this.#end + bytes, Uint8Array);
    if (this.length < this.#ends.length) return;
    this.#ends = wider(this.#ends, this.length + 1, Uint32Array);
    this.#units = wider(this.#units, this.length + 1, Uint32Array);
    this.#specials = wider(this.#specials, this.length + 1, Uint8Array);
  }

  #finish(end: number, units: number, special: boolean): number {
    const index = this.length;
    this.#end = end;
    this.#ends[index] = end;
    this.#units[index] = units;
    this.#specials[index] = special ? 1 : 0;
    this.length = index + 1;
    return index;
  }
}

/** A character beyond ASCII; returns where it ends. */
function put(bytes: Uint8Array, from: number, code: number): number {
  let at = from;
  if (code < 0x800) {
    bytes[at++] = 0xc0 | (code >> 6);
  } else {
    if (code < 0x10000) {
      bytes[at++] = 0xe0 | (code >> 12);
    } else {
      bytes[at++] = 0xf0 | (code >> 18);
      bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
    }
    bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
  }
  bytes[at++] = 0x80 | (code & 0x3f);
  return at;
}

function wider<T extends Uint8Array | Uint32Array>(array: T, least: number, type: new (length: number) => T): T {
  const longer = new type(Math.max(least, Math.ceil(array.length * 1.5)));
  longer.set(array);
  return longer;
}
