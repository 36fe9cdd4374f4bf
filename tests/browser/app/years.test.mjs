// SPDX-License-Identifier: MIT
//
// A county's coefficients this year and the year before, each evaluated by itself.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import { browserForTests, keepPicture, kNoGl, openPage, sample, verdict } from "../support/browser.mjs";
import { loadJunheng } from "../../../dist/site/engine/junheng.js";

const started = browserForTests({ gl: kNoGl });

const county = await readFile(sample("sample-county.tsv"), "utf8");
const previous = county.replace("\t20300.9\t", "\t5000.9\t");
const engine = await loadJunheng();
/** Of the sports area in the first stage. */
const coefficient = (table) =>
  engine.evaluate({ table }).counties[0].stages[0].indicators.find(({ id }) => id === "sports_area");

const years = (page) => page.locator("details.years");
const table = (page) => years(page).getByRole("table", { name: "小学：各年差异系数" });

async function opened(decisions, body) {
  const { page, check, close } = await openPage(started, "app/");
  try {
    await page.waitForFunction(() => !document.getElementById("standard").disabled);
    const project = {
      ...{ schema: "junheng.project/1", name: "示例", standard: "quality-2017" },
      tables: [{ name: "示例区", text: county }],
      ...decisions,
    };
    const buffer = Buffer.from(JSON.stringify(project));
    await page.setInputFiles("#file", { name: "示例.junheng.json", mimeType: "application/json", buffer });
    await body(page);
    check();
  } finally {
    await close();
  }
}

test("the table of the year before: both coefficients, their difference, the limit; and a picture of them", async () => {
  await opened({ previous }, async (page) => {
    await verdict(page, "fail");
    await years(page).locator("summary").click();
    await table(page).waitFor();
    assert.deepEqual(await table(page).locator("thead th").allInnerTexts(), [
      ...["指标", "上一年", "本年", "比上一年"],
      "限值",
    ]);
    const [was, is] = [previous, county].map(coefficient);
    const row = table(page).locator("tbody tr").filter({ hasText: "体育运动场馆" });
    const cells = await row.locator("th, td").allInnerTexts();
    assert.deepEqual(cells.slice(1), [was.cvText, is.cvText, `升 ${(is.cv - was.cv).toFixed(4)}`, "0.50"]);
    assert.match(await row.locator("td").nth(1).getAttribute("class"), /is-fail/);
    assert.match(await row.locator("td").nth(0).getAttribute("class"), /is-pass/);
    assert.match(await table(page).locator("tbody tr").first().innerText(), /不变/);
    assert.equal(await years(page).locator("svg[role=img]").count(), 2);
    await keepPicture("years.png", () => years(page).screenshot());
    await assertClean(page, "years");
  });
});

test("tables with several years of which one was chosen: all until that one, each by its name", async () => {
  const [head, ...rows] = county.trimEnd().split("\n");
  const inYear = (year, text) => text.map((row) => `${year}\t${row}`);
  const before = previous.trimEnd().split("\n").slice(1);
  const text = [`年度\t${head}`, ...inYear("2023", before), ...inYear("2024", rows)].join("\n");
  const question = engine.evaluate({ table: text }).questions.find((one) => one.question === "year");
  const option = question.options.find(({ id }) => id.includes("2024")).id;
  const { sheet, row } = question;
  const decisions = {
    tables: [{ name: "示例区", text }],
    reading: { answers: [{ question: "year", sheet, row, option }] },
  };
  await opened(decisions, async (page) => {
    await verdict(page, "fail");
    await years(page).locator("summary").click();
    await table(page).waitFor();
    const heads = await table(page).locator("thead th").allInnerTexts();
    assert.equal(heads.length, 5, heads.join(" | "));
    assert.match(heads[1], /2023/);
    assert.match(heads[2], /2024/);
    const cells = await table(page)
      .locator("tbody tr")
      .filter({ hasText: "体育运动场馆" })
      .locator("td")
      .allInnerTexts();
    assert.equal(cells[0], coefficient(previous).cvText);
    assert.equal(cells[1], coefficient(county).cvText);
  });
});

test("without another year there is nothing to open", async () => {
  await opened({}, async (page) => {
    await verdict(page, "fail");
    await page.locator("#text-view h3").first().waitFor();
    assert.equal(await years(page).count(), 0);
  });
});
