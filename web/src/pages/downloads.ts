// SPDX-License-Identifier: MIT
//
// The data as they were published, and the results as they were computed again here.

import { said, verdictWord } from "../publish/page_context.ts";
import type { PageContext } from "../publish/page_context.ts";
import { button, download, find } from "./make.ts";

/** A cell that a spreadsheet would take for a formula gets a mark before it; numbers stay numbers. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function schoolsCsv({ evaluation, standard, words }: PageContext): string {
  const heads = [
    words.county, words.school, words.stageWord, words.pupils, words.conclusion, words.meeting,
    ...standard.indicators.map((indicator) => `${said(indicator.title, words)} (${said(indicator.unit, words)})`),
  ];
  const rows = evaluation.counties.flatMap((county) =>
    (county.units ?? []).map((unit) => [
      county.name ?? "", unit.school ?? "", unit.stage === null ? "" : words.stage[unit.stage], unit.pupils === null ? "" : String(unit.pupils),
      unit.status === "evaluated" ? verdictWord(unit.verdict, words) : unit.reason === undefined ? "" : said(unit.reason, words),
      unit.meeting === null ? "" : String(unit.meeting),
      ...unit.values.map(({ text }) => text ?? ""),
    ]));
  // The mark tells Excel that it is UTF-8.
  return `\ufeff${[heads, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

export function showDownloads(context: PageContext, dataText: string): void {
  const { words, evaluation } = context;
  const box = find("downloads");
  if (box === null) return;
  box.replaceChildren(
    button(words.downloadData, () => download(dataText, "application/json", "junheng-data.json")),
    button(words.downloadSchools, () => download(schoolsCsv(context), "text/csv", "junheng-schools.csv")),
    button(words.downloadResult, () => download(`${JSON.stringify(evaluation)}\n`, "application/json", "junheng-result.json")),
  );
  box.hidden = false;
}
