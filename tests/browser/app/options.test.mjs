// SPDX-License-Identifier: MIT
//
// Options of the standard (口径) are chosen in the text view and in the workbench, each with what it would change here;
// what is not the default stands with the verdict, is kept in the project, and can be taken back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  onCanvas,
  reads,
  sample,
  screenshot,
  settled,
  verdict,
  withText,
  withWorkbench,
} from "../support/browser.mjs";

const plain = browserForTests({ gl: kNoGl });
const graphics = browserForTests();

/** The sample county, retained by the formulas A and B and not by C. */
const project = {
  schema: "junheng.project/1",
  name: "示例",
  standard: "quality-2017",
  tables: [{ name: "示例区", text: await readFile(sample("sample-county.tsv"), "utf8") }],
  county:
    "毕业学生人数\t940\n毕业年级三年前初一时在校学生人数\t1000\n毕业年级三年转入学生人数\t0\n毕业年级三年死亡学生人数\t2\n毕业年级三年转出学生人数\t10\n",
};

async function openProject(page) {
  await page.setInputFiles("#file", {
    name: "示例.junheng.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(project)),
  });
  await verdict(page, "fail");
}

const withPlain = (body, options) =>
  withText(
    plain,
    async (page) => {
      await openProject(page);
      await body(page);
    },
    options,
  );

const kThird = "毕业÷初一";
const kSaid = "口径：三年巩固率公式按“毕业÷初一”。";
const list = (page) => page.locator("#options");
const group = (page, name) => page.getByRole("group", { name, exact: true });
const radio = (page, name) => group(page, "三年巩固率公式").getByRole("radio", { name, exact: true });
const part = async (page, name) => (await page.locator("#text-view li", { hasText: name }).first().innerText()).trim();

test("text view: a list of form controls with sources, defaults and what each choice would change", async () => {
  await withPlain(async (page) => {
    assert.equal(await page.getByRole("radio").count(), 0, "nothing is computed before somebody opens the list");
    assert.ok(await page.locator("#chosen-options").isHidden());
    await list(page).locator("summary").click();
    await page.waitForSelector("#options input");
    const retention = group(page, "三年巩固率公式");
    assert.equal(await retention.getByRole("radio").count(), 3);
    assert.match(await retention.innerText(), /依据：/);
    assert.ok(await radio(page, "毕业÷（初一+转入−转出−死亡）（默认）").isChecked());
    assert.match(await retention.innerText(), /可能超过100%[\s\S]*选此项：Q1 三年巩固率由达标变为不达标/);
    assert.match(await retention.innerText(), /选此项不改变本县的任何结论/);
    // what a screen reader says of a choice
    const notes = await radio(page, kThird).evaluate(
      (one) => document.getElementById(one.getAttribute("aria-describedby")).textContent,
    );
    assert.match(notes, /选此项：Q1/);
    await screenshot(page, "options-text");
  });
});

test("text view: chosen by the keyboard alone, said with the verdict, kept, and taken back", async () => {
  await withPlain(async (page) => {
    await list(page).locator("summary").focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("#options input");
    await page.keyboard.press("Tab");
    const focused = () => page.evaluate(() => document.activeElement.id);
    assert.equal(await focused(), "option-retention-A");
    assert.match(await part(page, "教育质量"), /数据不足/);
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.getElementById("option-retention-B").checked);
    assert.equal(await focused(), "option-retention-B", "the focus stays in the group");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction((said) => document.getElementById("chosen-options").textContent === said, kSaid);
    assert.equal(await focused(), "option-retention-C");
    assert.ok(await radio(page, kThird).isChecked());
    assert.match(await part(page, "教育质量"), /不达标/);
    await reads(page, "#options", /选此项：Q1 三年巩固率由不达标变为达标/);
    await screenshot(page, "options-text-chosen");

    await fromMenu(page, "#language-switch");
    await reads(page, "#chosen-options", /^Readings chosen: Formula of retention/);
    await reads(page, "#options", /Q1 Three-year retention from fail to pass/);
    await fromMenu(page, "#language-switch");

    await fromMenu(page, "#reading-switch");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-project")]);
    assert.deepEqual(JSON.parse(await readFile(await download.path(), "utf8")).options, { retention: "C" });
    await page.click("#undo");
    await page.click("#undo");
    await fromMenu(page, "#reading-switch");
    assert.ok(await page.locator("#chosen-options").isHidden());
    assert.ok(await radio(page, "毕业÷（初一+转入−转出−死亡）（默认）").isChecked(), "the list is still open");
    // A standard that leaves nothing open has no list.
    await page.selectOption("#standard", "basic-2012");
    await page.waitForFunction(() => document.getElementById("options").hidden);
  });
});

test("text view: of a nation's tables the effects are computed where somebody asks", async () => {
  await withPlain(async (page) => {
    const schools = Array.from({ length: 20_100 }, (_, i) => `第${i}小学\t小学\t300\t20`);
    const table = `学校名称\t学校类型\t在校生数\t高于规定学历教师数\n${schools.join("\n")}\n`;
    await page.setInputFiles("#file", { name: "a.tsv", mimeType: "text/plain", buffer: Buffer.from(table) });
    await page.waitForFunction(() => /只显示县一级结果/.test(document.getElementById("text-view").textContent));
    await list(page).locator("summary").click();
    await page.waitForSelector("#options input");
    assert.doesNotMatch(await list(page).innerText(), /选此项/);
    await page.locator("#options-ask").press("Enter");
    await page.waitForFunction(() => /选此项不改变/.test(document.getElementById("options").textContent));
    assert.equal(await page.evaluate(() => document.activeElement.id), "options-head");
  });
});

test("text view on a phone: nothing sticks out", async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  await withPlain(
    async (page) => {
      await list(page).locator("summary").tap();
      await page.waitForSelector("#options input");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${wide} pixels stick out`);
      await list(page).scrollIntoViewIfNeeded();
      await screenshot(page, "options-phone");
    },
    { context: phone },
  );
});

test("workbench: chosen on the canvas, the text beside it follows", async () => {
  await withWorkbench(
    graphics,
    async (page) => {
      await settled(page);
      await openProject(page);
      await settled(page);
      const press = async (name) => {
        const found = onCanvas(page, name);
        await found.waitFor({ state: "attached" });
        await found.focus();
        await page.keyboard.press("Enter");
        await settled(page);
      };
      await press("结论");
      await press("三年巩固率公式：毕业÷（初一+转入−转出−死亡）（默认）");
      await screenshot(page, "options-canvas");
      const twin = page.locator(".screen-twin");
      await twin.getByText("选此项：Q1 三年巩固率由达标变为不达标").first().waitFor({ state: "attached" });
      await press(kThird);
      await twin.getByText(kSaid).first().waitFor({ state: "attached" });
      await screenshot(page, "options-canvas-chosen");
      await press("English");
      await screenshot(page, "options-canvas-english");
      await press("中文");
      await page.waitForFunction((said) => document.getElementById("chosen-options").textContent === said, kSaid);
      assert.ok(await list(page).isHidden(), "no second list out of sight");
      await page.click("#view-switch");
      await list(page).locator("summary").click();
      await page.waitForSelector("#options input");
      assert.ok(await radio(page, kThird).isChecked());
      await radio(page, "毕业÷（初一+转入−转出−死亡）（默认）").check();
      await page.waitForFunction(() => document.getElementById("chosen-options").hidden);
      await page.click("#view-switch");
      await settled(page);
      await twin
        .getByRole("button", { name: /^三年巩固率公式：毕业÷（初一.*（默认）$/ })
        .first()
        .waitFor({ state: "attached" });
      assert.equal(await twin.getByText("口径：三年").count(), 0);
    },
    { context: { viewport: { width: 1366, height: 1300 } } },
  );
});
