// SPDX-License-Identifier: MIT
//
// What the form takes from the table of schools as it stands there, because no indicator is made of it: who runs a school,
// its years and its classes. What the table has not, or not of this stage, is left to be filled in.

import type { Column, ReadRequest, Stage, TableRows, Unit } from "../engine/junheng.d.ts";
import { kStages } from "../engine/stages.ts";
import type { SchoolCells } from "./papers.d.ts";
import { stageName } from "./said.ts";

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
/** The form's own name of a column that the engine has no use for; a table may have it for each stage. */
export const kGrades = "年级数";
const kGradesNamed = /^(?:现有|设置|开设|办学|在校)?年级(?:数|总数|个数|数量|数目)$/;

const kNone: SchoolCells = { owner: "", grades: "", classes: "" };

/** One for each of `units`. `read`: corrected rows of the table that `columns` are of. */
export function schoolCells(
  read: (asked: Required<Pick<ReadRequest, "row" | "count" | "corrected">>) => TableRows,
  columns: readonly Column[],
  units: readonly Unit[],
): SchoolCells[] {
  const places = units.map(({ row }) => row);
  const first = Math.min(...places);
  const grades = columns.map(({ header }) => gradesOf(header));
  const classes = columns.map((column) => (column.field === "classes" ? column : null));
  const owner = columns.findIndex(({ field }) => field === "ownership");
  const hasAny = owner >= 0 || [...grades, ...classes].some((one) => one !== null);
  if (!hasAny || units.length === 0) return units.map(() => kNone);
  const { sheets, rows } = read({ row: first, count: Math.max(...places) - first + 1, corrected: true });
  // Of several sheets a row is not one place, and where a school is a column it is no row.
  if (sheets.length !== 1 || sheets[0]?.transposed === true) return units.map(() => kNone);
  const cells = new Map(rows.map((row) => [row.row, row.cells]));
  return units.map(({ row, stage, divided }) => {
    const fits = (one: OfStage | null): boolean =>
      one !== null && (one.stage === stage || (one.stage === null && !divided));
    const cell = (kind: readonly (OfStage | null)[]): string => cells.get(row)?.[kind.findIndex(fits)] ?? "";
    return {
      owner: ownerCode(bare(cells.get(row)?.[owner] ?? "")),
      grades: counted(cell(grades)),
      classes: counted(cell(classes)),
    };
  });
}

/** Null: of no single stage. */
interface OfStage {
  readonly stage: Stage | null;
}

const bare = (text: string): string => text.replaceAll(/\s/g, "");

/** 6, 6个, ６ 个年级 */
function counted(text: string): string {
  const [, count = ""] = /^(\d{1,3})个?(?:班|年级|班级|教学班)?$/.exec(bare(text.normalize("NFKC"))) ?? [];
  return count;
}

/** 年级数, 小学年级数（个）, 初中 > 年级数, 年级总数_小学: with its stage; null: of something else. */
function gradesOf(header: string): OfStage | null {
  // Marks of a form to be filled in and numbers of its columns name nothing.
  const words = header
    .normalize("NFKC")
    .replaceAll(/\(个\)|[\s*※_()[\]—:-]|^\d+[.、]/g, "")
    .split(">");
  const stages = kStages.filter((stage) => words.some((word) => word.includes(stageName(stage))));
  const [stage = null, another] = stages;
  const last = kStages.reduce((word, one) => word.replace(new RegExp(`${stageName(one)}部?`), ""), words.at(-1) ?? "");
  return kGradesNamed.test(last) ? { stage: another === undefined ? stage : null } : null;
}

/** 公办 says of eight which it is not. */
function ownerCode(text: string): string {
  const known = kOwners.findIndex((name, at) => text === name || text === String(at + 1));
  return known < 0 ? "" : String(known + 1);
}
