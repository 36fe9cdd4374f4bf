// SPDX-License-Identifier: MIT
//
// A machine without memory left: the engine ends in the middle of a table or a decision. The person is told, what was
// there before is there still, and the next table is computed by another engine. The page's own memory is the hook: what
// asks the browser for more of it is refused, as on such a machine.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  canvasStatistics,
  kNoGl,
  openPage,
  pasteText,
  sample,
  settled,
  startBrowser,
  verdict,
  wholeText,
  withWorkbench,
} from "../support/browser.mjs";

const countyText = await readFile(sample("sample-county.tsv"), "utf8");
const large =
  "学校名称\t学校类型\t在校生数\t图书册数\n" +
  Array.from({ length: 200_000 }, (_, i) => `第${i}小学\t小学\t300\t9000\n`).join("");

function memoryOfTheMachine() {
  const { grow } = WebAssembly.Memory.prototype;
  window.memoryIsLeft = true;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (!window.memoryIsLeft) throw new RangeError("no memory left");
    return grow.call(this, pages);
  };
}

const memory = (page, left) =>
  page.evaluate((value) => {
    window.memoryIsLeft = value;
  }, left);

const notice = (page, pattern) =>
  page.waitForFunction(
    ([source]) => new RegExp(source).test(document.getElementById("notice").textContent),
    [pattern.source],
  );

/** By a file: the clipboard of a test takes long over megabytes. */
const drop = (page, text) =>
  page.setInputFiles("#file", { name: "全国.tsv", mimeType: "text/plain", buffer: Buffer.from(text) });

/** Dies of a large table, and goes on. */
async function endAndGoOn(page) {
  await pasteText(page, countyText);
  await verdict(page, "fail");
  await settled(page);
  const before = await wholeText(page);
  await memory(page, false);
  await drop(page, large);
  await notice(page, /计算程序.*停止了.*已自动换上新的/);
  await memory(page, true);
  await settled(page);
  assert.equal(await wholeText(page), before, "what was shown is shown still");
  await pasteText(page, countyText.replaceAll("示例区", "新例区"));
  await page.waitForFunction(() => /新例区/.test(document.getElementById("verdict").textContent));
  await page.waitForFunction(() => document.getElementById("notice").textContent === "");
}

test("the text page goes on with another engine", async () => {
  const started = await startBrowser({ gl: kNoGl });
  const opened = await openPage(started, "app/", { init: memoryOfTheMachine });
  try {
    await opened.page.waitForFunction(() => !document.getElementById("standard").disabled);
    await endAndGoOn(opened.page);
    opened.check();
  } finally {
    await opened.close();
    await started.close();
  }
});

const started = browserForTests();

test("the workbench goes on with another one, on the same canvas", async () => {
  await withWorkbench(
    started,
    async (page) => {
      await endAndGoOn(page);
      await settled(page);
      assert.ok((await canvasStatistics(page)).ink > 10_000, "and draws");
    },
    { init: memoryOfTheMachine },
  );
});

test("work that was kept before is kept still, and what ended the engine is not kept in its place", async () => {
  await withWorkbench(
    started,
    async (page) => {
      await pasteText(page, countyText);
      await verdict(page, "fail");
      await settled(page);
      await memory(page, false);
      await drop(page, large);
      await notice(page, /已自动换上新的/);
      await memory(page, true);
      await settled(page);
      await page.reload();
      await verdict(page, "fail");
      assert.match(await wholeText(page), /示例一小/);
    },
    { init: memoryOfTheMachine },
  );
});
