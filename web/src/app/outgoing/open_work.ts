// SPDX-License-Identifier: MIT
//
// What is open, as everything here needs it: whose it is, of which day, and what files of it are called.

import type { SheetInput } from "../../engine/junheng.d.ts";
import { now } from "../../kit/clock.ts";
import { fileName } from "../../kit/download.ts";
import type { LanguageId } from "../../kit/language.ts";
import { aboutTable, nameFor } from "../../work/about_table.ts";
import type { About } from "../../work/about_table.ts";
import type { Calculator } from "../../work/calculator.ts";
import type { Decisions } from "../../work/project.ts";
import type { Words } from "../../words/app_zh.ts";
import { outgoingEn } from "../../words/outgoing_en.ts";
import { outgoingZh } from "../../words/outgoing_zh.ts";
import type { OutgoingWords } from "../../words/outgoing_zh.ts";

/** A folder for a web server, one page, or a sealed file. */
export type PublishKind = "folder" | "page" | "sealed";

export interface OpenWork {
  readonly calculator: Calculator;
  readonly sheets: readonly SheetInput[];
  /** Of the files; empty for the clipboard. */
  readonly name: string;
  readonly decisions: Decisions;
  readonly standard: string;
  /** Files of it, where it is one's own. */
  readonly ownStandards: readonly string[];
  readonly language: LanguageId;
  readonly words: Words;
}

/** The kind of file that .xlsx is. */
export const kWorkbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** More than anybody goes through; the engine itself hands out no more at once. */
export const kMostIssues = 10_000;

/** Title rows, and what is said before them. */
const kRowsLookedAt = 40;

export const wordsOf = (language: LanguageId): OutgoingWords => (language === "zh" ? outgoingZh : outgoingEn);

export function aboutWork({ calculator, decisions }: Pick<OpenWork, "calculator" | "decisions">): About {
  const result = calculator.result();
  const county = result?.countyCount === 1 ? result.summary.counties.at(0) : null;
  return aboutTable(calculator.rows({ count: kRowsLookedAt, reading: decisions.reading }).rows, county ?? null);
}

/** Without the ending of its kind. */
export function stemOf(name: string): string {
  return name.replace(/\.[A-Za-z.]+$/, "");
}

export function today(): string {
  const time = now();
  if (time === null) return "";
  const day = new Date(time);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** 示例县-2024年 */
export function fileNameOf(about: Pick<About, "county" | "date">, name: string): string {
  return fileName(nameFor(about, stemOf(name), today()));
}
