// SPDX-License-Identifier: MIT
//
// The charts of a stage in the text view: each with its table and as files.

import type { County, StageResult, Unit } from "../../engine/junheng.d.ts";
import { chartTable, coefficientBars, dotStrip, svgToPng } from "../../charts/charts.ts";
import type { ChartTable, StripInput } from "../../charts/charts.ts";
import { now } from "../../kit/clock.ts";
import { button, element } from "../../kit/dom.ts";
import { copyableTable } from "../../kit/copy_table.ts";
import { download, fileName } from "../../kit/download.ts";
import { fill } from "../../words/fill.ts";
import type { Words } from "../../words/app_zh.ts";
import type { AllWords, TextContext } from "./context.ts";
import { svgElement } from "./svg_element.ts";

/** Of saved pictures: as wide as a page of A4 likes them, and fine enough for print. */
const kSavedWidth = 900;
const kSavedScale = 2;

interface Figure {
  readonly title: string;
  draw(width: number): string;
  table(): ChartTable;
}

/** Today where the person is: 2026-09-01. */
function today({ notKnown }: Words): string {
  const time = now();
  if (time === null) return notKnown;
  const day = new Date(time);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function figureView({ title, draw, table: rows }: Figure, width: number, words: AllWords): HTMLElement {
  const save = (what: string, press: () => Promise<void> | void): HTMLElement =>
    button(what, () => void press(), {
      class: "button",
      "aria-label": fill(words.chart.saveOf, { chart: title, what }),
    });
  const numbers = element("details", { class: "chart-table" }, element("summary", {}, words.chart.asTable));
  numbers.addEventListener("toggle", () => {
    if (!numbers.open || numbers.children.length > 1) return;
    const { caption, heads, rows: cells } = rows();
    numbers.append(
      copyableTable(
        caption,
        heads,
        cells.map((row) =>
          row.map((text, at) => ({ text, heading: at === 0, number: at > 0 && /^[\d.—]*$/.test(text) })),
        ),
        words,
      ),
    );
  });
  return element(
    "figure",
    {},
    element("div", { class: "picture" }, svgElement(draw(width))),
    element(
      "p",
      { class: "chart-tools" },
      save(words.chart.saveSvg, () => download(draw(kSavedWidth), "image/svg+xml", `${fileName(title)}.svg`)),
      save(words.chart.savePng, async () =>
        download(await svgToPng(draw(kSavedWidth), kSavedScale), "image/png", `${fileName(title)}.png`),
      ),
    ),
    numbers,
  );
}

/** The strip of one indicator as the workbench shows it, saved without being shown here. */
export async function saveStrip(
  {
    county,
    units: all,
    stage: id,
    indicator,
    kind,
    source: name,
  }: { county: County; units: readonly Unit[]; stage: string; indicator: string; kind: string; source: string },
  context: Pick<TextContext, "language" | "standard"> & { readonly words: Words },
): Promise<void> {
  const { words, language, standard } = context;
  const stage = county.stages.find((one) => one.stage === id);
  if (stage === undefined) return;
  const units = all.filter((unit) => unit.stage === stage.stage && unit.status === "evaluated");
  const strip: StripInput = { standard, stage, units, indicator };
  const source = fill(words.chart.source, {
    name: name === "" ? words.sourcePasted : name,
    standard: standard.title[language],
    date: today(words),
  });
  const svg = dotStrip(strip, context, { id: "chart", width: kSavedWidth, source });
  const file = fileName(chartTable({ strip }, context).caption);
  if (kind === "png") download(await svgToPng(svg, kSavedScale), "image/png", `${file}.png`);
  else download(svg, "image/svg+xml", `${file}.svg`);
}

export function stageFigure(
  county: string,
  id: string,
  stage: StageResult,
  units: readonly Unit[],
  context: TextContext,
): HTMLElement {
  const { words, language, standard, looked, width } = context;
  const source = fill(words.chart.source, {
    name: context.name === "" ? words.sourcePasted : context.name,
    standard: standard.title[language],
    date: today(words),
  });
  const stageWord = words.stage[stage.stage];
  const limits = { standard, stage };
  const bars: Figure = {
    title: fill(words.chart.limitsTitle, { stage: stageWord }),
    draw: (wide) => coefficientBars(limits, context, { id: `${id}-limits`, width: wide, source }),
    table: () => chartTable({ limits }, context),
  };
  const strips = element("div", { class: "strip" });
  const select = element("select", {});
  for (const indicator of standard.indicators)
    select.append(element("option", { value: indicator.id }, indicator.shortTitle[language]));
  select.value =
    looked.indicator(county, stage.stage) ??
    stage.indicators.find((one) => one.verdict === "fail")?.id ??
    standard.indicators[0]?.id ??
    "";
  const drawStrip = (): void => {
    const strip: StripInput = { standard, stage, units, indicator: select.value };
    const made = chartTable({ strip }, context).caption;
    strips.replaceChildren(
      figureView(
        {
          title: made,
          draw: (wide) => dotStrip(strip, context, { id: `${id}-strip`, width: wide, source }),
          table: () => chartTable({ strip }, context),
        },
        width,
        words,
      ),
    );
  };
  select.addEventListener("change", () => {
    drawStrip();
    looked.choose(county, stage.stage, select.value);
  });
  const box = element(
    "details",
    { class: "charts" },
    element("summary", {}, fill(words.chart.summary, { stage: stageWord })),
  );
  box.dataset["stage"] = stage.stage;
  box.dataset["county"] = county;
  box.open = looked.isOpen(county, stage.stage);
  const build = (): void => {
    if (box.children.length > 1) return;
    box.append(figureView(bars, width, words));
    if (units.length === 0) return;
    box.append(element("label", { class: "which" }, `${words.chart.which} `, select), strips);
    drawStrip();
  };
  box.addEventListener("toggle", () => {
    looked.open(county, stage.stage, box.open);
    if (box.open) build();
  });
  if (box.open) build();
  return box;
}
