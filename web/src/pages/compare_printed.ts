// SPDX-License-Identifier: MIT
//
// What is printed against what was computed again: both are walked side by side, every text and every attribute, and
// what differs is named by the row and column that it stands in.

export interface Difference {
  readonly where: string;
  readonly printed: string;
  readonly computed: string;
}

export interface Comparison {
  /** Texts and drawings that were compared. */
  readonly places: number;
  readonly differences: Difference[];
}

const kLongest = 160;

export function comparePrinted(printed: Element, computed: Element): Comparison {
  const differences: Difference[] = [];
  let places = 0;
  walk(printed, computed);
  return { places, differences };

  function walk(one: Node, other: Node): void {
    if (one instanceof Element && other instanceof Element) {
      if (one.hasAttribute("data-apart") && other.hasAttribute("data-apart")) return;
      if (one.tagName !== other.tagName) return note(one, one.textContent, other.textContent);
      const drawing = attributes(one) === attributes(other) ? null : [attributes(one), attributes(other)];
      if (drawing !== null) note(one, drawing[0] ?? "", drawing[1] ?? "");
    } else if (one.nodeType !== other.nodeType) {
      return note(one, one.textContent, other.textContent);
    }
    if (one.nodeType === Node.TEXT_NODE) {
      if (one.textContent?.trim() !== "") places += 1;
      if (one.textContent !== other.textContent) note(one, one.textContent, other.textContent);
      return;
    }
    const [left, right] = [pieces(one), pieces(other)];
    const length = Math.max(left.length, right.length);
    for (let i = 0; i < length; i += 1) {
      const [a, b] = [left[i], right[i]];
      if (a !== undefined && b !== undefined) walk(a, b);
      else note(a ?? one, a?.textContent ?? "", b?.textContent ?? "");
    }
  }

  function note(at: Node, printedText: string | null, computedText: string | null): void {
    differences.push({ where: placeOf(at), printed: cut(printedText), computed: cut(computedText) });
  }
}

function attributes(element: Element): string {
  return Array.from(element.attributes, ({ name, value }) => `${name}=${value}`)
    .sort()
    .join(" ");
}

/** Spaces between elements are not printed; comments are nobody's business. */
function pieces(node: Node): Node[] {
  return Array.from(node.childNodes).filter(
    (child) =>
      child.nodeType === Node.ELEMENT_NODE || (child.nodeType === Node.TEXT_NODE && child.textContent?.trim() !== ""),
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
  return "";
}
