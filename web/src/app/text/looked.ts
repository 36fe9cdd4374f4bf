// SPDX-License-Identifier: MIT
//
// Where a person is in the text view. The page asks for it also while the view itself is not there yet.

import type { Stage } from "../../engine/junheng.d.ts";

interface LookedAt {
  readonly county: string;
  readonly stage: Stage;
  readonly indicator: string;
}

/** Of the text view: which indicator is shown of which stage, and where one was last. */
export class Looked {
  readonly #indicators = new Map<string, string>();
  readonly #open = new Map<string, boolean>();
  /** Of charts that nobody opened or closed: with many counties they would be too many to make. */
  openAtFirst = true;
  #last: LookedAt | null = null;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get last(): LookedAt | null {
    return this.#last;
  }

  indicator(county: string, stage: Stage): string | undefined {
    return this.#indicators.get(`${stage} ${county}`);
  }
  choose(county: string, stage: Stage, indicator: string): void {
    this.#indicators.set(`${stage} ${county}`, indicator);
    this.#last = { county, stage, indicator };
    this.#changed();
  }
  isOpen(county: string, stage: Stage): boolean {
    return this.#open.get(`${stage} ${county}`) ?? this.openAtFirst;
  }
  open(county: string, stage: Stage, open: boolean): void {
    this.#open.set(`${stage} ${county}`, open);
  }
}
