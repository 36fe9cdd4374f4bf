// SPDX-License-Identifier: MIT
//
// Lists of growth beside lists of amounts: rates of each year, steps of each stage.

import { compare, meet } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, type Series, found } from "../reading.ts";
import { trimmed } from "../subjects.ts";
import { clauseBefore, isGrowth } from "./clause.ts";
import { difference, growth, kFall, negative, told } from "./growth_told.ts";
import { nearest } from "./list_ratio.ts";
import { kFromTo, movedTo } from "./transition.ts";

const kMore = /[高低多少](?:出|了)?[^，,；;。\d]{0,2}$/;

/** “增长比例分别为 −3.71%、36.76%、6.09%” beside the amounts; of the first year nothing is known. */
export function listGrowth(reading: Reading, series: Series): Finding[] {
  const [first] = series.figures;
  if (first === undefined || first.unit.kind !== "percent") return [];
  const clause = clauseBefore(reading, first);
  if (!isGrowth(clause) || /高于|低于|占/.test(clause)) return [];
  const words = trimmed(
    clause
      .replace(/(?:同比|[比较](?:上|前)一?年|后?[两三四]年|每年|(?:19|20)\d{2}年[、和与]?)(?:分别)?/g, "")
      .replace(/(?:年均)?(?:增长|增加|增幅|提高|增速)(?:比例|率|幅度|速度)?.*$/, ""),
  );
  const lists = reading.series.filter(
    (one) =>
      ["money", "count", "area"].includes(one.figures[0]!.unit.kind) &&
      one.figures[0]!.start < first.start &&
      one.sentence.paragraph >= series.sentence.paragraph - 1 &&
      (one.figures.length === series.figures.length || one.figures.length === series.figures.length + 1),
  );
  // without words it is of the list before it, unless its sentence has amounts of its own
  const same = lists.filter((one) => one.sentence === series.sentence);
  const alone = !reading.of(series.sentence).some((one) => one.start < first.start && one.unit.kind !== "percent");
  const amounts =
    words.length >= 2 ? nearest(lists, words) : ((same.length > 0 || alone ? lists.at(-1) : null) ?? null);
  if (amounts === null)
    return [
      found("growth", "undecided", "growth_no_base", first, {
        args: { printed: series.figures.map((one) => one.text).join("、") },
      }),
    ];
  const late = amounts.figures.length - series.figures.length;
  return series.figures.flatMap((rate, index) => {
    const [a, b] = [amounts.figures[index + late - 1], amounts.figures[index + late]];
    if (b === undefined) return [];
    if (a === undefined) return [found("growth", "undecided", "growth_first", rate, { args: { printed: rate.text } })];
    const range = growth(a, b);
    if (range === null) return [];
    const right = meet(range, rate.range);
    const { arithmetic, computed } = told(a, b, rate.decimals, false);
    return [
      found("growth", right ? "agree" : "differ", right ? "growth_agrees" : "growth_differs", rate, {
        arithmetic,
        others: [a, b],
        args: { printed: rate.text, computed },
      }),
    ];
  });
}

const kYearThan = /((?:19|20)\d{2})年[比较](?:上一?年|上年度|((?:19|20)\d{2})年)[^，,；;。\d]*$/;
const kThanYear = /^[比较]((?:19|20)\d{2})年[^，,；;。\d]*$/;
const kYears = /((?:19|20)\d{2})年?[-—–~至到]((?:19|20)\d{2})年|((?:19|20)\d{2})年/g;

/** “2021 年、2022 年、2023 年分别为……，2023 年比上年增长 5.0%，比 2021 年增长 12.5%”: the amounts of the two years. */
export function ofYears(reading: Reading, figure: Figure, clause: string): [Figure, Figure] | null {
  const own = kYearThan.exec(clause);
  const than = own === null ? kThanYear.exec(clause) : null;
  const before = reading.text.slice(figure.sentence.start, figure.start);
  const year = own?.[1] ?? (than === null ? undefined : (before.match(/(?:19|20)\d{2}(?=年[比较])/g) ?? []).at(-1));
  if (year === undefined) return null;
  const since = own?.[2] ?? than?.[1] ?? String(Number(year) - 1);
  const list = reading.series
    .filter((one) => one.figures[0]!.start < figure.start && one.sentence.paragraph === figure.sentence.paragraph)
    .filter((one) => ["money", "count", "area"].includes(one.figures[0]!.unit.kind))
    .at(-1);
  if (list === undefined) return null;
  const first = list.figures[0]!;
  const years = [...reading.text.slice(first.sentence.start, first.start).matchAll(kYears)].flatMap(
    ([, from = "", to = "", one = ""]) =>
      one === "" ? Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => String(Number(from) + at)) : [one],
  );
  const last = years.slice(-list.figures.length);
  const [a, b] = [list.figures[last.indexOf(since)], list.figures[last.indexOf(year)]];
  return last.length !== list.figures.length || a === undefined || b === undefined || a === b ? null : [a, b];
}

/** “小学由 7.1 平方米提高到 7.6 平方米、初中由 9.8 平方米提高到 10.4 平方米，分别提高……”: as many as there are gaps. */
function stepsBefore(reading: Reading, first: Figure, count: number): [Figure, Figure][] {
  const steps: [Figure, Figure][] = [];
  for (let at = first.index - 2; steps.length < count; at -= 2) {
    const [a, b] = [reading.figures[at], reading.figures[at + 1]];
    if (a === undefined || b === undefined || a.sentence !== first.sentence || movedTo(reading, a) !== b) return [];
    steps.unshift([a, b]);
  }
  return steps;
}

/** “小学 11280 元、初中 15460 元，分别比上年的 10890 元和 14890 元增加 390 元和 570 元” */
export function listIncrease(reading: Reading, gaps: Series): Finding[] {
  const [first] = gaps.figures;
  const steps = first === undefined ? [] : stepsBefore(reading, first, gaps.figures.length);
  if (steps.length > 0 && isGrowth(clauseBefore(reading, first!)))
    return gaps.figures.flatMap((gap, at) => {
      const [a, b] = steps[at]!;
      const isGap = gap.unit.id === a.unit.id || (gap.unit.kind === "points" && a.unit.kind === "percent");
      return isGap ? [difference(gap, a, b, compare(a.value, b.value) > 0)] : [];
    });
  const before = first === undefined ? undefined : reading.listOf(reading.figures[first.index - 1] ?? first);
  if (first === undefined || before === undefined || before === gaps || before.sentence !== gaps.sentence) return [];
  const count = gaps.figures.length;
  const start = before.figures[0]!.index;
  const now = reading.figures.slice(Math.max(0, start - count), start);
  const clause = reading.text.slice(before.figures.at(-1)!.end, first.start);
  const since = reading.text.slice(now.at(-1)?.end ?? 0, before.figures[0]!.start);
  if (
    now.length !== count ||
    before.figures.length !== count ||
    !/[比较]/.test(since) ||
    !(isGrowth(clause) || kMore.test(clause))
  )
    return [];
  if (kFromTo.test(clause) || /[高低]于/.test(clause) || now.some((one) => one.sentence !== gaps.sentence)) return [];
  const falls = kFall.test(clause) || /[低少][^，,；;。高多]{0,4}$/.test(clause);
  return gaps.figures.flatMap((gap, at) => {
    const [a, b] = [before.figures[at]!, now[at]!];
    if (a.unit.id !== b.unit.id) return [];
    if (gap.unit.id === a.unit.id || gap.unit.kind === "points") return [difference(gap, a, b, falls)];
    const range = gap.unit.kind === "percent" ? growth(a, b) : null;
    if (range === null) return [];
    const right = meet(falls ? negative(range) : range, gap.range);
    const { arithmetic, computed } = told(a, b, gap.decimals, falls);
    return [
      found("growth", right ? "agree" : "differ", right ? "growth_agrees" : "growth_differs", gap, {
        arithmetic,
        others: [a, b],
        args: { printed: gap.text, computed },
      }),
    ];
  });
}
