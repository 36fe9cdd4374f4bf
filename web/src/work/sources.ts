// SPDX-License-Identifier: MIT
//
// What came, as tables: texts with their encoding, workbooks with their sheets. Nothing is understood here but the kind
// of file; what stands in a table is the core's business.

import type { Encoding, SheetInput } from "../engine/junheng.d.ts";
import { decode } from "../engine/decode.ts";
import type { Reason } from "../files/refusal.ts";
import type { Aside } from "../files/sheet_cells.ts";
import type { Statistics } from "../files/statistics_types.ts";
import { kindOf } from "../files/sniff.ts";
import type { NoTable } from "../files/file_kind.ts";
import { contentOf } from "../host/files_in.ts";
import { readBook } from "../host/workbook_reader.ts";
import type { Incoming, Unread } from "../host/files_in.ts";

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
  /** Another encoding that is nearly as likely; absent where a person has chosen. */
  readonly doubt?: Encoding;
  readonly sheets: readonly SourceSheet[];
}

/** Texts that can be no table, whatever stands in them. */
type PastedNoTable = "noise" | "address" | "one_line";

/** What was not read, by the key of the sentence that says why. */
export interface Refused {
  readonly name: string;
  readonly reason: NoTable | Unread["unread"] | "workbook" | PastedNoTable;
  readonly detail?: Reason;
}

type Opened =
  | { source: Source; statistics?: readonly Statistics[]; asides?: readonly Aside[] }
  | { refused: Refused }
  | { project: string };

function ofText(name: string, bytes: Uint8Array, chosen?: Encoding): Source {
  const decoded = decode(bytes, chosen);
  const sheets = [{ name: "", table: decoded.bytes, chosen: true }];
  const doubt = decoded.doubt === null ? {} : { doubt: decoded.doubt };
  return { name, bytes, encoding: decoded.encoding, ...doubt, sheets };
}

/** The same bytes in another encoding. */
export function inEncoding(source: Source, encoding: Encoding): Source {
  return source.bytes === null ? source : ofText(source.name, source.bytes, encoding);
}

/** What has zeros in it becomes a text: as bytes it might be taken for another encoding. */
function tableOf(html: Uint8Array): string | Uint8Array {
  return html.includes(0) ? new TextDecoder().decode(html) : html;
}

/** Workbooks have a reader of their own, which is loaded when the first one comes. */
async function ofWorkbook(name: string, bytes: Uint8Array, asked: AbortSignal): Promise<Opened | null> {
  const result = await readBook(bytes, asked);
  if (result === null) return null;
  if ("refused" in result) return { refused: { name, reason: "workbook", detail: result.refused } };
  const filled = result.sheets.filter((sheet) => sheet.rows > 0);
  const sheets = (filled.length > 0 ? filled : result.sheets).map((sheet) => ({
    name: [sheet.name, sheet.statistics?.form ?? ""].filter((part) => part !== "").join(" "),
    // A form of the statistics system has its numbers at known places and no header of columns.
    table: sheet.statistics?.table ?? tableOf(sheet.html),
    chosen: !sheet.hidden,
  }));
  const statistics = result.sheets.flatMap((sheet) => (sheet.statistics === undefined ? [] : [sheet.statistics]));
  return { source: { name, bytes: null, encoding: null, sheets }, statistics, asides: result.asides ?? [] };
}

/** Of a text; the engine looks again at whatever comes to it by other ways. */
const kMostControls = 1 / 4;
const kSlices = 64;
const kSlice = 1024;

/** A paste that is mostly control characters, as some places all over it say: it would cost memory and say nothing. */
function isNoise(text: string): boolean {
  const step = Math.max(Math.floor(text.length / kSlices), kSlice);
  let seen = 0;
  let noise = 0;
  for (let at = 0; at < text.length; at += step) {
    const slice = text.slice(at, at + kSlice);
    seen += slice.length;
    // White space, and ESC of what was copied from a terminal, are of a text.
    noise += slice.replace(/[^\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]/g, "").length;
  }
  return noise > seen * kMostControls;
}

/** A link, a place on a disk, one cell, a sentence: one line without anything that parts cells. Null: it may be a table. */
function noTable(text: string): PastedNoTable | null {
  if (isNoise(text)) return "noise";
  const line = text.slice(0, kSlice).trim();
  if (text.length > kSlice || line === "" || /[\n\r\t,;|<{]/.test(line)) return null;
  return /^([a-z]+:\/\/|[a-z]:\\|\\\\)\S/i.test(line) ? "address" : "one_line";
}

/** Of what nobody can stop. */
const kWanted = new AbortController().signal;

/** Null where it is no longer wanted: `asked` was aborted. */
export async function openIncoming({ name, data }: Incoming, asked = kWanted): Promise<Opened | null> {
  const content = await contentOf(data);
  if (asked.aborted) return null;
  const reason = typeof content === "string" ? noTable(content) : null;
  if (reason !== null) return { refused: { name, reason } };
  if (typeof content === "string")
    return { source: { name, bytes: null, encoding: null, sheets: [{ name: "", table: content, chosen: true }] } };
  if (!(content instanceof Uint8Array)) return { refused: { name, reason: content.unread } };
  const kind = kindOf(content, name);
  if (kind === "workbook") return ofWorkbook(name, content === data ? content.slice() : content, asked);
  if (kind === "project") return { project: new TextDecoder().decode(content) };
  return kind === "text" ? { source: ofText(name, content) } : { refused: { name, reason: kind } };
}

/** The chosen sheets, as the engine takes them. */
export function chosenSheets(sources: readonly Source[]): SheetInput[] {
  return sources.flatMap((source) =>
    source.sheets
      .filter((sheet) => sheet.chosen)
      .map((sheet) => ({ file: source.name, name: sheet.name, table: sheet.table })),
  );
}
