// SPDX-License-Identifier: MIT
//
// Percentages of schools must come from whole schools (GRIM: Brown and Heathers 2017, doi 10.1177/1948550616673876). Where
// the number of schools is known, each is tried; where it is not, one number must fit all of them.

import { compare, meet, kZero, over, textOf, times, type Exact } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { clauseBefore, isGrowth } from "./clause.ts";
import { movedTo } from "./transition.ts";

/** Of schools in one stage of a county; above it every percentage with one decimal is given by some number. */
const kMostSchools = 150;
const kOfSchools =
  /学校(?:总数)?(?:的)?(?:比例|比重|占比|达到?|占|覆盖率|达标率|比率|为)|达标学校|合格学校|校(?:的)?比例|占(?:小学|初中|中学)?学校|(?:小学|初中)达标率/;
const kHundred: Exact = { n: 100n, d: 1n };

const whole = (count: number): Exact => ({ n: BigInt(count), d: 1n });

/** The number of schools that rounds to this percentage of `count`; null where none does. */
function schoolsFor(rate: Figure, count: number): number | null {
  const middle = Number((rate.value.n * BigInt(count)) / (rate.value.d * 100n));
  for (let some = Math.max(0, middle - 1); some <= Math.min(count, middle + 2); some += 1) {
    const exact = times(over(whole(some), whole(count)), kHundred);
    if (meet({ from: exact, to: exact }, rate.range)) return some;
  }
  return null;
}

type Stage = "primary" | "middle" | "senior" | "";

function ratesOfSchools(reading: Reading): { rate: Figure; stage: Stage }[] {
  return reading.figures.flatMap((rate) => {
    if (rate.unit.kind !== "percent" || rate.bound !== null || rate.vague) return [];
    const series = reading.listOf(rate);
    const first = series?.figures[0] ?? rate;
    const own = clauseBefore(reading, first);
    // “达标学校比例：小学 95.7%，初中 93.4%”: what it is of was said before the stages
    const clause = /^(?:小学|初中)[为达]?$/.test(own)
      ? reading.text.slice(first.sentence.start, first.start).split(/[；;]/).at(-1)!
      : own;
    const after = reading.text.slice(rate.end, rate.end + 8);
    // “由 83.7% 提升到 96.2%” is no growth
    const counted =
      /达标率/.test(clause) && reading.of(rate.sentence).some((one) => one.unit.id === "所" && one.start < rate.start);
    if (
      (isGrowth(clause) && !/[到至为]$/.test(clause)) ||
      !(counted || kOfSchools.test(clause) || /^(?:以上)?的[^，。]{0,4}(?:学校|小学|初中)/.test(after))
    )
      return [];
    if (
      series !== undefined &&
      series.figures.length === 2 &&
      /小学[、和与]初中/.test(clause + reading.text.slice(first.sentence.start, first.start))
    )
      return [{ rate, stage: series.figures[0] === rate ? ("primary" as const) : ("middle" as const) }];
    return series === undefined || series.figures.length < 2 ? [{ rate, stage: reading.subject(rate).stage }] : [];
  });
}

/** Those that have reached it are not all of them. */
const kReached = /达标|合格|达到|通过|创建|建成|未/;

const isReached = (reading: Reading, figure: Figure): boolean =>
  kReached.test(reading.subject(reading.listOf(figure)?.figures[0] ?? figure).before);

/** “达标学校由 61 所增加到 78 所” */
const isMoved = (reading: Reading, figure: Figure): boolean => {
  const before = reading.figures[figure.index - 1];
  return movedTo(reading, figure) !== null || (before !== undefined && movedTo(reading, before) === figure);
};

/** The number of schools of a stage as the report says it. */
function schoolsOf(reading: Reading, stage: Stage, near: Figure): Figure | null {
  const counts = reading.figures.filter(
    (one) => one.unit.id === "所" && one.bound === null && !one.vague && compare(one.value, kZero) > 0,
  );
  const same = counts.filter(
    (one) =>
      one.sentence === near.sentence && one.start < near.start && !isReached(reading, one) && !isMoved(reading, one),
  );
  if (same.length === 1) return same[0]!;
  if (same.length > 0 && stage === "") return null;
  const name =
    stage === "primary"
      ? /^(?:普通|公办|完全)?小学(?:学校)?$/
      : stage === "middle"
        ? /^(?:普通|公办)?(?:初中|初级中学|中学)(?:学校)?$/
        : /^(?:义务教育(?:阶段)?|中小)学校$|^学校$/;
  return counts.find((one) => name.test(reading.subject(one).words)) ?? null;
}

export function checkWhole(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const rates = ratesOfSchools(reading);
  const open = new Map<Stage, Figure[]>();
  for (const { rate, stage } of rates) {
    const numerator = reading
      .of(rate.sentence)
      .some(
        (one) =>
          one.unit.id === "所" &&
          one.start < rate.start &&
          /^占(?!比)|占(?!比).{2,}/.test(clauseBefore(reading, rate)) &&
          one.bound === null,
      );
    const all = schoolsOf(reading, stage, rate);
    if (numerator) continue; // said by ratio.ts
    const trivial = compare(rate.value, kHundred) === 0 || compare(rate.value, kZero) === 0;
    if (trivial) continue;
    const reached = reading
      .of(rate.sentence)
      .some(
        (one) =>
          one.unit.id === "所" &&
          one.start < rate.start &&
          isReached(reading, one) &&
          !/[不未]/.test(reading.subject(one).before),
      );
    if (reached && all?.sentence !== rate.sentence && reading.listOf(rate) === undefined) continue; // counts with their ratios: ratio.ts
    if (all === null) {
      open.set(stage, [...(open.get(stage) ?? []), rate]);
      continue;
    }
    const count = Number(all.value.n / all.value.d);
    if (count > kMostSchools * 2 || count < 2) continue;
    const some = schoolsFor(rate, count);
    findings.push(some === null ? misses(rate, all, count) : fits(rate, all, count, some));
  }
  for (const [stage, own] of open) findings.push(...oneForAll(stage, own));
  return [...findings, ...countsWithoutBase(reading)];
}

const percent = (some: number, count: number, decimals: number): string =>
  `${some} ÷ ${count} = ${textOf(times(over(whole(some), whole(count)), kHundred), decimals + 1)}%`;

function fits(rate: Figure, all: Figure, count: number, some: number): Finding {
  return found("whole", "agree", "whole_agrees", rate, {
    arithmetic: percent(some, count, rate.decimals),
    others: [all],
    args: { printed: rate.text, count: String(count), some: String(some) },
  });
}

function misses(rate: Figure, all: Figure, count: number): Finding {
  const below = Number((rate.value.n * BigInt(count)) / (rate.value.d * 100n));
  return found("whole", "differ", "whole_differs", rate, {
    arithmetic: `${percent(below, count, rate.decimals)}；${percent(below + 1, count, rate.decimals)}`,
    others: [all],
    args: { printed: rate.text, count: String(count) },
  });
}

const fitting = (rates: readonly Figure[]): number[] => {
  const counts: number[] = [];
  for (let count = 2; count <= kMostSchools; count += 1)
    if (rates.every((rate) => schoolsFor(rate, count) !== null)) counts.push(count);
  return counts;
};

/** Without the number of schools: which would give all of them. */
function oneForAll(stage: Stage, rates: readonly Figure[]): Finding[] {
  if (rates.length < 2 || stage === "") return [];
  const counts = fitting(rates);
  const printed = rates.map((one) => one.text).join("、");
  if (counts.length > 12) return [];
  return [
    found("whole", counts.length > 0 ? "agree" : "differ", counts.length > 0 ? "whole_fits" : "whole_none", rates[0]!, {
      arithmetic:
        counts[0] === undefined
          ? ""
          : rates.map((one) => percent(schoolsFor(one, counts[0]!)!, counts[0]!, one.decimals)).join("；"),
      others: rates,
      args: { printed, counts: counts.join("、"), most: String(kMostSchools) },
    }),
  ];
}

/** “85 所，创建率 95.5%，……36 所，40.45%”: one number of schools must give all of a sentence. */
function countsWithoutBase(reading: Reading): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    const figures = reading.of(sentence);
    const pairs = figures.flatMap((rate, at) => {
      const count = figures[at - 1];
      if (count === undefined || rate.unit.kind !== "percent" || rate.bound !== null || count.unit.id !== "所")
        return [];
      return /^[^，,；;。]*[，,]?[^，,；;。占]{0,8}(?:率|占比|比例)[达为到]*$/.test(
        reading.text.slice(count.end, rate.start),
      )
        ? [{ count, rate }]
        : [];
    });
    const known = figures.some((one) => one.unit.id === "所" && !pairs.some(({ count }) => count === one));
    if (pairs.length < 2 || known) return [];
    const counts: number[] = [];
    for (let all = 2; all <= kMostSchools * 4; all += 1)
      if (
        pairs.every(({ count, rate }) => {
          const exact = times(over(count.value, whole(all)), kHundred);
          return meet({ from: exact, to: exact }, rate.range);
        })
      )
        counts.push(all);
    const [first] = counts;
    return [
      found(
        "whole",
        first === undefined ? "differ" : "agree",
        first === undefined ? "base_none" : "base_fits",
        pairs[0]!.rate,
        {
          arithmetic: first === undefined ? "" : pairs.map(({ count }) => `${count.text} ÷ ${first}`).join("；"),
          others: pairs.flatMap(({ count, rate }) => [count, rate]),
          args: {
            printed: pairs.map(({ count, rate }) => `${count.text} ${rate.text}`).join("、"),
            counts: counts.join("、"),
          },
        },
      ),
    ];
  });
}
