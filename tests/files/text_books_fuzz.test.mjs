// SPDX-License-Identifier: MIT
//
// The random workbooks of tests/fuzz/text_books.mjs, whole; damaged ones are in damaged.test.mjs.

import { test } from "node:test";
import { kFormats, tryWhole } from "../fuzz/text_books.mjs";

const kSeeds = 300;

for (const format of kFormats) {
  test(`random ${format}, cell by cell`, async () => {
    for (let seed = 1; seed <= kSeeds; seed += 1) await tryWhole(format, seed);
  });
}
