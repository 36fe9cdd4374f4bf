// SPDX-License-Identifier: MIT
//
// The delimiter is the one by which rows have as many cells as the header, not the one that stands most often.

import assert from "node:assert/strict";
import { test } from "node:test";
import { csv, tsv } from "./support/books.mjs";
import { answerTo, file, pasted } from "./support/given.mjs";
import { answering, assertAsked, assertClean, assertNothingTaken, assertSchools } from "./support/results.mjs";
import { kCleanCells, kOther, kOtherCells } from "./support/results.mjs";

const withColumn = (cells, at, column) => cells.map((row, i) => [...row.slice(0, at), column[i], ...row.slice(at)]);
const remarks = [
  "场地情况",
  "篮球场2;排球场1;田径场1;乒乓球台6;羽毛球场2;沙坑1;单杠4",
  "篮球场1;乒乓球台4;单杠2;双杠2;爬杆1;沙坑1;跳箱1",
  "篮球场3;足球场1;田径场1;乒乓球台8;网球场1;沙坑2;单杠6",
];

test("a tab behind each code, as systems write it against Excel's rounding", async () => {
  const plain = (cells) => `${cells.map((row) => row.join(",")).join("\r\n")}\r\n`;
  const codes = ["学校标识码", "3100001204\t", "3100001214\t", "3100001224\t"];
  assertClean(await answerTo(file("学校.csv", plain(withColumn(kCleanCells, 1, codes)))));
  // In two columns, so that there are as many tabs as a table of tabs would have.
  const twice = withColumn(withColumn(kCleanCells, 1, codes), 2, ["法人代码", "1\t", "2\t", "3\t"]);
  assertClean(await answerTo(file("学校.csv", plain(twice))));
});

test("semicolons, commas and bars inside of a remark", async () => {
  const cells = withColumn(kCleanCells, 4, remarks);
  assertClean(await answerTo(file("学校.csv", cells.map((row) => row.join(",")).join("\r\n"))));
  assertClean(await answerTo(pasted(tsv(cells))));
  const commas = cells.map((row) => row.map((cell) => String(cell).replaceAll(";", ",")));
  assertClean(await answerTo(pasted(tsv(commas))));
  assertClean(await answerTo(file("学校.txt", commas.map((row) => row.join(";")).join("\n"))));
  const bars = cells.map((row) => row.map((cell) => String(cell).replaceAll(";", "|")));
  assertClean(await answerTo(file("学校.csv", bars.map((row) => row.join(",")).join("\n"))));
});

for (const [name, mark] of [
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
  ["bar", "|"],
]) {
  test(`a clean table by ${name}, with a title above and a remark below`, async () => {
    assertClean(await answerTo(file("学校.csv", csv(kCleanCells, mark))));
    const lines = [
      "2024年某县小学基本情况统计表",
      ...csv(kOtherCells, mark).trimEnd().split("\r\n"),
      "注：数据截至9月1日;以统计年报为准",
    ];
    assertSchools(await answerTo(file("学校.csv", lines.join("\r\n"))), kOther);
  });
}

test("decimal commas in a table of semicolons", async () => {
  const text =
    "学校名称;学校类型;在校生数;教学及辅助用房面积(㎡);图书册数\n甲小学;小学;300;1500,5;6000\n乙小学;小学;200;900,25;3000\n";
  const answer = await answerTo(file("学校.csv", text));
  assert.equal(answer.columns.length, 5);
  assertSchools({ ...answer, issues: answer.issues.filter(({ row }) => row === null) }, [
    { name: "甲小学", pupils: 300, books: 6000, ...areaOf(answer, 0) },
    { name: "乙小学", pupils: 200, books: 3000, ...areaOf(answer, 1) },
  ]);
});

/** 1500,5 may be read or named, but never become 15005. */
function areaOf({ counties }, at) {
  const value = counties[0].units[at].values.find(({ id }) => id === "teaching_area").value;
  if (value === null) return { teaching: "" };
  return { teaching: [1500.5, 900.25][at] };
}

test("numbers grouped by commas without quotes shift no column in silence", async () => {
  const text =
    "学校名称\t学校类型\t在校生数\t图书册数\n松柏小学\t小学\t300\t6,000\n柳溪小学\t小学\t200\t3,000\n桃园小学\t小学\t500\t12,500\n";
  assertClean(await answerTo(pasted(text)));
  assertClean(await answerTo(file("学校.txt", text)));
  assertClean(await answerTo(file("学校.csv", text.replaceAll("\t", ";"))));
});

test("two delimiters that agree equally well are asked about, and each answer gives its table", async () => {
  // Either a comma between name and type, or a semicolon: every line has three of each.
  const text =
    "学校名称,编号;学校类型,批次;在校生数,层次;图书册数\n松柏小学,1;小学,1;300,1;6000\n柳溪小学,2;小学,1;200,1;3000\n桃园小学,3;小学,1;500,1;12500\n";
  const answer = await answerTo(file("学校.csv", text));
  if ((answer.questions ?? []).length === 0) {
    assertNothingTaken(answer);
    assert.ok(answer.issues.some(({ severity }) => severity === "error"));
    return;
  }
  const question = assertAsked(answer, "delimiter", ["comma", "semicolon"]);
  assertNothingTaken(answer);
  const chosen = await answerTo(file("学校.csv", text), { reading: answering(question, "semicolon") });
  assert.equal(chosen.columns.length, 4);
});

test("what a person chose wins over what agrees better", async () => {
  const text = tsv(kCleanCells);
  const reading = { answers: [{ question: "delimiter", sheet: 0, row: 0, option: "comma" }] };
  assertNothingTaken(await answerTo(pasted(text), { reading }));
});

test("one column alone has no delimiter", async () => {
  const answer = await answerTo(pasted("学校名称\n松柏小学，含教学点\n柳溪小学；本部\n"));
  assert.equal(answer.columns.length, 1);
  assertNothingTaken(answer);
});

test("the same in every size: 3 schools, 300 schools", async () => {
  const schools = Array.from({ length: 300 }, (_, i) => ({
    name: `第${i + 1}小学`,
    pupils: 100 + ((i * 37) % 400),
    books: 2000 + i * 11,
  }));
  const lines = schools.map(
    ({ name, pupils, books }, i) => `${name},31${i}\t,小学,${pupils},${books},跑道;球场;沙坑;单杠;双杠`,
  );
  const text = ["学校名称,学校标识码,学校类型,在校生数,图书册数,场地", ...lines].join("\n");
  assertSchools(await answerTo(file("学校.csv", text)), schools);
});
