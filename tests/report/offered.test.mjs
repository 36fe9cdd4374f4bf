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

test("what the published report gives for its own items is judged as it says itself, and as its numbers say", () => {
  const report =
    "优质均衡\n2016年及之前建成投用的义务教育学校27所,其中音乐、美术教室数量和面积达标学校27所,达标率100%2016年之后新建投用的义务教育学校7所,其中音乐、美术教室数量和面积达标学校7所,达标率100%\n" +
    "目前,全区共有义务教育学校34所。目前超过2000人的小学4所,初中2所。\n" +
    "小学班级共697个,超过45人的小学班级342个;初中9所,班额全部达标初中7所。初中班级共260个,超过50人的初中班级56个。\n" +
    "2023年,全区优质高中招生名额总数974人,分配名额685人,占比70.33%。\n" +
    "初中毕业生数为4077人,三年前初中一年级在校生数为4023人,转入学生数为158人,死亡学生数为1人,转出学生数为103人,初中三年巩固率为101.3%。\n" +
    "小学校际差异率分别为0.0670.0370.1790.032。";
  const facts = offeredFacts(check(report), standard);
  const rooms = facts.find((one) => one.id === "schools_with_rooms");
  assert.deepEqual([rooms.value, rooms.text], ["34", "27所 + 7所 = 34所"]);
  // what ran together is no number, and what cannot be is no fact
  assert.deepEqual(
    facts.filter((one) => /^gap_|^retention_rate$/.test(one.id)),
    [],
  );
  let county = "";
  for (const one of facts) county = withFact(county, one, "见报告");
  const items = junheng
    .evaluate({ standard: standard.id, county })
    .counties[0].parts.flatMap((part) => part.items ?? []);
  const verdictOf = (id) => items.find((item) => item.id === id).checks[0].verdict;
  assert.deepEqual(
    ["G3", "G4", "G5", "G14", "Q1"].map((id) => [id, verdictOf(id)]),
    [
      ["G3", "pass"],
      ["G4", "fail"],
      ["G5", "fail"],
      ["G14", "pass"],
      ["Q1", "pass"],
    ],
  );
});

test("facts that are kept as a table or of several counties are left alone", () => {
  assert.equal(withFact("毕业学生人数\t940\n", offered[0], ""), null);
  assert.equal(withFact("[{},{}]", offered[0], ""), null);
  assert.equal(filledIn("毕业学生人数\t940\n", offered[0]), null);
});

test("an item that says the rule and concludes 达标 attests what only a county can say; what concludes less attests nothing", () => {
  const report = (g14) =>
    "优质均衡\n指标一：县域内义务教育学校规划布局合理，符合国家规定要求。编制了布局规划。\n自评结论：达标。\n" +
    "指标十四：全县优质高中招生名额分配比例不低于50%，并向农村初中倾斜。2023年，全区优质高中招生名额总数974人，分配名额685人，占比70.33%。大渡口区无农村学校。\n" +
    `自评结论：${g14}。\n指标十五：留守儿童关爱体系健全。\n自评结论：基本达标。`;
  const verdictsOf = (text) => {
    let county = "";
    for (const one of offeredFacts(check(text), standard)) county = withFact(county, one, "见报告");
    const items = junheng
      .evaluate({ standard: standard.id, county })
      .counties[0].parts.flatMap((part) => part.items ?? []);
    return ["G1", "G14", "G15"].map((id) => items.find((item) => item.id === id).verdict);
  };
  assert.deepEqual(verdictsOf(report("达标")), ["pass", "pass", "unknown"]);
  assert.deepEqual(verdictsOf(report("基本达标")), ["pass", "unknown", "unknown"]);
  const rural = offeredFacts(check(report("达标")), standard).find((one) => one.id === "G14.rural");
  assert.deepEqual([rural.value, rural.text, rural.figure.sentence.text], ["是", "达标", "自评结论：达标。"]);
});
