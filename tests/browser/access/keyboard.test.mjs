// SPDX-License-Identifier: MIT
//
// The whole way from a table to a corrected, saved project: once with the keyboard and nothing else, once by roles and
// names as a screen reader finds them and nothing else.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { browserForTests, kNoGl, onCanvas, sample, settled, withPage } from "../support/browser.mjs";

const countyText = await readFile(sample("sample-county.tsv"), "utf8");

const plain = browserForTests({ gl: kNoGl });
const graphics = browserForTests();

const withKeys = (browser, body, init) =>
  withPage(
    browser,
    "app/",
    () => undefined,
    (page, { context }) => body(page, context),
    { init },
  );

/** The table onto the clipboard, as another program would put it there. */
const toClipboard = (page) => page.evaluate((text) => navigator.clipboard.writeText(text), countyText);

const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const around = getComputedStyle(one.parentElement ?? one);
    return {
      id: one.id,
      name: one.getAttribute("aria-label") ?? one.textContent.trim(),
      body: one === document.body,
      seen:
        (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) ||
        (around.outlineStyle !== "none" && parseFloat(around.outlineWidth) > 0),
    };
  });

/** Tab, or another key, until it is there; every stop on the way can be seen. */
async function tabTo(page, wanted, key = "Tab") {
  const before = [];
  for (let presses = 0; presses < 400; presses += 1) {
    const now = await focused(page);
    if (wanted.test(now.id) || wanted.test(now.name)) return now;
    before.push(now.id || now.name);
    await page.keyboard.press(key);
    const next = await focused(page);
    if (!next.body && next.id !== "canvas")
      assert.ok(next.seen, `the focus on "${next.id || next.name}" cannot be seen`);
  }
  throw new Error(`${wanted} is not reached by ${key}: ${before.slice(0, 60).join(" → ")}`);
}

const verdictIs = (page, value) =>
  page.waitForFunction((expected) => document.getElementById("verdict")?.dataset.verdict === expected, value);

/** A switch of the bar, which may be behind its menu. */
async function toSwitch(page, id, key = "Tab") {
  if (await page.locator("#menu-switch").isVisible()) {
    await tabTo(page, /^menu-switch$/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, id);
  } else await tabTo(page, id, key);
}

/** From a verdict on, wherever the focus is. */
async function restOfTheWay(page) {
  await toSwitch(page, /^reading-switch$/);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#rows");
  assert.equal((await focused(page)).id, "reading-view");
  const cell = await tabTo(page, /^第 2 行第 4 列：2184，更正$/);
  assert.ok(cell.seen);
  await page.keyboard.press("Enter");
  await page.keyboard.type("1500");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("td.corrected")?.textContent === "1500");
  assert.match((await focused(page)).name, /^第 2 行第 4 列：1500/, "the focus stays where the work is");
  await tabTo(page, /^undo$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("td.corrected") === null);
  assert.equal((await focused(page)).body, false, "the focus is somewhere");
  await tabTo(page, /^redo$/);
  await page.keyboard.press(" ");
  await page.waitForFunction(() => document.querySelector("td.corrected") !== null);
  await tabTo(page, /^save-project$/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const project = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.deepEqual(project.reading.edits, [{ sheet: 0, row: 2, column: 3, text: "1500" }]);
  // And back to the result.
  await toSwitch(page, /^reading-switch$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.body.dataset.view !== "reading");
}

test("keyboard only, text view", async () => {
  await withKeys(plain, async (page) => {
    await page.waitForFunction(() => !document.getElementById("standard").disabled);
    await toClipboard(page);
    await page.keyboard.press("Control+V");
    await verdictIs(page, "fail");
    await restOfTheWay(page);
    // Charts and tables: choose an indicator, copy a table.
    await tabTo(page, /^复制表：小学：各指标与差异系数$/);
    await page.keyboard.press("Enter");
    await page.getByText("已复制，可粘贴到").waitFor();
    const shown = () => page.locator("#chart-0-primary-strip title").first().textContent();
    const former = await shown();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement.matches(".charts select"))) break;
    }
    await page.keyboard.press("ArrowUp");
    await page.waitForFunction(
      (text) => document.querySelector("#chart-0-primary-strip title").textContent !== text,
      former,
    );
    assert.ok(
      await page.evaluate(() => document.activeElement.matches(".charts select")),
      "the choice keeps the focus",
    );
  });
});

test("the keys everybody knows: Ctrl+Z, Ctrl+Y, Ctrl+S; in a field they are the field's", async () => {
  await withKeys(plain, async (page) => {
    await page.waitForFunction(() => !document.getElementById("standard").disabled);
    await toClipboard(page);
    await page.keyboard.press("Control+V");
    await verdictIs(page, "fail");
    await tabTo(page, /^reading-switch$/);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#rows");
    await tabTo(page, /^第 2 行第 4 列：2184，更正$/);
    await page.keyboard.press("Enter");
    await page.keyboard.type("12");
    await page.keyboard.press("Control+Z");
    assert.equal(await page.locator("#rows input").count(), 1);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("1500");
    await page.keyboard.press("Enter");
    const corrected = (yes) =>
      page.waitForFunction((expected) => (document.querySelector("td.corrected") !== null) === expected, yes);
    await corrected(true);
    await page.keyboard.press("Control+Z");
    await corrected(false);
    await page.keyboard.press("Control+Y");
    await corrected(true);
    await page.keyboard.press("Control+Z");
    await corrected(false);
    await page.keyboard.press("Control+Shift+Z");
    await corrected(true);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+S")]);
    assert.match(download.suggestedFilename(), /\.junheng\.json$/);
  });
});

test("keyboard only, with the workbench: in, out again, and the same way", async () => {
  await withKeys(graphics, async (page) => {
    await page.waitForFunction(() => document.body.dataset.view === "canvas" && (window.__junheng?.frames ?? 0) > 0);
    await toClipboard(page);
    await page.keyboard.press("Control+V");
    await verdictIs(page, "fail");
    await tabTo(page, /^canvas$/);
    await page.keyboard.press("F6");
    assert.equal((await focused(page)).id, "view-switch");
    await restOfTheWay(page);
  });
});

test("keyboard only: a meeting is entered, turned, darkened, left; no name is in it while they are hidden", async () => {
  await withKeys(graphics, async (page) => {
    const names = countyText
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t")[1])
      .filter((name) => name);
    const says = (words) => page.locator(".screen-twin").getByText(words).first().waitFor({ state: "attached" });
    const shown = (name) => onCanvas(page, name).waitFor({ state: "attached" });
    /** All that can be read or found: the tree, names that are only said, fields, the address. */
    const everything = () =>
      page.evaluate(() =>
        [
          document.documentElement.textContent,
          ...[...document.querySelectorAll("[aria-label]")].map((one) => one.ariaLabel),
          ...[...document.querySelectorAll("input, textarea")].map((one) => one.value),
          decodeURIComponent(location.hash),
          document.title,
        ].join("\n"),
      );
    await page.waitForFunction(() => document.body.dataset.view === "canvas" && (window.__junheng?.frames ?? 0) > 0);
    await toClipboard(page);
    await page.keyboard.press("Control+V");
    await verdictIs(page, "fail");
    await settled(page); // the tree follows the picture, a moment later
    await tabTo(page, /^示例一小$/); // chosen, it stands in the address
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => decodeURIComponent(location.hash).includes("示例一小"));
    await tabTo(page, /^会议模式 \(M\)$/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await shown("退出 (Esc)");
    await page.waitForFunction(() => document.activeElement.id === "canvas");
    await page.keyboard.press("PageDown");
    await says("0.5368");
    await page.keyboard.press("PageDown");
    await says("示例一小");
    await page.keyboard.press("n");
    await shown("显示校名 (N)");
    await says("学校 1、学校 2等");
    for (let pages = 0; pages < 20; pages += 1) {
      const text = await everything();
      assert.deepEqual(
        names.filter((name) => text.includes(name)),
        [],
      );
      await page.keyboard.press("ArrowRight");
      await settled(page);
    }
    await says("这些数没有说明什么");
    // Every stop is in the picture, and from each of them the keys still turn its pages.
    for (let stops = 0; stops < 8; stops += 1) {
      await page.keyboard.press("Tab");
      const inside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement.closest("#canvas-view") !== null,
      );
      assert.ok(inside, (await focused(page)).name);
    }
    await tabTo(page, /^上一页$/);
    await page.keyboard.press("Home");
    await says("1 / ");
    await page.keyboard.press("d");
    await page.keyboard.press("Escape");
    await shown("数据");
    await settled(page);
    assert.equal((await focused(page)).name, "会议模式 (M)", "back at the button");
    await page.keyboard.press("m");
    await shown("退出 (Esc)");
    await page.keyboard.press("Escape");
    await shown("数据");
  });
});

test("keyboard only: from the paste box, and the skip link", async () => {
  await withKeys(plain, async (page) => {
    await page.waitForFunction(() => !document.getElementById("standard").disabled);
    await toClipboard(page);
    await page.keyboard.press("Tab");
    assert.equal((await focused(page)).id, "skip");
    await page.keyboard.press("Enter");
    assert.equal((await focused(page)).id, "text-view");
    await tabTo(page, /^paste-box$/, "Shift+Tab");
    await page.keyboard.press("Control+V");
    await verdictIs(page, "fail");
    assert.equal(await page.inputValue("#paste-box"), "");
  });
});

test("keyboard only: projects, with a name and a deletion", async () => {
  await withKeys(plain, async (page) => {
    await page.waitForFunction(() => !document.getElementById("standard").disabled);
    await toClipboard(page);
    await page.keyboard.press("Control+V");
    await verdictIs(page, "fail");
    await page.waitForFunction(() => document.getElementById("keep-state").textContent === "已保存在本浏览器");
    await tabTo(page, /^kept-switch$/);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#kept");
    await tabTo(page, /^改名：示例区$/);
    await page.keyboard.press("Enter");
    await page.keyboard.type("我的县");
    await page.keyboard.press("Enter");
    await page.getByRole("rowheader", { name: "我的县" }).waitFor();
    await tabTo(page, /^删除我的县$/);
    await page.keyboard.press("Enter");
    assert.equal((await focused(page)).name, "确认删除我的县");
    await page.keyboard.press("Tab");
    assert.equal(
      await page.getByRole("button", { name: "确认删除我的县" }).count(),
      0,
      "leaving takes the first press back",
    );
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("#kept tr").length === 0);
  });
});

test("roles and names only: from paste to a saved correction", async () => {
  await withKeys(plain, async (page) => {
    const press = async (name, role = "button") => {
      const one = page.getByRole(role, { name, exact: true });
      await one.first().waitFor();
      assert.equal(await one.count(), 1, `${role} ${name}`);
      await one.press("Enter");
    };
    await page.getByRole("combobox", { name: "办法" }).and(page.locator(":enabled")).waitFor();
    await toClipboard(page);
    await page.getByRole("textbox", { name: "粘贴到这里" }).press("Control+V");
    await page.getByRole("status").filter({ hasText: "示例区：不达标" }).waitFor();
    await page.getByRole("heading", { name: /^小学：25 个评估单元/ }).waitFor();
    await page.getByRole("img", { name: "小学：差异系数与限值" }).waitFor();
    await page.getByRole("combobox", { name: "看哪项指标" }).first().selectOption({ index: 0 });
    await press("读表结果");
    await page.getByRole("main", { name: "读表结果" }).waitFor();
    await press("第 2 行第 4 列：2184，更正");
    await page.getByRole("textbox", { name: "第 2 行第 4 列：2184，更正" }).fill("1500");
    await page.getByRole("textbox", { name: "第 2 行第 4 列：2184，更正" }).press("Enter");
    await page.getByRole("listitem").filter({ hasText: "“2184”改为“1500”" }).waitFor();
    await press("撤销");
    await page.getByText("没有手工更改。").waitFor();
    await press("重做");
    await page.getByRole("listitem").filter({ hasText: "“2184”改为“1500”" }).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), press("保存项目文件")]);
    assert.match(await readFile(await download.path(), "utf8"), /"1500"/);
    await press("项目");
    await page
      .getByRole("table", { name: /个项目/ })
      .getByRole("rowheader", { name: "示例区" })
      .waitFor();
    await press("回到结果");
    await page.getByRole("main", { name: "文字版" }).waitFor();
    await press("English");
    await page.getByRole("status").filter({ hasText: "示例区: fail" }).waitFor();
  });
});
