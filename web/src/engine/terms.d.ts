// SPDX-License-Identifier: MIT
//
// What every part of the contract speaks of: verdicts, stages, texts in both languages, limits and where they stand.

export type Verdict = "pass" | "fail" | "unknown";
/** Of a single value: near is below the threshold and at or above 85 % of it. */
export type ValueVerdict = Verdict | "near";
export type Stage = "primary" | "middle" | "senior";

/** One text in both languages. */
export interface Text {
  zh: string;
  en: string;
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
