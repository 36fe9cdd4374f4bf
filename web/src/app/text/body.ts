// SPDX-License-Identifier: MIT
//
// Everything of the text view but its verdict: made where somebody looks at it, in pieces, and there until something else
// is to be shown. Nothing is computed here; every number is shown in the text that the engine made of it.

import type { Standard } from "../../engine/junheng.d.ts";
import type { Place } from "../address.ts";
import type { Result } from "../../work/result.ts";
import { button, element } from "../../kit/dom.ts";
import type { LanguageId } from "../../kit/language.ts";
import { textEn } from "../../words/text_en.ts";
import { textZh } from "../../words/text_zh.ts";
import type { Words } from "../../words/app_zh.ts";
import type { TrialActions } from "../trial/actions.ts";
import { content } from "./content.ts";
import type { AllWords } from "./context.ts";
import { OptionsView } from "../../standard/options_view.ts";
import type { OptionActions } from "../../standard/options_view.ts";
import { FactsView } from "./facts_view.ts";
import type { FactActions } from "./facts_view.ts";
import type { Looked } from "./looked.ts";
import { Pieces } from "./pieces.ts";
import { SchoolSearch } from "./school_search.ts";

export interface BodyActions extends OptionActions, FactActions, TrialActions {
  /** As a workbook. */
  saveResults(): void;
}

interface ShownText {
  readonly result: Result;
  readonly standard: Standard;
  readonly words: Words;
  readonly language: LanguageId;
  /** Of the tables, for the line under a picture. */
  readonly name: string;
}

/** Where all of it stands, and what is looked at there. */
interface Around {
  readonly root: HTMLElement;
  readonly looked: Looked;
}

export class TextBody {
  readonly #around: Around;
  readonly #actions: BodyActions;
  readonly #tools = element("p", { class: "table-tools" });
  readonly #search: SchoolSearch;
  readonly #options: OptionsView;
  readonly #facts: FactsView;
  readonly #body = element("div", {});
  readonly #pieces = new Pieces((whole) => this.#grow(whole));
  #shown: ShownText | null = null;

  constructor(around: Around, actions: BodyActions) {
    this.#around = around;
    this.#actions = actions;
    this.#search = new SchoolSearch(actions);
    this.#options = new OptionsView(actions);
    this.#facts = new FactsView(actions);
    around.root.append(this.#search.root, this.#tools, this.#options.root, this.#facts.root, this.#body);
    window.addEventListener("beforeprint", () => this.#pieces.finish());
  }

  show(shown: ShownText): void {
    const { result, standard, language } = shown;
    const words = wordsOf(shown);
    this.#search.show(result, standard, words, language);
    this.#options.show(result, standard, words, language);
    this.#facts.show(result, standard, words, language);
    const { saveResults } = this.#actions;
    this.#tools.replaceChildren(button(words.saveResults, saveResults, { class: "button", id: "text-results" }));
    if (!isSame(this.#shown, shown)) this.#make(shown, words);
  }

  /** There is no result. */
  empty(shown: Pick<ShownText, "words" | "language">): void {
    this.#clear();
    this.#body.replaceChildren(footer(wordsOf(shown)));
  }

  /** Nobody looks: then there is nothing of it, and nothing for the Tab key to stop at. */
  away(): void {
    this.#clear();
    this.#body.replaceChildren();
  }

  #clear(): void {
    this.#pieces.stop();
    this.#shown = null;
    this.#tools.replaceChildren();
    this.#options.root.hidden = true;
    this.#facts.root.hidden = true;
    this.#search.root.hidden = true;
    this.#grow(true);
  }

  #make(shown: ShownText, words: AllWords): void {
    const { language, name, result, standard } = shown;
    // Who has scrolled down stays there, while what was above is made anew.
    const before = this.#shown === null ? 0 : this.#body.offsetHeight;
    this.#shown = shown;
    this.#body.replaceChildren();
    this.#body.style.minHeight = `${before}px`;
    const context = {
      words,
      language,
      standard,
      name,
      whose: "",
      width: this.#width(),
      looked: this.#around.looked,
      trial: this.#actions,
      questions: result.head.questions,
    };
    this.#pieces.begin(content(this.#body, result, context), () => result.gone);
  }

  #grow(whole: boolean): void {
    this.#around.root.dataset["whole"] = String(whole);
    if (whole) this.#body.style.removeProperty("min-height");
  }

  /** To a county, a stage, an indicator's chart or a school's row, as far as they are there. */
  go({ county, stage, indicator, school }: Place): void {
    if (stage !== undefined || school !== undefined) this.#pieces.finish();
    const stages = [...this.#body.querySelectorAll<HTMLElement>("h4[data-stage]")];
    const heading = stages.find(
      (one) => one.dataset["stage"] === stage && (county === undefined || one.dataset["county"] === county),
    );
    const select =
      heading === undefined
        ? null
        : (heading.parentElement?.querySelector<HTMLSelectElement>(
            `details.charts[data-stage="${heading.dataset["stage"] ?? ""}"] select`,
          ) ?? null);
    if (
      select !== null &&
      indicator !== undefined &&
      [...select.options].some((option) => option.value === indicator)
    ) {
      select.value = indicator;
      select.dispatchEvent(new Event("change"));
    }
    const row =
      school === undefined
        ? undefined
        : [...this.#body.querySelectorAll<HTMLElement>('tbody th[scope="row"]')].find(
            (one) => one.textContent === school,
          );
    (row ?? select ?? heading)?.scrollIntoView({ block: "center" });
  }

  /** To what a part of a sentence speaks of. */
  lead(to: "schools" | "issues"): void {
    this.#pieces.finish();
    const place = to === "issues" ? "#issues" : "h4[data-stage]";
    this.#body.querySelector<HTMLElement>(place)?.scrollIntoView({ block: "start" });
  }

  #width(): number {
    const room = this.#around.root.clientWidth - kAround;
    // Out of sight it is as narrow as nothing: then as wide as the page will let it be.
    return Math.min(kWidest, Math.max(kNarrowest, room > kNarrowest ? room : window.innerWidth - kAround));
  }
}

/** Of pictures: as wide as there is room, and never so wide that lines are long to follow. */
const kWidest = 860;
const kNarrowest = 280;
/** The edges of the view and of the box that a picture stands in. */
const kAround = 64;

function wordsOf({ words, language }: Pick<ShownText, "words" | "language">): AllWords {
  return { ...words, ...(language === "zh" ? textZh : textEn) };
}

function isSame(before: ShownText | null, now: ShownText): boolean {
  return before !== null && (Object.keys(now) as (keyof ShownText)[]).every((key) => before[key] === now[key]);
}

function footer(words: AllWords): HTMLElement {
  return element(
    "p",
    { class: "footer" },
    `${words.footer} `,
    element("a", { href: "../licences.html" }, words.licences),
  );
}
