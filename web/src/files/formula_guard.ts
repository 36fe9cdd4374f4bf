// SPDX-License-Identifier: MIT
//
// A school called =1+1 stays a name. Spreadsheets compute what begins with one of a few signs, whatever quotes stand
// around it, and what is computed may call programs (DDE) or addresses; so every text that goes out as a cell of CSV or
// of the clipboard gets an apostrophe in front, which they take for "this is text". The engine takes it off again when it
// reads such a table (core/src/table/formula_guard.cpp): the data come back as they were.

/** White space in any form, control characters and marks that nobody sees; programs drop them before they look. */
const kUnseen =
  "[\\0-\\x20\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\u{e0000}-\\u{e0fff}]";
/** The signs, in full width too, which Chinese versions make half; behind apostrophes, because the reader takes one off. */
const kFormula = new RegExp(`^'*(?:[\\t\\r\\n]|${kUnseen}*[=+\\-@＝＋－＠﹢﹣﹦﹫])`, "u");
/** -3.5, +1, －85％, -1,234.5: the same number in every program. */
const kNumber = new RegExp(
  `^${kUnseen}*[+\\-＋－][\\d０-９][\\d０-９,，]*(?:[.．][\\d０-９]+)?${kUnseen}?[%％‰]?${kUnseen}*$`,
  "u",
);
/** Dashes alone stand for no value. */
const kNoValue = new RegExp(`^${kUnseen}*[-－﹣][-－﹣ ]*$`, "u");
/** Of a number or a mark; longer texts are neither. */
const kLongest = 64;

/** Whether a spreadsheet would compute it. */
export function isFormula(text: string): boolean {
  if (!kFormula.test(text)) return false;
  return text.length > kLongest || /^[\t\r\n]/.test(text) || !(kNumber.test(text) || kNoValue.test(text));
}

/** As it may go out. */
export function guarded(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** What was done to a table, so that it can be said. */
export interface Guards {
  readonly count: number;
  /** Row and column from 1; null: none. */
  readonly first: { readonly row: number; readonly column: number; readonly text: string } | null;
}

export const kNoGuards: Guards = { count: 0, first: null };

export function guardsOf(cells: readonly (readonly string[])[]): Guards {
  let count = 0;
  let first: Guards["first"] = null;
  cells.forEach((line, row) => {
    line.forEach((text, column) => {
      if (!isFormula(text)) return;
      count += 1;
      first ??= { row: row + 1, column: column + 1, text };
    });
  });
  return { count, first };
}
