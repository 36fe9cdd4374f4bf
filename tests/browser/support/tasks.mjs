// SPDX-License-Identifier: MIT
//
// Counts what a person does on a page: clicks and keys that the browser marks as trusted, as the table of docs/tasks.md
// has them. Numbers and names that are typed are no keys of a task; what is said of it there is read from here.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { onCanvas, openPage, screenshotOfFailure, settled } from "./browser.mjs";

const paper = await readFile(new URL("../../../docs/tasks.md", import.meta.url), "utf8");
const counted = new Map(
  [...paper.matchAll(/^\| (\d+\w?)(?: [^|]*)? \| [^|]+ \| (\d+) \/ (\d+) \|$/gm)].map(([, task, clicks, keys]) => [
    task,
    { clicks: Number(clicks), keys: Number(keys) },
  ]),
);

/** In the page. A page that is loaded again goes on counting. */
function count() {
  const modifiers = ["Control", "Shift", "Alt", "Meta"];
  const add = (what) => {
    if (window.__value) return;
    sessionStorage.setItem(what, Number(sessionStorage.getItem(what) ?? 0) + 1);
  };
  const trusted = (event, counts) => event.isTrusted && counts;
  addEventListener("click", (event) => trusted(event, event.detail > 0) && add("clicks"), true);
  // Of an input method: each character that is entered.
  addEventListener("input", (event) => trusted(event, /[^ -~]/.test(event.data ?? "")) && add("keys"), true);
  addEventListener("keydown", (event) => trusted(event, !modifiers.includes(event.key)) && add("keys"), true);
}

const used = (page) =>
  page.evaluate(() => ({
    clicks: Number(sessionStorage.getItem("clicks") ?? 0),
    keys: Number(sessionStorage.getItem("keys") ?? 0),
  }));

/**
 * One task on a page of its own; `path` may be a whole address. `body` gets the page and what a person does there;
 * `before` what was done before the task begins.
 */
export async function task(started, name, path, body, { context = {}, before = async () => undefined } = {}) {
  const opened = await openPage(started, path, { init: count, context });
  const { page } = opened;
  try {
    await before(page);
    await page.evaluate(() => sessionStorage.removeItem("clicks"));
    await page.evaluate(() => sessionStorage.removeItem("keys"));
    await body(page, hand(page));
    assert.deepEqual(await used(page), counted.get(name), `task ${name}`);
    opened.check();
  } catch (error) {
    await screenshotOfFailure(page);
    throw error;
  } finally {
    await opened.close();
  }
}

const focused = (page) =>
  page.evaluate(() => {
    const { id, ariaLabel, textContent } = document.activeElement;
    return [id, ariaLabel ?? "", textContent.trim()];
  });

/** What a person does: each of it once what came before is drawn. */
function hand(page) {
  const press = async (key, times = 1) => {
    for (let left = times; left > 0; left -= 1) {
      await settled(page);
      await page.keyboard.press(key);
    }
    await settled(page);
  };
  return {
    press,
    /** By the mouse, on the canvas where the tree over it says that this stands. */
    async click(words) {
      await settled(page);
      const { x, y, width, height } = await onCanvas(page, words, { exact: typeof words === "string" }).boundingBox();
      const place = [x + Math.min(width, 200) / 2, y + height / 2];
      assert.equal(await page.evaluate(([left, top]) => document.elementFromPoint(left, top).id, place), "canvas");
      await page.mouse.click(...place, { delay: 30 });
      await settled(page);
    },
    /** A number or a name, which is to be typed whatever the program is like. */
    async value(text) {
      await settled(page);
      await page.evaluate(() => (window.__value = true));
      await page.keyboard.type(text);
      await page.evaluate(() => (window.__value = false));
    },
    /** By Tab, or an arrow, to what is called so or has this id. */
    async goTo(words, key = "Tab") {
      for (let left = 60; left > 0; left -= 1) {
        await press(key);
        if ((await focused(page)).some((name) => words.test(name))) return;
      }
      throw new Error(`${words} is not reached by ${key}`);
    },
    /** The file that comes of it. */
    async download(way) {
      const [download] = await Promise.all([page.waitForEvent("download"), way()]);
      return download;
    },
  };
}
