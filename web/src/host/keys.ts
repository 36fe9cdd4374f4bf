// SPDX-License-Identifier: MIT
//
// Keys go to the workbench while the canvas has the focus, and only those that it uses are kept from the browser.
// Copy, cut and paste above all stay the browser's: preventing their keydown would also take the clipboard event.

import type { WorkbenchPage } from "#wasm/workbench.js";

/** Keys that scroll the page or move its focus unless they are taken. Tab is not among them: it leaves the canvas. */
const kTaken = new Set([
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "PageUp",
  "PageDown",
  "Home",
  "End",
  "Space",
  "Enter",
  "NumpadEnter",
]);

interface KeyActions {
  happened(): void;
  /** F6, or Escape with nothing open: the focus goes to the page around the canvas. */
  leave(): void;
  /** Ctrl/⌘+F: the search field, if one is shown. False leaves the key to the browser. */
  search(): boolean;
  popupOpen(): boolean;
  undo(): void;
  redo(): void;
}

export function watchKeys(canvas: HTMLCanvasElement, page: WorkbenchPage, actions: KeyActions): void {
  const modifiers = (event: KeyboardEvent): void => {
    page.modifiers(event.ctrlKey, event.shiftKey, event.altKey, event.metaKey);
  };

  canvas.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    if (event.code === "F6" || (event.code === "Escape" && !actions.popupOpen())) {
      event.preventDefault();
      actions.leave();
      return;
    }
    if (command && event.code === "KeyF" && actions.search()) {
      event.preventDefault();
      return;
    }
    if (command && !event.altKey && (event.code === "KeyZ" || event.code === "KeyY")) {
      event.preventDefault();
      if (event.code === "KeyY" || event.shiftKey) actions.redo();
      else actions.undo();
      return;
    }
    modifiers(event);
    page.key(event.code, true);
    if (!command && !event.altKey && kTaken.has(event.code)) event.preventDefault();
    actions.happened();
  });
  canvas.addEventListener("keyup", (event) => {
    modifiers(event);
    page.key(event.code, false);
    actions.happened();
  });
  canvas.addEventListener("focus", () => {
    page.focus(true);
    actions.happened();
  });
  canvas.addEventListener("blur", () => {
    // Also releases every key: a keyup that goes to another window never arrives here.
    page.focus(false);
    actions.happened();
  });
}
