// SPDX-License-Identifier: MIT
//
// Some of the random calls of tests/fuzz/calls.mjs, which runs for as long as one likes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../fuzz/calls.mjs";

const kCalls = 2000;

test(`${kCalls} random calls of the engine: no exception, bounded time, memory and answer`, async () => {
  const { codes } = await run("mixed", { seed: 1, count: kCalls });
  // Requests that are always refused, or never, would test one place only.
  for (const code of ["evaluate: fail", "read: rows", "standard: refused", "standard: loaded", "options: effects"])
    assert.ok(codes[code] > 0, JSON.stringify(codes));
});
