// SPDX-License-Identifier: MIT
//
// Tables the way a person gives them: a clipboard, one file, several files at once. They go the way of the page: opened
// by web/src/work, evaluated by the built engine.

import assert from "node:assert/strict";
import { sourceModule } from "../../support/sources.mjs";
import { unaccounted } from "./accounted.mjs";

const { loadJunheng } = await import(new URL("../../../dist/site/engine/junheng.js", import.meta.url).href);
export const engine = await loadJunheng();

const [{ openIncoming, chosenSheets }, { takeIn }, { zh }, { en }, { tableFlavour }, { ofDrop }] = await Promise.all([
  sourceModule("work/sources.ts"),
  sourceModule("app/intake.ts"),
  sourceModule("words/app_zh.ts"),
  sourceModule("words/app_en.ts"),
  sourceModule("host/clipboard.ts"),
  sourceModule("host/files_in.ts"),
]);

export const file = (name, data) => ({ name, data: typeof data === "string" ? new TextEncoder().encode(data) : data });

/** Ctrl+V: what a program put into the clipboard, as text and as HTML. */
export const pasted = (plain, html = "") => ({ name: "", data: tableFlavour(html, plain) });

/** What was opened of what came: tables as the engine takes them, and what was refused. */
export async function opened(...incoming) {
  const all = await Promise.all(incoming.map((one) => openIncoming(one)));
  const sources = all.flatMap((one) => ("source" in one ? [one.source] : []));
  return {
    sheets: chosenSheets(sources),
    sources,
    refused: all.flatMap((one) => ("refused" in one ? [one.refused] : [])),
  };
}

/** The sentence of the page about what it could not read, in both languages. */
export async function refusals(...incoming) {
  const { said } = await takeIn(incoming);
  const inWords = (words) => said.map((one) => one(words)).join(" ");
  return { zh: inWords(zh), en: inWords(en) };
}

/** The answer to what was given, in which every row has to be accounted for. `reading` holds decisions of a person. */
export async function answerTo(incoming, { standard = "basic-2012", ...more } = {}) {
  const { sheets: table } = await opened(...[incoming].flat());
  const answer = engine.evaluate({ table, standard, ...more });
  assert.deepEqual(unaccounted(engine, table, answer, more), [], "rows that are neither read nor named");
  return answer;
}

/** Files and folders dropped in one movement; a folder: [name, what lies in it]. */
export function dropped(...dragged) {
  const entryOf = (one) =>
    Array.isArray(one)
      ? { name: one[0], isFile: false, isDirectory: true, createReader: () => readerOf(one[1].map(entryOf)) }
      : { name: one.name, isFile: true, isDirectory: false, file: (done) => done(new File([one.data], one.name)) };
  // A reader gives its entries in pieces and then none.
  const readerOf = (entries) => ({ readEntries: (done) => done(entries.splice(0, 2)) });
  const items = dragged.map((one) => ({
    kind: "file",
    webkitGetAsEntry: () => entryOf(one),
    getAsFile: () => (Array.isArray(one) ? null : new File([one.data], one.name)),
  }));
  return ofDrop({ items, files: dragged.filter((one) => !Array.isArray(one)) });
}
