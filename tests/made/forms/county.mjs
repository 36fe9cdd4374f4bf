// SPDX-License-Identifier: MIT
//
// The one county of all the forms, 示例区 of public/samples/sample-county.tsv, as rows of named cells, and the small
// tables that most layouts are made of: a grid is a list of rows, a row a list of texts.

import { readFileSync } from "node:fs";

/** One key for each column of the sample, in its order. 1 is 小学, 2 初中, 3 高中. */
export const kKeys = [
  "county",
  "school",
  "type",
  "pupils1",
  "pupils2",
  "pupils3",
  "teachers1",
  "teachers2",
  "degree1",
  "degree2",
  "backbone1",
  "backbone2",
  "sportsArts1",
  "sportsArts2",
  "teachingArea",
  "hall",
  "grounds",
  "equipment",
  "rooms",
  "note",
];

/** The columns that hold numbers. */
export const kNumbers = kKeys.slice(3, 19);
export const kAmounts = ["teachingArea", "hall", "grounds", "equipment"];

const lines = readFileSync(new URL("../../../public/samples/sample-county.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t"));
if (lines[0].length !== kKeys.length) throw new Error("the sample has other columns than the forms know");

/** Header of each column as the sample writes it. */
export const kHeaders = Object.fromEntries(kKeys.map((key, i) => [key, lines[0][i]]));
export const kSampleText = `${lines.map((line) => line.join("\t")).join("\n")}\n`;

/** The schools; with a code that the sample has not, and the town that it lies in. Neither is evaluated. */
export const kSchools = lines.slice(1).map((cells, i) => ({
  ...Object.fromEntries(kKeys.map((key, at) => [key, cells[at] ?? ""])),
  code: String(3650000101 + i * 7),
  town: ["城关镇", "河东镇", "山坪乡"][i < 12 ? 0 : i < 24 ? 1 : 2],
}));

export const row = (school, keys = kKeys) => keys.map((key) => school[key]);
export const headers = (keys = kKeys, names = kHeaders) => keys.map((key) => names[key] ?? kHeaders[key]);
export const rows = (keys = kKeys, schools = kSchools) => schools.map((school) => row(school, keys));
/** The whole county under one header row. */
export const grid = (keys = kKeys, names = kHeaders, schools = kSchools) => [
  headers(keys, names),
  ...rows(keys, schools),
];

/** A cell of every school changed by what `change` makes of it; empty ones stay empty. */
export const changed = (change, keys = kNumbers, schools = kSchools) =>
  schools.map((school) => ({
    ...school,
    ...Object.fromEntries(
      keys.filter((key) => school[key] !== "").map((key) => [key, change(school[key], key, school)]),
    ),
  }));

/** The point of a decimal number moved by so many places to the right; exact, unlike a product of two numbers. */
export function shifted(text, places) {
  const [whole, fraction = ""] = text.split(".");
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const tail = padded.slice(at).replace(/0+$/, "");
  return `${padded.slice(0, at).replace(/^0+(?=\d)/, "")}${tail === "" ? "" : `.${tail}`}`;
}

/** A decimal number as an integer of its thousandths. */
const thousandths = (text) => BigInt(shifted(text === "" ? "0" : text, 3));

/** Sum of one column, exact. */
export function sum(key, schools = kSchools) {
  const total = schools.reduce((all, school) => all + thousandths(school[key]), 0n);
  return shifted(String(total), -3);
}

/** A row of totals under `label`, which stands in the column of the schools, or of means of what is there. */
export function totals(label, { keys = kKeys, schools = kSchools, means = false } = {}) {
  return keys.map((key) => {
    if (key === "school") return label;
    const there = schools.filter((school) => school[key] !== "").length;
    if (!kNumbers.includes(key) || there === 0) return "";
    return means ? quotient(thousandths(sum(key, schools)), BigInt(there) * 1000n, 2) : sum(key, schools);
  });
}

/** numerator / denominator, both exact, rounded half up to so many decimals. */
export function quotient(numerator, denominator, decimals) {
  const scale = 10n ** BigInt(decimals);
  const rounded = (2n * numerator * scale + denominator) / (2n * denominator);
  const text = String(rounded).padStart(decimals + 1, "0");
  if (decimals === 0) return text;
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** Weights of the stages in schools of several of them, times 100. */
const kWeights = { 110: [100, 110, 0], 111: [100, 110, 132], "011": [0, 100, 120] };
const count = (school, stage) => BigInt(school[`pupils${stage}`] || "0");

function share(school, stage) {
  const has = [1, 2, 3].map((one) => (count(school, one) > 0n ? "1" : "0")).join("");
  const weights = (kWeights[has] ?? [100, 100, 100]).map(BigInt);
  const all = [1, 2, 3].reduce((total, one) => total + count(school, one) * weights[one - 1], 0n);
  return { weight: weights[stage - 1], all };
}

/** What stands in the national form: per 100 pupils, or per pupil and in 元, of one stage of a school. */
export function perPupil(school, stage, decimals) {
  const staff = (key) => quotient(BigInt(school[`${key}${stage}`] || "0") * 100n, count(school, stage), decimals);
  const { weight, all } = share(school, stage);
  const shared = (amount, per) => quotient(amount * weight * per, all * 1000n, decimals);
  const area = thousandths(school.teachingArea) - thousandths(school.hall);
  return {
    degree: staff("degree"),
    backbone: staff("backbone"),
    sportsArts: staff("sportsArts"),
    teachingArea: shared(area, 1n),
    sportsArea: shared(thousandths(school.hall) + thousandths(school.grounds), 1n),
    equipment: shared(thousandths(school.equipment), 10_000n),
    rooms: shared(thousandths(school.rooms), 100n),
  };
}

/** An amount of the whole school as it is divided by hand: the part of one stage. */
export function ofStage(school, key, stage, decimals) {
  const { weight, all } = share(school, stage);
  return quotient(thousandths(school[key]) * weight * count(school, stage), all * 1000n, decimals);
}

/** The evaluated units of a stage, as the national form lists them. */
const kOutside = ["教学点", "特殊教育学校"];
export const unitsOf = (stage) =>
  kSchools.filter((school) => !kOutside.includes(school.type) && school[`pupils${stage}`] !== "");
