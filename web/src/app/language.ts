// SPDX-License-Identifier: MIT
//
// Chinese first, English beside it: one table of words for each, and one place that puts them on the page.

import { chooseLanguage, chosenLanguage } from "../kit/language.ts";
import type { LanguageId } from "../kit/language.ts";
import { en } from "../words/app_en.ts";
import { zh } from "../words/app_zh.ts";
import type { Words } from "../words/app_zh.ts";

const kTables: Record<LanguageId, Words> = { zh, en };

export class Language {
  #id: LanguageId = chosenLanguage();

  get id(): LanguageId {
    return this.#id;
  }

  get words(): Words {
    return kTables[this.#id];
  }

  get other(): LanguageId {
    return this.#id === "zh" ? "en" : "zh";
  }

  /** False where it was this one already. */
  choose(id: string): boolean {
    if (id === this.#id || (id !== "zh" && id !== "en")) return false;
    this.#id = id;
    chooseLanguage(id);
    return true;
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
