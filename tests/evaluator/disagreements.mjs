// SPDX-License-Identifier: MIT
//
// Many counties through both evaluators, and what differs: each with the smallest county that still shows it.

import assert from "node:assert/strict";
import { differences } from "./compare.mjs";
import { evaluateBasic, evaluateQuality } from "./county.mjs";
import { basicWithPoints, engine } from "./engine.mjs";
import { usualChoices } from "./items.mjs";
import { shrunk } from "./shrink.mjs";
import { requestOf } from "./tables.mjs";

/** Counties of one request: faster than one by one, and each must be judged as if it stood alone. */
export const kAtOnce = 20;
const kShown = 4;

export const evaluators = { "quality-2017": evaluateQuality, [basicWithPoints]: evaluateBasic };

/** A batch: {counties, standard, choices}. Gives [{county, list}] of those that differ. */
function differing({ counties, standard, choices = usualChoices }) {
  const options = standard === "quality-2017" ? choices : {};
  const result = engine.evaluate({ ...requestOf(counties, standard), options });
  const byName = new Map(result.counties.map((county) => [county.name, county]));
  return counties
    .map((county) => {
      const answer = byName.get(county.name);
      const expected = evaluators[standard](county, choices);
      return { county, list: answer === undefined ? ["is not in the answer"] : differences(answer, expected) };
    })
    .filter(({ list }) => list.length > 0);
}

/** The smallest county that differs, as one can hand it to the engine. */
function shownSmall(batch, { county, list }) {
  const alone = (one) => differing({ ...batch, counties: [one] });
  const whereOf = (line) => line.split(": ")[0];
  const places = new Set(list.map(whereOf));
  const shows = (smaller) => alone(smaller)[0]?.list.some((line) => places.has(whereOf(line))) ?? false;
  const small = shrunk(county, shows);
  const { table, county: facts } = requestOf([small], batch.standard);
  const said = alone(small)[0]?.list ?? ["(only among other counties)", ...list];
  return [
    `${county.name} by ${batch.standard}, ${JSON.stringify(batch.choices)}:`,
    ...said.slice(0, 8),
    table,
    JSON.stringify(facts),
  ].join("\n");
}

/** Fails with what differs, if anything does. */
export function assertAgree(batches) {
  let count = 0;
  const shown = [];
  for (const batch of batches) {
    const found = differing(batch);
    count += found.length;
    for (const one of found) if (shown.length < kShown) shown.push(shownSmall(batch, one));
  }
  assert.ok(count === 0, `${count} counties differ\n\n${shown.join("\n\n")}`);
}
