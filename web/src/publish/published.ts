// SPDX-License-Identifier: MIT
//
// What a file carries of a county's work, junheng.published/1, and what follows from it.

import type { Evaluation, Junheng, SheetInput, Standard } from "../engine/junheng.d.ts";
import { soundReading } from "../work/project.ts";
import type { Published, Work } from "./publisher.d.ts";

export function tablesOf(tables: Published["tables"]): SheetInput[] {
  return tables.map(({ file = "", name, text }) => ({ file, name, table: text }));
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

/** The engine's own, where nothing is said. */
function defaultStandard(engine: Junheng): string {
  return engine.evaluate({ detail: "summary" }).standard?.id ?? "";
}

/** The whole work, as evidence keeps it. */
export function sealedData(engine: Junheng, work: Work): Published {
  return {
    schema: "junheng.published/1",
    kind: "sealed",
    title: work.title ?? "",
    publisher: work.publisher ?? "",
    source: work.source ?? "",
    date: work.date ?? "",
    standard: work.standard === undefined || work.standard === "" ? defaultStandard(engine) : work.standard,
    ownStandards: [...(work.ownStandards ?? [])],
    options: work.options ?? {},
    tables: work.tables.map(({ name, text, file }) => ({ name, text, ...(file === undefined ? {} : { file }) })),
    reading: soundReading(work.reading ?? {}),
    county: work.county ?? "",
    previous: work.previous ?? "",
    remarks: [...(work.remarks ?? [])],
    leftOut: { columns: [], rows: 0, small: [] },
  };
}
