// SPDX-License-Identifier: MIT
//
// A report is checked beside the result: it is pasted or opened, what was found leads to its sentence, can be copied, and
// its numbers become facts of the county one by one.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import { browserForTests, fromMenu, kNoGl, sample, screenshot, verdict, withText } from "../support/browser.mjs";

const made = new URL("../../report/made/01_quality.txt", import.meta.url);
const started = browserForTests({ gl: kNoGl });

const box = (page) => page.locator(".report-box");
const group = (page, name) => page.locator(`details.is-${name}`);

test("a pasted report: groups with counts, each leads to its sentence, and the table is copied", async () => {
  await withText(
    started,
    async (page) => {
      await fromMenu(page, '[data-aside="report"]');
      await box(page).fill(await readFile(made, "utf8"));
      await page.getByRole("button", { name: "核对", exact: true }).click();
      const differ = group(page, "differ");
      assert.equal(await differ.evaluate((one) => one.open), true);
      assert.equal(await group(page, "agree").evaluate((one) => one.open), false);
      const count = Number(await differ.locator("summary b").textContent());
      assert.equal(await differ.locator("li").count(), count);
      assert.ok(count >= 10, String(count));
      const row = differ.locator("li", { hasText: "78.12元" }).first();
      await row.locator("button").click();
      const led = page.locator(".report-text .is-led");
      assert.match(await led.textContent(), /共安排公用经费78.12元/);
      assert.ok(await led.evaluate((one) => one === document.activeElement));
      assert.match(await row.textContent(), /请核对/);
      await page.getByRole("button", { name: "复制为表格" }).click();
      await page.getByText("已复制。").waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(copied.split("\r\n").length > count);
      assert.match(copied, /78.12元/);
      await assertClean(page, "check of a report");
      await screenshot(page, "report");
    },
    { context: { viewport: { width: 1366, height: 768 } } },
  );
});

test("a file that is no text is refused with what to do; a page and a text are read", async () => {
  await withText(started, async (page) => {
    await fromMenu(page, '[data-aside="report"]');
    const input = page.locator("#aside-view input[type=file]");
    await input.setInputFiles({ name: "报告.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });
    await page.locator("#notice", { hasText: "复制" }).waitFor();
    const html = "<html><body><p>学校 34 所，其中小学 25 所、中学 8 所。</p><script>1</script></body></html>";
    await input.setInputFiles({ name: "报告.html", mimeType: "text/html", buffer: Buffer.from(html) });
    await group(page, "differ").locator("li", { hasText: "25所 + 8所 = 33所" }).waitFor();
  });
});

test("numbers of the report become facts of the county, one by one with Enter", async () => {
  await withText(started, async (page) => {
    await page.setInputFiles("#file", {
      name: "示例.junheng.json",
      mimeType: "application/json",
      buffer: Buffer.from(
        JSON.stringify({
          schema: "junheng.project/1",
          name: "示例",
          standard: "quality-2017",
          tables: [{ name: "示例区", text: await readFile(sample("sample-county.tsv"), "utf8") }],
        }),
      ),
    });
    await verdict(page, "fail");
    await fromMenu(page, '[data-aside="report"]');
    await box(page).fill(
      "优质均衡\n符合交流轮岗条件教师总数598名，实际交流轮岗教师174名。优质高中招生名额总数974人，分配名额685人。初中三年巩固率为98.2%。",
    );
    await page.getByRole("button", { name: "核对", exact: true }).click();
    const facts = page.locator(".report-facts");
    const buttons = facts.getByRole("button");
    await buttons.first().waitFor();
    const count = await buttons.count();
    assert.ok(count >= 3, String(count));
    await buttons.first().focus();
    for (let taken = 0; taken < count; taken += 1) await page.keyboard.press("Enter");
    await facts
      .getByText("已填，一致")
      .nth(count - 1)
      .waitFor();
    assert.equal(await buttons.count(), 0);
    // another number in the report is shown beside what is filled in
    await box(page).fill("优质均衡\n初中三年巩固率为97.9%。");
    await page.getByRole("button", { name: "核对", exact: true }).click();
    await facts.getByText("与报告不同，请核对").waitFor();
    await facts.scrollIntoViewIfNeeded();
    await screenshot(page, "report-facts");
  });
});

test("on a telephone and in English nothing is cut off", async () => {
  await withText(
    started,
    async (page) => {
      await fromMenu(page, "#language-switch");
      await fromMenu(page, '[data-aside="report"]');
      await box(page).fill(await readFile(made, "utf8"));
      await page.getByRole("button", { name: "Check", exact: true }).click();
      await group(page, "differ").waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
      await screenshot(page, "report-phone");
    },
    { context: { viewport: { width: 390, height: 844 } } },
  );
});
