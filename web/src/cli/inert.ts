// SPDX-License-Identifier: MIT
//
// Names that strangers wrote, on a terminal: what would move the cursor, change colours or turn the direction of writing
// round is shown and not done.

/** C0 but tab and line feed, DEL and C1, marks of direction, separators of lines that JavaScript knows. */
const kActive = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

export function inert(text: string): string {
  return text.replace(kActive, escaped);
}

/** Of one cell or name: line ends and tabs, too. */
export function inertLine(text: string): string {
  return inert(text).replace(/[\t\n]/g, " ");
}

/** As a reader of JSON it is the same text; JSON.stringify leaves DEL, C1 and marks of direction as they are. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(kActive, escaped);
}
