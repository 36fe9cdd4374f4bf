// SPDX-License-Identifier: MIT
//
// Words of the page that checks, compares and merges sealed files, in English.

import type { SealedWords } from "./sealed_zh.ts";

export const en: SealedWords = {
  sealedTitle: "Sealed files: check, compare, merge",
  sealedLead:
    "Open a sealed file or a public page: it is computed again by the engine of this page, which says whether it still agrees. Open two to see what changed, school by school; open several to merge them into a county. Nothing is uploaded.",
  sealedChoose: "Choose files…",
  sealedAdd: "Add files…",
  sealedRemove: "Remove",
  sealedRemoveOf: "Remove {file}",
  sealedRemoved: "{file} is removed.",
  sealedDrop: "Files can also be dropped onto this page.",
  sealedListCaption: "Files that are open",
  sealedFile: "File",
  sealedState: "Checked",
  sealedAgrees: "agrees",
  sealedDiffers: "does not agree",
  sealedStates: {
    own: "By a standard of its own (the content follows from the data, but it is no verdict by an official standard)",
    agrees: "It agrees",
    program:
      "No known version of the program (the content follows from the data, but the file carries other programs: what it shows is not known, this page is)",
    differs: "It does not agree",
  },
  sealedNot: "no sealed file or public page, or its standard is not known here",
  sealedCompareHeading: "What changed: {before} → {after}",
  sealedSame: "Both files have the same data, and nothing changed.",
  sealedCellsCaption: "Cells that changed",
  sealedColumn: "Column",
  sealedSchoolsCaption: "What follows from them, school by school",
  sealedWhat: "What",
  sealedBefore: "Before",
  sealedAfter: "After",
  sealedThere: "The school itself",
  sealedHas: { yes: "there", no: "not there" },
  sealedVerdictsCaption: "Changes of verdicts and coefficients",
  sealedMore: "{count} more changes are not listed; download the comparison for all.",
  sealedMergeHeading: "{count} files merged",
  sealedMergeResult: "Together: {conclusion}",
  sealedSaveSealed: "Save them as one sealed file",
  sealedSaveProject: "Save as a project (for the workbench)",
  sealedSaveComparison: "Download the comparison (JSON)",
  sealedFault: {
    nothing: "There are no files to merge.",
    standards: "they use different standards",
    options: "they chose different readings of the rule",
    columns: "columns were chosen by hand and differ; seal them again with plain headers",
    header: "its header was set by hand, so it cannot be merged by itself",
    years: "they answered differently which year is evaluated",
    county: "the county's own statements differ",
    twice: "both have the very same content and may be one file",
  },
  sealedNotMerged:
    "The tables of the year before in these files are not merged: {files}. To compare with that year, open it in the workbench.",
  sealedFaultOf: "They cannot be merged ({files}): {fault}.",
  sealedClaims:
    "To agree means to be the same as when it was sealed, not to be true. There is no signature: nothing here proves who sealed it.",
};
