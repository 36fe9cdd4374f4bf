// SPDX-License-Identifier: MIT
//
// A percentage as the growth between every two amounts near it: from the one to the other, or by the one.

import { type Exact, compare, over, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";
import { isGrowth } from "../checks/clause.ts";
import { kFall } from "../checks/growth_told.ts";
import { isCount, kHundred } from "../checks/share.ts";
import { type Relation, apart, isAboveZero, kNever, pairsOf } from "./relation.ts";
import type { Scene } from "./scene.ts";

const kBehind = 2;
const kEarlier = 4;

export function growthsOf(reading: Reading, scene: Scene): Relation[] {
  const { target, clause, lead } = scene;
  if (target.unit.kind !== "percent" || !isGrowth(clause) || /占|年均|年平均/.test(lead)) return [];
  if (isFirstYear(reading, target)) return [];
  const amounts = [...scene.own, ...scene.behind.slice(0, kBehind), ...scene.earlier.slice(0, kEarlier)].filter(
    isCount,
  );
  const falls = kFall.test(clause);
  return pairsOf(amounts).flatMap(([a, b]) => {
    const { more, less, gap } = apart(a, b);
    if (a.unit.id !== b.unit.id || !isAboveZero(gap)) return [];
    const isBeside = scene.isBeside(a) && scene.isBeside(b);
    const told = (value: Exact, formula: string, digits: number): Relation => ({
      kind: "growth",
      value: times(value, kHundred),
      others: [less, more],
      formula,
      digits,
    });
    const from = falls ? more : less;
    const step = isBeside ? 2 : kNever;
    // where what was there before is said, what came is no growth of what it came to
    const isAfter = amounts.some(({ unit, value }) => unit.id === a.unit.id && compare(value, gap) === 0);
    return [
      told(over(gap, from.value), `(${more.text} − ${less.text}) ÷ ${from.text}`, isBeside ? 2 : 3),
      ...(isAfter ? [] : [told(over(less.value, more.value), `${less.text} ÷ ${more.text}`, step)]),
      told(over(less.value, gap), `${less.text} ÷ (${more.text} − ${less.text})`, falls ? kNever : step),
    ];
  });
}

/** Of as many years as there are amounts: what was before the first is not said. */
function isFirstYear(reading: Reading, target: Figure): boolean {
  const list = reading.listOf(target);
  return (
    list?.figures[0] === target &&
    reading.series.some(
      (one) =>
        one !== list &&
        one.figures.length === list.figures.length &&
        one.sentence.paragraph === list.sentence.paragraph &&
        one.figures[0]!.start < target.start &&
        isCount(one.figures[0]!),
    )
  );
}
