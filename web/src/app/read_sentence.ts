// SPDX-License-Identifier: MIT
//
// What was understood of the tables that are open, in one sentence, each part of which leads to what it speaks of.

import { button } from "../kit/dom.ts";
import { openIssues } from "../work/open_issues.ts";
import type { Result } from "../work/result.ts";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/app_zh.ts";
import type { Bar } from "./bar.ts";

/** Where a part leads to. */
export type ReadDoor = "schools" | "reading" | "issues";

/** A text alone, or one that leads somewhere. */
type ReadPart = string | { readonly text: string; readonly to: ReadDoor };

/** Columns that are named; the others are counted. */
const kNamed = 3;
/** Issues that are counted; a table with more of them has other troubles. */
const kCounted = 1000;

function readSentence(result: Result, words: Words): ReadPart[] {
  const { read } = words;
  const { columns, questions = [] } = result.head;
  const units = result.summary.byStage.units.reduce((sum, count) => sum + count, 0);
  const { schools } = result;
  const counted = schools === null ? read.units : read.schools;
  const unused = columns.filter(({ field }) => field === null).map(({ header }) => header || words.columnUnnamed);
  const named = unused.slice(0, kNamed).join(words.listComma);
  const names = unused.length > kNamed ? fill(words.andMore, { names: named, count: unused.length }) : named;
  const column = { all: columns.length, used: columns.length - unused.length, names };
  const open = questions.filter(({ answer }) => answer === null).length;
  const issues = result.issues(kCounted);
  const { errors, warnings } = openIssues(issues);
  const least = (count: number): string => (issues.length === kCounted ? fill(read.least, { count }) : String(count));
  const asked: ReadPart[] = [
    ...(open === 0 ? [] : [{ text: fill(read.questions, { count: open }), to: "reading" as const }]),
    ...(errors.length === 0
      ? []
      : [{ text: fill(read.errors, { count: least(errors.length) }), to: "issues" as const }]),
    ...(warnings.length === 0
      ? []
      : [{ text: fill(read.warnings, { count: least(warnings.length) }), to: "issues" as const }]),
  ];
  return [
    read.begin,
    { text: fill(counted, { schools: schools ?? "", units }), to: "schools" },
    ...(columns.length === 0
      ? []
      : [
          read.comma,
          { text: fill(unused.length === 0 ? read.allColumns : read.columns, column), to: "reading" as const },
        ]),
    words.semicolon,
    ...(asked.length === 0 ? [read.nothing] : asked.flatMap((part, at) => (at === 0 ? [part] : [read.comma, part]))),
    read.end,
  ];
}

interface ReadPage {
  readonly bar: Bar;
  words(): Words;
  /** Null where nothing sound is open. */
  result(): Result | null;
  lead(to: ReadDoor): void;
}

/** What else is to be said. */
export type Also = (words: Words) => string;

/** Says it in the bar, and again in the language of then. */
export function sayRead({ bar, words, result, lead }: ReadPage, also: Also = () => ""): void {
  if (result() === null) return;
  bar.sayParts(() => {
    const now = result();
    if (now === null || now.gone) return null;
    const door = (text: string, to: ReadDoor): HTMLElement =>
      button(text, () => lead(to), { class: "door", "data-to": to });
    return [
      ...readSentence(now, words()).map((part) => (typeof part === "string" ? part : door(part.text, part.to))),
      also(words()),
    ];
  });
}
