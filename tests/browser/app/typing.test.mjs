// SPDX-License-Identifier: MIT
//
// The keyboard: an input method in the search field, keys that belong to the browser, ways out of the canvas.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  pasteText,
  sample,
  screenshot,
  settled,
  verdict,
  withWorkbench,
} from "../support/browser.mjs";

const started = browserForTests();

const countyText = await readFile(sample("sample-county.tsv"), "utf8");
const fiveText = await readFile(sample("five-schools.tsv"), "utf8");

test("an input method: no half-typed syllables in the search, and the composed word arrives", async () => {
  await withWorkbench(started, async (page, { context }) => {
    const table = fiveText.replace("小学1", "渝北小学");
    await pasteText(page, table);
    await page.waitForFunction(() => document.getElementById("verdict")?.dataset.verdict !== undefined);
    const field = page.locator("#fields input").first();
    await field.waitFor();
    assert.ok((await field.getAttribute("aria-label")).length > 0);
    assert.ok(await field.evaluate((input) => parseFloat(getComputedStyle(input).fontSize) >= 16));
    await field.click();
    const devtools = await context.newCDPSession(page);
    await page.evaluate(() => {
      window.events = [];
      const input = document.activeElement;
      for (const type of ["compositionstart", "compositionend"]) {
        input.addEventListener(type, () => window.events.push(type));
      }
    });
    await devtools.send("Input.imeSetComposition", { text: "y", selectionStart: 1, selectionEnd: 1 });
    await devtools.send("Input.imeSetComposition", { text: "yu bei", selectionStart: 6, selectionEnd: 6 });
    await page.waitForFunction(() => document.activeElement.value === "yu bei");
    await settled(page);
    await screenshot(page, "composing");
    assert.deepEqual(await page.evaluate(() => window.events), ["compositionstart"]);
    assert.equal(await field.inputValue(), "yu bei");
    await devtools.send("Input.insertText", { text: "渝北" });
    await page.waitForFunction(() => window.events.includes("compositionend"));
    assert.equal(await field.inputValue(), "渝北");
    await settled(page);
    await screenshot(page, "composed");
    // The workbench has the same value: after another frame it publishes the field again, and would put its own back.
    await page.mouse.move(600, 500);
    await settled(page);
    assert.equal(await field.inputValue(), "渝北");
    // Text pasted into a field stays in the field; a table pasted there is a table.
    await field.fill("");
    await pasteText(page, "小学2");
    await page.waitForFunction(() => document.activeElement.value === "小学2");
    await pasteText(page, countyText);
    await verdict(page, "fail");
  });
});

test("keys: the canvas is no trap, and the browser keeps its own", async () => {
  await withWorkbench(started, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    const focused = () => page.evaluate(() => document.activeElement.id);
    for (const key of ["F6", "Escape"]) {
      await page.locator("#canvas").focus();
      await page.keyboard.press(key);
      assert.equal(await focused(), "view-switch", key);
    }
    await page.locator("#canvas").focus();
    await page.keyboard.press("Tab");
    assert.notEqual(await focused(), "canvas");
    // Never prevented: without their keydown there would be no clipboard event, no zoom, no reload.
    const prevented = await page.evaluate(() =>
      [
        ["KeyC", true],
        ["KeyV", true],
        ["KeyX", true],
        ["KeyR", true],
        ["Minus", true],
        ["F5", false],
        ["F12", false],
      ].filter(
        ([code, ctrlKey]) =>
          !document
            .getElementById("canvas")
            .dispatchEvent(new KeyboardEvent("keydown", { code, ctrlKey, bubbles: true, cancelable: true })),
      ),
    );
    assert.deepEqual(prevented, []);
    await page.locator("#canvas").focus();
    await settled(page);
    await page.keyboard.press("Control+f");
    await page.waitForFunction(() => document.activeElement.matches("#fields input"));
  });
});
