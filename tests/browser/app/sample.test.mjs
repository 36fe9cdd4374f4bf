// SPDX-License-Identifier: MIT
//
// What a sample brings goes with it, and what is no table has a sentence of its own.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { browserForTests, pasteText, reads, sample, verdict, withText } from "../support/browser.mjs";

const started = browserForTests();

const kCounty = await readFile(sample("sample-county.tsv"), "utf8");

const withNarrow = (body) =>
  withText(started, (page, { context }) => body(page, context), { context: { viewport: { width: 600, height: 800 } } });
const standard = (page) => page.locator("#standard").inputValue();
const opened = (page) =>
  page.waitForFunction(() => /读出 5 所学校/.test(document.getElementById("status").textContent));

test("the sample of five schools is judged by its own standard, and the next table by the one before", async () => {
  await withNarrow(async (page) => {
    assert.equal(await standard(page), "quality-2017");
    await page.click('[data-sample="five-schools.tsv"]');
    await opened(page);
    assert.equal(await standard(page), "basic-2012");
    // What cannot be read changes nothing of what is shown.
    await pasteText(page, "a\tb\n1\t2");
    await page.waitForFunction(() => document.getElementById("notice").textContent !== "");
    assert.equal(await standard(page), "basic-2012");
    await pasteText(page, kCounty);
    await verdict(page, "fail");
    assert.equal(await standard(page), "quality-2017");
    // One sample after the other: still the one before the first.
    await page.click('[data-sample="five-schools.tsv"]');
    await opened(page);
    await page.click('[data-sample="sample-county.tsv"]');
    await verdict(page, "fail");
    assert.equal(await standard(page), "quality-2017");
  });
});

test("standard and decisions go along to the workbench", async () => {
  await withNarrow(async (page) => {
    await pasteText(page, kCounty);
    await verdict(page, "fail");
    await page.selectOption("#standard", "basic-2012");
    await page.waitForFunction(() => /综合差异系数/.test(document.getElementById("text-view").textContent));
    await page.click("#view-switch");
    await page.waitForFunction(() => document.body.dataset.view === "canvas");
    await page.waitForFunction(() => document.getElementById("canvas").getAttribute("aria-label") !== "");
    assert.equal(await standard(page), "basic-2012");
  });
});

test("a standard that was chosen over a sample stays chosen", async () => {
  await withNarrow(async (page) => {
    await page.click('[data-sample="sample-county.tsv"]');
    await verdict(page, "fail");
    await page.selectOption("#standard", "basic-2012");
    await pasteText(page, kCounty.replaceAll("示例区", "另一区"));
    await reads(page, "#verdict", /另一区/);
    await reads(page, "#text-view", /综合差异系数/);
    assert.equal(await standard(page), "basic-2012");
  });
});

test("a picture in the clipboard is said to be one, and leaves the result as it was; a file is opened", async () => {
  await withNarrow(async (page) => {
    await pasteText(page, kCounty);
    await verdict(page, "fail");
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(4, 4);
      canvas.getContext("2d").fillRect(0, 0, 4, 4);
      const picture = await canvas.convertToBlob({ type: "image/png" });
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    });
    await page.keyboard.press("Control+V");
    await page.waitForFunction(() => /剪贴板里是图片/.test(document.getElementById("notice").textContent));
    await verdict(page, "fail");
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "表.tsv", { type: "text/tab-separated-values" }));
        document.body.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      await readFile(sample("five-schools.tsv"), "utf8"),
    );
    await opened(page);
  });
});
