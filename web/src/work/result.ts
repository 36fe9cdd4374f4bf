// SPDX-License-Identifier: MIT
//
// The result as the page looks at it: what nobody looks at is never made, and what several parts of the page look at is
// made once.

import type { County, Evaluation, Issue, OpenEvaluation, Summary } from "../engine/junheng.d.ts";

export interface Result {
  /** Everything but the counties and the issues. */
  readonly head: Omit<Evaluation, "counties" | "issues">;
  readonly countyCount: number;
  readonly summary: Summary;
  /** False: there are so many units that only the counties are shown. */
  readonly withUnits: boolean;
  /** Of a county that is there. */
  county(index: number): County;
  /** The first of them. */
  issues(count: number): readonly Issue[];
}

/** With more units than this the units in full would be larger than all the rest of the page's memory. */
const kUnitsInFull = 20_000;

/** The evaluation is only open while it is asked; null where it is gone. */
export type Ask = <T>(question: (evaluation: OpenEvaluation) => T) => T | null;

export class AskedResult implements Result {
  readonly #ask: Ask;
  readonly countyCount: number;
  #head: Result["head"] | null = null;
  #summary: Summary | null = null;
  readonly #counties = new Map<number, County>();
  #issues: readonly Issue[] = [];

  constructor(ask: Ask, countyCount: number) {
    this.#ask = ask;
    this.countyCount = countyCount;
  }

  get head(): Result["head"] {
    return (this.#head ??= this.#answer((evaluation) => evaluation.head()));
  }

  get summary(): Summary {
    return (this.#summary ??= this.#answer((evaluation) => evaluation.summary()));
  }

  get withUnits(): boolean {
    return this.summary.byStage.units.reduce((sum, units) => sum + units, 0) <= kUnitsInFull;
  }

  county(index: number): County {
    const known = this.#counties.get(index);
    if (known !== undefined) return known;
    const { withUnits } = this;
    const county = this.#answer((evaluation) => evaluation.county(index, { units: withUnits }));
    this.#counties.set(index, county);
    return county;
  }

  issues(count: number): readonly Issue[] {
    const known = this.#issues.length;
    if (known < Math.min(count, this.head.issueCount)) {
      const more = this.#answer((evaluation) => evaluation.issues(known, count - known));
      this.#issues = [...this.#issues, ...more];
    }
    return this.#issues.slice(0, count);
  }

  #answer<T>(question: (evaluation: OpenEvaluation) => T): NonNullable<T> {
    const answer = this.#ask(question);
    if (answer === null || answer === undefined) throw new Error("A result was asked for what it has not.");
    return answer;
  }
}
