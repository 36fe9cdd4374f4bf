// SPDX-License-Identifier: MIT
//
// The plans of several stages that hold at the same time. A school of several stages has one number for all of them, so
// that the plans of two stages do not simply add up: each is made of the table with those before it in it, until no stage
// needs any more.

import type { Column, OpenRequest, Stage, TableRows } from "../engine/junheng.d.ts";
import type { PlanAnswer, PlanCounty, PlanRequest, UnitPlace } from "../engine/plan.d.ts";
import { correctedBy, correctionsOf } from "../publish/published_plan.ts";
import type { StageOf } from "./context.ts";

/** What is wished of the plan of a stage. */
export type Wishes = Omit<PlanRequest, "county" | "stage">;

export interface StagePlan {
  /** Place of the county in the result. */
  readonly at: number;
  /** As it was without this plan. */
  readonly stage: StageOf;
  readonly answer: PlanAnswer;
  /** Stages of the county whose plans were in the table already. */
  readonly after: readonly Stage[];
}

type Changes = NonNullable<PlanAnswer["changes"]>;
type Edits = NonNullable<ReturnType<typeof correctionsOf>>;

export interface PlansTogether {
  /** In the order in which they were made; a stage that another has put out again has several. */
  readonly plans: readonly StagePlan[];
  /** Counties whose plans do not hold together. */
  readonly apart: ReadonlySet<number>;
  readonly changes: Changes;
  /** The changes as corrections; null: they are none of one table with a school a row. */
  readonly edits: Edits | null;
}

/** Whoever computes plans of the table that was opened last. */
interface PlanAsker {
  /** Null: there is nothing to plan. */
  open(request: OpenRequest): Promise<readonly PlanCounty[] | null>;
  plan(asked: PlanRequest): Promise<PlanAnswer | null>;
}

export interface StageWishes {
  isWanted(stage: StageOf, at: number): boolean;
  of(stage: StageOf, at: number): Wishes;
  /** There is only so much of something, at a school or for all of it. */
  readonly isLimited: boolean;
}

/** A stage may be put out again by what another gets at their common schools; so often it is made good. */
const kMostOfOneStage = 3;

/** `columns` and `sheets` are those of `request`. */
export async function plansTogether(
  asker: PlanAsker,
  request: OpenRequest,
  table: { readonly columns: readonly Column[]; readonly sheets: TableRows["sheets"] },
  wishes: StageWishes,
): Promise<PlansTogether> {
  const plans: StagePlan[] = [];
  const apart = new Set<number>();
  const changes = new Map<string, Changes[number]>();
  let edits: Edits | null = [];
  for (;;) {
    const counties = (await asker.open(edits === null ? request : correctedBy(request, edits))) ?? [];
    let hasMore = false;
    for (const [at, { stages }] of counties.entries()) {
      if (apart.has(at)) continue;
      const earlier = plans.filter((plan) => plan.at === at);
      const next = await nextPlans(asker, earlier, { at, stages, wishes, arePutIn: edits !== null });
      plans.push(...next);
      if (next.some((plan) => plan.answer.outcome !== "planned" && ofStage(plan, earlier).length > 0)) apart.add(at);
      const last = next.at(-1);
      if (last === undefined || !changesAny(last)) continue;
      const wanted = last.answer.changes ?? [];
      const count = ofStage(last, earlier).length;
      const meets = edits === null ? sharesSchool(last, earlier) : wanted.some((one) => changes.has(cellOf(one)));
      // A cap or a budget was said of one plan; what is left of it for a second one is nobody's to say.
      const isSpent =
        (wishes.isLimited && (meets || count > 0)) || (count > 0 && wishes.of(last.stage, at).pupils !== undefined);
      if (isSpent || count === kMostOfOneStage || (edits === null && meets)) apart.add(at);
      else for (const change of wanted) changes.set(cellOf(change), change);
      hasMore = true;
    }
    if (!hasMore) return { plans, apart, changes: [...changes.values()], edits };
    if (edits !== null) edits = correctionsOf([...changes.values()], table.columns, table.sheets);
  }
}

interface CountyOfNow {
  readonly at: number;
  readonly stages: readonly StageOf[];
  readonly wishes: StageWishes;
  /** The plans that were made stand in the table. */
  readonly arePutIn: boolean;
}

/** The plans of one county that its table asks for next; only the last of them changes anything. */
async function nextPlans(
  asker: PlanAsker,
  earlier: readonly StagePlan[],
  { at, stages, wishes, arePutIn }: CountyOfNow,
): Promise<StagePlan[]> {
  const found: StagePlan[] = [];
  const after = arePutIn ? [...new Set(earlier.filter(changesAny).map(({ stage }) => stage.stage))] : [];
  for (const stage of stages) {
    if (!wishes.isWanted(stage, at)) continue;
    const before = ofStage({ stage }, earlier).at(-1);
    if (before !== undefined && (after.length === 0 || isSettled(before, stage))) continue;
    const answer = await asker.plan({ county: at, stage: stage.stage, ...wishes.of(stage, at) });
    if (answer === null) continue;
    // made of the table with the others in it, it adds up with them
    const plan = { at, stage, answer: { ...answer, shares: false }, after };
    found.push(plan);
    if (changesAny(plan)) break;
  }
  return found;
}

/** What a budget buys where it does not buy the plan is none. */
const changesAny = ({ answer }: StagePlan): boolean =>
  answer.outcome === "planned" && (answer.changes ?? []).length > 0;

/** Nothing has come since that put it out again. */
const isSettled = ({ answer, stage: planned }: StagePlan, { verdict }: StageOf): boolean =>
  answer.outcome !== "planned" || verdict === (answer.verdictAfter ?? planned.verdict);

const ofStage = ({ stage }: Pick<StagePlan, "stage">, plans: readonly StagePlan[]): readonly StagePlan[] =>
  plans.filter((plan) => plan.stage.stage === stage.stage);

const cellOf = ({ row, field, stage }: Changes[number]): string => `${row} ${field} ${stage}`;

function sharesSchool({ stage }: StagePlan, earlier: readonly StagePlan[]): boolean {
  const place = ({ row, sheet }: UnitPlace): string => `${sheet ?? ""} ${row ?? 0}`;
  const units = new Set(stage.units.map(place));
  const others = earlier.filter((plan) => changesAny(plan) && plan.stage.stage !== stage.stage);
  return others.some(({ answer }) => (answer.schools ?? []).some((one) => units.has(place(one))));
}
