// SPDX-License-Identifier: MIT
//
// Buttons that are drawn on the canvas, pressed as a person does: by the mouse, where they stand. What comes of it is
// read from the page. Where they stand the tree over the canvas says, so that a line more above a button breaks nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  onCanvas,
  pasteText,
  sample,
  screenshot,
  settled,
  verdict,
  wholeText,
  withWorkbench,
} from "../support/browser.mjs";

const started = browserForTests();

const withPage = (body, options) =>
  withWorkbench(
    started,
    async (page) => {
      await settled(page);
      await body(page);
    },
    options,
  );

/** Clicks the picture in the middle of where the tree over it says that this button stands. */
async function click(page, name) {
  await settled(page);
  const place = await onCanvas(page, name, { exact: false }).boundingBox();
  assert.ok(place.width >= 20 && place.height >= 20, JSON.stringify(place));
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  assert.equal(
    await page.evaluate(([left, top]) => document.elementFromPoint(left, top).id, [x, y]),
    "canvas",
    "the tree lets the pointer through",
  );
  await page.mouse.move(x, y);
  await page.mouse.click(x, y, { delay: 50 });
}

test("the sample button on the canvas", async () => {
  await withPage(async (page) => {
    await click(page, "示例区：32 所学校");
    await verdict(page, "fail");
  });
});

test("what is pressed is seen to be while it is held, on the canvas and off it, before anything is done", async () => {
  const held = async (page, name, box) => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await settled(page);
    const clip = { x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 4 };
    const before = await page.screenshot({ clip });
    await page.mouse.down();
    await settled(page);
    assert.notDeepEqual(await page.screenshot({ clip }), before, name);
    await page.mouse.move(5, 700); // let go of over nothing it is not pressed
    await page.mouse.up();
    await settled(page);
  };
  await withPage(async (page) => {
    await held(page, "a strong button", await onCanvas(page, "用示例走一遍（十步）").boundingBox());
    assert.equal(await page.evaluate(() => document.getElementById("verdict").dataset.verdict), undefined);
    await pasteText(page, await readFile(sample("sample-county.tsv"), "utf8"));
    await verdict(page, "fail");
    await settled(page);
    for (const name of ["均衡", "复制表格", "全部学段"])
      await held(page, name, await onCanvas(page, name).boundingBox());
    assert.match(await page.evaluate(() => location.hash), /view=schools/);
    await page.click("#view-switch");
    await held(page, "a button of the page", await page.locator("#view-switch").boundingBox());
    assert.equal(await page.evaluate(() => document.body.dataset.view), "text");
  });
});

test("the file button on the canvas opens the browser's own dialog", async () => {
  await withPage(async (page) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), click(page, "选择文件…")]);
    await chooser.setFiles({
      name: "示例.tsv",
      mimeType: "text/plain",
      buffer: await readFile(sample("sample-county.tsv")),
    });
    await verdict(page, "fail");
  });
});

test("an issue leads to its row", async () => {
  const lines = (await readFile(sample("sample-county.tsv"), "utf8")).split("\n");
  lines[27] = lines[27].replace(/\t(\d+)/, "\tl20");
  await withPage(async (page) => {
    await pasteText(page, lines.join("\n"));
    await verdict(page, "fail");
    assert.match(await wholeText(page), /第 28 行.*l20/);
    await settled(page);
    const search = () => page.locator("#fields input").count();
    assert.equal(await search(), 1); // the schools, with their search field
    await click(page, /^待处理问题/);
    await page.waitForFunction(() => document.querySelectorAll("#fields input").length === 0);
    await screenshot(page, "issues");
    await click(page, /^第 28 行/);
    await page.waitForFunction(() => document.querySelectorAll("#fields input").length === 1);
    await settled(page);
    await screenshot(page, "issue-row");
  });
});

test("a finger: a tap is a click, dragging scrolls and presses nothing", async () => {
  await withPage(
    async (page) => {
      await pasteText(page, await readFile(sample("sample-county.tsv"), "utf8"));
      await verdict(page, "fail");
      await settled(page);
      const frames = () => page.evaluate(() => window.__junheng.frames);
      const before = await frames();
      const finger = await page.context().newCDPSession(page);
      const touch = (type, y) =>
        finger.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: 300, y }] });
      await touch("touchStart", 600);
      for (let y = 580; y >= 300; y -= 20) await touch("touchMove", y);
      await touch("touchEnd", 300);
      await settled(page);
      assert.ok((await frames()) > before);
      await screenshot(page, "touch-scrolled");
      // Another view: no search field there.
      const box = await page.locator(".screen-twin").getByRole("tab", { name: "均衡", exact: true }).boundingBox();
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await page.waitForFunction(() => document.querySelectorAll("#fields input").length === 0);
    },
    { context: { hasTouch: true, viewport: { width: 1280, height: 800 } } },
  );
});
