// SPDX-License-Identifier: MIT
//
// Files that were dropped or chosen, each to be read when its turn comes: a folder of photos would fill the memory at
// once. Folders are walked. One that cannot be read is no reason to leave the others.

import { kMostBytes } from "../files/refusal.ts";

/** What came, not yet looked at. */
export interface Incoming {
  /** The file's name, with those of the folders it came in, or empty for the clipboard. */
  readonly name: string;
  readonly data: string | Uint8Array | File | Unread;
}

/** There is something of this name, but nothing to read. */
export interface Unread {
  readonly unread: "too_many_files" | "too_deep" | "too_large" | "unreadable" | "picture";
}

const kUnreadable: Unread = { unread: "unreadable" };
const kTooMany: Unread = { unread: "too_many_files" };
/** A county has a folder for each town, and in it a file for each school. */
export const kMostFiles = 2048;
const kDeepest = 12;

const inOrder = (one: { name: string }, other: { name: string }): number =>
  one.name.localeCompare(other.name, "zh-CN", { numeric: true });

export function ofFiles(files: readonly File[]): Incoming[] {
  return files.map((file) => ({ name: file.webkitRelativePath || file.name, data: file }));
}

/**
 * Everything that was dropped, in the order in which it was; what lies in a folder by name. Must be called while the
 * event lasts: afterwards its list is empty.
 */
export function ofDrop(transfer: DataTransfer): Promise<Incoming[]> {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const found = items.map((item) => [item.webkitGetAsEntry?.() ?? null, item.getAsFile()] as const);
  return walked(found);
}

async function walked(found: readonly (readonly [FileSystemEntry | null, File | null])[]): Promise<Incoming[]> {
  const all: Incoming[] = [];
  for (const [entry, file] of found) {
    if (entry !== null && isFolder(entry)) await walk(entry, entry.name, all, 1);
    else if (file !== null) all.push({ name: file.name, data: file });
    else if (entry !== null) all.push({ name: entry.name, data: kUnreadable });
  }
  return all;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function walk(folder: FileSystemDirectoryEntry, path: string, all: Incoming[], depth: number): Promise<void> {
  let entries: FileSystemEntry[];
  try {
    entries = await entriesOf(folder);
  } catch {
    all.push({ name: path, data: kUnreadable });
    return;
  }
  for (const entry of entries.sort(inOrder)) {
    const name = `${path}/${entry.name}`;
    if (all.length >= kMostFiles) {
      // Said once, for the folder in which it happened.
      if (all[all.length - 1]?.data !== kTooMany) all.push({ name: path, data: kTooMany });
      return;
    }
    if (!isFolder(entry)) all.push({ name, data: await fileOf(entry as FileSystemFileEntry) });
    else if (depth < kDeepest) await walk(entry, name, all, depth + 1);
    else all.push({ name, data: { unread: "too_deep" } });
  }
}

/** A folder gives a hundred of its entries at a time, and an empty list at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0 || all.length > kMostFiles) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | Unread> {
  return new Promise((done) => entry.file(done, () => done(kUnreadable)));
}

/** UTF-16 takes two bytes for what the engine takes in one. */
async function fits(file: File): Promise<boolean> {
  if (file.size <= kMostBytes) return true;
  const [first = 0, second = 0] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return file.size <= 2 * kMostBytes && (first ^ second) === 1 && first + second === 0x1fd;
}

/** What is in it; of a file that nothing here could take in, nothing. Where the file was moved, is locked by a program, or lies in a cloud only, that it cannot be read. */
export async function contentOf(data: Incoming["data"]): Promise<string | Uint8Array | Unread> {
  if (!(data instanceof File)) return data;
  try {
    return (await fits(data)) ? new Uint8Array(await data.arrayBuffer()) : { unread: "too_large" };
  } catch {
    return kUnreadable;
  }
}
