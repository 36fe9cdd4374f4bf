// SPDX-License-Identifier: MIT
//
// A workbook that was saved as a web page lies in a page and a folder beside it: the page has a frame and the names of
// the sheets, the folder has a file for each sheet. Both come together when somebody drops what they lie in.

import { decode } from "../engine/decode.ts";
import { kindOf } from "../files/sniff.ts";
import { tablesOf } from "../files/web_page.ts";
import { contentOf } from "../host/files_in.ts";
import type { Incoming } from "../host/files_in.ts";
import type { Source, SourceSheet } from "./sources.ts";

interface Pages {
  /** For the pages, by what came. */
  readonly sources: ReadonlyMap<Incoming, Source>;
  /** What lies in their folders: read with them, or only of use to a browser. */
  readonly parts: ReadonlySet<Incoming>;
}

export async function pagesWithFolders(incoming: readonly Incoming[]): Promise<Pages> {
  const sources = new Map<Incoming, Source>();
  const parts = new Set<Incoming>();
  for (const page of incoming) {
    const folders = foldersOf(page.name);
    const folder = incoming.filter(({ name }) => folders.some((one) => name.startsWith(one)));
    if (folder.length === 0) continue;
    const sheets = await sheetsOf(page, folder);
    if (sheets === null) continue;
    sources.set(page, { name: page.name, bytes: null, encoding: null, sheets });
    for (const one of folder) parts.add(one);
  }
  return { sources, parts };
}

/** 表.files/sheet001.htm of 表.htm; WPS and browsers write 表_files. */
function foldersOf(page: string): string[] {
  const stem = /^(.*)\.(?:html?|xls)$/i.exec(page)?.[1];
  return stem === undefined ? [] : [`${stem}.files/`, `${stem}_files/`];
}

/** Null: it is no such page, or not all of its sheets are here. */
async function sheetsOf(page: Incoming, folder: readonly Incoming[]): Promise<SourceSheet[] | null> {
  const html = await textOf(page);
  if (html === null) return null;
  const sheets: SourceSheet[] = [];
  for (const { name, file } of tablesOf(html)) {
    const part = folder.find(({ name: path }) => `/${path}`.endsWith(`/${plain(file)}`));
    const table = part === undefined ? null : await textOf(part);
    if (table === null) return null;
    if (/<table[\s>]/i.test(table))
      sheets.push({ name, table, chosen: !/<x:Visible>\s*Sheet(Very)?Hidden/i.test(table) });
  }
  return sheets.length > 0 ? sheets : null;
}

async function textOf({ name, data }: Incoming): Promise<string | null> {
  const content = await contentOf(data);
  if (!(content instanceof Uint8Array)) return null;
  const kind = kindOf(content, name);
  return kind === "text" || kind === "frames" ? new TextDecoder().decode(decode(content).bytes) : null;
}

/** An address as a file's name. */
function plain(file: string): string {
  try {
    return decodeURI(file).replaceAll("\\", "/");
  } catch {
    return file;
  }
}
