// SPDX-License-Identifier: MIT
//
// The picture: drawn only when something happened, sharp at every pixel ratio, back after the GPU was away.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  canvasStatistics,
  pasteText,
  sample,
  screenshot,
  settled,
  startBrowser,
  verdict,
  withWorkbench,
} from "../support/browser.mjs";

const started = browserForTests();

const countyText = await readFile(sample("sample-county.tsv"), "utf8");

test("nothing is drawn in five idle seconds, nor while the page is hidden behind the text view", async () => {
  await withWorkbench(started, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await settled(page);
    const frames = () => page.evaluate(() => window.__junheng.frames);
    const start = await frames();
    await page.waitForTimeout(5000); // the time itself is what is tested
    assert.equal(await frames(), start);
    await page.mouse.move(400, 400);
    await page.waitForFunction((before) => window.__junheng.frames > before, start);
    await page.click("#view-switch");
    await settled(page);
    const hidden = await frames();
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 300);
    await page.waitForTimeout(500);
    assert.equal(await frames(), hidden);
  });
});

for (const ratio of [1, 1.25, 1.5, 2]) {
  test(`pixel ratio ${ratio}: one pixel of the canvas is one of the screen, and text is sharp`, async () => {
    // The browser's own scale, as the system sets it, and not an emulated one: that leaves half of it out.
    const scaled = await startBrowser({ args: [`--force-device-scale-factor=${ratio}`, "--window-size=1280,800"] });
    try {
      await withWorkbench(scaled, body, { context: { viewport: null } });
    } finally {
      await scaled.close();
    }

    async function body(page) {
      assert.equal(await page.evaluate(() => window.devicePixelRatio), ratio);
      await pasteText(page, countyText);
      await verdict(page, "fail");
      await settled(page);
      const sizes = await page.evaluate(() => {
        const canvas = document.getElementById("canvas");
        const box = canvas.getBoundingClientRect();
        return {
          backing: [canvas.width, canvas.height],
          screen: [box.width * window.devicePixelRatio, box.height * window.devicePixelRatio],
        };
      });
      assert.ok(Math.abs(sizes.backing[0] - sizes.screen[0]) <= 1, JSON.stringify(sizes));
      assert.ok(Math.abs(sizes.backing[1] - sizes.screen[1]) <= 1, JSON.stringify(sizes));
      await screenshot(page, `ratio-${ratio}`);
      const { steep } = await canvasStatistics(page);
      assert.ok(steep > 0.2, `only ${steep} of the edges are steep: the picture is blurred`);
    }
  });
}

test("the ratio may change while the page is open", async () => {
  await withWorkbench(started, async (page, { context }) => {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setDeviceMetricsOverride", {
      width: 1200,
      height: 800,
      deviceScaleFactor: 2,
      mobile: false,
    });
    await page.waitForFunction(() => document.getElementById("canvas").width === 2400);
    await settled(page);
    await screenshot(page, "ratio-changed");
  });
});

test("the GPU goes and comes back: the model stays, the picture returns", async () => {
  await withWorkbench(started, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await settled(page);
    await page.evaluate(() => {
      window.loser = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
      window.loser.loseContext();
    });
    await page.waitForFunction(() => /显卡/.test(document.getElementById("status").textContent));
    assert.match(await verdict(page, "fail"), /不达标/);
    await page.evaluate(() => window.loser.restoreContext());
    await page.waitForFunction(() => !/显卡/.test(document.getElementById("status").textContent));
    await settled(page);
    assert.ok((await canvasStatistics(page)).ink > 10_000);
    await screenshot(page, "gpu-restored");
  });
});
