// SPDX-License-Identifier: MIT
//
// Wholes whose parts have names of their own (教职工: 专任教师 and 教辅人员) or shares that make up 100 %, and schools that
// count for two.

import { compare, meet, near, plainText, subtract, sumOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import type { Sentence } from "../text.ts";
import { sameUnit } from "../units.ts";
import { isAddend, kNearTotal, rangeOf, told } from "./sum_told.ts";

/** Rounded shares of a whole make up so nearly 100. */
const kShareSlip = 1;
/** “30 岁以下 408 人（15%）、31 至 45 岁 1204 人（44%）、46 岁以上 1134 人（41%）”: what makes up 100 % makes up the whole. */
export function partitions(reading: Reading, sentence: Sentence): Finding[] {
  const figures = reading.of(sentence);
  const parts: Figure[] = [];
  let share = 0;
  for (const [at, one] of figures.entries()) {
    const rate = figures[at + 1];
    if (!isAddend(one) || rate?.unit.kind !== "percent" || (parts[0] && !sameUnit(parts[0].unit, one.unit))) continue;
    parts.push(one);
    share += near(rate.value);
  }
  const [first] = parts;
  if (first === undefined || parts.length < 3 || Math.abs(share - 100) > kShareSlip) return [];
  const sum = near(sumOf(parts.map((one) => one.value)));
  const total = reading
    .before(first)
    .find(
      (one) =>
        sameUnit(one.unit, first.unit) && isAddend(one) && !one.vague && Math.abs(near(one.value) - sum) <= sum * 0.05,
    );
  // one that stands with 其中 or a colon was summed there
  if (total === undefined || total.sentence === sentence) return [];
  return [told(total, parts, meet(rangeOf(parts), total.range))];
}

const kJoint = /((?:九|十二)年一贯制学校|完全中学)(\d+)所/g;

/** “34 所，其中小学 25 所，含九年一贯制学校 3 所……；中学 9 所，含九年一贯制学校 3 所”: one school counts for two. */
export function twice(reading: Reading): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    const counts = new Map<string, string[]>();
    for (const [, name = "", count = ""] of sentence.text.matchAll(kJoint))
      counts.set(name, [...(counts.get(name) ?? []), count]);
    const both = [...counts].filter(([, own]) => own.length === 2 && own[0] === own[1]);
    const total = reading.of(sentence).find((one) => one.unit.id === "所" && one.bound === null);
    if (both.length === 0 || total === undefined) return [];
    const more = both.reduce((sum, [, own]) => sum + BigInt(own[0]!), 0n);
    return [
      found("sum", "undecided", "counted_twice", total, {
        arithmetic: `${total.text} − ${more} = ${plainText(subtract(total.value, { n: more, d: 1n }))}`,
        args: { printed: total.text, names: both.map(([name, own]) => `${name} ${own[0]!} 所`).join("、") },
      }),
    ];
  });
}

/** Wholes that are called otherwise than their parts, and stages of one thing. Each part by what its words hold. */
const kWholes: readonly (readonly [whole: RegExp, unit: string, parts: readonly RegExp[]])[] = [
  [/教职工(?!工资)/, "人", [/专任教师/, /教辅|工勤|职员|行政/]],
  [
    /(?:义务教育|中小学|全[区县市]).*学生|^中小学生|^(?:在校)?(?:学生|生)$/,
    "人",
    [/^小学(?:阶段)?(?:在校)?(?:学生|生)?$/, /^初中(?:阶段)?(?:在校)?(?:学生|生)?$/],
  ],
  [/(?:义务教育|中小学).*专任教师|^专任教师$/, "人", [/^小学(?:阶段)?专任教师$/, /^初中(?:阶段)?专任教师$/]],
  [/(?:义务教育|中小学|全[区县市]).*班|^(?:教学)?班级?$/, "班", [/^小学(?:教学)?班级?$/, /^初中(?:教学)?班级?$/]],
];

/** “初中有教学班 486 个、学生 21870 人”: the stage was said with the number before. */
function staged(reading: Reading, one: Figure): string {
  const { words, stage } = reading.subject(one);
  const name = stage === "primary" ? "小学" : stage === "middle" ? "初中" : "";
  return words.startsWith(name) ? words : name + words;
}

export function wholes(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const counts = reading.figures.filter(
    (one) => isAddend(one) && !one.vague && !reading.paragraphs[one.sentence.paragraph - 1]?.cells,
  );
  for (const [whole, unit, parts] of kWholes) {
    const named = counts.filter((one) => one.unit.id === unit);
    const total = named.find(
      (one) => whole.test(staged(reading, one)) && !parts.some((part) => part.test(staged(reading, one))),
    );
    if (total === undefined) continue;
    const own = parts.map((part) =>
      named.find(
        (one) =>
          one !== total &&
          Math.abs(one.sentence.paragraph - total.sentence.paragraph) <= 2 &&
          part.test(staged(reading, one)) &&
          compare(one.value, total.value) < 0 &&
          !/新增|新建|流失|转入|转出|贫困|骨干|交流/.test(reading.subject(one).words),
      ),
    );
    if (own.some((one) => one === undefined)) continue;
    const given = own as Figure[];
    const right = meet(rangeOf(given), total.range);
    const sum = near(sumOf(given.map((one) => one.value)));
    if (!right && Math.abs(sum - near(total.value)) > near(total.value) * kNearTotal) continue;
    findings.push(told(total, given, right));
  }
  return findings;
}
