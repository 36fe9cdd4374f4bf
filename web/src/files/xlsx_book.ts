// SPDX-License-Identifier: MIT
//
// What an .xlsx file says beside its sheets: their names, where they are, the shared texts and the number formats. Only
// these parts and the sheets are unpacked. Macros, links to other files, pictures and queries stay packed.

import { fromEscapes } from "./cell_text.ts";
import { type NumberFormat, NumberFormats } from "./number_format.ts";
import { type Budget, refuse } from "./refusal.ts";
import { type Aside, grown } from "./sheet_cells.ts";
import { PlainText, bytesOf, startsWith } from "./plain_text.ts";
import { Texts } from "./texts.ts";
import type { Archive } from "./unzip.ts";
import { attribute, isTrue, readPart } from "./xml.ts";

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

export interface Book {
  readonly sheets: readonly SheetPart[];
  readonly asides: readonly Aside[];
  readonly from1904: boolean;
  readonly texts: Texts;
  /** By the style number of a cell. */
  readonly formats: readonly NumberFormat[];
  /** Excel is to compute the formulas when it opens the book: whoever wrote it did not. */
  readonly uncomputed: boolean;
}

interface Link {
  readonly type: string;
  readonly path: string;
}

export async function readBook(archive: Archive, budget: Budget): Promise<Book> {
  const path = await bookPath(archive);
  const links = await linksOf(archive, path);
  const byType = (type: string): string | undefined => [...links.values()].find((link) => link.type === type)?.path;
  return {
    ...(await sheetList(archive, path, links, budget)),
    texts: await sharedTexts(archive, byType("sharedStrings"), budget),
    formats: await styleFormats(archive, byType("styles"), budget),
  };
}

async function bookPath(archive: Archive): Promise<string> {
  const named = [...(await linksOf(archive, "")).values()].find((link) => link.type === "officeDocument")?.path;
  const path = named ?? "xl/workbook.xml";
  if (path.endsWith(".bin")) refuse("other_format", { part: "xlsb" });
  if (!archive.has(path) || /(^|\/)(word|ppt)\//.test(path)) refuse("not_a_workbook");
  return path;
}

/** Steps of a relation: it is kept as long as its part is read. */
const kLink = 100;

/** Relations of a part by id; those to the world outside are not even remembered. */
export async function linksOf(archive: Archive, path: string): Promise<Map<string, Link>> {
  const slash = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, slash);
  const links = new Map<string, Link>();
  await readPart(archive, `${folder}_rels/${path.slice(slash)}.rels`, {
    open(name, tag) {
      if (name !== "Relationship" || attribute(tag, "TargetMode") === "External") return;
      archive.budget.takeSteps(kLink);
      const type = attribute(tag, "Type") ?? "";
      links.set(attribute(tag, "Id") ?? "", {
        type: type.slice(type.lastIndexOf("/") + 1),
        path: resolved(folder, attribute(tag, "Target") ?? ""),
      });
    },
  });
  return links;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** By the type of the relation in small letters; macros have several. */
const kAsides = [
  ["chartsheet", "chart"],
  ["dialogsheet", "dialog"],
] as const;

async function sheetList(
  archive: Archive,
  path: string,
  links: Map<string, Link>,
  budget: Budget,
): Promise<Pick<Book, "sheets" | "asides" | "from1904" | "uncomputed">> {
  const sheets: SheetPart[] = [];
  const asides: Aside[] = [];
  let uncomputed = false;
  let from1904 = false;
  let isBook = false;
  await readPart(archive, path, {
    open(name, tag) {
      if (name === "workbook") isBook = true;
      if (name === "workbookPr") from1904 = isTrue(attribute(tag, "date1904"));
      if (name === "calcPr") uncomputed = isTrue(attribute(tag, "fullCalcOnLoad"));
      if (name !== "sheet") return;
      const link = links.get(attribute(tag, "id") ?? "");
      const title = attribute(tag, "name") ?? "";
      // Sheets of charts, dialogs and old macros have no table; a sheet without its part is a damaged file.
      if (link !== undefined && link.type !== "worksheet") {
        budget.takeSheet();
        asides.push({ name: title, kind: kAsides.find(([type]) => link.type.toLowerCase() === type)?.[1] ?? "macro" });
        return;
      }
      if (link === undefined || !archive.has(link.path)) refuse("damaged", { part: title });
      budget.takeSheet();
      sheets.push({ name: title, hidden: (attribute(tag, "state") ?? "visible") !== "visible", path: link.path });
    },
  });
  if (!isBook) refuse("not_a_workbook");
  return { sheets, asides, from1904, uncomputed };
}

/** Collects the text of <t> elements; readings of Chinese and Japanese words (<rPh>) are not part of the text. */
export class TextRuns {
  text = "";
  #inText = false;
  #inReading = false;

  open(name: string): void {
    if (name === "t") this.#inText = true;
    else if (name === "rPh") this.#inReading = true;
  }

  close(name: string): void {
    if (name === "t") this.#inText = false;
    else if (name === "rPh") this.#inReading = false;
  }

  add(text: string): void {
    if (this.#inText && !this.#inReading) this.text = grown(this.text, text, "sharedStrings");
  }

  /** Whether nothing is open or kept. */
  get empty(): boolean {
    return this.text === "" && !this.#inText && !this.#inReading;
  }

  take(): string {
    const text = fromEscapes(this.text);
    this.text = "";
    return text;
  }
}

const kItem = bytesOf("<si>");
const kItemEnd = bytesOf("</si>");

async function sharedTexts(archive: Archive, path: string | undefined, budget: Budget): Promise<Texts> {
  const texts = new Texts();
  if (path === undefined) return texts;
  const runs = new TextRuns();
  const plain = new PlainText();
  const take = (units: number): void => {
    budget.takeCells(1);
    budget.takeText(units);
  };
  await readPart(archive, path, {
    whole(xml, at) {
      if (!runs.empty || !startsWith(xml, at, kItem)) return -1;
      const end = plain.read(xml, at + kItem.length);
      if (end < 0 || !startsWith(xml, end, kItemEnd)) return -1;
      take(plain.units);
      texts.addPlain(xml, plain.from, plain.end, plain.units);
      return end + kItemEnd.length;
    },
    open: (name) => runs.open(name),
    close(name) {
      runs.close(name);
      if (name !== "si") return;
      take(runs.text.length);
      texts.add(runs.take());
    },
    text: (text) => runs.add(text),
  });
  return texts;
}

async function styleFormats(archive: Archive, path: string | undefined, budget: Budget): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (path === undefined) return formats;
  const codes = new Map<number, string>();
  const known = new Map<number, NumberFormat>();
  const all = new NumberFormats(budget);
  let inCells = false;
  await readPart(archive, path, {
    open(name, tag) {
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt") codes.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? "");
      if (name !== "xf" || !inCells) return;
      const id = Number(attribute(tag, "numFmtId") ?? 0);
      const code = codes.get(id);
      const format = known.get(id) ?? (code === undefined ? all.builtIn(id) : all.of(code));
      budget.takeSteps(1);
      known.set(id, format);
      formats.push(format);
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}
