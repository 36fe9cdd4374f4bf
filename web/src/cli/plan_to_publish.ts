// SPDX-License-Identifier: MIT
//
// The plan that a command line has published with a county, of all stages that it wishes one for.

import { loadPlanner } from "../engine/plan.js";
import { sentencesOf } from "../plan/answer_view.ts";
import { stageName, wordsOf } from "../plan/context.ts";
import type { StagePlan } from "../plan/together.ts";
import type { Work } from "../publish/publisher.d.ts";
import { fill } from "../words/fill.ts";
import { requestOf } from "../work/calculator.ts";
import type { Asked } from "./command.ts";
import { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";
import type { Gathered } from "./input.ts";
import { notTogether, plansTogetherOf } from "./plans.ts";
import { addStandards, decisionsWith, engineWith, standardOf } from "./settings.ts";
import type { Settings } from "./settings.ts";
import type { WishList } from "./wishes.ts";

export const notPublic = (): Stop =>
  new Stop("data", {
    zh: "方案不能公布：其中有不公布的格子，或者不是一张一行一校的表。",
    en: "The plan cannot be published: a cell of it is not public, or there is not one table with a school a row.",
  });

/** Null: all pass as they are. */
export async function planToPublish(
  { language, output }: Asked,
  settings: Settings,
  read: Gathered,
  wishes: WishList,
): Promise<NonNullable<Work["plan"]> | null> {
  const engine = await engineWith(settings);
  addStandards(engine, read.ownStandards);
  const planner = await loadPlanner();
  addStandards(planner, [...settings.own, ...read.ownStandards]);
  const standard = standardOf(engine, settings, read.standard);
  const decisions = decisionsWith(settings, read);
  const request = requestOf({ sheets: read.sheets, name: "", decisions, standard });
  const { plans, apart, changes, edits } = await plansTogetherOf(engine, planner, request, wishes);
  for (const one of plans) refuseWhereNone(one, wishes);
  if (edits === null) throw notPublic();
  if (apart.size > 0) throw notTogether();
  for (const { stage, answer } of plans)
    for (const line of sentencesOf(answer, { ...wordsOf(language), stage }, wishes.budget)) output.say(inertLine(line));
  const { words } = wordsOf(language);
  const named = plans
    .filter(({ answer }) => (answer.changes ?? []).length > 0)
    .map(({ stage }) => stageName({ ...wordsOf(language), stage }));
  const name = fill(words.scenarioName, { stage: [...new Set(named)].join(words.comma) });
  return changes.length === 0 ? null : { name, changes };
}

function refuseWhereNone({ stage, answer }: StagePlan, { budget }: WishList): void {
  if (answer.outcome === "planned") return;
  const said = (language: "zh" | "en"): string =>
    inertLine(sentencesOf(answer, { ...wordsOf(language), stage }, budget).join(language === "zh" ? "" : " "));
  throw new Stop("data", { zh: said("zh"), en: said("en") });
}
