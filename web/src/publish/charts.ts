// SPDX-License-Identifier: MIT
//
// The charts of a published page; their numbers stand in the tables beneath them.

import type { StageResult, Unit } from "../engine/junheng.d.ts";
import type { Html } from "./html.ts";
import type { PageContext } from "./page_context.ts";

export function balanceChart(_stage: StageResult, _id: string, _context: PageContext): Html | null {
  return null;
}

export function schoolsChart(_stage: StageResult, _units: readonly Unit[], _id: string, _context: PageContext): Html | null {
  return null;
}
