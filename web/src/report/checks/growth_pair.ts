// SPDX-License-Identifier: MIT
//
// The two numbers that a growth leads from and to, before it or behind it.

import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";
import { alike, kHalfSaid } from "../subjects.ts";

export const kThen = /^[，,（(](?:上一?年|上年度|去年|前一年|同期|上学年|(?:19|20)\d{2}年)[^，,；;。]{0,6}$/;

/** The two numbers that stand before, earlier and later: “由 A 增加到 B”, or the last two of one unit. */
export function fromTo(reading: Reading, figure: Figure, unit: (other: Figure) => boolean): [Figure, Figure] | null {
  const earlier = outside(reading, figure).filter((one) => one.bound === null && unit(one));
  const [b] = earlier;
  // what stands in brackets is of the number before them
  const a = earlier.slice(1).find((one) => b !== undefined && isBalanced(reading.text.slice(one.end, b.start)));
  if (a === undefined || b === undefined) return null;
  const between = reading.text.slice(a.end, b.start);
  const behind = reading.text.slice(b.end, figure.start);
  if (/[；;]/.test(behind)) return null;
  if (isBackwards(between)) return [b, a];
  const moves = /到|至|为|达|增|升|降|减|(?:19|20)\d{2}年|上年|去年/.test(between) && !/[；;]|其中/.test(between);
  // “2022 年、2023 年分别为 6.85 亿元和 7.33 亿元，增长 7%”
  const list = reading.listOf(a);
  const years = reading.text.slice(figure.sentence.start, a.start).match(/(?:19|20)\d{2}年/g)?.length ?? 0;
  if (list !== undefined && list === reading.listOf(b) && list.figures.length === 2 && years === 2) return [a, b];
  // another thing between the two: 小学 1200 人、初中 800 人，增长 5%
  return moves &&
    (/(?:19|20)\d{2}年/.test(between) ||
      /[由从]/.test(reading.text.slice(figure.sentence.start, a.start)) ||
      alike(reading.subject(a).words, reading.subject(b).words) >= kHalfSaid ||
      /(?:到|至)[^，。；]*$/.test(between))
    ? [a, b]
    : null;
}

/** “下降 4.1 个百分点，由 55.7% 降至 52.6%” */
export function fromToBehind(reading: Reading, figure: Figure, unit: string): [Figure, Figure] | null {
  const [a, b] = [reading.figures[figure.index + 1], reading.figures[figure.index + 2]];
  if (a?.sentence !== figure.sentence || b?.sentence !== figure.sentence || a.unit.id !== unit || b.unit.id !== unit)
    return null;
  if (!/^[，,（(](?:即)?[由从](?:[^，,；;。\d]|(?:19|20)\d{2}年)*$/.test(reading.text.slice(figure.end, a.start)))
    return null;
  return /^[^，,；;。]*(?:到|至|为)(?:了|[^，,；;。\d]|(?:19|20)\d{2}年)*$/.test(reading.text.slice(a.end, b.start))
    ? [a, b]
    : null;
}

/** The numbers before it in its sentence that stand in no brackets closed before it. */
export function outside(reading: Reading, figure: Figure): Figure[] {
  return reading
    .before(figure)
    .filter((one) => one.sentence === figure.sentence && isBalanced(reading.text.slice(one.end, figure.start)));
}

function isBalanced(text: string): boolean {
  return (text.match(/[（(]/g)?.length ?? 0) === (text.match(/[）)]/g)?.length ?? 0);
}

/** “3200 万元，比 2022 年的 2500 万元增长 28%”: the later one stands first. */
const isBackwards = (between: string): boolean =>
  /[，,](?:比|较|相比)[^，,；;。]*$/.test(between) && !/净增|增加|减少|增长|下降|提高|净减/.test(between);

/** “15.62 亿元，同比增长 5.9%（2022 年为 14.75 亿元）”: what it was stands behind. */
export function baseBehind(reading: Reading, figure: Figure): [Figure, Figure] | null {
  const [now, next] = [reading.figures[figure.index - 1], reading.figures[figure.index + 1]];
  if (now?.sentence !== figure.sentence || next?.sentence !== figure.sentence || now.bound !== null) return null;
  return kThen.test(reading.text.slice(figure.end, next.start)) && next.unit.id === now.unit.id ? [next, now] : null;
}

/** “达到 20.64 亿元，增长 4.3%，增支 0.95 亿元”: how much stands behind. */
export function stepBehind(reading: Reading, figure: Figure, now: Figure | undefined): [Figure, Figure] | null {
  const next = reading.figures[figure.index + 1];
  if (now === undefined || next?.sentence !== figure.sentence || next.unit.id !== now.unit.id) return null;
  const apart = /^[，,（(](?:净?增加?|增支|增收|净?减少?|减支|即增加|共增加|提高)了?$/.test(
    reading.text.slice(figure.end, next.start),
  );
  return apart ? [next, now] : null;
}
