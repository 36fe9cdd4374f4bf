// SPDX-License-Identifier: MIT
//
// Which of the page's views is shown, and the switches between them.

import { byId } from "../kit/dom.ts";
import type { Words } from "../words/app_zh.ts";
import { type AsideName, isAside } from "./asides.ts";

/** Beside the result: there and back again. */
export type BesideView = "reading" | "kept" | AsideName;

/** Of which one is shown. */
export type View = "start" | "canvas" | "text" | BesideView;

export function isBeside(view: string): view is BesideView {
  return view === "reading" || view === "kept" || isAside(view);
}

interface ViewsPage {
  words(): Words;
  /** A workbench is there, or could be started. */
  canvas(): boolean;
  /** Another view is shown, or the same in another language. */
  shown(view: View): void;
}

export class Views {
  readonly #page: ViewsPage;
  readonly #canvas = byId("canvas-view", HTMLElement);
  readonly #text = byId("text-view", HTMLElement);
  readonly #reading = byId("reading-view", HTMLElement);
  readonly #kept = byId("kept-view", HTMLElement);
  readonly #aside = byId("aside-view", HTMLElement);
  readonly #viewSwitch = byId("view-switch", HTMLButtonElement);
  readonly #keptSwitch = byId("kept-switch", HTMLButtonElement);
  readonly #readingSwitch = byId("reading-switch", HTMLButtonElement);
  #before: View = "start";

  constructor(page: ViewsPage) {
    this.#page = page;
  }

  get now(): View {
    const view = document.body.dataset["view"] ?? "";
    return view === "canvas" || view === "text" || isBeside(view) ? view : "start";
  }

  show(view: View): void {
    const words = this.#page.words();
    const beside = isBeside(view);
    document.body.dataset["view"] = view;
    document.body.classList.toggle("aside", isAside(view)); // the box for tables is out of its way
    this.#canvas.hidden = view !== "canvas";
    byId("canvas", HTMLCanvasElement).setAttribute("aria-label", words.canvasName);
    this.#reading.hidden = view !== "reading";
    this.#kept.hidden = view !== "kept";
    this.#text.hidden = beside;
    this.#readingSwitch.textContent = view === "reading" ? words.backToResult : words.showReading;
    this.#keptSwitch.textContent = view === "kept" ? words.backToResult : words.showKept;
    this.#keptSwitch.hidden = view === "start";
    this.#viewSwitch.hidden = view === "start" || beside || !this.#page.canvas();
    this.#viewSwitch.textContent = view === "canvas" ? words.showText : words.showCanvas;
    const languageSwitch = byId("language-switch", HTMLButtonElement);
    languageSwitch.textContent = words.otherLanguage;
    languageSwitch.lang = words.otherLanguageTag;
    this.#page.shown(view);
  }

  /** A view beside the result: there and back again. */
  aside(view: BesideView, open = this.now !== view): void {
    const { now } = this;
    if (!isBeside(now)) this.#before = now;
    this.show(open ? view : this.#before);
    if (open) this.#of(view).focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }

  /** What leads to it, or the menu where that is. */
  focusDoor(view: BesideView): void {
    const others = document.querySelector<HTMLElement>(`[data-aside="${view}"]`);
    const door = view === "reading" ? this.#readingSwitch : view === "kept" ? this.#keptSwitch : others;
    door?.focus();
    if (document.activeElement !== door) byId("menu-switch", HTMLElement).focus();
  }

  #of(view: BesideView): HTMLElement {
    return view === "reading" ? this.#reading : view === "kept" ? this.#kept : this.#aside;
  }
}
