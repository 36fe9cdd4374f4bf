// SPDX-License-Identifier: MIT
//
// Elements by hand, for what the reader's browser adds to a page. Text gets in as text only.

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(text: string, pressed: () => void, attributes: Readonly<Record<string, string>> = {}): HTMLButtonElement {
  const made = make("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", pressed);
  return made;
}

/** Null where the page has no such element: it may have been cut out of a copy. */
export function find(id: string): HTMLElement | null {
  return document.getElementById(id);
}

export function download(content: BlobPart, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Where storage is blocked (a file on a disk, strict browsers) a choice lives as long as the page. */
export function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // kept for this page only
  }
}
