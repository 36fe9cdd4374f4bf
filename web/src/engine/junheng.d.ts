// SPDX-License-Identifier: MIT
//
// The types of the engine module: its door, and all that goes in and comes out by the files below. Written by hand, because
// they are read by people; tests/engine/types.test.mjs walks real results and fails where a key, its presence or its kind
// differs.
//
// New keys may be added in later versions; the meaning of a key never changes. What is not known is `null`: never 0,
// never absent.

import type { Text, Verdict } from "./terms.d.ts";
import type { StandardFault, Standards } from "./standards.d.ts";
import type { EvaluateRequest, OpenRequest, ReadRequest, Reading, Remark, TableRows } from "./request.d.ts";
import type { Evaluation, EvaluationSummary } from "./evaluation.d.ts";
import type { OpenEvaluation } from "./open_evaluation.d.ts";

export type * from "./request.d.ts";
export type * from "./evaluation.d.ts";
export type * from "./items.d.ts";
export type * from "./open_evaluation.d.ts";
export type * from "./standards.d.ts";
export type * from "./terms.d.ts";

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
