// SPDX-License-Identifier: MIT
//
// Some of the random workbooks of tests/fuzz/text_books.mjs, which runs for as long as one likes.

import { test } from "node:test";
import { kFormats, tryOne } from "../fuzz/text_books.mjs";

const kSeeds = 400;

for (const format of kFormats) {
  test(`random ${format}, whole and damaged`, () => {
    for (let seed = 1; seed <= kSeeds; seed += 1) tryOne(format, seed);
  });
}
