// SPDX-License-Identifier: MIT
//
// A principal with a phone: finds the school by a part of its name and reads what it lacks, and how much of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  openPage,
  pasteText,
  sample,
  screenshot,
  verdict,
} from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

const kPhone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

async function onPhone(body, context = kPhone) {
  const opened = await openPage(started, "app/", { context });
  try {
    await opened.page.waitForFunction(() => document.body.dataset.view === "text");
    await body(opened.page);
    opened.check();
  } finally {
    await opened.close();
  }
}

const cards = (page) => page.locator("#school-cards .card");

test("what a school lacks, and how much; what it is to the county; why another is left out", async () => {
  await onPhone(async (page) => {
    await page.setInputFiles("#file", sample("sample-county.tsv").pathname);
    await verdict(page, "fail");
    await page.fill("#school-search", "示例二");
    await cards(page).first().waitFor();
    const short = await cards(page).filter({ hasText: "示例二小" }).innerText();
    // 4.5 · 2356 − 9649.6
    assert.match(short, /生均教学及辅助用房面积：4\.10 ㎡\/人，接近达标（达标值 4\.5），还差 952\.40 ㎡/);
    await screenshot(page, "phone-school");
    await page.fill("#school-search", "十七");
    await page.getByText("找到 1 所").waitFor();
    const source = await cards(page).innerText();
    assert.match(source, /没有低于达标值的指标|其平方的/);
    assert.match(source, /生均体育运动场馆面积的差异系数超过限值，其平方的 51\.0 % 来自这所学校/);
    await page.fill("#school-search", "教学点");
    await page.getByText("未参加评估：不足50人的教学点").first().waitFor();
    await page.fill("#school-search", "没有的学校");
    await page.getByText("没有找到名称中含有“没有的学校”的学校。").waitFor();
    assert.equal(await cards(page).count(), 0);
    // What was typed stays, in the other language too.
    await page.fill("#school-search", "示例二小");
    await fromMenu(page, "#language-switch");
    await page.getByText("short of 952.40 m²").waitFor();
    await assertClean(page, "a card");
    await screenshot(page, "phone-school-en");
  });
});

test("every school that an item fails for is named in the verdict, each a door to its card", async () => {
  await onPhone(async (page) => {
    await page.setInputFiles("#file", sample("sample-county.tsv").pathname);
    await verdict(page, "fail");
    const reason = page
      .locator("li", { hasText: "6 所学校不符合" })
      .filter({ has: page.locator(".failing") })
      .last();
    const doors = reason.locator(".failing button");
    const names = await doors.allInnerTexts();
    assert.equal(new Set(names).size, 6, names.join(" "));
    await screenshot(page, "failing-doors");
    await doors.last().click();
    await page.getByText(/找到 \d+ 所/).waitFor();
    assert.ok((await cards(page).first().innerText()).includes(names.at(-1)));
    assert.equal(await page.evaluate(() => document.activeElement.id), "school-search");
  });
});

test("people are lacking whole, stages of one school are one card, and with many found some are shown", async () => {
  const heads = "学校名称\t学校类型\t小学在校生数\t初中在校生数\t小学县级以上骨干教师数\t初中县级以上骨干教师数";
  const rows = Array.from({ length: 12 }, (_, i) => `第${i + 1}九年制学校\t九年一贯制学校\t1001\t999\t9\t30`);
  await onPhone(async (page) => {
    await pasteText(page, [heads, ...rows].join("\n"));
    await verdict(page, "unknown");
    await page.fill("#school-search", "第1九");
    await cards(page).first().waitFor();
    assert.equal(await cards(page).count(), 1);
    const text = await cards(page).innerText();
    assert.match(text, /小学（第 2 行）/);
    assert.match(text, /初中（第 2 行）/);
    // 1 for a hundred of 1001 is 10.01: eleven, and nine are there.
    assert.match(text, /骨干教师数：0\.90 人\/百人，接近达标（达标值 1），还差 2 人/);
    await page.fill("#school-search", "九年制");
    await page.getByText("找到 12 所，先列 8 所").waitFor();
    assert.equal(await cards(page).count(), 8);
  });
});

test("on a phone tables scroll inside themselves, limits have the decimals of the rule, check sums are folded away", async () => {
  await onPhone(async (page) => {
    await page.setInputFiles("#file", sample("sample-county.tsv").pathname);
    await verdict(page, "fail");
    const { height, wide, sums } = await page.evaluate(() => ({
      height: Math.max(...[...document.querySelectorAll("#text-view .scroll")].map((one) => one.clientHeight)),
      wide: document.documentElement.scrollWidth,
      sums: document.querySelector(".sums details").open,
    }));
    assert.ok(height <= 844 * 0.75 + 1, `a table of ${height} points`);
    assert.equal(wide, 390);
    assert.equal(sums, false);
    const limits = await page
      .getByRole("table", { name: "小学：各指标与差异系数" })
      .locator("tbody tr:first-child td:nth-child(4)")
      .innerText();
    assert.equal(limits, "0.50");
    await page.locator("#text-view .scroll").nth(1).scrollIntoViewIfNeeded();
    await page
      .locator("#text-view .scroll")
      .nth(1)
      .evaluate((one) => one.scrollTo(300, 300));
    await screenshot(page, "phone-table");
  });
});
