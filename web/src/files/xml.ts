// SPDX-License-Identifier: MIT
//
// Tags and texts of an XML part, as it is unpacked: nothing is kept, no tree is built, so ten million empty elements cost
// time only. No document type is accepted and no entity but the five of XML is known: there is nothing to expand.

import { type Budget, refuse } from "./refusal.ts";
import type { Archive } from "./unzip.ts";

interface XmlEvents {
  /** `tag` is what stands between < and >, for attribute(). An empty element is opened and closed. */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
  /**
   * Where a part is nearly all of one kind of element: takes the one that begins at this < at once and gives back where it
   * ends, or -1 where it is not of the usual shape or not whole, which is then told piece by piece.
   */
  whole(xml: string, at: number): number;
}

/** A cell holds 32,767 characters, each up to six as an entity; longer runs are no spreadsheet. */
const kLongestToken = 1_000_000;
const kDeclaration = 200;
const kSlash = 0x2f;
/** Steps of one tag or comment with the text before it. */
const kToken = 6;
/** So many are counted at once. */
const kTokens = 1024;

class XmlReader {
  #decoder: TextDecoder | null = null;
  #rest = "";
  readonly #part: string;
  readonly #events: XmlEvents;
  readonly #budget: Budget;

  constructor(part: string, events: Partial<XmlEvents>, budget: Budget) {
    this.#part = part;
    this.#events = { open: kNothing, close: kNothing, text: kNothing, whole: kNotWhole, ...events };
    this.#budget = budget;
  }

  push(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#decoder ??= decoderOf(piece);
    this.#rest = this.#consume(this.#rest + this.#decoder.decode(piece, { stream: true }));
    if (this.#rest.length > kLongestToken) refuse("damaged", { part: this.#part, limit: kLongestToken });
  }

  end(): void {
    if (this.#rest.trim() !== "") refuse("damaged", { part: this.#part });
  }

  /** All whole tokens of the string; gives back the beginning of one that has not ended. */
  #consume(xml: string): string {
    let at = 0;
    for (let tokens = 1; ; tokens += 1) {
      if (tokens === kTokens) {
        this.#budget.takeSteps(kTokens * kToken);
        tokens = 0;
      }
      const open = xml.indexOf("<", at);
      if (open < 0) return xml.slice(at); // a text is given as one piece, once its end is known
      if (open > at) this.#events.text(decodeText(xml.slice(at, open)));
      const whole = this.#events.whole(xml, open);
      if (whole > open) {
        at = whole;
        tokens -= 1; // it takes a cell instead
        continue;
      }
      const next = this.#markup(xml, open);
      if (next < 0) return xml.slice(open);
      at = next;
    }
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
      this.#events.open(name, xml.slice(open + 1, close));
      if (xml.charCodeAt(close - 1) === kSlash) this.#events.close(name);
    }
    return close + 1;
  }

  #declaration(xml: string, open: number): number {
    if (xml.startsWith("<!--", open)) return after(xml, "-->", open + 4);
    if (xml.startsWith("<![CDATA[", open)) {
      const next = after(xml, "]]>", open);
      if (next >= 0) this.#events.text(xml.slice(open + 9, next - 3));
      return next;
    }
    if (xml.length - open < 9) return -1; // not enough to tell yet
    return refuse("entities", { part: this.#part });
  }
}

const kNothing = (): void => {};
const kNotWhole = (): number => -1;

/** UTF-16 with its mark or by its zeros; other encodings by their name, which only old writers give. */
function decoderOf(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff || (start[0] === 0x3c && start[1] === 0)) return new TextDecoder("utf-16le");
  if (start[0] === 0xfe || (start[0] === 0 && start[1] === 0x3c)) return new TextDecoder("utf-16be");
  const head = new TextDecoder("latin1").decode(start.subarray(0, kDeclaration));
  const named = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(/^utf-?16/i.test(named) ? "utf-8" : named);
  } catch {
    return new TextDecoder();
  }
}

/** Reads a part of an archive; false when there is none of this name. */
export function readPart(archive: Archive, path: string, events: Partial<XmlEvents>): boolean {
  const reader = new XmlReader(path, events, archive.budget);
  const found = archive.read(path, (piece) => reader.push(piece));
  if (found) reader.end();
  return found;
}

/** Reads a file that is XML as a whole. */
export function readXml(bytes: Uint8Array, part: string, events: Partial<XmlEvents>, budget: Budget): void {
  const reader = new XmlReader(part, events, budget);
  for (let at = 0; at < bytes.length; at += kPiece) reader.push(bytes.subarray(at, at + kPiece));
  reader.end();
}

const kPiece = 1 << 16;

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
