// SPDX-License-Identifier: MIT
//
// 一校一策, the task table, the ledger and the timetable.

import assert from "node:assert/strict";
import { test } from "node:test";
import { documentTexts, makePaper, partsOf, sheetsOf, sourceOf } from "./papers.mjs";

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
  const planned = sourceOf({ about: { measures: { 示例二小: ["新建教学楼"] } } });
  const plan = sheetOf("schools", planned).rows;
  const there = plan.findIndex((row) => row[0] === "学校名称" && row[1] === "示例二小");
  assert.equal(plan.slice(there).find((row) => row[0] === "整改措施")[1], "1. 新建教学楼");
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
