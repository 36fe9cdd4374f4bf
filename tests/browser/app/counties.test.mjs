// SPDX-License-Identifier: MIT
//
// Several counties side by side in the text view: how far each coefficient is from its limit, each name a door.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import { browserForTests, kNoGl, openPage, sample, screenshot, verdict } from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

const [head, ...rows] = (await readFile(sample("sample-county.tsv"), "utf8")).trimEnd().split("\n");
/** So many are written out below the table. */
const kInDetail = 20;
/** The sample again and again; in every second one the school that makes its county fail is missing. */
const counties = (count) =>
  [
    head,
    ...Array.from({ length: count }, (_, i) =>
      rows
        .filter((row) => i % 2 === 0 || !row.includes("示例十七小"))
        .map((row) => row.replace(/^[^\t]*/, `第${i + 1}县`)),
    ).flat(),
  ].join("\n");

test("each county's distance to each limit; a name leads to its county, also to one that was not written out", async () => {
  const opened = await openPage(started, "app/");
  try {
    const { page } = opened;
    await page.waitForFunction(() => document.body.dataset.view === "text");
    await page.setInputFiles("#file", {
      name: "省.tsv",
      mimeType: "text/plain",
      buffer: Buffer.from(counties(kInDetail + 3)),
    });
    await verdict(page, "fail");
    const table = page.getByRole("table", { name: "各县结论" });
    assert.equal(await table.locator("tbody tr").count(), kInDetail + 3);
    const heads = await table.locator("thead th").allInnerTexts();
    const at = heads.indexOf("小学 体育运动场馆（限值 0.50）");
    assert.ok(at > 1, heads.join(" | "));
    const cell = (row) => table.locator("tbody tr").nth(row).locator("th, td").nth(at);
    assert.equal(await cell(0).innerText(), "0.5368 超 0.0368");
    assert.match(await cell(0).getAttribute("class"), /is-fail/);
    assert.match(await cell(1).innerText(), /^0\.\d{4} 余 0\.\d{4}$/);
    assert.match(await cell(1).getAttribute("class"), /is-pass/);
    await screenshot(page, "counties");
    await assertClean(page, "counties");

    const headingOf = (name) => page.locator("#text-view h3", { hasText: name });
    await page.getByRole("button", { name: "第3县", exact: true }).click();
    const focused = () => page.evaluate(() => document.activeElement.querySelector("h3")?.textContent);
    assert.match(await focused(), /^第3县：不达标/);
    assert.equal(await headingOf("第23县").count(), 0);
    await page.getByRole("button", { name: "第23县", exact: true }).press("Enter");
    assert.match(await focused(), /^第23县：不达标/);
    assert.equal(await page.evaluate(() => document.activeElement.querySelectorAll("h4").length > 2), true);
    // Once more leads to the same and writes it out no second time.
    await page.getByRole("button", { name: "第23县", exact: true }).press("Enter");
    assert.equal(await headingOf("第23县").count(), 1);
    opened.check();
  } finally {
    await opened.close();
  }
});
