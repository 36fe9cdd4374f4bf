// SPDX-License-Identifier: MIT
//
// Units (one stage of one school), their values and verdicts, and what is left out of the indicators.

import { compare, fraction, over, sum, times } from "./fractions.mjs";
import { smallPoint, stages } from "./limits.mjs";
import { resourceOf, stagesOf } from "./resources.mjs";

/** Why a whole school is left out of the indicators, or null. */
export function leftOut(school) {
  if (school.type === "special") return "special_education";
  if (school.type === "vocational") return "vocational";
  const pupils = school.stages.primary?.pupils;
  if (school.type === "teaching_point" && pupils !== null && Number(pupils) < smallPoint && Number(pupils) > 0)
    return "small_teaching_point";
  return null;
}

function valueOf(school, stage, indicator, standard, choices) {
  const { pupils, per } = school.stages[stage];
  const given = per?.[indicator.id];
  const { amount, origin } =
    given === undefined
      ? resourceOf(school, stage, indicator, { relaxed: standard.relaxed, ...choices })
      : { amount: over(times(given, pupils), indicator.per), origin: "given" };
  const value = times(over(amount, pupils), indicator.per);
  const result = { id: indicator.id, value, amount, origin: value === null ? "missing" : origin, verdict: null };
  if (indicator.least === undefined) return result;
  const least = fraction(indicator.least[stage]);
  if (value === null) result.verdict = "unknown";
  else if (compare(value, least) >= 0) result.verdict = "pass";
  else result.verdict = compare(value, times(least, standard.floor)) >= 0 ? "near" : "fail";
  return result;
}

/** Six of seven and none below 85 %; unknown only where what is not known can still decide it. */
function verdictOf(values, standard) {
  const count = (verdict) => values.filter((value) => value.verdict === verdict).length;
  const mayMiss = values.length - standard.meetAtLeast;
  if (count("fail") > 0 || count("near") > mayMiss) return "fail";
  return count("unknown") > 0 ? "unknown" : "pass";
}

/** {units, left}: what is evaluated, and schools or stages that are not, with the reason. */
export function unitsOf(county, standard, choices = {}) {
  const units = [];
  const left = [];
  for (const school of county.schools) {
    const reason = leftOut(school);
    if (reason !== null) {
      left.push({ school: school.name, reason });
      continue;
    }
    for (const stage of stagesOf(school).filter((each) => stages.includes(each))) {
      const pupils = school.stages[stage].pupils;
      if (pupils !== null && Number(pupils) === 0) {
        left.push({ school: school.name, stage, reason: "no_pupils" });
        continue;
      }
      const values = standard.indicators.map((indicator) => valueOf(school, stage, indicator, standard, choices));
      const judges = standard.meetAtLeast !== undefined;
      units.push({
        school: school.name,
        stage,
        pupils: fraction(pupils),
        values,
        meeting: judges ? values.filter((value) => value.verdict === "pass").length : null,
        verdict: judges ? verdictOf(values, standard) : null,
      });
    }
  }
  return { units, left };
}

export const pupilsOf = (units) => sum(units.map((unit) => unit.pupils));
