// SPDX-License-Identifier: MIT
//
// The counts that stand with a percentage, and which of them are meant as its part by what they and it are called.

import { compare } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";
import { trimmed } from "../subjects.ts";
import { clauseBefore, isEarlier } from "./clause.ts";
import { gives, isCount } from "./share.ts";

/** The counts that stand with a percentage: of its sentence before it, in brackets behind it, of the sentence before. */
export function countsWith(reading: Reading, rate: Figure): { own: Figure[]; earlier: Figure[]; behind: Figure[] } {
  const own: Figure[] = [];
  const earlier: Figure[] = [];
  for (const figure of reading.before(rate, 1)) {
    if (!isCount(figure) || isEarlier(reading, figure) || isLack(reading, figure, rate)) continue;
    if (isOfOther(reading, figure, rate)) continue;
    if (figure.sentence === rate.sentence) own.push(figure);
    else if (earlier.length < 8) earlier.push(figure);
  }
  const rest = reading.text.slice(rate.end, rate.sentence.end);
  const bracket = /^[（(][^）)]*[）)]/.exec(rest)?.[0].length ?? 0;
  const behind = reading
    .of(rate.sentence)
    .filter((one) => one.start > rate.end && one.end <= rate.end + bracket && isCount(one));
  return { own, earlier, behind };
}

/** “入学率 97.6%（应入学 124 人，已入学 121 人），合格率 96.8%”: what stands in brackets is of the rate before them. */
export function isOfOther(reading: Reading, figure: Figure, rate: Figure): boolean {
  if (figure.sentence !== rate.sentence || figure.start > rate.start) return false;
  const open = /%[（(]([^（()）]*)$/.exec(reading.text.slice(figure.sentence.start, figure.start));
  return open !== null && /^[^（()）]*[）)]/.test(reading.text.slice(figure.end, rate.start));
}

/** “核定 4050 名，实有 4012 名，空编 38 名，使用率 99.1%”: what is lacking is a part where its own rate is said, 空编率. */
function isLack(reading: Reading, figure: Figure, rate: Figure): boolean {
  const word = /([空缺超剩余欠])[编缺额口余员]*(?:为|了)?$/.exec(clauseBefore(reading, figure))?.[1];
  return word !== undefined && /率/.test(clauseBefore(reading, rate)) && !clauseBefore(reading, rate).includes(word);
}

/** “毕业 7912 人，报考 7405 人，录取 5628 人，录取率”: each less than the one before, and none gives the rate. */
export function isOfLast(reading: Reading, nearestFirst: readonly Figure[], rate: Figure, clause: string): boolean {
  const [last, ...larger] = nearestFirst;
  if (last === undefined || !/[率度]/.test(clause) || /巩固率/.test(clause) || reading.listOf(last) !== undefined)
    return false;
  // parts of a whole beside each other are no steps
  if (/其中|、/.test(reading.text.slice(nearestFirst.at(-1)!.end, rate.start))) return false;
  const falls = nearestFirst.every((one, at) => at === 0 || compare(one.value, nearestFirst[at - 1]!.value) > 0);
  return falls && !larger.some((one) => gives(last, one, rate));
}

/** Within a clause group: a semicolon begins another thing. */
export function sinceBreak(reading: Reading, rate: Figure, own: readonly Figure[]): Figure[] {
  const at = Math.max(
    reading.text.lastIndexOf("；", rate.start),
    reading.text.lastIndexOf(";", rate.start),
    rate.sentence.start - 1, // a sentence may begin with a number
  );
  const last = reading
    .of(rate.sentence)
    .filter((one) => one.start < rate.start && one.start > at && one.unit.kind === "percent")
    .at(-1);
  return own.filter((one) => one.start > (last?.end ?? at));
}

/** “满意 2254 份，满意率 92%” */
export function isNamedAfter(reading: Reading, clause: string, part: Figure): boolean {
  const rate = /^(\S{2,4})[率度][为达到]*$/.exec(trimmed(clause))?.[1];
  return rate !== undefined && reading.subject(part).words.includes(rate);
}

/** “公办学校占比” beside 公办义务教育学校. */
export function isShareOfOne(reading: Reading, clause: string, part: Figure): boolean {
  const rate = trimmed(clause).replace(/(?:占比|比例|比重)[为达到]*$/, "");
  return rate.length >= 2 && rate !== trimmed(clause) && reading.subject(part).words.includes(rate.slice(0, 2));
}
