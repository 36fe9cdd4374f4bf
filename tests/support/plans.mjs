// SPDX-License-Identifier: MIT
//
// Plans of the stages of a county as pages and command line have them made: together, one after another.

import { loadPlanner } from "../../dist/site/engine/plan.js";
import { loadJunheng } from "./publishing.mjs";
import { sourceModule } from "./sources.mjs";

const { plansTogether } = await sourceModule("plan/together.ts");
export const { plannedStages, wholeThings } = await sourceModule("plan/planned.ts");
const junheng = await loadJunheng();
const planner = await loadPlanner();

/** Of all counties of `request`; `asks` counts what the planner was asked for. */
export async function togetherOf(request, wishes = wholeThings(), asks = { open: 0, plan: 0 }) {
  const { sheets } = junheng.read({ table: request.table, reading: request.reading ?? {}, count: 0 });
  const { columns } = junheng.evaluate(request);
  let open = null;
  const asker = {
    open: async (asked) => {
      asks.open += 1;
      open?.close();
      open = planner.open(asked);
      return open.stages;
    },
    plan: async (asked) => {
      asks.plan += 1;
      return open.plan(asked);
    },
  };
  const together = await plansTogether(asker, request, { columns, sheets }, wishes);
  open.close();
  return together;
}
