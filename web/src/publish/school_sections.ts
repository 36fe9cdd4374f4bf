// SPDX-License-Identifier: MIT
//
// Each school against the standard: the tables, and the sentences that a search shows. In the order of the data; a
// ranking is what nobody asked for and somebody would be hurt by.

import type { County, StageResult, Unit, UnitValue } from "../engine/junheng.d.ts";
import { html, named, shortened } from "./html.ts";
import type { Html } from "./html.ts";
import { said, tableOf, verdictMark, verdictWord } from "./page_context.ts";
import { fill } from "../words/fill.ts";
import type { PageContext } from "./page_context.ts";

type Said = Pick<PageContext, "words" | "standard">;

export function schoolsSection(
  county: County,
  context: PageContext,
  chart: (stage: StageResult, units: readonly Unit[]) => Html | null,
): Html {
  const { words } = context;
  const units = county.units ?? [];
  const stages = county.stages.filter((stage) => stage.units > 0);
  const each = stages.map((stage) => {
    const own = units.filter((unit) => unit.status === "evaluated" && unit.stage === stage.stage);
    return html`<h4>${stageLine(stage, context)}</h4>
${chart(stage, own)}${schoolTable(stage, own, context)}`;
  });
  return html`<h3>${words.schoolsHeading}</h3>
<p>${words.schoolsLead}</p>
${each}${excluded(units, context)}`;
}

function stageLine(stage: StageResult, { words }: PageContext): string {
  const line = fill(words.stageLine, { stage: words.stage[stage.stage], units: stage.units, pupils: stage.pupils });
  if (stage.unitsPassing === null) return line;
  return `${line} ${fill(words.stageJudged, {
    passing: stage.unitsPassing,
    failing: stage.unitsFailing ?? 0,
    unknown: stage.unitsUnknown ?? 0,
  })}`;
}

function schoolTable(stage: StageResult, units: readonly Unit[], context: PageContext): Html {
  const { words, standard } = context;
  const judged = standard.unitRule !== null;
  const heads = [
    words.school,
    words.pupils,
    ...(judged ? [words.conclusion, words.meeting] : []),
    ...standard.indicators.map((indicator) => said(indicator.shortTitle, words)),
  ];
  const limits = standard.indicators.map(({ thresholds }) => thresholds[stage.stage]?.text ?? null);
  const required = limits.some((limit) => limit !== null)
    ? html`<tr class="required"><th scope="row">${words.thresholdRow}</th><td></td>${judged ? html`<td></td><td></td>` : null}${limits.map((limit) => html`<td class="number">${limit ?? words.notKnown}</td>`)}</tr>
`
    : null;
  const rows = units.map(
    (unit) =>
      html`<tr class="school"><th scope="row">${named(unit.school ?? words.notKnown)}</th><td class="number">${unit.pupils ?? words.notKnown}</td>${judged ? html`<td>${verdictMark(unit.verdict, words)}</td><td class="number">${unit.meeting ?? words.notKnown}</td>` : null}${unit.values.map((value) => valueCell(value, context))}</tr>
`,
  );
  return tableOf(
    fill(words.schoolsCaption, { stage: words.stage[stage.stage] }),
    heads,
    [...(required === null ? [] : [required]), ...rows],
    "schools",
  );
}

function valueCell(value: UnitValue, { words }: PageContext): Html {
  if (value.text === null) return html`<td class="number is-unknown">${words.notKnown}</td>`;
  // What does not meet its threshold says so in words; "meets it" beside every other number would drown them.
  const below =
    value.verdict === "fail" || value.verdict === "near" ? html` ${verdictMark(value.verdict, words)}` : null;
  return html`<td class="number">${value.text}${below}</td>`;
}

function excluded(units: readonly Unit[], { words }: PageContext): Html | null {
  const out = units.filter((unit) => unit.status !== "evaluated");
  if (out.length === 0) return null;
  const lines = out.map((unit) => {
    const reason = unit.reason === undefined ? words.notKnown : said(unit.reason, words);
    const stage = unit.stage === null ? null : html` ${words.stage[unit.stage]}`;
    return html`<li>${named(unit.school ?? words.notKnown)}${stage}${words.colon}${reason}</li>
`;
  });
  return html`<h4>${words.excludedHeading}</h4>
<ul>${lines}</ul>
`;
}

/** One school in sentences: first the verdict, then each indicator in the order of the standard. */
export function schoolSentences(unit: Unit, { words, standard }: Said): string[] {
  const stage = unit.stage === null ? words.notKnown : words.stage[unit.stage];
  const school = shortened(unit.school ?? words.notKnown);
  if (unit.status !== "evaluated") {
    return [
      fill(words.excluded, { school, reason: unit.reason === undefined ? words.notKnown : said(unit.reason, words) }),
    ];
  }
  const first = fill(words.schoolUnit, { school, stage, verdict: verdictWord(unit.verdict, words) });
  return [first, ...unit.values.map((value) => valueSentence(value, unit, { words, standard }))];
}

export function valueSentence(value: UnitValue, unit: Unit, { words, standard }: Said): string {
  const about = standard.indicators.find((one) => one.id === value.id);
  const indicator = about === undefined ? value.id : said(about.title, words);
  if (value.text === null) return fill(words.schoolUnknown, { indicator });
  const unitName = about === undefined ? words.notKnown : said(about.unit, words);
  const threshold = unit.stage === null ? undefined : about?.thresholds[unit.stage]?.text;
  if (threshold === undefined) return fill(words.schoolPlain, { indicator, value: value.text, unit: unitName });
  return fill(words.schoolValue, {
    indicator,
    value: value.text,
    unit: unitName,
    threshold,
    verdict: verdictWord(value.verdict, words),
  });
}
