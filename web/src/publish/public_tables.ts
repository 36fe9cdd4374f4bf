// SPDX-License-Identifier: MIT
//
// What is made public of a county's work: tables with what the evaluation needs of them and no more, so that everybody
// can compute the result again and nobody learns who is behind a small number. Every cell that stays keeps its place, so
// that rows, columns and decisions about them mean the same; what goes becomes an empty cell.

import type { Column, Junheng, Reading, Standard, TableRows } from "../engine/junheng.d.ts";
import type { Published, Work } from "./publisher.d.ts";
import { answerTo, sealedData, tablesOf } from "./published.ts";
import type { Answer } from "./published.ts";

type LeftOut = Published["leftOut"];

interface PublicTables {
  tables: Published["tables"];
  reading: Reading;
  plan: Published["plan"];
  leftOut: LeftOut;
}

/** Fewer people than this can be recognised by those who know the school. */
const kFewest = 5;
/** The engine's own unit of counted people. */
const kPeople = "人";
const kRowsThatStay = new Set(["school", "header", "title", "codes", "group"]);

export function publicData(engine: Junheng, work: Work): Published {
  const whole = sealedData(engine, work);
  const answer = answerTo(engine, whole);
  if (answer === null) return { ...whole, kind: "published" };
  const keepSmall = work.keepSmallCounts === true;
  const { tables, reading, plan, leftOut } = publicTables(engine, whole, answer, keepSmall);
  // Last year's table only raises suspicions, and answers to them are for the inspector.
  const county = withoutNotes(whole.county);
  const { plan: _, ...others } = whole;
  const data: Published = { ...others, kind: "published", tables, reading, leftOut, county, previous: "", remarks: [] };
  return plan === undefined ? data : { ...data, plan };
}

function publicTables(engine: Junheng, whole: Published, answer: Answer, keepSmall: boolean): PublicTables {
  const people = keepSmall ? new Set<string>() : countsOfPeople(engine, answer.standard);
  const used = answer.evaluation.columns;
  const leftOut: LeftOut = { columns: [], rows: 0, small: [] };
  const dropped: Set<number>[] = [];
  const read = { table: tablesOf(whole.tables), reading: whole.reading };
  const { sheets } = engine.read({ ...read, count: 0 });
  const tables = whole.tables.map((table, sheet) => {
    // Columns of several tables are counted together; of one alone each knows its place.
    const columns =
      whole.tables.length === 1
        ? used
        : columnsOf(engine, table, whole.standard).map((column) => {
            return used.find(({ header, field }) => header === column.header && field !== null) ?? column;
          });
    const drop = new Set(columns.flatMap((column, index) => (column.field === null ? [index] : [])));
    dropped.push(drop);
    for (const index of drop) addOnce(leftOut.columns, columns[index]?.header ?? "");
    const small = new Map(
      columns.flatMap(({ field, header }, index) =>
        field !== null && people.has(field) ? [[index, header] as const] : [],
      ),
    );
    const all = { ...read, sheet, count: sheets[sheet]?.rows ?? 0 };
    const page = engine.read(all);
    const turned = page.sheets[sheet]?.transposed === true;
    const cells = grid(page, leftOut, turned);
    const corrected = new Map(
      engine.read({ ...all, corrected: true }).rows.map(({ row, cells: said }) => [row, said] as const),
    );
    const kept = cells.map((row, line) =>
      row.map((cell, place) => {
        const column = turned ? line : place;
        if (drop.has(column)) return "";
        const said = corrected.get(line + 1)?.[place] ?? cell;
        const header = small.get(column);
        if (header === undefined || !isSmall(said)) return cell;
        leftOut.small.push({ sheet, row: line + 1, column: header });
        return "";
      }),
    );
    return { ...table, text: kept.map((row) => row.map(quoted).join("\t")).join("\n") };
  });
  const hidden = new Set(leftOut.small.map(({ sheet, row }) => `${sheet} ${row}`));
  const isPublic = (edit: { sheet?: number; row: number; column: number; text: string }): boolean => {
    const sheet = edit.sheet ?? 0;
    return !dropped[sheet]?.has(edit.column) && !(hidden.has(`${sheet} ${edit.row}`) && isSmall(edit.text));
  };
  const edits = (whole.reading.edits ?? []).filter(isPublic);
  const reading = whole.reading.edits === undefined ? whole.reading : { ...whole.reading, edits };
  // A plan of which a number is hidden would read as another one.
  const plan = whole.plan?.edits.every(isPublic) === true ? whole.plan : undefined;
  return { tables, reading, plan, leftOut };
}

function columnsOf(engine: Junheng, table: Published["tables"][number], standard: string): Column[] {
  const alone = engine.open({ table: tablesOf([table]), standard });
  const { columns } = alone.head();
  alone.close();
  return columns;
}

/** Fields that count people and that no indicator is made of: those are posts, and the verdict follows from them. */
function countsOfPeople(engine: Junheng, standard: Standard): Set<string> {
  const needed = new Set(standard.indicators.flatMap(({ fields }) => fields.flat().map(({ id }) => id)));
  const { fields = [] } = engine.read({ table: "", fields: true });
  const enrolment = "pupils";
  return new Set(
    fields.filter(({ id, units }) => units[0] === kPeople && !needed.has(id) && id !== enrolment).map(({ id }) => id),
  );
}

/** Rows at their places; those beside the schools are empty. */
function grid(page: TableRows, leftOut: LeftOut, turned: boolean): string[][] {
  const cells: string[][] = [];
  for (const { row, kind, cells: found } of page.rows) {
    while (cells.length < row - 1) cells.push([]);
    const stays = turned || kRowsThatStay.has(kind);
    if (!stays) leftOut.rows += 1;
    cells[row - 1] = stays ? found : [];
  }
  return cells;
}

function isSmall(text: string): boolean {
  const number = Number(text.normalize("NFKC").replaceAll(/[\s人名个]/g, ""));
  return text.trim() !== "" && number > 0 && number < kFewest;
}

function quoted(cell: string): string {
  return /[\t\n\r\v"]/.test(cell) ? `"${cell.replaceAll('"', '""').replaceAll("\v", "\n")}"` : cell;
}

function addOnce(list: string[], text: string): void {
  if (text !== "" && !list.includes(text)) list.push(text);
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
