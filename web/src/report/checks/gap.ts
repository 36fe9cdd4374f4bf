// SPDX-License-Identifier: MIT
//
// How far two numbers are apart and what is left of one, in whatever words: “空余编制 34 名”, “超出规定 380 人”, “目前保留 7 所”,
// “前移 21 位”. It comes last and speaks only of numbers of which nothing was said; the numbers around are tried, and only
// a slip of the pen is held against it.

import { type Exact, compare, exactOf, kZero, plainText, subtract, sumOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isSlip, printedDigits } from "../slip.ts";
import { trimmed } from "../subjects.ts";
import { difference } from "./growth_told.ts";

const kApart =
  /(?:超出?过?|^大$|高(?![级中校])|低(?![年段保收])|多(?![媒功样种所名])|少(?![年儿先数量])|差(?![异错])|缺|空(?![调气间])|欠|短|[余剩]|[增减](?![值负])|升(?![学入格国])|降|扩大|缩小|缩短)[^，,；;。\d]{0,6}$/;
const kLeft = /(?:剩余?|余下?|其余|保留|[仍还尚][有余剩未需]|结[余转]|未|待)[^，,；;。\d]{0,8}$/;
const kPlainGap = /^[，,；;](?![^，,；;。]*(?:年|标准|要求|规定|全[省市国]))[^，,；;。\d]{0,10}(?:高|低|多|少)出?了?$/;
/** The new number, and no step to it. */
const kTo = /(?:到|至|达|[增减升降提][^，,；;。\d]{0,3}为)了?$/;
/** So many numbers back what it is of may stand. */
const kFarthest = 6;

export function checkGaps(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = new Set(said.map(({ place }) => place.start));
  const gaps = reading.figures.flatMap((gap) => {
    if (known.has(gap.start) || gap.bound !== null || gap.vague || isNoGap(gap.unit)) return [];
    if (gap.unit.kind === "none" && gap.decimals === 0) return [];
    const before = reading.figures[gap.index - 1];
    // “超出 2000 人上限 460 人”: how far stands before the limit
    const from = before?.bound === null ? before : reading.figures[gap.index - 2];
    const lead = reading.text.slice(from?.sentence === gap.sentence ? from.end : gap.sentence.start, gap.start);
    if (kTo.test(lead)) return [];
    const isOver = before?.bound === "above" && before.unit.id === gap.unit.id;
    const over = /超[^，,；;。\d]{0,6}$/.test(lead) ? overLimit(reading, gap) : null;
    const left = over ?? (kLeft.test(lead) ? remainder(reading, gap) : null);
    const one = left ?? (kApart.test(lead) || isOver ? apart(reading, gap, lead) : null);
    return one === null ? [] : [one];
  });
  return [...gaps, ...reading.sentences.flatMap(ranks)];
}

/** Years of age are as far apart as anything else. */
const isNoGap = ({ id, kind }: Figure["unit"]): boolean => kind === "percent" || (kind === "time" && id !== "岁");

const sameMeasure = (gap: Figure, one: Figure): boolean =>
  !one.vague &&
  (gap.unit.kind === "points" ? one.unit.kind === "percent" : one.unit.id === gap.unit.id) &&
  (gap.unit.kind !== "none" || one.decimals === gap.decimals);

/** Nearest first, of its sentence, else with the one before it; a limit that is exceeded may stand in the rules. */
function around(reading: Reading, gap: Figure, lead: string): Figure[] {
  const near = reading.before(gap).filter((one) => sameMeasure(gap, one));
  const own = near.filter((one) => one.sentence === gap.sentence);
  const all = own.length >= 2 ? own : near.filter((one) => one.sentence.number >= gap.sentence.number - 1);
  const called = own.length < 2 ? calledSo(reading, gap, lead) : [];
  const limits = /超/.test(lead)
    ? reading.rules.limits.map((one) => one.figure).filter((one) => sameMeasure(gap, one))
    : [];
  return [...called, ...all.slice(0, kFarthest), ...limits];
}

const kPlanned = /计划|总|应|核定|目标|规划|需/;
const kDone = /已|完成|实际|到位|累计/;

/** “剩余投资 2.4 亿元” of “计划总投资 9.6 亿元，累计完成投资 7.2 亿元” elsewhere; “60 万平方米的目标，尚差 3.6 万平方米” of a row of a table. */
function calledSo(reading: Reading, gap: Figure, lead: string): Figure[] {
  const thing = trimmed(lead).slice(-2);
  const like = (one: Figure): boolean => one !== gap && sameMeasure(gap, one) && one.bound === null;
  const pair = reading.figures.flatMap((plan): Figure[] => {
    const done = reading.figures[plan.index + 1];
    const isPair =
      done !== undefined &&
      like(plan) &&
      like(done) &&
      compare(done.value, plan.value) < 0 &&
      kPlanned.test(reading.subject(plan).before) &&
      reading.subject(plan).before.includes(thing) &&
      kDone.test(reading.subject(done).before);
    return isPair ? [done, plan] : [];
  });
  return thing.length < 2 ? [] : pair.slice(0, 2);
}

const distance = (a: Figure, b: Figure): Exact =>
  compare(a.value, b.value) > 0 ? subtract(a.value, b.value) : subtract(b.value, a.value);

function apart(reading: Reading, gap: Figure, lead: string): Finding | null {
  const numbers = around(reading, gap, lead);
  const pairs = numbers.flatMap((b, at) => numbers.slice(at + 1).map((a) => [a, b] as const));
  const right = pairs.find(([a, b]) => compare(distance(a, b), gap.value) === 0);
  const near = pairs.filter(([a, b]) => isSlip(gap, distance(a, b)));
  // of one digit everything is a slip, and of several pairs the last two are meant
  const wrong =
    near[0] === pairs[0] ? near[0] : near.length === 1 && printedDigits(gap).length > 1 ? near[0] : undefined;
  // “教师 13.42 万元，公务员 13.38 万元，教师高 0.24 万元”: the two just before it
  const [b0, a0] = [reading.figures[gap.index - 1], reading.figures[gap.index - 2]];
  const isPlain =
    kPlainGap.test(reading.text.slice(b0?.end ?? gap.start, gap.start)) &&
    a0?.sentence === gap.sentence &&
    pairs[0]?.[0] === b0 &&
    pairs[0]?.[1] === a0;
  const [a, b] = right ?? wrong ?? (isPlain ? pairs[0]! : []);
  return a === undefined || b === undefined ? null : difference(gap, a, b, compare(a.value, b.value) > 0);
}

/** “34 所，通过撤并 16 所、改办 5 所、合并 6 所，目前保留 7 所”: the first without all that follow. */
function remainder(reading: Reading, gap: Figure): Finding | null {
  const parts = reading
    .of(gap.sentence)
    .filter((one) => one.start < gap.start && sameMeasure(gap, one) && one.bound === null);
  for (const [at, total] of parts.entries()) {
    const gone = parts.slice(at + 1);
    const value = subtract(total.value, sumOf(gone.map((one) => one.value)));
    if (gone.length < 2 || compare(value, kZero) <= 0) continue;
    const right = compare(value, gap.value) === 0;
    if (!right && !isSlip(gap, value)) continue;
    const shift = { n: 10n ** BigInt(gap.shift), d: 1n };
    const computed = plainText({ n: value.n, d: value.d * shift.n });
    return found("growth", right ? "agree" : "differ", right ? "difference_agrees" : "difference_differs", gap, {
      arithmetic: `${[total, ...gone].map((one) => one.text).join(" − ")} = ${computed}`,
      others: [total, ...gone],
      args: { printed: gap.text, computed },
    });
  }
  return null;
}

/** “3 所超过 2000 人，分别为 2120 人、2245 人、2410 人，共超 775 人”: of all of them. */
function overLimit(reading: Reading, gap: Figure): Finding | null {
  const own = reading.of(gap.sentence).filter((one) => one.start < gap.start && sameMeasure(gap, one));
  const limit = own.find((one) => one.bound === "above");
  const some = own.filter((one) => limit !== undefined && one.bound === null && compare(one.value, limit.value) > 0);
  if (limit === undefined || some.length < 2) return null;
  const value = sumOf(some.map((one) => subtract(one.value, limit.value)));
  const right = compare(value, gap.value) === 0;
  if (!right && !isSlip(gap, value)) return null;
  const computed = plainText(value);
  return found("growth", right ? "agree" : "differ", right ? "difference_agrees" : "difference_differs", gap, {
    arithmetic: `${some.map((one) => one.text).join(" + ")} − ${some.length} × ${limit.text} = ${computed}`,
    others: [limit, ...some],
    args: { printed: gap.text, computed },
  });
}

const kRank =
  /第(\d+)[位名](?:[^，,；;。\d]|(?:19|20)\d{2}年)*(?:到|至|为)(?:全[省市国])?第(\d+)[位名][^\d。；;]{0,12}?[升移进退降滑][^\d，,。；;]{0,3}(\d+)(?:个?[位名]次?)/g;

/** “由第 38 位升至第 17 位，前移 21 位” */
function ranks(sentence: Reading["sentences"][number]): Finding[] {
  return [...sentence.text.matchAll(kRank)].map((match) => {
    const [all, from = "", to = "", printed = ""] = match;
    const [more, less] = Number(from) > Number(to) ? [from, to] : [to, from];
    const value = plainText(subtract(exactOf(more), exactOf(less)));
    const right = value === printed;
    const end = match.index + all.length;
    const at = { sentence, from: end - (all.length - all.lastIndexOf(printed)), to: end };
    return found("growth", right ? "agree" : "differ", right ? "difference_agrees" : "difference_differs", at, {
      arithmetic: `${more} − ${less} = ${value}`,
      args: { printed, computed: value },
    });
  });
}
