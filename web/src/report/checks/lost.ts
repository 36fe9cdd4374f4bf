// SPDX-License-Identifier: MIT
//
// What copying took away: separators between numbers, characters, halves of brackets, the unit of a number, a number of a
// list of sections. Nothing is guessed: it is shown where something seems to be missing.

import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import type { Sentence } from "../text.ts";
import { near } from "../exact.ts";
import { ordinal } from "./all_met.ts";
import { clauseBefore, isGrowth } from "./clause.ts";

interface Pattern {
  readonly code: string;
  readonly pattern: RegExp;
}

const kPatterns: readonly Pattern[] = [
  // 0.0670.0370.179
  { code: "run_together", pattern: /\d+\.\d+\.\d+(?:\.\d+)*(?!\d*[.、]?[章节条])/g },
  // 79.6%85.9%, 100%2016年
  { code: "run_together", pattern: /(?:\d+(?:\.\d+)?%){2,}(?:\d+(?:\.\d+)?%?)?|\d+(?:\.\d+)?%(?=\d)\d+(?:\.\d+)?/g },
  { code: "years_together", pattern: /(?<!\d)(?:(?:19|20)\d{2}){2,}(?=年|学年)/g },
  {
    code: "year_lost",
    pattern: /(?<!\d)(?:19|20)\d{2}(?=[起制建设发颁印出投开启认实])(?!建制)|(?<![\d—–\-/])20\d{2}(?:1[0-2]|[1-9])月/g,
  },
  {
    code: "bracket_lost",
    pattern: /〔\d{2,6}号?[)）]?(?![〕\d])|〔(?:19|20)\d{2}[)）\]]|[(（][^（(）)]{0,6}〔\d+号[)）]/g,
  },
  { code: "slashes", pattern: /\d+ ?\/\/+[年月天人生]?|\/{2,}(?=[年月人生])/g },
  {
    code: "stray_mark",
    pattern: /\d+\^%|\d+[%％]{2,}|\d\.{2,}\d|\+{2,}|[?？]{2,}(?=\d)|\d[?？□\ufffd]|[□\ufffd]+|[，、；,;]{2,}/g,
  },
  { code: "level_lost", pattern: /(?:水平|达到|等级|等第)(?:的)?级(?:及)?以上/g },
  {
    code: "share_of_nothing",
    pattern:
      /占的|占[，,]|(?:率|度|比例|占比)[为达]?%|(?:率|比例|总数|数量|总额|面积|分别)为[，,。；;]|达到[，,；;](?=[占比])|共有[所名个间项]|增长[，,](?=比)/g,
  },
  { code: "digits_apart", pattern: /(?<![\d.%])\d{1,3} \d{3}(?![\d年])(?=[人所名元间台册万亿个平㎡])/g },
  {
    code: "separator_wrong",
    pattern:
      /(?<![\d.,])\d{1,3}(?:[,，]\d{1,2}(?=[人所名元万间台册个])|[,，]\d{3}[,，]\d{1,2}(?=[人所名元万间台册个]))|(?<![\d.,])\d{4,}[,，]\d{3}(?!\d)/g,
  },
  { code: "bookmark", pattern: /\[bookmark:[^\]]*\]/g },
];

/** Numbers that are said of a thing that has a unit, and end without one. */
const kUnitLost =
  /(常住人口|总人口|户籍人口|学生(?:人)?数|在校生(?:人)?数?|教师(?:人)?数|专任教师|毕业生(?:人)?数|学校数|面积|总投资|总投入|拨款|支出|经费|工资收入|藏书|图书)(?:共计|共|总数|达到|达|为|约|有|是)?((?!0\.)(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)(?=[，,](?!\d{3})|[。；;、]|$)/g;

export function checkLost(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const hours = hoursIn(reading);
  for (const sentence of reading.sentences) {
    const taken: [number, number][] = [];
    const add = (code: string, from: number, text: string, args: Record<string, string> = {}): void => {
      if (taken.some(([a, b]) => from < b && from + text.length > a)) return;
      taken.push([from, from + text.length]);
      findings.push(
        found("lost", "differ", code, { sentence, from, to: from + text.length }, { args: { text, ...args } }),
      );
    };
    for (const { code, pattern } of kPatterns)
      for (const match of sentence.text.matchAll(pattern)) {
        const split = code === "run_together" ? apart(match[0]) : "";
        add(code, match.index, match[0], { split });
      }
    if (!sentence.text.includes("\t"))
      for (const match of sentence.text.matchAll(kUnitLost))
        if (!isYear(match[2] ?? ""))
          add("unit_lost", match.index, match[0], { thing: match[1] ?? "", printed: match[2] ?? "" });
    findings.push(...squeezed(sentence, hours));
  }
  return [...findings, ...halves(reading), ...sections(reading), ...inside(reading), ...moved(reading)];
}

const isYear = (digits: string): boolean => /^(?:19|20)\d{2}$/.test(digits);

/** Where the numbers would part if each had one point: 0.067|0.037. Only shown, never computed with. */
export function apart(text: string): string {
  if (text.includes("%")) return (text.match(/\d+(?:\.\d+)?%?/g) ?? []).join("、");
  const parts = text.split(/(?=0\.)/);
  return parts.every((part) => /^\d+\.\d+$/.test(part)) && parts.length > 1 ? parts.join("、") : "";
}

interface Hours {
  readonly text: string;
  readonly sentence: Sentence | null;
}

/** “5年360学时” by its digits, in what the rules say and in sentences: at two places at most, of which one is another. */
function hoursIn(reading: Reading): ReadonlyMap<string, readonly Hours[]> {
  const all = new Map<string, Hours[]>();
  const take = (text: string, sentence: Sentence | null): void => {
    for (const [whole, first = "", then = ""] of text.matchAll(/(?<!\d)(\d+)[年个名每]\D{0,2}(\d+)学时/g)) {
      const known = all.get(first + then) ?? [];
      if (known.length < 2 && known.at(-1)?.sentence !== sentence)
        all.set(first + then, [...known, { text: whole, sentence }]);
    }
  };
  for (const text of reading.rules.sentences) take(text, null);
  for (const sentence of reading.sentences) take(sentence.text, sentence);
  return all;
}

/** “5360学时” is what is left of the rule's “5年360学时”. */
function squeezed(sentence: Sentence, hours: ReadonlyMap<string, readonly Hours[]>): Finding[] {
  return [...sentence.text.matchAll(/(?<![\d.])(\d{3,6})学时/g)].flatMap((match) => {
    const [all, digits = ""] = match;
    const meant = hours.get(digits)?.find((one) => one.sentence !== sentence);
    if (meant === undefined) return [];
    const place = { sentence, from: match.index, to: match.index + all.length };
    return [found("lost", "differ", "squeezed", place, { args: { text: all, meant: meant.text } })];
  });
}

const kHigh = 60;

/** “家长 94.1%、学生 9.63%、社区代表 90.7%”: one point that went one place too far. */
function moved(reading: Reading): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    const rates = reading.of(sentence).filter((one) => one.unit.kind === "percent");
    const low = rates.filter((one) => near(one.value) < kHigh);
    const [one] = low;
    if (rates.length < 3 || low.length !== 1 || one === undefined || one.decimals < 2) return [];
    const ten = near(one.value) * 10;
    if (ten < kHigh || ten > 100 || isGrowth(clauseBefore(reading, one))) return [];
    return [found("lost", "differ", "point_moved", one, { others: rates, args: { printed: one.text } })];
  });
}

const kBrackets: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["《", "》"],
  ["〔", "〕"],
  ["（(", "）)"],
  ["[［", "]］"],
];

/** A bracket without its other half in the paragraph. */
function halves(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const paragraph of reading.paragraphs) {
    for (const [open, close] of kBrackets) {
      const at: number[] = [];
      let stray = -1;
      const text = paragraph.text
        .replace(/^[（(]?[一二三四五六七八九十\d]+[)）]/, (all) => "　".repeat(all.length))
        .replace(/(?<=[。；;，,：:\s])[\d一二三四五六七八九十]{1,2}[)）]/g, (all) => "　".repeat(all.length));
      for (let index = 0; index < text.length; index += 1) {
        const one = text[index]!;
        if (open.includes(one)) at.push(index);
        else if (close.includes(one)) {
          if (at.length === 0 && stray < 0) stray = index;
          at.pop();
        }
      }
      const index = at[0] ?? stray;
      if (index === undefined || index < 0) continue;
      const sentence = paragraph.sentences.find((one) => one.end > paragraph.start + index);
      if (sentence === undefined) continue;
      const from = paragraph.start + index - sentence.start;
      const already = /〔\d/.test(paragraph.text.slice(index, index + 2)); // said as a lost bracket of a document's number
      if (from < 0 || already) continue;
      findings.push(
        found(
          "lost",
          "differ",
          "half_bracket",
          { sentence, from, to: Math.min(sentence.text.length, from + 10) },
          {
            args: { text: sentence.text.slice(from, from + 10) },
          },
        ),
      );
    }
  }
  return findings;
}

const kInside: readonly RegExp[] = [
  /(?<![一二三四五六七八九十第])([一二三四五六七八九十])是/g,
  /(?<=^|[。；;：:，,])([一二三四五六七八九十])要/g,
  /(?<=^|[。；;：:])(\d{1,2})[.．、](?!\d)/g,
  /(?<=^|[。；;：:])[（(](\d{1,2}|[一二三四五六七八九十])[）)]/g,
];

/** “一是……；二是……；四是……” in one paragraph. */
function inside(reading: Reading): Finding[] {
  return reading.paragraphs.flatMap((paragraph) =>
    paragraph.cells !== null
      ? []
      : kInside.flatMap((pattern) => {
          const all = [...paragraph.text.matchAll(pattern)];
          if (ordinal(all[0]?.[1] ?? "0") !== 1) return [];
          return all.flatMap((one, at) => {
            const before = all[at - 1]?.[1] ?? "";
            const start = paragraph.start + one.index;
            const sentence = paragraph.sentences.find((own) => own.end > start);
            if (at === 0 || sentence === undefined || ordinal(one[1]!) <= ordinal(before) + 1) return [];
            const from = start - sentence.start;
            return [
              found(
                "lost",
                "differ",
                "number_jumps",
                { sentence, from, to: from + one[0].length },
                { args: { before, after: one[1]! } },
              ),
            ];
          });
        }),
  );
}

const kNumber = "([一二三四五六七八九十]+|\\d{1,2})";
/** Kinds of numbered heads, each below the one before; and what is called by a word: 指标三, 问题 4. */
const kKinds: readonly RegExp[] = [
  new RegExp(`^()${kNumber}、`),
  new RegExp(`^()[（(]${kNumber}[)）]`),
  new RegExp(`^()${kNumber}[.．](?!\\d(?!\\d{3}年))`),
  new RegExp(`^(问题|措施|任务|经验|做法|附件|项目)${kNumber}[:：、.．]`),
];

/** 一、 and then 三、. Heads of a lower kind begin anew below each. */
function sections(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const last = kKinds.map(() => 0);
  for (const paragraph of reading.paragraphs) {
    const level = kKinds.findIndex((pattern) => pattern.test(paragraph.text));
    const sentence = paragraph.sentences[0];
    const [head = "", , words = ""] = (level < 0 ? null : kKinds[level]!.exec(paragraph.text)) ?? [];
    if (level < 0 || sentence === undefined || paragraph.cells !== null) continue;
    const number = ordinal(words);
    const before = last[level] ?? 0;
    if (number > before + 1 && before > 0)
      findings.push(
        found(
          "lost",
          "differ",
          "number_jumps",
          { sentence, from: 0, to: head.length },
          {
            args: { before: /\d/.test(words) ? String(before) : chinese(before), after: words },
          },
        ),
      );
    last.fill(0, level + 1);
    last[level] = number;
  }
  return findings;
}

const chinese = (number: number): string => {
  const digits = "零一二三四五六七八九";
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${number % 10 === 0 && tens > 0 ? "" : digits[number % 10]}`;
};
