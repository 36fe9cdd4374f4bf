// SPDX-License-Identifier: MIT
//
// What the form takes from the table of schools as it stands there, because no indicator is made of it: who runs a school,
// its years and its classes. What the table has not, or not of this stage, is left to be filled in.

import type { Column, ReadRequest, TableRows, Unit } from "../engine/junheng.d.ts";
import type { SchoolCells } from "./papers.d.ts";

/** 举办者类型, in the order of their codes, the first of which is 1. */
export const kOwners = [
  "中央教育部门",
  "中央其他部门",
  "省级教育部门",
  "省级其他部门",
  "地级教育部门",
  "地级其他部门",
  "县级教育部门",
  "县级其他部门",
  "地方企业",
  "民办",
] as const;
/** The form's own name of a column that the engine has no use for. */
export const kGrades = "年级数";

const kNone: SchoolCells = { owner: "", grades: "", classes: "" };

/** One for each of `units`. `read`: corrected rows of the table that `columns` are of. */
export function schoolCells(
  read: (asked: Required<Pick<ReadRequest, "row" | "count" | "corrected">>) => TableRows,
  columns: readonly Column[],
  units: readonly Unit[],
): SchoolCells[] {
  const places = units.map(({ row }) => row);
  const first = Math.min(...places);
  const wanted = columns.flatMap(({ field, header }, at) =>
    field === "ownership" || field === "classes" || bare(header) === kGrades ? [at] : [],
  );
  if (wanted.length === 0 || units.length === 0) return units.map(() => kNone);
  const { sheets, rows } = read({ row: first, count: Math.max(...places) - first + 1, corrected: true });
  // Of several sheets a row is not one place, and where a school is a column it is no row.
  if (sheets.length !== 1 || sheets[0]?.transposed === true) return units.map(() => kNone);
  const cells = new Map(rows.map((row) => [row.row, row.cells]));
  return units.map(({ row, stage, divided }) => {
    const cell = (isIt: (column: Column) => boolean): string => {
      const fits = (column: Column): boolean => column.stage === stage || (column.stage === null && !divided);
      return cells.get(row)?.[columns.findIndex((column) => isIt(column) && fits(column))]?.trim() ?? "";
    };
    const owner = cells.get(row)?.[columns.findIndex(({ field }) => field === "ownership")] ?? "";
    return {
      owner: ownerCode(bare(owner)),
      grades: counted(cell(({ header }) => bare(header) === kGrades)),
      classes: counted(cell(({ field }) => field === "classes")),
    };
  });
}

const bare = (text: string): string => text.replaceAll(/\s/g, "");
const counted = (text: string): string => (/^\d{1,3}$/.test(text) ? text : "");

/** 公办 says of eight which it is not. */
function ownerCode(text: string): string {
  const known = kOwners.findIndex((name, at) => text === name || text === String(at + 1));
  return known < 0 ? "" : String(known + 1);
}
