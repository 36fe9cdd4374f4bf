// SPDX-License-Identifier: MIT
//
// A quote opens at the start of a cell and closes before a delimiter, a line end or the end; anything else is an
// ordinary character. A byte order mark is none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { tsv } from "./support/books.mjs";
import { answerTo, file, pasted } from "./support/given.mjs";
import { assertClean, assertSchools, kClean, kCleanCells, kOther, kOtherCells, stageOf } from "./support/results.mjs";

const lines = (rows, mark = "\t") => `${rows.map((row) => row.join(mark)).join("\r\n")}\r\n`;
const row = ({ name, pupils, books }) => [name, "小学", pupils, books];
const table = (schools, mark) => lines([["学校名称", "学校类型", "在校生数", "图书册数"], ...schools.map(row)], mark);

/** A quote that stands alone may be pointed out. */
const fair = { may: ["unclosed_quote"] };
const kSix = [
  kClean[0],
  { name: '"希望”小学', pupils: 100, books: 2000 },
  kClean[1],
  kClean[2],
  { name: '"春蕾”小学', pupils: 150, books: 3300 },
  { name: "竹林小学", pupils: 250, books: 5000 },
];

test("an opening quote twice swallows no rows between", async () => {
  const answer = await answerTo(pasted(table(kSix)));
  assertSchools(answer, kSix, fair);
  assert.deepEqual([stageOf(answer).units, stageOf(answer).pupils], [6, 1500]);
  assert.equal(stageOf(answer).indicators.find(({ id }) => id === "books").cvText, "0.1538");
  assertSchools(await answerTo(file("学校.csv", table(kSix, ","))), kSix, fair);
  assertSchools(await answerTo(file("学校.csv", table(kSix, ";"))), kSix, fair);
});

test("one quote that never closes, in a remark, at the end, in the header", async () => {
  const open = [...kOther.slice(0, 2), { name: '"向阳小学', pupils: 90, books: 2520 }, ...kOther.slice(2)];
  for (const mark of ["\t", ","]) {
    assertSchools(await answerTo(file("学校.csv", table(open, mark))), open, fair);
    assertSchools(await answerTo(file("学校.csv", table([...kOther, open[2]], mark))), [...kOther, open[2]], fair);
    const remark = kOtherCells.map((cells, i) => [...cells, i === 0 ? "备注" : i === 2 ? '"待核' : ""]);
    assertSchools(await answerTo(file("学校.csv", lines(remark, mark))), kOther, fair);
  }
});

test("a name that begins in quotes is kept as a whole", async () => {
  const schools = [
    { name: '"英才"实验小学', pupils: 300, books: 6000 },
    { name: '"英才"第二小学', pupils: 200, books: 3000 },
    { name: "桃园小学", pupils: 500, books: 12500 },
  ];
  for (const mark of ["\t", ",", ";"]) {
    const answer = await answerTo(file("学校.csv", table(schools, mark)));
    assertSchools(answer, schools, fair);
    assert.ok(!answer.issues.some(({ code }) => code === "duplicate_unit"));
  }
  assertSchools(await answerTo(pasted(table(schools))), schools, fair);
});

test("quotes in the middle and at the end of a name, inches, doubled ones", async () => {
  const schools = [
    { name: '第一"实验"小学', pupils: 300, books: 6000 },
    { name: '云溪小学"', pupils: 200, books: 3000 },
    { name: '""小学', pupils: 500, books: 12500 },
  ];
  assertSchools(await answerTo(pasted(table(schools.slice(0, 2)))), schools.slice(0, 2), fair);
  assertSchools(await answerTo(file("学校.csv", table(schools.slice(0, 2), ","))), schools.slice(0, 2), fair);
  const screens = kOtherCells.map((cells, i) => [...cells, i === 0 ? "备注" : '65"屏幕，86" 一体机']);
  assertSchools(await answerTo(pasted(lines(screens))), kOther, fair);
});

test("quotes that are quotes still are: line breaks, delimiters and doubled quotes inside", async () => {
  const text =
    '学校名称,学校类型,在校生数,图书册数,备注\r\n"松柏小学",小学,"300",6000,"两校区\r\n东、西"\r\n"柳溪小学",小学,200,"3,000","说""好"""\r\n桃园小学,小学,500,12500,"a,b"\r\n';
  assertClean(await answerTo(file("学校.csv", text)));
  const tabs = text.replaceAll('"3,000"', "3000").replaceAll(",", "\t").replace("a\tb", "a,b");
  assertClean(await answerTo(pasted(tabs)));
});

test("byte order marks, one or two, before quotes and between joined files, are no characters", async () => {
  const quoted = lines(
    kCleanCells.map((cells) => cells.map((cell) => `"${cell}"`)),
    ",",
  );
  for (const marks of ["\ufeff", "\ufeff\ufeff", "\ufeff\ufeff\ufeff"]) {
    const answer = await answerTo(file("学校.csv", marks + quoted));
    assertClean(answer);
    assert.equal(answer.columns[0].header, "学校名称");
    assertClean(await answerTo(pasted(marks + tsv(kCleanCells))));
  }
  // Two files joined by `copy /b`: the second brings its mark and its header along.
  const joined = `\ufeff${table(kClean, ",")}\ufeff${table(kOther, ",")}`;
  assertSchools(await answerTo(file("学校.csv", joined)), [...kClean, ...kOther]);
  const inName = lines(
    kOtherCells.map((cells, i) => (i === 2 ? [`\ufeff${cells[0]}`, ...cells.slice(1)] : cells)),
    ",",
  );
  assertSchools(await answerTo(file("学校.csv", inName)), kOther);
  const utf16 = new Uint8Array(Buffer.from(`\ufeff\ufeff${lines(kCleanCells)}`, "utf16le"));
  assertClean(await answerTo(file("学校.txt", utf16)));
});
