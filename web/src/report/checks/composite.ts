// SPDX-License-Identifier: MIT
//
// The composite coefficient of a stage (综合差异系数, 教督〔2012〕3号) is the mean of its single ones, wherever in the report
// these are listed: before it, behind it, or in a table.

import { type Exact, around, meet, over, sumOf, textOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { clauseBefore } from "./clause.ts";

const kComposite = /(?:综合|平均)差异系数|差异系数(?:综合|平均)?值|均值/;
/** Of the end of a clause: it is no single one. */
const kOfSeveral = /平均|均值|综合|总体|整体/;
const kEnd = 10;

export function checkComposites(reading: Reading): Finding[] {
  const count = reading.rules.standard?.indicators.length ?? 0;
  if (count === 0) return [];
  return reading.figures.filter(isCoefficient).flatMap((mean) => {
    if (!kComposite.test(clauseBefore(reading, mean))) return [];
    const lists = listsOf(reading, reading.subject(mean).stage, mean).filter((list) => list.length === count);
    const right = lists.find((list) => isMeanOf(mean, list));
    // of several lists, as those of several years, nobody says which is meant
    const list = right ?? (lists.length === 1 ? lists[0] : undefined);
    if (list === undefined) return [];
    const value = meanOf(list);
    return [
      found("unit", right ? "agree" : "differ", right ? "composite_agrees" : "composite_differs", mean, {
        arithmetic: `(${list.map(({ text }) => text).join(" + ")}) ÷ ${count} = ${textOf(value, 4)}`,
        others: list,
        args: { printed: mean.text, computed: textOf(value, mean.decimals) },
      }),
    ];
  });
}

const isCoefficient = ({ unit, decimals, bound }: Figure): boolean =>
  unit.kind === "none" && decimals >= 2 && bound === null;

/** Single coefficients of a stage that follow each other. */
function listsOf(reading: Reading, stage: string, mean: Figure): Figure[][] {
  const lists: Figure[][] = [];
  for (const one of reading.figures) {
    if (!isCoefficient(one) || one === mean || reading.subject(one).stage !== stage) continue;
    if (kOfSeveral.test(clauseBefore(reading, one).slice(-kEnd))) continue;
    const last = lists.at(-1);
    const before = last?.at(-1);
    if (before === undefined || one.sentence.paragraph - before.sentence.paragraph > 1) lists.push([one]);
    else last!.push(one);
  }
  return lists;
}

const meanOf = (list: readonly Figure[]): Exact =>
  over(sumOf(list.map(({ value }) => value)), { n: BigInt(list.length), d: 1n });

/** As far as what was rounded tells. */
function isMeanOf(mean: Figure, list: readonly Figure[]): boolean {
  const { n, d } = list[0]!.step;
  return meet(around(meanOf(list), { n, d: d * 2n }), mean.range);
}
