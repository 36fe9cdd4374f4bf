// SPDX-License-Identifier: MIT
//
// An evaluation that is kept (open()) says piece by piece what evaluate() says at once: on the corpus of the fuzzers, on
// samples under both standards, and on tables with random faults. Every number to the last bit.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { declaredIn } from "../support/declared.mjs";

const site = new URL("../../dist/site/", import.meta.url);
const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);
const junheng = await loadJunheng();
const sample = await readFile(new URL("samples/sample-county.tsv", site), "utf8");
const corpus = new URL("../fuzz/corpus/table/", import.meta.url);

const orNaN = (number) => number ?? Number.NaN;
const list = (column) => Array.from({ length: column.length }, (_, index) => column.at(index));
const same = (column, numbers, what) => assert.deepEqual(Array.from(column), numbers, what);

/** What evaluate() said, as the columns of summary(). */
function compareSummary(summary, { verdict, counties }) {
  const { codes, parts, stages, indicators } = summary;
  const code = (id) => codes.verdict.indexOf(id);
  assert.equal(summary.verdict, verdict);
  assert.deepEqual(
    list(summary.counties),
    counties.map(({ name }) => name),
  );
  assert.deepEqual(
    list(summary.provinces),
    counties.map(({ province }) => province),
  );
  const ofParts = counties.flatMap((county) => county.parts);
  const ofStages = counties.flatMap((county) => county.stages);
  const ofIndicators = ofStages.flatMap((stage) => stage.indicators);
  same(
    summary.byCounty.verdict,
    counties.map((county) => code(county.verdict)),
    "counties",
  );
  same(
    summary.byPart.verdict,
    ofParts.map((part) => code(part.verdict)),
    "parts",
  );
  for (const [at, part] of ofParts.entries()) assert.equal(part.id, parts[at % parts.length]);
  for (const [at, { stage }] of ofStages.entries()) assert.equal(stage, stages[at % stages.length]);
  for (const [at, { id }] of ofIndicators.entries()) assert.equal(id, indicators[at % indicators.length]);
  const columns = (group, results, numbers, counts) => {
    same(
      group.verdict,
      results.map((one) => code(one.verdict)),
      "verdicts",
    );
    for (const key of numbers)
      same(
        group[key],
        results.map((one) => orNaN(one[key])),
        key,
      );
    for (const key of counts)
      same(
        group[key],
        results.map((one) => one[key] ?? 0),
        key,
      );
  };
  columns(
    summary.byStage,
    ofStages,
    ["pupils", "compositeCv"],
    ["units", "unitsPassing", "unitsFailing", "unitsUnknown"],
  );
  columns(
    summary.byIndicator,
    ofIndicators,
    ["mean", "standardDeviation", "cv"],
    ["unitsMeeting", "unitsNear", "unitsFailing", "unitsUnknown"],
  );
  same(
    summary.byIndicator.given,
    ofIndicators.map(({ given }) => Number(given)),
    "given",
  );
  for (const [s, stage] of (counties[0]?.stages ?? []).entries()) {
    assert.equal(summary.limits.compositeCv[s], orNaN(stage.compositeLimit));
    for (const [i, one] of stage.indicators.entries()) {
      assert.equal(summary.limits.cv[s * indicators.length + i], orNaN(one.cvLimit));
      assert.equal(summary.limits.threshold[s * indicators.length + i], orNaN(one.threshold));
    }
  }
}

/** `units`: of one county or of all, as evaluate() has them. `sheets`: the names, where there are several. */
function compareUnits(columns, units, sheets) {
  const { codes } = columns;
  const known = (id, ids) => (id === null ? 255 : ids.indexOf(id));
  assert.equal(columns.length, units.length);
  assert.deepEqual(
    list(columns.names()),
    units.map(({ school }) => school),
  );
  const each = {
    row: ({ row }) => row,
    sheet: ({ sheet }) => (sheets.length > 1 ? sheets.indexOf(sheet) : 0),
    stage: ({ stage }) => known(stage, codes.stage),
    status: ({ status }) => codes.status.indexOf(status),
    divided: ({ divided }) => Number(divided),
    pupils: ({ pupils }) => orNaN(pupils),
    meeting: ({ meeting }) => meeting ?? 255,
    verdict: ({ verdict }) => codes.verdict.indexOf(verdict),
  };
  for (const [key, of] of Object.entries(each)) same(columns[key], units.map(of), key);
  for (const [at, { id, value, verdict, origin, cvShare }] of columns.indicators.entries()) {
    const values = units.map((unit) => unit.values[at] ?? { id, value: null, verdict: null, cvShare: null });
    assert.ok(values.every((one) => one.id === id));
    same(
      value,
      values.map((one) => orNaN(one.value)),
      id,
    );
    same(
      verdict,
      values.map((one) => codes.verdict.indexOf(one.verdict)),
      id,
    );
    same(
      origin,
      values.map((one) => codes.origin.indexOf(one.origin ?? "missing")),
      id,
    );
    if (cvShare !== null)
      same(
        cvShare,
        values.map((one) => orNaN(one.cvShare)),
        `${id}, shares`,
      );
  }
}

/** All pieces against the whole; `sheets`: the shown names of several tables. */
function compare(request, sheets = []) {
  const { counties, issues, ...head } = junheng.evaluate(request);
  const open = junheng.open(request);
  assert.deepEqual([open.countyCount, open.issueCount, open.closed], [counties.length, head.issueCount, false]);
  assert.deepEqual(open.head(), head);
  assert.deepEqual(open.issues(0, issues.length), issues);
  assert.deepEqual(open.issues(1, 2), issues.slice(1, 3));
  compareSummary(open.summary(), { ...head, counties });
  const all = open.units(undefined, { shares: true });
  compareUnits(
    all,
    counties.flatMap(({ units }) => units),
    sheets,
  );
  assert.equal(all.begin.length, counties.length + 1);
  for (const [at, county] of counties.entries()) {
    assert.deepEqual(open.county(at), county);
    assert.equal(all.begin[at + 1] - all.begin[at], county.units.length);
    const own = open.units(at);
    compareUnits(own, county.units, sheets);
    assert.ok(own.indicators.every(({ cvShare }) => cvShare === null));
  }
  open.close();
  assert.ok(open.closed);
  return counties.length;
}

test("every table of the corpus, by both standards", async () => {
  let counties = 0;
  for (const name of await readdir(corpus)) {
    const table = await readFile(new URL(name, corpus));
    for (const standard of ["quality-2017", "basic-2012"]) counties += compare({ table, standard });
  }
  assert.ok(counties >= 80, `${counties} counties`);
});

/** The same numbers everywhere (mulberry32). */
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test("tables with random faults, counties, facts, sheets and remarks", () => {
  const random = makeRandom(2025);
  const pick = (from) => from[Math.floor(random() * from.length)];
  const [header, ...rows] = sample.trim().split("\n");
  for (let n = 0; n < 40; n += 1) {
    const counties = 1 + Math.floor(random() * 4);
    const made = rows
      .filter(() => random() < 0.6)
      .map((row) => {
        const cells = row.split("\t");
        if (random() < 0.3)
          cells[Math.floor(random() * cells.length)] = pick(["", "l20", "—", "0", "1,234", "特殊教育学校"]);
        return [`第${Math.floor(random() * counties) + 1}县`, ...cells].join("\t");
      });
    const table = (lines) => [`区县\t${header}`, ...lines].join("\n");
    const half = made.length >> 1;
    const several = random() < 0.3;
    const request = {
      table: several
        ? [
            { name: "甲表", table: table(made.slice(0, half)) },
            { name: "乙表", table: table(made.slice(half)) },
          ]
        : table(made),
      standard: pick(["quality-2017", "basic-2012"]),
      county: random() < 0.5 ? { name: "第1县", G1: "是", G2: "否", 毕业学生人数: 940 } : undefined,
      remarks: [{ code: "outlier", row: 3, indicator: null, text: "属实" }],
    };
    compare(request, several ? ["甲表", "乙表"] : []);
  }
});

test("names come as they stand in the table, whatever their characters", () => {
  const names = ["甲\uFEFF县", "\uFEFF乙县", "𠮷县", "丙 县", "D\u0301县", "丁\u200B县", "县\uFFFD"];
  const row = (county, at) => `${county}\t${names[(at + 3) % names.length]}一小\t小学\t${100 + at}\t${900 + at}`;
  const table = ["区县\t学校名称\t学校类型\t在校生数\t图书册数", ...names.map(row)].join("\n");
  assert.ok(compare({ table, standard: "basic-2012" }) > 3);
});

test("facts without a table, and tables without a county", () => {
  const coefficients = { primary: { teaching_area: 0.31 }, middle: { teaching_area: 0.47 } };
  assert.equal(compare({ county: { name: "某县", coefficients } }), 1);
  for (const table of ["", "你好", new Uint8Array([0, 255, 1]), "学校名称\t在校生数\n"]) compare({ table });
  assert.equal(compare({ table: sample, standard: "none" }), 0);
});

/** Without the texts of one language. */
const without = (value, language) =>
  JSON.parse(JSON.stringify(value, (key, member) => (key === language ? undefined : member)));

test("one language is both without the other", () => {
  const county = { name: undefined, G1: "是", 毕业学生人数: 940, 毕业年级三年前初一时在校学生人数: 1000 };
  const open = junheng.open({ table: sample, county, options: { retention: "C" } });
  for (const [language, other] of [
    ["zh", "en"],
    ["en", "zh"],
  ]) {
    assert.deepEqual(open.county(0, { language, explain: true }), without(open.county(0, { explain: true }), other));
    assert.deepEqual(open.head({ language }), without(open.head(), other));
    assert.deepEqual(open.issues(0, 100, { language }), without(open.issues(), other));
    const place = { county: 0, item: "G1" };
    assert.deepEqual(open.explain(place, { language }), without(open.explain(place), other));
  }
  assert.equal(typeof open.county(0, { language: "zh" }).conclusion.zh, "string");
  open.close();
});

test("one thing is explained as it stands in the full answer", () => {
  const { counties } = junheng.evaluate({ table: sample, explain: true });
  const open = junheng.open({ table: sample });
  const [county] = counties;
  county.units.forEach((unit, at) => {
    assert.deepEqual(open.explain({ county: 0, unit: at }), unit);
    for (const value of unit.values) {
      assert.deepEqual(open.explain({ county: 0, unit: at, indicator: value.id }), value);
    }
  });
  for (const { stage, indicators } of county.stages) {
    for (const one of indicators) assert.deepEqual(open.explain({ county: 0, stage, indicator: one.id }), one);
  }
  for (const part of county.parts) {
    assert.deepEqual(open.explain({ county: 0, part: part.id }), part);
    for (const item of part.items) assert.deepEqual(open.explain({ county: 0, item: item.id }), item);
  }
  for (const item of county.supplements) assert.deepEqual(open.explain({ county: 0, item: item.id }), item);
  for (const nowhere of [
    {},
    undefined,
    "G1",
    null,
    { county: 1, item: "G1" },
    { county: 0 },
    { county: 0, item: "G99" },
    { county: 0, unit: county.units.length },
    { county: 0, unit: -1, indicator: "books" },
    { county: 0, stage: "senior", indicator: "teaching_area" },
    { county: 0, stage: "primary" },
  ]) {
    assert.equal(open.explain(nowhere), null, JSON.stringify(nowhere));
  }
  assert.equal(open.county(0, { units: false }).units, undefined);
  open.close();
});

test("what is not there is null, and what is handed out stays good", () => {
  const open = junheng.open({ table: sample });
  for (const county of [-1, 1, 0.5, Number.NaN, "0", null]) {
    assert.equal(open.county(county), null);
    assert.equal(open.units(county), null);
  }
  assert.deepEqual(open.issues(1e12, 5), []);
  assert.deepEqual(open.issues(-3, -1), []);
  assert.equal(open.issues(0, Infinity).length, open.issueCount);
  const summary = open.summary();
  const units = open.units();
  const names = units.names();
  const before = [summary.byIndicator.cv.join(), units.row.join(), list(names).join()];
  // The memory of the engine moves when it grows.
  const others = Array.from({ length: 20 }, () => junheng.open({ table: sample.repeat(4) }));
  assert.deepEqual([summary.byIndicator.cv.join(), units.row.join(), list(names).join()], before);
  assert.deepEqual(open.summary().byIndicator.cv, summary.byIndicator.cv);
  for (const other of others) other.close();
  assert.equal(names.at(names.length), null);
  assert.equal(names.indexOf(names.at(3)), list(names).indexOf(names.at(3)));
  assert.equal(names.indexOf("无此校"), -1);
  open.close();
  open.close();
  for (const use of ["head", "summary", "units", "issues"]) assert.throws(() => open[use](), /closed/);
  assert.throws(() => open.county(0), /closed/);
  assert.throws(() => open.explain({ county: 0, item: "G1" }), /closed/);
  assert.deepEqual([summary.byIndicator.cv.join(), units.row.join(), list(names).join()], before);
});

test("a standard that is loaded again under its id changes nothing of what is open", () => {
  const own = (value) => ({
    schema: "junheng.standard/1",
    id: "kept-open",
    parent: "quality-2017",
    title: { zh: "自己的", en: "our own" },
    document: { zh: "示例", en: "an example" },
    balanceRule: { limit: { primary: { value, source: "nanchuan-2021", confidence: "R" } } },
  });
  assert.deepEqual(junheng.addStandard(own("0.2")), []);
  const open = junheng.open({ table: sample, standard: "kept-open" });
  const before = open.county(0);
  assert.deepEqual(junheng.addStandard(own("0.9")), []);
  assert.deepEqual(open.county(0), before);
  assert.equal(open.summary().limits.cv[0], 0.2);
  assert.notDeepEqual(junheng.evaluate({ table: sample, standard: "kept-open" }).counties[0], before);
  open.close();
});

test("300 that were opened and closed leave the memory of wasm as large as it was", async () => {
  let memory = null;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate(...args);
    memory = Object.values(made.instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return made;
  };
  const engine = await loadJunheng().finally(() => {
    WebAssembly.instantiate = instantiate;
  });
  const look = () => {
    const open = engine.open({ table: sample });
    open.summary();
    open.units().names();
    open.close();
  };
  for (let i = 0; i < 10; i += 1) look();
  const before = memory.buffer.byteLength;
  for (let i = 0; i < 300; i += 1) look();
  assert.equal(memory.buffer.byteLength, before);
});

test("the kept evaluation is what is declared", () => {
  const { source, checker, faults } = declaredIn(new URL("engine/junheng.d.ts", site));
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
  const typeNamed = (name) => checker.getDeclaredTypeOfSymbol(exported.find((symbol) => symbol.name === name));
  const open = junheng.open({ table: sample });
  assert.deepEqual(
    Object.keys(open).sort(),
    checker
      .getPropertiesOfType(typeNamed("OpenEvaluation"))
      .map(({ name }) => name)
      .sort(),
  );
  const keys = (name) =>
    checker
      .getPropertiesOfType(typeNamed(name))
      .map((property) => property.name)
      .sort();
  assert.deepEqual(Object.keys(open.summary()).sort(), keys("Summary"));
  assert.deepEqual(Object.keys(open.units()).sort(), keys("UnitColumns"));
  const county = junheng.evaluate({ table: sample, detail: "summary" });
  assert.deepEqual(faults(county, typeNamed("EvaluationSummary"), "summary", new Map()), []);
  open.close();
});

test("in steps it is the same, and it ends where nobody wants it any more", async () => {
  const shares = [];
  const request = { table: sample, standard: "quality-2017" };
  const stepwise = await junheng.openInSteps(request, async (share) => shares.push(share) > 0);
  const atOnce = junheng.open(request);
  assert.ok(shares.length >= 4 && shares.every((share, at) => share > (shares[at - 1] ?? 0) && share < 1), `${shares}`);
  assert.deepEqual(stepwise.head(), atOnce.head());
  assert.deepEqual(stepwise.county(0, { explain: true }), atOnce.county(0, { explain: true }));
  assert.deepEqual(stepwise.issues(), atOnce.issues());
  assert.equal(await junheng.openInSteps(request, async () => false), null);
  // Others may be asked meanwhile.
  const among = await junheng.openInSteps(request, async () => junheng.evaluate({ table: "" }).counties.length === 0);
  assert.deepEqual(among.county(0), atOnce.county(0));
  const unknown = await junheng.openInSteps({ ...request, standard: "no" }, async () => assert.fail("has no steps"));
  assert.deepEqual(
    unknown.issues().map(({ code }) => code),
    ["unknown_standard"],
  );
  await assert.rejects(
    junheng.openInSteps(request, () => Promise.reject(new Error("elsewhere"))),
    /elsewhere/,
  );
  for (const one of [stepwise, atOnce, among, unknown]) one.close();
});
