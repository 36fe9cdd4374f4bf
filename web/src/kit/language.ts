// SPDX-License-Identifier: MIT
//
// Chinese first, English beside it: one table of words for each, and one place that puts them on the page.

import { en } from "../words/app_en.ts";
import { zh } from "../words/app_zh.ts";
import type { Words } from "../words/app_zh.ts";

export type LanguageId = "zh" | "en";

const kTables: Record<LanguageId, Words> = { zh, en };
const kStored = "junheng.language";

/** Where storage is blocked (files opened from a disk, strict browsers) the choice lives as long as the page. */
function stored(): string | null {
  try {
    return localStorage.getItem(kStored);
  } catch {
    return null;
  }
}

export class Language {
  #id: LanguageId = stored() === "en" ? "en" : "zh";

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
    try {
      localStorage.setItem(kStored, this.#id);
    } catch {
      // kept for this page only
    }
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

/** "第 {row} 行" with row = 7 is "第 7 行". */
export function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
