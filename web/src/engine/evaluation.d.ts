// SPDX-License-Identifier: MIT
//
// The result (junheng.evaluation/1): counties with their stages, how the table was understood, and all issues.

import type { Confidence, Stage, Text, Verdict } from "./terms.d.ts";
import type { Encoding, QuestionKind, RowsOfKind } from "./request.d.ts";
import type { Item, Part, Step, Unit } from "./items.d.ts";

export interface Evaluation {
  schema: "junheng.evaluation/1";
  /** Version of the engine. */
  engine: string;
  /** Null where the request names no known standard; an issue says so. */
  standard: { id: string; title: Text } | null;
  /** Which choice was taken of each option. */
  options?: Record<string, string>;
  /** Names the choices that are not the standard's own, in one sentence; null where all are. */
  chosenOptions?: Text | null;
  /** The worst of the counties. */
  verdict: Verdict;
  /** How each column of the table was understood, in its order. */
  columns: Column[];
  counties: County[];
  /** Only where a table can be read in several ways: what is in doubt takes no part until it is answered. */
  questions?: Question[];
  /** What each line that is not empty was taken for; all lines of all tables are in it. Absent without a standard. */
  rowKinds?: RowsOfKind[];
  /** All issues found; `issues` holds at most the first 10,000. */
  issueCount: number;
  issues: Issue[];
  /** What the bytes of a single table were read as; null for a string, for several, and for bytes that are no text. */
  encoding: Encoding | null;
}

/** No sentence, and nothing that explains itself: for one county as much again as all its numbers. */
export interface EvaluationSummary extends Omit<Evaluation, "chosenOptions" | "counties" | "rowKinds" | "issues"> {
  counties: CountySummary[];
  /** Without a known standard there is nothing but the one that says so, in words. */
  issues: (Omit<Issue, "message"> & { message?: Text })[];
}

export interface CountySummary extends Pick<County, "name" | "province" | "verdict"> {
  parts: Omit<Part, "title" | "reasons" | "items">[];
  stages: (Omit<StageResult, "indicators"> & { indicators: Omit<IndicatorResult, "explanation">[] })[];
}

export interface Question {
  question: QuestionKind;
  sheet: number;
  /** Of the sheet, from 1; 0: of the whole sheet, and of `year` and `previous` of all sheets. */
  row: number;
  message: Text;
  options: { id: string; label: Text; /** What it gives, in the table's own words. */ sample: string | null }[];
  /** The likeliest option; null: none is. */
  proposed: string | null;
  /** What the request answered; null: open. */
  answer: string | null;
}

export interface Column {
  header: string;
  /** Id of the field; null: kept, not used. */
  field: string | null;
  stage: Stage | null;
  /** Unit that its numbers are in; null for texts and where it is not used. */
  unit: string | null;
  /** sure: by its name. asked: like a known name, see `suggestion`; not used. chosen: by the request. */
  match: "sure" | "asked" | "chosen" | "none";
  suggestion: string | null;
  suggestionStage: Stage | null;
}

export interface County {
  /** Null where the table has no column of counties. */
  name: string | null;
  province: string | null;
  verdict: Verdict;
  /** The verdict with all that fails, and the choices that are not the standard's own, in one short text. */
  conclusion: Text;
  parts: Part[];
  /** Shown beside the parts; they do not count for the verdict. */
  supplements: Item[];
  /** One for each stage of the standard, also where the county has no unit of it. */
  stages: StageResult[];
  /** Evaluated units, then what is not evaluated. Absent only where `OpenEvaluation.county` was asked for none. */
  units?: Unit[];
}

export interface StageResult {
  stage: Stage;
  /** Evaluated units and their pupils. */
  units: number;
  pupils: number;
  /** Null where the standard does not judge units. */
  unitsPassing: number | null;
  unitsFailing: number | null;
  unitsUnknown: number | null;
  verdict: Verdict;
  indicators: IndicatorResult[];
  /** Numbers in standards that judge a composite, null in others. */
  compositeCv: number | null;
  compositeCvText: string | null;
  compositeLimit: number | null;
}

export interface IndicatorResult {
  id: string;
  /** Weighted by pupils. */
  mean: number | null;
  /** As people read it, rounded for display only. */
  meanText: string | null;
  standardDeviation: number | null;
  /** Coefficient of variation, weighted by pupils, population form. */
  cv: number | null;
  /** With as many digits as it takes not to contradict the verdict. */
  cvText: string | null;
  /** Null where only the composite is judged; so is `verdict`. */
  cvLimit: number | null;
  verdict: Verdict | null;
  threshold: number | null;
  unitsMeeting: number | null;
  unitsNear: number | null;
  unitsFailing: number | null;
  unitsUnknown: number;
  /** The coefficient was published; there are no schools to compute it from. */
  given: boolean;
  explanation: CoefficientExplanation;
}

export interface CoefficientExplanation {
  /** P, X̄, S and CV; empty where the coefficient is unknown or given, or the stage has more than 1,000 units. */
  steps: Step[];
  rounded?: { text: string; verdict: Verdict } | null;
  source?: Text | null;
  confidence?: Confidence;
}

export interface Issue {
  severity: "error" | "warning" | "note";
  code: string;
  /** logic: must be right (逻辑校验). experience: suspicious (经验校验), may be answered with a remark. */
  tier: "logic" | "experience" | null;
  field: string | null;
  indicator: string | null;
  /** Line of the pasted text; null: the table as a whole. */
  row: number | null;
  sheet?: string | null;
  /** Header of the column. */
  column: string | null;
  /** What stands in the cell; of a total that differs "sum of its rows − total = difference". */
  found: string | null;
  message: Text;
  /** The answer that the request had to it. */
  remark: string | null;
}
