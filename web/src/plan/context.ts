// SPDX-License-Identifier: MIT
//
// What every part of the view needs: its words, and the stage that is looked at.

import type { Verdict } from "../engine/junheng.d.ts";
import type { PlanCounty, TippingCell, UnitPlace } from "../engine/plan.d.ts";
import type { LanguageId } from "../kit/language.ts";
import type { CopyWords } from "../words/copy_zh.ts";
import { copyEn } from "../words/copy_en.ts";
import { copyZh } from "../words/copy_zh.ts";
import { fill } from "../words/fill.ts";
import { planEn } from "../words/plan_en.ts";
import { planZh } from "../words/plan_zh.ts";
import type { PlanWords } from "../words/plan_zh.ts";
import { sharedEn } from "../words/shared_en.ts";
import { sharedZh } from "../words/shared_zh.ts";
import type { SharedWords } from "../words/shared_zh.ts";

/** Years that the core looks ahead. */
export const kYears = 6;

/** The least that is planned, in the unit of its resource: nobody plans a hundredth of a ㎡ or of a yuan. */
export const kStep = "1";

export type StageOf = PlanCounty["stages"][number];
type Resource = StageOf["resources"][number];

export interface PlanContext {
  readonly language: LanguageId;
  readonly words: PlanWords;
  readonly shared: SharedWords;
  readonly copy: CopyWords;
  readonly stage: StageOf;
}

export function wordsOf(language: LanguageId): Omit<PlanContext, "stage"> {
  return language === "zh"
    ? { language, words: planZh, shared: sharedZh, copy: copyZh }
    : { language, words: planEn, shared: sharedEn, copy: copyEn };
}

export function resourceOf(stage: StageOf, id: string): Resource {
  const found = stage.resources.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no resource ${id}`);
  return found;
}

/** What is had: the column it stands in, else the indicator. */
export function resourceName(resource: Resource, { language }: PlanContext): string {
  return (resource.resource ?? resource.shortTitle)[language];
}
export function unitName(resource: Resource, { language }: PlanContext): string {
  return resource.unit?.[language] ?? "";
}

/** "教师（人）". */
export function withUnit(name: string, unit: string, { shared }: PlanContext): string {
  return unit === "" ? name : `${name}${fill(shared.brackets, { text: unit })}`;
}

export function stageName({ stage, shared }: PlanContext): string {
  return shared.stage[stage.stage];
}

export function schoolName({ school, row }: UnitPlace | Partial<UnitPlace>, { shared }: PlanContext): string {
  return school ?? fill(shared.rowNumber, { row: row ?? "" });
}

export function verdictWord(verdict: Verdict | "near" | null, { shared }: PlanContext): string {
  return shared.verdict[verdict ?? "none"];
}

/** Yuan, and other numbers with many digits. */
export function money(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/** "1234.5" with marks between thousands, and no sign. */
export function amount(text: string): string {
  const [whole = "", part] = text.replace("-", "").split(".");
  const marked = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? marked : `${marked}.${part}`;
}

const kPercent = 100;
/** A part in per cent, never shown as nothing where it is something. */
export function percent(part: number): string {
  const value = part * kPercent;
  return `${value === 0 ? 0 : Number(value.toPrecision(2))}%`;
}

export function tippingSentence(cell: TippingCell, context: PlanContext): string {
  const { words, language } = context;
  const less = cell.by.startsWith("-");
  const by = fill(less ? words.less : words.more, { amount: amount(cell.by), unit: cell.unit[language] });
  return fill(words.cell, {
    school: schoolName(cell, context),
    row: cell.row ?? "",
    field: cell.field[language],
    by: ` ${by}`,
  });
}
