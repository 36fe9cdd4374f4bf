// SPDX-License-Identifier: MIT
//
// One HTML document that stands by itself: verdict and tables are in it before any script runs; the data are in it as
// text; the script computes everything again in the reader's browser (web/src/pages/county_page.ts).

import type { County, StageResult, Unit } from "../engine/junheng.d.ts";
import { dataSection, definitionsSection, limitsSection } from "./about_sections.ts";
import { balanceChart, schoolsChart } from "./charts.ts";
import { blockText, html, Html, shortened } from "./html.ts";
import { countyName, said } from "./page_context.ts";
import { fill } from "../words/fill.ts";
import type { PageContext } from "./page_context.ts";
import { ownSection } from "./own_section.ts";
import { planSection } from "./plan_section.ts";
import { schoolsSection } from "./school_sections.ts";
import { policyHash } from "./sha256.ts";
import { balanceSection, partsSection, verdictSection } from "./verdict_sections.ts";

export interface PageParts {
  readonly script: string;
  readonly style: string;
}

/** Files beside the page, or everything inside it; the engine then as base64 of its deflated bytes. */
export type Packing =
  | { readonly kind: "folder"; readonly other: string }
  | { readonly kind: "single"; readonly parts: PageParts; readonly engine: string };

export function pageTitle({ data, evaluation, words }: PageContext): string {
  if (data.title !== "") return shortened(data.title);
  const names = evaluation.counties.map(({ name }) => name);
  const county = names.length === 1 && typeof names[0] === "string" ? shortened(names[0]) : words.wholeTable;
  return fill(data.kind === "sealed" ? words.titleSealed : words.titleOf, { county });
}

/** What is printed: the same function writes it for the publisher and, to compare, in the reader's browser. */
export function pageBody(context: PageContext): Html {
  const { words, evaluation } = context;
  return html`${head(context)}${check(context)}${verdictSection(context)}${ownSection(context)}${search(context)}${evaluation.counties.map((county, index) => countySection(county, index, context))}${planSection(context)}${definitionsSection(context)}${limitsSection(context)}${dataSection(context)}<div id="downloads" class="tools" role="group" aria-label="${words.download}" hidden></div>
`;
}

function head(context: PageContext): Html {
  const { data, standard, words } = context;
  const fact = (name: string, value: string): Html =>
    html`<div><dt>${name}</dt><dd>${value === "" ? words.notStated : shortened(value)}</dd></div>`;
  return html`<header><div id="tools" class="tools" role="group" aria-label="${words.tools}" hidden></div>
<h1><bdi>${pageTitle(context)}</bdi></h1>
<dl class="facts">${fact(words.publisher, data.publisher)}${fact(words.source, data.source)}${fact(words.date, data.date)}${fact(words.standard, said(standard.title, words))}</dl></header>
`;
}

/** Filled by the reader's browser, once the page is compared as it came. */
function check({ words }: PageContext): Html {
  return html`<section class="check"><h2>${words.checkHeading}</h2>
<p id="check" role="status">${words.checkWaiting}</p><div id="differences"></div>
<p class="source">${words.checkLimits}</p></section>
`;
}

function search({ words }: PageContext): Html {
  return html`<section id="search" class="search" hidden><label for="search-text">${words.searchLabel}</label>
<input id="search-text" type="search" autocomplete="off" spellcheck="false" placeholder="${words.searchHint}">
<p id="search-count" role="status"></p><div id="search-found"></div></section>
`;
}

function countySection(county: County, index: number, context: PageContext): Html {
  const { words } = context;
  const charts = {
    balance: (stage: StageResult) => balanceChart(stage, `balance-${index}`, context),
    schools: (stage: StageResult, units: readonly Unit[]) => schoolsChart(stage, units, `schools-${index}`, context),
  };
  return html`<section class="county"><h2>${countyName(county, words)}</h2>
${partsSection(county, context)}${balanceSection(county, context, charts.balance)}${schoolsSection(county, context, charts.schools)}</section>
`;
}

function policy(packing: Packing): string {
  const single = packing.kind === "single";
  const script = single ? policyHash(packing.parts.script) : "'self'";
  const style = single ? policyHash(packing.parts.style) : "'self'";
  return [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    `style-src ${style}`,
    "img-src data:",
    `connect-src ${single ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** `data` and `standard` as blocks of text: what the sums are made of, byte for byte. */
interface Blocks {
  readonly data: string;
  readonly standard: string;
}

export function blocksOf({ data, standard }: Pick<PageContext, "data" | "standard">): Blocks {
  return { data: blockText(data), standard: blockText(standard) };
}

export function publishedPage(context: PageContext, packing: Packing): string {
  const { words } = context;
  const blocks = blocksOf(context);
  const single = packing.kind === "single";
  const inline = (id: string, text: string): Html =>
    new Html(`<script id="${id}" type="application/json">${text}</script>\n`);
  const style = single
    ? new Html(`<style>${packing.parts.style}</style>`)
    : html`<link rel="stylesheet" href="page.css">`;
  // Last, so that everything stands when it runs; a classic script, because modules do not start from a disk.
  const script = single
    ? new Html(
        `<script id="engine" type="text/plain">${packing.engine}</script>\n<script>${packing.parts.script}</script>`,
      )
    : html`<script src="page.js" data-engine="junheng.wasm"></script>`;
  const other = single
    ? null
    : html`<nav class="languages"><a href="${packing.other}" lang="${words.otherLanguageTag}" hreflang="${words.otherLanguageTag}">${words.otherLanguage}</a></nav>
`;
  return html`<!DOCTYPE html>
<html lang="${words.htmlLang}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy(packing))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Junheng ${context.evaluation.engine}">
<title>${pageTitle(context)}</title>
<link rel="icon" href="data:,">
${style}
</head>
<body class="page">
<a class="skip" href="#verdict">${words.skip}</a>
${other}<main id="printed">
${pageBody(context)}</main>
${inline("data", blocks.data)}${inline("standard", blocks.standard)}${script}
</body>
</html>
`.text;
}
