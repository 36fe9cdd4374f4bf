// SPDX-License-Identifier: MIT
//
// The declared types of the engine against what really comes out of it: every key of a result is declared, every key
// that is not optional is there, and kinds agree. Reads junheng.d.ts with TypeScript itself.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { declaredIn, ts } from "../support/declared.mjs";

const site = new URL("../../dist/site/", import.meta.url);
const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);
const junheng = await loadJunheng();

const { program, source, checker, faults } = declaredIn(new URL("engine/junheng.d.ts", site));
const declared = new Map(
  checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((symbol) => [symbol.name, symbol]),
);
const typeNamed = (name) => checker.getDeclaredTypeOfSymbol(declared.get(name));

const county = await readFile(new URL("samples/sample-county.tsv", site));
const dadukou = JSON.parse(await readFile(new URL("../golden/dadukou-2024.county.json", import.meta.url), "utf8"));
const five = await readFile(new URL("samples/five-schools.tsv", site));
// Everything that a result can hold: two provinces, cells that are not understood, a row without a stage, excluded rows.
const mixed = [
  "省份\t区县\t学校名称\t学校类型\t在校生数\t图书册数\t教学仪器设备值\t备注",
  "甲省\t甲县\t一小\t小学\t300\t3000\tl20\tx",
  "甲省\t甲县\t二小\t小学\t—\t\t5000\t",
  "乙省\t乙县\t三中\t初级中学\t400\t9000\t7000\t",
  "乙省\t乙县\t四校\t不知道\t100\t1\t1\t",
  "乙省\t乙县\t五点\t教学点\t12\t1\t1\t",
].join("\n");
/** A table with every column that the first way to compute each indicator asks for: nothing in it is unknown. */
function complete(id) {
  const standard = junheng.standards().find((one) => one.id === id);
  const labels = new Set(standard.indicators.flatMap((one) => one.fields[0].map((field) => field.label.zh)));
  const head = ["学校名称", "学校类型", "在校生数", ...labels];
  const rows = [300, 400, 500].map((pupils, i) => [
    `第${i}小学`,
    "小学",
    pupils,
    ...[...labels].map((_, k) => 900 + i + k),
  ]);
  return [head, ...rows].map((row) => row.join("\t")).join("\n");
}

test("the declarations themselves compile", () => {
  assert.deepEqual(
    ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n")),
    [],
  );
});

test("standards() is what is declared", () => {
  assert.deepEqual(faults(junheng.standards(), typeNamed("Standards"), "standards", new Map()), []);
});

test("results are what is declared: both standards, full and summary, good tables and bad ones", () => {
  const type = typeNamed("Evaluation");
  const types = { full: type, summary: typeNamed("EvaluationSummary") };
  const seen = new Map();
  const tables = {
    complete: complete("basic-2012"),
    county,
    five,
    mixed,
    empty: "",
    word: "你好",
    header: "学校名称\t在校生数\n",
    years: "学年\t学校名称\t在校生数\n2022\t甲小学\t1\n2023\t甲小学\t2\n",
    binary: new Uint8Array([0, 255, 1]),
  };
  for (const [name, table] of Object.entries(tables)) {
    for (const standard of ["quality-2017", "basic-2012", "none"]) {
      for (const detail of ["full", "summary"]) {
        const result = junheng.evaluate({ table, standard, detail });
        assert.deepEqual(
          faults(result, types[detail], "result", seen).slice(0, 10),
          [],
          `${name}, ${standard}, ${detail}`,
        );
      }
    }
  }
  const answers = [{ question: "year", sheet: 0, row: 0, option: "2022" }];
  const answered = junheng.evaluate({ table: tables.years, reading: { answers } });
  assert.deepEqual(faults(answered, type, "result", seen), []);
  // What only facts bring: judged items, years, a school with an exemption, values as they were given, points, remarks.
  const years = { 2021: 90, 2022: 92, 2023: 95 };
  const stated = {
    ...dadukou,
    name: "示例区",
    财政教育拨款: years,
    财政经常性收入: years,
    pupil_expense: { primary: years },
  };
  const exempt = "学校名称\t学校类型\t在校生数\t是否2010年及之前规划并建成\t图书册数\n甲\t小学\t2300\t是\t1\n";
  const visiting =
    "学校名称\t学校类型\t在校生数\t体育专任教师数\t艺术专任教师数\t音乐专任教师数\t美术专任教师数\t" +
    "体育交流轮岗/兼职/走教教师人数\t是否50人及以上但不足100人的乡村小规模学校和教学点\n甲\t小学\t60\t1\t1\t1\t1\t1\t是\n";
  const outlier =
    "学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t10\t900\n乙\t小学\t10\t9\n丙\t小学\t10\t9\n丁\t小学\t10\t9\n戊\t小学\t10\t9\n";
  // Several files, a header that is asked about, and one that is asked about for a stage.
  const files = [
    { name: "一.tsv", table: exempt },
    {
      name: "二.tsv",
      table:
        "学校名称\t学校类型\t在校生数\t教学仪噐设备值\t超过45人的小字班级数\n乙\t小学\t100\tl20\t0\n丙\t小学\tx\t1\t0\n",
    },
    {
      name: "三.tsv",
      table: "学校名称\t学校类型\t在校生数\t教学仪器设备值\t超过45人的小学班级数\n丁\t小学\t100\t5\t2\n",
    },
  ];
  const remark = { code: "outlier", row: 2, indicator: "books", text: "属实" };
  const points = Array.from({ length: 17 }, (_, i) => ({ id: `B${i + 1}`, points: i === 16 ? "4" : "6" }));
  const scored = {
    schema: "junheng.standard/1",
    id: "scored",
    parent: "basic-2012",
    title: { zh: "赋分", en: "with points" },
    document: { zh: "示例", en: "an example" },
    parts: [{ id: "government", items: points }],
  };
  assert.deepEqual(junheng.addStandard(scored), []);
  const asTable = "填报项目\t单位\t填报值\n优质高中招生名额总数\t人\t974\n优质高中招生分配名额\t人\t685\n";
  const requests = [
    { table: "", standard: "scored", county: { scores: { B1: 5 } } },
    { table: county, county: asTable },
    { table: county, county: stated, explain: true },
    { table: county, options: { retention: "C" } },
    { table: files, county: { G1: "是" }, explain: true },
    { table: exempt, county: { G1: { value: "是", note: "见附件" }, year: 2025 }, explain: true },
    { table: visiting, explain: true },
    { table: outlier, standard: "basic-2012", county: { government_score: 90, scores: { B1: 5 } }, remarks: [remark] },
  ];
  for (const request of requests) {
    assert.deepEqual(
      faults(junheng.evaluate(request), type, "result", seen).slice(0, 10),
      [],
      JSON.stringify(request.county),
    );
  }
  // A key that never had a value was not compared at all.
  const never = [...seen].filter(([, had]) => !had).map(([key]) => key);
  assert.deepEqual(never, []);
});

test("read() is what is declared", () => {
  const seen = new Map();
  const type = typeNamed("TableRows");
  for (const request of [
    { table: county, fields: true },
    { table: [{ name: "甲.tsv", table: mixed }, { table: five }], sheet: 1 },
  ]) {
    assert.deepEqual(faults(junheng.read(request), type, "rows", seen), []);
  }
  assert.deepEqual(
    [...seen].filter(([, had]) => !had).map(([key]) => key),
    [],
  );
});

test("optionEffects() is what is declared", () => {
  const seen = new Map();
  const type = typeNamed("OptionEffects");
  const facts = "毕业学生人数\t940\n毕业年级三年前初一时在校学生人数\t1000\n";
  for (const request of [
    { table: county, county: facts, options: { retention: "C" } },
    { table: "", county: facts },
    { table: "" },
  ]) {
    assert.deepEqual(faults(junheng.optionEffects(request), type, "effects", seen), []);
  }
  assert.deepEqual(
    [...seen].filter(([, had]) => !had).map(([key]) => key),
    [],
  );
});

test("the module is what is declared", () => {
  assert.deepEqual(
    Object.keys(junheng).sort(),
    checker
      .getPropertiesOfType(typeNamed("Junheng"))
      .map((p) => p.name)
      .sort(),
  );
  assert.equal(typeof junheng.version, "string");
  assert.equal(declared.get("loadJunheng").flags & ts.SymbolFlags.Function, ts.SymbolFlags.Function);
});

test("the comparison notices what it is for", () => {
  const type = typeNamed("Evaluation");
  const broken = (change) => {
    const result = junheng.evaluate({ table: county });
    change(result);
    return faults(result, type, "result", new Map()).length;
  };
  assert.equal(
    broken(() => {}),
    0,
  );
  assert.ok(
    broken((r) => {
      r.more = 1;
    }) > 0,
  );
  assert.ok(
    broken((r) => {
      delete r.verdict;
    }) > 0,
  );
  assert.ok(
    broken((r) => {
      r.counties[0].verdict = "near";
    }) > 0,
  );
  assert.ok(
    broken((r) => {
      r.counties[0].stages[0].units = "25";
    }) > 0,
  );
  assert.ok(
    broken((r) => {
      delete r.counties[0].units[3].values[0].cvShare;
    }) > 0,
  );
  assert.ok(
    broken((r) => {
      r.counties[0].stages[0].indicators[0].cv = Number.NaN;
    }) > 0,
  );
});
