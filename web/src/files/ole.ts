// SPDX-License-Identifier: MIT
//
// OLE containers: a small file system of sectors in one file. Workbooks of Excel 97 to 2003 and of WPS (.xls, .et) are
// streams in it, and so are workbooks of today once they have a password. Nothing but the named stream is read.

import { refuse } from "./refusal.ts";

const kMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const kHeader = 512;
const kEntry = 128;
const kInHeader = 109;
const kStorage = 1;
const kStream = 2;
const kRoot = 5;
/** Sector numbers from here on are marks: end of chain, free, table. */
const kMarks = 0xfffffffa;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

export function isOle(bytes: Uint8Array): boolean {
  return kMagic.every((byte, i) => bytes[i] === byte);
}

export class OleFile {
  /** Streams of the top folder: a workbook embedded in another one lies deeper. */
  readonly #streams = new Map<string, Entry>();
  readonly #sector: number;
  readonly #table: number[];
  readonly #small: { readonly below: number; readonly table: number[]; readonly bytes: Uint8Array };
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < kHeader) refuse("damaged", { part: "ole" });
    const shift = view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) refuse("damaged", { part: "ole" });
    this.#sector = 2 ** shift;
    this.#table = this.#numbers(this.#tableSectors(view));
    const entries = this.#entries(this.#chain(view.getUint32(48, true), this.#table));
    const root = entries.find((entry) => entry.type === kRoot);
    if (root === undefined) refuse("damaged", { part: "ole" });
    this.#small = {
      below: view.getUint32(56, true),
      table: this.#numbers(this.#chain(view.getUint32(60, true), this.#table)),
      bytes: this.#joined(this.#chain(root.start, this.#table), root.size),
    };
    this.#list(entries, root.child);
  }

  /** Names in lower case. */
  names(): string[] {
    return [...this.#streams.keys()];
  }

  read(name: string): Uint8Array | null {
    const entry = this.#streams.get(name.toLowerCase());
    if (entry?.type !== kStream) return null;
    if (entry.size >= this.#small.below) return this.#joined(this.#chain(entry.start, this.#table), entry.size);
    const parts = this.#chain(entry.start, this.#small.table).map((i) =>
      this.#small.bytes.subarray(i * 64, i * 64 + 64),
    );
    return join(parts, entry.size);
  }

  #at(sector: number): Uint8Array {
    const start = (sector + 1) * this.#sector; // the header takes the place of a sector
    if (start >= this.#bytes.length) refuse("damaged", { part: "ole" });
    return this.#bytes.subarray(start, start + this.#sector); // the last one may be shorter
  }

  /** Where the table of sectors is: the first 109 numbers in the header, more in a chain of their own. */
  #tableSectors(view: DataView): number[] {
    const found: number[] = [];
    for (let i = 0; i < kInHeader; i += 1) found.push(view.getUint32(76 + i * 4, true));
    const perSector = this.#sector / 4 - 1;
    const most = this.#bytes.length / this.#sector;
    for (let next = view.getUint32(68, true), count = 0; next < kMarks; count += 1) {
      if (count > most || found.length > most + kInHeader) refuse("damaged", { part: "ole" });
      const numbers = this.#numbers([next]);
      found.push(...numbers.slice(0, perSector));
      next = numbers[perSector] ?? kMarks;
    }
    return found.filter((sector) => sector < kMarks);
  }

  #numbers(sectors: number[]): number[] {
    const found: number[] = [];
    for (const sector of sectors) {
      const bytes = this.#at(sector);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let at = 0; at + 4 <= bytes.length; at += 4) found.push(view.getUint32(at, true));
    }
    return found;
  }

  #chain(start: number, table: number[]): number[] {
    const found: number[] = [];
    for (let sector = start; sector < kMarks; sector = table[sector] ?? kMarks) {
      found.push(sector);
      if (found.length > table.length) refuse("damaged", { part: "ole" }); // a chain that comes back to itself
    }
    return found;
  }

  #joined(sectors: number[], size: number): Uint8Array {
    return join(
      sectors.map((sector) => this.#at(sector)),
      size,
    );
  }

  #entries(sectors: number[]): Entry[] {
    const bytes = this.#joined(sectors, Infinity);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found: Entry[] = [];
    for (let at = 0; at + kEntry <= bytes.length; at += kEntry) {
      const nameLength = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
      found.push({
        name: new TextDecoder("utf-16le").decode(bytes.subarray(at, at + nameLength)),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return found;
  }

  #list(entries: Entry[], first: number): void {
    const waiting = [first];
    const seen = new Set<number>();
    for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
      const entry = entries[i];
      if (entry === undefined || seen.has(i)) continue;
      seen.add(i);
      waiting.push(entry.left, entry.right);
      // Folders only count by their name: a drawing of Visio, a Word file's macros.
      if (entry.type === kStream || entry.type === kStorage) this.#streams.set(entry.name.toLowerCase(), entry);
    }
  }
}

function join(parts: Uint8Array[], size: number): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (Number.isFinite(size) && length < size) refuse("damaged", { part: "ole" });
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.subarray(0, Math.min(size, length));
}
