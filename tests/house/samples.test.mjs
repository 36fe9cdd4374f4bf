// SPDX-License-Identifier: MIT
//
// The sample tables are what they claim to be: recomputed here with exact fractions, without the core.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { expectedFiles } from "../made/golden/make-expected.mjs";
import { makeSample } from "../made/samples/make-sample.mjs";
import {
  decimal,
  evaluate,
  kBooks2012,
  kQuality2017,
  readTable,
  sumOverUnits,
  unitsOf,
} from "../made/samples/reference.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const sample = read("public/samples/sample-county.tsv");
const answer = evaluate(sample, kQuality2017);

test("the committed sample is the generator's output", () => {
  assert.equal(sample, makeSample());
});

test("the committed expectations are the reference's output", () => {
  for (const [name, text] of Object.entries(expectedFiles())) assert.equal(read(`tests/golden/${name}`), text, name);
});

test("every row and the county say that the data is a sample", () => {
  for (const { cells } of readTable(sample)) {
    assert.equal(cells["区县"], "示例区");
    assert.match(cells["学校名称"], /^示例/);
    assert.equal(cells["备注"], "示例数据");
  }
});

test("the evaluated units have the published sums", () => {
  const { units } = unitsOf(readTable(sample));
  const [primary, middle] = answer.stages;
  assert.deepEqual([primary.units, middle.units, units.length], [25, 9, 34]);
  assert.equal(new Set(units.map((unit) => unit.school)).size, 30);
  assert.equal(primary.pupils + middle.pupils, 43790);
  assert.equal(sumOverUnits(units, "专任教师数"), 2152);
  assert.equal(sumOverUnits(units, "县级以上骨干教师数"), 698);
  assert.equal(sumOverUnits(units, "体育艺术专任教师数"), 226 + 253);
});

test("the units are cut as in the published report", () => {
  const count = (stage, ...types) =>
    unitsOf(readTable(sample)).units.filter((unit) => unit.stage === stage && types.includes(unit.cells["学校类型"]))
      .length;
  assert.deepEqual(
    ["小学", "九年一贯制", "十二年一贯制", "小学校区"].map((type) => count("primary", type)),
    [19, 3, 1, 2],
  );
  assert.deepEqual(
    ["初中", "九年一贯制", "十二年一贯制"].map((type) => count("middle", type)),
    [3, 3, 1],
  );
  assert.equal(count("middle", "高完中", "完全中学"), 2);
  const large = (stage) => answer.units.filter((unit) => unit.stage === stage && unit.pupils > 2000).length;
  assert.deepEqual([large("primary"), large("middle")], [4, 2]);
  assert.deepEqual(
    answer.excluded.map((school) => school.reason),
    ["small_teaching_point", "special_education"],
  );
});

test("no school has more teachers of a kind than teachers", () => {
  for (const { school, stage, cells } of unitsOf(readTable(sample)).units) {
    const of = (name) => Number(decimal(cells[`${name}(${stage === "primary" ? "小学" : "初中"})`])[0]);
    for (const kind of ["高于规定学历教师数", "县级以上骨干教师数", "体育艺术专任教师数"]) {
      assert.ok(of(kind) <= of("专任教师数"), `${school} ${kind}`);
    }
  }
});

test("one school has 6 of 7 with the seventh at 85 % or above, all others have 7", () => {
  const six = answer.units.filter((unit) => unit.meeting !== 7);
  assert.deepEqual(
    six.map((unit) => [unit.school, unit.meeting, unit.verdict]),
    [["示例二小", 6, "pass"]],
  );
  const near = six[0].values.filter((value) => value.verdict !== "pass");
  assert.deepEqual(
    near.map((value) => [value.id, value.verdict]),
    [["teaching_area", "near"]],
  );
});

test("exactly one of the fourteen coefficients is over its limit", () => {
  const all = answer.stages.flatMap(({ stage, indicators }) =>
    indicators.map((indicator) => ({ stage, ...indicator })),
  );
  assert.equal(all.length, 14);
  const over = all.filter((indicator) => indicator.verdict !== "pass");
  assert.deepEqual(
    over.map(({ stage, id, verdict }) => [stage, id, verdict]),
    [["primary", "sports_area", "fail"]],
  );
  assert.ok(over[0].cv > 0.5 && over[0].cv < 0.6);
  assert.equal(answer.resources, "fail");
});

test("the rules restated for the oracle are those of core/standards", () => {
  const data = JSON.parse(read("core/standards/quality-2017.json"));
  const limits = (list) => list.map(({ id, threshold }) => [id, threshold]);
  const plain = (byStage) => Object.fromEntries(Object.entries(byStage).map(([stage, limit]) => [stage, limit.value]));
  assert.deepEqual(
    limits(kQuality2017.indicators),
    data.indicators.map(({ id, threshold }) => [id, plain(threshold)]),
  );
  assert.deepEqual(kQuality2017.cvLimit, plain(data.balanceRule.limit));
  assert.deepEqual([kQuality2017.meetAtLeast, kQuality2017.floor], [data.unitRule.meetAtLeast, data.unitRule.floor]);
});

test("the worked example of five schools gives its published figures", () => {
  const { stages, units } = evaluate(read("public/samples/five-schools.tsv"), kBooks2012);
  const {
    pupils,
    indicators: [books],
  } = stages[0];
  assert.equal(pupils, 302);
  assert.ok(Math.abs(books.mean - 6.3344371) < 1e-7);
  assert.ok(Math.abs(books.standardDeviation - 3.2638608) < 1e-7);
  assert.ok(Math.abs(books.cv - 0.5152566) < 1e-7);
  const shares = units.map((unit) => unit.values[0].cvShare);
  assert.deepEqual(
    shares.map((share) => (share * 100).toFixed(1)),
    ["0.0", "8.0", "48.1", "42.3", "1.6"],
  );
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-11);
});

test("the oracle splits schools as the rule's example does", () => {
  const header = ["学校名称", "学校类型", "小学在校生数", "初中在校生数", "高中在校生数", "图书册数"].join("\t");
  const values = (type, pupils, books) =>
    evaluate(`${header}\n${["甲", type, ...pupils, books].join("\t")}\n`, kBooks2012).units.map(
      (unit) => unit.values[0].value,
    );
  assert.deepEqual(values("九年一贯制", [600, 400, 0], 5200), [5, 5.5]);
  assert.deepEqual(values("完全中学", [0, 600, 500], 12000), [10]);
  assert.deepEqual(
    values("十二年一贯制", [600, 300, 200], 8000).map((value) => value.toFixed(6)),
    ["6.700168", "7.370184"],
  );
});
