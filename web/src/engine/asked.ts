// SPDX-License-Identifier: MIT
//
// What a program asks of a module, as it crosses into its memory: tables as bytes, all else as one text of JSON.

import { decode, guessedLength, utf8Length } from "./decode.ts";
import type { Encoding } from "./decode.ts";
import type { EvaluateRequest, Tables } from "./junheng.d.ts";
import { handedSheets } from "./sheets.ts";
import type { SheetPart } from "./sheets.ts";

/** What evaluate() takes where nothing is said. */
const kDefaultStandard = "quality-2017";

/** Texts and bytes as text, everything else as JSON. */
export function textOf(value: string | Uint8Array | object | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return new TextDecoder().decode(decode(value).bytes);
  return JSON.stringify(value);
}

/** Tables as the engine takes them: where each ends is said in the request. */
interface Prepared {
  readonly table: string | Uint8Array;
  readonly encoding: Encoding | null;
  readonly sources: readonly SheetPart[];
}

export function prepared(table: Tables, chosen: Encoding | undefined): Prepared {
  if (typeof table === "string") return { table, encoding: null, sources: [] };
  if (table instanceof Uint8Array) {
    const { bytes, encoding } = decode(table, chosen);
    return { table: bytes, encoding, sources: [] };
  }
  const { tables, parts } = handedSheets(table);
  return { table: tables, encoding: null, sources: parts };
}

/**
 * Text into the engine's memory; a string is encoded there directly, in one pass. The room is empty where there is more
 * than fits.
 */
export function write(room: (bytes: number) => Uint8Array, text: string | Uint8Array): void {
  const length = typeof text === "string" ? utf8Length(text) : text.length;
  const bytes = room(length);
  if (bytes.length < length) return;
  if (typeof text !== "string") bytes.set(text);
  // Lone surrogates become U+FFFD here, by the rules of encodeInto.
  else new TextEncoder().encodeInto(text, bytes);
}

/** Between these, a table is not encoded twice only to know how long it gets; of more, a guess might not fit. */
const kLong = 1 << 20;
const kLongest = 1 << 26;

/**
 * A table into the engine's memory. Of a long string the room is guessed, with some to spare: what is left of it are NULs,
 * which the core drops at the end of a table as it does with those of a file. A string that is longer than its samples
 * is written again.
 */
export function writeTable(room: (bytes: number) => Uint8Array, table: string | Uint8Array): void {
  if (typeof table === "string" && table.length > kLong && table.length < kLongest) {
    const bytes = room(guessedLength(table));
    const { read, written } = new TextEncoder().encodeInto(table, bytes);
    if (bytes.length > 0 && read === table.length) {
      bytes.fill(0, written);
      return;
    }
  }
  write(room, table);
}

export function wholeRequest(request: EvaluateRequest): readonly [Prepared["table"], string] {
  const { table, encoding, sources } = prepared(request.table ?? "", request.encoding);
  const whole = {
    sources,
    standard: request.standard ?? kDefaultStandard,
    detail: request.detail ?? "full",
    explain: request.explain === true,
    county: textOf(request.county),
    previous: textOf(request.previous),
    options: request.options ?? {},
    reading: request.reading ?? {},
    remarks: request.remarks ?? [],
    encoding: encoding ?? "",
  };
  return [table, JSON.stringify(whole)];
}
