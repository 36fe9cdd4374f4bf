// SPDX-License-Identifier: MIT
//
// What can be added, and the addition as it is told.

import { type Range, addRanges, compare, kZero, over, plainText, subtract, sumOf } from "../exact.ts";
import { type Figure, isMean } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { found } from "../reading.ts";

/** How far a sum may be from its total to be meant as its parts. */
export const kNearTotal = 0.15;
/** Of more parts the slips of rounding add up. */
const kFewParts = 4;

export function isAddend(figure: Figure): boolean {
  return (
    ["count", "money", "area", "score"].includes(figure.unit.kind) &&
    !figure.unit.per &&
    figure.bound === null &&
    (!figure.unit.counted || !isMean(figure)) &&
    compare(figure.value, kZero) >= 0
  );
}

export const rangeOf = (figures: readonly Figure[]): Range =>
  figures.map((one) => one.range).reduce(addRanges, { from: kZero, to: kZero });

/** In the unit of the total as it is printed. */
function printedSum(parts: readonly Figure[], total: Figure): string {
  const shift = { n: 10n ** BigInt(total.shift), d: 1n };
  return plainText(over(sumOf(parts.map((one) => one.value)), shift));
}

function addition(parts: readonly Figure[], total: Figure): string {
  return `${parts.map((one) => one.text).join(" + ")} = ${printedSum(parts, total)}${total.text.replace(/^[\d.,，\-−零〇一二三四五六七八九十百千两]+/, "")}`;
}

export function told(total: Figure, parts: readonly Figure[], right: boolean): Finding {
  const shift = { n: 10n ** BigInt(total.shift), d: 1n };
  // 0.54 + 0.62 + 0.71 may be 1.86 where all were rounded, and is more often a slip
  const few = parts.length <= kFewParts && parts.every((one) => compare(one.step, total.step) <= 0);
  const rounded = right && few && compare(sumOf(parts.map((one) => one.value)), total.value) !== 0;
  const agreement = rounded ? "undecided" : right ? "agree" : "differ";
  return found("sum", agreement, rounded ? "sum_rounded" : right ? "sum_agrees" : "sum_differs", total, {
    arithmetic: addition(parts, total),
    others: parts,
    args: {
      printed: total.text,
      computed: printedSum(parts, total),
      gap: plainText(over(subtract(sumOf(parts.map((one) => one.value)), total.value), shift)),
    },
  });
}
