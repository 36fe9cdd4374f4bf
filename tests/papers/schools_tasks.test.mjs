// SPDX-License-Identifier: MIT
//
// 一校一策, the task table, the ledger and the timetable.

import assert from "node:assert/strict";
import { test } from "node:test";
import { plannedStages, togetherOf, wholeThings } from "../support/plans.mjs";
import { sampleText } from "../support/publishing.mjs";
import { documentTexts, kFacts, makePaper, partsOf, sheetsOf, sourceOf } from "./papers.mjs";

const source = sourceOf();
const documentOf = (kind, from = source) => makePaper(from, kind, "docx").bytes;
const sheetOf = (kind, from = source) => sheetsOf(makePaper(from, kind, "xlsx").bytes)[0];

test("a page for each school, in the order of the table, with both stages of a school on one", () => {
  const names = [
    ...new Set(source.county.units.filter(({ status }) => status === "evaluated").map(({ school }) => school)),
  ];
  const bytes = documentOf("schools");
  const texts = documentTexts(bytes);
  const said = texts.flatMap((text, at) => (text === "学校名称" ? [texts[at + 1]] : []));
  assert.deepEqual(said, names);
  const xml = partsOf(bytes)["word/document.xml"];
  assert.equal(xml.split("<w:pageBreakBefore/>").length - 1, names.length - 1);
  const joint = source.county.units.filter(({ school }) => school === "示例甲学校");
  assert.equal(joint.length, 2);
  const at = texts.indexOf("示例甲学校");
  assert.deepEqual(texts.slice(at + 1, at + 4), ["学段", "小学", "初中"]);
  const breaks = partsOf(makePaper(source, "schools", "xlsx").bytes)["xl/worksheets/sheet1.xml"].match(/<brk /g);
  assert.equal(breaks.length, names.length - 1);
});

test("what a school lacks: its values below the standard, and the county's items that name it", () => {
  const { rows } = sheetOf("schools");
  const at = rows.findIndex((row) => row[0] === "学校名称" && row[1] === "示例二小");
  const problems = rows.slice(at).find((row) => row[0] === "存在的问题")[1];
  assert.equal(
    problems,
    "1. 生均教学及辅助用房面积4.10（达标值4.5）\n2. G4 学校规模：义务教育阶段学生数2356（要求不超过2000）",
  );
  const good = rows.findIndex((row) => row[0] === "学校名称" && row[1] === "示例三小");
  assert.equal(rows.slice(good).find((row) => row[0] === "存在的问题")[1], "按所填数据，没有低于达标值的指标。");
  assert.ok(rows.every((row) => !row[0].startsWith("达标方案")));
});

test("with its plan: what a school gets, before and after, by the planner's own answer, and that it was evaluated", async () => {
  const together = await togetherOf({ table: sampleText, county: kFacts, standard: "quality-2017" });
  const plans = plannedStages(together, 0);
  const answers = new Map(together.plans.map(({ stage, answer }) => [stage.stage, answer]));
  const { rows } = sheetOf("schools", { ...source, plans });
  const told = (school) => {
    const at = rows.findIndex((row) => row[0] === "学校名称" && row[1] === school);
    return rows.slice(at).find((row) => row[0] === "达标方案（计算）")[1];
  };
  const { outcome, verdictAfter, schools } = answers.get("primary");
  assert.deepEqual([outcome, verdictAfter], ["planned", "pass"]);
  const changes = schools.find(({ school }) => school === "示例二小").changes;
  const lines = told("示例二小").split("\n");
  assert.equal(lines.length, changes.length + 1);
  const at = changes.findIndex(({ indicator }) => indicator === "sports_area");
  const { by, before, after } = changes[at];
  assert.equal(before, "7.71");
  const line = `${at + 1}. 运动场地面积增加${by}㎡，生均体育运动场馆面积${before} → ${after}`;
  assert.equal(lines[at].replaceAll(",", ""), line);
  assert.match(lines.at(-1), /^（.*已把方案放进表里重新计算：小学达标。）$/);
  // Each change of the answer stands on the page of its school, and none beside them.
  const pages = rows.filter((row) => row[0] === "达标方案（计算）").flatMap((row) => row[1].split("\n"));
  const all = [...answers.values()].flatMap(({ schools = [] }) => schools.flatMap((one) => one.changes));
  assert.equal(pages.filter((line) => / → /.test(line)).length, all.length);
  const untouched = source.county.units.find(
    ({ school, stage }) =>
      stage === "primary" && school !== "示例甲学校" && !schools.some((one) => one.school === school),
  );
  assert.match(told(untouched.school), /^方案里本校不增不减。\n（/);
  assert.match(told("示例甲学校"), /^小学：[^]*\n初中现在就达标，不需要增加什么。计算时表里已有小学的方案。$/);
});

test("pupils who go to another school stand on the pages of both, as a heuristic", async () => {
  const request = { table: sampleText, standard: "quality-2017" };
  const together = await togetherOf(request, wholeThings(new Map([["0 primary", { most: 300 }]])));
  const { answer } = together.plans.find(({ stage }) => stage.stage === "primary");
  const plans = plannedStages(together, 0);
  const { rows } = sheetOf("schools", { ...source, plans });
  const pages = rows.filter((row) => row[0] === "达标方案（计算）").map((row) => row[1]);
  const { moves } = answer.pupils;
  assert.ok(moves.length > 0);
  for (const [end, way] of [
    ["from", "转出"],
    ["to", "转入"],
  ]) {
    const { pupils, pupilsAfter } = moves[0][end];
    const line = `学生分流（启发式）：${way}${Math.abs(pupilsAfter - pupils)}人，在校生${pupils} → ${pupilsAfter}。`;
    assert.equal(pages.filter((page) => page.includes(line)).length, 1, line);
  }
  const without = plannedStages(await togetherOf(request), 0);
  assert.ok(without.every(({ pupils }) => pupils.length === 0));
});

test("where there is no plan the page says why and names nothing to be had", async () => {
  const [head, first, ...rest] = sampleText.trimEnd().split("\n");
  const cells = first.split("\t");
  const column = head.split("\t").findIndex((name) => name.includes("教学及辅助用房面积"));
  cells[column] = "";
  const table = [head, cells.join("\t"), ...rest].join("\n");
  const plans = plannedStages(await togetherOf({ table, standard: "quality-2017" }), 0);
  const { rows } = sheetOf("schools", { ...sourceOf({ table }), plans });
  const said = rows.filter((row) => row[0] === "达标方案（计算）").map((row) => row[1]);
  const primary = said.filter((text) => !/初中/.test(text));
  assert.ok(primary.length > 0);
  for (const text of primary) {
    assert.match(text, /^小学没有可写的方案。.*缺少“教学及辅助用房”的数据：不知道的数没法做方案，请先补上。$/);
    assert.doesNotMatch(text, /增加|→|重新计算/);
  }
  // Nothing may be added: the standard cannot be met.
  const wishes = wholeThings();
  const of = (stage, at) => {
    const { resources } = wishes.of(stage, at);
    return { resources: resources.map((one) => ({ ...one, fixed: true })) };
  };
  const whole = { table: sampleText, standard: "quality-2017" };
  const capped = plannedStages(await togetherOf(whole, { ...wishes, of }), 0);
  assert.equal(capped[0].schools, null);
  assert.match(capped[0].said.join(""), /小学不可能达标/);
  const page = sheetOf("schools", { ...source, plans: capped }).rows.find((row) => row[0] === "达标方案（计算）")[1];
  assert.match(page, /^小学没有可写的方案。.*小学不可能达标/);
});

test("every point of the standard has somebody who answers for it, and another can be named", () => {
  const { rows, merges } = sheetOf("tasks");
  const points = rows.slice(2).filter((row) => /^\d+\. /.test(row[1]));
  const { standard } = source;
  assert.equal(points.length, standard.indicators.length + standard.parts.flatMap(({ items }) => items).length);
  assert.ok(points.every((row) => row[2] !== ""));
  assert.deepEqual(points[0].slice(0, 3), [
    "资源配置",
    "1. 每百名学生拥有高于规定学历教师数：小学4.2以上、初中5.3以上",
    "教育局、人力资源社会保障局",
  ]);
  assert.ok(merges.includes(`A3:A${2 + standard.indicators.length}`));
  const states = Object.fromEntries(points.map((row) => [row[1].replace(/^\d+\. /, "").slice(0, 12), row[3]]));
  assert.equal(states["生均教学及辅助用房面积："], "有学校或学段未达到");
  assert.equal(states["生均教学仪器设备值：小学"], "达标");
  assert.equal(states["无过重课业负担"], "无法判定（材料待补）");
  assert.equal(states["不予认定的情形：存在以考"], "没有该情形");
  const changed = sheetOf("tasks", sourceOf({ about: { departments: { 1: "区教委", Q8: "督导室" } } })).rows;
  assert.equal(changed[2][2], "区教委");
  assert.equal(changed.find((row) => row[1] === "8. 无过重课业负担")[2], "督导室");
});

test("the ledger has all that is not met or not known, with who and until when", () => {
  const { rows } = sheetOf("problems");
  const listed = rows.slice(2).filter((row) => /^\d+$/.test(row[0]));
  const { county } = source;
  const items = county.parts.flatMap((part) => part.items).filter(({ verdict }) => verdict !== "pass");
  const coefficients = county.stages
    .flatMap(({ indicators }) => indicators)
    .filter(({ verdict }) => verdict !== "pass");
  const units = county.units.filter(({ status, verdict }) => status === "evaluated" && verdict !== "pass");
  assert.equal(listed.length, items.length + coefficients.length + units.length);
  assert.deepEqual(listed[0].slice(1, 5), [
    "资源配置",
    "小学生均体育运动场馆面积",
    "差异系数0.5368，要求不高于0.50",
    "不达标",
  ]);
  assert.ok(listed.every((row) => row[5] !== "" && row[7] === "2025年8月31日"));
});

test("the timetable says what the verdict of now is, and claims no step as done", () => {
  const texts = documentTexts(documentOf("timetable"));
  for (const step of ["县级自评", "市级复核", "省级督导评估", "国家认定"]) assert.ok(texts.includes(step), step);
  assert.ok(texts.some((text) => text.includes("目前的自评结论为：不达标。只有各项均达标时才提出申报")));
  const { rows } = sheetOf("timetable");
  assert.ok(rows.slice(2, 11).every((row) => row[5] === ""));
});
