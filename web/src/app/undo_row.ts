// SPDX-License-Identifier: MIT
//
// What has just taken the place of something else, and the way back, over whatever is shown.

import { button, byId, element } from "../kit/dom.ts";
import type { Words } from "../words/app_zh.ts";

const row = (): HTMLElement => byId("replaced", HTMLElement);

export function tellUndo(text: string, label: string, words: Words, press: () => void): void {
  const back = (): void => {
    undoOver();
    press();
  };
  row().replaceChildren(
    element("span", {}, text),
    button(label, back, { class: "button strong", id: "replaced-back" }),
    button(words.replace.understood, undoOver, { class: "button", id: "replaced-over" }),
  );
  row().hidden = false;
}

/** What could be taken back was worked on since, or is no longer what a person looks at. */
export function undoOver(): void {
  row().hidden = true;
}
