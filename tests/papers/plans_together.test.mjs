// SPDX-License-Identifier: MIT
//
// The plans of the stages of a county are told as those that hold at the same time: what a school of several stages gets
// for one is in the table when the next is planned.

import assert from "node:assert/strict";
import { test } from "node:test";
import { plannedStages, togetherOf, wholeThings } from "../support/plans.mjs";
import { loadJunheng, sampleText } from "../support/publishing.mjs";
import { makePaper, sheetsOf, sourceOf } from "./papers.mjs";

const junheng = await loadJunheng();
const standard = "quality-2017";
const [head, ...rows] = sampleText.trimEnd().split("\n");
const column = (name) => head.split("\t").findIndex((one) => one.startsWith(name));
const kGrounds = column("运动场地面积");

/** Schools of nine years alone, of which one has so little that both its stages need more of the one number they share. */
const nine = rows.filter((row) => row.includes("九年一贯制")).map((row) => row.replace("20280.6", "5000"));
const shared = [head, ...nine].join("\n");
const poor = nine.find((row) => row.includes("\t5000\t")).split("\t")[column("学校名称")];

const told = (source, plans) => {
  const { rows: lines } = sheetsOf(makePaper({ ...source, plans }, "schools", "xlsx").bytes)[0];
  const schools = lines.filter((row) => row[0] === "学校名称").map((row) => row[1]);
  const said = lines.filter((row) => row[0] === "达标方案（计算）").map((row) => row[1]);
  return new Map(schools.map((school, at) => [school, said[at]]));
};
const changing = ({ plans }) => plans.filter(({ answer }) => answer.changes?.length > 0);

test("two stages that share a number are planned one after the other, and the page of their school says so", async () => {
  const together = await togetherOf({ table: shared, standard });
  assert.deepEqual(
    changing(together).map(({ stage, after }) => [stage.stage, after]),
    [
      ["primary", []],
      ["middle", ["primary"]],
    ],
  );
  const evaluation = junheng.evaluate({ table: shared, standard, reading: { edits: together.edits } });
  for (const { indicators } of evaluation.counties[0].stages)
    assert.ok(indicators.every(({ verdict }) => verdict === "pass"));
  const page = told(sourceOf({ table: shared, county: {} }), plannedStages(together, 0)).get(poor);
  const [, , before] = /^小学：\n1\. (运动场地面积)增加[\d,.]+㎡，生均体育运动场馆面积(\S+) → /.exec(page);
  const [first] = changing(together);
  const school = first.answer.schools.find((one) => one.school === poor);
  assert.equal(school.changes.find(({ indicator }) => indicator === "sports_area").before, before);
  // the middle stage begins where the plan of the primary one has left the school
  assert.match(page, /\n初中：\n[^]*（计算时表里已有小学的方案。[^]*初中达标。）$/);
  const { values } = junheng
    .evaluate({ table: shared, standard })
    .counties[0].units.find((unit) => unit.school === poor && unit.stage === "middle");
  const now = values.map(({ text }) => text);
  const second = changing(together)[1].answer.schools.find((one) => one.school === poor);
  assert.ok(second.changes.some((change) => !now.includes(change.before)));
});

test("a cap that two stages would share is nobody's to divide: the pages tell no plan, and say why", async () => {
  const whole = wholeThings();
  const of = (stage, at) => {
    const { resources } = whole.of(stage, at);
    return { resources: resources.map((one) => ({ ...one, caps: stage.units.map(() => "90000") })) };
  };
  const together = await togetherOf({ table: shared, standard }, { ...whole, of, isLimited: true });
  assert.deepEqual([...together.apart], [0]);
  const page = told(sourceOf({ table: shared, county: {} }), plannedStages(together, 0)).get(poor);
  assert.equal(page, "几个学段的方案牵涉同一所学校，放在一起不能都达标，没有可写的方案。");
});

test("of several tables no cell is corrected: stages that share no school are planned, those that do are not told", async () => {
  const sheets = (lines) => [
    { name: "甲", table: [head, ...lines.slice(0, 1)].join("\n") },
    { name: "乙", table: [head, ...lines.slice(1)].join("\n") },
  ];
  const meeting = await togetherOf({ table: sheets(nine), standard });
  assert.deepEqual([meeting.edits, [...meeting.apart]], [null, [0]]);
  const single = rows.filter((row) => !row.includes("一贯制") && !row.includes("完全中学"));
  const poorer = single.map((row) => {
    const cells = row.split("\t");
    if (/中学|初中/.test(row)) cells[kGrounds] = String(Math.round(Number(cells[kGrounds]) / 2));
    return cells.join("\t");
  });
  const apart = await togetherOf({ table: sheets(poorer), standard });
  assert.deepEqual([apart.edits, apart.apart.size, changing(apart).length], [null, 0, 2]);
  // and each is told once
  assert.equal(apart.plans.length, 2);
});

test("counties are planned beside each other, none more often than it needs", async () => {
  const many = ["甲", "乙", "丙"].flatMap((name) => rows.map((row) => row.replace("示例区", `${name}区`)));
  const asks = { open: 0, plan: 0 };
  const together = await togetherOf({ table: [head, ...many].join("\n"), standard }, wholeThings(), asks);
  assert.deepEqual(
    together.plans.map(({ at, stage }) => `${at} ${stage.stage}`).sort(),
    [0, 1, 2].flatMap((at) => [`${at} middle`, `${at} primary`]),
  );
  assert.deepEqual(asks, { open: 2, plan: 6 });
});
