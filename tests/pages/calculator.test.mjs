// SPDX-License-Identifier: MIT
//
// The text page computes what the workbench computes: all that a person decided reaches the engine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadJunheng } from "../support/publishing.mjs";
import { sourceModule } from "../support/sources.mjs";

const { EngineCalculator } = await sourceModule("work/calculator.ts");
const { withChoice } = await sourceModule("work/changes.ts");
const { decisionsOf, kNoDecisions } = await sourceModule("work/project.ts");
const junheng = await loadJunheng();

const tableOf = (books) =>
  `学校名称\t学校类型\t在校生数\t图书册数\n${["甲", "乙", "丙"].map((name, i) => `${name}小学\t小学\t100\t${books[i]}`).join("\n")}\n`;
const bytes = new TextEncoder().encode(tableOf([9000, 2000, 2100]));

function opened(decisions) {
  const calculator = new EngineCalculator(junheng, () => undefined);
  calculator.setStandard("basic-2012");
  calculator.open({ sheets: [{ table: bytes }], name: "", decisions });
  return calculator;
}
const jumps = (calculator) =>
  calculator
    .result()
    .issues(1000)
    .filter(({ code }) => code === "year_jump");

test("last year's table of a project raises the same doubts without a workbench", () => {
  assert.deepEqual(jumps(opened(kNoDecisions)), []);
  const previous = tableOf([1000, 2000, 2100]);
  const [jump, ...others] = jumps(opened({ ...kNoDecisions, previous }));
  assert.deepEqual([jump?.row, jump?.indicator, others.length], [2, "books", 0]);
  const asked = junheng.evaluate({ table: bytes, standard: "basic-2012", previous });
  assert.deepEqual(
    opened({ ...kNoDecisions, previous })
      .result()
      .issues(1000),
    asked.issues,
  );
});

test("the units of a county come piece by piece, the same as all at once, and end with the next result", () => {
  const schools = Array.from(
    { length: 90 },
    (_, i) => `第${i}小学\t${i % 9 === 0 ? "教学点" : "小学"}\t${20 + i}\t${900 * i}`,
  );
  const table = new TextEncoder().encode(`学校名称\t学校类型\t在校生数\t图书册数\n${schools.join("\n")}\n`);
  const calculator = opened(kNoDecisions);
  const first = calculator.result();
  assert.equal(first.gone, false);
  calculator.open({ sheets: [{ table }], name: "", decisions: kNoDecisions });
  assert.equal(first.gone, true);
  const result = calculator.result();
  const [{ units, ...county }] = junheng.evaluate({ table, standard: "basic-2012" }).counties;
  assert.deepEqual(result.county(0), county);
  assert.equal(units.length, 90);
  assert.deepEqual(result.units(0, 0, 40), units.slice(0, 40));
  assert.deepEqual(result.units(0, 80, 40), units.slice(80));
  assert.deepEqual(result.units(0, 90, 40), []);
  assert.deepEqual(result.units(0, 0, Infinity), units);
});

test("tables that come with a standard are judged by it; where they cannot be read it stays as it was", () => {
  const calculator = new EngineCalculator(junheng, () => undefined);
  const open = (table, standard) => {
    calculator.open({ sheets: [{ table }], name: "", decisions: kNoDecisions, standard });
    return calculator.result().head.standard.id;
  };
  assert.equal(open(bytes, "basic-2012"), "basic-2012");
  assert.equal(open("a\tb\n1\t2", "quality-2017"), "basic-2012");
  assert.notEqual(calculator.notice(), "");
  assert.equal(open(bytes, ""), "basic-2012", "that one stayed");
  assert.equal(open(bytes, "no-such-one"), "basic-2012");
  assert.equal(open(bytes, "quality-2017"), "quality-2017");
});

test("what was evaluated in steps is shown by open, of these tables and no others", async () => {
  let opened = 0;
  const counted = { ...junheng, open: (request) => ((opened += 1), junheng.open(request)) };
  const calculator = new EngineCalculator(counted, () => undefined);
  const tables = { sheets: [{ table: bytes }], name: "", decisions: kNoDecisions, standard: "basic-2012" };
  const others = { ...tables, standard: "quality-2017" };
  const asked = new AbortController();
  const pause = async () => undefined;
  assert.equal(await calculator.prepare(tables, asked.signal, pause), true);
  assert.equal(calculator.result(), null);
  calculator.open(tables);
  assert.deepEqual([opened, calculator.result().head.standard.id], [0, "basic-2012"]);
  assert.equal(await calculator.prepare(tables, asked.signal, pause), true);
  calculator.open(others);
  assert.deepEqual([opened, calculator.result().head.standard.id], [1, "quality-2017"]);
  // Overtaken, and stopped.
  const slow = calculator.prepare(tables, asked.signal, pause);
  assert.equal(await calculator.prepare(others, asked.signal, pause), true);
  assert.equal(await slow, false);
  assert.equal(await calculator.prepare(tables, asked.signal, async () => asked.abort()), false);
  calculator.open(others);
  assert.equal(opened, 2);
});

test("an answer to a doubt comes back with it", () => {
  const remarks = [{ code: "year_jump", row: 2, indicator: "books", text: "接收了捐赠" }];
  const decisions = decisionsOf({ ...kNoDecisions, previous: tableOf([1000, 2000, 2100]), remarks });
  const calculator = opened(decisions);
  assert.deepEqual(
    jumps(calculator).map(({ remark }) => remark),
    ["接收了捐赠"],
  );
  assert.deepEqual(calculator.decisions().remarks, remarks);
});

test("a choice between readings of the rule is a decision; the standard's own is none", () => {
  const retention = { id: "retention", default: "A" };
  assert.deepEqual(withChoice({ arts: "separate" }, retention, "C"), { arts: "separate", retention: "C" });
  assert.deepEqual(withChoice({ arts: "separate", retention: "C" }, retention, "B"), {
    arts: "separate",
    retention: "B",
  });
  assert.deepEqual(withChoice({ arts: "separate", retention: "C" }, retention, "A"), { arts: "separate" });
});

test("what other choices would change counts from the decisions, and is asked of the engine as it stands", () => {
  const county =
    "毕业学生人数\t940\n毕业年级三年前初一时在校学生人数\t1000\n毕业年级三年转入学生人数\t0\n毕业年级三年死亡学生人数\t0\n";
  const calculator = new EngineCalculator(junheng, () => undefined);
  assert.deepEqual(calculator.optionEffects(), [], "there is no table");
  calculator.setStandard("quality-2017");
  calculator.open({
    sheets: [{ table: bytes }],
    name: "",
    decisions: { ...kNoDecisions, county, options: { retention: "C" } },
  });
  const [retention] = calculator.optionEffects();
  assert.equal(retention.chosen, "C");
  calculator.decide({ ...calculator.decisions(), options: {} });
  assert.equal(calculator.optionEffects()[0].chosen, "A");
  calculator.undo();
  assert.equal(calculator.optionEffects()[0].chosen, "C");
});

test("a change of a large table goes in steps, and what was decided last is what is shown", async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `第${i}小学\t小学\t${100 + (i % 9)}\t2000`);
  const table = new TextEncoder().encode(`学校名称\t学校类型\t在校生数\t图书册数\n${rows.join("\n")}\n`);
  assert.ok(table.length > 1_000_000);
  let changes = 0;
  const calculator = new EngineCalculator(junheng, () => (changes += 1));
  calculator.setStandard("basic-2012");
  calculator.open({ sheets: [{ table }], name: "", decisions: kNoDecisions });
  const sum = () => calculator.result().summary.byStage.pupils[0];
  const before = sum();
  const pupils = () => sum() - before + 100;
  const decided = (text) => ({
    ...kNoDecisions,
    reading: { edits: [{ sheet: 0, row: 2, column: 2, text }] },
  });
  const shown = async (from) => {
    for (let turn = 0; changes === from && turn < 1000; turn += 1) await new Promise((done) => setTimeout(done, 5));
  };
  let from = changes;
  calculator.decide(decided("777"));
  assert.deepEqual([changes, pupils()], [from, 100], "not yet");
  assert.equal(calculator.decisions().reading.edits[0].text, "777", "but it is decided");
  await shown(from);
  assert.deepEqual([changes, pupils()], [from + 1, 777]);
  from = changes;
  calculator.decide(decided("888"));
  calculator.decide(decided("999"));
  calculator.undo();
  await shown(from);
  assert.deepEqual([changes, pupils(), calculator.canRedo], [from + 1, 888, true]);
  from = changes;
  calculator.redo();
  calculator.open({ sheets: [{ table: bytes }], name: "", decisions: kNoDecisions });
  assert.deepEqual([changes, sum()], [from + 1, 300]);
  await new Promise((done) => setTimeout(done, 300));
  assert.deepEqual([changes, sum()], [from + 1, 300], "what is open then is not touched by what was decided before");
});
