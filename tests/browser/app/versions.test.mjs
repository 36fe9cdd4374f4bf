// SPDX-License-Identifier: MIT
//
// Named versions of a project: kept with what they came to, gone back to, taken away, and all of it taken back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  pasteText,
  reads,
  sample,
  screenshot,
  verdict,
  withPage,
} from "../support/browser.mjs";
import { kept, openKept, ready, restored } from "../support/keeping.mjs";

const started = browserForTests({ gl: kNoGl });

const countyText = await readFile(sample("sample-county.tsv"), "utf8");

const withKept = (body) => withPage(started, "app/", ready, body, { context: { serviceWorkers: "allow" } });

async function keepVersion(page, name) {
  await openKept(page);
  await page.fill("#version-name", name);
  await page.click("#version-save");
  await page.locator("#versions th[scope=row]", { hasText: name }).waitFor();
}

const rows = (page) => page.locator("#versions tbody tr").allInnerTexts();
const standard = (page) => page.locator("#standard").inputValue();

test("a version keeps what it came to; going back to it and forward again are one press each", async () => {
  await withKept(async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await kept(page);
    await keepVersion(page, "送审稿");
    const [first = ""] = await rows(page);
    assert.match(first, /^送审稿\t\d{4}年.+\t32\t不达标\t/);
    await screenshot(page, "versions");
    await assertClean(page, "versions");

    await fromMenu(page, "#kept-switch"); // back to the result
    await page.selectOption("#standard", "basic-2012");
    await kept(page);
    await openKept(page);
    await page.getByRole("button", { name: "回到这一版：送审稿" }).click();
    await page.waitForFunction(() => document.querySelector("#standard").value === "quality-2017");
    await verdict(page, "fail");
    await reads(page, "#replaced", /已回到版本“送审稿”/);
    await page.click("#replaced-back");
    await page.waitForFunction(() => document.querySelector("#standard").value === "basic-2012");
    await kept(page);
    await page.reload();
    await restored(page);
    assert.equal(await standard(page), "basic-2012", "what was taken back is kept");
  });
});

test("its tables come back too, in the same project; versions are no projects of their own, and go with theirs", async () => {
  await withKept(async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await kept(page);
    await keepVersion(page, "初稿");
    await fromMenu(page, "#reading-switch");
    await page.locator('#rows tr[data-row="2"] button.cell').nth(3).click();
    await page.keyboard.type("4321");
    await page.keyboard.press("Enter");
    await page.locator("td.corrected").waitFor();
    await kept(page);
    await keepVersion(page, "二稿");
    assert.equal((await rows(page)).length, 2);
    assert.equal(await page.locator("#kept tbody tr").count(), 1);

    await page.getByRole("button", { name: "回到这一版：初稿" }).click();
    await page.locator("#replaced").getByText("已回到版本“初稿”").waitFor();
    await kept(page);
    await fromMenu(page, "#reading-switch");
    await page.waitForSelector("#rows");
    assert.equal(await page.locator("td.corrected").count(), 0);
    await openKept(page);
    assert.equal(await page.locator("#kept tbody tr").count(), 1);
    assert.equal((await rows(page)).length, 2);

    await page.getByRole("button", { name: "删除二稿" }).click();
    await page.waitForFunction(() => document.querySelectorAll("#versions tbody tr").length === 1);
    await page.click("#replaced-back");
    await page.waitForFunction(() => document.querySelectorAll("#versions tbody tr").length === 2);
    await page.reload();
    await restored(page); // in the view that was shown
    await page.waitForFunction(() => document.querySelectorAll("#versions tbody tr").length === 2);

    const project = page.locator("#kept tbody tr").first();
    await project.getByRole("button", { name: /^删除/ }).click();
    await project.getByRole("button", { name: /^确认删除/ }).click();
    await page.getByText("还没有保存的项目。").waitFor();
    const left = await page.evaluate(
      () =>
        new Promise((done) => {
          const opening = indexedDB.open("junheng");
          opening.onsuccess = () => {
            const all = opening.result.transaction(["heads", "tables"]).objectStore("tables").getAllKeys();
            all.onsuccess = () => done(all.result.length);
          };
        }),
    );
    assert.equal(left, 0, "nothing stays behind");
  });
});

test("a sample that was not kept yet is, once a version of it is; with saving switched off there is none", async () => {
  await withKept(async (page) => {
    await page.click('[data-sample="sample-county.tsv"]');
    await verdict(page, "fail");
    await keepVersion(page, "示例一版");
    assert.equal(await page.locator("#kept tbody tr").count(), 1);
    await page.uncheck("#keep-on");
    await page.getByText("自动保存已关闭，不能保存版本。").waitFor();
    assert.equal(await page.locator("#version-save").count(), 0);
  });
});

test("versions travel in the project file: kept again where it is opened, with their times, and gone back to", async () => {
  let file;
  await withKept(async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await kept(page);
    await keepVersion(page, "<b>送审稿</b>");
    await fromMenu(page, "#kept-switch");
    await page.selectOption("#standard", "basic-2012");
    await kept(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+S")]);
    await page.getByText("文件已保存。 其中有 1 个版本。").waitFor();
    file = { name: download.suggestedFilename(), mimeType: "", buffer: await readFile(await download.path()) };
  });
  const written = JSON.parse(file.buffer.toString());
  assert.equal(written.standard, "basic-2012");
  assert.deepEqual(
    written.versions.map(({ name, standard, tables }) => [name, standard, tables]),
    [["<b>送审稿</b>", "quality-2017", undefined]],
  );
  written.versions[0].saved = Date.UTC(2020, 4, 3, 4, 5);
  await withKept(async (page) => {
    await page.setInputFiles("#file", { ...file, buffer: Buffer.from(JSON.stringify(written)) });
    await page.waitForFunction(() => document.querySelector("#standard").value === "basic-2012");
    await kept(page);
    await openKept(page);
    await page.locator("#versions th[scope=row]").waitFor();
    const [row = ""] = await rows(page);
    assert.match(row, /^<b>送审稿<\/b>\t2020年5月3日.+\t—\t—\t/, "what it came to is not said before it is computed");
    assert.equal(await page.locator("#kept tbody tr").count(), 1);
    await page.getByRole("button", { name: "回到这一版：<b>送审稿</b>" }).click();
    await page.waitForFunction(() => document.querySelector("#standard").value === "quality-2017");
    await verdict(page, "fail");
  });
});
