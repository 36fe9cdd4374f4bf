// SPDX-License-Identifier: MIT
//
// Several tables for the core: their bytes one behind the other, and beside them where each ends. Nothing that stands in
// a table can move it.

import { decode } from "./decode.ts";
import type { SheetInput } from "./junheng.d.ts";

/** As the core takes it (sources_of in core/include/junheng/junheng.h). */
export interface SheetPart {
  readonly file: string;
  readonly name: string;
  /** The last takes all that is left. */
  readonly bytes: number;
}

export interface HandedSheets {
  /** UTF-8, or the string of a single table, which nothing but writing it makes bytes of. */
  readonly tables: string | Uint8Array;
  readonly parts: readonly SheetPart[];
}

export function handedSheets(sheets: readonly SheetInput[]): HandedSheets {
  const [only] = sheets;
  if (sheets.length === 1 && typeof only?.table === "string")
    return { tables: only.table, parts: [{ file: only.file ?? "", name: only.name ?? "", bytes: 0 }] };
  const encoder = new TextEncoder();
  const texts = sheets.map(({ table, encoding }) =>
    typeof table === "string" ? encoder.encode(table) : decode(table, encoding).bytes,
  );
  const parts = sheets.map(({ file = "", name = "" }, at) => ({ file, name, bytes: texts[at]?.length ?? 0 }));
  if (texts.length === 1 && texts[0] !== undefined) return { tables: texts[0], parts };
  const tables = new Uint8Array(texts.reduce((length, text) => length + text.length, 0));
  let at = 0;
  for (const text of texts) {
    tables.set(text, at);
    at += text.length;
  }
  return { tables, parts };
}

/** In letters of strings and in bytes: about how much there is to read. */
export function sizeOf(sheets: readonly SheetInput[]): number {
  return sheets.reduce((sum, { table }) => sum + table.length, 0);
}
