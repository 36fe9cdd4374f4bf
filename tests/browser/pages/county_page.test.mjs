// SPDX-License-Identifier: MIT
//
// The public page of a county in a real browser: it agrees with itself, calls out every changed byte, and is of use
// without scripts, without the engine, by keyboard, on a phone and enlarged.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { hostileWork, loadJunheng, loadPublisher, sampleWork } from "../../support/publishing.mjs";
import { browserForTests, kNoGl, kPatience, openPage, reads, screenshot } from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });
let folder;
let publisher;
before(async () => {
  publisher = await loadPublisher();
  folder = await mkdtemp(join(tmpdir(), "均衡 公开页 "));
});
after(() => rm(folder, { recursive: true }));

const published = await readFile(new URL("../../../dist/site/county/index.html", import.meta.url), "utf8");

async function checked(page) {
  await page.waitForFunction(() => document.getElementById("check")?.dataset.state !== undefined);
  return page.evaluate(() => ({
    state: document.getElementById("check").dataset.state,
    text: document.getElementById("check").textContent,
    differences: document.getElementById("differences").innerText,
  }));
}

/** The sample's page, changed on its way to the reader. */
async function tampered(from, to, file = "county/index.html", original = published) {
  assert.ok(original.includes(from), from);
  const opened = await openPage(started, "about:blank");
  try {
    await opened.page.route(`**/${file}`, (route) =>
      route.fulfill({ body: original.replace(from, to), contentType: "text/html; charset=utf-8" }),
    );
    await opened.page.goto(new URL("county/index.html", started.url).href);
    return await checked(opened.page);
  } finally {
    await opened.close();
  }
}

/** A file on the disk, in a folder with Chinese characters and spaces; nothing may be asked for. */
async function fromDisk(name, content, body, options = {}) {
  const path = join(folder, name);
  await writeFile(path, content);
  const context = await started.browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => !/^(file|data|blob):/.test(request.url()) && faults.push(request.url()));
  try {
    await page.goto(pathToFileURL(path).href);
    await body(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

for (const [path, words] of [
  ["county/", /一致/],
  ["county/en.html", /It agrees/],
]) {
  test(`/${path}: computed again and found the same`, async () => {
    const opened = await openPage(started, path);
    try {
      const { state, text } = await checked(opened.page);
      assert.equal(state, "agrees", text);
      assert.match(text, words);
      await screenshot(opened.page, `county-${path.length}`);
      opened.check();
    } finally {
      await opened.close();
    }
  });
}

const kChanges = [
  [
    "a coefficient that is printed",
    '<td class="number">0.5368</td>',
    '<td class="number">0.4368</td>',
    /体育运动场馆.*0\.4368.*0\.5368/s,
  ],
  ["a value of a school", ">7.90<", ">7.91<", /示例一小.*7\.91.*7\.90/s],
  ["the verdict's word", "不达标</span></strong>", "达标</span></strong>", /达标.*不达标/s],
  [
    "the colour of a verdict",
    'class="is-fail"><span aria-hidden="true">✗',
    'class="is-pass"><span aria-hidden="true">✗',
    /is-pass/,
  ],
  ["a number in the data", "\\t2184\\t", "\\t2185\\t", /2184/],
  ["a letter of a name in the data", "示例一小\\t小学", "示例七小\\t小学", /示例/],
  ["a byte of the data that no result needs", '"date":"2024-09-01"', '"date":"2024-09-02"', /2024-09-01.*2024-09-02/s],
  ["the title", "<title>示例区", "<title>模范区", /模范区/],
  ["a banner above the page", '<main id="printed">', '<div>全部达标</div><main id="printed">', /全部达标/],
  ["the sum of the data", /(<td>junheng\.published\/1<\/td><td><code>)./, "$1_", /_/],
];
for (const [what, from, to, named] of kChanges) {
  test(`one change is called out: ${what}`, async () => {
    const original = from instanceof RegExp ? published.match(from)[0] : from;
    const { state, differences } = await tampered(original, from instanceof RegExp ? original.replace(from, to) : to);
    assert.equal(state, "differs");
    assert.match(differences, named);
  });
}

test("a changed standard is called out", async () => {
  const block = published.slice(published.indexOf('<script id="standard"'));
  const original = block.slice(0, block.indexOf("</script>"));
  const { state, differences } = await tampered(original, original.replace('"text":"4.2"', '"text":"4.1"'));
  assert.equal(state, "differs");
  assert.match(differences, /评估办法与计算程序中的办法不同/);
});

test("another engine is called out, a broken one or none leaves the page readable", async () => {
  const wasm = await readFile(new URL("../../../dist/site/county/junheng.wasm", import.meta.url));
  for (const [body, state] of [
    [Buffer.concat([wasm, Buffer.from([0, 3, 1, 65, 66])]), "differs"],
    [wasm.subarray(0, 1000), "impossible"],
    [null, "impossible"],
  ]) {
    const opened = await openPage(started, "about:blank");
    try {
      await opened.page.route("**/junheng.wasm", (route) =>
        body === null ? route.fulfill({ status: 404 }) : route.fulfill({ body }),
      );
      await opened.page.goto(new URL("county/", started.url).href);
      assert.equal((await checked(opened.page)).state, state);
      assert.match(await opened.page.locator("main").innerText(), /不达标.*0\.5368/s);
    } finally {
      await opened.close();
    }
  }
});

test("without scripts: verdict and tables can be read, and it says that nothing was checked", async () => {
  const opened = await openPage(started, "county/", { context: { javaScriptEnabled: false } });
  try {
    const text = await opened.page.locator("main").innerText();
    assert.match(text, /不达标.*0\.5368.*示例一小/s);
    assert.match(text, /尚未核对/);
    assert.ok(await opened.page.locator("#tools").isHidden());
    assert.ok(await opened.page.locator("#search").isHidden());
  } finally {
    await opened.close();
  }
});

test("a school by a part of its name, in sentences", async () => {
  const opened = await openPage(started, "county/");
  try {
    await checked(opened.page);
    await opened.page.fill("#search-text", "二小");
    await opened.page.waitForSelector("#search-found .card");
    const text = await opened.page.locator("#search").innerText();
    assert.match(text, /示例二小（小学）：达标。/);
    assert.match(text, /4\.10（㎡\/人），标准 4\.5：接近达标。/);
    assert.doesNotMatch(text, /最大来源/);
    // All its values may be good: it is still what makes a coefficient fail.
    await opened.page.fill("#search-text", "示例十七小");
    await reads(opened.page, "#search-found", /小学“生均体育运动场馆面积”差异的最大来源，占 51 %/);
    await opened.page.fill("#search-text", "<b>");
    await reads(opened.page, "#search-count", /没有找到名称中含有“<b>”/);
    opened.check();
  } finally {
    await opened.close();
  }
});

test("downloads: the data as published, the schools, the result", async () => {
  const opened = await openPage(started, "county/");
  try {
    await checked(opened.page);
    const saved = [];
    for (const button of await opened.page.locator("#downloads button").all()) {
      const [download] = await Promise.all([opened.page.waitForEvent("download"), button.click()]);
      saved.push(await readFile(await download.path(), "utf8"));
    }
    assert.equal(saved[0], await readFile(new URL("../../../dist/site/county/data.json", import.meta.url), "utf8"));
    assert.match(saved[1], /^\ufeff县（市、区）,学校,学段/);
    assert.equal(JSON.parse(saved[2]).verdict, "fail");
  } finally {
    await opened.close();
  }
});

test("one file from a disk: agrees, speaks two languages, asks for nothing", async () => {
  await fromDisk("示例 区.html", publisher.publish(sampleWork).single(), async (page) => {
    assert.equal((await checked(page)).state, "agrees");
    await page.click("#language");
    await reads(page, "#check", /It agrees/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.match(await page.locator("main").innerText(), /Required/);
    await page.click("#language");
    await reads(page, "#check", /一致/);
  });
});

test("a plan that is published agrees when it is computed again, and one other number in it is called out", async () => {
  const { text } = sampleWork.tables[0];
  const open = (await loadJunheng()).evaluate({ table: text });
  const unit = open.counties[0].units.find(({ stage, status }) => stage === "middle" && status === "evaluated");
  const changes = [{ kind: "set", row: unit.row, field: "degree_teachers", stage: "middle", text: "98" }];
  const page = publisher.publish({ ...sampleWork, plan: { name: "补充教师", changes } }).single();
  await fromDisk("方案.html", page, async (shown) => {
    const { state, text: said } = await checked(shown);
    assert.equal(state, "agrees", said);
    await shown.click("#language");
    assert.match(await shown.innerText("#plan"), /With the plan/);
    await shown.locator("#plan").scrollIntoViewIfNeeded();
    await screenshot(shown, "county-plan");
  });
  const forged = page.replace(/(<section id="plan">.*?<bdi>)98(<\/bdi>)/s, (_, head, tail) => `${head}99${tail}`);
  assert.notEqual(forged, page);
  await fromDisk("假方案.html", forged, async (shown) => {
    const { state, differences } = await checked(shown);
    assert.equal(state, "differs");
    assert.match(differences, /方案/);
  });
});

test("a folder from a disk can be read, and says why it is not checked", async () => {
  const files = publisher.publish(sampleWork).files();
  for (const name of ["page.js", "page.css"]) await writeFile(join(folder, name), files[name]);
  const path = join(folder, "index.html");
  await writeFile(path, files["index.html"]);
  const context = await started.browser.newContext();
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  assert.equal((await checked(page)).state, "impossible");
  assert.match(await page.locator("main").innerText(), /示例一小/);
  await context.close();
});

test("hostile names, remarks and titles do nothing", async () => {
  for (const [name, content] of [
    ["公开.html", publisher.publish(hostileWork()).single()],
    ["封存.html", publisher.seal(hostileWork()).single("en")],
  ]) {
    await fromDisk(name, content, async (page) => {
      assert.equal((await checked(page)).state, "agrees");
      assert.equal(await page.locator("main img, main script, main b").count(), 0);
      await page.fill("#search-text", "img");
      await page.waitForSelector("#search-found .card");
      await page.click("#language");
      assert.equal(await page.locator("main img, main b").count(), 0);
      assert.equal(await page.evaluate(() => window.hit), undefined);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${wide} pixels stick out`);
    });
  }
});

test("a phone, 400 % and large type: nothing sticks out", async () => {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 320, height: 256 },
  ]) {
    const opened = await openPage(started, "county/", { context: { viewport } });
    try {
      await checked(opened.page);
      for (const large of [false, true]) {
        if (large) await opened.page.getByRole("button", { name: "大字版" }).click();
        const wide = await opened.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${viewport.width}: ${wide} pixels stick out`);
      }
      const size = await opened.page.evaluate(() =>
        parseFloat(getComputedStyle(document.querySelector("td")).fontSize),
      );
      assert.ok(size > 20, `${size}`);
      await screenshot(opened.page, `county-large-${viewport.width}`);
    } finally {
      await opened.close();
    }
  }
});

test("by keyboard: skip link, tools, search, definitions, tables", async () => {
  const opened = await openPage(started, "county/");
  try {
    await checked(opened.page);
    const reached = [];
    for (let i = 0; i < 40; i += 1) {
      await opened.page.keyboard.press("Tab");
      reached.push(
        await opened.page.evaluate(() => {
          const at = document.activeElement;
          return at.id || at.className || at.tagName;
        }),
      );
    }
    for (const expected of ["skip", "search-text", "scroll", "SUMMARY", "BUTTON"])
      assert.ok(reached.includes(expected), `${expected}: ${reached}`);
  } finally {
    await opened.close();
  }
});
