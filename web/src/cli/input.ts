// SPDX-License-Identifier: MIT
//
// Files and the standard input, as the page takes them: whatever openIncoming reads, said in the page's sentences where
// it is no table.

import { readFile } from "node:fs/promises";
import type { Encoding, SheetInput, Text } from "../engine/junheng.d.ts";
import { kNoDecisions, readProject, sourcesOf } from "../work/project.ts";
import type { Decisions } from "../work/project.ts";
import { chosenSheets, inEncoding, openIncoming } from "../work/sources.ts";
import type { Source } from "../work/sources.ts";
import { en } from "../words/app_en.ts";
import { zh } from "../words/app_zh.ts";
import { fill } from "../words/fill.ts";
import { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";

/** As in other programs: the standard input. */
export const kStdin = "-";

export interface Input {
  /** As it was named; empty for the standard input. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Gathered {
  readonly sheets: readonly SheetInput[];
  readonly decisions: Decisions;
  /** Of a project; empty where there is none. */
  readonly standard: string;
  /** Files of it, where it is one's own. */
  readonly ownStandards: readonly string[];
  /** What a person should look at. */
  readonly notes: readonly Text[];
}

export function notRead(name: string, error: unknown): Stop {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const shown = inertLine(name);
  const why =
    code === "ENOENT"
      ? { zh: "没有这个文件", en: "there is no such file" }
      : code === "EISDIR"
        ? { zh: "是文件夹，请写出其中的文件", en: "it is a folder; name the files in it" }
        : code === "EACCES" || code === "EPERM"
          ? { zh: "没有读的权限", en: "there is no permission to read it" }
          : { zh: inertLine(message), en: inertLine(message) };
  return new Stop("noInput", { zh: `打不开“${shown}”：${why.zh}。`, en: `“${shown}” cannot be opened: ${why.en}.` });
}

export async function readInput(name: string): Promise<Input> {
  if (name === kStdin) return { name: "", bytes: await readStdin() };
  try {
    return { name, bytes: await readFile(name) };
  } catch (error) {
    throw notRead(name, error);
  }
}

async function readStdin(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}

/** Without folders and the ending of its kind: what a result of it is called. */
export function stemOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const stem = base.replace(/(?<=.)\.[A-Za-z0-9]+$/, "");
  return stem === "" ? "stdin" : stem;
}

/** Several files are read as one table, as the page does it; a project stands alone. */
export async function gathered(inputs: readonly Input[], encoding: Encoding | undefined): Promise<Gathered> {
  const sources: Source[] = [];
  const notes: Text[] = [];
  for (const { name, bytes } of inputs) {
    // Node 18 keeps it in a module of its own; the page's modules ask for the global one.
    const opened = await openIncoming({ name, data: bytes });
    if (opened === null) continue;
    if ("project" in opened) {
      if (inputs.length > 1)
        throw new Stop("data", {
          zh: `“${inertLine(name)}”是项目文件，请单独打开。`,
          en: `“${inertLine(name)}” is a project and is opened alone.`,
        });
      return ofProject(name, opened.project);
    }
    if ("refused" in opened) throw new Stop("data", refusalText(name, opened.refused));
    const source = encoding === undefined ? opened.source : inEncoding(opened.source, encoding);
    if (source.doubt !== undefined && source.encoding !== null)
      notes.push({
        zh: `“${inertLine(name)}”按 ${source.encoding} 读入；如果 ${source.doubt} 才对，请加 --encoding ${source.doubt}。`,
        en: `“${inertLine(name)}” was read as ${source.encoding}; if ${source.doubt} is right, add --encoding ${source.doubt}.`,
      });
    sources.push(source);
  }
  return { sheets: chosenSheets(sources), decisions: kNoDecisions, standard: "", ownStandards: [], notes };
}

function ofProject(name: string, text: string): Gathered {
  const project = readProject(text);
  if (project === null)
    throw new Stop("data", {
      zh: fill(zh.refusedProject, { name: inertLine(name) }),
      en: fill(en.refusedProject, { name: inertLine(name) }),
    });
  const { tables: _, name: __, schema: ___, standard, ownStandards, ...decisions } = project;
  return { sheets: chosenSheets(sourcesOf(project)), decisions, standard, ownStandards, notes: [] };
}

type Opened = NonNullable<Awaited<ReturnType<typeof openIncoming>>>;

function refusalText(name: string, { reason, detail }: Extract<Opened, { refused: unknown }>["refused"]): Text {
  const of = (words: typeof zh, stdin: string): string => {
    const quoted = name === "" ? stdin : fill(words.quoted, { name: inertLine(name) });
    if (reason !== "workbook") return fill(words.refused[reason], { names: quoted });
    return fill(words.refusedWorkbook, {
      names: quoted,
      reason: detail === undefined ? "" : words.refusal[detail.code],
    });
  };
  return { zh: of(zh, "标准输入"), en: of(en, "The standard input") };
}
