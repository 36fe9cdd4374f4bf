// SPDX-License-Identifier: MIT
//
// Folders that are dropped: walked by name, bounded, and what cannot be listed or read is named.

import assert from "node:assert/strict";
import { File as NodeFile } from "node:buffer";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";

globalThis.File ??= NodeFile; // Node 18 has it in a module only
const { contentOf, kMostFiles, ofDrop } = await sourceModule("host/files_in.ts");

const kBatch = 100;
const file = (name, text = name) => ({
  name,
  isDirectory: false,
  file: (done, failed) => (text === null ? failed(new Error("NotFoundError")) : done(new File([text], name))),
});
/** As browsers do it: some entries at a time, in no order, then none. */
const folder = (name, entries) => ({
  name,
  isDirectory: true,
  createReader() {
    const left = [...entries].reverse();
    return {
      readEntries: (done, failed) => (entries === null ? failed(new Error()) : done(left.splice(0, kBatch))),
    };
  },
});
const locked = (name) => ({
  name,
  isDirectory: true,
  createReader: () => ({ readEntries: (_, failed) => failed(new Error()) }),
});
const drop = (...entries) =>
  ofDrop({
    items: entries.map((entry) => ({
      kind: "file",
      webkitGetAsEntry: () => entry,
      getAsFile: () => (entry.isDirectory ? null : new File([entry.name], entry.name)),
    })),
  });
const names = (incoming) => incoming.map(({ name, data }) => (data instanceof File ? name : `${name}: ${data.unread}`));

test("files and folders in the order in which they came, in a folder by name and number", async () => {
  const town = folder("镇", [file("10.csv"), file("9.csv"), file("2.csv"), folder("村", [file("1.csv")])]);
  assert.deepEqual(names(await drop(file("乙.csv"), town, file("甲.csv"))), [
    "乙.csv",
    "镇/2.csv",
    "镇/9.csv",
    "镇/10.csv",
    "镇/村/1.csv",
    "甲.csv",
  ]);
});

test("a folder of more than a hundred is listed to its end", async () => {
  const many = Array.from({ length: 350 }, (_, i) => file(`${i}.csv`));
  const incoming = await drop(folder("县", many));
  assert.equal(incoming.length, 350);
  assert.equal(incoming[349].name, "县/349.csv");
});

test("too many files, too deep, and what cannot be listed are named, and nothing else is lost", async () => {
  const many = Array.from({ length: kMostFiles + 50 }, (_, i) => file(`${i}.csv`));
  const incoming = await drop(folder("县", many), file("甲.csv"));
  assert.equal(incoming.length, kMostFiles + 2);
  assert.deepEqual(names(incoming.slice(kMostFiles)), ["县: too_many_files", "甲.csv"]);
  let deep = folder("底", [file("底.csv")]);
  for (let i = 0; i < 20; i += 1) deep = folder(`${i}`, [deep, file("这层.csv")]);
  const found = names(await drop(deep));
  assert.equal(found.filter((name) => name.endsWith(": too_deep")).length, 1);
  assert.equal(found.filter((name) => name.endsWith("这层.csv")).length, 12);
  assert.deepEqual(names(await drop(locked("锁"), file("甲.csv"))), ["锁: unreadable", "甲.csv"]);
  assert.deepEqual(names(await drop(folder("县", [file("坏.csv", null), file("好.csv")]))), [
    "县/好.csv",
    "县/坏.csv: unreadable",
  ]);
});

test("a file that cannot be read any more is said so, not thrown", async () => {
  const gone = new File(["x"], "a.csv");
  gone.arrayBuffer = () => Promise.reject(new Error("NotReadableError"));
  assert.deepEqual(await contentOf(gone), { unread: "unreadable" });
  assert.deepEqual(await contentOf(new File(["ab"], "a.csv")), Uint8Array.of(97, 98));
  assert.equal(await contentOf("文字"), "文字");
});

test("a file that nothing could take in is refused by its size, before it is in memory; UTF-16 may be twice as long", async () => {
  const sized = (size, ...head) => {
    const file = new File([Uint8Array.from(head)], "a.tsv");
    Object.defineProperty(file, "size", { value: size });
    return file;
  };
  const [most, csv, wide, other] = [256 << 20, [97, 44], [0xff, 0xfe], [0xfe, 0xff]];
  const refused = { unread: "too_large" };
  assert.deepEqual(await contentOf(sized(most, ...csv)), Uint8Array.from(csv));
  assert.deepEqual(await contentOf(sized(most + 1, ...csv)), refused);
  assert.deepEqual(await contentOf(sized(most * 2, ...wide)), Uint8Array.from(wide));
  assert.deepEqual(await contentOf(sized(most * 2, ...other)), Uint8Array.from(other));
  assert.deepEqual(await contentOf(sized(most * 2 + 1, ...wide)), refused);
  assert.deepEqual(await contentOf(sized(most * 2, 0xfe, 0xfe)), refused);
});
