// SPDX-License-Identifier: MIT
//
// Questions to a planner one after another, as they cross to a worker and back.

import type { OpenPlan, Planner } from "./plan.d.ts";

/** Answered with null where nothing could be opened, or there is no such place. */
export type PlanQuestion =
  /** `own`: files of standards, parents first. */
  | { readonly kind: "open"; readonly request: Parameters<Planner["open"]>[0]; readonly own: readonly string[] }
  | { readonly kind: "plan"; readonly asked: Parameters<OpenPlan["plan"]>[0] }
  | { readonly kind: "sureness"; readonly asked: Parameters<OpenPlan["sureness"]>[0] }
  | { readonly kind: "outlook"; readonly asked: Parameters<OpenPlan["outlook"]>[0] };

/** The answer of a question that was thrown over, instead. */
export interface PlanFailed {
  readonly failed: string;
}

/** Comes before the answer, as often as a part of it is done. */
export interface PlanUnderWay {
  readonly progress: { readonly done: number; readonly all: number };
}

/** Answers questions with a planner: what is opened takes the place of what was. */
export function answering(
  planner: Planner,
  progress?: (done: number, all: number) => void,
): (question: PlanQuestion) => unknown {
  let open: OpenPlan | null = null;
  return (question) => {
    if (question.kind === "open") {
      open?.close();
      for (const text of question.own) planner.addStandard(text);
      open = planner.open(question.request);
      return open?.stages ?? null;
    }
    if (open === null) return null;
    if (question.kind === "plan") return open.plan(question.asked, progress);
    return question.kind === "sureness" ? open.sureness(question.asked) : open.outlook(question.asked);
  };
}
