// SPDX-License-Identifier: MIT
//
// The result once more, as plain HTML: what a canvas draws can neither be read aloud nor searched nor printed. Nothing
// is computed here; every number is shown in the text that the engine made of it.

import type { Standard, Standards } from "../../engine/junheng.d.ts";
import type { Place } from "../address.ts";
import type { Result } from "../../work/result.ts";
import { button, element } from "../../kit/dom.ts";
import type { LanguageId } from "../../kit/language.ts";
import { content } from "./content.ts";
import { Looked, verdictWord } from "./context.ts";
import { OptionsView } from "./options_view.ts";
import type { OptionActions } from "./options_view.ts";
import { Pieces } from "./pieces.ts";
import type { Words } from "../../words/app_zh.ts";

interface TextActions extends OptionActions {
  /** Another chart is looked at. */
  changed(): void;
  /** Somebody wants to read it who cannot see that it is not shown. */
  open(): void;
  /** As a workbook. */
  saveResults(): void;
}

interface Shown {
  readonly result: Result | null;
  readonly standards: Standards;
  readonly words: Words;
  readonly language: LanguageId;
  /** Of the tables, for the line under a picture. */
  readonly name: string;
  readonly visible: boolean;
}

/**
 * The verdict is there at once, as a live region is only read out when its text changes and not when it is made anew.
 * All else is made where it is looked at, in pieces, and stays until something else is to be shown. While the canvas is
 * shown, in its place is a button that opens this view: for screen readers, which come across it without the Tab key.
 */
export class TextView {
  readonly #heading = element("h2", {});
  readonly #verdict = element("p", { id: "verdict", class: "verdict-line", role: "status", "aria-live": "polite" });
  readonly #chosen = element("p", { id: "chosen-options" });
  readonly #options: OptionsView;
  readonly #tools = element("p", { class: "table-tools" });
  readonly #body = element("div", {});
  readonly #root: HTMLElement;
  readonly #open: () => void;
  readonly #saveResults: () => void;
  readonly #pieces = new Pieces((whole) => this.#grow(whole));
  #shown: Shown | null = null;
  readonly looked: Looked;

  constructor(root: HTMLElement, { changed, open, saveResults, ...options }: TextActions) {
    this.#root = root;
    this.#open = open;
    this.#saveResults = saveResults;
    this.looked = new Looked(changed);
    this.#options = new OptionsView(options);
    root.append(this.#heading, this.#verdict, this.#chosen, this.#tools, this.#options.root, this.#body);
    window.addEventListener("beforeprint", () => this.#pieces.finish());
  }

  show(shown: Shown): void {
    const { result, standards, words, language, visible } = shown;
    const standard = standards.find((one) => one.id === result?.head.standard?.id);
    this.#heading.textContent = words.verdictHeading;
    this.#chosen.textContent = result?.head.chosenOptions?.[language] ?? "";
    this.#chosen.hidden = this.#chosen.textContent === "";
    this.#options.show(result, standard, words, language, visible);
    const save = (): HTMLElement =>
      button(words.saveResults, this.#saveResults, { class: "button", id: "text-results" });
    this.#tools.replaceChildren(...(visible && result !== null && standard !== undefined ? [save()] : []));
    if (result === null || standard === undefined) {
      this.#verdict.textContent = words.nothingYet;
      delete this.#verdict.dataset["verdict"];
      this.#instead(footer(words));
      return;
    }
    const whole = result.head.verdict;
    const verdict = element("span", { class: `is-${whole}` }, verdictWord(words, whole));
    this.#verdict.replaceChildren(`${wholeName(result, words)}${words.colon}`, verdict);
    this.#verdict.dataset["verdict"] = whole;
    if (!visible) this.#instead(button(words.readText, this.#open, { tabindex: "-1" }));
    else if (!isSame(this.#shown, shown)) this.#make(result, standard, shown);
  }

  /** Nothing of the result. */
  #instead(what: HTMLElement): void {
    this.#pieces.stop();
    this.#shown = null;
    this.#body.replaceChildren(what);
    this.#grow(true);
  }

  #make(result: Result, standard: Standard, shown: Shown): void {
    const { words, language, name } = shown;
    // Who has scrolled down stays there, while what was above is made anew.
    const before = this.#shown === null ? 0 : this.#body.offsetHeight;
    this.#shown = shown;
    this.#body.replaceChildren();
    this.#body.style.minHeight = `${before}px`;
    const context = { words, language, standard, name, width: this.#width(), looked: this.looked };
    this.#pieces.begin(content(this.#body, result, context), () => result.gone);
  }

  #grow(whole: boolean): void {
    this.#root.dataset["whole"] = String(whole);
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
    const room = this.#root.clientWidth - kAround;
    // Out of sight it is as narrow as nothing: then as wide as the page will let it be.
    return Math.min(kWidest, Math.max(kNarrowest, room > kNarrowest ? room : window.innerWidth - kAround));
  }
}

/** Of pictures: as wide as there is room, and never so wide that lines are long to follow. */
const kWidest = 860;
const kNarrowest = 280;
/** The edges of the view and of the box that a picture stands in. */
const kAround = 64;

function isSame(before: Shown | null, now: Shown): boolean {
  return before !== null && (Object.keys(now) as (keyof Shown)[]).every((key) => before[key] === now[key]);
}

function wholeName({ countyCount, summary }: Result, words: Words): string {
  return (countyCount === 1 ? summary.counties.at(0) : null) ?? words.wholeTable;
}

function footer(words: Words): HTMLElement {
  return element(
    "p",
    { class: "footer" },
    `${words.footer} `,
    element("a", { href: "../licences.html" }, words.licences),
  );
}
