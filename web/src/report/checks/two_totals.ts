// SPDX-License-Identifier: MIT
//
// All schools, pupils, teachers and classes of a stage are one number wherever they are said, before or behind what they are
// of and in a table: “52 所义务教育学校”, “学校数 | 52”, “3276 名专任教师全部持证”. Only a slip is held against the first.

import { compare, near } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isSlip, printedDigits } from "../slip.ts";
import { trimmed } from "../subjects.ts";

/** [unit, what all of them are called] */
const kThings: readonly (readonly [string, RegExp])[] = [
  ["人", /^(?:义务教育(?:阶段)?|中小学)*(?:在校(?:学)?生|学生)(?:总?人?数|总数)?$/],
  ["人", /^(?:义务教育(?:阶段)?|中小学)*专任教师(?:总?人?数|总数)?$/],
  ["所", /^(?:义务教育(?:阶段)?|中小学)+学校(?:总?数)?$/],
  ["班", /^(?:义务教育(?:阶段)?|中小学)*(?:教学班|班级)(?:总?数)?$/],
];
/** Behind a number what is of some of them goes on. */
const kOfAll = /^(?:中|里|当中|内)?(?:[，,、]|$|均|全部|都|已全部)/;
const kDigits = 3;
/** Of fewer digits a slip is anything, unless it is so near. */
const kNearFew = 2;

interface Named {
  readonly figure: Figure;
  readonly year: string;
}

export function checkTotals(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = new Set(said.filter(({ check }) => check === "two").map(({ place }) => place.start));
  return kThings.flatMap(([unit, name]) => {
    const first = new Map<string, Named>();
    return reading.figures.flatMap((figure) => {
      const isUnit = figure.unit.id === unit || (unit === "班" && /班/.test(figure.text));
      if (!isUnit || figure.bound !== null || figure.vague || figure.shift > 0 || figure.decimals > 0) return [];
      if (!isCalled(reading, figure, name)) return [];
      const { stage } = reading.subject(figure);
      const year =
        reading.text
          .slice(figure.sentence.start, figure.start)
          .match(/(?:19|20)\d{2}(?=年)/g)
          ?.at(-1) ?? "";
      const other = first.get(stage);
      if (other === undefined) {
        first.set(stage, { figure, year });
        return [];
      }
      const isSame = compare(other.figure.value, figure.value) === 0;
      if (isSame || known.has(figure.start) || (year !== "" && other.year !== "" && year !== other.year)) return [];
      const isFew = printedDigits(figure).length < kDigits;
      const gap = Math.abs(near(figure.value) - near(other.figure.value));
      if (isFew ? gap > kNearFew : !isSlip(figure, other.figure.value)) return [];
      return [
        found("two", "differ", "same_differs", figure, {
          arithmetic: `${figure.text} ≠ ${other.figure.text}`,
          others: [other.figure],
          args: { thing: trimmed(reading.subject(figure).words), first: other.figure.text, other: figure.text },
        }),
      ];
    });
  });
}

/** Its words before it, or those behind it where nothing stands before it in its clause. */
function isCalled(reading: Reading, figure: Figure, name: RegExp): boolean {
  const { before, after, borrowed } = reading.subject(figure);
  const own = trimmed(before);
  if (own !== "" && !borrowed) return name.test(own);
  const thing = /^(?:义务教育(?:阶段)?|中小学)*(?:学校|专任教师|教学班|班级|学生)/.exec(after)?.[0] ?? "";
  return own === "" && thing !== "" && name.test(thing) && kOfAll.test(after.slice(thing.length));
}
