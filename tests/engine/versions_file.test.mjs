// SPDX-License-Identifier: MIT
//
// Named versions in the file of their project: what is written is read back; nothing in a file of anybody becomes more
// than a version, and readers that know of none read the project as before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";
import { loadJunheng } from "../support/publishing.mjs";

const { kNoDecisions, projectOf, projectText, readProject } = await sourceModule("work/project.ts");
const { kLongestName, versionsOf, withVersions } = await sourceModule("work/versions_file.ts");

const kTable = "学校名称\t学校类型\t在校生数\n甲小学\t小学\t100\n";
const kOther = kTable.replace("100", "120");
const project = projectOf("甲县", "basic-2012", [{ table: kTable }], kNoDecisions, []);
const version = (name, { table = kTable, ...more } = {}) => ({
  name,
  saved: 1_700_000_000_000,
  standard: "quality-2017",
  ownStandards: [],
  decisions: { ...kNoDecisions, county: "G1\t是" },
  sources: [{ name: "", bytes: null, encoding: null, sheets: [{ name: "", table, chosen: true }] }],
  ...more,
});
const back = (made) => versionsOf(readProject(projectText(made)));

test("what is written is read back; tables of the project itself are written once", () => {
  const versions = [version("送审稿"), version("初稿", { table: kOther }), version("", { saved: 0 })];
  const made = withVersions(project, versions);
  assert.deepEqual(
    made.versions.map((one) => "tables" in one),
    [false, true, false],
  );
  assert.deepEqual(back(made), versions);
  assert.equal(withVersions(project, []), project, "none: the file is as it was");
});

test("readers that know of no versions read the project", async () => {
  const junheng = await loadJunheng();
  const made = withVersions(project, [version("送审稿", { table: kOther })]);
  assert.deepEqual(junheng.decisions(made), junheng.decisions(project));
});

test("no more than a person makes, and no more than a file that can be opened again", () => {
  const many = Array.from({ length: 500 }, (_, n) => version(`第${n}稿`));
  const made = withVersions(project, many);
  assert.equal(made.versions.length, 100);
  assert.equal(back({ ...made, versions: [...made.versions, ...made.versions] }).length, 100);
  const large = Array.from({ length: 5 }, (_, n) =>
    version(`${n}`, { table: `${kTable}${n}\t${"长".repeat(5 << 20)}\n` }),
  );
  const fits = withVersions(project, large).versions;
  assert.deepEqual(
    fits.map(({ name }) => name),
    ["0", "1", "2"],
    "the newest first",
  );
});

test("what anybody may have written becomes a version or nothing", () => {
  const of = (...versions) => versionsOf(readProject(JSON.stringify({ ...project, versions })));
  assert.deepEqual(of(null, 3, "送审稿", [], true), []);
  assert.deepEqual(versionsOf(readProject(JSON.stringify({ ...project, versions: { length: 3 } }))), []);
  assert.deepEqual(of({ name: "甲", tables: 5 }), []);
  const [one] = of({
    name: "<img src=x onerror=hit()>".repeat(20),
    saved: "soon",
    place: "#view=kept",
    id: "x",
    of: "y",
  });
  assert.equal(one.name.length, kLongestName);
  assert.equal(one.saved, 0);
  assert.deepEqual(Object.keys(one).sort(), ["decisions", "name", "ownStandards", "saved", "sources", "standard"]);
  for (const saved of [-1, Infinity, 1e300, null, {}]) assert.equal(of({ saved })[0].saved, 0);
  const [proto] = of(JSON.parse('{"__proto__":{"standard":"x"},"name":7,"standard":{},"ownStandards":[1,"{}"]}'));
  assert.deepEqual([proto.name, proto.standard, proto.ownStandards], ["", "", ["{}"]]);
  const deep = "[".repeat(300) + "]".repeat(300);
  assert.equal(readProject(`{"schema":"junheng.project/1","tables":[],"versions":[{"scenarios":${deep}}]}`), null);
});
