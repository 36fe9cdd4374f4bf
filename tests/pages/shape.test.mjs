// SPDX-License-Identifier: MIT
//
// A sealed file whose data have another shape is no sealed file: nothing behind the door has to ask again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPublisher, sampleWork, schools, tableOf } from "../support/publishing.mjs";

const publisher = await loadPublisher();
const work = {
  ...sampleWork,
  tables: [{ name: "", text: tableOf(schools(3)) }],
  reading: {
    edits: [{ sheet: 0, row: 2, column: 3, text: "812" }],
    columns: [{ column: 19, field: "", stage: "", unit: "" }],
    leftOut: [{ row: 3 }],
  },
  remarks: [{ code: "outlier", row: 2, indicator: "teaching_area", text: "新建" }],
};
const file = publisher.seal(work).single();
const [, start, json] = file.match(/^([^]*<script id="data"[^>]*>)([^]*?)(?=<\/script>)/);
const behind = file.slice(start.length + json.length);
const stateOf = (change) => {
  const data = JSON.parse(json);
  const made = change(data) ?? data;
  return publisher.check(start + JSON.stringify(made).replaceAll("<", "\\u003c") + behind)?.state ?? null;
};

test("the file itself, and one with a key of a later version", () => {
  assert.equal(publisher.check(file).state, "agrees");
  assert.equal(
    stateOf((data) => {
      data.later = [1];
    }),
    "differs",
  );
});

const others = {
  "no list of tables": (data) => (data.tables = { length: 1 }),
  "a table that is none": (data) => (data.tables = [null]),
  "a table without a text": (data) => delete data.tables[0].text,
  "a text that is a number": (data) => (data.tables[0].text = 7),
  "an edit that is none": (data) => (data.reading.edits = [null]),
  "edits that are no list": (data) => (data.reading.edits = { 0: 1 }),
  "columns that are a number": (data) => (data.reading.columns = 5),
  "a row below nothing": (data) => (data.reading.edits[0].row = -1),
  "a row of a half": (data) => (data.reading.leftOut[0].row = 1.5),
  "a row without end": (data) => (data.reading.leftOut[0].row = 1e300),
  "a header that is nothing": (data) => (data.reading.header = null),
  "answers that are a text": (data) => (data.reading.answers = "year"),
  "options with a list": (data) => (data.options = { retention: ["B"] }),
  "a remark that is a text": (data) => (data.remarks = ["新建"]),
  "no remarks": (data) => delete data.remarks,
  "a title that is an object": (data) => (data.title = { toString: "x" }),
  "a standard that is nothing": (data) => (data.standard = null),
  "a standard of one's own that is no text": (data) => (data.ownStandards = [{}]),
  "another kind": (data) => (data.kind = "draft"),
  "another schema": (data) => (data.schema = "junheng.published/2"),
  "what was left out as a list": (data) => (data.leftOut = []),
};
for (const [what, change] of Object.entries(others)) {
  test(`no sealed file: ${what}`, () =>
    assert.equal(
      stateOf((data) => void change(data)),
      null,
    ));
}
test("no sealed file: a list of it, a text, nothing", () => {
  for (const change of [(data) => [data], () => "x", () => 7]) assert.equal(stateOf(change), null);
});
