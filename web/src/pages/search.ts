// SPDX-License-Identifier: MIT
//
// A school by a part of its name: what the page says of it, in sentences.

import type { Unit } from "../engine/junheng.d.ts";
import { fill } from "../words/fill.ts";
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
    .flatMap((county) => county.units ?? [])
    .map((unit) => ({ unit, name: plainName(unit.school ?? "") }));
  const look = (): void => {
    const text = plainName(input.value);
    const hits = text === "" ? [] : units.filter(({ name }) => name.includes(text));
    count.textContent =
      text === ""
        ? ""
        : hits.length === 0
          ? fill(context.words.searchNone, { text: shortened(input.value) })
          : fill(context.words.searchFound, { count: hits.length });
    found.replaceChildren(...hits.slice(0, kShown).map(({ unit }) => card(unit, context)));
  };
  input.addEventListener("input", look);
  section.hidden = false;
}

function card(unit: Unit, context: PageContext): HTMLElement {
  const [first = "", ...rest] = schoolSentences(unit, context);
  return element(
    "div",
    { class: "card" },
    element("p", {}, element("strong", {}, first)),
    element("ul", {}, ...rest.map((line) => element("li", {}, line))),
  );
}
