// SPDX-License-Identifier: MIT
//
// One county in every layout that tables have. Each layout: {name, write(county) → table or sheets, can(school)}.

import { cellsOf, headerOf, headers, stageWords, typeWords } from "./fields.mjs";
import { weights } from "./limits.mjs";
import { product } from "./random.mjs";

const standard = "quality-2017";
const flags = new Set(["built2010", "built2016", "dense", "rural5099", "smallClass"]);
const ofNoStage = new Set(["leased", "otherSports"]); // tables have them for whole schools only
const stagesOf = (school) => Object.keys(weights[school.type]);
const isJoint = (school) => stagesOf(school).length > 1;

/** Lines of a table; the columns are those that a row has, in the order in which they come up. */
function text(rows, order = (columns) => columns) {
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

function wideRow(school, header = headerOf) {
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

const partWords = { primary: "小学部", middle: "初中部", senior: "高中部" };

/** One row a stage, with what stands in front of the numbers. */
const byStage = (county, front) =>
  county.schools.flatMap((school) =>
    stageRows(school).map(({ stage, cells }) => ({ ...front(school, stage), ...cells })),
  );

const named = (school) => ({ 学校名称: school.name });
const partNamed = (school, stage) => ({
  学校名称: isJoint(school) ? school.name + partWords[stage] : school.name,
});
const typed = (school) => ({ 学校类型: typeWords[school.type] });
const staged = (stage) => ({ 学段: stageWords[stage] });

/** Without a type one cannot know that it is one of these. */
const needsNoType = (school) => !["teaching_point", "special", "vocational"].includes(school.type);
/** These types alone do not say whose pupils they are. */
const saysItsStages = (school) => !["special", "vocational"].includes(school.type);
const anySchool = () => true;

function withTitle(table) {
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
function twoHeaderRows(county) {
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

function inOtherUnits(row) {
  return Object.fromEntries(
    Object.entries(row).map(([header, cell]) => {
      const [other, factor] = units[header] ?? [];
      if (other === undefined) return [header, cell];
      return [other, cell === null ? null : product(cell, factor)];
    }),
  );
}

const split = (row, inSecond) => {
  const entries = Object.entries(row);
  return [
    Object.fromEntries(entries.filter(([header]) => !inSecond(header))),
    Object.fromEntries(entries.filter(([header]) => header === "学校名称" || inSecond(header))),
  ];
};

const isArea = (header) => /面积|设备值|教室数|图书|计算机/.test(header) && !/单间/.test(header);
const files = (pairs) => [
  { name: "学校情况.tsv", table: text(pairs.map(([first]) => first)) },
  { name: "办学条件.tsv", table: text(pairs.map(([, second]) => second)) },
];

const sheetsByStage = (county, front) =>
  ["primary", "middle", "senior"]
    .map((stage) => ({
      name: stageWords[stage],
      rows: county.schools
        .filter((school) => stagesOf(school).includes(stage))
        .map((school) => ({ ...front(school, stage), ...stageRows(school).find((row) => row.stage === stage).cells })),
    }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows }) => ({ name, table: text(rows) }));

const kFraming = 2;

export const layouts = [
  {
    name: "one row a school: 小学在校生数, 初中在校生数",
    write: (county) => text(county.schools.map((school) => wideRow(school))),
  },
  {
    name: "one row a school: 在校生数(小学), 在校生数（初中）",
    write: (county) =>
      text(
        county.schools.map((school) =>
          wideRow(school, ({ field, stage }) =>
            stage === null ? headers[field] : `${headers[field]}${stage === "middle" ? "（初中）" : `(${stageWords[stage]})`}`,
          ),
        ),
      ),
  },
  { name: "one row a school under a header of two rows", write: twoHeaderRows },
  {
    name: "one row a school, areas and rooms of its stages in columns of the stages",
    write: (county) =>
      text(
        county.schools.map((school) => {
          const row = wideRow(school);
          for (const [field, shares] of Object.entries(school.byStage ?? {})) {
            if (ofNoStage.has(field)) continue;
            delete row[headers[field]];
            for (const [stage, share] of Object.entries(shares ?? {})) row[headerOf({ field, stage })] = share;
          }
          return row;
        }),
      ),
    can: (school) => Object.values(school.byStage ?? {}).every((shares) => shares !== null),
  },
  {
    name: "one row a stage with 学段, one name, 学校类型",
    write: (county) => text(byStage(county, (school, stage) => ({ ...named(school), ...typed(school), ...staged(stage) }))),
  },
  {
    name: "one row a stage with 学段, one name, no 学校类型",
    write: (county) => text(byStage(county, (school, stage) => ({ ...named(school), ...staged(stage) }))),
    can: needsNoType,
  },
  {
    name: "rows 甲校小学部, 甲校初中部 with 学校类型 of the school",
    write: (county) => text(byStage(county, (school, stage) => ({ ...partNamed(school, stage), ...typed(school) }))),
    can: saysItsStages,
  },
  {
    name: "rows 甲校小学部, 甲校初中部 with 学校类型 and 学段",
    write: (county) =>
      text(byStage(county, (school, stage) => ({ ...partNamed(school, stage), ...typed(school), ...staged(stage) }))),
  },
  {
    name: "rows 甲校小学部, 甲校初中部 with 学段, no 学校类型",
    write: (county) => text(byStage(county, (school, stage) => ({ ...partNamed(school, stage), ...staged(stage) }))),
    can: needsNoType,
  },
  {
    name: "rows of one name with 学校类型 九年一贯制学校小学部, 完全中学初中部",
    write: (county) =>
      text(
        byStage(county, (school, stage) => ({
          ...named(school),
          学校类型: typeWords[school.type] + (isJoint(school) ? partWords[stage] : ""),
        })),
      ),
    can: saysItsStages,
  },
  {
    name: "a sheet a stage, with 学段",
    write: (county) =>
      sheetsByStage(county, (school, stage) => ({ ...named(school), ...typed(school), ...staged(stage) })),
  },
  {
    name: "a sheet a stage, named by it",
    write: (county) => sheetsByStage(county, (school) => ({ ...named(school), ...typed(school) })),
    can: (school) => school.type !== "vocational",
  },
  {
    name: "two files, one row a school in both",
    write: (county) => files(county.schools.map((school) => split(wideRow(school), isArea))),
  },
  {
    name: "two files, one row a stage in the first, one a school in the second",
    write: (county) => {
      const rows = byStage(county, (school, stage) => ({ ...named(school), ...typed(school), ...staged(stage) }));
      const second = county.schools.map((school) => split(wideRow(school), isArea)[1]);
      return [
        { name: "学校情况.tsv", table: text(rows.map((row) => split(row, isArea)[0])) },
        { name: "办学条件.tsv", table: text(second) },
      ];
    },
  },
  {
    name: "one row a school with title, totals and the columns in another order",
    write: (county) =>
      withTitle(text(county.schools.map((school) => wideRow(school)), (columns) => [...columns.slice(0, kFraming), ...columns.slice(kFraming).reverse()])),
  },
  {
    name: "one row a stage with title, totals",
    write: (county) =>
      withTitle(text(byStage(county, (school, stage) => ({ ...named(school), ...typed(school), ...staged(stage) })))),
  },
  {
    name: "other units: 万元, 亩",
    write: (county) => text(county.schools.map((school) => inOtherUnits(wideRow(school)))),
  },
].map((layout) => ({ can: anySchool, ...layout }));
