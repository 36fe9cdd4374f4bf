// SPDX-License-Identifier: MIT
//
// The plans that the papers tell of, computed when they are asked for and kept until something else is open.

import type { OpenRequest } from "../engine/junheng.d.ts";
import type { PlanDoor } from "../plan/plan_door.ts";
import type { PlannedStage } from "../plan/planned.ts";
import type { AsidePage } from "../work/aside.ts";
import type { OpenTable } from "../work/calculator.ts";

export class PapersPlans {
  #door: PlanDoor | null = null;
  /** What the plans are of. */
  #sheets: OpenTable["sheets"] | null = null;
  #decided = "";
  readonly #plans = new Map<number, Promise<readonly PlannedStage[]>>();

  /** Of the county in this place. Rejects where they cannot be computed; the next time tries anew. */
  async of(page: AsidePage, at: number): Promise<readonly PlannedStage[]> {
    // The door comes with the view of plans: who looked at that one has it already.
    const room = await import("../plan/plan_view.ts");
    const table = page.table();
    if (table === null) return [];
    const pupils = room.pupilsKept(table.sheets);
    const { reading, options, county, previous, remarks } = page.calculator()?.decisions() ?? table.decisions;
    const own = page.own.with(page.standard());
    const others = { standard: page.standard(), reading, options, county, previous, remarks };
    const decided = JSON.stringify([others, own, [...pupils]]);
    if (this.#sheets !== table.sheets || this.#decided !== decided) {
      this.#sheets = table.sheets;
      this.#decided = decided;
      this.#plans.clear();
      this.#door?.stop();
      this.#door = null;
    }
    const known = this.#plans.get(at) ?? this.#compute(room, { table: table.sheets, ...others }, own, at, pupils);
    this.#plans.set(at, known);
    known.catch(() => this.#plans.delete(at));
    return known;
  }

  async #compute(
    room: typeof import("../plan/plan_view.ts"),
    request: OpenRequest,
    own: readonly string[],
    at: number,
    pupils: ReturnType<typeof room.pupilsKept>,
  ): Promise<readonly PlannedStage[]> {
    if (this.#door === null) {
      this.#door = new room.PlanDoor();
      this.#door.take(request, own);
    }
    const door = this.#door;
    const county = (await door.stages())?.[at];
    return county === undefined ? [] : room.plannedStages(county, at, (asked) => door.plan(asked), pupils);
  }
}
