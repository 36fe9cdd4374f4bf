// SPDX-License-Identifier: MIT
//
// Whether two summaries of the same table say the same: counts, verdicts and limits exactly, means, deviations and
// coefficients within a relative 1e-9. A time means nothing before this holds.

const kTolerance = 1e-9;
const kStage = ["stage", "units", "pupils", "unitsPassing", "verdict"];
const kExact = ["cvLimit", "verdict", "threshold", "unitsMeeting", "unitsNear", "unitsFailing"];
const kClose = ["mean", "standardDeviation", "cv"];
const kShown = 10;
/** How the engine calls a cell that is no number; the others have no names for it. */
const kNoNumbers = [undefined, "not_a_number", "glued_numbers", "not_exact"];

const resourcesOf = (county) => county.resources ?? county.parts.find((part) => part.id === "resources").verdict;

/** What is compared of an answer, and nothing else: the summary of the nation can be a hundred megabytes. */
export function comparable({ counties, issues, issueCount }) {
  return {
    counties: counties.map((county) => ({
      name: county.name,
      resources: resourcesOf(county),
      stages: county.stages
        .filter((stage) => stage.units > 0) // the engine also lists a stage without units
        .map(({ indicators, ...stage }) => ({
          ...picked(stage, kStage),
          indicators: indicators.map((indicator) => picked(indicator, ["id", ...kExact, ...kClose])),
        })),
    })),
    issueCount,
    issues: issues.map(({ code, row, column }) => ({ code, row, column })),
  };
}

const picked = (object, keys) => Object.fromEntries(keys.map((key) => [key, object[key]]));

/** Up to which line the answer lists what is wrong: the engine lists so many and only counts the others. */
const listedTo = ({ issues, issueCount }) =>
  issues.length < issueCount ? issues[issues.length - 1].row - 1 : Infinity;

/** Cells that are not numbers, as "line column". */
const nonsense = (answer, last) =>
  new Set(
    answer.issues
      .filter((issue) => kNoNumbers.includes(issue.code) && issue.row <= last)
      .map((issue) => `${issue.row} ${issue.column}`),
  );

/** `differences` is empty where the two agree; at most ten are spelled out. */
export function compareAnswers(left, right) {
  const found = [];
  let worst = 0;
  const say = (where, what, a, b) => found.push(`${where}: ${what} ${JSON.stringify(a)} / ${JSON.stringify(b)}`);
  const same = (where, what, a, b) => {
    if (a !== b) say(where, what, a, b);
    return a === b;
  };
  const close = (where, what, a, b) => {
    if (a === null || b === null) return void same(where, what, a, b);
    const off = a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    worst = Math.max(worst, off);
    if (!(off <= kTolerance)) say(where, what, a, b);
  };

  const total = {
    counties: left.counties.length,
    stages: 0,
    units: 0,
    passing: 0,
  };
  if (same("table", "counties", left.counties.length, right.counties.length)) {
    left.counties.forEach((county, at) => compareCounty(county, right.counties[at]));
  }
  const last = Math.min(listedTo(left), listedTo(right));
  const [leftCells, rightCells] = [nonsense(left, last), nonsense(right, last)];
  same("table", "cells that are not numbers", leftCells.size, rightCells.size);
  for (const cell of leftCells) if (!rightCells.has(cell)) say("table", "cell", cell, null);
  return {
    differences: found.slice(0, kShown),
    count: found.length,
    worst,
    badCells: leftCells.size,
    ...total,
  };

  function compareCounty(county, other) {
    const where = `${county.name}#${left.counties.indexOf(county)}`;
    same(where, "name", county.name, other.name);
    same(where, "resources", resourcesOf(county), resourcesOf(other));
    if (resourcesOf(county) === "pass") total.passing += 1;
    // The engine also lists a stage without units.
    const [stages, others] = [county, other].map((each) => each.stages.filter((stage) => stage.units > 0));
    if (!same(where, "stages", stages.length, others.length)) return;
    stages.forEach((stage, at) => compareStage(`${where} ${stage.stage}`, stage, others[at]));
  }

  function compareStage(where, stage, other) {
    total.stages += 1;
    total.units += stage.units;
    for (const what of kStage) same(where, what, stage[what], other[what]);
    stage.indicators.forEach((indicator, at) => {
      const twin = other.indicators[at];
      same(where, "id", indicator.id, twin.id);
      for (const what of kExact) same(`${where} ${indicator.id}`, what, indicator[what], twin[what]);
      for (const what of kClose) close(`${where} ${indicator.id}`, what, indicator[what], twin[what]);
    });
  }
}
