// SPDX-License-Identifier: MIT
//
// Tags and texts of an XML part, as it is unpacked: nothing is kept, no tree is built, so ten million empty elements cost
// time only. No document type is accepted and no entity but the five of XML is known: there is nothing to expand.
//
// The part is looked at as bytes of UTF-8, as nearly all are: most of a large one is taken as bytes by `whole`. What is
// told piece by piece is found in a string with one character a byte, where places are the same.

import { type Budget, refuse } from "./refusal.ts";
import type { Archive } from "./unzip.ts";

interface XmlEvents {
  /** `tag` is what stands between < and >, for attribute(). An empty element is opened and closed. */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
  /**
   * Where a part is nearly all of one kind of element: takes the one that begins at this < at once and gives back where it
   * ends, or -1 where it is not of the usual shape or not whole, which is then told piece by piece. A zero stands behind
   * the last byte.
   */
  whole(xml: Uint8Array, at: number): number;
}

/** A cell holds 32,767 characters, each up to six as an entity; longer runs are no spreadsheet. */
const kLongestToken = 1_000_000;
const kDeclaration = 200;
const kSlash = 0x2f;
/** Steps of one tag or comment with the text before it. */
const kToken = 6;
/** So many are counted at once. */
const kTokens = 1024;

/** Bytes that are looked at together. */
const kWindow = 1 << 16;
const kFirst = 4096;

class XmlReader {
  /** What has not been taken yet; behind it a zero. */
  #xml = new Uint8Array(kFirst);
  #length = 0;
  /** So much of it was looked at before: the beginning of a token that has not ended. */
  #seen = 0;
  /** The same with one character a byte, once it is needed. */
  #latin: string | null = null;
  #begun = false;
  /** Where the part is not UTF-8. */
  #decoder: TextDecoder | null = null;
  readonly #part: string;
  readonly #events: XmlEvents;
  readonly #budget: Budget;

  constructor(part: string, events: Partial<XmlEvents>, budget: Budget) {
    this.#part = part;
    this.#events = { open: kNothing, close: kNothing, text: kNothing, whole: kNotWhole, ...events };
    this.#budget = budget;
  }

  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; at += kWindow) {
      const some = piece.subarray(at, at + kWindow);
      this.#append(this.#decoder === null ? some : kEncoder.encode(this.#decoder.decode(some, { stream: true })));
      if (this.#length >= this.#seen + kWindow) this.#take();
    }
  }

  end(): void {
    this.#take();
    if (kUtf8.decode(this.#xml.subarray(0, this.#length)).trim() !== "") refuse("damaged", { part: this.#part });
  }

  #append(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length >= this.#xml.length) {
      const wider = new Uint8Array(length * 2);
      wider.set(this.#xml.subarray(0, this.#length));
      this.#xml = wider;
    }
    this.#xml.set(bytes, this.#length);
    this.#length = length;
  }

  #take(): void {
    if (!this.#begun) this.#begin();
    this.#xml[this.#length] = 0;
    this.#latin = null;
    const taken = this.#consume(this.#xml, this.#length);
    this.#xml.copyWithin(0, taken, this.#length);
    this.#length -= taken;
    this.#seen = this.#length;
    if (this.#length > kLongestToken && unitsOf(this.#xml.subarray(0, this.#length)) > kLongestToken)
      refuse("damaged", { part: this.#part, limit: kLongestToken });
  }

  #begin(): void {
    this.#begun = true;
    const start = this.#xml.slice(0, this.#length);
    this.#decoder = decoderOf(start);
    if (this.#decoder === null) return;
    this.#length = 0;
    this.#append(kEncoder.encode(this.#decoder.decode(start, { stream: true })));
  }

  /** All whole tokens; returns where one begins that has not ended. */
  #consume(xml: Uint8Array, length: number): number {
    let at = 0;
    for (let tokens = 1; ; tokens += 1) {
      if (tokens === kTokens) {
        this.#budget.takeSteps(kTokens * kToken);
        tokens = 0;
      }
      const open = xml[at] === kLess ? at : xml.indexOf(kLess, at);
      if (open < 0 || open >= length) return at; // a text is given as one piece, once its end is known
      if (open > at) this.#events.text(decodeText(this.#text(at, open)));
      const whole = this.#events.whole(xml, open);
      if (whole > open) {
        at = whole;
        tokens -= 1; // it takes a cell instead
        continue;
      }
      const next = this.#markup((this.#latin ??= kLatin.decode(xml.subarray(0, length))), open);
      if (next < 0) return open;
      at = next;
    }
  }

  #text(from: number, to: number): string {
    const latin = (this.#latin ??= kLatin.decode(this.#xml.subarray(0, this.#length)));
    for (let i = from; i < to; i += 1) if (this.#xml[i]! >= 0x80) return kUtf8.decode(this.#xml.subarray(from, to));
    return latin.slice(from, to);
  }

  /** What begins at this <; where it ends, or -1. */
  #markup(xml: string, open: number): number {
    const second = xml.charCodeAt(open + 1);
    if (second === 0x21) return this.#declaration(xml, open);
    if (second === 0x3f) return after(xml, "?>", open);
    const close = tagEnd(xml, open + 1);
    if (close < 0) return -1;
    if (second === kSlash) {
      this.#events.close(localName(xml, open + 2, close));
    } else {
      const name = localName(xml, open + 1, close);
      this.#events.open(name, this.#text(open + 1, close));
      if (xml.charCodeAt(close - 1) === kSlash) this.#events.close(name);
    }
    return close + 1;
  }

  #declaration(xml: string, open: number): number {
    if (xml.startsWith("<!--", open)) return after(xml, "-->", open + 4);
    if (xml.startsWith("<![CDATA[", open)) {
      const next = after(xml, "]]>", open);
      if (next >= 0) this.#events.text(this.#text(open + 9, next - 3));
      return next;
    }
    if (xml.length - open < 9) return -1; // not enough to tell yet
    return refuse("entities", { part: this.#part });
  }
}

const kNothing = (): void => {};
const kNotWhole = (): number => -1;

const kLess = 0x3c;
const kEncoder = new TextEncoder();
const kUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** Of windows-1252 in truth, which also has one character for each byte. */
const kLatin = new TextDecoder("latin1");

/** UTF-16 with its mark or by its zeros; other encodings by their name, which only old writers give; null for UTF-8. */
function decoderOf(start: Uint8Array): TextDecoder | null {
  if (start[0] === 0xff || (start[0] === 0x3c && start[1] === 0)) return new TextDecoder("utf-16le");
  if (start[0] === 0xfe || (start[0] === 0 && start[1] === 0x3c)) return new TextDecoder("utf-16be");
  const head = kLatin.decode(start.subarray(0, kDeclaration));
  const named = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? "utf-8";
  if (/^utf-?(?:8|16)/i.test(named)) return null;
  try {
    return new TextDecoder(named);
  } catch {
    return null;
  }
}

/** Of UTF-16. */
function unitsOf(utf8: Uint8Array): number {
  let units = 0;
  for (const byte of utf8) if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  return units;
}

/** Reads a part of an archive; false when there is none of this name. */
export async function readPart(archive: Archive, path: string, events: Partial<XmlEvents>): Promise<boolean> {
  const reader = new XmlReader(path, events, archive.budget);
  const found = await archive.read(path, (piece) => reader.push(piece));
  if (found) reader.end();
  return found;
}

/** Reads a file that is XML as a whole. */
export function readXml(bytes: Uint8Array, part: string, events: Partial<XmlEvents>, budget: Budget): void {
  const reader = new XmlReader(part, events, budget);
  reader.push(bytes);
  reader.end();
}

/** The value of an attribute by its name without prefix (writers choose their own for r:id), or null. */
export function attribute(tag: string, wanted: string): string | null {
  if (!tag.includes(wanted)) return null; // most are asked for in vain
  let at = 0;
  for (;;) {
    const equals = tag.indexOf("=", at);
    if (equals < 0) return null;
    let from = equals + 1;
    while (isSpace(tag.charCodeAt(from))) from += 1;
    const to = tag.indexOf(tag.charAt(from), from + 1);
    if (to < 0) return null;
    let end = equals;
    while (end > at && isSpace(tag.charCodeAt(end - 1))) end -= 1;
    const start = end - wanted.length;
    if (start > at && tag.startsWith(wanted, start)) {
      const before = tag.charCodeAt(start - 1);
      if (isSpace(before) || (before === 0x3a && !tag.endsWith("xmlns:", start)))
        return decodeText(tag.slice(from + 1, to));
    }
    at = to + 1;
  }
}

export function isTrue(value: string | null): boolean {
  return value === "1" || value === "true" || value === "on";
}

function after(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  return at < 0 ? -1 : at + end.length;
}

/** The > of a tag, which may also stand inside the quotes of an attribute. */
function tagEnd(xml: string, from: number): number {
  const first = xml.indexOf(">", from);
  if (first < 0 || isTagEnd(xml, from, first)) return first;
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const unit = xml.charCodeAt(at);
    if (quote !== 0) {
      if (unit === quote) quote = 0;
    } else if (unit === 0x3e) {
      return at;
    } else if (unit === 0x22 || unit === 0x27) {
      quote = unit;
    }
  }
  return -1;
}

/** Whether the first > must be the one: no quotes before it, or one that closes, of the only kind there is. */
function isTagEnd(xml: string, from: number, at: number): boolean {
  let last = at - 1;
  if (xml.charCodeAt(last) === kSlash) last -= 1;
  while (last > from && isSpace(xml.charCodeAt(last))) last -= 1;
  const tag = xml.slice(from, at);
  if (tag.includes("'")) return false;
  if (xml.charCodeAt(last) !== 0x22) return !tag.includes('"');
  const before = xml.charCodeAt(last - 1);
  return before !== 0x3d && !isSpace(before);
}

function localName(xml: string, from: number, to: number): string {
  let start = from;
  let end = from;
  for (; end < to; end += 1) {
    const unit = xml.charCodeAt(end);
    if (isSpace(unit) || unit === kSlash) break;
    if (unit === 0x3a) start = end + 1;
  }
  return xml.slice(start, end);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

const kNamed: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Line ends as XML has them, the five names, characters by number; an unknown name stays as it stands. */
function decodeText(raw: string): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (found, decimal, hex, name) => {
    if (name !== undefined) return kNamed[name] ?? found;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : found;
  });
}
