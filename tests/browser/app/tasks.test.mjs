// SPDX-License-Identifier: MIT
//
// Tasks of docs/tasks.md, done by the clicks and keys that its table counts. Only input of a person is counted: what
// the browser marks as trusted.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { loadPublisher, sampleText, sampleWork } from "../../support/publishing.mjs";
import { kNoGl, openPage, startBrowser } from "../support/browser.mjs";

let started;
before(async () => {
  started = await startBrowser({ gl: kNoGl });
});
after(() => started.close());

const paper = await readFile(new URL("../../../docs/tasks.md", import.meta.url), "utf8");
const counted = new Map(
  [...paper.matchAll(/^\| (\d+\w?) [^|]*\| [^|]* \| (\d+) \/ (\d+) \|$/gm)].map(([, task, clicks, keys]) => [
    task,
    { clicks: Number(clicks), keys: Number(keys) },
  ]),
);

const count = () => {
  window.__clicks = 0;
  window.__keys = 0;
  const modifiers = ["Control", "Shift", "Alt", "Meta"];
  addEventListener("click", (event) => (window.__clicks += event.isTrusted && event.detail > 0 ? 1 : 0), true);
  // Of an input method: each character that is entered.
  addEventListener("input", (event) => (window.__keys += /[^ -~]/.test(event.data ?? "") ? 1 : 0), true);
  addEventListener("keydown", (event) => (window.__keys += modifiers.includes(event.key) ? 0 : 1), true);
};

async function task(name, path, body, context = {}) {
  const opened = await openPage(started, path, { init: count, context });
  try {
    await body(opened.page);
    const used = await opened.page.evaluate(() => ({ clicks: window.__clicks, keys: window.__keys }));
    assert.deepEqual(used, counted.get(name));
    opened.check();
  } finally {
    await opened.close();
  }
}

/** As by the clipboard of a spreadsheet. */
async function paste(page) {
  await page.waitForFunction(
    () => document.body.dataset.view === "text" && !document.getElementById("standard").disabled,
  );
  await page.evaluate((text) => navigator.clipboard.writeText(text), sampleText);
  await page.keyboard.press("Control+V");
  await page.locator('#verdict[data-verdict="fail"]').waitFor();
}

test("1: a table is pasted, and one sentence says what was understood", async () => {
  await task("1", "app/", async (page) => {
    await paste(page);
    assert.match(await page.locator("body").innerText(), /读出 \d+ 所学校/);
  });
});

test("9: a principal finds the own school, on the public page", async () => {
  await task("9a", "county/", async (page) => {
    await page.locator('#check[data-state="agrees"]').waitFor();
    await page.click("#search-text");
    await page.keyboard.type("十七");
    await page.locator("#search-found *").first().waitFor();
    assert.match(await page.locator("#search-found").innerText(), /示例十七小/);
  });
});

test("11: an inspector opens two files at once and sees the cell that changed", async () => {
  const publisher = await loadPublisher();
  const file = (name, text) => ({
    name,
    mimeType: "text/html",
    buffer: Buffer.from(publisher.seal({ ...sampleWork, tables: [{ name: "", text }] }).single()),
  });
  await task("11", "sealed/", async (page) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click("#choose")]);
    await chooser.setFiles([file("前.html", sampleText), file("后.html", sampleText.replace("\t2184\t", "\t2150\t"))]);
    await page.getByRole("table", { name: "填报数的变化" }).waitFor();
    await page.getByText("合并 2 个文件").waitFor();
    assert.equal(await page.locator("#merge-fault").count(), 0);
  });
});

test("12: by ear, from the paste to the verdict", async () => {
  await task("12", "app/", async (page) => {
    await paste(page);
    assert.equal(await page.locator("#verdict").getAttribute("role"), "status");
    assert.match(await page.locator("#verdict").innerText(), /不达标/);
  });
});
