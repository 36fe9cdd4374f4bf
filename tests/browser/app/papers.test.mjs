// SPDX-License-Identifier: MIT
//
// The view of the papers: fetched with the first look, chosen, looked at, downloaded; what was entered stays.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { unzipSync } from "../../../web/node_modules/fflate/esm/index.mjs";
import {
  browserForTests,
  emptied,
  fromMenu,
  kNoGl,
  pasteText,
  reads,
  sample,
  screenshot,
  withText,
} from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

const kCounty = await readFile(sample("sample-county.tsv"), "utf8");

const withPapers = (body, { table = kCounty, ...options } = {}) =>
  withText(
    started,
    async (page) => {
      const asked = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await pasteText(page, table);
      await page.waitForSelector("#verdict[data-verdict]");
      assert.deepEqual(
        asked.filter((path) => path.endsWith("papers.js")),
        [],
      );
      await fromMenu(page, '[data-aside="papers"]');
      await page.locator("#papers-download").waitFor();
      assert.equal(asked.filter((path) => path.endsWith("papers.js")).length, 1);
      await body(page);
    },
    options,
  );

async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#papers-download")]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

const documentOf = (bytes) => Buffer.from(unzipSync(bytes)["word/document.xml"]).toString();

test("papers are chosen, filled in, looked at and downloaded, and what was entered stays", async () => {
  await withPapers(async (page) => {
    await page.fill("#papers-department", "示例区教育委员会");
    await page.fill("#papers-date", "2024年9月1日");
    await page.fill("#papers-deadline", "2025年8月");
    await page.click("#papers-departments summary");
    await page.fill("#papers-departments-G4", "<b>规划局</b>");
    await screenshot(page, "papers");
    await page.click('[data-preview="report"]');
    const preview = page.locator(".preview-page");
    await preview.waitFor();
    const said = await preview.evaluate((host) => host.shadowRoot.textContent);
    assert.match(said, /示例区义务教育优质均衡发展自查自评报告/);
    assert.match(said, /差异系数0\.5368（要求不高于0\.50）。校际差异自评结论：不达标/);
    assert.match(said, /由<b>规划局<\/b>负责/);
    await screenshot(page, "papers-report");

    const both = await downloaded(page);
    assert.equal(both.name, "示例区-2024年9月1日-公文.zip");
    const files = unzipSync(both.bytes);
    assert.deepEqual(Object.keys(files), ["示例区-2024年9月1日-自查自评报告.docx", "示例区-2024年9月1日-申报表.docx"]);
    // As strict as a word processor is: each part is XML.
    for (const name of Object.keys(files)) {
      const parts = Object.entries(unzipSync(files[name])).map(([part, data]) => [part, Buffer.from(data).toString()]);
      const wrong = await page.evaluate(
        (all) =>
          all
            .filter(([, xml]) => new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror"))
            .map(([part]) => part),
        parts,
      );
      assert.deepEqual(wrong, [], name);
    }
    await reads(page, "#status", /已生成 2 个文件/);

    await page.uncheck("#papers-form");
    const one = await downloaded(page);
    assert.equal(one.name, "示例区-2024年9月1日-自查自评报告.docx");
    assert.match(documentOf(one.bytes), /示例区教育委员会[^]*2024年9月1日/);

    // There and back again, and in the other language: the papers stay Chinese.
    await fromMenu(page, '[data-aside="papers"]');
    await page.locator("#papers-download").waitFor({ state: "hidden" });
    await fromMenu(page, '[data-aside="papers"]');
    assert.equal(await page.inputValue("#papers-department"), "示例区教育委员会");
    await fromMenu(page, "#language-switch");
    await page.locator("h2", { hasText: "Papers" }).waitFor();
    assert.equal(await page.inputValue("#papers-departments-G4"), "<b>规划局</b>");
    await screenshot(page, "papers-english");
    assert.equal((await downloaded(page)).name, one.name);
  });
});

test("the pages of the schools tell the plan when it is asked for, which is fetched then", async () => {
  await withPapers(async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const said = async () => {
      await page.click('[data-preview="schools"]');
      await page.locator(".preview-page").waitFor();
      return page.locator(".preview-page").evaluate((host) => host.shadowRoot.textContent);
    };
    assert.equal(await page.isChecked("#papers-with-plan"), false);
    assert.doesNotMatch(await said(), /达标方案/);
    assert.deepEqual(
      asked.filter((path) => /plan/.test(path)),
      [],
    );
    await page.check("#papers-with-plan");
    await page.click('[data-preview="schools"]');
    await page.waitForFunction(() =>
      document.querySelector(".preview-page").shadowRoot.textContent.includes("达标方案（计算）"),
    );
    const told = await page.locator(".preview-page").evaluate((host) => host.shadowRoot.textContent);
    assert.match(told, /运动场地面积增加2,835㎡，生均体育运动场馆面积7\.71 → 8\.91/);
    assert.match(told, /已把方案放进表里重新计算：小学达标/);
    assert.ok(asked.some((path) => path.endsWith("engine/plan.wasm")));
    await screenshot(page, "papers-plan");
    for (const kind of ["report", "form"]) await page.uncheck(`#papers-${kind}`);
    await page.check("#papers-schools");
    assert.match(documentOf((await downloaded(page)).bytes), /达标方案（计算）[^]*重新计算：小学达标/);
  });
});

test("nothing is made where nothing is chosen, which is said", async () => {
  await withPapers(async (page) => {
    for (const kind of ["report", "form"]) await page.uncheck(`#papers-${kind}`);
    await page.click("#papers-download");
    await reads(page, "#notice", /请至少选一种公文和一种它有的格式/);
    // The report has no workbook.
    await emptied(page, "#notice");
    await page.check("#papers-report");
    await page.uncheck("#papers-format-docx");
    await page.check("#papers-format-xlsx");
    await page.click("#papers-download");
    await reads(page, "#notice", /请至少选一种公文和一种它有的格式/);
    await page.check("#papers-schools");
    assert.match((await downloaded(page)).name, /^示例区-\d{4}年\d+月\d+日-一校一策\.xlsx$/);
  });
});

test("of several counties the one that is chosen, by its own numbers", async () => {
  const [head, ...rows] = kCounty.trimEnd().split("\n");
  const other = rows.map((row) => row.replace("示例区", "邻县").replace("\t2184\t", "\t1184\t"));
  const table = [head, ...rows, ...other].join("\n");
  await withPapers(
    async (page) => {
      await page.selectOption("#papers-county", { label: "邻县" });
      await page.uncheck("#papers-form");
      const { name, bytes } = await downloaded(page);
      assert.match(name, /^邻县-/);
      assert.match(documentOf(bytes), /小学评估单元25个，在校学生30245人/);
    },
    { table },
  );
});

test("on a telephone nothing is cut off", async () => {
  await withPapers(
    async (page) => {
      const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide[0] <= wide[1], wide.join(" of "));
      await screenshot(page, "papers-narrow");
    },
    { context: { viewport: { width: 390, height: 844 } } },
  );
});
