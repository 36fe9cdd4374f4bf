// SPDX-License-Identifier: MIT
//
// Tables inside a report: rows whose cells stand between tabs. A row or a column that is called 合计 is the sum of the others.

import { type Exact, compare, meet, around, plainText, sumOf } from "../exact.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { type Table, cellPlace, kTotalRow, numberIn, tablesOf } from "../tables.ts";
import type { Paragraph } from "../text.ts";

const kHalf: Exact = { n: 1n, d: 2n };
const stepOf = (value: Exact): Exact => (value.d === 1n ? { n: 0n, d: 1n } : { n: kHalf.n, d: value.d * kHalf.d });

interface Cell {
  readonly row: Paragraph;
  readonly column: number;
  readonly value: Exact;
}

export function checkTables(reading: Reading): Finding[] {
  return tablesOf(reading.paragraphs).flatMap((table) => [...columnSums(table), ...rowSums(table)]);
}

function cellOf(row: Paragraph, column: number): Cell | null {
  const value = numberIn(row.cells?.[column]);
  return value === null ? null : { row, column, value };
}

function told(total: Cell, parts: readonly Cell[], name: string): Finding {
  const sum = sumOf(parts.map((one) => one.value));
  const half = sumOf([stepOf(total.value), ...parts.map((one) => stepOf(one.value))]);
  const right = meet(around(sum, half), around(total.value, { n: 0n, d: 1n }));
  const printed = total.row.cells![total.column]!;
  return found(
    "sum",
    right ? "agree" : "differ",
    right ? "sum_agrees" : "sum_differs",
    cellPlace(total.row, total.column),
    {
      arithmetic: `${name}${parts.map((one) => plainText(one.value)).join(" + ")} = ${plainText(sum)}`,
      args: {
        printed,
        computed: plainText(sum),
        gap: plainText({ n: sum.n * total.value.d - total.value.n * sum.d, d: sum.d * total.value.d }),
      },
    },
  );
}

/** Rates and means are no sums. */
const kNoSum = /率|比|均|%|％|系数|面积\/|序号|年/;

function columnSums({ head, rows }: Table): Finding[] {
  const total = rows.find((row) => kTotalRow.test(row.cells![0]!));
  if (total === undefined) return [];
  const parts = rows.filter((row) => !kTotalRow.test(row.cells![0]!));
  return total.cells!.flatMap((_, column) => {
    const sum = column === 0 || kNoSum.test(head[column] ?? "") ? null : cellOf(total, column);
    const own = parts.map((row) => cellOf(row, column)).filter((cell) => cell !== null);
    return sum === null || own.length < 2 || own.length < parts.length - 1
      ? []
      : [told(sum, own, `${head[column] ?? ""}：`)];
  });
}

function rowSums({ head, rows }: Table): Finding[] {
  const column = head.findIndex((name) => kTotalRow.test(name));
  if (column < 0) return [];
  const units = head.map((name) => /[（(]([^）)]*)[）)]/.exec(name)?.[1] ?? "");
  return rows.flatMap((row) => {
    const total = cellOf(row, column);
    const parts = head.flatMap((name, at) => {
      const cell =
        at === 0 || at === column || kNoSum.test(name) || units[at] !== units[column] ? null : cellOf(row, at);
      return cell === null ? [] : [cell];
    });
    // beside its own parts a row may hold other things, which are larger or many
    if (total === null || parts.length < 2 || parts.some((one) => compare(one.value, total.value) > 0)) return [];
    return [told(total, parts, `${row.cells![0]!}：`)];
  });
}
