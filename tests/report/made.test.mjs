// SPDX-License-Identifier: MIT
//
// Made reports in the layouts that offices use, each with twelve planted faults of all kinds: at least eleven are found,
// and at most three sentences are pointed at where nothing is wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { judged, kMade } from "./made.mjs";

const kFaults = 12;

for (const name of kMade)
  test(name, () => {
    const { planted, missed, beside } = judged(name);
    assert.equal(planted.length, kFaults);
    assert.ok(missed.length <= 1, missed.join("\n"));
    assert.ok(beside.length <= 3, beside.join("\n"));
  });
