// SPDX-License-Identifier: MIT
//
// Cells that happen to equal names of columns turn no table on end; a table that stands on end is still seen; what a
// person chose wins.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryFormat, kSome, tsv } from "./support/books.mjs";
import { answerTo, pasted } from "./support/given.mjs";
import { answering, assertAsked, assertSchools, said } from "./support/results.mjs";
import { kCleanHeader, kOther, kOtherCells } from "./support/results.mjs";

const names = [..."甲乙丙丁戊己庚辛壬癸子"];
const eleven = names.map((name, i) => ({ name: `${name}小学`, pupils: 200 + i * 10, county: "云岭县" }));

for (const [what, header, value] of [
  ["the kind of county", "区县类型", "县"],
  ["a degree", "校长学历", "本科"],
  ["a level", "举办者", "学校"],
  ["a title", "最高职称", "高级教师"],
  ["a place", "所在地", "镇区"],
  ["a stage", "办别", "小学"],
]) {
  test(`real-01: ${what}, the same in every row`, async () => {
    const cells = [
      ["学校代码", "学校名称", "区县名称", header, "学校类型", "学生数"],
      ...eleven.map(({ name, pupils, county }, i) => [100 + i, name, county, value, "小学", pupils]),
    ];
    for (const [, came] of inEveryFormat(cells, kSome)) {
      const answer = await answerTo(came);
      assert.deepEqual(
        answer.counties.map(({ name, stages }) => [name, stages[0].units, stages[0].pupils]),
        [["云岭县", 11, 2750]],
        said(answer),
      );
    }
  });
}

test("many columns of such cells, few rows", async () => {
  const cells = [
    ["学校名称", "区县类型", "举办者", "学校类型", "校长学历", "在校生数", "图书册数"],
    ["云溪小学", "县", "学校", "小学", "本科", 271, 7046],
    ["石门小学", "县", "学校", "小学", "本科", 643, 11317],
  ];
  for (const [, came] of inEveryFormat(cells, kSome)) assertSchools(await answerTo(came), kOther.slice(0, 2));
});

const turned = (cells) => cells[0].map((_, column) => cells.map((row) => row[column]));
test("a school a column, from two schools to twelve", async () => {
  for (const count of [2, 3, 4]) {
    const cells = turned(kOtherCells.slice(0, count + 1));
    for (const [, came] of inEveryFormat(cells, kSome)) assertSchools(await answerTo(came), kOther.slice(0, count));
  }
  const twelve = Array.from({ length: 12 }, (_, i) => ({
    name: `第${i + 1}小学`,
    pupils: 211 + i * 17,
    books: 5000 + i * 301,
  }));
  const cells = turned([kCleanHeader, ...twelve.map(({ name, pupils, books }) => [name, "小学", pupils, books])]);
  assertSchools(await answerTo(pasted(tsv(cells))), twelve);
});

test("a direction that a person chose wins, and is asked for where both are near", async () => {
  const open = await answerTo(pasted(tsv(kOtherCells)), {
    reading: { answers: [{ question: "direction", sheet: 0, row: 0, option: "rows" }] },
  });
  assertSchools(open, kOther);
  const onEnd = await answerTo(pasted(tsv(turned(kOtherCells))), {
    reading: { answers: [{ question: "direction", sheet: 0, row: 0, option: "columns" }] },
  });
  assertSchools(onEnd, kOther);
  // Names of columns on both sides: 2 by 2.
  const near = [
    ["学校名称", "在校生数"],
    ["图书册数", "300"],
  ];
  const answer = await answerTo(pasted(tsv(near)));
  assert.ok(
    answer.issues.some(({ severity }) => severity !== "note"),
    said(answer),
  );
  if ((answer.questions ?? []).some(({ question }) => question === "direction")) {
    const question = assertAsked(answer, "direction", ["rows", "columns"]);
    await answerTo(pasted(tsv(near)), { reading: answering(question, "rows") });
  }
});

test("a header that a person chose is a header of rows, whatever the cells look like", async () => {
  const cells = [
    ["学校代码", "学校名称", "区县名称", "区县类型", "学校类型", "学生数"],
    ...eleven.map(({ name, pupils, county }, i) => [100 + i, name, county, "县", "小学", pupils]),
  ];
  const answer = await answerTo(pasted(tsv(cells)), { reading: { header: { sheet: 0, row: 1, last: 1 } } });
  assert.deepEqual(
    answer.counties.map(({ name, stages }) => [name, stages[0].units]),
    [["云岭县", 11]],
    said(answer),
  );
});
