// SPDX-License-Identifier: MIT
//
// The charts of the text view: seen, chosen, saved as files, and their tables; tables onto the real clipboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  fromMenu,
  keepPicture,
  kNoGl,
  openPage,
  pasteText,
  sample,
  screenshot,
  verdict,
  withText,
} from "../support/browser.mjs";
import { kept } from "../support/keeping.mjs";

const started = browserForTests({ gl: kNoGl });

const countyText = await readFile(sample("sample-county.tsv"), "utf8");

const withCounty = (body, context = {}) =>
  withText(
    started,
    async (page, opened) => {
      await pasteText(page, countyText);
      await verdict(page, "fail");
      await kept(page); // what the bar says no longer changes, and nothing moves under the pointer
      await body(page, opened);
    },
    { context },
  );

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("each stage has its charts, each chart its table; another indicator can be chosen", async () => {
  await withCounty(async (page) => {
    const charts = page.locator("details.charts");
    assert.equal(await charts.count(), 2);
    assert.equal(await page.getByRole("img", { name: /差异系数与限值/ }).count(), 2);
    const first = charts.first();
    const strip = first.getByRole("img").nth(1);
    assert.match(await strip.getAttribute("aria-labelledby"), /^chart-0-primary-strip-title/);
    const before = await strip.innerHTML();
    const select = first.getByRole("combobox", { name: "看哪项指标" });
    const other = await select.locator("option").nth(0).getAttribute("value");
    await select.selectOption(other);
    assert.notEqual(await first.getByRole("img").nth(1).innerHTML(), before);
    await first.locator("figure").nth(1).getByText("图中的数据").click();
    await first.getByRole("table").waitFor(); // it is made when it is opened
    assert.equal(await first.getByRole("table").count(), 1);
    assert.equal(await first.getByRole("table").getByRole("row").count(), 25 + 3);
    await screenshot(page, "charts");
    // A language later it is still this indicator, and what was closed stays closed.
    await charts.nth(1).locator("summary").first().click();
    await fromMenu(page, "#language-switch");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.equal(await first.getByRole("combobox", { name: "Indicator shown" }).inputValue(), other);
    assert.equal(await charts.nth(1).getAttribute("open"), null);
  });
});

test("a chart is saved as SVG and as PNG", async () => {
  await withCounty(async (page) => {
    const svg = await saved(page, "小学：差异系数与限值：存为 SVG");
    assert.equal(svg.name, "小学：差异系数与限值.svg");
    assert.match(
      svg.bytes.toString("utf8"),
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*0\.5368.*粘贴的表.*\d{4}-\d\d-\d\d.*<\/svg>$/s,
    );
    const png = await saved(page, "小学：差异系数与限值：存为 PNG");
    assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
    assert.equal(png.bytes.readUInt32BE(16), 1800);
    const colours = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
    }, png.bytes.toString("base64"));
    assert.ok(colours > 50, `${colours} colours`);
    await keepPicture("chart-saved.png", () => png.bytes);
  });
});

test("a phone: the charts fit, and their letters stay as large as the text", async () => {
  await withCounty(
    async (page) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${wide} pixels stick out`);
      const svg = page.locator("#chart-0-primary-strip");
      const shrunk = await svg.evaluate((one) => one.getBoundingClientRect().width / Number(one.getAttribute("width")));
      assert.ok(shrunk > 0.95, String(shrunk));
      await svg.scrollIntoViewIfNeeded();
      await screenshot(page, "charts-phone");
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  );
});

test("a table goes onto the clipboard as HTML and as text; numbers are numbers, names stay names", async () => {
  await withCounty(async (page) => {
    await pasteText(page, countyText.replaceAll("示例一小", "=1+1"));
    await page.waitForFunction(() => /=1\+1/.test(document.getElementById("text-view").textContent));
    await page.getByRole("button", { name: "复制表：小学：各评估单元" }).click();
    await page.waitForFunction(() =>
      /已复制/.test(document.querySelector(".table-tools").parentElement.parentElement.textContent),
    );
    const items = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = async (type) => (await item.getType(type)).text();
      return { html: await text("text/html"), plain: await text("text/plain") };
    });
    const lines = items.plain.split(/\r?\n/);
    assert.equal(lines.length, 26);
    assert.deepEqual(lines[0].split("\t").slice(0, 5), ["学校", "行", "在校生", "结论", "达标项数"]);
    assert.ok(lines.every((line) => line.split("\t").length === 12));
    assert.ok(
      lines.slice(1).every((line) =>
        line
          .split("\t")
          .slice(5)
          .every((cell) => /^[0-9.]+$/.test(cell)),
      ),
    );
    assert.ok(lines.some((line) => line.startsWith("'=1+1\t")));
    const rows = await page.evaluate((html) => {
      const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
      return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent));
    }, items.html);
    assert.deepEqual(
      rows,
      lines.map((line) => line.split("\t")),
    );
  });
});

test("where the clipboard is refused the old way is taken", async () => {
  const opened = await openPage(started, "app/", {
    init: () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
  });
  try {
    await opened.page.click('[data-sample="sample-county.tsv"]');
    await verdict(opened.page, "fail");
    await opened.page.getByRole("button", { name: "复制表：初中：各指标与差异系数" }).click();
    await opened.page.getByText("已复制，可粘贴到").waitFor();
    await opened.page.fill("#paste-box", "");
    await opened.page.evaluate(() =>
      document.addEventListener(
        "paste",
        (event) => {
          window.pasted = event.clipboardData.getData("text/html");
        },
        true,
      ),
    );
    await opened.page.locator("#paste-box").focus();
    await opened.page.keyboard.press("Control+V");
    await opened.page.waitForFunction(() => window.pasted !== undefined);
    assert.match(await opened.page.evaluate(() => window.pasted), /<table[\s\S]*差异系数/);
  } finally {
    await opened.close();
  }
});
