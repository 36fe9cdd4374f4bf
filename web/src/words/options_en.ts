// SPDX-License-Identifier: MIT
import type { OptionWords } from "./options_zh.ts";

export const optionsEn: OptionWords = {
  heading: "Readings of the rule",
  hint: "Where sources differ or the rule is silent another reading can be chosen. It is kept in the project and said with the verdict and on published pages.",
  preset: "{choice} (default)",
  source: "Rule: {source}",
  unsourced: "There is no source to cite; it is this program's default.",
  ask: "Compute what other choices would change",
  turns: "Verdicts change",
  stays: "Verdicts stay",
  numbers: "Numbers change: {numbers}",
  numbersMore: "{numbers} and others, {count} in all",
  numbersOf: "{stage}, {indicator}: coefficient {before} → {after}",
  unitsOf: "{stage}: evaluation units {before} → {after}",
  numbersOfCounties: "Numbers change: {count} counties",
  sameNumbers: "Numbers stay as well",
};
