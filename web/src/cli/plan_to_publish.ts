// SPDX-License-Identifier: MIT
//
// The plan that a command line has published with a county, of all stages that it wishes one for. A school of several
// stages has one number for all of them, so that the plans of two stages do not simply add up: each is made of the table
// with those before it in it, until no stage needs any more.

import { loadPlanner } from "../engine/plan.js";
import type { OpenRequest } from "../engine/junheng.d.ts";
import { sentencesOf } from "../plan/answer_view.ts";
import { stageName, wordsOf } from "../plan/context.ts";
import { correctedBy, planFor } from "../publish/published_plan.ts";
import type { Work } from "../publish/publisher.d.ts";
import { fill } from "../words/fill.ts";
import { requestOf } from "../work/calculator.ts";
import type { Asked } from "./command.ts";
import { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";
import type { Gathered } from "./input.ts";
import { usage } from "./options.ts";
import { plansOf } from "./plans.ts";
import type { Plan } from "./plans.ts";
import { addStandards, decisionsWith, engineWith, standardOf } from "./settings.ts";
import type { Settings } from "./settings.ts";
import type { WishList } from "./wishes.ts";

type PublicPlan = NonNullable<Work["plan"]>;
type Change = PublicPlan["changes"][number];

/** A stage may be put out of balance again by what another gets at their common schools; so often it is made good. */
const kMostOfOneStage = 3;

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
): Promise<PublicPlan | null> {
  const engine = await engineWith(settings);
  addStandards(engine, read.ownStandards);
  const planner = await loadPlanner();
  addStandards(planner, [...settings.own, ...read.ownStandards]);
  const standard = standardOf(engine, settings, read.standard);
  const decisions = decisionsWith(settings, read);
  let request: OpenRequest = requestOf({ sheets: read.sheets, name: "", decisions, standard });
  const { words } = wordsOf(language);
  const cells = new Map<string, Change>();
  const counts = new Map<string, number>();
  const named = new Set<string>();
  for (;;) {
    const plans = plansOf(planner, request, wishes) ?? [];
    for (const one of plans) refuseWhereNone(one, wishes);
    const next = plans.find(({ answer }) => (answer.changes ?? []).length > 0);
    for (const one of next === undefined ? plans.filter((plan) => !counts.has(placeOf(plan))) : [next])
      for (const line of sentencesOf(one.answer, { ...wordsOf(language), stage: one.stage }, wishes.budget))
        output.say(inertLine(line));
    if (next === undefined) break;
    const changes = next.answer.changes ?? [];
    const count = counts.get(placeOf(next)) ?? 0;
    const isAgain = count > 0 || changes.some((change) => cells.has(cellOf(change)));
    // A cap or a budget was said of a plan; what is left of it for a second one at the same schools is nobody's to say.
    if (count === kMostOfOneStage || (isAgain && wishes.isLimited)) throw notTogether();
    counts.set(placeOf(next), count + 1);
    named.add(stageName({ ...wordsOf(language), stage: next.stage }));
    for (const change of changes) cells.set(cellOf(change), change);
    const edits = planFor(engine, { name: "", changes }, request)?.edits;
    if (edits === undefined) throw notPublic();
    request = correctedBy(request, edits);
  }
  const name = fill(words.scenarioName, { stage: [...named].join(words.comma) });
  return cells.size === 0 ? null : { name, changes: [...cells.values()] };
}

const placeOf = ({ at, stage }: Plan): string => `${at} ${stage.stage}`;
const cellOf = ({ row, field, stage }: Change): string => `${row} ${field} ${stage}`;

function refuseWhereNone({ stage, answer }: Plan, { budget }: WishList): void {
  if (answer.outcome === "planned") return;
  const said = (language: "zh" | "en"): string =>
    inertLine(sentencesOf(answer, { ...wordsOf(language), stage }, budget).join(language === "zh" ? "" : " "));
  throw new Stop("data", { zh: said("zh"), en: said("en") });
}

const notTogether = (): Stop =>
  usage({
    zh: "几个学段的方案牵涉同一所学校，放在一起不能都达标，或者不知道上限、预算怎样分：请用 --stage 只选一个学段。",
    en: "Plans of several stages meet at one school and do not pass together, or share its cap or budget: choose one by --stage.",
  });
