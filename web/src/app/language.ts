// SPDX-License-Identifier: MIT
//
// Chinese first, English beside it: one table of words for each, and one place that puts them on the page. The English
// one is fetched when somebody first reads it; until it is there, and where it does not come, Chinese stands in for it.

import { chooseLanguage, chosenLanguage } from "../kit/language.ts";
import type { LanguageId } from "../kit/language.ts";
import { zh } from "../words/app_zh.ts";
import type { Words } from "../words/app_zh.ts";

export class Language {
  #id: LanguageId = chosenLanguage();
  #english: Words | null = null;

  get id(): LanguageId {
    return this.#id;
  }

  get words(): Words {
    return this.#id === "en" ? (this.#english ?? zh) : zh;
  }

  get other(): LanguageId {
    return this.#id === "zh" ? "en" : "zh";
  }

  /** In the language that was chosen the last time. */
  async begin(root: Document): Promise<void> {
    if (this.#id === "en") await this.#fetch();
    this.apply(root);
  }

  /** `changed`: now, and once more when words had to be fetched; not where it was this one already. */
  choose(id: string, root: Document, changed: () => void): void {
    if (id === this.#id || (id !== "zh" && id !== "en")) return;
    this.#id = id;
    chooseLanguage(id);
    const speak = (): void => {
      this.apply(root);
      changed();
    };
    speak();
    if (id === "en" && this.#english === null) void this.#fetch().then(speak);
  }

  async #fetch(): Promise<void> {
    const fetched = await import("../words/app_en.ts").catch(() => null);
    this.#english = fetched?.en ?? null;
  }

  /** The words that stand in the markup: `data-word` names them, `data-word-for` attributes instead of the text. */
  apply(root: Document): void {
    root.documentElement.lang = this.words.htmlLang;
    root.title = this.words.title;
    for (const element of root.querySelectorAll<HTMLElement>("[data-word]")) {
      const word = this.words[element.dataset["word"] as keyof Words];
      if (typeof word !== "string") continue;
      const attributes = element.dataset["wordFor"];
      if (attributes === undefined) element.textContent = word;
      else for (const attribute of attributes.split(" ")) element.setAttribute(attribute, word);
    }
  }
}
