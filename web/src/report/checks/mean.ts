// SPDX-License-Identifier: MIT
//
// Means beside what they are of: a mean or an overall rate lies between the least and the most of its parts, and the least
// is not above the most.

import { compare, sumOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { clauseBefore, isGrowth } from "./clause.ts";

const kMean = /平均|均值|综合|总体|整体|总的/;
/** “三类平均 95.9%”: of those before it, whatever they are. */
const kPlainMean =
  /^(?:[两二三四五六七八九十]+[类者项科组个类所校县区]*|总体|整体|综合|各[^，,]{1,4})?平均(?:[为达是]|达到|值)*$/;
const kLeast = /最[低小少](?!限|生活|工资)/;
const kMost = /最[高大多](?!限)/;
/** What several groups of people are asked for. */
const kAsked =
  /满意[率度]|认可[率度]|知晓率|支持率|合格率|优良率|优秀率|达标率|入学率|巩固率|普及率|近视率|肥胖率|参与率|升学率|检出率/;

export function checkMeans(reading: Reading): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    const figures = reading.of(sentence);
    return [...groups(reading, figures).flatMap((some) => between(reading, some)), ...overall(reading, figures)];
  });
}

/** Between semicolons: “小学最大 0.45、最小 0.19；初中……”. */
function groups(reading: Reading, figures: readonly Figure[]): Figure[][] {
  const found: Figure[][] = [];
  for (const one of figures) {
    const last = found.at(-1);
    if (last === undefined || /[；;]/.test(reading.text.slice(last.at(-1)!.end, one.start))) found.push([one]);
    else last.push(one);
  }
  return found;
}

const said = (reading: Reading, figure: Figure): string => clauseBefore(reading, figure).slice(-16);

/** “最低 87.5 分，最高 98.2 分，平均 93.1 分” */
function between(reading: Reading, figures: readonly Figure[]): Finding[] {
  const of = (words: RegExp, like?: Figure): Figure | undefined =>
    figures.find(
      (one) =>
        words.test(said(reading, one)) && one.bound === null && (like === undefined || one.unit.id === like.unit.id),
    );
  const least = of(kLeast);
  const most = least && of(kMost, least);
  if (least === undefined || most === undefined) return [];
  const from = Math.min(least.index, most.index);
  if (Math.max(least.index, most.index) - from > 2) return [];
  const mean = figures.find(
    (one) =>
      one.unit.id === least.unit.id &&
      one.index >= from - 1 &&
      one.index <= from + 3 &&
      /平均|均值|均分/.test(said(reading, one)),
  );
  if (compare(least.value, most.value) > 0) return [outside(least, [most], `${least.text} > ${most.text}`)];
  return mean === undefined || mean.vague ? [] : inside(mean, least, most, [least, most]);
}

/** “家长 94.1%、学生 96.3%、教师 90.7%，综合满意度 98.2%” */
function overall(reading: Reading, figures: readonly Figure[]): Finding[] {
  return figures.flatMap((whole) => {
    const clause = clauseBefore(reading, whole);
    const thing = kAsked.exec(clause)?.[0];
    const isMean = kPlainMean.test(clause);
    if (whole.unit.kind !== "percent" || whole.bound !== null || isGrowth(clause)) return [];
    if (thing === undefined && !isMean) return [];
    const isWhole = isMean || kMean.test(clause);
    const rates = figures.filter(
      (one) =>
        one !== whole && one.unit.kind === "percent" && one.bound === null && !isGrowth(clauseBefore(reading, one)),
    );
    const before = rates.filter(
      (one) => one.start < whole.start && !(isMean && /[；;]/.test(reading.text.slice(one.end, whole.start))),
    );
    const behind = rates.filter(
      (one) => one.start > whole.start && !/[；;]/.test(reading.text.slice(whole.end, one.start)),
    );
    const parts =
      isWhole && before.length >= 2
        ? before
        : /其中[^，。；]*$/.test(reading.text.slice(whole.end, behind[0]?.start ?? whole.end))
          ? behind
          : [];
    // “优良率 54.6%，其中优秀 12.1%、良好 42.5%”: both make it up
    if (compare(sumOf(parts.map((one) => one.value)), whole.value) === 0) return [];
    if (parts.length < 2 || !parts.some((one) => thing === undefined || isOf(reading, one, thing, whole))) return [];
    const [least] = [...parts].sort((a, b) => compare(a.value, b.value));
    const most = [...parts].sort((a, b) => compare(b.value, a.value))[0];
    return inside(whole, least!, most!, parts);
  });
}

/** The parts are of the same thing: said with them, or with the whole alone. */
const isOf = (reading: Reading, part: Figure, thing: string, whole: Figure): boolean => {
  const words =
    clauseBefore(reading, part) + reading.text.slice(part.sentence.start, Math.min(part.start, whole.start)).slice(-40);
  return words.includes(thing.slice(0, 2)) || /家长|学生|教师|校长|代表|小学|初中/.test(clauseBefore(reading, part));
};

function inside(mean: Figure, least: Figure, most: Figure, parts: readonly Figure[]): Finding[] {
  // what was rounded to as many decimals keeps its order
  const isOfDecimals = (one: Figure): boolean => one.decimals === mean.decimals && one.shift === mean.shift;
  const low = isOfDecimals(least) ? compare(mean.value, least.value) < 0 : compare(mean.range.to, least.range.from) < 0;
  const high = isOfDecimals(most) ? compare(mean.value, most.value) > 0 : compare(mean.range.from, most.range.to) > 0;
  return low || high
    ? [outside(mean, parts, `${mean.text} ${low ? `< ${least.text}` : `> ${most.text}`}`)]
    : [
        found("order", "agree", "mean_inside", mean, {
          arithmetic: `${least.text} ≤ ${mean.text} ≤ ${most.text}`,
          others: parts,
          args: { printed: mean.text },
        }),
      ];
}

function outside(mean: Figure, others: readonly Figure[], arithmetic: string): Finding {
  return found("order", "differ", "mean_outside", mean, { arithmetic, others, args: { printed: mean.text } });
}
