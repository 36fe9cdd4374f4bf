// SPDX-License-Identifier: MIT
//
// A school by a part of its name: what the page says of it, in sentences.

import type { County, Unit } from "../engine/junheng.d.ts";
import { fill } from "../words/fill.ts";
import { said } from "../publish/page_context.ts";
import type { PageContext } from "../publish/page_context.ts";
import { shortened } from "../publish/html.ts";
import { schoolSentences } from "../publish/school_sections.ts";
import { element, find } from "../kit/dom.ts";
import { plainName } from "../kit/plain_name.ts";

/** So many schools are told of at once; with more, one types another letter. */
const kShown = 8;

export function watchSearch(context: PageContext): void {
  const [section, input, count, found] = ["search", "search-text", "search-count", "search-found"].map(find);
  if (!section || !(input instanceof HTMLInputElement) || !count || !found) return;
  const units = context.evaluation.counties
    .flatMap((county) => (county.units ?? []).map((unit) => ({ unit, county })))
    .map((one) => ({ ...one, name: plainName(one.unit.school ?? "") }));
  const look = (): void => {
    const text = plainName(input.value);
    const hits = text === "" ? [] : units.filter(({ name }) => name.includes(text));
    count.textContent =
      text === ""
        ? ""
        : hits.length === 0
          ? fill(context.words.searchNone, { text: shortened(input.value) })
          : fill(context.words.searchFound, { count: hits.length });
    found.replaceChildren(...hits.slice(0, kShown).map(({ unit, county }) => card(unit, county, context)));
  };
  input.addEventListener("input", look);
  section.hidden = false;
}

function card(unit: Unit, county: County, context: PageContext): HTMLElement {
  const [first = "", ...sentences] = schoolSentences(unit, context);
  const rest = [...sentences, ...largestSource(unit, county, context)];
  return element(
    "div",
    { class: "card" },
    element("p", {}, element("strong", {}, first)),
    element("ul", {}, ...rest.map((line) => element("li", {}, line))),
  );
}

/**
 * The coefficients above their limit that this school makes more unequal than any other does: its values may all be good,
 * and it is still the first to look at.
 */
function largestSource(unit: Unit, county: County, { words, standard }: PageContext): string[] {
  const stage = county.stages.find((one) => one.stage === unit.stage);
  const others = (county.units ?? []).filter((one) => one.stage === unit.stage);
  return unit.values.flatMap(({ id, cvShare }, at) => {
    const judged = stage?.indicators.find((one) => one.id === id)?.verdict ?? stage?.verdict;
    const largest = others.every((one) => (one.values[at]?.cvShare ?? 0) <= (cvShare ?? 0));
    if (judged !== "fail" || cvShare === null || cvShare === 0 || !largest || unit.stage === null) return [];
    const indicator = standard.indicators.find((one) => one.id === id);
    return [
      fill(words.searchSource, {
        stage: words.stage[unit.stage],
        indicator: indicator === undefined ? id : said(indicator.title, words),
        share: (cvShare * kPercent).toFixed(0),
      }),
    ];
  });
}

const kPercent = 100;
