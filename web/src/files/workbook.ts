// SPDX-License-Identifier: MIT
//
// Workbooks in and out; a bundle of its own, fetched when somebody opens or saves one. Reading runs nothing and fetches
// nothing: it unpacks the parts with cells in them and takes the values that the program before us saved.

import { isOds, readOds } from "./ods.ts";
import { OleFile, isOle } from "./ole.ts";
import { Budget, type Reason, Refused, refuse } from "./refusal.ts";
import type { Sheet } from "./sheet_cells.ts";
import { Archive } from "./unzip.ts";
import { isWebArchive, readWebArchive } from "./web_archive.ts";
import { readXls } from "./xls.ts";
import { readBook } from "./xlsx_book.ts";
import { readXlsxSheet } from "./xlsx_sheet.ts";
import { isXmlTable, readXmlTable } from "./xml_table.ts";
import { isZip } from "./zip_directory.ts";

export { writeWorkbook } from "./write.ts";

type WorkbookResult = { readonly sheets: readonly Sheet[] } | { readonly refused: Reason };

/** Every sheet of an .xlsx, .xlsm, .xls, .et or .ods file, an XML table of 2003 or a web archive, or why there is none; all or nothing, and never an exception. */
export function readWorkbook(bytes: Uint8Array): WorkbookResult {
  try {
    const sheets = readSheets(bytes, new Budget());
    return sheets.length > 0 ? { sheets } : { refused: { code: "not_a_workbook" } };
  } catch (error) {
    // Anything else is a file that says something impossible in a place nobody thought of.
    return { refused: error instanceof Refused ? error.reason : { code: "damaged" } };
  }
}

function readSheets(bytes: Uint8Array, budget: Budget): readonly Sheet[] {
  if (isOle(bytes)) {
    const file = new OleFile(bytes);
    if (file.names().includes("encryptedpackage")) refuse("encrypted");
    return readXls(file, budget);
  }
  if (isXmlTable(bytes)) return readXmlTable(bytes, budget);
  if (isWebArchive(bytes)) return readWebArchive(bytes, budget);
  if (!isZip(bytes)) refuse("not_a_workbook");
  const archive = new Archive(bytes, budget);
  if (isOds(archive)) return readOds(archive, budget);
  const book = readBook(archive, budget);
  return book.sheets.map((part) => readXlsxSheet(archive, book, part, budget));
}
