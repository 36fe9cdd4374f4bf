// SPDX-License-Identifier: MIT
//
// Words of the page on which one school is typed in, in English.

import type { SchoolWords } from "./school_zh.ts";

export const en: SchoolWords = {
  schoolTitle: "One school against the standard",
  schoolLead:
    "Fill in the numbers of your school and read which indicators meet the standard and what is missing. No table of the county is needed, and the numbers stay here.",
  schoolStage: "Stage",
  schoolName: "School (may stay empty)",
  schoolCounty: "County (may stay empty)",
  schoolHowTo: "Made of",
  schoolOtherWay: "Fill in something else",
  schoolSeveral:
    "A school of several stages is filled in stage by stage with the numbers of that stage, or pasted below as one row.",
  schoolPaste: "Or paste the row of your school (with the header)",
  schoolPasteHint: "Select the header and the row of your school in Excel or WPS, copy, and paste them here.",
  schoolResult: "Result",
  schoolWaiting: "With the pupils and the other numbers filled in, the result stands here.",
  schoolPupilsFirst: "Fill in the pupils first.",
  schoolNeeds: "To meet it, {field} must be at least {least} {unit} (now {now}).",
  schoolThis: "This school",
  schoolMissing: "Not filled in yet: {fields}.",
  schoolSeal: "Save as a sealed file (for the county)",
  schoolClear: "Clear",
  schoolUnits: { 人: "people", "㎡": "m²", 元: "yuan", 间: "rooms", 台: "sets", 册: "volumes" },
};
