// SPDX-License-Identifier: MIT
//
// Stage, county and type: in a column of another name, in groups with counts, in the names of sheets and files, in
// titles; that they were taken from there is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { csv, inEveryFormat, kBooks, kSome, tsv } from "./support/books.mjs";
import { answerTo, file, pasted } from "./support/given.mjs";
import { assertSchools, said, stageOf } from "./support/results.mjs";

const kPrimary = [
  { name: "青山学校", pupils: 400, books: 8000, type: "小学" },
  { name: "柳河学校", pupils: 200, books: 3000, type: "小学" },
];
const kMiddle = [
  { name: "云岭一中", pupils: 300, books: 6000, type: "初级中学" },
  { name: "云岭二中", pupils: 100, books: 2500, type: "初级中学" },
];
const kBoth = [...kPrimary, ...kMiddle];
const row = ({ name, pupils, books }) => [name, pupils, books];
const header = ["学校名称", "在校生数", "图书册数"];
const assertStages = (answer) => {
  assertSchools(answer, kBoth, { may: ["row_aside"] });
  assert.deepEqual([stageOf(answer).units, stageOf(answer, "middle").units], [2, 2]);
};
const saysStage = (answer) =>
  assert.ok(
    answer.issues.some(({ severity, message }) => severity === "note" && /学段|小学|初中/.test(message.zh)),
    `where the stage was read is not said:\n  ${said(answer)}`,
  );

for (const [first, second] of [
  ["小学（2所）", "初中（2所）"],
  ["小学(2所)", "初中(2所)"],
  ["小学：", "初中："],
  ["一、小学", "二、初中"],
  ["（一）小学2所", "（二）初中2所"],
  ["小学 2所", "初中 2所"],
  ["小学部分", "初中部分"],
  ["一、小学（共2所）", "二、初级中学（共2所）"],
  ["【小学】", "【初中】"],
]) {
  test(`real-17: groups ${first} and ${second}`, async () => {
    const cells = [header, [first, "", ""], ...kPrimary.map(row), [second, "", ""], ...kMiddle.map(row)];
    for (const [, came] of inEveryFormat(cells, kSome)) assertStages(await answerTo(came));
    const sums = [header, [first, 600, 11000], ...kPrimary.map(row), [second, 400, 8500], ...kMiddle.map(row)];
    for (const [, came] of inEveryFormat(sums, ["paste", "xlsx"])) assertStages(await answerTo(came));
  });
}

for (const [ending, book] of Object.entries(kBooks)) {
  test(`real-20: the stage in the names of the sheets, .${ending}`, async () => {
    for (const [primary, middle] of [
      ["小学", "初中"],
      ["小学表", "初中表"],
      ["1.小学", "2.初中"],
      ["2024年小学情况", "2024年初中情况"],
    ]) {
      const sheets = [
        { name: primary, cells: [header, ...kPrimary.map(row)] },
        { name: middle, cells: [header, ...kMiddle.map(row)] },
      ];
      const answer = await answerTo(file(`学校.${ending}`, book(...sheets)));
      assertStages(answer);
      saysStage(answer);
    }
  });
}

test("the stage in the names of files and in titles", async () => {
  const [primary, middle] = [kPrimary, kMiddle].map((schools) => [header, ...schools.map(row)]);
  const byFile = await answerTo([
    file("云岭县小学基本情况.csv", csv(primary)),
    file("云岭县初中基本情况.csv", csv(middle)),
  ]);
  assertStages(
    byFile.counties.length === 1 ? { ...byFile, counties: [{ ...byFile.counties[0], name: null }] } : byFile,
  );
  saysStage(byFile);
  const titled = [["小学基本情况统计表", "", ""], ...primary];
  for (const [, came] of inEveryFormat(titled, kSome)) {
    const answer = await answerTo(came);
    assertSchools(answer, kPrimary);
    saysStage(answer);
  }
});

test("a sheet named 小学 with a column of types: the column wins", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "图书册数"],
    ...kBoth.map((one) => [one.name, one.type, one.pupils, one.books]),
  ];
  for (const [ending, book] of Object.entries(kBooks))
    assertStages(await answerTo(file(`学校.${ending}`, book({ name: "小学", cells }))));
});

test("a sheet named 中小学 or 学校 places nobody", async () => {
  for (const name of ["中小学", "学校", "小学和初中", "义务教育"]) {
    const answer = await answerTo(file("学校.xlsx", kBooks.xlsx({ name, cells: [header, ...kBoth.map(row)] })));
    assert.equal(stageOf(answer).units, 0, said(answer));
    assert.ok(answer.issues.some(({ code }) => code === "stage_unknown"));
  }
});

const kTypes = [
  ["青山小学", "小学", "直属", 400, 8000],
  ["云岭一中", "高完中", "直属", 900, 20000],
  ["云岭实验学校", "九年一贯制", "直属", 1200, 26000],
  ["云岭外国语学校", "十二年制", "直属", 1500, 30000],
  ["云岭二中", "完全中学", "直属", 800, 15000],
  ["云岭职业中专校", "中职", "直属", 700, 9000],
  ["云岭三中", "高中", "直属", 1000, 21000],
];
test("real-10: types in a column named 学段 are read as under 学校类型", async () => {
  const under = (name) => [["学校", name, "区域", "在校生数", "图书册数"], ...kTypes];
  const summary = ({ counties, issues }) => ({
    units: counties[0].units.map(
      ({ school, stage, pupils, status, reason }) => `${school} ${stage} ${pupils} ${status} ${reason?.code}`,
    ),
    codes: issues.map(({ code, row: at }) => `${code} ${at}`),
  });
  const expected = summary(await answerTo(pasted(tsv(under("学校类型")))));
  assert.ok(!expected.codes.some((one) => /type_unknown|stage_unknown/.test(one)), expected.codes.join());
  for (const name of ["学段", "办学类型", "学校类别", "办学层次"])
    for (const [, came] of inEveryFormat(under(name), ["paste", "csv", "html as .xls", "xlsx"]))
      assert.deepEqual(summary(await answerTo(came)), expected, name);
});

test("no message offers what it refuses", async () => {
  const answer = await answerTo(
    pasted(tsv([["学校", "学段", "在校生数"], ...kTypes.map(([name, type, , pupils]) => [name, type, pupils])])),
  );
  for (const { code, found, message } of answer.issues.filter((one) => one.code === "type_unknown"))
    assert.ok(!message.zh.split("可填")[1]?.includes(found), `${code}: ${message.zh}`);
});
