// SPDX-License-Identifier: MIT
//
// CSV as it is written: every text survives, read by a parser that takes RFC 4180 at its word; what a spreadsheet would
// compute with an apostrophe in front (formula_guard.test.mjs).

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";
import { bundle, random, randomTable } from "../support/workbooks.mjs";

const { writeCsv } = bundle;
const { guarded: guard } = await sourceModule("files/formula_guard.ts");

/** Rows of RFC 4180: lines end in CRLF, quotes stand only around a whole field or doubled in one. */
function parse(csv) {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows = [];
  let row = [];
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex;
    const found = field.exec(csv);
    if (found === null) throw new Error(`not RFC 4180 at ${at}: ${JSON.stringify(csv.slice(at, at + 40))}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  assert.deepEqual(row, [], "the last line has no end");
  return rows;
}

test("10,000 random tables are read as they were written", () => {
  const next = random(4180);
  for (let n = 0; n < 10_000; n += 1) {
    const cells = randomTable(next, ["\r\n", "\r", "\ud800", ",", ",,"]);
    const guarded = cells.map((row) => row.map(guard));
    assert.deepEqual(parse(writeCsv(cells)), guarded);
  }
});

test("quotes where they are needed, line ends of Windows, a mark at the beginning on request", () => {
  assert.equal(
    writeCsv([
      ["校名", "a,b", 'a"b', "a\nb", " a", "12"],
      ["", "", "", "", "", ""],
    ]),
    '校名,"a,b","a""b","a\nb"," a",12\r\n,,,,,\r\n',
  );
  assert.equal(writeCsv([["a"]], { bom: true }), "\ufeffa\r\n");
  assert.equal(writeCsv([]), "");
  assert.equal(writeCsv([[""], ["a"]]), '""\r\na\r\n');
});
