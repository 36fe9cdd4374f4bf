// SPDX-License-Identifier: MIT
//
// All ways by which tables come to the page: the clipboard, files let go over it or chosen, the box that is
// typed in, and the samples.

import { watchDrop, watchFileInput, watchPaste } from "../host/tables_in.ts";
import { byId } from "../kit/dom.ts";
import type { Coming } from "./asking.ts";

export function watchInputs(receive: (coming: Coming) => void, openSample: (name: string) => void): void {
  const pasteBox = byId("paste-box", HTMLTextAreaElement);
  const dropHint = byId("drop-hint", HTMLElement);
  watchPaste(receive);
  watchDrop({
    receive,
    hovering: (over) => {
      dropHint.hidden = !over;
    },
  });
  watchFileInput(byId("file", HTMLInputElement), receive);
  // Typed or dictated line by line, or put in by a phone that sends no paste event.
  pasteBox.addEventListener("change", () => {
    if (pasteBox.value.trim() !== "") receive([{ name: "", data: pasteBox.value }]);
  });
  for (const made of document.querySelectorAll<HTMLButtonElement>("[data-sample]"))
    made.addEventListener("click", () => openSample(made.dataset["sample"] ?? ""));
}
