// SPDX-License-Identifier: MIT
//
// Coefficients of variation, weighted by pupils: with x what a unit has and P its pupils
//   X̄ = Σx / ΣP,  S² = Σ P (x/P − X̄)² / ΣP,  CV² = S² / X̄² = ΣP · Σ(x²/P) / (Σx)² − 1
// so that a coefficient is compared with its limit by whole numbers alone.

import { compareRoots, fraction, minus, one, over, sum, times, toNumber, compare, zero } from "./fractions.mjs";
import { basic, stages } from "./limits.mjs";
import { judged, worst } from "./verdicts.mjs";
import { pupilsOf } from "./units.mjs";

/** {mean, variance, squared}: null where a value is not known, nobody is there, or (the square alone) the mean is 0. */
function spread(units, indicator) {
  const of = (unit) => unit.values.find((value) => value.id === indicator.id);
  const amounts = units.map((unit) => of(unit).amount);
  if (units.length === 0 || amounts.includes(null) || units.some((unit) => unit.pupils === null))
    return { mean: null, variance: null, squared: null };
  const pupils = pupilsOf(units);
  const total = sum(amounts);
  const squares = sum(units.map((unit, i) => over(times(amounts[i], amounts[i]), unit.pupils)));
  const mean = times(over(total, pupils), indicator.per);
  const variance = times(
    minus(over(squares, pupils), over(times(total, total), times(pupils, pupils))),
    indicator.per ** 2,
  );
  const squared = total.n === 0n ? null : minus(over(times(pupils, squares), times(total, total)), one);
  return { mean, variance, squared };
}

/** The unit's part of all that makes the coefficient; null where there is none. */
function shares(units, indicator, { mean, variance }) {
  if (mean === null || compare(variance, zero) === 0) return units.map(() => null);
  const pupils = pupilsOf(units);
  return units.map((unit) => {
    const off = minus(unit.values.find((value) => value.id === indicator.id).value, mean);
    return toNumber(over(times(unit.pupils, times(off, off)), times(pupils, variance)));
  });
}

function coefficientVerdict(squared, limit) {
  if (squared === null) return "unknown";
  return judged(squared, "atMost", times(limit, limit));
}

export function balanceOf(stage, allUnits, standard, given = {}) {
  const units = allUnits.filter((unit) => unit.stage === stage);
  const indicators = standard.indicators.map((indicator) => {
    const found = spread(units, indicator);
    const published = units.length === 0 && given[indicator.id] !== undefined && given[indicator.id] !== null;
    const squared = published ? times(given[indicator.id], given[indicator.id]) : found.squared;
    const count = (verdict) =>
      units.filter((unit) => unit.values.some((value) => value.id === indicator.id && value.verdict === verdict))
        .length;
    return {
      id: indicator.id,
      mean: found.mean,
      variance: found.variance,
      squared,
      given: published,
      verdict: standard.coefficient ? coefficientVerdict(squared, standard.coefficient[stage]) : null,
      counts: { pass: count("pass"), near: count("near"), fail: count("fail") },
      shares: shares(units, indicator, found),
    };
  });
  const of = (verdict) => units.filter((unit) => unit.verdict === verdict).length;
  const judgesUnits = standard.meetAtLeast !== undefined;
  const result = { stage, units: units.length, pupils: units.length === 0 ? zero : pupilsOf(units), indicators };
  result.passing = judgesUnits ? [of("pass"), of("fail"), of("unknown")] : null;
  result.composite = standard.composite ? compositeOf(indicators, stage) : null;
  // Published coefficients say nothing of the schools.
  const schools = judgesUnits ? (units.length === 0 ? ["unknown"] : units.map((unit) => unit.verdict)) : [];
  result.verdict = standard.composite
    ? result.composite.verdict
    : worst([...schools, ...indicators.map((one) => one.verdict)]);
  return result;
}

/** The mean of all coefficients, which alone is judged. */
function compositeOf(indicators, stage) {
  const squares = indicators.map((one) => one.squared);
  if (squares.includes(null)) return { value: null, verdict: "unknown" };
  const value = squares.reduce((total, square) => total + Math.sqrt(toNumber(square)), 0) / squares.length;
  const order = compareRoots(squares, times(fraction(basic.composite[stage]), squares.length));
  return { value, verdict: order <= 0 ? "pass" : "fail" };
}

export const balances = (units, standard, given = {}) =>
  stages.map((stage) => balanceOf(stage, units, standard, given[stage]));
