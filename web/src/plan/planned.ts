// SPDX-License-Identifier: MIT
//
// The plan of each stage of a county as papers tell it: by school, with what was proved of it or why there is none.

import type { Stage } from "../engine/junheng.d.ts";
import type { PlanRequest, PupilLimits } from "../engine/plan.d.ts";
import { sentencesOf } from "./answer_view.ts";
import { kStep, resourceName, resourceOf, unitName, wordsOf } from "./context.ts";
import type { PlanContext } from "./context.ts";
import type { PlansTogether, StagePlan, StageWishes } from "./together.ts";

export interface PlannedStage {
  readonly stage: Stage;
  /** Stages whose plans were in the table already. */
  readonly after: readonly Stage[];
  /** The plans of the stages do not hold together: there is none to be told. */
  readonly apart: boolean;
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

/** Things are only counted, whole ones, and none goes from school to school; pupils may. */
export function wholeThings(allowed: ReadonlyMap<string, PupilLimits> = new Map()): StageWishes {
  return {
    isWanted: () => true,
    of: ({ stage, resources }, at) => {
      const pupils = allowed.get(placeOf(at, stage));
      const things = resources.map(({ id }) => ({ id, step: kStep }));
      return { resources: things, ...(pupils === undefined ? {} : { pupils }) };
    },
    isLimited: false,
  };
}

/** `at`: place of the county. `budget`: that was asked with. */
export function plannedStages({ plans, apart }: PlansTogether, at: number, budget = ""): PlannedStage[] {
  return plans.filter((plan) => plan.at === at).map((plan) => plannedStage(plan, apart.has(at), budget));
}

function plannedStage({ stage, answer, after }: StagePlan, apart: boolean, budget: string): PlannedStage {
  const context: PlanContext = { ...wordsOf("zh"), stage };
  const sentences = sentencesOf(answer, context, budget);
  const base = { stage: stage.stage, after, apart };
  if (answer.outcome !== "planned" || answer.obstacle !== null)
    return { ...base, apart: false, said: sentences, schools: null, pupils: [] };
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
  return { ...base, said: schools.length === 0 ? sentences : sentences.slice(1), schools, pupils };
}
