// SPDX-License-Identifier: MIT
//
// Web archives: workbooks and pages that were saved as one file, written like a mail.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle } from "../support/workbooks.mjs";
import { sourceModule } from "../support/sources.mjs";

const { kindOf, readWorkbook } = bundle;
const { tablesOf } = await sourceModule("files/web_page.ts");

const quoted = (bytes) =>
  [...Buffer.from(bytes)]
    .map((byte) =>
      byte === 0x3d || byte > 0x7e ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte),
    )
    .join("")
    .replace(/(?:=..|[^=\r\n]){1,70}/g, (line) => `${line}=\r\n`);
const base64 = (bytes) => Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
const table = (...rows) =>
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;
const page = (body, head = "") => `<html><head>${head}</head><body>${body}</body></html>`;

const part = (location, body, { type = "text/html", charset = "", encoding = "quoted-printable" } = {}) =>
  [
    `Content-Location: ${location}`,
    `Content-Transfer-Encoding: ${encoding}`,
    `Content-Type: ${type}${charset === "" ? "" : `; charset="${charset}"`}`,
    "",
    encoding === "base64" ? base64(body) : encoding === "8bit" ? body : quoted(body),
  ].join("\r\n");
const archive = (...parts) =>
  Buffer.concat([
    Buffer.from(
      'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n\tboundary="----=_NextPart_01D9"\r\n\r\n此文档为“单个文件网页”。\r\n\r\n',
    ),
    ...parts.map((one) => Buffer.from(`------=_NextPart_01D9\r\n${one}\r\n\r\n`, "latin1")),
    Buffer.from("------=_NextPart_01D9--\r\n"),
  ]);
const sheetsOf = async (bytes) => {
  const result = await readWorkbook(Uint8Array.from(bytes));
  assert.equal(result.refused, undefined, JSON.stringify(result.refused));
  return result.sheets;
};
const list = (...sheets) =>
  page(
    "",
    `<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>${sheets
      .map(
        ([name, file]) =>
          `<x:ExcelWorksheet><x:Name>${name}</x:Name><x:WorksheetSource HRef="${file}"/></x:ExcelWorksheet>`,
      )
      .join("")}</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->`,
  );

const kSchools = table(["学校名称", "在校生数"], ["竹园小学", "320"]);

test("several sheets, by the list on the first page; quoted-printable and base64", async () => {
  const bytes = archive(
    part("file:///C:/8A1B/学.htm", list(["小学", "x.files/sheet001.htm"], ["初中&amp;高中", "x.files/sheet002.htm"])),
    part("file:///C:/8A1B/x.files/tabstrip.htm", page(table(["小学", "初中"]))),
    part("file:///C:/8A1B/x.files/sheet001.htm", page(kSchools), { charset: "utf-8" }),
    part(
      "file:///C:/8A1B/x.files/sheet002.htm",
      page(table(["学校名称"], ["江口中学"]), "<xml><x:Visible>SheetHidden</x:Visible></xml>"),
      { encoding: "base64" },
    ),
    part("file:///C:/8A1B/x.files/image001.png", Buffer.from([0x89, 0x50]), { type: "image/png", encoding: "base64" }),
  );
  for (const name of ["学校.mht", "学校.mhtml", "学校.xls"])
    assert.equal(kindOf(Uint8Array.from(bytes), name), "workbook");
  const sheets = await sheetsOf(bytes);
  assert.deepEqual(
    sheets.map(({ name, hidden, rows }) => [name, hidden, rows]),
    [
      ["小学", false, 2],
      ["初中&高中", true, 2],
    ],
  );
  assert.match(sheets[0].html, /<td>竹园小学<\/td><td>320<\/td>/);
  assert.match(sheets[1].html, /江口中学/);
});

test("one sheet on the first page; a page that a browser saved", async () => {
  const single = archive(
    part("file:///C:/a.htm", page(kSchools, "<x:ExcelWorksheet><x:Name>学校表</x:Name></x:ExcelWorksheet>")),
  );
  assert.deepEqual(
    (await sheetsOf(single)).map(({ name }) => name),
    ["学校表"],
  );
  const saved = Buffer.from(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x.example/\r\nSubject: =?utf-8?Q?=E5=AD=A6?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b--1"\r\n\r\n\r\n--b--1\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: http://x.example/\r\n\r\n${quoted(page(kSchools))}\r\n--b--1\r\nContent-Type: text/css\r\n\r\na{}\r\n--b--1--\r\n`,
    "latin1",
  );
  assert.equal(kindOf(Uint8Array.from(saved), "学校.mhtml"), "workbook");
  assert.match((await sheetsOf(saved))[0].html, /竹园小学/);
  const bare = Buffer.from(`MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(kSchools)}`);
  assert.match((await sheetsOf(bare))[0].html, /竹园小学/);
});

test("characters by what the part says, by what the page says, or by themselves", async () => {
  const gb = Buffer.concat([
    Buffer.from("<table><tr><td>"),
    Buffer.from([0xd0, 0xa3, 0xc3, 0xfb]),
    Buffer.from("</table>"),
  ]);
  const big5 = Buffer.concat([
    Buffer.from("<table><tr><td>"),
    Buffer.from([0xae, 0xd5, 0xa6, 0x57]),
    Buffer.from("</table>"),
  ]);
  const html = async (bytes, more) => (await sheetsOf(archive(part("a.htm", bytes, more))))[0].html;
  assert.match(await html(gb, { charset: "gb2312" }), /校名/);
  assert.match(await html(gb, {}), /校名/);
  assert.match(await html(big5, { charset: "big5", encoding: "base64" }), /校名/);
  assert.match(await html(Buffer.concat([Buffer.from("<meta charset=big5>"), big5]), {}), /校名/);
  assert.match(await html(gb, { charset: "no-such" }), /校名/);
});

test("one without a table, one with a sheet lost, and mails are said for what they are", async () => {
  const refusal = async (bytes) => (await readWorkbook(Uint8Array.from(bytes))).refused;
  assert.equal((await refusal(archive(part("a.htm", page("请登录"))))).code, "no_table");
  assert.equal((await refusal(archive())).code, "no_table");
  const lost = archive(
    part("a.htm", list(["小学", "x/sheet001.htm"], ["初中", "x/sheet002.htm"])),
    part("x/sheet001.htm", page(kSchools)),
  );
  assert.deepEqual(await refusal(lost), { code: "damaged", part: "初中" });
  const mail = Buffer.from(
    "Received: from a\r\nFrom: a@b.example\r\nTo: c@d.example\r\nSubject: 报表\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
  );
  assert.equal(kindOf(Uint8Array.from(mail), "报表.eml"), "mail");
});

test("a list with many beginnings and no end takes no time", () => {
  const from = performance.now();
  assert.deepEqual(tablesOf("<x:ExcelWorksheet>".repeat(200_000)), []);
  assert.ok(performance.now() - from < 1000);
});
