// SPDX-License-Identifier: MIT
//
// The options of the standard (口径) as form controls: what can be chosen, which is the default, where it stands, and
// what each other choice would change here: verdicts, else numbers. That takes an evaluation for each, so it is asked for
// only where somebody has opened the list.

import type { Junheng, OpenRequest, OptionEffects, OptionRule, Standard } from "../engine/junheng.d.ts";
import { isEnd } from "../engine/replaceable.ts";
import { withChoice } from "../work/changes.ts";
import type { Decisions } from "../work/project.ts";
import type { Result } from "../work/result.ts";
import { button, element } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import type { LanguageId } from "../kit/language.ts";
import type { OptionWords } from "../words/options_zh.ts";
import type { SharedWords } from "../words/shared_zh.ts";
import { OptionNumbers } from "./option_numbers.ts";

export interface OptionActions {
  effects(): OptionEffects;
  decisions(): Decisions;
  decide(next: Decisions): void;
  /** The engine alone, and what it is asked for the tables that are open; null where none are. */
  engine(): Promise<Junheng>;
  request(): OpenRequest | null;
}

/** With the words of results. */
export type AllOptionWords = { readonly options: OptionWords } & Pick<SharedWords, "stage" | "listComma">;

/** What other choices of a result would change; its numbers come a moment later. */
interface Known {
  readonly result: Result;
  readonly effects: OptionEffects;
  numbers: OptionNumbers | null;
}

/** The box stays the same element, so that it stays open; what is in it is made anew with each result. */
export class OptionsView {
  readonly root: HTMLDetailsElement;
  readonly #id: string;
  readonly #actions: OptionActions;
  #draw: () => void = () => undefined;
  /** Kept for the result they belong to. */
  #known: Known | null = null;

  /** `id`: of the box, and before those of what is in it. */
  constructor(actions: OptionActions, id = "options") {
    this.#actions = actions;
    this.#id = id;
    this.root = element("details", { id, class: "options", hidden: "" });
    this.root.addEventListener("toggle", () => this.#draw());
  }

  show(result: Result, standard: Standard, words: AllOptionWords, language: LanguageId): void {
    this.root.hidden = standard.options.length === 0;
    if (this.root.hidden) return;
    this.#draw = () => this.#fill(result, standard, words, language);
    this.#draw();
  }

  #fill(result: Result, standard: Standard, words: AllOptionWords, language: LanguageId): void {
    const focused = this.root.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const content = [element("summary", { id: `${this.#id}-head` }, words.options.heading)];
    if (this.root.open) {
      // A nation's tables would take seconds for each choice: then somebody says that it shall be so.
      if (result.withUnits && this.#known?.result !== result) this.#compute(result, standard);
      const known = this.#known?.result === result ? this.#known : null;
      content.push(element("p", {}, words.options.hint));
      if (known === null) content.push(this.#ask(result, standard, words));
      for (const option of standard.options) {
        const chosen = result.head.options?.[option.id] ?? option.default;
        content.push(this.#option(option, chosen, { known, standard, words, language }));
      }
    }
    this.root.replaceChildren(...content);
    // What was pressed may be gone: the head then, and never nowhere.
    if (focused !== undefined) (document.getElementById(focused) ?? content[0])?.focus({ preventScroll: true });
  }

  #compute(result: Result, standard: Standard): void {
    const known: Known = { result, effects: this.#actions.effects(), numbers: null };
    this.#known = known;
    void this.#count(known, standard);
  }

  async #count(known: Known, standard: Standard): Promise<void> {
    const request = this.#actions.request();
    if (request === null) return;
    // The page stays alive between two evaluations.
    const wanted = (): Promise<boolean> =>
      new Promise((go) => {
        setTimeout(() => go(this.#known === known));
      });
    try {
      known.numbers = await OptionNumbers.of(await this.#actions.engine(), request, standard, wanted);
    } catch (error) {
      if (!isEnd(error)) throw error; // then nothing is said of numbers
    }
    if (known.numbers !== null && this.#known === known) this.#draw();
  }

  #ask(result: Result, standard: Standard, words: AllOptionWords): HTMLElement {
    const press = (): void => {
      this.#compute(result, standard);
      this.#draw();
    };
    return element("p", {}, button(words.options.ask, press, { class: "button", id: `${this.#id}-ask` }));
  }

  #option(
    option: OptionRule,
    chosen: string,
    of: { known: Known | null; standard: Standard; words: AllOptionWords; language: LanguageId },
  ): HTMLElement {
    const { known, standard, words, language } = of;
    const others = known?.effects.find((one) => one.option === option.id)?.others ?? [];
    const source =
      option.source === null
        ? words.options.unsourced
        : fill(words.options.source, { source: option.source[language] });
    const choices = option.choices.map((choice) => {
      const id = `${this.#id === "options" ? "option" : this.#id}-${option.id}-${choice.id}`;
      const effect = others.find((one) => one.choice === choice.id);
      const numbers = known?.numbers?.sentence(
        option,
        choice.id,
        standard,
        { ...words.options, stage: words.stage, listComma: words.listComma },
        language,
      );
      const notes: Node[] = [];
      const note = (...parts: (string | Node)[]): void => void notes.push(element("p", {}, ...parts));
      if (choice.warning !== null) note(choice.warning[language]);
      if (effect !== undefined) {
        const turns = effect.counties.length > 0;
        const badge = turns ? words.options.turns : words.options.stays;
        note(element("strong", { class: turns ? "is-near" : "soft" }, badge), numbers == null ? "" : ` · ${numbers}`);
        note(effect.message[language]);
      }
      const input = element("input", {
        type: "radio",
        id,
        name: `${this.#id}-${option.id}`,
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
      const described = element("div", { id: `${id}-notes` }, ...notes);
      return element("div", {}, element("label", { for: id }, input, ` ${label}`), notes.length > 0 ? described : null);
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
