// SPDX-License-Identifier: MIT
//
// HTML as text, for pages that must stand before any script runs. Whatever is put in is escaped; only what another
// html`…` made goes in as it is, so a school called <b> stays a name.

import { escapeAttribute, printable } from "../kit/escape.ts";

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly Part[];

/** As a parser of HTML leaves it: line ends alike, and nothing that it would drop or change on its own. */
function escaped(text: string): string {
  const plain = printable(text.replaceAll(/\r\n?/g, "\n")).replaceAll(/[\x7f-\x9f]/g, "\ufffd");
  return escapeAttribute(plain).replaceAll("'", "&#39;");
}

export function html(parts: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(parts.reduce((text, part, index) => text + textOf(values[index - 1] ?? null) + part));
}

function textOf(value: Part): string {
  if (value === null) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(textOf).join("");
  return escaped(String(value));
}

/** So much of a name is printed; one of ten thousand characters would bury the page. The data keep all of it. */
const kLongestName = 80;

/** A name that somebody typed: cut, and apart from the text around it in its direction of writing. */
export function named(name: string): Html {
  return html`<bdi>${shortened(name)}</bdi>`;
}

export function shortened(name: string): string {
  if (name.length <= kLongestName) return name;
  const letters = Array.from(name);
  return letters.length <= kLongestName ? name : `${letters.slice(0, kLongestName).join("")}…`;
}

/** JSON that may stand inside a script element: nothing in it can end the element or begin a comment. */
export function blockText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.replaceAll(/[<>&\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
