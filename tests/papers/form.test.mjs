// SPDX-License-Identifier: MIT
//
// 申报表 against the national form, cell by cell: the labels, the places and what goes over several places are listed here
// on their own, as the form has them. Labels are compared without spaces, which its columns are filled up with.

import assert from "node:assert/strict";
import { test } from "node:test";
import { documentTexts, makePaper, sheetsOf, sourceOf } from "./papers.mjs";

const source = sourceOf();
const sheets = sheetsOf(makePaper(source, "form", "xlsx").bytes);
const sheetOf = (name) => sheets.find((sheet) => sheet.name === name);
const at = ({ rows }, place) => {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(place);
  const column = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
  return String(rows[Number(row) - 1]?.[column] ?? "");
};
const bare = (text) =>
  text
    .replaceAll(/[\s_＿]/g, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replaceAll("，", ",")
    .replace(/。$/, "");

function expectLabels(name, labels) {
  const sheet = sheetOf(name);
  for (const [place, label] of Object.entries(labels))
    assert.equal(bare(at(sheet, place)), bare(label), `${name} ${place}`);
}

const letters = (count) => Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index));
const codesFrom = (first, row, count) =>
  Object.fromEntries(
    letters(26)
      .slice(first, first + count)
      .map((letter, index) => [`${letter}${row}`, `L${index + 1}`]),
  );

const kOpen = "____";

const kIndicators = [
  "每百名学生拥有高于规定学历教师数",
  // The form says 县级及以上 here, the rule 县级以上; the rule's word stands.
  "每百名学生拥有县级以上骨干教师数",
  "每百名学生拥有体育、艺术（美术、音乐）专任教师数",
  "生均教学及辅助用房面积（㎡）",
  "生均体育运动场馆面积（㎡）",
  "生均教学仪器设备值（元）",
  "每百名学生拥有网络多媒体教室数",
];
const indicatorsFrom = (first, row) =>
  Object.fromEntries(kIndicators.map((title, index) => [`${String.fromCharCode(65 + first + index)}${row}`, title]));

test("the tables of the form, in its order", () => {
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ["表Ⅰ", "表Ⅱ-1", "表Ⅱ-2", "表Ⅲ", "表Ⅳ", "表Ⅴ", "表Ⅵ"],
  );
  for (const { name, formulas } of sheets) assert.equal(formulas, 0, name);
});

test("table Ⅰ", () => {
  expectLabels("表Ⅰ", {
    A1: "表I义务教育优质均衡发展县(市、区)基本情况".replace("表I", "表Ⅰ"),
    A5: "自然情况",
    E5: "经济情况",
    I5: "普通中小学校数(所)",
    N5: "特殊教育学校(所)",
    O5: "小学教学点数(个)",
    Q5: "教学班数(个)",
    S5: "在校学生数(人)",
    U5: "教职工数(人)",
    A6: "人口总数(万人)",
    B6: "农业人口数(万人)",
    C6: "乡镇数(个)",
    D6: "行政村数(个)",
    E6: "年人均国内生产总值(元)",
    F6: "年人均地方财政收入(元)",
    G6: "农民年人均纯收入(元)",
    H6: "城镇居民年人均可支配收入(元)",
    I6: "小学",
    J6: "九年一贯制学校",
    K6: "初中",
    L6: "完全中学",
    M6: "十二年一贯制学校",
    O6: "计",
    P6: "其中：50人及以上",
    Q6: "小学",
    R6: "初中",
    S6: "小学",
    T6: "初中",
    U6: "小学",
    W6: "初中",
    U7: "合计",
    V7: "其中专任教师",
    W7: "合计",
    X7: "其中专任教师",
    ...codesFrom(0, 8, 24),
    A11: "注：“人口总数”和“农业人口数”按常住人口统计，数字保留两位小数。L5-L8列数字保留整数。",
  });
  const sheet = sheetOf("表Ⅰ");
  assert.deepEqual(
    ["A9", "B9", "C9", "E9"].map((place) => at(sheet, place)),
    ["43.57", "", "12", "65321"],
  );
  const merges = ["A5:D5", "E5:H5", "I5:M5", "O5:P5", "Q5:R5", "S5:T5", "U5:X5", "U6:V6", "W6:X6", "A11:X11"];
  for (const merge of merges) assert.ok(sheet.merges.includes(merge), merge);
});

test("table Ⅱ-1: how many schools meet each standard, and what share of them", () => {
  expectLabels("表Ⅱ-1", {
    A1: "表Ⅱ-1小学、初中资源配置基本情况",
    ...indicatorsFrom(2, 2),
    J2: "综合评估",
    ...codesFrom(2, 3, 8),
    A4: "小学",
    B4: "达标学校总数",
    B5: "达标学校比例（%）",
    A6: "初中",
    B6: "达标学校总数",
    B7: "达标学校比例（%）",
  });
  const sheet = sheetOf("表Ⅱ-1");
  for (const merge of ["A2:B3", "A4:A5", "A6:A7"]) assert.ok(sheet.merges.includes(merge), merge);
  // 24 of 25 primary schools have the rooms; all pass with six of seven.
  assert.deepEqual(sheet.rows[3].slice(2, 10), ["25", "25", "25", "24", "25", "25", "25", "25"]);
  assert.deepEqual(sheet.rows[4].slice(2, 10), ["100.0", "100.0", "100.0", "96.0", "100.0", "100.0", "100.0", "100.0"]);
});

test("table Ⅱ-2: every school with the engine's values, a 1 where it meets the standard, dark where a value fails", () => {
  const table =
    "学校名称\t学校类型\t小学在校生数\t高于规定学历教师数\t县级以上骨干教师数\t体育艺术专任教师数\t教学及辅助用房面积\t体育运动场馆面积\t教学仪器设备值(元)\t网络多媒体教室数\n" +
    "甲小\t小学\t100\t5\t2\t1\t500\t800\t300000\t3\n乙小\t小学\t100\t5\t2\t1\t400\t600\t100000\t3\n丙小\t小学\t100\t5\t2\t1\t500\t800\t300000\t\n";
  const small = sourceOf({ table, county: {} });
  const sheet = sheetsOf(makePaper(small, "form", "xlsx").bytes).find(({ name }) => name === "表Ⅱ-2");
  const labels = [
    "序号",
    "学校名称",
    "举办者类型",
    "在校生数",
    "年级数",
    "班级数",
    ...kIndicators,
    "该校综合评估是否达标",
  ];
  labels.push("备注（注明有哪几项指标达标，哪几项指标达到85%）");
  assert.deepEqual(sheet.rows[1].map(bare), labels.map(bare));
  assert.deepEqual(sheet.rows[2], [...Array.from({ length: 14 }, (_, index) => `L${index + 1}`), ""]);
  const values = small.county.units.map(({ values: each }) => each.map(({ text }) => text ?? "待补"));
  assert.deepEqual(sheet.rows.slice(3, 6), [
    ["1", "甲小", kOpen, "100", kOpen, kOpen, ...values[0], "1", "L7-L13达标"],
    ["2", "乙小", kOpen, "100", kOpen, kOpen, ...values[1], "", "L7-L9、L13达标；L10达到85%；L11-L12低于85%"],
    ["3", "丙小", kOpen, "100", kOpen, kOpen, ...values[2], "待补", "L7-L12达标；L13数据不足"],
  ]);
  assert.deepEqual(
    ["J4", "J5", "K5", "L5", "N5", "N4"].map((place) => sheet.ground(place)),
    [null, "FFE7AE", "595959", "595959", "595959", null],
  );
  assert.ok(sheet.merges.includes("A1:O1"));
});

test("table Ⅱ-2: who runs a school, its years and classes are those of the table, of their stage, or to be filled in", () => {
  const own = (columns, rows) => {
    const table = `学校名称\t学校类型\t小学在校生数\t初中在校生数\t${columns}\n${rows.join("\n")}\n`;
    const { rows: made } = sheetsOf(makePaper(sourceOf({ table, county: {} }), "form", "xlsx").bytes).find(
      ({ name }) => name === "表Ⅱ-2",
    );
    return made.slice(3, 3 + rows.length).map((row) => [row[1], row[2], row[4], row[5]]);
  };
  assert.deepEqual(
    own("举办者 类型\t年级数\t班级数", [
      "甲小\t小学\t100\t\t7\t6\t12",
      "乙小\t小学\t100\t\t民办\t6\t9",
      "丙小\t小学\t100\t\t县级教育部门\t\t",
      "丁小\t小学\t100\t\t公办\t六\t约12",
      "戊小\t小学\t100\t\t11\t6\t12.5",
    ]),
    [
      ["甲小", "7", "6", "12"],
      ["乙小", "10", "6", "9"],
      ["丙小", "7", kOpen, kOpen],
      ["丁小", kOpen, kOpen, kOpen],
      ["戊小", kOpen, "6", kOpen],
    ],
  );
  const nine = "示例\t九年一贯制\t300\t200";
  // as other forms than the national one head it, with units and stages in their ways
  for (const name of [
    "年级总数",
    "年级数（个）",
    "*年级数(个)",
    "现有年级数",
    "5.年级个数",
    "基本情况 > 年级数",
    "年 级 数",
  ])
    assert.deepEqual(own(name, ["甲小\t小学\t100\t\t6个"]), [["甲小", kOpen, "6", kOpen]], name);
  for (const names of [
    "小学年级数\t初中年级数",
    "年级数（小学）\t年级数（初中）",
    "小学 > 年级数(个)\t初中 > 年级数(个)",
  ])
    assert.deepEqual(
      own(names, [`${nine}\t６\t3 个`, "甲中\t初中\t\t100\t\t3"]),
      [
        ["示例", kOpen, "6", kOpen],
        ["示例", kOpen, "3", kOpen],
      ],
      names,
    );
  // of both stages together, and what only looks like it
  assert.deepEqual(own("小学、初中年级数", [`${nine}\t9`]), [["示例", kOpen, kOpen, kOpen]]);
  for (const name of ["年级", "各年级在校人数", "毕业年级人数", "年级数据", "一年级数"])
    assert.deepEqual(own(name, ["甲小\t小学\t100\t\t6"]), [["甲小", kOpen, kOpen, kOpen]], name);
  assert.deepEqual(own("办学性质\t班级数", [`${nine}\t民办\t15`]), [["示例", "10", kOpen, kOpen]]);
  assert.deepEqual(own("小学班级数\t初中班级数", [`${nine}\t9\t6`]), [["示例", kOpen, kOpen, "9"]]);
});

test("table Ⅲ: means with two decimals, coefficients with three", () => {
  expectLabels("表Ⅲ", {
    A1: "表Ⅲ县域义务教育校际均衡情况",
    ...indicatorsFrom(2, 2),
    J2: "综合",
    ...codesFrom(2, 3, 8),
    A4: "小学",
    B4: "全县平均值",
    J4: "——",
    B5: "差异系数",
    A6: "初中",
    B6: "全县平均值",
    J6: "——",
    B7: "差异系数",
    A8: "注：全县平均值保留两位小数，差异系数保留三位小数。",
  });
  const sheet = sheetOf("表Ⅲ");
  for (const merge of ["A2:B3", "A4:A5", "A6:A7"]) assert.ok(sheet.merges.includes(merge), merge);
  source.county.stages.forEach(({ indicators }, stage) =>
    indicators.forEach(({ meanText, cv }, index) => {
      assert.equal(sheet.rows[3 + 2 * stage][2 + index], meanText);
      assert.equal(sheet.rows[4 + 2 * stage][2 + index], cv.toFixed(3));
    }),
  );
  // 0.537 of a limit of 0.50
  assert.deepEqual([sheet.ground("G5"), sheet.ground("F5")], ["595959", null]);
});

test("table Ⅳ: the items with their fill-in sentences, shares with one decimal, all else whole", () => {
  expectLabels("表Ⅳ", {
    A1: "表Ⅳ政府保障程度评估指标",
    A2: "名称",
    B2: "指标值或简要结论",
    C2: "是否达标",
    A3: "1.县域内义务教育学校规划布局合理，符合国家规定要求",
    B3: "学校布局：自评为是",
    C3: "1",
    A5: "3.所有小学、初中每12个班级配备音乐、美术专用教室1间以上；其中，每间音乐专用教室面积不小于96㎡，每间美术专用教室面积不小于90㎡",
    C5: "待补",
    B6: "超过2000人的小学4所，初中2所，超过2500人的一贯制学校0所",
    C6: "",
    B7: "超过45人的小学班级个，超过50人的初中班级个",
    B8: "不足100人的规模较小学校学生数人，公用经费元",
    B9: "特殊教育学校公用经费为116万元，特殊教育学生数为193人，特殊教育学校生均公用经费为6000元",
    C9: "1",
    B10: "全县义务教育学校教师年平均工资收入为123000元，当地公务员年平均工资收入120000元",
    C10: "待补",
    A12: "指标名称",
    B12: "指标值或简要结论",
    C12: "是否达标",
    A13: "9.教师5年360学时培训完成率达到100%",
    B13: "完成360学时培训的教师4400人，全县教师4500人，教师培训完成率97.8%",
    C13: "",
    A14: "10.县级教育行政部门在核定的教职工编制总额和岗位总量内，统筹分配各校教职工编制和岗位数量",
    B15: "全县符合交流轮岗条件教师总数1000名，上一年度交流轮岗教师120名，交流轮岗教师占符合交流轮岗条件教师总数的比例12.0%；交流轮岗的骨干教师30名，占交流轮岗教师总数的比例25.0%",
    B16: "全县在岗专任教师4500人，其中持有教师资格证的专任教师人，占比%",
    B17: "城区和镇区公办小学、初中（均不含寄宿制学校）就近划片入学比例分别100.0%、96.1%",
    B18: "全县优质高中招生名额总数4255人，分配名额2008人，占比47.2%。其中分配农村学校的名额人，占分配名额总数的%",
    B19: "全县符合条件的随迁子女数人，在公办学校就读人，在政府购买服务的民办学校就读人，合计人，占比%",
    A20: "注：表中所有比例数值保留一位小数，其余保留整数。",
  });
  const sheet = sheetOf("表Ⅳ");
  assert.deepEqual(
    ["C6", "C13", "C3", "C5"].map((place) => sheet.ground(place)),
    ["595959", "595959", null, null],
  );
});

test("classes above the size are counted where all of them are known, and left open where one is not", () => {
  const head =
    "学校名称\t学校类型\t小学在校生数\t初中在校生数\t每班46-50人班级个数\t每班51-55人班级个数\t每班56-60人班级个数\t每班61-65人班级个数\t每班66人以上班级个数\n";
  const rows = [
    "一小\t小学\t900\t\t3\t1\t0\t0\t0",
    "二小\t小学\t700\t\t2\t0\t0\t0\t0",
    "一中\t初中\t\t900\t5\t2\t0\t0\t0",
  ];
  const said = (lines) => {
    const made = makePaper(sourceOf({ table: `${head}${lines.join("\n")}\n`, county: {} }), "form", "xlsx");
    return at(
      sheetsOf(made.bytes).find(({ name }) => name === "表Ⅳ"),
      "B7",
    );
  };
  assert.equal(said(rows), "超过45人的小学班级6个，超过50人的初中班级2个");
  assert.equal(said([...rows, "三小\t小学\t600\t\t\t\t\t\t"]), "超过45人的小学班级____个，超过50人的初中班级____个");
});

test("tables Ⅴ and Ⅵ", () => {
  expectLabels("表Ⅴ", {
    A1: "表Ⅴ教育质量评估指标",
    A2: "名称",
    B2: "指标值或简要结论",
    C2: "是否达标",
    A4: "1.全县初中三年巩固率达到95%以上",
    B4: "全县初中毕业班学生数为人，三年前该年级入学学生数为人，毕业年级三年转入学生数为人，死亡学生数为人，转出学生数为人，全县初中三年巩固率为%",
    A5: "2.全县残疾儿童少年入学率达到95%以上",
    B5: "全县残疾儿童少年为人，入学人，入学率为%。其中，在特殊教育学校就读人，占比%",
    A11: "8.无过重课业负担",
    A12: "9.在国家义务教育质量监测中，相关科目学生学业水平达到Ⅲ级以上，且校际差异率低于0.15",
  });
  assert.match(at(sheetOf("表Ⅴ"), "B12"), /^小学：语文3级、校际差异率0\.12、数学____级、校际差异率____/);
  for (const merge of ["A2:A3", "B2:B3", "C2:C3"]) assert.ok(sheetOf("表Ⅴ").merges.includes(merge), merge);
  expectLabels("表Ⅵ", {
    A1: "表Ⅵ社会认可度调查情况",
    B2: "问卷总数",
    E2: "问卷调查综合满意度（%）",
    F2: "实地走访人数",
    H2: "实地走访满意度（%）",
    B3: "计",
    C3: "其中：回收有效问卷数",
    F3: "计",
    G3: "其中：满意人数",
    C4: "计",
    D4: "其中：满意问卷数",
    ...codesFrom(1, 5, 7),
    A6: "计",
    C6: "1000",
    D6: "900",
    E6: "90.0",
    A7: "其中：家长",
  });
  for (const merge of ["B2:D2", "F2:G2", "C3:D3"]) assert.ok(sheetOf("表Ⅵ").merges.includes(merge), merge);
});

test("the document has the same tables, word for word", () => {
  // A document ends a line before what stands in brackets.
  const words = (text) => text.replaceAll("\n（", "（");
  const texts = documentTexts(makePaper(source, "form", "docx").bytes).map(words);
  const cells = sheets
    .flatMap(({ rows }) => rows.flat())
    .map(words)
    .filter((text) => text !== "");
  const left = new Map();
  for (const text of texts) left.set(text, (left.get(text) ?? 0) + 1);
  for (const cell of cells) {
    assert.ok(left.get(cell) > 0, cell);
    left.set(cell, left.get(cell) - 1);
  }
});

test("the form is that of 优质均衡, and another standard has none", () => {
  const other = sourceOf({ standard: "basic-2012", county: {} });
  assert.equal(makePaper(other, "form", "xlsx"), null);
  assert.notEqual(makePaper(other, "report", "docx"), null);
});
