// SPDX-License-Identifier: MIT

import { optionsEn } from "./options_en.ts";
import type { TextWords } from "./text_zh.ts";

export const textEn: TextWords = {
  resultOf: 'By "{standard}"',
  options: {
    ...optionsEn,
  },
  search: {
    heading: "Find a school",
    hint: "Part of its name",
    found: "{count} found",
    more: "{count} found, the first {shown} are shown: type some more of the name",
    none: 'No school has "{text}" in its name.',
    unit: "{stage} (row {row})",
    pupils: "{pupils} pupils",
    meeting: "{meeting} thresholds met",
    short: "{indicator}: {value} {unit}, {verdict} (threshold {threshold}), short of {amount}",
    below: "{indicator}: {value} {unit}, {verdict} (threshold {threshold})",
    unknown: "Not enough data: {indicators}",
    share: "{indicator}: the coefficient is above its limit, and {percent} % of its square comes from this school",
    rest: "The other {count}",
    value: "{indicator}: {value} {unit} (threshold {threshold}), pass",
    plain: "{indicator}: {value} {unit}",
    nothing: "No indicator is below its threshold.",
    out: "Not evaluated: {reason}",
    whatIf: "What if one number of it were another",
  },
  facts: {
    heading: "Guarantee and quality: {filled} of {all} items filled in",
    hint: "Fill in numbers or choose yes or no; Enter goes to the next field. All is computed again at once and can be undone. What the table has need not be filled in. What is left empty is not enough data: neither pass nor fail.",
    table:
      "What this county states was pasted as a table and is not changed here: change that table and paste it again.",
    item: "Item",
    rule: "Rule",
    state: "Stated",
    note: "Note",
    blank: "not stated",
    yes: "Yes",
    no: "No",
    elsewhere: "given by stage or year",
    or: "or",
  },
  yearsHeading: "Coefficients over the years",
  partsHeading: "Parts",
  stageHeading: "{stage}: {units} evaluation units, {pupils} pupils, {passing} pass",
  indicatorsCaption: "{stage}: indicators and coefficients of variation",
  compositeLine: "Composite coefficient {value}, limit {limit}: {verdict}",
  unitsCaption: "{stage}: evaluation units",
  excludedHeading: "Schools that are not evaluated",
  issuesHeading: "Issues in the table ({count})",
  issuesShown: "The first {shown} of {count} are listed.",
  noIssues: "No issues were found in the table.",
  countiesCaption: "Verdicts of the counties",
  counties: {
    hint: "A county's name leads to its details. In each cell stands the coefficient, and by how much it is over or under its limit.",
    head: "{stage}: {indicator} (limit {limit})",
    over: "{cv}, over by {distance}",
    within: "{cv}, under by {distance}",
  },
  manyCounties:
    "{count} counties. The first {shown} are shown in detail; the others open by their names in the table above.",
  manyUnits:
    "There are many evaluation units. The first {shown} of each stage are listed; all of them are in the workbench.",
  tablePart: "{caption} (rows {from} to {to} of {count})",
  unitsLeftOut:
    "There are many evaluation units. The text view shows the counties only; all of them are in the workbench.",
  footer: "Computed on this machine only; nothing is uploaded.",
  licences: "Licences",
};
