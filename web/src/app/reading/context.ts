// SPDX-License-Identifier: MIT
//
// What every piece of the panel needs to say something and to change something.

import type { Column, Question, Reading, Text } from "../../engine/junheng.d.ts";
import type { OpenTable, RowsRequest } from "../../work/calculator.ts";
import type { TableRows } from "../../engine/junheng.d.ts";
import type { LanguageId } from "../../kit/language.ts";
import type { Words } from "../../words/app_zh.ts";
import type { ReadingWords } from "../../words/reading_zh.ts";
import type { Edit } from "../../work/changes.ts";
import type { PublishKind } from "../outgoing/open_work.ts";

/** What the page does for the panel and its view. */
export interface PanelActions {
  /** Tables or decisions have changed: compute. */
  open(table: OpenTable): void;
  addFiles(): void;
  save(kind: "project" | "xlsx" | "csv"): void;
  saveResults(): void;
  publish(kind: PublishKind): void;
}

/** Those of the page, which are there already, and those that come with the view. */
export type AllWords = Words & ReadingWords;

export interface PanelContext {
  readonly words: AllWords;
  readonly language: LanguageId;
  readonly columns: readonly Column[];
  readonly questions: readonly Question[];
  readonly reading: Reading;
  rows(request: RowsRequest): TableRows;
  /** What stands in the table at the place of a correction. */
  cell(place: Edit): string;
  /** The next state of the decisions; a step that can be taken back. */
  change(next: Reading): void;
}

/** The context of the day: a row outlives the one that it was made in. */
export type Now = () => PanelContext;

/** What was changed is also said where the view is not: in the workbook of results. */
export type ChangesContext = Omit<PanelContext, "words"> & { readonly words: Words };

export type FieldInfo = NonNullable<TableRows["fields"]>[number];

export const say = (text: Text, { language }: Pick<PanelContext, "language">): string => text[language];

/** Of a cell that is longer than anybody reads in a table. */
const kLongestShown = 300;

export function short(text: string): string {
  return text.length <= kLongestShown ? text : `${text.slice(0, kLongestShown)}…`;
}
