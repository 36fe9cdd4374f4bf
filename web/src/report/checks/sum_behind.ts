// SPDX-License-Identifier: MIT
//
// A total with its parts behind it: “其中”, a colon, a bracket, or nothing but the parts.

import {
  type Exact,
  compare,
  divideRanges,
  kZero,
  meet,
  near,
  over,
  plainText,
  scaleRange,
  subtract,
  subtractRanges,
  sumOf,
  textOf,
  times,
} from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isSlip, printedDigits } from "../slip.ts";
import { sameUnit } from "../units.ts";
import { isStep } from "./clause.ts";
import { kHundred } from "./share.ts";
import { kNearTotal, rangeOf, told } from "./sum_told.ts";

const kOpens = /^[（(]|其中|包括|包含|分别为|分别是|含(?!附加|税)|[:：]|由[^，。]*组成|分为/;
/** So far from 100 % no slip makes shares of a whole. */
const kOverlap = 5;
/** Parts of parts are passed over in so many ways at most; no report needs a tenth of them. */
const kMostSteps = 600;
/** A part of the part before it. */
const kNests = /其中|含|包括|[（(]/;
/** The same where nothing says that they are its parts. */
export const kNearUndeclared = 0.08;

export function partsBehind(reading: Reading, total: Figure, rest: readonly Figure[]): Finding | null {
  // “45 所，比上年增加 2 所；其中……”: by how much it rose is no part of it
  if (!isStep(reading, total)) rest = rest.filter((one) => !isStep(reading, one));
  const next = rest.find((one) => one.unit.kind !== "percent");
  if (next === undefined) return null;
  // “81 所，在校学生 45300 人，其中城区 22 所、在校学生 21744 人”: of each unit its own parts
  const mate = rest.find((one) => sameUnit(one.unit, total.unit));
  const first = mate !== undefined && /其中|[（(]/.test(reading.text.slice(total.end, mate.start)) ? mate : next;
  // “57 所（不含教学点），民办 3 所”: a bracket that is closed opens nothing
  const between = reading.text.slice(total.end, first.start).replace(/^[（(][^（()）\d]*[）)]/, "");
  if (/。/.test(between)) return null;
  if (!kOpens.test(between)) return first === rest[0] ? undeclared(reading, total, rest) : null;
  // 其中 of a rate or another unit opens nothing that could be added
  const parts = rest.filter((one) => one.unit.kind !== "percent" && sameUnit(one.unit, total.unit) && !one.vague);
  if (parts[0] !== first || total.vague) return null;
  const own = untilTotal(reading, parts, total);
  if (own.length < 2) return null;
  const flow = flowOf(reading, total, own);
  if (flow !== null) return flow;
  const chosen = choose(reading, own, total);
  if (chosen !== null) return told(total, chosen, true);
  // “38 所、118 所，新增学位 9.8 万个”: what is counted in the same word is meant
  const strict = own.filter((one) => one.unit.id === total.unit.id);
  const flat = withoutNested(reading, strict.length >= 2 && strict[0] === own[0] ? strict : own);
  if (flat.length < 2 || isShare(reading, total, flat)) return null;
  if (ofShares(reading, flat)) return null;
  // “14.2 万平方米，其中新建 9.8 平方米、改扩建 4.4 万平方米”: one of them lost its 万
  const scaled = flat.map((one) =>
    one.shift === 0 && total.shift > 0 ? times(one.value, { n: 10n ** BigInt(total.shift), d: 1n }) : one.value,
  );
  if (
    flat.some((one) => one.shift === 0) &&
    flat.some((one) => one.shift > 0) &&
    compare(sumOf(scaled), total.value) === 0
  )
    return told(total, flat, false);
  const rate = rateOf(reading, total, flat);
  if (rate !== null) return rate;
  const sum = near(sumOf(flat.map((one) => one.value)));
  // “96 名、158 名、82 名，合计 336 名”: the parts of another total, and that
  if (flat.length > 2 && flat.some((one) => near(one.value) * 2 === sum)) return null;
  const whole = near(total.value);
  if (Math.abs(sum - whole) <= whole * kNearTotal || isPower(sum / whole)) return told(total, flat, false);
  // near without its last parts, which may be of the next thing
  for (let count = own.length - 1; count >= 2; count -= 1) {
    const some = withoutNested(reading, own.slice(0, count));
    const part = near(sumOf(some.map((one) => one.value)));
    const isClose =
      Math.abs(part - whole) <= whole * kNearSome ||
      (printedDigits(total).length > 2 && isSlip(total, sumOf(some.map((one) => one.value))));
    if (some.length >= 2 && isPower(part / whole)) return told(total, some, false);
    if (some.length >= 2 && isClose && Math.abs(part - whole) <= whole * kNearTotal) return told(total, some, false);
  }
  return null;
}

/** A point or a unit that went astray. */
const isPower = (ratio: number): boolean =>
  [10, 0.1, 100, 0.01, 1e4, 1e-4].some((one) => Math.abs(ratio / one - 1) < 1e-9);
/** Without the last parts a sum is meant only so near. */
const kNearSome = 0.05;

const kLeaves = /退休|离职|辞职|调出|转出|流失|减少|撤并|退出|迁出|离岗|去世/;

/** “净增 118 人，其中招聘 263 人、调入 34 人，退休调出 179 人”: those who leave are taken off. */
function flowOf(reading: Reading, total: Figure, parts: readonly Figure[]): Finding | null {
  if (!/净?增加?|增长|减少/.test(reading.subject(total).before)) return null;
  const leaves = parts.filter((one) => kLeaves.test(reading.subject(one).words));
  const comes = parts.filter((one) => !leaves.includes(one));
  if (leaves.length === 0 || comes.length === 0) return null;
  const range = subtractRanges(rangeOf(comes), rangeOf(leaves));
  const value = subtract(sumOf(comes.map((one) => one.value)), sumOf(leaves.map((one) => one.value)));
  const right = meet(range, total.range) || meet({ from: negated(range.to), to: negated(range.from) }, total.range);
  const shift = { n: 10n ** BigInt(total.shift), d: 1n };
  return found("sum", right ? "agree" : "differ", right ? "sum_agrees" : "sum_differs", total, {
    arithmetic: `${comes.map((one) => one.text).join(" + ")} − ${leaves.map((one) => one.text).join(" − ")} = ${plainText(over(value, shift))}`,
    others: parts,
    args: {
      printed: total.text,
      computed: plainText(over(value, shift)),
      gap: plainText(over(subtract(value, total.value), shift)),
    },
  });
}

const negated = ({ n, d }: Exact): Exact => ({ n: -n, d });

/** “毕业 6127 人，其中升入普高 3308 人、中职 2451 人，升学率 94.0%”: what they make up is said, and it is not all. */
export function isShare(reading: Reading, total: Figure, parts: readonly Figure[]): boolean {
  const rate = reading.figures[parts.at(-1)!.index + 1];
  if (rate?.unit.kind !== "percent" || rate.sentence !== total.sentence) return false;
  const range = divideRanges(rangeOf(parts), total.range);
  return range !== null && meet(scaleRange(range, kHundred), rate.range);
}

/** Points of per cent. */
const kNearRate = 5;

/** “毕业 5124 人，其中升入普高 3022 人、中职 1834 人、市外 205 人，升学率 97.4%”: what they make up is said, and it is another. */
function rateOf(reading: Reading, total: Figure, parts: readonly Figure[]): Finding | null {
  const last = parts.at(-1)!;
  const rate = reading.figures[last.index + 1];
  if (rate?.unit.kind !== "percent" || rate.sentence !== total.sentence || rate.bound !== null) return null;
  if (parts.some((one, at) => at > 0 && one.index !== parts[at - 1]!.index + 1)) return null;
  if (!/^[^，,；;。]{0,4}[，,][^，,；;。占]{2,10}率[为达到]*$/.test(reading.text.slice(last.end, rate.start)))
    return null;
  const sum = sumOf(parts.map((one) => one.value));
  const value = times(over(sum, total.value), kHundred);
  if (compare(sum, total.value) >= 0 || Math.abs(near(value) - near(rate.value)) > kNearRate) return null;
  return found("ratio", "differ", "ratio_differs", rate, {
    arithmetic: `(${parts.map((one) => one.text).join(" + ")}) ÷ ${total.text} = ${textOf(value, Math.max(2, rate.decimals + 1))}%`,
    others: [total, ...parts],
    args: { printed: rate.text, computed: `${textOf(value, rate.decimals)}%` },
  });
}

/** “其中女教师 2026 人，占 67%，50 岁以上 695 人，占 23%”: shares that do not make up 100 % are of what may overlap. */
function ofShares(reading: Reading, parts: readonly Figure[]): boolean {
  const shares = parts.map((one) => reading.figures[one.index + 1]);
  const all = shares.every((one) => one?.unit.kind === "percent");
  const sum = shares.reduce((made, one) => made + near(one?.value ?? kZero), 0);
  return all && Math.abs(sum - 100) > kOverlap;
}

/** Nothing that is nested, comes or goes. */
const kStatus = /^[，,、；;](?!其中)[^，,；;。（(\d增减转]{1,10}$/;

/** “共 26 项，已完成 19 项，正在整改 7 项”: all that follows, where it nearly is the total. */
function undeclared(reading: Reading, total: Figure, rest: readonly Figure[]): Finding | null {
  const before = reading.text.slice(total.sentence.start, total.start);
  const others = rest.filter((one) => one.unit.kind !== "percent");
  const parts = rest.filter((one) => sameUnit(one.unit, total.unit));
  // “73 所，有 58 所全部达到，13 所有 6 项达到，2 所不达标”: the last is what is left
  const left = /其余|其他|剩余|未|不达|不合|没有/.test(reading.text.slice(parts.at(-2)?.end ?? 0, total.sentence.end));
  const among = left || /^[^，,。；;]{0,8}中[，,]/.test(reading.text.slice(total.end, total.end + 12));
  // “任务 36 项，提前完成 5 项，按期完成 22 项，……”: nothing else is counted there
  const alone =
    parts.slice(1).every((one, at) => kStatus.test(reading.text.slice(parts[at]!.end, one.start))) &&
    parts.length >= 3 &&
    parts.length === others.length &&
    reading.of(total.sentence)[0] === total;
  // “教学班 1064 个，小学 714 个、初中 360 个”
  const staged =
    parts.length >= 2 &&
    /^[^，,；;。]{0,6}[，,（(]小学(?:阶段)?有?$/.test(reading.text.slice(total.end, parts[0]!.start)) &&
    /^[^，,；;。]{0,4}[，,、]初中(?:阶段)?有?$/.test(reading.text.slice(parts[0]!.end, parts[1]!.start));
  // a third kind of school makes it no sum of two
  const third = parts[2];
  const isTwo = third === undefined || /[；;。]/.test(reading.text.slice(parts[1]!.end, third.start));
  if (staged && isTwo && !parts.slice(0, 2).some((one) => one.vague || compare(one.value, total.value) >= 0)) {
    const two = parts.slice(0, 2);
    const right = meet(rangeOf(two), total.range);
    const gap = Math.abs(near(sumOf(two.map((one) => one.value))) - near(total.value));
    return right || gap <= near(total.value) * kNearTotal ? told(total, two, right) : null;
  }
  if (
    (!among && !alone && !/共有?$|共计$|总共$|合计$/.test(before)) ||
    parts.length < 2 ||
    (!among && parts.length !== others.length) ||
    total.vague
  )
    return null;
  if (parts.some((one) => one.vague || compare(one.value, total.value) >= 0)) return null;
  if (ofShares(reading, parts)) return null;
  const right = meet(rangeOf(parts), total.range);
  const gap = Math.abs(near(sumOf(parts.map((one) => one.value))) - near(total.value));
  return right || gap <= near(total.value) * (among ? kNearTotal : kNearUndeclared) ? told(total, parts, right) : null;
}

/** A next total with parts of its own ends the list. */
function untilTotal(reading: Reading, parts: readonly Figure[], total: Figure): Figure[] {
  const own: Figure[] = [];
  for (const part of parts) {
    const before = reading.text.slice(own.at(-1)?.end ?? total.end, part.start);
    if (own.length > 0 && /[；;][^；;]*(?:全[区县市]|共有|总)/.test(before)) break;
    if (/(?:占|比上年|较上年|增加|减少)[^，,；;]*$/.test(before)) continue;
    own.push(part);
  }
  return own;
}

function nestedBefore(reading: Reading, one: Figure, before: Figure | undefined): boolean {
  return before !== undefined && kNests.test(reading.text.slice(before.end, one.start));
}

/** Parts that give the total, where parts of parts may be passed over. */
function choose(reading: Reading, parts: readonly Figure[], total: Figure): Figure[] | null {
  let steps = 0;
  const walk = (at: number, taken: readonly Figure[]): Figure[] | null => {
    steps += 1;
    if (steps > kMostSteps) return null;
    if (taken.length >= 2 && meet(rangeOf(taken), total.range)) return [...taken];
    if (at >= parts.length || compare(rangeOf(taken).from, total.range.to) > 0) return null;
    const one = parts[at]!;
    const straight = walk(at + 1, [...taken, one]);
    if (straight !== null) return straight;
    if (!nestedBefore(reading, one, parts[at - 1])) return null;
    // what is nested may be of any length
    for (let skip = at + 1; skip <= parts.length; skip += 1) {
      const rest = walk(skip, taken);
      if (rest !== null) return rest;
    }
    return null;
  };
  return walk(0, []);
}

/** Without what stands in brackets or behind another 其中; that ends with the next semicolon. */
export function withoutNested(reading: Reading, parts: readonly Figure[]): Figure[] {
  let nested = false;
  return parts.filter((one, at) => {
    const before = parts[at - 1];
    if (before === undefined) return true;
    const between = reading.text.slice(before.end, one.start);
    if (/[；;]/.test(between) || (nested && /[）)]/.test(between))) nested = false;
    if (kNests.test(between) && !/[）)]/.test(between)) nested = true;
    return !nested;
  });
}
