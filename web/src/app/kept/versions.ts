// SPDX-License-Identifier: MIT
//
// Named versions of the project that is open (送审稿): the state of now under a name, the list of them, and the way back to
// one. Going back and deleting can be taken back.

import type { Head, KeptProject } from "../../keep/database.ts";
import type { Keeper } from "../../keep/keeper.ts";
import type { Work } from "../../keep/work.ts";
import { fill } from "../../words/fill.ts";
import { decisionsOf } from "../../work/project.ts";
import type { Words } from "../../words/app_zh.ts";
import type { Language } from "../language.ts";
import { tellUndo } from "../undo_row.ts";
import { timeOf } from "./sentences.ts";
import type { VersionsShown } from "./versions_view.ts";

/** What is shown of a version or of a project. */
export type Shown = Pick<KeptProject, "sources"> & Pick<Head, "decisions" | "standard" | "ownStandards">;

interface VersionsPage {
  readonly language: Language;
  readonly keeper: Keeper;
  work(): Work | null;
  /** Something is asked for: aborted when something else is. */
  next(): AbortSignal;
  /** In the place of what is open, of which it is another state. */
  goBack(state: Shown): void;
  say(sentence: () => string, alarm: boolean): void;
  /** The list is another one. */
  redraw(): void;
}

export class Versions {
  readonly #page: VersionsPage;
  #list: readonly Head[] = [];
  /** What is being typed, while everything around it is drawn again. */
  #name = "";

  constructor(page: VersionsPage) {
    this.#page = page;
  }

  async read(): Promise<void> {
    this.#list = await this.#page.keeper.versions();
  }

  /** For the list of them. */
  get shown(): VersionsShown | "nothing" | "off" {
    if (!this.#page.keeper.on) return "off";
    if (this.#page.work() === null) return "nothing";
    return {
      list: this.#list,
      name: this.#name,
      typed: (name) => (this.#name = name),
      save: (name) => void this.#save(name),
      goBack: (one) => void this.#goBack(one),
      remove: (one) => void this.#remove(one),
    };
  }

  async #save(name: string): Promise<void> {
    const { keeper, language } = this.#page;
    const done = await keeper.keepVersion(name);
    if (done) this.#name = "";
    const said = (): string => {
      const { versions } = language.words.keep;
      return done ? fill(versions.saved, { name }) : versions.notSaved;
    };
    this.#page.say(said, !done);
    this.#page.redraw();
  }

  async #goBack(one: Head): Promise<void> {
    const { language } = this.#page;
    const asked = this.#page.next();
    const before = this.#page.work();
    const version = await this.#page.keeper.read(one.id);
    if (asked.aborted) return;
    if (before === null || version === null) {
      this.#page.say(() => language.words.keep.notOpened, true);
      return;
    }
    const { standard, ownStandards, decisions } = version.head;
    this.#page.goBack({ sources: version.sources, decisions: decisionsOf(decisions), standard, ownStandards });
    const text = (words: Words): string =>
      fill(words.keep.versions.wentBack, { name: one.name, time: timeOf(one.saved, words, language.id) });
    tellUndo({ text, label: (words) => words.undo, back: () => this.#page.goBack(before) }, language);
  }

  async #remove(one: Head): Promise<void> {
    const { keeper, language } = this.#page;
    const version = await keeper.read(one.id);
    await keeper.remove(one.id);
    this.#page.redraw();
    if (version === null) return;
    const text = (words: Words): string => fill(words.keep.versions.removed, { name: one.name });
    const back = (): void => void keeper.putBack(version).then(() => this.#page.redraw());
    tellUndo({ text, label: (words) => words.undo, back }, language);
  }
}
