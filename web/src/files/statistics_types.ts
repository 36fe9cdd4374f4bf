// SPDX-License-Identifier: MIT
//
// What is known of a form of the education statistics, and what is said of a sheet that is one.

/** Cells of the upper left corner of a sheet; absent ones are empty. */
export type Corner = readonly (readonly (string | undefined)[])[];

export interface Statistics {
  /** As printed: 教基4155. */
  readonly form: string;
  readonly edition: string;
  /** How far they may be trusted, to be shown with the table. */
  readonly testedOn: { readonly zh: string; readonly en: string };
  /** A header and one school, as text with tabs; null where the school has no name or nothing could be read. */
  readonly table: string | null;
  /** All cells that were looked at, to be compared with the sheet by a person. */
  readonly cells: readonly StatisticsCell[];
  readonly notes: readonly StatisticsNote[];
}

export interface StatisticsCell {
  readonly field: string;
  readonly stage: string | null;
  readonly cell: string;
  readonly found: string;
}

export type StatisticsNoteCode =
  /** The label of the school's name, or the name, is not there. */
  | "no_school"
  /** The form has this id, but in a layout of which no address is known; `found` names it. */
  | "other_layout"
  /** Beside or above the cell there is not what has to be; `found` is what is there. */
  | "label_missing"
  /** No label of this row is known: whether the sheet has been shifted cannot be seen. */
  | "unchecked"
  /** The cell is one of the numbers of the columns. */
  | "column_codes"
  /** Some addends are numbers and this one is blank: whether the form prints nothing for zero is not known. */
  | "blank"
  | "not_a_number"
  /** Read, but see `doubt`. */
  | "doubtful";

export interface StatisticsNote {
  readonly code: StatisticsNoteCode;
  readonly form: string;
  readonly cell: string | null;
  readonly found: string;
  readonly doubt?: { readonly zh: string; readonly en: string };
}

export interface Address {
  readonly at: string;
  /** Words of the labels of its row or column; the last one is the cell's own, the others may stand for several. */
  readonly left?: readonly string[] | undefined;
  readonly above?: readonly string[] | undefined;
}

export interface Form {
  readonly id: string;
  readonly edition: string;
  readonly otherLayouts?: readonly string[] | undefined;
  readonly quantities: readonly {
    readonly field: string;
    readonly stage?: string | undefined;
    readonly unit?: string | undefined;
    readonly cells: readonly Address[];
    readonly doubt?: { readonly zh: string; readonly en: string } | undefined;
  }[];
}
