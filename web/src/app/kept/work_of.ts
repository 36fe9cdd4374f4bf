// SPDX-License-Identifier: MIT
//
// What is open, as it is kept.

import type { Work } from "../../keep/work.ts";
import type { Result } from "../../work/result.ts";

interface Beside extends Pick<Work, "standard" | "ownStandards" | "place"> {
  readonly result: Result;
  /** Of tables that have neither a county nor a file. */
  readonly unnamed: string;
}

/** By the name of its county, where it has one. `open`: its tables, and what was decided about them. */
export function workOf(open: Pick<Work, "sources" | "decisions" | "name">, beside: Beside): Work {
  const { result, unnamed, ...rest } = beside;
  const { sources, decisions } = open;
  const named = result.countyCount === 1 ? result.summary.counties.at(0) : null;
  const name = named ?? (open.name === "" ? unnamed : open.name);
  return { ...rest, sources, decisions, name, schools: result.schools, verdict: result.head.verdict };
}
