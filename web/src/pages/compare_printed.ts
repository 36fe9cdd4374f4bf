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

  function walk(one: Element, other: Element): void {
    if (differences.length >= kMostDifferences) return;
    if (one.tagName !== other.tagName || one.namespaceURI !== other.namespaceURI)
      return note(one, textOf(one), textOf(other));
    for (const [mine, its] of attributePairs(one, other)) if (mine !== its) note(one, mine, its);
    const [left, right] = [pieces(one), pieces(other)];
    const length = Math.max(left.length, right.length);
    for (let i = 0; i < length; i += 1) {
      const [a, b] = [left[i], right[i]];
      if (a instanceof Element && b instanceof Element) {
        walk(a, b);
        continue;
      }
      if (typeof a === "string" && !isBlank(a)) places += 1;
      if (a !== b) note(a instanceof Element ? a : one, textOf(a), textOf(b));
    }
  }

  function note(at: Element, printedText: string, computedText: string): void {
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
function textOf(piece: Element | string | undefined): string {
  if (!(piece instanceof Element)) return piece === undefined ? "" : isBlank(piece) ? JSON.stringify(piece) : piece;
  const text = piece.textContent ?? "";
  return text.trim() === "" ? piece.outerHTML : text;
}

const isBlank = (text: string): boolean => /^[ \t\n\f\r]*$/.test(text);

/** What holds blocks, rows or items: a blank between those is not printed. Anywhere else it parts two words. */
const kOfBlocks = new Set(
  "html head body main section header footer nav table thead tbody tr dl ul ol details".split(" "),
);

/** Elements, and the text between two of them as one; comments are nobody's business. */
function pieces(parent: Element): (Element | string)[] {
  const found: (Element | string)[] = [];
  let text = "";
  const end = (): void => {
    if (text !== "" && !(isBlank(text) && kOfBlocks.has(parent.localName))) found.push(text);
    text = "";
  };
  for (const child of parent.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue ?? "";
    else if (child instanceof Element) {
      end();
      found.push(child);
    }
  }
  end();
  return found;
}

function cut(text: string | null): string {
  const plain = (text ?? "").replaceAll(/\s+/g, " ").trim();
  return plain.length <= kLongest ? plain : `${plain.slice(0, kLongest)}…`;
}

/** Caption, row and column of a cell; the heading above everything else. */
function placeOf(element: Element): string {
  const cell = element.closest("td, th");
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
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    for (let before: Element | null = at; before !== null; before = before.previousElementSibling) {
      if (/^(H[1-6]|SUMMARY|CAPTION)$/.test(before.tagName)) return cut(before.textContent);
    }
  }
  return `<${element.localName}>`;
}
