// SPDX-License-Identifier: MIT
//
// The check of reports for tests, with the standards that the engine brings.

import assert from "node:assert/strict";
import { loadJunheng } from "../../dist/site/engine/junheng.js";
import { sourceModule } from "../support/sources.mjs";

const { checkReport } = await sourceModule("report/check_report.ts");
const standards = (await loadJunheng()).standards();

export const check = (text) => checkReport(text, standards);

/** What is found in a text, as "agreement code: marked text". */
export function found(text, agreement) {
  const report = check(text);
  return report.findings
    .filter((one) => agreement === undefined || one.agreement === agreement)
    .map((one) => `${one.code}: ${report.text.slice(one.place.start, one.place.end)}`);
}

export const arithmeticOf = (text, code) => check(text).findings.find((one) => one.code === code)?.arithmetic;

/** The heading of a report on the standard of 2017. */
export const about = "某县创建义务教育优质均衡发展县自查自评报告\n";
/** All of these are found. */
export const has = (text, ...wanted) => {
  const all = found(text);
  for (const one of wanted) assert.ok(all.includes(one), `${one}\nin\n${all.join("\n")}`);
};
/** Nothing of this kind is said to differ. */
export const hasNo = (text, pattern) =>
  assert.deepEqual(
    found(text, "differ").filter((one) => pattern.test(one)),
    [],
  );
