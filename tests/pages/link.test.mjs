// SPDX-License-Identifier: MIT
//
// A county in a link: comes back as it was, is as short as it can be, and is refused when a piece of it is missing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";

const { fragmentOf, isLink, kLongestLink, projectOfFragment } = await sourceModule("work/link.ts");
const { kNoDecisions, projectOf } = await sourceModule("work/project.ts");

const table = await readFile(new URL("../../public/samples/sample-county.tsv", import.meta.url), "utf8");
const reading = { edits: [{ sheet: 0, row: 2, column: 3, text: "999 𠮷" }], leftOut: [{ row: 4 }] };
const project = projectOf(
  "示例区",
  "quality-2017",
  [
    { name: "甲.xlsx", table },
    { name: "", table: new TextEncoder().encode("a\tb\r\n") },
  ],
  { ...kNoDecisions, reading },
  ['{"id": "county-own", "extends": "quality-2017"}'],
);

test("a county there and back", () => {
  const fragment = fragmentOf(project);
  assert.match(fragment, /^#p=1\.[0-9a-f]{8}\.[A-Za-z0-9_-]+$/);
  assert.ok(fragment.length < kLongestLink / 3, `${fragment.length} characters`);
  assert.ok(isLink(fragment));
  assert.deepEqual(projectOfFragment(fragment), project);
  assert.equal(fragmentOf(project), fragment, "the same twice");
});

test("damaged links are refused: cut anywhere, one character changed, another version, too long, nonsense", () => {
  const fragment = fragmentOf(project);
  for (let length = 0; length < fragment.length; length += 7)
    assert.equal(projectOfFragment(fragment.slice(0, length)), null);
  for (let at = 5; at < fragment.length; at += 11) {
    const other = fragment[at] === "A" ? "B" : "A";
    assert.equal(projectOfFragment(fragment.slice(0, at) + other + fragment.slice(at + 1)), null, String(at));
  }
  const sum = (text) => {
    let value = 0x811c9dc5;
    for (const c of text) value = Math.imul(value ^ c.charCodeAt(0), 0x01000193) >>> 0;
    return value.toString(16).padStart(8, "0");
  };
  for (const packed of ["", "AAAA", "!!!!", "____", Buffer.from("no deflate").toString("base64url")]) {
    assert.equal(projectOfFragment(`#p=1.${sum(packed)}.${packed}`), null, packed);
  }
  assert.equal(projectOfFragment(fragment.replace("#p=1.", "#p=2.")), null);
  assert.equal(projectOfFragment("#p="), null);
  assert.equal(projectOfFragment("#view=text"), null);
  assert.equal(projectOfFragment(`#p=1.${sum("A".repeat(kLongestLink))}.${"A".repeat(kLongestLink)}`), null);
});

test("a project whose header is the rows 0 to 0, as earlier versions wrote it, has none", () => {
  const zero = { ...project, reading: { ...reading, header: { sheet: 0, row: 0, last: 0 } } };
  assert.deepEqual(projectOfFragment(fragmentOf(zero)), project);
  const chosen = { ...project, reading: { ...reading, header: { sheet: 0, row: 2, last: 3 } } };
  assert.deepEqual(projectOfFragment(fragmentOf(chosen)), chosen);
});

test("what unpacks to something else than a project is refused", async () => {
  const { deflateRawSync } = await import("node:zlib");
  for (const text of [
    "null",
    "7",
    "{}",
    '{"schema":"junheng.project/2","tables":[]}',
    '{"schema":"junheng.project/1"}',
    "\xff",
    "x".repeat(5_000_000),
  ]) {
    const packed = deflateRawSync(Buffer.from(text, "latin1")).toString("base64url");
    let value = 0x811c9dc5;
    for (const c of packed) value = Math.imul(value ^ c.charCodeAt(0), 0x01000193) >>> 0;
    assert.equal(projectOfFragment(`#p=1.${value.toString(16).padStart(8, "0")}.${packed}`), null);
  }
});
