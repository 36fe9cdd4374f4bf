// SPDX-License-Identifier: MIT
//
// The plans that the papers tell of, computed when they are asked for and kept until something else is open.

import type { Column, OpenRequest, TableRows } from "../engine/junheng.d.ts";
import type { PlanDoor } from "../plan/plan_door.ts";
import type { PlannedStage } from "../plan/planned.ts";
import { plansTogether } from "../plan/together.ts";
import type { AsidePage } from "../work/aside.ts";
import type { OpenTable } from "../work/calculator.ts";

type PlanRoom = typeof import("../plan/plan_view.ts");

interface PlansAsked {
  readonly request: OpenRequest;
  /** Files of the standard, where it is one's own. */
  readonly own: readonly string[];
  readonly columns: readonly Column[];
  readonly sheets: TableRows["sheets"];
  readonly pupils: ReturnType<PlanRoom["pupilsKept"]>;
}

export class PapersPlans {
  readonly #doors = new Set<PlanDoor>();
  /** What the plans are of. */
  #sheets: OpenTable["sheets"] | null = null;
  #decided = "";
  readonly #plans = new Map<number, Promise<readonly PlannedStage[]>>();

  /** Of the county in this place. Rejects where they cannot be computed; the next time tries anew. */
  async of(page: AsidePage, at: number): Promise<readonly PlannedStage[]> {
    // The door comes with the view of plans: who looked at that one has it already.
    const room = await import("../plan/plan_view.ts");
    const table = page.table();
    const calculator = page.calculator();
    const columns = calculator?.result()?.head.columns;
    if (table === null || calculator === null || columns === undefined) return [];
    const pupils = room.pupilsKept(table.sheets);
    const { reading, options, county, previous, remarks } = calculator.decisions();
    const own = page.own.with(page.standard());
    const others = { standard: page.standard(), reading, options, county, previous, remarks };
    const decided = JSON.stringify([others, own, [...pupils]]);
    if (this.#sheets !== table.sheets || this.#decided !== decided) {
      this.#sheets = table.sheets;
      this.#decided = decided;
      this.#plans.clear();
      for (const door of this.#doors) door.stop();
      this.#doors.clear();
    }
    const { sheets } = calculator.rows({ reading, count: 0 });
    const asked = { request: { table: table.sheets, ...others }, own, columns, sheets, pupils };
    const known = this.#plans.get(at) ?? this.#compute(room, at, asked);
    this.#plans.set(at, known);
    known.catch(() => this.#plans.delete(at));
    return known;
  }

  /** A door for each: of two counties each opens its own tables, one after another. */
  async #compute(room: PlanRoom, at: number, asked: PlansAsked): Promise<readonly PlannedStage[]> {
    const { request, own, pupils, ...table } = asked;
    const door = new room.PlanDoor();
    this.#doors.add(door);
    const asker = {
      open: (next: OpenRequest) => {
        door.take(next, own);
        return door.stages();
      },
      plan: (wishes: Parameters<PlanDoor["plan"]>[0]) => door.plan(wishes),
    };
    const wishes = { ...room.wholeThings(pupils), isWanted: (_: unknown, county: number) => county === at };
    try {
      return room.plannedStages(await plansTogether(asker, request, table, wishes), at);
    } finally {
      door.stop();
      this.#doors.delete(door);
    }
  }
}
