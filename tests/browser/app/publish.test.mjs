// SPDX-License-Identifier: MIT
//
// Before anything is published it is asked about: whose it is and where it comes from, with what is open and what is
// left out; over the text view as over the canvas.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  pasteText,
  reads,
  sample,
  screenshot,
  withText,
} from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

/** The sample with a title, a line on who filled it in, no column of counties, and a cell that nobody can read. */
const kCounty = await readFile(sample("sample-county.tsv"), "utf8");
const kTitled = [
  "示例县2024年义务教育学校办学条件统计表",
  "填报单位：示例县教育局\t填报日期：2024年9月1日",
  ...kCounty
    .trimEnd()
    .split("\n")
    .map((line, at) => [...line.split("\t").slice(1), at === 0 ? "校长电话" : "13800000000"].join("\t"))
    .map((line) => line.replace("\t2184\t", "\t很多\t")),
].join("\n");

const withTable = (body, options) =>
  withText(
    started,
    async (page) => {
      await pasteText(page, kTitled);
      await page.waitForSelector("#verdict[data-verdict]");
      await fromMenu(page, "#reading-switch");
      await body(page);
    },
    options,
  );

const values = (page) =>
  page.evaluate(() =>
    ["title", "publisher", "source", "date"].map((name) => document.getElementById(`publish-${name}`).value),
  );

test("the form proposes what the table says, lists what is open and what is left out, and names the file", async () => {
  await withTable(async (page) => {
    await page.click("#publish-page");
    await page.locator("#publish-dialog[open]").waitFor();
    assert.deepEqual(await values(page), ["示例县", "示例县教育局", "", "2024年9月1日"]);
    await reads(page, "#publish-issues", /还有 \d+ 项没有处理：[1-9]\d* 项需更正/);
    assert.match(await page.locator("#publish-issues li").first().innerText(), /很多/);
    await page.locator("#publish-left-out li").first().waitFor();
    assert.match(await page.locator("#publish-left-out").innerText(), /没有用到的列：[^]*校长电话[^]*核对说明/);
    await page.fill("#publish-source", "2024 学年初事业统计");
    await screenshot(page, "publish-form");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#publish-save")]);
    assert.equal(download.suggestedFilename(), "示例县-2024年9月1日.html");
    const html = await readFile(await download.path(), "utf8");
    for (const stated of ["<bdi>示例县</bdi>", "示例县教育局", "2024 学年初事业统计", "2024年9月1日"])
      assert.ok(html.includes(stated), stated);
    await reads(page, "#status", /已生成公开页/);
    // What was stated of these tables is not asked again.
    await page.click("#publish-folder");
    await page.locator("#publish-dialog[open]").waitFor();
    assert.deepEqual(await values(page), ["示例县", "示例县教育局", "2024 学年初事业统计", "2024年9月1日"]);
  });
});

test("without a county nothing is made; Escape makes nothing and gives the focus back", async () => {
  await withTable(async (page) => {
    await page.focus("#publish-sealed");
    await page.keyboard.press("Enter");
    await page.locator("#publish-dialog[open]").waitFor();
    const dialog = page.locator("#publish-dialog");
    assert.match(await dialog.innerText(), /留证[^]*什么也不隐去/);
    assert.doesNotMatch(await dialog.innerText(), /不列入公开页/);
    await page.fill("#publish-title", "  ");
    await page.keyboard.press("Enter");
    await reads(page, "#publish-missing", /请写明是哪个县/);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement.id === "publish-sealed");
    assert.doesNotMatch(await page.locator("#status").innerText(), /封存/);
  });
});

test("the page is looked at before it is made, with its own style and without its program", async () => {
  await withTable(async (page) => {
    await page.click("#publish-page");
    await page.click("#publish-preview");
    const shown = page.locator(".preview-page");
    await shown.waitFor();
    assert.match(await shown.locator("h1").innerText(), /示例县/);
    assert.match(await shown.locator(".facts").innerText(), /示例县教育局/);
    assert.equal(await shown.locator("h1").evaluate((made) => getComputedStyle(made).lineHeight !== "normal"), true);
    assert.equal(await shown.locator("script").count(), 0);
    await screenshot(page, "publish-preview");
  });
});

test("a sealed file carries what was stated", async () => {
  await withTable(async (page) => {
    await page.click("#publish-sealed");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#publish-save")]);
    assert.equal(download.suggestedFilename(), "示例县-2024年9月1日-封存.html");
    assert.match(await readFile(await download.path(), "utf8"), /"publisher":\s*"示例县教育局"/);
    await reads(page, "#status", /已封存/);
  });
});

test("results and the corrected table are named after county and day, and called what they are", async () => {
  await withTable(async (page) => {
    const saved = async (id) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(id)]);
      return download.suggestedFilename();
    };
    assert.equal(await saved("#save-results"), "示例县-2024年9月1日-评估结果.xlsx");
    assert.equal(await saved("#save-xlsx"), "示例县-2024年9月1日-更正后的表.xlsx");
    assert.equal(await saved("#save-csv"), "示例县-2024年9月1日-更正后的表.csv");
    assert.equal(await saved("#save-project"), "示例县-2024年9月1日.junheng.json");
    await fromMenu(page, "#reading-switch");
    assert.equal(await saved("#text-results"), "示例县-2024年9月1日-评估结果.xlsx");
    await reads(page, "#status", /已保存/);
  });
});
