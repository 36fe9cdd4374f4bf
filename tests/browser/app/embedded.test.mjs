// SPDX-License-Identifier: MIT
//
// <junheng-workbench> in a plain page, with no more in that page's policy than docs/package.md says: language, standard
// and table as it asks, nothing of it in the page but its name, and no table from anywhere else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fences, paper } from "../../house/papers.mjs";
import { browserForTests, kNoGl, openPage, settled } from "../support/browser.mjs";

const readme = paper("docs/package.md");
const example = fences(readme).find(({ code }) => code.includes("<junheng-workbench")).code;
const [, policy] = readme.match(/`(default-src 'none'; [^`]*frame-src[^`]*)`/);
const kTable = "学校名称\t学校类型\t在校生数\t图书册数\n一小\t小学\t45\t279\n二小\t小学\t37\t137\n";
const kElement = '<junheng-workbench table="county.txt"></junheng-workbench>';

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

test("the page around stays where it is, and with whom it is, while the table comes", async () => {
  const text = "<p>上文</p>".repeat(80);
  const { page, frame, check, close } = await embedded(`<input id="own" autofocus>${text}${kElement}${text}`);
  try {
    await said(frame, /portal\/county\.txt/);
    await frame.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== undefined);
    await settled(frame);
    assert.deepEqual(await page.evaluate(() => [scrollY, document.activeElement.id]), [0, "own"]);
    // its own text view begins with the result
    assert.ok((await frame.evaluate(() => document.getElementById("text-view").getBoundingClientRect().top)) <= 1);
    check();
  } finally {
    await close();
  }
});

test("two in one page are each by itself; one that is taken out and put in again begins anew", async () => {
  const two = `${kElement}<junheng-workbench lang="en" standard="basic-2012" table="county.txt"></junheng-workbench>`;
  const { page, check, close } = await embedded(two);
  const frameOf = async (at) => {
    const handle = await page.locator("junheng-workbench >> iframe").nth(at).elementHandle();
    const inside = await handle.contentFrame();
    await said(inside, /portal\/county\.txt/);
    await inside.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== undefined);
    return inside;
  };
  const shown = (inside) =>
    inside.evaluate(() => [document.documentElement.lang, document.getElementById("standard").value]);
  try {
    assert.deepEqual(await shown(await frameOf(0)), ["zh-CN", "quality-2017"]);
    assert.deepEqual(await shown(await frameOf(1)), ["en", "basic-2012"]);
    await page.evaluate(() => {
      const [first] = document.querySelectorAll("junheng-workbench");
      first.remove();
      document.body.append(first);
    });
    assert.deepEqual(await shown(await frameOf(1)), ["zh-CN", "quality-2017"]);
    assert.deepEqual(await shown(await frameOf(0)), ["en", "basic-2012"]);
    check();
  } finally {
    await close();
  }
});

test("a table of the page's own site, and another one later", async () => {
  const { page, frame, check, close } = await embedded(kElement);
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

test("of two tables that the page asks for the later one is shown, also where the earlier comes after it", async () => {
  const { page, frame, check, close } = await embedded(kElement);
  try {
    await said(frame, /portal\/county\.txt/);
    let answer;
    const slow = new Promise((done) => (answer = done));
    await page.route("**/portal/slow.txt", async (route) => {
      await slow;
      await route.fulfill({ contentType: "text/plain; charset=utf-8", body: kTable.replace("一小", "迟到小学") });
    });
    await page.route("**/portal/later.txt", (route) =>
      route.fulfill({ contentType: "text/plain; charset=utf-8", body: kTable.replace("一小", "后来小学") }),
    );
    const asked = page.waitForRequest("**/portal/slow.txt");
    const put = (name) =>
      page.evaluate((table) => document.querySelector("junheng-workbench").setAttribute("table", table), name);
    await put("slow.txt");
    await asked;
    await put("later.txt");
    await said(frame, /portal\/later\.txt/);
    await said(frame, /后来小学/);
    answer();
    await page.waitForResponse("**/portal/slow.txt");
    await settled(frame);
    await page.waitForTimeout(300);
    const text = await frame.evaluate(() => document.body.innerText);
    assert.match(text, /后来小学/);
    assert.doesNotMatch(text, /迟到小学|slow\.txt/);
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
