// SPDX-License-Identifier: MIT
//
// Rates whose part or whole is a sum of what is listed: “非常满意 2310 个、满意 1638 个、一般 189 个……，满意率 94.0%”, “公办 48 所、民办
// 7 所，公办占比 87.3%”. Which of the list are meant, the name of the rate says.

import { type Exact, compare, meet, near, over, sumOf, textOf, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { CheckId, Finding } from "../finding.ts";
import { type Reading, found, pupilsOf } from "../reading.ts";
import { isSlip } from "../slip.ts";
import { trimmed } from "../subjects.ts";
import { sameCount } from "../units.ts";
import { clauseBefore, isGrowth } from "./clause.ts";
import { division, isCount, kHundred } from "./share.ts";

/** What they say of a rate is not what it is made of. */
export const kOther: readonly CheckId[] = ["limit", "order", "two"];
const kRateName = /(?:占比|比例|比重|[率度占])(?:[为达是]|达到)*$/;
/** Of a list in grades they are below what is meant, unless the rate says that they are in it. */
const kBelow = /^(?:不|未|没|一般|基本|较不|非(?!常))/;

export function checkRatioSums(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = new Set(said.filter(({ check }) => !kOther.includes(check)).map(({ place }) => place.start));
  return reading.figures.flatMap((rate) => {
    const clause = clauseBefore(reading, rate);
    if (rate.unit.kind !== "percent" || rate.bound !== null || rate.vague || known.has(rate.start)) return [];
    const words = trimmed(clause);
    if (isGrowth(clause) || !kRateName.test(words)) return [];
    const name = words.replace(kRateName, "").slice(0, 8);
    const counts = reading.of(rate.sentence).filter((one) => one.start < rate.start && isCount(one) && !one.vague);
    const last = counts.at(-1);
    if (name.length < 2 || last === undefined) return [];
    const ofLargest = ofOne(reading, rate, counts);
    const run = counts.filter((one) => sameCount(one.unit, last.unit));
    const [first, ...rest] = run;
    if (first === undefined || rest.length === 0) return ofLargest;
    const isWhole = rest.length >= 2 && compare(first.value, valueOf(rest)) === 0;
    const list = isWhole ? rest : run;
    const named = list.filter((one) => isNamed(trimmed(reading.subject(one).before), name));
    const strict = named.filter((one) => !kBelow.test(trimmed(reading.subject(one).before)));
    const tries = [strict, named]
      .filter((some) => some.length > 0 && some.length < list.length)
      .map((parts) => ({ parts, value: times(over(valueOf(parts), valueOf(list)), kHundred) }));
    const right = tries.find(({ value }) => meet({ from: value, to: value }, rate.range));
    const one = right ?? tries.find(({ value }) => isSlip(rate, value));
    if (one === undefined) return ofLargest.length > 0 ? ofLargest : ofParts(reading, rate, run);
    const sum = (some: readonly Figure[]): string =>
      some.length === 1 ? some[0]!.text : `(${some.map(({ text }) => text).join(" + ")})`;
    return [
      found("ratio", right ? "agree" : "differ", right ? "ratio_agrees" : "ratio_differs", rate, {
        arithmetic: `${sum(one.parts)} ÷ ${isWhole ? first.text : sum(list)} = ${textOf(one.value, Math.max(rate.decimals + 1, 2))}%`,
        others: run,
        args: { printed: rate.text, computed: `${textOf(one.value, rate.decimals)}%` },
      }),
    ];
  });
}

const kAsked: readonly string[] = ["人", "份", "件"];

/** Of one of the list and its largest, or of all pupils: a rate with so many digits is given by chance too seldom. */
function ofOne(reading: Reading, rate: Figure, counts: readonly Figure[]): Finding[] {
  const last = counts.at(-1);
  if (last === undefined || rate.decimals === 0) return [];
  // “有效问卷 6528 份，认可 6038 人”: each paper is somebody
  const isAsked = /[认满][可意]/.test(clauseBefore(reading, rate));
  const list = counts.filter(
    (one) =>
      sameCount(one.unit, last.unit) || (isAsked && kAsked.includes(one.unit.id) && kAsked.includes(last.unit.id)),
  );
  const largest = [...list].sort((a, b) => compare(b.value, a.value))[0]!;
  const isPupil = list.length === 1 && last.unit.id === "人" && /学生$/.test(trimmed(reading.subject(last).before));
  const pairs = isPupil
    ? pupilsOf(reading).map((whole) => [last, whole] as const)
    : list.filter((one) => one !== largest).map((one) => [one, largest] as const);
  const tries = pairs
    .filter(([part, whole]) => compare(part.value, whole.value) < 0)
    .map(([part, whole]) => ({ part, whole, value: times(over(part.value, whole.value), kHundred) }));
  const right = tries.find(({ value }) => meet({ from: value, to: value }, rate.range));
  const wrong = tries.filter(({ value }) => isSlip(rate, value));
  const one = right ?? (wrong.length === 1 ? wrong[0] : undefined);
  if (one === undefined) return [];
  return [
    found("ratio", right ? "agree" : "differ", right ? "ratio_agrees" : "ratio_differs", rate, {
      arithmetic: division(one.part, one.whole, rate.decimals),
      others: [one.part, one.whole],
      args: { printed: rate.text, computed: `${textOf(one.value, rate.decimals)}%` },
    }),
  ];
}

const kReached = /(?:升学|入学|安置|就读|完成|办结|整改|到位)率[为达到]*$/;
/** Points of per cent. */
const kNearRate = 5;

/** “毕业 5430 人，升入普高 3258 人、中职 2063 人，升学率 98.0%”: of all that follow the first, but for those who did not. */
function ofParts(reading: Reading, rate: Figure, [whole, ...rest]: readonly Figure[]): Finding[] {
  const parts = rest.filter((one) => !kBelow.test(trimmed(reading.subject(one).before).replace(/^其余/, "未")));
  if (whole === undefined || parts.length < 2 || !kReached.test(trimmed(clauseBefore(reading, rate)))) return [];
  const value = times(over(valueOf(parts), whole.value), kHundred);
  const gap = Math.abs(near(value) - near(rate.value));
  if (gap > kNearRate || parts.some((one) => compare(one.value, whole.value) >= 0)) return [];
  const right = meet({ from: value, to: value }, rate.range);
  return [
    found("ratio", right ? "agree" : "differ", right ? "ratio_agrees" : "ratio_differs", rate, {
      arithmetic: `(${parts.map(({ text }) => text).join(" + ")}) ÷ ${whole.text} = ${textOf(value, Math.max(rate.decimals + 1, 2))}%`,
      others: [whole, ...parts],
      args: { printed: rate.text, computed: `${textOf(value, rate.decimals)}%` },
    }),
  ];
}

const valueOf = (figures: readonly Figure[]): Exact => sumOf(figures.map((one) => one.value));

const isNamed = (words: string, name: string): boolean =>
  words.length >= 2 && (words.includes(name) || name.includes(words) || words.endsWith(name.slice(-2)));
