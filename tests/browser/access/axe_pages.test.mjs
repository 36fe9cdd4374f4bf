// SPDX-License-Identifier: MIT
//
// axe-core finds nothing on the published pages: both languages, light and dark, large type, with results shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { headLine, loadPublisher, sampleText, sampleWork } from "../../support/publishing.mjs";
import { assertClean } from "../support/axe.mjs";
import { browserForTests, kNoGl, openPage, screenshot } from "../support/browser.mjs";

const publisher = await loadPublisher();
const started = browserForTests({ gl: kNoGl });

const sealed = (text) => ({
  name: "一.html",
  mimeType: "text/html",
  buffer: Buffer.from(publisher.seal({ ...sampleWork, tables: [{ name: "", text }] }).single()),
});
const kPages = {
  "": async () => undefined,
  "licences.html": async () => undefined,
  "county/": async (page) => {
    await page.locator('#check[data-state="agrees"]').waitFor();
    await page.fill("#search-text", "二小");
    await page.evaluate(() =>
      document.querySelectorAll("details").forEach((one) => {
        one.open = true;
      }),
    );
  },
  "county/en.html": async (page) => page.locator('#check[data-state="agrees"]').waitFor(),
  "school/": async (page) => {
    await page.locator("#field-pupils").fill("500");
    await page.fill("#field-degree_teachers", "3");
    await page.evaluate(() =>
      document.querySelectorAll("details").forEach((one) => {
        one.open = true;
      }),
    );
  },
  "school/ pasted": async (page) => page.fill("#row", `${headLine}\n${sampleText.split("\n")[2]}\n`),
  "sealed/": async (page) => {
    await page
      .locator("#files")
      .setInputFiles([sealed(sampleText), sealed(sampleText.replace("\t2184\t", "\t2150\t"))]);
    await page.locator("#result table").nth(1).waitFor();
  },
};

for (const [path, prepare] of Object.entries(kPages)) {
  test(`/${path}`, async () => {
    for (const colorScheme of ["light", "dark"]) {
      const opened = await openPage(started, path.split(" ")[0], {
        context: { colorScheme, viewport: { width: 1366, height: 768 } },
      });
      try {
        const { page } = opened;
        await page.waitForLoadState();
        await prepare(page);
        await assertClean(page, `${path} ${colorScheme}`);
        await screenshot(page, `axe-${path.replaceAll(/\W/g, "_")}-${colorScheme}`);
        const large = page.getByRole("button", { name: /大字版|Large type/ });
        if ((await large.count()) > 0) {
          await large.click();
          await assertClean(page, `${path} ${colorScheme} large`);
        }
        const other = page.locator("button#language");
        if ((await other.count()) > 0) {
          await other.click();
          await prepare(page);
          await assertClean(page, `${path} ${colorScheme} other language`);
        }
        opened.check();
      } finally {
        await opened.close();
      }
    }
  });
}
