// SPDX-License-Identifier: MIT
//
// Machines that cannot show the canvas, or should not: no WebGL 2, a phone, a start-up that fails. All of them get the
// same results as a plain page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  emptied,
  fromMenu,
  kNoGl,
  openPage,
  pasteText,
  reads,
  sample,
  screenshot,
  textReady,
  verdict,
  withText,
} from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

const countyText = await readFile(sample("sample-county.tsv"), "utf8");

const withPlain = (options, body) => withText(started, body, options);

test("without WebGL 2: says so, and pasting gives the verdict", async () => {
  await withPlain({}, async (page) => {
    assert.match(await page.locator("#status").innerText(), /WebGL 2/);
    assert.ok(await page.locator("#view-switch").isHidden());
    assert.ok(await page.locator("#canvas-view").isHidden());
    await screenshot(page, "plain-start");
    await pasteText(page, countyText);
    assert.match(await verdict(page, "fail"), /示例区.*不达标/);
    assert.match(await page.locator("#text-view").innerText(), /差异系数 0\.5368，高于 0\.50/);
    assert.equal(await page.getByRole("table").count(), 4);
    await screenshot(page, "plain-county");
    // Another standard, by its own list.
    await page.selectOption("#standard", "basic-2012");
    await page.waitForFunction(() => /综合差异系数/.test(document.getElementById("text-view").textContent));
    await fromMenu(page, "#language-switch");
    await page.waitForFunction(() => /Composite coefficient/.test(document.getElementById("text-view").textContent));
    await screenshot(page, "plain-english");
  });
});

test("a condition of entry that is not met stands behind the parts", async () => {
  const project = {
    schema: "junheng.project/1",
    standard: "quality-2017",
    tables: [{ name: "示例区", text: countyText }],
    county: JSON.stringify({ basic_balance_years: 2 }),
  };
  await withPlain({}, async (page) => {
    await page.setInputFiles("#file", {
      name: "示例.junheng.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(project)),
    });
    await verdict(page, "fail");
    const entry = page.locator("#text-view li", { hasText: "通过基本均衡认定满三年：" }).first();
    assert.match(await entry.innerText(), /通过基本均衡认定满三年：不达标\s+认定以来的年数：2/);
  });
});

test("sample button, file and typed text", async () => {
  await withPlain({}, async (page) => {
    await page.click('[data-sample="sample-county.tsv"]');
    await verdict(page, "fail");
    await page.click('[data-sample="five-schools.tsv"]');
    await verdict(page, "unknown");
    await page.setInputFiles("#file", { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(countyText) });
    await verdict(page, "fail");
    // A phone that inserts text without a paste event.
    await page.fill("#paste-box", await readFile(sample("five-schools.tsv"), "utf8"));
    await page.locator("#paste-box").blur();
    await verdict(page, "unknown");
  });
});

test("what is no table leaves the former result and says why", async () => {
  await withPlain({}, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    const before = await page.locator("#text-view").innerText();
    for (const text of ["你好", "a\tb\n1\t2"]) {
      await emptied(page, "#notice");
      await pasteText(page, text);
      await page.waitForFunction(() => document.getElementById("notice").textContent !== "");
      assert.ok(await page.locator("#notice").isVisible());
      assert.equal(await page.locator("#text-view").innerText(), before);
    }
    await screenshot(page, "plain-notice");
    for (const [text, said] of [
      ["https://example.org/2024/table.xlsx", /粘贴的是网址或文件的位置/],
      ["\\\\年报机\\学校表.xlsx", /粘贴的是网址或文件的位置/],
      ["请各校于周五前报送。", /粘贴的只有一行字/],
      ["县\t小学数\t差异系数\n甲县\t20\t0.45\n乙县\t30\t0.62", /汇总的数.*不是逐校的表/],
    ]) {
      await emptied(page, "#notice");
      await pasteText(page, text);
      await reads(page, "#notice", said);
      assert.equal(await page.locator("#text-view").innerText(), before);
    }
  });
});

test("a school may be called anything: names are text", async () => {
  await withPlain({}, async (page) => {
    const name = '<img src=x onerror="window.hit=1"><b>小学</b>';
    await pasteText(page, countyText.replaceAll("示例一小", name));
    await verdict(page, "fail");
    assert.equal(await page.getByRole("rowheader", { name, exact: true }).count(), 1);
    assert.equal(await page.locator("#text-view img, #text-view b").count(), 0);
  });
});

test("a phone: the text view comes first and fits the screen", async () => {
  await withPlain(
    { context: { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true } },
    async (page) => {
      await page.tap('[data-sample="sample-county.tsv"]');
      await verdict(page, "fail");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${wide} pixels stick out`);
      await screenshot(page, "phone");
    },
  );
});

test("a workbench that does not load: the plain page, with the reason", async () => {
  const opened = await openPage(started, "about:blank", {
    init: () => {
      // A browser that promises WebGL 2 …
      HTMLCanvasElement.prototype.getContext = () => ({ getExtension: () => null });
    },
  });
  try {
    // … and a server that has lost the file.
    await opened.page.route("**/workbench.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await opened.page.goto(new URL("app/", started.url).href);
    await textReady(opened.page);
    await reads(opened.page, "#status", /workbench\.wasm.*404/);
    await pasteText(opened.page, countyText);
    await verdict(opened.page, "fail");
  } finally {
    await opened.close();
  }
});

test("an engine that does not load: a sentence, not a blank page", async () => {
  const opened = await openPage(started, "about:blank");
  try {
    await opened.page.route("**/junheng.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await opened.page.goto(new URL("app/", started.url).href);
    await opened.page.waitForFunction(() =>
      /没有加载成功.*junheng\.wasm/.test(document.getElementById("notice").textContent),
    );
    await screenshot(opened.page, "engine-failed");
  } finally {
    await opened.close();
  }
});

test("a wasm file served with a wrong type is still taken", async () => {
  const opened = await openPage(started, "about:blank");
  try {
    await opened.page.route("**/junheng.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
    });
    await opened.page.goto(new URL("app/", started.url).href);
    await textReady(opened.page);
    await pasteText(opened.page, countyText);
    await verdict(opened.page, "fail");
    opened.check();
  } finally {
    await opened.close();
  }
});
