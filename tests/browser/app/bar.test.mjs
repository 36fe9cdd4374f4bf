// SPDX-License-Identifier: MIT
//
// The bar above everything: one line of whole words at the common widths, in both languages and in every view.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import {
  browserForTests,
  fromMenu,
  openPage,
  pasteText,
  sample,
  screenshot,
  verdict,
  workbenchReady,
} from "../support/browser.mjs";

const started = browserForTests();

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
        await fromMenu(page, "#reading-switch");
        assert.deepEqual(await faults(page), [], `reading ${language}`);
        await fromMenu(page, "#kept-switch");
        await page.waitForSelector("#kept");
        assert.deepEqual(await faults(page), [], `kept ${language}`);
        await fromMenu(page, "#kept-switch");
        await fromMenu(page, "#language-switch");
        await page.click("#view-switch");
      }
      opened.check();
    } finally {
      await opened.close();
    }
  });
}

test("at 200 % the bar is one row of 40 points at most; its menu opens, closes and is gone through by keys", async () => {
  // 1366 × 768 at 200 %
  const opened = await openPage(started, "app/", {
    context: { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
  });
  const { page } = opened;
  try {
    await workbenchReady(page);
    await pasteText(page, countyText);
    await verdict(page, "fail");
    const height = await page.locator("#bar").evaluate((bar) => bar.getBoundingClientRect().height);
    assert.ok(height <= 40, `${height} points`);
    const menu = page.locator("#menu-switch");
    const focused = () => page.evaluate(() => document.activeElement?.id);
    assert.equal(await page.locator("#kept-switch").isVisible(), false);
    await menu.focus();
    await page.keyboard.press("Enter");
    assert.equal(await menu.getAttribute("aria-expanded"), "true");
    assert.equal(await focused(), "kept-switch");
    await screenshot(page, "bar-menu");
    await assertClean(page, "the menu");
    await page.keyboard.press("Escape");
    assert.equal(await menu.getAttribute("aria-expanded"), "false");
    assert.equal(await focused(), "menu-switch");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.body.dataset.view === "reading");
    assert.equal(await page.locator("#reading-switch").isVisible(), false);
    // Pressing beside it closes it.
    await menu.click();
    await page.locator("#reading-view").click({ position: { x: 5, y: 5 } });
    assert.equal(await menu.getAttribute("aria-expanded"), "false");
    // With room again all of them stand beside each other.
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.locator("#kept-switch").waitFor();
    assert.equal(await menu.isVisible(), false);
    opened.check();
  } finally {
    await opened.close();
  }
});

test("at every width the bar is one row, or folded into its menu; on a laptop all of it stands there", async () => {
  const opened = await openPage(started, "app/", { context: { viewport: { width: 1366, height: 768 } } });
  const { page } = opened;
  try {
    await workbenchReady(page);
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await page.waitForFunction(() => document.getElementById("keep-state").textContent === "已保存在本浏览器");
    await page.click("#view-switch");
    /** What stands in the bar, below which of it another one begins. */
    const rows = () =>
      page.evaluate(async () => {
        // It is told of another width with the next frame.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const bar = document.getElementById("bar");
        const shown = [...bar.children].filter((one) => one.getClientRects().length > 0 && one.id !== "status");
        const boxes = shown.map((one) => one.getBoundingClientRect());
        const bottom = Math.min(...boxes.map((box) => box.bottom));
        return { folded: bar.classList.contains("folded"), below: boxes.filter((box) => box.top > bottom).length };
      });
    for (const [language, doors] of [
      ["zh", ["#view-switch", "#kept-switch", '[data-aside="papers"]', '[data-aside="plan"]']],
      ["en", ["#view-switch", '[data-aside="plan"]']],
    ]) {
      if (language === "en") await fromMenu(page, "#language-switch");
      for (const door of doors) {
        if (door !== "#view-switch") await fromMenu(page, door);
        for (let width = 1600; width >= 700; width -= 37) {
          await page.setViewportSize({ width, height: 768 });
          const { folded, below } = await rows();
          if (!folded) assert.equal(below, 0, `${language} ${door} ${width}`);
        }
        await page.setViewportSize({ width: 1366, height: 768 });
        assert.equal((await rows()).folded, false, `${language} ${door} at 1366`);
        if (door !== "#view-switch") await page.keyboard.press("Escape");
      }
    }
    opened.check();
  } finally {
    await opened.close();
  }
});

test("over the canvas the bar is no taller than 40 points, and the name stands once", async () => {
  const opened = await openPage(started, "app/", { context: { viewport: { width: 1366, height: 768 } } });
  const { page } = opened;
  try {
    await workbenchReady(page);
    const height = await page.locator("#bar").evaluate((bar) => bar.getBoundingClientRect().height);
    assert.ok(height <= 40, `${height} points`);
    assert.equal(await page.locator(".bar .name").isVisible(), false);
    await page.click("#view-switch");
    assert.ok(await page.locator(".bar .name").isVisible());
    opened.check();
  } finally {
    await opened.close();
  }
});

test("with a result the box for another table is one row: at 200 % zoom the verdict is on the first screen", async () => {
  for (const [width, height] of [
    [683, 384],
    [1366, 768],
  ]) {
    const opened = await openPage(started, "app/", { context: { viewport: { width: 700, height } } });
    const { page } = opened;
    try {
      await workbenchReady(page);
      await page.setViewportSize({ width, height });
      await pasteText(page, countyText);
      await verdict(page, "fail");
      await page.click("#view-switch");
      const bottom = await page.locator("#verdict").evaluate((one) => one.getBoundingClientRect().bottom);
      assert.ok(bottom < height, `${bottom} of ${height}`);
      const box = await page.locator("#paste-box").evaluate((one) => {
        const { width: wide, height: high } = one.getBoundingClientRect();
        const font = parseFloat(getComputedStyle(one).fontSize);
        return { wide, high, words: one.placeholder.length * font };
      });
      assert.ok(box.high < 50 && box.wide >= box.words, JSON.stringify(box));
      const isShown = () => page.locator("#paste-box").isVisible();
      assert.ok(await isShown());
      await page.emulateMedia({ media: "print" });
      assert.ok(!(await isShown()), "on paper");
      await page.emulateMedia({ media: null });
      await fromMenu(page, "#kept-switch");
      assert.ok(!(await isShown()), "beside the projects");
      await fromMenu(page, "#kept-switch");
      await page.fill("#paste-box", "学校名称\t学校类型\t在校生数\n一小\t小学\t45\n");
      await page.locator("#paste-box").blur();
      await page.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== "fail");
      await screenshot(page, `entry-${width}`);
      opened.check();
    } finally {
      await opened.close();
    }
  }
});
