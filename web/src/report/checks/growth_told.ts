// SPDX-License-Identifier: MIT
//
// Growth and differences as they are told: the arithmetic, what it gives, and whether what is printed is that.

import {
  type Range,
  compare,
  divideRanges,
  meet,
  near,
  over,
  scaleRange,
  subtract,
  subtractRanges,
  textOf,
  times,
} from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { found } from "../reading.ts";
import { kHundred } from "./share.ts";

export const kFall = /下[降滑]|回落|收窄|缩小|减少|降低|降幅|负增长|缩减|压减/;

/** Points of per cent. */
const kFarPoints = 1;

/** (b − a) ÷ a, in per cent. */
export function growth(a: Figure, b: Figure): Range | null {
  const range = divideRanges(b.range, a.range);
  if (range === null) return null;
  const scaled = scaleRange(range, kHundred);
  return { from: subtract(scaled.from, kHundred), to: subtract(scaled.to, kHundred) };
}

export const negative = (range: Range): Range => ({
  from: { n: -range.to.n, d: range.to.d },
  to: { n: -range.from.n, d: range.from.d },
});

export function told(a: Figure, b: Figure, decimals: number, falls: boolean): { arithmetic: string; computed: string } {
  const value = times(over(falls ? subtract(a.value, b.value) : subtract(b.value, a.value), a.value), kHundred);
  const arithmetic = falls
    ? `(${a.text} − ${b.text}) ÷ ${a.text} = ${textOf(value, Math.max(2, decimals + 1))}%`
    : `(${b.text} − ${a.text}) ÷ ${a.text} = ${textOf(value, Math.max(2, decimals + 1))}%`;
  return { arithmetic, computed: `${textOf(value, decimals)}%` };
}

export function growthTold(figure: Figure, a: Figure, b: Figure, falls: boolean): Finding {
  const range = growth(a, b);
  const right = range !== null && meet(falls ? negative(range) : range, figure.range);
  const { arithmetic, computed } = told(a, b, figure.decimals, falls);
  // of amounts with two digits a growth may be far from theirs, and is more often a slip
  const gap = Math.abs(near(figure.value) - Number.parseFloat(computed));
  const rounded = right && gap > kFarPoints;
  const agreement = rounded ? "undecided" : right ? "agree" : "differ";
  return found("growth", agreement, rounded ? "growth_rounded" : right ? "growth_agrees" : "growth_differs", figure, {
    arithmetic,
    others: [a, b],
    args: { printed: figure.text, computed },
  });
}

/** “新增 11.2 万平方米，较上年末的 56 万平方米增长 20%”: the first is the growth itself. */
export function onBase(figure: Figure, step: Figure, base: Figure): Finding[] {
  const range = divideRanges(step.range, base.range);
  if (range === null) return [];
  const right = meet(scaleRange(range, kHundred), figure.range);
  const value = times(over(step.value, base.value), kHundred);
  return [
    found("growth", right ? "agree" : "differ", right ? "growth_agrees" : "growth_differs", figure, {
      arithmetic: `${step.text} ÷ ${base.text} = ${textOf(value, Math.max(2, figure.decimals + 1))}%`,
      others: [step, base],
      args: { printed: figure.text, computed: `${textOf(value, figure.decimals)}%` },
    }),
  ];
}

/** `figure` is said to be what `b` is more than `a`, or less. */
export function difference(figure: Figure, a: Figure, b: Figure, falls: boolean): Finding {
  const range = falls ? subtractRanges(a.range, b.range) : subtractRanges(b.range, a.range);
  const right = meet(range, figure.range);
  const [more, less] = falls ? [a, b] : [b, a];
  const decimals = Math.max(a.decimals, b.decimals, figure.decimals);
  const shift = { n: 10n ** BigInt(figure.shift), d: 1n };
  const value = textOf(over(subtract(more.value, less.value), shift), decimals);
  // 91% to 95% may be 5 points where all three were rounded, and is more often a slip
  const plain = compare(falls ? subtract(a.value, b.value) : subtract(b.value, a.value), figure.value) === 0;
  const agreement = plain ? "agree" : right ? "undecided" : "differ";
  const code = plain ? "difference_agrees" : right ? "difference_rounded" : "difference_differs";
  return found("growth", agreement, code, figure, {
    arithmetic: `${more.text} − ${less.text} = ${value}${figure.shift === 4 ? "万" : figure.shift === 8 ? "亿" : ""}`,
    others: [a, b],
    args: { printed: figure.text, computed: value },
  });
}
