// SPDX-License-Identifier: MIT
//
// Tables onto the clipboard, as HTML and as text with tabs: spreadsheets take the first, everything else the second.

import { button, element, tableBox } from "./dom.ts";
import { escapeText } from "./escape.ts";
import { guarded, guardsOf } from "../files/formula_guard.ts";
import type { Guards } from "../files/formula_guard.ts";
import type { CopyWords } from "../words/copy_zh.ts";
import { fill } from "../words/fill.ts";

export interface Cell {
  readonly text: string;
  /** Heads its row. */
  readonly heading?: boolean;
  /** It leads to what its row is about. */
  press?(): void;
  readonly number?: boolean;
  /** What is copied where the text says more than the number. */
  readonly copied?: string;
  /** pass, fail, near, unknown: colour beside the words, never instead of them. */
  readonly mark?: string | null;
}

/** Letters of a cell in a sentence. */
const kShown = 20;

/** A table as it goes onto the clipboard, in both forms. */
interface Forms {
  readonly plain: string;
  readonly html: string;
  /** What has an apostrophe in front, so that no spreadsheet computes it. */
  readonly guards: Guards;
}

function wordsOf(cell: Cell): string {
  return oneLine(cell.copied ?? cell.text);
}

/** Lines and tabs are what cells are told apart by. */
function oneLine(text: string): string {
  return text.replaceAll(/[\t\r\n\v]+/g, " ");
}

function formsOfCells(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): Forms {
  const texts = [heads.map(oneLine), ...rows.map((row) => row.map(wordsOf))];
  return {
    plain: texts.map((cells) => cells.map(guarded).join("\t")).join("\r\n"),
    html: tableAsHtml(oneLine(caption), heads.map(oneLine), rows),
    guards: guardsOf(texts),
  };
}

function tableAsHtml(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const shown = (text: string): string => escapeText(guarded(text));
  const cell = (one: Cell): string => {
    const inner = one.mark === "fail" ? `<b>${shown(wordsOf(one))}</b>` : shown(wordsOf(one));
    return one.heading === true ? `<th>${inner}</th>` : `<td>${inner}</td>`;
  };
  const lines = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
  const head = heads.map((text) => `<th>${shown(text)}</th>`).join("");
  return `<table border="1"><caption>${shown(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${lines.join("")}</tbody></table>`;
}

/** The old way, for browsers and pages that may not use the new one. What is selected asks for it, the forms are copied. */
function copyByEvent(forms: Forms): boolean {
  let taken = false;
  const give = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    putForms(forms, event.clipboardData);
    taken = true;
  };
  document.addEventListener("copy", give, { capture: true });
  const done = copySelected(forms.plain);
  document.removeEventListener("copy", give, { capture: true });
  return done && taken;
}

export function putForms(forms: Forms, into: DataTransfer): void {
  into.setData("text/plain", forms.plain);
  into.setData("text/html", forms.html);
}

function copySelected(text: string): boolean {
  const box = element("textarea", { "aria-hidden": "true" });
  box.value = text;
  const focused = document.activeElement;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}

/** Of a text that is no table. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Lines of cells with tabs between them, the heads first, as the two forms of the clipboard. */
export function formsOf(text: string, caption: string): Forms {
  const [heads = [], ...rows] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  return formsOfCells(
    caption,
    heads,
    rows.map((row) => row.map((words) => ({ text: words }))),
  );
}

/** False: this browser does not let a page do so without its own menu. */
export async function copyForms(forms: Forms): Promise<boolean> {
  const blob = (text: string, type: string): Blob => new Blob([text], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": blob(forms.html, "text/html"), "text/plain": blob(forms.plain, "text/plain") }),
    ]);
    return true;
  } catch {
    return copyByEvent(forms);
  }
}

/** What is said once it was copied. */
export function copiedSentence({ guards }: Forms, words: CopyWords): string {
  return words.copied + guardSentence(guards, words.guardedCopy);
}

/** Empty where nothing was done. */
export function guardSentence({ count, first }: Guards, pattern: string): string {
  if (first === null) return "";
  const letters = Array.from(oneLine(first.text).trim());
  const text = letters.length > kShown ? `${letters.slice(0, kShown).join("")}…` : letters.join("");
  return fill(pattern, { count, row: first.row, column: first.column, text });
}

/** The table in its box, and before it the button that copies it. */
export function copyableTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  words: CopyWords,
): HTMLElement {
  const box = tableBox({ caption, heads, rows: rows.map(cellRow) });
  return element(
    "div",
    { class: "table-box" },
    copyTools(caption, heads, () => rows, words),
    box,
  );
}

/** The button that copies a table, with what it says of it. `rows`: asked for when it is pressed. */
export function copyTools(
  caption: string,
  heads: readonly string[],
  rows: () => readonly (readonly Cell[])[],
  words: CopyWords,
): HTMLElement {
  const said = element("span", { class: "copied", role: "status" });
  const press = (): void => {
    const forms = formsOfCells(caption, heads, rows());
    void copyForms(forms).then((done) => {
      said.textContent = done ? copiedSentence(forms, words) : words.notCopied;
    });
  };
  const made = button(words.copyTable, press, { class: "button copy", "aria-label": fill(words.copyOf, { caption }) });
  return element("p", { class: "table-tools" }, made, " ", said);
}

export function cellRow(cells: readonly Cell[]): HTMLElement {
  return element("tr", {}, ...cells.map(cellElement));
}

function cellElement(cell: Cell): HTMLElement {
  if (cell.heading === true) {
    const { press } = cell;
    const said = press === undefined ? cell.text : button(cell.text, () => press(), { class: "door" });
    return element("th", { scope: "row" }, said);
  }
  const names = [];
  if (cell.number === true) names.push("number");
  if (typeof cell.mark === "string") names.push(`is-${cell.mark}`);
  return element("td", names.length > 0 ? { class: names.join(" ") } : {}, cell.text);
}
