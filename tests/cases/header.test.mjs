// SPDX-License-Identifier: MIT
//
// Decoration around the names of columns, constant formulas, and a header of which little is known.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryFormat, kSome, tsv } from "./support/books.mjs";
import { answerTo, file, pasted } from "./support/given.mjs";
import { assertClean, assertNothingTaken, assertSchools, isNamed, said } from "./support/results.mjs";
import { kCleanCells, kCleanHeader, kCleanRows, kOther, kOtherRows } from "./support/results.mjs";

const kMarks = [
  ["stars before and behind", (name, i) => (i === 3 ? `${name}★` : `*${name}`)],
  ["required", (name) => `${name}（必填）`],
  ["required in brackets of ASCII", (name) => `${name}(必填项)`],
  ["optional and required", (name, i) => (i === 3 ? `${name}（选填）` : `*${name}（必填）`)],
  ["numbers with a point", (name, i) => `${i + 1}.${name}`],
  ["numbers with 、", (name, i) => `${i + 1}、${name}`],
  ["numbers in brackets", (name, i) => `（${i + 1}）${name}`],
  ["circled numbers", (name, i) => `${"①②③④"[i]}${name}`],
  ["Chinese numbers", (name, i) => `${"一二三四"[i]}、${name}`],
  ["colons", (name) => `${name}：`],
  ["colons and stars", (name) => `★ ${name} :`],
  ["full-width stars and bullets", (name, i) => `${"＊●◆※"[i]}${name}`],
  ["letters", (name, i) => `${name}（${"ABCD"[i]}）`],
  ["square brackets", (name) => `【${name}】`],
  ["books' brackets of a quote", (name) => `“${name}”`],
];
for (const [what, mark] of kMarks) {
  test(`${what} around the names of columns`, async () => {
    const cells = [kCleanHeader.map(mark), ...kCleanRows];
    // A letter in brackets may be asked about as a unit.
    const fair = { may: ["unknown_unit"] };
    assertClean(await answerTo(pasted(tsv(cells))), fair);
    for (const [, came] of inEveryFormat([kCleanHeader.map(mark), ...kOtherRows], kSome.slice(1)))
      assertSchools(await answerTo(came), kOther, fair);
  });
}

test("marks and units together, and a title of the same kind above", async () => {
  const header = ["*1.学校名称：", "*2.学校类型（必填）", "★3.在校生数（人）", "④图书册数（册）★"];
  for (const [, came] of inEveryFormat([["★表一：学校情况★", "", "", ""], header, ...kOtherRows], kSome))
    assertSchools(await answerTo(came), kOther);
});

test("a year in the names of columns is of the columns, not of a second year", async () => {
  const header = ["学校名称", "学校类型", "2024年在校生数", "图书册数（2024年）"];
  for (const [, came] of inEveryFormat([header, ...kOtherRows], ["paste", "csv", "xlsx"]))
    assertSchools(await answerTo(came), kOther);
});

const equals = (cells, numbers = true) =>
  cells.map((row, r) =>
    row.map((cell, c) => (r === 0 || (c > 1 && !numbers) || c === 1 ? String(cell) : `="${cell}"`)),
  );
test("constant formulas are what they say, in names and numbers", async () => {
  const lines = (cells, mark) => `${cells.map((row) => row.join(mark)).join("\r\n")}\r\n`;
  const given = equals(kCleanCells).map((row, r) => (r === 0 ? row : [...row.slice(0, 3), row[3].slice(2, -1)]));
  const answer = await answerTo(file("学校.csv", lines(given, ",")));
  assertClean(answer);
  assert.ok(!JSON.stringify(answer.counties).includes('=\\"'));
  for (const mark of [",", "\t", ";"]) {
    assertClean(await answerTo(file("学校.csv", lines(equals(kCleanCells), mark))));
    // As Excel quotes such a cell when it writes CSV.
    const twice = equals(kCleanCells).map((row) =>
      row.map((cell) => (cell.startsWith("=") ? `"${cell.replaceAll('"', '""')}"` : cell)),
    );
    assertClean(await answerTo(file("学校.csv", lines(twice, mark))));
  }
  const bare = kCleanCells.map((row, r) => row.map((cell) => (r > 0 && typeof cell === "number" ? `=${cell}` : cell)));
  assertClean(await answerTo(file("学校.csv", lines(bare, ","))));
});

test("constant formulas as text in workbooks and HTML", async () => {
  for (const [, came] of inEveryFormat(equals(kCleanCells), ["html as .xls", "xlsx", "xls", "ods"]))
    assertClean(await answerTo(came));
});

test("formulas that compute are named and never taken", async () => {
  for (const formula of ["=SUM(C2:C3)", "=100+200", '="3"&"00"', "=A1", "='表'!C3"]) {
    const cells = [kCleanHeader, kCleanRows[0], ["柳溪小学", "小学", formula, 3000], kCleanRows[2]];
    for (const [, came] of inEveryFormat(cells, ["paste", "html as .xls", "xlsx"])) {
      const answer = await answerTo(came);
      assert.ok(isNamed(answer, { row: 3 }), said(answer));
      assert.ok(answer.counties[0].units.every(({ school, pupils }) => school !== "柳溪小学" || pupils === null));
    }
  }
});

const kNames = [
  ["云岭县小学名录", "", ""],
  ["", "", ""],
  ["学校名称", "地址", "电话"],
  ["青山小学", "青山镇1号", "0888-1234567"],
  ["柳河小学", "柳河村2号", "0888-1234568"],
];
test("a header of which one name is known, under a title: what is missing is said, not that nothing is known", async () => {
  const tables = [
    kNames,
    kNames.slice(2),
    [["附件1", "", ""], ...kNames],
    kNames.map((row, i) => (i === 2 ? ["序号", "学校名称", "校长"] : i > 2 ? [i - 2, row[0], "张某"] : row)),
    [
      ["2024年云岭县义务教育学校名单", "", "", ""],
      ["学校名称", "法人", "地址", "邮编"],
      ["青山小学", "李某", "青山镇", "665000"],
    ],
  ];
  for (const cells of tables) {
    for (const [format, came] of inEveryFormat(cells, ["paste", "csv", "html as .xls", "xlsx"])) {
      const answer = await answerTo(came);
      assertNothingTaken(answer);
      const codes = answer.issues.map(({ code }) => code);
      assert.ok(codes.includes("no_pupils_column"), `${format}: ${said(answer)}`);
      assert.ok(!codes.includes("no_known_column"), `${format}: ${said(answer)}`);
    }
  }
});

test("a header that a person chose wins, also over one that the program would know", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "图书册数"],
    ["一", "二", "三", "四"],
    ["学校名称", "学校类型", "图书册数", "在校生数"],
    ...kOtherRows.map((row) => [row[0], row[1], row[3], row[2]]),
  ];
  const answer = await answerTo(pasted(tsv(cells)), { reading: { header: { sheet: 0, row: 3, last: 3 } } });
  assertSchools(answer, kOther, { named: [{ row: 1 }, { row: 2 }].filter((place) => isNamed(answer, place)) });
});
