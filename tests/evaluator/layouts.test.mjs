// SPDX-License-Identifier: MIT
//
// The same facts in every layout give the same answer: the one of the second evaluator, which knows no layouts. Facts
// that a layout cannot say are taken out of the county for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "./compare.mjs";
import { evaluateQuality } from "./county.mjs";
import { engine, long } from "./engine.mjs";
import { layouts } from "./layouts.mjs";
import { Random } from "./random.mjs";
import { randomWays } from "./random_county.mjs";
import { shrunk } from "./shrink.mjs";
import { splittableCounty } from "./splittable.mjs";
import { countyFacts } from "./tables.mjs";

const kCounties = long ? 400 : 40;

/** The engine's answer with the units called by their schools, each school that is left out once. */
function bySchools(county) {
  const schoolOf = (name) => name?.replace(/(小学|初中|高中)部$/, "") ?? name;
  const renamed = (one) => ({ ...one, school: schoolOf(one.school) });
  const units = county.units.map(renamed);
  // A row of totals, and one of a stage that the rule does not speak of, are no schools that are left out.
  const isLeft = ({ status, reason }) =>
    status !== "evaluated" && !["total_row", "no_evaluated_stage"].includes(reason.code);
  const key = (unit) => `${unit.school} ${unit.reason?.code}`;
  const left = new Map(units.filter((unit) => isLeft(unit)).map((unit) => [key(unit), unit]));
  const parts = county.parts.map((part) => ({
    ...part,
    items: part.items.map((item) => ({
      ...item,
      checks: item.checks.map((check) => ({ ...check, judged: check.judged?.map(renamed) })),
    })),
  }));
  return { ...county, parts, units: [...units.filter((unit) => unit.status === "evaluated"), ...left.values()] };
}

function differing(county, layout) {
  const { name, ...facts } = countyFacts(county, "quality-2017");
  const table = layout.write(county);
  const result = engine.evaluate({ table, county: facts });
  assert.ok(name.length > 0);
  if (result.counties.length !== 1) return [`${result.counties.length} counties`];
  return differences(bySchools(result.counties[0]), evaluateQuality(county), { origins: false });
}

const shown = (table) =>
  typeof table === "string" ? table : table.map(({ name, table }) => `[${name}]\n${table}`).join("\n");

for (const layout of layouts) {
  test(`${kCounties} counties: ${layout.name}`, () => {
    let count = 0;
    let written = 0;
    let example = "";
    for (let seed = 1; seed <= kCounties; seed += 1) {
      const random = new Random(3_000_000 + seed);
      const all = splittableCounty(random, "某县", randomWays(random));
      const county = { ...all, schools: all.schools.filter(layout.can) };
      if (county.schools.length === 0) continue;
      written += 1;
      const list = differing(county, layout);
      if (list.length === 0) continue;
      count += 1;
      if (example !== "") continue;
      const small = shrunk(county, (smaller) => differing(smaller, layout).includes(list[0]));
      example = [...differing(small, layout).slice(0, 8), shown(layout.write(small))].join("\n");
    }
    assert.ok(written > kCounties / 3);
    assert.ok(count === 0, `${count} of ${written} counties differ, the smallest of the first:\n${example}`);
  });
}
