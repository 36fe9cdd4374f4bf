// SPDX-License-Identifier: MIT
//
// Bytes that are read in pieces, from whatever they come: a file as it lies there; a pipe by way of a file without a
// name, because the rows of one county may stand anywhere in it.

import { closeSync, createReadStream, fstatSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kStdin, notRead } from "./input.ts";
import { notWritten } from "./output.ts";

export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

/** So much of a pipe is kept in memory; a county is far smaller. */
const kInMemory = 4 << 20;

export async function openSource(name: string): Promise<ByteSource> {
  if (name === kStdin) return spooled();
  try {
    const file = openSync(name, "r");
    const stat = fstatSync(file);
    if (stat.isFile()) return ofFile(file, stat.size);
    closeSync(file);
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  } catch (error) {
    throw notRead(name, error);
  }
  // A pipe with a name; what feeds it may come later.
  return spooled(createReadStream(name));
}

function ofBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    close: () => undefined,
  };
}

function ofFile(file: number, size: number): ByteSource {
  return {
    size,
    read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let at = 0;
      while (at < bytes.length) {
        const read = readSync(file, bytes, at, bytes.length - at, offset + at);
        if (read === 0) return bytes.subarray(0, at); // somebody makes it shorter meanwhile
        at += read;
      }
      return bytes;
    },
    close: () => closeSync(file),
  };
}

async function spooled(stream: AsyncIterable<unknown> = process.stdin): Promise<ByteSource> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let file: number | null = null;
  const put = (bytes: Uint8Array): void => {
    try {
      file ??= unnamed();
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    } catch (error) {
      throw notWritten(error, tmpdir());
    }
  };
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (file !== null) {
      put(piece);
      continue;
    }
    pieces.push(piece);
    if (size > kInMemory) for (const one of pieces.splice(0)) put(one);
  }
  return file === null ? ofBytes(Buffer.concat(pieces)) : ofFile(file, size);
}

/** Gone with the program, however it ends. */
function unnamed(): number {
  const path = join(tmpdir(), `junheng-${process.pid}-${Date.now()}`);
  const file = openSync(path, "wx+", 0o600);
  rmSync(path);
  return file;
}
