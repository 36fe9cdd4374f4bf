// SPDX-License-Identifier: MIT
//
// One thing that is said to be above another (“拨款增长高于财政经常性收入增长”, “教师工资不低于公务员”), rates above 100 %, and
// parts that are more than their whole.

import { type Exact, compare, meet, near, subtract, subtractRanges, textOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, type Series, found } from "../reading.ts";
import { saidIn, trimmed } from "../subjects.ts";
import { sameUnit } from "../units.ts";
import { comparedLists } from "./order_lists.ts";
import { nearest } from "./list_ratio.ts";
import { kDone } from "./share.ts";
import { clauseBefore, isEarlier, isGrowth } from "./clause.ts";

const kHundred: Exact = { n: 100n, d: 1n };
/** So many numbers farther the other may stand: “10.92 万元，比上年的 10.52 万元增长 3.8%，公务员 11.01 万元”. */
const kFarthest = 5;
/** What is paid by the month and by the year is not compared. */
const kSameSize = 0.7;
const kAbove = /([^，,；;。：:]{4,30}?)(不低于|高于|不高于|大于|超过)([^，,；;。：:\d]{4,30})/g;
/** Rates of a whole: none of them is above all of it. */
const kOfAll = /率|占|持证|覆盖|比例/;
/** Rates of something else than a whole. */
const kOfOther =
  /增长|增速|增幅|涨|毛入学|完成(?:年度|预算|计划|任务)|超额|负债|利用率|使用率|为.{1,6}的$|相当于|是.{1,12}的$/;

/** “教师高出 0.16 万元”: how far, and no amount of its own. */
export const kGap = /(?:高|多|低|少|差|增加|提高|增长|减少|上调)(?:出|了|于)?$/;

export function checkOrder(reading: Reading): Finding[] {
  return [
    ...aboveAll(reading),
    ...retained(reading),
    ...partsAbove(reading),
    ...lists(reading),
    ...compared(reading),
    ...comparedLists(reading),
  ];
}

function aboveAll(reading: Reading): Finding[] {
  return reading.figures.flatMap((figure) => {
    if (figure.unit.kind !== "percent" || compare(figure.value, kHundred) <= 0) return [];
    const clause = clauseBefore(reading, figure);
    if (isGrowth(clause) || kDone.test(clause) || !kOfAll.test(clause) || kOfOther.test(clause)) return [];
    if (reading.figures[figure.index - 1]?.unit.id === "人次") return []; // somebody may come twice
    return [
      found("order", "differ", "above_all", figure, {
        arithmetic: retention(reading, figure)?.text ?? `${figure.text} > 100%`,
        args: { printed: figure.text },
      }),
    ];
  });
}

const kTerms: readonly (readonly [RegExp, RegExp])[] = [
  [/毕业/, /毕业(?!年级)/],
  [/初一/, /初一|初中一年级|七年级|入学/],
  [/转入/, /转入/],
  [/转出/, /转出/],
  [/死亡/, /死亡/],
];

/** Where it is not said beside those who moved, there is none. */
const kUnsaid = "死亡";

/** A rule's own formula with the numbers of the sentence put in; null where one of them is missing. */
function retention(
  reading: Reading,
  rate: Figure,
  formula = reading.rules.formulas[0],
): { readonly text: string; readonly value: Exact } | null {
  const people = reading.of(rate.sentence).filter((one) => one.unit.id === "人");
  if (formula === undefined || people.length < 3) return null;
  const valueOf = (word: string): Figure | undefined => {
    const term = kTerms.find(([name]) => name.test(word));
    return term && people.find((one) => term[1].test(reading.subject(one).before));
  };
  const sum = (words: string): { value: bigint; text: string } | null => {
    let value = 0n;
    let text = "";
    for (const [, sign = "", word = ""] of words.matchAll(/([+−-]?)([\u4e00-\u9fff]+)/g)) {
      const figure = valueOf(word);
      if (figure === undefined && word === kUnsaid && text.includes("−")) continue;
      if (figure === undefined) return null;
      value += sign === "" || sign === "+" ? figure.value.n : -figure.value.n;
      text += `${sign === "" ? "" : ` ${sign} `}${figure.text}`;
    }
    return { value, text };
  };
  const [top = "", bottom = ""] = formula.split("÷");
  const a = sum(top);
  const b = sum(bottom);
  if (a === null || b === null || b.value <= 0n) return null;
  const value = { n: a.value * 100n, d: b.value };
  return { text: `${a.text} ÷ (${b.text}) = ${textOf(value, 2)}%`, value };
}

/** 巩固率 beside all that goes into it: one of the formulas in use must give it. */
function retained(reading: Reading): Finding[] {
  return reading.figures.flatMap((rate) => {
    if (rate.unit.kind !== "percent" || rate.bound !== null || compare(rate.value, kHundred) > 0) return [];
    if (!clauseBefore(reading, rate).includes("巩固率")) return [];
    const given = reading.rules.formulas.flatMap((formula) => retention(reading, rate, formula) ?? []);
    const right = given.find(({ value }) => meet({ from: value, to: value }, rate.range));
    const one = right ?? given[0];
    if (one === undefined) return [];
    return [
      found("ratio", right ? "agree" : "differ", right ? "ratio_agrees" : "ratio_differs", rate, {
        arithmetic: one.text,
        args: { printed: rate.text, computed: `${textOf(one.value, rate.decimals)}%` },
      }),
    ];
  });
}

/** “专任教师 2152 人，其中持证 2160 人” */
function partsAbove(reading: Reading): Finding[] {
  return reading.figures.flatMap((part) => {
    const whole = reading.before(part).find((one) => one.unit.kind !== "percent");
    if (whole === undefined || whole.sentence !== part.sentence) return [];
    if (!sameUnit(part.unit, whole.unit) || part.bound !== null) return [];
    if (isGrowth(clauseBefore(reading, whole))) return []; // “6.42 万人，比上年减少 0.13 万人；其中小学 4.28 万人”
    if (part.unit.kind === "percent" || whole.bound !== null || whole.vague || part.vague) return [];
    const between = reading.text.slice(whole.end, part.start);
    if (
      !/^[^，,；;。]{0,4}(?:[，,；;][^，,；;。]{0,16}%)?[，,；;(（：:]?其中[^，,；;。]*$/.test(between) ||
      /[）)]/.test(between) || // the whole stands in brackets: it is a part itself
      compare(part.value, whole.value) <= 0
    )
      return [];
    return [
      found("order", "differ", "part_above", part, {
        arithmetic: `${part.text} > ${whole.text}`,
        others: [whole],
        args: { part: part.text, whole: whole.text },
      }),
    ];
  });
}

/** “高于…分别为 −47.51%、32.69%、1.12%”: the differences, and whether all of them are above. */
function lists(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const series of reading.series) {
    const first = series.figures[0]!;
    const clause = clauseBefore(reading, first);
    const parts = /(.{2,}?)高于(.{2,})/.exec(clause);
    if ((first.unit.kind !== "percent" && first.unit.kind !== "points") || parts === null) continue;
    const earlier = reading.series.filter(
      (one) =>
        one !== series &&
        one.figures.length === series.figures.length &&
        one.figures[0]!.unit.kind === "percent" &&
        one.figures[0]!.start < first.start &&
        one.sentence === series.sentence,
    );
    const less = nearest(earlier, trimmed(parts[2] ?? ""));
    const more = nearest(
      earlier.filter((one) => one !== less),
      trimmed(parts[1] ?? ""),
    );
    if (less !== null && more !== null) findings.push(...differences(series, more, less));
    const under = series.figures.filter((one) => compare(one.value, { n: 0n, d: 1n }) < 0);
    const claim = /(?:基本)?实现了?[^。；]*高于[^。；]*/.exec(reading.text.slice(first.start, series.sentence.end));
    if (claim !== null)
      findings.push(
        found(
          "order",
          under.length > 0 ? "differ" : "agree",
          under.length > 0 ? "not_above" : "all_above",
          under[0] ?? first,
          {
            arithmetic: series.figures.map((one) => one.text).join("、"),
            others: series.figures,
            args: { claim: claim[0].slice(0, 40), under: under.map((one) => one.text).join("、") },
          },
        ),
      );
  }
  return findings;
}

function differences(series: Series, more: Series, less: Series): Finding[] {
  return series.figures.map((one, at) => {
    const [a, b] = [more.figures[at]!, less.figures[at]!];
    const value = subtract(a.value, b.value);
    const right = meet(subtractRanges(a.range, b.range), one.range);
    return found("growth", right ? "agree" : "differ", right ? "difference_agrees" : "difference_differs", one, {
      arithmetic: `${a.text} − ${b.value.n < 0n ? `(${b.text})` : b.text} = ${textOf(value, one.decimals)}%`,
      others: [a, b],
      args: { printed: one.text, computed: `${textOf(value, one.decimals)}%` },
    });
  });
}

/** “教师平均工资增长 4.2%，达到 13.86 万元”: what only says that it is reached has its thing before it. */
function calledBefore(reading: Reading, figure: Figure): string {
  const { before } = reading.subject(figure);
  return trimmed(before) === ""
    ? (reading.text.slice(figure.sentence.start, figure.start).split(/[；;]/).at(-1) ?? "")
    : before;
}

/** Two things with a number each, one of which is said to be above, by the report or by a rule. */
function compared(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const claims = new Map<string, { a: string; b: string; word: string }>();
  const texts = [
    ...(reading.rules.standard === null ? [] : reading.rules.sentences),
    ...reading.sentences.map((one) => one.text),
  ];
  for (const text of texts)
    for (const [, a = "", word = "", b = ""] of text.matchAll(kAbove)) {
      const [left, right] = [trimmed(a), trimmed(b.replace(/水平.*$/, ""))];
      if (left.length >= 4 && right.length >= 4 && !/标准|要求|比例|规定/.test(right))
        claims.set(`${left}>${right}`, { a: left, b: right, word });
    }
  const money = reading.figures.filter(
    (one) =>
      one.bound === null &&
      !kGap.test(reading.text.slice(one.sentence.start, one.start)) &&
      (one.unit.kind === "money" || (one.unit.kind === "percent" && isGrowth(clauseBefore(reading, one)))),
  );
  const done = new Set<string>();
  for (const { a, b, word } of claims.values())
    for (const left of money) {
      const next = reading.figures
        .slice(left.index + 1, left.index + kFarthest)
        .find(
          (one) =>
            one.unit.id === left.unit.id &&
            !isEarlier(reading, one) &&
            Math.abs(Math.log10(near(one.value) / near(left.value))) < kSameSize &&
            !kGap.test(reading.text.slice(one.sentence.start, one.start)) &&
            one.sentence.paragraph === left.sentence.paragraph &&
            one.sentence.number <= left.sentence.number + 1,
        );
      if (next === undefined || reading.listOf(left) !== undefined) continue;
      const [x, y] = [calledBefore(reading, left), calledBefore(reading, next)];
      const head = (words: string): string => words.replace(/平均|工资|收入|水平|增长|比例|当地|年/g, "");
      const [ha, hb] = [head(a), head(b)];
      const says = (thing: string, words: string): boolean => thing.length >= 2 && saidIn(thing.slice(-3), words) >= 1;
      const straight = says(ha, x) && says(hb, y);
      const crossed = says(hb, x) && says(ha, y);
      if (straight === crossed || done.has(`${left.index}`)) continue;
      if (saidIn(trimmed(b).slice(-4), x + y) < 0.3) continue;
      done.add(`${left.index}`);
      const [more, less] = straight ? [left, next] : [next, left];
      const order = compare(more.value, less.value);
      const right = word === "不低于" ? order >= 0 : word === "不高于" ? order <= 0 : order > 0;
      findings.push(
        found("order", right ? "agree" : "differ", right ? "above_agrees" : "above_differs", more, {
          arithmetic: `${more.text} ${order < 0 ? "<" : order > 0 ? ">" : "="} ${less.text}`,
          others: [less],
          args: { a, b, word },
        }),
      );
    }
  return findings;
}
