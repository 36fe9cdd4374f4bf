// SPDX-License-Identifier: MIT
//
// Everything that came at once, as tables to read; what is no table is said in a sentence for each reason.

import type { Encoding } from "../engine/junheng.d.ts";
import { kMostBytes } from "../files/refusal.ts";
import { type Incoming, kMostFiles } from "../host/files_in.ts";
import { decisionsOf, kNoDecisions, readProject, sourcesOf } from "../work/project.ts";
import type { Decisions, Project } from "../work/project.ts";
import { pagesWithFolders } from "../work/page_folder.ts";
import { idOfStandard, isStandardFile } from "../work/own_standards.ts";
import { openIncoming } from "../work/sources.ts";
import type { Refused, Source } from "../work/sources.ts";
import type { Aside } from "../files/sheet_cells.ts";
import type { Statistics } from "../files/statistics_types.ts";
import { type NamedVersion, versionsOf } from "../work/versions_file.ts";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/app_zh.ts";

/** A sentence that can be said again in another language. */
type Said = (words: Words) => string;

interface Opened {
  readonly sources: readonly Source[];
  readonly decisions: Decisions;
  /** Of a project file. */
  readonly versions: readonly NamedVersion[];
  /** Of a project file; empty where there is none. */
  readonly standard: string;
  /** Files of standards of one's own: a project's, or those that came themselves, of which `standard` is the last. */
  readonly ownStandards: readonly string[];
  /** What was not opened, and what a person should look at: a sentence each. */
  readonly said: readonly Said[];
}

/** So many names stand in a sentence; the others are counted. */
const kNames = 5;

export function namesOf(names: readonly string[], words: Words): string {
  const quoted = names.slice(0, kNames).map((name) => fill(words.quoted, { name }));
  const listed = quoted.join(words.listComma);
  return names.length <= kNames ? listed : fill(words.andMore, { names: listed, count: String(names.length) });
}

/** Whoever drops one file after another may have wanted both. */
export function replacedSentence(before: readonly Source[], now: readonly Source[], words: Words): string {
  const names = (sources: readonly Source[]): string =>
    namesOf(
      sources.map(({ name }) => (name === "" ? words.sourcePasted : name)),
      words,
    );
  return fill(words.replaced, { now: names(now), before: names(before) });
}

/** What was read of a form of the statistics system, and what of it was not. */
function ofStatistics({ form, cells, notes }: Statistics, name: string, words: Words): string {
  const read = cells.map(({ cell }) => cell).join(" ");
  const left = notes.map(({ code, cell, found }) =>
    [words.statisticsNote[code], cell ?? "", found === "" ? "" : fill(words.brackets, { text: found })]
      .filter((part) => part !== "")
      .join(" "),
  );
  const about = fill(words.statisticsRead, { name, form, cells: read === "" ? words.notKnown : read });
  return left.length === 0 ? about : `${about} ${fill(words.statisticsLeft, { left: left.join(words.semicolon) })}`;
}

/** Sheets without cells, by kind. */
function ofAsides(asides: readonly Aside[], name: string): Said[] {
  return (["chart", "macro", "dialog"] as const).flatMap((kind) => {
    const names = asides.filter((one) => one.kind === kind).map((one) => one.name);
    return names.length === 0 ? [] : [(words) => fill(words.sheetAside[kind], { name, names: namesOf(names, words) })];
  });
}

/** A text whose encoding was guessed between two that are near: how either reads, so that eyes can decide. */
function ofDoubt({ name, bytes, encoding, doubt }: Source): Said[] {
  if (bytes === null || encoding === null || doubt === undefined) return [];
  const sample = (one: Encoding): string =>
    /[^\0-\x7f]{2,8}/.exec(new TextDecoder(one).decode(bytes.subarray(0, kSample)))?.[0] ?? "";
  const samples = { sample: sample(encoding), otherSample: sample(doubt) };
  return [
    (words) =>
      fill(words.encodingAsked, {
        name,
        encoding: words.encoding[encoding],
        other: words.encoding[doubt],
        ...samples,
      }),
  ];
}

const kSample = 4096;

/** One for each reason, with the names of all files that it is true of: a folder may hold a hundred photos. */
function ofRefused(refused: readonly Refused[]): Said[] {
  const byReason = new Map<string, Refused[]>();
  for (const one of refused) {
    const reason = `${one.reason} ${one.detail?.code ?? ""}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), one]);
  }
  return [...byReason.values()].map((alike) => (words) => {
    const { reason, detail } = alike[0]!;
    const why = detail === undefined ? "" : words.refusal[detail.code];
    const sentence = reason === "workbook" ? fill(words.refusedWorkbook, { reason: why }) : words.refused[reason];
    const names = alike.map(({ name }) => name);
    return fill(sentence, { names: namesOf(names, words), limit: kMostFiles, size: kMostBytes >> 20 });
  });
}

/** Null where `asked` was aborted meanwhile: something else is wanted now. */
export async function takeIn(incoming: readonly Incoming[], asked?: AbortSignal): Promise<Opened | null> {
  const pages = await pagesWithFolders(incoming);
  const sources: Source[] = [];
  const projects: { name: string; project: Project }[] = [];
  const refused: Refused[] = [];
  const said: Said[] = [];
  const ownStandards: string[] = [];
  for (const one of incoming) {
    if (pages.parts.has(one)) continue;
    const page = pages.sources.get(one);
    const opened = page === undefined ? await openIncoming(one, asked) : { source: page };
    if (opened === null || asked?.aborted) return null;
    if ("source" in opened) {
      sources.push(opened.source);
      said.push(...ofDoubt(opened.source));
      if ("statistics" in opened)
        said.push(
          ...(opened.statistics ?? []).map(
            (form): Said =>
              (words) =>
                ofStatistics(form, one.name, words),
          ),
        );
      if ("asides" in opened) said.push(...ofAsides(opened.asides ?? [], one.name));
    } else if ("refused" in opened) refused.push(opened.refused);
    else {
      const project = readProject(opened.project);
      if (project === null && isStandardFile(opened.project)) ownStandards.push(opened.project);
      else if (project === null) said.push((words) => fill(words.refusedProject, { name: one.name }));
      else projects.push({ name: one.name, project });
    }
  }
  said.push(...ofRefused(refused));
  const [first, ...others] = projects;
  if (first === undefined) {
    const standard = idOfStandard(ownStandards.at(-1) ?? "");
    return { sources, decisions: kNoDecisions, versions: [], standard, ownStandards, said };
  }
  // Its decisions speak of its own tables, so that it stands alone.
  const left = [...sources, ...others].map(({ name }) => name);
  if (left.length > 0)
    said.push((words) => fill(words.projectAlone, { name: first.name, names: namesOf(left, words) }));
  const { project } = first;
  const { standard } = project;
  const versions = versionsOf(project);
  ownStandards.push(...project.ownStandards, ...versions.flatMap((one) => one.ownStandards));
  return { sources: sourcesOf(project), decisions: decisionsOf(project), versions, standard, ownStandards, said };
}
