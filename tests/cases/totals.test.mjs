// SPDX-License-Identifier: MIT
//
// Rows that are no schools: totals and statistics by word, sign, bracket and count, and by their numbers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryFormat, kSome, tsv, webPage } from "./support/books.mjs";
import { answerTo, pasted } from "./support/given.mjs";
import { assertClean, assertNamed, assertSchools, indicatorOf, stageOf, said } from "./support/results.mjs";
import { kCleanHeader, kCleanRows, kOther, kOtherRows } from "./support/results.mjs";

const sumOf = (rows, at) => rows.reduce((sum, row) => sum + row[at], 0);
const total = (name, rows, type = "") => [name, type, sumOf(rows, 2), sumOf(rows, 3)];

test("19: subtotals with the name of a town, with and without a total of the county", async () => {
  const [a, b, c] = kCleanRows;
  const cells = [kCleanHeader, a, b, total("城关镇小计", [a, b], "小学"), c, total("河口镇小计", [c], "小学")];
  const whole = [...cells, total("全县合计", kCleanRows, "小学")];
  for (const table of [cells, whole])
    for (const [, came] of inEveryFormat(table, kSome)) {
      const answer = await answerTo(came);
      assertClean(answer);
      assertNamed(answer, { row: 4 }, { row: 6 });
    }
});

const kTotalNames = [
  "合计",
  "总计",
  "小计",
  "全县合计",
  "全县总计",
  "合 计",
  "合　计",
  "合计：",
  "合计（4所）",
  "合计(4所)",
  "共计4所",
  "∑",
  "Σ",
  "合计∑",
  "【合计】",
  "全县小学合计",
  "总 计：",
  "4所合计",
  "Total",
  "累计",
  "汇总",
  "城关镇 小计",
  "城关镇-合计",
  "城关镇（小计）",
  "其中：合计",
  "*合计",
  "1.合计",
];
for (const name of kTotalNames) {
  test(`a total named ${name}`, async () => {
    for (const type of ["", "小学"]) {
      const cells = [kCleanHeader, ...kOtherRows, total(name, kOtherRows, type)];
      for (const [, came] of inEveryFormat(cells, ["paste", "csv", "html as .xls", "xlsx"])) {
        const answer = await answerTo(came);
        assertSchools(answer, kOther);
        assertNamed(answer, { row: 6 });
      }
      const first = [kCleanHeader, total(name, kOtherRows, type), ...kOtherRows];
      assertSchools(await answerTo(pasted(tsv(first))), kOther);
    }
  });
}

const kStatistics = [
  "平均值",
  "全县平均值",
  "平均",
  "均值",
  "标准差",
  "差异系数",
  "最大值",
  "最小值",
  "中位数",
  "极差",
  "方差",
  "省定标准",
  "达标标准",
  "国家标准",
  "标准值",
  "变异系数",
  "全县均值",
];
test("statistics and standards below the schools, each named once", async () => {
  for (const name of kStatistics) {
    const cells = [kCleanHeader, ...kOtherRows, [name, "小学", 365.25, 8246.5]];
    for (const [, came] of inEveryFormat(cells, ["paste", "xlsx"])) {
      const answer = await answerTo(came);
      assertSchools(answer, kOther, { named: [{ row: 6 }] });
      assert.ok(answer.issues.filter(({ row }) => row === 6).length <= 1, said(answer));
    }
  }
});

test("schools whose names only contain such a word stay schools", async () => {
  for (const name of [
    "合计小学",
    "总计桥小学",
    "平均村小学",
    "标准小学",
    "均值实验小学",
    "共和小学",
    "小计岭小学",
    "第一小学（合计校区）",
    "大标准差路小学",
  ]) {
    const schools = [...kOther, { name, pupils: 217, books: 5859 }];
    const cells = [kCleanHeader, ...kOtherRows, [name, "小学", 217, 5859]];
    for (const [, came] of inEveryFormat(cells, ["paste", "csv", "xlsx"])) assertSchools(await answerTo(came), schools);
  }
});

test("real-03: subtotals that carry a town's name hide no imbalance", async () => {
  const header = ["学校名称", "学校类型", "在校生数", "教学仪器设备值（元）"];
  const rows = [
    ["青山镇中心小学", "小学", 400, 4000000],
    ["柳河小学", "小学", 400, 800000],
    ["青山镇小计", "小学", 800, 4800000],
    ["石桥镇中心小学", "小学", 400, 4000000],
    ["梅园小学", "小学", 400, 800000],
    ["石桥镇小计", "小学", 800, 4800000],
  ];
  for (const [, came] of inEveryFormat([header, ...rows], kSome)) {
    const answer = await answerTo(came, { standard: "quality-2017" });
    const equipment = indicatorOf(answer, "equipment_value");
    assert.deepEqual(
      [stageOf(answer).units, stageOf(answer).pupils, equipment.cvText, equipment.verdict],
      [4, 1600, "0.6667", "fail"],
    );
    assertNamed(answer, { row: 4 }, { row: 7 });
  }
});

const kMerged = [
  ["某县小学资源配置情况表", "", "", "", "", ""],
  ["序号", "学校名称", "学校类别", "在校生数", "每百名学生拥有高于规定学历教师数", "生均教学及辅助用房面积（㎡）"],
  [1, "青山小学", "小学", 400, 5.2, 4.8],
  [2, "柳河小学", "小学", 200, 4.3, 5.5],
  ["", "全县平均值", "小学", 600, 4.9, 5.03],
  ["", "标准差", "小学", "", 0.42, 0.33],
  ["", "差异系数", "小学", "", 0.086, 0.066],
];
for (const [format, came] of [
  [
    "paste",
    pasted(
      "",
      webPage({
        cells: kMerged,
        merges: [
          [0, 0, 1, 6],
          [4, 3, 3, 1],
        ],
      }),
    ),
  ],
  ...inEveryFormat(
    {
      name: "表",
      cells: kMerged,
      merges: [
        [0, 0, 1, 6],
        [4, 3, 3, 1],
      ],
    },
    ["html as .xls", "xlsx", "xls"],
  ),
  ...inEveryFormat(kMerged, ["csv", "ods"]),
]) {
  test(`real-06: mean, deviation and coefficient of the form, pupils merged beside them, in ${format}`, async () => {
    const answer = await answerTo(came, { standard: "quality-2017" });
    assert.deepEqual([stageOf(answer).units, stageOf(answer).pupils], [2, 600], said(answer));
    assert.equal(indicatorOf(answer, "degree_teachers").cvText, "0.0866");
    assert.equal(indicatorOf(answer, "teaching_area").cvText, "0.0656");
    assertNamed(answer, { row: 5 }, { row: 6 }, { row: 7 });
  });
}

test("real-05: 标准差 and 差异系数 below resources", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "图书册数"],
    ["青山小学", "小学", 400, 8000],
    ["柳河小学", "小学", 200, 3000],
    ["合计", "", 600, 11000],
    ["标准差", "", "", 2.357],
    ["差异系数", "", "", 0.1286],
  ];
  for (const [, came] of inEveryFormat(cells, kSome)) {
    const answer = await answerTo(came);
    assert.deepEqual(
      [stageOf(answer).units, stageOf(answer).pupils, indicatorOf(answer, "books").cvText],
      [2, 600, "0.1286"],
      said(answer),
    );
  }
});
