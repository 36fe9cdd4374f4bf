// SPDX-License-Identifier: MIT
//
// A number as the sum of a list of three and more beside it: before it, behind it, or in the sentence behind.

import { type Exact, compare, sumOf, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";
import { sameUnit } from "../units.ts";
import { isStep } from "../checks/clause.ts";
import { isShare } from "../checks/sum_behind.ts";
import { isAddend } from "../checks/sum_told.ts";
import { type Relation, kNever } from "./relation.ts";
import { type Scene, isPlain } from "./scene.ts";

const kFewest = 3;
const kTwo: Exact = { n: 2n, d: 1n };
const kMost = 9;
const kOpens = /^(?:[：:]|[，,（(；;]其中)/;
const kTotal = /(?:共|合计|总|累计|等)[^，,；;。\d]{0,10}$/;

export function sumsOf(reading: Reading, scene: Scene): Relation[] {
  const { target, lead } = scene;
  if (!isAddend(target)) return [];
  const like = (one: Figure): boolean =>
    isPlain(one) && isAddend(one) && sameUnit(one.unit, target.unit) && !isStep(reading, one);
  const next = reading.sentences.find(
    ({ paragraph, number }) => paragraph === target.sentence.paragraph && number === target.sentence.number + 1,
  );
  const isTotal = kTotal.test(lead);
  // “总投资 6.84 亿元：新建学校 3 所，投资 2.46 亿元；改扩建……”
  const isOpened = kOpens.test(reading.text.slice(target.end, target.sentence.end));
  return [
    ...runsOf(reading, target, scene.own.filter(like), isTotal ? 2 : 3),
    ...runsOf(
      reading,
      target,
      scene.behind.filter((one) => like(one) && (isOpened || scene.isBeside(one))),
      3,
    ),
    ...runsOf(reading, target, next === undefined ? [] : reading.of(next).filter(like), 3),
    ...runsOf(reading, target, scene.earlier.filter(like), kNever),
  ];
}

/** The nearest three, four and more; and all but the nearest, which may be of something else, to say that it is right. */
function runsOf(reading: Reading, target: Figure, list: readonly Figure[], digits: number): Relation[] {
  const sumFrom = (from: number, to: number): Exact => sumOf(list.slice(from, to).map((one) => one.value));
  // “应入学 372 人，已入学 366 人，其中……”: the first is the sum of the others
  const isWhole = list.some((_, to) => to > 1 && compare(sumFrom(1, to + 1), list[0]!.value) === 0);
  return [0, 1].flatMap((from) =>
    Array.from({ length: Math.max(0, Math.min(list.length, kMost) - from - kFewest + 1) }, (_, more): Relation => {
      const parts = list.slice(from, from + kFewest + more);
      const isBehind = parts.every(({ index }, at) => index === target.index + at + 1);
      const few = isBehind ? 2 : digits;
      return {
        kind: "sum",
        value: sumFrom(from, from + kFewest + more),
        others: parts,
        formula: parts.map(({ text }) => text).join(" + "),
        digits:
          from !== 0 || isWhole || isShare(reading, target, parts) || !parts.every((one) => isPart(one, parts, target))
            ? kNever
            : few,
      };
    }),
  );
}

/** Less than the whole, and no sum of the other parts itself. */
const isPart = (one: Figure, parts: readonly Figure[], whole: Figure): boolean =>
  compare(one.value, whole.value) < 0 && compare(times(one.value, kTwo), sumOf(parts.map(({ value }) => value))) !== 0;
