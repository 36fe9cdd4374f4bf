// SPDX-License-Identifier: MIT
//
// Numbers of several years: in sheets, in a column, above and below the names of columns, in files. It is asked once
// which year, the newest is proposed, and none is taken before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { csv, inEveryFormat, kBooks, kSome, tsv, webPage } from "./support/books.mjs";
import { answerTo, file, pasted } from "./support/given.mjs";
import {
  answering,
  assertAsked,
  assertClean,
  assertNothingTaken,
  assertSchools,
  indicatorOf,
} from "./support/results.mjs";
import {
  kClean,
  kCleanCells,
  kCleanHeader,
  kOther,
  kOtherCells,
  kOtherRows,
  said,
  stageOf,
} from "./support/results.mjs";

const kBefore = [
  kCleanHeader,
  ["松柏小学", "小学", 280, 5100],
  ["柳溪小学", "小学", 180, 2100],
  ["桃园小学", "小学", 480, 11600],
];
const kBeforeSchools = [
  { name: "松柏小学", pupils: 280, books: 5100 },
  { name: "柳溪小学", pupils: 180, books: 2100 },
  { name: "桃园小学", pupils: 480, books: 11600 },
];

/** Asked which of two years, nothing taken; each year gives its own schools. */
async function asksYears(came, { years, schools, named = [] }) {
  const open = await answerTo(came);
  const question = assertAsked(open, "year", years, years.at(-1));
  const books = indicatorOf(open, "books");
  assert.ok(books === undefined || books.mean === null, `numbers of a year were taken:\n  ${said(open)}`);
  for (const [i, year] of years.entries())
    assertSchools(await answerTo(came, { reading: answering(question, year) }), schools[i], { named });
  return question;
}

for (const [ending, book] of Object.entries(kBooks)) {
  test(`30: two sheets of two years, .${ending}`, async () => {
    for (const names of [
      ["2023年", "2024年"],
      ["2024年", "2023年"],
      ["小学2023", "小学2024"],
      ["2023-2024学年", "2024-2025学年"],
      ["2023", "2024"],
    ]) {
      const turned = names[0].includes("2024年");
      const cells = turned ? [kCleanCells, kBefore] : [kBefore, kCleanCells];
      const came = file(`学校.${ending}`, book(...names.map((name, i) => ({ name, cells: cells[i] }))));
      await asksYears(came, { years: ["2023", "2024"], schools: [kBeforeSchools, kClean] });
    }
  });
}

test("two files of two years, by their names or by their titles", async () => {
  const byName = [file("2023年学校.csv", csv(kBefore)), file("2024年学校.csv", csv(kCleanCells))];
  await asksYears(byName, { years: ["2023", "2024"], schools: [kBeforeSchools, kClean] });
  const titled = (year, cells) =>
    file(`${year === "2023" ? "甲" : "乙"}.csv`, csv([[`${year}年某县小学基本情况统计表`, "", "", ""], ...cells]));
  await asksYears([titled("2023", kBefore), titled("2024", kCleanCells)], {
    years: ["2023", "2024"],
    schools: [kBeforeSchools, kClean],
  });
});

test("sheets of one year, and sheets whose names only hold a number, are read together", async () => {
  for (const names of [
    ["2024小学一", "2024小学二"],
    ["表1", "表2"],
    ["第2023号", "第2024号"],
    ["城区", "乡镇"],
  ])
    for (const [ending, book] of Object.entries(kBooks)) {
      const sheets = [kCleanCells, kOtherCells].map((cells, i) => ({ name: names[i], cells }));
      assertSchools(await answerTo(file(`学校.${ending}`, book(...sheets))), [...kClean, ...kOther]);
    }
  // Other schools in another year are no second year of the same.
});

const byRow = (header, years) => [
  [header, "学校代码", ...kCleanHeader],
  [years[0], 101, "青山小学", "小学", 300, 3000],
  [years[1], 101, "青山小学", "小学", 330, 6600],
  [years[0], 102, "柳河小学", "小学", 200, 2600],
  [years[1], 102, "柳河小学", "小学", 180, 5400],
];
const kYears = [
  [
    { name: "青山小学", pupils: 300, books: 3000 },
    { name: "柳河小学", pupils: 200, books: 2600 },
  ],
  [
    { name: "青山小学", pupils: 330, books: 6600 },
    { name: "柳河小学", pupils: 180, books: 5400 },
  ],
];
for (const [header, years] of [
  ["学年度", [2022, 2023]],
  ["年份", ["2022年", "2023年"]],
  ["年度", [2022, 2023]],
  ["学年", ["2022-2023", "2023-2024"]],
  ["统计年份", ["2022", "2023"]],
]) {
  test(`real-13: one row a year, in a column ${header}`, async () => {
    for (const [, came] of inEveryFormat(byRow(header, years), kSome)) {
      await asksYears(came, { years: ["2022", "2023"], schools: kYears });
    }
    const answer = await answerTo(pasted(tsv(byRow(header, years))));
    assertNothingTaken(answer);
  });
}

test("one year in a column of years asks nothing", async () => {
  const cells = kOtherCells.map((row, i) => [i === 0 ? "年度" : 2024, ...row]);
  for (const [, came] of inEveryFormat(cells, kSome)) assertSchools(await answerTo(came), kOther);
  const founded = kOtherCells.map((row, i) => [...row, i === 0 ? "建校年份" : 1950 + i]);
  for (const [, came] of inEveryFormat(founded, kSome)) assertSchools(await answerTo(came), kOther);
});

const above = {
  name: "表",
  cells: [
    ["学校名称", "学校类型", "2022年", "", "2023年", ""],
    ["", "", "在校生数", "图书册数", "在校生数", "图书册数"],
    ["青山小学", "小学", 300, 3000, 330, 6600],
    ["柳河小学", "小学", 200, 2600, 180, 5400],
  ],
  merges: [
    [0, 0, 2, 1],
    [0, 1, 2, 1],
    [0, 2, 1, 2],
    [0, 4, 1, 2],
  ],
};
for (const [format, came] of [
  ["paste", pasted("", webPage(above))],
  ...inEveryFormat(above, ["html as .xls", "xlsx", "xls"]),
  ...inEveryFormat(above.cells, ["csv", "ods"]),
]) {
  test(`real-11: years above the columns, in ${format}`, async () => {
    const question = await asksYears(came, { years: ["2022", "2023"], schools: kYears });
    const chosen = await answerTo(came, { reading: answering(question, "2023") });
    assert.deepEqual([stageOf(chosen).pupils, indicatorOf(chosen, "books").meanText], [510, "23.53"]);
  });
}

test("years in the names of the columns, before, behind and below", async () => {
  for (const header of [
    ["学校名称", "学校类型", "2022年在校生数", "2022年图书册数", "2023年在校生数", "2023年图书册数"],
    ["学校名称", "学校类型", "在校生数（2022年）", "图书册数（2022年）", "在校生数（2023年）", "图书册数（2023年）"],
    ["学校名称", "学校类型", "在校生数2022", "图书册数2022", "在校生数2023", "图书册数2023"],
  ]) {
    for (const [, came] of inEveryFormat([header, ...above.cells.slice(2)], ["paste", "csv", "xlsx"]))
      await asksYears(came, { years: ["2022", "2023"], schools: kYears });
  }
  const below = [
    ["学校名称", "学校类型", "在校生数", "", "图书册数", ""],
    ["", "", "2022年", "2023年", "2022年", "2023年"],
    ["青山小学", "小学", 300, 330, 3000, 6600],
    ["柳河小学", "小学", 200, 180, 2600, 5400],
  ];
  const merged = {
    name: "表",
    cells: below,
    merges: [
      [0, 0, 2, 1],
      [0, 1, 2, 1],
      [0, 2, 1, 2],
      [0, 4, 1, 2],
    ],
  };
  for (const came of [pasted("", webPage(merged)), ...inEveryFormat(merged, ["xlsx"]).map(([, one]) => one)])
    await asksYears(came, { years: ["2022", "2023"], schools: kYears });
});

test("one field in two years, the others in one: the field is asked about, the others are taken", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "2022年图书册数", "2023年图书册数"],
    ["青山小学", "小学", 330, 3000, 6600],
    ["柳河小学", "小学", 180, 2600, 5400],
  ];
  for (const [, came] of inEveryFormat(cells, ["paste", "csv", "xlsx"])) {
    const open = await answerTo(came);
    const question = assertAsked(open, "year", ["2022", "2023"], "2023");
    assert.equal(indicatorOf(open, "books")?.mean ?? null, null);
    const chosen = await answerTo(came, { reading: answering(question, "2023") });
    assertSchools(chosen, kYears[1]);
  }
});

test("上年 and 本年: the column of this year, or asked; never last year's in silence", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "上年图书册数", "本年图书册数"],
    ["青山小学", "小学", 330, 3000, 6600],
    ["柳河小学", "小学", 180, 2600, 5400],
  ];
  for (const [, came] of inEveryFormat(cells, ["paste", "csv", "xlsx"])) {
    const answer = await answerTo(came);
    if ((answer.questions ?? []).length === 0)
      assertSchools(answer, kYears[1], { may: ["column_asked", "column_twice"] });
    else assert.equal(indicatorOf(answer, "books")?.mean ?? null, null);
  }
});

test("three years: the newest is proposed, the order of the table does not matter", async () => {
  const cells = [
    ["年度", ...kCleanHeader],
    ...[2023, 2025, 2024].flatMap((year) =>
      kOtherRows.map(([name, type, pupils, books]) => [year, name, type, pupils + (year - 2023) * 7, books]),
    ),
  ];
  const answer = await answerTo(pasted(tsv(cells)));
  assertNothingTaken(answer);
  const question = assertAsked(answer, "year", ["2023", "2024", "2025"], "2025");
  assert.deepEqual(
    question.options.map(({ id }) => id),
    ["2025", "2024", "2023"],
  );
  const chosen = await answerTo(pasted(tsv(cells)), { reading: answering(question, "2024") });
  assertSchools(
    chosen,
    kOther.map((one) => ({ ...one, pupils: one.pupils + 7 })),
  );
  assertClean(await answerTo(pasted(tsv(kCleanCells))));
});
