// SPDX-License-Identifier: MIT
//
// From the least to the most of a list or of a row of a table: “初中在 0.174—0.418 之间”. Where one end is that of a list of
// the same stage, the other one is held against it.

import { compare } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";

const kSpan = /^ ?(?:[-—–~～]{1,2}|至|到) ?$/;
const kAfter = /^[^，,；;。\d]{0,4}之间/;
const kFewest = 4;

export function checkSpans(reading: Reading): Finding[] {
  return reading.figures.flatMap((low, at) => {
    const high = reading.figures[at + 1];
    if (high?.sentence !== low.sentence || !kSpan.test(reading.text.slice(low.end, high.start))) return [];
    if (!kAfter.test(reading.text.slice(high.end, high.sentence.end)) || low.decimals === 0) return [];
    const { stage } = reading.subject(low);
    const lists = listsOf(reading, low, high).filter((list) => reading.subject(list[0]!).stage === stage);
    const ends = lists.map((list) => [...list].sort((a, b) => compare(a.value, b.value)));
    const isEnd = (one: Figure, other: Figure): boolean => compare(one.value, other.value) === 0;
    const meant = ends.filter((list) => isEnd(list[0]!, low) || isEnd(list.at(-1)!, high));
    // of two lists that fit at one end nobody knows which is meant
    const [list] = meant;
    if (list === undefined || meant.length > 1) return [];
    return [told(low, list[0]!), told(high, list.at(-1)!)];
  });
}

/** Lists, and rows of tables, of numbers of the same kind. */
function listsOf(reading: Reading, low: Figure, high: Figure): Figure[][] {
  const rows = new Map<string, Figure[]>();
  for (const one of reading.figures) {
    if (one === low || one === high || one.unit.id !== low.unit.id || one.decimals !== low.decimals) continue;
    if (one.bound !== null || one.sentence === low.sentence) continue;
    const key = `${one.sentence.paragraph} ${reading.subject(one).stage}`;
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  return [...rows.values()].filter((row) => row.length >= kFewest);
}

function told(end: Figure, of: Figure): Finding {
  const right = compare(end.value, of.value) === 0;
  return found("two", right ? "agree" : "differ", right ? "end_agrees" : "end_differs", end, {
    arithmetic: "",
    others: [of],
    args: { printed: end.text, other: of.text },
  });
}
