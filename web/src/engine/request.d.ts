// SPDX-License-Identifier: MIT
//
// What the engine is asked: tables, how a person corrected their reading, what the county states; and how a table was
// read.

import type { ByStage, Text } from "./terms.d.ts";

export interface EvaluateRequest {
  /**
   * The schools: TSV, CSV or HTML as the clipboard has it, with titles, headers of several rows, totals and remarks as
   * they come, or several of these. Bytes may be UTF-8, UTF-16, GB18030 or Big5. May be left out for facts alone.
   */
  table?: Tables;
  /** What the bytes of a single table are, where the guess is wrong. */
  encoding?: Encoding;
  /** What a person decided about the tables. */
  reading?: Reading;
  /** Id of a standard; "quality-2017" where nothing is said. */
  standard?: string;
  /** "summary" has counties, verdicts of parts and numbers of stages, and no sentences. "full" where nothing is said. */
  detail?: "full" | "summary";
  /** Also explains every value of every unit; items and coefficients of a full answer explain themselves anyway. */
  explain?: boolean;
  /**
   * What the county states: an object (several counties: a list of objects with `name`), or a table of name, unit and
   * value as text. Keys are ids, names as forms print them, or ids of items ("G1"); see README.
   */
  county?: string | Uint8Array | CountyFacts | CountyFacts[];
  /** The schools' table of the year before: what has jumped since is pointed out. */
  previous?: string | Uint8Array;
  /** Readings of the rule on which sources differ: option and choice, as `standards()` lists them. */
  options?: Record<string, string>;
  /** Answers to suspicious numbers (经验校验); each comes back with its issue. */
  remarks?: readonly Remark[];
}

/** As evaluate() takes it; what is said of details is asked piece by piece. */
export type OpenRequest = Omit<EvaluateRequest, "detail" | "explain">;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";

/** One table, or several that are read as one: rows of the same school are put together. */
export type Tables = string | Uint8Array | readonly SheetInput[];

export interface SheetInput {
  /** Of the file, for messages. */
  file?: string;
  /** Of the sheet, for messages. */
  name?: string;
  table: string | Uint8Array;
  encoding?: Encoding;
}

/** Corrections of how tables were read. Rows count from 1 within their sheet, sheets and columns from 0. */
export interface Reading {
  /** Cells as they should be; columns as in the sheet. */
  edits?: readonly { sheet?: number; row: number; column: number; text: string }[];
  /** What a column of `Evaluation.columns` is; an empty field: not used. */
  columns?: readonly { column: number; field: string; stage?: string; unit?: string }[];
  leftOut?: readonly { sheet?: number; row: number }[];
  /** Answers to `Evaluation.questions`, by what they ask and where. */
  answers?: readonly { question: QuestionKind; sheet: number; row: number; option: string }[];
  /** The rows of the header of one sheet, where it was not found. */
  header?: { sheet?: number; row: number; last: number };
}

export type QuestionKind = "year" | "previous" | "header" | "delimiter" | "direction" | "sum_row" | "stage" | "county";

export interface ReadRequest {
  table: Tables;
  encoding?: Encoding;
  reading?: Reading;
  /** Whose rows are given: `count` of those that are not empty, without the first `from`. 200 where nothing is said. */
  sheet?: number;
  from?: number;
  count?: number;
  /** Begins at this row of the sheet, whatever `from` says. */
  row?: number;
  /** Gives cells after the corrections of `reading`. */
  corrected?: boolean;
  /** Also says what a column can be. */
  fields?: boolean;
}

export interface TableRows {
  fields?: {
    id: string;
    label: Text;
    /** May stand once per stage. */
    staged: boolean;
    /** Its own unit first. */
    units: string[];
  }[];
  sheets: {
    name: string | null;
    /** A school a column. */
    transposed: boolean;
    /** Rows that are not empty. */
    rows: number;
    /** Of the sheets before it: where rows are counted on from sheet to sheet, as in scenarios. */
    rowsBefore: number;
  }[];
  rows: {
    row: number;
    kind: RowKind;
    /** As they came; with `corrected` as they should be. */
    cells: string[];
  }[];
}

export type RowKind =
  | "school"
  | "total"
  /** Means, deviations, what is asked of schools. */
  | "statistic"
  | "header"
  | "title"
  | "codes"
  | "note"
  | "ellipsis"
  /** A stage, type or county that holds for the rows below. */
  | "group"
  /** Names nothing, and has nothing but zeros. */
  | "zeros"
  /** Of a table that has no schools. */
  | "other_table"
  /** Of a table by stage, town, county or year. */
  | "summary"
  /** Of a year that is not evaluated. */
  | "other_year"
  /** None of these: an issue names it. */
  | "aside"
  | "blank"
  | "left_out";

/** The lines of one kind, of one table. */
export interface RowsOfKind {
  /** Where there are several tables. */
  sheet?: string | null;
  kind: RowKind;
  count: number;
  /** First and last line of each run; lines that hold nothing may stand between them. */
  rows: number[][];
}

export interface CountyFacts {
  name?: string;
  /** Published coefficients, by stage and indicator, where there is no table of schools. */
  coefficients?: ByStage<Record<string, Fact>>;
  /** Points by item, in standards that judge a score. */
  scores?: Record<string, Fact>;
  items?: Record<string, Fact>;
  facts?: Record<string, Fact>;
  [fact: string]: unknown;
}

/** A number or yes and no, as it is or with unit and note; or one for each stage or year. */
export type Fact =
  | number
  | string
  | boolean
  | null
  | { value: number | string | boolean | null; unit?: string; note?: string }
  | { [stageOrYear: string]: number | string | null };

export interface Remark {
  code: string;
  /** Of which table; the first where nothing is said. */
  sheet?: number;
  row?: number | null;
  indicator: string | null;
  text: string;
}
