// SPDX-License-Identifier: MIT

import type { OutgoingWords } from "./outgoing_zh.ts";

export const outgoingEn: OutgoingWords = {
  form: {
    heading: { folder: "Publish as a site (zip)", page: "Publish as one page", sealed: "Seal" },
    purpose: {
      folder: "Pages for everybody, to be put on any web server; the reader's browser computes them again and checks.",
      page: "One page for everybody, which opens by a double click; the reader's browser computes it again and checks.",
      sealed:
        "Sealing keeps evidence: all data, the standard and the program in one file, nothing hidden. Whoever opens it has everything computed again and checked, and can compare school by school and merge. It is not meant for the public.",
    },
    title: "County",
    publisher: "Published by",
    source: "Source of the data",
    date: "Date of the data",
    dateExample: "such as 2024-09-01",
    titleNeeded: "Say which county it is.",
    notStated: 'What is left empty reads "not stated".',
    issues: "Open: {count}, of which {errors} to be corrected and {warnings} to be checked",
    questions: "Readings not decided: {count}. The data in question take no part.",
    noIssues: "Nothing in the table needs correcting or checking.",
    more: "... and {count} more.",
    leftOut: "Left out of the public page",
    looking: "Looking at what is left out...",
    columns: "Columns not used: {columns}",
    rows: "Rows that are no schools: {count}",
    small: "Counts of fewer than five hidden: {count} ({places})",
    place: "row {row} {column}",
    remarks: "Remarks and the table of the year before",
    lost: "Reads otherwise because of it: {title}, {whole} → {published}",
    nothing: "But for remarks and the table of the year before nothing is left out.",
    preview: "Preview",
    previewName: "Preview: {title}",
    save: "Download",
    cancel: "Cancel",
    comma: ", ",
  },
};
