// SPDX-License-Identifier: MIT
//
// Everything that came at once, as tables to read; what is no table is said in a sentence.

import type { Incoming } from "../host/tables_in.ts";
import { decisionsOf, kNoDecisions, readProject, sourcesOf } from "../work/project.ts";
import type { Decisions } from "../work/project.ts";
import { openIncoming } from "../work/sources.ts";
import type { Refused, Source } from "../work/sources.ts";
import type { Statistics } from "../files/statistics_types.ts";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/app_zh.ts";

interface Opened {
  readonly sources: readonly Source[];
  readonly decisions: Decisions;
  /** Of a project file; empty where there is none. */
  readonly standard: string;
  /** What could not be opened, for people. */
  readonly refused: string;
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

export class Intake {
  readonly #words: () => Words;

  constructor(words: () => Words) {
    this.#words = words;
  }

  async open(incoming: readonly Incoming[]): Promise<Opened> {
    const words = this.#words();
    const sources: Source[] = [];
    const refused: string[] = [];
    let decisions = kNoDecisions;
    let standard = "";
    for (const one of incoming) {
      const opened = await openIncoming(one);
      if ("source" in opened) {
        sources.push(opened.source);
        refused.push(...(opened.statistics ?? []).map((form) => ofStatistics(form, one.name, words)));
      } else if ("refused" in opened) refused.push(this.#sentence(opened.refused, words));
      else {
        const project = readProject(opened.project);
        if (project === null) {
          refused.push(fill(words.refusedProject, { name: one.name }));
          continue;
        }
        // Its decisions speak of its own tables, so that it stands alone.
        sources.splice(0, sources.length, ...sourcesOf(project));
        decisions = decisionsOf(project);
        ({ standard } = project);
      }
    }
    return { sources, decisions, standard, refused: refused.join(" ") };
  }

  #sentence({ name, reason, detail }: Refused, words: Words): string {
    if (reason === "image") return fill(words.refusedImage, { name });
    if (reason === "document") return fill(words.refusedDocument, { name });
    return fill(words.refusedWorkbook, { name, reason: detail === undefined ? "" : words.refusal[detail.code] });
  }
}
