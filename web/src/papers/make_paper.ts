// SPDX-License-Identifier: MIT
//
// One paper in one format. Pages, command line and other programs come in here.

import { fileName } from "../kit/download.ts";
import { applicationForm } from "./form.ts";
import type { Paper } from "./model.ts";
import type { PaperFile, PaperFormat, PaperKind, PaperSource } from "./papers.d.ts";
import { selfReport } from "./report.ts";
import { countyName, isQuality } from "./said.ts";
import { schoolPages } from "./school_pages.ts";
import { problemLedger, taskTable, timetable } from "./tasks.ts";
import { writeDocx } from "./write_docx.ts";
import { writePage } from "./write_page.ts";
import { writeSheets, writeTables } from "./write_sheets.ts";

const kPapers: Readonly<Record<PaperKind, (source: PaperSource) => Paper>> = {
  report: selfReport,
  form: applicationForm,
  schools: schoolPages,
  tasks: taskTable,
  problems: problemLedger,
  timetable,
};

export const kPaperKinds = Object.keys(kPapers) as readonly PaperKind[];

const kFormats: Readonly<Record<PaperFormat, { type: string; write: (paper: Paper) => Uint8Array<ArrayBuffer> }>> = {
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: writeDocx,
  },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: writeSheets },
  html: { type: "text/html", write: (paper) => new TextEncoder().encode(writePage(paper)) },
  csv: { type: "text/csv", write: writeTables },
};

export const kPaperFormats = Object.keys(kFormats) as readonly PaperFormat[];

/** The formats that a paper of this kind has. None: the standard has no such paper. */
export function formatsOf(kind: PaperKind, { standard }: Pick<PaperSource, "standard">): readonly PaperFormat[] {
  if (kind === "report") return ["docx", "html"];
  return kind === "form" && !isQuality(standard) ? [] : ["docx", "xlsx", "html", "csv"];
}

/** Null where a paper of this kind has no such format. */
export function makePaper(source: PaperSource, kind: PaperKind, format: PaperFormat): PaperFile | null {
  if (!formatsOf(kind, source).includes(format)) return null;
  const paper = kPapers[kind](source);
  const { type, write } = kFormats[format];
  const { about, county } = source;
  const parts = [countyName(county, about), about.date?.trim() ?? ""].filter((one) => one !== "");
  return { name: `${fileName(parts.join("-"), `-${paper.name}`)}.${format}`, type, bytes: write(paper) };
}
