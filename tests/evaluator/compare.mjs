// SPDX-License-Identifier: MIT
//
// The engine's answer of a county against the second evaluator's, everything: a list of "where: engine, expected".

import { toNumber } from "./fractions.mjs";

const kRelative = 1e-11; // of values and means, which are single quotients
const kCoefficient = 1e-9; // of square roots of differences
const kNoDifference = 1e-6;

const close = (a, b, error) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= error * Math.max(1, Math.abs(a), Math.abs(b)));

const root = (squared) => (squared === null ? null : Math.sqrt(Math.max(0, toNumber(squared))));

class Differences {
  list = [];
  same(where, engine, expected) {
    if (engine !== expected) this.list.push(`${where}: ${engine}, expected ${expected}`);
  }
  near(where, engine, expected, error = kRelative) {
    if (!close(engine, expected, error)) this.list.push(`${where}: ${engine}, expected ${expected}`);
  }
}

function compareUnits(found, engine, expected, origins) {
  const keyOf = ({ school, stage }) => `${school}/${stage}`;
  const units = engine.units ?? []; // a summary has none
  const evaluated = units.filter((unit) => unit.status === "evaluated");
  const byKey = new Map(evaluated.map((unit) => [keyOf(unit), unit]));
  const keys = (units) => units.map(keyOf).sort().join(" ");
  found.same("units", keys(evaluated), keys(expected.units));
  for (const unit of expected.units) {
    const other = byKey.get(keyOf(unit));
    if (other === undefined) continue;
    const at = keyOf(unit);
    found.same(`${at} pupils`, other.pupils, toNumber(unit.pupils));
    found.same(`${at} verdict`, other.verdict, unit.verdict);
    found.same(`${at} meeting`, other.meeting, unit.meeting);
    unit.values.forEach((value, i) => {
      const given = other.values[i];
      const of = `${at} ${value.id}`;
      found.same(of, given.id, value.id);
      found.near(of, given.value, toNumber(value.value));
      found.same(`${of} verdict`, given.verdict, value.verdict);
      if (origins) found.same(`${of} origin`, given.origin, value.origin);
      const stage = expected.stages.find((each) => each.stage === unit.stage);
      const place = expected.units.filter((each) => each.stage === unit.stage).indexOf(unit);
      // Of no differences there are no shares, and of next to none only those of rounding.
      const { shares, squared } = stage.indicators[i];
      if (root(squared) > kNoDifference) found.near(`${of} share`, given.cvShare, shares[place], kCoefficient);
    });
  }
  const left = (list) => list.sort().join(" ");
  found.same(
    "left out",
    left(units.filter((unit) => unit.status !== "evaluated").map((unit) => `${unit.school}:${unit.reason.code}`)),
    left(expected.left.map(({ school, reason }) => `${school}:${reason}`)),
  );
}

function compareStages(found, engine, expected) {
  for (const stage of expected.stages) {
    const other = engine.stages.find((each) => each.stage === stage.stage);
    const at = stage.stage;
    found.same(`${at} units`, other.units, stage.units);
    if (stage.pupils !== null) found.same(`${at} pupils`, other.pupils, toNumber(stage.pupils));
    found.same(`${at} verdict`, other.verdict, stage.verdict);
    const passing = [other.unitsPassing, other.unitsFailing, other.unitsUnknown].join();
    found.same(`${at} units passing, failing, unknown`, passing, (stage.passing ?? [null, null, null]).join());
    for (const one of stage.indicators) {
      const given = other.indicators.find((each) => each.id === one.id);
      const of = `${at} ${one.id}`;
      found.near(`${of} mean`, given.mean, toNumber(one.mean));
      found.near(`${of} deviation`, given.standardDeviation, root(one.variance), kCoefficient);
      found.near(`${of} coefficient`, given.cv, root(one.squared), kCoefficient);
      found.same(`${of} verdict`, given.verdict, one.verdict);
      found.same(`${of} given`, given.given, one.given);
      if (stage.passing !== null) {
        found.same(
          `${of} meeting, near, failing`,
          [given.unitsMeeting, given.unitsNear, given.unitsFailing].join(),
          [one.counts.pass, one.counts.near, one.counts.fail].join(),
        );
      }
    }
    found.near(`${at} composite`, other.compositeCv, stage.composite?.value ?? null, kCoefficient);
  }
}

function compareItems(found, engine, expected) {
  const items = engine.parts.flatMap((part) => part.items);
  for (const [id, verdict] of Object.entries(expected.items)) {
    const item = items.find((each) => each.id === id);
    found.same(id, item?.verdict, verdict);
    for (const [check, judged] of Object.entries(expected.checks[id])) {
      const given = item?.checks.find((each) => each.id === check);
      if (!Array.isArray(judged)) {
        if (given !== undefined && check !== "said") found.same(`${id} ${check}`, given.verdict ?? "unknown", judged);
        continue;
      }
      const of = (verdict) =>
        judged
          .filter((one) => one.verdict === verdict)
          .map((one) => `${one.school}/${one.stage ?? ""}`)
          .sort()
          .join(" ");
      // Of what nobody has given, nobody is named.
      const nothing = given?.subjects === 0 && judged.every((one) => one.verdict === "unknown");
      for (const verdict of nothing ? [] : ["fail", "unknown"]) {
        const named = given?.judged
          .filter((one) => one.verdict === verdict)
          .map((one) => `${one.school}/${one.stage ?? ""}`);
        found.same(`${id} ${check} ${verdict}`, named?.sort().join(" "), of(verdict));
      }
    }
  }
  for (const [id, verdict] of Object.entries(expected.supplements))
    found.same(id, engine.supplements.find((each) => each.id === id)?.verdict, verdict);
}

/**
 * What differs between an answer of the engine for a county and the expected one. `origins`: also whether a number was
 * reported for its stage or split.
 */
export function differences(engine, expected, { origins = true } = {}) {
  const found = new Differences();
  compareUnits(found, engine, expected, origins);
  compareStages(found, engine, expected);
  compareItems(found, engine, expected);
  for (const [id, verdict] of Object.entries(expected.parts))
    found.same(`part ${id}`, engine.parts.find((part) => part.id === id)?.verdict, verdict);
  found.same("county", engine.verdict, expected.verdict);
  return found.list;
}
