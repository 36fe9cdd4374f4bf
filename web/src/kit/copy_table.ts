// SPDX-License-Identifier: MIT
//
// Tables onto the clipboard, as HTML and as text with tabs: spreadsheets take the first, everything else the second.

import { button, element, tableBox } from "./dom.ts";
import { escapeText } from "./escape.ts";
import type { Words } from "../words/app_zh.ts";
import { fill } from "../words/fill.ts";

export interface Cell {
  readonly text: string;
  /** Heads its row. */
  readonly heading?: boolean;
  readonly number?: boolean;
  /** What is copied where the text says more than the number. */
  readonly copied?: string;
  /** pass, fail, near, unknown: colour beside the words, never instead of them. */
  readonly mark?: string | null;
}

/** A school called =1+1 stays a name: spreadsheets would compute what begins like this. */
const kComputed = /^[=+@-](?![0-9.,]*$)/;

function wordsOf(cell: Cell): string {
  const text = (cell.copied ?? cell.text).replaceAll(/[\t\r\n\v]+/g, " ");
  return kComputed.test(text) ? `'${text}` : text;
}

function tableAsText(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [heads, ...rows.map((row) => row.map(wordsOf))].map((cells) => cells.join("\t")).join("\r\n");
}

function tableAsHtml(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (one: Cell): string => {
    const inner = one.mark === "fail" ? `<b>${escapeText(wordsOf(one))}</b>` : escapeText(wordsOf(one));
    return one.heading === true ? `<th>${inner}</th>` : `<td>${inner}</td>`;
  };
  const lines = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
  const head = heads.map((text) => `<th>${escapeText(text)}</th>`).join("");
  return `<table border="1"><caption>${escapeText(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${lines.join("")}</tbody></table>`;
}

/** The old way, for browsers and pages that may not use the new one: what is selected is copied. */
function copySelection(table: HTMLElement): boolean {
  const selection = window.getSelection();
  if (selection === null) return false;
  const before = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  selection.selectAllChildren(table);
  const done = document.execCommand("copy");
  selection.removeAllRanges();
  if (before !== null) selection.addRange(before);
  return done;
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = element("textarea", { "aria-hidden": "true" });
    box.value = text;
    document.body.append(box);
    const focused = document.activeElement;
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}

/** Lines of cells with tabs between them, the heads first, as the two forms of the clipboard. */
export function formsOf(text: string, caption: string): { plain: string; html: string } {
  const [heads = [], ...rows] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const cells = rows.map((row) => row.map((words) => ({ text: words })));
  return { plain: tableAsText(heads, cells), html: tableAsHtml(caption, heads, cells) };
}

async function write(forms: { plain: string; html: string }): Promise<void> {
  const blob = (text: string, type: string): Blob => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ "text/html": blob(forms.html, "text/html"), "text/plain": blob(forms.plain, "text/plain") }),
  ]);
}

/** False: this browser does not let a page do so without its own menu. */
export async function copyForms(forms: { plain: string; html: string }): Promise<boolean> {
  try {
    await write(forms);
    return true;
  } catch {
    return copyText(forms.plain);
  }
}

/** The table in its box, and before it the button that copies it. */
export function copyableTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  words: Words,
): HTMLElement {
  const box = tableBox({ caption, heads, rows: rows.map((cells) => element("tr", {}, ...cells.map(cellElement))) });
  const said = element("span", { class: "copied", role: "status" });
  const copy = async (): Promise<boolean> => {
    try {
      await write({ html: tableAsHtml(caption, heads, rows), plain: tableAsText(heads, rows) });
      return true;
    } catch {
      return copySelection(box.querySelector("table") ?? box);
    }
  };
  const press = (): void => {
    void copy().then((done) => {
      said.textContent = done ? words.copied : words.notCopied;
    });
  };
  const made = button(words.copyTable, press, { class: "button copy", "aria-label": fill(words.copyOf, { caption }) });
  return element("div", { class: "table-box" }, element("p", { class: "table-tools" }, made, " ", said), box);
}

function cellElement(cell: Cell): HTMLElement {
  if (cell.heading === true) return element("th", { scope: "row" }, cell.text);
  const names = [];
  if (cell.number === true) names.push("number");
  if (typeof cell.mark === "string") names.push(`is-${cell.mark}`);
  return element("td", names.length > 0 ? { class: names.join(" ") } : {}, cell.text);
}
