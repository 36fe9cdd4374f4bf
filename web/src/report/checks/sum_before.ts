// SPDX-License-Identifier: MIT
//
// Parts whose total stands on the other side of them: “……合计”, and “其中” of the sentence before.

import { compare, meet, near, sumOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import type { Reading } from "../reading.ts";
import { isSlip } from "../slip.ts";
import type { Sentence } from "../text.ts";
import { sameUnit } from "../units.ts";
import { isEarlier, isStep } from "./clause.ts";
import { kNearUndeclared, withoutNested } from "./sum_behind.ts";
import { isAddend, kNearTotal, rangeOf, told } from "./sum_told.ts";

const kTotalBehind =
  /(?:共计|合计|总计|一共|累计|总共|总[人]?数|总量|总额|共有?|全[区县市][^，,；;。]{0,4}|[两三四五六七八九十][年项类者个种级块笔]|等(?:方式|渠道|途径|形式|办法|措施|项目)?[，,])[^，,；;。]{0,12}$/;
/** “北原县 17 所、西陵县 12 所，两县合计 29 所”: the last two. */
const kSoMany =
  /^[^，,；;。]{0,4}[，,；;]?(?:以上|上述)?([两三四五六七八九十])(?:个)?[^，,；;。\d年]{1,3}(?:合计|共计?|总计|累计|合起来|加起来)[^，,；;。\d]{0,4}$/;
const kNumerals = "零一两三四五六七八九十";
/** A total is no part of its own size. */
const isOfSize = (parts: readonly Figure[], total: Figure): boolean =>
  parts.every((one) => compare(one.value, total.value) < 0) &&
  near(sumOf(parts.map((one) => one.value))) < near(total.value) * 2;
/** So many sentences before its parts a total may stand. */
const kFarthest = 3;

/** “共检查 42 所学校。其中 32 所……，10 所……” */
export function fromBefore(reading: Reading, sentence: Sentence, figures: readonly Figure[]): Finding[] {
  const [first] = figures;
  const stages =
    first === undefined
      ? []
      : figures.filter((one) => kProgress.test(reading.subject(one).before + reading.subject(one).after));
  if (stages.length >= 2) return progress(reading, sentence, stages);
  if (first === undefined || !/^(?:其中|(?:从|按|分)[^，,。]{1,8}(?:看|分|分类|划分|计)[，,：:])/.test(sentence.text))
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

const kProgress = /完成|整改到位|销号|正在|推进|滞后|在建|未启动|未开工|尚未|未整改|在改/;

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

export function partsBefore(reading: Reading, total: Figure, earlier: readonly Figure[]): Finding | null {
  const last = earlier.at(-1);
  if (last === undefined || total.vague) return null;
  if (!kTotalBehind.test(reading.text.slice(last.end, total.start))) return null;
  const parts = earlier.filter((one) => one.unit.kind !== "percent" && sameUnit(one.unit, total.unit) && !one.vague);
  const many = kSoMany.exec(reading.text.slice(last.end, total.start))?.[1];
  const lasts0 = many === undefined ? [] : parts.slice(-kNumerals.indexOf(many));
  if (lasts0.length === kNumerals.indexOf(many ?? "") && lasts0.length >= 2 && isOfSize(lasts0, total))
    return told(total, lasts0, meet(rangeOf(lasts0), total.range));
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
  const value = sumOf(parts.map((one) => one.value));
  const sum = near(value);
  // “8 名、36 名、4 名，共 58 名”: nothing else is counted there
  const plain = /^[，,；;]?(?:一共|共计?|合计|总计|总共)(?:有|为)?$/.test(reading.text.slice(last.end, total.start));
  if (plain && parts.length >= 3 && parts.length === earlier.length && isSlip(total, value))
    return told(total, parts, false);
  return Math.abs(sum - near(total.value)) <= near(total.value) * kNearTotal ? told(total, parts, false) : null;
}
