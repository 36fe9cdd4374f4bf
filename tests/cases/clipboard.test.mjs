// SPDX-License-Identifier: MIT
//
// The flavours of a clipboard are compared: a column too narrow shows ####, a program may put its table into one cell,
// or round in one flavour and not in the other.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatted, html, ofExcel, ofLibreOffice, tsv, webPage } from "./support/books.mjs";
import { answerTo, pasted } from "./support/given.mjs";
import {
  assertClean,
  assertNamed,
  assertSchools,
  indicatorOf,
  kCleanCells,
  kOther,
  kOtherCells,
} from "./support/results.mjs";

const replaced = (cells, row, column, text) =>
  cells.map((line, r) => line.map((cell, c) => (r === row && c === column ? text : cell)));

test("#### in the HTML of a narrow column, whole in the text", async () => {
  const narrow = webPage({ cells: replaced(kCleanCells, 3, 3, "####") });
  assertClean(await answerTo(pasted(tsv(kCleanCells), narrow)));
  let all = kOtherCells;
  for (let row = 1; row < all.length; row += 1) all = replaced(replaced(all, row, 2, "###"), row, 3, "########");
  assertSchools(await answerTo(pasted(tsv(kOtherCells), webPage({ cells: all }))), kOther);
});

test("#### in the text, stored numbers in the HTML", async () => {
  const cells = kOtherCells.map((row, r) =>
    row.map((cell, c) => (r > 0 && c === 3 ? formatted(cell, "#,##0", "####") : cell)),
  );
  assertSchools(await answerTo(pasted(tsv(cells), ofExcel({ cells }))), kOther);
  assertSchools(await answerTo(pasted(tsv(cells), ofLibreOffice({ cells }))), kOther);
});

test("#### in both flavours is missing, named and never a number", async () => {
  const cells = replaced(kCleanCells, 3, 3, "####");
  const answer = await answerTo(pasted(tsv(cells), webPage({ cells })));
  assertNamed(answer, { row: 4 });
  assert.equal(indicatorOf(answer, "books").cv, null);
});

test("a table in one cell of HTML", async () => {
  const inOne = `<table><tr><td><pre>${tsv(kOtherCells)}</pre></td></tr></table>`;
  assertSchools(await answerTo(pasted(tsv(kOtherCells), inOne)), kOther);
  const nested = `<table><tr><td>${html({ cells: kOtherCells })}</td></tr></table>`;
  assertSchools(await answerTo(pasted(tsv(kOtherCells), nested)), kOther);
  assertSchools(await answerTo(pasted("", nested)), kOther);
});

test("HTML that lost a column or its rows, whole in the text", async () => {
  const lost = webPage({ cells: kOtherCells.map((row, r) => (r === 0 ? row : row.slice(0, 3))) });
  assertSchools(await answerTo(pasted(tsv(kOtherCells), lost)), kOther);
  const headerOnly = webPage({ cells: kOtherCells.slice(0, 1) });
  assertSchools(await answerTo(pasted(tsv(kOtherCells), headerOnly)), kOther);
});

test("where both are whole the HTML wins, for its merged cells and unrounded numbers", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "教学及辅助用房面积（㎡）"],
    ["松柏小学", "小学", 300, formatted(1500.456, "0", "1500")],
    ["柳溪小学", "小学", 200, formatted(900.111, "0", "900")],
  ];
  const schools = [
    { name: "松柏小学", pupils: 300, teaching: 1500.456 },
    { name: "柳溪小学", pupils: 200, teaching: 900.111 },
  ];
  for (const page of [ofExcel({ cells }), ofLibreOffice({ cells })])
    assertSchools(await answerTo(pasted(tsv(cells), page)), schools);
  // 小学 stands once for four rows: the text has blanks there.
  const merged = kOtherCells.map((row, r) => row.map((cell, c) => (c === 1 && r > 1 ? "" : cell)));
  assertSchools(await answerTo(pasted(tsv(merged), webPage({ cells: kOtherCells, merges: [[1, 1, 4, 1]] }))), kOther);
});

test("one flavour alone, and HTML without a table", async () => {
  assertSchools(await answerTo(pasted(tsv(kOtherCells))), kOther);
  assertSchools(await answerTo(pasted("", webPage({ cells: kOtherCells }))), kOther);
  const lines = `<p>${tsv(kOtherCells).replaceAll("\r\n", "</p><p>")}</p>`;
  assertSchools(await answerTo(pasted(tsv(kOtherCells), lines)), kOther);
});
