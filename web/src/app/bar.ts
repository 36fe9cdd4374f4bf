// SPDX-License-Identifier: MIT
//
// The bar above the views: what the page says of itself, what a person must know, the standard, the look.

import type { Evaluation, Standards } from "../engine/junheng.d.ts";
import { byId, element } from "../kit/dom.ts";
import { chooseTheme, themeChoice } from "../kit/theme.ts";
import type { Words } from "../words/app_zh.ts";
import type { Language } from "./language.ts";

/** Words that are one sentence. */
export type PlainWord = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];

/** In the language of now, each time that it is asked for. */
type Telling = () => string;

/** Kept as a word, so that it follows the language; what others said is a text only, in the language of then. */
interface Sentence {
  readonly word: PlainWord | null;
  readonly detail: string;
  readonly saidIn?: string;
  /** Made anew in each language; null: there is nothing to say any more. */
  readonly parts?: () => readonly (string | Node)[] | null;
}

/** What the bar is told of a calculation. */
interface Shown {
  readonly standard: Evaluation["standard"] | undefined;
  /** Of a table that could not be read. */
  readonly notice: string;
  /** The canvas draws its own notices. */
  readonly onCanvas: boolean;
}

export class Bar {
  readonly #language: Language;
  readonly #status = byId("status", HTMLElement);
  readonly #notice = byId("notice", HTMLElement);
  readonly #standards = byId("standard", HTMLSelectElement);
  readonly #theme = byId("theme", HTMLSelectElement);
  readonly #stop = byId("stop-reading", HTMLButtonElement);
  #listed = "";
  #said: Sentence = { word: "preparing", detail: "" };
  /** What takes long enough to be stopped; as long as it does, it is said before anything else. */
  #busy: Sentence | null = null;
  #trouble: readonly Telling[] = [];
  /** Null: nothing can be computed yet. */
  #shown: Shown | null = null;

  /** `chosen`: another standard was taken from the list. */
  constructor(language: Language, chosen: () => void) {
    this.#language = language;
    this.#standards.addEventListener("change", chosen);
    this.#theme.value = themeChoice();
    this.#theme.addEventListener("change", () => chooseTheme(this.#theme.value));
  }

  /** Id of the standard that is shown. */
  get standard(): string {
    return this.#standards.value;
  }
  set standard(id: string) {
    this.#standards.value = id;
  }

  /** Each time that they may be others; `language` as of their titles. */
  listStandards(standards: Standards): void {
    const titles = standards.map((one) => one.title[this.#language.id]).join("\n");
    if (titles === this.#listed) return;
    this.#listed = titles;
    const chosen = this.#standards.value;
    this.#standards.replaceChildren(
      ...standards.map((one) => element("option", { value: one.id }, one.title[this.#language.id])),
    );
    if (chosen !== "") this.#standards.value = chosen;
    this.#standards.disabled = standards.length === 0;
  }

  show(shown: Shown): void {
    this.#shown = shown;
    if (shown.standard) this.#standards.value = shown.standard.id;
    if (shown.standard !== undefined && this.#said.word === "preparingWithTable") this.say("ready");
    this.#showNotice();
  }

  /** In the language of now. False: it was said in another one, and is not said any more. */
  again(): boolean {
    const { saidIn } = this.#said;
    const known = saidIn === undefined || saidIn === this.#language.id;
    if (!known) this.#said = { word: "ready", detail: "" };
    const now = this.#busy ?? this.#said;
    this.#status.replaceChildren(...(now.parts?.() ?? [this.#textOf(now)]));
    this.#status.title = this.#status.textContent ?? "";
    this.#showNotice();
    return known;
  }

  say(word: PlainWord, detail = ""): void {
    this.#said = { word, detail };
    this.again();
  }

  sayText(text: string): void {
    this.#said = { word: null, detail: text, saidIn: this.#language.id };
    this.again();
  }

  sayParts(parts: () => readonly (string | Node)[] | null): void {
    this.#said = { word: null, detail: "", parts };
    this.again();
  }

  /** Until it is called again with null. `stops`: a person can end it. */
  busy(word: PlainWord | null, detail = "", stops = true): void {
    if (word === null && this.#busy === null) return;
    this.#busy = word === null ? null : { word, detail };
    this.#stop.hidden = word === null || !stops;
    this.again();
  }

  /** Something a person must know and can act on. */
  warn(word: PlainWord, detail = ""): void {
    this.#trouble = [() => this.#textOf({ word, detail })];
    if (this.#shown === null) this.say(word, detail);
    else this.say("ready");
  }

  /** A sentence each, of what the page's own words do not know. */
  warnTexts(...texts: readonly Telling[]): void {
    this.#trouble = texts;
    this.#showNotice();
  }

  /** What was wrong was about something that is no longer there. */
  forgetTrouble(): void {
    this.#trouble = [];
  }

  #textOf({ word, detail }: Sentence): string {
    return `${word === null ? "" : this.#language.words[word]}${detail}`;
  }

  #showNotice(): void {
    const { notice = "", onCanvas = false } = this.#shown ?? {};
    const texts = [...this.#trouble.map((one) => one()), notice].filter((text) => text !== "");
    const [only = ""] = texts;
    // Several are a list: nobody finds the third file in a paragraph.
    if (texts.length <= 1) this.#notice.textContent = only;
    else this.#notice.replaceChildren(element("ul", {}, ...texts.map((text) => element("li", {}, text))));
    // It scrolls where it is long, also by keys.
    if (texts.length > 1) this.#notice.tabIndex = 0;
    else this.#notice.removeAttribute("tabindex");
    this.#notice.hidden = texts.length === 0;
    // On the canvas it is drawn; this one is then for the ear only.
    this.#notice.classList.toggle("hidden-text", this.#trouble.length === 0 && onCanvas);
  }
}
