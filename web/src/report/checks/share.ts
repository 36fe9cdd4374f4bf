// SPDX-License-Identifier: MIT
//
// What one count is of another in per cent, and which numbers are counts.

import {
  type Exact,
  type Range,
  compare,
  divideRanges,
  kZero,
  meet,
  over,
  scaleRange,
  textOf,
  times,
} from "../exact.ts";
import type { Figure } from "../figures.ts";

export const kHundred: Exact = { n: 100n, d: 1n };
/** Of what was planned more may be done. */
export const kDone = /完成率|完成比例|超额/;
/** “占全体教师总数的比例为”, with what it is a share of. */
export const kShareOf =
  /占(?:到|了|全[区县市])?([^占，,；;。]{2,40}?)(?:总数|总量|总额)?(?:的)?(?:比例|比重|百分比|比)?(?:分别)?(?:为|达到?|达|是|约|均)?$/;

/** What `a` of `b` is in per cent; null where b may be zero. */
function share(a: Figure, b: Figure): Range | null {
  const range = divideRanges(a.range, b.range);
  return range === null ? null : scaleRange(range, kHundred);
}

export const gives = (a: Figure, b: Figure, rate: Figure): boolean => {
  // 4617 of 4620 are not 100 %, however it is rounded
  if (compare(rate.value, kHundred) === 0 && compare(a.value, b.value) < 0) return false;
  const range = share(a, b);
  return range !== null && meet(range, rate.range);
};

export function division(a: Figure, b: Figure, decimals: number): string {
  const value = times(over(a.value, b.value), kHundred);
  return `${a.text} ÷ ${b.text} = ${textOf(value, Math.max(decimals + 1, 2))}%`;
}

export function isCount(figure: Figure): boolean {
  return (
    figure.bound === null &&
    (figure.unit.kind === "count" || figure.unit.kind === "money" || figure.unit.kind === "area") &&
    compare(figure.value, kZero) > 0
  );
}
