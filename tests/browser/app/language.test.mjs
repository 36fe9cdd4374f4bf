// SPDX-License-Identifier: MIT
//
// What the page has said is said again where the language is changed: warnings, what has taken the place of something
// else, and where it came from. A sentence in the language of before would be read by nobody who changed it.

import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import {
  fromMenu,
  kNoGl,
  pasteText,
  sample,
  startBrowser,
  textReady,
  verdict,
  withPage,
  withText,
} from "../support/browser.mjs";

let started;
before(async () => {
  started = await startBrowser({ gl: kNoGl });
});
after(() => started.close());

const kCounty = await readFile(sample("sample-county.tsv"), "utf8");
const kPhoto = {
  name: "photo.png",
  mimeType: "image/png",
  buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
};
const kArchive = { name: "b.zip", mimeType: "", buffer: Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1") };
const project = (more) => ({
  name: "a.junheng.json",
  mimeType: "application/json",
  buffer: Buffer.from(
    JSON.stringify({
      schema: "junheng.project/1",
      standard: "quality-2017",
      tables: [{ name: "", text: kCounty }],
      county: JSON.stringify({ name: "示例区", facts: { basic_balance_years: 2 } }),
      options: {},
      ...more,
    }),
  ),
});

/** One place of the page in Chinese, in English and in Chinese again. */
async function both(page, selector, chinese, english) {
  const reads = (words) =>
    page.waitForFunction(
      ([where, pattern]) => new RegExp(pattern).test(document.querySelector(where)?.textContent ?? ""),
      [selector, words.source],
    );
  const change = () => page.evaluate(() => document.getElementById("language-switch").click());
  await reads(chinese);
  await change();
  await reads(english);
  await change();
  await reads(chinese);
}

test("what was not read, each file for its own reason", async () => {
  await withText(started, async (page) => {
    await page.setInputFiles("#file", [project(), kPhoto, kArchive]);
    await verdict(page, "fail");
    await both(page, "#notice li:nth-child(1)", /“photo\.png”是图片/, /“photo\.png”: a picture/);
    await both(page, "#notice li:nth-child(2)", /“b\.zip”是压缩包/, /“b\.zip”: an archive/);
  });
});

test("a project that is none, and an own standard in it that the engine does not take", async () => {
  await withText(started, async (page) => {
    await page.setInputFiles("#file", {
      ...kPhoto,
      name: "x.json",
      buffer: Buffer.from('{"schema":"junheng.project/1"}'),
    });
    await both(page, "#notice", /“x\.json”不是/, /“x\.json” is/);
    const standard = JSON.stringify({ schema: "junheng.standard/1", id: "own", parent: "quality-2017", limits: 3 });
    await page.setInputFiles("#file", project({ ownStandards: [standard] }));
    await verdict(page, "fail");
    await both(page, "#notice", /^办法文件/, /^Standard, /);
  });
});

test("a link that is damaged", async () => {
  await withText(started, async (page) => {
    await page.evaluate(() => (location.hash = "#p=1.AAAA"));
    await both(page, "#notice", /链接不完整或已损坏/, /link/i);
  });
});

test("what another view warns of", async () => {
  await withText(started, async (page) => {
    await fromMenu(page, '[data-aside="report"]');
    await page.setInputFiles(".report-box ~ .entry-actions input", kPhoto);
    await both(page, "#notice", /“photo\.png”不是可以核对的文字材料/, /“photo\.png” is/);
  });
});

test("the county that made room for another, and the way back to it", async () => {
  await withText(started, async (page) => {
    await page.setInputFiles("#file", project());
    await verdict(page, "fail");
    await pasteText(page, kCounty.replaceAll("示例区", "另一区"));
    await both(page, "#replaced span", /^已另开项目。此前示例区/, /^Opened as another project/);
    await both(page, "#replaced-back", /^回到此前$/, /^Go back$/);
  });
});

test("a link that comes while the page looks for what was kept", async () => {
  const damaged = () =>
    document.addEventListener("DOMContentLoaded", () => {
      const standard = document.getElementById("standard");
      new MutationObserver((_, observer) => {
        observer.disconnect();
        location.hash = "#p=1.AAAA";
      }).observe(standard, { attributeFilter: ["disabled"] });
    });
  const come = (page) => both(page, "#notice", /链接不完整或已损坏/, /link/i);
  await withPage(started, "app/", textReady, come, { init: damaged });
});
