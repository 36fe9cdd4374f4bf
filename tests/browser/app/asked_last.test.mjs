// SPDX-License-Identifier: MIT
//
// What was asked for last is what is shown, whatever the browser takes long over: a table that is pasted while kept work
// is read from the browser's database, a link waits for it, or the words of the page are fetched.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  openPage,
  pasteText,
  reads,
  sample,
  settled,
  textReady,
  verdict,
  withPage,
} from "../support/browser.mjs";
import { kept, openKept, ready } from "../support/keeping.mjs";

const started = browserForTests({ gl: kNoGl });

const kCounty = await readFile(sample("sample-county.tsv"), "utf8");
const kLater = kCounty.replaceAll("示例区", "后来区");

/** Pastes what `meanwhile` holds at the very moment in which the page next reads a record. */
const init = () => {
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (...given) {
    const request = get.apply(this, given);
    const text = sessionStorage.getItem("meanwhile");
    if (text === null) return request;
    sessionStorage.removeItem("meanwhile");
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    return request;
  };
};
const meanwhile = (page) => page.evaluate((text) => sessionStorage.setItem("meanwhile", text), kLater);

/** It is shown and stays so; beside what was kept before it is kept. */
async function isLater(page, ...before) {
  await reads(page, "#verdict", /后来区/);
  await kept(page);
  await settled(page);
  await reads(page, "#verdict", /后来区/);
  await openKept(page);
  const names = await page.locator("#kept tbody th").allInnerTexts();
  assert.deepEqual(names.sort(), ["后来区", "示例区", ...before].sort());
}

const withKept = (body) =>
  withPage(
    started,
    "app/",
    ready,
    async (page) => {
      await pasteText(page, kCounty);
      await verdict(page, "fail");
      await kept(page);
      await body(page);
    },
    { init },
  );

test("a page that is loaded again does not put what it had open over a newer paste", async () => {
  await withKept(async (page) => {
    await meanwhile(page);
    await page.reload();
    await isLater(page);
  });
});

test("nor does a project that is opened", async () => {
  await withKept(async (page) => {
    await pasteText(page, kLater.replaceAll("后来区", "其间区"));
    await reads(page, "#verdict", /其间区/);
    await kept(page);
    await openKept(page);
    await meanwhile(page);
    await page.getByRole("button", { name: "打开示例区" }).click();
    await isLater(page, "其间区");
  });
});

test("nor a version that is gone back to, nor a link", async () => {
  await withKept(async (page) => {
    await openKept(page);
    const address = await page.locator("#link").inputValue();
    await page.fill("#version-name", "初稿");
    await page.click("#version-save");
    await page.getByRole("button", { name: "回到这一版：初稿" }).waitFor();
    await meanwhile(page);
    await page.getByRole("button", { name: "回到这一版：初稿" }).click();
    await isLater(page);
    await pasteText(page, kCounty.replaceAll("示例区", "第三区"));
    await reads(page, "#verdict", /第三区/);
    await kept(page);
    await meanwhile(page);
    await page.goto(address);
    await reads(page, "#verdict", /后来区/);
    await settled(page);
    await reads(page, "#verdict", /后来区/);
  });
});

test("what is pasted while the English words are on their way is read", async () => {
  const opened = await openPage(started, "licences.html");
  const { page } = opened;
  try {
    let words;
    const asked = new Promise((done) => (words = done));
    await page.route("**/app/english.js", (route) => words(route));
    await page.goto(new URL("app/?lang=en", started.url).href);
    const route = await asked;
    await pasteText(page, kCounty);
    await route.continue();
    await textReady(page);
    await reads(page, "#verdict", /示例区: fail/);
    opened.check();
  } finally {
    await opened.close();
  }
});

test("a button that waits for its second press is not drawn over, and a list that is not looked at is empty", async () => {
  await withKept(async (page) => {
    await pasteText(page, kLater);
    await reads(page, "#verdict", /后来区/);
    await openKept(page);
    await page.waitForFunction(() => document.querySelectorAll("#kept tbody tr").length === 2);
    await page.getByRole("button", { name: "删除示例区" }).click();
    // Whatever is kept meanwhile makes the list another one.
    await page.evaluate(() => document.getElementById("standard").dispatchEvent(new Event("change")));
    await kept(page);
    await page.getByRole("button", { name: "确认删除示例区" }).click();
    await page.waitForFunction(() => document.querySelectorAll("#kept tbody tr").length === 1);
    await fromMenu(page, "#kept-switch");
    assert.equal(await page.locator("#kept-view *").count(), 0);
  });
});
