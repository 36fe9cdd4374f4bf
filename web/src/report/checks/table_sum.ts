// SPDX-License-Identifier: MIT
//
// Tables inside a report: rows whose cells stand between tabs. A row or a column that is called 合计 is the sum of the others.

import { type Exact, compare, exactOf, meet, around, plainText, sumOf } from "../exact.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import type { Paragraph } from "../text.ts";

const kTotal = /^(?:合计|总计|共计|小计|全[区县市]合计|全[区县市])$/;
const kHalf: Exact = { n: 1n, d: 2n };

const numberIn = (cell: string | undefined): Exact | null => {
  const plain = (cell ?? "").replace(/[,，\s]|人|所|名|个|元|万元|间|台|册|平方米|㎡/g, "");
  return /^\d+(?:\.\d+)?$/.test(plain) ? exactOf(plain) : null;
};

const stepOf = (value: Exact): Exact => (value.d === 1n ? { n: 0n, d: 1n } : { n: kHalf.n, d: value.d * kHalf.d });

function tablesOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const tables: Paragraph[][] = [];
  let run: Paragraph[] = [];
  for (const paragraph of [...paragraphs, null]) {
    if (paragraph !== null && paragraph.cells !== null && paragraph.cells.length >= 2) {
      run.push(paragraph);
      continue;
    }
    if (run.length >= 3) tables.push(run);
    run = [];
  }
  return tables;
}

interface Cell {
  readonly row: Paragraph;
  readonly column: number;
  readonly value: Exact;
}

export function checkTables(reading: Reading): Finding[] {
  return tablesOf(reading.paragraphs).flatMap((rows) => [...columnSums(rows), ...rowSums(rows)]);
}

function cellOf(row: Paragraph, column: number): Cell | null {
  const value = numberIn(row.cells?.[column]);
  return value === null ? null : { row, column, value };
}

function told(total: Cell, parts: readonly Cell[], name: string): Finding {
  const sum = sumOf(parts.map((one) => one.value));
  const half = sumOf([stepOf(total.value), ...parts.map((one) => stepOf(one.value))]);
  const right = meet(around(sum, half), around(total.value, { n: 0n, d: 1n }));
  const cells = total.row.cells!;
  const from = cells.slice(0, total.column).join("\t").length + (total.column > 0 ? 1 : 0);
  const at = total.row.text.indexOf(cells[total.column]!, Math.max(0, from - 2));
  const sentence =
    total.row.sentences.find((one) => one.start <= total.row.start + at && one.end > total.row.start + at) ??
    total.row.sentences[0]!;
  const start = total.row.start + at - sentence.start;
  return found(
    "sum",
    right ? "agree" : "differ",
    right ? "sum_agrees" : "sum_differs",
    { sentence, from: start, to: start + cells[total.column]!.length },
    {
      arithmetic: `${name}${parts.map((one) => plainText(one.value)).join(" + ")} = ${plainText(sum)}`,
      args: {
        printed: cells[total.column]!,
        computed: plainText(sum),
        gap: plainText({ n: sum.n * total.value.d - total.value.n * sum.d, d: sum.d * total.value.d }),
      },
    },
  );
}

/** Rates and means are no sums. */
const kNoSum = /率|比|均|%|％|系数|面积\/|序号|年/;

function columnSums(rows: readonly Paragraph[]): Finding[] {
  const at = rows.findIndex((row, index) => index > 0 && kTotal.test(row.cells?.[0] ?? ""));
  const total = rows[at];
  if (total === undefined) return [];
  const header = rows[0]!.cells ?? [];
  const parts = rows.filter((row, index) => index > 0 && index !== at && !kTotal.test(row.cells?.[0] ?? ""));
  return total.cells!.flatMap((_, column) => {
    const sum = column === 0 || kNoSum.test(header[column] ?? "") ? null : cellOf(total, column);
    const own = parts.map((row) => cellOf(row, column)).filter((cell) => cell !== null);
    return sum === null || own.length < 2 || own.length < parts.length - 1
      ? []
      : [told(sum, own, `${header[column] ?? ""}：`)];
  });
}

function rowSums(rows: readonly Paragraph[]): Finding[] {
  const header = rows[0]!.cells ?? [];
  const column = header.findIndex((name) => kTotal.test(name));
  if (column < 0) return [];
  const units = header.map((name) => /[（(]([^）)]*)[）)]/.exec(name)?.[1] ?? "");
  return rows.slice(1).flatMap((row) => {
    const total = cellOf(row, column);
    const parts = header.flatMap((name, at) => {
      const cell =
        at === 0 || at === column || kNoSum.test(name) || units[at] !== units[column] ? null : cellOf(row, at);
      return cell === null ? [] : [cell];
    });
    // beside its own parts a row may hold other things, which are larger or many
    if (total === null || parts.length < 2 || parts.some((one) => compare(one.value, total.value) > 0)) return [];
    return [told(total, parts, `${row.cells?.[0] ?? ""}：`)];
  });
}
