// SPDX-License-Identifier: MIT
//
// The numbers of a text with their units, by one grammar of how offices write them: 4.35万人, 1,234, 百分之九十五, 十五项,
// 叁佰万元, 1:13.5, 2 个百分点. Days, years and numbers of documents are no figures. What a number is of: subjects.ts.

import { type Exact, type Range, around, exactOf, fraction, times } from "./exact.ts";
import { chineseNumber } from "./chinese_number.ts";
import { type Unit, type UnitKind, unitAt } from "./units.ts";
import { type ReportText, type Sentence } from "./text.ts";

/** What a number is said to be: itself, or an end of what is allowed or claimed (“不低于”, “以上”). */
export type Bound = "least" | "most" | "above" | "below" | null;

export interface Figure {
  /** In the order of the text, from 0. */
  readonly index: number;
  /** In its own unit without 万: 4.35万人 is 43500. */
  readonly value: Exact;
  /** What the printed digits may stand for. */
  readonly range: Range;
  /** One step of the last printed digit. */
  readonly step: Exact;
  readonly decimals: number;
  readonly unit: Unit;
  /** As printed, with its unit. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 万 = 4, 亿 = 8. */
  readonly shift: number;
  readonly bound: Bound;
  /** 约, 余, 近: no number that could be contradicted. */
  readonly vague: boolean;
  /** In Chinese numerals. */
  readonly inWords: boolean;
  readonly sentence: Sentence;
}

/** 1.39 人 of a hundred, 7.8 平方米 of one: a mean, which adds to nothing. */
export const isMean = ({ unit, decimals, shift, value }: Figure): boolean =>
  shift === 0 && ((unit.counted && decimals > 0) || (unit.id === "㎡" && decimals > 0 && value.n < 100n * value.d));

const kSkipped = new RegExp(
  [
    "\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?",
    "\\d{1,2}月\\d{1,2}日",
    "(?:19|20)\\d{2} ?[-—–~至到] ?(?:(?:19|20)\\d{2}|\\d{2})(?:学年度?|年度?|年)?",
    "(?:19|20)\\d{2}(?:学年度?|年度|年秋季?|年春季?|年底|年末|年初|年)(?:[-—–~至到])?",
    "[〔\\[﹝（(【](?:19|20)\\d{2}[〕\\]﹞）)】] ?\\d*号?",
    "(?<!\\d)(?:19|20)\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}",
    "第\\d+",
    "\\d+号",
    "\\d{1,2}月",
    "\\d+(?:\\+\\d+)+",
    "“[^”]{0,6}\\d[^”]{0,6}”",
    "[A-Za-z]+\\d+",
    "\\d+[A-Za-z]+(?!²)(?<!m2)",
  ].join("|"),
  "g",
);

const kNumber = /(?<![\d.])([-−])?(\d{1,3}(?:[,，]\d{3})+(?![\d])|\d+)(\.\d+)?/g;
const kScale = /^(万亿|亿|万|千|百)?(余|多)?/;
const kShift: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8, 万亿: 12 };

const kLeast = /(?:(?:大于|高于)(?:或者?)?等于|不低于|不少于|不小于|不得低于|不得少于|至少|≥|>=)$/;
const kMost = /(?:(?:小于|低于)(?:或者?)?等于|不超过|不高于|不多于|不大于|不得超过|控制在|最多|≤|<=)$/;
const kAbove = /(?:超过|高于|大于|多于|超出|突破|>)$/;
/** “运动场地不足 8 所” are eight. */
const kBelow = /(?:低于|小于|少于|(?<![室地师备源额量房馆积制员])不足|不到|<)$/;
const kVague = /(?:约|近|大约|将近|约为|接近)$/;

/** “12 亿元多，”, and not “9.94 亿元多安排”. */
const kVagueAfter = /^(?:左右|余|多(?:[，,。；;、）)的]|$))/;

/** What stands before a number says it may be the end of an allowed span. */
function boundOf(before: string, after: string): Bound {
  if (kLeast.test(before)) return "least";
  if (kMost.test(before)) return "most";
  if (kAbove.test(before)) return "above";
  if (kBelow.test(before)) return "below";
  // 不低于交流轮岗教师总数的 20%
  const far = /(不低于|不少于|不小于|不超过|不高于|不多于|不大于)[^，,；;。：:\d]{1,24}$/.exec(before)?.[1];
  if (far !== undefined) return /低|少|小/.test(far) ? "least" : "most";
  if (/^(?:及以上|以上|或以上)/.test(after) || (/达到$/.test(before) && /^的(?:学校|小学|初中|班级)/.test(after)))
    return "least";
  if (/^(?:及以下|以下|以内)/.test(after)) return "most";
  return null;
}

const kSpan = "(?:[-—–~～]|至|到)";
const kSpanBehind = new RegExp(`^ ?${kSpan} ?\\d`);
const kSpanBefore = new RegExp(`(?<![\\d.年月][\\d.]*)(?<!\\d)[\\d.]+ ?${kSpan} ?$`);

/** “46 至 55 人”: both are ends of what is counted. “由 46 至 55 人” is none. */
function spanOf(text: string, { start, end }: Found, unit: Unit): Bound {
  if (unit.kind === "none")
    return kSpanBehind.test(text.slice(end)) && !/[由从]$/.test(text.slice(0, start)) ? "least" : null;
  const before = kSpanBefore.exec(text.slice(Math.max(0, start - 12), start))?.[0];
  return before !== undefined && unit.kind === "count" && !/[由从]$/.test(text.slice(0, start - before.length))
    ? "most"
    : null;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: Exact;
  readonly decimals: number;
  readonly shift: number;
  readonly vague: boolean;
  readonly inWords: boolean;
  /** 百分之…, 六成五: what a per cent sign would say. */
  readonly percent: boolean;
}

const kCounted: readonly UnitKind[] = ["count", "money", "area", "points"];

/** 六成五 is 65%, and 六成 anything that rounds to it. */
const kTenths = /([一二三四五六七八九]|(?<![\d.])\d)成([一二三四五六七八九半])?(?![员立本功就长果为品绩效熟])/g;

function inTenths(text: string, taken: (at: number) => boolean): Found[] {
  return [...text.matchAll(kTenths)].flatMap((match) => {
    if (taken(match.index)) return [];
    const [all, tens = "", one] = match;
    const value = chineseNumber(`${tens}${one === undefined ? "" : `点${one === "半" ? "五" : one}`}`) ?? exactOf(tens);
    return [
      {
        start: match.index,
        end: match.index + all.length,
        value: times(value, fraction(10n, 1n)),
        decimals: 0,
        shift: one === undefined ? 1 : 0,
        vague: false,
        inWords: true,
        percent: true,
      },
    ];
  });
}

function inDigits(text: string, taken: (at: number) => boolean): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(kNumber)) {
    const [all, sign, whole = "", part = ""] = match;
    if (taken(match.index + (sign?.length ?? 0))) continue;
    // 2018-2020, 25-30%: a dash between numbers is no sign
    const signed = sign !== undefined && !/[\d%年月人]$/.test(text.slice(0, match.index));
    const start = match.index + (sign !== undefined && !signed ? 1 : 0);
    const end = match.index + all.length;
    const [scale = "", power = "", more = ""] = kScale.exec(text.slice(end)) ?? [];
    const shift = kShift[power] ?? 0;
    const digits = exactOf(`${signed ? "-" : ""}${whole.replace(/[,，]/g, "")}${part}`);
    found.push({
      start,
      end: end + scale.length,
      value: times(digits, fraction(10n ** BigInt(shift), 1n)),
      decimals: Math.max(0, part.length - 1),
      shift,
      vague: more !== "",
      inWords: false,
      percent: false,
    });
  }
  return found;
}

function inWords(text: string, taken: (at: number) => boolean): Found[] {
  const found: Found[] = [];
  const pattern =
    /百分之([零〇一二三四五六七八九十百点两\d.]+)|(?<![第十百千万零〇一二三四五六七八九两])([零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]+)/g;
  for (const match of text.matchAll(pattern)) {
    if (taken(match.index)) continue;
    const words = match[1] ?? match[2] ?? "";
    const end = match.index + match[0].length;
    const percent = match[1] !== undefined;
    const unit = percent ? null : unitAt(text, end);
    // 一是, 三个增长, 四统一: words are numbers only where a thing is counted, and one of a kind counts nothing
    if (!percent && (unit === null || !kCounted.includes(unit.unit.kind))) continue;
    if (words.length === 1 && unit?.unit.id === "个") continue;
    if (/^[百千万亿]$/.test(words)) continue; // 每百名学生
    const value = /^[\d.]+$/.test(words) ? exactOf(words) : chineseNumber(words);
    if (value === null) continue;
    const point = words.search(/[点.]/);
    found.push({
      start: match.index,
      end,
      value,
      decimals: point < 0 ? 0 : words.length - point - 1,
      shift: 0,
      vague: false,
      inWords: !percent || !/\d/.test(words),
      percent,
    });
  }
  return found;
}

const kPercent: Unit = { id: "%", kind: "percent", counted: false };

/** More in one sentence is no sentence, and what looks at pairs must end. */
const kMostOfSentence = 120;

export function figuresOf(report: ReportText): Figure[] {
  const figures: Figure[] = [];
  for (const sentence of report.sentences) {
    const { text } = sentence;
    const spans = [...text.matchAll(kSkipped)].map((one) => [one.index, one.index + one[0].length] as const);
    const taken = (at: number): boolean => spans.some(([from, to]) => at >= from && at < to);
    const tenths = inTenths(text, taken);
    const all = [...inDigits(text, taken), ...inWords(text, taken)]
      .filter((one) => !tenths.some(({ start, end }) => one.start < end && one.end > start))
      .concat(tenths)
      .sort((a, b) => a.start - b.start)
      .slice(0, kMostOfSentence);
    for (const one of all) {
      const found = one.percent ? { unit: kPercent, length: 0 } : unitAt(text, one.end);
      const unit = found?.unit ?? { id: "", kind: "none" as const, counted: false };
      const length = found?.length ?? 0;
      const before = text.slice(Math.max(0, one.start - 28), one.start);
      const after = text.slice(one.end + length, one.end + length + 6);
      const step = fraction(10n ** BigInt(one.shift), 10n ** BigInt(one.decimals));
      const own = times(one.value, fraction(10n ** BigInt(unit.shift ?? 0), 1n));
      const ownStep = times(step, fraction(10n ** BigInt(unit.shift ?? 0), 1n));
      const counts = unit.counted && one.decimals === 0 && one.shift === 0;
      figures.push({
        index: figures.length,
        value: own,
        range: counts ? { from: own, to: own } : around(own, times(ownStep, fraction(1n, 2n))),
        step: ownStep,
        decimals: one.decimals,
        unit,
        text: text.slice(one.start, one.end + length),
        start: sentence.start + one.start,
        end: sentence.start + one.end + length,
        shift: one.shift + (unit.shift ?? 0),
        bound: spanOf(text, one, unit) ?? boundOf(before, after),
        vague: one.vague || kVague.test(before) || kVagueAfter.test(after),
        inWords: one.inWords,
        sentence,
      });
    }
  }
  return figures;
}
