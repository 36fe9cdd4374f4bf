// SPDX-License-Identifier: MIT
//
// What an answer of the engine says, without where in the table it stands: two answers to the same facts are the same.

const kError = 1e-9; // the order of a sum moves its last digits
const kNoDifference = 1e-6;

const byKey = (list, keyOf) => Object.fromEntries(list.map((one) => [keyOf(one), one]));

function unitOf(unit, coefficients) {
  return {
    status: unit.status,
    reason: unit.reason?.code,
    pupils: unit.pupils,
    verdict: unit.verdict,
    meeting: unit.meeting,
    values: unit.values.map(({ id, value, verdict, origin, cvShare }) => ({
      id,
      value,
      verdict,
      origin,
      // Of no differences there are no shares but those of rounding.
      share: coefficients[`${unit.stage} ${id}`] > kNoDifference ? cvShare : null,
    })),
  };
}

const stageOf = (stage) => ({
  units: stage.units,
  pupils: stage.pupils,
  passing: [stage.unitsPassing, stage.unitsFailing, stage.unitsUnknown],
  verdict: stage.verdict,
  composite: stage.compositeCv,
  indicators: stage.indicators.map(({ id, mean, standardDeviation, cv, verdict, unitsMeeting, unitsFailing }) => ({
    id,
    mean,
    standardDeviation,
    cv,
    verdict,
    counts: [unitsMeeting, unitsFailing],
  })),
});

/** Of an item: who fails and of whom it is not known, by name. */
function itemOf(item, renamed) {
  const judged = (check) =>
    (check.judged ?? [])
      .map((one) => `${one.verdict} ${renamed(one.school)} ${one.stage} ${one.year} ${one.text}`)
      .sort();
  return { verdict: item.verdict, checks: item.checks.map((check) => [check.id, check.verdict, judged(check)]) };
}

/** `renamed`: the name by which a school is to be called. */
export function answerOf(county, renamed = (name) => name) {
  const coefficients = {};
  for (const { stage, indicators } of county.stages)
    for (const { id, cv } of indicators) coefficients[`${stage} ${id}`] = cv;
  return {
    verdict: county.verdict,
    parts: county.parts.map(({ id, verdict }) => [id, verdict]),
    items: byKey(
      [...county.parts.flatMap((part) => part.items), ...county.supplements].map((item) => ({
        id: item.id,
        ...itemOf(item, renamed),
      })),
      ({ id }) => id,
    ),
    stages: county.stages.map(stageOf),
    units: byKey(
      county.units.map((unit) => ({ key: `${renamed(unit.school)} ${unit.stage}`, ...unitOf(unit, coefficients) })),
      ({ key }) => key,
    ),
  };
}

/** Where two answers differ: paths with both values. */
export function unlike(a, b, path = "") {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= kError * Math.max(1, Math.abs(a), Math.abs(b)) ? [] : [`${path}: ${a} and ${b}`];
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object")
    return a === b ? [] : [`${path}: ${a} and ${b}`];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => unlike(a[key], b[key], `${path}/${key}`));
}
