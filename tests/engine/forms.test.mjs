// SPDX-License-Identifier: MIT
//
// One county in every form of tests/forms gives one evaluation; where a form cannot carry all of it, the issues say so.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { forms } from "../made/forms/make-forms.mjs";

const { loadJunheng } = await import(new URL("../../dist/site/engine/junheng.js", import.meta.url).href);
const junheng = await loadJunheng();
const all = forms();

/** Codes that say how a table was laid out and not what is missing in it; any form may have these. */
const kLayoutCodes = new Set([
  "row_too_short",
  "row_too_long",
  "row_aside",
  "rows_total",
  "rows_statistic",
  "rows_zero",
  "table_aside",
  "hidden_rows",
  "exact_values",
  "held_down",
  "rows_joined",
  "stage_from_title",
  "county_from_title",
]);

const evaluate = (form) => junheng.evaluate({ table: form.input });
const clean = evaluate(all.find((form) => form.id === "clean-tsv"));

/** What does not depend on where in the table something stands. */
function substance(evaluation) {
  const { columns, rowKinds, issues, issueCount, encoding, tables, questions, ...rest } = evaluation;
  const where = new Set(["row", "column", "found", "table", "file", "sheet"]);
  const plain = JSON.parse(JSON.stringify(rest, (key, value) => (where.has(key) ? undefined : value)));
  // Rows of totals are listed as left out where a form has them.
  for (const county of plain.counties) county.units = county.units?.filter((unit) => unit.reason?.code !== "total_row");
  return plain;
}

/** Path of the first difference with both sides, or null. */
function difference(actual, expected, path = "evaluation") {
  const isObject = (one) => typeof one === "object" && one !== null;
  if (!isObject(actual) || !isObject(expected)) {
    return Object.is(actual, expected)
      ? null
      : `${path}: ${JSON.stringify(actual)?.slice(0, 200)} instead of ${JSON.stringify(expected)?.slice(0, 200)}`;
  }
  if (Array.isArray(actual) && Array.isArray(expected) && actual.length !== expected.length) {
    return `${path}: ${actual.length} instead of ${expected.length}`;
  }
  // Verdicts and numbers say more than the sentences made of them.
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  const late = new Set(["verdict", "conclusion", "parts", "message", "reasons"]);
  for (const key of [...keys.filter((one) => !late.has(one)), ...keys.filter((one) => late.has(one))]) {
    const label = expected[key]?.id ?? expected[key]?.school;
    const found = difference(
      actual[key],
      expected[key],
      `${path}${Array.isArray(expected) ? `[${key}${label ? ` ${label}` : ""}]` : `.${key}`}`,
    );
    if (found) return found;
  }
  return null;
}

const codesOf = (evaluation) => [...new Set(evaluation.issues.map((issue) => issue.code))].sort();
const ownCodes = (evaluation) =>
  codesOf(evaluation).filter((code) => !kLayoutCodes.has(code) && !codesOf(clean).includes(code));
const firstIssues = (evaluation) =>
  evaluation.issues
    .slice(0, 3)
    .map((issue) => `\n  ${issue.code}: ${issue.message.zh}`)
    .join("");

/** The county of the sample once for each name. */
function expectedOf(form) {
  const expected = substance(clean);
  if (form.counties) expected.counties = form.counties.map((name) => ({ ...expected.counties[0], name }));
  return expected;
}

const kUnitKey = (unit) => `${unit.school?.replace(/[（(](小学|初中)部?[）)]$/, "")} ${unit.stage}`;

/** Values of units, by school and stage, against those of the clean table. */
function assertClose(evaluation, { digits, share, units, schools, indicators }) {
  const known = new Map(clean.counties[0].units.map((unit) => [kUnitKey(unit), unit]));
  const found = evaluation.counties.flatMap((county) => county.units).filter((unit) => unit.status === "evaluated");
  const wanted = schools ? found.filter((unit) => schools.includes(unit.school)) : found;
  assert.equal(wanted.length, units ?? schools.length, `evaluated units${firstIssues(evaluation)}`);
  for (const unit of wanted) {
    const expected = known.get(kUnitKey(unit));
    assert.ok(expected, kUnitKey(unit));
    assert.equal(unit.pupils, expected.pupils, `${kUnitKey(unit)}: pupils`);
    for (const { id, value } of expected.values) {
      if (indicators && !indicators.includes(id)) continue;
      const actual = unit.values.find((one) => one.id === id)?.value;
      const error = digits === undefined ? Math.abs(value) * share : digits + 1e-9;
      assert.ok(
        typeof actual === "number" && Math.abs(actual - value) <= error,
        `${kUnitKey(unit)}: ${id} is ${actual} instead of ${value}`,
      );
    }
  }
}

const results = [];
for (const form of all) {
  test(`${form.id}: ${form.title}`, () => {
    const result = { id: form.id, compare: form.compare, ok: false, codes: "" };
    results.push(result);
    const evaluation = evaluate(form);
    result.codes = ownCodes(evaluation).join(" ");
    if (form.compare === "identical") {
      const found = difference(substance(evaluation), expectedOf(form));
      assert.equal(found, null, `${found}${firstIssues(evaluation)}`);
    } else {
      assert.ok(form.missing.length > 0);
      assert.deepEqual(ownCodes(evaluation), [...form.issues].sort(), firstIssues(evaluation));
      if (form.close) assertClose(evaluation, form.close);
    }
    result.ok = true;
  });
}

test("the forms are many, different, and each says where it was met", () => {
  assert.ok(all.filter((form) => form.compare === "identical").length >= 24);
  assert.equal(new Set(all.map((form) => form.id)).size, all.length);
  for (const form of all) assert.ok(form.title && form.source, form.id);
  const inputs = all.map((form) =>
    form.input instanceof Uint8Array ? Buffer.from(form.input).toString("base64") : JSON.stringify(form.input),
  );
  assert.equal(new Set(inputs).size, all.length);
  assert.equal(clean.counties[0].units.filter((unit) => unit.status === "evaluated").length, 34);
});

after(() => {
  const line = ({ id, compare, ok, codes }) => `${ok ? "ok" : "— "}  ${id.padEnd(30)} ${compare.padEnd(10)} ${codes}`;
  console.log(
    [...results.map(line), `${results.filter((one) => one.ok).length} of ${results.length} forms`].join("\n"),
  );
});
