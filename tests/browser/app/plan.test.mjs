// SPDX-License-Identifier: MIT
//
// 怎样才能达标: the view beside the result, from its door to a plan that is looked at as a what-if; by keyboard, on a phone, in
// both languages, and without a workbench.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import {
  browserForTests,
  fromMenu,
  keepPicture,
  kNoGl,
  pasteText,
  reads,
  sample,
  screenshot,
  verdict,
  withText,
  withWorkbench,
} from "../support/browser.mjs";

const plain = browserForTests({ gl: kNoGl });
const graphics = browserForTests();

const withPlan = (body, options) =>
  withText(
    plain,
    async (page) => {
      await page.click('[data-sample="sample-county.tsv"]');
      await verdict(page, "fail");
      await fromMenu(page, '[data-aside="plan"]');
      await page.waitForSelector("#plan-compute");
      await body(page);
    },
    options,
  );

const lines = (page, id) => page.locator(`#${id} .verdict-line`).innerText();

test("a plan is computed, proved or bounded, and every table can be copied", () =>
  withPlan(async (page) => {
    await page.focus("#plan-compute");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#plan-result table");
    assert.match(await lines(page, "plan-result"), /补上这些，小学就达标：/);
    const said = await page.locator("#plan-result").innerText();
    assert.match(said, /重新计算：小学达标。/);
    assert.match(said, /已证明没有更省的|最多还能省/);
    const schools = page.locator("#plan-result table").first();
    assert.ok((await schools.locator("tbody tr").count()) > 0);
    await page.locator("#plan-result .copy").first().click();
    await page.waitForFunction(() => document.querySelector("#plan-result .copied")?.textContent !== "");
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /示例/);
    await assertClean(page, "plan");
    await keepPicture("plan.png", () => page.screenshot({ fullPage: true }));
  }));

test("a year to come is planned with what the years to come assume", () =>
  withPlan(async (page) => {
    await page.waitForSelector("#plan-run");
    await page.selectOption("#plan-year", "3");
    await page.fill('[data-key="growth:primary:middle"]', "百分之三");
    await page.click("#plan-compute");
    await reads(page, "#plan-status", /百分之三/);
    await page.fill('[data-key="growth:primary:middle"]', "6");
    await page.click("#plan-compute");
    await page.waitForSelector("#plan-result table");
    const said = await page.locator("#plan-result").innerText();
    assert.match(said, /这是第 3 年（沙盘中情形）的方案/);
    assert.match(said, /重新计算：小学达标。/);
    await assertClean(page, "plan of a year");
    await keepPicture("plan-year.png", () => page.screenshot({ fullPage: true }));
  }));

test("pupils go to emptier schools where they may: a heuristic, and said to be one", () =>
  withPlan(async (page) => {
    await page.click("#plan-pupils summary");
    await page.fill('[data-key="pupils:primary"]', "300");
    await page.click("#plan-compute");
    await page.waitForSelector("#plan-result table");
    const said = await page.locator("#plan-result").innerText();
    assert.match(said, /先分流 [1-9]\d* 名学生，再补上这些，小学就达标|只要分流 [1-9]\d* 名学生/);
    assert.match(said, /启发式/);
    assert.match(said, /重新计算：小学达标。/);
    const moves = page.locator("#plan-result table", { hasText: "学生分流（启发式）" });
    assert.ok((await moves.locator("tbody tr").count()) > 0);
    assert.match(await moves.locator("tbody tr").first().innerText(), /\d+→\d+/);
    assert.match(said, /不分流学生/);
    await keepPicture("plan-pupils.png", () => page.screenshot({ fullPage: true }));
    await page.selectOption('[data-key="pupils-reach:primary"]', "pairs");
    await page.click("#plan-compute");
    await page.waitForFunction(() => /学生都不动/.test(document.getElementById("plan-result").innerText));
    await assertClean(page, "plan with pupils");
  }));

test("pairs of schools are added and removed, and keep what is chosen in them", () =>
  withPlan(async (page) => {
    await page.click("#plan-pupils summary");
    await page.selectOption('[data-key="pupils-reach:primary"]', "pairs");
    const pairs = page.locator("#plan-pupils tbody tr");
    assert.equal(await pairs.count(), 1);
    await page.click("#plan-add-pairs");
    await page.selectOption('[data-key="pairs:0:a"]', "1");
    await page.selectOption('[data-key="pairs:1:a"]', "2");
    await page.selectOption('[data-key="pairs:1:b"]', "3");
    await pairs.first().getByRole("button", { name: "去掉第 1 行（可以互相分流的学校）" }).click();
    assert.equal(await pairs.count(), 1);
    assert.equal(await page.inputValue('[data-key="pairs:0:a"]'), "2");
    assert.equal(await page.inputValue('[data-key="pairs:0:b"]'), "3");
    assert.equal(await page.evaluate(() => document.activeElement.id), "plan-add-pairs");
    await pairs.getByRole("button", { name: /去掉/ }).click();
    assert.equal(await pairs.count(), 0);
  }));

test("what is entered of schools is of these: prices stay when another table is opened, caps do not", () =>
  withPlan(async (page) => {
    const caps = page.locator("details", { hasText: "各校上限" });
    await caps.locator("summary").click();
    await page.fill('[data-key^="cap:primary:"] >> nth=0', "0");
    await page.check('[data-key="keep:primary:0"]');
    await page.check('[data-key^="move:"] >> nth=0');
    await fromMenu(page, '[data-aside="plan"]');
    const table = await readFile(sample("sample-county.tsv"), "utf8");
    await pasteText(page, table.replaceAll("示例", "另一"));
    await page.waitForFunction(() => document.getElementById("text-view").innerText.includes("另一一小"));
    await fromMenu(page, '[data-aside="plan"]');
    await page.waitForFunction(() => document.querySelector("#plan-compute")?.checkVisibility());
    await caps.locator("summary").click();
    assert.equal(await page.inputValue('[data-key^="cap:primary:"] >> nth=0'), "");
    assert.equal(await page.isChecked('[data-key="keep:primary:0"]'), false);
    assert.equal(await page.isChecked('[data-key^="move:"] >> nth=0'), true);
  }));

test("the stage that fails is looked at first, and each says its verdict", () =>
  withPlan(async (page) => {
    assert.deepEqual(await page.locator(".plan-choices select").first().locator("option").allInnerTexts(), [
      "小学（不达标）",
      "初中（达标）",
    ]);
  }));

test("a plan goes out with the public page where somebody chooses it, and not before", () =>
  withPlan(async (page) => {
    await page.click("#plan-compute");
    await page.click("#plan-scenario");
    // It goes to the result, without a workbench to the text view.
    await page.locator("#text-view").waitFor();
    await fromMenu(page, "#reading-switch");
    const published = async (choose) => {
      await page.click("#publish-page");
      await page.locator("#publish-dialog[open]").waitFor();
      await choose();
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("#publish-save")]);
      return readFile(await download.path(), "utf8");
    };
    const without = await published(async () => assert.equal(await page.inputValue("#publish-plan"), "0"));
    const printed = (html) => html.slice(0, html.indexOf("</main>"));
    assert.doesNotMatch(printed(without), /<section id="plan">/);
    const chosen = await published(async () => {
      await page.selectOption("#publish-plan", { label: "达标方案（小学）" });
      await keepPicture("publish-plan.png", () => page.screenshot());
    });
    assert.match(printed(chosen), /<section id="plan">[^]*达标方案（小学）[^]*按方案重新计算/);
  }));

test("prices, a budget and what is no number", () =>
  withPlan(async (page) => {
    await page.check('input[value="priced"]');
    await page.click("#plan-compute");
    await reads(page, "#plan-status", /请至少填写一种资源的单价/);
    const prices = page.locator('[data-key^="price:"]');
    for (let at = 0; at < (await prices.count()); at += 1) await prices.nth(at).fill(at === 5 ? "1" : "3000");
    await page.fill('[data-key="budget"]', "很多");
    await page.click("#plan-compute");
    await reads(page, "#plan-status", /“很多”不是数字/);
    await page.fill('[data-key="budget"]', "10000");
    await page.click("#plan-compute");
    await page.waitForSelector("#plan-result h2");
    assert.match(await lines(page, "plan-result"), /超过预算 10,000 元/);
    assert.match(await page.locator("#plan-result").innerText(), /这笔预算能做到的/);
    await page.fill('[data-key="budget"]', "");
    await page.click("#plan-compute");
    const schools = page.locator("#plan-result table", { hasText: "一校一策" });
    await schools.waitFor();
    const heads = await schools.locator("thead th").allInnerTexts();
    const cost = schools.locator(`tbody tr:first-child :nth-child(${heads.indexOf("费用（元）") + 1})`);
    assert.match(await cost.innerText(), /^[\d,]+$/, "what a school gets has its cost beside it");
  }));

test("caps under which nothing passes are named", () =>
  withPlan(async (page) => {
    const fixed = page.locator('[data-key^="fixed:"]');
    for (let at = 0; at < (await fixed.count()); at += 1) await fixed.nth(at).check();
    await page.click("#plan-compute");
    await page.waitForSelector("#plan-result li");
    assert.match(await lines(page, "plan-result"), /在这些上限下，小学不可能达标/);
    assert.match(await page.locator("#plan-result li").first().innerText(), /上限要再放宽/);
  }));

test("how sure the verdict is, and the years to come", () =>
  withPlan(async (page) => {
    await page.click("#plan-look");
    await page.waitForSelector("#plan-sureness table");
    const visits = page.locator("#plan-sureness table").first();
    const count = await visits.locator("tbody tr").count();
    assert.ok(count > 0 && count <= 20, String(count));
    await page.click("#plan-run");
    await page.waitForSelector("#plan-outlook table");
    const years = page.locator("#plan-outlook table").first().locator("tbody tr");
    assert.equal(await years.count(), 7);
    await keepPicture("plan-years.png", () => page.screenshot({ fullPage: true }));
    await assertClean(page, "sureness and years");
  }));

test("the years to come are edited in place: entrants, a planned school, what a school has; each edit is computed", () =>
  withPlan(async (page) => {
    await page.waitForSelector("#plan-run");
    await page.click("#plan-run");
    await page.waitForSelector("#plan-outlook table");
    const cell = (year, column) =>
      page.locator("#plan-outlook table").first().locator("tbody tr").nth(year).locator("td").nth(column).innerText();
    // Columns: pupils low, middle, high; schools that pass low, middle, high.
    const changes = (year, column, before) =>
      page.waitForFunction(
        ([row, at, was]) =>
          document.querySelector("#plan-outlook table")?.tBodies[0].rows[row].cells[at + 1].textContent !== was,
        [year, column, before],
      );
    assert.equal(await cell(1, 1), await cell(0, 1), "nobody more, nobody less");
    let before = await cell(1, 1);
    await page.click("#plan-list-entrants summary");
    await page.click("#plan-add-entrants");
    await page.fill('[data-key="entrants:0:pupils"]', "1364");
    await changes(1, 1, before);
    // 2,184 pupils in six grades: 364 leave, 1,364 come.
    assert.equal(Number((await cell(1, 1)).replace(",", "")), Number(before.replace(",", "")) + 1000);
    const more = await cell(1, 1);
    await page.locator("#plan-list-entrants").getByRole("button", { name: /去掉/ }).click();
    await changes(1, 1, more);
    assert.equal(await cell(1, 1), before);

    before = await cell(2, 4);
    assert.equal(before, "25/25");
    await page.click("#plan-list-schools summary");
    await page.click("#plan-add-schools");
    await page.selectOption('[data-key="schools:0:year"]', "2");
    await page.fill('[data-key="schools:0:pupils"]', "600");
    await changes(2, 4, before);
    assert.equal(await cell(1, 4), "25/25");
    assert.equal(await cell(2, 4), "26/26", "just equipped, it passes");
    await page.fill('[data-key="schools:0:equipped"]', "50");
    await changes(2, 4, "26/26");
    assert.equal(await cell(2, 4), "25/26");

    before = await cell(3, 4);
    await page.click("#plan-list-holdings summary");
    await page.click("#plan-add-holdings");
    await page.selectOption('[data-key="holdings:0:year"]', "3");
    await page.fill('[data-key="holdings:0:amount"]', "1");
    await changes(3, 4, before);
    assert.equal(await cell(3, 4), "24/26");
    await page.fill('[data-key="holdings:0:amount"]', "几个");
    await page.waitForFunction(() => /“几个”不是数/.test(document.getElementById("plan-status").textContent));
    assert.equal(await page.locator("#plan-outlook table").count(), 0, "nothing stands that is not of what is entered");
  }));

test("the coefficients of the years stand in a picture, and its numbers in a table", () =>
  withPlan(async (page) => {
    await page.waitForSelector("#plan-run");
    await page.click("#plan-run");
    await page.waitForSelector("#plan-years-primary");
    const picture = page.locator("#plan-years-primary");
    assert.equal(await picture.getAttribute("role"), "img");
    assert.match(await picture.locator("desc").textContent(), /骨干教师（高）从 0\.\d+ 到 0\.\d+/);
    const table = page.locator("#plan-outlook details table").first();
    const indicators = await table.locator("tbody tr").count();
    assert.equal(indicators, 21, "seven indicators in three variants");
    // A mark for each number, and no more.
    const numbers = await table.locator("td.number").count();
    assert.equal(await picture.locator("circle, polygon").count(), numbers);
    assert.match(
      await page.locator("#plan-outlook .outlook-line").first().innerText(),
      /^小学（低、中、高）：现在不达标，今后六年一直不达标。$/,
    );
  }));

test("what is being computed can be stopped at once, and another question takes its place", () =>
  withPlan(async (page) => {
    await page.waitForSelector("#plan-run");
    // No worker answers: as if the county were too large to wait for.
    await page.evaluate(() => {
      Worker.prototype.postMessage = () => undefined;
    });
    await page.click("#plan-look");
    await page.click("#plan-stop");
    assert.equal(await page.locator("#plan-status").innerText(), "已停止。");
    await page.click("#plan-look");
    await page.click("#plan-compute");
    await page.locator("#plan-stop").waitFor();
    await reads(page, "#plan-status", /^正在计算第 1 项，共/);
    await page.click("#plan-stop");
    assert.equal(await page.locator("#plan-status").innerText(), "已停止。");
  }));

test("in English, on a phone, nothing runs out of the screen", () =>
  withPlan(
    async (page) => {
      await fromMenu(page, "#language-switch");
      await page.waitForFunction(() => document.getElementById("plan-compute")?.textContent === "Compute");
      await page.click("#plan-compute");
      await page.waitForSelector("#plan-result table");
      assert.match(await lines(page, "plan-result"), /^With this, Primary passes: /);
      assert.doesNotMatch(await page.locator("#plan-result").innerText(), /undefined|NaN|\{/);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      await screenshot(page, "plan-phone-en");
    },
    { context: { viewport: { width: 390, height: 844 } } },
  ));

test("a plan becomes a what-if of the workbench", () =>
  withWorkbench(graphics, async (page) => {
    await page.evaluate(() => document.querySelector('[data-sample="sample-county.tsv"]').click());
    await verdict(page, "fail");
    await fromMenu(page, '[data-aside="plan"]');
    await page.click("#plan-compute");
    await page.waitForSelector("#plan-scenario");
    await page.click("#plan-scenario");
    await page.waitForFunction(() => document.body.dataset.view === "canvas");
    assert.match(page.url(), /view=what-if/);
    await page.waitForFunction(() => document.querySelector(".screen-twin")?.innerHTML.includes("达标方案"));
  }));
