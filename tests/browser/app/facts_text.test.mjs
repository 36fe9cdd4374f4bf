// SPDX-License-Identifier: MIT
//
// What a county states, filled in without the canvas: yes and no, numbers and notes, by keys, kept and taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import { browserForTests, fromMenu, kNoGl, sample, screenshot, verdict, withText } from "../support/browser.mjs";
import { kept } from "../support/keeping.mjs";

const started = browserForTests({ gl: kNoGl });

const withCounty = (body, context = {}) =>
  withText(
    started,
    async (page) => {
      await page.setInputFiles("#file", sample("sample-county.tsv").pathname);
      await verdict(page, "fail");
      await page.click("#facts-head");
      await page.locator("#fact-G1").waitFor();
      await body(page);
    },
    { context },
  );

const row = (page, item) => page.locator("#facts tr").filter({ has: page.getByRole("rowheader", { name: item }) });
const says = (page, item, word) => row(page, item).locator("td").last().getByText(word, { exact: true }).waitFor();

test("yes, no, numbers and notes are computed at once; Enter goes on; a step is taken back", async () => {
  await withCounty(async (page) => {
    const before = await page.locator("#facts-head").innerText();
    assert.match(before, /已填 \d+ \/ \d+ 项/);
    await page.selectOption("#fact-G1", "yes");
    await page.waitForFunction(() => document.querySelector("#fact-G1").value === "yes");
    await says(page, /^G1 /, "达标");
    await page.fill("#note-G1", "县规划〔2023〕8 号");
    await page.press("#note-G1", "Enter");
    // The next field has the focus, though all of it was drawn anew.
    assert.equal(await page.evaluate(() => document.activeElement.id), "fact-G2");
    assert.equal(await page.inputValue("#note-G1"), "县规划〔2023〕8 号");
    await page.fill("#fact-teacher_pay", "90000");
    await page.press("#fact-teacher_pay", "Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "fact-civil_servant_pay");
    await page.keyboard.type("8万元");
    await page.keyboard.press("Enter");
    await page.selectOption("#fact-G8", "yes");
    await says(page, /^G8 /, "达标");
    await page.selectOption("#fact-V6", "yes");
    await says(page, /^V6 /, "不达标");
    await assertClean(page, "facts");
    await screenshot(page, "facts-text");
    // It is one step each, kept with the project.
    await fromMenu(page, "#reading-switch");
    await page.click("#undo");
    await fromMenu(page, "#reading-switch");
    assert.equal(await page.inputValue("#fact-V6"), "");
    assert.equal(await page.inputValue("#fact-civil_servant_pay"), "8万元");
    await kept(page);
    await page.reload();
    await page.waitForFunction(() => document.querySelector("#facts-head")?.textContent.includes("已填"));
    await page.click("#facts-head");
    assert.equal(await page.inputValue("#note-G1"), "县规划〔2023〕8 号");
    assert.equal(await page.inputValue("#fact-teacher_pay"), "90000");
  });
});

test("what the table of schools decides is said in its row, and not asked for once more", async () => {
  await withCounty(async (page) => {
    assert.match(await row(page, /^G4 /).innerText(), /6 所学校不符合/);
    assert.equal(await row(page, /^G4 /).locator("input").count(), 0);
    await says(page, /^G4 /, "不达标");
    assert.ok((await row(page, /^G5 /).locator("input").count()) > 0, "of classes the table has no word");
  });
});

test("between two ways to one number it is said that either is enough", async () => {
  await withCounty(async (page) => {
    const words = await row(page, /^G14 /).locator(".stating").innerText();
    assert.match(words, /计划[^]*或者[^]*比例/);
    assert.doesNotMatch(await row(page, /^G8 /).locator(".stating").innerText(), /或者/);
  });
});

test("on a phone nothing sticks out; what came as a table is not changed here", async () => {
  await withCounty(
    async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
      await screenshot(page, "facts-phone");
      const project = {
        schema: "junheng.project/1",
        standard: "quality-2017",
        tables: [{ name: "甲", text: "学校名称\t学校类型\t在校生数\n一小\t小学\t300\n二小\t小学\t400" }],
        county: "指标\t值\n教师平均工资\t90000",
      };
      await page.setInputFiles("#file", {
        name: "甲.junheng.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(project)),
      });
      await verdict(page, "unknown");
      await page.getByText("这个县的材料是作为表格粘贴的").waitFor();
      assert.ok(await page.locator("#fact-G1").isDisabled());
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  );
});
