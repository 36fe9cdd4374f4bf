// SPDX-License-Identifier: MIT
//
// How long a person waits for the workbench in Chromium: until something is painted, until it is ready, from a paste to
// the verdict, from a corrected cell to its row as it stands then, and for a frame. Each round has pages of its own.

import { readFileSync } from "node:fs";
import { startBrowser } from "../browser/support/browser.mjs";
import { median } from "./measure.mjs";
import { tablePath } from "./tables.mjs";

const kEdits = 5;
const kFrames = 40;
/** Row and column of a cell that holds a number in every table of the bench: media rooms of the first school. */
const kCell = "第 2 行第 19 列：";

/** Runs before the page's scripts: how long frames and other tasks take. */
function watch() {
  window.benchFrames = [];
  window.benchTasks = [];
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      const from = performance.now();
      callback(time);
      window.benchFrames.push(performance.now() - from);
    });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.benchTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
}

async function arrive(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => document.body.dataset.view === "canvas" && window.__junheng.frames > 0);
  return page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    ready: performance.now(),
  }));
}

/** From the paste to the first moment in which the page can show the verdict, and the longest task of it. */
function paste(page, text) {
  return page.evaluate(
    (value) =>
      new Promise((done) => {
        window.benchTasks = [];
        const from = performance.now();
        const clipboard = new DataTransfer();
        clipboard.setData("text/plain", value);
        const verdict = document.getElementById("verdict");
        delete verdict.dataset.verdict;
        new MutationObserver((_, observer) => {
          if (verdict.dataset.verdict === undefined) return;
          observer.disconnect();
          requestAnimationFrame(() =>
            setTimeout(() => {
              const wait = performance.now() - from;
              // The observer of tasks hears of one when it is over.
              setTimeout(() => done({ wait, task: Math.max(0, ...window.benchTasks) }), 50);
            }),
          );
        }).observe(verdict, { attributes: true });
        document.dispatchEvent(
          new ClipboardEvent("paste", {
            clipboardData: clipboard,
            bubbles: true,
            cancelable: true,
          }),
        );
      }),
    text,
  );
}

/** The time of a frame while the pointer moves over the canvas. */
async function frame(page) {
  await page.evaluate(() => (window.benchFrames = []));
  for (let i = 0; i < kFrames; i += 1) {
    await page.mouse.move(300 + 8 * i, 300 + (i % 5));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 20)));
  }
  return median(await page.evaluate(() => window.benchFrames));
}

/** From Enter in a cell to the corrected row on the screen, with all verdicts made anew. */
async function edit(page) {
  await page.evaluate(() => document.getElementById("reading-switch").click());
  await page.waitForSelector("#rows");
  return page.evaluate(
    async ([edits, cell]) => {
      const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const named = (kind) =>
        [...document.querySelectorAll(kind)].find((one) =>
          (one.getAttribute("aria-label") ?? one.textContent).startsWith(cell),
        );
      const times = [];
      for (let i = 0; i < edits; i += 1) {
        named("#rows button").click();
        await painted();
        const box = named("#rows input");
        const text = String(20 + i);
        box.value = text;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        const from = performance.now();
        box.dispatchEvent(
          new KeyboardEvent("keydown", {
            key: "Enter",
            bubbles: true,
            cancelable: true,
          }),
        );
        while (document.querySelector("td.corrected")?.textContent !== text) await painted();
        times.push(performance.now() - from);
      }
      return times.sort((a, b) => a - b)[edits >> 1];
    },
    [kEdits, kCell],
  );
}

const kWindow = {
  viewport: { width: 1366, height: 768 },
  serviceWorkers: "block",
};

/** Figures by name, in ms, each a list with one of every round: { "start.empty.paint": [320, 317], … } */
export async function measureWorkbench(tables, rounds) {
  const figures = {};
  const note = (name, ms) => (figures[name] ??= []).push(ms);
  const started = await startBrowser();
  const url = new URL("app/", started.url).href;
  const texts = tables.map((name) => [name, readFileSync(tablePath(name), "utf8")]);
  const newPage = async () => {
    const context = await started.browser.newContext(kWindow);
    context.setDefaultTimeout(120_000);
    await context.addInitScript(watch);
    return { context, page: await context.newPage() };
  };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { context, page } = await newPage();
      for (const cache of ["empty", "full"]) {
        const { paint, ready } = await arrive(page, url);
        note(`start.${cache}.paint`, paint);
        note(`start.${cache}.ready`, ready);
      }
      await context.close();
      for (const [name, text] of texts) {
        const one = await newPage();
        await arrive(one.page, url);
        const { wait, task } = await paste(one.page, text);
        note(`paste.${name}.first`, wait);
        note(`paste.${name}.task`, task);
        note(`paste.${name}.again`, (await paste(one.page, `${text}\n`)).wait);
        note(`frame.${name}`, await frame(one.page));
        note(`edit.${name}`, await edit(one.page));
        await one.context.close();
      }
    }
  } finally {
    await started.close();
  }
  return figures;
}
