// SPDX-License-Identifier: MIT
//
// What was entered in the view of the papers, kept as long as the page lives.

import { now } from "../kit/clock.ts";
import type { PaperFormat, PaperKind } from "./papers.d.ts";

export interface Stated {
  /** Place of the county. */
  at: number;
  readonly fields: Record<"county" | "department" | "filler" | "reviewer" | "date" | "deadline", string>;
  readonly departments: Map<string, string>;
  readonly basics: Map<string, string>;
  readonly kinds: Set<PaperKind>;
  readonly formats: Set<PaperFormat>;
  /** The pages of the schools tell the plan. Off at first: it takes a moment. */
  withPlan: boolean;
}

/** 2024年9月1日; empty where the clock is broken. */
function today(): string {
  const time = now();
  if (time === null) return "";
  const day = new Date(time);
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
}

export function newStated(): Stated {
  return {
    at: 0,
    fields: { county: "", department: "", filler: "", reviewer: "", date: today(), deadline: "" },
    departments: new Map(),
    basics: new Map(),
    kinds: new Set(["report", "form"]),
    formats: new Set(["docx"]),
    withPlan: false,
  };
}
