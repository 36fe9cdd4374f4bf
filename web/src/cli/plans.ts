// SPDX-License-Identifier: MIT
//
// The plans of one input, of every county and stage that is asked for: each by itself, and those that hold together.

import type { Junheng, OpenRequest } from "../engine/junheng.d.ts";
import type { OpenPlan, PlanAnswer, PlanCounty, Planner } from "../engine/plan.d.ts";
import type { StageOf } from "../plan/context.ts";
import { plansTogether } from "../plan/together.ts";
import type { PlansTogether } from "../plan/together.ts";
import type { Stop } from "./exits.ts";
import { usage } from "./options.ts";
import type { WishList } from "./wishes.ts";

export interface Plan {
  readonly county: PlanCounty;
  /** Place of the county in the result. */
  readonly at: number;
  readonly stage: StageOf;
  readonly answer: PlanAnswer;
}

/** Null: there is no table of schools. */
export function plansOf(planner: Planner, request: OpenRequest, wishes: WishList): Plan[] | null {
  const open = planner.open(request);
  if (open === null) return null;
  try {
    if (open.stages.length === 0) return null;
    wishes.check(open.stages);
    return open.stages.flatMap((county, at) =>
      county.stages
        .filter((stage) => wishes.isWanted(stage))
        .flatMap((stage): Plan[] => {
          const answer = open.plan({ county: at, stage: stage.stage, ...wishes.of(stage) });
          return answer === null ? [] : [{ county, at, stage, answer }];
        }),
    );
  } finally {
    open.close();
  }
}

/** What papers and the page for everybody tell of. */
export async function plansTogetherOf(
  engine: Junheng,
  planner: Planner,
  request: OpenRequest,
  wishes: WishList,
): Promise<PlansTogether> {
  const { table = "", reading = {} } = request;
  const { sheets } = engine.read({ table, reading, count: 0 });
  const { columns } = engine.evaluate({ ...request, detail: "summary" });
  let open: OpenPlan | null = null;
  try {
    const asker = {
      open: async (asked: OpenRequest): Promise<readonly PlanCounty[] | null> => {
        open?.close();
        open = planner.open(asked);
        if (open !== null && open.stages.length > 0) wishes.check(open.stages);
        return open?.stages ?? null;
      },
      plan: async (asked: Parameters<OpenPlan["plan"]>[0]): Promise<PlanAnswer | null> => open?.plan(asked) ?? null,
    };
    return await plansTogether(asker, request, { columns, sheets }, wishes);
  } finally {
    (open as OpenPlan | null)?.close();
  }
}

export const notTogether = (): Stop =>
  usage({
    zh: "几个学段的方案牵涉同一所学校，放在一起不能都达标，或者不知道上限、预算怎样分：请用 --stage 只选一个学段。",
    en: "Plans of several stages meet at one school and do not pass together, or share its cap or budget: choose one by --stage.",
  });
