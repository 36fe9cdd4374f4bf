// SPDX-License-Identifier: MIT
//
// A county as the engine takes it: one row a school with columns for each stage, and its facts.

import { cellsOf, headerOf, typeWords } from "./fields.mjs";

const keyOf = ({ field, stage }) => `${field}|${stage ?? ""}`;

/** {columns: [{field, stage}], rows: [{county, school, cells: Map}]} */
export function wide(counties, standard) {
  const columns = new Map();
  const rows = counties.flatMap((county) =>
    county.schools.map((school) => {
      const cells = cellsOf(school, standard);
      for (const cell of cells) columns.set(keyOf(cell), { field: cell.field, stage: cell.stage });
      return { county: county.name, school, cells: new Map(cells.map((cell) => [keyOf(cell), cell.text])) };
    }),
  );
  return { columns: [...columns.values()], rows };
}

export function wideText(counties, standard, arrange = (table) => table) {
  const { columns, rows } = arrange(wide(counties, standard));
  const lines = [["区县名称", "学校名称", "学校类型", ...columns.map((column) => column.header ?? headerOf(column))]];
  for (const { county, school, cells } of rows)
    lines.push([
      county,
      school.name,
      typeWords[school.type],
      ...columns.map((column) => cells.get(keyOf(column)) ?? ""),
    ]);
  return lines.map((line) => line.join("\t")).join("\n");
}

const stageOf = { primary: "小学", middle: "初中" };
const kEntry = { all_schools: "schools" };

/** A fact of the model as the engine's `county` takes it. */
function factOf(value) {
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [stageOf[key] ?? key, one]));
}

/** `standard`: the schools that are counted are others in either rule. */
export function countyFacts({ name, facts, said, scores, coefficients }, standard) {
  const all = {};
  for (const [id, value] of Object.entries(facts)) {
    if (standard.startsWith("basic") && id === "schools") continue;
    if (!standard.startsWith("basic") && id === "all_schools") continue;
    all[kEntry[id] ?? id] = factOf(value);
  }
  for (const id of Object.keys(all)) if (/_rate$|^recognition$|^satisfaction$/.test(id)) all[id] = percents(all[id]);
  const items = {};
  for (const [id, yes] of Object.entries(said)) if (yes !== null) items[id] = yesOrNo(id, yes);
  return { name, facts: all, items, scores, coefficients };
}

/** Of a veto one says whether there was such a thing. */
const yesOrNo = (id, yes) => (id.startsWith("V") ? (yes ? "否" : "是") : yes ? "是" : "否");

function percents(value) {
  if (value === null) return null;
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, percents(one)]));
  return `${value}%`;
}

export const requestOf = (counties, standard) => ({
  table: counties.some((county) => county.schools.length > 0) ? wideText(counties, standard) : "",
  county: counties.map((county) => countyFacts(county, standard)),
  standard,
});
