// SPDX-License-Identifier: MIT
//
// What is made public of a county's work, junheng.published/1: the tables with what the evaluation needs of them and
// no more, so that everybody can compute the result again and nobody learns who is behind a small number.

import type { Evaluation, Junheng, Reading, Remark, SheetInput, Standard } from "../engine/junheng.d.ts";
import { publicTables } from "./public_tables.ts";
import type { LeftOut } from "./public_tables.ts";
import type { Work } from "./publisher.d.ts";

export interface Published {
  schema: "junheng.published/1";
  /** sealed: nothing is left out; kept as evidence and not for everybody. */
  kind: "published" | "sealed";
  title: string;
  publisher: string;
  source: string;
  date: string;
  standard: string;
  ownStandards: string[];
  options: Record<string, string>;
  tables: { name: string; text: string }[];
  reading: Reading;
  county: string;
  previous: string;
  remarks: Remark[];
  leftOut: LeftOut;
}

const kDefaultStandard = "quality-2017";

/** One table alone is given as itself, so that messages do not speak of sheets. */
export function tablesOf(tables: readonly { name: string; text: string }[]): string | SheetInput[] {
  const [only] = tables;
  if (tables.length === 1 && only !== undefined) return only.text;
  return tables.map(({ name, text }) => ({ name, table: text }));
}

export interface Answer {
  readonly evaluation: Evaluation;
  readonly standard: Standard;
}

/** Null where the standard is not known: then nothing can be said. */
export function answerTo(engine: Junheng, data: Published): Answer | null {
  for (const file of data.ownStandards) {
    // One that is loaded already comes back as a fault; whether it is known now is what counts.
    engine.addStandard(file);
  }
  const standard = engine.standards().find((one) => one.id === data.standard);
  if (standard === undefined) return null;
  const { options, reading, county, previous, remarks } = data;
  const table = tablesOf(data.tables);
  const evaluation = engine.evaluate({ table, standard: standard.id, options, reading, county, previous, remarks });
  return { evaluation, standard };
}

/** The whole work, as evidence keeps it. */
export function sealedData(work: Work): Published {
  return {
    schema: "junheng.published/1",
    kind: "sealed",
    title: work.title ?? "",
    publisher: work.publisher ?? "",
    source: work.source ?? "",
    date: work.date ?? "",
    standard: work.standard === undefined || work.standard === "" ? kDefaultStandard : work.standard,
    ownStandards: [...(work.ownStandards ?? [])],
    options: work.options ?? {},
    tables: work.tables.map(({ name, text }) => ({ name, text })),
    reading: work.reading ?? {},
    county: work.county ?? "",
    previous: work.previous ?? "",
    remarks: [...(work.remarks ?? [])],
    leftOut: { columns: [], rows: 0, small: [] },
  };
}

export function publicData(engine: Junheng, work: Work): Published {
  const whole = sealedData(work);
  const answer = answerTo(engine, whole);
  if (answer === null) return { ...whole, kind: "published" };
  const keepSmall = work.keepSmallCounts === true;
  const { tables, reading, leftOut } = publicTables(engine, whole, answer, keepSmall);
  // Last year's table only raises suspicions, and answers to them are for the inspector.
  const county = withoutNotes(whole.county);
  return { ...whole, kind: "published", tables, reading, leftOut, county, previous: "", remarks: [] };
}

/** Notes of the county's own statements name people and papers. */
function withoutNotes(county: string): string {
  if (!/^\s*[[{]/.test(county)) return county;
  try {
    return JSON.stringify(JSON.parse(county, (key, value: unknown) => (key === "note" ? undefined : value)));
  } catch {
    return county;
  }
}
