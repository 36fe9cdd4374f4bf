// SPDX-License-Identifier: MIT
//
// The charts of a published page; their numbers stand in the tables beneath them.

import { sharedEn } from "../words/shared_en.ts";
import { sharedZh } from "../words/shared_zh.ts";
import { coefficientBars, dotStrip } from "../charts/charts.ts";
import type { ChartWords } from "../charts/charts.ts";
import type { StageResult, Unit } from "../engine/junheng.d.ts";
import { html, Html, shortened } from "./html.ts";
import { fill } from "../words/fill.ts";
import type { PageContext } from "./page_context.ts";

/** As wide as the smallest telephone shows without making the letters smaller. */
const kStripWidth = 320;
const kBarsWidth = 620;

/** A language that has no words for charts yet takes those of the engine's sentences. */
function chartWords({ words }: PageContext): ChartWords {
  return words.engineText === "en" ? { words: sharedEn, language: "en" } : { words: sharedZh, language: "zh" };
}

function sourceLine({ data, words }: PageContext): string {
  const source = data.source === "" ? words.notStated : shortened(data.source);
  return `${words.source}${words.colon}${source}${data.date === "" ? "" : `${words.comma}${shortened(data.date)}`}`;
}

export function balanceChart(stage: StageResult, id: string, context: PageContext): Html {
  const picture = coefficientBars({ standard: context.standard, stage }, chartWords(context), {
    id: `${id}-${stage.stage}`,
    width: kBarsWidth,
    source: sourceLine(context),
  });
  return html`<figure>${new Html(picture)}</figure>
`;
}

export function schoolsChart(stage: StageResult, units: readonly Unit[], id: string, context: PageContext): Html {
  const { words, standard } = context;
  const cut = units.map((unit) => ({ ...unit, school: unit.school === null ? null : shortened(unit.school) }));
  const pictures = standard.indicators.map((indicator, index) =>
    dotStrip({ standard, stage, units: cut, indicator: indicator.id }, chartWords(context), {
      id: `${id}-${stage.stage}-${index}`,
      width: kStripWidth,
      source: sourceLine(context),
    }),
  );
  return html`<details class="charts" open><summary>${fill(words.chartCaption, { stage: words.stage[stage.stage] })}</summary>
<div class="strips">${pictures.map(
    (picture) => html`<figure>${new Html(picture)}</figure>
`,
  )}</div></details>
`;
}
