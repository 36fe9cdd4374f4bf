// SPDX-License-Identifier: MIT
//
// axe-core finds nothing: every view of the page, both languages, light, dark and high contrast, and the page around
// the canvas. And what axe does not look at: the chosen appearance is there and stays.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  pasteText,
  sample,
  screenshot,
  textReady,
  verdict,
  withPage,
  withText,
  workbenchReady,
} from "../support/browser.mjs";

const countyText = await readFile(sample("sample-county.tsv"), "utf8");

const plain = browserForTests({ gl: kNoGl });
const graphics = browserForTests();

/** When something was saved, and by which number, stands in the page, which else is the same in all looks. */
const init = () => {
  Date.now = () => Date.UTC(2024, 8, 2, 4);
  crypto.getRandomValues = (array) => array.fill(1);
};

const textIn = (context, body) => withText(plain, body, { init, context });

const kLooks = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "more contrast": { colorScheme: "light", contrast: "more" },
  "more contrast, dark": { colorScheme: "dark", contrast: "more" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
};
for (const [look, context] of Object.entries(kLooks)) {
  test(`every view, both languages: ${look}`, async () => {
    await textIn({ ...context, viewport: { width: 1366, height: 768 } }, async (page) => {
      const name = look.replaceAll(/\W+/g, "-");
      await assertClean(page, "nothing pasted");
      await screenshot(page, `axe-${name}-start`);
      await pasteText(page, countyText);
      await verdict(page, "fail");
      await page.waitForFunction(() => document.getElementById("keep-state").textContent === "已保存在本浏览器");
      await page.click("#options-head"); // the list of options stays open
      for (const language of ["zh", "en"]) {
        if (language === "en") await fromMenu(page, "#language-switch");
        await page.locator(".chart-table summary").first().click();
        await assertClean(page, `text ${language}`);
        await screenshot(page, `axe-${name}-text-${language}`);
        await fromMenu(page, "#reading-switch");
        await page.locator("#rows button.cell").nth(3).click();
        await page.keyboard.type("77");
        await page.keyboard.press("Enter");
        await page.waitForSelector("td.corrected");
        await assertClean(page, `reading ${language}`);
        await screenshot(page, `axe-${name}-reading-${language}`);
        await fromMenu(page, "#kept-switch");
        await page.waitForSelector("#kept");
        await assertClean(page, `kept ${language}`);
        await screenshot(page, `axe-${name}-kept-${language}`);
        await fromMenu(page, "#kept-switch");
        await page.waitForFunction(() => document.body.dataset.view === "text");
        await fromMenu(page, '[data-aside="papers"]');
        await page.waitForSelector("#papers-download");
        for (const id of ["departments", "basics"]) await page.locator(`#papers-${id}:not([open]) summary`).click();
        await page.click('[data-preview="form"]');
        await assertClean(page, `papers ${language}`);
        await screenshot(page, `axe-${name}-papers-${language}`);
        await fromMenu(page, '[data-aside="papers"]');
        await page.waitForFunction(() => document.body.dataset.view === "text");
      }
      await pasteText(page, "nothing of a table");
      await page.waitForFunction(() => document.getElementById("notice").textContent !== "");
      await assertClean(page, "a notice");
    });
  });
}

test("around the canvas, while it loads, and with an offer to go on", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const firstPaint = (page) => assertClean(page, "first paint");
    const options = { init, context: { colorScheme, viewport: { width: 1366, height: 768 } } };
    await withPage(
      graphics,
      "app/",
      firstPaint,
      async (page) => {
        await workbenchReady(page);
        await assertClean(page, "canvas");
        await pasteText(page, countyText);
        await verdict(page, "fail");
        await page.waitForFunction(() => document.getElementById("keep-state").textContent === "已保存在本浏览器");
        await assertClean(page, "canvas with a county");
        await screenshot(page, `axe-canvas-${colorScheme}`);
        const other = await page.context().newPage();
        await other.goto(page.url());
        await other.waitForSelector("#resume:not([hidden])");
        await assertClean(other, "an offer");
      },
      options,
    );
  }
});

test("a phone, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await textIn(
      { colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      async (page) => {
        await screenshot(page, `axe-phone-start-${colorScheme}`);
        await page.tap('[data-sample="sample-county.tsv"]');
        await verdict(page, "fail");
        await page.tap("#options-head");
        for (const view of ["text", "reading", "kept"]) {
          if (view !== "text") await fromMenu(page, view === "reading" ? "#reading-switch" : "#kept-switch");
          await page.waitForFunction((name) => document.body.dataset.view === name, view);
          await assertClean(page, view);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(wide <= 0, `${view}: ${wide} pixels stick out`);
          await screenshot(page, `axe-phone-${view}-${colorScheme}`);
        }
      },
    );
  }
});

test("the appearance can be chosen, is kept over a reload, and follows the system otherwise", async () => {
  await textIn({ colorScheme: "light" }, async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await ground();
    assert.notEqual(dark, light);
    await page.selectOption("#theme", "light");
    assert.equal(await ground(), light);
    await page.emulateMedia({ colorScheme: "light" });
    await page.selectOption("#theme", "dark");
    assert.equal(await ground(), dark);
    await page.reload();
    await textReady(page);
    assert.equal(await ground(), dark);
    assert.equal(await page.inputValue("#theme"), "dark");
    await page.emulateMedia({ media: "print" });
    assert.equal(await ground(), light, "prints are light");
    await page.emulateMedia({ media: "screen" });
    await page.selectOption("#theme", "system");
    assert.equal(await ground(), light);
  });
});
