// SPDX-License-Identifier: MIT
//
// The view of the standard: options with what each would change, and a standard of one's own from its form to a file, a
// project and back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertClean } from "../support/axe.mjs";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  onCanvas,
  pasteText,
  reads,
  sample,
  screenshot,
  settled,
  startBrowser,
  verdict,
  withText,
  withWorkbench,
} from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

const kCounty = await readFile(sample("sample-county.tsv"), "utf8");

const withStandard = (body, { table = kCounty, ...options } = {}) =>
  withText(
    started,
    async (page, opened) => {
      if (table !== "") {
        await pasteText(page, table);
        await page.waitForSelector("#verdict[data-verdict]");
      }
      await fromMenu(page, '[data-aside="standard"]');
      await page.locator("#own-apply").waitFor();
      await body(page, opened);
    },
    options,
  );

const value = (page, id) => page.locator(`#${id}`).inputValue();
const text = (page, selector) => page.locator(selector).innerText();
const kSportsArea = "own-indicators-sports_area-threshold-primary";
const kLimit = "own-balanceRule-limit-primary";

test("each choice of an option says whether verdicts change, and else whether numbers do", async () => {
  await withStandard(async (page) => {
    const chosen = (choice) => page.locator(`#own-options div:has(> label[for="own-options-${choice}"])`);
    // Each choice is computed by itself.
    await page.waitForFunction(() => {
      const choices = [...document.querySelectorAll("#own-options fieldset > div")];
      const said = (one) => one.querySelector("input").checked || /结论会变|结论不变/.test(one.innerText);
      return choices.length > 6 && choices.every(said);
    });
    await reads(page, "#own-options", /数字/);
    assert.match(await chosen("private-left_out").innerText(), /结论(会变|不变)[\s\S]*数字/);
    assert.doesNotMatch(await chosen("private-included").innerText(), /结论会变|结论不变|数字/, "it is the one chosen");
    // Every choice that is not taken says one of both.
    const others = await page.evaluate(() =>
      [...document.querySelectorAll("#own-options fieldset > div")]
        .filter((one) => !one.querySelector("input").checked)
        .map((one) => one.innerText),
    );
    assert.ok(others.length >= 6, String(others.length));
    for (const one of others) assert.match(one, /结论会变|结论不变/);
    await screenshot(page, "standard-options");
    const before = await page.evaluate(() => document.getElementById("chosen-options").textContent);
    assert.equal(before, "");
    await page.check("#own-options-private-left_out");
    assert.ok(await page.isChecked("#own-options-private-left_out"));
    assert.equal(await page.evaluate(() => document.activeElement.id), "own-options-private-left_out");
    await page.waitForFunction(() => /民办学校/.test(document.getElementById("chosen-options").textContent));
  });
});

test("a number of one's own is compared, judged by, named with the verdict, and taken back", async () => {
  await withStandard(async (page) => {
    await reads(page, "#own-differences", /没有不同/);
    assert.equal(await value(page, kLimit), "0.50");
    await page.fill(`#${kLimit}`, "0.60");
    await page.fill(`#${kSportsArea}`, "８");
    await reads(page, "#own-differences", /不同的有 2 处/);
    await reads(page, "#own-differences", /小学差异系数限值：0\.50 → 0\.60/);
    await reads(page, `#${kSportsArea}-beside`, /底本：7\.5/);
    await page.fill("#own-name-zh", "示例省办法");
    await page.fill("#own-name-document", "示例教督〔2026〕1号");
    await screenshot(page, "standard-form");
    await page.click("#own-apply");
    await reads(page, "#own-said", /按自定办法《示例省办法》.*改动 2 项，删去 0 项，另加 0 项/);
    assert.equal(await page.locator("#standard").inputValue(), "own-standard");
    const changes = await text(page, "#own-changes");
    assert.match(changes, /生均体育运动场馆面积 › 达标值 › 小学\s+改动\s+7\.5\s+8/);
    assert.match(changes, /校际均衡 › 限值 › 小学\s+改动\s+0\.50\s+0\.60/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "own-apply");
    await screenshot(page, "standard-own");
    await fromMenu(page, '[data-aside="standard"]'); // back to the result
    const result = await page.evaluate(() => document.getElementById("text-view").innerText);
    assert.match(result, /示例省办法/);
    assert.match(result, /改动 2 项/);
    assert.match(result, /0\.60/);
    await fromMenu(page, '[data-aside="standard"]');
    assert.equal(await value(page, kSportsArea), "8", "what was entered stays");
    await page.click("#own-reset");
    assert.equal(await value(page, kLimit), "0.50");
    await page.click("#own-leave");
    assert.equal(await page.locator("#standard").inputValue(), "quality-2017");
    assert.equal(await page.locator("#own-said").count(), 0);
  });
});

test("limits of items are there too: one number for all that a check is computed from, shares in percent", async () => {
  const kRetention = "#own-parts-quality-items-Q1-checks-retention-limit";
  let file = null;
  await withStandard(async (page) => {
    await page.locator("#own-items summary").click();
    assert.equal(await page.locator(kRetention).inputValue(), "95");
    await reads(page, `#own-items label[for="${kRetention.slice(1)}"]`, /^Q1 .*：不低于（%）$/);
    assert.equal(
      await page.locator("#own-parts-government-items-G4-checks-size-limit").count(),
      0,
      "of what is asked of each kind of school in its own way there is no one number, but several with a name",
    );
    await page.fill(kRetention, "80.5");
    await reads(page, "#own-differences", /Q1 .*：95 → 80\.5/);
    await page.fill("#own-name-zh", "示例省办法");
    await page.locator("#own-items").scrollIntoViewIfNeeded();
    await screenshot(page, "standard-items");
    await page.click("#own-apply");
    await reads(page, "#own-said", /改动 1 项，删去 0 项，另加 0 项/);
    await reads(page, "#own-changes", /Q1 .* › 限值\s+改动\s+0\.95\s+0\.805/);
    assert.ok(await page.locator(kRetention).isVisible(), "what is changed is not folded away");
    await page.fill(kRetention, "much");
    await page.click("#own-apply");
    await reads(page, `${kRetention}-beside`, /应为/);
    await page.fill(kRetention, "80.5");
    file = await downloaded(page, () => page.click("#own-save"));
  });
  assert.deepEqual(JSON.parse(file.text).parts, [
    {
      id: "quality",
      items: [
        {
          id: "Q1",
          checks: [{ id: "retention", limit: { value: "0.805", source: "own-document", confidence: "S" } }],
        },
      ],
    },
  ]);
  await withStandard(async (page) => {
    await page.setInputFiles("#own-load", {
      name: file.name,
      mimeType: "application/json",
      buffer: Buffer.from(file.text),
    });
    await page.locator("#own-said").waitFor();
    assert.equal(await page.locator(kRetention).inputValue(), "80.5");
  });
});

test("what is asked of a stage, a kind of school or by another way has a field each", async () => {
  const item = (id) => `#own-parts-government-items-${id}`;
  const kOthers = item("G4-checks-size-limits-others-value");
  const kMiddle = item("G13-checks-near-limits-middle-value");
  let file = null;
  await withStandard(async (page) => {
    await page.locator("#own-items summary").click();
    const label = (id) => text(page, `#own-items label[for="${id.slice(1)}"]`);
    assert.equal(await value(page, kOthers.slice(1)), "2000");
    assert.match(await label(item("G4-checks-size-limits-nine_year-value")), /^G4 .*九年一贯制.*不(高于|超过)/);
    assert.match(await label(item("G4-checks-size-limits-built-value")), /2010年及之前规划并建成/);
    assert.match(await label(kMiddle), /^G13 .*初中.*不低于（%）$/);
    assert.equal(await value(page, kMiddle.slice(1)), "95");
    assert.match(await label(item("G7-checks-special-limits-subsidy-value")), /7000元（2025年春季起/);
    await page.locator(kOthers).scrollIntoViewIfNeeded();
    await screenshot(page, "standard-named-limits");
    await page.fill(kOthers, "2200");
    await page.fill(kMiddle, "90");
    assert.match(await text(page, "#own-differences"), /不同的有 2 处/);
    assert.match(await text(page, "#own-differences"), /2000 → 2200/);
    await page.fill("#own-name-zh", "示例省办法");
    await page.click("#own-apply");
    assert.match(await text(page, "#own-said"), /改动 2 项，删去 0 项，另加 0 项/);
    assert.match(await text(page, "#own-changes"), /G4 学校规模 › 义务教育阶段学生数 › 限值 › .*改动\s+2000\s+2200/);
    assert.match(await text(page, "#own-changes"), /G13 .* › 限值 › 初中\s+改动\s+0\.95\s+0\.9/);
    await page.fill(kOthers, "many");
    await page.click("#own-apply");
    assert.match(await text(page, `${kOthers}-beside`), /应为/);
    await page.fill(kOthers, "2000");
    file = await downloaded(page, () => page.click("#own-save"));
    assert.equal(await value(page, kMiddle.slice(1)), "90");
  });
  assert.deepEqual(JSON.parse(file.text).parts, [
    {
      id: "government",
      items: [
        {
          id: "G13",
          checks: [{ id: "near", limits: [{ id: "middle", value: "0.9", source: "own-document", confidence: "S" }] }],
        },
      ],
    },
  ]);
});

test("what is wrong is said at its field, by the engine, and all is computed as before", async () => {
  await withStandard(async (page) => {
    await page.fill(`#${kLimit}`, "很小");
    await page.click("#own-apply");
    await reads(page, `#${kLimit}-beside`, /应为/);
    assert.equal(await page.evaluate(() => document.activeElement.id), kLimit);
    assert.equal(await page.locator(`#${kLimit}`).getAttribute("aria-invalid"), "true");
    await reads(page, "#own-refused", /没有采用/);
    assert.equal(await page.locator("#standard option").count(), 2);
    await screenshot(page, "standard-refused");
    await page.fill(`#${kLimit}`, "0.4");
    await page.fill("#own-name-id", "Quality-2017");
    await page.click("#own-apply");
    await reads(page, "#own-name-id-beside", /应为/);
    await page.fill("#own-name-id", "sheng-2026");
    await page.fill("#own-name-zh", "县域义务教育优质均衡发展督导评估");
    await page.click("#own-apply");
    await reads(page, "#own-name-zh-beside", /应为/); // not the title of a built-in one
    await page.fill("#own-name-zh", "示例省办法");
    await page.keyboard.press("Tab");
    await page.locator("#own-apply").press("Enter");
    assert.equal(await page.locator("#standard").inputValue(), "sheng-2026");
  });
});

async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}
const handed = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(content) });

test("it is saved as a file, loaded elsewhere, changed there, and goes along with a project", async () => {
  let file;
  let project;
  await withStandard(async (page) => {
    await page.fill(`#${kLimit}`, "0.40");
    await page.fill("#own-unitRule-floor", "90");
    await page.fill("#own-name-zh", "示例省办法");
    await page.click("#own-apply");
    file = await downloaded(page, () => page.click("#own-save"));
    assert.equal(file.name, "示例省办法.standard.json");
    const saved = JSON.parse(file.text);
    assert.deepEqual(Object.keys(saved), [
      "schema",
      "id",
      "parent",
      "title",
      "document",
      "balanceRule",
      "unitRule",
      "sources",
    ]);
    assert.equal(saved.balanceRule.limit.primary.value, "0.40");
    assert.equal(saved.unitRule.floor, "0.9");
    await fromMenu(page, "#reading-switch");
    project = await downloaded(page, () => page.click("#save-project"));
    assert.equal(JSON.parse(project.text).ownStandards.length, 1);
  });
  await withStandard(async (page) => {
    await page.setInputFiles("#own-load", handed("省.json", '{"name": "no standard"}'));
    await page.waitForFunction(() => /不是办法文件/.test(document.getElementById("notice").innerText));
    await page.setInputFiles("#own-load", handed(file.name, file.text));
    await page.locator("#own-said").waitFor();
    assert.equal(await value(page, "own-unitRule-floor"), "90");
    assert.equal(await value(page, kLimit), "0.40");
    await page.fill("#own-unitRule-floor", "85");
    await page.click("#own-apply");
    await reads(page, "#own-said", /改动 1 项/); // as in the base is no change
  });
  // A project brings its standard.
  await withStandard(
    async (page) => {
      assert.equal(await page.locator("#standard option").count(), 2);
      await page.setInputFiles("#file", handed(project.name, project.text));
      await page.waitForFunction(() => document.getElementById("standard").value === "own-standard");
      await reads(page, "#own-said", /示例省办法/); // the view follows what was opened
    },
    { table: "" },
  );
});

test("it is kept with the work, over a reload", async () => {
  await withStandard(async (page) => {
    await page.fill(`#${kLimit}`, "0.40");
    await page.click("#own-apply");
    await reads(page, "#own-said", /按自定办法/);
    await page.waitForFunction(() => /已保存/.test(document.getElementById("keep-state").textContent));
    await page.reload();
    await page.waitForFunction(() => document.getElementById("standard").value === "own-standard");
    await page.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== undefined);
  });
});

test("it is clean for screen readers, in English and on a phone, and readable in both", async () => {
  await withStandard(
    async (page) => {
      await page.fill(`#${kLimit}`, "0.40");
      await page.click("#own-apply");
      await assertClean(page, "standard");
      await fromMenu(page, "#language-switch");
      await page.locator("text=A standard of one's own").first().waitFor();
      await assertClean(page, "standard in English");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} wider than the phone`);
      await screenshot(page, "standard-phone");
    },
    { context: { viewport: { width: 390, height: 844 } } },
  );
});

test("the workbench judges by it, names it on the canvas, and is asked again where it changes", async () => {
  const graphics = await startBrowser();
  try {
    await withWorkbench(graphics, async (page) => {
      await settled(page);
      await pasteText(page, kCounty);
      await verdict(page, "fail");
      await fromMenu(page, '[data-aside="standard"]');
      await page.fill("#own-name-zh", "示例省办法");
      for (const { id, value: now } of await page
        .locator('[id^="own-balanceRule"]:is(input)')
        .evaluateAll((inputs) => inputs.map(({ id: one, value: text }) => ({ id: one, value: text }))))
        await page.fill(`#${id}`, String(Number(now) + 0.3));
      await page.click("#own-apply");
      await reads(page, "#own-said", /改动 2 项/);
      assert.equal(await page.locator("#standard").inputValue(), "own-standard");
      await page.fill(`#${kSportsArea}`, "8");
      await page.click("#own-apply");
      await reads(page, "#own-said", /改动 3 项/);
      await fromMenu(page, '[data-aside="standard"]');
      await onCanvas(page, "结论").focus();
      await page.keyboard.press("Enter");
      const said = page.locator(".screen-twin").getByText("按自定办法《示例省办法》").first();
      await said.waitFor({ state: "attached" });
      await settled(page);
      await screenshot(page, "standard-canvas");
    });
  } finally {
    await graphics.close();
  }
});
