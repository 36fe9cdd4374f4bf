// SPDX-License-Identifier: MIT
//
// Made reports in the layouts that offices use, each with twelve planted faults or more of all kinds: all but one are found at least,
// and at most three sentences are pointed at where nothing is wrong. Reports without any fault are pointed at as seldom.

import assert from "node:assert/strict";
import { test } from "node:test";
import { alarms, judged, kMade, kSound } from "./made.mjs";

const kFaults = 12;
/** Reports by another hand, of which so many are found, and so many sentences are pointed at for nothing: the next round begins with them. */
const kOpen = new Map([
  ["100_quality.txt", { found: 9, beside: 0 }],
  ["102_rectify.txt", { found: 9, beside: 1 }],
]);
/** In a page of prose that has few numbers; others have three times as many. */
const kConfirmed = 12;

for (const name of kMade)
  test(name, () => {
    const { planted, missed, beside, twice } = judged(name);
    assert.deepEqual(twice, [], "said once");
    assert.ok(planted.length >= kFaults);
    const open = kOpen.get(name);
    assert.ok(missed.length <= (open === undefined ? 1 : planted.length - open.found), missed.join("\n"));
    assert.ok(beside.length <= (open?.beside ?? 3), beside.join("\n"));
  });

test("there are reports without any fault", () => assert.ok(kSound.length >= 2));

for (const name of kSound)
  test(`${name}, in which nothing is wrong`, (context) => {
    const { agreeing, asked } = alarms(name);
    context.diagnostic(`${agreeing} confirmed; ${asked.length} to look at: ${asked.join("; ")}`);
    assert.ok(agreeing >= kConfirmed, `${agreeing} confirmed`);
    assert.ok(asked.length <= 3, asked.join("\n"));
  });
