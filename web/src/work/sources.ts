// SPDX-License-Identifier: MIT
//
// What came, as tables: texts with their encoding, workbooks with their sheets. Nothing is understood here but the kind
// of file; what stands in a table is the core's business.

import type { Encoding, SheetInput } from "../engine/junheng.d.ts";
import { decode } from "../engine/decode.ts";
import type { Reason } from "../files/refusal.ts";
import type { Statistics } from "../files/statistics_types.ts";
import { kindOf } from "../files/sniff.ts";
import type { Incoming } from "../host/tables_in.ts";

export interface SourceSheet {
  /** Of the sheet; empty where a file is one table. */
  readonly name: string;
  readonly table: string | Uint8Array;
  readonly chosen: boolean;
}

export interface Source {
  /** Of the file; empty for the clipboard. */
  readonly name: string;
  /** Bytes of a text, whose encoding may have been guessed wrong; null for workbooks and the clipboard. */
  readonly bytes: Uint8Array | null;
  readonly encoding: Encoding | null;
  readonly sheets: readonly SourceSheet[];
}

/** A file that is no table, by the key of the sentence that says so. */
export interface Refused {
  readonly name: string;
  readonly reason: "image" | "document" | "workbook";
  readonly detail?: Reason;
}

type Opened = { source: Source; statistics?: readonly Statistics[] } | { refused: Refused } | { project: string };

function ofText(name: string, bytes: Uint8Array, chosen?: Encoding): Source {
  const decoded = decode(bytes, chosen);
  return { name, bytes, encoding: decoded.encoding, sheets: [{ name: "", table: decoded.bytes, chosen: true }] };
}

/** The same bytes in another encoding. */
export function inEncoding(source: Source, encoding: Encoding): Source {
  return source.bytes === null ? source : ofText(source.name, source.bytes, encoding);
}

/** Workbooks have a reader of their own, which is loaded when the first one comes. */
async function ofWorkbook(name: string, bytes: Uint8Array): Promise<Opened> {
  const { readWorkbook } = await import("../files/workbook.ts");
  const result = readWorkbook(bytes);
  if ("refused" in result) return { refused: { name, reason: "workbook", detail: result.refused } };
  const filled = result.sheets.filter((sheet) => sheet.rows > 0);
  const sheets = (filled.length > 0 ? filled : result.sheets).map((sheet) => ({
    name: [sheet.name, sheet.statistics?.form ?? ""].filter((part) => part !== "").join(" "),
    // A form of the statistics system has its numbers at known places and no header of columns.
    table: sheet.statistics?.table ?? sheet.html,
    chosen: !sheet.hidden,
  }));
  const statistics = result.sheets.flatMap((sheet) => (sheet.statistics === undefined ? [] : [sheet.statistics]));
  return { source: { name, bytes: null, encoding: null, sheets }, statistics };
}

export async function openIncoming({ name, data }: Incoming): Promise<Opened> {
  if (typeof data === "string") {
    return { source: { name, bytes: null, encoding: null, sheets: [{ name: "", table: data, chosen: true }] } };
  }
  switch (kindOf(data, name)) {
    case "workbook":
      return ofWorkbook(name, data);
    case "project":
      return { project: new TextDecoder().decode(data) };
    case "image":
      return { refused: { name, reason: "image" } };
    case "pdf":
    case "word":
      return { refused: { name, reason: "document" } };
    default:
      return { source: ofText(name, data) };
  }
}

/** The chosen sheets, as the engine takes them. */
export function chosenSheets(sources: readonly Source[]): SheetInput[] {
  return sources.flatMap((source) =>
    source.sheets
      .filter((sheet) => sheet.chosen)
      .map((sheet) => ({ file: source.name, name: sheet.name, table: sheet.table })),
  );
}
