// SPDX-License-Identifier: MIT
//
// What one column of a table is of two others: their share, quotient, growth or difference. Which two, the table says
// itself: those that give nearly all of its rows. And coefficients and indicators of a table beside their limits.

import { type Exact, around, compare, exactOf, kZero, meet, over, subtract, textOf, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import type { NumberLimit } from "../rules.ts";
import { stageIn } from "../subjects.ts";
import { type Table, cellPlace, kTotalRow, tablesOf } from "../tables.ts";

const kHundred: Exact = { n: 100n, d: 1n };
const kHalf: Exact = { n: 1n, d: 2n };
/** Of the rows so many must be given for two columns to be meant. */
const kMost = 0.6;
/** A list of all schools is a table too: each two of so many columns are tried, and let go after so many rows in vain. */
const kMostColumns = 24;
const kInVain = 4;

const kMean = /均|每|班额|规模|生比|师比/;

/** What is called so is known to be the second over the third, though most of its rows be wrong. */
const kKnown: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/班额/, /学生|在校生/, /班级|教学班|班数/],
  [/生师比/, /学生|在校生/, /专任教师|教师/],
];

interface Way {
  readonly sign: (a: string, b: string) => string;
  readonly of: (a: Exact, b: Exact) => Exact | null;
  readonly percent: boolean | null;
  /** What the head of such a column says; a percent sign says enough. */
  readonly head: RegExp;
}

const kWays: readonly Way[] = [
  {
    sign: (a, b) => `${a} ÷ ${b}`,
    of: (a, b) => (b.n === 0n || compare(a, b) > 0 ? null : times(over(a, b), kHundred)),
    percent: true,
    head: /(?:)/,
  },
  {
    sign: (a, b) => `(${b} − ${a}) ÷ ${a}`,
    of: (a, b) => (a.n === 0n ? null : times(over(subtract(b, a), a), kHundred)),
    percent: true,
    head: /(?:)/,
  },
  { sign: (a, b) => `${a} ÷ ${b}`, of: (a, b) => (b.n === 0n ? null : over(a, b)), percent: false, head: kMean },
  {
    sign: (a, b) => `${a} ÷ ${b} × 100`,
    of: (a, b) => (b.n === 0n ? null : times(over(a, b), kHundred)),
    percent: false,
    head: /每百/,
  },
  { sign: (a, b) => `${a} − ${b}`, of: (a, b) => subtract(a, b), percent: null, head: /增|减|差|缺|空编|变化/ },
];

interface Printed {
  readonly value: Exact;
  readonly decimals: number;
  readonly percent: boolean;
  readonly text: string;
}

function printedIn(cell: string | undefined, head: string): Printed | null {
  const text = cell ?? "";
  const digits = /^([-−+]?)(\d[\d,，]*(?:\.\d+)?)(%?)$/.exec(text.replace(/\s/g, ""));
  if (digits === null) return null;
  const [, sign = "", number = "", mark = ""] = digits;
  const plain = number.replace(/[,，]/g, "");
  const value = exactOf(plain);
  return {
    value: /[-−]/.test(sign) ? { n: -value.n, d: value.d } : value,
    decimals: plain.split(".")[1]?.length ?? 0,
    percent: mark !== "" || /[%％]/.test(head),
    text,
  };
}

const rounds = (value: Exact, { value: printed, decimals }: Printed): boolean =>
  meet({ from: value, to: value }, around(printed, times(kHalf, { n: 1n, d: 10n ** BigInt(decimals) })));

export function checkTableColumns(reading: Reading): Finding[] {
  return tablesOf(reading.paragraphs).flatMap((table) => [
    ...relations(reading, columnsOf(table)),
    ...relations(reading, rowsOf(table)),
    ...limits(reading, table),
  ]);
}

/** Lines of cells below their names, and where each cell stands: a table may have what it measures on either side. */
interface Grid {
  readonly head: readonly string[];
  readonly cells: readonly (readonly (Printed | null)[])[];
  readonly place: (line: number, column: number) => ReturnType<typeof cellPlace>;
}

const columnsOf = ({ head, rows }: Table): Grid => ({
  head,
  cells: rows.map((row) => head.map((name, column) => (column === 0 ? null : printedIn(row.cells![column], name)))),
  place: (line, column) => cellPlace(rows[line]!, column),
});

const rowsOf = ({ head, rows }: Table): Grid => ({
  head: ["", ...rows.map((row) => row.cells![0]!)],
  cells: head
    .slice(1)
    .map((_, column) => [null, ...rows.map((row) => printedIn(row.cells![column + 1], row.cells![0]!))]),
  place: (line, column) => cellPlace(rows[column - 1]!, line + 1),
});

const figureAt = (reading: Reading, { sentence, from }: ReturnType<typeof cellPlace>): Figure[] =>
  reading.of(sentence).filter((one) => one.start === sentence.start + from);

function relations(reading: Reading, { head, cells, place }: Grid): Finding[] {
  if (head.length > kMostColumns) return [];
  return head.flatMap((name, target) => {
    const own = cells.map((row) => row[target] ?? null);
    if (own.filter((one) => one !== null).length < 3) return [];
    let best: { a: number; b: number; way: Way; right: number; wrong: number[] } | null = null;
    for (const way of kWays.filter(({ head: words }) => words.test(name)))
      for (let a = 1; a < head.length; a += 1)
        for (let b = 1; b < head.length; b += 1) {
          if (a === b || a === target || b === target) continue;
          const wrong: number[] = [];
          let right = 0;
          for (const [row, one] of own.entries()) {
            const [x, y] = [cells[row]![a], cells[row]![b]];
            if (one === null || !x || !y || (way.percent !== null && way.percent !== one.percent)) continue;
            const value = x.percent === y.percent ? way.of(x.value, y.value) : null;
            if (value !== null && rounds(value, one)) right += 1;
            else wrong.push(row);
            if (right === 0 && wrong.length === kInVain) break;
          }
          const named = kKnown.some(([what, of, by]) => what.test(name) && of.test(head[a]!) && by.test(head[b]!));
          const isMeant = named ? right >= 1 : right >= 2 && right >= (right + wrong.length) * kMost;
          if (isMeant && (best === null || right > best.right)) best = { a, b, way, right, wrong };
        }
    if (best === null) return ofOneWhole(reading, { head, cells, place }, target);
    const { a, b, way, wrong } = best;
    return own.flatMap((one, row) => {
      const [x, y] = [cells[row]![a], cells[row]![b]];
      const value = one === null || !x || !y ? null : way.of(x.value, y.value);
      if (one === null || value === null || !x || !y) return [];
      const computed = `${textOf(value, one.decimals)}${one.text.endsWith("%") ? "%" : ""}`;
      const right = !wrong.includes(row);
      return [
        found("ratio", right ? "agree" : "differ", right ? "ratio_agrees" : "ratio_differs", place(row, target), {
          arithmetic: `${way.sign(x.text, y.text)} = ${computed}`,
          others: [place(row, a), place(row, b)].flatMap((one) => figureAt(reading, one)),
          args: { printed: one.text, computed },
        }),
      ];
    });
  });
}

/** “达标学校 | 达标率” of one number of schools, which a row of 100 % tells: all rows are of it. */
function ofOneWhole(reading: Reading, { head, cells, place }: Grid, target: number): Finding[] {
  for (let column = 1; column < head.length; column += 1) {
    const rows = cells.flatMap((row, line) => {
      const [part, rate] = [row[column], row[target]];
      return part && rate?.percent && !part.percent && part.decimals === 0 ? [{ part, rate, line }] : [];
    });
    const full = rows.find(({ rate }) => compare(rate.value, kHundred) === 0)?.part;
    if (column === target || full === undefined || full.value.n <= 0n) continue;
    const share = (part: Printed): Exact => times(over(part.value, full.value), kHundred);
    const right = rows.filter(({ part, rate }) => rounds(share(part), rate));
    const others = right.filter(({ part }) => compare(part.value, full.value) !== 0);
    if (others.length === 0 || right.length < rows.length * kMost) continue;
    return rows.map(({ part, rate, line }) => {
      const isRight = rounds(share(part), rate);
      const computed = `${textOf(share(part), rate.decimals)}%`;
      return found(
        "ratio",
        isRight ? "agree" : "differ",
        isRight ? "ratio_agrees" : "ratio_differs",
        place(line, target),
        {
          arithmetic: `${part.text} ÷ ${full.text} = ${computed}`,
          others: figureAt(reading, place(line, column)),
          args: { printed: rate.text, computed },
        },
      );
    });
  }
  return [];
}

const isTitled = (names: readonly string[], title: string): boolean => names.some((words) => words.includes(title));

/** What tables leave out of a title. */
const core = (words: string): string =>
  words.replace(
    /[（(].*?[）)]|每百名学生(?:拥有)?|每百生|生均|县级(?:及)?以上|专任|拥有|面积|[数值]$|\d+[.．、]|[、，,的及以和与\s]/g,
    "",
  );
const kShortestCore = 4;
const kFarFromLimit = { n: 3n, d: 1n };

/** “体育艺术教师 | 0.88” of a table of indicators: nearly the title, and about as much as is asked. */
function isMeant(where: readonly string[], { title, value: limit }: NumberLimit, value: Exact): boolean {
  if (!where.some((words) => /生均|每百|七项|指标/.test(words))) return false;
  const full = core(title);
  const isNamed = where.slice(0, 2).some((words) => {
    const name = core(words);
    return name.length >= kShortestCore && (full.includes(name) || name.includes(full));
  });
  return isNamed && compare(value, over(limit, kFarFromLimit)) > 0 && compare(value, times(limit, kFarFromLimit)) < 0;
}

/** How many schools reach it, and no value of it. */
const kCounts = /达标|校数|(?:学校|小学|初中)数|[（(][所个校][）)]/;

/** Coefficients are named by the head, the row or the caption; indicators by their title. */
function limits(reading: Reading, { caption, head, rows }: Table): Finding[] {
  const { coefficients, composites, thresholds } = reading.rules;
  return rows.flatMap((row) =>
    head.flatMap((name, column) => {
      const one = column === 0 ? null : printedIn(row.cells![column], name);
      const label = row.cells![0]!;
      if (one === null || one.percent || kTotalRow.test(label) || kCounts.test(name)) return [];
      const stage = stageIn(name) || stageIn(label) || stageIn(caption);
      const where = [name, label, caption];
      const cv =
        where.some((words) => words.includes("差异系数")) &&
        one.decimals > 0 &&
        compare(one.value, { n: 5n, d: 1n }) < 0;
      const list = !cv ? thresholds : /综合|均值|平均/.test(name + label) ? composites : coefficients;
      const limit = list.find(
        (each) =>
          each.stage === stage && (cv || isTitled(where.slice(0, 2), each.title) || isMeant(where, each, one.value)),
      );
      if (limit === undefined || compare(one.value, kZero) <= 0) return [];
      const right = cv ? compare(one.value, limit.value) <= 0 : compare(one.value, limit.value) >= 0;
      const sign = cv ? (right ? "≤" : ">") : right ? "≥" : "<";
      return [
        found("limit", right ? "agree" : "differ", right ? "limit_met" : "limit_broken", cellPlace(row, column), {
          arithmetic: `${one.text} ${sign} ${limit.text}`,
          args: { printed: one.text, limit: limit.text, rule: limit.title, conclusion: "" },
        }),
      ];
    }),
  );
}
