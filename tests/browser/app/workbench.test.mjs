// SPDX-License-Identifier: MIT
//
// The whole path in a real browser: a table on the real clipboard, Ctrl+V, the verdict in the accessible text and the
// picture on the canvas.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  canvasStatistics,
  emptied,
  fromMenu,
  openPage,
  pasteText,
  sample,
  screenshot,
  settled,
  verdict,
  wholeText,
  withWorkbench,
  workbenchReady,
} from "../support/browser.mjs";

const started = browserForTests();

const countyText = await readFile(sample("sample-county.tsv"), "utf8");
const fiveText = await readFile(sample("five-schools.tsv"), "utf8");

test("Ctrl+V of the sample county: verdict, reasons, schools and excluded schools in the text, and a picture", async () => {
  await withWorkbench(started, async (page) => {
    await settled(page);
    await screenshot(page, "start");
    await pasteText(page, countyText);
    assert.match(await verdict(page, "fail"), /示例区.*不达标/);
    await settled(page);
    await screenshot(page, "county");
    assert.ok((await canvasStatistics(page)).ink > 10_000);
    await page.click("#view-switch");
    await verdict(page, "fail");
    const text = page.locator("#text-view");
    assert.match(await text.innerText(), /差异系数 0\.5368，高于 0\.50/);
    // What screen readers get: names, captions, row heads, reasons; by role, not by our own ids.
    const tables = page.getByRole("table");
    assert.equal(await tables.count(), 4);
    assert.equal(await page.getByRole("rowheader", { name: "示例一小", exact: true }).count(), 1);
    assert.match(await text.innerText(), /示例山坪教学点.*不足50人/);
    await screenshot(page, "county-text");
    assert.ok(await text.isVisible());
  });
});

test("a paste that is no table says why and leaves the former result", async () => {
  await withWorkbench(started, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    const before = await wholeText(page);
    const bad = ["你好", "没有\t表头\n一小\t45", `学校名称\t在校生数\n`, `学校名称\t在校生数\n一\u0000小\t45\n`];
    for (const text of bad) {
      await emptied(page, "#notice");
      await pasteText(page, text);
      await page.waitForFunction(() => document.getElementById("notice").textContent !== "");
      assert.equal(await wholeText(page), before, JSON.stringify(text));
    }
    await settled(page);
    await screenshot(page, "notice");
    await pasteText(page, countyText);
    await page.waitForFunction(() => document.getElementById("notice").textContent === "");
  });
});

test("a dropped file and a chosen one are opened", async () => {
  await withWorkbench(started, async (page) => {
    // A drag out of the file manager cannot be made by keys and mouse; the event it ends in can.
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File(["\ufeff", text], "示例.csv", { type: "text/csv" }));
        const options = { dataTransfer: data, bubbles: true, cancelable: true };
        const over = new DragEvent("dragover", options);
        document.body.dispatchEvent(over);
        if (!over.defaultPrevented) throw new Error("the browser would leave the page");
        document.body.dispatchEvent(new DragEvent("drop", options));
      },
      countyText.replaceAll("\t", ","),
    );
    await verdict(page, "fail");
    assert.ok(await page.locator("#drop-hint").isHidden());
    await page.setInputFiles("#file", {
      name: "五校.txt",
      mimeType: "text/plain",
      buffer: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(fiveText, "utf16le")]),
    });
    await verdict(page, "unknown");
  });
});

test("language: both ways between the page and the workbench, and kept over a reload", async () => {
  await withWorkbench(started, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await page.click("#view-switch");
    await fromMenu(page, "#language-switch");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.match(await verdict(page, "fail"), /fail/);
    await page.click("#view-switch");
    await settled(page);
    await screenshot(page, "county-en");
    await page.reload();
    await workbenchReady(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  });
});

test("a table pasted before the engine is there is not lost", async () => {
  const opened = await openPage(started, "about:blank");
  try {
    await opened.page.route("**/workbench.wasm", async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await opened.page.goto(new URL("app/", started.url).href);
    assert.ok(await opened.page.locator("#paste-box").isVisible());
    await opened.page.locator("#paste-box").focus();
    await pasteText(opened.page, countyText);
    await opened.page.waitForFunction(() => /已收到/.test(document.getElementById("status").textContent));
    await verdict(opened.page, "fail");
    opened.check();
  } finally {
    await opened.close();
  }
});

test("when the page has nothing else to do an evaluation is made for nobody, and nobody sees it", async () => {
  const holdBack = () => {
    window.idle = [];
    window.requestIdleCallback = (callback) => window.idle.push(callback);
  };
  await withWorkbench(
    started,
    async (page) => {
      await page.waitForFunction(() => window.idle.length > 0);
      await settled(page);
      const before = await page.evaluate(() => [window.__junheng.frames, document.body.innerText]);
      await page.evaluate(() => window.idle.forEach((callback) => callback()));
      await settled(page);
      assert.deepEqual(await page.evaluate(() => [window.__junheng.frames, document.body.innerText]), before);
      assert.equal(await page.evaluate(() => document.getElementById("verdict").dataset.verdict), undefined);
      await pasteText(page, countyText);
      assert.match(await verdict(page, "fail"), /示例区.*不达标/);
      await page.evaluate(() => window.idle.forEach((callback) => callback()));
      assert.match(await verdict(page, "fail"), /示例区.*不达标/);
    },
    { init: holdBack },
  );
});
