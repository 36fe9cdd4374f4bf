// SPDX-License-Identifier: MIT
//
// What is said once with a thing and once without it: 含附加 and 不含附加.

import { type Exact, type Range, add, meet, over, plainText, subtractRanges } from "../exact.ts";
import type { Finding } from "../finding.ts";
import { type Reading, type Series, found } from "../reading.ts";
import { alike, kHalfSaid } from "../subjects.ts";
import { rangeOf } from "./sum_told.ts";

/** 含附加 less 不含附加 should be the addition, where its amounts stand there too. */
export function withAndWithout(reading: Reading): Finding[] {
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
