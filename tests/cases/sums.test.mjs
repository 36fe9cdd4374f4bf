// SPDX-License-Identifier: MIT
//
// Rows that are no schools by their numbers and their place: sums under no word, totals over several counties, rows of
// zeros, repeated headers, signatures.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryFormat, kSome, tsv } from "./support/books.mjs";
import { answerTo, file, pasted } from "./support/given.mjs";
import { answering, assertAsked, assertClean, assertSchools, stageOf, said } from "./support/results.mjs";
import { kCleanHeader, kCleanRows, kOther, kOtherRows } from "./support/results.mjs";

const sumOf = (rows, at) => rows.reduce((sum, row) => sum + row[at], 0);
const total = (name, rows, type = "") => [name, type, sumOf(rows, 2), sumOf(rows, 3)];

test("a row that is the sum of those above by its numbers, under no word: asked, and each answer counts", async () => {
  for (const name of ["中心校", "城关学区", "云岭镇"]) {
    const cells = [kCleanHeader, ...kOtherRows, [name, "小学", sumOf(kOtherRows, 2), sumOf(kOtherRows, 3)]];
    for (const [, came] of inEveryFormat(cells, ["paste", "xlsx"])) {
      const answer = await answerTo(came);
      const question = assertAsked(answer, "sum_row", ["total", "school"]);
      assert.equal(question.row, 6);
      assert.equal(stageOf(answer).units, 4, "what is in doubt takes no part");
      const asTotal = await answerTo(came, { reading: answering(question, "total") });
      assertSchools(asTotal, kOther);
      const asSchool = await answerTo(came, { reading: answering(question, "school") });
      assertSchools(asSchool, [...kOther, { name, pupils: sumOf(kOtherRows, 2), books: sumOf(kOtherRows, 3) }]);
    }
  }
});

test("sums by chance in one column, and two equal schools, are asked about by nobody", async () => {
  const chance = [
    kCleanHeader,
    ["甲小学", "小学", 300, 6000],
    ["乙小学", "小学", 200, 3000],
    ["丙小学", "小学", 500, 12500],
  ];
  assert.deepEqual((await answerTo(pasted(tsv(chance)))).questions ?? [], []);
  const equal = [
    kCleanHeader,
    ["甲小学", "小学", 300, 6000],
    ["乙小学", "小学", 300, 6000],
    ["丙小学", "小学", 201, 3001],
  ];
  assert.deepEqual((await answerTo(pasted(tsv(equal)))).questions ?? [], []);
});

test("real-14: a total over several counties, and one of each, say nothing false", async () => {
  const header = ["区县", "学校名称", "学校类型", "在校生数", "图书册数"];
  const rows = [
    ["云岭县", "青山小学", "小学", 300, 3000],
    ["云岭县", "柳河小学", "小学", 200, 2000],
    ["清河县", "石桥小学", "小学", 400, 5000],
    ["清河县", "梅园小学", "小学", 100, 1000],
  ];
  const tables = [
    [header, ...rows, ["合计", "", "", 1000, 11000]],
    [header, ...rows, ["全市合计", "", "小学", 1000, 11000]],
    [header, ["合计", "", "", 1000, 11000], ...rows],
    [
      header,
      rows[0],
      rows[1],
      ["云岭县", "小计", "", 500, 5000],
      rows[2],
      rows[3],
      ["清河县", "小计", "", 500, 6000],
      ["总计", "", "", 1000, 11000],
    ],
  ];
  for (const cells of tables) {
    for (const [, came] of inEveryFormat(cells, ["paste", "csv", "xlsx", "ods"])) {
      const answer = await answerTo(came);
      assert.deepEqual(
        answer.counties.map(({ name, stages }) => [name, stages[0].units, stages[0].pupils]),
        [
          ["云岭县", 2, 500],
          ["清河县", 2, 500],
        ],
        said(answer),
      );
      assert.ok(!answer.issues.some(({ code }) => code === "total_differs"), said(answer));
    }
  }
});

test("a total that is wrong is still said to be wrong, once a column", async () => {
  for (const name of ["合计", "全县合计", "城关镇小计"]) {
    const answer = await answerTo(pasted(tsv([kCleanHeader, ...kCleanRows, [name, "小学", 1001, 21500]])));
    assert.equal(answer.issues.filter(({ code }) => code === "total_differs").length, 1, said(answer));
    assert.equal(stageOf(answer).units, 3);
  }
});

test("rows that name nothing and hold only zeros are named once, and do not stop the verdict", async () => {
  const header = ["序号", ...kCleanHeader];
  const zeros = (from, count) => Array.from({ length: count }, (_, i) => [from + i, "", "", 0, 0]);
  const rows = kCleanRows.map((row, i) => [i + 1, ...row]);
  for (const [count, format] of [5, 5, 5, 300].flatMap((count) => kSome.map((format) => [count, format])).slice(6)) {
    const [[, came]] = inEveryFormat([header, ...rows, ...zeros(4, count)], [format]);
    const answer = await answerTo(came);
    assertClean(answer, { named: [{ row: 5 }] });
    assert.ok(answer.issues.filter(({ row }) => row !== null && row >= 5).length <= 2, said(answer));
  }
  const dashes = zeros(4, 3).map((row) => [row[0], "", "", "-", "0.00"]);
  assertClean(await answerTo(pasted(tsv([header, ...rows, ...dashes]))), { named: [{ row: 5 }] });
  // A school that is named and has zeros is one.
  const named = await answerTo(pasted(tsv([header, ...rows, [4, "空小学", "小学", 0, 0]])));
  assert.ok(
    named.counties[0].units.some(({ school }) => school === "空小学") || named.issues.some(({ row }) => row === 5),
  );
});

test("repeated headers of pages, signatures and dates are no schools", async () => {
  const cells = [
    ["某县小学基本情况表", "", "", ""],
    kCleanHeader,
    ...kOtherRows.slice(0, 2),
    ["第1页 共2页", "", "", ""],
    ["某县小学基本情况表", "", "", ""],
    kCleanHeader,
    ...kOtherRows.slice(2),
    ["填表人：张某", "", "审核人：李某", ""],
    ["", "", "", "2024年9月1日"],
    ["（盖章）", "", "", ""],
  ];
  for (const [, came] of inEveryFormat(cells, kSome))
    assertSchools(await answerTo(came), kOther, { may: ["row_aside"] });
});

test("total rows of a whole file of towns: 40 subtotals, one of the county", async () => {
  const schools = [];
  const rows = [];
  for (let town = 1; town <= 40; town += 1) {
    const here = Array.from({ length: 3 }, (_, i) => [
      `第${town}镇${"一二三"[i]}小学`,
      "小学",
      100 + town * 7 + i * 31,
      2500 + town * 13 + i * 401,
    ]);
    rows.push(...here, total(`第${town}镇小计`, here, "小学"));
    schools.push(...here.map(([name, , pupils, books]) => ({ name, pupils, books })));
  }
  rows.push(
    total(
      "全县合计",
      rows.filter(([name]) => !name.endsWith("小计")),
      "小学",
    ),
  );
  assertSchools(
    await answerTo(file("学校.csv", [kCleanHeader, ...rows].map((row) => row.join(",")).join("\n"))),
    schools,
  );
});
