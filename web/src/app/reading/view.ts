// SPDX-License-Identifier: MIT
//
// The tables as they came beside what was understood, and the way to put it right. Holds which page of which sheet is
// shown; sources and decisions are the panel's.

import type { TableRows } from "../../engine/junheng.d.ts";
import { kRowsAtOnce } from "../../work/calculator.ts";
import type { Calculator } from "../../work/calculator.ts";
import { button, element } from "../../kit/dom.ts";
import { setChildren } from "../../kit/lasting_table.ts";
import { fill } from "../../words/fill.ts";
import type { LanguageId } from "../../kit/language.ts";
import { readingEn } from "../../words/reading_en.ts";
import { readingZh } from "../../words/reading_zh.ts";
import type { Words } from "../../words/app_zh.ts";
import type { Edit } from "../../work/changes.ts";
import type { Source } from "../../work/sources.ts";
import type { Reading } from "../../engine/junheng.d.ts";
import { changesView } from "./changes_view.ts";
import { ColumnsView } from "./columns_view.ts";
import type { AllWords, FieldInfo, PanelActions, PanelContext } from "./context.ts";
import { questionsView } from "./questions_view.ts";
import { RowsView } from "./rows_view.ts";
import { sourcesView } from "./sources_view.ts";

interface ViewActions extends PanelActions {
  move(step: "undo" | "redo"): void;
  /** The next state of the decisions. */
  change(next: Reading): void;
  /** What was chosen on this machine for tables of this shape. */
  forget(): void;
  replace(sources: readonly Source[]): void;
}

interface Shown {
  readonly calculator: Calculator;
  readonly sources: readonly Source[];
  readonly reading: Reading;
  readonly words: Words;
  readonly language: LanguageId;
}

export class ReadingView {
  readonly #root: HTMLElement;
  readonly #actions: ViewActions;
  #shownSheet = 0;
  #from = 0;
  #fields: FieldInfo[] = [];
  readonly #columns = new ColumnsView();
  readonly #rows = new RowsView();

  constructor(root: HTMLElement, actions: ViewActions) {
    this.#root = root;
    this.#actions = actions;
  }

  /** Other tables are read from their first row. */
  toStart(): void {
    this.#shownSheet = 0;
    this.#from = 0;
  }

  /** Draws anew what says something else. */
  show(shown: Shown): void {
    const { calculator, sources, reading, language } = shown;
    const words: AllWords = { ...shown.words, ...(language === "zh" ? readingZh : readingEn) };
    const first = calculator.rows({
      sheet: this.#shownSheet,
      from: this.#from,
      count: kRowsAtOnce,
      fields: this.#fields.length === 0,
      reading,
    });
    if (first.fields !== undefined) this.#fields = first.fields;
    const cell = ({ sheet = 0, row, column }: Edit): string => {
      const { rows } = calculator.rows({ sheet, row, count: 1, reading });
      return rows.find((one) => one.row === row)?.cells[column] ?? "";
    };
    const context: PanelContext = {
      words,
      language,
      columns: calculator.result()?.head.columns ?? [],
      questions: calculator.result()?.head.questions ?? [],
      reading,
      rows: (request) => calculator.rows({ ...request, reading }),
      cell,
      change: (next) => this.#actions.change(next),
    };
    const again = (): void => this.show(shown);
    const focus = this.#focusPath();
    setChildren(this.#root, [
      element("h2", {}, words.readingHeading),
      element("p", {}, words.readingHint),
      sourcesView(sources, { words, replace: (next) => this.#actions.replace(next) }),
      ...questionsView(context),
      this.#buttons(words, calculator),
      changesView(
        this.#fields,
        (sheet) => (first.sheets.length > 1 ? `${first.sheets[sheet]?.name ?? ""} ` : ""),
        context,
      ),
      this.#columns.show(this.#fields, context),
      this.#sheetTabs(first, words, again),
      this.#rows.show(first, this.#shownSheet, context),
      this.#pager(first, words, again),
    ]);
    this.#restore(focus);
  }

  #buttons(words: AllWords, { canUndo, canRedo }: Calculator): HTMLElement {
    const tool = (text: string, id: string, press: () => void, off = false): HTMLButtonElement =>
      button(text, press, { class: "button", id, ...(off ? { disabled: "" } : {}) });
    return element(
      "p",
      { class: "entry-actions" },
      tool(words.undo, "undo", () => this.#actions.move("undo"), !canUndo),
      tool(words.redo, "redo", () => this.#actions.move("redo"), !canRedo),
      tool(words.addFiles, "add-files", () => this.#actions.addFiles()),
      tool(words.saveProject, "save-project", () => this.#actions.save("project")),
      tool(words.saveResults, "save-results", () => this.#actions.saveResults()),
      tool(words.saveXlsx, "save-xlsx", () => this.#actions.save("xlsx")),
      tool(words.saveCsv, "save-csv", () => this.#actions.save("csv")),
      tool(words.publish.folder, "publish-folder", () => this.#actions.publish("folder")),
      tool(words.publish.page, "publish-page", () => this.#actions.publish("page")),
      tool(words.publish.seal, "publish-sealed", () => this.#actions.publish("sealed")),
      element("span", { class: "soft" }, words.publish.sealFor),
      tool(words.forgetChoices, "forget", () => this.#actions.forget()),
    );
  }

  #sheetTabs(page: TableRows, words: AllWords, redraw: () => void): HTMLElement {
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

  #pager(page: TableRows, words: AllWords, redraw: () => void): HTMLElement {
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
    if (path === null || this.#root.contains(document.activeElement)) return;
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
