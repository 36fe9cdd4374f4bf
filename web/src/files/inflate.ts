// SPDX-License-Identifier: MIT
//
// Unpacks one file of a zip archive piece by piece: a large one by the platform, which does it several times faster and
// beside the reader, everything else by fflate. Pieces of input are small enough that even the densest one stays small
// unpacked.

import { Inflate } from "fflate";
import { Refused, refuse } from "./refusal.ts";
import type { ZipEntry } from "./zip_directory.ts";

type Take = (piece: Uint8Array) => void;

/** Deflate packs 1032 to 1 at best: a first piece is 4 MB at most, and larger ones follow only ordinary ones. */
const kPiece = 4096;
const kLargestPiece = 1 << 16;
const kDense = 1 << 20;
/** For the platform, which unpacks a piece as a whole: 16 MB at most. */
const kPlatformPiece = 1 << 14;
/** Packed; a smaller one is unpacked before the platform has begun. */
const kLarge = 1 << 16;

export const isLarge = (packed: Uint8Array): boolean => packed.length >= kLarge && "DecompressionStream" in globalThis;

/**
 * True where all of it was given to `take` and has the size and the sum of the entry. False where the platform gave up
 * on it, before or behind the end, of which `take` may have had the beginning: whether it is damaged is for fflate to say.
 */
export async function inflateByPlatform(packed: Uint8Array, entry: ZipEntry, take: Take): Promise<boolean> {
  const reader = gzipOf(packed, entry).pipeThrough(new DecompressionStream("gzip")).getReader();
  const next = (): Promise<ReadableStreamReadResult<Uint8Array> | null> => reader.read().catch(() => null);
  try {
    let result = await next();
    for (; result !== null && !result.done; result = await next()) take(result.value);
    return result !== null;
  } finally {
    reader.cancel().catch(() => {}); // where `take` refused the rest
  }
}

/** As gzip holds the same data, with the sum and the size at the end, so that the platform compares them. */
function gzipOf(packed: Uint8Array, { crc, size }: ZipEntry): ReadableStream<BufferSource> {
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, crc, true);
  end.setUint32(4, size, true);
  let at = 0;
  return new ReadableStream<BufferSource>({
    start(stream) {
      stream.enqueue(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff));
    },
    pull(stream) {
      if (at < packed.length) {
        stream.enqueue(packed.slice(at, at + kPlatformPiece));
        at += kPlatformPiece;
      } else {
        stream.enqueue(end);
        stream.close();
      }
    },
  });
}

export function inflate(packed: Uint8Array, { name }: ZipEntry, take: Take): void {
  let unpacked = 0;
  const stream = new Inflate((piece) => {
    unpacked += piece.length;
    take(piece);
  });
  try {
    for (let at = 0, length = kPiece; at < packed.length;) {
      unpacked = 0;
      stream.push(packed.subarray(at, at + length), at + length >= packed.length);
      at += length;
      length = unpacked > kDense ? kPiece : Math.min(length * 2, kLargestPiece);
    }
  } catch (error) {
    // What `take` refuses passes through; everything else is the library's opinion of the data.
    if (error instanceof Refused) throw error;
    refuse("damaged", { part: name });
  }
}
