// SPDX-License-Identifier: MIT
//
// The bar above everything: one line of whole words at the common widths, in both languages and in every view.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openPage, pasteText, sample, screenshot, startBrowser, verdict, workbenchReady } from "../support/browser.mjs";

let started;
before(async () => {
  started = await startBrowser();
});
after(() => started.close());

const countyText = await readFile(sample("sample-county.tsv"), "utf8");

/** What is cut off, covered, broken over lines or out of the window. */
function faults(page) {
  return page.evaluate(() => {
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const one of document.querySelectorAll(
      ".bar .button, .bar .name, #paste-box, .entry .button, #kept-view .button, #reading-view > p .button",
    )) {
      const box = one.getBoundingClientRect();
      if (box.width === 0 || getComputedStyle(one).display === "none") continue;
      const name = one.id || one.textContent;
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`${name} sticks out`);
      if (one.tagName === "BUTTON" && one.closest(".bar") && box.height > 40)
        found.push(`${name} is broken over lines`);
      if (one.tagName === "BUTTON" && one.scrollWidth > one.clientWidth + 1) found.push(`${name} is cut off`);
      const top = document.elementFromPoint(box.left + box.width - 4, box.top + box.height / 2);
      if (one.closest(".bar") && box.top < innerHeight && top !== one && !one.contains(top))
        found.push(`${name} is covered by ${top?.id || top?.tagName}`);
    }
    return found;
  });
}

for (const [width, height] of [
  [1920, 1080],
  [1366, 768],
  [1024, 768],
  [800, 600],
  [390, 844],
]) {
  test(`${width} × ${height}`, async () => {
    const opened = await openPage(started, "app/", { context: { viewport: { width: Math.max(width, 700), height } } });
    const { page } = opened;
    try {
      await workbenchReady(page);
      await page.setViewportSize({ width, height });
      await pasteText(page, countyText);
      await verdict(page, "fail");
      await page.waitForFunction(() => document.getElementById("keep-state").textContent === "已保存在本浏览器");
      for (const language of ["zh", "en"]) {
        assert.deepEqual(await faults(page), [], `canvas ${language}`);
        await screenshot(page, `bar-${width}-canvas-${language}`);
        await page.click("#view-switch");
        assert.deepEqual(await faults(page), [], `text ${language}`);
        await page.click("#reading-switch");
        assert.deepEqual(await faults(page), [], `reading ${language}`);
        await page.click("#kept-switch");
        await page.waitForSelector("#kept");
        assert.deepEqual(await faults(page), [], `kept ${language}`);
        await page.click("#kept-switch");
        await page.click("#language-switch");
        await page.click("#view-switch");
      }
      opened.check();
    } finally {
      await opened.close();
    }
  });
}
