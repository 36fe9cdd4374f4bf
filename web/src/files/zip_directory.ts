// SPDX-License-Identifier: MIT
//
// The list of files at the end of a zip archive. Reading it unpacks nothing.

import { kMostBytes, refuse } from "./refusal.ts";

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  /** As declared, which is no promise. */
  readonly size: number;
  readonly headerAt: number;
}

const kEndLength = 22;
const kLongestComment = 0xffff;
const kMostEntries = 10_000;
const kIn64 = 0xffffffff;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // Zip64: the real place of the list stands in a record of its own. Its count is not needed, the list says where it ends.
  if (at === kIn64) at = place64(view, end);
  const entries: ZipEntry[] = [];
  let declared = 0;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) {
    const [entry, next] = entryAt(bytes, view, at);
    entries.push(entry);
    if (entries.length > kMostEntries) refuse("too_many_parts", { found: entries.length, limit: kMostEntries });
    declared += entry.size;
    at = next;
  }
  if (entries.length === 0 || (count !== 0xffff && entries.length < count)) refuse("damaged", { part: "zip" });
  if (declared > kMostBytes) refuse("too_large", { found: declared, limit: kMostBytes });
  return entries;
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - kEndLength - kLongestComment);
  for (let at = view.byteLength - kEndLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return refuse("damaged", { part: "zip" }); // an archive that was cut off has lost its end first
}

function place64(view: DataView, end: number): number {
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === 0x07064b50) {
    const record = number64(view, locator + 8);
    if (record + 56 <= view.byteLength && view.getUint32(record, true) === 0x06064b50)
      return number64(view, record + 48);
  }
  return refuse("damaged", { part: "zip" });
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): [ZipEntry, number] {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extraAt = at + 46 + nameLength;
  const next = extraAt + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) refuse("damaged", { part: "zip" });
  const sizes = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    headerAt: view.getUint32(at + 42, true),
  };
  widen(view, extraAt, extraAt + extraLength, sizes);
  const entry = {
    // Some writers use \ on Windows, some begin with the root.
    name: new TextDecoder()
      .decode(bytes.subarray(at + 46, extraAt))
      .replaceAll("\\", "/")
      .replace(/^(?:\.?\/)+/, ""),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    ...sizes,
  };
  return [entry, next];
}

/** The extra field 1 holds, in this order, those of the three numbers that did not fit into 32 bits. */
function widen(
  view: DataView,
  from: number,
  to: number,
  sizes: Record<"size" | "packedSize" | "headerAt", number>,
): void {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ["size", "packedSize", "headerAt"] as const) {
      if (sizes[key] !== kIn64 || field + 8 > to) continue;
      sizes[key] = number64(view, field);
      field += 8;
    }
    return;
  }
}

function number64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
