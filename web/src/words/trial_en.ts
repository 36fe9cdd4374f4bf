// SPDX-License-Identifier: MIT

import type { TrialWords } from "./trial_zh.ts";

export const trialEn: TrialWords = {
  whatIf: {
    hint: "Change one number of this school and see what becomes of verdicts and coefficients. The table and its verdict stay as they are.",
    number: "Which number",
    choice: "{header}: now {found}",
    blank: "blank",
    value: "If it were",
    onlyNumbers: "A number, such as 12 or 3.5",
    run: "Compute",
    working: "Computing…",
    none: "This school has no number that can be changed.",
    cannot:
      "Where this number stands in the table is not certain, so it cannot be assumed here; its cell can be corrected in what was read.",
    failed: "It could not be computed: {reason}",
    caption: "What if: {school}, {header} {before} → {after}",
    what: "Item",
    before: "Now",
    after: "What if",
    change: "Change",
    unit: "{stage}: verdict of the school",
    meeting: "{verdict} ({meeting} thresholds met)",
    indicator: "{stage}: {indicator}",
    cv: "{stage}: coefficient of {indicator} (limit {limit})",
    composite: "{stage}: composite coefficient (limit {limit})",
    county: "{county}: verdict",
    same: "the same",
    up: "up by {amount}",
    down: "down by {amount}",
    turns: "becomes: {verdict}",
    gone: "not evaluated",
    keep: "Keep as a scenario",
    name: "{school} {header} {after}",
    kept: 'Kept as the scenario "{name}", saved with the project; it can be changed further among the what-ifs of the workbench.',
  },
  years: {
    hint: "Each year is evaluated by itself, by the same standard and the same readings of it.",
    now: "This year",
    before: "Year before",
    change: "Against the year before",
    caption: "{stage}: coefficients over the years",
    note: "Rings are earlier years, the filled mark is this year; the upright line is the limit.",
  },
};
