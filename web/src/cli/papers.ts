// SPDX-License-Identifier: MIT
//
// junheng papers: what an office hands in, for every county of the tables. Papers are in Chinese, as they are handed in.

import { loadPlanner } from "../engine/plan.js";
import { plannedStages } from "../plan/planned.ts";
import { schoolCells } from "../papers/school_cells.ts";
import { kPaperFormats, kPaperKinds, makePaper } from "../papers/make_paper.ts";
import type { PaperFile, PaperFormat, PaperKind } from "../papers/papers.d.ts";
import type { Command, Option } from "./command.ts";
import { kStdin, stemOf } from "./input.ts";
import { kEvaluated, kOut, usage } from "./options.ts";
import { notTogether, plansTogetherOf } from "./plans.ts";
import { addStandards, engineWith, settingsOf, workOf } from "./settings.ts";
import { kWished, wishesWithPlan } from "./wishes.ts";
import { noCounty } from "./evaluate_job.ts";

const kStated: readonly Option[] = [
  { name: "department", value: "TEXT", about: { zh: "填报单位", en: "the office that hands them in" } },
  { name: "filler", value: "TEXT", about: { zh: "填报人", en: "who filled them in" } },
  { name: "reviewer", value: "TEXT", about: { zh: "审核人", en: "who looked through them" } },
  { name: "date", value: "TEXT", about: { zh: "填报日期，照写", en: "their date, as it is to be read" } },
  { name: "deadline", value: "TEXT", about: { zh: "整改期限，照写", en: "until when what is open is to be done" } },
];

export const papers: Command = {
  name: "papers",
  about: {
    zh: "公文：自查自评报告、申报表、一校一策、任务分解、问题台账、时间表",
    en: "papers: self-evaluation, application form, a page a school, tasks, problems, timetable",
  },
  files: { zh: "学校表或项目；每个文件各算各的", en: "tables of schools, or projects; each for itself" },
  formats: kPaperFormats,
  options: [
    ...kEvaluated,
    {
      name: "paper",
      value: kPaperKinds.join("|"),
      choices: kPaperKinds,
      repeats: true,
      about: { zh: "要哪几种；不写即全部", en: "which ones; all where nothing is said" },
    },
    {
      name: "plan",
      about: {
        zh: "一校一策写入达标方案；怎样的方案，由下面各项说明",
        en: "the pages of the schools tell the plan of their stage, evaluated with it: one as the options below ask for",
      },
    },
    ...kWished,
    ...kStated,
    kOut,
  ],
  examples: [
    {
      line: "junheng papers --department 示例区教育局 --out papers sample-county.tsv",
      about: { zh: "全部公文，Word 文件", en: "all of them, for Word" },
    },
    {
      line: "junheng papers --paper form --format xlsx sample-county.tsv > form.xlsx",
      about: { zh: "申报表，一个工作簿", en: "the application form as a workbook" },
    },
    {
      line: "junheng papers --paper schools --plan sample-county.tsv > schools.docx",
      about: { zh: "一校一策，写入达标方案", en: "a page a school, with the plan" },
    },
    {
      line: "junheng papers --paper schools --plan --pupils 300 sample-county.tsv > schools.docx",
      about: { zh: "方案里可以分流学生", en: "the plan may move pupils" },
    },
  ],
  async run(asked) {
    const { output, language } = asked;
    const wishes = wishesWithPlan(asked);
    const settings = await settingsOf(asked);
    const engine = await engineWith(settings);
    const planner = wishes === null ? null : await loadPlanner();
    if (planner !== null) addStandards(planner, settings.own);
    const kinds = asked.values("paper") as readonly PaperKind[];
    const about = Object.fromEntries(kStated.map(({ name }) => [name, asked.value(name) ?? ""]));
    for (const named of asked.files.length > 0 ? asked.files : [kStdin]) {
      const { name: file, notes, request, ownStandards } = await workOf(engine, settings, named);
      if (planner !== null) addStandards(planner, ownStandards);
      const { counties, columns, issues } = engine.evaluate({ ...request, detail: "full" });
      if (counties.length === 0) throw noCounty(file, issues);
      const { table = "", reading = {} } = request;
      const rules = engine.standards().find(({ id }) => id === request.standard);
      if (rules === undefined) throw new Error(request.standard);
      const plans =
        planner === null || wishes === null ? null : await plansTogetherOf(engine, planner, request, wishes);
      if (plans !== null && plans.apart.size > 0) output.say(notTogether().said[language]);
      const made = counties.flatMap((one, at) =>
        (kinds.length > 0 ? kinds : kPaperKinds).flatMap((kind): PaperFile[] => {
          const source = {
            county: one,
            standard: rules,
            engine: engine.version,
            about,
            schools: schoolCells((place) => engine.read({ table, reading, ...place }), columns, one.units ?? []),
            ...(plans === null ? {} : { plans: plannedStages(plans, at, wishes?.budget) }),
          };
          return [makePaper(source, kind, asked.format as PaperFormat)].filter((file) => file !== null);
        }),
      );
      if (made.length === 0)
        throw usage({ zh: "这种公文没有这种格式。", en: "There is no such paper in this format." });
      if (output.folder === null && (made.length > 1 || asked.files.length > 1))
        throw usage({ zh: "不止一份：请加 --out 文件夹。", en: "There are several: add --out DIR." });
      for (const note of notes) output.say(note[language]);
      for (const { name, bytes } of made) {
        const sink = output.open(stemOf(name), asked.format);
        await sink.write(bytes);
        sink.end();
      }
    }
    return "pass";
  },
};
