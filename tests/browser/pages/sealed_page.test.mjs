// SPDX-License-Identifier: MIT
//
// Sealed files opened on the site: checked by its own engine, two compared, sixty merged, and none of them run.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  hostileWork,
  loadJunheng,
  loadPublisher,
  sampleText,
  sampleWork,
  schools,
  tableOf,
} from "../../support/publishing.mjs";
import { browserForTests, kNoGl, openPage, screenshot } from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

const publisher = await loadPublisher();
const junheng = await loadJunheng();
const sealed = publisher.seal(sampleWork).single();
const file = (name, text) => ({
  name,
  mimeType: "text/html",
  buffer: Buffer.from(text),
});

async function withFiles(files, body) {
  const opened = await openPage(started, "sealed/");
  try {
    await opened.page.locator("#files").setInputFiles(files);
    await opened.page.locator("#result table").first().waitFor();
    await body(opened.page, await opened.page.locator("#result").innerText());
    assert.equal(await opened.page.evaluate(() => window.hit), undefined);
    opened.check();
  } finally {
    await opened.close();
  }
}

test("says which agree, which do not, and which are no such files", async () => {
  const files = [
    file("好.html", sealed),
    file("改.html", sealed.replace(">7.90<", ">7.91<")),
    file("无.html", "<p>你好"),
    file("恶.html", publisher.seal(hostileWork()).single()),
  ];
  await withFiles(files, async (page) => {
    const rows = await page.locator("#result table").first().locator("tbody tr").allInnerTexts();
    assert.match(rows[0], /好\.html\s+一致\s+县域义务教育优质均衡发展督导评估/, "by the title of its standard");
    assert.match(rows[1], /改\.html\s+不一致/);
    assert.match(rows[2], /不是封存包/);
    assert.match(rows[3], /恶\.html\s+一致/);
    assert.equal(await page.locator("#result img, #result b").count(), 0);
    await screenshot(page, "sealed-list");
  });
});

test("two files: what changed, school by school", async () => {
  const other = publisher
    .seal({
      ...sampleWork,
      tables: [{ name: "", text: sampleText.replace("\t2184\t", "\t2150\t") }],
    })
    .single();
  await withFiles([file("去年.html", sealed), file("今年.html", other)], async (page, text) => {
    assert.match(text, /去年\.html → 今年\.html/);
    const captions = await page.locator("#result caption").allInnerTexts();
    assert.equal(captions[1], "填报数的变化", "what somebody changed stands before what follows from it");
    const cells = page.getByRole("table", { name: "填报数的变化" }).locator("tbody tr");
    assert.deepEqual(await cells.allInnerTexts(), ["示例一小\t小学在校生数\t2184\t2150"]);
    assert.match(text, /示例一小\s+小学\s+在校生\s+2184\s+2150/);
    assert.match(text, /评估办法：一致/);
    await screenshot(page, "sealed-compare");
    await page.click("#language");
    await page.getByText("What follows from them, school by school").first().waitFor();
  });
});

test("files come one by one and go one by one, by the page's own buttons in its own language", async () => {
  const other = publisher
    .seal({
      ...sampleWork,
      tables: [{ name: "", text: sampleText.replace("\t2184\t", "\t2150\t") }],
    })
    .single();
  await withFiles([file("去年.html", sealed)], async (page) => {
    assert.equal(await page.locator("#files").isVisible(), false, "the browser's own button has its own language");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "再加文件……" }).click(),
    ]);
    await chooser.setFiles([file("今年.html", other)]);
    await page.getByText("去年.html → 今年.html").waitFor();
    await page.getByRole("button", { name: "去掉 去年.html" }).click();
    await page.getByText("已去掉 去年.html。").waitFor();
    const rows = page.locator("#result tbody tr");
    assert.equal(await rows.count(), 1);
    assert.match(await rows.innerText(), /今年\.html/);
    // dropped onto the page
    const data = await page.evaluateHandle(
      ([name, text]) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([text], name, { type: "text/html" }));
        return dropped;
      },
      ["再来.html", sealed],
    );
    await page.dispatchEvent("main", "drop", { dataTransfer: data });
    await page.getByText("今年.html → 再来.html").waitFor();
  });
});

test("on a phone a conclusion is a paragraph, and no strip of single words", async () => {
  await withFiles([file("今年.html", sealed)], async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const language of ["zh", "en"]) {
      const { width } = await page.locator("#result tbody tr td:nth-child(4)").first().boundingBox();
      assert.ok(width >= 160, `${language}: ${width}`);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${language}: the page itself does not scroll sideways`);
      await page.click("#language");
    }
  });
});

test("on a wall everything is twice as large", async () => {
  await withFiles([file("今年.html", sealed)], async (page) => {
    const width = async () => (await page.locator("main").boundingBox()).width;
    await page.setViewportSize({ width: 3100, height: 1800 });
    const before = await width();
    await page.setViewportSize({ width: 3840, height: 2160 });
    assert.ok((await width()) >= 1.9 * before, `${await width()} after ${before}`);
  });
});

test("60 schools' files are merged to what the joint table says", async () => {
  const lines = schools(60);
  const files = lines.map((line, index) =>
    file(`${index + 1}.html`, publisher.seal({ tables: [{ name: "", text: tableOf([line]) }] }).single()),
  );
  const [county] = junheng.evaluate({ table: tableOf(lines) }).counties;
  await withFiles(files, async (page, text) => {
    assert.match(text, /合并 60 个文件/);
    assert.equal((await page.locator(".merged").innerText()).trim(), `合并后：${county.conclusion.zh}`);
    await screenshot(page, "sealed-merge");
  });
});

test("what cannot be merged says why", async () => {
  const other = publisher.seal({ ...sampleWork, standard: "basic-2012" }).single();
  await withFiles([file("甲.html", sealed), file("乙.html", other)], async (page) => {
    assert.match(await page.locator("#merge-fault").innerText(), /甲\.html、乙\.html.*评估办法不同/);
  });
});
