// SPDX-License-Identifier: MIT
//
// Elements by hand. Text gets in as text only: a school may be called <b>.

import { copyButton } from "./copy_table.ts";
import type { Words } from "../words/app_zh.ts";

type Child = Node | string | null;

export interface Attributes {
  readonly [name: string]: string;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** The element of the page with this id, of this class; missing ones are a fault of ours, said at once. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is not on the page`);
  return found;
}

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

/**
 * A table with its caption and scopes, in a box that scrolls sideways on its own and can be reached by keyboard; before
 * it the button that copies it.
 */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[], words: Words): HTMLElement {
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
  const body = element("tbody", {});
  for (const cells of rows) body.append(element("tr", {}, ...cells.map(cellElement)));
  const made = element("table", {}, element("caption", {}, caption), element("thead", {}, head), body);
  return element("div", { class: "table-box" }, copyButton(made, heads, rows, caption, words), element("div", { class: "scroll", role: "region", "aria-label": caption, tabindex: "0" }, made));
}

function cellElement(cell: Cell): HTMLElement {
  if (cell.heading === true) return element("th", { scope: "row" }, cell.text);
  const names = [];
  if (cell.number === true) names.push("number");
  if (typeof cell.mark === "string") names.push(`is-${cell.mark}`);
  return element("td", names.length > 0 ? { class: names.join(" ") } : {}, cell.text);
}
