// SPDX-License-Identifier: MIT
//
// Some seconds of tests/fuzz/files.mjs, which runs as long as one likes by hand, and some of each kind of file that is
// made to grow.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Figures } from "../fuzz/budget.mjs";
import { kFormats, readOne, run } from "../fuzz/files.mjs";
import { hostileFile } from "../fuzz/hostile_files.mjs";
import { random } from "../support/workbooks.mjs";

const kFiles = 300;
const kHostile = 12;

for (const format of kFormats) {
  test(`${kFiles} damaged ${format} files: read or refused, without an exception and within the budget`, async () => {
    const { codes } = await run(format, { seed: 1, count: kFiles });
    // Damage that is always found, or never, would test one place only.
    assert.ok(codes.read > 0 && Object.keys(codes).length >= (format === "mhtml" ? 2 : 3), JSON.stringify(codes));
  });

  test(`${kHostile} small ${format} files that would grow`, async () => {
    const figures = new Figures(`hostile, ${format}`);
    for (let seed = 1; seed <= kHostile; seed += 1) {
      const bytes = hostileFile(format, random(seed));
      await figures.take(seed, () => readOne(format, bytes));
    }
  });
}
