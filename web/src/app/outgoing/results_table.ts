// SPDX-License-Identifier: MIT
//
// Of the workbook of results, what is said of the table itself: what was changed by hand, and what is wrong with it.

import type { WrittenCell, WrittenSheet } from "../../files/write.ts";
import type { Result } from "../../work/result.ts";
import { fill } from "../../words/fill.ts";
import { changeLines } from "../reading/changes_view.ts";
import type { ChangesContext } from "../reading/context.ts";
import { kMostIssues, wordsOf } from "./open_work.ts";
import type { OpenWork } from "./open_work.ts";

export const head = (...texts: readonly string[]): WrittenCell[] => texts.map((text) => ({ text, look: "head" }));

export function changesSheet(open: OpenWork, result: Result): WrittenSheet {
  const { calculator, decisions, language, words: page } = open;
  const { results: words } = wordsOf(language);
  const { reading, remarks, scenarios } = decisions;
  const { sheets, fields = [] } = calculator.rows({ count: 0, fields: true, reading });
  const context: ChangesContext = {
    words: page,
    language,
    columns: result.head.columns,
    questions: result.head.questions ?? [],
    reading,
    rows: (request) => calculator.rows({ ...request, reading }),
    cell: ({ sheet = 0, row, column }) =>
      calculator.rows({ sheet, row, count: 1, reading }).rows.find((one) => one.row === row)?.cells[column] ?? "",
    change: () => undefined,
  };
  const sheetName = (sheet: number): string => (sheets.length > 1 ? `${sheets[sheet]?.name ?? ""} ` : "");
  const rows = [
    ...changeLines(fields, sheetName, context).map((line) => [words.change, line().text]),
    ...remarks.map(({ sheet = 0, row, text }) => [
      words.remark,
      `${row ? `${sheetName(sheet)}${fill(page.rowNumber, { row })}${page.colon}` : ""}${text}`,
    ]),
    ...(result.head.chosenOptions == null ? [] : [[words.option, result.head.chosenOptions[language]]]),
    ...scenarios.map((scenario) => [words.scenario, String((scenario as { name?: unknown } | null)?.name ?? "")]),
  ];
  const cells = rows.length === 0 ? [[words.nothing]] : [head(words.kind, words.what), ...rows];
  return { name: words.sheets.changes, cells, widths: [18, 100] };
}

export function issuesSheet({ language, words: page }: OpenWork, result: Result): WrittenSheet {
  const { results: words } = wordsOf(language);
  const { issueCount } = result.head;
  const issues = result.issues(kMostIssues);
  const name = words.sheets.issues;
  if (issues.length === 0) return { name, cells: [[words.nothing]] };
  const titles = head(words.severity, words.sheet, page.row, words.column, words.cell, words.message, words.remark);
  const rows = issues.map(({ severity, sheet, row, column, found, message, remark }): WrittenCell[] => [
    severity === "error" ? { text: page.severity.error, look: "fail" } : page.severity[severity],
    sheet ?? "",
    row === null ? "" : String(row),
    column ?? "",
    found ?? "",
    message[language],
    remark ?? "",
  ]);
  const more =
    issueCount > issues.length ? [[], [fill(words.moreIssues, { shown: issues.length, count: issueCount })]] : [];
  const widths = [12, 16, 8, 24, 20, 88, 30];
  return { name, cells: [titles, ...rows, ...more], widths, frozen: { rows: 1, columns: 0 } };
}
