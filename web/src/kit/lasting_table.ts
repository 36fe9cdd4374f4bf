// SPDX-License-Identifier: MIT
//
// A table that is shown again after each change and stays in the document: only rows that say something else are made
// anew. What is taken out and put back is styled and laid out again, which of two thousand cells takes longer than the
// evaluation of a county, and loses the focus.

import { element, tableBox } from "./dom.ts";

/** Children as given; those that are there already stay, as they keep their order. */
export function setChildren(parent: Element, nodes: readonly Node[]): void {
  const staying = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!staying.has(child)) child.remove();
  nodes.forEach((node, at) => {
    const there = parent.childNodes[at] ?? null;
    if (there !== node) parent.insertBefore(node, there);
  });
}

type Frame = Omit<Parameters<typeof tableBox>[0], "rows">;

interface LastingRow {
  /** All that the row shows. */
  readonly said: string;
  make(): HTMLElement;
}

interface Made {
  /** Empty: what stands in its fields is no longer what was said. */
  said: string;
  readonly row: HTMLElement;
}

export class LastingTable {
  #frame = "";
  #box: HTMLElement = element("div");
  #body = element("tbody");
  #rows: Made[] = [];

  show(frame: Frame, rows: readonly LastingRow[]): HTMLElement {
    const said = JSON.stringify(frame);
    if (said !== this.#frame) {
      this.#frame = said;
      this.#rows = [];
      this.#box = tableBox({ ...frame, rows: [] });
      this.#body = this.#box.querySelector("tbody")!;
    }
    this.#rows = rows.map((row, at) => (this.#rows[at]?.said === row.said ? this.#rows[at]! : made(row)));
    setChildren(
      this.#body,
      this.#rows.map(({ row }) => row),
    );
    return this.#box;
  }
}

function made({ said, make }: LastingRow): Made {
  const one = { said, row: make() };
  // A choice that changes nothing is not left standing either.
  one.row.addEventListener("change", () => (one.said = ""), { capture: true });
  return one;
}
