// SPDX-License-Identifier: MIT
//
// What was chosen of the sources, as a calculator opens it.

import type { OpenTable } from "./calculator.ts";
import type { Decisions } from "./project.ts";
import { chosenSheets } from "./sources.ts";
import type { Source } from "./sources.ts";

/** Of all files together; empty for the clipboard. */
export function nameOf(sources: readonly Source[]): string {
  return sources
    .map(({ name }) => name)
    .filter((name) => name !== "")
    .join("、");
}

export function tablesOf(sources: readonly Source[], decisions: Decisions, standard = ""): OpenTable {
  return { sheets: chosenSheets(sources), name: nameOf(sources), decisions, standard };
}
