// SPDX-License-Identifier: MIT
//
// A table of any length, made in pieces. Of a long one each hundred rows are a table of their own with their own heads:
// then the browser lays out only those that somebody sees (.piece in app.css), where one table of thousands would be
// laid out again as a whole with every row that comes. It is copied as the one table it is.

import { cellRow, copyTools } from "../../kit/copy_table.ts";
import type { Cell } from "../../kit/copy_table.ts";
import { element, scrollBox, table } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import type { AllWords } from "./context.ts";
import type { Making } from "./pieces.ts";

interface LongTable<Row> {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  cells(row: Row): Cell[];
}

const kRowsOfPiece = 100;
/** Rows between two looks at the clock. */
const kRowsOfStep = 20;

export function* longTable<Row>(
  into: HTMLElement,
  { caption, heads, rows, cells }: LongTable<Row>,
  words: AllWords,
): Making {
  const count = rows.length;
  const scroll = scrollBox(caption);
  const tools = copyTools(caption, heads, () => rows.map(cells), words);
  into.append(element("div", { class: "table-box" }, tools, scroll));
  for (let from = 0; from < count; from += kRowsOfPiece) {
    const to = Math.min(from + kRowsOfPiece, count);
    const alone = count <= kRowsOfPiece;
    const said = alone ? caption : fill(words.tablePart, { caption, from: from + 1, to, count });
    const piece = table({ caption: said, heads, rows: [] });
    scroll.append(alone ? piece : element("div", { class: "piece" }, piece));
    for (let at = from; at < to; at += kRowsOfStep) {
      const step = rows.slice(at, Math.min(at + kRowsOfStep, to));
      piece.tBodies[0]?.append(...step.map((row) => cellRow(cells(row))));
      yield;
    }
  }
}
