// SPDX-License-Identifier: MIT
//
// What is wished of a plan on the command line is what the engine is asked for, in plan, papers and publish alike.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPlanner } from "../../dist/site/engine/plan.js";
import { loadPublisher } from "../../dist/site/publish/publish.js";
import { folder, junheng, sampleCounty, text, written } from "./support.mjs";

const planner = await loadPlanner();
const publisher = await loadPublisher();
const county = text(sampleCounty);
const open = planner.open({ table: county });
const stage = open.stages[0].stages.find((one) => one.stage === "primary");
const places = new Map(stage.units.map(({ school }, at) => [school, at]));
const whole = (more = {}) => stage.resources.map(({ id }) => ({ id, step: "1", ...(more[id] ?? {}) }));
const asked = (wishes) =>
  JSON.parse(JSON.stringify(open.plan({ county: 0, stage: "primary", resources: whole(), ...wishes })));
const caps = (of) => stage.units.map(({ school }) => of[school] ?? of[""] ?? null);
const primary = ["--stage", "primary"];

async function planned(line, file = sampleCounty) {
  const run = await junheng(["plan", ...primary, "--format", "json", ...line, file]);
  assert.ok([0, 1].includes(run.status), run.stderr);
  const { county: _, stage: __, verdict: ___, ...answer } = JSON.parse(run.stdout).plans[0];
  return answer;
}

const kWished = {
  "nothing: whole things are counted": [[], {}],
  "a school that is kept": [["--keep", "示例二小"], { fixed: [places.get("示例二小")] }],
  "the school on a line": [["--keep", "3"], { fixed: [places.get("示例二小")] }],
  "caps of all schools and of one": [
    ["--cap", "sports_area=2500", "--cap", "示例二小:sports_area=9000"],
    { resources: whole({ sports_area: { caps: caps({ "": "2500", 示例二小: "9000" }) } }) },
  ],
  "caps that are too low": [
    ["--cap", "sports_area=100"],
    { resources: whole({ sports_area: { caps: caps({ "": "100" }) } }) },
  ],
  "what may be moved, and what stays": [
    ["--move", "sports_area", "--fixed", "teaching_area"],
    { resources: whole({ sports_area: { moves: true }, teaching_area: { fixed: true } }) },
  ],
  "prices, moves with and without one, a budget": [
    ["--price", "sports_area=300", "--move", "sports_area=20", "--move", "teaching_area", "--budget", "100000"],
    {
      resources: whole({ sports_area: { price: "300", move: "20" }, teaching_area: { move: "0" } }),
      budget: "100000",
    },
  ],
  "pupils, as many as one school lets go": [
    ["--pupils", "300", "--pupils-cap", "示例一小=40"],
    { pupils: { most: 300, atMost: stage.units.map(({ school }) => (school === "示例一小" ? 40 : null)) } },
  ],
  "pupils between two schools": [
    ["--pupils", "300", "--pupils-between", "示例一小,示例四小"],
    { pupils: { most: 300, pairs: [[places.get("示例一小"), places.get("示例四小")]] } },
  ],
};
for (const [name, [line, wishes]] of Object.entries(kWished))
  test(`plan: ${name}`, async () => assert.deepEqual(await planned(line), asked(wishes)));

test("pupils stay in their town; a table without towns has none to stay in", async (context) => {
  const towns = county
    .trimEnd()
    .split("\n")
    .map((line, at) => `${line}\t${at === 0 ? "乡镇" : at % 2 === 0 ? "东镇" : "西镇"}`)
    .join("\n");
  const file = written(folder(context), "towns.tsv", towns);
  const line = ["--pupils", "300", "--pupils-in-town"];
  const { pupils } = await planned(line, file);
  assert.ok(pupils.moves.length > 0);
  for (const { from, to } of pupils.moves) assert.equal(from.row % 2, to.row % 2, `${from.school} ${to.school}`);
  const none = await junheng(["plan", ...line, sampleCounty]);
  assert.equal(none.status, 64);
  assert.match(none.stderr, /没有乡镇/);
});

test("in words: whose cap is too low, and who goes where", async () => {
  const low = await junheng(["plan", ...primary, "--cap", "sports_area=100", sampleCounty]);
  assert.equal(low.status, 1);
  assert.match(low.stdout, /示例二小的运动场地面积上限要再放宽/);
  const moved = await junheng(["plan", ...primary, "--pupils", "300", "--lang", "en", sampleCounty]);
  assert.match(moved.stdout, /From \S+ \d+ → \d+ {2}To \S+ \d+ → \d+ {2}Pupils \d+/);
});

test("wishes that nobody can follow are said, with what is wrong", async () => {
  for (const [line, said] of [
    [["--cap", "books"], /不是上限/],
    [["--cap", "示例一小:sports_area=much"], /不是上限/],
    [["--cap", "libraries=3"], /没有“libraries”这个指标.*degree_teachers/],
    [["--fixed", "libraries"], /没有“libraries”这个指标/],
    [["--keep", "无名小学"], /没有“无名小学”这所学校/],
    [["--keep", "\u001b[2J"], /没有“\\u001b\[2J”这所学校/],
    [["--budget", "100"], /--price/],
    [["--pupils", "0"], /--pupils/],
    [["--pupils", "12.5"], /--pupils/],
    [["--pupils-cap", "示例一小=3"], /--pupils 一起/],
    [["--pupils", "3", "--pupils-cap", "示例一小"], /不是学校和人数/],
    [["--pupils", "3", "--pupils-cap", "无名小学=3"], /没有“无名小学”这所学校/],
    [["--pupils", "3", "--pupils-between", "示例一小"], /不是两所学校/],
    [["--pupils", "3", "--pupils-between", "示例一小,示例一小"], /不是两所学校/],
    [["--pupils", "3", "--pupils-between", "示例一小,示例四小", "--pupils-in-town"], /只能写一种/],
  ]) {
    const run = await junheng(["plan", ...line, sampleCounty]);
    assert.equal(run.status, 64, `${line.join(" ")}: ${run.stderr}`);
    assert.match(run.stderr, said);
  }
  for (const command of ["publish", "papers"]) {
    const run = await junheng([command, "--pupils", "3", sampleCounty]);
    assert.equal(run.status, 64);
    assert.match(run.stderr, /--plan/);
  }
});

test("publish has the plan in its page, which agrees with itself", async () => {
  const wished = [...primary, "--pupils", "300"];
  const { changes } = await planned(["--pupils", "300"]);
  const run = await junheng(["publish", "--plan", ...wished, sampleCounty]);
  assert.equal(run.status, 0, run.stderr);
  const { state, data } = publisher.check(run.stdout);
  assert.equal(state, "agrees");
  assert.equal(data.plan.name, "达标方案（小学）");
  assert.deepEqual(
    data.plan.edits.map(({ row, text: number }) => [row, number]),
    changes.map(({ row, text: number }) => [row, number]),
  );
  assert.match(run.stdout, /<section id="plan">/);
  const passing = await junheng(["publish", "--plan", "--stage", "middle", sampleCounty]);
  assert.equal(passing.status, 0, passing.stderr);
  assert.match(passing.stderr, /不需要增加什么/);
  assert.equal(publisher.check(passing.stdout).data.plan, undefined);
});

/** Schools of nine years alone, of which one has so little that both its stages need more of the one number they share. */
function shared(path) {
  const [head, ...rows] = county.trimEnd().split("\n");
  const nine = rows.filter((row) => row.includes("九年一贯制")).map((row) => row.replace("20280.6", "5000"));
  return written(path, "shared.tsv", [head, ...nine].join("\n"));
}

test("publish has one plan of two stages that change one cell, with which both pass", async (context) => {
  const file = shared(folder(context));
  const alone = await junheng(["plan", "--format", "json", file]);
  const cells = JSON.parse(alone.stdout).plans.map(({ changes }) => changes.map(({ row, field }) => `${row} ${field}`));
  assert.ok(
    cells[0].some((cell) => cells[1].includes(cell)),
    JSON.stringify(cells),
  );
  const run = await junheng(["publish", "--plan", file]);
  assert.equal(run.status, 0, run.stderr);
  const { state, data } = publisher.check(run.stdout);
  assert.equal(state, "agrees");
  assert.equal(data.plan.name, "达标方案（小学、初中）");
  const places = data.plan.edits.map(({ row, column }) => `${row} ${column}`);
  assert.equal(new Set(places).size, places.length);
  // the table with the plan in it needs no other
  const lines = text(file).split("\n");
  for (const { row, column, text: number } of data.plan.edits) {
    const line = lines[row - 1].split("\t");
    line[column] = number;
    lines[row - 1] = line.join("\t");
  }
  const after = await junheng(["plan", "--format", "json", written(folder(context), "after.tsv", lines.join("\n"))]);
  for (const { stage: of, verdict, changes } of JSON.parse(after.stdout).plans)
    assert.deepEqual([of, verdict, changes], [of, "pass", []]);
});

test("publish refuses a plan that there is not, a cap of two stages, and one of several tables", async (context) => {
  const none = await junheng(["publish", "--plan", "--cap", "sports_area=100", sampleCounty]);
  assert.deepEqual([none.status, none.stdout], [65, ""]);
  assert.match(none.stderr, /不可能达标/);
  const path = folder(context);
  const both = await junheng(["publish", "--plan", "--cap", "sports_area=90000", shared(path)]);
  assert.deepEqual([both.status, both.stdout], [64, ""], both.stderr);
  assert.match(both.stderr, /--stage/);
  const [head, ...rows] = county.trimEnd().split("\n");
  const half = written(path, "half.tsv", [head, ...rows.slice(0, 20)].join("\n"));
  const rest = written(path, "rest.tsv", [head, ...rows.slice(20)].join("\n"));
  const tables = await junheng(["publish", "--plan", ...primary, half, rest]);
  assert.deepEqual([tables.status, tables.stdout], [65, ""]);
  assert.match(tables.stderr, /不是一张一行一校的表/);
});

test("papers tell of the pupils that may go, and of a budget that is too small", async () => {
  const line = ["papers", "--paper", "schools", "--format", "csv", "--plan", ...primary];
  const pupils = await junheng([...line, "--pupils", "300", sampleCounty]);
  assert.equal(pupils.status, 0, pupils.stderr);
  assert.match(pupils.stdout, /学生分流（启发式）：转出/);
  const poor = await junheng([...line, "--price", "sports_area=300", "--budget", "1000", sampleCounty]);
  assert.match(poor.stdout, /超过预算 1,000 元/);
});
