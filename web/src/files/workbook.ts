// SPDX-License-Identifier: MIT
//
// Workbooks in; a bundle of its own, fetched when somebody opens one. Reading runs nothing and fetches
// nothing: it unpacks the parts with cells in them and takes the values that the program before us saved.

import { isOds, readOds } from "./ods.ts";
import { OleFile, isOle } from "./ole.ts";
import { Budget, type Reason, Refused, refuse } from "./refusal.ts";
import type { Sheet, Sheets } from "./sheet_cells.ts";
import { Archive } from "./unzip.ts";
import { isWebArchive, readWebArchive } from "./web_archive.ts";
import { readXls } from "./xls.ts";
import { readBook } from "./xlsx_book.ts";
import { readXlsxSheet } from "./xlsx_sheet.ts";
import { isXmlTable, readXmlTable } from "./xml_table.ts";
import { isZip } from "./zip_directory.ts";

export type WorkbookResult = Sheets | { readonly refused: Reason };

/**
 * Every sheet of an .xlsx, .xlsm, .xls, .et or .ods file, an XML table of 2003 or a web archive, or why there is none; all
 * or nothing, and never an exception.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookResult> {
  try {
    const read = await readSheets(bytes, new Budget(bytes.length));
    if (read.sheets.length > 0) return read;
    return { refused: { code: (read.asides ?? []).length > 0 ? "no_table" : "not_a_workbook" } };
  } catch (error) {
    // Anything else is a file that says something impossible in a place nobody thought of.
    return { refused: error instanceof Refused ? error.reason : { code: "damaged" } };
  }
}

async function readSheets(bytes: Uint8Array, budget: Budget): Promise<Sheets> {
  if (isOle(bytes)) {
    const file = new OleFile(bytes);
    if (file.names().includes("encryptedpackage")) refuse("encrypted");
    return readXls(file, budget);
  }
  if (isXmlTable(bytes)) return { sheets: readXmlTable(bytes, budget) };
  if (isWebArchive(bytes)) return { sheets: readWebArchive(bytes, budget) };
  if (!isZip(bytes)) refuse("not_a_workbook");
  const archive = new Archive(bytes, budget);
  if (isOds(archive)) return { sheets: await readOds(archive, budget) };
  const book = await readBook(archive, budget);
  const sheets: Sheet[] = [];
  for (const part of book.sheets) sheets.push(await readXlsxSheet(archive, book, part, budget));
  return { sheets, asides: book.asides };
}

/** As the script of a worker (host/workbook_reader.ts): says that it is there, and answers to bytes with their sheets. */
interface Worker extends EventTarget {
  onmessage: ((event: { readonly data: Uint8Array }) => void) | null;
  postMessage(message: WorkbookResult | "ready", transfer?: readonly ArrayBuffer[]): void;
}

if ("WorkerGlobalScope" in globalThis) {
  const worker = globalThis as unknown as Worker;
  worker.onmessage = async ({ data }) => {
    const result = await readWorkbook(data);
    const tables = "refused" in result ? [] : result.sheets.map(({ html }) => html.buffer);
    worker.postMessage(result, tables);
  };
  worker.postMessage("ready");
}
