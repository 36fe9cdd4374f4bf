// SPDX-License-Identifier: MIT
//
// The plan that a command line has published with a county: of all stages that it wishes one for.

import { loadPlanner } from "../engine/plan.js";
import { sentencesOf } from "../plan/answer_view.ts";
import { stageName, wordsOf } from "../plan/context.ts";
import type { Work } from "../publish/publisher.d.ts";
import { fill } from "../words/fill.ts";
import { requestOf } from "../work/calculator.ts";
import type { Asked } from "./command.ts";
import { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";
import type { Gathered } from "./input.ts";
import { usage } from "./options.ts";
import { plansOf } from "./plans.ts";
import { addStandards, decisionsWith, engineWith, standardOf } from "./settings.ts";
import type { Settings } from "./settings.ts";
import type { WishList } from "./wishes.ts";

type PublicPlan = NonNullable<Work["plan"]>;

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
  const plans = plansOf(planner, requestOf({ sheets: read.sheets, name: "", decisions, standard }), wishes) ?? [];
  const cells = new Map<string, PublicPlan["changes"][number]>();
  const stages = new Set<string>();
  for (const { stage, answer } of plans) {
    const context = { ...wordsOf(language), stage };
    const changes = answer.changes ?? [];
    const sentences = sentencesOf(answer, context, wishes.budget);
    if (answer.outcome !== "planned")
      throw new Stop("data", { zh: inertLine(sentences.join("")), en: inertLine(sentences.join(" ")) });
    for (const line of sentences) output.say(inertLine(line));
    for (const change of changes) {
      const key = `${change.row} ${change.field} ${change.stage}`;
      if (cells.has(key))
        throw usage({
          zh: "几个学段的方案要改同一个格子，请用 --stage 只选一个学段。",
          en: "Plans of several stages change the same cell: choose one by --stage.",
        });
      cells.set(key, change);
    }
    if (changes.length > 0) stages.add(stageName(context));
  }
  const { words } = wordsOf(language);
  const name = fill(words.scenarioName, { stage: [...stages].join(words.comma) });
  return cells.size === 0 ? null : { name, changes: [...cells.values()] };
}
