// SPDX-License-Identifier: MIT
//
// The records of a text of which only a piece is in memory. Bytes and not characters: tabs, commas, quotes and line ends
// are no part of another character in UTF-8, GB18030 and Big5.

import type { ByteSource } from "./byte_source.ts";

const kLineEnd = 0x0a;
const kQuote = 0x22;
const kPiece = 1 << 20;
/** No row of a table is longer; a quote that nobody closes makes one of all that follows. */
const kLongestRecord = 1 << 20;

/** Called with each record, its place and how many lines it takes; false ends the walk. */
type Each = (record: Uint8Array, offset: number, lines: number) => boolean;
/** Called with every piece as it is read. */
type Piece = (bytes: Uint8Array) => void;

/** False: it was ended, or a record has no end. */
export function walkRecords(source: ByteSource, from: number, delimiter: number, each: Each, piece: Piece): boolean {
  let rest = new Uint8Array(0);
  let base = from; // place of the first byte of `rest`
  for (let at = from; at < source.size;) {
    const read = source.read(at, kPiece);
    if (read.length === 0) break;
    piece(read);
    at += read.length;
    const bytes = rest.length === 0 ? read : concatenated(rest, read);
    let begin = 0;
    let quote = bytes.indexOf(kQuote);
    for (;;) {
      let end = bytes.indexOf(kLineEnd, begin);
      if (end < 0) break;
      if (quote >= 0 && quote < begin) quote = bytes.indexOf(kQuote, begin);
      let lines = 1;
      if (quote >= 0 && quote < end) {
        end = endOfQuoted(bytes, begin, delimiter);
        if (end < 0) break;
        for (let i = begin; i < end; i += 1) if (bytes[i] === kLineEnd) lines += 1;
      }
      if (!each(bytes.subarray(begin, end + 1), base + begin, lines)) return false;
      begin = end + 1;
    }
    rest = bytes.slice(begin);
    base += begin;
    if (rest.length > kLongestRecord) return false;
  }
  if (rest.length === 0) return true;
  // The last line need not have an end; a quote that is open there is one that nobody closed.
  const open = rest.includes(kQuote) && endOfQuoted(concatenated(rest, Uint8Array.of(kLineEnd)), 0, delimiter) < 0;
  return !open && each(rest, base, 1);
}

function concatenated(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

/** The line end behind the record that begins here, by RFC 4180; -1: not in these bytes. */
function endOfQuoted(bytes: Uint8Array, begin: number, delimiter: number): number {
  let cellBegins = true;
  let quoted = false;
  for (let i = begin; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (quoted) {
      if (byte !== kQuote) continue;
      if (bytes[i + 1] === kQuote) i += 1;
      else quoted = false;
    } else if (byte === kLineEnd) return i;
    else if (byte === kQuote && cellBegins) quoted = true;
    cellBegins = !quoted && byte === delimiter;
  }
  return -1;
}

/** One cell as it stands there, with its quotes; null where the record has not so many. */
export function cellOf(record: Uint8Array, delimiter: number, column: number): Uint8Array | null {
  let begin = 0;
  for (let left = column; ; left -= 1) {
    const end = endOfCell(record, begin, delimiter);
    if (left === 0) return record.subarray(begin, end);
    if (record[end] !== delimiter) return null;
    begin = end + 1;
  }
}

function endOfCell(record: Uint8Array, begin: number, delimiter: number): number {
  let quoted = record[begin] === kQuote;
  for (let i = begin + (quoted ? 1 : 0); i < record.length; i += 1) {
    const byte = record[i];
    if (quoted) {
      if (byte !== kQuote) continue;
      if (record[i + 1] === kQuote) i += 1;
      else quoted = false;
    } else if (byte === delimiter || byte === kLineEnd) return i;
  }
  return record.length;
}

/** Without the quotes around it and white space. */
export function cellText(cell: Uint8Array, decoder: TextDecoder): string {
  const text = decoder.decode(cell).trim();
  return /^"[^]*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
