// SPDX-License-Identifier: MIT
//
// Some seconds of tests/fuzz/files.mjs, which runs as long as one likes by hand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kFormats, tryOne } from "../fuzz/files.mjs";

const kFiles = 300;

for (const format of kFormats) {
  test(`${kFiles} damaged ${format} files: read or refused, without an exception and in bounded time`, () => {
    const codes = new Set(Array.from({ length: kFiles }, (_, seed) => tryOne(format, seed).code));
    // Damage that is always found, or never, would test one place only.
    assert.ok(codes.has("read") && codes.size >= 3, [...codes].join());
  });
}
