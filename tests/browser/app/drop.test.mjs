// SPDX-License-Identifier: MIT
//
// What is dropped at once, in a real browser: several files of which some are no tables, folders, files that cannot be
// read; what is no table is named for what it is, and the others are read. And the two forms of a table in a clipboard.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { browserForTests, fromMenu, kNoGl, screenshot, verdict, withBasic } from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "junheng-drop-"));
});
after(() => rm(folder, { recursive: true }));

const kHead = "学校名称,学校类型,在校生数,图书册数\n";
const kSchools = `${kHead}竹园小学,小学,320,6400\n南屏小学,小学,180,2700\n松岗小学,小学,500,12500\n`;
const kPng = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const kOwner = Buffer.concat([
  Buffer.from("\x05admin".padEnd(55)),
  Buffer.from("\x05\0a\0d\0m\0i\0n\0".padEnd(110, " \0")),
]);
const xml = (name, pupils) =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${[
    ["学校名称", "学校类型", "在校生数", "图书册数"],
    [name, "小学", pupils, pupils * 20],
  ]
    .map(
      (row) =>
        `<Row>${row.map((one) => `<Cell><Data ss:Type="${typeof one === "number" ? "Number" : "String"}">${one}</Data></Cell>`).join("")}</Row>`,
    )
    .join("")}</Table></Worksheet></Workbook>`;

/** By the system, with real files: only so do folders come as folders. */
async function drop(page, context, files, names = Object.keys(files).map((path) => path.split("/")[0])) {
  const place = await mkdtemp(join(folder, "d-"));
  for (const [path, data] of Object.entries(files)) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), data);
  }
  const devtools = await context.newCDPSession(page);
  const data = { items: [], files: [...new Set(names)].map((name) => join(place, name)), dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"])
    await devtools.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
}

const notices = async (page) => {
  await page.waitForFunction(() => document.getElementById("notice").textContent !== "");
  const items = await page.locator("#notice li").allInnerTexts();
  return items.length > 0 ? items : [await page.locator("#notice").innerText()];
};
const pupils = async (page, count) => {
  await page.waitForFunction(
    (number) => document.getElementById("text-view").textContent.includes(`在校生 ${number} 人`),
    count,
  );
};

test("five files, two of them no tables: three are read, two are named, a line each", async () => {
  await withBasic(started, async (page, { context }) => {
    await drop(page, context, {
      "甲片.csv": kSchools,
      "乙片.xls": xml("江口小学", 200),
      "~$乙片.xls": kOwner,
      "丙片.xls": xml("河东小学", 100),
      "校门.png": kPng,
    });
    await verdict(page, "unknown").catch(() => {});
    await pupils(page, "1300");
    const said = await notices(page);
    assert.equal(said.length, 2, said.join("\n"));
    assert.match(said[0], /^“~\$乙片\.xls”是 Excel、WPS 打开文件时留下的临时文件/);
    assert.match(said[1], /^“校门\.png”是图片/);
    await screenshot(page, "drop-five-files");
    await fromMenu(page, "#language-switch");
    await drop(page, context, { "a.csv": kSchools, "b.zip": Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1") });
    // What the files before it were stands there until these are read.
    await page.waitForFunction(() => document.body.innerText.includes("b.zip"));
    assert.match((await notices(page))[0], /^“b\.zip”: an archive\. Unpack it first/);
    await screenshot(page, "drop-english");
  });
});

test("a folder is walked, with what lies in its folders, and what a system left there is listed once", async () => {
  await withBasic(started, async (page, { context }) => {
    const many = Object.fromEntries(
      Array.from({ length: 130 }, (_, i) => [`云岭县/村小/${i + 1}.csv`, `${kHead}第${i + 1}小学,小学,10,200\n`]),
    );
    await drop(page, context, {
      "学校.csv": kSchools,
      "云岭县/.DS_Store": Buffer.from([0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31]),
      "云岭县/Thumbs.db": Buffer.from([0xd0, 0xcf]),
      "云岭县/镇/._中心.csv": Buffer.from([0, 5, 0x16, 7, 0, 2, 0, 0]),
      "云岭县/镇/中心.csv": `${kHead}中心小学,小学,700,14000\n`,
      ...many,
    });
    await pupils(page, "3000");
    const said = await notices(page);
    assert.match(
      said.join("\n"),
      /“云岭县\/\.DS_Store”、“云岭县\/镇\/\._中心\.csv”、“云岭县\/Thumbs\.db”是操作系统自己的文件/,
    );
    // By name and number: the tenth comes behind the second.
    await fromMenu(page, "#reading-switch");
    await page.locator("#sources .source-name").first().waitFor();
    const names = await page.locator("#sources .source-name").allInnerTexts();
    assert.deepEqual(names.slice(0, 3), ["学校.csv", "云岭县/村小/1.csv", "云岭县/村小/2.csv"]);
    assert.equal(names.length, 132);
    assert.equal(names[131], "云岭县/镇/中心.csv");
  });
});

test("a file that cannot be read is named in the page's language, dropped or chosen; the others are read", async () => {
  const init = () => {
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function () {
      return this.name?.startsWith("读不了")
        ? Promise.reject(new DOMException("The requested file could not be read.", "NotReadableError"))
        : read.call(this);
    };
  };
  await withBasic(
    started,
    async (page, { context }) => {
      await drop(page, context, { "读不了.xlsx": "x", "学校.csv": kSchools });
      await pupils(page, "1000");
      assert.match((await notices(page))[0], /^“读不了\.xlsx”读不出来：文件可能已移走/);
      await page.setInputFiles("#file", [
        { name: "学校二.csv", mimeType: "text/csv", buffer: Buffer.from(kSchools.replace("500", "600")) },
        { name: "读不了.csv", mimeType: "text/csv", buffer: Buffer.from("x") },
      ]);
      await pupils(page, "1100");
      const said = (await notices(page)).join();
      assert.match(said, /“读不了\.csv”读不出来/);
      assert.doesNotMatch(said, /could not be read/);
      // What was there before is gone, and that is said.
      assert.match(await page.locator("#status").innerText(), /已打开“学校二\.csv”，换下了“学校\.csv”/);
    },
    { init },
  );
});

test("a workbook saved as a web page comes with its folder", async () => {
  const first = `<html><head><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>小学</x:Name><x:WorksheetSource HRef="%E8%A1%A8.files/sheet001.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml></head><frameset><frame src="%E8%A1%A8.files/sheet001.htm"></frameset></html>`;
  const rows = kSchools
    .trim()
    .split("\n")
    .map(
      (line) =>
        `<tr>${line
          .split(",")
          .map((text) => `<td>${text}</td>`)
          .join("")}</tr>`,
    );
  await withBasic(started, async (page, { context }) => {
    await drop(page, context, { "表.htm": first });
    assert.match((await notices(page))[0], /“表\.htm”是存为网页的工作簿的首页，表格在同名的文件夹里/);
    await drop(page, context, {
      "表.htm": first,
      "表.files/sheet001.htm": `<html><body><table>${rows.join("")}</table></body></html>`,
      "表.files/tabstrip.htm": "<html><table><tr><td>小学</td></tr></table></html>",
      "表.files/filelist.xml": "<xml/>",
    });
    await pupils(page, "1000");
    assert.equal(await page.locator("#notice").innerText(), "");
  });
});

test("an encoding that is in doubt is asked about, with how either reads", async () => {
  await withBasic(started, async (page, { context }) => {
    const table = Buffer.concat([
      Buffer.from([
        0xbe, 0xc7, 0xae, 0xd5, 0xa6, 0x57, 0xba, 0xd9, 0x2c, 0xbe, 0xc7, 0xae, 0xd5, 0xc3, 0xfe, 0xab, 0xac, 0x2c,
      ]), // 學校名稱,學校類型,
      Buffer.from([0xa6, 0x62, 0xae, 0xd5, 0xa5, 0xcd, 0xbc, 0xc6, 0x0a]), // 在校生數
      Buffer.from([0xa6, 0xcb, 0xb6, 0xe9, 0xb0, 0xea, 0xa4, 0x70, 0x2c, 0xa4, 0x70, 0xbe, 0xc7, 0x2c]), // 竹園國小,小學,
      Buffer.from("320\n"),
    ]);
    await drop(page, context, { "名冊.csv": table });
    const said = (await notices(page)).join("\n");
    assert.match(
      said,
      /“名冊\.csv”像是 Big5（繁体） 编码（读作“學校名稱”），已照此读入；如果 GB18030（GBK） 才对（读作“/,
    );
    await page.waitForFunction(() => /竹園國小/.test(document.getElementById("text-view").textContent));
    await fromMenu(page, "#reading-switch");
    assert.equal(await page.locator("#sources select").inputValue(), "big5");
  });
});

test("a project file among others is opened alone, and the others are named", async () => {
  await withBasic(started, async (page, { context }) => {
    const project = { schema: "junheng.project/1", standard: "basic-2012", tables: [{ name: "示例", text: kSchools }] };
    await drop(page, context, { "a.csv": kSchools.replace("500", "900"), "县.junheng.json": JSON.stringify(project) });
    await pupils(page, "1000");
    assert.match((await notices(page)).join(), /“县\.junheng\.json”是项目文件，单独打开；同时选的“a\.csv”没有读。/);
  });
});

test("the clipboard's text where its page shows ####", async () => {
  await withBasic(started, async (page) => {
    const rows = kSchools
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const html = `<table>${rows.map((row) => `<tr>${row.map((one) => `<td>${one === "12500" ? "####" : one}</td>`).join("")}</tr>`).join("")}</table>`;
    await page.evaluate(
      ([page, text]) =>
        navigator.clipboard.write([
          new ClipboardItem({
            "text/html": new Blob([page], { type: "text/html" }),
            "text/plain": new Blob([text], { type: "text/plain" }),
          }),
        ]),
      [html, rows.map((row) => row.join("\t")).join("\r\n")],
    );
    await page.keyboard.press("Control+V");
    await pupils(page, "1000");
    await fromMenu(page, "#reading-switch");
    await page.waitForSelector("#rows");
    assert.match(await page.locator("#rows").innerText(), /12500/);
    assert.doesNotMatch(await page.locator("#rows").innerText(), /####/);
  });
});
