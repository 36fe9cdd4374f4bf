// SPDX-License-Identifier: MIT
//
// "What was read": the tables as they came beside what was understood, and the way to put it right. Holds the sources
// and the decisions; the calculator holds everything that follows from them.

import type { Reading, SheetInput, TableRows } from "../../engine/junheng.d.ts";
import { kRowsAtOnce } from "../../work/calculator.ts";
import type { Calculator, OpenTable } from "../../work/calculator.ts";
import { button, element } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import type { LanguageId } from "../../kit/language.ts";
import type { Words } from "../../words/app_zh.ts";
import type { Edit } from "../../work/changes.ts";
import { changesView } from "./changes_view.ts";
import { columnsView } from "./columns_view.ts";
import type { FieldInfo, PanelContext } from "./context.ts";
import type { PublishKind } from "../outgoing/open_work.ts";
import { forget, recall, remember } from "../../work/remembered.ts";
import { questionsView } from "./questions_view.ts";
import { rowsView } from "./rows_view.ts";
import { kNoDecisions } from "../../work/project.ts";
import type { Decisions } from "../../work/project.ts";
import { chosenSheets } from "../../work/sources.ts";
import type { Source } from "../../work/sources.ts";
import { nameOf, tablesOf } from "../../work/tables.ts";
import { sourcesView } from "./sources_view.ts";

interface PanelActions {
  /** Tables or decisions have changed: compute. */
  open(table: OpenTable): void;
  addFiles(): void;
  save(kind: "project" | "xlsx" | "csv"): void;
  saveResults(): void;
  publish(kind: PublishKind): void;
}

/**
 * The view "what was read". Holds the sources and which page of which sheet is shown; decisions are the calculator's
 * from the moment there is one.
 *
 * `take` and `add` change the sources and open them as one table; `show` gets the calculator, offers what was chosen for
 * a table of this shape before, and draws the whole view anew; each control makes the next state of the decisions and
 * hands it to the calculator, which leads to `show` again.
 */
export class ReadingPanel {
  readonly #root: HTMLElement;
  readonly #actions: PanelActions;
  #sources: readonly Source[] = [];
  #begin: Decisions = kNoDecisions;
  #calculator: Calculator | null = null;
  #shownSheet = 0;
  #from = 0;
  #fields: FieldInfo[] = [];
  #recalled = false;

  constructor(root: HTMLElement, actions: PanelActions) {
    this.#root = root;
    this.#actions = actions;
    root.addEventListener("keydown", (event) => this.#shortcut(event));
  }

  /** As everywhere: back, forward, save. In a field these keys are the field's own. */
  #shortcut(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || this.#sources.length === 0) return;
    if (event.target instanceof HTMLInputElement && event.target.type === "text") return;
    const key = event.key.toLowerCase();
    if (key === "s") this.#actions.save("project");
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
    this.#shownSheet = 0;
    this.#from = 0;
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

  #cell(calculator: Calculator, place: Edit): string {
    const { rows } = calculator.rows({
      sheet: place.sheet ?? 0,
      row: place.row,
      count: 1,
      reading: this.decisions.reading,
    });
    return rows.find((row) => row.row === place.row)?.cells[place.column] ?? "";
  }

  /** Draws all of it anew; nothing is drawn while it is out of sight. */
  show(calculator: Calculator, words: Words, language: LanguageId, visible: boolean): void {
    this.#calculator = calculator;
    const { reading } = this.decisions;
    if (this.#sources.length === 0 || this.#recall(calculator)) return;
    if (!visible) return;
    const first = calculator.rows({
      sheet: this.#shownSheet,
      from: this.#from,
      count: kRowsAtOnce,
      fields: this.#fields.length === 0,
      reading,
    });
    if (first.fields !== undefined) this.#fields = first.fields;
    const context: PanelContext = {
      words,
      language,
      columns: calculator.result()?.head.columns ?? [],
      questions: calculator.result()?.head.questions ?? [],
      reading,
      rows: (request) => calculator.rows({ ...request, reading }),
      cell: (place) => this.#cell(calculator, place),
      change: (next) => {
        this.#change(next);
        remember(this.#headers(calculator), next.columns ?? []);
      },
    };
    const focus = this.#focusPath();
    this.#root.replaceChildren(
      element("h2", {}, words.readingHeading),
      element("p", {}, words.readingHint),
      sourcesView(this.#sources, {
        words,
        replace: (sources) => {
          this.#sources = sources;
          this.#open(this.decisions);
        },
      }),
      ...questionsView(context),
      this.#buttons(words, context, calculator),
      changesView(
        this.#fields,
        (sheet) => (first.sheets.length > 1 ? `${first.sheets[sheet]?.name ?? ""} ` : ""),
        context,
      ),
      columnsView(this.#fields, context),
      this.#sheetTabs(first, words, () => this.show(calculator, words, language, true)),
      rowsView(first, this.#shownSheet, context),
      this.#pager(first, words, () => this.show(calculator, words, language, true)),
    );
    this.#restore(focus);
  }

  #buttons(words: Words, context: PanelContext, calculator: Calculator): HTMLElement {
    const tool = (text: string, id: string, press: () => void, off = false): HTMLButtonElement =>
      button(text, press, { class: "button", id, ...(off ? { disabled: "" } : {}) });
    return element(
      "p",
      { class: "entry-actions" },
      tool(words.undo, "undo", () => this.#move("undo"), !calculator.canUndo),
      tool(words.redo, "redo", () => this.#move("redo"), !calculator.canRedo),
      tool(words.addFiles, "add-files", () => this.#actions.addFiles()),
      tool(words.saveProject, "save-project", () => this.#actions.save("project")),
      tool(words.saveResults, "save-results", () => this.#actions.saveResults()),
      tool(words.saveXlsx, "save-xlsx", () => this.#actions.save("xlsx")),
      tool(words.saveCsv, "save-csv", () => this.#actions.save("csv")),
      tool(words.publish.folder, "publish-folder", () => this.#actions.publish("folder")),
      tool(words.publish.page, "publish-page", () => this.#actions.publish("page")),
      tool(words.publish.seal, "publish-sealed", () => this.#actions.publish("sealed")),
      element("span", { class: "soft" }, words.publish.sealFor),
      tool(words.forgetChoices, "forget", () => {
        forget();
        const { columns: _, ...rest } = context.reading;
        this.#change(rest);
      }),
    );
  }

  #sheetTabs(page: TableRows, words: Words, redraw: () => void): HTMLElement {
    const select = element("select", { "aria-label": words.sheetShown });
    page.sheets.forEach((sheet, index) =>
      select.append(element("option", { value: String(index) }, sheet.name ?? words.sourcePasted)),
    );
    select.value = String(this.#shownSheet);
    select.addEventListener("change", () => {
      this.#shownSheet = Number(select.value);
      this.#from = 0;
      redraw();
    });
    const heading = element("h3", {}, words.rowsHeading);
    return element("div", {}, heading, page.sheets.length > 1 ? select : null);
  }

  #pager(page: TableRows, words: Words, redraw: () => void): HTMLElement {
    const all = page.sheets[this.#shownSheet]?.rows ?? 0;
    const go = (text: string, from: number): HTMLButtonElement => {
      const press = (): void => {
        this.#from = from;
        redraw();
      };
      return button(text, press, { class: "button", ...(from < 0 || from >= all ? { disabled: "" } : {}) });
    };
    const last = Math.min(all, this.#from + kRowsAtOnce);
    const text = fill(words.rowsShown, { from: all === 0 ? 0 : this.#from + 1, to: last, count: all });
    return element(
      "p",
      { class: "entry-actions" },
      go(words.rowsBefore, this.#from - kRowsAtOnce),
      text,
      go(words.rowsAfter, this.#from + kRowsAtOnce),
    );
  }

  /** Drawing anew takes the focus away; the control at the same place gets it back. */
  #focusPath(): number[] | null {
    const path: number[] = [];
    let node: Element | null = document.activeElement;
    if (node === null || !this.#root.contains(node)) return null;
    while (node !== null && node !== this.#root) {
      const parent: Element | null = node.parentElement;
      if (parent === null) return null;
      path.unshift([...parent.children].indexOf(node));
      node = parent;
    }
    return path;
  }

  #restore(path: number[] | null): void {
    if (path === null) return;
    let node: Element | undefined = this.#root;
    for (const index of path) node = node?.children[index];
    if (!(node instanceof HTMLElement)) return;
    node.focus({ preventScroll: true });
    // What was pressed may have nothing more to do: its neighbour then, and never nowhere.
    if (document.activeElement === node) return;
    const next = node.parentElement?.querySelector<HTMLElement>("button:enabled, select:enabled") ?? this.#root;
    next.focus({ preventScroll: true });
  }
}
