// SPDX-License-Identifier: MIT
//
// Schools' sealed files put together: every decision stays with the cell, row, table or question it was made for, and
// what cannot is refused or said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPublisher } from "../support/publishing.mjs";

const publisher = await loadPublisher();

const head = "学校名称\t学校类型\t在校生数\t专任教师数\t图书册数\n";
const school = (name, pupils, books) => `${name}\t小学\t${pupils}\t20\t${books}\n`;
/** Schools of the same kind: a few hundred books each. */
const plain = (names, from = 0) =>
  [...names].map((name, i) => school(`${name}小学`, 100 + from + i, 3000 + i)).join("");
const fileOf = (name, tables, changes = {}) => {
  const work = { standard: "basic-2012", tables: tables.map((text) => ({ name: "", text })), ...changes };
  return { name, data: publisher.check(publisher.seal(work).single()).data };
};
const merged = (files) => {
  const found = publisher.merge(files);
  assert.equal(found.fault, undefined, found.fault);
  return { ...found, evaluation: publisher.seal(found.work).evaluation };
};
const remarksOf = ({ issues }) =>
  issues.filter(({ code }) => code === "outlier").map(({ sheet, row, found, remark }) => [sheet, row, found, remark]);

/** Three files; in each one school has far too many books, in the second file in its second table. */
const one = (changes) => fileOf("甲.html", [head + plain("子丑寅") + school("卯小学", 110, 90_001)], changes);
const two = (changes) =>
  fileOf(
    "乙.html",
    [`统计表\n\n${head}${plain("辰巳", 10)}`, `${head}${plain("午", 20)}${school("未小学", 120, 90_002)}`],
    changes,
  );
const three = (changes) => fileOf("丙.html", [head + school("申小学", 130, 90_003) + plain("酉戌亥", 30)], changes);
const remark = (row, text, more = {}) => ({ code: "outlier", row, indicator: "books", text, ...more });

test("remarks go with their row and table", () => {
  const { work, evaluation } = merged([
    one({ remarks: [remark(5, "甲的捐赠")] }),
    // Lines are counted on from table to table, or from the table that is named.
    two({ remarks: [remark(6 + 3, "乙的捐赠")] }),
    three({ remarks: [remark(2, "丙的捐赠")] }),
  ]);
  const texts = evaluation.issues.filter(({ code }) => code === "outlier").map(({ remark: text }) => text);
  assert.deepEqual(texts, ["甲的捐赠", "乙的捐赠", "丙的捐赠"], JSON.stringify(remarksOf(evaluation)));
  assert.deepEqual(
    work.remarks.map(({ sheet, row }) => [sheet, row]),
    [
      [0, 5],
      [1, 9],
      [3, 2],
    ],
  );
  const named = merged([one(), two({ remarks: [remark(3, "乙的捐赠", { sheet: 1 })] }), three()]);
  assert.deepEqual(
    named.evaluation.issues.filter(({ code }) => code === "outlier").map(({ remark: text }) => text),
    [null, "乙的捐赠", null],
  );
});

test("remarks of one file stay where they are, and what is sealed again is merged again", () => {
  const { work } = merged([one({ remarks: [remark(5, "甲的捐赠")] })]);
  assert.deepEqual(
    work.remarks.map(({ sheet = 0, row, text }) => [sheet, row, text]),
    [[0, 5, "甲的捐赠"]],
  );
  const both = publisher.merge([one({ remarks: [remark(5, "甲")] }), two({ remarks: [remark(9, "乙")] })]).work;
  const again = { name: "甲乙.html", data: publisher.check(publisher.seal(both).single()).data };
  const { evaluation } = merged([three({ remarks: [remark(2, "丙")] }), again]);
  assert.deepEqual(
    evaluation.issues.filter(({ code }) => code === "outlier").map(({ remark: text }) => text),
    ["丙", "甲", "乙"],
  );
});

test("remarks about a table as a whole say whose table it was, and none hides another", () => {
  const whole = (text, row) => ({ code: "outlier", row, indicator: "books", text });
  const { work } = merged([
    one({ remarks: [whole("并入的", 0)] }),
    two({ remarks: [whole("合并的", null)] }),
    three({ remarks: [{ code: "magnitude", row: 0, indicator: "books", text: "按千元" }] }),
  ]);
  assert.deepEqual(
    work.remarks.map(({ code, text }) => [code, text]),
    [
      ["outlier", "甲.html：并入的；乙.html：合并的"],
      ["magnitude", "丙.html：按千元"],
    ],
  );
});

test("edits, rows left out and answers go with their table", () => {
  const { work, evaluation } = merged([
    one({ reading: { leftOut: [{ row: 2 }] } }),
    two({
      reading: {
        edits: [{ sheet: 1, row: 3, column: 4, text: "3005" }],
        leftOut: [{ sheet: 0, row: 4 }],
        answers: [{ question: "sum_row", sheet: 1, row: 3, option: "school" }],
      },
    }),
    three({ reading: { edits: [{ row: 2, column: 4, text: "3006" }] } }),
  ]);
  const { edits, leftOut, answers } = work.reading;
  assert.deepEqual(
    edits.map(({ sheet, row, text }) => [sheet, row, text]),
    [
      [2, 3, "3005"],
      [3, 2, "3006"],
    ],
  );
  assert.deepEqual(
    leftOut.map(({ sheet, row }) => [sheet, row]),
    [
      [0, 2],
      [1, 4],
    ],
  );
  assert.deepEqual(answers, [{ question: "sum_row", sheet: 2, row: 3, option: "school" }]);
  const names = evaluation.counties[0].units.map(({ school: name }) => name);
  assert.deepEqual(names.join(""), [..."丑寅卯巳午未申酉戌亥"].map((name) => `${name}小学`).join(""));
  // What is left is the outlier of the first file alone.
  assert.deepEqual(remarksOf(evaluation).map(([, , found]) => found?.includes("90") ?? false).length, 1);
});

const kYears = "年份\t学校名称\t学校类型\t在校生数\t专任教师数\t图书册数\n";
const yearRows = (name) => `${kYears}2023\t${name}小学\t小学\t100\t20\t3000\n2024\t${name}小学\t小学\t110\t20\t3100\n`;
const answered = (name, year) => {
  const { data } = fileOf(`${name}.html`, [yearRows(name)]);
  const reading = { answers: [{ question: "year", sheet: 0, row: 0, option: year }] };
  return { name: `${name}.html`, data: { ...data, reading } };
};

test("the year is one for all: asked once, refused where files differ", () => {
  const { evaluation, work } = merged([answered("子", "2023"), answered("丑", "2023")]);
  assert.deepEqual(work.reading.answers, [{ question: "year", sheet: 0, row: 0, option: "2023" }]);
  assert.deepEqual(
    evaluation.counties[0].units.map(({ pupils }) => pupils),
    [100, 100],
  );
  for (const between of [[], [one()]])
    assert.deepEqual(publisher.merge([answered("子", "2023"), ...between, answered("丑", "2024")]), {
      fault: "years",
      files: ["子.html", "丑.html"],
    });
});

test("chosen columns hold where all files have the same ones, and nowhere else", () => {
  const odd = (names, heads = "学校名称\t学校类型\t在校生数\t书\t专任教师数\n") =>
    heads + [...names].map((name) => `${name}小学\t小学\t100\t3000\t20\n`).join("");
  const columns = [{ column: 3, field: "books", stage: "", unit: "" }];
  const { evaluation } = merged([
    fileOf("甲.html", [odd("子丑")], { reading: { columns } }),
    fileOf("乙.html", [odd("寅")], { reading: { columns } }),
  ]);
  assert.deepEqual(evaluation.columns[3].match, "chosen");
  assert.ok(
    evaluation.counties[0].units.every(({ values }) => values.some(({ id, value }) => id === "books" && value)),
  );
  const elsewhere = odd("寅", "学校名称\t学校类型\t在校生数\t专任教师数\t书\n");
  assert.equal(
    publisher.merge([
      fileOf("甲.html", [odd("子丑")], { reading: { columns } }),
      fileOf("乙.html", [elsewhere], { reading: { columns } }),
    ]).fault,
    "columns",
  );
  assert.equal(
    publisher.merge([fileOf("甲.html", [odd("子丑")], { reading: { columns } }), fileOf("乙.html", [odd("寅")])]).fault,
    "columns",
  );
});

test("last year's tables are not mixed up: named as not merged, kept where there is one file", () => {
  const previous = head + plain("子丑寅");
  const { work, notMerged } = merged([one({ previous }), three()]);
  assert.deepEqual([work.previous, notMerged], ["", ["甲.html"]]);
  const alone = merged([one({ previous })]);
  assert.deepEqual([alone.work.previous, alone.notMerged], [previous, []]);
});
