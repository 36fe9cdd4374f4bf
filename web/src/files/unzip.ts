// SPDX-License-Identifier: MIT
//
// The files of a zip archive. Declared sizes are not believed: bytes are counted as they come out, and their sum is
// compared at the end.

import { inflate, inflateByPlatform, isLarge } from "./inflate.ts";
import { type Budget, refuse } from "./refusal.ts";
import { type ZipEntry, zipDirectory } from "./zip_directory.ts";

const kStoredPiece = 1 << 16;
/** Of opening a part, however small: a thousand sheets may each name a thousand. */
const kOpening = 2048;
const kStored = 0;
const kDeflated = 8;

export class Archive {
  readonly #entries = new Map<string, ZipEntry>();

  readonly #bytes: Uint8Array;
  readonly budget: Budget;

  constructor(bytes: Uint8Array, budget: Budget) {
    this.#bytes = bytes;
    this.budget = budget;
    // Names are compared without case, as Excel does: some writers say /xl/SharedStrings.xml and store sharedStrings.xml.
    for (const entry of zipDirectory(bytes)) this.#entries.set(entry.name.toLowerCase(), entry);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Gives the file to `take` in pieces; false when there is none of this name. */
  async read(name: string, take: (piece: Uint8Array) => void): Promise<boolean> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return false;
    if (entry.encrypted) refuse("encrypted", { part: name });
    this.budget.takeSteps(kOpening);
    const packed = this.#packed(entry);
    let size = 0;
    const counted = (piece: Uint8Array): void => {
      size += piece.length;
      if (size > entry.size) refuse("damaged", { part: name, found: size, limit: entry.size });
      this.budget.takeBytes(piece.length);
      take(piece);
    };
    const isPacked = entry.method === kDeflated;
    const isRead = isPacked && isLarge(packed) && (await inflateByPlatform(packed, entry, counted));
    if (!isRead) {
      let known = size; // what the platform gave before it gave up
      let crc = -1;
      const summed = (piece: Uint8Array): void => {
        crc = updateCrc(crc, piece);
        const seen = Math.min(known, piece.length);
        known -= seen;
        if (seen < piece.length) counted(piece.subarray(seen));
      };
      if (isPacked) inflate(packed, entry, summed);
      else for (let at = 0; at < packed.length; at += kStoredPiece) summed(packed.subarray(at, at + kStoredPiece));
      if ((crc ^ -1) >>> 0 !== entry.crc) refuse("damaged", { part: name });
    }
    if (size !== entry.size) refuse("damaged", { part: name });
    return true;
  }

  #packed(entry: ZipEntry): Uint8Array {
    const { headerAt, packedSize, method, name } = entry;
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    const known = method === kStored || method === kDeflated;
    if (!known || headerAt + 30 > view.byteLength || view.getUint32(headerAt, true) !== 0x04034b50) {
      refuse("damaged", { part: name });
    }
    const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
    if (start + packedSize > view.byteLength) refuse("damaged", { part: name });
    return this.#bytes.subarray(start, start + packedSize);
  }
}

/** Four tables, so that four bytes are taken at once: a large sheet is hundreds of megabytes unpacked. */
const kCrcTables = crcTables();

function crcTables(): readonly Int32Array[] {
  const tables = [
    Int32Array.from({ length: 256 }, (_, byte) => {
      let value = byte;
      for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
      return value;
    }),
  ];
  for (let n = 1; n < 4; n += 1) {
    const [one, before] = [tables[0]!, tables[n - 1]!];
    tables.push(before.map((value) => (value >>> 8) ^ one[value & 0xff]!));
  }
  return tables;
}

function updateCrc(crc: number, bytes: Uint8Array): number {
  const [one, two, three, four] = kCrcTables as [Int32Array, Int32Array, Int32Array, Int32Array];
  let value = crc | 0;
  let i = 0;
  for (; i + 4 <= bytes.length; i += 4) {
    value ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    value = four[value & 0xff]! ^ three[(value >>> 8) & 0xff]! ^ two[(value >>> 16) & 0xff]! ^ one[value >>> 24]!;
  }
  for (; i < bytes.length; i += 1) value = one[(value ^ bytes[i]!) & 0xff]! ^ (value >>> 8);
  return value;
}
