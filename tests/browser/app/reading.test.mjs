// SPDX-License-Identifier: MIT
//
// Tables as people have them, in a real browser: the clipboard of Excel, workbooks and texts dropped as files, several
// files at once; what was read is shown, put right, taken back and remembered.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { forms } from "../../made/forms/make-forms.mjs";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  pasteText,
  reads,
  sample,
  screenshot,
  verdict,
  wholeText,
  withText,
} from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

const all = forms();
const form = (id) => all.find((one) => one.id === id);
const bytesOf = (input) => (typeof input === "string" ? Buffer.from(input) : Buffer.from(input));
const countyText = await readFile(sample("sample-county.tsv"), "utf8");

/** Files as the system hands them over when the mouse lets them go. */
async function dropFiles(page, files) {
  const handle = await page.evaluateHandle(
    (entries) => {
      const data = new DataTransfer();
      for (const { name, base64 } of entries) {
        data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      }
      return data;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") })),
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: handle });
}

async function openReading(page) {
  await fromMenu(page, "#reading-switch");
  await page.waitForSelector("#columns");
}

const numbers = (page) =>
  page
    .locator("#text-view")
    .innerText()
    .then((text) => text.match(/差异系数 0\.\d+，高于 0\.50/)?.[0]);

test("the clipboard of Excel: HTML before text, the picture beside it ignored", async () => {
  await withText(started, async (page) => {
    await page.evaluate(async (html) => {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 4;
      const picture = await new Promise((done) => canvas.toBlob(done, "image/png"));
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob([html], { type: "text/html" }),
          "text/plain": new Blob(["只有\t文字\n1\t2"], { type: "text/plain" }),
          "image/png": picture,
        }),
      ]);
    }, form("header-merged-html").input);
    await page.keyboard.press("Control+V");
    assert.match(await verdict(page, "fail"), /示例区.*不达标/);
    assert.equal(await numbers(page), "差异系数 0.5368，高于 0.50");
    await openReading(page);
    assert.ok((await page.locator("#rows tr.row-header").count()) >= 2);
    assert.match(await page.locator("#columns tbody tr").nth(3).innerText(), /在校生数 > 小学/);
    await screenshot(page, "reading-excel-html");
  });
});

test("a change makes those rows anew that it concerns, and no others", async () => {
  await withText(started, async (page) => {
    await page.setInputFiles("#file", sample("sample-county.tsv").pathname);
    await verdict(page, "fail");
    await openReading(page);
    const mark = () =>
      page.evaluate(() => {
        for (const row of document.querySelectorAll("#columns tbody tr")) row.dataset.was = "there";
      });
    const made = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("#columns tbody tr")].flatMap((row, at) => ("was" in row.dataset ? [] : [at])),
      );
    const field = (at) => page.locator("#columns tbody tr").nth(at).locator('select[name="field"]');
    const last = (await page.locator("#columns tbody tr").count()) - 1;
    await mark();
    await field(last).selectOption("town");
    await page.waitForFunction(
      (at) => document.querySelectorAll("#columns tbody tr")[at]?.dataset.was === undefined,
      last,
    );
    assert.deepEqual(await made(), [last]);
    // What is chosen in a row that stayed is decided beside what was decided since.
    await field(last - 1).selectOption("");
    await page.waitForFunction(
      (at) => document.querySelectorAll("#columns tbody tr")[at]?.dataset.was === undefined,
      last - 1,
    );
    assert.deepEqual(await made(), [last - 1, last]);
    assert.equal(await field(last).inputValue(), "town");
    assert.match(await page.locator("#reading-view").innerText(), /手工更改（2）/);
    await mark();
    await page.click("#undo");
    await page.waitForFunction(() => /手工更改（1）/.test(document.getElementById("reading-view").innerText));
    assert.deepEqual(await made(), [last - 1]);
    await page.evaluate(() => document.getElementById("language-switch").click());
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.equal((await made()).length, last + 1, "all of it in the other language");
  });
});

test("a corrected cell makes its row anew and no other; what is typed elsewhere stays, and the focus is where it was", async () => {
  await withText(started, async (page) => {
    await page.setInputFiles("#file", sample("sample-county.tsv").pathname);
    await verdict(page, "fail");
    await openReading(page);
    const rows = page.locator("#rows tbody tr");
    const mark = () =>
      page.evaluate(() => {
        for (const row of document.querySelectorAll("#rows tbody tr")) row.dataset.was = "there";
        document.getElementById("columns").dataset.was = "there";
      });
    const made = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("#rows tbody tr")].flatMap((row, at) => ("was" in row.dataset ? [] : [at])),
      );
    const cell = (row, column) => rows.nth(row).locator("td").nth(column);
    const corrected = (texts) =>
      page.waitForFunction(
        (expected) =>
          [...document.querySelectorAll("#rows td.corrected")].map((one) => one.textContent).join() === expected,
        texts.join(),
      );
    await mark();
    await cell(4, 5).locator("button").click();
    await page.keyboard.type("77");
    await page.keyboard.press("Enter");
    await corrected(["77"]);
    assert.deepEqual(await made(), [4]);
    assert.equal(await page.evaluate(() => document.activeElement.closest("td")?.textContent), "77");
    assert.equal(await page.evaluate(() => document.getElementById("columns").dataset.was), "there");
    // A row that stayed decides beside what was decided since; and from one cell into another in one press.
    await cell(7, 5).locator("button").click();
    await page.keyboard.type("88");
    await cell(9, 5).locator("button").click();
    await corrected(["77", "88"]);
    assert.deepEqual(await made(), [4, 7]);
    await page.keyboard.type("99");
    await page.keyboard.press("Enter");
    await corrected(["77", "88", "99"]);
    await mark();
    await rows.nth(2).locator("select").selectOption("left_out");
    await page.waitForFunction(() => document.querySelector("#rows tr.row-left_out") !== null);
    assert.deepEqual(await made(), [2]);
    await page.click("#undo");
    await page.click("#undo");
    await corrected(["77", "88"]);
    assert.deepEqual(await made(), [2, 9]);
    assert.match(await page.locator("#reading-view").innerText(), /手工更改（2）/);
  });
});

test("a workbook, a text in GB18030 and four files of one county are dropped", async () => {
  await withText(started, async (page) => {
    const workbook = await readFile(new URL("../../made/forms/files/plain.xlsx", import.meta.url));
    await dropFiles(page, [{ name: "示例区.xlsx", bytes: workbook }]);
    assert.match(await verdict(page, "fail"), /示例区/);
    assert.equal(await numbers(page), "差异系数 0.5368，高于 0.50");
    await openReading(page);
    assert.match(await page.locator("#sources").innerText(), /示例区\.xlsx/);
    await screenshot(page, "reading-xlsx");

    await dropFiles(page, [{ name: "全区.csv", bytes: bytesOf(form("csv-gb18030").input) }]);
    await page.waitForFunction(() => /全区\.csv/.test(document.getElementById("sources")?.textContent ?? ""));
    assert.equal(await page.locator("#sources select").inputValue(), "gb18030");
    await screenshot(page, "reading-gb18030");
    // A wrong guess can be put right, and so can a right one be made wrong.
    await page.locator("#sources select").selectOption("utf-8");
    await page.waitForFunction(
      () =>
        document.getElementById("notice").textContent !== "" ||
        /\ufffd/.test(document.getElementById("rows").textContent),
    );
    await page.locator("#sources select").selectOption("gb18030");
    await page.waitForFunction(() => /示例一小/.test(document.getElementById("rows").textContent));

    const lines = countyText.trimEnd().split("\n");
    const files = [0, 1, 2, 3].map((part) => ({
      name: `第${part + 1}片.tsv`,
      bytes: Buffer.from([lines[0], ...lines.slice(1).filter((_, i) => i % 4 === part)].join("\n")),
    }));
    await dropFiles(page, files);
    await page.waitForFunction(() => document.querySelectorAll("#sources > li").length === 4);
    await fromMenu(page, "#reading-switch");
    assert.match(await verdict(page, "fail"), /示例区/);
    assert.equal(await numbers(page), "差异系数 0.5368，高于 0.50");
    await screenshot(page, "reading-four-files");
  });
});

test("four schools' own forms become one table", async () => {
  await withText(started, async (page) => {
    const inputs = form("school-template-filled").input.slice(0, 4);
    await dropFiles(
      page,
      inputs.map(({ name, table }) => ({ name: name.replace(/xlsx$/, "tsv"), bytes: bytesOf(table) })),
    );
    await page.waitForFunction(() => document.getElementById("verdict")?.dataset.verdict !== undefined);
    await openReading(page);
    assert.equal(await page.locator("#sources > li").count(), 4);
    await fromMenu(page, "#reading-switch");
    const text = await wholeText(page);
    for (const name of ["示例一小", "示例二小"]) assert.ok(text.includes(name), name);
  });
});

test("pictures, documents and broken workbooks are told apart and leave the result as it was", async () => {
  await withText(started, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    for (const [name, bytes, said] of [
      ["校园.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /是图片/],
      ["报告.pdf", Buffer.from("%PDF-1.7"), /是版式文档/],
      ["坏.xlsx", Buffer.from("504b0304000000000000000000000000", "hex"), /没有读出来/],
    ]) {
      await dropFiles(page, [{ name, bytes }]);
      await reads(page, "#notice", said);
      await verdict(page, "fail");
    }
    await screenshot(page, "reading-refused");
  });
});

test("a cell is corrected, a column chosen, a row left out; each step can be taken back; the shape is remembered", async () => {
  await withText(started, async (page) => {
    const odd = countyText.replace("运动场地面积(㎡)", "操场大小");
    await pasteText(page, odd);
    await verdict(page, "fail");
    await openReading(page);
    const columns = page.locator("#columns tbody tr");
    const row = columns.filter({ hasText: "操场大小" });
    assert.match(await row.innerText(), /不用/);
    await row.locator('select[name="field"]').selectOption("sports_ground_area");
    await page.waitForFunction(() => /手工选定/.test(document.getElementById("columns").textContent));
    assert.match(await page.locator("#changes").innerText(), /“操场大小”读作运动场地面积/);

    const cell = page.locator('#rows tr[data-row="2"] button.cell').nth(3);
    const before = await cell.innerText();
    await cell.click();
    await page.keyboard.type("999");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("td.corrected")?.textContent === "999");
    assert.match(await page.locator("#changes").innerText(), new RegExp(`“${before}”改为“999”`));
    await page.locator('#rows tr[data-row="3"] select').selectOption("left_out");
    await page.waitForFunction(() => document.querySelector("tr.row-left_out") !== null);
    await screenshot(page, "reading-changes");
    await fromMenu(page, "#reading-switch");
    assert.match(await wholeText(page), /999/);

    await openReading(page);
    await page.click("#undo");
    await page.click("#undo");
    await page.waitForFunction(
      () => document.querySelector("td.corrected") === null && document.querySelector("tr.row-left_out") === null,
    );
    assert.equal(await page.locator('#rows tr[data-row="2"] button.cell').nth(3).innerText(), before);
    await page.click("#redo");
    await page.waitForFunction(() => document.querySelector("td.corrected") !== null);

    // The same shape another time: the column is known, the correction is not carried over.
    await pasteText(page, odd);
    await page.waitForFunction(
      () =>
        document.querySelector("td.corrected") === null &&
        /手工选定/.test(document.getElementById("columns").textContent),
    );
    await page.click("#forget");
    await page.waitForFunction(() => !/手工选定/.test(document.getElementById("columns").textContent));
    await pasteText(page, odd.replace("\t2184\t", "\t2185\t"));
    await page.waitForFunction(() => /2185/.test(document.getElementById("rows").textContent));
    assert.doesNotMatch(await page.locator("#columns").innerText(), /手工选定/);
  });
});

test("a table of two years: asked which one, nothing is taken before, and the answer can be taken back", async () => {
  const lines = countyText.trimEnd().split("\n");
  const at = (year, line) => `${year}\t${line}`;
  const [head, ...rows] = lines;
  const both = [
    at("学年", head),
    ...rows.map((row) => at("2022-2023学年", row)),
    ...rows.map((row) => at("2023-2024学年", row)),
  ].join("\n");
  await withText(started, async (page) => {
    await pasteText(page, both);
    assert.match(await verdict(page, "unknown"), /数据不足/);
    await openReading(page);
    const asked = page.locator("#questions fieldset");
    assert.match(await asked.locator("legend").innerText(), /按哪一年计算/);
    const [newer, older] = await asked.locator("label").allInnerTexts();
    assert.match(newer, /2023.*建议/);
    assert.match(older, /2022/);
    await screenshot(page, "reading-question");
    await asked.locator("input").first().check();
    await fromMenu(page, "#reading-switch");
    assert.match(await verdict(page, "fail"), /示例区.*不达标/);
    assert.equal(await numbers(page), "差异系数 0.5368，高于 0.50");
    await openReading(page);
    assert.match(await page.locator("#changes").innerText(), /按哪一年计算.*2023/);
    await page.click("#undo");
    await page.waitForFunction(() => document.querySelector("#questions input:checked") === null);
  });
});

test("what is saved is read back: project, xlsx and csv", async () => {
  await withText(started, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    // Under each picture stands the name of the file.
    const shown = async () => (await wholeText(page)).replaceAll(/数据：.*?；/g, "");
    const result = await shown();
    for (const [button, name] of [
      ["#save-project", /\.junheng\.json$/],
      ["#save-xlsx", /\.xlsx$/],
      ["#save-csv", /\.csv$/],
    ]) {
      await openReading(page);
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
      assert.match(download.suggestedFilename(), name);
      const bytes = await readFile(await download.path());
      await pasteText(page, await readFile(sample("five-schools.tsv"), "utf8"));
      await fromMenu(page, "#reading-switch");
      await verdict(page, "unknown");
      await dropFiles(page, [{ name: download.suggestedFilename(), bytes }]);
      await verdict(page, "fail");
      assert.equal(await shown(), result, button);
    }
  });
});
