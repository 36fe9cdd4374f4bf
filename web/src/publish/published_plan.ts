// SPDX-License-Identifier: MIT
//
// The plan that a county publishes with its numbers: cells as they would be. They are corrections of its table, so that
// whoever has the page can have it evaluated with them.

import type { Column, Evaluation, Junheng, OpenRequest, TableRows } from "../engine/junheng.d.ts";
import type { Published, Work } from "./publisher.d.ts";

type Plan = NonNullable<Published["plan"]>;

export interface Planned {
  /** Of the table with the plan in it. */
  readonly evaluation: Evaluation;
  readonly cells: readonly {
    readonly school: string;
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
}

type Edits = Plan["edits"];

/** Null where one of them is none, as a new school, or the table (`columns`, `sheets`) is not one of rows. */
export function correctionsOf(
  changes: NonNullable<Work["plan"]>["changes"],
  columns: readonly Column[],
  sheets: TableRows["sheets"],
): Edits | null {
  // Where a school is a column its place is another kind of place.
  if (sheets.length !== 1 || sheets[0]?.transposed === true) return null;
  const edits = changes.map(({ kind, row, field, stage, text }) => {
    const column = columns.findIndex((one) => one.field === field && (one.stage ?? "") === stage);
    return kind === "set" && column >= 0 ? { row, column, text } : null;
  });
  const sound = edits.filter((edit) => edit !== null);
  return sound.length === edits.length ? sound : null;
}

/** Null where its changes are no corrections, or there are none. */
export function planFor(engine: Junheng, plan: NonNullable<Work["plan"]>, request: OpenRequest): Plan | null {
  const { table = "", reading = {} } = request;
  const { sheets } = engine.read({ table, reading, count: 0 });
  const { columns } = engine.evaluate({ ...request, detail: "summary" });
  const edits = correctionsOf(plan.changes, columns, sheets);
  return edits === null || edits.length === 0 ? null : { name: plan.name, edits };
}

/** With these corrections, too: of a cell that has one already the later holds. */
export function correctedBy<T extends OpenRequest>(request: T, edits: Edits): T {
  const { reading = {} } = request;
  const at = ({ row, column }: Edits[number]): string => `${row} ${column}`;
  const later = new Set(edits.map(at));
  const others = (reading.edits ?? []).filter((edit) => !later.has(at(edit)));
  return { ...request, reading: { ...reading, edits: [...others, ...edits] } };
}

export function plannedWith(
  engine: Junheng,
  request: OpenRequest,
  { edits }: Plan,
  { counties, columns }: Evaluation,
): Planned {
  const { reading = {}, table = "" } = request;
  const rows = new Set(edits.map(({ row }) => row));
  const read = engine.read({ table, reading, corrected: true, count: Math.max(...rows) });
  const texts = new Map(read.rows.map(({ row, cells }) => [row, cells]));
  const schools = new Map(
    counties.flatMap(({ units = [] }) => units.map(({ row, school }) => [row, school ?? ""] as const)),
  );
  return {
    evaluation: engine.evaluate(correctedBy(request, edits)),
    cells: edits.map(({ row, column, text }) => ({
      school: schools.get(row) ?? "",
      column: columns[column]?.header ?? "",
      before: texts.get(row)?.[column] ?? "",
      after: text,
    })),
  };
}
