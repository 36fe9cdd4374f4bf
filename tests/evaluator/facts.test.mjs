// SPDX-License-Identifier: MIT
//
// The engine against the second evaluator over random facts of counties without a table: items by all readings of the
// rule, recognition, vetoes, published coefficients, points, growths. JUNHENG_LONG=1 takes ten times as many.

import { test } from "node:test";
import { assertAgree, kAtOnce } from "./disagreements.mjs";
import { basicWithPoints, long } from "./engine.mjs";
import { usualChoices } from "./items.mjs";
import { Random } from "./random.mjs";
import { randomFacts } from "./random_facts.mjs";

const kSets = long ? 20_000 : 2_000;
/** How the sources read it: one list a batch. */
const readings = [
  {},
  { retention: "B", eligible: "all_teachers" },
  { retention: "C", backbone_base: "eligible" },
  { eligible: "all_teachers", backbone_base: "eligible" },
];

function* batches(count, standard) {
  for (let first = 1; first <= count; first += kAtOnce) {
    const counties = Array.from({ length: kAtOnce }, (_, i) => ({
      name: `第${first + i}县`,
      schools: [],
      ...randomFacts(new Random(1_000_000 + first + i), { withTable: false }),
    }));
    const reading = readings[Math.floor(first / kAtOnce) % readings.length];
    yield { counties, standard, choices: { ...usualChoices, ...reading } };
  }
}

test(`${kSets} sets of facts by quality-2017`, () => assertAgree(batches(kSets, "quality-2017")));

test(`${kSets / 2} sets of facts by basic-2012`, () => assertAgree(batches(kSets / 2, basicWithPoints)));
