// SPDX-License-Identifier: MIT
//
// A principal's page: typed in or pasted, the same sentences as in the county; what is missing is a number that, typed
// in, meets the standard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { headLine, kHostile, loadJunheng, loadPublisher, sampleText } from "../../support/publishing.mjs";
import { browserForTests, kNoGl, screenshot, withPage } from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

const junheng = await loadJunheng();

const withSchool = (options, body) =>
  withPage(started, "school/", (page) => page.locator("#field-pupils").waitFor(), body, options);

/** The verdict, which stays in sight, and what stands under it. */
const result = async (page) =>
  `${await page.locator("#bar").innerText()}\n${await page.locator("#result").innerText()}`;

test("the form asks for what the standard is made of, in both standards", async () => {
  await withSchool({}, async (page) => {
    for (const standard of junheng.standards()) {
      await page.selectOption("#standard", standard.id);
      const titles = await page.locator("legend").allInnerTexts();
      assert.deepEqual(
        titles,
        standard.indicators.map(({ title }) => title.zh),
      );
    }
  });
});

/** Fills in every number that is asked for. */
async function fillAll(page, value) {
  for (const field of await page.locator('input[id^="field-"]').all())
    await field.fill(value(await field.getAttribute("id")));
}

test("what is missing is named, and is enough when it is typed in", async () => {
  await withSchool({}, async (page) => {
    assert.match(await result(page), /填入在校生数/);
    await page.fill("#field-degree_teachers", "20");
    assert.match(await result(page), /请先填在校生数/);
    await page.fill("#school", "某小学");
    await page.fill("#field-pupils", "500");
    assert.match(await result(page), /还没有填：县级以上骨干教师数/);
    assert.doesNotMatch(await result(page), /需更正/, "what is not filled in yet is said once");
    await fillAll(page, (id) => (id === "field-pupils" ? "500" : "1"));
    const before = await result(page);
    assert.match(before, /某小学（小学）：不达标/);
    const needs = [...before.matchAll(/要达标，(.+?)至少为 ([\d.]+)/g)];
    assert.equal(needs.length, 7, before);
    for (const field of await page.locator('input[id^="field-"]').all()) {
      const label = (await field.evaluate((one) => one.labels[0].textContent)).replace(/ \([^)]*\)$/, "");
      const need = needs.find(([, name]) => name === label);
      if (need !== undefined) await field.fill(need[2]);
    }
    const after = await result(page);
    assert.match(after, /某小学（小学）：达标/);
    assert.doesNotMatch(after, /至少为|不达标/);
    // one less is not enough
    await page.fill("#field-degree_teachers", String(Number(needs[0][2]) - 1));
    assert.match(await result(page), /接近达标|不达标/);
    await screenshot(page, "school");
  });
});

test("a wrong entry is said at its field, without a row or a header that no form has", async () => {
  await withSchool({}, async (page) => {
    await page.fill("#field-pupils", "一千五百");
    const message = page.locator("#said-pupils");
    assert.match(await message.innerText(), /^“一千五百”不是数；应为非负整数/);
    assert.equal(await page.getAttribute("#field-pupils", "aria-describedby"), "said-pupils");
    assert.equal(await page.getAttribute("#field-pupils", "aria-invalid"), "true");
    await page.fill("#field-sports_area", "12平");
    assert.match(await page.locator("#said-sports_area").innerText(), /^“12平”不是数/);
    assert.doesNotMatch(await page.locator("main").innerText(), /第 2 行/);
    await screenshot(page, "school-wrong");
    await page.click("#language");
    assert.match(await message.innerText(), /^“一千五百” is not a number/);
    assert.doesNotMatch(await page.locator("main").innerText(), /Line 2/);
    await page.fill("#field-pupils", "1500");
    assert.equal(await message.isVisible(), false);
    assert.equal(await page.getAttribute("#field-pupils", "aria-invalid"), "false");
  });
});

test("the verdict stays in sight from the first field to the last sentence, and hides no field", async () => {
  await withSchool({ context: { viewport: { width: 390, height: 700 } } }, async (page) => {
    await fillAll(page, (id) => (id === "field-pupils" ? "500" : "1"));
    assert.match(await page.locator("#bar").innerText(), /^本校（小学）：不达标/, "a school without a name is 本校");
    for (const field of await page.locator('input[id^="field-"]').all()) {
      await field.focus();
      const [box, bar] = [await field.boundingBox(), await page.locator("#bar").boundingBox()];
      assert.ok(bar.y >= 0 && bar.y + bar.height <= 700, `bar at ${bar.y}`);
      assert.ok(box.y + box.height <= bar.y || box.y >= bar.y + bar.height, `${box.y} under ${bar.y}`);
    }
    await page.locator("#result li").last().scrollIntoViewIfNeeded();
    const end = await page.locator("#bar").boundingBox();
    assert.ok(end.y >= 0 && end.y < 700, `bar at ${end.y}`);
    await screenshot(page, "school-bar");
  });
});

test("in English no unit stays Chinese, whatever the standard asks for", async () => {
  await withSchool({}, async (page) => {
    await page.click("#language");
    for (const standard of junheng.standards()) {
      await page.selectOption("#standard", standard.id);
      await page.locator("#field-pupils").waitFor();
      for (const ways = page.locator("fieldset details:not([open]) summary"); (await ways.count()) > 0;)
        await ways.first().click();
      for (const label of await page.locator("fieldset label, label:has(#field-pupils)").allInnerTexts())
        assert.doesNotMatch(label.split("\n")[0], /[\u3300-\u9fff]/, standard.id);
    }
  });
});

test("a pasted row gives what the county's table says of it", async () => {
  const row = sampleText.split("\n").find((line) => line.includes("示例甲学校"));
  await withSchool({}, async (page) => {
    await page.fill("#row", `${headLine}\n${row}\n`);
    const text = await result(page);
    assert.match(text, /示例甲学校（小学）：达标/);
    assert.match(text, /示例甲学校（初中）：达标/);
    await page.click("#language");
    assert.match(await result(page), /示例甲学校 \(Primary\): passes/);
    assert.equal(await page.locator("#row").inputValue(), `${headLine}\n${row}\n`);
  });
});

test("hostile names stay text; the sealed file of one school agrees and can be merged", async () => {
  const publisher = await loadPublisher();
  await withSchool({}, async (page) => {
    const sealed = [];
    for (const name of [kHostile[0], kHostile[2]]) {
      await page.fill("#school", name);
      await page.fill("#county", "某县");
      await fillAll(page, () => "600");
      assert.equal(await page.locator("#result img, #result script").count(), 0);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: /封存包/ }).click(),
      ]);
      const checked = publisher.check(await readFile(await download.path(), "utf8"));
      assert.equal(checked.state, "agrees");
      assert.deepEqual(checked.data.reading, {}, "its header needs no help");
      sealed.push({ name, data: checked.data });
    }
    assert.equal(await page.evaluate(() => window.hit), undefined);
    const { evaluation } = publisher.seal(publisher.merge(sealed).work);
    assert.equal(evaluation.counties[0].name, "某县");
    assert.equal(evaluation.counties[0].units.length, 2);
  });
});

test("a phone and large type: nothing sticks out", async () => {
  await withSchool({ context: { viewport: { width: 390, height: 844 } } }, async (page) => {
    await fillAll(page, () => "300");
    await page.getByRole("button", { name: "大字版" }).click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${wide} pixels stick out`);
    await screenshot(page, "school-phone-large");
  });
});
