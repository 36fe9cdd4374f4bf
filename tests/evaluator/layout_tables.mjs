// SPDX-License-Identifier: MIT
//
// A county as rows of schools, rows of stages, sheets and files; layouts.mjs puts them together.

import { cellsOf, headerOf, headers, stageWords, typeWords } from "./fields.mjs";
import { weights } from "./limits.mjs";
import { product } from "./random.mjs";

const standard = "quality-2017";
const flags = new Set(["built2010", "built2016", "dense", "rural5099", "smallClass"]);
export const ofNoStage = new Set(["leased", "otherSports"]); // tables have them for whole schools only
const stagesOf = (school) => Object.keys(weights[school.type]);
export const isJoint = (school) => stagesOf(school).length > 1;

/** Lines of a table; the columns are those that a row has, in the order in which they come up. */
export function text(rows, order = (columns) => columns) {
  const columns = order([...new Set(rows.flatMap((row) => Object.keys(row)))]);
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((line) => line.join("\t"))
    .join("\n");
}

/** Fields of a school: {field, stage, text}, whole-school numbers as they are. */
const wholeCells = (school) => cellsOf(school, standard).filter(({ stage }) => stage === null);
const stageCells = (school) => cellsOf(school, standard).filter(({ stage }) => stage !== null);

/** What of a whole-school number stands in the row of one stage: its share, its half, or for a flag the same. */
function partOf(school, { field, text: whole }, stage) {
  if (!isJoint(school) || flags.has(field) || whole === null) return whole;
  const shares = school.byStage?.[field];
  if (shares !== undefined) return shares[stage];
  if (stage === "senior") return "0";
  const compulsory = stagesOf(school).filter((one) => one !== "senior");
  if (compulsory.length === 1) return whole;
  if (field === "budget" || field === "training") return String(Number(whole) / 2);
  // Rooms and children are counted where they are: the first stage has all but one.
  const last = /^\d+$/.test(whole) ? Math.min(1, Number(whole)) : 0;
  if (last === 0) return stage === compulsory[0] ? whole : "0";
  return String(stage === compulsory[0] ? Number(whole) - last : last);
}

export function wideRow(school, header = headerOf) {
  const row = { 学校名称: school.name, 学校类型: typeWords[school.type] };
  for (const cell of cellsOf(school, standard)) row[header(cell)] = cell.text;
  return row;
}

/** {school, stage, cells: {header: text}} of each stage. */
function stageRows(school) {
  return stagesOf(school).map((stage) => {
    const cells = {};
    for (const cell of stageCells(school)) if (cell.stage === stage) cells[headers[cell.field]] = cell.text;
    for (const cell of wholeCells(school)) cells[headers[cell.field]] = partOf(school, cell, stage);
    return { school, stage, cells };
  });
}

export const partWords = { primary: "小学部", middle: "初中部", senior: "高中部" };

/** One row a stage, with what stands in front of the numbers. */
export const byStage = (county, front) =>
  county.schools.flatMap((school) =>
    stageRows(school).map(({ stage, cells }) => ({ ...front(school, stage), ...cells })),
  );

export const named = (school) => ({ 学校名称: school.name });
export const partNamed = (school, stage) => ({
  学校名称: isJoint(school) ? school.name + partWords[stage] : school.name,
});
export const typed = (school) => ({ 学校类型: typeWords[school.type] });
export const staged = (stage) => ({ 学段: stageWords[stage] });

/** Without a type one cannot know that it is one of these. */
export const needsNoType = (school) => !["teaching_point", "special", "vocational"].includes(school.type);
/** These types alone do not say whose pupils they are. */
export const saysItsStages = (school) => !["special", "vocational"].includes(school.type);
export const anySchool = () => true;

export function withTitle(table) {
  const lines = table.split("\n");
  const width = lines[0].split("\t").length;
  const pad = (cells) => [...cells, ...Array(width).fill("")].slice(0, width).join("\t");
  const header = lines[0].split("\t");
  const sums = header.map((name, column) => {
    if (column === 0) return "合计";
    const cells = lines.slice(1).map((line) => line.split("\t")[column]);
    if (cells.some((cell) => !/^[\d.]*$/.test(cell)) || /是否|类型|最大班额/.test(name)) return "";
    return cells.length === 0 ? "" : String(Number(cells.reduce((all, cell) => all + Number(cell), 0).toFixed(6)));
  });
  return [pad(["某县义务教育学校情况表"]), pad(["填报单位：某县教育局"]), ...lines, sums.join("\t")].join("\n");
}

/** A header of two rows: what it is above, for which stage below. */
export function twoHeaderRows(county) {
  const columns = new Map();
  const rows = county.schools.map((school) => {
    const row = new Map();
    for (const cell of cellsOf(school, standard)) {
      columns.set(`${cell.field}|${cell.stage ?? ""}`, cell);
      row.set(`${cell.field}|${cell.stage ?? ""}`, cell.text ?? "");
    }
    return { school, row };
  });
  const keys = [...columns.keys()].sort((a, b) => (a.split("|")[0] < b.split("|")[0] ? -1 : a < b ? -1 : 1));
  let above = null;
  const first = keys.map((key) => {
    const [field, stage] = key.split("|");
    const name = headers[field];
    const shown = stage !== "" && above === field ? "" : name; // the text of a merged cell stands in its first
    above = field;
    return shown;
  });
  const second = keys.map((key) => stageWords[key.split("|")[1]] ?? "");
  const lines = [
    ["学校名称", "学校类型", ...first],
    ["", "", ...second],
    ...rows.map(({ school, row }) => [school.name, typeWords[school.type], ...keys.map((key) => row.get(key) ?? "")]),
  ];
  return lines.map((line) => line.join("\t")).join("\n");
}

const units = {
  "教学仪器设备值(元)": ["教学仪器设备值(万元)", "0.0001"],
  "上一年度公用经费预算总额(元)": ["上一年度公用经费预算总额(万元)", "0.0001"],
  "上一年度教师培训经费预算总额(元)": ["上一年度教师培训经费预算总额(万元)", "0.0001"],
  "运动场地面积(㎡)": ["运动场地面积(亩)", "0.0015"], // a mu is 2000/3 m²
  "体育运动场馆面积(㎡)": ["体育运动场馆面积(亩)", "0.0015"],
};

export function inOtherUnits(row) {
  return Object.fromEntries(
    Object.entries(row).map(([header, cell]) => {
      const [other, factor] = units[header] ?? [];
      if (other === undefined) return [header, cell];
      return [other, cell === null ? null : product(cell, factor)];
    }),
  );
}

export const split = (row, inSecond) => {
  const entries = Object.entries(row);
  return [
    Object.fromEntries(entries.filter(([header]) => !inSecond(header))),
    Object.fromEntries(entries.filter(([header]) => header === "学校名称" || inSecond(header))),
  ];
};

export const isArea = (header) => /面积|设备值|教室数|图书|计算机/.test(header) && !/单间/.test(header);
export const files = (pairs) => [
  { name: "学校情况.tsv", table: text(pairs.map(([first]) => first)) },
  { name: "办学条件.tsv", table: text(pairs.map(([, second]) => second)) },
];

export const sheetsByStage = (county, front) =>
  ["primary", "middle", "senior"]
    .map((stage) => ({
      name: stageWords[stage],
      rows: county.schools
        .filter((school) => stagesOf(school).includes(stage))
        .map((school) => ({ ...front(school, stage), ...stageRows(school).find((row) => row.stage === stage).cells })),
    }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows }) => ({ name, table: text(rows) }));
