// SPDX-License-Identifier: MIT
//
// junheng plan: the least that makes each stage pass, with what it proves of it.

import type { Stage } from "../engine/junheng.d.ts";
import { loadPlanner } from "../engine/plan.js";
import type { OpenPlan, PlanAnswer, PlanCounty, ResourceWish } from "../engine/plan.d.ts";
import { sentencesOf } from "../plan/answer_view.ts";
import { amount, resourceOf, resourceName, schoolName, unitName, wordsOf } from "../plan/context.ts";
import type { PlanContext } from "../plan/context.ts";
import type { Asked, Command } from "./command.ts";
import { Stop, worse } from "./exits.ts";
import type { Exit } from "./exits.ts";
import { inertLine, jsonText } from "./inert.ts";
import { kStdin, stemOf } from "./input.ts";
import { kEvaluated, kOut, usage } from "./options.ts";
import { addStandards, engineWith, settingsOf, workOf } from "./settings.ts";

const kStages: readonly Stage[] = ["primary", "middle", "senior"];
const kMoney = /^\d+(\.\d+)?$/;

export const plan: Command = {
  name: "plan",
  about: {
    zh: "方案：让各学段达标的最少增补和调配，放进表里重新计算过才给出",
    en: "the least that makes each stage pass, evaluated with it before it is told",
  },
  files: { zh: "学校表或项目；每个文件各算各的", en: "tables of schools, or projects; each for itself" },
  formats: ["text", "json"],
  options: [
    ...kEvaluated,
    {
      name: "stage",
      value: kStages.join("|"),
      choices: kStages,
      repeats: true,
      about: { zh: "哪个学段；不写即全部", en: "of which stage; all where nothing is said" },
    },
    {
      name: "price",
      value: "INDICATOR=YUAN",
      repeats: true,
      about: {
        zh: "单价，元；一个也不写就只计数量。指标的名字见 standards --format json",
        en: "of one, in yuan; without any, things are only counted. Indicators: standards --format json",
      },
    },
    {
      name: "move",
      value: "INDICATOR=YUAN",
      repeats: true,
      about: { zh: "可以校际调配，每件这么多元", en: "may go from school to school, for so many yuan each" },
    },
    { name: "budget", value: "YUAN", about: { zh: "预算，元", en: "so much at most, in yuan" } },
    kOut,
  ],
  examples: [
    {
      line: "junheng plan --stage primary sample-county.tsv",
      about: { zh: "小学，只计数量", en: "of the primary stage, counting things only" },
    },
    {
      line: "junheng plan --standard basic-2012 --price books=20 --format json five-schools.tsv",
      about: { zh: "有单价，给程序用", en: "with a price, for programs" },
    },
  ],
  async run(asked) {
    const { output, language, format } = asked;
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
      const open = planner.open(request);
      if (open === null || open.stages.length === 0) {
        const shown = inertLine(name);
        throw new Stop("data", { zh: `“${shown}”里没有学校表。`, en: `“${shown}” has no table of schools.` });
      }
      const plans = plansOf(open, asked);
      open.close();
      for (const note of notes) output.say(note[language]);
      const sink = output.open(stemOf(named), format === "json" ? "json" : "txt");
      const file = name === "" ? null : name;
      const { standard } = request;
      if (format === "json") await sink.write(`${jsonText({ file, standard, plans: plans.map(dataOf) })}\n`);
      else for (const one of plans) await sink.write(textOf(one, asked));
      sink.end();
      for (const { answer } of plans) exit = worse(exit, exitOf(answer));
    }
    return exit;
  },
};

interface Plan {
  readonly county: PlanCounty;
  readonly stage: PlanCounty["stages"][number];
  readonly answer: PlanAnswer;
}

function plansOf(open: OpenPlan, asked: Asked): Plan[] {
  const wanted = asked.values("stage");
  const budget = asked.value("budget");
  if (budget !== undefined && !kMoney.test(budget)) throw noMoney(budget);
  const [prices, moves] = [pairsOf(asked.values("price")), pairsOf(asked.values("move"))];
  return open.stages.flatMap((county, at) =>
    county.stages.flatMap((stage): Plan[] => {
      if (wanted.length > 0 && !wanted.includes(stage.stage)) return [];
      const ids = stage.resources.map(({ id }) => id);
      for (const id of [...prices.keys(), ...moves.keys()]) if (!ids.includes(id)) throw noIndicator(id, ids);
      const resources = ids.flatMap((id): ResourceWish[] => {
        const [price, move] = [prices.get(id), moves.get(id)];
        if (price === undefined && move === undefined) return [];
        return [
          {
            id,
            ...(price === undefined ? {} : { price }),
            ...(move === undefined ? {} : prices.size === 0 ? { moves: true } : { move }),
          },
        ];
      });
      const answer = open.plan({
        county: at,
        stage: stage.stage,
        resources,
        ...(budget === undefined ? {} : { budget }),
      });
      return answer === null ? [] : [{ county, stage, answer }];
    }),
  );
}

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

function textOf({ county, stage, answer }: Plan, { language, value }: Asked): string {
  const context: PlanContext = { ...wordsOf(language), stage };
  const { schools = [] } = answer;
  const rows = schools.flatMap((school) =>
    school.changes.map(({ indicator, by, before, after }) => {
      const one = resourceOf(stage, indicator);
      const sign = by.startsWith("-") ? "−" : "+";
      return `  ${schoolName(school, context)}  ${resourceName(one, context)} ${sign}${amount(by)} ${unitName(one, context)}  ${before ?? "—"} → ${after ?? "—"}`;
    }),
  );
  const name = county.name === null ? [] : [county.name];
  return [...name, ...sentencesOf(answer, context, value("budget") ?? ""), ...rows, ""]
    .map((line) => `${inertLine(line)}\n`)
    .join("");
}

function pairsOf(texts: readonly string[]): Map<string, string> {
  return new Map(
    texts.map((text) => {
      const [, id = "", yuan = ""] = /^([a-z_]+)=(.+)$/.exec(text) ?? [];
      if (!kMoney.test(yuan)) throw noMoney(text);
      return [id, yuan];
    }),
  );
}

function noMoney(text: string): Stop {
  const found = inertLine(text);
  return usage({
    zh: `“${found}”不是金额，应如 books=20 或 300000。`,
    en: `“${found}” is no amount of yuan, as books=20 or 300000.`,
  });
}

function noIndicator(id: string, ids: readonly string[]): Stop {
  const [found, list] = [inertLine(id), ids.join(" ")];
  return usage({
    zh: `没有“${found}”这个指标，可用：${list}。`,
    en: `There is no indicator “${found}”; known: ${list}.`,
  });
}
