// SPDX-License-Identifier: MIT
//
// All that leaves the page, each time because somebody asked for it: files, charts, pages for the public, the clipboard.

import type { PlatformRequest } from "#wasm/workbench.js";
import type { Work } from "../keep/work.ts";
import type { ReadingPanel } from "./reading/panel.ts";
import type { Place } from "./address.ts";
import type { Calculator } from "../work/calculator.ts";
import { copiedSentence, copyForms, formsOf, guardSentence, putForms } from "../kit/copy_table.ts";
import type { NamedVersion } from "../work/versions_file.ts";
import type { Language } from "./language.ts";
import type { OpenWork, PublishKind } from "./outgoing/open_work.ts";

/** Fetched when somebody first asks for a file. */
const outgoing = (): Promise<typeof import("./outgoing/outgoing.ts")> => import("./outgoing/outgoing.ts");

interface OutputsPage {
  readonly language: Language;
  readonly panel: ReadingPanel;
  calculator(): Calculator | null;
  /** Null where nothing is open. */
  work(): Work | null;
  /** Where the workbench is. */
  place(): Place | null;
  /** The table that the canvas shows: cells with tabs between them; empty where it shows none. */
  shown(): string;
  say(sentence: string): void;
  /** Of what is open. */
  versions(): Promise<readonly NamedVersion[]>;
  failed(error: unknown): void;
}

export class Outputs {
  readonly #page: OutputsPage;

  constructor(page: OutputsPage) {
    this.#page = page;
  }

  /** What a button of the workbench asks for. */
  async ask({ kind, argument }: PlatformRequest): Promise<void> {
    if (kind === "copy") await this.#copy();
    else if (kind === "save_chart") await this.#quietly(() => this.#saveChart(argument));
    else if (kind === "publish" && argument === "results") await this.saveResults();
    else if (kind === "publish")
      await this.publish(argument === "sealed" ? "sealed" : argument === "page" ? "page" : "folder");
  }

  /** Null: nothing that could be saved is open. */
  #open(): OpenWork | null {
    const { panel, language } = this.#page;
    const calculator = this.#page.calculator();
    const work = this.#page.work();
    if (calculator === null || work === null) return null;
    const { standard, ownStandards } = work;
    const { sheets, name, decisions } = panel;
    const of = { calculator, sheets, name, decisions, standard, ownStandards };
    return { ...of, language: language.id, words: language.words };
  }

  async save(kind: "project" | "xlsx" | "csv"): Promise<void> {
    const open = this.#open();
    if (open === null) return;
    await this.#quietly(async () => {
      const { saveProject, saveTables } = await outgoing();
      if (kind === "project") this.#page.say(saveProject(open, await this.#page.versions()));
      else this.#page.say(guardSentence(saveTables(kind, open), open.words.guardedFile) || open.words.saved);
    });
  }

  async saveResults(): Promise<void> {
    const open = this.#open();
    if (open === null) return;
    await this.#quietly(async () => {
      (await outgoing()).saveResults(open);
      this.#page.say(open.words.saved);
    });
  }

  async publish(kind: PublishKind): Promise<void> {
    const open = this.#open();
    if (open === null) return;
    await this.#quietly(async () => {
      const { publishWork } = await outgoing();
      const sentence = await publishWork(kind, this.#page.panel.sources, open);
      if (sentence !== "") this.#page.say(sentence);
    });
  }

  /** Ctrl+C on the canvas, or on what lies over it. Where text is selected, or typed, the browser knows better. */
  watchCopy(canvas: HTMLCanvasElement): void {
    document.addEventListener("copy", (event) => {
      const focused = document.activeElement;
      const onCanvas = focused === canvas || focused?.closest(".screen-twin") != null;
      if (!onCanvas || event.clipboardData === null || window.getSelection()?.isCollapsed === false) return;
      const forms = this.#shownTable();
      if (forms === null) return;
      event.preventDefault();
      putForms(forms, event.clipboardData);
      this.#page.say(copiedSentence(forms, this.#page.language.words));
    });
  }

  #shownTable(): ReturnType<typeof formsOf> | null {
    const text = this.#page.shown();
    return text === "" ? null : formsOf(text, this.#page.panel.name);
  }

  async #copy(): Promise<void> {
    const forms = this.#shownTable();
    if (forms === null) return;
    const { words } = this.#page.language;
    this.#page.say((await copyForms(forms)) ? copiedSentence(forms, words) : words.notCopied);
  }

  /** The chart that the workbench shows. */
  async #saveChart(kind: string): Promise<void> {
    const calculator = this.#page.calculator();
    const result = calculator?.result();
    const place = this.#page.place();
    if (calculator === null || result == null || place?.indicator === undefined || place.stage === undefined) return;
    const standard = calculator.standards().find((one) => one.id === result.head.standard?.id);
    const { counties } = result.summary;
    const at = place.county === undefined ? 0 : counties.indexOf(place.county);
    if (standard === undefined || at < 0) return;
    const county = result.county(at);
    const units = result.units(at, 0, Infinity);
    const { words, id: language } = this.#page.language;
    const { saveStrip } = await import("./text/text.ts");
    await saveStrip(
      { county, units, stage: place.stage, indicator: place.indicator, kind, source: this.#page.panel.name },
      { words, language, standard },
    );
  }

  async #quietly(body: () => Promise<void>): Promise<void> {
    try {
      await body();
    } catch (error) {
      this.#page.failed(error);
    }
  }
}
