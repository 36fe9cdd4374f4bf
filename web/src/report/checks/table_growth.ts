// SPDX-License-Identifier: MIT
//
// A row of a table that is called 增长率, below the row of which it is, with a column for each year.

import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import type { Reading } from "../reading.ts";
import { cellPlace, tablesOf } from "../tables.ts";
import type { Paragraph } from "../text.ts";
import { growthTold } from "./growth_told.ts";

const kGrowthRow = /^(?:同比|比上年|年)?(?:增长|增幅|增速)(?:率|比例|幅度)?(?:[（(]%[）)])?$/;

export function checkTableGrowth(reading: Reading): Finding[] {
  const at = new Map(reading.figures.map((one) => [one.start, one]));
  const cellOf = (row: Paragraph, column: number): Figure | undefined => {
    const { sentence, from } = cellPlace(row, column);
    return at.get(sentence.start + from);
  };
  return tablesOf(reading.paragraphs).flatMap(({ head, rows }) =>
    rows.flatMap((row, line) => {
      const base = rows[line - 1];
      if (base === undefined || !kGrowthRow.test(row.cells![0]!)) return [];
      return head.flatMap((_, column) => {
        if (column < 2) return [];
        const [rate, a, b] = [cellOf(row, column), cellOf(base, column - 1), cellOf(base, column)];
        if (rate?.unit.kind !== "percent" || a === undefined || b === undefined || a.value.n <= 0n) return [];
        return [growthTold(rate, a, b, false)];
      });
    }),
  );
}
