// SPDX-License-Identifier: MIT
//
// Long because it is the whole contract in one place, which people read from the top.
//
// The types of the engine module. Written by hand, because they are read by people; tests/engine/types.test.mjs walks
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
  /**
   * Never throws for what stands in the table: what is wrong with it is in `issues`. For what takes more memory than
   * there is every method throws an EngineEnded.
   */
  evaluate(request: EvaluateRequest & { detail: "summary" }): EvaluationSummary;
  evaluate(request: EvaluateRequest & { detail?: "full" }): Evaluation;
  /**
   * Evaluates once and keeps the result in the engine, from where it comes out in the pieces that are asked for; for many
   * counties at once, and wherever somebody looks at one thing after another. To be closed: it keeps the tables too.
   */
  open(request: OpenRequest): OpenEvaluation;
  /**
   * The same for a page that is to stay alive meanwhile: behind each step `pause` is called with the share that is done
   * and waited for; where it gives false the evaluation ends there and is null. No step takes more than about a third.
   */
  openInSteps(request: OpenRequest, pause: (share: number) => Promise<boolean>): Promise<OpenEvaluation | null>;
  /**
   * Loads a standard of one's own, as a whole or as the changes to a loaded one (`parent`); see standard.schema.json.
   * An empty list: it is loaded, and `evaluate` knows its id. Else nothing has changed, and all faults are listed.
   */
  addStandard(standard: string | object): StandardFault[];
  /** The rows of a table as they came, each with what it was taken for. */
  read(request: ReadRequest): TableRows;
  /** What other choices of the options would change here. Takes an evaluation for each of them. */
  optionEffects(request: EvaluateRequest): OptionEffects;
  /**
   * What of the decisions of a project (junheng.project/1) is taken; null: it is none. What is of another shape than its
   * kind has is refused, the good rest is kept. The same holds for the decisions of an EvaluateRequest, whose issues
   * then say so (decision_refused).
   */
  decisions(project: string | object): Taken | null;
}

/** The engine ended in the middle of a call; another one, with all standards that were added, takes its place. */
export interface EngineEnded extends Error {
  readonly name: "EngineEnded";
  /** Settles when the next call can be made. */
  readonly again: Promise<void>;
}

export interface Taken {
  /** The whole project as it is taken. */
  project: {
    schema: "junheng.project/1";
    name: string;
    standard: string;
    options: Record<string, string>;
    tables: { name: string; text: string; file?: string }[];
    reading: Reading;
    county: string;
    previous: string;
    remarks: Remark[];
    scenarios: unknown[];
  };
  refused: {
    /** "reading.edits[3].column"; null: of so many more. */
    path: string | null;
    found: string;
    accepted: Text | null;
    message: Text;
  }[];
}

export interface StandardFault {
  /** JSON pointer into the file. */
  path: string;
  /** What would be accepted there. */
  accepted: string;
  message: Text;
}

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

export type Language = "zh" | "en";

/** T with its texts in one language: of each Text only that key is there. */
export type InLanguage<T, L extends Language> = [Language] extends [L]
  ? T
  : T extends readonly (infer U)[]
    ? InLanguage<U, L>[]
    : T extends Text
      ? Omit<T, Exclude<Language, L>>
      : T extends object
        ? { [K in keyof T]: InLanguage<T[K], L> }
        : T;

/** Both languages where nothing is said. */
export interface Told<L extends Language> {
  language?: L;
}

/**
 * An evaluation that is kept. What it hands out is a copy and stays good; after close() every method throws an Error,
 * and nothing else throws: a county, a unit or a place that is not there is null.
 */
export interface OpenEvaluation {
  readonly closed: boolean;
  /** How many; each is asked for by its place from 0, in the order of `Evaluation.counties`. */
  readonly countyCount: number;
  readonly issueCount: number;
  /** Everything of an Evaluation but its counties and its issues. */
  head<L extends Language = Language>(told?: Told<L>): InLanguage<Omit<Evaluation, "counties" | "issues">, L>;
  /** All counties as columns of numbers. */
  summary(): Summary;
  /** One of `Evaluation.counties`, with all its units unless `units` is false, and `explain` as evaluate() takes it. */
  county<L extends Language = Language>(
    county: number,
    asked?: Told<L> & { units?: boolean; explain?: boolean },
  ): InLanguage<County, L> | null;
  /** The units of one county, or of all, as columns of numbers; `shares` adds `cvShare`. */
  units(county?: number, asked?: { shares?: boolean }): UnitColumns | null;
  /** `count` (100 where nothing is said) of the issues, in the order of their lines, without the first `from`. */
  issues<L extends Language = Language>(from?: number, count?: number, told?: Told<L>): InLanguage<Issue, L>[];
  /** The one thing at this place with all that explains it, as it stands in a full Evaluation. */
  explain<P extends Place, L extends Language = Language>(place: P, told?: Told<L>): InLanguage<Explained<P>, L> | null;
  /** Frees the memory of the evaluation and its tables. May be called again. */
  close(): void;
}

/** Counties and units count from 0 as in the columns; all else by its id. */
export type Place =
  | { county: number; unit: number; indicator: string }
  | { county: number; unit: number }
  | { county: number; stage: Stage; indicator: string }
  | { county: number; part: string }
  | { county: number; item: string };
export type Explained<P extends Place> = P extends { unit: number; indicator: string }
  ? UnitValue
  : P extends { unit: number }
    ? Unit
    : P extends { stage: Stage }
      ? IndicatorResult
      : P extends { part: string }
        ? Part
        : Item;

/** What the bytes of columns stand for: `codes.verdict[column.verdict[i]]`. Null: not judged. */
export interface Codes {
  readonly verdict: readonly (ValueVerdict | null)[];
  readonly stage: readonly Stage[];
  readonly status: readonly Unit["status"][];
  readonly origin: readonly UnitValue["origin"][];
}

/** Texts that are made when they are read; null where the table has none. */
export interface TextColumn {
  readonly length: number;
  at(index: number): string | null;
  /** The first place; -1 where it is none of them. */
  indexOf(text: string): number;
}

/**
 * Numbers of all counties. Arrays have a place for each county, times each part, stage, or stage and indicator, of which
 * the last runs fastest: `byIndicator.cv[(county * stages.length + stage) * indicators.length + indicator]`.
 * What is not known is NaN among Float64; counts are 0 where the standard judges no units (`Standard.unitRule`).
 */
export interface Summary {
  readonly codes: Codes;
  /** The worst of the counties. */
  readonly verdict: Verdict;
  readonly counties: TextColumn;
  readonly provinces: TextColumn;
  /** Ids, in the order of the arrays. */
  readonly parts: readonly string[];
  readonly stages: readonly Stage[];
  readonly indicators: readonly string[];
  readonly byCounty: { readonly verdict: Uint8Array };
  readonly byPart: { readonly verdict: Uint8Array };
  readonly byStage: {
    readonly verdict: Uint8Array;
    readonly units: Uint32Array;
    readonly pupils: Float64Array;
    readonly unitsPassing: Uint32Array;
    readonly unitsFailing: Uint32Array;
    readonly unitsUnknown: Uint32Array;
    readonly compositeCv: Float64Array;
  };
  readonly byIndicator: {
    readonly mean: Float64Array;
    readonly standardDeviation: Float64Array;
    readonly cv: Float64Array;
    readonly verdict: Uint8Array;
    readonly unitsMeeting: Uint32Array;
    readonly unitsNear: Uint32Array;
    readonly unitsFailing: Uint32Array;
    readonly unitsUnknown: Uint32Array;
    /** 1: the coefficient was published. */
    readonly given: Uint8Array;
  };
  /** The same in every county: by stage, and by stage and indicator. */
  readonly limits: {
    readonly compositeCv: Float64Array;
    readonly cv: Float64Array;
    readonly threshold: Float64Array;
  };
}

/** Units in the order of `County.units`, one array for each of their keys; a county's are those from begin[county] on. */
export interface UnitColumns {
  readonly codes: Codes;
  readonly length: number;
  /** For each county that was asked for where it begins, and the end of the last. */
  readonly begin: Uint32Array;
  /** Within its sheet, from 1. */
  readonly row: Uint32Array;
  /** From 0. */
  readonly sheet: Uint16Array;
  /** 255: no stage. */
  readonly stage: Uint8Array;
  readonly status: Uint8Array;
  readonly divided: Uint8Array;
  /** NaN: not known. */
  readonly pupils: Float64Array;
  /** 255: the standard has no thresholds, or the unit is not evaluated. */
  readonly meeting: Uint8Array;
  readonly verdict: Uint8Array;
  readonly indicators: readonly {
    readonly id: string;
    /** NaN: not known, and for what is not evaluated. */
    readonly value: Float64Array;
    readonly verdict: Uint8Array;
    readonly origin: Uint8Array;
    /** Null unless it was asked for. */
    readonly cvShare: Float64Array | null;
  }[];
  /** Of the schools. Asks the evaluation, which must still be open. */
  names(): TextColumn;
}

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

export type QuestionKind = "year" | "previous" | "header" | "delimiter" | "direction" | "sum_row" | "stage" | "county";

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

/** One for each option of the standard. */
export type OptionEffects = {
  option: string;
  chosen: string;
  /** The choices that are not taken. */
  others: OptionEffect[];
}[];

export interface OptionEffect {
  choice: string;
  /** The worst of the counties, with this choice. */
  verdict: Verdict;
  message: Text;
  /** Those in which a verdict would be another one. */
  counties: {
    name: string | null;
    before: Verdict;
    after: Verdict;
    parts: VerdictTurn[];
    /** Of the parts and the supplements. */
    items: VerdictTurn[];
    /** Units whose verdict would be another one, or that would come or go. */
    units: number;
  }[];
}

export interface VerdictTurn {
  id: string;
  before: Verdict;
  after: Verdict;
}

export type Standards = Standard[];

export interface Standard {
  id: string;
  title: Text;
  document: Text;
  /** Only of one that did not come with the engine: which built-in one it is made from, and all that it says otherwise. */
  own?: {
    parent: string | null;
    message: Text;
    changes: {
      kind: "changed" | "removed" | "added";
      /** By names and ids: "/indicators/degree/threshold/primary/value". */
      path: string;
      before: string | null;
      after: string | null;
    }[];
  };
  stages: Stage[];
  indicators: Indicator[];
  unitRule: CountRule | null;
  /** Whether each coefficient is judged, or their mean. */
  balance: "each" | "composite";
  compositeLimits: ByStage<Limit | null>;
  splitRatios: ({ id: string; weights: ByStage<number> } & Sourced)[];
  /** onlyWhen: the choice without which it does not count; null: it always does. */
  exclusions: ({
    id: string;
    type: Text;
    pupilsBelow: number | null;
    onlyWhen: { option: string; choice: string } | null;
  } & Sourced)[];
  options: OptionRule[];
  /** schoolRule: how many of the items each school has to meet; null: all of them. */
  parts: { id: string; title: Text; schoolRule: CountRule | null; items: ItemRule[] }[];
  supplements: ItemRule[];
}

/** So many met, and none of the rest below the floor: a share of what is asked. */
export interface CountRule extends Sourced {
  meetAtLeast: number;
  floor: number;
  floorText: string;
}

/** Source and confidence are those of the default. */
export interface OptionRule extends Sourced {
  id: string;
  title: Text;
  default: string;
  choices: { id: string; title: Text; warning: Text | null }[];
}

export interface ItemRule extends Sourced {
  id: string;
  title: Text;
  rule: Text;
  points: number | null;
  /** A condition of entry: a county that does not meet it is not recognised; where nothing is said, nothing follows. */
  entry: boolean;
  checks: {
    id: string;
    title: Text;
    basis: "attested" | "computed";
    optional: boolean;
    /** The quantities it can be computed from. With one that is `otherwise` another way to the same value begins. */
    fields: {
      id: string;
      label: Text;
      unit: Text;
      kind: "count" | "amount" | "percent" | "flag";
      otherwise: boolean;
    }[];
    /** That all its ways have in common, as people read it ("95 %"): the one that a standard of one's own may change. */
    limit: (Limit & { compare: "atLeast" | "above" | "atMost" | "below" }) | null;
    /**
     * Where it asks something else of a stage, of a kind of school or by another way: each that has a name in the file. One
     * that several ways have stands once for each of them.
     */
    limits: NamedLimit[];
  }[];
}

/** The name is that of a standard of one's own: `"limits": [{ "id": "others", "value": "2200", … }]`. */
export interface NamedLimit extends Limit {
  id: string;
  compare: "atLeast" | "above" | "atMost" | "below";
  stage: Stage | null;
  onlyWhen: { option: string; choice: string } | null;
  /** The kind of school, the first of several; empty: of all. */
  schools: Text;
  /** Under which condition, and else of what it is the limit. */
  about: Text;
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
  confidence: Confidence;
}

export type Confidence = "R" | "S" | "I" | "M";
