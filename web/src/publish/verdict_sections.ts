// SPDX-License-Identifier: MIT
//
// What a page says of a county as a whole: verdict, parts, items, coefficients against their limits.

import type {
  AttestedCheck,
  ComputedCheck,
  County,
  IndicatorResult,
  Item,
  Part,
  StageResult,
} from "../engine/junheng.d.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { countyName, said, tableOf, verdictMark, verdictWord } from "./page_context.ts";
import { entryConditions } from "../work/entry.ts";
import { printedLimit } from "../kit/printed_limit.ts";
import { fill } from "../words/fill.ts";
import type { PageContext } from "./page_context.ts";

export function verdictSection(context: PageContext): Html {
  const { evaluation, standard, words } = context;
  // Nobody shall read a verdict by somebody's own rules for one by the official ones.
  const own = standard.own === undefined ? null : html` <span class="own">${said(standard.own.message, words)}</span>`;
  const rows = evaluation.counties.map(
    (county) =>
      html`<tr><th scope="row">${countyName(county, words)}</th><td>${verdictMark(county.verdict, words)}</td></tr>`,
  );
  const several = rows.length > 1 ? tableOf(words.countiesCaption, [words.county, words.conclusion], rows) : null;
  const lines = evaluation.counties.map(
    (county) =>
      html`<p class="verdict is-${county.verdict}"><strong>${countyName(county, words)}${words.colon}${verdictMark(county.verdict, words)}${own}</strong></p>
<p>${said(county.conclusion, words)}</p>
`,
  );
  return html`<section id="verdict" tabindex="-1"><h2>${words.verdictHeading}</h2>
${several}${lines}</section>
`;
}

export function partsSection(county: County, context: PageContext): Html {
  const { words } = context;
  const parts = county.parts.map(
    (part) =>
      html`<li>${said(part.title, words)}${words.colon}${verdictMark(part.verdict, words)}${score(part, context)}${reasons(part, context)}${items(part, context)}</li>
`,
  );
  return html`<h3>${words.partsHeading}</h3>
<ul class="parts">${parts}${entry(county, context)}</ul>
`;
}

function entry(county: County, { words, standard }: PageContext): Html[] {
  return entryConditions(county, standard).map(({ item, reasons }) => {
    const why =
      reasons.length === 0 ? null : html`<ul>${reasons.map((text) => html`<li>${said(text, words)}</li>`)}</ul>`;
    return html`<li>${said(item.title, words)}${words.colon}${verdictMark(item.verdict, words)}${why}</li>
`;
  });
}

function score(part: Part, { words }: PageContext): Html | null {
  if (typeof part.scoreText !== "string" || part.scoreLimitText === undefined) return null;
  return html` <span>${fill(words.score, { score: part.scoreText, limit: part.scoreLimitText })}</span>`;
}

function reasons(part: Part, { words }: PageContext): Html | null {
  if (part.reasons.length === 0) return null;
  return html`<ul>${part.reasons.map((reason) => html`<li>${said(reason.message, words)}</li>`)}</ul>`;
}

function items(part: Part, context: PageContext): Html | null {
  if (part.items.length === 0) return null;
  const { words } = context;
  const title = fill(words.partItems, { part: said(part.title, words) });
  const rows = part.items.map((item) => itemRow(item, context));
  return html`<details><summary>${title}</summary>
${tableOf(title, [words.item, words.conclusion, words.itemReason], rows)}</details>`;
}

function itemRow(item: Item, { words }: PageContext): Html {
  const checks: readonly (AttestedCheck | ComputedCheck)[] = item.checks;
  const why = checks.map((check) => html`<p>${said(check.message, words)}</p>`);
  return html`<tr><th scope="row">${item.id} ${said(item.title, words)}</th><td>${verdictMark(item.verdict, words)}</td><td>${why}</td></tr>
`;
}

export function balanceSection(county: County, context: PageContext, chart: (stage: StageResult) => Html | null): Html {
  const { words } = context;
  const stages = county.stages.filter((stage) => stage.units > 0 || stage.indicators.some((one) => one.given));
  if (stages.length === 0) return html``;
  return html`<h3>${words.balanceHeading}</h3>
<p>${words.balanceLead}</p>
${stages.map((stage) => html`${chart(stage)}${coefficients(stage, context)}${composite(stage, context)}`)}`;
}

function coefficients(stage: StageResult, context: PageContext): Html {
  const { words, standard } = context;
  const heads = [
    words.indicator,
    words.cv,
    words.limit,
    words.conclusion,
    words.mean,
    words.threshold,
    words.unitsMeeting,
    words.unitsNear,
    words.unitsFailing,
    words.verdict.unknown,
  ];
  const row = (result: IndicatorResult): Html => {
    const about = standard.indicators.find((one) => one.id === result.id);
    const unit = about === undefined ? "" : said(about.unit, words);
    const limit = about?.cvLimits[stage.stage]?.text;
    const cell = (value: string | number | null | undefined): Html =>
      html`<td class="number">${value ?? words.notKnown}</td>`;
    return html`<tr><th scope="row">${about === undefined ? result.id : said(about.title, words)}${unit === "" ? null : html` <small>${unit}</small>`}</th>${cell(result.cvText)}${cell(limit === undefined ? undefined : printedLimit(limit))}<td>${verdictMark(result.verdict, words)}</td>${cell(result.meanText)}${cell(about?.thresholds[stage.stage]?.text)}${cell(result.unitsMeeting)}${cell(result.unitsNear)}${cell(result.unitsFailing)}${cell(result.unitsUnknown)}</tr>
`;
  };
  return tableOf(fill(words.balanceCaption, { stage: words.stage[stage.stage] }), heads, stage.indicators.map(row));
}

function composite(stage: StageResult, { words, standard }: PageContext): Html | null {
  if (stage.compositeLimit === null) return null;
  const limit = standard.compositeLimits[stage.stage]?.text;
  return html`<p>${fill(words.composite, {
    value: stage.compositeCvText ?? words.notKnown,
    limit: limit === undefined ? words.notKnown : printedLimit(limit),
    verdict: verdictWord(stage.verdict, words),
  })}</p>
`;
}
