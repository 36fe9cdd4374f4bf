// SPDX-License-Identifier: MIT
//
// What a table has to give, said as schools: the same schools written plainly give the same numbers, and nothing is
// said against them. What is set aside has to be named at its place.

import assert from "node:assert/strict";
import { rowsOf } from "./accounted.mjs";
import { engine } from "./given.mjs";

const kHeaders = {
  books: "图书册数",
  computers: "计算机台数",
  teachers: "专任教师数",
  equipment: "教学仪器设备值（元）",
  equipmentWan: "教学仪器设备值（万元）",
  teaching: "教学及辅助用房面积（㎡）",
  sports: "体育运动场馆面积（㎡）",
  ratio: "师生比",
};
const kTypes = { primary: "小学", middle: "初级中学" };

/** Schools of the clean table: 1,000 pupils, mean 21.5, coefficient √15.25 ÷ 21.5. */
export const kClean = [
  { name: "松柏小学", pupils: 300, books: 6000 },
  { name: "柳溪小学", pupils: 200, books: 3000 },
  { name: "桃园小学", pupils: 500, books: 12500 },
];
export const kCleanHeader = ["学校名称", "学校类型", "在校生数", "图书册数"];
export const kCleanRows = kClean.map(({ name, pupils, books }) => [name, "小学", pupils, books]);
export const kCleanCells = [kCleanHeader, ...kCleanRows];

/** Others, for the neighbours: numbers that are no sums of one another. */
export const kOther = [
  { name: "云溪小学", pupils: 271, books: 7046 },
  { name: "石门小学", pupils: 643, books: 11317 },
  { name: "白鹿小学", pupils: 158, books: 4898 },
  { name: "南岗小学", pupils: 389, books: 9725 },
];
export const kOtherRows = kOther.map(({ name, pupils, books }) => [name, "小学", pupils, books]);
export const kOtherCells = [kCleanHeader, ...kOtherRows];

/** The same schools in the plainest table there is. */
function plainly(schools, standard) {
  const fields = Object.keys(kHeaders).filter((field) => schools.some((school) => field in school));
  const header = ["学校名称", "学校类型", "在校生数", ...fields.map((field) => kHeaders[field])];
  const rows = schools.map((school) => [
    school.name,
    school.type ?? kTypes[school.stage ?? "primary"],
    school.pupils,
    ...fields.map((field) => school[field] ?? ""),
  ]);
  const county = schools.some((school) => school.county);
  if (county) [header, ...rows].forEach((row, i) => row.push(i === 0 ? "区县" : (schools[i - 1].county ?? "")));
  // What is asked of the other table is no question here.
  const reading = { answers: [{ question: "sum_row", sheet: 0, row: 0, option: "school" }] };
  return engine.evaluate({ table: [header, ...rows].map((row) => row.join("\t")).join("\n"), standard, reading });
}

const evaluatedOf = (county) => county.units.filter(({ status }) => status === "evaluated");

/** Numbers alone: what does not depend on how a table was written. */
function numbersOf(answer) {
  return answer.counties.map((county) => ({
    county: county.name,
    schools: evaluatedOf(county)
      .map(({ school, stage, pupils, values }) => `${school} ${stage} ${pupils} ${values.map(({ text }) => text)}`)
      .sort(),
    stages: county.stages.map(({ stage, units, pupils, indicators }) => ({
      stage,
      units,
      pupils,
      indicators: indicators.map(({ id, meanText, cvText }) => `${id} ${meanText} ${cvText}`),
    })),
  }));
}

/** What was said, without that of columns which the table does not have. */
export const said = ({ issues }) =>
  issues
    .filter(({ code }) => code !== "resource_not_given")
    .map(({ code, sheet, row, message }) => `${code} ${sheet ?? ""} ${row ?? ""} ${message.zh}`)
    .join("\n  ");

const keyOf = ({ code, sheet, row }) => `${code} ${sheet ?? ""} ${row ?? "table"}`;
const isAt = (issue, place) =>
  (place.row === undefined || rowsOf(issue).includes(place.row)) &&
  (place.sheet === undefined || (issue.sheet ?? "").includes(place.sheet)) &&
  (place.code === undefined || issue.code === place.code) &&
  (place.says === undefined || place.says.test(issue.message.zh + issue.found));

/** Where something is named: an issue there, or a row that is listed as left out. */
export function isNamed(answer, place) {
  if (answer.issues.some((issue) => isAt(issue, place))) return true;
  return answer.counties.some(({ units = [] }) =>
    units.some(
      (unit) =>
        unit.status !== "evaluated" && place.code === undefined && place.says === undefined && isAt(unit, place),
    ),
  );
}

export function assertNamed(answer, ...places) {
  for (const place of places)
    assert.ok(
      isNamed(answer, place),
      `${JSON.stringify({ ...place, says: String(place.says) })} is not named:\n  ${said(answer)}`,
    );
}

/**
 * The answer is that of these schools, and of nothing else. `named`: places that have to be named, and only they may be
 * complained about; `may`: codes of complaints that are also fair.
 */
export function assertSchools(answer, schools, { named = [], may = [], standard = "basic-2012", county } = {}) {
  const plain = plainly(schools, standard);
  if (county !== undefined) plain.counties[0].name = county;
  assert.deepEqual(numbersOf(answer), numbersOf(plain), said(answer));
  assertNamed(answer, ...named);
  const known = new Set(plain.issues.map(({ code }) => code));
  const loud = answer.issues.filter(
    (issue) =>
      issue.severity !== "note" &&
      !known.has(issue.code) &&
      !may.includes(issue.code) &&
      !named.some((place) => isAt(issue, { ...place, says: undefined })),
  );
  assert.deepEqual(loud.map(keyOf), [], `complaints that nothing gives reason for:\n  ${said({ issues: loud })}`);
  if (named.length === 0) assert.equal(answer.verdict, plain.verdict);
}

export const assertClean = (answer, more) => {
  assertSchools(answer, kClean, more);
  assert.equal(stageOf(answer).indicators.find(({ id }) => id === "books").cvText, "0.1816");
};

export const stageOf = (answer, stage = "primary") =>
  answer.counties[0]?.stages.find((one) => one.stage === stage) ?? { units: 0, pupils: 0, indicators: [] };

export const indicatorOf = (answer, id, stage = "primary") =>
  stageOf(answer, stage).indicators.find((one) => one.id === id);

/** Nothing of it took part. */
export const assertNothingTaken = (answer) =>
  assert.equal(answer.counties.flatMap(evaluatedOf).length, 0, `schools were taken:\n  ${said(answer)}`);

/** The one open question of a kind, with its options; open means that an issue says so, too. */
export function assertAsked(answer, kind, options, proposed) {
  const asked = (answer.questions ?? []).filter(({ question, answer: given }) => question === kind && given === null);
  assert.equal(asked.length, 1, `${asked.length} questions about ${kind}:\n  ${said(answer)}`);
  const [question] = asked;
  assert.deepEqual(question.options.map(({ id }) => id).sort(), [...options].sort());
  if (proposed !== undefined) assert.equal(question.proposed ?? "", proposed);
  assertNamed(answer, { code: "question_open" });
  return question;
}

/** What a person answers, as `reading` takes it. */
export const answering = (question, option) => ({
  answers: [{ question: question.question, sheet: question.sheet, row: question.row, option }],
});
