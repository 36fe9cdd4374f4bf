// SPDX-License-Identifier: MIT
//
// The result once more, as plain HTML: what a canvas draws can neither be read aloud nor searched nor printed. Here is
// its verdict alone; all else is fetched when somebody first looks at it (text/text.ts).

import type { Standards } from "../engine/junheng.d.ts";
import type { Place } from "./address.ts";
import type { Result } from "../work/result.ts";
import { button, element } from "../kit/dom.ts";
import type { LanguageId } from "../kit/language.ts";
import type { BodyActions, TextBody } from "./text/body.ts";
import { Looked } from "./text/looked.ts";
import type { Words } from "../words/app_zh.ts";

interface TextActions extends BodyActions {
  /** Another chart is looked at. */
  changed(): void;
  /** Somebody wants to read it who cannot see that it is not shown. */
  open(): void;
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
 * While the canvas is shown, a button stands for all else, which opens this view: for screen readers, which come across
 * it without the Tab key.
 */
export class TextView {
  readonly #heading = element("h2", {});
  readonly #verdict = element("p", { id: "verdict", class: "verdict-line", role: "status", "aria-live": "polite" });
  readonly #chosen = element("p", { id: "chosen-options" });
  readonly #instead = element("p", { hidden: "" });
  readonly #root: HTMLElement;
  readonly #actions: TextActions;
  #body: TextBody | null = null;
  #coming = false;
  #shown: Shown | null = null;
  /** Where somebody wanted to go before it was there. */
  #then: ((body: TextBody) => void) | null = null;
  readonly looked: Looked;

  constructor(root: HTMLElement, actions: TextActions) {
    this.#root = root;
    this.#actions = actions;
    this.looked = new Looked(actions.changed);
    root.append(this.#heading, this.#verdict, this.#chosen, this.#instead);
  }

  show(shown: Shown): void {
    this.#shown = shown;
    const { result, standards, words, language, visible } = shown;
    const standard = standards.find((one) => one.id === result?.head.standard?.id);
    this.#heading.textContent = words.verdictHeading;
    const said = [standard?.own?.message[language], result?.head.chosenOptions?.[language]];
    this.#chosen.textContent = said.filter((one) => one !== undefined).join(" ");
    this.#chosen.hidden = this.#chosen.textContent === "";
    this.#instead.hidden = visible || result === null;
    this.#instead.replaceChildren(button(words.readText, this.#actions.open, { tabindex: "-1" }));
    if (result === null) {
      this.#verdict.textContent = words.nothingYet;
      delete this.#verdict.dataset["verdict"];
    } else {
      const whole = result.head.verdict;
      const name = (result.countyCount === 1 ? result.summary.counties.at(0) : null) ?? words.wholeTable;
      const word = element("span", { class: `is-${whole}` }, words.verdict[whole]);
      this.#verdict.replaceChildren(`${name}${words.colon}`, word);
      this.#verdict.dataset["verdict"] = whole;
    }
    if (!visible) this.#away();
    else if (this.#body === null) void this.#fetch();
    else if (result === null || standard === undefined) this.#body.empty(shown);
    else this.#body.show({ result, standard, words, language, name: shown.name });
  }

  #away(): void {
    if (this.#body === null) this.#root.dataset["whole"] = "true";
    else this.#body.away();
  }

  async #fetch(): Promise<void> {
    this.#root.dataset["whole"] = "false";
    if (this.#coming) return;
    this.#coming = true;
    const fetched = await import("./text/text.ts").catch(() => null);
    this.#coming = false;
    if (fetched === null) {
      this.#instead.hidden = false;
      this.#instead.replaceChildren(this.#shown?.words.viewFailed ?? "");
      return;
    }
    this.#body = new fetched.TextBody({ root: this.#root, looked: this.looked }, this.#actions);
    if (this.#shown !== null) this.show(this.#shown);
    this.#then?.(this.#body);
    this.#then = null;
  }

  #when(there: (body: TextBody) => void): void {
    if (this.#body === null) this.#then = there;
    else there(this.#body);
  }

  /** To a county, a stage, an indicator's chart or a school's row, as far as they are there. */
  go(place: Place): void {
    this.#when((body) => body.go(place));
  }

  /** To what a part of a sentence speaks of. */
  lead(to: "schools" | "issues"): void {
    this.#when((body) => body.lead(to));
  }
}
