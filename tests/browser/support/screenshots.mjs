// SPDX-License-Identifier: MIT
//
// Pictures of every view, to be looked at; nothing here judges them:
//
//   node tests/browser/support/screenshots.mjs [word in the name …]
//
// Light and dark, at the sizes and pixel ratios people have. They are written to build/screenshots.

import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { onCanvas, startBrowser, openPage, workbenchReady } from "./browser.mjs";

const kFolder = new URL("../../../build/screenshots/", import.meta.url).pathname;
const kViews = ["start", "data", "schools", "balance", "facts", "what-if", "verdict", "issues", "meeting"];
const kSizes = [
  ...[1, 1.25, 1.5, 2].map((ratio) => ({ name: `1366x768@${ratio}`, width: 1366, height: 768, ratio, views: kViews })),
  { name: "1024x768", width: 1024, height: 768, ratio: 1, views: kViews },
  { name: "390x844", width: 390, height: 844, ratio: 3, views: ["start", "text"], touch: true },
];
const kThemes = ["light", "dark"];
/** Places in which there is most to see, and what is opened there. */
const kPlaces = {
  schools: `&school=${encodeURIComponent("示例二小")}`,
  balance: "&stage=primary&indicator=teaching_area",
};
const kPressed = {
  "what-if": ["示例二小"],
  verdict: ["小学“生均体育运动场馆面积”的差异系数 0.5368，高于 0.50。"],
};

async function open(page, view) {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#view=${view}${kPlaces[view] ?? ""}`,
  );
  await page.waitForTimeout(500);
  for (const name of kPressed[view] ?? []) await onCanvas(page, name).dispatchEvent("click");
  if (view !== "what-if") return;
  const field = page.locator('[data-field="scenario:degree_teachers/primary"]');
  await field.fill("150");
  await field.press("Enter");
}

const wanted = process.argv.slice(2);

const started = await startBrowser();
await mkdir(kFolder, { recursive: true });
const table = readFileSync(new URL("../../../public/samples/sample-county.tsv", import.meta.url), "utf8");
try {
  for (const { name, width, height, ratio, views, touch = false } of kSizes) {
    for (const theme of kThemes) {
      const files = views.map((view) => ({ view, file: `${view}-${theme}-${name}.png` }));
      const chosen = files.filter(({ file }) => wanted.every((word) => file.includes(word)));
      if (chosen.length === 0) continue;
      const { page, close } = await openPage(started, "app/", {
        context: {
          viewport: { width, height },
          deviceScaleFactor: ratio,
          colorScheme: theme,
          hasTouch: touch,
          isMobile: touch,
        },
      });
      if (touch) await page.waitForFunction(() => document.body.dataset.view === "text");
      else await workbenchReady(page);
      for (const { view, file } of chosen) {
        if (
          view !== "start" &&
          (await page.evaluate(() => document.querySelector("#verdict").dataset.verdict)) === undefined
        ) {
          await page.evaluate((text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            document.dispatchEvent(
              new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
            );
          }, table);
          await page.waitForFunction(() => document.querySelector("#verdict").dataset.verdict !== undefined);
        }
        if (!touch && view !== "start") {
          await open(page, view);
        }
        await page.waitForTimeout(700);
        await page.screenshot({ path: `${kFolder}${file}` });
        console.log(file);
      }
      await close();
    }
  }
} finally {
  await started.close();
}
