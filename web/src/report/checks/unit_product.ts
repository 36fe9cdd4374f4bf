// SPDX-License-Identifier: MIT
//
// A price times how many it is paid for: “学生 193 人，每生 6000 元，共 115.8 万元”.

import { type Range, compare, kZero, meet, near, scaleRange, sumOf, times, timesRanges } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isSlip } from "../slip.ts";
import { between, clauseBefore } from "./clause.ts";
import { perOf, powerOff, scaled, whole } from "./unit_per.ts";

const kTens = [10, 0.1, 100, 0.01];
const kEach = /标准|定额|单价|均价/;

/** “学生 193 人，每生 6000 元，共 115.8 万元” */
export function products(reading: Reading, figures: readonly Figure[]): Finding[] {
  const totals = figures.filter(
    (one) => one.unit.kind === "money" && !one.unit.per && !one.vague && one.bound === null,
  );
  const given = new Set<Figure>(); // whose product is an amount said already
  return totals.flatMap((total) => {
    // “按 7000 元的标准共安排”: the standard is the number before
    const lead = between(reading, total).replace(/^的?(?:标准|定额)/, "");
    if (/增长|标准|定额/.test(lead) || perOf(reading.subject(total).before) !== null) return [];
    const near1 = reading
      .before(total)
      .filter((one) => one.sentence.number >= total.sentence.number - 1 || one.sentence === total.sentence);
    const all = near1.filter(
      (one) => (one.unit.counted || one.unit.kind === "area") && one.bound === null && !one.vague,
    );
    // “应拨 130.2 万元（每生 7000 元）”
    const behind = reading.figures[total.index + 1];
    const inBrackets =
      behind !== undefined && /^[（(][^）)]*$/.test(reading.text.slice(total.end, behind.start)) ? [behind] : [];
    const rates = [...inBrackets, ...reading.before(total)].filter(
      (one) =>
        one !== total &&
        ((one.unit.kind === "money" &&
          (one.unit.per || kEach.test(clauseBefore(reading, one)) || perOf(clauseBefore(reading, one)) !== null)) ||
          (one.unit.kind === "none" && reading.text.startsWith("/", one.end))),
    );
    const tries = rates.flatMap((rate) => {
      const clause = clauseBefore(reading, rate);
      const per = perOf(clause);
      const named = per === null ? [] : all.filter(per.counts);
      const counts = named.length > 0 ? named : all.filter((one) => one.unit.counted);
      const many = /每[天日]/.test(clause) ? daysIn(reading, total, rate) : periodsOf(clause);
      return counts.flatMap((count) =>
        many.map((often) => ({ rate, count, many: often, likely: many[0], people: counts })),
      );
    });
    const both = rates.length < 2 ? null : ofSeveral(reading, total, [...rates].reverse());
    if (both !== null) return [both];
    const told = ({ rate, count, many }: (typeof tries)[number]): Parameters<typeof found>[4] => {
      const value = times(times(rate.value, count.value), whole(many));
      return {
        arithmetic: `${rate.text} × ${count.text}${many === 1 ? "" : ` × ${many}`} = ${scaled(value, total)}`,
        others: [rate, count],
        args: { printed: total.text, computed: scaled(value, total) },
      };
    };
    const right = tries.find(
      ({ rate, count, many }) =>
        compare(rate.range.from, kZero) > 0 &&
        meet(scaleRange(timesRanges(priceOf(reading, rate), count.range), whole(many)), total.range),
    );
    if (right !== undefined) {
      given.add(right.rate);
      return [found("unit", "agree", "product_agrees", total, told(right))];
    }
    for (const one of tries) {
      const { rate, count, many, likely, people } = one;
      if (given.has(rate)) continue;
      if (compare(times(rate.value, count.value), kZero) <= 0 || compare(total.value, kZero) <= 0) continue;
      const more = told(one);
      const ratio = near(total.value) / near(times(rate.value, count.value)) / many;
      const own = rate.sentence === total.sentence && count.sentence === total.sentence && rate.bound === null;
      // “按生均 200 元补助。寄宿生 8460 人，补助 1692 万元”: an exact power of ten is no chance
      const isExact =
        kTens.some((one) => Math.abs(ratio / one - 1) < 1e-9) &&
        rate.bound === null &&
        count.sentence === total.sentence;
      if (isExact) return [found("unit", "differ", "product_power", total, more)];
      const tens = people.length === 1 && rates.length === 1 && kTens.some((one) => Math.abs(ratio / one - 1) < 0.01);
      if (own && (tens || powerOff(ratio) !== 0)) return [found("unit", "differ", "product_power", total, more)];
      if (own && many === likely && isSlip(total, times(times(rate.value, count.value), whole(many))))
        return [found("unit", "differ", "product_differs", total, more)];
      if (own && people.length === 1 && rates.length === 1 && many === likely && ratio * 2 > 1 && ratio < 2)
        return [found("unit", "differ", "product_differs", total, more)];
    }
    return [];
  });
}

/** “小学生 1240 人，每人 1000 元；初中生 860 人，每人 1250 元，合计 231.5 万元” */
function ofSeveral(reading: Reading, total: Figure, rates: readonly Figure[]): Finding | null {
  if (!/共|合计|总/.test(clauseBefore(reading, total))) return null;
  const terms = rates
    .filter((rate) => rate.sentence === total.sentence)
    .flatMap((rate) => {
      const count = reading.figures[rate.index - 1];
      return count?.sentence === rate.sentence && count.unit.counted && count.bound === null ? [{ rate, count }] : [];
    });
  const value = sumOf(terms.map(({ rate, count }) => times(rate.value, count.value)));
  const right = meet({ from: value, to: value }, total.range);
  if (terms.length < 2 || !(right || isSlip(total, value))) return null;
  const computed = scaled(value, total);
  return found("unit", right ? "agree" : "differ", right ? "product_agrees" : "product_differs", total, {
    arithmetic: `${terms.map(({ rate, count }) => `${rate.text} × ${count.text}`).join(" + ")} = ${computed}`,
    others: terms.flatMap(({ rate, count }) => [rate, count]),
    args: { printed: total.text, computed },
  });
}

/** A mean was rounded; what is paid by a rule is paid as it is printed. */
const priceOf = (reading: Reading, rate: Figure): Range =>
  rate.shift > 0 || /均/.test(clauseBefore(reading, rate)) ? rate.range : { from: rate.value, to: rate.value };

/** How often it is paid in a year, the likeliest first: a year of school has ten months of lessons. */
export function periodsOf(clause: string): readonly number[] {
  return /每月|月人?均|\/月/.test(clause) ? [12, 10, 1] : /每学期/.test(clause) ? [2, 1] : [1];
}

/** “每生每天 5 元，全年按 200 天计算”; unsaid, a year of school has about two hundred days. */
function daysIn(reading: Reading, total: Figure, rate: Figure): readonly number[] {
  const days = reading
    .of(total.sentence)
    .filter((one) => /[天日]$/.test(one.text) && one !== rate)
    .map((one) => Number(one.value.n / one.value.d));
  return days.length > 0 ? days : [200, 365];
}
