// SPDX-License-Identifier: MIT
//
// The numbers of a chart as a table, for those who do not see it and for those who want to compute with them.

import { limitsOf } from "./limits.ts";
import type { LimitsInput } from "./limits.ts";
import { stripOf } from "./strip.ts";
import type { ChartWords, StripInput } from "./strip.ts";

export interface ChartTable {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell heads its row. */
  readonly rows: readonly (readonly string[])[];
}

export function chartTable(chart: { strip: StripInput } | { limits: LimitsInput }, said: ChartWords): ChartTable {
  const { words } = said;
  if ("limits" in chart) {
    const { title, rows } = limitsOf(chart.limits, said);
    return {
      caption: title,
      heads: [words.indicator, words.cv, words.limit, words.conclusion],
      rows: rows.map((row) => [
        row.name,
        row.cvText,
        row.limitText,
        words.verdict[row.verdict ?? (row.cv === null ? "unknown" : "none")],
      ]),
    };
  }
  const strip = stripOf(chart.strip, said);
  return {
    caption: strip.title,
    heads: [words.school, words.chart.value, words.pupils, words.conclusion],
    rows: [
      ...strip.schools.map((one) => [
        one.name,
        one.text,
        String(one.pupils),
        words.verdict[one.mark === "plain" ? "none" : one.mark],
      ]),
      ...strip.unknown.map((name) => [name, words.notKnown, words.notKnown, words.verdict.unknown]),
      ...(strip.mean === null ? [] : [[words.mean, strip.meanText, "", ""]]),
      ...(strip.threshold === null ? [] : [[words.threshold, strip.thresholdText, "", ""]]),
    ],
  };
}
