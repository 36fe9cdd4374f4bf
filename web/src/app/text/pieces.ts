// SPDX-License-Identifier: MIT
//
// A long text is made in pieces: what fills the screen at once, the rest while the page does nothing else.

import { known } from "../../engine/replaceable.ts";

/** What is made step by step, each so short that nobody notices it; between two of them the page may do something else. */
export type Making<Result = void> = Generator<void, Result, void>;

/** Milliseconds at a stretch; the browser takes about as long again for what was made. */
const kStretch = 25;
/** Whoever opens it waits for what fills the screen. */
const kFirst = 2 * kStretch;

export class Pieces {
  readonly #changed: (whole: boolean) => void;
  #making: Making | null = null;
  #gone: () => boolean = () => true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed`: something is being made, or all of it is there. */
  constructor(changed: (whole: boolean) => void) {
    this.#changed = changed;
  }

  /** Ends what was being made. `gone`: what it is made of is there no longer; what comes instead begins anew. */
  begin(making: Making, gone: () => boolean): void {
    this.stop();
    this.#making = making;
    this.#gone = gone;
    this.#changed(false);
    this.#run(kFirst);
  }

  /** All that is missing, now: for paper, and for who wants to go to a certain place. */
  finish(): void {
    this.#run(Infinity);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#making = null;
  }

  #run(stretch: number): void {
    clearTimeout(this.#timer);
    const until = performance.now() + stretch;
    while (this.#making !== null) {
      if (performance.now() >= until) {
        this.#timer = setTimeout(() => this.#run(kStretch));
        return;
      }
      this.#step(this.#making);
    }
  }

  #step(making: Making): void {
    // An engine that ended in the middle of it is replaced, and the text is made anew then.
    const went = known(() => (this.#gone() ? "gone" : making.next().done === true ? "whole" : "on"), "gone");
    if (went === "on") return;
    this.#making = null;
    if (went === "whole") this.#changed(true);
  }
}
