// SPDX-License-Identifier: MIT
//
// What is said of the work that is kept, in the bar and wherever it is listed.

import type { KeepState } from "../../keep/keeper.ts";
import type { LanguageId } from "../../kit/language.ts";
import { fill } from "../../words/fill.ts";
import type { Words } from "../../words/app_zh.ts";

/** `when`: 0 where the clock was broken. */
export function timeOf(when: number, words: Words, language: LanguageId): string {
  if (when === 0) return words.keep.timeUnknown;
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(when);
}

/** One sentence: whether the work is safe. */
export function stateSentence(state: KeepState, words: Words, language: LanguageId): string {
  const { keep } = words;
  switch (state.is) {
    case "kept":
      return fill(keep.kept, { time: timeOf(state.when, words, language) });
    case "copied":
      return fill(keep.copied, { time: timeOf(state.when, words, language) });
    default:
      return keep[state.is];
  }
}
