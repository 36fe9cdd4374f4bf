// SPDX-License-Identifier: MIT
//
// A picture that is on the screen is not put there again: on machines without a GPU that takes longer than all else.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  canvasStatistics,
  onCanvas,
  pasteText,
  sample,
  settled,
  verdict,
  withWorkbench,
} from "../support/browser.mjs";

const started = browserForTests();

const countyText = await readFile(sample("sample-county.tsv"), "utf8");

/** Counts pictures: each begins with an empty canvas. */
const countPictures = () => {
  const { clear } = WebGL2RenderingContext.prototype;
  window.pictures = 0;
  WebGL2RenderingContext.prototype.clear = function (...given) {
    window.pictures += 1;
    return clear.apply(this, given);
  };
};

/** Frames and pictures from `happening` on until nothing more comes. */
async function drawn(page, happening) {
  await settled(page);
  const count = () => page.evaluate(() => [window.__junheng.frames, window.pictures]);
  const [frames, pictures] = await count();
  await happening();
  await settled(page);
  const [framesNow, picturesNow] = await count();
  return { frames: framesNow - frames, pictures: picturesNow - pictures };
}

test("one picture for an event that changes nothing, another one for what does, and one after a rest", async () => {
  await withWorkbench(
    started,
    async (page) => {
      await pasteText(page, countyText);
      await verdict(page, "fail");
      const { width, height } = page.viewportSize();
      await page.mouse.move(width - 200, height - 3);
      const still = await drawn(page, () => page.mouse.move(width - 205, height - 3));
      assert.ok(still.frames >= 5, JSON.stringify(still));
      assert.ok(still.pictures <= 3, JSON.stringify(still));
      const clip = await onCanvas(page, "结论").boundingBox();
      const look = async () => Buffer.compare(before, await page.screenshot({ clip })) === 0;
      const before = await page.screenshot({ clip });
      await drawn(page, () => page.mouse.move(clip.x + clip.width / 2, clip.y + clip.height / 2));
      assert.ok(!(await look()), "what the pointer is over looks different");
      await drawn(page, () => page.mouse.move(width - 200, height - 3));
      assert.ok(await look(), "and as before when it is gone");
      const back = await drawn(page, async () => {
        await page.click("#view-switch");
        await page.click("#view-switch");
      });
      assert.ok(back.pictures >= 1, "a canvas that was out of sight is drawn");
      assert.ok((await canvasStatistics(page)).ink > 10_000);
    },
    { init: countPictures },
  );
});
