// SPDX-License-Identifier: MIT
//
// What is open: the sources and the decisions about them; the calculator holds everything that follows from them. Its
// view, "what was read", is fetched when somebody first looks at it (reading.ts).

import type { Reading, SheetInput } from "../../engine/junheng.d.ts";
import type { Calculator } from "../../work/calculator.ts";
import type { LanguageId } from "../../kit/language.ts";
import type { Words } from "../../words/app_zh.ts";
import { forget, recall, remember } from "../../work/remembered.ts";
import type { PanelActions } from "./context.ts";
import type { ReadingView } from "./view.ts";
import { kNoDecisions } from "../../work/project.ts";
import type { Decisions } from "../../work/project.ts";
import { chosenSheets } from "../../work/sources.ts";
import type { Source } from "../../work/sources.ts";
import { nameOf, tablesOf } from "../../work/tables.ts";

/**
 * Holds the sources; decisions are the calculator's from the moment there is one.
 *
 * `take` and `add` change the sources and open them as one table; `show` gets the calculator, offers what was chosen for
 * a table of this shape before, and has the whole view drawn anew where it is seen; each control makes the next state of
 * the decisions and hands it to the calculator, which leads to `show` again.
 */
export class ReadingPanel {
  readonly #root: HTMLElement;
  readonly #actions: PanelActions;
  #sources: readonly Source[] = [];
  #begin: Decisions = kNoDecisions;
  #calculator: Calculator | null = null;
  #view: ReadingView | null = null;
  #fetching: Promise<void> | null = null;
  /** Draws the view as it is now; null where it is out of sight. */
  #draw: ((view: ReadingView) => void) | null = null;
  #recalled = false;

  constructor(root: HTMLElement, actions: PanelActions) {
    this.#root = root;
    this.#actions = actions;
    document.addEventListener("keydown", (event) => this.#shortcut(event));
  }

  /** As everywhere: save, and in this view back and forward. In a field these keys are the field's own. */
  #shortcut(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || this.#sources.length === 0) return;
    if (event.target instanceof HTMLInputElement && event.target.type === "text") return;
    const key = event.key.toLowerCase();
    const here = event.target instanceof Node && this.#root.contains(event.target);
    if (key === "s") this.#actions.save("project");
    else if (!here) return;
    else if (key === "z" && !event.shiftKey && this.#calculator?.canUndo === true) this.#move("undo");
    else if ((key === "y" || (key === "z" && event.shiftKey)) && this.#calculator?.canRedo === true) this.#move("redo");
    else return;
    event.preventDefault();
  }

  #move(step: "undo" | "redo"): void {
    this.#calculator?.[step]();
  }

  get sources(): readonly Source[] {
    return this.#sources;
  }
  /** What was decided: the calculator has it, once there is one. */
  get decisions(): Decisions {
    return this.#calculator?.decisions() ?? this.#begin;
  }
  get sheets(): SheetInput[] {
    return chosenSheets(this.#sources);
  }
  get name(): string {
    return nameOf(this.#sources);
  }

  /** Other tables: what was decided about the former ones says nothing about them. */
  take(sources: readonly Source[], decisions: Decisions = kNoDecisions, standard = ""): void {
    this.#sources = sources;
    this.#begin = decisions;
    this.#view?.toStart();
    this.#recalled = Object.keys(decisions.reading).length > 0;
    this.#open(decisions, standard);
  }

  /** More tables beside those that are there; decisions stay, as the sheets keep their places. */
  add(sources: readonly Source[]): void {
    this.#sources = [...this.#sources, ...sources];
    this.#open(this.decisions);
  }

  #open(decisions: Decisions, standard = ""): void {
    this.#actions.open(tablesOf(this.#sources, decisions, standard));
  }

  #change(next: Reading): void {
    this.#calculator?.decide({ ...this.decisions, reading: next });
  }

  /** What was chosen for a table of this shape the last time holds until somebody says otherwise. */
  #recall(calculator: Calculator): boolean {
    if (this.#recalled) return false;
    this.#recalled = true;
    const headers = this.#headers(calculator);
    const columns = headers.length === 0 ? [] : recall(headers);
    if (columns.length === 0) return false;
    this.#change({ ...this.decisions.reading, columns });
    return true;
  }

  #headers(calculator: Calculator): string[] {
    return (calculator.result()?.head.columns ?? []).map((column) => column.header);
  }

  /** Nothing is drawn while it is out of sight. */
  show(calculator: Calculator, words: Words, language: LanguageId, visible: boolean): void {
    this.#calculator = calculator;
    const { reading } = this.decisions;
    if (this.#sources.length === 0 || this.#recall(calculator)) return;
    const sources = this.#sources;
    this.#draw = visible ? (view) => view.show({ calculator, sources, reading, words, language }) : null;
    if (!visible) return;
    if (this.#view === null) void this.#fetch(words);
    else this.#draw?.(this.#view);
  }

  /** To what the columns were taken for, when it is there. */
  async toColumns(): Promise<void> {
    await this.#fetching;
    document.getElementById("columns")?.scrollIntoView({ block: "start" });
  }

  #fetch(words: Words): Promise<void> {
    return (this.#fetching ??= import("./reading.ts").then(
      ({ ReadingView }) => {
        this.#view = new ReadingView(this.#root, this.#viewActions());
        this.#draw?.(this.#view);
      },
      () => {
        this.#fetching = null;
        this.#root.textContent = words.viewFailed;
      },
    ));
  }

  #viewActions(): ConstructorParameters<typeof ReadingView>[1] {
    return {
      ...this.#actions,
      move: (step) => this.#move(step),
      change: (next) => {
        this.#change(next);
        if (this.#calculator !== null) remember(this.#headers(this.#calculator), next.columns ?? []);
      },
      forget: () => {
        forget();
        const { columns: _, ...rest } = this.decisions.reading;
        this.#change(rest);
      },
      replace: (sources) => {
        this.#sources = sources;
        this.#open(this.decisions);
      },
    };
  }
}
