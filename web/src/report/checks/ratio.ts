// SPDX-License-Identifier: MIT
//
// Counts with their ratios: “598 名中交流 174 名，占 29%”. What a percentage is of is said by words (“占…的”), or the two
// counts stand before it. Where both are known and do not give it, that is said; where they cannot be told, too.

import {
  type Exact,
  addRanges,
  compare,
  divideRanges,
  kZero,
  meet,
  near as toNumber,
  over,
  plainText,
  scaleRange,
  textOf,
  times,
} from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { sameUnit } from "../units.ts";
import { clauseBefore, isGrowth, isOfBefore } from "./clause.ts";
import { countsWith, sinceBreak } from "./ratio_counts.ts";
import { type Pair, pairBehind, pairsFor } from "./ratio_pairs.ts";
import { division, gives, isCount, kHundred } from "./share.ts";

/** Points of per cent. */
const kFarPoints = 1;
const kRate = /率|度|占|比例|比重|占比|百分比|达标|覆盖/;

export function checkRatios(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const listed = new Set(reading.series.flatMap((series) => (series.figures.length > 1 ? series.figures : [])));
  for (const rate of reading.figures) {
    if (rate.unit.kind !== "percent" || rate.bound !== null || rate.vague || listed.has(rate)) continue;
    const clause = clauseBefore(reading, rate);
    if (isGrowth(clause) && !/占/.test(clause)) continue;
    if (
      !kRate.test(clause) &&
      !/按$|(?:为|是|相当于)[^，,；;。\d]{1,12}的$/.test(clause) &&
      pairBehind(reading, rate) === null &&
      !/^[（(]/.test(reading.text.slice(rate.end))
    )
      continue;
    const one = ratioOf(reading, rate);
    if (one !== null && !(one.agreement === "differ" && isOfBefore(reading, rate))) findings.push(one);
  }
  return findings;
}

function ratioOf(reading: Reading, rate: Figure): Finding | null {
  const pairs = pairsFor(reading, rate);
  const sure = pairs.find((pair) => pair.sure);
  const tell = (pair: Pair): string => division(pair.part, pair.whole, rate.decimals);
  const more = (pair: Pair): { arithmetic: string; others: Figure[]; args: Record<string, string> } => ({
    arithmetic: tell(pair),
    others: [pair.part, pair.whole],
    args: {
      printed: rate.text,
      computed: `${textOf(times(over(pair.part.value, pair.whole.value), kHundred), rate.decimals)}%`,
    },
  });
  if (sure !== undefined) {
    if (gives(sure.part, sure.whole, rate)) {
      // 1.26 of 1.5 may be 86 % where both were rounded, and is more often a slip
      const value = times(over(sure.part.value, sure.whole.value), kHundred);
      const isFar = Math.abs(toNumber(value) - toNumber(rate.value)) > kFarPoints;
      return isFar
        ? found("ratio", "undecided", "growth_rounded", rate, more(sure))
        : found("ratio", "agree", "ratio_agrees", rate, more(sure));
    }
    // 超编: a rate may well be of another pair that stands there
    const other =
      sure.named !== true &&
      pairs.find((pair) => pair !== sure && !isNested(pair, sure) && gives(pair.part, pair.whole, rate));
    if (other) return found("ratio", "agree", "ratio_agrees", rate, more(other));
    // “录取普高 5380 人，职高 3530 人，升学率 97.7%”: of both together
    const both = sinceBreak(reading, rate, countsWith(reading, rate).own).filter((one) =>
      sameUnit(one.unit, sure.whole.unit),
    );
    const parts = both.slice(0, both.indexOf(sure.whole)).filter((one) => compare(one.value, sure.whole.value) < 0);
    const range =
      parts.length < 2 ? null : divideRanges(parts.map((one) => one.range).reduce(addRanges), sure.whole.range);
    if (range !== null && meet(scaleRange(range, kHundred), rate.range)) return null;
    return otherUnit(reading, rate, sure.part) ?? found("ratio", "differ", "ratio_differs", rate, more(sure));
  }
  const guess = pairs.find((pair) => gives(pair.part, pair.whole, rate));
  if (guess !== undefined) return found("ratio", "agree", "ratio_agrees", rate, more(guess));
  const [first] = pairs;
  if (first === undefined) return null;
  const all = ofAll(reading, rate, first.part);
  if (all !== null) return found("ratio", "agree", "ratio_agrees", rate, more(all));
  const unit = otherUnit(reading, rate, first.part);
  if (unit !== null) return unit;
  return /占|比例|比重/.test(clauseBefore(reading, rate))
    ? found("ratio", "undecided", "ratio_no_base", rate, { args: { printed: rate.text } })
    : null;
}

/** “骨干教师 1109 人，占 18%”: of all teachers, whose number is said elsewhere. It may confirm and never contradicts. */
function ofAll(reading: Reading, rate: Figure, part: Figure): Pair | null {
  const words = reading.subject(part).words + reading.subject(part).after;
  const kind = [/教师/, /学生|儿童|子女|寄宿/, /学校|小学|初中/].find((one) => one.test(words)) ?? /学校/;
  const whole = reading.figures.find(
    (one) =>
      one !== part &&
      sameUnit(one.unit, part.unit) &&
      isCount(one) &&
      kind.test(reading.subject(one).words) &&
      gives(part, one, rate),
  );
  return whole === undefined ? null : { part, whole, sure: false };
}

/** A smaller part of the whole that is sure says nothing of the part. */
const isNested = (pair: Pair, sure: Pair): boolean => pair.part !== sure.part && pair.part !== sure.whole;

/** The number is right of something that is counted in another unit: 38887 平方米 is 78% of 49871.15 万元. */
function otherUnit(reading: Reading, rate: Figure, part: Figure): Finding | null {
  const printed = (one: Figure): Exact => over(one.value, { n: 10n ** BigInt(one.shift), d: 1n });
  for (const whole of reading.before(rate, 1)) {
    if (whole.unit.kind === "none" || whole.unit.kind === "percent" || sameUnit(whole.unit, part.unit)) continue;
    if (whole.unit.kind === "time" || compare(whole.value, kZero) <= 0) continue;
    const digits = printed(whole).n.toString().length;
    if (digits < 4) continue;
    const value = times(over(printed(part), printed(whole)), kHundred);
    if (!meet({ from: value, to: value }, rate.range)) continue;
    const arithmetic = `${plainText(printed(part), 2)} ÷ ${plainText(printed(whole), 2)} = ${textOf(value, Math.max(2, rate.decimals))}%`;
    return found("unit", "differ", "unit_other", rate, {
      arithmetic,
      others: [part, whole],
      args: { part: part.text, whole: whole.text, printed: rate.text },
    });
  }
  return null;
}
