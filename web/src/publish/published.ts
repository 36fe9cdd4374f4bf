// SPDX-License-Identifier: MIT
//
// What a file carries of a county's work, junheng.published/1, and what follows from it.

import type { Evaluation, Junheng, OpenRequest, SheetInput, Standard } from "../engine/junheng.d.ts";
import { soundReading } from "../work/project.ts";
import type { Published, Work } from "./publisher.d.ts";
import { planFor, plannedWith } from "./published_plan.ts";
import type { Planned } from "./published_plan.ts";

export function tablesOf(tables: Published["tables"]): SheetInput[] {
  return tables.map(({ file = "", name, text }) => ({ file, name, table: text }));
}

export interface Answer {
  readonly evaluation: Evaluation;
  readonly standard: Standard;
  /** Null where no plan is published. */
  readonly planned: Planned | null;
}

function standardOf(engine: Junheng, data: Published): Standard | undefined {
  for (const file of data.ownStandards) {
    // One that is loaded already comes back as a fault; whether it is known now is what counts.
    engine.addStandard(file);
  }
  return engine.standards().find((one) => one.id === data.standard);
}

function requestOf({ tables, standard, options, reading, county, previous, remarks }: Published): OpenRequest {
  return { table: tablesOf(tables), standard, options, reading, county, previous, remarks };
}

/** Null where the standard is not known: then nothing can be said. */
export function answerTo(engine: Junheng, data: Published): Answer | null {
  const standard = standardOf(engine, data);
  if (standard === undefined) return null;
  const { plan } = data;
  const request = requestOf(data);
  const evaluation = engine.evaluate(request);
  const planned = plan === undefined ? null : plannedWith(engine, request, plan, evaluation);
  return { evaluation, standard, planned };
}

/** The engine's own, where nothing is said. */
function defaultStandard(engine: Junheng): string {
  return engine.evaluate({ detail: "summary" }).standard?.id ?? "";
}

/** The whole work, as evidence keeps it. */
export function sealedData(engine: Junheng, work: Work): Published {
  const data = dataOf(engine, work);
  if (work.plan === undefined) return data;
  const known = standardOf(engine, data);
  const plan = known === undefined ? null : planFor(engine, work.plan, requestOf(data));
  return plan === null ? data : { ...data, plan };
}

function dataOf(engine: Junheng, work: Work): Published {
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
