// SPDX-License-Identifier: MIT
//
// junheng plan: the least that makes each stage pass, with what it proves of it.

import { loadPlanner } from "../engine/plan.js";
import type { PlanAnswer, PupilSchool } from "../engine/plan.d.ts";
import { sentencesOf, shortfallLines, signed } from "../plan/answer_view.ts";
import { resourceOf, resourceName, schoolName, unitName, wordsOf } from "../plan/context.ts";
import type { PlanContext } from "../plan/context.ts";
import { fill } from "../words/fill.ts";
import type { LanguageId } from "../kit/language.ts";
import type { Command } from "./command.ts";
import { Stop, worse } from "./exits.ts";
import type { Exit } from "./exits.ts";
import { inertLine, jsonText } from "./inert.ts";
import { kStdin, stemOf } from "./input.ts";
import { kEvaluated, kOut, usage } from "./options.ts";
import { plansOf } from "./plans.ts";
import type { Plan } from "./plans.ts";
import { addStandards, engineWith, settingsOf, workOf } from "./settings.ts";
import { kWished, wishesOf } from "./wishes.ts";

export const plan: Command = {
  name: "plan",
  about: {
    zh: "方案：让各学段达标的最少增补和调配，放进表里重新计算过才给出",
    en: "the least that makes each stage pass, evaluated with it before it is told",
  },
  files: { zh: "学校表或项目；每个文件各算各的", en: "tables of schools, or projects; each for itself" },
  formats: ["text", "json"],
  options: [...kEvaluated, ...kWished, kOut],
  examples: [
    {
      line: "junheng plan --stage primary sample-county.tsv",
      about: { zh: "小学，只计数量", en: "of the primary stage, counting things only" },
    },
    {
      line: "junheng plan --standard basic-2012 --price books=20 --format json five-schools.tsv",
      about: { zh: "有单价，给程序用", en: "with a price, for programs" },
    },
    {
      line: "junheng plan --stage primary --pupils 300 --pupils-cap 示例一小=100 --keep 示例五小 sample-county.tsv",
      about: {
        zh: "可以分流学生，一所学校最多进出 100 人，另一所不动",
        en: "pupils may move, at most 100 from or to one school, and another one is left as it is",
      },
    },
    {
      line: "junheng plan --stage primary --price sports_area=300 --cap 示例二小:sports_area=3000 --budget 2000000 sample-county.tsv",
      about: { zh: "有单价、上限和预算", en: "with a price, a cap and a budget" },
    },
  ],
  async run(asked) {
    const { output, language, format } = asked;
    const wishes = wishesOf(asked);
    const settings = await settingsOf(asked);
    const engine = await engineWith(settings);
    const planner = await loadPlanner();
    addStandards(planner, settings.own);
    const files = asked.files.length > 0 ? asked.files : [kStdin];
    if (files.length > 1 && output.folder === null && format === "json")
      throw usage({ zh: "几个文件请加 --out 文件夹。", en: "For several files add --out DIR." });
    let exit: Exit = "pass";
    for (const named of files) {
      const { name, notes, request, ownStandards } = await workOf(engine, settings, named);
      addStandards(planner, ownStandards);
      const plans = plansOf(planner, request, wishes);
      if (plans === null) {
        const shown = inertLine(name);
        throw new Stop("data", { zh: `“${shown}”里没有学校表。`, en: `“${shown}” has no table of schools.` });
      }
      for (const note of notes) output.say(note[language]);
      const sink = output.open(stemOf(named), format === "json" ? "json" : "txt");
      const file = name === "" ? null : name;
      const { standard } = request;
      if (format === "json") await sink.write(`${jsonText({ file, standard, plans: plans.map(dataOf) })}\n`);
      else for (const one of plans) await sink.write(textOf(one, language, wishes.budget));
      sink.end();
      for (const { answer } of plans) exit = worse(exit, exitOf(answer));
    }
    return exit;
  },
};

/** What is needed may be had: of a program that asks whether there is a way, yes, no, or not known. */
function exitOf({ outcome, obstacle }: PlanAnswer): Exit {
  if (outcome === "planned") return "pass";
  return outcome === "refused" || obstacle !== null ? "unknown" : "fail";
}

const dataOf = ({ county, stage, answer }: Plan): object => ({
  county: county.name,
  stage: stage.stage,
  verdict: stage.verdict,
  ...answer,
});

function textOf({ county, stage, answer }: Plan, language: LanguageId, budget: string): string {
  const context: PlanContext = { ...wordsOf(language), stage };
  const { words } = context;
  const { schools = [], pupils } = answer;
  const end = (school: PupilSchool): string => {
    const both = { before: String(school.pupils ?? ""), after: String(school.pupilsAfter) };
    return `${schoolName(school, context)} ${fill(words.turns, both)}`;
  };
  const gone = (pupils?.moves ?? []).map(
    ({ from, to, pupils: count }) =>
      `  ${words.pupilsFrom} ${end(from)}  ${words.pupilsTo} ${end(to)}  ${words.pupilsCount} ${count}`,
  );
  const had = schools.flatMap((school) =>
    school.changes.map(({ indicator, by, before, after }) => {
      const one = resourceOf(stage, indicator);
      return `  ${schoolName(school, context)}  ${resourceName(one, context)} ${signed(by)} ${unitName(one, context)}  ${before ?? "—"} → ${after ?? "—"}`;
    }),
  );
  const name = county.name === null ? [] : [county.name];
  const short = shortfallLines(answer, context).map((line) => `  ${line}`);
  return [...name, ...sentencesOf(answer, context, budget), ...short, ...gone, ...had, ""]
    .map((line) => `${inertLine(line)}\n`)
    .join("");
}
