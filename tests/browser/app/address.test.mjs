// SPDX-License-Identifier: MIT
//
// Back and forward, addresses with a place, and links that carry a county.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  openPage,
  pasteText,
  reads,
  sample,
  screenshot,
  settled,
  verdict,
  withPage,
  workbenchReady,
} from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });
const graphics = browserForTests();

const countyText = await readFile(sample("sample-county.tsv"), "utf8");
const ready = (page) =>
  page.waitForFunction(() => document.body.dataset.view !== "start" && !document.getElementById("standard").disabled);
const hash = (page) => page.evaluate(() => decodeURI(location.hash));
/** The address follows the view in a moment of its own. */
async function hashIs(page, expected, why) {
  await page.waitForFunction((value) => decodeURI(location.hash) === value, expected).catch(() => undefined);
  assert.equal(await hash(page), expected, why);
}
const view = (page, name) => page.waitForFunction((expected) => document.body.dataset.view === expected, name);

const withProject = (body, path = "app/", options = {}) => withPage(started, path, ready, body, options);

async function copiedLink(page) {
  await fromMenu(page, "#kept-switch");
  // While the work is being kept the view is made anew, and what was said in it is gone.
  await settled(page);
  await page.waitForFunction(() =>
    ["已保存在本浏览器", "未保存"].includes(document.getElementById("keep-state").textContent),
  );
  await settled(page);
  await page.click("#copy-link");
  await page.getByText("已复制。").waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("back and forward through views and indicators; the address names them and no number", async () => {
  await withProject(async (page) => {
    await hashIs(page, "#view=text");
    const length = await page.evaluate(() => history.length);
    await pasteText(page, countyText);
    await verdict(page, "fail");
    const select = page.locator('details.charts[data-stage="middle"] select');
    const [one, two] = await select
      .locator("option")
      .evaluateAll((options) => options.slice(0, 2).map((option) => option.value));
    await select.selectOption(one);
    await select.selectOption(two);
    await hashIs(page, `#view=text&county=示例区&stage=middle&indicator=${two}`);
    await fromMenu(page, "#reading-switch");
    await hashIs(page, "#view=reading");
    await fromMenu(page, "#kept-switch");
    await hashIs(page, "#view=kept");
    assert.equal(await page.evaluate(() => history.length), length + 4, "one step for each");
    await page.goBack();
    await view(page, "reading");
    await page.goBack();
    await view(page, "text");
    assert.equal(await select.inputValue(), two);
    await page.goBack();
    await page.waitForFunction(
      ([at, value]) => document.querySelector(at).value === value,
      ['details.charts[data-stage="middle"] select', one],
    );
    await page.goForward();
    await page.goForward();
    await view(page, "reading");
    assert.equal(await page.evaluate(() => history.length), length + 4, "going makes no new ones");
    // The button of the view leads back to what was there before it.
    await fromMenu(page, "#reading-switch");
    await view(page, "text");
  });
});

test("an address is gone to when it is opened, and nonsense is no harm", async () => {
  await withProject(async (page) => {
    await view(page, "kept");
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await view(page, "text");
    await page.waitForFunction(() => document.getElementById("keep-state").textContent === "已保存在本浏览器");
    const option = page.locator('details.charts[data-stage="primary"] select option').nth(2);
    const id = await option.getAttribute("value");
    for (const nonsense of [
      "#",
      "#view=nothing",
      "#view=text&county=%",
      "#%%%",
      "#p",
      "#view=text&stage=primary&indicator=zzz",
    ]) {
      await page.goto(new URL(`app/${nonsense}`, started.url).href);
      await verdict(page, "fail");
    }
    await page.goto(
      new URL(`app/#view=balance&county=${encodeURIComponent("示例区")}&stage=primary&indicator=${id}`, started.url)
        .href,
    );
    await view(page, "text");
    await page.waitForFunction(
      (value) => document.querySelector('details.charts[data-stage="primary"] select').value === value,
      id,
    );
  }, "app/#view=kept");
});

test("a school in the address is brought into sight", async () => {
  await withProject(async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await page.goto(new URL(`app/#view=text&school=${encodeURIComponent("示例十小")}`, started.url).href);
    await page.waitForFunction(() => {
      const row = [...document.querySelectorAll("#text-view th")].find((one) => one.textContent === "示例十小");
      const { top, bottom } = row.getBoundingClientRect();
      return top >= 0 && bottom <= window.innerHeight;
    });
  });
});

test("a link carries the county with its changes; it asks no server for more, and is not kept before a change", async () => {
  let link = "";
  await withProject(async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await fromMenu(page, "#reading-switch");
    await page.locator('#rows tr[data-row="2"] button.cell').nth(3).click();
    await page.keyboard.type("1234");
    await page.keyboard.press("Enter");
    link = await copiedLink(page);
    await reads(page, "#link-length", new RegExp(`链接长 ${link.length} 个字符`));
    assert.ok(link.length < 6000, String(link.length));
    await screenshot(page, "link");
  });
  await withProject(
    async (page, opened) => {
      await verdict(page, "fail");
      await reads(page, "#status", /已打开链接里的表/);
      assert.equal(await page.locator("#keep-state").innerText(), "未保存");
      assert.match(await page.locator("#text-view").innerText(), /1234/);
      await hashIs(page, "#view=text", "the data have left the address");
      assert.doesNotMatch(opened.response.url(), /示例/);
      await fromMenu(page, "#reading-switch");
      assert.equal(await page.locator("td.corrected").innerText(), "1234");
      await page.waitForTimeout(1000);
      assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).length), 0);
      await page.click("#changes button");
      await page.waitForFunction(() => document.getElementById("keep-state").textContent === "已保存在本浏览器");
    },
    link.slice(link.indexOf("app/")),
  );
});

test("a link put into the address of an open page is opened; a damaged one is said to be damaged", async () => {
  await withProject(async (page) => {
    await page.click('[data-sample="sample-county.tsv"]');
    await verdict(page, "fail");
    const link = await copiedLink(page);
    await page.goto(link.slice(0, -9));
    await page.waitForFunction(() => /不完整或已损坏/.test(document.getElementById("notice").textContent));
    await verdict(page, "fail");
    await fromMenu(page, "#kept-switch");
    await page.click('[data-sample="five-schools.tsv"]');
    await verdict(page, "unknown");
    await page.goto(link);
    await verdict(page, "fail");
  });
});

test("a county too large for a link: how long it would be, and what to do instead", async () => {
  await withProject(async (page) => {
    let seed = 1;
    const random = () => (seed = (seed * 48271) % 2147483647);
    const rows = Array.from({ length: 2000 }, (_, n) => `学校${n}\t小学\t${random() % 3000}\t${random() % 90000}`);
    await pasteText(page, `学校名称\t学校类型\t在校生数\t图书册数\n${rows.join("\n")}\n`);
    await page.waitForFunction(() => document.getElementById("verdict")?.dataset.verdict !== undefined);
    await fromMenu(page, "#kept-switch");
    await reads(page, "#link-length", /要 \d{5,} 个字符，超过 16000/);
    assert.equal(await page.locator("#copy-link").count(), 0);
  });
});

test("with the workbench: back and forward between picture and text", async () => {
  const opened = await openPage(graphics, "app/");
  const { page } = opened;
  try {
    await workbenchReady(page);
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await page.click("#view-switch");
    await view(page, "text");
    await fromMenu(page, "#reading-switch");
    await page.goBack();
    await view(page, "text");
    await page.goBack();
    await view(page, "canvas");
    await page.goForward();
    await view(page, "text");
    opened.check();
  } finally {
    await opened.close();
  }
});
