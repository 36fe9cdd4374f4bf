// SPDX-License-Identifier: MIT
//
// Tasks of docs/tasks.md that need no canvas, done by the clicks and keys that its table counts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPublisher, sampleText, sampleWork } from "../../support/publishing.mjs";
import { browserForTests, kNoGl, textReady } from "../support/browser.mjs";
import { task } from "../support/tasks.mjs";

const started = browserForTests({ gl: kNoGl });

/** As by the clipboard of a spreadsheet. */
async function paste(page) {
  await textReady(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), sampleText);
  await page.keyboard.press("Control+V");
  await page.locator('#verdict[data-verdict="fail"]').waitFor();
}

test("1: a table is pasted, and one sentence says what was understood", async () => {
  await task(started, "1", "app/", async (page) => {
    await paste(page);
    assert.match(await page.locator("body").innerText(), /读出 \d+ 所学校/);
  });
});

test("9: a principal finds the own school, on the public page", async () => {
  await task(started, "9a", "county/", async (page) => {
    await page.locator('#check[data-state="agrees"]').waitFor();
    await page.click("#search-text");
    await page.keyboard.type("十七");
    await page.locator("#search-found *").first().waitFor();
    assert.match(await page.locator("#search-found").innerText(), /示例十七小/);
  });
  await task(started, "9k", "county/", async (page, hand) => {
    await page.locator('#check[data-state="agrees"]').waitFor();
    await hand.goTo(/^search-text$/);
    await hand.value("十七");
    await page.locator("#search-found").getByText("示例十七小").first().waitFor();
  });
});

test("9: and on a phone, in the workbench", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  await task(
    started,
    "9b",
    "app/",
    async (page) => {
      await page.locator("#school-search").tap();
      await page.keyboard.type("十七");
      await page.locator("#school-cards *").first().waitFor();
      assert.match(await page.locator("#school-cards").innerText(), /示例十七小[^]*51/);
    },
    { context: phone, before: paste },
  );
});

test("11: an inspector opens two files at once and sees the cell that changed", async () => {
  const publisher = await loadPublisher();
  const file = (name, text) => ({
    name,
    mimeType: "text/html",
    buffer: Buffer.from(publisher.seal({ ...sampleWork, tables: [{ name: "", text }] }).single()),
  });
  const chosen = async (page, way) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), way()]);
    await chooser.setFiles([file("前.html", sampleText), file("后.html", sampleText.replace("\t2184\t", "\t2150\t"))]);
    await page.getByRole("table", { name: "填报数的变化" }).waitFor();
    await page.getByText("合并 2 个文件").waitFor();
    assert.equal(await page.locator("#merge-fault").count(), 0);
  };
  await task(started, "11", "sealed/", (page) => chosen(page, () => page.click("#choose")));
  await task(started, "11k", "sealed/", async (page, hand) => {
    await hand.goTo(/^choose$/);
    await chosen(page, () => hand.press("Enter"));
    await hand.goTo(/填报数的变化/);
  });
});

test("12: by ear, from the paste to the verdict", async () => {
  await task(started, "12", "app/", async (page) => {
    await paste(page);
    assert.equal(await page.locator("#verdict").getAttribute("role"), "status");
    assert.match(await page.locator("#verdict").innerText(), /不达标/);
  });
});
