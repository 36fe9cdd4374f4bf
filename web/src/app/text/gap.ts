// SPDX-License-Identifier: MIT
//
// What a unit lacks of a resource to reach a threshold: (threshold − value) · pupils ÷ per, rounded up to what can be had, as
// the workbench says it (gap_of in core/src/insight).

import type { Indicator, Unit, UnitValue } from "../../engine/junheng.d.ts";
import type { LanguageId } from "../../kit/language.ts";

/** What is had in parts; people, rooms, machines and books come whole. */
const kInParts: readonly string[] = ["㎡", "元"];
const kDigitsOfParts = 2;
/** Of a step: what a division adds behind the last digit is not one more computer. */
const kRounding = 1e-9;

export function gapOf(
  { value, threshold }: UnitValue,
  { pupils }: Unit,
  { unit, per }: Indicator,
  language: LanguageId,
): string | null {
  if (value === null || threshold === null || pupils === null) return null;
  const [own = ""] = unit.zh.split("/");
  const digits = kInParts.includes(own) ? kDigitsOfParts : 0;
  const step = 10 ** -digits;
  const missing = ((threshold - value) * pupils) / per;
  // Below the threshold, however little: the smallest step is missing.
  const amount = Math.max(1, Math.ceil(missing / step - kRounding)) * step;
  // "per 100 pupils": of what, the indicator's name says.
  const what = language === "zh" ? own : (/^(.*?) ?\bper\b/.exec(unit.en)?.[1] ?? "");
  return `${amount.toFixed(digits)} ${what}`.trimEnd();
}
