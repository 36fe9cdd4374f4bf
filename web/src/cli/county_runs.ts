// SPDX-License-Identifier: MIT
//
// A table of many counties as small tables of some of them: its header, and behind it the rows of one county after the
// other, from wherever they stand. Nothing of the evaluation crosses counties, so that each comes out as from the whole
// table; what would cross them (several years, several tables, names that are carried down) is no table for this, and is
// read as a whole.

import { decode } from "../engine/decode.ts";
import type { Encoding, Junheng } from "../engine/junheng.d.ts";
import { kindOf } from "../files/sniff.ts";
import type { ByteSource } from "./byte_source.ts";
import { cellOf, cellText, walkRecords } from "./records.ts";

/** How the table is read is found in so many bytes. */
const kHead = 1 << 20;
const kRowsLookedAt = 200;
const kLineEnd = 0x0a;
const kDelimiters = ["\t", ",", ";"];
/** What a row says only together with those above it, which may be another county's. */
const kFromRowsAbove = ["held_down", "stage_from_title"];
/** Numbers of a run: where its bytes begin and how many there are, its first line and how many there are. */
const kRun = 4;

interface CountyRuns {
  /** Everything above the first school. */
  readonly header: Uint8Array;
  readonly headerLines: number;
  readonly encoding: Encoding;
  /** How the columns were understood; a county's table must say the same. */
  readonly columns: string;
  /** In the order of their first rows; four numbers for each run of lines. */
  readonly counties: readonly (readonly number[])[];
}

/** One county's rows, and for each run of them on which line of the whole it begins and how many lines it has. */
interface CountyRows {
  readonly bytes: Uint8Array;
  readonly lines: readonly number[];
}

/** Some counties of a table, and what stands above them. */
export interface CountyBatch extends Pick<CountyRuns, "header" | "headerLines" | "encoding" | "columns"> {
  readonly counties: readonly CountyRows[];
}

interface Head extends Omit<CountyRuns, "counties"> {
  readonly delimiter: number;
  /** Of the province, where there is one, and of the county. */
  readonly keyColumns: readonly number[];
  readonly keyNames: readonly string[];
}

/** Null: it is to be read as a whole. */
export function countyRuns(source: ByteSource, name: string, standard: string, engine: Junheng): CountyRuns | null {
  const head = headOf(source, name, standard, engine);
  if (head === null) return null;
  const { header, headerLines, encoding, columns, delimiter, keyNames } = head;
  const decoder = new TextDecoder(encoding);
  const proof = encoding === "utf-8" ? new TextDecoder("utf-8", { fatal: true }) : null;
  const known = new Map<string, number[]>();
  const keys = new Map<string, string>(); // as bytes, so that a name is decoded once
  let line = headerLines + 1;
  const each = (record: Uint8Array, offset: number, lines: number): boolean => {
    const from = line;
    line += lines;
    if (isBlank(record, delimiter)) return true;
    const key = keyOf(record, head, decoder, keys);
    if (key === null || keyNames.includes(key)) return false;
    const runs = known.get(key);
    const last = runs === undefined ? -1 : runs.length - kRun;
    if (runs === undefined) known.set(key, [offset, record.length, from, lines]);
    else if (runs[last]! + runs[last + 1]! === offset) {
      runs[last + 1]! += record.length;
      runs[last + 3]! += lines;
    } else runs.push(offset, record.length, from, lines);
    return true;
  };
  try {
    const whole = walkRecords(source, header.length, delimiter, each, (bytes) =>
      proof?.decode(bytes, { stream: true }),
    );
    proof?.decode();
    if (!whole || known.size === 0) return null;
  } catch {
    return null; // not the encoding that it began with
  }
  return { header, headerLines, encoding, columns, counties: [...known.values()] };
}

/** So many bytes of rows make a batch: an evaluation costs as much as some hundred schools before the first of them. */
const kBatch = 256 << 10;

export function* batchesOf(source: ByteSource, runs: CountyRuns): Generator<CountyBatch> {
  const { counties, ...head } = runs;
  let batch: CountyRows[] = [];
  let size = 0;
  for (const county of counties) {
    const rows = rowsOf(source, county);
    if (batch.length > 0 && size + rows.bytes.length > kBatch) {
      yield { ...head, counties: batch };
      [batch, size] = [[], 0];
    }
    batch.push(rows);
    size += rows.bytes.length;
  }
  yield { ...head, counties: batch };
}

function rowsOf(source: ByteSource, runs: readonly number[]): CountyRows {
  const parts: Uint8Array[] = [];
  const lines: number[] = [];
  for (let at = 0; at < runs.length; at += kRun) {
    const [offset = 0, length = 0, line = 0, count = 0] = runs.slice(at, at + kRun);
    const part = source.read(offset, length);
    // The last line of the whole need not have an end.
    parts.push(part, ...(part.at(-1) === kLineEnd ? [] : [Uint8Array.of(kLineEnd)]));
    lines.push(line, count);
  }
  return { bytes: Buffer.concat(parts), lines };
}

interface BatchTable {
  readonly bytes: Uint8Array;
  /** Of a line of this table: the line of the whole, and which of the counties it is of; -1: none. */
  at(line: number): { readonly line: number; readonly county: number };
}

export function tableOf({ header, headerLines, counties }: CountyBatch): BatchTable {
  const begins: number[] = [];
  const places: { line: number; county: number }[] = [];
  let next = headerLines + 1;
  counties.forEach(({ lines }, county) => {
    for (let at = 0; at < lines.length; at += 2) {
      begins.push(next);
      places.push({ line: lines[at]!, county });
      next += lines[at + 1]!;
    }
  });
  return {
    bytes: Buffer.concat([header, ...counties.map(({ bytes }) => bytes)]),
    at(line) {
      let low = 0;
      for (let high = begins.length; low < high;) {
        const middle = (low + high) >> 1;
        if (begins[middle]! <= line) low = middle + 1;
        else high = middle;
      }
      const place = places[low - 1];
      return place === undefined
        ? { line, county: -1 }
        : { line: line - begins[low - 1]! + place.line, county: place.county };
    },
  };
}

/** Null where a person would have to look, or rows of different counties have to do with each other. */
function headOf(source: ByteSource, name: string, standard: string, engine: Junheng): Head | null {
  const start = source.read(0, kHead);
  if (kindOf(start, name) !== "text") return null;
  const bytes = source.size > start.length ? start.subarray(0, start.lastIndexOf(kLineEnd) + 1) : start;
  const { encoding } = decode(bytes);
  if (encoding === null || encoding.startsWith("utf-16")) return null;
  const text = new TextDecoder(encoding).decode(bytes);
  if (/<(table|html)[\s>]/i.test(text) || /\r(?!\n)/.test(text)) return null;
  const { sheets, rows } = engine.read({ table: bytes, encoding, count: kRowsLookedAt });
  const first = rows.findIndex(({ kind }) => kind === "school");
  const above = rows.slice(0, first);
  const [sheet] = sheets;
  const last = above.filter(({ kind }) => kind === "header").at(-1);
  if (sheet === undefined || sheets.length > 1 || sheet.transposed || first < 1 || last === undefined) return null;
  if (above.some(({ kind }) => !["title", "header", "codes", "note"].includes(kind))) return null;
  const read = engine.evaluate({ table: bytes, encoding, standard, detail: "summary" });
  const { columns, questions = [], issues } = read;
  if (questions.length > 0 || columns.some(({ field }) => field === "year")) return null;
  if (issues.some(({ code }) => kFromRowsAbove.includes(code))) return null;
  const placesOf = (field: string): number[] => columns.flatMap((column, at) => (column.field === field ? [at] : []));
  const [counties, provinces] = [placesOf("county"), placesOf("province")];
  if (counties.length !== 1 || provinces.length > 1) return null;
  const headerLines = rows[first]!.row - 1;
  const header = bytes.subarray(0, endOfLine(bytes, headerLines));
  const records = text.split("\n");
  const delimiter = kDelimiters.find(
    (one) =>
      (records[last.row - 1] ?? "")
        .replace(/\r$/, "")
        .replace(/^\ufeff/, "")
        .split(one)
        .join("\0") === last.cells.join("\0"),
  );
  if (delimiter === undefined) return null;
  const keyColumns = [...provinces, ...counties];
  const keyNames = above.map(({ cells }) => keyColumns.map((at) => folded(cells[at] ?? "")).join("\t"));
  return {
    header,
    headerLines,
    encoding,
    columns: JSON.stringify(columns),
    delimiter: delimiter.charCodeAt(0),
    keyColumns,
    keyNames,
  };
}

/** Behind so many lines. */
function endOfLine(bytes: Uint8Array, lines: number): number {
  let at = 0;
  for (let left = lines; left > 0; left -= 1) at = bytes.indexOf(kLineEnd, at) + 1;
  return at;
}

/** What is written otherwise and is the same name; where the engine knows better, the two come out of it as one. */
const folded = (name: string): string => name.normalize("NFKC").replace(/\s+/g, "");

/** Null: no county stands in this row. */
function keyOf(record: Uint8Array, head: Head, decoder: TextDecoder, keys: Map<string, string>): string | null {
  const cells: Uint8Array[] = [];
  for (const column of head.keyColumns) {
    const cell = cellOf(record, head.delimiter, column);
    if (cell === null) return null;
    cells.push(cell);
  }
  const raw = cells.map((cell) => String.fromCharCode(...cell.subarray(0, kLongestName))).join("\t");
  const known = keys.get(raw);
  if (known !== undefined) return known;
  const names = cells.map((cell) => folded(cellText(cell, decoder)));
  if (names.includes("")) return null; // perhaps that of the row above
  const key = names.join("\t");
  keys.set(raw, key);
  return key;
}

/** Bytes; a cell that is longer is no name of a county, and its beginning tells it from others. */
const kLongestName = 512;

function isBlank(record: Uint8Array, delimiter: number): boolean {
  return record.every((byte) => byte === delimiter || byte === 0x20 || byte === 0x0d || byte === kLineEnd);
}
