// SPDX-License-Identifier: MIT
//
// The check of reports for tests, with the standards that the engine brings.

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
