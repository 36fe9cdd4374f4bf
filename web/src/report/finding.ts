// SPDX-License-Identifier: MIT
//
// What the check of a report hands out.

import type { Figure } from "./figures.ts";
import type { Paragraph, Sentence } from "./text.ts";

export type Agreement = "agree" | "differ" | "undecided";

export type CheckId =
  | "ratio" // counts with their ratios
  | "growth" // growth, increase, series that are said to rise
  | "sum" // sums with their parts
  | "all_met" // “N 项均达标” against the items below
  | "limit" // limits that are said to be met
  | "whole" // percentages that no whole number gives
  | "unit" // units off by 10,000, products and quotients
  | "lost" // lost separators and characters
  | "two" // two figures for one thing
  | "order"; // one thing that is said to be above another

/** Where in `CheckedReport.text`; paragraphs and sentences count from 1. */
export interface ReportPlace {
  readonly paragraph: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

export interface Finding {
  readonly check: CheckId;
  readonly agreement: Agreement;
  /** The sentence to say about it: a key of the words of reports. */
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
  /** “174 ÷ 598 = 29.10%”; empty where nothing was computed. */
  readonly arithmetic: string;
  readonly place: ReportPlace;
  /** The other numbers of the arithmetic, where they stand elsewhere. */
  readonly others: readonly ReportPlace[];
  /** The whole sentence of `place`. */
  readonly sentence: string;
}

export interface CheckedReport {
  /** The text as it was read: lines joined, full-width digits as digits. Places are places in it. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
  /** In the order of their places. */
  readonly findings: readonly Finding[];
}

/** A fact of the county that the report states, to be confirmed by a person. */
export interface Offered {
  readonly id: string;
  readonly label: string;
  readonly stage: "primary" | "middle" | "";
  /** As the report prints it; of several that make up one fact their sum. */
  readonly text: string;
  /** In the unit of the fact: 115.8万元 is 1158000; a percentage keeps its sign. */
  readonly value: string;
  readonly unit: string;
  /** Where it stands: a number, or the conclusion of an item. */
  readonly figure: Pick<Figure, "sentence" | "start" | "text">;
}
