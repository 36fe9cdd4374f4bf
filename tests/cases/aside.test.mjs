// SPDX-License-Identifier: MIT
//
// Nothing is set aside without being named; a short row is a row; tables that belong together are one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { html, inEveryFormat, kSome, tsv } from "./support/books.mjs";
import { answerTo, file, pasted } from "./support/given.mjs";
import { assertNamed, assertSchools, indicatorOf, said, stageOf } from "./support/results.mjs";
import { kClean, kCleanCells, kOther, kOtherCells } from "./support/results.mjs";

const kHeader = [
  "学校名称",
  "学校类型",
  "在校生数",
  "图书册数",
  "计算机台数",
  "专任教师数",
  "教学及辅助用房面积(㎡)",
  "体育运动场馆面积(㎡)",
];
const kRows = [
  ["松柏小学", "小学", 300, 6000, 30, 20, 1500, 2400],
  ["柳溪小学", "小学", 200, "", "", "", "", ""],
  ["桃园小学", "小学", 500, 12500, 60, 31, 2600, 4000],
];
const assertShort = (answer) => {
  assert.deepEqual([stageOf(answer).units, stageOf(answer).pupils], [3, 1000], said(answer));
  for (const id of ["books", "computers", "teacher_pupil_ratio", "teaching_area", "sports_area"]) {
    assert.deepEqual([indicatorOf(answer, id).mean, indicatorOf(answer, id).cv], [null, null], id);
    assert.equal(indicatorOf(answer, id).unitsUnknown, 1, id);
  }
};

test("27: the header in a table of its own, a row of which only the first cells are filled", async () => {
  const apart = (rows) =>
    `<div class=head>${html({ cells: [kHeader] })}</div><div class=body>${html({ cells: rows })}</div>`;
  for (const rows of [kRows, [kRows[1], kRows[0], kRows[2]], [kRows[0], kRows[2], kRows[1]]]) {
    assertShort(await answerTo(pasted("", apart(rows))));
    assertShort(await answerTo(file("学校.html", apart(rows))));
    assertShort(await answerTo(file("学校.xls", apart(rows))));
  }
});

test("short rows: blank cells, or no cells at all, in every format", async () => {
  for (const [, came] of inEveryFormat([kHeader, ...kRows], kSome)) assertShort(await answerTo(came));
  const cut = [kHeader, kRows[0], kRows[1].slice(0, 3), kRows[2]];
  for (const [, came] of inEveryFormat(cut, kSome)) assertShort(await answerTo(came));
});

test("rows of one, two and three filled cells among many", async () => {
  for (const filled of [1, 2, 3]) {
    const cells = [...kOtherCells, ["新建小学", "小学", 120, ""].map((cell, i) => (i < filled ? cell : ""))];
    for (const [, came] of inEveryFormat(cells, kSome)) {
      const answer = await answerTo(came);
      const unit = answer.counties[0].units.find(({ school }) => school === "新建小学");
      if (filled === 1 && unit === undefined) assertNamed(answer, { row: 6 });
      else assert.ok(unit !== undefined, said(answer));
      if (filled === 3) assert.equal(unit.pupils, 120);
    }
  }
});

test("a school whose row stands apart, behind empty rows, is a school", async () => {
  const cells = [...kOtherCells.slice(0, 4), ["", "", "", ""], ["", "", "", ""], kOtherCells[4]];
  for (const [, came] of inEveryFormat(cells, kSome)) assertSchools(await answerTo(came), kOther);
});

test("two tables of one page are one, in every order; a stranger's table is named", async () => {
  const page = (...tables) => `<html><body>${tables.map((cells) => html({ cells })).join("<p>。</p>")}</body></html>`;
  assertSchools(await answerTo(pasted("", page(kCleanCells, kOtherCells))), [...kClean, ...kOther]);
  assertSchools(await answerTo(file("学校.html", page(kOtherCells, kCleanCells))), [...kClean, ...kOther]);
  const menu = [
    ["首页", "新闻", "公告"],
    ["教育局", "学校", "招生"],
  ];
  const answer = await answerTo(pasted("", page(menu, kOtherCells)));
  assertSchools(answer, kOther, { may: ["row_aside", "table_aside"] });
  assertNamed(answer, { row: 1 });
});

test("text between and beside the columns is named where it stands", async () => {
  const cells = [...kOtherCells.slice(0, 3), ["以下为民办学校，数据待核", "", "", ""], ...kOtherCells.slice(3)];
  for (const [, came] of inEveryFormat(cells, kSome)) {
    const answer = await answerTo(came);
    assertSchools(answer, kOther, { named: [{ row: 4 }] });
  }
  const wide = [...kOtherCells.slice(0, 2), [...kOtherCells[2], "", "", "本行多出一格"], ...kOtherCells.slice(3)];
  for (const [, came] of inEveryFormat(wide, kSome))
    assertSchools(await answerTo(came), kOther, { named: [{ row: 3 }] });
});

test("no issue names another file, another sheet or a row that is not there", async () => {
  const bad = [
    ["学校名称", "学校类型", "在校生数"],
    ["坏小学", "小学", "约三百"],
  ];
  const answer = await answerTo([file("甲.csv", tsv(kOtherCells)), file("乙.csv", tsv(bad))]);
  for (const { code, sheet, row, message } of answer.issues.filter((one) => one.row !== null)) {
    assert.ok((sheet ?? "").includes("乙"), `${code} of ${sheet}: ${message.zh}`);
    assert.ok(row <= 2);
  }
  assertNamed(answer, { sheet: "乙", row: 2 });
});
