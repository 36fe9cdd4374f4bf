// SPDX-License-Identifier: MIT
//
// Sums with their parts: a total with “其中”, parts with “合计”, wholes whose parts have names of their own (教职工: 专任教师
// and 教辅人员), rows of tables, and what is said once with a thing and once without it.

import {
  type Exact,
  type Range,
  add,
  addRanges,
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
} from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, type Series, found } from "../reading.ts";
import { alike, kHalfSaid } from "../subjects.ts";
import { isEarlier, isStep } from "./ratio.ts";
import { sameUnit } from "../units.ts";
import type { Sentence } from "../text.ts";
import { checkTables } from "./table_sum.ts";

const kOpens = /^[（(]|其中|包括|包含|分别为|分别是|含(?!附加|税)|[:：]|由[^，。]*组成|分为/;
/** A part of the part before it. */
const kNests = /其中|含|包括|[（(]/;
const kTotalBehind = /(?:共计|合计|总计|一共|累计|总共|总[人]?数|总量|总额|共有?)[^，,；;。]{0,12}$/;
/** How far a sum may be from its total to be meant as its parts. */
const kNearTotal = 0.15;
/** The same where nothing says that they are its parts. */
const kNearUndeclared = 0.08;
/** So many sentences before its parts a total may stand. */
const kFarthest = 3;
/** Of more parts the slips of rounding add up. */
const kFewParts = 4;
/** Rounded shares of a whole make up so nearly 100. */
const kShareSlip = 1;

function isAddend(figure: Figure): boolean {
  return (
    ["count", "money", "area", "score"].includes(figure.unit.kind) &&
    !figure.unit.per &&
    figure.bound === null &&
    compare(figure.value, kZero) >= 0
  );
}

const rangeOf = (figures: readonly Figure[]): Range =>
  figures.map((one) => one.range).reduce(addRanges, { from: kZero, to: kZero });

/** In the unit of the total as it is printed. */
function printedSum(parts: readonly Figure[], total: Figure): string {
  const shift = { n: 10n ** BigInt(total.shift), d: 1n };
  return plainText(over(sumOf(parts.map((one) => one.value)), shift));
}

function addition(parts: readonly Figure[], total: Figure): string {
  return `${parts.map((one) => one.text).join(" + ")} = ${printedSum(parts, total)}${total.text.replace(/^[\d.,，\-−零〇一二三四五六七八九十百千两]+/, "")}`;
}

export function checkSums(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const sentence of reading.sentences) {
    if (reading.paragraphs[sentence.paragraph - 1]?.cells) continue;
    const figures = reading.of(sentence).filter((one) => isAddend(one) || one.unit.kind === "percent");
    findings.push(...fromBefore(reading, sentence, figures), ...partitions(reading, sentence));
    figures.forEach((total, at) => {
      if (total.unit.kind === "percent") return;
      const one =
        partsBehind(reading, total, figures.slice(at + 1)) ?? partsBefore(reading, total, figures.slice(0, at));
      if (one !== null) findings.push(one);
    });
  }
  findings.push(...twice(reading));
  return [...findings, ...wholes(reading), ...withAndWithout(reading), ...checkTables(reading)];
}

/** “共检查 42 所学校。其中 32 所……，10 所……” */
function fromBefore(reading: Reading, sentence: Sentence, figures: readonly Figure[]): Finding[] {
  const [first] = figures;
  const stages =
    first === undefined
      ? []
      : figures.filter((one) => kProgress.test(reading.subject(one).before + reading.subject(one).after));
  if (stages.length >= 2) return progress(reading, sentence, stages);
  if (first === undefined || !/^(?:其中|(?:从|按)[^，,。]{1,8}(?:看|分|分类|划分|计)[，,：:])/.test(sentence.text))
    return [];
  // of each unit the parts, and the total that is nearest to them
  const units = [...new Set(figures.filter(isAddend).map((one) => one.unit.id))];
  return units.flatMap((unit) => {
    const parts = withoutNested(
      reading,
      figures.filter((one) => one.unit.id === unit && !one.vague),
    );
    const sum = near(sumOf(parts.map((one) => one.value)));
    const gap = (one: Figure): number => Math.abs(sum - near(one.value));
    const [total] = reading
      .before(first)
      .filter((one) => sameUnit(one.unit, parts[0]!.unit) && isAddend(one) && !one.vague)
      .filter(
        (one) =>
          sentence.number - one.sentence.number <= kFarthest && !isStep(reading, one) && !isEarlier(reading, one),
      )
      .sort((a, b) => gap(a) - gap(b));
    if (parts.length < 2 || total === undefined) return [];
    // with their shares they are checked by these
    if (parts.slice(0, -1).some((one) => reading.figures[one.index + 1]?.unit.kind === "percent")) return [];
    const right = meet(rangeOf(parts), total.range);
    return right || gap(total) <= near(total.value) * kNearUndeclared ? [told(total, parts, right)] : [];
  });
}

const kProgress = /完成|整改到位|销号|正在|推进中|在建|未启动|未开工|尚未|未整改|在改/;

/** “反馈了 43 条问题。……已完成 37 条，正在整改 6 条”: how far each of them is. */
function progress(reading: Reading, sentence: Sentence, stages: readonly Figure[]): Finding[] {
  const word = stages[0]!.text.replace(/[\d.,，]/g, "");
  const own = stages.filter((one) => one.text.endsWith(word));
  const sum = sumOf(own.map((one) => one.value));
  const total = reading
    .before(stages[0]!)
    .find((one) => one.text.endsWith(word) && isAddend(one) && !one.vague && compare(one.value, stages[0]!.value) > 0);
  if (own.length < 2 || total === undefined || sentence.number - total.sentence.number > 2) return [];
  const right = meet(rangeOf(own), total.range);
  return right || Math.abs(near(sum) - near(total.value)) <= near(total.value) * kNearTotal
    ? [told(total, own, right)]
    : [];
}

function partsBehind(reading: Reading, total: Figure, rest: readonly Figure[]): Finding | null {
  const next = rest.find((one) => one.unit.kind !== "percent");
  if (next === undefined) return null;
  // “81 所，在校学生 45300 人，其中城区 22 所、在校学生 21744 人”: of each unit its own parts
  const mate = rest.find((one) => sameUnit(one.unit, total.unit));
  const first = mate !== undefined && /其中|[（(]/.test(reading.text.slice(total.end, mate.start)) ? mate : next;
  const between = reading.text.slice(total.end, first.start);
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
  const sum = near(sumOf(flat.map((one) => one.value)));
  const whole = near(total.value);
  if (Math.abs(sum - whole) <= whole * kNearTotal) return told(total, flat, false);
  // near without its last parts, which may be of the next thing
  for (let count = own.length - 1; count >= 2; count -= 1) {
    const some = withoutNested(reading, own.slice(0, count));
    const part = near(sumOf(some.map((one) => one.value)));
    if (some.length >= 2 && Math.abs(part - whole) <= whole * 0.05) return told(total, some, false);
  }
  return null;
}

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
function isShare(reading: Reading, total: Figure, parts: readonly Figure[]): boolean {
  const rate = reading.figures[parts.at(-1)!.index + 1];
  if (rate?.unit.kind !== "percent" || rate.sentence !== total.sentence) return false;
  const range = divideRanges(rangeOf(parts), total.range);
  return range !== null && meet(scaleRange(range, { n: 100n, d: 1n }), rate.range);
}

/** “30 岁以下 408 人（15%）、31 至 45 岁 1204 人（44%）、46 岁以上 1134 人（41%）”: what makes up 100 % makes up the whole. */
function partitions(reading: Reading, sentence: Sentence): Finding[] {
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

/** “共 26 项，已完成 19 项，正在整改 7 项”: all that follows, where it nearly is the total. */
function undeclared(reading: Reading, total: Figure, rest: readonly Figure[]): Finding | null {
  const before = reading.text.slice(total.sentence.start, total.start);
  const parts = rest.filter((one) => sameUnit(one.unit, total.unit));
  // “73 所，有 58 所全部达到，13 所有 6 项达到，2 所不达标”: the last is what is left
  const left = /其余|其他|剩余|未|不达|不合|没有/.test(reading.text.slice(parts.at(-2)?.end ?? 0, total.sentence.end));
  const among = left || /^[^，,。；;]{0,8}中[，,]/.test(reading.text.slice(total.end, total.end + 12));
  if (
    (!among && !/共有?$|共计$|总共$|合计$/.test(before)) ||
    parts.length < 2 ||
    (!among && parts.length !== rest.length) ||
    total.vague
  )
    return null;
  if (parts.some((one) => one.vague || compare(one.value, total.value) >= 0)) return null;
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
    if (steps > 4000) return null;
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
function withoutNested(reading: Reading, parts: readonly Figure[]): Figure[] {
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

function partsBefore(reading: Reading, total: Figure, earlier: readonly Figure[]): Finding | null {
  const last = earlier.at(-1);
  if (last === undefined || total.vague) return null;
  if (!kTotalBehind.test(reading.text.slice(last.end, total.start))) return null;
  const parts = earlier.filter((one) => one.unit.kind !== "percent" && sameUnit(one.unit, total.unit) && !one.vague);
  // “15 项达标 14 项，9 项达标 8 项，合计达标 22 项”: the last of each clause
  const lasts = parts.filter(
    (one, at) => at > 0 && !/[，,；;]/.test(reading.text.slice(parts[at - 1]!.end, one.start)),
  );
  const twice = parts.some((one, at) =>
    /^(?:中)?达标$/.test(reading.text.slice(one.end, parts[at + 1]?.start ?? one.end)),
  );
  if (twice && lasts.length >= 2) {
    const right = meet(rangeOf(lasts), total.range);
    const gap = Math.abs(near(sumOf(lasts.map((one) => one.value))) - near(total.value));
    if (right || gap <= near(total.value) * kNearTotal) return told(total, lasts, right);
  }
  for (let from = parts.length - 2; from >= 0; from -= 1) {
    const some = parts.slice(from);
    if (meet(rangeOf(some), total.range)) return told(total, some, true);
  }
  // “残疾学生 538 人，随班就读……，三类合计 538 人”: the total was said before its parts
  const said = parts.findIndex((one) => compare(one.value, total.value) === 0);
  if (said >= 0 && parts.length - said > 2) {
    const some = parts.slice(said + 1);
    const gap = Math.abs(near(sumOf(some.map((one) => one.value))) - near(total.value));
    return gap <= near(total.value) * kNearTotal ? told(total, some, false) : null;
  }
  if (parts.length < 2) return null;
  // “家长 1200 人，满意 1128 人；学生 800 人，满意 776 人；共调查 2000 人”: the first of each group
  const heads = parts.filter((one, at) => at === 0 || /[；;]/.test(reading.text.slice(parts[at - 1]!.end, one.start)));
  if (heads.length >= 2 && heads.length < parts.length) {
    const right = meet(rangeOf(heads), total.range);
    const gap = Math.abs(near(sumOf(heads.map((one) => one.value))) - near(total.value));
    if (right || gap <= near(total.value) * kNearTotal) return told(total, heads, right);
  }
  // “分别为 6.12 亿元、6.68 亿元、7.15 亿元，三年累计 29.95 亿元”: the list is what is added, however far it is
  const list = reading.listOf(last)?.figures ?? [];
  const years =
    /^[，,；;]?(?:[两三四五]年|[两三四五]项|[两三四五]者|以上)?(?:共计?|合计|总计|累计|总共)[^，,；;。\d]{0,8}$/;
  if (list.length >= 3 && !list.includes(total) && years.test(reading.text.slice(last.end, total.start)))
    return told(total, list, false);
  const sum = near(sumOf(parts.map((one) => one.value)));
  return Math.abs(sum - near(total.value)) <= near(total.value) * kNearTotal ? told(total, parts, false) : null;
}

function told(total: Figure, parts: readonly Figure[], right: boolean): Finding {
  const shift = { n: 10n ** BigInt(total.shift), d: 1n };
  // 0.54 + 0.62 + 0.71 may be 1.86 where all were rounded, and is more often a slip
  const few = parts.length <= kFewParts && parts.every((one) => compare(one.step, total.step) <= 0);
  const rounded = right && few && compare(sumOf(parts.map((one) => one.value)), total.value) !== 0;
  const agreement = rounded ? "undecided" : right ? "agree" : "differ";
  return found("sum", agreement, rounded ? "sum_rounded" : right ? "sum_agrees" : "sum_differs", total, {
    arithmetic: addition(parts, total),
    others: parts,
    args: {
      printed: total.text,
      computed: printedSum(parts, total),
      gap: plainText(over(subtract(sumOf(parts.map((one) => one.value)), total.value), shift)),
    },
  });
}

const kJoint = /((?:九|十二)年一贯制学校|完全中学)(\d+)所/g;

/** “34 所，其中小学 25 所，含九年一贯制学校 3 所……；中学 9 所，含九年一贯制学校 3 所”: one school counts for two. */
function twice(reading: Reading): Finding[] {
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

function wholes(reading: Reading): Finding[] {
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

/** 含附加 less 不含附加 should be the addition, where its amounts stand there too. */
function withAndWithout(reading: Reading): Finding[] {
  const marked = (series: Series): { readonly thing: string; readonly without: boolean } | null => {
    const inside = /[（(](不含|含)([^）)]+)[）)]/.exec(series.before);
    return inside === null
      ? null
      : { thing: (inside[2] ?? "").replace("教育费附加", "教育附加"), without: inside[1] === "不含" };
  };
  const findings: Finding[] = [];
  const lists = reading.series.filter((one) => one.figures[0]!.unit.kind === "money");
  for (const whole of lists) {
    const own = marked(whole);
    if (own === null || own.without) continue;
    const rest = lists.find((one) => {
      const mark = marked(one);
      return (
        mark !== null &&
        mark.without &&
        alike(mark.thing, own.thing) >= kHalfSaid &&
        one.figures.length === whole.figures.length
      );
    });
    if (rest === undefined) continue;
    const differences = whole.figures.map((one, at) => subtractRanges(one.range, rest.figures[at]!.range));
    const additions = lists.filter(
      (one) =>
        one !== whole &&
        one !== rest &&
        marked(one) === null &&
        /附加/.test(one.before) &&
        one.figures.length === whole.figures.length,
    );
    const sums =
      additions.length === 0 ? [] : whole.figures.map((_, at) => rangeOf(additions.map((one) => one.figures[at]!)));
    const fits = (some: readonly Range[]): boolean =>
      some.length > 0 && some.every((one, at) => meet(one, differences[at]!));
    const right = fits(sums) || additions.some((one) => fits(one.figures.map((figure) => figure.range)));
    const shift = { n: 10n ** BigInt(whole.figures[0]!.shift), d: 1n };
    const gaps = differences.map((one) => plainText(over(middle(one), shift)));
    const given = sums.map((one) => plainText(over(middle(one), shift)));
    findings.push(
      found(
        "sum",
        right ? "agree" : given.length > 0 ? "differ" : "undecided",
        right ? "without_agrees" : "without_differs",
        whole.figures[0]!,
        {
          arithmetic: whole.figures
            .map((one, at) => `${one.text} − ${rest.figures[at]!.text} = ${gaps[at]}`)
            .join("；"),
          others: [...rest.figures, ...additions.flatMap((one) => one.figures)],
          args: { thing: own.thing, gaps: gaps.join("、"), given: given.join("、") },
        },
      ),
    );
  }
  return findings;
}

const middle = ({ from, to }: Range): Exact => {
  const twice = add(from, to);
  return { n: twice.n, d: twice.d * 2n };
};
