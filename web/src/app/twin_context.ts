// SPDX-License-Identifier: MIT
//
// What every piece of the twin needs to say something.

import type { Standard, Verdict } from "../engine/junheng.d.ts";
import type { LanguageId } from "./language.ts";
import type { Words } from "./words/zh.ts";

export interface TwinContext {
  readonly words: Words;
  readonly language: LanguageId;
  readonly standard: Standard;
}

export function verdictWord(words: Words, verdict: Verdict | "near" | null): string {
  return words.verdict[verdict ?? "none"];
}
