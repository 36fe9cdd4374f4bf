// SPDX-License-Identifier: MIT
//
// What a text says of a table: growth and shares of rows with a column for each year, and numbers that stand beside the name
// of a row (“最低的是北泽县（74.1%）”).

import { type Exact, compare, meet, over, subtract, textOf, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isSlip } from "../slip.ts";
import { type Table, cellPlace, kTotalRow, tablesOf } from "../tables.ts";
import type { Paragraph } from "../text.ts";
import { clauseBefore, isGrowth } from "./clause.ts";
import { movedTo } from "./transition.ts";

const kHundred: Exact = { n: 100n, d: 1n };
/** Not the year that it is compared with. */
const kOwnYear = /(?<![比较由从]|相比)(?:19|20)\d{2}(?=年)/g;
const kSince = /(?<=[比较])(?:19|20)\d{2}(?=年)/g;
/** The column of a table without years that a text speaks of. */
const kAll = "合计";
const kIsYear = /^(?:19|20)\d{2}$/;
const kYear = /(?:19|20)\d{2}(?=年)/g;

export interface Row {
  readonly name: string;
  /** By what its columns are called, which are years in some tables. */
  readonly cells: ReadonlyMap<string, Figure>;
}

const plain = (name: string): string =>
  name.replace(/[（(].*?[）)]|其中[:：]?|\s|数$/g, "").replace(/^((?:19|20)\d{2})年?(?:度|底|末)?$/, "$1");

export function rowsOf(reading: Reading): Row[] {
  const at = new Map(reading.figures.map((one) => [one.start, one]));
  return tablesOf(reading.paragraphs).flatMap((table) => [...acrossOf(table, at), ...downOf(table, at)]);
}

type Cells = ReadonlyMap<number, Figure>;

function cellOf(row: Paragraph, column: number, at: Cells): Figure | undefined {
  const { sentence, from } = cellPlace(row, column);
  return column === 0 ? undefined : at.get(sentence.start + from);
}

/** Where the rows are years, of each column what it was in which of them. */
function downOf({ head, rows }: Table, at: Cells): Row[] {
  const years = rows.filter((row) => kIsYear.test(plain(row.cells![0]!)));
  if (years.length < 2) return [];
  return head.slice(1).map((name, column) => ({
    name: plain(name),
    cells: new Map(
      years.flatMap((row): [string, Figure][] => {
        const figure = cellOf(row, column + 1, at);
        return figure === undefined ? [] : [[plain(row.cells![0]!), figure]];
      }),
    ),
  }));
}

function acrossOf({ head, rows }: Table, at: Cells): Row[] {
  return rows
    .filter((row) => !kTotalRow.test(row.cells![0]!))
    .map((row) => ({
      name: plain(row.cells![0]!),
      cells: new Map(
        head.flatMap((name, column): [string, Figure][] => {
          const figure = cellOf(row, column, at);
          return figure === undefined ? [] : [[plain(name), figure]];
        }),
      ),
    }));
}

export function checkTableText(reading: Reading, said: readonly Finding[]): Finding[] {
  const rows = rowsOf(reading).filter(({ name }) => name.length >= 2);
  if (rows.length === 0) return [];
  const known = new Set(said.map(({ place }) => place.start));
  return reading.figures.flatMap((figure) => {
    const isCell = reading.paragraphs[figure.sentence.paragraph - 1]?.cells;
    if (isCell || figure.bound !== null || figure.vague) return [];
    const before = reading.text.slice(figure.sentence.start, figure.start);
    const own =
      known.has(figure.start) || figure.unit.kind !== "percent" ? null : ofYears(reading, rows, figure, before);
    const one = own ?? ofRow(rows, figure, before);
    return one === null ? [] : [one];
  });
}

/** “2023 年教育支出比 2021 年增长 11.2%”, “骨干教师占专任教师的比例由 2021 年的 13.0% 提高到 2023 年的 16.0%” */
function ofYears(reading: Reading, rows: readonly Row[], figure: Figure, before: string): Finding | null {
  const years = before.match(kYear) ?? [];
  const clause = clauseBefore(reading, figure);
  const scope = before.split(/[；;。]/).at(-1) ?? "";
  const last = (/占/.test(scope) ? scope.match(kYear)?.at(-1) : years.at(-1)) ?? columnMeant(reading, rows, figure);
  const named = rows
    .filter(({ name, cells }) => scope.includes(name) && cells.has(last))
    .sort((a, b) => scope.lastIndexOf(a.name) - scope.lastIndexOf(b.name));
  const share = named.length < 2 ? null : /占/.test(scope) ? shareIn(named, scope) : null;
  if (share !== null) {
    const [part, whole] = share.map(({ cells }) => cells.get(last)!) as [Figure, Figure];
    return told(figure, times(over(part.value, whole.value), kHundred), `${part.text} ÷ ${whole.text}`, [part, whole]);
  }
  const row = named.at(-1);
  const until = scope.match(kOwnYear)?.at(-1) ?? "";
  // “2022 年增幅 7.0%”: of the year before, where no other is said
  const since = clause.match(kSince)?.at(-1) ?? (until === "" ? "" : String(Number(until) - 1));
  const [a, b] = [row?.cells.get(since), row?.cells.get(until)];
  if (!isGrowth(clause) || a === undefined || b === undefined || a.value.n <= 0n) return null;
  const falls = compare(b.value, a.value) < 0;
  const step = falls ? subtract(a.value, b.value) : subtract(b.value, a.value);
  const sign = falls ? `(${a.text} − ${b.text}) ÷ ${a.text}` : `(${b.text} − ${a.text}) ÷ ${a.text}`;
  return told(figure, times(over(step, a.value), kHundred), sign, [a, b]);
}

/** Of a table of years the last, but the first of what rose “由……”; of others what is called all. */
function columnMeant(reading: Reading, rows: readonly Row[], figure: Figure): string {
  const years = [...(rows.find(({ cells }) => cells.size > 1)?.cells.keys() ?? [])].filter((name) =>
    kIsYear.test(name),
  );
  return (movedTo(reading, figure) === null ? years.at(-1) : years[0]) ?? kAll;
}

function shareIn(rows: readonly Row[], scope: string): [Row, Row] | null {
  const [part = "", whole = ""] = scope.split("占").slice(-2);
  const a = rows.filter(({ name }) => part.endsWith(name)).at(-1);
  const b = rows.filter(({ name }) => whole.startsWith(name)).at(-1);
  return a === undefined || b === undefined ? null : [a, b];
}

function told(figure: Figure, value: Exact, arithmetic: string, others: readonly Figure[]): Finding {
  const right = meet({ from: value, to: value }, figure.range);
  const kind = arithmetic.startsWith("(") ? "growth" : "ratio";
  const computed = `${textOf(value, figure.decimals)}%`;
  return found(kind, right ? "agree" : "differ", `${kind}_${right ? "agrees" : "differs"}`, figure, {
    arithmetic: `${arithmetic} = ${textOf(value, figure.decimals + 1)}%`,
    others,
    args: { printed: figure.text, computed },
  });
}

/** What stands beside the name of a row is its own, and not that of another row. */
function ofRow(rows: readonly Row[], figure: Figure, before: string): Finding | null {
  const lead = /[^，,、；;。：:\d]*$/.exec(before.replace(/[（(]$/, ""))?.[0] ?? "";
  const row = rows.find(({ name }) => lead.endsWith(name));
  if (row === undefined) return null;
  for (const [column, cell] of row.cells) {
    if (column.length < 2 || !before.includes(column)) continue;
    if (compare(cell.value, figure.value) === 0) return sameTold(row, column, cell, figure, true);
    const other = rows.some(({ cells }) => {
      const value = cells.get(column)?.value;
      return value !== undefined && compare(value, figure.value) === 0;
    });
    if (other || isSlip(figure, cell.value)) return sameTold(row, column, cell, figure, false);
  }
  return null;
}

function sameTold(row: Row, column: string, cell: Figure, figure: Figure, right: boolean): Finding {
  return found("two", right ? "agree" : "differ", right ? "same_agrees" : "same_differs", figure, {
    arithmetic: `${cell.text} ${right ? "=" : "≠"} ${figure.text}`,
    others: [cell],
    args: { thing: `${row.name}${column}`, first: cell.text, other: figure.text },
  });
}
