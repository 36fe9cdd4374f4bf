// SPDX-License-Identifier: MIT
//
// The engine against a second evaluator, which was written from the rules and knows nothing of the core: everything that
// is said of random counties of schools. JUNHENG_LONG=1 takes ten times as many.

import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluateQuality } from "./county.mjs";
import { assertAgree, kAtOnce } from "./disagreements.mjs";
import { basicWithPoints, long } from "./engine.mjs";
import { usualChoices } from "./items.mjs";
import { Random } from "./random.mjs";
import { randomCounty, randomWays } from "./random_county.mjs";

const kCounties = long ? 20_000 : 2_000;
const kAlone = 200;

/** Counties of one table have the same columns. */
function* batches(count, standard, size = kAtOnce, some = {}) {
  for (let first = 1; first <= count; first += size) {
    const ways = { ...randomWays(new Random(7_000_000 + first)), ...some };
    const counties = Array.from({ length: size }, (_, i) =>
      randomCounty(new Random(first + i), `第${first + i}县`, ways),
    );
    yield { counties, standard, choices: { ...usualChoices, arts: ways.artsOption } };
  }
}

test(`${kCounties} counties of schools by quality-2017`, () => assertAgree(batches(kCounties, "quality-2017")));

test(`${kCounties / 2} counties of schools by basic-2012`, () => assertAgree(batches(kCounties / 2, basicWithPoints)));

test(`${kAlone} counties, each in a table of its own`, () => assertAgree(batches(kAlone, "quality-2017", 1)));

test("schools of one table give the same in different ways", () => {
  // Where 艺术 is a subject of its own, a blank in its column is a number that is missing.
  const mixed = { degree: "mixed", arts: "mixed", artsOption: "subtotal", teachersWhole: false, perPupil: false };
  assertAgree(batches(kAlone, "quality-2017", kAtOnce, mixed));
});

test("what is drawn is of every kind: units, coefficients, items and parts pass, fail and are unknown", () => {
  const seen = new Map();
  const see = (what, verdict) => seen.set(what, (seen.get(what) ?? new Set()).add(verdict));
  for (const { counties } of batches(1_000, "quality-2017")) {
    for (const county of counties) {
      const { units, stages, items, parts, verdict } = evaluateQuality(county);
      for (const unit of units) see("unit", unit.verdict);
      for (const stage of stages) for (const one of stage.indicators) see("coefficient", one.verdict);
      for (const [id, one] of Object.entries({ ...items, ...parts, county: verdict })) see(id, one);
    }
  }
  const missing = [...seen]
    .filter(([, verdicts]) => verdicts.size < 3)
    .map(([what, verdicts]) => `${what}: only ${[...verdicts]}`);
  assert.ok(seen.size > 30);
  assert.deepEqual(missing, []);
});
