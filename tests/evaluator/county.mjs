// SPDX-License-Identifier: MIT
//
// A county as a whole, by either rule.

import { fraction, over, sum } from "./fractions.mjs";
import { balances } from "./balance.mjs";
import { growths } from "./growths.mjs";
import { itemsFromFacts, usualChoices } from "./items.mjs";
import { basic, quality, rates, stages as stageNames } from "./limits.mjs";
import { classItem, isAttended, roomItem, sizeItem, trainingItem } from "./school_items.mjs";
import { unitsOf } from "./units.mjs";
import { judged, worst } from "./verdicts.mjs";

const itemVerdict = (checks) =>
  worst(Object.values(checks).flatMap((check) => (Array.isArray(check) ? check.map((one) => one.verdict) : check)));

const partVerdict = (items) => worst(Object.values(items).map(itemVerdict));

/** By the rule of 2017. `choices`: of what sources read in different ways. */
export function evaluateQuality(county, choices = usualChoices) {
  const { units, left } = unitsOf(county, quality, choices);
  const stages = balances(units, quality, county.coefficients);
  const { government, quality: nine, recognition, veto } = itemsFromFacts(county, choices);
  const schools = county.schools.filter(isAttended);
  if (schools.length > 0) {
    Object.assign(government, { G3: roomItem(schools), G4: sizeItem(schools), G5: classItem(schools) });
    nine.Q4 = trainingItem(schools);
  }
  const items = { government, quality: nine, recognition, veto };
  const parts = { resources: worst(stages.map((stage) => stage.verdict)) };
  for (const [id, of] of Object.entries(items)) parts[id] = partVerdict(of);
  return result({ units, left, stages, items, parts, supplements: growths(county) });
}

/** By the rule of 2012, with the points of a province: without them nobody can say how many there are. */
export function evaluateBasic(county) {
  const { units, left } = unitsOf(county, basic);
  const stages = balances(units, basic, county.coefficients);
  const { facts, scores } = county;
  const standard = worst(
    stageNames.map((stage) =>
      judged(over(facts.schools_meeting?.[stage] ?? null, facts.all_schools?.[stage] ?? null), "atLeast", 1),
    ),
  );
  const points = Array.from({ length: basic.items }, (_, i) => fraction(scores[`B${i + 1}`] ?? null));
  const score = sum(points);
  const parts = {
    school_standard: standard,
    balance: worst(stages.map((stage) => stage.verdict)),
    government: judged(score, "atLeast", basic.points),
    satisfaction: judged(fraction(facts.satisfaction ?? null), "atLeast", String(Number(rates.recognition) * 100)),
  };
  return result({ units, left, stages, items: {}, parts, score, supplements: growths(county) });
}

function result(made) {
  const items = Object.assign({}, ...Object.values(made.items));
  const verdicts = Object.fromEntries(Object.entries(items).map(([id, checks]) => [id, itemVerdict(checks)]));
  const supplements = Object.fromEntries(
    Object.entries(made.supplements).map(([id, checks]) => [id, itemVerdict(checks)]),
  );
  return { ...made, checks: items, items: verdicts, supplements, verdict: worst(Object.values(made.parts)) };
}
