// SPDX-License-Identifier: MIT
//
// What is open, as a page for everybody or as evidence: asked about first, then made here, by the module that is fetched
// when it is first needed.

import type { Publication, Work } from "../../publish/publisher.d.ts";
import { download, fileName } from "../../kit/download.ts";
import { projectOf } from "../../work/project.ts";
import { fill } from "../../words/fill.ts";
import { aboutWork, fileNameOf, stemOf } from "./open_work.ts";
import type { OpenWork, PublishKind } from "./open_work.ts";
import { publishForm } from "./publish_form.ts";
import type { Stated } from "./publish_form.ts";

/** What a person stated of these tables holds as long as they are open. */
const kStated = new WeakMap<readonly unknown[], Stated>();

/** The sentence to say; empty where nobody wants it any more. */
export async function publishWork(kind: PublishKind, sources: readonly unknown[], open: OpenWork): Promise<string> {
  const { words, language } = open;
  const about = aboutWork(open);
  const { loadPublisher } = await import("../../publish/publish.ts");
  const publisher = await loadPublisher();
  const make = (stated: Stated): Publication => {
    const work = workOf(open, stated);
    return kind === "sealed" ? publisher.seal(work) : publisher.publish(work);
  };
  const stated = await publishForm(kind, {
    proposed: kStated.get(sources) ?? {
      title: about.county === "" ? stemOf(open.name) : about.county,
      publisher: about.publisher,
      source: open.name,
      date: about.date,
      plan: undefined,
    },
    open,
    make,
  });
  if (stated === null) return "";
  kStated.set(sources, stated);
  const publication = make(stated);
  const name = fileNameOf({ county: fileName(stated.title), date: stated.date }, "");
  if (kind === "sealed") {
    download(publication.single(language), "text/html", `${name}-${words.publish.sealedName}.html`);
    return words.publish.sealed;
  }
  if (kind === "folder") download(new Uint8Array(publication.zip()), "application/zip", `${name}.zip`);
  else download(publication.single(language), "text/html", `${name}.html`);
  return doneSentence(publication, open);
}

function workOf(open: OpenWork, stated: Stated): Work {
  const { tables, reading, options, county, previous, remarks, ownStandards } = projectOf(
    stated.title,
    open.standard,
    open.sheets,
    open.decisions,
    open.ownStandards,
  );
  const { plan, ...others } = stated;
  return {
    ...others,
    ...(plan === undefined ? {} : { plan }),
    standard: open.standard,
    tables,
    reading,
    options,
    county,
    previous,
    remarks: [...remarks],
    ownStandards,
  };
}

function doneSentence({ leftOut, lost }: Publication, { words }: OpenWork): string {
  const { columns, rows, small } = leftOut;
  return fill(words.publish.done, {
    columns: columns.length === 0 ? words.publish.none : columns.join(words.publish.between),
    rows,
    small: small.length,
    lost: lost.length,
  });
}
