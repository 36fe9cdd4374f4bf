// SPDX-License-Identifier: MIT
//
// Lists without a word that adds them: “8000 万元，用于 3 个项目，分别为 3500 万元、2600 万元和 1900 万元”, “分年度看，2022 年 1.9 亿元、2023
// 年 2.3 亿元……” of what the sentence before it said. The total is the number before the list; only a slip is held against it.

import { type Exact, compare, near, sumOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import type { Reading } from "../reading.ts";
import { isSlip, printedDigits } from "../slip.ts";
import { isAddend, kNearTotal, told } from "./sum_told.ts";

const kApart =
  /^[^，,、；;。：:]{0,14}[、，,和及与；;][^，,、；;。：:%\d]{0,14}(?:(?:19|20)\d{2}年[^，,、；;。\d]{0,6})?$/;
const kFewest = 3;
/** So many numbers before the list the total may stand. */
const kFarthest = 6;

export function checkListSums(reading: Reading, said: readonly Finding[]): Finding[] {
  const added = new Set(
    said
      .filter(({ check }) => check === "sum")
      .flatMap(({ place, others }) => [place, ...others].map((one) => one.start)),
  );
  const agreed = new Set(said.filter(({ code }) => code === "sum_agrees").map(({ place }) => place.start));
  return reading.sentences.flatMap((sentence) => {
    if (reading.paragraphs[sentence.paragraph - 1]?.cells) return [];
    return runsOf(reading, reading.of(sentence)).flatMap((run) => {
      if (run.length < kFewest || run.some((one) => added.has(one.start))) return [];
      const sum = sumOf(run.map((one) => one.value));
      const before = reading
        .before(run[0]!)
        .filter((one) => sentence.number - one.sentence.number <= 1)
        .slice(0, kFarthest)
        .filter((one) => one.unit.id === run[0]!.unit.id && isAddend(one) && !one.vague)
        .filter((one) => run.every((part) => compare(part.value, one.value) < 0));
      const right = before.find((one) => compare(one.value, sum) === 0);
      if (right !== undefined) return [told(right, run, true)];
      const wrong = before.find(
        (one) => isNear(one, sum) && isSlip(one, sum) && !agreed.has(one.start) && !added.has(one.start),
      );
      const [total] = before;
      const isLast = total !== undefined && isNear(total, sum) && isSlip(total, sum) && !agreed.has(total.start);
      return isLast ? [told(total, run, false)] : wrong === undefined ? [] : [told(wrong, run, false)];
    });
  });
}

const isNear = (total: Figure, sum: Exact): boolean =>
  printedDigits(total).length > 1 && Math.abs(near(sum) - near(total.value)) <= near(total.value) * kNearTotal;

/** Numbers of one unit beside each other. */
function runsOf(reading: Reading, figures: readonly Figure[]): Figure[][] {
  const runs: Figure[][] = [];
  for (const one of figures) {
    const last = runs.at(-1)?.at(-1);
    if (!isAddend(one) || one.vague) runs.push([]);
    else if (
      last !== undefined &&
      last.unit.id === one.unit.id &&
      last.index === one.index - 1 &&
      kApart.test(reading.text.slice(last.end, one.start))
    )
      runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs;
}
