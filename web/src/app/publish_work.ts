// SPDX-License-Identifier: MIT
//
// What is open, as a page for everybody or as evidence: made here, by the module that is fetched when it is first asked
// for. Says what was left out of it.

import type { PublishKind, ReadingPanel } from "./reading/panel.ts";
import { projectOf } from "../work/project.ts";
import { download, fileName } from "../kit/download.ts";
import { fill } from "../words/fill.ts";
import type { LanguageId } from "../kit/language.ts";
import type { Words } from "../words/app_zh.ts";

interface Publishing {
  readonly panel: ReadingPanel;
  readonly standard: string;
  /** Of the county; heads the page. */
  readonly title: string;
  readonly language: LanguageId;
  readonly words: Words;
}

/** The sentence to say. */
export async function publishWork(
  kind: PublishKind,
  { panel, standard, title, language, words }: Publishing,
): Promise<string> {
  const { loadPublisher } = await import("../publish/publish.ts");
  const publisher = await loadPublisher();
  const { tables, reading, options, county, previous, remarks } = projectOf(
    title,
    standard,
    panel.sheets,
    panel.decisions,
  );
  const work = {
    title,
    source: panel.name,
    standard,
    tables,
    reading,
    options,
    county,
    previous,
    remarks: [...remarks],
  };
  const name = fileName(title);
  if (kind === "sealed") {
    download(publisher.seal(work).single(language), "text/html", `${name}.${words.publish.sealedName}.html`);
    return words.publish.sealed;
  }
  const publication = publisher.publish(work);
  if (kind === "folder") download(new Uint8Array(publication.zip()), "application/zip", `${name}.zip`);
  else download(publication.single(language), "text/html", `${name}.html`);
  const { columns, rows, small } = publication.leftOut;
  return fill(words.publish.done, {
    columns: columns.length === 0 ? words.publish.none : columns.join(words.publish.between),
    rows,
    small: small.length,
    lost: publication.lost.length,
  });
}
