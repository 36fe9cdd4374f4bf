// SPDX-License-Identifier: MIT
//
// The options of the standard (口径) as form controls: what can be chosen, which is the default, where it stands, and
// what each other choice would change here. That takes an evaluation for each, so it is asked for only where somebody
// has opened the list.

import type { OptionEffects, OptionRule, Standard } from "../../engine/junheng.d.ts";
import { withChoice } from "../../work/changes.ts";
import type { Decisions } from "../../work/project.ts";
import type { Result } from "../../work/result.ts";
import { button, element } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import type { LanguageId } from "../../kit/language.ts";
import type { AllWords } from "./context.ts";

export interface OptionActions {
  effects(): OptionEffects;
  decisions(): Decisions;
  decide(next: Decisions): void;
}

/** The box stays the same element, so that it stays open; what is in it is made anew with each result. */
export class OptionsView {
  readonly root = element("details", { id: "options", class: "options", hidden: "" });
  readonly #actions: OptionActions;
  #draw: () => void = () => undefined;
  /** Kept for the result they belong to. */
  #known: { result: Result; effects: OptionEffects } | null = null;

  constructor(actions: OptionActions) {
    this.#actions = actions;
    this.root.addEventListener("toggle", () => this.#draw());
  }

  show(result: Result, standard: Standard, words: AllWords, language: LanguageId): void {
    this.root.hidden = standard.options.length === 0;
    if (this.root.hidden) return;
    this.#draw = () => this.#fill(result, standard, words, language);
    this.#draw();
  }

  #fill(result: Result, standard: Standard, words: AllWords, language: LanguageId): void {
    const focused = this.root.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const content = [element("summary", { id: "options-head" }, words.options.heading)];
    if (this.root.open) {
      // A nation's tables would take seconds for each choice: then somebody says that it shall be so.
      if (result.withUnits && this.#known?.result !== result) this.#compute(result);
      const effects = this.#known?.result === result ? this.#known.effects : null;
      content.push(element("p", {}, words.options.hint));
      if (effects === null) content.push(this.#ask(result, words));
      for (const option of standard.options) {
        const chosen = result.head.options?.[option.id] ?? option.default;
        content.push(this.#option(option, chosen, effects, words, language));
      }
    }
    this.root.replaceChildren(...content);
    // What was pressed may be gone: the head then, and never nowhere.
    if (focused !== undefined) (document.getElementById(focused) ?? content[0])?.focus({ preventScroll: true });
  }

  #compute(result: Result): void {
    this.#known = { result, effects: this.#actions.effects() };
  }

  #ask(result: Result, words: AllWords): HTMLElement {
    const press = (): void => {
      this.#compute(result);
      this.#draw();
    };
    return element("p", {}, button(words.options.ask, press, { class: "button", id: "options-ask" }));
  }

  #option(
    option: OptionRule,
    chosen: string,
    effects: OptionEffects | null,
    words: AllWords,
    language: LanguageId,
  ): HTMLElement {
    const others = effects?.find((one) => one.option === option.id)?.others ?? [];
    const source =
      option.source === null
        ? words.options.unsourced
        : fill(words.options.source, { source: option.source[language] });
    const choices = option.choices.map((choice) => {
      const id = `option-${option.id}-${choice.id}`;
      const effect = others.find((one) => one.choice === choice.id)?.message[language];
      const notes = [choice.warning?.[language], effect].filter((note) => note !== undefined);
      const input = element("input", {
        type: "radio",
        id,
        name: `option-${option.id}`,
        value: choice.id,
        ...(notes.length > 0 ? { "aria-describedby": `${id}-notes` } : {}),
      });
      input.checked = choice.id === chosen;
      input.addEventListener("change", () => {
        const decisions = this.#actions.decisions();
        this.#actions.decide({ ...decisions, options: withChoice(decisions.options, option, choice.id) });
      });
      const title = choice.title[language];
      const label = choice.id === option.default ? fill(words.options.preset, { choice: title }) : title;
      const described = element("div", { id: `${id}-notes` }, ...notes.map((note) => element("p", {}, note)));
      return element("div", {}, element("label", { for: id }, input, " ", label), notes.length > 0 ? described : null);
    });
    return element(
      "fieldset",
      {},
      element("legend", {}, option.title[language]),
      element("p", { class: "source" }, source),
      ...choices,
    );
  }
}
