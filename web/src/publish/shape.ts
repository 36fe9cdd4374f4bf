// SPDX-License-Identifier: MIT
//
// Whether what a file carries has the shape of junheng.published/1: everything behind this door may count on it. Such a
// file is made by a program; one of another shape is none, however much of it could be guessed.

import type { Published } from "./publisher.d.ts";

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
/** Rows, columns and sheets; what is too large for the engine is its business. */
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
/** Keys that are not named here may stand beside, as later versions write them; what is inherited is not there. */
const object =
  (keys: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) &&
    Object.entries(keys).every(([key, check]) => check(Object.hasOwn(value, key) ? value[key] : undefined));
const record =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const kPlace = { sheet: maybe(count), row: count };
const kReading = object({
  edits: maybe(list(object({ ...kPlace, column: count, text }))),
  columns: maybe(list(object({ column: count, field: text, stage: maybe(text), unit: maybe(text) }))),
  leftOut: maybe(list(object(kPlace))),
  answers: maybe(list(object({ question: text, sheet: count, row: count, option: text }))),
  header: maybe(object({ ...kPlace, last: count })),
});
const kPublished = object({
  schema: oneOf("junheng.published/1"),
  kind: oneOf("sealed", "published"),
  title: text,
  publisher: text,
  source: text,
  date: text,
  standard: text,
  ownStandards: list(text),
  options: record(text),
  tables: list(object({ name: text, text, file: maybe(text) })),
  reading: kReading,
  county: text,
  previous: text,
  remarks: list(object({ code: text, row: maybe(orNull(count)), indicator: maybe(orNull(text)), text })),
  leftOut: object({
    columns: list(text),
    rows: count,
    small: list(object({ sheet: count, row: count, column: text })),
  }),
  plan: maybe(object({ name: text, edits: list(object({ row: count, column: count, text })) })),
});

/** Null: it is no such thing. */
export function publishedOf(json: string): Published | null {
  try {
    const value: unknown = JSON.parse(json);
    return kPublished(value) ? (value as Published) : null;
  } catch {
    return null;
  }
}
