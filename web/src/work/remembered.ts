// SPDX-License-Identifier: MIT
//
// What was chosen for the columns of a table is offered again for the next one with the same headers. It stays in this
// browser; where storage is blocked nothing is remembered. Of the tables only the headers' check sum is kept.

import type { ColumnChoice } from "./changes.ts";

const kPrefix = "junheng.columns.";

/** Two FNV sums of 32 bits: enough to tell the shapes of tables apart, and nothing can be read back from it. */
export function shapeOf(headers: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (const unit of new TextEncoder().encode(headers.join("\u001f"))) {
    a = Math.imul(a ^ unit, 0x01000193) >>> 0;
    b = Math.imul(b + unit, 0x85ebca6b) >>> 0;
  }
  return a.toString(16).padStart(8, "0") + b.toString(16).padStart(8, "0");
}

function isChoice(value: unknown): value is ColumnChoice {
  const choice = value as Partial<ColumnChoice> | null;
  return typeof choice === "object" && choice !== null && Number.isInteger(choice.column) && typeof choice.field === "string";
}

export function remember(storage: Storage | null, headers: readonly string[], choices: readonly ColumnChoice[]): void {
  try {
    if (choices.length === 0) storage?.removeItem(kPrefix + shapeOf(headers));
    else storage?.setItem(kPrefix + shapeOf(headers), JSON.stringify(choices));
  } catch {
    // full or blocked: the choice holds for this table
  }
}

export function recall(storage: Storage | null, headers: readonly string[]): ColumnChoice[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(kPrefix + shapeOf(headers)) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isChoice) : [];
  } catch {
    return [];
  }
}

/** All of them, for whatever tables. */
export function forget(storage: Storage | null): number {
  const keys = Object.keys(storage ?? {}).filter((key) => key.startsWith(kPrefix));
  for (const key of keys) storage?.removeItem(key);
  return keys.length;
}

/** Null where the browser does not let the page have one. */
export function ownStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
