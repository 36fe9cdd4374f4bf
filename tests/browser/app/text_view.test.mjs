// SPDX-License-Identifier: MIT
//
// The text view is made where somebody looks at it, and in pieces: nothing of it beside the canvas, the first screen of
// a county of thousands at once, all of it for paper, for a search and for who goes to a place.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  openPage,
  reads,
  sample,
  screenshot,
  settled,
  verdict,
  whole,
  wholeText,
  withWorkbench,
  workbenchReady,
} from "../support/browser.mjs";

const started = browserForTests();

const kSchools = 1500;
const large = [
  "学校名称\t学校类型\t在校生数\t高于规定学历教师数\t教学及辅助用房面积(㎡)",
  ...Array.from({ length: kSchools }, (_, i) => `第${i}小学\t小学\t${200 + (i % 700)}\t${12 + (i % 30)}\t${900 + i}`),
].join("\n");

/** Remembers the longest text that the page has parsed as JSON. */
const watchJson = () => {
  const { parse } = JSON;
  window.longestJson = 0;
  JSON.parse = (text, ...rest) => {
    window.longestJson = Math.max(window.longestJson, String(text).length);
    return parse(text, ...rest);
  };
};

async function openLarge(page) {
  await page.setInputFiles("#file", { name: "大县.tsv", mimeType: "text/plain", buffer: Buffer.from(large) });
  await page.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== undefined);
}

/** It is fetched when somebody first looks; then whoever looks again has it at once. */
async function lookedOnce(page) {
  await page.click("#view-switch");
  await whole(page);
  await page.click("#view-switch");
}

/** In one task: opens the text view, runs `then`, and says what is there. */
const look = (page, then = () => undefined) =>
  page.evaluate(`(() => {
    document.getElementById("view-switch").click();
    (${then})();
    const view = document.getElementById("text-view");
    return {
      whole: view.dataset.whole,
      rows: view.querySelectorAll("tbody tr").length,
      headings: [...view.querySelectorAll("h3, h4")].map((one) => one.textContent),
    };
  })()`);

test("beside the canvas nothing of it is made and no county is asked for; whoever looks gets it", async () => {
  await withWorkbench(
    started,
    async (page) => {
      await settled(page);
      await page.evaluate(() => (window.longestJson = 0));
      await openLarge(page);
      await settled(page);
      const { elements, longest } = await page.evaluate(() => ({
        elements: document.querySelectorAll("#text-view *").length,
        longest: window.longestJson,
      }));
      assert.ok(elements < 30, `${elements} elements that nobody sees`);
      assert.ok(longest < 20_000, `a JSON of ${longest} characters that nobody looks at`);
      assert.match(await wholeText(page), /1500 个评估单元/);
      assert.equal(await page.evaluate(() => document.body.dataset.view), "canvas");
      assert.ok((await page.evaluate(() => document.querySelectorAll("#text-view *").length)) < 30, "and goes again");
    },
    { init: watchJson },
  );
});

test("a county of thousands: first screen at once, the rest while the page answers, then all of it as one table", async () => {
  await withWorkbench(started, async (page) => {
    await lookedOnce(page);
    await openLarge(page);
    const first = await look(page);
    assert.equal(first.whole, "false");
    assert.ok(first.headings.length > 1, "what fills the screen");
    assert.ok(first.rows < kSchools, `${first.rows} rows in one task`);
    const turns = await page.evaluate(
      () =>
        new Promise((done) => {
          let count = 0;
          const turn = () => {
            count += 1;
            if (document.getElementById("text-view").dataset.whole === "true") done(count);
            else setTimeout(turn);
          };
          setTimeout(turn);
        }),
    );
    assert.ok(turns > 3, `other things had ${turns} turns meanwhile`);
    assert.equal(await page.getByRole("rowheader", { name: /^第\d+小学$/ }).count(), kSchools);
    await screenshot(page, "text-large");
    assert.ok(await page.evaluate(() => window.find("第1499小学")), "the browser's own search finds the last school");
    await page.waitForFunction(() => window.scrollY > 10_000);
    await screenshot(page, "text-large-end");
    await page.getByRole("button", { name: "复制表：小学：各评估单元" }).click();
    await page.waitForFunction(() => [...document.querySelectorAll(".copied")].some((one) => one.textContent !== ""));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied.trimEnd().split("\n").length, kSchools + 1);
  });
});

test("nothing of it is fetched before somebody looks, and once it is", async () => {
  await withWorkbench(started, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const fetched = () => asked.filter((path) => path.endsWith("/app/text.js")).length;
    await openLarge(page);
    await settled(page);
    assert.equal(fetched(), 0);
    await lookedOnce(page);
    await page.click("#view-switch");
    await whole(page);
    assert.equal(fetched(), 1);
  });
});

test("where it does not come that is said, and the verdict stands all the same", async () => {
  const opened = await openPage(started, "app/");
  try {
    const { page } = opened;
    await page.route("**/app/text.js", (route) => route.fulfill({ status: 404, body: "" }));
    await workbenchReady(page);
    await page.setInputFiles("#file", sample("sample-county.tsv").pathname);
    await page.click("#view-switch");
    await page.getByText("这一页没有取到").waitFor();
    await reads(page, "#verdict", /示例区：.*不达标/);
  } finally {
    await opened.close();
  }
});

test("paper gets all of it, and so does a place in the address", async () => {
  await withWorkbench(started, async (page) => {
    await lookedOnce(page);
    await openLarge(page);
    const { whole, rows } = await look(page, () => window.dispatchEvent(new Event("beforeprint")));
    assert.equal(whole, "true");
    assert.ok(rows >= kSchools);
    await page.click("#view-switch");
    await page.evaluate(() => (location.hash = `#view=text&school=${encodeURIComponent("第1499小学")}`));
    await page.waitForFunction(() => {
      const row = [...document.querySelectorAll("#text-view th")].find((one) => one.textContent === "第1499小学");
      const { top, bottom } = row?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
      return top >= 0 && bottom <= window.innerHeight;
    });
  });
});

test("who is far down when something changes stays there", async () => {
  await withWorkbench(started, async (page) => {
    await openLarge(page);
    await look(page);
    await page.waitForFunction(() => document.getElementById("text-view").dataset.whole === "true");
    await page.evaluate(() => window.scrollTo(0, 5000));
    const [before, now] = await page.evaluate(() => {
      const at = window.scrollY;
      document.getElementById("language-switch").click();
      return [at, window.scrollY];
    });
    // By as much as the other language is longer above.
    assert.ok(Math.abs(now - before) < 300, `${before} became ${now}`);
    await page.waitForFunction(() => document.documentElement.lang === "en");
    await whole(page);
    assert.match(await page.locator("#text-view").innerText(), /enrolled|schools|Primary/i);
  });
});

for (const [how, go] of [
  [
    "by a button that a screen reader comes across",
    async (page) => {
      const made = page.getByRole("button", { name: "打开文字版，读全部结果" });
      assert.equal(await made.getAttribute("tabindex"), "-1", "no stop of the Tab key that nobody sees");
      await made.evaluate((one) => one.click());
    },
  ],
  [
    "by the skip link",
    async (page) => {
      await page.locator("#skip").focus();
      await page.keyboard.press("Enter");
    },
  ],
]) {
  test(`from the canvas to the text: ${how}`, async () => {
    await withWorkbench(started, async (page) => {
      await page.setInputFiles("#file", {
        name: "示例.tsv",
        mimeType: "text/plain",
        buffer: await readFile(sample("sample-county.tsv")),
      });
      await verdict(page, "fail");
      assert.equal(await page.getByRole("rowheader", { name: "示例一小", exact: true }).count(), 0);
      await go(page);
      await verdict(page, "fail");
      assert.equal(await page.evaluate(() => document.activeElement.id), "text-view");
      assert.equal(await page.evaluate(() => document.body.dataset.view), "text");
      assert.equal(await page.getByRole("rowheader", { name: "示例一小", exact: true }).count(), 1);
    });
  });
}
