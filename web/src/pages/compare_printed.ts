// SPDX-License-Identifier: MIT
//
// What was received against what was computed again: both documents are walked side by side, every element, every
// attribute by its name and every text, and what differs is named by the row and column that it stands in.

export interface Difference {
  readonly where: string;
  readonly printed: string;
  readonly computed: string;
}

export interface Comparison {
  /** Texts and drawings that were compared. */
  readonly places: number;
  readonly differences: readonly Difference[];
}

const kLongest = 160;
/** What is named; a page of another county differs everywhere. */
const kMostDifferences = 1_000;

export function comparePrinted(printed: Element, computed: Element): Comparison {
  const differences: Difference[] = [];
  let places = 0;
  walk(printed, computed);
  return { places, differences };

  function walk(one: Node, other: Node): void {
    if (differences.length >= kMostDifferences) return;
    if (one instanceof Element && other instanceof Element) {
      if (one.tagName !== other.tagName || one.namespaceURI !== other.namespaceURI)
        return note(one, textOf(one), textOf(other));
      for (const [mine, its] of attributePairs(one, other)) if (mine !== its) note(one, mine, its);
    } else if (one.nodeType !== other.nodeType) {
      return note(one, textOf(one), textOf(other));
    }
    if (one.nodeType === Node.TEXT_NODE) {
      if (!isBlank(one)) places += 1;
      if (one.textContent !== other.textContent) note(one, textOf(one), textOf(other));
      return;
    }
    const [left, right] = [pieces(one), pieces(other)];
    const length = Math.max(left.length, right.length);
    for (let i = 0; i < length; i += 1) {
      const [a, b] = [left[i], right[i]];
      if (a !== undefined && b !== undefined) walk(a, b);
      else note(a ?? one, a === undefined ? "" : textOf(a), b === undefined ? "" : textOf(b));
    }
  }

  function note(at: Node, printedText: string, computedText: string): void {
    differences.push({ where: placeOf(at), printed: cut(printedText), computed: cut(computedText) });
  }
}

/** name="value" of each attribute that either has; empty where one has it not. */
function attributePairs(one: Element, other: Element): [string, string][] {
  const names = new Set([...one.getAttributeNames(), ...other.getAttributeNames()]);
  const written = (element: Element, name: string): string => {
    const value = element.getAttribute(name);
    return value === null ? "" : `${name}="${value}"`;
  };
  return [...names].map((name) => [written(one, name), written(other, name)]);
}

/** An element that says nothing is named by what it is: a picture, a frame. */
function textOf(node: Node): string {
  const text = node.textContent ?? "";
  return node instanceof Element && text.trim() === "" ? node.outerHTML : text;
}

const isBlank = (node: Node): boolean => /^[ \t\n\f\r]*$/.test(node.textContent ?? "");

/** Spaces between elements are not printed; comments are nobody's business. */
function pieces(node: Node): Node[] {
  return Array.from(node.childNodes).filter(
    (child) => child.nodeType === Node.ELEMENT_NODE || (child.nodeType === Node.TEXT_NODE && !isBlank(child)),
  );
}
function cut(text: string | null): string {
  const plain = (text ?? "").replaceAll(/\s+/g, " ").trim();
  return plain.length <= kLongest ? plain : `${plain.slice(0, kLongest)}…`;
}

/** Caption, row and column of a cell; the heading above everything else. */
function placeOf(node: Node): string {
  const element = node instanceof Element ? node : node.parentElement;
  const cell = element?.closest("td, th");
  const table = cell?.closest("table");
  if (cell && table) {
    const row = cell.parentElement;
    const index = Array.from(row?.children ?? []).indexOf(cell);
    const heads = [
      table.caption?.textContent,
      row?.children[0] === cell ? null : row?.children[0]?.textContent,
      table.tHead?.rows[0]?.cells[index]?.textContent,
    ];
    return heads
      .filter((text): text is string => typeof text === "string" && text !== "")
      .map(cut)
      .join(" · ");
  }
  for (let at: Element | null = element ?? null; at !== null; at = at.parentElement) {
    for (let before: Element | null = at; before !== null; before = before.previousElementSibling) {
      if (/^(H[1-6]|SUMMARY|CAPTION)$/.test(before.tagName)) return cut(before.textContent);
    }
  }
  return element === null ? "" : `<${element.localName}>`;
}
