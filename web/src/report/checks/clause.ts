// SPDX-License-Identifier: MIT
//
// The clause a number stands in, and what it says of the number: that it grew, how much it rose, what it was before.

import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";

const kGrowth =
  /增长|增支|增收|减支|增加|增幅|净增|提高|提升|上升|升[至到]|递增|下[降滑]|回落|减少|降低|降幅|降[至到]|收窄|缩小|增速|增至|翻/;

export const isGrowth = (before: string): boolean => kGrowth.test(before.replace(/提高率|高于规定/g, ""));

/** The clause a number stands in, with the numbers in it. */
export function clauseBefore(reading: Reading, figure: Figure): string {
  const text = reading.text.slice(figure.sentence.start, figure.start);
  const parts = text.split(/(?<!\d)[，,；;。：:]|[，,；;。：:](?!\d)/);
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

/** “9.72 亿元，比 2022 年的 9.27 亿元增长 4.9%，占……”: what it was is no whole of it. */
export const isEarlier = (reading: Reading, figure: Figure): boolean =>
  /[比较](?:上一?年|去年|同期|前一年|上年度|(?:19|20)\d{2}年)[^，,；;。]{0,6}$/.test(clauseBefore(reading, figure));

/** How much it rose, not what it is. */
export function isStep(reading: Reading, figure: Figure): boolean {
  const clause = clauseBefore(reading, figure);
  return isGrowth(clause) && !/(?:到|至|为|达)(?:[^，,；;。\d]|(?:19|20)\d{2}年)*$/.test(clause);
}

/** “占比由 3.6% 提高到 8.2%”: what it was is of numbers of then, which may stand anywhere. */
export const isOfBefore = (reading: Reading, figure: Figure): boolean =>
  /[由从](?:[^，,；;。\d]|(?:19|20)\d{2}年)*$/.test(between(reading, figure));

/** What stands between a number and the one before it. */
export function between(reading: Reading, figure: Figure): string {
  const before = reading.figures[figure.index - 1];
  return reading.text.slice(Math.max(figure.sentence.start, before?.end ?? 0), figure.start);
}
