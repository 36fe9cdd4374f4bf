// SPDX-License-Identifier: MIT
//
// junheng.county/1: a county a line, as other engines take it. Keys of a county are those of junheng.evaluation/1.

import type { County, CountySummary, Evaluation, EvaluationSummary, Issue } from "../engine/junheng.d.ts";
import { jsonText } from "./inert.ts";

type Head = Pick<Evaluation | EvaluationSummary, "engine" | "standard">;

/**
 * `issues`: of this county alone; null where the table was read as a whole, as they are not told apart there. Their
 * sentences are left out: they name lines, and a county's table has others than the whole one.
 */
export function countyLine(
  file: string,
  { engine, standard }: Head,
  county: County | CountySummary,
  issues: readonly Partial<Issue>[] | null,
): string {
  const line = {
    schema: "junheng.county/1",
    file: file === "" ? null : file,
    engine,
    standard: standard?.id ?? null,
    ...county,
    issues: issues?.map(({ message: _, ...issue }) => issue) ?? null,
  };
  return `${jsonText(line)}\n`;
}
