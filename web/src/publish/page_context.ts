// SPDX-License-Identifier: MIT
//
// What every section of a published page needs to say something.

import type { County, Evaluation, Standard, Text, Verdict } from "../engine/junheng.d.ts";
import type { PageWords } from "../words/page_zh.ts";
import { html, named } from "./html.ts";
import type { Html } from "./html.ts";
import type { Publication, Published } from "./publisher.d.ts";
import type { Planned } from "./published_plan.ts";

export interface PageContext {
  readonly words: PageWords;
  readonly data: Published;
  readonly evaluation: Evaluation;
  readonly standard: Standard;
  readonly planned: Planned | null;
  /** SHA-256 of what the page is made of. */
  readonly sums: Publication["sums"];
}

/** The engine's sentence in the page's language, or in the one that stands in for it. */
export function said(text: Text, words: PageWords): string {
  return words.engineText === "en" ? text.en : text.zh;
}

export function verdictWord(verdict: Verdict | "near" | null, words: PageWords): string {
  return words.verdict[verdict ?? "none"];
}

/** A shape before the word: a verdict must not be told by its colour alone, nor by reading small type. */
const kMarks: Record<string, string> = { pass: "✓", fail: "✗", near: "△", unknown: "?" };

export function verdictMark(verdict: Verdict | "near" | null, words: PageWords): Html {
  const kind = verdict ?? "none";
  const mark = kMarks[kind];
  const shape = mark === undefined ? null : html`<span aria-hidden="true">${mark} </span>`;
  return html`<span class="is-${kind}">${shape}${verdictWord(verdict, words)}</span>`;
}

export function countyName(county: County, words: PageWords): Html {
  return county.name === null ? html`${words.wholeTable}` : named(county.name);
}

/** A table with caption and scopes, in a box that scrolls sideways on its own and can be reached by keyboard. */
export function tableOf(caption: string, heads: readonly string[], rows: readonly Html[], kind = ""): Html {
  const head = heads.map((text) => html`<th scope="col">${text}</th>`);
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="${kind}"><caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${rows}</tbody></table></div>
`;
}
