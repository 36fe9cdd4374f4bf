// SPDX-License-Identifier: MIT
//
// A school by a part of its name, with its card: what it lacks and how much, before anything else. On a phone this is
// what a principal comes for.

import type { Standard } from "../../engine/junheng.d.ts";
import type { Result } from "../../work/result.ts";
import { known } from "../../engine/replaceable.ts";
import { element } from "../../kit/dom.ts";
import type { LanguageId } from "../../kit/language.ts";
import { plainName } from "../../kit/plain_name.ts";
import { fill } from "../../words/fill.ts";
import type { TrialActions } from "../trial/actions.ts";
import type { AllWords } from "./context.ts";
import { schoolCard } from "./school_card.ts";

/** So many schools are told of at once; with more, one types another letter. */
const kShown = 8;
const kField = "school-search";

/** The field stays the same element, so that what was typed stays; the cards follow each result. */
export class SchoolSearch {
  readonly root = element("section", { class: "search", hidden: "" });
  readonly #input = element("input", { type: "search", id: kField, autocomplete: "off", spellcheck: "false" });
  readonly #label = element("label", { for: kField });
  readonly #count = element("p", { id: "school-count", role: "status", class: "soft" });
  readonly #cards = element("div", { id: "school-cards" });
  #look: () => void = () => undefined;

  readonly #trial: TrialActions;

  constructor(trial: TrialActions) {
    this.#trial = trial;
    this.#input.addEventListener("input", () => this.#look());
    this.root.append(this.#label, this.#input, this.#count, this.#cards);
  }

  show(result: Result, standard: Standard, words: AllWords, language: LanguageId): void {
    this.root.hidden = false;
    this.#label.textContent = words.search.heading;
    this.#input.placeholder = words.search.hint;
    this.#look = () => known(() => this.#find(result, standard, words, language), undefined);
    this.#look();
  }

  #find(result: Result, standard: Standard, words: AllWords, language: LanguageId): void {
    const text = plainName(this.#input.value);
    if (text === "" || result.gone) {
      this.#count.textContent = "";
      this.#cards.replaceChildren();
      return;
    }
    const { count, schools } = result.schoolsNamed((name) => plainName(name).includes(text), kShown);
    this.#count.textContent =
      count === 0
        ? fill(words.search.none, { text: this.#input.value })
        : fill(count > schools.length ? words.search.more : words.search.found, { count, shown: schools.length });
    this.#cards.replaceChildren(
      ...schools.map(({ county, units }) =>
        schoolCard(county, result.county(county), units, {
          ...{ standard, words, language, counties: result.countyCount },
          trial: this.#trial,
        }),
      ),
    );
  }
}

/** As if somebody had typed the name. */
export function showSchool(name: string): void {
  const field = document.getElementById(kField);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = name;
  field.dispatchEvent(new Event("input"));
  field.focus();
  field.scrollIntoView({ block: "start" });
}
