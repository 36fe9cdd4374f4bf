// SPDX-License-Identifier: MIT
//
// What must not change an answer, over random counties and against the engine itself: the order of rows and columns, the
// names of schools, the scale, other counties beside it, units, columns of nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, unlike } from "./answers.mjs";
import { basicWithPoints, engine, long } from "./engine.mjs";
import { headerOf } from "./fields.mjs";
import { product, Random } from "./random.mjs";
import { randomCounty, randomWays } from "./random_county.mjs";
import { countyFacts, wideText } from "./tables.mjs";

/** Standard → batches of counties. */
const kBatches = long ? { "quality-2017": 50, [basicWithPoints]: 25 } : { "quality-2017": 5, [basicWithPoints]: 2 };
const kAtOnce = 12;

function answers(counties, standard, arrange) {
  const result = engine.evaluate({
    table: wideText(counties, standard, arrange),
    county: counties.map((county) => countyFacts(county, standard)),
    standard,
  });
  return new Map(result.counties.map((county) => [county.name, county]));
}

function randomBatch(seed) {
  const random = new Random(5_000_000 + seed * 1000);
  const ways = { ...randomWays(random), artsOption: "subtotal" };
  const counties = Array.from({ length: kAtOnce }, (_, i) =>
    randomCounty(new Random(5_000_000 + seed * 1000 + i), `第${i + 1}县`, ways),
  );
  return { random, counties };
}

/** `changed(counties, standard, random)`: the answers to the changed counties, by name. */
function holds(changed, { read = answerOf, readChanged = read, pick = (county) => county } = {}) {
  for (const [standard, batches] of Object.entries(kBatches)) {
    for (let seed = 1; seed <= batches; seed += 1) {
      const { random, counties: all } = randomBatch(seed);
      const counties = all.map(pick);
      const before = answers(counties, standard);
      const after = changed(counties, standard, random);
      for (const county of counties) {
        const other = after.get(county.name);
        assert.ok(other !== undefined, `${county.name} of batch ${seed} is gone`);
        const found = unlike(read(before.get(county.name)), readChanged(other));
        const table = () => wideText([county], standard);
        assert.ok(found.length === 0, `${standard}, batch ${seed}\n${found.slice(0, 8).join("\n")}\n${table()}`);
      }
    }
  }
}

test("rows and columns in any order", () =>
  holds((counties, standard, random) =>
    answers(counties, standard, ({ columns, rows }) => ({
      columns: random.shuffled(columns),
      rows: random.shuffled(rows),
    })),
  ));

const otherNames = [..."春夏秋冬晨昏山水云月"];
const oldName = (name) => name && `${"甲乙丙丁戊己庚辛壬癸"[otherNames.indexOf(name[3])]}校`;

test("schools under other names", () =>
  holds(
    (counties, standard) =>
      answers(
        counties.map((county) => ({
          ...county,
          schools: county.schools.map((school) => ({
            ...school,
            name: `县第一${otherNames["甲乙丙丁戊己庚辛壬癸".indexOf(school.name[0])]}学校`,
          })),
        })),
        standard,
      ),
    { readChanged: (county) => answerOf(county, oldName) },
  ));

/** Every number of a school so many times, flags and sizes of classes apart. */
function scaledSchool(school, times) {
  const scaled = (facts) =>
    Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [
        key,
        typeof value !== "string" || key === "largest" ? value : product(value, times),
      ]),
    );
  return {
    ...school,
    stages: Object.fromEntries(Object.entries(school.stages).map(([stage, facts]) => [stage, scaled(facts)])),
    whole: scaled(school.whole),
  };
}

/** What does not speak of how large a school is. */
function scaleFree(county) {
  const { verdict, units, stages } = answerOf(county);
  assert.ok(verdict.length > 0);
  const withoutPupils = ({ pupils, ...rest }) => ({ ...rest, known: pupils !== null });
  return {
    units: Object.fromEntries(Object.entries(units).map(([key, unit]) => [key, withoutPupils(unit)])),
    stages: stages.map(withoutPupils),
    part: county.parts.find((part) => part.id === "resources")?.verdict,
  };
}

test("pupils and resources so many times", () =>
  holds(
    (counties, standard, random) => {
      const times = random.pick([2, 3, 10]);
      return answers(
        counties.map((county) => ({ ...county, schools: county.schools.map((school) => scaledSchool(school, times)) })),
        standard,
      );
    },
    {
      read: scaleFree,
      // Of points, and of schools of 50 to 99 pupils, the number of pupils decides what counts.
      pick: (county) => ({
        ...county,
        schools: county.schools.map((school) => ({
          ...school,
          type: school.type === "teaching_point" ? "primary" : school.type,
          flags: { ...school.flags, rural5099: false },
        })),
      }),
    },
  ));

/** What is the same where every school is there twice. */
function twiceFree(county, times) {
  const { parts, stages, items, verdict } = answerOf(county);
  return {
    verdict,
    parts,
    items: Object.fromEntries(Object.entries(items).map(([id, item]) => [id, item.verdict])),
    stages: stages.map((stage) => ({
      ...stage,
      units: stage.units * times,
      pupils: stage.pupils * times,
      passing: stage.passing.map((count) => count && count * times),
      indicators: stage.indicators.map((one) => ({
        ...one,
        counts: one.counts.map((count) => count && count * times),
      })),
    })),
  };
}

test("every school twice", () =>
  holds(
    (counties, standard) =>
      answers(
        counties.map((county) => ({
          ...county,
          schools: county.schools.flatMap((school) => [school, { ...school, name: `又${school.name}` }]),
        })),
        standard,
      ),
    { read: (county) => twiceFree(county, 2), readChanged: (county) => twiceFree(county, 1) },
  ));

test("a county alone or among others", () =>
  holds((counties, standard) => {
    const alone = counties.map((county) => [county.name, answers([county], standard).get(county.name)]);
    return new Map(alone);
  }));

/** Field → header in another unit, and how many of it are one. */
const otherUnits = {
  equipment: [
    ["教学仪器设备值(万元)", "0.0001"],
    ["教学仪器设备值(千元)", "0.001"],
  ],
  budget: [["上一年度公用经费预算总额(万元)", "0.0001"]],
  training: [["上一年度教师培训经费预算总额(万元)", "0.0001"]],
  ground: [["运动场地面积(公顷)", "0.0001"]],
  sports: [["体育运动场馆面积(万㎡)", "0.0001"]],
  teaching: [["教学及辅助用房面积(公顷)", "0.0001"]],
  indoor: [["室内体育用房面积(万平方米)", "0.0001"]],
  books: [["图书册数(万册)", "0.0001"]],
};

function inOtherUnits(random, { columns, rows }) {
  const factors = new Map();
  const renamed = columns.map((column) => {
    const choice = otherUnits[column.field];
    if (choice === undefined || column.stage !== null) return column;
    const [header, factor] = random.pick(choice);
    factors.set(`${column.field}|`, factor);
    return { ...column, header };
  });
  const converted = rows.map((row) => ({
    ...row,
    cells: new Map(
      [...row.cells].map(([key, cell]) => [
        key,
        factors.has(key) && cell !== null ? product(cell, factors.get(key)) : cell,
      ]),
    ),
  }));
  return { columns: renamed, rows: converted };
}

test("in other units", () =>
  holds((counties, standard, random) => answers(counties, standard, (table) => inOtherUnits(random, table))));

/** A column that nobody asks for: without anything, with remarks, or with a header alone. */
const nothings = [
  { header: "备注", texts: ["", "新建", "见附表", "2024年撤并"] },
  { header: "", texts: [""] },
  { header: "校长姓名", texts: ["张三", "李四", ""] },
  { header: "说明", texts: [""] },
  { header: "联系电话", texts: ["63333333", "13900000000"] },
];

test("one column of nothing", () =>
  holds((counties, standard, random) =>
    answers(counties, standard, ({ columns, rows }) => {
      const { header, texts } = random.pick(nothings);
      const column = { field: "nothing", stage: null, header };
      const at = random.whole(0, columns.length);
      return {
        columns: [...columns.slice(0, at), column, ...columns.slice(at)],
        rows: rows.map((row) => ({ ...row, cells: new Map([...row.cells, ["nothing|", random.pick(texts)]]) })),
      };
    }),
  ));

const flags = ["built2010", "built2016", "dense", "rural5099", "smallClass"];

test("an exemption that no school has, and no column of it", () =>
  holds((counties, standard) =>
    answers(counties, standard, ({ columns, rows }) => {
      const claimed = (field) => rows.some(({ cells }) => cells.get(`${field}|`) === "是");
      const kept = columns.filter(({ field }) => !flags.includes(field) || claimed(field));
      const unused = flags.filter((field) => !kept.some((column) => column.field === field));
      return {
        columns: columns.length === kept.length ? [...kept, ...unused.map((field) => ({ field, stage: null }))] : kept,
        rows,
      };
    }),
  ));

test("the changes change the tables", () => {
  const { random, counties } = randomBatch(1);
  const plain = wideText(counties, "quality-2017");
  assert.notEqual(
    wideText(counties, "quality-2017", (table) => inOtherUnits(random, table)),
    plain,
  );
  assert.equal(headerOf({ field: "pupils", stage: "primary" }), "小学在校生数");
});
