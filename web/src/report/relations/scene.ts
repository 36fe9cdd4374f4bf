// SPDX-License-Identifier: MIT
//
// What stands around a number: the numbers it may be made of, nearest first, and the words that name it.

import type { Figure } from "../figures.ts";
import { type Reading, countsOf } from "../reading.ts";
import { trimmed } from "../subjects.ts";
import type { Row } from "../checks/table_text.ts";
import { between, clauseBefore } from "../checks/clause.ts";

/** So many numbers before it and behind it in its sentence it may be made of. */
const kBefore = 14;
const kBehind = 9;
const kSentences = 2;

export interface Scene {
  readonly target: Figure;
  /** Of its sentence, nearest first. */
  readonly own: readonly Figure[];
  /** Of its sentence, behind it, nearest first. */
  readonly behind: readonly Figure[];
  /** Of the sentences before it in its paragraph, nearest first. */
  readonly earlier: readonly Figure[];
  /** From the number before it in its sentence. */
  readonly lead: string;
  readonly clause: string;
  /** Rows of tables that its clause names. */
  readonly rows: readonly Row[];
  /** No semicolon stands between it and the other. */
  isBeside(other: Figure): boolean;
}

export const isPlain = (one: Figure): boolean => one.bound === null && !one.vague;

export function sceneOf(reading: Reading, target: Figure, rows: readonly Row[]): Scene {
  const before = reading.before(target).filter(isPlain).slice(0, kBefore);
  const clause = clauseBefore(reading, target);
  return {
    target,
    own: before.filter((one) => one.sentence === target.sentence),
    behind: reading
      .of(target.sentence)
      .filter((one) => one.start > target.start && isPlain(one))
      .slice(0, kBehind),
    earlier: before.filter(
      ({ sentence }) => sentence !== target.sentence && target.sentence.number - sentence.number <= kSentences,
    ),
    lead: between(reading, target),
    clause,
    rows: rows.filter(({ name }) => name.length >= 2 && clause.includes(name.slice(-kEndOfName))),
    isBeside: (other) =>
      other.sentence === target.sentence &&
      !/[；;]/.test(reading.text.slice(Math.min(other.end, target.end), Math.max(other.start, target.start))),
  };
}

/** “教育经费” is said of 一般公共预算教育经费. */
const kEndOfName = 4;
const kStages = ["", "primary", "middle"] as const;
const kTeachers = /^(?:小学|初中|义务教育(?:阶段)?)?(?:在[编职岗册])*(?:专任)?教师(?:总数)?$/;

/** What the report has of pupils, teachers, schools and classes, as a whole and by stage. */
export function totalsOf(reading: Reading): Figure[] {
  const counts = ["人", "所", "班"].flatMap((unit) => kStages.flatMap((stage) => countsOf(reading, unit, stage)));
  const teachers = reading.figures.filter(
    (one) => one.unit.id === "人" && isPlain(one) && kTeachers.test(trimmed(reading.subject(one).words)),
  );
  return [...new Set([...counts, ...teachers])];
}

/** A number of primary schools is made of no number of middle schools. */
export const fitsStage = (reading: Reading, a: Figure, b: Figure): boolean => {
  const [one, other] = [reading.subject(a).stage, reading.subject(b).stage];
  return one === "" || other === "" || one === other;
};
