// SPDX-License-Identifier: MIT
//
// Numbers of a report as facts of the county: which they are offered as, and how one joins what was filled in. The
// sentences are of the self-evaluation of Dadukou, 2024.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadJunheng } from "../../dist/site/engine/junheng.js";
import { sourceModule } from "../support/sources.mjs";
import { check } from "./checked.mjs";

const { filledIn, offeredFacts, withFact } = await sourceModule("report/offered.ts");
const junheng = await loadJunheng();
const standard = junheng.standards().find(({ id }) => id === "quality-2017");

const text =
  "优质均衡\n全区符合交流轮岗条件教师总数598名，实际交流轮岗教师174名；交流轮岗的骨干教师47名。" +
  "区特殊教育学生数为193人，共安排特殊教育学校公用经费115.8万元。义务教育学校公用经费5998万元。" +
  "小学就近划片入学比例为100%、初中就近划片入学比例为100%。不足100名学生村小学和教学点按100名学生核定公用经费。";
const offered = offeredFacts(check(text), standard);
const valueOf = (id, stage = "") => offered.find((one) => one.id === id && one.stage === stage)?.value;

test("each number is offered as one fact, in the fact's own unit", () => {
  assert.equal(valueOf("eligible_teachers"), "598");
  assert.equal(valueOf("exchanged_teachers"), "174");
  assert.equal(valueOf("exchanged_backbone"), "47");
  assert.equal(valueOf("special_funds"), "1158000");
  assert.equal(valueOf("special_pupils"), "193");
  assert.equal(valueOf("near_rate", "primary"), "100%");
  assert.equal(valueOf("near_rate", "middle"), "100%");
  assert.equal(valueOf("small_schools"), undefined);
  assert.equal(new Set(offered.map((one) => one.figure)).size, offered.length);
});

test("what was taken over is judged by the engine, and nothing that was filled in is lost", () => {
  let county = JSON.stringify({ name: "某区", items: { G1: true }, facts: { retention_rate: "98%" } });
  for (const one of offered) county = withFact(county, one, "见报告");
  for (const one of offered) assert.equal(filledIn(county, one), one.value);
  const { items, name, facts } = JSON.parse(county);
  assert.deepEqual([name, items, facts.retention_rate], ["某区", { G1: true }, "98%"]);
  const { counties } = junheng.evaluate({ standard: standard.id, county });
  const verdicts = Object.fromEntries(
    counties[0].parts.flatMap((part) => part.items ?? []).map((item) => [item.id, item.verdict]),
  );
  assert.deepEqual([verdicts.G7, verdicts.G11, verdicts.G13], ["pass", "pass", "pass"]);
});

test("facts that are kept as a table or of several counties are left alone", () => {
  assert.equal(withFact("毕业学生人数\t940\n", offered[0], ""), null);
  assert.equal(withFact("[{},{}]", offered[0], ""), null);
  assert.equal(filledIn("毕业学生人数\t940\n", offered[0]), null);
});
