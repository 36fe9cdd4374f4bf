// SPDX-License-Identifier: MIT
//
// What every piece of the text view needs to say something.

import type { Stage, Standard, Verdict } from "../../engine/junheng.d.ts";
import type { LanguageId } from "../../kit/language.ts";
import type { Words } from "../../words/app_zh.ts";

export interface TextContext {
  readonly words: Words;
  readonly language: LanguageId;
  readonly standard: Standard;
  /** Of the tables, for the line under a picture. */
  readonly name: string;
  /** Pixels that a picture may be wide. */
  readonly width: number;
  /** What a person looks at, and what stays so when all is drawn anew. */
  readonly looked: Looked;
}

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

export function verdictWord(words: Words, verdict: Verdict | "near" | null): string {
  return words.verdict[verdict ?? "none"];
}
