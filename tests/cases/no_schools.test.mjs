// SPDX-License-Identifier: MIT
//
// Tables that are no tables of schools: explanations, forms of the county, published coefficients, summaries. Each is
// called what it is and led to where it belongs; none becomes a school or a verdict.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatted, inEveryFormat, kBooks, kSome, tsv, webPage } from "./support/books.mjs";
import { answerTo, engine, file, pasted } from "./support/given.mjs";
import {
  assertNothingTaken,
  assertSchools,
  indicatorOf,
  kOther,
  kOtherCells,
  said,
  stageOf,
} from "./support/results.mjs";

const kForm = [
  ["序号", "类别", "填报项目", "单位", "填报值", "是否必填", "备注说明"],
  [1, "基本信息", "学校名称", "", "云岭县青山小学", "是", ""],
  [2, "基本信息", "学校类型", "小学/初中/九年一贯制", "小学", "是", ""],
  [3, "学生信息", "小学学生人数", "人", 800, "是", ""],
  [4, "教师信息", "县级及以上骨干教师数", "人", 9, "是", ""],
  [5, "教学用房", "教学及辅助用房总面积", "平方米", 5000, "是", ""],
  [6, "教学用房", "室内体育用房面积", "平方米", 300, "是", ""],
  [7, "教学设备", "教学仪器设备资产值（账面原值）", "万元", 180, "是", ""],
  [8, "教学设备", "网络多媒体教室间数", "间", 20, "是", ""],
];
const kExplained = [
  ["指标名称", "计算公式", "达标标准"],
  ["每百名学生拥有高于规定学历教师数", "(大专+本科+硕士+博士)÷学生数×100", "小学>=4.2人 初中>=5.3人"],
  ["每百名学生拥有县级以上骨干教师数", "骨干教师数÷学生数×100", "小学>=1人 初中>=1人"],
  ["生均教学及辅助用房面积", "(教学及辅助用房-室内体育用房)÷学生数", "小学>=4.5平方米"],
  ["生均体育运动场馆面积", "(体育场+体育馆)÷学生数", "小学>=7.5平方米"],
  ["生均教学仪器设备值", "设备值÷学生数", "小学>=2000元"],
];
const others = (answer) =>
  answer.counties
    .flatMap(({ units }) => units)
    .filter(({ status, reason }) => status !== "evaluated" && reason.code !== "total_row");

for (const [ending, book] of Object.entries(kBooks)) {
  test(`real-07: a form of one school with a sheet that explains, .${ending}`, async () => {
    for (const explained of [kExplained, [["指标计算说明", "", ""], ...kExplained]]) {
      const came = file(
        `学校.${ending}`,
        book({ name: "学校填报数据", cells: kForm }, { name: "指标计算说明", cells: explained }),
      );
      const answer = await answerTo(came, { standard: "quality-2017" });
      assert.deepEqual([stageOf(answer).units, stageOf(answer).pupils], [1, 800], said(answer));
      assert.equal(answer.counties[0].units[0].school, "云岭县青山小学");
      assert.deepEqual(others(answer), [], said(answer));
      assert.ok(
        !answer.issues.some(({ code }) => ["not_a_number", "stage_unknown", "no_school_name"].includes(code)),
        said(answer),
      );
      assert.ok(
        answer.issues.some(({ sheet, severity }) => /说明/.test(sheet ?? "") && severity !== "error"),
        "the sheet that explains is not named",
      );
    }
  });
}

test("columns that explain beside the numbers of a form: 计算公式, 达标标准, 单位, 说明", async () => {
  for (const [extra, text] of [
    ["计算公式", "设备值÷学生数"],
    ["达标标准", "小学>=2000元"],
    ["填写说明", "截至9月1日"],
  ]) {
    const cells = kForm.map((row, i) => [...row.slice(0, 5), i === 0 ? extra : text, ...row.slice(5)]);
    for (const [, came] of inEveryFormat(cells, ["paste", "csv", "xlsx"])) {
      const answer = await answerTo(came, { standard: "quality-2017" });
      assert.deepEqual([stageOf(answer).units, stageOf(answer).pupils], [1, 800], said(answer));
      assert.deepEqual(others(answer), [], said(answer));
    }
  }
});

test("real-21: the form of a county is led to the county's data, and is read there", async () => {
  const cells = [
    ["序号", "类别", "填报项目", "单位", "填报值", "是否必填"],
    [1, "基本信息", "区县名称", "", "云岭县", "是"],
    [2, "教师", "符合交流轮岗条件教师总数", "人", 320, "是"],
    [3, "教师", "实际交流轮岗教师数", "人", 41, "是"],
    [4, "经费", "特殊教育学校公用经费", "万元", 115.8, "是"],
  ];
  for (const [, came] of inEveryFormat(cells, kSome)) {
    const answer = await answerTo(came, { standard: "quality-2017" });
    assertNothingTaken(answer);
    assert.deepEqual(others(answer), []);
    assert.ok(
      answer.issues.some(({ message }) => /区县数据|县.*数据|区县填报/.test(message.zh)),
      said(answer),
    );
    assert.ok(!answer.issues.some(({ code }) => code === "no_pupils_column"), said(answer));
  }
  const stated = engine.evaluate({ county: tsv(cells) });
  assert.ok(
    !stated.issues.some(({ code, found }) => code === "fact_unknown" && /轮岗|公用经费/.test(found)),
    said(stated),
  );
});

const kPublished = {
  name: "表2",
  cells: [
    ["表2 某市2个县义务教育学校校际差异系数表", "", "", "", "", "", "", ""],
    ["序号", "县", "学校类别", "类型", "生均教学及辅助用房面积(㎡)", "生均图书册数", "师生比", "综合"],
    [1, "云岭县", "小学", "全县平均值", 3.04, 22.01, 0.049, "—"],
    ["", "", "", "差异系数", 0.481, formatted(0.17, "0.000", "0.170"), 0.334, 0.392],
    ["", "", "初中", "全县平均值", 5.1, 30.61, 0.065, "—"],
    ["", "", "", "差异系数", 0.353, 0.037, 0.226, 0.214],
  ],
  merges: [
    [0, 0, 1, 8],
    [2, 0, 4, 1],
    [2, 1, 4, 1],
    [2, 2, 2, 1],
    [4, 2, 2, 1],
  ],
};
for (const [format, came] of [
  ["paste", pasted("", webPage(kPublished))],
  ...inEveryFormat(kPublished, ["html as .xls", "xlsx", "xls"]),
]) {
  test(`real-23: published coefficients are offered as such, in ${format}`, async () => {
    for (const standard of ["quality-2017", "basic-2012"]) {
      const answer = await answerTo(came, { standard });
      assertNothingTaken(answer);
      assert.deepEqual(others(answer), []);
      assert.ok(
        answer.issues.some(({ message }) => /差异系数/.test(message.zh) && /公布|区县数据|直接/.test(message.zh)),
        said(answer),
      );
      assert.ok(
        !answer.issues.some(({ code }) => ["no_school_name", "values_given", "no_pupils_column"].includes(code)),
        said(answer),
      );
    }
  });
}

const kSummary = [
  ["2024-2025学年全市基础教育情况表", "", "", "", "", "", ""],
  ["类别", "学校数", "班级数", "在校学生数", "教职工数", "专任教师数", "学生与专任教师比"],
  ["学前教育", 120, 900, 25000, 4000, 2000, 12.5],
  ["小学", 60, 1700, 70000, 3500, 3700, 18.92],
  ["初中", 30, 700, 33000, 4800, 2400, 13.75],
  ["普通高中", 12, 380, 18000, "", 1500, 12],
  ["特殊教育", 2, 30, 260, 80, 75, 3.47],
  ["中等职业教育", 3, "/", 7000, 420, 390, 17.95],
  ["总计", 227, 3710, 153260, 12800, 10065, 15.23],
  ["备注:", "", "", "", "", "", ""],
  ["1、数据来源于教育事业综合统计调查。", "", "", "", "", "", ""],
];
const saysSummary = (answer) => {
  assertNothingTaken(answer);
  assert.equal(answer.verdict, "unknown");
  assert.deepEqual(others(answer), [], said(answer));
  const about = answer.issues.filter(({ message }) =>
    /汇总|不是.*一所学校|按.*(学段|区县|乡镇|年).*(统计|汇总)/.test(message.zh),
  );
  assert.ok(about.length >= 1, said(answer));
  assert.ok(answer.issues.filter(({ row }) => row !== null).length <= 3, `a warning a row:\n  ${said(answer)}`);
};
test("real-08: a summary by stage gives no verdict and is called what it is", async () => {
  for (const standard of ["quality-2017", "basic-2012"])
    for (const [, came] of inEveryFormat(kSummary, kSome)) saysSummary(await answerTo(came, { standard }));
});

test("summaries by county, by town and by year", async () => {
  const tables = [
    [
      ["区县", "学校数", "在校生数", "专任教师数", "图书册数"],
      ["云岭县", 30, 21000, 1300, 400000],
      ["清河县", 25, 17000, 1100, 310000],
      ["合计", 55, 38000, 2400, 710000],
    ],
    [
      ["乡镇", "小学学校数", "小学在校生数", "图书册数"],
      ["青山镇", 4, 2100, 40000],
      ["石桥镇", 3, 1700, 31000],
    ],
    [
      ["年份", "学校数", "在校生数", "图书册数"],
      [2021, 61, 21000, 400000],
      [2022, 60, 20500, 402000],
      [2023, 58, 20100, 405000],
    ],
    [
      ["学段", "学校所数", "在校生人数", "图书册数"],
      ["小学", 60, 70000, 400000],
      ["初中", 30, 33000, 310000],
    ],
  ];
  for (const cells of tables)
    for (const [, came] of inEveryFormat(cells, ["paste", "csv", "xlsx"]))
      saysSummary(await answerTo(came, { standard: "quality-2017" }));
});

test("a summary below or beside the schools takes no part", async () => {
  const below = [
    ...kOtherCells,
    ["", "", "", ""],
    ["类别", "学校数", "在校生数", "图书册数"],
    ["小学", 4, 1461, 32986],
  ];
  for (const [, came] of inEveryFormat(below, ["paste", "csv", "xlsx"])) {
    const answer = await answerTo(came);
    assertSchools(answer, kOther, { may: ["row_aside", "table_aside"] });
  }
  for (const [ending, book] of Object.entries(kBooks)) {
    const answer = await answerTo(
      file(`学校.${ending}`, book({ name: "学校", cells: kOtherCells }, { name: "汇总", cells: kSummary })),
    );
    assertSchools(answer, kOther, { may: ["row_aside", "table_aside"] });
    assert.ok(
      answer.issues.some(({ sheet }) => /汇总/.test(sheet ?? "")),
      said(answer),
    );
    assert.equal(indicatorOf(answer, "books").cvText, "0.2092");
  }
});
