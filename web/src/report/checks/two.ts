// SPDX-License-Identifier: MIT
//
// Two figures for one thing. A thing is its words without what only introduces them, with its unit, stage and year; where a
// year or a part is named with one of the two, nothing is said.

import { compare, kZero, meet, near, plainText, subtract, over } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isTurned, printedDigits } from "../slip.ts";
import { type Subject, alike, kHalfSaid, saidIn, trimmed } from "../subjects.ts";
import { clauseBefore, isGrowth } from "./clause.ts";

/** One thing under two names; the left is what is compared. */
const kNames: readonly (readonly [RegExp, string])[] = [
  [/^(?:目前|现有|现)/, ""],
  [/(?:特殊教育|特教|残疾儿童少年|残疾儿童|“?三残”?儿童(?:少年)?)(?:学生)?(?:入学)?$/, "残疾学生"],
  [/^适龄/, ""],
  [/在校(?:学)?生/, "学生"],
  [/^(?:义务教育|中小学)(?:阶段)?(?:学校)?(?=.{2})/, ""],
  [/^(?:公办)?(?:在编)?(?=专任教师)/, ""],
  [/交流轮岗(?=教师)|轮岗交流(?=教师)/, "交流"],
  [/^(?:实际|共有|拥有)/, ""],
  [/(?:总数|总人数|人数|数)$/, ""],
  [/[（(].*?[）)]/g, ""],
];

const kStageWords = /^(?:小学|初中)(?:阶段)?/;
const kLongestThing = 24;
/** Too little to be one thing. */
const kGeneral =
  /^(?:|人|学生|教师|学校|小学|初中|其中|新增|达标|资金|学位|班|项目|面积|课题|占|比例|指标|活动|级|奖|教室|中学|等|参加|分别|任务|完成|投入|增加|新建|改造|每年|建设|项|累计|交流|男|女|标准|个|.)$/;
const kPart =
  /新增|增加|减少|新建|改扩建|其中|调入|引进|招聘|转入|转出|计划|规划|拟|应|缺|不足|需|比|平均|每|超过|高于|低于|力争|将/;

interface Thing {
  readonly key: string;
  readonly figure: Figure;
  readonly year: string;
}

function yearAt(reading: Reading, figure: Figure): string {
  const before = reading.text.slice(figure.sentence.start, figure.start);
  const years = before.match(/(?:19|20)\d{2}(?=年|学年|[-—至])/g);
  return years?.at(-1) ?? "";
}

function thingOf(reading: Reading, figure: Figure): Thing | null {
  if (
    figure.bound !== null ||
    figure.vague ||
    figure.unit.kind === "none" ||
    figure.unit.kind === "time" ||
    compare(figure.value, kZero) === 0
  )
    return null;
  if (figure.unit.kind === "points" || reading.listOf(figure) !== undefined) return null;
  const clause = clauseBefore(reading, figure);
  const { words, before, stage, borrowed } = reading.subject(figure);
  // “学校 9 所 1.85 亿元、设备……”: what stands behind it is another thing
  if (borrowed || reading.figures[figure.index - 1]?.end === figure.start) return null;
  if (isGrowth(clause) || (kPart.test(before) && figure.unit.kind !== "percent") || /占/.test(clause)) return null;
  // of a percentage what it is a rate of must be said
  if (
    figure.unit.kind === "percent" &&
    !/(?:率|比例|比重|度)$/.test(before.replace(/(?:分别|均|达到|达|为|是|约)+$/, ""))
  )
    return null;
  let key = trimmed(words);
  for (const [pattern, name] of kNames) key = key.replace(pattern, name);
  key = trimmed(key)
    .replace(kStageWords, "")
    .replace(/[的、，]/g, "");
  if (kGeneral.test(key) || /奖/.test(key) || key.length > kLongestThing) return null;
  if (key.length < (figure.unit.kind === "percent" ? 5 : 3)) return null;
  return { key: `${key} ${figure.unit.id} ${stage}`, figure, year: yearAt(reading, figure) };
}

export function checkTwo(reading: Reading): Finding[] {
  const things = new Map<string, Thing[]>();
  for (const figure of reading.figures) {
    if (reading.paragraphs[figure.sentence.paragraph - 1]?.cells) continue;
    const thing = thingOf(reading, figure);
    if (thing !== null) things.set(thing.key, [...(things.get(thing.key) ?? []), thing]);
  }
  const findings: Finding[] = [];
  for (const [key, own] of things) {
    const [first, ...rest] = own;
    if (first === undefined || rest.length === 0) continue;
    let agreed = false;
    for (const other of rest) {
      if (
        other.figure.sentence === first.figure.sentence &&
        /;|；/.test(reading.text.slice(first.figure.end, other.figure.start))
      )
        continue;
      // “370 所学校中仍有 45 所”: the words stand between the two
      if (other.figure.index === first.figure.index + 1 && trimmed(reading.subject(first.figure).before) === "")
        continue;
      if (first.year !== "" && other.year !== "" && first.year !== other.year) continue;
      const right = meet(first.figure.range, other.figure.range);
      if ((right && agreed) || !isNear(first.figure, other.figure)) continue;
      agreed = agreed || right;
      findings.push(told(key.split(" ")[0] ?? "", first.figure, other.figure, right));
    }
  }
  return [
    ...findings,
    ...nouns(reading, findings),
    ...turned(reading, findings),
    ...stagesOf(reading),
    ...ratesOf(reading),
    ...basesOf(reading),
  ];
}

const isPower = (ratio: number): boolean =>
  [1e4, 1e-4, 1e8, 1e-8, 1e3, 1e-3].some((one) => Math.abs(ratio / one - 1) < 1e-3);
const kFarThing = 1.12;

/** What is farther apart, and not by a unit, is of two things that are called alike. */
function isNear(first: Figure, other: Figure): boolean {
  const ratio = near(over(other.value, first.value));
  return (
    (ratio < kFarThing && ratio * kFarThing > 1) ||
    isPower(ratio) ||
    isTurned(printedDigits(first), printedDigits(other))
  );
}

function told(name: string, first: Figure, other: Figure, right: boolean): Finding {
  const ratio = compare(first.value, kZero) === 0 ? 0 : near(over(other.value, first.value));
  const power = isPower(ratio);
  const code = right ? "same_agrees" : power ? "same_power" : "same_differs";
  return found(power && !right ? "unit" : "two", right ? "agree" : "differ", code, other, {
    arithmetic: right
      ? `${first.text} = ${other.text}`
      : `${other.text} − ${first.text} = ${plainText(subtract(other.value, first.value))}`,
    others: [first],
    args: { thing: name, first: first.text, other: other.text },
  });
}

/** What a thing is called where its number stands before it, and where it stands behind: “教学点 41 个”, “全县 41 个教学点”. */
const kOfAll = /(?:全[区县市]|我[区县市])(?:共有?|现有|的)?$/;
/** Of some of them: “全县 72 所学校完成改造”. */
const kSome = /(?:达|完成|通过|建成|实现|获|被|已|接受|参与|实施|开展|配备|成为|新)/;

const clauseBehind = (reading: Reading, figure: Figure): string =>
  reading.text.slice(figure.end, figure.sentence.end).split(/[，,；;。：:]/)[0] ?? "";

function nouns(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = new Set(said.map((one) => one.place.start));
  const first = new Map<string, Figure>();
  return reading.figures.flatMap((figure) => {
    if (!figure.unit.counted || figure.bound !== null || figure.vague || figure.decimals > 0) return [];
    if (reading.paragraphs[figure.sentence.paragraph - 1]?.cells) return [];
    const { before, after } = reading.subject(figure);
    const ofAll = kOfAll.test(reading.text.slice(Math.max(figure.sentence.start, figure.start - 8), figure.start));
    const name = trimmed(before.split(/[、和及与]/).at(-1) ?? "");
    const key = (noun: string): string => `${figure.unit.id} ${noun}`;
    const behind = [...after]
      .map((_, at) => after.slice(0, at + 1))
      .filter((noun) => first.has(key(noun)))
      .at(-1);
    if (ofAll && behind !== undefined) {
      const other = first.get(key(behind))!;
      const gap = Math.abs(near(figure.value) / near(other.value) - 1);
      const turn = isTurned(printedDigits(other), printedDigits(figure));
      const near1 = gap <= kSlip && !kSome.test(clauseBehind(reading, figure));
      if (gap === 0 || !(turn || near1) || known.has(figure.start)) return [];
      return [told(behind, other, figure, false)];
    }
    if (
      name.length >= 2 &&
      !isGrowth(clauseBefore(reading, figure)) &&
      !/中/.test(before.slice(-3)) &&
      !kPart.test(before) &&
      !first.has(key(name)) &&
      compare(figure.value, kZero) > 0
    )
      first.set(key(name), figure);
    return [];
  });
}

/** One percentage with two bases: “占在校生 28%” and later “占新生总人数的 28%”. */
function basesOf(reading: Reading): Finding[] {
  const shares = reading.figures.flatMap((figure) => {
    if (figure.unit.kind !== "percent") return [];
    const clause = clauseBefore(reading, figure);
    const match = /(?:([^占]*))占([^占]{3,})$/.exec(clause);
    if (match === null) return [];
    const base = trimmed((match[2] ?? "").replace(/(?:的)?(?:比例|比重|总数|总人数)?(?:为|达|到)*$/, ""));
    const part = trimmed(match[1] ?? "") || reading.text.slice(figure.sentence.start, figure.start);
    return base.length >= 2 ? [{ figure, base, part }] : [];
  });
  const findings: Finding[] = [];
  for (const [at, one] of shares.entries())
    for (const other of shares.slice(at + 1)) {
      if (other.figure.sentence === one.figure.sentence || compare(one.figure.value, other.figure.value) !== 0)
        continue;
      if (saidIn(one.base, other.base) >= 0.6 || saidIn(other.base, one.base) >= 0.6) continue;
      if (common(one.part, other.part).length < 4) continue;
      findings.push(
        found("two", "undecided", "two_bases", other.figure, {
          others: [one.figure],
          args: { printed: other.figure.text, first: one.base, other: other.base },
        }),
      );
    }
  return [...findings, ...basesInOne(reading)];
}

/** The longest run of characters that both have, without words that every report has. */
function common(a: string, b: string): string {
  const plain = (text: string): string =>
    text.replace(/义务教育(?:阶段)?|符合条件的?|全[区县市]|学生人?数?|教师人?数?|(?:19|20)\d{2}年?/g, "·");
  const [one, other] = [plain(a).slice(-200), plain(b).slice(-200)];
  let best = "";
  for (let from = 0; from < one.length; from += 1)
    for (let to = from + best.length + 1; to <= one.length; to += 1) {
      const run = one.slice(from, to);
      if (/[·，,；;。\d]/.test(run) || !other.includes(run)) break;
      best = run;
    }
  return best;
}

/** “占基本工资总额的比例……均高于教职工工资总额的 2.5%”: one base with two names in one breath. */
function basesInOne(reading: Reading): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    const first = /占([^占，,；;。]{3,20}?)(?:的)?比例/.exec(sentence.text);
    const other = /(?:高于|不低于|超过)([^，,；;。\d]{3,20}?)的(?=\d)/.exec(sentence.text);
    if (first === null || other === null || first.index > other.index) return [];
    const [a, b] = [trimmed(first[1] ?? ""), trimmed(other[1] ?? "")];
    if (a === b || a.slice(-2) !== b.slice(-2) || saidIn(a, b) >= 1 || saidIn(a, b) < 0.2) return [];
    const at = { sentence, from: other.index, to: other.index + other[0].length };
    return [found("two", "undecided", "base_names", at, { args: { first: a, other: b } })];
  });
}

/** “校方责任保险达标率 100%，投保率达到 97%”: all of it has what is needed, and less than all of it has it. */
function ratesOf(reading: Reading): Finding[] {
  return reading.figures.flatMap((all) => {
    const less = reading.figures[all.index + 1];
    const thing = /([^，,；;。：:\d]{2,12})达标率[为达到]*$/.exec(clauseBefore(reading, all))?.[1];
    if (less?.sentence !== all.sentence || thing === undefined || all.unit.kind !== "percent") return [];
    const bare = /^[，,](?:(?:19|20)\d{2}年)?[^，,；;。\d达标]{2}率[为达到]*$/.test(
      reading.text.slice(all.end, less.start),
    );
    if (!bare || less.unit.kind !== "percent" || compare(all.value, { n: 100n, d: 1n }) !== 0) return [];
    if (compare(less.value, all.value) >= 0) return [];
    const args = { thing, first: all.text, other: less.text };
    return [found("two", "undecided", "same_differs", less, { others: [all], args })];
  });
}

/** “小学 41 所，初中 19 所” and later “小学 41 所、初中 21 所”: one of the two as before, the other not. */
function stagesOf(reading: Reading): Finding[] {
  const pairs = reading.figures.flatMap((middle) => {
    const primary = reading.figures[middle.index - 1];
    if (primary?.sentence !== middle.sentence || middle.unit.id !== "所" || primary.unit.id !== "所") return [];
    const bare = ([primary, middle] as const).map((one) =>
      trimmed(reading.subject(one).before.replace(/^.*[（(]/, "")),
    );
    return bare[0] === "小学" && bare[1] === "初中" ? [[primary, middle] as const] : [];
  });
  const [first, ...rest] = pairs;
  if (first === undefined) return [];
  return rest.flatMap((pair) => {
    const differ = [0, 1].filter((at) => compare(first[at]!.value, pair[at]!.value) !== 0);
    const [at] = differ;
    return differ.length === 1 ? [told(at === 0 ? "小学" : "初中", first[at!]!, pair[at!]!, false)] : [];
  });
}

const kDigitsOfSlip = 4;
/** So near it is meant as the same number. */
const kSlip = 0.1;

/** 3268 and 3286 of what is called alike: two digits changed places. */
function turned(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = new Set(said.map((one) => one.place.start));
  const counts = reading.figures.filter(
    (one) =>
      one.unit.counted &&
      one.bound === null &&
      !one.vague &&
      !reading.paragraphs[one.sentence.paragraph - 1]?.cells &&
      printedDigits(one).length >= kDigitsOfSlip - (one.shift && 1),
  );
  const bySum = new Map<string, Figure[]>();
  const findings: Finding[] = [];
  for (const figure of counts) {
    const digits = printedDigits(figure);
    const key = `${figure.unit.id} ${figure.shift} ${[...digits].sort().join("")}`;
    const earlier = bySum.get(key) ?? [];
    const other = earlier.find((one) => isTurned(printedDigits(one), digits) && calledAlike(reading, one, figure));
    if (other !== undefined && !known.has(figure.start))
      findings.push(
        found("two", "differ", "digits_turned", figure, {
          arithmetic: `${other.text} ≠ ${figure.text}`,
          others: [other],
          args: { first: other.text, other: figure.text },
        }),
      );
    bySum.set(key, [...earlier, figure]);
  }
  return findings;
}

function calledAlike(reading: Reading, a: Figure, b: Figure): boolean {
  const [one, other] = [a, b].map((figure) => {
    const subject = reading.subject(figure);
    return { ...subject, words: subject.words.replace(/在校(?:学)?生/, "学生") };
  }) as [Subject, Subject];
  const ends = (a: Subject, { words, after }: Subject): boolean =>
    a.words.length >= 2 && (words + after.slice(0, 4)).includes(a.words.slice(-2));
  return ends(one, other) || ends(other, one) || alike(one.words, other.words) >= kHalfSaid;
}
