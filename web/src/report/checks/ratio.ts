// SPDX-License-Identifier: MIT
//
// Counts with their ratios: “598 名中交流 174 名，占 29%”. What a percentage is of is said by words (“占…的”), or the two
// counts stand before it. Where both are known and do not give it, that is said; where they cannot be told, too.

import {
  type Exact,
  type Range,
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
import { type Reading, found, pupilsOf } from "../reading.ts";
import { saidIn, trimmed } from "../subjects.ts";
import { sameUnit } from "../units.ts";

const kHundred: Exact = { n: 100n, d: 1n };
/** Points of per cent. */
const kFarPoints = 1;
const kGrowth =
  /增长|增支|增收|减支|增加|增幅|净增|提高|提升|上升|升[至到]|递增|下[降滑]|回落|减少|降低|降幅|降[至到]|收窄|缩小|增速|增至|翻/;
const kRate = /率|度|占|比例|比重|占比|百分比|达标|覆盖/;
/** “占全体教师总数的比例为”, with what it is a share of. */
export const kShareOf =
  /占(?:到|了|全[区县市])?([^占，,；;。]{2,40}?)(?:总数|总量|总额)?(?:的)?(?:比例|比重|百分比|比)?(?:分别)?(?:为|达到?|达|是|约|均)?$/;

export const isGrowth = (before: string): boolean => kGrowth.test(before.replace(/提高率|高于规定/g, ""));

/** What `a` of `b` is in per cent; null where b may be zero. */
function share(a: Figure, b: Figure): Range | null {
  const range = divideRanges(a.range, b.range);
  return range === null ? null : scaleRange(range, kHundred);
}

export const gives = (a: Figure, b: Figure, rate: Figure): boolean => {
  // 4617 of 4620 are not 100 %, however it is rounded
  if (compare(rate.value, kHundred) === 0 && compare(a.value, b.value) < 0) return false;
  const range = share(a, b);
  return range !== null && meet(range, rate.range);
};

export function division(a: Figure, b: Figure, decimals: number): string {
  const value = times(over(a.value, b.value), kHundred);
  return `${a.text} ÷ ${b.text} = ${textOf(value, Math.max(decimals + 1, 2))}%`;
}

export function isCount(figure: Figure): boolean {
  return (
    figure.bound === null &&
    (figure.unit.kind === "count" || figure.unit.kind === "money" || figure.unit.kind === "area") &&
    compare(figure.value, kZero) > 0
  );
}

/** All of them, and not those of a kind: 家庭经济困难学生. */
const kAllPupils = /^(?:义务教育(?:阶段)?|中小学|在校|全体|全部)*(?:学生|生)(?:总?人?数)?$/;

/** So much of the words must be said for nothing else to be meant. */
const kNamed = 0.95;

interface Pair {
  readonly part: Figure;
  readonly whole: Figure;
  /** Said by words, or the only two there are; else a guess that may confirm and never contradicts. */
  readonly sure: boolean;
  /** What it is a share of is called so. */
  readonly named?: boolean;
}

/** The counts that stand with a percentage: of its sentence before it, in brackets behind it, of the sentence before. */
function countsWith(reading: Reading, rate: Figure): { own: Figure[]; earlier: Figure[]; behind: Figure[] } {
  const own: Figure[] = [];
  const earlier: Figure[] = [];
  for (const figure of reading.before(rate, 1)) {
    if (!isCount(figure) || isEarlier(reading, figure) || isLack(reading, figure, rate)) continue;
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

/** “9.72 亿元，比 2022 年的 9.27 亿元增长 4.9%，占……”: what it was is no whole of it. */
export const isEarlier = (reading: Reading, figure: Figure): boolean =>
  /[比较](?:上一?年|去年|同期|前一年|上年度|(?:19|20)\d{2}年)[^，,；;。]{0,6}$/.test(clauseBefore(reading, figure));

/** “核定 4050 名，实有 4012 名，空编 38 名，使用率 99.1%”: what is lacking is a part where its own rate is said, 空编率. */
function isLack(reading: Reading, figure: Figure, rate: Figure): boolean {
  const word = /([空缺超剩余欠])[编缺额口余员]*(?:为|了)?$/.exec(clauseBefore(reading, figure))?.[1];
  return word !== undefined && /率/.test(clauseBefore(reading, rate)) && !clauseBefore(reading, rate).includes(word);
}

/** What stands between a number and the one before it. */
function between(reading: Reading, figure: Figure): string {
  const before = reading.figures[figure.index - 1];
  return reading.text.slice(Math.max(figure.sentence.start, before?.end ?? 0), figure.start);
}

/** “毕业 7912 人，报考 7405 人，录取 5628 人，录取率”: each less than the one before, and none gives the rate. */
function isOfLast(reading: Reading, nearestFirst: readonly Figure[], rate: Figure, clause: string): boolean {
  const [last, ...larger] = nearestFirst;
  if (last === undefined || !/[率度]/.test(clause) || /巩固率/.test(clause) || reading.listOf(last) !== undefined)
    return false;
  // parts of a whole beside each other are no steps
  if (/其中|、/.test(reading.text.slice(nearestFirst.at(-1)!.end, rate.start))) return false;
  const falls = nearestFirst.every((one, at) => at === 0 || compare(one.value, nearestFirst[at - 1]!.value) > 0);
  return falls && !larger.some((one) => gives(last, one, rate));
}

/** Within a clause group: a semicolon begins another thing. */
function sinceBreak(reading: Reading, rate: Figure, own: readonly Figure[]): Figure[] {
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

/** “比例达到六成五，即 3900 个名额中分配了 2340 个”: both stand behind. */
function of(reading: Reading, rate: Figure): Pair | null {
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

/** How much it rose, not what it is. */
export function isStep(reading: Reading, figure: Figure): boolean {
  const clause = clauseBefore(reading, figure);
  return isGrowth(clause) && !/(?:到|至|为|达)(?:[^，,；;。\d]|(?:19|20)\d{2}年)*$/.test(clause);
}

/** “满意 2254 份，满意率 92%” */
function isNamedAfter(reading: Reading, clause: string, part: Figure): boolean {
  const rate = /^(\S{2,4})[率度][为达到]*$/.exec(trimmed(clause))?.[1];
  return rate !== undefined && reading.subject(part).words.includes(rate);
}

/** “公办学校占比” beside 公办义务教育学校. */
function isShareOfOne(reading: Reading, clause: string, part: Figure): boolean {
  const rate = trimmed(clause).replace(/(?:占比|比例|比重)[为达到]*$/, "");
  return rate.length >= 2 && rate !== trimmed(clause) && reading.subject(part).words.includes(rate.slice(0, 2));
}

function pairsFor(reading: Reading, rate: Figure): Pair[] {
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
  const told = of(reading, rate);
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
  const two = close.filter((one) => sameUnit(one.unit, part.unit));
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
  if (!/(?:占|占比)[为达约]?$/.test(clauseBefore(reading, rate))) return null;
  const earlier = reading
    .of(rate.sentence)
    .filter((one) => one.unit.kind === "percent" && one.start < rate.start && /占/.test(clauseBefore(reading, one)))
    .at(-1);
  if (earlier === undefined) return null;
  const pair = pairsFor(reading, earlier).find((one) => gives(one.part, one.whole, earlier));
  if (pair === undefined || !sameUnit(pair.part.unit, part.unit) || compare(part.value, pair.whole.value) > 0)
    return null;
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

/** The clause a number stands in, with the numbers in it. */
export function clauseBefore(reading: Reading, figure: Figure): string {
  const text = reading.text.slice(figure.sentence.start, figure.start);
  const parts = text.split(/[，,；;。：:](?!\d)/);
  // “年增长率：5.4%”: what stands before a colon is what it is
  return parts.at(-1) || (/[：:]$/.test(text) ? (parts.at(-2) ?? "") : "");
}

/** “平均班额：小学 42.0 人，初中 46.2 人”: a stage alone is of what was said before the stages. */
export function clauseWithHead(reading: Reading, figure: Figure): string {
  const clause = clauseBefore(reading, figure);
  if (!/^(?:小学|初中)(?:阶段|学段)?[为达是]?$/.test(clause)) return clause;
  const before = reading.text.slice(figure.sentence.start, figure.start - clause.length).split(/[，,；;。：:、（(]/);
  const head = before.reverse().find((part) => part !== "" && !/^(?:小学|初中).*\d/.test(part)) ?? "";
  return /\d/.test(head) ? clause : head + clause;
}

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
      of(reading, rate) === null &&
      !/^[（(]/.test(reading.text.slice(rate.end))
    )
      continue;
    const one = ratioOf(reading, rate);
    if (one !== null) findings.push(one);
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
