// SPDX-License-Identifier: MIT
//
// What the pages with forms share: two languages, large type, a title, and the versions beneath.

import type { Standard } from "../engine/junheng.d.ts";
import { blocksOf } from "../publish/page.ts";
import { fill } from "../words/fill.ts";
import type { Published } from "../publish/publisher.d.ts";
import { sha256 } from "../publish/sha256.ts";
import { element, find, tableBox } from "../kit/dom.ts";
import { chooseLanguage, chosenLanguage } from "../kit/language.ts";
import { applyStoredType, showTools, unfoldForPrint } from "./page_tools.ts";
import type { Computing } from "./page_parts.ts";
import { startComputing } from "./page_parts.ts";
import { en } from "../words/page_en.ts";
import { zh } from "../words/page_zh.ts";
import type { PageWords } from "../words/page_zh.ts";

interface PlainPage<Own> {
  /** The page's own words, beside those of all published pages. */
  own: Record<"zh" | "en", Own>;
  title(words: Own): string;
  lead(words: Own): string;
  /** The page's own elements, made anew for each language; what was typed is kept by the page itself. */
  content(computing: Computing, words: PageWords & Own): HTMLElement[];
}

export async function startPlainPage<Own>(page: PlainPage<Own>): Promise<void> {
  const root = document.currentScript?.dataset["root"] ?? "";
  const both = { zh: { ...zh, ...page.own.zh }, en: { ...en, ...page.own.en } };
  let words: PageWords & Own = both[chosenLanguage() === "en" ? "en" : "zh"];
  applyStoredType();
  unfoldForPrint();
  const main = find("page");
  if (main === null) return;
  let computing: Computing | null = null;
  let trouble = "";

  const show = (): void => {
    document.documentElement.lang = words.htmlLang;
    document.documentElement.dir = words.dir;
    document.title = `${page.title(words)} · ${words.siteName}`;
    const tools = element("div", { id: "tools", class: "tools", role: "group", "aria-label": words.tools });
    const state =
      computing !== null ? "" : trouble === "" ? words.engineWaiting : fill(words.engineFailed, { reason: trouble });
    main.replaceChildren(
      tools,
      element("h1", {}, page.title(words)),
      element("p", {}, page.lead(words)),
      element("p", { id: "state", role: "status" }, state),
      ...(computing === null ? [] : [...page.content(computing, words), versions(computing, words)]),
    );
    showTools(words, () => {
      words = words === both.zh ? both.en : both.zh;
      chooseLanguage(words === both.en ? "en" : "zh");
      show();
      find("language")?.focus();
    });
  };
  show();
  try {
    computing = await startComputing(root);
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
  show();
}

/** Sums of the engine and of each standard it knows, as they stand on every published page. */
function versions({ engine, engineSum }: Computing, words: PageWords): HTMLElement {
  const row = (what: string, version: string, sum: string): HTMLElement =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, what),
      element("td", {}, version),
      element("td", {}, element("code", {}, sum)),
    );
  const standardSum = (standard: Standard): string => sha256(blocksOf({ data: {} as Published, standard }).standard);
  const rows = engine.standards().map((standard) => row(words.hashStandard, standard.id, standardSum(standard)));
  return element(
    "footer",
    {},
    element(
      "details",
      {},
      element("summary", {}, words.hashCaption),
      tableBox({
        caption: words.hashCaption,
        heads: [words.hashWhat, words.hashVersion, words.hashValue],
        rows: [row(words.hashEngine, engine.version, engineSum), ...rows],
        attributes: { class: "sums" },
      }),
      element("p", { class: "source" }, words.licence),
    ),
  );
}
