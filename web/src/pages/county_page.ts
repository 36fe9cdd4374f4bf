// SPDX-License-Identifier: MIT
//
// The script of a published page. Nothing of what is printed is believed: the data are read, evaluated by the engine
// that came with the page, printed once more out of sight, and compared with what the reader sees.

import { answerTo } from "../publish/published.ts";
import type { Published } from "../publish/publisher.d.ts";
import { blocksOf, pageBody, pageTitle } from "../publish/page.ts";
import { fill } from "../words/fill.ts";
import type { PageContext } from "../publish/page_context.ts";
import { sha256 } from "../publish/sha256.ts";
import { comparePrinted } from "./compare_printed.ts";
import type { Comparison, Difference } from "./compare_printed.ts";
import { showCheck, showImpossible } from "./check_view.ts";
import { showDownloads } from "./downloads.ts";
import { engineOfPage } from "./engine_of_page.ts";
import { find } from "../kit/dom.ts";
import { applyStoredType, showTools, unfoldForPrint } from "./page_tools.ts";
import { watchSearch } from "./search.ts";
import { en } from "../words/page_en.ts";
import { zh } from "../words/page_zh.ts";
import type { PageWords } from "../words/page_zh.ts";

const kTables: readonly PageWords[] = [zh, en];

function wordsOfPage(): PageWords {
  return kTables.find(({ htmlLang }) => htmlLang === document.documentElement.lang) ?? zh;
}

async function start(): Promise<void> {
  const words = wordsOfPage();
  const main = find("printed");
  if (main === null) return;
  // As it came, before anything here touches it.
  const printed = main.cloneNode(true) as HTMLElement;
  const printedTitle = document.title;
  const strange = strangers(main);
  const beside = document.currentScript?.dataset["engine"];
  applyStoredType();
  unfoldForPrint();
  const inside = find("engine") !== null;
  showTools(words, null);
  const status = find("check");
  if (status !== null) status.textContent = words.checking;

  const text = find("data")?.textContent ?? "";
  const data = readData(text);
  if (data === null) return showImpossible(words.checkDamaged, words);
  let context: PageContext;
  let changed: string | null;
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
  } catch (error) {
    return showImpossible(error instanceof Error ? error.message : String(error), words);
  }
  const found = compared(printed, printedTitle, context);
  const comparison = { ...found, differences: [...strange, ...found.differences] };
  const show = (shown: PageContext): void => {
    showCheck(comparison, changed, shown.words);
    showTools(shown.words, inside ? () => speak(shown, main, show) : null);
    showDownloads(shown, text);
    watchSearch(shown);
  };
  show(context);
}

/** What stands beside the printed part and says something: a published page has nothing there but its links. */
function strangers(main: HTMLElement): Difference[] {
  return Array.from(document.body.children)
    .filter((one) => one !== main && !one.matches("script, a.skip, nav.languages"))
    .map((one) => ({
      where: `<${one.tagName.toLowerCase()}>`,
      printed: one.textContent?.trim().slice(0, 160) ?? "",
      computed: "",
    }));
}

function readData(text: string): Published | null {
  try {
    const data = JSON.parse(text) as Partial<Published> | null;
    const whole =
      data?.schema === "junheng.published/1" && Array.isArray(data.tables) && Array.isArray(data.ownStandards);
    return whole ? (data as Published) : null;
  } catch {
    return null;
  }
}

function compared(printed: HTMLElement, title: string, context: PageContext): Comparison {
  const computed = bodyOf(context);
  const comparison = comparePrinted(printed, computed);
  const expected = pageTitle(context);
  // A title has its spaces put together by the browser.
  const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
  if (plain(title) === plain(expected)) return comparison;
  return {
    ...comparison,
    differences: [{ where: "<title>", printed: title, computed: expected }, ...comparison.differences],
  };
}

/** Parsed out of sight, where no picture loads and nothing runs. */
function bodyOf(context: PageContext): HTMLElement {
  const parsed = new DOMParser().parseFromString(
    `<!DOCTYPE html><main id="printed">\n${pageBody(context).text}</main>`,
    "text/html",
  );
  return parsed.querySelector("main") ?? document.createElement("main");
}

/** The page once more in the other language. */
function speak(from: PageContext, main: HTMLElement, show: (context: PageContext) => void): void {
  const words = kTables[(kTables.indexOf(from.words) + 1) % kTables.length] ?? zh;
  const context = { ...from, words };
  document.documentElement.lang = words.htmlLang;
  document.documentElement.dir = words.dir;
  document.title = pageTitle(context);
  main.replaceChildren(...Array.from(bodyOf(context).childNodes, (node) => document.importNode(node, true)));
  show(context);
  find("language")?.focus();
}

void start();
