// SPDX-License-Identifier: MIT
//
// The plan of each stage of a county as papers tell it: by school, with what was proved of it or why there is none.

import type { Stage } from "../engine/junheng.d.ts";
import type { PlanAnswer, PlanCounty, PlanRequest, PupilLimits } from "../engine/plan.d.ts";
import { sentencesOf } from "./answer_view.ts";
import { kStep, resourceName, resourceOf, unitName, wordsOf } from "./context.ts";
import type { PlanContext, StageOf } from "./context.ts";

/** What is wished of the plan of a stage. */
export type Wishes = Omit<PlanRequest, "county" | "stage">;

export interface PlannedStage {
  readonly stage: Stage;
  /** In Chinese, as papers are: that it was evaluated with the plan in it; without a plan, why there is none. */
  readonly said: readonly string[];
  /** Those that get something, by their line in the table; null: there is no plan. */
  readonly schools: readonly PlannedSchool[] | null;
  /** Schools from or to which pupils go, with how many they have then. */
  readonly pupils: readonly { row: number | null; sheet?: string | null; before: number; after: number }[];
}

interface PlannedSchool {
  readonly row: number | null;
  readonly sheet?: string | null;
  readonly changes: readonly {
    readonly resource: string;
    readonly unit: string;
    readonly indicator: string;
    /** Decimal text; negative: given to others. */
    readonly by: string;
    /** Of the indicator. */
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Which pupils may go to another school, as it was last asked of these tables: by county and stage. */
const kPupils = new WeakMap<readonly unknown[], Map<string, PupilLimits>>();
const placeOf = (county: number, stage: Stage): string => `${county} ${stage}`;

export function keepPupils(sheets: readonly unknown[], { county, stage, pupils }: PlanRequest): void {
  const kept = kPupils.get(sheets) ?? new Map<string, PupilLimits>();
  kPupils.set(sheets, kept);
  if (pupils === undefined) kept.delete(placeOf(county, stage));
  else kept.set(placeOf(county, stage), pupils);
}
export function pupilsKept(sheets: readonly unknown[]): ReadonlyMap<string, PupilLimits> {
  return kPupils.get(sheets) ?? new Map();
}

/** `at`: place of the county. Things are only counted, whole ones, and none goes from school to school; pupils may. */
export async function plannedStages(
  { stages }: PlanCounty,
  at: number,
  plan: (asked: PlanRequest) => PlanAnswer | null | Promise<PlanAnswer | null>,
  allowed: ReadonlyMap<string, PupilLimits> = new Map(),
): Promise<PlannedStage[]> {
  const planned: PlannedStage[] = [];
  for (const stage of stages) {
    const resources = stage.resources.map(({ id }) => ({ id, step: kStep }));
    const pupils = allowed.get(placeOf(at, stage.stage));
    const answer = await plan({
      county: at,
      stage: stage.stage,
      resources,
      ...(pupils === undefined ? {} : { pupils }),
    });
    if (answer !== null) planned.push(plannedStage(stage, answer));
  }
  return planned;
}

/** `budget`: that was asked with. */
export function plannedStage(stage: StageOf, answer: PlanAnswer, budget = ""): PlannedStage {
  const context: PlanContext = { ...wordsOf("zh"), stage };
  const sentences = sentencesOf(answer, context, budget);
  if (answer.outcome !== "planned" || answer.obstacle !== null)
    return { stage: stage.stage, said: sentences, schools: null, pupils: [] };
  const schools = (answer.schools ?? []).map(({ row, sheet, changes }): PlannedSchool => ({
    row,
    sheet: sheet ?? null,
    changes: changes.map(({ indicator, by, before, after }) => {
      const one = resourceOf(stage, indicator);
      const [resource, unit] = [resourceName(one, context), unitName(one, context)];
      return { resource, unit, indicator: one.title.zh, by, before, after };
    }),
  }));
  const ends = (answer.pupils?.moves ?? []).flatMap(({ from, to }) => [from, to]);
  const pupils = [...new Map(ends.map((end) => [end.unit, end])).values()].map((end) => ({
    row: end.row,
    sheet: end.sheet ?? null,
    before: end.pupils ?? 0,
    after: end.pupilsAfter,
  }));
  // The first sentence of a plan is what the whole stage gets; a page of one school tells its own share.
  return { stage: stage.stage, said: schools.length === 0 ? sentences : sentences.slice(1), schools, pupils };
}
