// SPDX-License-Identifier: MIT
//
// So many of them with so many each: “共分 4 个组，每组 6 人，共计 24 人”, “留守儿童 2304 人，由 1152 名教师结对，平均每名教师帮扶 2 名”.

import { type Exact, around, compare, meet, over, textOf, times } from "../exact.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isSlip } from "../slip.ts";
import { sameUnit } from "../units.ts";

const kHalf: Exact = { n: 1n, d: 2n };
const kEach = /(?:平均|均)?每(?:[个名所间位])?([^，,；;。\d年月天学期]{1,4}?)(?:[^，,；;。\d]{0,6})$/;

export function checkEach(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = new Set(said.map(({ place }) => place.start));
  return reading.figures.flatMap((each) => {
    if (each.bound !== null || each.vague || !each.unit.counted) return [];
    const before = reading.figures[each.index - 1];
    const lead = reading.text.slice(before?.sentence === each.sentence ? before.end : each.sentence.start, each.start);
    const noun = kEach.exec(lead)?.[1] ?? "";
    const own = reading.of(each.sentence).filter((one) => one !== each && one.bound === null && !one.vague);
    const groups = own.find(
      (one) =>
        one.start < each.start &&
        one.unit.counted &&
        noun !== "" &&
        (one.text + reading.text.slice(one.end, one.end + 4)).replace(/^[\d.,]+/, "").includes(noun),
    );
    if (groups === undefined) return [];
    const total = own.find(
      (one) =>
        one !== groups &&
        sameUnit(one.unit, each.unit) &&
        compare(one.value, groups.value) >= 0 &&
        (one.start < each.start || /共|合计|总/.test(reading.text.slice(each.end, one.start))),
    );
    if (total === undefined) return [];
    const [target, value, sign] =
      total.start > each.start
        ? [total, times(groups.value, each.value), `${groups.text} × ${each.text}`]
        : [each, over(total.value, groups.value), `${total.text} ÷ ${groups.text}`];
    if (known.has(target.start)) return [];
    const right = meet({ from: value, to: value }, around(target.value, times(target.step, kHalf)));
    if (!right && !isSlip(target, value)) return [];
    const computed = textOf(value, target.decimals);
    return [
      found(
        "unit",
        right ? "agree" : "differ",
        `${target === total ? "product" : "quotient"}_${right ? "agrees" : "differs"}`,
        target,
        {
          arithmetic: `${sign} = ${computed}`,
          others: target === total ? [groups, each] : [total, groups],
          args: { printed: target.text, computed },
        },
      ),
    ];
  });
}
