// SPDX-License-Identifier: MIT
//
// A large workbook is read beside the page, in a real browser: the page stays alive meanwhile, what is asked for last is
// what is shown, the reading can be stopped, and where no worker starts it is read in the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  kPatience,
  pasteText,
  screenshot,
  startBrowser,
  wholeText,
  withBasic,
  withWorkbench,
} from "../support/browser.mjs";
import { random, xlsx } from "../../support/workbooks.mjs";

const started = browserForTests({ gl: kNoGl });

const kHead = ["学校名称", "学校类型", "在校生数", "图书册数"];
const school = (name, pupils) => [name, "小学", String(pupils), String(pupils * 20)];
const csv = (...rows) => [kHead, ...rows].map((row) => row.join(",")).join("\n");
const tsv = (...rows) => [kHead, ...rows].map((row) => row.join("\t")).join("\n");

/** A table of one school, and a hidden sheet of so many numbers, which nobody asks for. */
function book(pupils, numbers) {
  const next = random(pupils);
  const text = (value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const table = [kHead, school("青峰小学", pupils)].map((row) => `<row>${row.map(text).join("")}</row>`).join("");
  const rows = Array.from(
    { length: numbers / 10 },
    () => `<row>${Array.from({ length: 10 }, () => `<c><v>${Math.floor(next() * 1e6)}</v></c>`).join("")}</row>`,
  );
  return Buffer.from(
    xlsx({
      sheets: [
        { name: "学校", data: table },
        { name: "底稿", state: "hidden", data: rows.join("") },
      ],
    }),
  );
}
const kSlow = book(700, 1_500_000);
const kLarge = book(800, 100_000);
const kSmall = book(900, 100);
assert.ok(kLarge.length > 300_000 && kSmall.length < 200_000);

const choose = (page, ...buffers) =>
  page.setInputFiles(
    "#file",
    buffers.map((buffer, i) => ({ name: `册${i + 1}.xlsx`, mimeType: "", buffer })),
  );
const shown = (page, pupils) =>
  page.waitForFunction(
    (count) => document.getElementById("text-view").textContent.includes(`在校生 ${count} 人`),
    pupils,
  );
const isShown = (page, pupils) =>
  page.evaluate((count) => document.getElementById("text-view").textContent.includes(`在校生 ${count} 人`), pupils);
/** The reader has begun, or is gone. */
const working = (page) => (page.workers().length > 0 ? Promise.resolve() : page.waitForEvent("worker"));
const idle = async (page) => {
  // Not by its event, which may have come already.
  for (const end = Date.now() + kPatience; page.workers().length > 0; await page.waitForTimeout(20))
    assert.ok(Date.now() < end, "the reader is still there");
};
/** What is said of a reading is over. */
const said = (page) => page.waitForFunction(() => !/^$|%|正在/.test(document.getElementById("status").textContent));

test("a large workbook is read in a worker, and the worker is gone afterwards", async () => {
  await withBasic(started, async (page) => {
    const begun = working(page);
    await choose(page, kLarge);
    await begun;
    await shown(page, 800);
    await idle(page);
    assert.equal(page.workers().length, 0);
    await choose(page, kSmall);
    await shown(page, 900);
    await choose(page, kLarge, kSmall);
    await shown(page, 1700);
  });
});

test("a slower workbook does not replace a newer paste, and its reading is ended", async () => {
  await withBasic(started, async (page) => {
    const begun = working(page);
    await choose(page, kSlow);
    await begun;
    await pasteText(page, tsv(school("松柏小学", 320), school("南山小学", 30)));
    await shown(page, 350);
    await idle(page);
    assert.equal(page.workers().length, 0);
    assert.ok(!(await isShown(page, 700)));
    assert.ok(await page.locator("#stop-reading").isHidden());
  });
});

test("nor a newer file, a newer sample, or a newer workbook that is just as slow", async () => {
  await withBasic(started, async (page) => {
    await choose(page, kSlow);
    await page.setInputFiles("#file", {
      name: "新.csv",
      mimeType: "",
      buffer: Buffer.from(csv(school("白云小学", 410))),
    });
    await shown(page, 410);
    await choose(page, kSlow);
    await choose(page, kLarge);
    await shown(page, 800);
    await choose(page, kSlow);
    await page.click('[data-sample="five-schools.tsv"]');
    await page.waitForFunction(() => !document.getElementById("text-view").textContent.includes("在校生 800 人"));
    await idle(page);
    assert.ok(!(await isShown(page, 700)) && !(await isShown(page, 800)));
  });
});

test("what takes long is said and can be stopped: what was open stays", async () => {
  await withBasic(started, async (page) => {
    await pasteText(page, tsv(school("松柏小学", 320)));
    await shown(page, 320);
    await choose(page, kSlow);
    await page.locator("#stop-reading").waitFor({ state: "visible" });
    assert.equal(await page.locator("#status").innerText(), "正在读取：“册1.xlsx”");
    await screenshot(page, "late-reading");
    await page.click("#stop-reading");
    assert.equal(await page.locator("#status").innerText(), "已停止读取。");
    await idle(page);
    assert.ok((await isShown(page, 320)) && (await page.locator("#stop-reading").isHidden()));
    await choose(page, kLarge);
    await shown(page, 800);
  });
});

test("a table that takes long to evaluate: it is said, and can be seen, before the page is held", async () => {
  await withBasic(started, async (page) => {
    const schools = Array.from({ length: 40_000 }, (_, i) => `第${i}小学\t小学\t${100 + (i % 900)}\t${i % 77}\t2000`);
    const table = `学校名称\t学校类型\t在校生数\t高于规定学历教师数\t教学及辅助用房面积\n${schools.join("\n")}\n`;
    await page.evaluate(() => {
      const status = document.getElementById("status");
      const verdict = document.getElementById("verdict");
      window.seen = [];
      const look = () => {
        // A frame later it is on the screen.
        if (verdict.dataset.verdict === undefined) window.seen.push(status.textContent);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.setInputFiles("#file", { name: "全国.tsv", mimeType: "text/plain", buffer: Buffer.from(table) });
    await page.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== undefined);
    // Which of its steps are painted depends on the machine.
    const seen = await page.evaluate(() => window.seen);
    assert.ok(
      seen.some((text) => text.startsWith("表很大，正在计算，请稍候……")),
      `on the screen before the verdict: ${[...new Set(seen)].join(" | ")}`,
    );
    await said(page);
    assert.ok(await page.locator("#stop-reading").isHidden());
    // It goes in steps here too, and can be ended.
    await page.evaluate(() => {
      const status = document.getElementById("status");
      new MutationObserver((_, observer) => {
        if (!status.textContent.includes("40 %")) return;
        observer.disconnect();
        document.getElementById("stop-reading").click();
      }).observe(status, { childList: true, characterData: true, subtree: true });
    });
    await page.setInputFiles("#file", { name: "全省.tsv", mimeType: "text/plain", buffer: Buffer.from(table) });
    await page.waitForFunction(() => document.getElementById("status").textContent === "已停止读取。");
    assert.ok(!(await page.locator("#text-view").innerText()).includes("全省.tsv"));
  });
});

test("with the workbench a large table is evaluated in steps: how far it is is said, and it can be stopped", async () => {
  const graphics = await startBrowser();
  const schools = Array.from({ length: 40_000 }, (_, i) => `第${i}小学\t小学\t${100 + (i % 900)}\t${i % 77}\t2000`);
  const table = `学校名称\t学校类型\t在校生数\t高于规定学历教师数\t教学及辅助用房面积\n${schools.join("\n")}\n`;
  const nation = { name: "全国.tsv", mimeType: "text/plain", buffer: Buffer.from(table) };
  /** In the page: what the status says, and the button that ends it pressed when it first says how far it is. */
  const watch = (stops) => {
    window.seen = [];
    const stop = document.getElementById("stop-reading");
    const status = document.getElementById("status");
    new MutationObserver((_, observer) => {
      window.seen.push(status.textContent);
      if (!stops || !status.textContent.includes("%")) return;
      observer.disconnect();
      stop.click();
    }).observe(status, { childList: true, characterData: true, subtree: true });
  };
  /** What was said before it began is on the screen until it begins. */
  const read = async (page) => {
    await page.waitForFunction(() => window.seen.some((text) => text.includes("80 %")));
    await said(page);
  };
  try {
    await withWorkbench(graphics, async (page) => {
      await pasteText(page, tsv(school("松柏小学", 320)));
      await page.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== undefined);
      await page.evaluate(watch, true);
      await page.setInputFiles("#file", nation);
      await page.waitForFunction(() => document.getElementById("status").textContent === "已停止读取。");
      assert.ok(await page.locator("#stop-reading").isHidden());
      assert.match(await wholeText(page), /松柏小学/);
      await page.evaluate(watch, false);
      await page.setInputFiles("#file", nation);
      await read(page);
      const text = await wholeText(page);
      assert.match(text, /40000/);
      assert.doesNotMatch(text, /松柏小学/);
      const seen = await page.evaluate(() => window.seen);
      for (const share of ["20 %", "40 %", "60 %", "80 %"])
        assert.ok(
          seen.some((text) => text.includes(share)),
          `${share} in ${seen.join(" | ")}`,
        );
      assert.ok(await page.locator("#stop-reading").isHidden());
      // Beside tables that are open it is evaluated with them, and in steps too.
      await fromMenu(page, "#reading-switch");
      await page.evaluate(watch, false);
      const chooser = page.waitForEvent("filechooser");
      await page.click("#add-files");
      await (await chooser).setFiles({ ...nation, name: "又一省.tsv" });
      await read(page);
      assert.match(await page.locator("#reading-view").innerText(), /又一省/);
      // By another standard than the one that is shown: the one that the sample does not bring.
      await fromMenu(page, "#reading-switch");
      await page.evaluate(() => document.querySelector('[data-sample="five-schools.tsv"]').click());
      await page.waitForFunction(() => document.getElementById("standard").value === "basic-2012");
      await page.evaluate(watch, false);
      await page.setInputFiles("#file", nation);
      await page.waitForFunction(() => document.getElementById("standard").value === "quality-2017");
      assert.ok((await page.evaluate(() => window.seen)).some((text) => text.includes("80 %")));
    });
  } finally {
    await graphics.close();
  }
});

test("with the workbench a corrected cell of a large table is evaluated while the page lives on", async () => {
  const graphics = await startBrowser();
  const schools = Array.from({ length: 240_000 }, (_, i) => `第${i}小学\t小学\t${100 + (i % 900)}\t2000`);
  const table = `学校名称\t学校类型\t在校生数\t图书册数\n${schools.join("\n")}\n`;
  try {
    await withWorkbench(graphics, async (page) => {
      await page.setInputFiles("#file", { name: "全国.tsv", mimeType: "text/plain", buffer: Buffer.from(table) });
      await page.waitForFunction(() => document.getElementById("verdict").dataset.verdict !== undefined);
      await fromMenu(page, "#reading-switch");
      const cell = page.locator('#rows tr[data-row="3"] td').nth(3);
      await cell.locator("button").click();
      await page.keyboard.type("7777");
      await page.evaluate(() => {
        window.turns = 0;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          if (document.querySelector("#rows td.corrected") !== null) return;
          window.turns += 1;
          port2.postMessage(null);
        };
        document.addEventListener("keydown", () => port2.postMessage(null), { once: true, capture: true });
      });
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector("#rows td.corrected")?.textContent === "7777");
      assert.ok((await page.evaluate(() => window.turns)) > 0);
      // Two at once, and one is taken back before it was evaluated: what is shown is what was decided last.
      await cell.locator("button").click();
      await page.keyboard.type("8888");
      await page.keyboard.press("Enter");
      await page.evaluate(() => document.getElementById("undo").click());
      await page.waitForFunction(() => document.getElementById("redo")?.disabled === false);
      assert.equal(await page.locator("#rows td.corrected").innerText(), "7777");
    });
  } finally {
    await graphics.close();
  }
});

test("where no worker starts a large workbook is read in the page", async () => {
  const none = () => delete window.Worker;
  const forbidden = () => {
    window.Worker = class {
      constructor() {
        throw new DOMException("not here", "SecurityError");
      }
    };
  };
  const old = () => {
    window.Worker = class {
      constructor() {
        setTimeout(() => this.onerror(new Event("error", { cancelable: true })));
      }
      terminate() {}
    };
  };
  for (const init of [none, forbidden, old])
    await withBasic(
      started,
      async (page) => {
        await choose(page, kLarge);
        await shown(page, 800);
      },
      { init },
    );
});
