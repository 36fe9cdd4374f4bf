// SPDX-License-Identifier: MIT
//
// A newer table of a county over one with facts filled in: asked once, said, and taken back. Nothing that was filled in
// leaves the screen in silence.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  openPage,
  pasteText,
  sample,
  screenshot,
  screenshotOfFailure,
  settled,
  wholeText,
} from "../support/browser.mjs";
import { kept } from "../support/keeping.mjs";

const started = browserForTests();

const kCounty = await readFile(sample("sample-county.tsv"), "utf8");
const kNewer = kCounty.replace("\t2184\t", "\t2185\t");
const kOther = kCounty.replaceAll("示例区", "另一区");
const kProject = {
  schema: "junheng.project/1",
  standard: "quality-2017",
  tables: [{ name: "示例区", text: kCounty }],
  county: JSON.stringify({ name: "示例区", facts: { basic_balance_years: 2 } }),
  options: {},
};
/** Said only where the fact is there. */
const kFact = "认定以来的年数：2";

/** As text where `small`, else on the canvas. */
async function withFacts(body, { small = true, init } = {}) {
  const viewport = small ? { width: 600, height: 800 } : { width: 1366, height: 768 };
  const opened = await openPage(started, "app/", { context: { viewport }, init });
  const { page } = opened;
  try {
    await page.waitForFunction(
      () => document.body.dataset.view !== "start" && !document.getElementById("standard").disabled,
    );
    await page.setInputFiles("#file", {
      name: "示例.junheng.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(kProject)),
    });
    await page.waitForSelector("#verdict[data-verdict='fail']", { state: "attached" });
    await settled(page);
    assert.ok((await wholeText(page)).includes(kFact));
    await body(page);
    opened.check();
  } catch (error) {
    await screenshotOfFailure(page);
    throw error;
  } finally {
    await opened.close();
  }
}

const asked = (page) => page.locator("#replace-dialog[open]");
const told = (page) => page.locator("#replaced");
async function paste(page, text) {
  await pasteText(page, text);
  await asked(page).waitFor();
}
/** So many projects, once what was done is kept. */
async function keeps(page, count) {
  await kept(page);
  const found = await page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open("junheng");
        opening.onsuccess = () => {
          const store = [...opening.result.objectStoreNames].find((name) => /head|project/.test(name));
          const all = opening.result.transaction(store).objectStore(store).count();
          all.onsuccess = () => {
            opening.result.close();
            done(all.result);
          };
        };
      }),
  );
  assert.equal(found, count);
}

for (const small of [true, false])
  test(`the data are updated, what was filled in is kept, and it can be taken back: ${small ? "text" : "canvas"}`, async () => {
    await withFacts(
      async (page) => {
        await paste(page, kNewer);
        assert.match(await asked(page).innerText(), /又是示例区的表[^]*保障与质量 1 项/);
        assert.equal(await page.evaluate(() => document.activeElement.id), "replace-update", "the default");
        await screenshot(page, `replace-${small ? "text" : "canvas"}`);
        await page.keyboard.press("Enter");
        await told(page).waitFor();
        assert.match(await told(page).innerText(), /已更新示例区的数据，保留了已填的 1 项/);
        const now = await wholeText(page);
        assert.ok(now.includes(kFact) && now.includes("2185"));
        await screenshot(page, `replaced-${small ? "text" : "canvas"}`);
        await settled(page);
        await keeps(page, 1); // the same project goes on
        await page.click("#replaced-back");
        await settled(page);
        const then = await wholeText(page);
        assert.ok(then.includes(kFact) && then.includes("2184"));
        assert.ok(await told(page).isHidden());
        await keeps(page, 1);
      },
      { small },
    );
  });

test("another project leaves the first one as it was, and leads back to it", async () => {
  await withFacts(async (page) => {
    await paste(page, kNewer);
    await page.click("#replace-other");
    await told(page).waitFor();
    assert.match(await told(page).innerText(), /此前示例区已填的 1 项没有带过来，留在“项目”里/);
    assert.ok(!(await wholeText(page)).includes(kFact));
    await settled(page);
    await keeps(page, 2);
    await page.click("#replaced-back");
    await page.waitForFunction((fact) => document.getElementById("text-view").innerText.includes(fact), kFact);
  });
});

test("Escape opens nothing: the former table and what was filled in are there", async () => {
  await withFacts(async (page) => {
    await paste(page, kNewer);
    await page.keyboard.press("Control+V");
    assert.equal(await page.locator("dialog").count(), 1, "asked once");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => /没有打开新表/.test(document.getElementById("status").textContent));
    const now = await wholeText(page);
    assert.ok(now.includes(kFact) && now.includes("2184"));
    await settled(page);
    await keeps(page, 1);
  });
});

test("another county is not asked about, but what leaves the screen is named, also where nothing is kept", async () => {
  const off = () => localStorage.setItem("junheng.keep", "off");
  for (const init of [undefined, off])
    await withFacts(
      async (page) => {
        await pasteText(page, kOther);
        await told(page).waitFor();
        assert.equal(await asked(page).count(), 0);
        assert.match(await told(page).innerText(), init === off ? /也没有自动保存/ : /留在“项目”里/);
        await page.click("#replaced-back");
        await page.waitForFunction((fact) => document.getElementById("text-view").innerText.includes(fact), kFact);
      },
      { init },
    );
});

test("what cannot be read in between takes nothing away", async () => {
  await withFacts(async (page) => {
    await pasteText(page, "a\tb\n1\t2");
    await page.waitForFunction(() => document.getElementById("notice").textContent !== "");
    await paste(page, kNewer);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => /没有打开新表/.test(document.getElementById("status").textContent));
    const now = await wholeText(page);
    assert.ok(now.includes(kFact) && now.includes("2184"));
  });
});
