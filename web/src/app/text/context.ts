// SPDX-License-Identifier: MIT
//
// What every piece of the text view needs to say something.

import type { Evaluation, Limit, Standard, Verdict } from "../../engine/junheng.d.ts";
import type { LanguageId } from "../../kit/language.ts";
import { printedLimit } from "../../kit/printed_limit.ts";
import type { Words } from "../../words/app_zh.ts";
import type { SharedWords } from "../../words/shared_zh.ts";
import type { TextWords } from "../../words/text_zh.ts";
import type { TrialActions } from "../trial/actions.ts";
import type { Looked } from "./looked.ts";

/** Those of the page, which are there already, and those that come with the text view. */
export type AllWords = Words & TextWords;

export interface TextContext {
  readonly words: AllWords;
  readonly language: LanguageId;
  readonly standard: Standard;
  /** Of the tables, for the line under a picture. */
  readonly name: string;
  /** Stands before the names of tables where there are those of several counties; empty with one. */
  readonly whose: string;
  /** Pixels that a picture may be wide. */
  readonly width: number;
  /** What a person looks at, and what stays so when all is drawn anew. */
  readonly looked: Looked;
  readonly trial: TrialActions;
  /** Of the result: which years its tables have. */
  readonly questions: Evaluation["questions"];
}

export function limitOf(limit: Limit | null | undefined, { notKnown }: SharedWords): string {
  return limit == null ? notKnown : printedLimit(limit.text);
}

export function verdictWord(words: SharedWords, verdict: Verdict | "near" | null): string {
  return words.verdict[verdict ?? "none"];
}
