// SPDX-License-Identifier: MIT
//
// Growth: from one number to another, by so many per cent, points or things.

import {
  compare,
  divideRanges,
  kZero,
  meet,
  over,
  scaleRange,
  subtract,
  subtractRanges,
  textOf,
  times,
} from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { between, clauseBefore, isGrowth, isStep } from "./clause.ts";
import { listGrowth, listIncrease, ofYears } from "./growth_list.ts";
import { baseBehind, fromTo, fromToBehind, kThen, outside, stepBehind } from "./growth_pair.ts";
import { difference, growthTold, kFall, onBase } from "./growth_told.ts";
import { trends } from "./growth_trend.ts";
import { kHundred } from "./share.ts";
import { kFromTo } from "./transition.ts";

export function checkGrowth(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const listed = new Set(reading.series.flatMap((series) => series.figures));
  for (const figure of reading.figures) {
    if (figure.bound !== null || figure.vague) continue;
    if (listed.has(figure) && figure.unit.kind === "percent") continue;
    if (figure.unit.kind === "time") continue;
    const clause = clauseBefore(reading, figure);
    findings.push(...lacking(reading, figure));
    // 增加到, 提高至 is the new number, not the growth
    if (!isGrowth(clause) || kFromTo.test(clause)) continue;
    if (figure.unit.kind === "percent") findings.push(...growthOf(reading, figure, clause));
    else if (figure.unit.kind === "points" && !/年均/.test(clause)) findings.push(...pointsOf(reading, figure, clause));
    else if (figure.unit.kind !== "none" && !/年均|年平均/.test(clause))
      findings.push(...increaseOf(reading, figure, clause));
  }
  for (const series of reading.series) findings.push(...listGrowth(reading, series), ...listIncrease(reading, series));
  findings.push(...trends(reading));
  return findings;
}

function growthOf(reading: Reading, figure: Figure, clause: string): Finding[] {
  const falls = kFall.test(clause);
  const years = ofYears(reading, figure, clause);
  if (years !== null) return [growthTold(figure, ...years, falls)];
  if (/年均|年平均/.test(clause)) return []; // of how many years is not said
  // “由 2640 人增加到 2800 人，增加 160 人，增长 6.1%”: the step is said beside both
  const last = reading.figures[figure.index - 1];
  const stepped =
    last?.sentence === figure.sentence && last.unit.kind !== "percent" && isStep(reading, last) ? last : figure;
  const moved = stepped === figure ? null : fromTo(reading, stepped, (one) => one.unit.id === stepped.unit.id);
  if (moved !== null && compare(moved[0].value, kZero) > 0) return [growthTold(figure, ...moved, falls)];
  const pair = fromTo(reading, figure, (one) => ["count", "money", "area"].includes(one.unit.kind));
  if (
    pair !== null &&
    pair[0].index > pair[1].index &&
    compare(pair[0].value, pair[1].value) > 0 &&
    /新增|增加|净增/.test(clauseBefore(reading, pair[1]))
  )
    return onBase(figure, pair[1], pair[0]);
  const isStepLast = pair !== null && pair[1].index > pair[0].index && isStep(reading, pair[1]);
  if (pair !== null && !isStepLast && pair[0].unit.id === pair[1].unit.id)
    return compare(pair[0].value, kZero) > 0 ? [growthTold(figure, ...pair, falls)] : [];
  const since = baseBehind(reading, figure);
  return since === null ? byIncrease(reading, figure, falls) : [growthTold(figure, ...since, falls)];
}

/** “达 9.55 亿元，比上年增加 0.34 亿元，增长 3.69%”. */
function byIncrease(reading: Reading, figure: Figure, falls: boolean): Finding[] {
  const own = outside(reading, figure).filter((one) => one.bound === null);
  const [step, now] = stepBehind(reading, figure, own[0]) ?? own;
  if (step === undefined || now === undefined || step.unit.id !== now.unit.id || step.unit.kind === "percent")
    return [];
  const clause = clauseBefore(reading, step);
  // “较 2020 年的 91709 人净增 9171 人”: what stands before the step is the number of then
  if (/(?:净?增加?|净?减少?)了?$/.test(clause) && /[比较][^，,；;。]*$/.test(clauseBefore(reading, now)))
    return onBase(figure, step, now);
  if (
    !isGrowth(clause) ||
    kFromTo.test(clause) ||
    (!falls && compare(step.value, now.value) >= 0) ||
    compare(step.value, kZero) <= 0
  )
    return [];
  const before = falls
    ? {
        from: {
          n: now.range.from.n * step.range.from.d + step.range.from.n * now.range.from.d,
          d: now.range.from.d * step.range.from.d,
        },
        to: {
          n: now.range.to.n * step.range.to.d + step.range.to.n * now.range.to.d,
          d: now.range.to.d * step.range.to.d,
        },
      }
    : subtractRanges(now.range, step.range);
  const range = divideRanges(step.range, before);
  if (range === null) return [];
  const right = meet(scaleRange(range, kHundred), figure.range);
  const base = falls
    ? { n: now.value.n * step.value.d + step.value.n * now.value.d, d: now.value.d * step.value.d }
    : subtract(now.value, step.value);
  const value = times(over(step.value, base), kHundred);
  return [
    found("growth", right ? "agree" : "differ", right ? "growth_agrees" : "growth_differs", figure, {
      arithmetic: `${step.text} ÷ (${now.text} ${falls ? "+" : "−"} ${step.text}) = ${textOf(value, Math.max(2, figure.decimals + 1))}%`,
      others: [now, step],
      args: { printed: figure.text, computed: `${textOf(value, figure.decimals)}%` },
    }),
  ];
}

function pointsOf(reading: Reading, figure: Figure, clause: string): Finding[] {
  const pair = fromTo(reading, figure, (one) => one.unit.kind === "percent") ?? fromToBehind(reading, figure, "%");
  if (pair !== null) return [difference(figure, ...pair, kFall.test(clause))];
  // “满意率 93.0%。较上年的 90.5% 提高 2.5 个百分点”
  const [before, now] = reading.before(figure);
  const since =
    before !== undefined && now !== undefined && before.unit.kind === "percent" && now.unit.kind === "percent";
  // “优良率 58.6%，较上年提高 2.4 个百分点，上年为 56.2%”
  const next = reading.figures[figure.index + 1];
  if (
    before?.unit.kind === "percent" &&
    next?.unit.kind === "percent" &&
    next.sentence === figure.sentence &&
    kThen.test(reading.text.slice(figure.end, next.start))
  )
    return [difference(figure, next, before, kFall.test(clause))];
  return since &&
    before.sentence === figure.sentence &&
    /[比较]/.test(clauseBefore(reading, before)) &&
    now.sentence.number === before.sentence.number - 1 &&
    /[较比]/.test(clause)
    ? [difference(figure, before, now, kFall.test(clause))]
    : [];
}

function increaseOf(reading: Reading, figure: Figure, clause: string): Finding[] {
  if (!/(?:增加|减少|净增|新增|提高|提升|上升|升高|回升|下降|降低|增长)了?$/.test(clause)) return [];
  const pair =
    fromTo(reading, figure, (one) => one.unit.id === figure.unit.id) ?? fromToBehind(reading, figure, figure.unit.id);
  const falls = kFall.test(clause);
  // two that go the other way are of two things
  if (pair !== null)
    return compare(pair[0].value, pair[1].value) > 0 === falls ? [difference(figure, ...pair, falls)] : [];
  // “小学 1500 元、初中 1800 元，较上年分别提高 150 元（上年 1350 元）和……”: of which of them, the number says
  const next = reading.figures[figure.index + 1];
  if (next?.sentence !== figure.sentence || next.unit.id !== figure.unit.id) return [];
  if (!kThen.test(reading.text.slice(figure.end, next.start))) return [];
  const all = reading
    .before(figure)
    .filter((one) => one.sentence === figure.sentence && one.unit.id === figure.unit.id);
  const now = all.find((one) => compare(subtract(one.value, next.value), figure.value) === 0) ?? all.at(-1);
  return now === undefined ? [] : [difference(figure, next, now, kFall.test(clause))];
}

const kLacks =
  /^[，,；;](?:[^，,；;。\d]{1,6}(?<!分别)(?:比|较)(?![^，,；;。\d]*(?:标准|要求|规定|年))[^，,；;。\d]{2,8}(?:高|低|多|少)(?:出|于)?了?|[^，,；;。\d]{1,6}(?<!分别)(?:高|低)出[^，,；;。\d]{2,8})$|^[，,；;（(]?(?:尚|还|仍|共)?(?:缺额?|缺编|缺员|缺口|空编|空缺|超编|富余|结余|剩余|尚余|相差|多出)(?:为|了)?$/;

/** “核定编制 4860 名，实有 4732 名，空编 128 名” */
function lacking(reading: Reading, gap: Figure): Finding[] {
  const [b, a] = [reading.figures[gap.index - 1], reading.figures[gap.index - 2]];
  const unit = gap.unit.kind === "points" ? "%" : gap.unit.id;
  if (gap.unit.kind === "none" && !/相差$/.test(clauseBefore(reading, gap))) return [];
  if (b === undefined || a === undefined || a.sentence !== gap.sentence) return [];
  const third = reading.figures[gap.index - 3];
  // “缺音乐 24 人、体育 31 人、美术 19 人，共缺 74 人” is a sum
  if (/共/.test(between(reading, gap)) && third?.sentence === gap.sentence && third.unit.id === gap.unit.id) return [];
  // posts and people: 编制 3180 个，实有 3052 人
  const posts = gap.unit.counted && /编|岗/.test(reading.text.slice(a.sentence.start, gap.start));
  const isOf = (one: Figure): boolean => one.unit.id === unit || (posts && ["人", "个"].includes(one.unit.id));
  if (!isOf(a) || !isOf(b)) return [];
  if (!kLacks.test(reading.text.slice(b.end, gap.start)) || /[；;]/.test(reading.text.slice(a.end, b.start))) return [];
  // “核定 5120 名，…招聘 207 名、退休 61 名，实有 5012 名，空编 108 名”: of what was planned, if not of the number before
  const planned = reading
    .before(gap)
    .filter((one) => one !== b && isOf(one) && /核定|编制|应|计划|总/.test(reading.subject(one).before))
    .find((one) => compare(one.value, b.value) > 0);
  const isFlow = !/核定|编制|应|计划|总/.test(reading.subject(a).before) && planned !== undefined;
  const from = isFlow ? planned : a;
  return [difference(gap, from, b, compare(from.value, b.value) > 0)];
}
