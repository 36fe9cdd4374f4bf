// SPDX-License-Identifier: MIT
//
// Writes the expected answers for the sample tables, computed by tests/made/samples/reference.mjs with exact fractions.
//
//   node tests/made/golden/make-expected.mjs           writes tests/golden/*.expected.json
//
// Keys are those of the result contract (junheng.evaluation/1); numbers carry twelve significant digits. The files are
// committed so that a change of any digit shows in review; tests/house/samples.test.mjs compares them with this script.

import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { evaluate, kBooks2012, kQuality2017, readTable, sumOverUnits, unitsOf } from "../samples/reference.mjs";

const read = (name) => readFileSync(new URL(`../../../public/samples/${name}`, import.meta.url), "utf8");

function sampleCounty() {
  const text = read("sample-county.tsv");
  const rows = readTable(text);
  const { units } = unitsOf(rows);
  const { resources, ...answer } = evaluate(text, kQuality2017);
  const several = (row) => /一贯制/.test(row.cells["学校类型"]);
  const size = (row) =>
    units.filter((unit) => unit.row === row.line).reduce((sum, unit) => sum + Number(unit.pupils[0]), 0);
  const government = rows.some((row) => size(row) > (several(row) ? 2500 : 2000)) ? "fail" : "unknown";
  return {
    table: "public/samples/sample-county.tsv",
    county: rows[0].cells["区县"],
    // Resources fail, so the county fails; the parts that need facts from elsewhere are not known. What the table tells
    // of them is the size of schools: one above 2,000 (2,500 with several stages) fails the government's part.
    verdict: resources,
    parts: { resources, government, quality: "unknown", recognition: "unknown", veto: "unknown" },
    sums: {
      full_time_teachers: sumOverUnits(units, "专任教师数"),
      backbone_teachers: sumOverUnits(units, "县级以上骨干教师数"),
      sports_arts_teachers: sumOverUnits(units, "体育艺术专任教师数"),
    },
    ...answer,
  };
}

/** The numbers alone: with one indicator of eight there is no composite and so nothing to judge. */
function fiveSchools() {
  const answer = evaluate(read("five-schools.tsv"), kBooks2012);
  return {
    table: "public/samples/five-schools.tsv",
    standard: answer.standard,
    stages: answer.stages.map(({ stage, units, pupils, indicators }) => ({
      stage,
      units,
      pupils,
      indicators: indicators.map(({ id, mean, standardDeviation, cv }) => ({ id, mean, standardDeviation, cv })),
    })),
    units: answer.units.map(({ school, row, stage, pupils, values }) => ({
      school,
      row,
      stage,
      pupils,
      values: values.map(({ id, value, cvShare }) => ({ id, value, cvShare })),
    })),
  };
}

/** JSON with one record a line: short enough to read, and a changed digit is one changed line. */
function print(value, indent = "") {
  const flat = JSON.stringify(value);
  const children = value !== null && typeof value === "object" ? Object.values(value) : [];
  const deep = children.some((child) => child !== null && typeof child === "object");
  if (!deep || (flat.length < 160 && !flat.includes("[{"))) return flat;
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((item) => inner + print(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(item, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

export function expectedFiles() {
  return {
    "sample-county.expected.json": `${print(sampleCounty())}\n`,
    "five-schools.expected.json": `${print(fiveSchools())}\n`,
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(expectedFiles()))
    writeFileSync(new URL(`../../golden/${name}`, import.meta.url), text);
}
