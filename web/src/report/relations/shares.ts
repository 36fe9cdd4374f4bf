// SPDX-License-Identifier: MIT
//
// A percentage as a share of every two counts near it that fit, of the totals of the report, and of what a list makes up.

import { compare, over, sumOf, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";
import { saidIn, trimmed } from "../subjects.ts";
import { sameCount } from "../units.ts";
import { isGrowth } from "../checks/clause.ts";
import { isOfOther } from "../checks/ratio_counts.ts";
import { isCount, kDone, kHundred, kShareOf } from "../checks/share.ts";
import { type Relation, kNever } from "./relation.ts";
import { type Scene, fitsStage } from "./scene.ts";

const kOf = /占(?!比)/;
const kShare = /占|[率度]|比例|比重/;
/** “达到 1.5% 的规定” */
const kAsked = /^的?[^，,；;。\d]{0,4}(?:要求|标准|规定|目标|底线|红线)/;
const kBehind = 2;
/** Of a longer list what is meant is not said by its order. */
const kMostListed = 7;

export function sharesOf(reading: Reading, scene: Scene, totals: readonly Figure[]): Relation[] {
  const { target, clause } = scene;
  if (target.unit.kind !== "percent") return [];
  if (compare(target.value, kHundred) === 0)
    return ofLists(scene, totals).filter(({ value }) => compare(value, kHundred) === 0);
  const isOver = compare(target.value, kHundred) > 0;
  if (isOver && !kDone.test(clause)) return [];
  if (isGrowth(clause) && !kShare.test(clause)) return [];
  if (kAsked.test(reading.text.slice(target.end, target.sentence.end))) return [];
  const behind = scene.behind.slice(0, kBehind);
  const parts = [...scene.own, ...behind].filter((one) => isCount(one) && !isOfOther(reading, one, target));
  const wholes = [...scene.own, ...behind, ...scene.earlier, ...totals].filter(isCount);
  const base = trimmed(kShareOf.exec(clause)?.[1] ?? "");
  const pairs = parts.flatMap((part) =>
    wholes
      .filter((whole) => sameCount(part.unit, whole.unit) && compare(part.value, whole.value) * (isOver ? -1 : 1) < 0)
      .filter((whole) => !totals.includes(whole) || fitsStage(reading, part, whole))
      .map((whole): Relation => {
        const isNearest = (kOf.test(clause) ? [part, whole] : [part]).some(({ index }) => index === target.index - 1);
        const isOther = base.length >= 2 && saidIn(base, reading.named(whole) + reading.subject(whole).after) < 1 / 2;
        const isClose =
          scene.isBeside(whole) || totals.includes(whole) || (kOf.test(clause) && scene.own.includes(whole));
        const few = isNearest && scene.isBeside(part) && isClose && kShare.test(clause) ? 2 : 3;
        return {
          kind: "ratio",
          value: times(over(part.value, whole.value), kHundred),
          others: [part, whole],
          formula: `${part.text} ÷ ${whole.text}`,
          digits: (isOther || kOf.test(clause)) && !isNearest ? kNever : few,
        };
      }),
  );
  return [...pairs, ...ofLists(scene, totals)];
}

/** “升入普高 3258 人、中职 2063 人，升学率”, “非常满意 2310 个、满意 1638 个、一般 189 个，满意率”: two and more beside each other. */
function ofLists(scene: Scene, totals: readonly Figure[]): Relation[] {
  const counts = scene.own.filter((one) => isCount(one) && scene.isBeside(one)).slice(0, kMostListed);
  return counts.flatMap((_, from) =>
    counts.slice(from + 1).flatMap((__, more) => {
      const parts = counts.slice(from, from + more + 2);
      const part = sumOf(parts.map((one) => one.value));
      return [...counts.slice(from + more + 2), ...totals]
        .filter((whole) => [...parts, whole].every(({ unit }) => sameCount(unit, parts[0]!.unit)))
        .filter((whole) => !parts.includes(whole) && compare(part, whole.value) <= 0)
        .map((whole): Relation => {
          const formula = `(${parts.map(({ text }) => text).join(" + ")}) ÷ ${whole.text}`;
          const value = times(over(part, whole.value), kHundred);
          return {
            kind: "ratio",
            value,
            others: [...parts, whole],
            formula,
            digits: compare(value, kHundred) === 0 ? 2 : 3,
          };
        });
    }),
  );
}
