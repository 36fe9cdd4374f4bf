// SPDX-License-Identifier: MIT
//
// What a person asked for last is what is shown: whatever is slower and was asked for before is no longer wanted, and
// its reading is ended. A reading that takes long is said, and a person can end it too.

import type { Incoming } from "../host/files_in.ts";
import { sizeOf } from "../engine/sheets.ts";
import { byId } from "../kit/dom.ts";
import { others } from "../kit/others.ts";
import { type Calculator, kQuick, type OpenTable } from "../work/calculator.ts";
import type { Bar } from "./bar.ts";
import { namesOf, takeIn } from "./intake.ts";
import type { Language } from "./language.ts";

/** A folder is still being walked when it has come. */
export type Coming = readonly Incoming[] | Promise<readonly Incoming[]>;

export interface Asked {
  /** To the tables that are open. */
  readonly adding: boolean;
  /** Aborted when something else is asked for. */
  readonly signal: AbortSignal;
}

/** Milliseconds after which a reading is said to be under way. */
const kLate = 300;
/** Letters or bytes of tables that may go in one: none of the page's tasks is to take longer than a picture or two. */
const kAtOnce = 100_000;
/** Milliseconds that a page out of sight, which paints nothing, is waited for. */
const kUnseen = 200;

/** What was said is on the screen. */
function painted(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, kUnseen);
    requestAnimationFrame(() => setTimeout(done));
  });
}

export class Asking {
  /** What comes next is wanted beside the tables that are open. */
  adding = false;
  #adding = false;
  #control = new AbortController();
  readonly #bar: Bar;
  readonly #language: Language;

  constructor(bar: Bar, language: Language) {
    this.#bar = bar;
    this.#language = language;
    byId("stop-reading", HTMLButtonElement).addEventListener("click", () => this.#stop());
  }

  /** Aborted when something else is asked for than now. */
  get signal(): AbortSignal {
    return this.#control.signal;
  }

  /** Files that are added one after the other are all wanted. */
  next(): Asked {
    const both = this.#adding && this.adding && !this.#control.signal.aborted;
    if (!both) {
      this.#control.abort();
      this.#control = new AbortController();
    }
    this.#adding = this.adding;
    this.adding = false;
    this.#bar.busy(null);
    return { adding: this.#adding, signal: this.#control.signal };
  }

  #stop(): void {
    this.#control.abort();
    this.#bar.busy(null);
    this.#bar.say("readingStopped");
  }

  /**
   * An evaluation holds the whole page: one that takes long is said before it begins, and goes in steps where the
   * calculator has some, so that it can be ended. The page says when it is over. False: it is no longer wanted.
   */
  async evaluate(table: OpenTable, { signal }: Asked, calculator: Calculator | null): Promise<boolean> {
    const size = sizeOf(table.sheets);
    if (size < kAtOnce) return true;
    let said = -1;
    const pause = async (share: number): Promise<void> => {
      const percent = Math.round(share * 100);
      if (percent === said) return others();
      said = percent;
      if (!signal.aborted) this.#bar.busy("computing", percent === 0 ? "" : `${percent} %`, calculator !== null);
      await painted();
    };
    const isQuick = size < kQuick;
    if (!isQuick) await pause(0);
    if (signal.aborted) return false;
    const isThere = calculator === null || (await calculator.prepare(table, signal, isQuick ? others : pause));
    if (!isThere && !signal.aborted) this.#bar.busy(null);
    return isThere;
  }

  /** Null where it is no longer wanted. */
  async open(coming: Coming, { signal }: Asked): ReturnType<typeof takeIn> {
    let names = "";
    const late = setTimeout(() => {
      if (!signal.aborted) this.#bar.busy("reading", names);
    }, kLate);
    try {
      const incoming = await coming;
      const named = incoming.map(({ name }) => name).filter((name) => name !== "");
      names = namesOf(named, this.#language.words);
      return signal.aborted ? null : await takeIn(incoming, signal);
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      clearTimeout(late);
      if (!signal.aborted) this.#bar.busy(null);
    }
  }
}
