// SPDX-License-Identifier: MIT
//
// Lists of three and more of which no total is said beside them: what they make up is a total of the report, or what another
// list of their sentence makes up (“按学历分，……；按年龄分，……”). Of four digits a slip of either is no chance.

import { type Exact, compare, sumOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import type { Reading } from "../reading.ts";
import { isSlip, printedDigits } from "../slip.ts";
import { isStep } from "../checks/clause.ts";
import { isAddend, told } from "../checks/sum_told.ts";

const kFewest = 3;
const kDigits = 4;
const kNext = /^[^，,、；;。\d]{0,6}[、，,和及][^，,、；;。%]{1,14}$/;

export function listsAgainstTotals(reading: Reading, totals: readonly Figure[], known: ReadonlySet<number>): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    if (reading.paragraphs[sentence.paragraph - 1]?.cells) return [];
    const lists = listsIn(reading, reading.of(sentence));
    return lists.flatMap((list) => {
      const sum = sumOf(list.map((one) => one.value));
      if (list.some(({ start }) => known.has(start))) return [];
      const wholes = totals.filter(({ unit, sentence: other }) => unit.id === list[0]!.unit.id && other !== sentence);
      const isRight = [...wholes, ...reading.of(sentence)].some((one) => compare(one.value, sum) === 0);
      const meant = wholes.filter((one) => printedDigits(one).length >= kDigits && isSlip(one, sum));
      const isOther = (one: Figure): boolean =>
        lists.some((other) => other !== list && compare(sumOfList(other), one.value) === 0);
      // of several totals that which another list of the sentence makes up
      const whole = meant.find(isOther) ?? (meant.length === 1 ? meant[0] : undefined);
      return isRight || whole === undefined ? [] : [told(whole, list, false)];
    });
  });
}

const sumOfList = (list: readonly Figure[]): Exact => sumOf(list.map((one) => one.value));

/** Numbers of one unit beside each other. */
function listsIn(reading: Reading, figures: readonly Figure[]): Figure[][] {
  const lists: Figure[][] = [];
  // “36 至 45 岁 1024 人”: what they are called may have numbers
  for (const one of figures.filter(({ unit, bound }) => unit.kind !== "time" && bound === null)) {
    const last = lists.at(-1)?.at(-1);
    const goesOn =
      last !== undefined && last.unit.id === one.unit.id && kNext.test(reading.text.slice(last.end, one.start));
    if (one.vague || !isAddend(one) || isStep(reading, one)) lists.push([]);
    else if (goesOn) lists.at(-1)!.push(one);
    else lists.push([one]);
  }
  return lists.filter((list) => list.length >= kFewest);
}
