// SPDX-License-Identifier: MIT
//
// What every piece of the panel needs to say something and to change something.

import type { Column, Question, Reading, Text } from "../../engine/junheng.d.ts";
import type { RowsRequest } from "../../work/calculator.ts";
import type { TableRows } from "../../engine/junheng.d.ts";
import type { LanguageId } from "../../kit/language.ts";
import type { Words } from "../../words/app_zh.ts";
import type { Edit } from "../../work/changes.ts";

export interface PanelContext {
  readonly words: Words;
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

export type FieldInfo = NonNullable<TableRows["fields"]>[number];

export const say = (text: Text, { language }: PanelContext): string => text[language];

/** Of a cell that is longer than anybody reads in a table. */
const kLongestShown = 300;

export function short(text: string): string {
  return text.length <= kLongestShown ? text : `${text.slice(0, kLongestShown)}…`;
}
