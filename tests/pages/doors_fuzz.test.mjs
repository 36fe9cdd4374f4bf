// SPDX-License-Identifier: MIT
//
// Some of the random inputs of tests/fuzz/doors.mjs, which runs for as long as one likes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kDoors, run } from "../fuzz/doors.mjs";

/** As many as a second is enough for. */
const kInputs = { project: 800, link: 120, place: 2000, sealed: 120, publish: 30 };

for (const door of kDoors) {
  test(`${kInputs[door]} random inputs, ${door}: whole ones come back, damaged ones are read or refused`, async () => {
    const { codes } = await run(door, { seed: 1, count: kInputs[door] });
    assert.ok(Object.keys(codes).length >= 2, JSON.stringify(codes));
  });
}
