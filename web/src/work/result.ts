// SPDX-License-Identifier: MIT
//
// The result as the page looks at it: what nobody looks at is never made, and what several parts of the page look at is
// made once.

import type { County, Evaluation, Issue, OpenEvaluation, Summary, Unit } from "../engine/junheng.d.ts";

export interface Result {
  /** Everything but the counties and the issues. */
  readonly head: Omit<Evaluation, "counties" | "issues">;
  readonly countyCount: number;
  readonly summary: Summary;
  /** How many, told apart by county and name; null: there are so many units that nobody looks at each. */
  readonly schools: number | null;
  /** False: there are so many units that only the counties are shown. */
  readonly withUnits: boolean;
  /** Another one took its place: what was not asked before cannot be asked any more. */
  readonly gone: boolean;
  /** Of a county that is there, without its units. */
  county(index: number): County;
  /**
   * Units of a county from the place `from` on, at most `count`; fewer where there are no more, so that a county of
   * thousands can be looked at piece by piece. None where there are too many of them altogether.
   */
  units(county: number, from: number, count: number): readonly Unit[];
  /** Schools whose name is meant: how many, and the first `most` of them with all that is said of each. */
  schoolsNamed(isMeant: (name: string) => boolean, most: number): NamedSchools;
  /** The first of them. */
  issues(count: number): readonly Issue[];
}

/** A school's units, of which those of its stages are several. */
interface NamedSchools {
  readonly count: number;
  readonly schools: readonly { readonly county: number; readonly units: readonly Unit[] }[];
}

/** With more units than this the units in full would be larger than all the rest of the page's memory. */
const kUnitsInFull = 20_000;

/** The evaluation is only open while it is asked; null where it is gone. */
export type Ask = <T>(question: (evaluation: OpenEvaluation) => T) => T | null;

/** How its values came about is another question, and longer than all else that is said of them. */
function plain(unit: Unit): Unit {
  return { ...unit, values: unit.values.map(({ explanation: _, ...value }) => value) };
}

/** By names alone, which are asked for as a column: a nation's schools are too many to be looked at each. */
function named(evaluation: OpenEvaluation, isMeant: (name: string) => boolean, most: number): NamedSchools {
  const columns = evaluation.units();
  if (columns === null) return { count: 0, schools: [] };
  const names = columns.names();
  const found = new Map<string, { county: number; units: number[] }>();
  let county = 0;
  for (let at = 0; at < columns.length; at += 1) {
    while (at >= (columns.begin[county + 1] ?? Infinity)) county += 1;
    const name = names.at(at);
    if (name === null || !isMeant(name)) continue;
    const key = `${county} ${name}`;
    const school = found.get(key) ?? { county, units: [] };
    found.set(key, school);
    school.units.push(at - (columns.begin[county] ?? 0));
  }
  const schools = [...found.values()].slice(0, most).map((school) => ({
    county: school.county,
    units: school.units.flatMap((unit) => evaluation.explain({ county: school.county, unit }) ?? []).map(plain),
  }));
  return { count: found.size, schools };
}

/** Stages of one school are several units; one without a name is a school of its own. */
function schoolsOf(evaluation: OpenEvaluation): number {
  const units = evaluation.units();
  if (units === null) return 0;
  const names = units.names();
  const seen = new Set<string>();
  let county = 0;
  for (let at = 0; at < units.length; at += 1) {
    while (at >= (units.begin[county + 1] ?? Infinity)) county += 1;
    seen.add(`${county} ${names.at(at) ?? `${units.sheet[at]}:${units.row[at]}`}`);
  }
  return seen.size;
}

export class AskedResult implements Result {
  readonly #ask: Ask;
  readonly #isGone: () => boolean;
  readonly countyCount: number;
  #head: Result["head"] | null = null;
  #schools: number | null = null;
  #summary: Summary | null = null;
  readonly #counties = new Map<number, County>();
  readonly #units = new Map<number, Unit[]>();
  #issues: readonly Issue[] = [];

  constructor(ask: Ask, countyCount: number, isGone: () => boolean) {
    this.#ask = ask;
    this.#isGone = isGone;
    this.countyCount = countyCount;
  }

  get gone(): boolean {
    return this.#isGone();
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
    const county = this.#answer((evaluation) => evaluation.county(index, { units: false }));
    this.#counties.set(index, county);
    return county;
  }

  get schools(): number | null {
    if (!this.withUnits) return null;
    return (this.#schools ??= this.#answer((evaluation) => schoolsOf(evaluation)));
  }

  units(county: number, from: number, count: number): readonly Unit[] {
    if (!this.withUnits) return [];
    const known = this.#units.get(county) ?? [];
    this.#units.set(county, known);
    if (known.length < from + count) this.#answer((evaluation) => this.#learn(evaluation, county, known, from + count));
    return known.slice(from, from + count);
  }

  schoolsNamed(isMeant: (name: string) => boolean, most: number): NamedSchools {
    return this.#answer((evaluation) => named(evaluation, isMeant, most));
  }

  #learn(evaluation: OpenEvaluation, county: number, known: Unit[], count: number): true {
    while (known.length < count) {
      const unit = evaluation.explain({ county, unit: known.length });
      if (unit === null) break;
      known.push(plain(unit));
    }
    return true;
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
