// SPDX-License-Identifier: MIT
//
// Tables inside a report: rows whose cells stand between tabs. A number in a cell is of what its row and its
// column are called, in the unit that the head of the column names.

import { type Exact, exactOf, fraction, times } from "./exact.ts";
import type { Figure } from "./figures.ts";
import { type Subject, kOnlyStage, stageIn, trimmed } from "./subjects.ts";
import { kFewestRows, kNumberCell } from "./tabs.ts";
import type { Paragraph, Sentence } from "./text.ts";
import { type Unit, unitAt } from "./units.ts";

export const kTotalRow = /^(?:合计|总计|共计|小计|全[区县市]合计|全[区县市])$/;

export interface Table {
  /** The paragraph before it. */
  readonly caption: string;
  readonly head: readonly string[];
  /** Without the head. */
  readonly rows: readonly Paragraph[];
}

export function tablesOf(paragraphs: readonly Paragraph[]): Table[] {
  const tables: Table[] = [];
  let run: Paragraph[] = [];
  for (const paragraph of [...paragraphs, null]) {
    if (paragraph !== null && paragraph.cells !== null && paragraph.cells.length >= 2) {
      run.push(paragraph);
      continue;
    }
    const [head, ...rows] = run;
    if (head !== undefined && run.length >= kFewestRows) {
      const before = paragraphs[head.number - 2];
      tables.push({
        caption: before !== undefined && before.cells === null ? before.text : "",
        head: head.cells!,
        rows,
      });
    }
    run = [];
  }
  return tables;
}

const kUnits = /人|所|名|个|元|万元|亿元|间|台|册|平方米|㎡/g;

export function numberIn(cell: string | undefined): Exact | null {
  const plain = (cell ?? "").replace(/[,，\s]/g, "").replace(kUnits, "");
  return /^\d+(?:\.\d+)?$/.test(plain) ? exactOf(plain) : null;
}

/** Where a cell stands in its row. */
export function cellPlace(row: Paragraph, column: number): { sentence: Sentence; from: number; to: number } {
  let from = 0;
  const raw = row.text.split("\t");
  for (let at = 0; at < column; at += 1) from += (raw[at]?.length ?? -1) + 1; // rows may be shorter
  const text = raw[column] ?? "";
  const start = row.start + from + (text.length - text.trimStart().length);
  const sentence = row.sentences.find((one) => one.start <= start && one.end > start) ?? row.sentences[0]!;
  return { sentence, from: start - sentence.start, to: start - sentence.start + text.trim().length };
}

const kNamed: readonly (readonly [RegExp, string])[] = [
  [/学生|在校生|教师|教职工|人数|毕业生/, "人"],
  [/学校|校数/, "所"],
  [/班级|班数|教学班/, "班"],
];

function unitOf(head: string): Unit | null {
  const inside = /[（(]([^）)]+)[）)]$/.exec(head)?.[1];
  if (inside !== undefined) return unitAt(inside, 0)?.unit ?? null;
  if (/[率比占均%]|系数|每/.test(head)) return null;
  const name = kNamed.find(([words]) => words.test(head))?.[1];
  return name === undefined ? null : (unitAt(name, 0)?.unit ?? null);
}

/** “校舍面积（万平方米）” */
function scaledBy(figure: Figure, unit: Unit): Figure {
  const by = fraction(10n ** BigInt(unit.shift ?? 0), 1n);
  return {
    ...figure,
    unit,
    shift: unit.shift ?? 0,
    value: times(figure.value, by),
    step: times(figure.step, by),
    range: { from: times(figure.range.from, by), to: times(figure.range.to, by) },
  };
}

/** What a number of a table is of, and its unit; others are left as they are. */
export function inTables(
  figures: readonly Figure[],
  paragraphs: readonly Paragraph[],
): { readonly figures: Figure[]; readonly subjects: ReadonlyMap<number, Subject> } {
  const out = [...figures];
  const subjects = new Map<number, Subject>();
  const at = new Map(figures.map((one) => [one.start, one]));
  for (const { caption, head, rows } of tablesOf(paragraphs)) {
    // a form has no head: “学校（所） | 48 | 学生（人） | 36960”, what stands before a number is its name
    const isForm = head.some((cell) => kNumberCell.test(cell));
    const first = isForm ? paragraphs.filter(({ cells }) => cells === head) : [];
    for (const row of [...first, ...rows])
      row.cells!.forEach((cell, column) => {
        const place = cellPlace(row, column);
        const figure = column === 0 || !kNumberCell.test(cell) ? undefined : at.get(place.sentence.start + place.from);
        if (figure === undefined) return;
        const own = isForm ? row.cells![column - 1]! : row.cells![0]!;
        const label = kTotalRow.test(own) ? "" : own;
        const bare = (words: string): string => words.replace(/[（(][^）)]*[）)]$/, "");
        const named = isForm ? "" : (head[column] ?? "");
        const top = kTotalRow.test(named) ? "" : bare(named);
        // what is measured may stand on either side: 小学 | 在校生数
        const name = kOnlyStage.test(top) || top === "" ? top + bare(label) : label + top;
        const unit = figure.unit.kind === "none" ? (unitOf(named) ?? unitOf(label)) : null;
        if (unit?.shift !== undefined) out[figure.index] = scaledBy(figure, unit);
        else if (unit !== null && (figure.decimals === 0 || !unit.counted))
          out[figure.index] = {
            ...figure,
            unit,
            range: unit.counted ? { from: figure.value, to: figure.value } : figure.range,
          };
        subjects.set(figure.index, {
          before: name,
          after: "",
          words: trimmed(name.replace(/数$/, "")),
          borrowed: false,
          stage: stageIn(name) || stageIn(caption),
        });
      });
  }
  return { figures: out, subjects };
}
