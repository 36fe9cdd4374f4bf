// SPDX-License-Identifier: MIT
//
// What a person decided about the tables, as steps that can be taken back. Tables themselves are never changed.

import type { OptionRule, Reading } from "../engine/junheng.d.ts";
import { kNoDecisions } from "./project.ts";
import type { Decisions } from "./project.ts";

export type Edit = NonNullable<Reading["edits"]>[number];
export type ColumnChoice = NonNullable<Reading["columns"]>[number];
type RowPlace = NonNullable<Reading["leftOut"]>[number];
type Answer = NonNullable<Reading["answers"]>[number];

const sameCell = (a: Edit, b: Edit): boolean =>
  (a.sheet ?? 0) === (b.sheet ?? 0) && a.row === b.row && a.column === b.column;
const sameRow = (a: RowPlace, b: RowPlace): boolean => (a.sheet ?? 0) === (b.sheet ?? 0) && a.row === b.row;

/** The cell as it should be; `before` is what stands in the table: the same text again takes the correction back. */
export function withEdit(reading: Reading, edit: Edit, before: string): Reading {
  const others = (reading.edits ?? []).filter((one) => !sameCell(one, edit));
  return { ...reading, edits: edit.text === before ? others : [...others, edit] };
}

export function withColumn(reading: Reading, choice: ColumnChoice): Reading {
  const others = (reading.columns ?? []).filter((one) => one.column !== choice.column);
  return { ...reading, columns: [...others, choice] };
}

/** Back to what the column's name says. */
export function withoutColumn(reading: Reading, column: number): Reading {
  return { ...reading, columns: (reading.columns ?? []).filter((one) => one.column !== column) };
}

export function withRow(reading: Reading, place: RowPlace, leftOut: boolean): Reading {
  const others = (reading.leftOut ?? []).filter((one) => !sameRow(one, place));
  return { ...reading, leftOut: leftOut ? [...others, place] : others };
}

const sameQuestion = (a: Answer, b: Answer): boolean =>
  a.question === b.question && a.sheet === b.sheet && a.row === b.row;

export function withAnswer(reading: Reading, answer: Answer): Reading {
  const others = (reading.answers ?? []).filter((one) => !sameQuestion(one, answer));
  return { ...reading, answers: [...others, answer] };
}

/** The question is open again. */
export function withoutAnswer(reading: Reading, answer: Answer): Reading {
  return { ...reading, answers: (reading.answers ?? []).filter((one) => !sameQuestion(one, answer)) };
}

export function withHeader(reading: Reading, header: Reading["header"]): Reading {
  const { header: _, ...rest } = reading;
  return header === undefined ? rest : { ...rest, header };
}

/** The standard's own choice is no decision. */
export function withChoice(
  options: Decisions["options"],
  { id, default: preset }: Pick<OptionRule, "id" | "default">,
  choice: string,
): Decisions["options"] {
  const { [id]: _, ...rest } = options;
  return choice === preset ? rest : { ...rest, [id]: choice };
}

export class Changes {
  #past: Decisions[] = [];
  #future: Decisions[] = [];
  #now: Decisions;

  constructor(start: Decisions = kNoDecisions) {
    this.#now = start;
  }

  get now(): Decisions {
    return this.#now;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  apply(next: Decisions): void {
    this.#past.push(this.#now);
    this.#future = [];
    this.#now = next;
  }
  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.#now);
    this.#now = before;
  }
  redo(): void {
    const next = this.#future.pop();
    if (next === undefined) return;
    this.#past.push(this.#now);
    this.#now = next;
  }
}
