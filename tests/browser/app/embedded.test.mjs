// SPDX-License-Identifier: MIT
//
// <junheng-workbench> in a plain page, with no more in that page's policy than docs/package.md says: language, standard
// and table as it asks, nothing of it in the page but its name, and no table from anywhere else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fences, paper } from "../../house/papers.mjs";
import { browserForTests, kNoGl, openPage } from "../support/browser.mjs";

const readme = paper("docs/package.md");
const example = fences(readme).find(({ code }) => code.includes("<junheng-workbench")).code;
const [, policy] = readme.match(/`(default-src 'none'; [^`]*frame-src[^`]*)`/);
const kTable = "学校名称\t学校类型\t在校生数\t图书册数\n一小\t小学\t45\t279\n二小\t小学\t37\t137\n";

const started = browserForTests({ gl: kNoGl });

/** A page of the site that holds `body`, and the frame of the workbench in it. */
async function embedded(body) {
  const opened = await openPage(started, "licences.html");
  const { page } = opened;
  await page.route("**/portal/**", (route) => {
    const name = new URL(route.request().url()).pathname.split("/portal/")[1];
    if (name === "county.txt") return route.fulfill({ contentType: "text/plain; charset=utf-8", body: kTable });
    if (name.startsWith("junheng/"))
      return route.continue({ url: new URL(name.slice("junheng/".length), started.url).href });
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "Content-Security-Policy": policy },
      body: `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>某县教育局</title><link rel="icon" href="data:,">
<script type="module" src="junheng/embed/junheng-workbench.js"></script><h1>某县教育局</h1>${body}</html>`,
    });
  });
  const before = await page.evaluate(() => Object.keys(window));
  await page.goto(new URL("portal/index.html", started.url).href);
  const handle = await page.waitForSelector("junheng-workbench >> iframe");
  const frame = await handle.contentFrame();
  return { ...opened, page, frame, before, handle };
}

const said = (frame, pattern) =>
  frame.waitForFunction((source) => new RegExp(source).test(document.body.innerText), pattern.source);

test("the example of the document: a table that stands in the page, in the language and by the standard asked for", async () => {
  const { page, frame, before, handle, check, close } = await embedded(example.replace(/<script.*<\/script>\n?/, ""));
  try {
    await said(frame, /0\.245/);
    assert.equal(await frame.evaluate(() => document.documentElement.lang), "en");
    assert.equal(await frame.locator("#standard").inputValue(), "basic-2012");
    // whose table it is stands beside the result
    assert.match(
      await frame.locator("#table-origin").innerText(),
      /^Opened by the page around: http:.*\/portal\/index\.html$/,
    );
    assert.equal((await handle.boundingBox()).height, 720);
    const now = await page.evaluate(() => Object.keys(window));
    assert.deepEqual(
      now.filter((name) => !before.includes(name) && !/^\d+$/.test(name)),
      [],
    );
    // what the page wrote is not shown a second time
    assert.equal(await page.evaluate(() => document.body.innerText.includes("二小")), false);
    check();
  } finally {
    await close();
  }
});

test("a table of the page's own site, and another one later", async () => {
  const { page, frame, check, close } = await embedded('<junheng-workbench table="county.txt"></junheng-workbench>');
  try {
    await said(frame, /portal\/county\.txt/);
    assert.equal(await frame.evaluate(() => document.documentElement.lang), "zh-CN");
    await page.evaluate(() => document.querySelector("junheng-workbench").setAttribute("table", "none.txt"));
    await said(frame, /portal\/none\.txt/);
    check();
  } finally {
    await close();
  }
});

test("a table of another site is refused by name, and only the page around it is listened to", async () => {
  const { page, frame, close } = await embedded(
    '<junheng-workbench table="https://elsewhere.invalid/table.csv"></junheng-workbench><iframe id="other" src="county.txt"></iframe>',
  );
  try {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await said(frame, /elsewhere\.invalid\/table\.csv/);
    const other = await (await page.waitForSelector("#other")).contentFrame();
    await other.evaluate((text) => {
      const open = { kind: "junheng-workbench open", text, address: "", standard: "" };
      parent.frames[0].postMessage(open, "*");
    }, kTable);
    await page.waitForTimeout(500);
    assert.equal(await frame.evaluate(() => document.body.innerText.includes("二小")), false);
    assert.deepEqual(
      asked.filter((url) => url.includes("elsewhere")),
      [],
    );
  } finally {
    await close();
  }
});
