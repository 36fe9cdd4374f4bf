// SPDX-License-Identifier: MIT
//
// Words of the view of the papers in English; the papers themselves are in Chinese.

import type { PapersWords } from "./papers_zh.ts";

export const papersEn: PapersWords = {
  heading: "Papers",
  lead: "Drafts in Chinese, made from the data and verdicts of now: every number reads as in the result; what is missing is left open and no conclusion is drawn for you. All is made on this machine and nothing is uploaded.",
  nothing: "Open a list of schools first; papers are made from it.",
  tooMany: "Too many evaluation units are open; open the list of a single county.",
  county: "Which county",
  unnamed: "The whole table",
  which: "Which papers",
  formats: "Which formats",
  kinds: {
    report: "Self-assessment report (自查自评报告)",
    form: "Application form, tables I to VI (申报表)",
    schools: "A page for each school (一校一策)",
    tasks: "Tasks by responsible department (目标任务分解表)",
    problems: "Ledger of open problems (问题台账)",
    timetable: "Timetable towards recognition (认定工作时间表)",
  },
  format: { docx: "Word (.docx)", xlsx: "Workbook (.xlsx)", html: "Page to print (.html)", csv: "CSV" },
  withPlan: "Pages of the schools tell the plan (things are only counted; takes a moment)",
  planning: "Computing the plan…",
  noPlan: "The plan could not be computed ({reason}), and no paper was made. Try again, or do without the plan.",
  preview: "Preview",
  previewOf: "Preview: {paper}",
  about: "Who hands it in",
  notStated: "What is not filled in stays open in the papers (____).",
  fields: {
    county: "Name of the county",
    department: "Office",
    filler: "Filled in by",
    reviewer: "Checked by",
    date: "Date",
    deadline: "To be done by",
  },
  departments: "Responsible departments (proposed, to be changed)",
  basics: "Table I, the county (not part of the evaluation's data; yours to fill in)",
  download: "Download",
  chooseFirst: "Choose at least one paper and one format that it has.",
  done: "Files made: {count}.",
  file: "papers",
};
