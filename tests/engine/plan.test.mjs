// SPDX-License-Identifier: MIT
//
// What to do about a result, as another program asks for it: dist/site/engine/plan.js and nothing else. Each plan is put
// into its table and judged by the published engine.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { declaredIn, ts } from "../support/declared.mjs";

const site = new URL("../../dist/site/", import.meta.url);
const { loadPlanner } = await import(new URL("engine/plan.js", site).href);
const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);
const [planner, junheng] = [await loadPlanner(), await loadJunheng()];
const fiveSchools = await readFile(new URL("samples/five-schools.tsv", site), "utf8");
const county = await readFile(new URL("samples/sample-county.tsv", site), "utf8");

/** Books alone, under the limit of 优质均衡: the public example has no other numbers. */
const books = await booksAlone();
async function booksAlone() {
  const read = async (name) => JSON.parse(await readFile(new URL(`standards/${name}.json`, site), "utf8"));
  const [basic, quality] = [await read("basic-2012"), await read("quality-2017")];
  return {
    ...basic,
    id: "books-alone",
    title: { zh: "只看图书", en: "Books alone" },
    indicators: basic.indicators.filter(({ id }) => id === "books"),
    balanceRule: quality.balanceRule,
  };
}
assert.deepEqual(planner.addStandard(books), []);
assert.deepEqual(junheng.addStandard(books), []);

const replaced = (row, column, text) => row.map((cell, at) => (at === column ? text : cell));
/** Two towns of three schools, each with more than is asked: only what a year brings can make them fail. */
const kTowns = [
  "学校名称\t学校类型\t所在乡镇\t在校生数\t高于规定学历教师数\t县级以上骨干教师数\t体育艺术专任教师数\t教学及辅助用房面积\t体育运动场馆面积\t教学仪器设备值\t网络多媒体教室数",
  "甲小学\t小学\t东镇\t600\t26\t14\t14\t4200\t7200\t1800000\t22",
  "乙小学\t小学\t东镇\t300\t26\t7\t7\t2100\t3600\t900000\t13",
  "丙小学\t小学\t西镇\t120\t9\t3\t3\t840\t1440\t360000\t6",
].join("\n");
const kFive = { county: 0, stage: "primary" };
const fiveOpen = planner.open({ table: fiveSchools, standard: "books-alone" });

test("five schools: 17 books, all for the fourth, and nothing less", () => {
  const plan = fiveOpen.plan(kFive);
  assert.equal(plan.outcome, "planned");
  assert.equal(plan.optimal, true);
  assert.equal(plan.gap, 0);
  assert.equal(plan.indicators[0].bought, "17");
  assert.deepEqual(
    plan.schools.map(({ unit, changes }) => [unit, changes.map(({ by }) => by)]),
    [[3, ["17"]]],
  );
  assert.equal(plan.indicators[0].before.verdict, "fail");
  assert.equal(plan.indicators[0].after.verdict, "pass");
});

test("five schools: or twelve moved from the third to the fourth", () => {
  const plan = fiveOpen.plan({ ...kFive, resources: [{ id: "books", price: "1000", move: "1" }] });
  assert.equal(plan.cost, 12);
  assert.equal(plan.bound, 12);
  assert.deepEqual(
    plan.schools.map(({ unit, changes }) => [unit, changes[0].by]),
    [
      [2, "-12"],
      [3, "12"],
    ],
  );
  const counted = fiveOpen.plan({ ...kFive, resources: [{ id: "books", moves: true }] });
  assert.deepEqual([counted.indicators[0].bought, counted.indicators[0].moved], ["0", "12"]);
});

test("five schools: a hundred for the richest make it worse", () => {
  const rows = fiveSchools
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const column = rows[0].findIndex((name) => /图书/.test(name));
  const worse = rows.map((row, at) => (at === 3 ? replaced(row, column, "1035") : row));
  const cv = (table) =>
    junheng.evaluate({ table: table.map((row) => row.join("\t")).join("\n"), standard: "books-alone" }).counties[0]
      .stages[0].indicators[0].cv;
  assert.ok(Math.abs(cv(rows) - 0.5152566) < 1e-7);
  assert.ok(Math.abs(cv(worse) - 0.5548) < 5e-5);
});

test("caps, schools that stay as they are, budgets", () => {
  const capped = fiveOpen.plan({ ...kFive, resources: [{ id: "books", caps: [null, null, null, "10", null] }] });
  assert.equal(capped.outcome, "planned");
  assert.ok(Number(capped.indicators[0].bought) > 17);
  const stuck = fiveOpen.plan({ ...kFive, fixed: [0, 1, 2, 3, 4] });
  assert.equal(stuck.outcome, "infeasible");
  assert.ok(stuck.shortfalls.some(({ unit, by }) => unit === 3 && by === "17"));
  const poor = fiveOpen.plan({ ...kFive, resources: [{ id: "books", price: "2" }], budget: "20" });
  assert.equal(poor.outcome, "over_budget");
  assert.equal(poor.cost, 34);
  assert.deepEqual([poor.budget.units, poor.budget.coefficients, poor.budget.nearer], [[], [], "books"]);
  const books = poor.indicators.find(({ id }) => id === "books");
  assert.ok(Number(poor.budget.beyond) < books.after.cv && books.after.cv - poor.budget.beyond < 0.001);
  assert.equal(poor.budget.most, 0, "34 yuan would be the cheapest verdict");
  assert.ok(poor.budget.cost <= 20 && poor.budget.cost > 0);
  assert.ok(poor.indicators[0].after.cv < poor.indicators[0].before.cv);
  assert.equal(poor.verdictAfter, "fail");
});

test("pupils go from crowded schools to emptier ones, none is lost, and the table with them in it passes", () => {
  const table = kTowns.replace("\t600\t", "\t800\t");
  const pupilsOf = (text) =>
    junheng.evaluate({ table: text }).counties[0].units.reduce((sum, { pupils }) => sum + pupils, 0);
  const open = planner.open({ table });
  const place = { county: 0, stage: "primary" };
  assert.equal(open.plan(place).pupils, undefined);
  const plan = open.plan({ ...place, pupils: { most: 200 } });
  assert.equal(plan.verdictAfter, "pass");
  const moves = plan.pupils.moves.map(({ from, to, pupils, part }) => [from.school, to.school, pupils > 0, part > 0]);
  assert.ok(moves.length > 0);
  for (const move of moves) assert.deepEqual([move[0], ...move.slice(2)], ["甲小学", true, true]);
  const { columns } = junheng.evaluate({ table });
  const labels = new Map(columns.map(({ field, header }) => [field, (name) => name === header]));
  const then = typed(table, plan, labels);
  assert.equal(junheng.evaluate({ table: then }).counties[0].stages[0].verdict, "pass");
  assert.equal(pupilsOf(then), pupilsOf(table));
  const east = open.plan({ ...place, pupils: { most: 200, pairs: [[0, 1]] } });
  assert.ok(east.pupils.moves.every(({ from, to }) => from.unit === 0 && to.unit === 1));
  assert.deepEqual(open.plan({ ...place, pupils: { most: 0 } }).pupils.moves, []);
  open.close();
});

test("the mean of the coefficients comes within its limit, with money and without", () => {
  const table = `学校\t学校类型\t在校生数\t教学及辅助用房面积\t体育运动场馆面积\t教学仪器设备值\t计算机\t图书\t专任教师\t高于规定学历教师\t中级及以上职称教师
甲\t小学\t500\t3000\t9000\t900000\t100\t20000\t40\t30\t20
乙\t小学\t400\t800\t600\t30000\t10\t2000\t20\t9\t4
丙\t小学\t300\t600\t300\t10000\t4\t900\t16\t6\t2
`;
  const open = planner.open({ table, standard: "basic-2012" });
  const place = { county: 0, stage: "primary" };
  for (const resources of [[], open.stages[0].stages[0].resources.map(({ id }) => ({ id, price: "3" }))]) {
    const plan = open.plan({ ...place, resources });
    assert.equal(plan.outcome, "planned");
    assert.equal(plan.verdictAfter, "pass");
    assert.equal(plan.composite.limit, "0.65");
    assert.ok(Number(plan.composite.before) > 0.65 && Number(plan.composite.after) <= 0.65, plan.composite.after);
    assert.ok(plan.gap >= 0 && plan.gap < 0.05, String(plan.gap));
    assert.ok(plan.indicators.every(({ limitText }) => limitText === null));
    assert.ok(plan.steps[0].effect > 0);
  }
  const sure = open.sureness(place);
  assert.deepEqual([sure.followed, sure.margins.mean.verdict], [true, "fail"]);
  assert.ok(sure.margins.mean.margin < 0);
  assert.ok(sure.margins.indicators.every(({ margin, first }) => margin === null && first === null));
  assert.ok(sure.visits.length > 0 && sure.visits.every(({ mean }) => mean), "it is the one verdict");
  const resources = open.stages[0].stages[0].resources.map(({ id }) => ({ id, price: "3" }));
  const whole = open.plan({ ...place, resources });
  const half = open.plan({ ...place, resources, budget: String(Math.floor(whole.cost / 2)) });
  assert.equal(half.outcome, "over_budget");
  assert.equal(half.budget.most, 0);
  assert.ok(half.budget.cost > 0 && half.budget.cost <= whole.cost / 2);
  const [before, after, beyond] = [half.composite.before, half.composite.after, half.budget.beyond].map(Number);
  assert.ok(after < before && beyond > 0.65 && beyond <= after && after - beyond < 0.001, `${after} ${beyond}`);
  const moved = open.plan({ ...place, resources, pupils: { most: 60 } });
  assert.ok(moved.pupils.moves.length > 0 && moved.cost < whole.cost);
  open.close();
});

test("what is not there is null, what cannot be planned says why", () => {
  assert.equal(fiveOpen.plan({ county: 3, stage: "primary" }), null);
  assert.equal(fiveOpen.sureness({ county: 0, stage: "senior" }), null);
  assert.equal(planner.open({ table: fiveSchools, standard: "none-such" }), null);
  const hole = planner.open({ table: county.replace(/\t\d+(?=\t[^\t\n]*\n)/, "\t"), standard: "quality-2017" });
  const answers = hole.stages[0].stages.map(({ stage }) => hole.plan({ county: 0, stage }).obstacle);
  assert.ok(answers.some((one) => one?.code === "value_missing" && one.school !== null && one.indicator !== undefined));
  hole.close();
});

/** The table with a plan's changes in it, as somebody else would type them. */
function typed(table, plan, labels) {
  const rows = table
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split("\t"));
  for (const { row, field, text } of plan.changes) {
    const column = rows[0].findIndex((name) => labels.get(field)(name));
    assert.ok(column >= 0, field);
    rows[row - 1][column] = text;
  }
  return rows.map((row) => row.join("\t")).join("\n");
}

test("the sample county: each stage passes by the engine when its plan is in the table", () => {
  const open = planner.open({ table: county });
  const before = junheng.evaluate({ table: county });
  const labels = new Map();
  for (const { field, header } of before.columns) labels.set(field, (name) => name === header);
  for (const { stage } of open.stages[0].stages) {
    const plan = open.plan({ county: 0, stage });
    assert.equal(plan.outcome, "planned", stage);
    assert.equal(plan.verdictAfter, "pass");
    assert.ok(plan.gap >= 0 && plan.gap <= 0.02, `${stage}: ${plan.gap}`);
    const after = junheng.evaluate({ table: typed(county, plan, labels) });
    const judged = (result) => result.counties[0].stages.find((one) => one.stage === stage);
    assert.equal(judged(after).verdict, "pass");
    for (const { id, after: said } of plan.indicators)
      assert.ok(Math.abs(judged(after).indicators.find((one) => one.id === id).cv - said.cv) < 1e-12);
    const efficient = plan.steps.map(({ effect, by, indicator }) => [effect, by, indicator]);
    assert.equal(
      efficient.length,
      plan.schools.flatMap(({ changes }) => changes).filter(({ by }) => by[0] !== "-").length,
    );
  }
  open.close();
});

test("how sure a verdict is: the first cell of the stage turns it, and one step less does not", () => {
  const sure = fiveOpen.sureness(kFive);
  assert.equal(sure.followed, true);
  const { by, school } = sure.margins.stage;
  const rows = fiveSchools
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const column = rows[0].findIndex((name) => /图书/.test(name));
  const verdict = (add) => {
    const table = rows.map((row) =>
      row.includes(school) ? replaced(row, column, String(Number(row[column]) + add)) : row,
    );
    const text = table.map((row) => row.join("\t")).join("\n");
    return junheng.evaluate({ table: text, standard: "books-alone" }).counties[0].stages[0].indicators[0].verdict;
  };
  const step = Math.sign(Number(by));
  assert.equal(verdict(Number(by)), "pass");
  assert.equal(verdict(Number(by) - step), "fail");
  assert.ok(sure.visits.length > 0 && sure.visits.length <= 20);
});

const { program, source, checker, faults } = declaredIn(new URL("engine/plan.d.ts", site));
const declared = new Map(
  checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((symbol) => [symbol.name, symbol]),
);

test("answers are what is declared", () => {
  assert.deepEqual(
    ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n")),
    [],
  );
  const typeNamed = (name) => checker.getDeclaredTypeOfSymbol(declared.get(name));
  const open = planner.open({ table: county });
  const withPrevious = planner.open({ table: county, previous: county });
  const seen = new Map();
  const answers = [
    ["PlanCounty", open.stages[0]],
    ...open.stages[0].stages.flatMap(({ stage }) => [
      ["PlanAnswer", open.plan({ county: 0, stage })],
      ["Sureness", open.sureness({ county: 0, stage })],
    ]),
    [
      "OutlookAnswer",
      open.outlook({ county: 0, grades: { primary: 6, middle: 3 }, resources: { equipment_value: "-0.2" } }),
    ],
    ["OutlookAnswer", withPrevious.outlook({ county: 0 })],
    ["PlanAnswer", open.plan({ county: 0, stage: "senior" }) ?? open.plan({ ...kFive, fixed: [0, 1, 2, 3, 4, 5] })],
    ["PlanAnswer", fiveOpen.plan({ ...kFive, resources: [{ id: "books", price: "2" }], budget: "20" })],
    ["PlanAnswer", fiveOpen.plan({ ...kFive, fixed: [0, 1, 2, 3, 4] })],
    ["PlanAnswer", open.plan({ county: 0, stage: "primary", pupils: { most: 100 } })],
  ];
  for (const [name, answer] of answers)
    assert.deepEqual(faults(answer, typeNamed(name), name, seen).slice(0, 10), [], name);
  open.close();
});

const kAhead = { grades: { primary: 6, middle: 3 } };

test("a year to come: what it brings is planned for, and the engine judges that year with the plan in it", () => {
  const open = planner.open({ table: kTowns });
  const place = { county: 0, stage: "primary" };
  assert.equal(open.plan(place).changes.length, 0, "nothing is needed now");
  const entrants = [1, 2, 3].map((year) => ({ row: 2, stage: "primary", year, pupils: 90 + 30 * year }));
  const ahead = { ...kAhead, entrants, year: 3 };
  const years = open.outlook({ county: 0, ...kAhead, entrants }).years.map(([stage]) => stage.verdict);
  assert.deepEqual(years.slice(0, 4), ["pass", "pass", "pass", "fail"]);
  const plan = open.plan({ ...place, ahead });
  assert.equal(plan.outcome, "planned");
  assert.equal(plan.verdictAfter, "pass");
  // 750 pupils then: 85 % of 4.2 for 100 of them are 26.775 teachers.
  assert.deepEqual(plan.steps.map(({ school, indicator, by }) => [school, indicator, by])[0], [
    "甲小学",
    "degree_teachers",
    "1",
  ]);
  const written = (field) => plan.changes.filter((one) => one.field === field && one.row === 2).map(({ text }) => text);
  assert.deepEqual(written("pupils"), ["750"]);
  const kept = open.plan({ ...place, ahead, fixed: [0] });
  assert.equal(kept.outcome, "infeasible", "places are those of now");
  for (const year of [0, 7]) assert.equal(open.plan({ ...place, ahead: { ...ahead, year } }), null);
  open.close();
});

test("entrants of a town, and teachers who come and go beside those there are", () => {
  const open = planner.open({ table: kTowns });
  const { units, resources } = open.stages[0].stages[0];
  assert.deepEqual(
    units.map(({ town }) => town),
    ["东镇", "东镇", "西镇"],
  );
  assert.equal(resources.find(({ id }) => id === "degree_teachers").field, "degree_teachers");
  const town = [{ town: "东镇", stage: "primary", year: 1, pupils: 300 }];
  const [, next] = open.outlook({ county: 0, ...kAhead, entrants: town }).years;
  assert.equal(next[0].pupils, 600 + 300 + 120 - 150 + 300);
  const leaving = [1, 2].map((year) => ({ year, kind: "set", row: 2, field: "degree_teachers", by: "-2" }));
  const verdicts = open.outlook({ county: 0, ...kAhead, changes: leaving }).years.map(([stage]) => stage.unitsPassing);
  // 26, 24, then 22 teachers for 600 pupils: 21.42 are 85 % of what is asked; one more leaving is too many.
  assert.deepEqual(verdicts.slice(0, 3), [3, 3, 3]);
  const gone = [...leaving, { year: 3, kind: "set", row: 2, field: "degree_teachers", by: "-1" }];
  assert.equal(open.outlook({ county: 0, ...kAhead, changes: gone }).years[3][0].unitsPassing, 2);
  open.close();
});

test("everything may be moved in its finest steps, and a plan says how far it is", () => {
  const open = planner.open({ table: kTowns.replace("\t26\t7\t", "\t6\t7\t") });
  const resources = open.stages[0].stages[0].resources.map(({ id }) => ({ id, moves: true }));
  const heard = [];
  const plan = open.plan({ county: 0, stage: "primary", resources }, (done, all) => heard.push([done, all]));
  assert.equal(plan.outcome, "planned");
  assert.equal(plan.indicators[0].bought, "0");
  assert.ok(Number(plan.indicators[0].moved) > 0);
  assert.ok(heard.length >= resources.length);
  assert.deepEqual(
    heard,
    heard.map(([, all], at) => [at + 1, all]),
  );
  assert.ok(heard.every(([done, all]) => done <= all));
  open.close();
});

test("the years to come: nobody is lost, and a county for which nothing is assumed stays as it is", () => {
  const open = planner.open({ table: county });
  const grades = { primary: 6, middle: 3 };
  const same = open.outlook({ county: 0, grades });
  assert.equal(same.years.length, 7);
  for (const year of same.years) assert.deepEqual(year, same.years[0]);
  assert.deepEqual(same.failures, []);
  const fewer = open.outlook({ county: 0, grades, growth: { primary: "-0.05" } });
  const pupils = fewer.years.map((stages) => stages.find(({ stage }) => stage === "primary").pupils);
  assert.ok(
    pupils.every((count, year) => year === 0 || count < pupils[year - 1]),
    String(pupils),
  );
  assert.deepEqual(
    fewer.years.map((stages) => stages.find(({ stage }) => stage === "middle").pupils),
    same.years.map((stages) => stages.find(({ stage }) => stage === "middle").pupils),
  );
  assert.equal(open.outlook({ county: 9 }), null);
  open.close();
});
