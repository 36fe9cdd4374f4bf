// SPDX-License-Identifier: MIT
//
// A language written from right to left is one more table of words: the page turns round by itself. The words here are
// the Chinese ones under another flag, because what is tested is the page and not a translation.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "../../../web/tools/bundle.mjs";
import { loadJunheng, sampleText } from "../../support/publishing.mjs";
import { browserForTests, kNoGl, screenshot } from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "junheng-rtl-"));
});
after(() => rm(folder, { recursive: true }));

const source = (path) => fileURLToPath(new URL(`../../../web/src/${path}`, import.meta.url));

async function moduleOf(path) {
  const file = join(folder, `${path.replaceAll(/\W/g, "_")}.mjs`);
  await writeFile(file, await bundle(source(path), { wasm: "" }));
  return import(pathToFileURL(file).href);
}

test("everything turns round but numbers and charts, and nothing sticks out", async () => {
  const [{ publishedPage }, { zh }, { sealedData, answerTo }] = await Promise.all(
    ["publish/page.ts", "words/page_zh.ts", "publish/published.ts"].map(moduleOf),
  );
  const junheng = await loadJunheng();
  const words = { ...zh, htmlLang: "ug", dir: "rtl", verdictHeading: "خۇلاسە" };
  const data = sealedData(junheng, { tables: [{ name: "", text: sampleText }] });
  const context = { words, data, ...answerTo(junheng, data), sums: { data: "0", standard: "0", engine: "0" } };
  const style = await import("node:fs/promises").then(({ readFile }) =>
    readFile(new URL("../../../public/publish/page.css", import.meta.url), "utf8"),
  );
  const path = join(folder, "page.html");
  await writeFile(path, publishedPage(context, { kind: "single", parts: { script: "", style }, engine: "" }));
  const browser = await started.browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path).href);
    const seen = await page.evaluate(() => {
      const row = document.querySelector("tr.school");
      const [name, pupils] = [row.cells[0], row.cells[1]].map((cell) => cell.getBoundingClientRect());
      const bar = document.querySelector("svg rect:nth-of-type(2)")?.getBoundingClientRect();
      return {
        direction: getComputedStyle(document.body).direction,
        mirrored: name.left > pupils.left,
        heading: document.querySelector("h2").getBoundingClientRect().right > 300,
        charts: document.querySelectorAll("svg").length > 10 && bar !== undefined,
        // the texts of a chart stand inside of it
        inside: Array.from(document.querySelectorAll("svg text")).every((text) => {
          const [own, whole] = [text, text.closest("svg")].map((one) => one.getBoundingClientRect());
          return own.left >= whole.left - 4 && own.right <= whole.right + 4;
        }),
        wide: document.documentElement.scrollWidth - window.innerWidth,
      };
    });
    assert.deepEqual(seen, { direction: "rtl", mirrored: true, heading: true, charts: true, inside: true, wide: 0 });
    await screenshot(page, "right-to-left");
  } finally {
    await browser.close();
  }
});
