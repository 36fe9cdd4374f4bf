// SPDX-License-Identifier: MIT
//
// The script of a published page. Nothing of what is printed is believed: the data are read, evaluated by the engine
// that came with the page, printed once more out of sight, and the document as it was received is compared with the
// document as it should be, from its first line to its last.

import { answerTo } from "../publish/published.ts";
import { blocksOf, pageBody, pageTitle, publishedPage } from "../publish/page.ts";
import type { Packing } from "../publish/page.ts";
import { fill } from "../words/fill.ts";
import { said } from "../publish/page_context.ts";
import type { PageContext } from "../publish/page_context.ts";
import { sha256 } from "../publish/sha256.ts";
import { publishedOf } from "../publish/shape.ts";
import { comparePrinted } from "./compare_printed.ts";
import { showCheck, showChecking, showImpossible } from "./check_view.ts";
import { showDownloads } from "./downloads.ts";
import { engineOfPage } from "./engine_of_page.ts";
import { strangeParts } from "./known_programs.ts";
import { find } from "../kit/dom.ts";
import { fetched } from "../kit/fetched.ts";
import { applyStoredType, showTools, unfoldForPrint } from "./page_tools.ts";
import { parsed, received, whenReceived } from "./received.ts";
import { watchSearch } from "./search.ts";
import { en } from "../words/page_en.ts";
import { zh } from "../words/page_zh.ts";
import type { PageWords } from "../words/page_zh.ts";

const kTables: readonly PageWords[] = [zh, en];

function wordsOfPage(): PageWords {
  return kTables.find(({ htmlLang }) => htmlLang === document.documentElement.lang) ?? zh;
}

/** Also where an element of the page is called currentScript. */
function engineBeside(): string | undefined {
  const script = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript")?.get?.call(document) as unknown;
  return script instanceof HTMLElement ? script.dataset["engine"] : undefined;
}

async function start(beside: string | undefined): Promise<void> {
  await whenReceived();
  const { document: printed, strange } = received();
  const words = wordsOfPage();
  const main = find("printed");
  applyStoredType();
  unfoldForPrint();
  const inside = find("engine") !== null;
  showTools(words, null);
  showChecking(words);

  const text = find("data")?.textContent ?? "";
  const data = publishedOf(text);
  if (data === null) return showImpossible(words.checkDamaged, words);
  let context: PageContext;
  let changed: string | null;
  let foreign: ("engine" | "style")[];
  const packing = packingOf(printed, words);
  try {
    const { engine, sum } = await engineOfPage(beside);
    const answer = answerTo(engine, data);
    if (answer === null) return showImpossible(fill(words.checkStandardUnknown, { standard: data.standard }), words);
    // The sum of what the page carries is what must have been printed; that it is the engine's too is asked for apart.
    const carried = sha256(find("standard")?.textContent ?? "");
    const own = sha256(blocksOf({ data, standard: answer.standard }).standard);
    changed =
      carried === own
        ? null
        : fill(words.checkStandardChanged, { printed: carried.slice(0, 12), computed: own.slice(0, 12) });
    context = { words, data, ...answer, sums: { data: sha256(text), standard: own, engine: sum } };
    foreign = strangeParts(sum, await styleSum(packing));
  } catch (error) {
    return showImpossible(reason(error), words);
  }
  const expected = parsed(publishedPage(context, packing));
  const found = comparePrinted(printed.documentElement, expected.documentElement);
  const comparison = { ...found, differences: [...strange, ...found.differences] };
  const show = (shown: PageContext): void => {
    const { own } = shown.standard;
    showCheck(comparison, changed, foreign, own === undefined ? null : said(own.message, shown.words), shown.words);
    showTools(shown.words, inside && main !== null ? () => speak(shown, main, show) : null);
    showDownloads(shown, text);
    watchSearch(shown);
  };
  show(context);
}

/** The page's own style and script are compared with nothing here: what they are is asked of known_programs.ts. */
function packingOf(printed: Document, words: PageWords): Packing {
  const engine = printed.getElementById("engine");
  if (engine === null) return { kind: "folder", other: words === zh ? "en.html" : "index.html" };
  const scripts = Array.from(printed.querySelectorAll("script"));
  const parts = {
    style: printed.querySelector("style")?.textContent ?? "",
    script: scripts[scripts.length - 1]?.textContent ?? "",
  };
  return { kind: "single", parts, engine: engine.textContent ?? "" };
}

async function styleSum(packing: Packing): Promise<string> {
  if (packing.kind === "single") return sha256(packing.parts.style);
  return sha256(await fetched(new URL("page.css", document.baseURI)));
}

/** The page once more in the other language. */
function speak(from: PageContext, main: HTMLElement, show: (context: PageContext) => void): void {
  const words = kTables[(kTables.indexOf(from.words) + 1) % kTables.length] ?? zh;
  const context = { ...from, words };
  document.documentElement.lang = words.htmlLang;
  document.documentElement.dir = words.dir;
  document.title = pageTitle(context);
  const body = parsed(`<!DOCTYPE html><main id="printed">\n${pageBody(context).text}</main>`);
  const made = body.querySelector("main")?.childNodes ?? [];
  main.replaceChildren(...Array.from(made, (node) => document.importNode(node, true)));
  show(context);
  find("language")?.focus();
}

// What the page told its script is gone once the script is done.
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
// Data of another shape than ours may fail anywhere on the way: then nothing is known, and that is said.
start(engineBeside()).catch((error: unknown) => showImpossible(reason(error), wordsOfPage()));
