// SPDX-License-Identifier: MIT
//
// Made reports in the layouts that offices use, each with twelve planted faults or more of all kinds: all but one are found at least,
// and at most three sentences are pointed at where nothing is wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { judged, kMade } from "./made.mjs";

const kFaults = 12;

for (const name of kMade)
  test(name, () => {
    const { planted, missed, beside } = judged(name);
    assert.ok(planted.length >= kFaults);
    assert.ok(missed.length <= 1, missed.join("\n"));
    assert.ok(beside.length <= 3, beside.join("\n"));
  });
