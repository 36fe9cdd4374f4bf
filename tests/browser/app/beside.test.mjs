// SPDX-License-Identifier: MIT
//
// The views beside the result: Escape leads back to what led there, and is first what it is to a field, a menu or a
// dialog. What is open is saved as a file from the list of projects, too.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  onCanvas,
  pasteText,
  sample,
  settled,
  textReady,
  verdict,
  withPage,
  withText,
  withWorkbench,
} from "../support/browser.mjs";

const plain = browserForTests({ gl: kNoGl });
const graphics = browserForTests();

const kCounty = await readFile(sample("sample-county.tsv"), "utf8");
/** What leads there, by what is shown then. */
const kDoors = {
  reading: "#reading-switch",
  kept: "#kept-switch",
  plan: '[data-aside="plan"]',
  standard: '[data-aside="standard"]',
  papers: '[data-aside="papers"]',
  report: '[data-aside="report"]',
};

const view = (page) => page.evaluate(() => document.body.dataset.view);
const hasFocus = (page, selector) =>
  page.evaluate((wanted) => document.activeElement === document.querySelector(wanted), selector);

async function paste(page) {
  await pasteText(page, kCounty);
  await verdict(page, "fail");
}

test("Escape goes back from each of them, and the focus to what led there", async () => {
  await withText(plain, async (page) => {
    await paste(page);
    for (const [name, door] of Object.entries(kDoors)) {
      await page.focus(door);
      await page.keyboard.press("Enter");
      await page.waitForFunction((wanted) => document.body.dataset.view === wanted, name);
      await settled(page);
      await page.keyboard.press("Escape");
      assert.equal(await view(page), "text", name);
      assert.ok(await hasFocus(page, door), `${name}: ${await page.evaluate(() => document.activeElement.outerHTML)}`);
      // There is nothing left to go back from.
      await page.keyboard.press("Escape");
      assert.equal(await view(page), "text", name);
    }
  });
});

test("Escape is first the cell's that is written to, the field's, the dialog's and the menu's", async () => {
  await withText(
    plain,
    async (page) => {
      await paste(page);
      await fromMenu(page, "#reading-switch");
      const cell = page.getByRole("button", { name: "第 2 行第 4 列：2184，更正" });
      await cell.click();
      await page.keyboard.type("1500");
      await page.keyboard.press("Escape");
      await cell.waitFor();
      assert.equal(await view(page), "reading", "the cell");
      await page.focus("#columns select");
      await page.keyboard.press("Escape");
      assert.equal(await view(page), "reading", "a list");
      await page.click("#publish-page");
      await page.locator("#publish-dialog[open]").waitFor();
      await page.focus("#publish-dialog button");
      await page.keyboard.press("Escape");
      await page.locator("#publish-dialog").waitFor({ state: "detached" });
      assert.equal(await view(page), "reading", "a dialog");
      await page.click("#menu-switch");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("#menu-switch").getAttribute("aria-expanded"), "false");
      assert.equal(await view(page), "reading", "the menu");
      await page.keyboard.press("Escape");
      assert.equal(await view(page), "text");
      assert.ok(await hasFocus(page, "#menu-switch"), "what led there is in it");
    },
    { context: { viewport: { width: 683, height: 384 } } },
  );
});

test("from the canvas there and back", async () => {
  await withWorkbench(graphics, async (page) => {
    await paste(page);
    await fromMenu(page, '[data-aside="report"]');
    await page.waitForFunction(() => document.body.dataset.view === "report");
    await settled(page);
    await page.keyboard.press("Escape");
    assert.equal(await view(page), "canvas");
    assert.match(await page.evaluate(() => location.hash), /view=schools/);
  });
});

test("the list of projects saves what is open as a file, and offers it only then", async () => {
  await withText(plain, async (page) => {
    await fromMenu(page, "#kept-switch");
    await page.locator("#keep-sentence").waitFor();
    assert.ok(await page.locator("#kept-save").isHidden());
    await page.keyboard.press("Escape");
    await paste(page);
    await fromMenu(page, "#kept-switch");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#kept-save")]);
    const project = JSON.parse(await readFile(await download.path(), "utf8"));
    assert.equal(project.tables[0].text, kCounty);
  });
});

test("a phone with graphics begins with the text; on the canvas every view is reached", async () => {
  await withPage(
    graphics,
    "app/",
    textReady,
    async (page) => {
      await page.tap('[data-sample="sample-county.tsv"]');
      await verdict(page, "fail");
      await page.tap("#view-switch");
      await page.waitForFunction(() => document.body.dataset.view === "canvas");
      for (const tab of ["保障与质量", "假设", "结论", "问题"]) {
        const found = onCanvas(page, tab);
        await found.waitFor({ state: "attached" });
        await found.focus();
        await page.keyboard.press("Enter");
        await page.waitForFunction(
          (name) =>
            document.querySelector('.screen-twin [role="tab"][aria-selected="true"]')?.getAttribute("aria-label") ===
            name,
          tab,
        );
        await settled(page);
        const { x, width } = await onCanvas(page, tab).boundingBox();
        assert.ok(x >= 0 && x + width <= 390, `${tab} at ${x}`);
      }
    },
    { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  );
});
