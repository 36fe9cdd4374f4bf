// SPDX-License-Identifier: MIT
//
// What a page says of the work that it keeps, for the tests to wait for.

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
