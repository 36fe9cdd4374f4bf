// SPDX-License-Identifier: MIT
//
// Which two counts a percentage is of: a part and its whole, in the order in which they are sure.

import { compare } from "../exact.ts";
import type { Figure } from "../figures.ts";
import { type Reading, pupilsOf } from "../reading.ts";
import { saidIn, trimmed } from "../subjects.ts";
import { sameCount, sameUnit } from "../units.ts";
import { between, clauseBefore, isEarlier, isStep } from "./clause.ts";
import { countsWith, isNamedAfter, isOfLast, isShareOfOne, sinceBreak } from "./ratio_counts.ts";
import { gives, isCount, kShareOf } from "./share.ts";

/** All of them, and not those of a kind: 家庭经济困难学生. */
const kAllPupils = /^(?:义务教育(?:阶段)?|中小学|在校|全体|全部)*(?:学生|生)(?:总?人?数)?$/;

/** So much of the words must be said for nothing else to be meant. */
const kNamed = 0.95;

export interface Pair {
  readonly part: Figure;
  readonly whole: Figure;
  /** Said by words, or the only two there are; else a guess that may confirm and never contradicts. */
  readonly sure: boolean;
  /** What it is a share of is called so. */
  readonly named?: boolean;
}

/** “比例达到六成五，即 3900 个名额中分配了 2340 个”: both stand behind. */
export function pairBehind(reading: Reading, rate: Figure): Pair | null {
  const [whole, part] = reading.of(rate.sentence).filter((one) => one.start > rate.end);
  if (whole === undefined || part === undefined || !isCount(whole) || !sameUnit(whole.unit, part.unit)) return null;
  // “残疾儿童入学率 98.2%，其中残疾学生 436 名，已入学 428 名”
  const reached =
    /率[^，,；;。]{0,3}$/.test(clauseBefore(reading, rate)) &&
    /^[，,（(](?:其中|即)?[^，,；;。\d]{0,20}$/.test(reading.text.slice(rate.end, whole.start)) &&
    /^[，,](?:已|实际|其中已)/.test(reading.text.slice(whole.end, part.start));
  if (reached && compare(part.value, whole.value) <= 0) return { part, whole, sure: true };
  const leads = /^[^，,；;。\d]{0,16}[，,](?:即)?[^，,；;。]{0,8}$/.test(reading.text.slice(rate.end, whole.start));
  const among = /^[^，,；;。]{0,10}中/.test(reading.text.slice(whole.end, part.start));
  return leads && among && compare(part.value, whole.value) <= 0 ? { part, whole, sure: true } : null;
}

/** “占一般公共预算支出（94.5 亿元）的比例为 22.1%”: the whole stands in brackets, its part is the amount before. */
function leadBase(reading: Reading, rate: Figure, last: Figure): Pair | null {
  const whole = reading.figures[rate.index - 1];
  if (whole === undefined || whole !== last) return null;
  if (!/占[^占，,；;。]*[（(][^（(，,；;。]{0,4}$/.test(clauseBefore(reading, whole))) return null;
  if (
    !/^[）)]的?(?:比例|比重|总量|总数|总额)?的?(?:比例|比重)?[为达是]?到?$/.test(
      reading.text.slice(whole.end, rate.start),
    )
  )
    return null;
  const part = reading
    .before(whole)
    .find(
      (one) =>
        one.sentence === rate.sentence &&
        isCount(one) &&
        sameUnit(one.unit, whole.unit) &&
        !isStep(reading, one) &&
        !isEarlier(reading, one),
    );
  return part === undefined ? null : { part, whole, sure: true, named: true };
}

export function pairsFor(reading: Reading, rate: Figure): Pair[] {
  const { own, earlier, behind } = countsWith(reading, rate);
  const { before } = reading.subject(rate);
  const clause = clauseBefore(reading, rate);
  const base = kShareOf.exec(before)?.[1] ?? kShareOf.exec(clause)?.[1];
  const near = sinceBreak(reading, rate, own);
  // 七项指标 is what was looked at, not how many there are; “47 所达到 7.5 平方米，达标率”: what is to be met
  const isMet = /达标率|合格率|达标比例/.test(clause);
  const things = near.filter(
    (one) =>
      !(one.unit.id === "项" && reading.text.startsWith("指标", one.end)) &&
      !(isMet && one.unit.kind !== "count" && /(?:达到|高于|超过)了?$/.test(between(reading, one))),
  );
  const counted = things.length >= 2 ? things : near;
  // “已完成 33 项，正在推进 8 项，尚未启动 1 项，完成率”: of several that which is called so
  const called =
    counted.length < 3 ? undefined : counted.slice(1, -1).find((one) => isNamedAfter(reading, clause, one));
  const close =
    called === undefined || isNamedAfter(reading, clause, counted[0]!)
      ? counted
      : [called, ...counted.filter((one) => compare(one.value, called.value) > 0)];
  // “212 人，占应交流教师 1767 人的 14%”: the nearest is the whole
  const [last, next0] = close;
  // “占专任教师 4354 人的 9.6%，即 418 人”
  const behindIt = reading.figures[rate.index + 1];
  if (
    last !== undefined &&
    behindIt?.sentence === rate.sentence &&
    sameUnit(last.unit, behindIt.unit) &&
    /的$/.test(reading.text.slice(last.end, rate.start)) &&
    /^[，,（(](?:即|为|共|约|合)$/.test(reading.text.slice(rate.end, behindIt.start))
  )
    return [{ part: behindIt, whole: last, sure: true, named: true }];
  const inside =
    last !== undefined &&
    next0 !== undefined &&
    sameUnit(last.unit, next0.unit) &&
    /占[^占，,；;。]*$/.test(clauseBefore(reading, last)) &&
    /^的(?:比例|比重)?[为达]?$/.test(reading.text.slice(last.end, rate.start));
  // “7.92 亿元，比去年增长 10%，占支出 36 亿元的 22%”: of what the sentence began with
  if (
    last !== undefined &&
    next0 === undefined &&
    /占[^占，,；;。]*$/.test(clauseBefore(reading, last)) &&
    /^的$/.test(reading.text.slice(last.end, rate.start))
  ) {
    const smaller = own.filter(
      (one) => one !== last && sameUnit(one.unit, last.unit) && compare(one.value, last.value) < 0,
    );
    const right = smaller.find((one) => gives(one, last, rate)) ?? smaller.at(-1);
    if (right !== undefined) return [{ part: right, whole: last, sure: true, named: true }];
  }
  if (inside) return [{ part: next0, whole: last, sure: true, named: true }];
  const part = last ?? own[0];
  const pairs: Pair[] = [];
  if (behind.length === 2 && sameUnit(behind[0]!.unit, behind[1]!.unit)) {
    const [one, two] = behind as [Figure, Figure];
    const [less, more] = compare(one.value, two.value) <= 0 ? [one, two] : [two, one];
    pairs.push({ part: less, whole: more, sure: true });
  }
  const told = pairBehind(reading, rate);
  if (told !== null && close.length === 0) pairs.push(told);
  if (part === undefined) return pairs;
  const lead = leadBase(reading, rate, part);
  if (lead !== null) return [lead];
  const [bracket] = behind;
  // “比例为应交流人数的 11.8%（应交流 6634 人）”
  if (behind.length === 1 && bracket !== undefined && sameUnit(bracket.unit, part.unit)) {
    const sure = /应|共|总|全/.test(reading.text.slice(rate.end, bracket.start)) && close.length === 1;
    pairs.push({ part, whole: bracket, sure });
  }
  const words = base === undefined ? "" : trimmed(base);
  if (words.length >= 2) {
    // 占交流轮岗教师总数的: of those that are called so the nearest, in the sentence before elsewhere
    const named = [...own, ...earlier]
      .filter((one) => one !== part && sameUnit(one.unit, part.unit) && compare(one.value, part.value) >= 0)
      .filter((one) => !kAllPupils.test(words) || kAllPupils.test(trimmed(reading.subject(one).words)))
      .map((one) => ({ one, score: said(reading, words, one) }))
      .filter(({ score }) => score >= 0.6)
      .sort((a, b) => b.score - a.score || b.one.index - a.one.index);
    // of several that are called alike the one that gives it; a total is the largest of them
    const top = named.filter(({ score }) => score > named[0]!.score - 0.05);
    const largest = [...top].sort((a, b) => compare(b.one.value, a.one.value))[0];
    const best = top.find(({ one }) => gives(part, one, rate)) ?? (/总/.test(base!) ? largest : top[0]);
    if (best !== undefined) pairs.push({ part, whole: best.one, sure: true, named: best.score >= kNamed });
  }
  // “；其中满意的 2730 份，满意度 96%”: of the count before the semicolon
  const [only] = close;
  if (
    pairs.length === 0 &&
    only !== undefined &&
    close.length === 1 &&
    words === "" &&
    (/其中/.test(between(reading, only)) || isNamedAfter(reading, clause, only))
  ) {
    const larger = own.filter(
      (one) => one !== only && sameUnit(one.unit, only.unit) && compare(one.value, only.value) >= 0,
    );
    const right = larger.find((one) => gives(only, one, rate));
    const whole = right ?? larger[0];
    if (whole !== undefined) pairs.push({ part: only, whole, sure: true });
  }
  // “计划 2400 人，按 50.5% 的比例分配，共分配 1212 人”
  const next = reading.figures[rate.index + 1];
  if (/按$/.test(clause) && next !== undefined && next.sentence === rate.sentence && sameUnit(next.unit, part.unit))
    return [{ part: next, whole: part, sure: true }];
  if (pairs.length === 0 && /学生$|在校生$/.test(words) && part.unit.id === "人")
    pairs.push(
      ...pupilsOf(reading).map((whole) => ({
        part,
        whole,
        sure: reading.subject(part).stage === "" && whole !== part,
      })),
    );
  const two = close.filter((one) => sameCount(one.unit, part.unit));
  // the count of a rate stands in the clause before it at the farthest
  const clauses = reading.text.slice(part.end, rate.start).split(/[，,](?!\d)/).length - 1;
  const moves = /[由从](?:(?:19|20)\d{2}年的?)?$/.test(clause);
  if (pairs.length === 0 && two.length >= 2 && clauses <= 1 && !moves) {
    const whole = [...two].sort((a, b) => compare(b.value, a.value))[0]!;
    const last = two[0] === whole ? two[1]! : two[0]!;
    // “公办 48 所、民办 7 所，公办占比”: of both together
    const ofWhole = isShareOfOne(reading, clause, whole) && !isShareOfOne(reading, clause, last);
    pairs.push({
      part: last,
      whole,
      sure: words === "" && !ofWhole && (two.length === 2 || isOfLast(reading, two, rate, clause)),
    });
  }
  const told2 = pairs.length === 0 && words === "" ? sameBase(reading, rate, part) : null;
  if (told2 !== null) return [told2];
  for (const one of close)
    for (const other of [...own, ...earlier])
      if (one !== other && sameUnit(one.unit, other.unit) && compare(one.value, other.value) <= 0)
        pairs.push({ part: one, whole: other, sure: false });
  return pairs;
}

/** “占学生总数的 48%；乡镇学校……24556 人，占 52%”: of what the share before it was of. */
function sameBase(reading: Reading, rate: Figure, part: Figure): Pair | null {
  const clause = clauseBefore(reading, rate);
  const name = /^(?:[^，,；;。\d]{2,8}率)[为达到]*$/.test(clause) ? clause : "";
  if (name === "" && !/(?:占|占比)[为达约]?$/.test(clause)) return null;
  const earlier = reading
    .of(rate.sentence)
    .filter((one) => one.unit.kind === "percent" && one.start < rate.start)
    .filter((one) => (name === "" ? /占/.test(clauseBefore(reading, one)) : clauseBefore(reading, one) === name))
    .at(-1);
  if (earlier === undefined) return null;
  const pair = pairsFor(reading, earlier).find((one) => gives(one.part, one.whole, earlier));
  if (pair === undefined || !sameUnit(pair.part.unit, part.unit) || compare(part.value, pair.whole.value) > 0)
    return null;
  const stages = [part, pair.part].map((one) => reading.subject(one).stage);
  if (stages[0] !== stages[1] && stages.includes("primary")) return null;
  // “随迁子女……人，占学生的 18%，公办就读……人，占 95%”: of the part before it
  if (gives(part, pair.part, rate)) return { part, whole: pair.part, sure: true };
  return pair.part === part || pair.whole === part ? null : { part, whole: pair.whole, sure: true };
}

/** Who should or may is not who did. */
const kMayOnly = /应|计划|符合/;

const said = (reading: Reading, words: string, figure: Figure): number => {
  const { words: own, after } = reading.subject(figure);
  const other = kMayOnly.test(own) && !kMayOnly.test(words) ? 0.3 : 0;
  return -other + Math.max(saidIn(words, own + trimmed(after)), own.length >= 3 ? saidIn(own, words) : 0);
};
