// SPDX-License-Identifier: MIT
//
// Tasks of docs/tasks.md in the workbench: each once by the mouse and once by keys alone, by the clicks and keys that
// the table counts.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { offline } from "../../../web/tools/paths.mjs";
import { pathToFileURL } from "node:url";
import { bundle } from "../../support/workbooks.mjs";
import { browserForTests, onCanvas, pasteText, sample, settled, workbenchReady } from "../support/browser.mjs";
import { task } from "../support/tasks.mjs";

const started = browserForTests();

const kCounty = await readFile(sample("sample-county.tsv"), "utf8");
/** Two cells that nobody can read. */
const kTwoWrong = kCounty.replace("\t2184\t", "\t很多\t").replace("\t2356\t", "\t二千多\t");
/** A column under a name that nothing is known by. */
const kUnused = kCounty.replace("运动场地面积(㎡)", "馆面积");

const withTable = (text) => ({
  before: async (page) => {
    await workbenchReady(page);
    await pasteText(page, text);
    await page.waitForSelector("#verdict[data-verdict]");
    await settled(page);
  },
});
const says = (page, words) =>
  page.waitForFunction((text) => document.getElementById("status").textContent.includes(text), words);
const shown = (page, words) => onCanvas(page, words, { exact: false }).waitFor({ state: "attached" });
const heard = (page, words) => page.locator(".screen-twin").getByText(words).first().waitFor({ state: "attached" });

async function corrected(page) {
  await says(page, "没有要改的");
  await shown(page, /^更改 2$/);
}

test("2: two cells are corrected, from the issues", async () => {
  await task(
    started,
    "2",
    "app/",
    async (page, hand) => {
      await page.click('#status [data-to="issues"]');
      await hand.click(/^第 2 行：/);
      await hand.press("Enter");
      await hand.value("2184");
      await hand.press("Enter");
      await hand.click(/^下一处/);
      await hand.press("Enter");
      await hand.value("2356");
      await hand.press("Enter");
      await corrected(page);
    },
    withTable(kTwoWrong),
  );
  await task(
    started,
    "2k",
    "app/",
    async (page, hand) => {
      for (const number of ["2184", "2356"]) {
        await hand.press("F8");
        await hand.press("Enter");
        await hand.value(number);
        await hand.press("Enter");
      }
      await corrected(page);
    },
    withTable(kTwoWrong),
  );
});

test("3: a column that was not understood, and one that is to be another", async () => {
  const known = (page) => says(page, "20 列用了 19 列");
  await task(
    started,
    "3a",
    "app/",
    async (page, hand) => {
      await page.click('#status [data-to="issues"]');
      await hand.click(/^“馆面积”就是/);
      await known(page);
    },
    withTable(kUnused),
  );
  await task(
    started,
    "3b",
    "app/",
    async (page, hand) => {
      await hand.click("数据");
      await hand.click(/^D 馆面积/);
      await hand.click("体育运动场馆面积");
      await says(page, "4 列都用上了");
    },
    withTable("学校名称\t学校类型\t在校生数\t馆面积\n甲小学\t小学\t1000\t8000\n乙小学\t小学\t900\t9000\n"),
  );
  await task(
    started,
    "3k",
    "app/",
    async (page, hand) => {
      await hand.goTo(/^1 处要改$/);
      await hand.press("Enter");
      await hand.goTo(/^“馆面积”就是/);
      await hand.press("Enter");
      await known(page);
    },
    withTable(kUnused),
  );
});

test("4: which school makes the coefficient fail, and how it stands among the others", async () => {
  const source = (page) => heard(page, "示例十七小 51.0%");
  const detail = (page) => shown(page, /^示例十七小/);
  const indicator = /^小学 生均体育运动场馆面积/;
  await task(
    started,
    "4a",
    "app/",
    async (page, hand) => {
      await hand.click("均衡");
      await source(page);
    },
    withTable(kCounty),
  );
  await task(
    started,
    "4b",
    "app/",
    async (page, hand) => {
      await hand.click("均衡");
      await hand.click(indicator);
      await detail(page);
    },
    withTable(kCounty),
  );
  await task(
    started,
    "4k",
    "app/",
    async (page, hand) => {
      await hand.press("F6");
      await hand.goTo(/^学校$/);
      await hand.goTo(/^均衡$/, "ArrowRight");
      await hand.press("Enter");
      await source(page);
    },
    withTable(kCounty),
  );
});

test("5: five facts, two by yes and three by numbers", async () => {
  const numbers = async (page, hand) => {
    await hand.value("32");
    await hand.press("Enter");
    await hand.value("32");
    await hand.press("Enter", 3); // the size of schools is known from the table
    await hand.value("0");
    await hand.press("Enter");
    await heard(page, /^4 \/ 15 已填/);
    const typed = await page.evaluate(() => [...document.querySelectorAll("#fields input")].map(({ value }) => value));
    assert.ok(typed.includes("0"), "the size of classes, of which the other number is missing");
  };
  await task(
    started,
    "5",
    "app/",
    async (page, hand) => {
      await hand.click("保障与质量");
      await hand.click("学校布局：是");
      await hand.click("四个统一：是");
      await page.getByLabel("音乐美术教室达标学校数").first().click();
      await numbers(page, hand);
    },
    withTable(kCounty),
  );
  await task(
    started,
    "5k",
    "app/",
    async (page, hand) => {
      await hand.press("F6");
      await hand.goTo(/^学校$/);
      await hand.goTo(/^保障与质量$/, "ArrowRight");
      await hand.press("Enter");
      await hand.goTo(/^学校布局：是$/);
      await hand.press("Enter", 4); // yes, no note, yes, no note
      await numbers(page, hand);
    },
    withTable(kCounty),
  );
});

test("6: what was done is kept, in the browser and in a file, and opened again", async () => {
  let file;
  const changed = {
    before: async (page) => {
      await withTable(kCounty).before(page);
      await page.evaluate(() => (location.hash = "#view=balance"));
      await says(page, "没有要改的");
      await page.waitForFunction(() => document.getElementById("keep-state").textContent === "已保存在本浏览器");
    },
  };
  const opened = async (page, way) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), way()]);
    await chooser.setFiles([file]);
    await page.locator('#verdict[data-verdict="fail"]').waitFor();
  };
  await task(
    started,
    "6a",
    "app/",
    async (page) => {
      await page.reload();
      await says(page, "已恢复");
      await page.waitForFunction(() => /view=balance/.test(location.hash));
    },
    changed,
  );
  await task(
    started,
    "6b",
    "app/",
    async (page, hand) => {
      const download = await hand.download(() => hand.press("Control+S"));
      file = { name: download.suggestedFilename(), mimeType: "", buffer: await readFile(await download.path()) };
      assert.match(file.name, /^示例区.*\.junheng\.json$/);
    },
    changed,
  );
  await task(started, "6c", "app/", (page, hand) => opened(page, () => hand.click("选择文件…")), {
    before: workbenchReady,
  });
  await task(
    started,
    "6k",
    "app/",
    async (page, hand) => {
      await hand.press("F6");
      await hand.goTo(/^选择文件…$/);
      await opened(page, () => hand.press("Enter"));
    },
    { before: workbenchReady },
  );
});

const kTo = { results: /^导出结果$/, page: /^发布为网页$/ };

/** To a button of the view of the verdict. */
async function toVerdict(hand, button) {
  await hand.press("F6");
  await hand.goTo(/^学校$/);
  await hand.goTo(/^结论$/, "ArrowRight");
  await hand.press("Enter");
  await hand.goTo(button);
}

test("7: the results as a workbook", async () => {
  const isBook = async (download) => {
    assert.match(download.suggestedFilename(), /^示例区.*\.xlsx$/);
    const { sheets } = await bundle.readWorkbook(await readFile(await download.path()));
    assert.ok(sheets.length >= 4, `${sheets.length} sheets`);
  };
  await task(
    started,
    "7",
    "app/",
    async (page, hand) => {
      await hand.click("结论");
      await isBook(await hand.download(() => hand.click("导出结果")));
    },
    withTable(kCounty),
  );
  await task(
    started,
    "7k",
    "app/",
    async (page, hand) => {
      await toVerdict(hand, kTo.results);
      await isBook(await hand.download(() => hand.press("Enter")));
    },
    withTable(kCounty),
  );
});

test("8: a public page, asked about before it is made", async () => {
  const isPage = async (download) =>
    assert.match(await readFile(await download.path(), "utf8"), /示例区[^]*不达标/, download.suggestedFilename());
  await task(
    started,
    "8",
    "app/",
    async (page, hand) => {
      await hand.click("结论");
      await hand.click("发布为网页");
      await page.locator("#publish-dialog[open]").waitFor();
      await isPage(await hand.download(() => page.click("#publish-save")));
    },
    withTable(kCounty),
  );
  await task(
    started,
    "8k",
    "app/",
    async (page, hand) => {
      await toVerdict(hand, kTo.page);
      await hand.press("Enter");
      await page.locator("#publish-dialog[open]").waitFor();
      await isPage(await hand.download(() => hand.press("Enter")));
    },
    withTable(kCounty),
  );
});

test("10: a speaker with nothing but keys and the file for rooms without a network", async () => {
  await task(
    started,
    "10",
    pathToFileURL(offline).href,
    async (page, hand) => {
      await hand.press("F6");
      await hand.goTo(/^示例区：32 所学校$/);
      await hand.press("Enter");
      await page.locator('#verdict[data-verdict="fail"]').waitFor();
      await hand.press("m");
      await shown(page, "退出 (Esc)");
      await hand.press("PageDown");
      await heard(page, /0\.5368/);
    },
    { before: workbenchReady },
  );
});

test("13: each wrong input is answered by a sentence, and the former result stays", async () => {
  const put = (page, kind) =>
    page.evaluate(async (what) => {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 4;
      const picture = await new Promise((done) => canvas.toBlob(done, "image/png"));
      const prose = new Blob(["各位领导，我县义务教育均衡发展工作情况如下。"], { type: "text/plain" });
      const numbers = new Blob(["3\t5\n7\t9\n"], { type: "text/plain" });
      const items = {
        picture: { "image/png": picture },
        prose: { "text/plain": prose },
        numbers: { "text/plain": numbers },
        nothing: { "text/plain": new Blob([" "], { type: "text/plain" }) },
      };
      await navigator.clipboard.write([new ClipboardItem(items[what])]);
    }, kind);
  for (const kind of ["picture", "prose", "numbers", "nothing"]) {
    await task(
      started,
      "13",
      "app/",
      async (page, hand) => {
        await hand.press("Control+V");
        await page.waitForFunction(() => document.getElementById("notice").textContent !== "");
        const said = await page.locator("#notice").textContent();
        assert.ok(said.length < 160, said);
        assert.equal(await page.locator("#verdict").getAttribute("data-verdict"), "fail");
        await shown(page, "示例三小");
      },
      {
        before: async (page) => {
          await withTable(kCounty).before(page);
          await put(page, kind);
        },
      },
    );
  }
});
