// SPDX-License-Identifier: MIT
//
// What has just taken the place of something else, and the way back, over whatever is shown.

import { button, byId, element } from "../kit/dom.ts";
import type { Words } from "../words/app_zh.ts";
import type { Language } from "./language.ts";

interface Undone {
  /** In the language of now, each time that it is asked for. */
  text(words: Words): string;
  label(words: Words): string;
  back(): void;
}

const row = (): HTMLElement => byId("replaced", HTMLElement);
let told: Undone | null = null;

export function tellUndo(undone: Undone, { words }: Language): void {
  told = undone;
  const back = (): void => {
    undoOver();
    undone.back();
  };
  row().replaceChildren(
    element("span", {}, undone.text(words)),
    button(undone.label(words), back, { class: "button strong", id: "replaced-back" }),
    button(words.replace.understood, undoOver, { class: "button", id: "replaced-over" }),
  );
  row().hidden = false;
}

/** The language is another one. */
export function undoAgain(language: Language): void {
  if (told !== null) tellUndo(told, language);
}

/** What could be taken back was worked on since, or is no longer what a person looks at. */
export function undoOver(): void {
  told = null;
  row().hidden = true;
}
