// SPDX-License-Identifier: MIT
//
// A whole of which some are so and the others are not: “达到要求的 28 项，未达到要求的 4 项”. It comes after the sums that are
// told by 其中 and 合计.

import { compare, near, sumOf } from "../exact.ts";
import type { Finding } from "../finding.ts";
import type { Reading } from "../reading.ts";
import { isSlip, printedDigits } from "../slip.ts";
import { sameUnit } from "../units.ts";
import { between } from "./clause.ts";
import { isAddend, told } from "./sum_told.ts";

const kNot = /基本|未|不|没|无|尚|仍|还|其余|另|剩|余下|存在|正在|在[改建]|个别|[有出]差错|有误/;
/** How far both together may be from the whole to be meant as it. */
const kNearWhole = 0.05;
/** And where the one is called as the other, with a not. */
const kNearNamed = 0.15;
const kFarthest = 2;
/** So many digits are a slip of nothing else. */
const kDigits = 4;

export function checkLeft(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = said
    .filter((one) => one.check === "sum")
    .map((one) => [one.place.start, ...one.others.map(({ start }) => start)]);
  return reading.figures.flatMap((last) => {
    const lead = between(reading, last);
    if (!isAddend(last) || last.vague || !kNot.test(lead) || /[；;]/.test(lead)) return [];
    const earlier = reading
      .before(last)
      .filter(
        (one) =>
          sameUnit(one.unit, last.unit) && isAddend(one) && !one.vague && one.text.slice(-1) === last.text.slice(-1),
      );
    const own = earlier.filter((one) => one.sentence === last.sentence);
    const [first] = own;
    if (first === undefined) return [];
    // both are parts of what was said already
    if (known.some((places) => places.includes(first.start) && places.includes(last.start))) return [];
    const isNamed = sharesName(between(reading, first), lead);
    for (let count = 1; count <= Math.min(own.length, 3); count += 1) {
      const parts = [...own.slice(0, count).reverse(), last];
      const sum = sumOf(parts.map((one) => one.value));
      const total = earlier
        .slice(count)
        .find(
          (one) =>
            last.sentence.number - one.sentence.number <= kFarthest &&
            parts.every((part) => compare(part.value, one.value) < 0) &&
            !known.some((places) => places.includes(one.start) && places.includes(last.start)),
        );
      if (total === undefined) continue;
      const right = compare(sum, total.value) === 0;
      const gap = Math.abs(near(sum) - near(total.value));
      const most = Math.max(1, near(total.value) * (isNamed ? kNearNamed : kNearWhole));
      const isBeside = total.sentence === last.sentence;
      const isFar = !isBeside && printedDigits(total).length >= kDigits && isSlip(total, sum);
      if (right || (count === 1 && ((gap <= most && isBeside) || isFar))) return [told(total, parts, right)];
    }
    return [];
  });
}

/** 达到要求 and 未达到要求 */
function sharesName(name: string, other: string): boolean {
  const plain = (words: string): string => (words.split(/[，,：:]/).at(-1) ?? "").replace(/[未不没尚有的]/g, "");
  const [a, b] = [plain(name), plain(other)];
  return a.length >= 2 && b.length >= 2 && (a.endsWith(b.slice(-2)) || a.startsWith(b.slice(0, 2)));
}
