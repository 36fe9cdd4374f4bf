// SPDX-License-Identifier: MIT
//
// After each paste one sentence says what was understood, each part of it leads there, and nothing in the bar is older
// than the last thing that was done.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  pasteText,
  sample,
  screenshot,
  withText,
  withWorkbench,
  workbenchReady,
} from "../support/browser.mjs";

const plain = browserForTests({ gl: kNoGl });
const started = browserForTests();

const kCounty = await readFile(sample("sample-county.tsv"), "utf8");
const kWrong = kCounty.replace("\t2184\t", "\t很多\t");
const status = (page) => page.locator("#status");
const says = (page, words) =>
  page.waitForFunction((text) => document.getElementById("status").textContent.includes(text), words);

test("schools, units, columns and what is to be corrected: in both languages, each a door", async () => {
  await withText(plain, async (page) => {
    await pasteText(page, kCounty);
    await says(page, "读出 32 所学校（34 个评估单元），20 列用了 19 列，未用：备注；没有要改的。");
    await pasteText(page, kWrong);
    await says(page, "；1 处要改。");
    await screenshot(page, "read-sentence");
    await fromMenu(page, "#language-switch");
    await says(page, "Read: 32 schools");
    assert.match(await status(page).innerText(), /19 of 20 columns used, not used: 备注; 1 to correct/);
    await fromMenu(page, "#language-switch");
    await page.click('#status [data-to="issues"]');
    await page.waitForFunction(() => {
      const { top } = document.getElementById("issues").getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    });
    await page.click('#status [data-to="reading"]');
    await page.locator("#columns").waitFor();
    await page.click('#status [data-to="schools"]');
    await page.waitForFunction(() => document.body.dataset.view === "text");
  });
});

test("the bar never tells of something older than the last thing that was done", async () => {
  await withText(plain, async (page) => {
    await pasteText(page, kCounty);
    await says(page, "读出 32 所");
    await fromMenu(page, "#reading-switch");
    await Promise.all([page.waitForEvent("download"), page.click("#save-project")]);
    await says(page, "文件已保存");
    await pasteText(page, kWrong);
    await says(page, "1 处要改");
    assert.doesNotMatch(await status(page).innerText(), /已保存/);
    await Promise.all([page.waitForEvent("download"), page.click("#save-project")]);
    await says(page, "文件已保存");
    await page.selectOption("#standard", "basic-2012");
    await says(page, "读出 32 所");
  });
});

test("what was said in one language does not stay in the other", async () => {
  await withText(plain, async (page) => {
    await pasteText(page, kCounty);
    await says(page, "读出 32 所");
    await page.keyboard.press("Control+S");
    await says(page, "文件已保存");
    await fromMenu(page, "#language-switch");
    await says(page, "Read: 32 schools");
    await page.keyboard.press("Control+S");
    await page.waitForFunction(() => !document.getElementById("status").textContent.includes("Read:"));
    await fromMenu(page, "#language-switch");
    await says(page, "读出 32 所");
  });
});

test("several sheets of the same schools are not counted twice", async () => {
  await withText(plain, async (page) => {
    const files = ["学生数", "图书册数"].map((column, at) => ({
      name: `${column}.tsv`,
      mimeType: "text/plain",
      buffer: Buffer.from(
        `学校名称\t学校类型\t${at === 0 ? "在校生数" : "图书册数"}\n甲小学\t小学\t100\n乙小学\t小学\t200\n`,
      ),
    }));
    await page.setInputFiles("#file", files);
    await says(page, "读出 2 所学校（2 个评估单元）");
  });
});

test("on the canvas, too: the doors lead to its views", async () => {
  await withWorkbench(started, async (page) => {
    await workbenchReady(page);
    await pasteText(page, kWrong);
    await says(page, "1 处要改");
    await screenshot(page, "read-sentence-canvas");
    await page.click('#status [data-to="issues"]');
    await page.waitForFunction(() => /view=issues/.test(location.hash));
    await page.click('#status [data-to="schools"]');
    await page.waitForFunction(() => /view=schools/.test(location.hash));
    await page.click('#status [data-to="reading"]');
    await page.locator("#columns").waitFor();
  });
});
