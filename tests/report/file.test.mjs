// SPDX-License-Identifier: MIT
//
// Files as the text of a report: Word's paragraphs, tables and tracked changes, pages, texts of any encoding, and what is
// refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import { zipSync } from "../../web/node_modules/fflate/esm/index.mjs";
import { sourceModule } from "../support/sources.mjs";
import { check } from "./checked.mjs";

const { readReportFile } = await sourceModule("report/report_file.ts");
const bytes = (text) => new TextEncoder().encode(text);

const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const row = (...cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
function docx(body) {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ "[Content_Types].xml": bytes("<Types/>"), "word/document.xml": bytes(xml) });
}

test("Word: paragraphs are lines, rows of tables have their cells, deleted words are gone", async () => {
  const body =
    paragraph("一、基本情况") +
    `<w:p><w:r><w:t>学校34所，其中小学</w:t></w:r><w:del><w:r><w:delText>24</w:delText></w:r></w:del><w:r><w:t>25所、中学9所。</w:t></w:r></w:p>` +
    `<w:tbl>${row("学段", "学校数", "在校生", "备注")}${row("小学", "20", "12350", "")}${row("初中", "9", "6120", "")}${row("合计", "29", "18740")}</w:tbl>`;
  const { text } = await readReportFile(docx(body), "报告.docx");
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  assert.deepEqual(lines.slice(0, 2), ["一、基本情况", "学校34所，其中小学25所、中学9所。"]);
  const said = check(text).findings.map((one) => one.code);
  assert.deepEqual(said.filter((code) => code.startsWith("sum_")).sort(), ["sum_agrees", "sum_agrees", "sum_differs"]);
});

test("a page without its scripts, a text in GB18030", async () => {
  const page =
    "<!DOCTYPE html><html><head><title>x</title></head><body><script>var a = 9;</script><p>学校&nbsp;34所</p><table><tr><td>小学</td><td>25</td></tr></table></body></html>";
  const { text } = await readReportFile(bytes(page), "报告.html");
  assert.deepEqual(text.trim().split(/\s*\n\s*/), ["学校 34所", "小学\t25"]);
  const gb = Uint8Array.from([0xd1, 0xa7, 0xd0, 0xa3, 0x33, 0x34, 0xcb, 0xf9, 0xa1, 0xa3]); // 学校34所。
  assert.equal((await readReportFile(gb, "报告.txt")).text, "学校34所。");
});

test("one pass over what strangers write: what begins and never ends, cells and blanks without number, take no time", async () => {
  const count = 60_000;
  const long = paragraph("学".repeat(count));
  const inputs = {
    "cells.docx": docx(long + "<w:tc></w:tc>".repeat(count)),
    "rows.docx": docx(long + "<w:tr></w:tr>".repeat(count)),
    "tabs.docx": docx(`<w:tc>${"<w:r><w:tab/></w:r>".repeat(count)}${paragraph("x")}</w:tc>`),
    "comments.html": bytes(`<html>${"<!--".repeat(count)}`),
    "scripts.html": bytes(`<html>${"<script ".repeat(count)}`),
    "ended.html": bytes(`<html>${"<script></script x".repeat(count)}`),
    "tags.html": bytes(`<html>${"<p ".repeat(count)}`),
    "less.html": bytes(`<html>${"<".repeat(count)}`),
    "cells.html": bytes(`<html>${"</td   ".repeat(count)}`),
    "entities.html": bytes(`<html>${"&#".repeat(count)}`),
  };
  for (const [name, input] of Object.entries(inputs)) {
    const begun = process.cpuUsage();
    await readReportFile(input, name);
    const { user } = process.cpuUsage(begun);
    assert.ok(user < 2e6, `${name}: ${user / 1e6} s`);
  }
});

test("a page: what is no tag is text, cells stand behind tabs, what is commented out is gone", async () => {
  const page =
    "<html><!-- <p>9</p> --><STYLE>p { }</STYLE><p>规模&lt;50人、<50人的学校 3所 > 2所</p><table><tr><th>学段</th> <!-- x --> <td>25</td>\n<td>9</td></tr></table><template><p>7</p></template>";
  const { text } = await readReportFile(bytes(page), "报告.html");
  assert.deepEqual(text.trim().split(/\s*\n\s*/), ["规模<50人、<50人的学校 3所 > 2所", "学段\t25\t9"]);
});

test("what is no text is refused, and a broken file is none", async () => {
  assert.deepEqual(await readReportFile(bytes("%PDF-1.7"), "报告.pdf"), { refused: "not_text" });
  assert.deepEqual(await readReportFile(new Uint8Array(0), "报告.txt"), { refused: "not_text" });
  const cut = docx(paragraph("学校34所。")).subarray(0, 200);
  assert.deepEqual(await readReportFile(cut, "报告.docx"), { refused: "damaged" });
  assert.deepEqual(await readReportFile(zipSync({ "ppt/a.xml": bytes("<a/>") }), "报告.pptx"), { refused: "not_text" });
});
