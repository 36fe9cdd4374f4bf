// SPDX-License-Identifier: MIT
//
// A total over how many it is for: 生均, 校均, 平均班额, 年均.

import {
  type Exact,
  type Range,
  around,
  compare,
  divideRanges,
  meet,
  near,
  over,
  plainText,
  scaleRange,
  textOf,
  times,
} from "../exact.ts";
import { chineseNumber } from "../chinese_number.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, countsOf, found, pupilsOf } from "../reading.ts";
import { saidIn } from "../subjects.ts";
import { clauseBefore, clauseWithHead, isOfBefore } from "./clause.ts";
import { perOf, powerOff, scaled, whole } from "./unit_per.ts";

/** “校舍 12.5 万平方米，学生 1.2 万人，生均 10.4 平方米” */
export function quotients(reading: Reading): Finding[] {
  return reading.figures.flatMap((figure) => {
    if (figure.bound !== null || figure.vague || figure.unit.kind === "percent" || figure.unit.kind === "time")
      return [];
    const clause = clauseWithHead(reading, figure);
    const per = perOf(clause);
    if (per === null || reading.listOf(figure) !== undefined) return [];
    const { unit, by } = per;
    const earlier = reading.before(figure).filter(
      (one) =>
        one.bound === null &&
        !(one.unit.counted && one.shift === 0 && one.decimals > 0) && // “6.25 名学生一台”
        one.sentence.number >= figure.sentence.number - 1 &&
        perOf(clauseBefore(reading, one)) === null,
    );
    if (unit === "班" && figure.unit.id === "人") return classSize(reading, figure);
    const most = (all: readonly Figure[]): Figure[] => [...all].sort((a, b) => compare(b.value, a.value)).slice(0, 1);
    const { stage } = reading.subject(figure);
    const ofSchools = unit === "所" && figure.unit.id === "人" && /规模|学生|每所?(?:学?校)?$/.test(clause);
    const counts = (
      ofSchools && stage === "" ? most(reading.before(figure, 1).filter((one) => one.unit.id === "所")) : earlier
    ).filter(
      (one) =>
        per.counts(one) &&
        (unit !== "人" || /学生|生|人数/.test(reading.subject(one).words) || figure.unit.id !== "人"),
    );
    // the number of pupils is often said once, at the beginning
    if (counts.length === 0 && unit === "人") counts.push(...pupilsOf(reading));
    const totals = earlier.filter(
      (one) => sameKind(one, figure) && compare(one.value, figure.value) > 0 && !one.unit.per,
    );
    const own = stage === "" || (unit !== "人" && unit !== "所") ? [] : countsOf(reading, unit, stage);
    if (own.length > 0) counts.splice(0, counts.length, ...own);
    if (ofSchools) totals.splice(0, totals.length, ...countsOf(reading, "人", stage).slice(0, 1));
    // “公用经费 61.6 元，生均 7000 元”: less than one of its parts
    const last = reading.figures[figure.index - 1];
    if (totals.length === 0 && last?.sentence === figure.sentence && sameKind(last, figure)) totals.push(last);
    const thing = clause.replace(
      /全[区县市]|[生人校班]均|(?:平均)?每百名学生|(?:平均)?每(?:平方米|.)|学校|小学|初中|学生数?|项目|规模|拥有|平均|为|是|达到?|[的均]/g,
      "",
    );
    // “图书 282.5 万册，生均 38 册”: of what stands just before it
    const named =
      thing === ""
        ? totals.slice(0, totals[0] === last || totals[0]?.sentence === figure.sentence || ofSchools ? 1 : 0)
        : totals.filter(
            (one) =>
              saidIn(thing, reading.subject(one).words + reading.subject(one).after) >= 0.3 ||
              (one === last &&
                counts.some(
                  (count) => count.sentence === one.sentence && reading.subject(count).words.includes(thing),
                )),
          );
    const tried: { total: Figure; count: Figure; range: Range; value: Exact }[] = [];
    for (const total of named.length > 0 ? named : totals)
      for (const count of counts) {
        if (total === count) continue;
        const range = divideRanges(total.range, count.range);
        if (range === null) continue;
        tried.push({
          total,
          count,
          range: scaleRange(range, whole(by)),
          value: times(over(total.value, count.value), whole(by)),
        });
      }
    // so many things for one are rounded, though nobody has half of one
    const printed = around(figure.value, over(figure.step, whole(2)));
    const right = tried.find(({ range }) => meet(range, printed));
    // what all schools spend says nothing of one pupil of a stage
    const staged = tried.filter(({ total }) => stage === "" || reading.subject(total).stage === stage);
    const tell = ({
      total,
      count,
      value,
    }: (typeof tried)[number]): { arithmetic: string; others: Figure[]; args: Record<string, string> } => ({
      arithmetic: `${total.text} ÷ ${count.text}${by === 1 ? "" : ` × ${by}`} = ${textOf(value, Math.max(figure.decimals + 1, 2))}`,
      others: [total, count],
      args: { printed: figure.text, computed: textOf(value, figure.decimals) },
    });
    if (right !== undefined) return [found("unit", "agree", "quotient_agrees", figure, tell(right))];
    const [first] = staged;
    if (first === undefined || isPriced(reading, figure) || isOfBefore(reading, figure)) return [];
    const ratio = near(figure.value) / near(first.value);
    // “藏书 207.7 万册，生均 3.5 册”: a point that moved
    const isWhole = first.total.shift > 0 || first.total.decimals === 0;
    const isMoved =
      isWhole && figure.sentence === first.total.sentence && kTens.some((one) => Math.abs(ratio / one - 1) < kRounded);
    if (named.length > 0 && (powerOff(ratio) !== 0 || isMoved))
      return [found("unit", "differ", "quotient_power", figure, tell(first))];
    return named.length > 0 &&
      (tried.length === 1 || figure.sentence === first.total.sentence || unit === "所") &&
      ratio * 2 > 1 &&
      ratio < 2
      ? [found("unit", "differ", "quotient_differs", figure, tell(first))]
      : [];
  });
}

const kTens = [10, 0.1, 100, 0.01];
/** How far a rounded mean may be from what was divided. */
const kRounded = 0.02;

/** “设备 860 套，每套 2.5 万元，计 2150 万元”: what the price makes stands behind it. */
function isPriced(reading: Reading, price: Figure): boolean {
  const next = reading.figures[price.index + 1];
  return (
    next?.sentence === price.sentence &&
    sameKind(next, price) &&
    /^[，,](?:共|计|合|总)/.test(reading.text.slice(price.end, next.start))
  );
}

const kYears = /(?:近|过去|这)?([二两三四五六七八九十]|\d)年(?:来|间|累计|共|以来|期间)?/;

/** “过去五年累计 63.9 亿元，年均 12.78 亿元” */
export function yearly(reading: Reading): Finding[] {
  return reading.figures.flatMap((figure) => {
    const total = reading.figures[figure.index - 1];
    if (total?.sentence !== figure.sentence || total.unit.id !== figure.unit.id || figure.bound !== null) return [];
    if (!/^[，,](?:平均每年|年均)[^增提升降，,]{0,6}$/.test(reading.text.slice(total.end, figure.start))) return [];
    const words = kYears.exec(reading.text.slice(figure.sentence.start, total.start))?.[1];
    const years = words === undefined ? null : /\d/.test(words) ? whole(Number(words)) : chineseNumber(words);
    if (years === null || years.n < 2n) return [];
    const value = over(total.value, years);
    const right = meet(scaleRange(total.range, { n: years.d, d: years.n }), figure.range);
    const shift = { n: 10n ** BigInt(figure.shift), d: 1n };
    return [
      found("unit", right ? "agree" : "differ", right ? "quotient_agrees" : "quotient_differs", figure, {
        arithmetic: `${total.text} ÷ ${plainText(years)} = ${scaled(value, figure)}`,
        others: [total],
        args: { printed: figure.text, computed: textOf(over(value, shift), figure.decimals) },
      }),
    ];
  });
}

const sameKind = (one: Figure, figure: Figure): boolean =>
  one.unit.id === figure.unit.id || (figure.unit.kind === "none" && one.unit.counted);

/** 平均班额: all pupils over all classes, where both are said. */
function classSize(reading: Reading, figure: Figure): Finding[] {
  const { stage } = reading.subject(figure);
  // “372 个班 17112 人，平均班额 46 人”
  const [beside, rooms] = [reading.figures[figure.index - 1], reading.figures[figure.index - 2]];
  const isBeside =
    beside?.unit.id === "人" &&
    rooms?.sentence === figure.sentence &&
    rooms.unit.counted &&
    /班/.test(rooms.text + reading.text.slice(rooms.end, beside.start)) &&
    !/[，,；;。]/.test(reading.text.slice(rooms.end, beside.start));
  const pupils = isBeside ? beside : countsOf(reading, "人", stage)[0];
  const near1 = reading
    .before(figure, 1)
    .find(
      (one) =>
        one.bound === null &&
        reading.subject(one).stage === stage &&
        (one.unit.id === "班" || (one.unit.id === "个" && /班/.test(reading.named(one)))),
    );
  const classes = (isBeside ? rooms : near1) ?? countsOf(reading, "班", stage)[0];
  if (pupils === undefined || classes === undefined) return [];

  const range = divideRanges(pupils.range, classes.range);
  if (range === null) return [];
  const right = meet(range, around(figure.value, over(figure.step, whole(2))));
  const value = over(pupils.value, classes.value);
  return [
    found("unit", right ? "agree" : "differ", right ? "quotient_agrees" : "quotient_differs", figure, {
      arithmetic: `${pupils.text} ÷ ${classes.text} = ${textOf(value, figure.decimals + 1)}`,
      others: [pupils, classes],
      args: { printed: figure.text, computed: textOf(value, figure.decimals) },
    }),
  ];
}
