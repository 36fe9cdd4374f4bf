// SPDX-License-Identifier: MIT
//
// Three lists of equal length, the last of which says how far the other two are from each other: “分别增长 12.6%、15.0%、
// 13.0%，财政收入分别增长 11.2%、13.4%、12.7%，分别高出 1.4 个、1.6 个和 0.3 个百分点”.

import type { Finding } from "../finding.ts";
import type { Reading, Series } from "../reading.ts";
import { apart } from "../relations/relation.ts";
import { difference } from "./growth_told.ts";

const kApart = /[高低快慢超多少差]/;

export function checkListsApart(reading: Reading): Finding[] {
  return reading.series.flatMap((gaps, at) => {
    if (!kApart.test(gaps.before)) return [];
    const [one, other] = reading.series
      .slice(0, at)
      .filter((list) => isBeside(list, gaps))
      .slice(-2);
    if (one === undefined || other === undefined) return [];
    const findings = gaps.figures.map((gap, i) => {
      const { more, less } = apart(one.figures[i]!, other.figures[i]!);
      return difference(gap, less, more, false);
    });
    // where more than one is wrong they are no such lists
    return findings.filter(({ agreement }) => agreement === "differ").length > 1 ? [] : findings;
  });
}

function isBeside(list: Series, gaps: Series): boolean {
  const { unit } = gaps.figures[0]!;
  const own = list.figures[0]!.unit;
  return (
    list.sentence.paragraph === gaps.sentence.paragraph &&
    list.figures.length === gaps.figures.length &&
    (unit.kind === "points" ? own.kind === "percent" : own.id === unit.id)
  );
}
