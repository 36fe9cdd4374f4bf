// SPDX-License-Identifier: MIT
//
// The types of the engine module. Written by hand, because they are read by people; tests/web/types.test.mjs walks
// real results and fails where a key, its presence or its kind differs.
//
// New keys may be added in later versions; the meaning of a key never changes. What is not known is `null`: never 0,
// never absent.

/** Loads the engine. It finds `junheng.wasm` beside itself, in Node as in a browser. */
export function loadJunheng(options?: LoadOptions): Promise<Junheng>;

export interface LoadOptions {
  /** Where the .wasm file is, or its bytes, if it does not lie beside the module. */
  wasm?: URL | ArrayBuffer | Uint8Array<ArrayBuffer>;
}

export interface Junheng {
  /** "x.y.z" */
  readonly version: string;
  standards(): Standards;
  /** Never throws for what stands in the table: what is wrong with it is in `issues`. */
  evaluate(request: EvaluateRequest): Evaluation;
}

export interface EvaluateRequest {
  /** TSV or CSV with a header. Bytes may be UTF-8, UTF-16 or GB18030. */
  table: string | Uint8Array;
  /** Id of a standard; "quality-2017" where nothing is said. */
  standard?: string;
  /** "summary" leaves out the units. "full" where nothing is said. */
  detail?: "full" | "summary";
}

export type Verdict = "pass" | "fail" | "unknown";
/** Of a single value: near is below the threshold and at or above 85 % of it. */
export type ValueVerdict = Verdict | "near";
export type Stage = "primary" | "middle" | "senior";

/** One text in both languages. */
export interface Text {
  zh: string;
  en: string;
}

export interface Evaluation {
  schema: "junheng.evaluation/1";
  /** Version of the engine. */
  engine: string;
  /** Null where the request names no known standard; an issue says so. */
  standard: { id: string; title: Text } | null;
  /** The worst of the counties. */
  verdict: Verdict;
  /** How each column of the table was understood, in its order. */
  columns: Column[];
  counties: County[];
  /** All issues found; `issues` holds at most the first 10,000. */
  issueCount: number;
  issues: Issue[];
  /** What the bytes were read as; null for a string, and for bytes that are no text. */
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | null;
}

export interface Column {
  header: string;
  /** Id of the field; null: kept, not used. */
  field: string | null;
  stage: Stage | null;
}

export interface County {
  /** Null where the table has no column of counties. */
  name: string | null;
  province: string | null;
  verdict: Verdict;
  parts: Part[];
  /** One for each stage of the standard, also where the county has no unit of it. */
  stages: StageResult[];
  /** Evaluated units, then what is not evaluated. Absent in a summary. */
  units?: Unit[];
}

export interface Part {
  id: string;
  title: Text;
  verdict: Verdict;
  reasons: Reason[];
}

export interface Reason {
  code: string;
  stage: Stage | null;
  indicator: string | null;
  message: Text;
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
}

export interface Unit {
  school: string | null;
  /** Line of the pasted text, the first being 1. */
  row: number;
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
  /** As people read it. */
  text: string | null;
  threshold: number | null;
  verdict: ValueVerdict | null;
  /** The unit's share of CV²; those of a stage's indicator add up to 1. */
  cvShare: number | null;
  /** How the value came about. split_fallback: a whole-school number that should be given by stage. */
  origin: "reported" | "split" | "split_fallback" | "missing";
}

export interface Issue {
  severity: "error" | "warning" | "note";
  code: string;
  /** Line of the pasted text; null: the table as a whole. */
  row: number | null;
  /** Header of the column. */
  column: string | null;
  /** What stands in the cell. */
  found: string | null;
  message: Text;
}

export type Standards = Standard[];

export interface Standard {
  id: string;
  title: Text;
  document: Text;
  stages: Stage[];
  indicators: Indicator[];
  unitRule: ({ meetAtLeast: number; floor: number } & Sourced) | null;
  /** Whether each coefficient is judged, or their mean. */
  balance: "each" | "composite";
  compositeLimits: ByStage<Limit | null>;
  splitRatios: ({ id: string; weights: ByStage<number> } & Sourced)[];
  exclusions: ({ id: string; type: Text; pupilsBelow: number | null } & Sourced)[];
  parts: { id: string; title: Text }[];
}

export interface Indicator {
  id: string;
  title: Text;
  shortTitle: Text;
  unit: Text;
  /** Per so many pupils. */
  per: number;
  wholeSchool: "split" | "fallback";
  /** Alternatives; the first whose columns the table has is used. Each is a sum of fields. */
  fields: { id: string; label: Text; sign: "+" | "-" }[][];
  thresholds: ByStage<Limit | null>;
  cvLimits: ByStage<Limit | null>;
}

/** Keys are the stages that the standard speaks of. */
export type ByStage<T> = { [stage in Stage]?: T };

export interface Limit extends Sourced {
  value: number;
  /** The limit as it is written in the rule. */
  text: string;
}

export interface Sourced {
  /** Where the rule stands; null where it is a default that cannot be cited. */
  source: Text | null;
  /** R rule text, S secondary, I inferred, M remembered. */
  confidence: "R" | "S" | "I" | "M";
}
