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

/** What turns pages and darkens a meeting, wherever the focus is: there is nothing to write in it. */
const kPresenting = new Set([
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "PageUp",
  "PageDown",
  "Home",
  "Space",
  "KeyN",
  "KeyD",
  "Escape",
]);

interface KeyActions {
  happened(): void;
  /** F6, or Escape with nothing open: the focus goes to the page around the canvas. */
  leave(): void;
  /** Ctrl/⌘+F: the search field, if one is shown. False leaves the key to the browser. */
  search(): boolean;
  popupOpen(): boolean;
  /** A room full of people looks at one page after another. */
  meeting(): boolean;
  undo(): void;
  redo(): void;
}

export function watchKeys(canvas: HTMLCanvasElement, page: WorkbenchPage, actions: KeyActions): void {
  const modifiers = (event: KeyboardEvent): void => {
    page.modifiers(event.ctrlKey, event.shiftKey, event.altKey, event.metaKey);
  };

  /** A key that moves the focus is let go over something else, and would be held for ever. */
  const held = new Set<string>();

  const down = (event: KeyboardEvent): void => {
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
    held.add(event.code);
    page.key(event.code, true);
    if (!command && !event.altKey && kTaken.has(event.code)) event.preventDefault();
    actions.happened();
  };
  const up = (event: KeyboardEvent): void => {
    held.delete(event.code);
    modifiers(event);
    page.key(event.code, false);
    actions.happened();
  };
  /**
   * The keys of a meeting while something else has the focus; over the canvas, and where nothing has it, those that go
   * there or to an issue, whose cell is then written to by the next keys; where nothing has it also the one that enters.
   */
  const elsewhere = (event: KeyboardEvent): void => {
    const { code, target } = event;
    if (target === canvas || event.ctrlKey || event.altKey || event.metaKey) return;
    const button = target instanceof HTMLButtonElement;
    const nowhere = target === document.body && canvas.offsetParent !== null;
    if (nowhere && code === "F6") {
      event.preventDefault();
      canvas.focus();
      return;
    }
    const over = nowhere || (button && target.closest(".screen-twin") !== null);
    const starts = over && (code === "KeyM" || code === "F8");
    const presents = actions.meeting() && kPresenting.has(code) && !(button && code === "Space");
    if (!starts && !presents) return;
    event.stopPropagation(); // no walk from button to button
    if (code === "F8" || nowhere) canvas.focus();
    page.focus(true); // where it was lost since the last frame, all keys would be released with it
    down(event);
  };
  canvas.addEventListener("keydown", down);
  canvas.addEventListener("keyup", up);
  document.addEventListener("keydown", elsewhere, true);
  document.addEventListener(
    "keyup",
    (event) => {
      if (event.target !== canvas && held.has(event.code)) up(event);
    },
    true,
  );
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
