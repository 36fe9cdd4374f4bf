// SPDX-License-Identifier: MIT
//
// A count that went from one number to another, and its rate that went with it: “达标学校由 61 所增加到 78 所，达标率由 73.5%
// 提高到 94.0%”. The whole stands in the sentence, or is a count of the report; one that gives the one rate has to give the
// other.

import { compare, textOf, over, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { division, gives, isCount, kHundred } from "./share.ts";

const kMoves =
  /^(?:[^，,；;。\d]|(?:19|20)\d{2}年)*[增升提降减扩调上下变达→][^，,；;。\d]{0,8}(?:到|至|为|→)了?$|^(?:到|至|→)$/;

/** 增加到, 提高至: the new number, not the growth. */
export const kFromTo = /(?:增|升|提|降|减|扩|上|下|到|至|达)(?!幅|速|长率)\S{0,4}(?:到|至|为|达)$|(?:到|至|达到?)$/;

/** The number that it comes to, where this one is what it was. */
export function movedTo(reading: Reading, from: Figure): Figure | null {
  const to = reading.figures[from.index + 1];
  if (to?.sentence !== from.sentence || to.unit.id !== from.unit.id || from.bound !== null || to.bound !== null)
    return null;
  return kMoves.test(reading.text.slice(from.end, to.start).replace(/(?:19|20)\d{2}年?(?:的|末|底)?/g, "")) ? to : null;
}

export function checkTransitions(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = new Set(said.map(({ place }) => place.start));
  return reading.figures.flatMap((rate) => {
    const next = rate.unit.kind === "percent" ? movedTo(reading, rate) : null;
    if (next === null || (known.has(rate.start) && known.has(next.start))) return [];
    if (!/[率占比]/.test(reading.text.slice(reading.figures[rate.index - 1]?.end ?? 0, rate.start))) return [];
    const earlier = reading.of(rate.sentence).filter((one) => one.start < rate.start && isCount(one));
    const part = earlier.filter((one) => movedTo(reading, one) !== null).at(-1);
    const then = part === undefined ? null : movedTo(reading, part);
    if (part === undefined || then === null) return [];
    const whole = reading.figures.find(
      (one) =>
        one !== part &&
        one.unit.id === part.unit.id &&
        isCount(one) &&
        (one.sentence !== rate.sentence || one.start < rate.start) &&
        (gives(part, one, rate) || gives(then, one, next)),
    );
    if (whole === undefined) return [];
    return (
      [
        [part, rate],
        [then, next],
      ] as const
    ).flatMap(([count, one]) => {
      if (known.has(one.start) || compare(count.value, whole.value) > 0) return [];
      const right = gives(count, whole, one);
      return [
        found("ratio", right ? "agree" : "differ", right ? "ratio_agrees" : "ratio_differs", one, {
          arithmetic: division(count, whole, one.decimals),
          others: [count, whole],
          args: {
            printed: one.text,
            computed: `${textOf(times(over(count.value, whole.value), kHundred), one.decimals)}%`,
          },
        }),
      ];
    });
  });
}
