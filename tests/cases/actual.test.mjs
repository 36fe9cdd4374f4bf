// SPDX-License-Identifier: MIT
//
// Several columns under one name: what there is counts, not what there should be, what is missing, or what it is for
// each pupil. And columns of areas that cannot be areas.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryFormat, kSome, webPage } from "./support/books.mjs";
import { answerTo, pasted } from "./support/given.mjs";
import { assertSchools, indicatorOf, said, stageOf } from "./support/results.mjs";

const kActual = [
  { name: "青山小学", pupils: 300, books: 3100, computers: 20 },
  { name: "柳河小学", pupils: 200, books: 2700, computers: 15 },
];
/** Two columns under each of two names, the actual one at `at`. */
const two = (names, others, at) => {
  const pair = (other, actual) => (at === 1 ? [other, actual] : [actual, other]);
  return {
    name: "表",
    cells: [
      ["学校名称", "学校类型", "在校生数", "图书册数", "", "计算机台数", ""],
      ["", "", "", ...names, ...names],
      ["青山小学", "小学", 300, ...pair(others[0], 3100), ...pair(others[1], 20)],
      ["柳河小学", "小学", 200, ...pair(others[2], 2700), ...pair(others[3], 15)],
    ],
    merges: [
      [0, 0, 2, 1],
      [0, 1, 2, 1],
      [0, 2, 2, 1],
      [0, 3, 1, 2],
      [0, 5, 1, 2],
    ],
  };
};
for (const [names, others, at] of [
  [["应配", "实有"], [6000, 30, 4000, 20], 1],
  [["应有", "现有"], [6000, 30, 4000, 20], 1],
  [["标准值", "实际值"], [6000, 30, 4000, 20], 1],
  [["实有", "应配"], [6000, 30, 4000, 20], 0],
  [["现有", "缺口"], [2900, 10, 1300, 5], 0],
  [["现有数", "差额"], [2900, 10, 1300, 5], 0],
  [["总数", "生均"], [10.33, 0.07, 13.5, 0.08], 0],
  [["合计", "其中：当年新增"], [310, 2, 270, 1], 0],
  [["上年", "本年"], [2800, 18, 2500, 14], 1],
  [["规定", "实际"], [6000, 30, 4000, 20], 1],
  [["需配备", "已配备"], [6000, 30, 4000, 20], 1],
]) {
  const sheet = two(names, others, at);
  test(`real-15: ${names.join(" and ")} under a name, merged or not`, async () => {
    const places = [
      ["merged paste", pasted("", webPage(sheet))],
      ...inEveryFormat(sheet, ["html as .xls", "xlsx", "xls"]),
      ...inEveryFormat(sheet.cells, kSome),
    ];
    for (const [format, came] of places) {
      const answer = await answerTo(came);
      try {
        assert.equal(stageOf(answer).units, 2);
        assertSchools(answer, kActual, { may: ["column_twice", "column_asked"] });
        assert.equal(indicatorOf(answer, "books").meanText, "11.60");
      } catch (error) {
        error.message = `${format}: ${error.message}\n  ${said(answer)}`;
        throw error;
      }
    }
  });
}

test("应配 and 实有 in one row of the header", async () => {
  for (const header of [
    ["学校名称", "学校类型", "在校生数", "应配图书册数", "实有图书册数", "应配计算机台数", "实有计算机台数"],
    [
      "学校名称",
      "学校类型",
      "在校生数",
      "图书册数（应配）",
      "图书册数（实有）",
      "计算机台数（应配）",
      "计算机台数（实有）",
    ],
    ["学校名称", "学校类型", "在校生数", "图书册数标准值", "图书册数实际值", "计算机台数标准值", "计算机台数实际值"],
  ])
    for (const [, came] of inEveryFormat(
      [header, ...two(["", ""], [6000, 30, 4000, 20], 1).cells.slice(2)],
      ["paste", "csv", "xlsx"],
    )) {
      const answer = await answerTo(came);
      assertSchools(answer, kActual, { may: ["column_twice", "column_asked"] });
    }
});

test("only 应配, only 缺口: never used as what there is", async () => {
  for (const name of ["应配图书册数", "图书册数缺口", "图书册数（应配）", "图书标准值"])
    for (const [, came] of inEveryFormat(
      [
        ["学校名称", "学校类型", "在校生数", name],
        ["青山小学", "小学", 300, 6000],
        ["柳河小学", "小学", 200, 4000],
      ],
      ["paste", "xlsx"],
    ))
      assert.equal(indicatorOf(await answerTo(came), "books").mean, null, name);
});

test("real-25: fields of areas without 面积 that hold counts are asked about, never taken as ㎡", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "教学用房", "体育馆", "运动场"],
    ["青山小学", "小学", 400, 24, 1, 2],
    ["柳河小学", "小学", 300, 18, 0, 1],
    ["石桥小学", "小学", 300, 18, 0, 1],
  ];
  for (const standard of ["quality-2017", "basic-2012"])
    for (const [, came] of inEveryFormat(cells, kSome)) {
      const answer = await answerTo(came, { standard });
      assert.deepEqual([stageOf(answer).units, stageOf(answer).pupils], [3, 1000]);
      for (const id of ["teaching_area", "sports_area"])
        assert.equal(indicatorOf(answer, id).mean, null, `${id}\n  ${said(answer)}`);
      assert.ok(
        answer.issues.some(({ column, severity }) => column === "教学用房" && severity !== "note"),
        said(answer),
      );
      assert.ok(answer.columns.find(({ header }) => header === "教学用房").match !== "sure");
    }
});

test("the same fields with areas are areas", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "教学及辅助用房", "体育运动场馆"],
    ["青山小学", "小学", 400, 2412.5, 3600],
    ["柳河小学", "小学", 300, 1820, 2470],
  ];
  const schools = [
    { name: "青山小学", pupils: 400, teaching: 2412.5, sports: 3600 },
    { name: "柳河小学", pupils: 300, teaching: 1820, sports: 2470 },
  ];
  for (const [, came] of inEveryFormat(cells, ["paste", "xlsx"])) assertSchools(await answerTo(came), schools);
  const counted = cells.map((line, i) =>
    i === 0 ? [...line.slice(0, 3), "教学及辅助用房面积（间）", "体育运动场馆数（个）"] : [...line.slice(0, 3), 24, 2],
  );
  const answer = await answerTo(inEveryFormat(counted, ["paste"])[0][1]);
  assert.equal(indicatorOf(answer, "teaching_area").mean, null);
  assert.equal(indicatorOf(answer, "sports_area").mean, null);
});
