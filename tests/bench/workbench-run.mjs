// SPDX-License-Identifier: MIT
//
// How long a person waits for the workbench in Chromium: until something is painted, until it is ready, and from a paste
// to the verdict for 34, 3,000 and 200,000 schools. Medians of 7, with an empty cache and with a full one.
//
//   node tests/bench/workbench-run.mjs

import { readFile } from "node:fs/promises";
import { sample, startBrowser } from "../browser/support/browser.mjs";

const kRuns = 7;
const kHeader =
  "区县\t学校名称\t学校类型\t在校生数\t高于规定学历教师数\t县级以上骨干教师数\t体育艺术专任教师数\t教学及辅助用房面积\t室内体育用房面积\t体育运动场馆面积\t教学仪器设备值\t网络多媒体教室数";
const kCountySize = 80;

/** Counties of 80 schools each, all different. */
function table(schools) {
  const rows = [kHeader];
  for (let i = 0; i < schools; i += 1) {
    const pupils = 300 + ((i * 37) % 1700);
    const each = (times, more) => Math.round(pupils * times + ((i * more) % 17));
    rows.push(
      [
        `第${Math.floor(i / kCountySize)}县`,
        `第${i}小学`,
        "小学",
        pupils,
        each(0.05, 3),
        each(0.02, 5),
        each(0.015, 7),
        each(6, 11),
        0,
        each(9, 13),
        each(2500, 19),
        each(0.03, 2),
      ].join("\t"),
    );
  }
  return rows.join("\n");
}

const kTables = [
  ["34", await readFile(sample("sample-county.tsv"), "utf8")],
  ["3,000", table(3000)],
  ["200,000", table(200_000)],
];
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

async function arrive(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => document.body.dataset.view === "canvas" && window.__junheng.frames > 0);
  return page.evaluate(() => [
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    performance.now(),
  ]);
}

/** From the paste to the first moment in which the page can show the verdict. */
function paste(page, text) {
  return page.evaluate(
    (value) =>
      new Promise((done) => {
        const from = performance.now();
        const clipboard = new DataTransfer();
        clipboard.setData("text/plain", value);
        const verdict = document.getElementById("verdict");
        delete verdict.dataset.verdict;
        new MutationObserver((_, observer) => {
          if (verdict.dataset.verdict === undefined) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
        }).observe(verdict, { attributes: true });
        document.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }),
        );
      }),
    text,
  );
}

const started = await startBrowser();
const url = new URL("app/", started.url).href;
try {
  const cold = [];
  const warm = [];
  for (let i = 0; i < kRuns; i += 1) {
    const context = await started.browser.newContext({
      viewport: { width: 1366, height: 768 },
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    cold.push(await arrive(page, url));
    warm.push(await arrive(page, url));
    await context.close();
  }
  for (const [name, runs] of [
    ["empty cache", cold],
    ["full cache", warm],
  ]) {
    console.log(
      `${name}: first paint ${median(runs.map(([paint]) => paint)).toFixed(0)} ms, ready ${median(runs.map(([, ready]) => ready)).toFixed(0)} ms`,
    );
  }
  for (const [name, text] of kTables) {
    const first = [];
    const again = [];
    for (let i = 0; i < kRuns; i += 1) {
      const context = await started.browser.newContext({
        viewport: { width: 1366, height: 768 },
        serviceWorkers: "block",
      });
      const page = await context.newPage();
      await arrive(page, url);
      first.push(await paste(page, text));
      again.push(await paste(page, `${text}\n`));
      await context.close();
    }
    console.log(
      `${name} schools, paste to verdict: the first ${median(first).toFixed(0)} ms, another one ${median(again).toFixed(0)} ms`,
    );
  }
} finally {
  await started.close();
}
