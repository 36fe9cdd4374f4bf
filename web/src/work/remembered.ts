// SPDX-License-Identifier: MIT
//
// What was chosen for the columns of a table is offered again for the next one with the same headers. It stays in this
// browser; where storage is blocked it holds as long as the page. Of the tables only the headers' check sum is kept.

import { fnv1a, hex32 } from "../kit/check_sum.ts";
import { dropSettings, readSetting, writeSetting } from "../kit/settings.ts";
import type { ColumnChoice } from "./changes.ts";

const kPrefix = "junheng.columns.";

/** Two sums of 32 bits: enough to tell the shapes of tables apart, and nothing can be read back from it. */
function shapeOf(headers: readonly string[]): string {
  const units = new TextEncoder().encode(headers.join("\u001f"));
  let other = 0x01000193;
  for (const unit of units) other = Math.imul(other + unit, 0x85ebca6b) >>> 0;
  return hex32(fnv1a(units)) + hex32(other);
}

function isChoice(value: unknown): value is ColumnChoice {
  const choice = value as Partial<ColumnChoice> | null;
  return (
    typeof choice === "object" && choice !== null && Number.isInteger(choice.column) && typeof choice.field === "string"
  );
}

export function remember(headers: readonly string[], choices: readonly ColumnChoice[]): void {
  writeSetting(kPrefix + shapeOf(headers), choices.length === 0 ? null : JSON.stringify(choices));
}

export function recall(headers: readonly string[]): ColumnChoice[] {
  try {
    const stored: unknown = JSON.parse(readSetting(kPrefix + shapeOf(headers)) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isChoice) : [];
  } catch {
    return []; // not written by this page
  }
}

/** All of them, for whatever tables. */
export function forget(): void {
  dropSettings(kPrefix);
}
