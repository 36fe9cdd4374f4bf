// SPDX-License-Identifier: MIT
//
// Some of the random forgeries of tests/fuzz/forgeries.mjs, which runs for as long as one likes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../../fuzz/forgeries.mjs";

const kForgeries = { folder: 90, single: 6, sealed: 104 };

for (const [form, count] of Object.entries(kForgeries)) {
  test(`${count} random forgeries, ${form}: none is 一致 that is not the same document`, async () => {
    const { codes } = await run(form, { seed: 1, count });
    // Forgeries that are always seen at a glance, or never run the script, would test one place only.
    assert.ok(codes.differs > count / 3, JSON.stringify(codes));
  });
}
