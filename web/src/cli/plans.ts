// SPDX-License-Identifier: MIT
//
// The plans of one input, of every county and stage that is asked for.

import type { OpenRequest } from "../engine/junheng.d.ts";
import type { PlanAnswer, PlanCounty, Planner } from "../engine/plan.d.ts";
import type { StageOf } from "../plan/context.ts";
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
