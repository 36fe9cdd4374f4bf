// SPDX-License-Identifier: MIT
//
// What a cell shows against what it stores. Rounding is undone; what scales, hides or renames a number is not: the
// header was written for what is seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatted, inEveryFormat, kWorkbooks, ofExcel, ofLibreOffice, tsv } from "./support/books.mjs";
import { answerTo, pasted } from "./support/given.mjs";
import {
  assertClean,
  assertNamed,
  assertSchools,
  indicatorOf,
  kCleanHeader,
  kCleanRows,
  stageOf,
} from "./support/results.mjs";

const kPlaces = ["paste of Excel", "paste of LibreOffice", ...kWorkbooks];
const valuesOf = ({ counties }, id) =>
  Object.fromEntries(
    counties[0].units.map(({ school, values }) => [school, values.find((one) => one.id === id)?.value]),
  );

const wan = (code, shownOf) => [
  ["学校名称", "学校类型", "在校生数", "教学仪器设备值（万元）"],
  ...[
    ["松柏小学", 300, 600000],
    ["柳溪小学", 200, 300000],
    ["桃园小学", 500, 1250000],
  ].map(([name, pupils, yuan]) => [name, "小学", pupils, formatted(yuan, code, shownOf(yuan))]),
];
const kWan = [
  { name: "松柏小学", pupils: 300, equipmentWan: "60.0" },
  { name: "柳溪小学", pupils: 200, equipmentWan: "30.0" },
  { name: "桃园小学", pupils: 500, equipmentWan: "125.0" },
];

for (const [code, shownOf] of [
  ["0!.0,", (yuan) => (yuan / 10000).toFixed(1)],
  ["0\\.0,", (yuan) => (yuan / 10000).toFixed(1)],
  ['0"."0,', (yuan) => (yuan / 10000).toFixed(1)],
  ["0!.0000", (yuan) => (yuan / 10000).toFixed(4)],
  ['#,##0!.0,"万"', (yuan) => `${(yuan / 10000).toFixed(1)}万`],
]) {
  for (const [format, came] of inEveryFormat(wan(code, shownOf), kPlaces)) {
    test(`万元 by the format ${code} in ${format}`, async () => {
      const answer = await answerTo(came);
      assertSchools(answer, kWan);
      assert.equal(indicatorOf(answer, "equipment_value").meanText, "2150.00");
      assert.equal(indicatorOf(answer, "equipment_value").cvText, "0.1816");
    });
  }
}

for (const [format, came] of inEveryFormat(
  [
    ["学校名称", "学校类型", "在校生数", "图书册数（千册）"],
    ["松柏小学", "小学", 300, formatted(6000, "0.0,", "6.0")],
    ["柳溪小学", "小学", 200, formatted(3000, "0.0,", "3.0")],
    ["桃园小学", "小学", 500, formatted(12500, "0.0,", "12.5")],
  ],
  kPlaces,
)) {
  test(`thousands by a comma at the end of the format, in ${format}: never a thousand times too much`, async () => {
    const answer = await answerTo(came);
    const { mean } = indicatorOf(answer, "books");
    assert.ok(mean === null || Math.abs(mean - 21.5) < 1e-9 || Math.abs(mean - 0.0215) < 1e-9, `mean ${mean}`);
    if (mean === null || mean < 1) assert.ok(answer.issues.some(({ column }) => column === "图书册数（千册）"));
  });
}

test("digits that only look fewer are stored ones, in the header's own unit", async () => {
  for (const [code, show] of [
    ["0", (value) => value.toFixed(0)],
    ["#,##0.0_ ", (value) => `${value.toFixed(1)} `],
    ['0.00"万元"', (value) => `${value.toFixed(2)}万元`],
    ["[Red]0.0;[Blue]-0.0", (value) => value.toFixed(1)],
  ]) {
    const cells = [
      ["学校名称", "学校类型", "在校生数", "教学仪器设备值（万元）"],
      ["松柏小学", "小学", 300, formatted(60.126, code, show(60.126))],
      ["柳溪小学", "小学", 200, formatted(30.031, code, show(30.031))],
    ];
    const schools = [
      { name: "松柏小学", pupils: 300, equipmentWan: "60.126" },
      { name: "柳溪小学", pupils: 200, equipmentWan: "30.031" },
    ];
    for (const [format, came] of inEveryFormat(cells, kPlaces)) {
      const answer = await answerTo(came);
      try {
        assertSchools(answer, schools);
      } catch (error) {
        error.message = `${code} in ${format}: ${error.message}`;
        throw error;
      }
    }
  }
});

const kDash = '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ';
const dashes = [
  kCleanHeader,
  ["松柏小学", "小学", 300, formatted(6000, kDash, " 6,000 ")],
  ["柳溪小学", "小学", 200, formatted(0, kDash, " -   ")],
  ["桃园小学", "小学", 500, formatted(12500, kDash, " 12,500 ")],
];
for (const [format, came] of inEveryFormat(dashes, kPlaces)) {
  test(`a zero that accounting shows as a dash is zero, in ${format}`, async () => {
    const answer = await answerTo(came);
    assertSchools(answer, [
      { name: "松柏小学", pupils: 300, books: 6000 },
      { name: "柳溪小学", pupils: 200, books: 0 },
      { name: "桃园小学", pupils: 500, books: 12500 },
    ]);
    assert.equal(valuesOf(answer, "books").柳溪小学, 0);
  });
}

for (const [format, came] of inEveryFormat(
  dashes.map((row, r) => (r === 2 ? ["柳溪小学", "小学", 200, "-"] : row)),
  kPlaces,
)) {
  test(`a dash that somebody typed is no zero, in ${format}`, async () => {
    const answer = await answerTo(came);
    assert.equal(valuesOf(answer, "books").柳溪小学, null);
    assert.equal(indicatorOf(answer, "books").cv, null);
  });
}

for (const [format, came] of inEveryFormat(
  [
    kCleanHeader,
    ...kCleanRows.map((row, i) => (i === 1 ? ["柳溪小学", "小学", 200, formatted(3000, ";;;", "")] : row)),
  ],
  kPlaces,
)) {
  test(`a number that its format hides, in ${format}: never missing in silence`, async () => {
    const answer = await answerTo(came);
    if (valuesOf(answer, "books").柳溪小学 === null) assertNamed(answer, { row: 3 });
    else assertClean(answer, { may: ["hidden_rows"] });
  });
}

const times = (header) => [
  ["学校名称", "学校类型", "在校生数", header],
  ["松柏小学", "小学", 300, formatted(1.25 / 24, "h:mm", "1:15")],
  ["柳溪小学", "小学", 200, formatted(2.25 / 24, "h:mm", "2:15")],
  ["桃园小学", "小学", 500, formatted(1 / 18, "h:mm", "1:20")],
];
for (const [format, came] of inEveryFormat(times("师生比"), kPlaces)) {
  test(`a ratio that became a time is asked about and never used, in ${format}`, async () => {
    const answer = await answerTo(came);
    assert.deepEqual([stageOf(answer).units, stageOf(answer).pupils], [3, 1000]);
    assert.equal(indicatorOf(answer, "teacher_pupil_ratio").mean, null);
    for (const row of [2, 3, 4])
      assert.equal(answer.counties[0].units[row - 2].values.find(({ id }) => id === "teacher_pupil_ratio").value, null);
    assertNamed(answer, { row: 2 });
  });
}

test("times under a column of pupils, and dates under one of books, are no numbers", async () => {
  const dates = [
    kCleanHeader,
    ["松柏小学", "小学", formatted(2 / 24, "h:mm", "2:00"), 6000],
    ["柳溪小学", "小学", 200, formatted(45000, "yyyy-mm-dd", "2023-03-15")],
    ["桃园小学", "小学", 500, 12500],
  ];
  for (const [, came] of inEveryFormat(
    dates,
    kPlaces.filter((one) => one !== "ods"),
  )) {
    const answer = await answerTo(came);
    assertNamed(answer, { row: 2 }, { row: 3 });
    assert.equal(indicatorOf(answer, "books").mean, null);
  }
});

test("a ratio that somebody wrote as a ratio is one", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "师生比"],
    ["松柏小学", "小学", 300, "1:15"],
    ["柳溪小学", "小学", 200, "1:16.5"],
    ["桃园小学", "小学", 500, "1:20"],
  ];
  for (const [, came] of inEveryFormat(cells, ["paste", "csv", "xlsx", "xls"])) {
    const values = valuesOf(await answerTo(came), "teacher_pupil_ratio");
    assert.ok(values.松柏小学 === null || Math.abs(values.松柏小学 - 1 / 15) < 1e-12);
  }
});

test("percent, currency signs and texts that are numbers", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "教学仪器设备值（元）"],
    ["松柏小学", "小学", "300", formatted(600000, '"¥"#,##0.00', "¥600,000.00")],
    ["柳溪小学", "小学", "200人", formatted(300000, "[$￥-804]#,##0", "￥300,000")],
    ["桃园小学", "小学", " 500 ", "¥1,250,000"],
  ];
  const schools = [
    { name: "松柏小学", pupils: 300, equipment: 600000 },
    { name: "柳溪小学", pupils: 200, equipment: 300000 },
    { name: "桃园小学", pupils: 500, equipment: 1250000 },
  ];
  for (const [, came] of inEveryFormat(cells, [...kPlaces, "csv"])) assertSchools(await answerTo(came), schools);
});

test("errors of formulas are named where they stand", async () => {
  for (const error of ["#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NUM!"]) {
    const cells = [kCleanHeader, kCleanRows[0], ["柳溪小学", "小学", 200, error], kCleanRows[2]];
    for (const [, came] of inEveryFormat(cells, ["paste", "csv", "xlsx", "xls", "ods"])) {
      const answer = await answerTo(came);
      assertNamed(answer, { row: 3 });
      assert.equal(indicatorOf(answer, "books").cv, null);
    }
  }
});

test("the clipboard alone decides like the workbook", async () => {
  const cells = wan("0!.0,", (yuan) => (yuan / 10000).toFixed(1));
  const answers = await Promise.all(
    [ofExcel({ cells }), ofLibreOffice({ cells })].map((page) => answerTo(pasted("", page))),
  );
  for (const answer of [...answers, await answerTo(pasted(tsv(cells)))]) assertSchools(answer, kWan);
});
