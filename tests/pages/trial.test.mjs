// SPDX-License-Identifier: MIT
//
// One number of a school is another one, however its table stands: what is evaluated is the table with that very cell
// changed, and nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadJunheng } from "../../dist/site/engine/junheng.js";
import { sourceModule } from "../support/sources.mjs";

const { evaluateChanged, numbersOf } = await sourceModule("work/trial.ts");
const engine = await loadJunheng();

const kRows = [
  ["学校名称", "学校类型", "在校生数", "县级以上骨干教师数", "网络多媒体教室数"],
  ["甲小学", "小学", "600", "7", "7"],
  ["乙小学", "小学", "700", "7", "7"],
  ["丙小学", "小学", "800", "7", ""],
];
const text = (rows) => rows.map((row) => row.join("\t")).join("\n");
const onEnd = (rows) => rows[0].map((_, column) => rows.map((row) => row[column]));
const columns = (...places) => kRows.map((row) => places.map((place) => row[place]));
const changed = (rows, school, column, value) =>
  rows.map((row) => row.map((cell, at) => (row[0] === school && rows[0][at] === column ? value : cell)));

/** The county as it would be, and null where nothing could be changed. */
function tried(table, school, header, value) {
  const request = { standard: "quality-2017", table };
  const open = engine.open(request);
  const all = open.units(0).length;
  const units = Array.from({ length: all }, (_, unit) => open.explain({ county: 0, unit })).filter(
    (unit) => unit.school === school,
  );
  const number = numbersOf(open, 0, units).find((one) => one.header === header);
  assert.ok(number !== undefined, `${school} has ${header}`);
  const after = evaluateChanged(engine, request, number, value, { county: 0, units });
  open.close();
  if (after === null) return null;
  const county = after.county(0);
  after.close();
  return county;
}

/** Values of each school by name; rows of different tables have other numbers. */
const values = ({ units }) =>
  Object.fromEntries(
    units.map(({ school, values: own }) => [school, own.map(({ id, text: shown }) => `${id} ${shown}`)]),
  );
const asWritten = (table) => values(engine.evaluate({ standard: "quality-2017", table }).counties[0]);

test("a school a column: the cell is looked for down its column", () => {
  for (const school of ["甲小学", "丙小学"])
    for (const header of ["县级以上骨干教师数", "网络多媒体教室数"]) {
      const after = tried(text(onEnd(kRows)), school, header, "9");
      assert.ok(after !== null, `${school} ${header}`);
      assert.deepEqual(values(after), asWritten(text(changed(kRows, school, header, "9"))), `${school} ${header}`);
    }
});

test("two sheets that stand on end: each school's cell is in its own sheet", () => {
  const second = kRows.map((row, at) => (at === 0 ? row : [row[0].replace("小学", "中心小学"), ...row.slice(1)]));
  const sheets = [kRows, second].map((rows, at) => ({ name: `第${at + 1}张`, table: text(onEnd(rows)) }));
  const after = tried(sheets, "乙中心小学", "县级以上骨干教师数", "9");
  assert.ok(after !== null);
  const whole = [...kRows, ...changed(second, "乙中心小学", "县级以上骨干教师数", "9").slice(1)];
  assert.deepEqual(values(after), asWritten(text(whole)));
});

test("people in one sheet and rooms in another, in another order: the cell of that school in the other sheet", () => {
  const rooms = columns(0, 4);
  const other = [rooms[0], ...rooms.slice(1).reverse()];
  const sheets = [
    { name: "人", table: text(columns(0, 1, 2, 3)) },
    { name: "房", table: text(other) },
  ];
  for (const school of ["甲小学", "乙小学"]) {
    const after = tried(sheets, school, "网络多媒体教室数", "12");
    assert.ok(after !== null, school);
    assert.deepEqual(values(after), asWritten(text(changed(kRows, school, "网络多媒体教室数", "12"))), school);
  }
  // A number of the first sheet is still changed in the first.
  assert.deepEqual(
    values(tried(sheets, "乙小学", "县级以上骨干教师数", "12")),
    asWritten(text(changed(kRows, "乙小学", "县级以上骨干教师数", "12"))),
  );
});

test("a row that was left out on purpose stays out, and a corrected cell is what it was corrected to", () => {
  const reading = { edits: [{ row: 3, column: 1, text: "70" }], leftOut: [{ row: 5 }] };
  const request = { standard: "quality-2017", table: text(onEnd(kRows)), reading };
  const open = engine.open({ ...request, reading });
  const units = [open.explain({ county: 0, unit: 0 })];
  const numbers = numbersOf(open, 0, units);
  assert.equal(
    numbers.find(({ header }) => header === "网络多媒体教室数"),
    undefined,
    "its line is left out",
  );
  const number = numbers.find(({ header }) => header === "县级以上骨干教师数");
  const after = evaluateChanged(engine, request, number, "8", { county: 0, units });
  open.close();
  const [value] = after.county(0).units[0].values.filter(({ text: shown }) => shown !== null);
  after.close();
  assert.equal(value.value, (8 / 70) * 100, "of the corrected 70 pupils");
});
