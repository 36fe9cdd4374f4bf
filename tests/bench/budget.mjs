// SPDX-License-Identifier: MIT
//
// Ratios of one run against budget.json, where each line says what may be: so that a change that makes something slower
// shows in the output, and in the note of whoever made it. No time is ever a test.
//
// A line: `what` in words; `measure`: "first", "warm" (ms), "memory" (bytes beyond holding the text) or "wait" (ms of the
// workbench, ms or bytes of a workbook); `of` and `by`: what is divided by what, ids of the plan or
// "workbench.<figure>". As `by` also "library": the fastest library on the same table in the same place; "text": the
// bytes of the table; `times` stands before `by`. `allowed`: the ratio wanted; `last`: the one measured when the line
// was last written (--save).

import { readFileSync, writeFileSync } from "node:fs";
import { kLibraries } from "./plan.mjs";

const kFile = new URL("budget.json", import.meta.url);
/** Two runs of the same program differ by less than this on a machine with other work. */
const kWorse = 1.25;

export const readBudget = () => JSON.parse(readFileSync(kFile, "utf8")).lines;

/** The ids that a line needs; "library" counts as those of the same table of which one is enough. */
export function idsOf({ of, by }) {
  if (by === "text") return { all: [of], any: [] };
  if (by !== "library") return { all: [of, by], any: [] };
  const [place, table] = of.split(".");
  return {
    all: [of],
    any: kLibraries.map((library) => `${place}.${table}.string.${library}`),
  };
}

/** `figure(id, measure)` gives a number, undefined where it was not measured. */
export function ratioOf(line, figure) {
  const above = figure(line.of, line.measure);
  const { all, any } = idsOf(line);
  const times = line.times ?? 1;
  if (line.by === "text") return above / (times * figure(line.of, "text"));
  const others = any.map((id) => figure(id, line.measure)).filter((ms) => ms !== undefined);
  const below = line.by === "library" ? Math.min(...others) : figure(all[1], line.measure);
  return above / (times * below);
}

const shown = (ratio) => (ratio === null || !Number.isFinite(ratio) ? "–" : ratio.toPrecision(3));

/** Rows for printing: what, ratio, allowed, last, mark. */
export function checkBudget(lines, figure) {
  return lines.map((line) => {
    const ratio = ratioOf(line, figure);
    const known = Number.isFinite(ratio);
    const worse = known && line.last !== null && ratio > line.last * kWorse;
    const mark = !known ? "not measured" : worse ? "✗ WORSE than last" : ratio > line.allowed ? "over" : "✓";
    return [line.what, shown(ratio), shown(line.allowed), shown(line.last), mark];
  });
}

/** Writes what was measured as the last ratios; what was not measured keeps its own. */
export function saveBudget(lines, figure) {
  const saved = lines.map((line) => {
    const ratio = ratioOf(line, figure);
    return {
      ...line,
      last: Number.isFinite(ratio) ? Number(ratio.toPrecision(3)) : line.last,
    };
  });
  writeFileSync(kFile, `${JSON.stringify({ lines: saved }, null, 2)}\n`);
}
