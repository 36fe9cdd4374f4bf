// SPDX-License-Identifier: MIT
//
// Growth: from one number to another, by so many per cent, points or things; and lists that are said to rise.

import {
  type Exact,
  type Range,
  compare,
  divideRanges,
  kZero,
  meet,
  near,
  over,
  scaleRange,
  subtract,
  subtractRanges,
  textOf,
  times,
} from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, type Series, found } from "../reading.ts";
import { alike, kHalfSaid, saidIn, trimmed } from "../subjects.ts";
import { nearest } from "./list_ratio.ts";
import { clauseBefore, isGrowth, isStep } from "./ratio.ts";
import { movedTo } from "./transition.ts";

const kHundred: Exact = { n: 100n, d: 1n };
const kFall = /下[降滑]|回落|收窄|缩小|减少|降低|降幅|负增长|缩减|压减/;
const kMore = /[高低多少](?:出|了)?[^，,；;。\d]{0,2}$/;
const kFromTo = /(?:增|升|提|降|减|扩|上|下|到|至|达)(?!幅|速|长率)\S{0,4}(?:到|至|为|达)$|(?:到|至|达到?)$/;
const kRise =
  /(?:连续|连)[两三四五六几]年(?:增长|提高|提升|增加|上升|递增)|年年(?:增长|提高|上升)|不断(?:提高|上升|增长)|节节攀升|逐[年步](?:增长|提高|提升|增加|上升|递增|攀升)|只增不减|持续(?:增长|提高|上升|增加)|连年增长|稳步(?:增长|提高|上升)/;

/** Points of per cent. */
const kFarPoints = 1;
const kThen = /^[，,（(](?:上一?年|上年度|去年|前一年|同期|上学年|(?:19|20)\d{2}年)[^，,；;。]{0,6}$/;

/** (b − a) ÷ a, in per cent. */
function growth(a: Figure, b: Figure): Range | null {
  const range = divideRanges(b.range, a.range);
  if (range === null) return null;
  const scaled = scaleRange(range, kHundred);
  return { from: subtract(scaled.from, kHundred), to: subtract(scaled.to, kHundred) };
}

const negative = (range: Range): Range => ({
  from: { n: -range.to.n, d: range.to.d },
  to: { n: -range.from.n, d: range.from.d },
});

function told(a: Figure, b: Figure, decimals: number, falls: boolean): { arithmetic: string; computed: string } {
  const value = times(over(falls ? subtract(a.value, b.value) : subtract(b.value, a.value), a.value), kHundred);
  const arithmetic = falls
    ? `(${a.text} − ${b.text}) ÷ ${a.text} = ${textOf(value, Math.max(2, decimals + 1))}%`
    : `(${b.text} − ${a.text}) ÷ ${a.text} = ${textOf(value, Math.max(2, decimals + 1))}%`;
  return { arithmetic, computed: `${textOf(value, decimals)}%` };
}

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

/** The two numbers that stand before, earlier and later: “由 A 增加到 B”, or the last two of one unit. */
function fromTo(reading: Reading, figure: Figure, unit: (other: Figure) => boolean): [Figure, Figure] | null {
  const earlier = outside(reading, figure).filter((one) => one.bound === null && unit(one));
  const [b] = earlier;
  // what stands in brackets is of the number before them
  const a = earlier.slice(1).find((one) => b !== undefined && isBalanced(reading.text.slice(one.end, b.start)));
  if (a === undefined || b === undefined) return null;
  const between = reading.text.slice(a.end, b.start);
  const behind = reading.text.slice(b.end, figure.start);
  if (/[；;]/.test(behind)) return null;
  if (isBackwards(between)) return [b, a];
  const moves = /到|至|为|达|增|升|降|减|(?:19|20)\d{2}年|上年|去年/.test(between) && !/[；;]|其中/.test(between);
  // “2022 年、2023 年分别为 6.85 亿元和 7.33 亿元，增长 7%”
  const list = reading.listOf(a);
  const years = reading.text.slice(figure.sentence.start, a.start).match(/(?:19|20)\d{2}年/g)?.length ?? 0;
  if (list !== undefined && list === reading.listOf(b) && list.figures.length === 2 && years === 2) return [a, b];
  // another thing between the two: 小学 1200 人、初中 800 人，增长 5%
  return moves &&
    (/(?:19|20)\d{2}年/.test(between) ||
      /[由从]/.test(reading.text.slice(figure.sentence.start, a.start)) ||
      alike(reading.subject(a).words, reading.subject(b).words) >= kHalfSaid ||
      /(?:到|至)[^，。；]*$/.test(between))
    ? [a, b]
    : null;
}

/** “下降 4.1 个百分点，由 55.7% 降至 52.6%” */
function fromToBehind(reading: Reading, figure: Figure, unit: string): [Figure, Figure] | null {
  const [a, b] = [reading.figures[figure.index + 1], reading.figures[figure.index + 2]];
  if (a?.sentence !== figure.sentence || b?.sentence !== figure.sentence || a.unit.id !== unit || b.unit.id !== unit)
    return null;
  if (!/^[，,（(](?:即)?[由从](?:[^，,；;。\d]|(?:19|20)\d{2}年)*$/.test(reading.text.slice(figure.end, a.start)))
    return null;
  return /^[^，,；;。]*(?:到|至|为)(?:了|[^，,；;。\d]|(?:19|20)\d{2}年)*$/.test(reading.text.slice(a.end, b.start))
    ? [a, b]
    : null;
}

/** The numbers before it in its sentence that stand in no brackets closed before it. */
function outside(reading: Reading, figure: Figure): Figure[] {
  return reading
    .before(figure)
    .filter((one) => one.sentence === figure.sentence && isBalanced(reading.text.slice(one.end, figure.start)));
}

function isBalanced(text: string): boolean {
  return (text.match(/[（(]/g)?.length ?? 0) === (text.match(/[）)]/g)?.length ?? 0);
}

/** “3200 万元，比 2022 年的 2500 万元增长 28%”: the later one stands first. */
const isBackwards = (between: string): boolean =>
  /[，,](?:比|较|相比)[^，,；;。]*$/.test(between) && !/净增|增加|减少|增长|下降|提高|净减/.test(between);

function growthOf(reading: Reading, figure: Figure, clause: string): Finding[] {
  const falls = kFall.test(clause);
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

/** “15.62 亿元，同比增长 5.9%（2022 年为 14.75 亿元）”: what it was stands behind. */
function baseBehind(reading: Reading, figure: Figure): [Figure, Figure] | null {
  const [now, next] = [reading.figures[figure.index - 1], reading.figures[figure.index + 1]];
  if (now?.sentence !== figure.sentence || next?.sentence !== figure.sentence || now.bound !== null) return null;
  return kThen.test(reading.text.slice(figure.end, next.start)) && next.unit.id === now.unit.id ? [next, now] : null;
}

function growthTold(figure: Figure, a: Figure, b: Figure, falls: boolean): Finding {
  const range = growth(a, b);
  const right = range !== null && meet(falls ? negative(range) : range, figure.range);
  const { arithmetic, computed } = told(a, b, figure.decimals, falls);
  // of amounts with two digits a growth may be far from theirs, and is more often a slip
  const gap = Math.abs(near(figure.value) - Number.parseFloat(computed));
  const rounded = right && gap > kFarPoints;
  const agreement = rounded ? "undecided" : right ? "agree" : "differ";
  return found("growth", agreement, rounded ? "growth_rounded" : right ? "growth_agrees" : "growth_differs", figure, {
    arithmetic,
    others: [a, b],
    args: { printed: figure.text, computed },
  });
}

/** “新增 11.2 万平方米，较上年末的 56 万平方米增长 20%”: the first is the growth itself. */
function onBase(figure: Figure, step: Figure, base: Figure): Finding[] {
  const range = divideRanges(step.range, base.range);
  if (range === null) return [];
  const right = meet(scaleRange(range, kHundred), figure.range);
  const value = times(over(step.value, base.value), kHundred);
  return [
    found("growth", right ? "agree" : "differ", right ? "growth_agrees" : "growth_differs", figure, {
      arithmetic: `${step.text} ÷ ${base.text} = ${textOf(value, Math.max(2, figure.decimals + 1))}%`,
      others: [step, base],
      args: { printed: figure.text, computed: `${textOf(value, figure.decimals)}%` },
    }),
  ];
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
    compare(step.value, now.value) >= 0 ||
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

/** “达到 20.64 亿元，增长 4.3%，增支 0.95 亿元”: how much stands behind. */
function stepBehind(reading: Reading, figure: Figure, now: Figure | undefined): [Figure, Figure] | null {
  const next = reading.figures[figure.index + 1];
  if (now === undefined || next?.sentence !== figure.sentence || next.unit.id !== now.unit.id) return null;
  const apart = /^[，,（(](?:净?增加?|增支|增收|净?减少?|减支|即增加|共增加|提高)了?$/.test(
    reading.text.slice(figure.end, next.start),
  );
  return apart ? [next, now] : null;
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
  if (pair !== null) return [difference(figure, ...pair, kFall.test(clause))];
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

/** `figure` is said to be what `b` is more than `a`, or less. */
export function difference(figure: Figure, a: Figure, b: Figure, falls: boolean): Finding {
  const range = falls ? subtractRanges(a.range, b.range) : subtractRanges(b.range, a.range);
  const right = meet(range, figure.range);
  const [more, less] = falls ? [a, b] : [b, a];
  const decimals = Math.max(a.decimals, b.decimals, figure.decimals);
  const shift = { n: 10n ** BigInt(figure.shift), d: 1n };
  const value = textOf(over(subtract(more.value, less.value), shift), decimals);
  // 91% to 95% may be 5 points where all three were rounded, and is more often a slip
  const plain = compare(falls ? subtract(a.value, b.value) : subtract(b.value, a.value), figure.value) === 0;
  const agreement = plain ? "agree" : right ? "undecided" : "differ";
  const code = plain ? "difference_agrees" : right ? "difference_rounded" : "difference_differs";
  return found("growth", agreement, code, figure, {
    arithmetic: `${more.text} − ${less.text} = ${value}${figure.shift === 4 ? "万" : figure.shift === 8 ? "亿" : ""}`,
    others: [a, b],
    args: { printed: figure.text, computed: value },
  });
}

/** “增长比例分别为 −3.71%、36.76%、6.09%” beside the amounts; of the first year nothing is known. */
function listGrowth(reading: Reading, series: Series): Finding[] {
  const [first] = series.figures;
  if (first === undefined || first.unit.kind !== "percent") return [];
  const clause = clauseBefore(reading, first);
  if (!isGrowth(clause) || /高于|低于|占/.test(clause)) return [];
  const words = trimmed(
    clause
      .replace(/(?:同比|[比较](?:上|前)一?年|后[两三]年|每年)(?:分别)?/g, "")
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
function listIncrease(reading: Reading, gaps: Series): Finding[] {
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

const kLacks =
  /^[，,；;](?:[^，,；;。\d]{1,6}(?<!分别)(?:比|较)(?![^，,；;。\d]*(?:标准|要求|规定|年))[^，,；;。\d]{2,8}(?:高|低|多|少)(?:出|于)?了?|[^，,；;。\d]{1,6}(?:高|低)出[^，,；;。\d]{2,8})$|^[，,；;（(]?(?:尚|还|仍|共)?(?:缺额?|缺编|缺员|缺口|空编|空缺|超编|富余|结余|剩余|尚余|相差|多出)(?:为|了)?$/;

/** “核定编制 4860 名，实有 4732 名，空编 128 名” */
function lacking(reading: Reading, gap: Figure): Finding[] {
  const [b, a] = [reading.figures[gap.index - 1], reading.figures[gap.index - 2]];
  const unit = gap.unit.kind === "points" ? "%" : gap.unit.id;
  if (gap.unit.kind === "none" && !/相差$/.test(clauseBefore(reading, gap))) return [];
  if (b === undefined || a === undefined || a.sentence !== gap.sentence) return [];
  // posts and people: 编制 3180 个，实有 3052 人
  const posts = gap.unit.counted && /编|岗/.test(reading.text.slice(a.sentence.start, gap.start));
  const isOf = (one: Figure): boolean => one.unit.id === unit || (posts && ["人", "个"].includes(one.unit.id));
  if (!isOf(a) || !isOf(b)) return [];
  if (!kLacks.test(reading.text.slice(b.end, gap.start)) || /[；;]/.test(reading.text.slice(a.end, b.start))) return [];
  return [difference(gap, a, b, compare(a.value, b.value) > 0)];
}

/** 逐年增长: of all lists since the claim before. */
function trends(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const sentence of reading.sentences) {
    const claim = kRise.exec(sentence.text);
    if (claim === null) continue;
    const lists = reading.series.filter(
      (one) => one.sentence === sentence && one.figures.length >= 2 && one.figures[0]!.unit.kind !== "none",
    );
    for (const { figures } of claimed(lists, sentence.text.slice(0, claim.index), sentence.start + claim.index)) {
      const fall = figures.findIndex((one, at) => at > 0 && compare(one.value, figures[at - 1]!.value) < 0);
      const at = figures[fall] ?? figures[0]!;
      findings.push(
        found("growth", fall < 0 ? "agree" : "differ", fall < 0 ? "rises" : "falls", at, {
          arithmetic: figures.map((one) => one.text).join(fall < 0 ? " ≤ " : " → "),
          others: figures,
          args: { claim: claim[0] },
        }),
      );
    }
  }
  return findings;
}

/** Of which lists it is said: those that are called so, with the stages that follow them; else the last before it. */
function claimed(lists: readonly Series[], before: string, at: number): Series[] {
  const words = trimmed((before.split(/[，,；;。：:]/).at(-1) ?? "").replace(/^.*(?:实现|做到|确保|保证)了?/, ""));
  const usual = lists.filter((one) => !/增长|高于/.test(one.before));
  const own: Series[] = [];
  for (const one of usual) {
    const follows =
      own.length > 0 && /^(?:小学|初中|高中)?$/.test(one.words) && own.at(-1) === usual[usual.indexOf(one) - 1];
    if (follows || (words.length >= 2 && saidIn(words, one.before + one.words) >= 0.6)) own.push(one);
  }
  if (own.length > 0) return own;
  const last = usual.filter((one) => one.figures[0]!.start < at).at(-1);
  return words.length >= 6 ? [] : last === undefined ? usual.slice(0, 1) : [last];
}
