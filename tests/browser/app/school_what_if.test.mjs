// SPDX-License-Identifier: MIT
//
// On a school's card: one of its numbers is another one. What is said is what the changed table gives; the table itself
// stays, and what is kept is a scenario of the project.

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
  verdict,
  withText,
  withWorkbench,
} from "../support/browser.mjs";
import { loadJunheng } from "../../../dist/site/engine/junheng.js";

const plain = browserForTests({ gl: kNoGl });
const graphics = browserForTests();

const county = await readFile(sample("sample-county.tsv"), "utf8");
const engine = await loadJunheng();
/** Of the sports area in the first stage. */
const coefficient = (table) =>
  engine.evaluate({ table }).counties[0].stages[0].indicators.find(({ id }) => id === "sports_area");

const card = (page) => page.locator("#school-cards .card").first();
const form = (page) => card(page).locator(".what-if-form");
const row = (page, name) => card(page).locator(".what-if-result tr").filter({ hasText: name });

async function openForm(page, school) {
  await page.fill("#school-search", school);
  await card(page).getByText(school).first().waitFor();
  await card(page).locator(".what-if summary").first().click();
  await form(page).waitFor();
}

async function assume(page, header, value) {
  const select = form(page).locator("select");
  const option = select.locator("option", { hasText: header });
  await select.selectOption(await option.getAttribute("value"));
  await form(page).locator("input").fill(value);
  await form(page).locator("input").press("Enter");
}

test("before and after are those of the table as it is and of the changed one; the table stays", async () => {
  await withText(plain, async (page) => {
    await page.setInputFiles("#file", sample("sample-county.tsv").pathname);
    await verdict(page, "fail");
    await openForm(page, "示例十七小");
    assert.match(await form(page).locator("select").innerText(), /运动场地面积\(㎡\)：现为 20300\.9/);
    await assume(page, "运动场地面积", "5000.9");
    const [was, is] = [county, county.replace("\t20300.9\t", "\t5000.9\t")].map(coefficient);
    assert.equal(was.verdict, "fail");
    assert.equal(is.verdict, "pass");
    const line = row(page, "体育运动场馆面积的差异系数");
    await line.waitFor();
    const cells = await line.locator("th, td").allInnerTexts();
    assert.equal(cells[0], "小学：生均体育运动场馆面积的差异系数（限值 0.50）");
    assert.equal(cells[1], `${was.cvText} 不达标`);
    assert.equal(cells[2], `${is.cvText} 达标`);
    assert.equal(cells[3], `降 ${(was.cv - is.cv).toFixed(4)}`);
    assert.match(await row(page, "资源配置").innerText(), /不达标\s+达标\s+变为达标/);
    // 30 other items are open, and one of them fails.
    assert.match(await row(page, "示例区：结论").innerText(), /不达标\s+不达标\s+不变/);
    assert.match(await row(page, "小学：学校结论").innerText(), /达标（\d 项达标）/);
    await card(page).scrollIntoViewIfNeeded();
    await screenshot(page, "school-what-if");
    await assertClean(page, "what if");
    assert.match(await page.locator("#verdict").innerText(), /不达标/);
    // Something else is chosen: what was said of the other number is gone.
    await form(page).locator("select").selectOption("0");
    assert.equal(await card(page).locator(".what-if-result tr").count(), 0);
    await fromMenu(page, "#language-switch");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    await openForm(page, "示例十七小");
    await assume(page, "运动场地面积", "5000.9");
    await row(page, "Coefficient").or(row(page, "coefficient")).first().waitFor();
    await screenshot(page, "school-what-if-en");
  });
});

const heads = "学校名称\t学校类型\t在校生数\t县级以上骨干教师数\t网络多媒体教室数";
const rows = (name) => Array.from({ length: 6 }, (_, i) => `${name}${i + 1}小学\t小学\t600\t6\t6`);
const twoSheets = {
  name: "两张.junheng.json",
  mimeType: "application/json",
  buffer: Buffer.from(
    JSON.stringify({
      schema: "junheng.project/1",
      name: "两张",
      standard: "quality-2017",
      tables: ["甲", "乙"].map((name) => ({ file: "两张.xlsx", name, text: [heads, ...rows(name)].join("\n") })),
    }),
  ),
};

async function openTwoSheets(page) {
  await page.setInputFiles("#file", twoSheets);
  await page.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== undefined);
}

test("of several sheets the cell of that very row is changed; a number that several columns have, too", async () => {
  await withText(plain, async (page) => {
    await openTwoSheets(page);
    await openForm(page, "乙3");
    await assume(page, "网络多媒体教室数", "18");
    const value = row(page, "多媒体").first();
    await value.waitFor();
    assert.match(await value.innerText(), /1\.00 .*3\.00/);
    assert.equal(await row(page, "骨干教师").count(), 0, "what says the same in another column is left alone");
  });
});

test("kept it is a scenario of the project, and the workbench has it among its own", async () => {
  await withWorkbench(graphics, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const fetched = (name) => asked.some((path) => path.endsWith(name));
    await pasteText(page, county);
    await verdict(page, "fail");
    await page.click("#view-switch");
    await page.fill("#school-search", "示例十七小");
    await card(page).waitFor();
    assert.ok(!fetched("/app/trial.js") && !fetched("/engine/junheng.wasm"), "nothing is loaded before somebody asks");
    await openForm(page, "示例十七小");
    await assume(page, "运动场地面积", "5000.9");
    await card(page).getByRole("button", { name: "存为方案" }).click();
    await page.getByText("已存为方案“示例十七小 运动场地面积(㎡) 5000.9”").waitFor();
    const focused = await page.evaluate(() => document.activeElement?.tagName);
    assert.equal(focused, "SUMMARY");
    await page.evaluate(() => (location.hash = "#view=what-if"));
    await page.waitForFunction(() =>
      document.querySelector(".screen-twin")?.innerHTML.includes("示例十七小 运动场地面积(㎡) 5000.9"),
    );
    await screenshot(page, "school-what-if-workbench");
  });
});

test("of another sheet it is kept as well, and the workbench assumes it of that very school", async () => {
  await withWorkbench(graphics, async (page) => {
    await page.setInputFiles("#file", twoSheets);
    await page.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== undefined);
    await page.click("#view-switch");
    await openForm(page, "乙3");
    await assume(page, "网络多媒体教室数", "18");
    await card(page).getByRole("button", { name: "存为方案" }).click();
    await page.evaluate(() => (location.hash = "#view=what-if"));
    await page.waitForFunction(() =>
      document.querySelector(".screen-twin")?.textContent.includes("乙3小学　网络多媒体教室数：6 → 18"),
    );
  });
});
