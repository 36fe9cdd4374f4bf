// SPDX-License-Identifier: MIT
//
// How a spreadsheet part writes what XML cannot hold: a character as _x000D_, and _x005F_ for a text that looks so.

export function fromEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Text for a part: five entities for XML, escapes for what XML has no way to write or would change (a CR). */
export function toEscapes(text: string): string {
  const plain = text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(
      /[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
  return markup(plain).replaceAll('"', "&quot;");
}

/** Text between tags. */
export function markup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** B7 → row 6, column 1; null where it is no cell. Letters are digits to the base 26 without a zero. */
export function placeOf(reference: string): { row: number; column: number } | null {
  let column = 0;
  let row = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const unit = reference.charCodeAt(i);
    const letter = (unit | 0x20) - 0x60;
    if (unit >= 0x30 && unit <= 0x39 && column > 0) row = row * 10 + unit - 0x30;
    else if (letter >= 1 && letter <= 26 && row === 0) column = column * 26 + letter;
    else if (unit !== 0x24) return null; // $ marks a place that does not move
  }
  return row > 0 && reference.length <= kLongestPlace ? { row: row - 1, column: column - 1 } : null;
}

const kLongestPlace = 16;
