// SPDX-License-Identifier: MIT
//
// Parts, items and units of a county, each with what explains it: numbers, words of the rule, cells.

import type { Confidence, Sourced, Stage, Text, ValueVerdict, Verdict } from "./terms.d.ts";

export interface Part {
  id: string;
  title: Text;
  verdict: Verdict;
  reasons: Reason[];
  /** Points and their limit, in parts that judge a score. */
  score?: number | null;
  scoreLimit?: number;
  /** As people read them, with as many digits as it takes not to contradict the verdict. */
  scoreText?: string | null;
  scoreLimitText?: string;
  items: Item[];
}

export interface Reason {
  code: string;
  stage: Stage | null;
  indicator: string | null;
  item: string | null;
  message: Text;
}

export interface Item {
  id: string;
  title: Text;
  verdict: Verdict;
  /** From numbers, by the county's word, or both; null: nothing was given. */
  basis: "computed" | "attested" | "both" | null;
  points?: number | null;
  fullPoints?: number | null;
  /** Words of the rule. */
  rule: Text;
  source: Text | null;
  confidence: Confidence;
  checks: Check[];
}

export type Check = ComputedCheck | AttestedCheck;

export interface AttestedCheck {
  id: string;
  title: Text;
  basis: "attested";
  verdict: Verdict | null;
  message: Text;
  stated: "yes" | "no" | null;
  /** What the county says of its evidence. */
  note: string | null;
}

export interface ComputedCheck {
  id: string;
  title: Text;
  basis: "computed";
  /** Null: only shown, or skipped because nothing is given. */
  verdict: Verdict | null;
  message: Text;
  /** For whom the value is taken; null where nothing is given. */
  scope: "county" | "stage" | "school" | "unit" | null;
  compare: "atLeast" | "above" | "atMost" | "below" | null;
  series: "rises" | "notFalls" | "faster" | "above" | null;
  /** How many were judged, and how many of them fail or are unknown. */
  subjects: number;
  failing: number;
  unknown: number;
  /** County and stages: all. Schools and units: those that fail, are unknown or use an exemption; at most 200. */
  judged: Judged[];
  /** What other choices of an option would give. */
  variants: Variant[];
}

export interface Judged {
  stage: Stage | null;
  year: number | null;
  school: string | null;
  row: number | null;
  sheet?: string | null;
  verdict: Verdict;
  /** Not rounded; shares as fractions. */
  value: number | null;
  /** As people read it, with as many digits as it takes not to contradict the verdict: "0.1496" below a limit of 0.15,
   * "2499.9999…" where no digit can tell. "≥ 3": it fails, whatever the numbers are that are missing (`value` is null). */
  text: string | null;
  limit: number | null;
  limitText: string | null;
  exemptions: Exemption[];
  /** The numbers put in. It comes to `value`, or has a "?" for what is missing and `value` is null; nothing is a value
   * that is divided by 0. */
  formula: string;
  /** Of series: the two years, and what they are compared with. */
  steps?: Step[];
  /** The numbers of the formula; of what is unknown also those that would decide it, as of an exemption. */
  cells: Cell[];
  /** What the rounded value would say; absent where there is no limit. */
  rounded?: { text: string; verdict: Verdict } | null;
  source?: Text | null;
  confidence?: Confidence;
}

export interface Exemption extends Sourced {
  id: string;
  title: Text;
}

/** Formulas use numbers, names of earlier steps, brackets and + − × ÷ √ ². */
export interface Step {
  name: string;
  formula: string;
  value: number | null;
}

/** Where a number came from. */
export interface Cell {
  field: string;
  label: Text;
  stage: Stage | null;
  from: "fact" | "cell" | "enrolment" | "sum" | "nowhere";
  value: string | null;
  /** Line of the table, or of the county's facts. */
  row: number | null;
  sheet?: string | null;
  column: string | null;
  found: string | null;
}

export interface Variant {
  option: string;
  choice: string;
  title: Text;
  warning: Text | null;
  verdict: Verdict | null;
  value: number | null;
}

export interface Unit {
  school: string | null;
  /** Line of the pasted text, the first being 1; the column of its sheet where a school is a column. */
  row: number;
  /** Where there are several: whose line it is. */
  sheet?: string | null;
  stage: Stage | null;
  pupils: number | null;
  status: "evaluated" | "excluded" | "unplaced";
  /** One of several stages of its school. */
  divided: boolean;
  /** Thresholds met; null where the standard has none. */
  meeting: number | null;
  verdict: Verdict | null;
  /** One for each indicator of the standard; empty for what is not evaluated. */
  values: UnitValue[];
  /** Why it is not evaluated; absent for evaluated units. */
  reason?: { code: string; zh: string; en: string };
}

export interface UnitValue {
  id: string;
  value: number | null;
  /** As people read it: never across the threshold, or across the floor below it, to where the value is not. */
  text: string | null;
  threshold: number | null;
  verdict: ValueVerdict | null;
  /** The unit's share of CV²; those of a stage's indicator add up to 1. */
  cvShare: number | null;
  /** How the value came about. split_fallback: a whole-school number that should be given by stage. given: a value per
   * pupil that stands in the table. */
  origin: "reported" | "split" | "split_fallback" | "given" | "missing";
  /** Of the resource to reach the threshold, rounded up to what can be had. Only where the request asks for explanations;
   * absent where nothing is missing, or nobody knows how much. */
  lacks?: { text: string; unit: Text };
  /** Only where the request asks for it; null where the table has no column for it. */
  explanation?: ValueExplanation | null;
}

export interface ValueExplanation {
  formula: string;
  cells: Cell[];
  exemptions: Exemption[];
  rounded?: { text: string; verdict: Verdict } | null;
  source?: Text | null;
  confidence?: Confidence;
  variants: { option: string; choice: string; title: Text; value: number | null }[];
}
