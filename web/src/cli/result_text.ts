// SPDX-License-Identifier: MIT
//
// A result for eyes: the verdict with what fails, the parts, the coefficients beside their limits, what is wrong with the
// table. Every number and sentence is the engine's; nothing a name contains acts on the terminal.

import type { OpenWork } from "../app/outgoing/open_work.ts";
import type { County, StageResult, Standard } from "../engine/junheng.d.ts";
import { fill } from "../words/fill.ts";
import type { Result } from "../work/result.ts";
import { inert, inertLine } from "./inert.ts";

/** So many issues are said; the others are counted. */
const kIssues = 20;

const kSaid = {
  zh: {
    units: "{units} 个评估单元，{pupils} 名在校生",
    more: "另有 {count} 处没有列出；--format csv --table issues 列出全部。",
  },
  en: { units: "{units} units, {pupils} pupils", more: "{count} more; --format csv --table issues lists all." },
};

export function resultText(open: OpenWork, result: Result): string {
  const { language, words, name } = open;
  const standard = open.calculator.standards().find(({ id }) => id === result.head.standard?.id);
  if (standard === undefined) return "";
  const lines = [[inertLine(name), standard.title[language]].filter((part) => part !== "").join("  ")];
  if (result.head.chosenOptions != null) lines.push(result.head.chosenOptions[language]);
  for (let at = 0; at < result.countyCount; at += 1) lines.push("", ...ofCounty(result.county(at), open, standard));
  const { issueCount } = result.head;
  const issues = result
    .issues(kIssues)
    .map(({ severity, message }) => `  ${words.severity[severity]}${words.colon}${inertLine(message[language])}`);
  const more =
    issueCount > issues.length ? [`  ${fill(kSaid[language].more, { count: issueCount - issues.length })}`] : [];
  if (issues.length > 0) lines.push("", ...issues, ...more);
  return `${inert(lines.join("\n"))}\n`;
}

function ofCounty(county: County, { language, words }: OpenWork, standard: Standard): string[] {
  const name = inertLine(
    [county.province ?? "", county.name ?? words.wholeTable].filter((part) => part !== "").join(" "),
  );
  const parts = county.parts.map(({ title, verdict }) => [`  ${inertLine(title[language])}`, words.verdict[verdict]]);
  const stages = county.stages
    .filter(({ units }) => units > 0)
    .flatMap((stage) => ofStage(stage, language, words, standard));
  return [`${name}${words.colon}${inertLine(county.conclusion[language])}`, ...columns(parts), ...stages];
}

function ofStage(
  stage: StageResult,
  language: OpenWork["language"],
  words: OpenWork["words"],
  standard: Standard,
): string[] {
  const { units, pupils } = stage;
  const said = fill(kSaid[language].units, { units, pupils });
  const head = ["  " + words.indicator, words.mean, words.cv, words.limit, words.conclusion];
  const rows = stage.indicators.map((one) => {
    const about = standard.indicators.find(({ id }) => id === one.id);
    return [
      `  ${inertLine(about?.shortTitle[language] ?? one.id)}`,
      one.meanText ?? words.notKnown,
      one.cvText ?? words.notKnown,
      about?.cvLimits[stage.stage]?.text ?? words.notKnown,
      words.verdict[one.verdict ?? "none"],
    ];
  });
  const composite =
    stage.compositeLimit === null
      ? []
      : [
          [
            `  ${words.chart.composite}`,
            "",
            stage.compositeCvText ?? words.notKnown,
            standard.compositeLimits[stage.stage]?.text ?? words.notKnown,
            words.verdict[stage.verdict],
          ],
        ];
  return [`  ${words.stage[stage.stage]}${words.colon}${said}`, ...columns([head, ...rows, ...composite])];
}

/** Chinese characters are two columns wide on every terminal. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, one) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(one)
        ? 2
        : 1),
    0,
  );

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, widthOf(cell))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}
