// SPDX-License-Identifier: MIT
//
// Elements by hand. Text gets in as text only: a school may be called <b>.

type Child = Node | string | null;
type Attributes = Readonly<Record<string, string>>;

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

/** `press` gets the button, as most of them change themselves. */
export function button(
  text: string,
  press: (made: HTMLButtonElement) => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", () => press(made));
  return made;
}

/** The element of the page with this id, of this class; missing ones are a fault of ours, said at once. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is not on the page`);
  return found;
}

/** Of this page alone: scrollIntoView() would scroll the page around a frame, too. */
export function bringToTop(shown: Element): void {
  window.scrollBy({ top: shown.getBoundingClientRect().top });
}

/** Null where the page has no such element: of a published page it may have been cut out of a copy. */
export function find(id: string): HTMLElement | null {
  return document.getElementById(id);
}

interface Table {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly HTMLElement[];
  /** Of the table. */
  readonly attributes?: Attributes;
}

interface TableBox extends Table {
  /** Of the box, where it is not the caption. */
  readonly label?: string;
  /** Further classes of the box. */
  readonly kind?: string;
}

/** A table with its caption and scopes. */
export function table({ caption, heads, rows, attributes = {} }: Table): HTMLTableElement {
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
  return element(
    "table",
    attributes,
    element("caption", {}, caption),
    element("thead", {}, head),
    element("tbody", {}, ...rows),
  );
}

/** Scrolls sideways on its own and can be reached by keyboard. */
export function scrollBox(label: string, kind = "", ...children: Child[]): HTMLElement {
  return element(
    "div",
    { class: `scroll ${kind}`.trimEnd(), role: "region", "aria-label": label, tabindex: "0" },
    ...children,
  );
}

/** A table in a box of its own. */
export function tableBox({ label, kind = "", ...made }: TableBox): HTMLElement {
  return scrollBox(label ?? made.caption, kind, table(made));
}
