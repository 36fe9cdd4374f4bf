// SPDX-License-Identifier: MIT
//
// The whole evaluation through the engine as others use it: a published report entered as facts, every explanation
// worked out again by an independent evaluator, standards of one's own, remarks.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { workOut, workOutSteps } from "../files/formulas.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const { loadJunheng } = await import(new URL("dist/site/engine/junheng.js", root).href);
const junheng = await loadJunheng();
const dadukou = JSON.parse(read("tests/golden/dadukou-2024.county.json"));
const sample = read("public/samples/sample-county.tsv");

const close = (a, b, what) =>
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${what}: ${a} is not ${b}`);
const itemsOf = (county) => county.parts.flatMap((part) => part.items);

test("大渡口 2024: its 24 items as the rules recompute them", () => {
  const result = junheng.evaluate({ county: dadukou });
  const [county] = result.counties;
  assert.equal(county.name, "大渡口区");
  assert.equal(county.verdict, "fail", "the report itself says that all 24 are met");
  const failing = itemsOf(county)
    .filter((item) => item.verdict === "fail")
    .map((item) => item.id);
  assert.deepEqual(failing, ["G4", "G5", "Q9"]);
  const items = itemsOf(county).filter((item) => /^[GQ]/.test(item.id));
  assert.equal(items.length, 24);
  for (const item of items) assert.equal(item.verdict, failing.includes(item.id) ? "fail" : "pass", item.id);
  const value = (id, check) => items.find((i) => i.id === id).checks.find((c) => c.id === check).judged[0].value;
  close(value("Q1", "retention"), 1, "100.0 %, not the 101.3 of the report");
  close(value("G7", "special"), 6000, "G7");
  close(value("G8", "pay"), 157386 / 134502, "G8");
  close(value("G11", "exchange"), 174 / 598, "G11");
  close(value("G11", "backbone"), 47 / 174, "G11");
  close(value("G14", "allocated"), 685 / 974, "G14");
  close(value("Q4", "share"), 528 / 5998, "Q4");
  for (const id of ["G1", "G10", "Q3", "Q5", "Q6", "Q7", "Q8"]) {
    assert.equal(items.find((item) => item.id === id).basis, "attested", id);
  }
  for (const id of ["G4", "G5", "Q9"]) {
    assert.ok(county.conclusion.zh.includes(id) && county.conclusion.en.includes(id), county.conclusion.zh);
  }
  assert.deepEqual([...new Set(result.issues.map((issue) => issue.code))], ["fact_converted"]);
});

test("retention by other formulas stands beside the one that counts, C with its warning", () => {
  const q1 = itemsOf(junheng.evaluate({ county: dadukou }).counties[0]).find((item) => item.id === "Q1");
  const variants = Object.fromEntries(q1.checks[0].variants.map((one) => [one.choice, one]));
  close(variants.B.value, 1, "B");
  close(variants.C.value, 4077 / 4023, "C");
  const byC = itemsOf(junheng.evaluate({ county: dadukou, options: { retention: "C" } }).counties[0]).find(
    (i) => i.id === "Q1",
  );
  assert.match(byC.checks[0].message.zh, /101\.34 %（超过 100 %，请核对）/);
  assert.doesNotMatch(q1.checks[0].message.zh, /核对/);
  assert.equal(variants.B.warning, null);
  assert.ok(variants.C.warning.zh.length > 5);
});

/** Every judged number of items with its formula. */
function explainedItems(county) {
  const all = [...itemsOf(county), ...county.supplements].flatMap((item) =>
    item.checks.filter((check) => check.basis === "computed").map((check) => [item.id, check]),
  );
  return all.flatMap(([id, check]) => check.judged.map((judged) => [`${id}.${check.id}`, check, judged]));
}

const compare = {
  atLeast: (a, b) => a >= b,
  above: (a, b) => a > b,
  atMost: (a, b) => a <= b,
  below: (a, b) => a < b,
};

test("every number of an item is what its formula gives, and its verdict what the comparison gives", () => {
  const facts = { ...dadukou, recognition: "86%", education_spending: { 2021: 90, 2022: 92, 2023: 95 } };
  delete facts.name;
  const { counties } = junheng.evaluate({ table: sample, county: facts });
  let worked = 0;
  for (const [where, check, judged] of explainedItems(counties[0])) {
    if (judged.value === null) {
      // Without anybody to speak of there is no value, and nothing to fail: ÷ 0 schools below 100 pupils.
      assert.equal(judged.verdict === "pass", judged.formula.endsWith("÷ 0"), `${where}: ${judged.formula}`);
      continue;
    }
    close(workOut(judged.formula), judged.value, `${where}: ${judged.formula}`);
    for (const step of judged.steps ?? []) close(workOut(step.formula), step.value, `${where} ${step.name}`);
    if (judged.limit !== null) {
      // Fractions such as 100 % are compared exactly by the engine; a double may miss them by its last bit.
      const passes = compare[check.compare](judged.value, judged.limit);
      assert.equal(judged.verdict === "pass", passes, `${where}: ${judged.value} ${check.compare} ${judged.limit}`);
      assert.ok(judged.source === null ? judged.confidence === "M" : judged.source.zh.length > 0, where);
    }
    assert.ok(judged.cells.length > 0, where);
    worked += 1;
  }
  assert.ok(worked > 30, `${worked} numbers`);
});

test("every coefficient and every value of every unit is what its formula gives", () => {
  for (const standard of ["quality-2017", "basic-2012"]) {
    const { counties } = junheng.evaluate({ table: sample, standard, explain: true });
    let coefficients = 0;
    let values = 0;
    for (const stage of counties[0].stages) {
      for (const one of stage.indicators.filter((indicator) => indicator.cv !== null)) {
        const names = workOutSteps(one.explanation.steps);
        close(names.CV, one.cv, `${stage.stage} ${one.id}`);
        close(names["X̄"], one.mean, `${stage.stage} ${one.id}`);
        coefficients += 1;
      }
    }
    for (const unit of counties[0].units) {
      for (const one of unit.values.filter((value) => value.value === null && value.explanation !== null))
        assert.match(one.explanation.formula, /\?/, `${unit.school} ${one.id}`);
      for (const one of unit.values.filter((value) => value.value !== null)) {
        close(workOut(one.explanation.formula), one.value, `${unit.school} ${one.id}: ${one.explanation.formula}`);
        for (const cell of one.explanation.cells) {
          assert.ok(cell.row === unit.row && cell.column !== null, one.id);
          const line = sample.split("\n")[cell.row - 1].split("\t");
          assert.ok(line.includes(cell.found), `${cell.found} in row ${cell.row}`);
        }
        values += 1;
      }
    }
    assert.ok(coefficients >= 6 && values > 100, `${standard}: ${coefficients} coefficients, ${values} values`);
  }
});

test("a variant in ten lines changes its one limit and nothing else", () => {
  const changes = {
    schema: "junheng.standard/1",
    id: "stricter",
    parent: "quality-2017",
    title: { zh: "较严的标准", en: "A stricter standard" },
    document: { zh: "示例", en: "an example" },
    balanceRule: { limit: { primary: { value: "0.2", source: "nanchuan-2021", confidence: "R" } } },
  };
  assert.ok(JSON.stringify(changes, null, 1).split("\n").length < 30);
  assert.deepEqual(junheng.addStandard(changes), []);
  const stages = (standard) => junheng.evaluate({ table: sample, standard }).counties[0].stages;
  const strip = (stage, keys) => JSON.stringify(stage, (key, value) => (keys.includes(key) ? undefined : value));
  const [primary, middle] = stages("stricter");
  const [before, same] = stages("quality-2017");
  assert.deepEqual(middle, same);
  const changed = ["cvLimit", "cvText", "verdict", "explanation"];
  assert.equal(strip(primary, changed), strip(before, changed));
  assert.deepEqual(
    primary.indicators.map((one) => one.cvLimit),
    Array(7).fill(0.2),
  );
  assert.equal(
    primary.indicators.filter((one) => one.verdict === "fail").length,
    before.indicators.filter((one) => one.cv > 0.2).length,
  );
});

test("a file with faults is refused with all of them, each with its path, in both languages", () => {
  const faults = junheng.addStandard({ schema: "x", id: "mine", stages: ["nursery"] });
  assert.ok(faults.length > 5);
  assert.ok(faults.some((fault) => fault.path === "/stages/0"));
  for (const fault of faults)
    assert.ok(fault.path.startsWith("/") && /应为/.test(fault.message.zh) && fault.message.en);
  assert.equal(junheng.evaluate({ table: sample, standard: "mine" }).standard, null);
  assert.equal(junheng.addStandard("no JSON")[0].path, "");
});

test("the variants that come with the site load", () => {
  for (const id of ["chongqing-2012", "shenyang-2024"]) {
    assert.deepEqual(junheng.addStandard(read(`core/standards/variants/${id}.json`)), [], id);
    assert.ok(
      junheng.standards().some((one) => one.id === id),
      id,
    );
  }
  const g7 = (standard) =>
    itemsOf(junheng.evaluate({ county: dadukou, standard }).counties[0]).find((i) => i.id === "G7");
  assert.equal(g7("shenyang-2024").verdict, "fail", "6000 yuan are enough for the state, not for Shenyang");
  assert.equal(g7("quality-2017").verdict, "pass");
});

test("a remark answers a suspicion and stays with it; what must be right cannot be talked away", () => {
  const rows = ["甲", "乙", "丙", "丁", "戊"].map((name, i) => `${name}小学\t100\t${i === 0 ? 9000 : 300}\t${20}\t25`);
  const table = `学校名称\t在校生数\t图书册数\t专任教师数\t骨干教师数\n${rows.join("\n")}`;
  const remarks = [
    { code: "outlier", row: 2, indicator: "books", text: "接收了一批捐赠图书" },
    { code: "part_over_whole", row: 2, indicator: null, text: "没有错" },
  ];
  const { issues } = junheng.evaluate({ table, standard: "basic-2012", remarks });
  const outlier = issues.find((issue) => issue.code === "outlier");
  assert.deepEqual([outlier.tier, outlier.remark], ["experience", "接收了一批捐赠图书"]);
  const logic = issues.find((issue) => issue.code === "part_over_whole");
  assert.deepEqual([logic.tier, logic.remark], ["logic", null]);
});

test("a county of 60 units with everything filled in: the time of one evaluation is printed", (t) => {
  const [header, ...rows] = sample.trim().split("\n");
  const twice = [
    header,
    ...rows,
    ...rows.map((row) => row.replace(/\t([^\t]*(?:小学|中学|学校)[^\t]*)/, "\t$1二")),
  ].join("\n");
  const facts = { ...dadukou };
  delete facts.name;
  const times = [];
  let units = 0;
  for (let i = 0; i < 30; i += 1) {
    const from = performance.now();
    const result = junheng.evaluate({ table: twice, county: facts, detail: "summary" });
    times.push(performance.now() - from);
    units = result.counties[0].stages.reduce((sum, stage) => sum + stage.units, 0);
  }
  times.sort((a, b) => a - b);
  t.diagnostic(`${units} units, summary: median ${times[15].toFixed(2)} ms, fastest ${times[0].toFixed(2)} ms`);
  assert.ok(units >= 60);
});
