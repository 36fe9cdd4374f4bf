// SPDX-License-Identifier: MIT
//
// The data as they were published, and the results as they were computed again here.

import { writeCsv } from "../files/csv.ts";
import { guardsOf } from "../files/formula_guard.ts";
import { said, verdictWord } from "../publish/page_context.ts";
import type { PageContext } from "../publish/page_context.ts";
import { guardSentence } from "../kit/copy_table.ts";
import { button, element, find } from "../kit/dom.ts";
import { download } from "../kit/download.ts";

function schoolCells({ evaluation, standard, words }: PageContext): string[][] {
  const heads = [
    words.county,
    words.school,
    words.stageWord,
    words.pupils,
    words.conclusion,
    words.meeting,
    ...standard.indicators.map((indicator) => `${said(indicator.title, words)} (${said(indicator.unit, words)})`),
  ];
  const rows = evaluation.counties.flatMap((county) =>
    (county.units ?? []).map((unit) => [
      county.name ?? "",
      unit.school ?? "",
      unit.stage === null ? "" : words.stage[unit.stage],
      unit.pupils === null ? "" : String(unit.pupils),
      unit.status === "evaluated"
        ? verdictWord(unit.verdict, words)
        : unit.reason === undefined
          ? ""
          : said(unit.reason, words),
      unit.meeting === null ? "" : String(unit.meeting),
      ...unit.values.map(({ text }) => text ?? ""),
    ]),
  );
  return [heads, ...rows];
}

export function showDownloads(context: PageContext, dataText: string): void {
  const { words, evaluation } = context;
  const box = find("downloads");
  if (box === null) return;
  const said = element("span", { role: "status" });
  const saveSchools = (): void => {
    const cells = schoolCells(context);
    download(writeCsv(cells, { bom: true }), "text/csv", "junheng-schools.csv");
    said.textContent = guardSentence(guardsOf(cells), words.downloadGuarded);
  };
  box.replaceChildren(
    button(words.downloadData, () => download(dataText, "application/json", "junheng-data.json")),
    button(words.downloadSchools, saveSchools),
    button(words.downloadResult, () =>
      download(`${JSON.stringify(evaluation)}\n`, "application/json", "junheng-result.json"),
    ),
    said,
  );
  box.hidden = false;
}
