// SPDX-License-Identifier: MIT
//
// What was filled in beside a table goes along with a newer table of the same county, and what was said of a row only
// where the row is of the same school.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadJunheng } from "../support/publishing.mjs";
import { sourceModule } from "../support/sources.mjs";

const { EngineCalculator } = await sourceModule("work/calculator.ts");
const { kNoDecisions } = await sourceModule("work/project.ts");
const { carriedOver, countOf, filledOf, sameCounty, standingOf } = await sourceModule("work/filled.ts");
const junheng = await loadJunheng();

const tableOf = (county, names) =>
  `${county === "" ? "" : "区县\t"}学校名称\t学校类型\t在校生数\t图书册数\n${names
    .map((name, at) => `${county === "" ? "" : `${county}\t`}${name}\t小学\t10${at}\t2000`)
    .join("\n")}\n`;
function opened(table, decisions = kNoDecisions) {
  const calculator = new EngineCalculator(junheng, () => undefined);
  calculator.open({ sheets: [{ table }], name: "", decisions });
  return calculator;
}
const remark = (row) => ({ code: "outlier", row, indicator: "books", text: "属实" });
const scenario = (...rows) => ({
  name: "方案",
  changes: rows.map((row) => ({ kind: "set", row, field: "books", stage: "", text: "9" })),
});

test("facts are counted one by one, however they are written", () => {
  const counted = (county) => filledOf({ ...kNoDecisions, county }).facts;
  assert.equal(counted(""), 0);
  assert.equal(counted(JSON.stringify({ name: "甲县", items: { G1: true, G2: false }, 财政: 3 })), 3);
  assert.equal(counted(JSON.stringify([{ facts: { a: 1 } }, { coefficients: { b: { primary: 0.1 } } }])), 2);
  assert.equal(counted("名称\t值\n甲\t1\n"), 2);
  assert.equal(counted("null"), 0);
  const all = { ...kNoDecisions, remarks: [remark(2)], scenarios: [scenario(2)], options: { a: "b" } };
  assert.equal(countOf(filledOf(all)), 3);
});

test("the same county: by its name, or where none is named by its schools", () => {
  const same = (before, after) => sameCounty(standingOf(opened(before), kNoDecisions), opened(after).result());
  assert.equal(same(tableOf("甲县", ["一小"]), tableOf("甲县", ["九小", "十小"])), true);
  assert.equal(same(tableOf("甲县", ["一小"]), tableOf("乙县", ["一小"])), false);
  assert.equal(same(tableOf("甲县", ["一小"]), tableOf("", ["一小"])), false);
  assert.equal(same(tableOf("", ["一小", "二小", "三小"]), tableOf("", ["二小", "三小", "四小"])), true);
  assert.equal(same(tableOf("", ["一小", "二小"]), tableOf("", ["三小", "四小"])), false);
});

test("remarks and scenarios stay with their schools, or stay behind and are counted", () => {
  const decisions = {
    ...kNoDecisions,
    county: "[]",
    options: { a: "b" },
    reading: { edits: [{ row: 2, column: 1, text: "1" }] },
    remarks: [remark(2), remark(3), remark(0)],
    scenarios: [scenario(2, 900_000_000), scenario(2, 3)],
  };
  const before = standingOf(opened(tableOf("甲县", ["一小", "二小"])), decisions);
  const after = opened(tableOf("甲县", ["一小", "新小", "二小"]));
  const carried = carriedOver(decisions, before, after);
  assert.deepEqual(carried, {
    decisions: {
      ...kNoDecisions,
      county: "[]",
      options: { a: "b" },
      remarks: [remark(2), remark(0)],
      scenarios: [scenario(2, 900_000_000)],
    },
    left: 2,
  });
});
