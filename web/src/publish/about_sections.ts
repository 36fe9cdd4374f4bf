// SPDX-License-Identifier: MIT
//
// What stands behind the numbers: definitions with their sources, what the numbers do not say, what was left out, and
// the sums by which anybody can tell whether two pages are about the same.

import type { ByStage, Indicator, Limit, Stage, Text } from "../engine/junheng.d.ts";
import { html, shortened } from "./html.ts";
import type { Html } from "./html.ts";
import { said, tableOf } from "./page_context.ts";
import { fill } from "../words/fill.ts";
import type { PageContext } from "./page_context.ts";

const kIssuesShown = 100;

export function definitionsSection(context: PageContext): Html {
  const { words, standard } = context;
  const indicators = standard.indicators.map(
    (indicator) =>
      html`<details><summary>${said(indicator.title, words)}</summary>
${definition(indicator, context)}</details>
`,
  );
  const rule = standard.unitRule;
  return html`<section><h2>${words.definitionsHeading}</h2>
${indicators}<details><summary>${words.definitionCv}</summary>
<p>${words.definitionCvText}</p></details>
${
  rule === null
    ? null
    : html`<details><summary>${words.definitionRule}</summary>
<p>${fill(words.definitionRuleText, { count: standard.indicators.length, meet: rule.meetAtLeast, floor: rule.floorText })}</p>
${sourceLine(rule, context)}${exclusions(context)}</details>
`
}</section>
`;
}

function definition(indicator: Indicator, context: PageContext): Html {
  const { words, standard } = context;
  const per = indicator.per === 1 ? "" : ` (${fill(words.definitionPer, { per: indicator.per })})`;
  const ways = indicator.fields.map((fields) =>
    fields
      .map(
        (field, index) =>
          `${index === 0 && field.sign === "+" ? "" : `${field.sign === "-" ? " − " : " + "}`}${said(field.label, words)}`,
      )
      .join(""),
  );
  const stages = standard.stages.filter((stage) => indicator.thresholds[stage] || indicator.cvLimits[stage]);
  const limits = stages.map(
    (stage) =>
      html`<p>${fill(words.definitionThreshold, {
        stage: words.stage[stage],
        threshold: textAt(indicator.thresholds, stage, words.notKnown),
        limit: textAt(indicator.cvLimits, stage, words.notKnown),
      })}</p>
${sourceOfStage(indicator, stage, context)}`,
  );
  return html`<p>${said(indicator.unit, words)}${per}</p>
<p>${fill(words.definitionMadeOf, { fields: ways.join(words.definitionOr) })}</p>
${limits}`;
}

function textAt(limits: ByStage<Limit | null>, stage: Stage, otherwise: string): string {
  return limits[stage]?.text ?? otherwise;
}

function sourceOfStage(indicator: Indicator, stage: Stage, context: PageContext): Html | null {
  const limit = indicator.thresholds[stage] ?? indicator.cvLimits[stage];
  return limit ? sourceLine(limit, context) : null;
}

function sourceLine(sourced: { source: Text | null; confidence: "R" | "S" | "I" | "M" }, { words }: PageContext): Html {
  const mark = ` (${words.confidence[sourced.confidence]})`;
  if (sourced.source === null)
    return html`<p class="source">${words.definitionNoSource}</p>
`;
  return html`<p class="source">${fill(words.definitionSource, { source: said(sourced.source, words) })}${mark}</p>
`;
}

function exclusions({ words, standard, evaluation }: PageContext): Html {
  const chosen = standard.exclusions.filter(
    ({ onlyWhen }) => onlyWhen === null || evaluation.options?.[onlyWhen.option] === onlyWhen.choice,
  );
  const types = chosen.map(({ type, pupilsBelow }) =>
    pupilsBelow === null
      ? said(type, words)
      : fill(words.definitionBelow, { type: said(type, words), count: pupilsBelow }),
  );
  return types.length === 0
    ? html``
    : html`<p>${fill(words.definitionExcluded, { type: types.join(words.comma) })}</p>
`;
}

export function limitsSection({ words }: PageContext): Html {
  return html`<section><h2>${words.limitsHeading}</h2>
<ul>${Object.values(words.limits).map((text) => html`<li>${text}</li>`)}</ul></section>
`;
}

export function dataSection(context: PageContext): Html {
  return html`<section><h2>${context.words.dataHeading}</h2>
${leftOut(context)}${issues(context)}${sumsTable(context)}<p class="source">${context.words.hashNote}</p>
<p class="source">${context.words.licence}</p></section>
`;
}

function leftOut({ data, words }: PageContext): Html {
  if (data.kind === "sealed")
    return html`<p>${words.leftSealed}</p>
`;
  const { columns, rows, small } = data.leftOut;
  const lines: string[] = [];
  if (columns.length > 0) lines.push(fill(words.leftColumns, { columns: columns.map(shortened).join(words.comma) }));
  if (rows > 0) lines.push(fill(words.leftRows, { count: rows }));
  if (small.length > 0) lines.push(fill(words.leftSmall, { count: small.length }));
  if (lines.length === 0) lines.push(words.leftNothing);
  return html`${lines.map(
    (line) => html`<p>${line}</p>
`,
  )}`;
}

function issues({ evaluation, words }: PageContext): Html | null {
  if (evaluation.issueCount === 0) return null;
  const shown = evaluation.issues.slice(0, kIssuesShown);
  const more =
    evaluation.issueCount > shown.length
      ? html`<p>${fill(words.issuesMore, { shown: shown.length })}</p>
`
      : null;
  return html`<details><summary>${fill(words.issuesHeading, { count: evaluation.issueCount })}</summary>
${more}<ul>${shown.map(
    (issue) => html`<li>${words.severity[issue.severity]}${words.colon}${said(issue.message, words)}</li>
`,
  )}</ul></details>
`;
}

function sumsTable({ sums, evaluation, standard, data, words }: PageContext): Html {
  const row = (what: string, version: string, sum: string): Html =>
    html`<tr><th scope="row">${what}</th><td>${version}</td><td><code>${sum}</code></td></tr>
`;
  return tableOf(
    words.hashCaption,
    [words.hashWhat, words.hashVersion, words.hashValue],
    [
      row(words.hashData, data.schema, sums.data),
      row(words.hashStandard, standard.id, sums.standard),
      row(words.hashEngine, evaluation.engine, sums.engine),
    ],
    "sums",
  );
}
