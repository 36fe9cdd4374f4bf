// SPDX-License-Identifier: MIT
//
// Files down: the project with all decisions, or the tables with their corrections for other programs.

import type { TableRows } from "../../engine/junheng.d.ts";
import { writeCsv } from "../../files/csv.ts";
import { guardsOf, kNoGuards } from "../../files/formula_guard.ts";
import type { Guards } from "../../files/formula_guard.ts";
import { writeWorkbook } from "../../files/write.ts";
import { projectOf, projectText } from "../../work/project.ts";
import { download } from "../../kit/download.ts";
import { type NamedVersion, withVersions } from "../../work/versions_file.ts";
import { fill } from "../../words/fill.ts";
import { aboutWork, fileNameOf, kWorkbook, wordsOf } from "./open_work.ts";
import type { OpenWork } from "./open_work.ts";

/** Rows at their places, empty ones between them. */
function cellsOf(page: TableRows): string[][] {
  const cells: string[][] = [];
  for (const row of page.rows) {
    while (cells.length < row.row - 1) cells.push([]);
    // The core writes a line break inside a cell of HTML as a vertical tab, which no file may have.
    cells[row.row - 1] = row.cells.map((cell) => cell.replaceAll("\v", "\n"));
  }
  return cells;
}

/** With its named versions. Returns the sentence that says so. */
export function saveProject(work: OpenWork, versions: readonly NamedVersion[]): string {
  const { decisions, standard, words } = work;
  const base = fileNameOf(aboutWork(work), work.name);
  const project = withVersions(projectOf(base, standard, work.sheets, decisions, work.ownStandards), versions);
  download(projectText(project), "application/json", `${base}.junheng.json`);
  const count = project.versions?.length ?? 0;
  const said = wordsOf(work.language).versions;
  return [
    words.saved,
    ...(count === 0 ? [] : [fill(said.along, { count })]),
    ...(count === versions.length ? [] : [fill(said.left, { count: versions.length - count })]),
  ].join(" ");
}

/** Returns what was done to cells so that no spreadsheet computes them. */
export function saveTables(kind: "xlsx" | "csv", work: OpenWork): Guards {
  const { calculator, decisions, words } = work;
  const base = fileNameOf(aboutWork(work), work.name);
  const sheets = calculator.rows({ count: 0 }).sheets.map(({ name, rows }, sheet) => {
    const page = calculator.rows({ sheet, count: rows, corrected: true, reading: decisions.reading });
    return { name: name ?? "", cells: cellsOf(page) };
  });
  const corrected = `${base}-${words.correctedName}`;
  if (kind === "csv") {
    // The mark tells Excel that it is UTF-8; one table a file is all that CSV has room for, so they follow each other.
    const cells = sheets.flatMap((sheet) => [...sheet.cells, []]);
    download(writeCsv(cells, { bom: true }), "text/csv", `${corrected}.csv`);
    return guardsOf(cells);
  }
  const named = sheets.map(({ name, cells }, index) => ({ name: sheetName(name, index), cells }));
  download(new Uint8Array(writeWorkbook(named)), kWorkbook, `${corrected}.xlsx`);
  // Cells of a workbook say themselves that they are texts.
  return kNoGuards;
}

/** As Excel allows names of sheets, and each once. */
function sheetName(name: string, index: number): string {
  const plain = name
    .replaceAll(/[\\/?*[\]:']/g, " ")
    .trim()
    .slice(0, 24);
  return plain === "" ? `Sheet${index + 1}` : `${index + 1} ${plain}`;
}
