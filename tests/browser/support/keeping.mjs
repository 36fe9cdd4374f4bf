// SPDX-License-Identifier: MIT
//
// What a page says of the work that it keeps, for the tests to wait for, and its list of what is kept.

import { fromMenu } from "./browser.mjs";

/** A standard can be chosen, so there is something to compute with, and a view is shown. */
export const ready = (page) =>
  page.waitForFunction(() => document.body.dataset.view !== "start" && !document.getElementById("standard").disabled);

export const kept = (page) =>
  page.waitForFunction(() => document.getElementById("keep-state").textContent === "已保存在本浏览器");

export const restored = (page) =>
  page.waitForFunction(() => /已恢复|已打开/.test(document.getElementById("status").textContent));

export const notice = (page, pattern) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.getElementById("notice").textContent),
    pattern.source,
  );

/** The list of projects, which is empty as long as it is not shown. */
export async function openKept(page) {
  await fromMenu(page, "#kept-switch");
  await page.waitForSelector("#kept-view h1");
}

/** One of the list: it is there when the list has gone. */
export async function openProject(page, name) {
  await page.getByRole("button", { name: `打开${name}`, exact: true }).click();
  await page.locator("#kept-view").waitFor({ state: "hidden" });
}
