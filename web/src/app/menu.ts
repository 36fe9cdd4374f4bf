// SPDX-License-Identifier: MIT
//
// The bar stays one row: where its buttons have no room beside each other they are behind one, as a menu.

import { byId } from "../kit/dom.ts";

/**
 * What is left for the line of status, in points: its basis in the style and the bar's own edges, as with less it would
 * wrap. Over the canvas it does not go on below.
 */
const kLeast = 272;
const kLeastOverCanvas = 560;

export class Menu {
  readonly #bar = byId("bar", HTMLElement);
  readonly #menu = byId("menu", HTMLElement);
  readonly #switch = byId("menu-switch", HTMLButtonElement);

  constructor() {
    this.#switch.addEventListener("click", () => this.#open(this.#menu.classList.contains("closed")));
    this.#menu.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("button, a") !== null) this.#open(false);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#isOpen) return;
      this.#open(false);
      this.#switch.focus();
      event.preventDefault();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.#menu.contains(target) && !this.#switch.contains(target)) this.#open(false);
    });
    this.#menu.addEventListener("focusout", ({ relatedTarget }) => {
      // To another window or to nowhere is no way out of it.
      if (relatedTarget instanceof Node && !this.#menu.contains(relatedTarget) && relatedTarget !== this.#switch)
        this.#open(false);
    });
    const fit = (): void => this.#fit();
    window.addEventListener("resize", fit);
    // Another language or view has other words and other buttons.
    const watch = new MutationObserver(fit);
    watch.observe(document.body, { attributeFilter: ["data-view"] });
    watch.observe(this.#menu, { subtree: true, childList: true, attributeFilter: ["hidden"] });
    this.#fit();
  }

  get #isOpen(): boolean {
    return this.#bar.classList.contains("folded") && !this.#menu.classList.contains("closed");
  }

  #open(open: boolean): void {
    this.#menu.classList.toggle("closed", !open);
    this.#switch.setAttribute("aria-expanded", String(open));
    if (open && this.#isOpen) this.#menu.querySelector<HTMLElement>("button:not([hidden]), a")?.focus();
  }

  /** Measured with all of them beside each other, before anything is painted. */
  #fit(): void {
    const { classList } = this.#bar;
    const was = classList.contains("folded");
    classList.remove("folded");
    const room = this.#bar.clientWidth;
    const least = document.body.dataset["view"] === "canvas" ? kLeastOverCanvas : kLeast;
    const wanted = [...this.#bar.children].reduce(
      (sum, one) => sum + (one.id === "status" ? least : one.scrollWidth + kBetween),
      0,
    );
    classList.toggle("folded", wanted > room);
    if (!was && wanted > room) this.#open(false);
  }
}

/** Between two things in the bar, with its edges. */
const kBetween = 16;
