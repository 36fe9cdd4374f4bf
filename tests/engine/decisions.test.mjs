// SPDX-License-Identifier: MIT
//
// Decisions as a link, a project or another program hands them over: one check, the engine's, whose answer every door
// gives on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";

const site = new URL("../../dist/site/", import.meta.url);
const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);
const junheng = await loadJunheng();
const { EngineCalculator } = await sourceModule("work/calculator.ts");
const { fragmentOf, projectOfFragment } = await sourceModule("work/link.ts");
const { decisionsOf, kNoDecisions, projectOf, projectText, readProject } = await sourceModule("work/project.ts");

const table = "学校名称\t学校类型\t在校生数\t图书册数\n甲小学\t小学\t300\t9000\n乙小学\t小学\t200\t4000\n";
const good = { sheet: 0, row: 2, column: 3, text: "8000" };
const hostile = {
  ...kNoDecisions,
  reading: {
    edits: [good, null, { ...good, column: 300_000_000 }, { ...good, row: -1 }, { ...good, row: NaN }],
    columns: 5,
  },
  options: { retention: 7 },
  remarks: "none",
};
const paths = [
  'options["retention"]',
  "reading.edits[1]",
  "reading.edits[2].column",
  "reading.edits[3].row",
  "reading.edits[4].row",
  "reading.columns",
  "remarks",
];

test("the check names each by its path, what was found and what would be accepted", () => {
  const { project, refused } = junheng.decisions({ schema: "junheng.project/1", ...hostile });
  assert.deepEqual(
    refused.map(({ path }) => path),
    paths,
  );
  assert.deepEqual(
    [refused[2].found, refused[2].accepted.zh, refused[4].found],
    ["300000000", "列的序号：0 至 19999 的整数", "null"],
  );
  assert.deepEqual(project.reading.edits, [good]);
  assert.deepEqual([project.reading.columns, project.options, project.remarks], [[], {}, []]);
  assert.equal(junheng.decisions("学校"), null);
  assert.equal(junheng.decisions(`{"schema":"junheng.project/1","scenarios":${"[".repeat(10_000)}`), null);
});

test("an evaluation has the same in its issues, and goes by the good rest", () => {
  const { issues, counties } = junheng.evaluate({ table, standard: "basic-2012", ...hostile });
  const refused = issues.filter(({ code }) => code === "decision_refused");
  assert.deepEqual(
    refused.map(({ found }) => found.split(" = ")[0]),
    paths,
  );
  assert.match(refused[2].message.en, /“reading\.edits\[2\]\.column = 300000000” is not used/);
  const [, books] = counties[0].units.map(({ values }) => values.find(({ id }) => id === "books")?.value);
  assert.equal(books, 20);
  assert.ok(junheng.optionEffects({ table, ...hostile }).length > 0);
  assert.ok(junheng.read({ table, reading: hostile.reading }).rows.length > 0);
});

test("what comes in by a link or a project says so once, and is sound from then on", () => {
  const project = { ...projectOf("甲县", "basic-2012", [{ name: "a", table }], kNoDecisions), ...hostile };
  for (const came of [projectOfFragment(fragmentOf(project)), readProject(projectText(project))]) {
    const calculator = new EngineCalculator(junheng, () => undefined);
    calculator.setStandard("basic-2012");
    calculator.open({ sheets: [{ table }], name: "", decisions: decisionsOf(came) });
    const said = (one) =>
      one
        .result()
        .issues(200)
        .filter(({ code }) => code === "decision_refused").length;
    assert.equal(said(calculator), paths.length);
    const sound = calculator.decisions();
    assert.deepEqual(sound.reading.edits, [good]);
    assert.deepEqual(sound.remarks, []);
    structuredClone(sound); // as the browser keeps it
    calculator.decide({ ...sound, reading: { ...sound.reading, leftOut: [{ sheet: 0, row: 3 }] } });
    assert.equal(said(calculator), 0);
    assert.equal(calculator.result().units(0, 0, 9).length, 1, "the row that was left out, and no other");
  }
});

test("of any kind at any place: nothing throws, and what is no decision is none", () => {
  const kinds = [null, 5, -1, 1e300, "text", true, [], {}, [null], [[]], { a: 1 }, "x".repeat(1_000_000)];
  for (const key of ["reading", "options", "remarks", "scenarios", "county", "previous"]) {
    for (const kind of kinds) {
      const calculator = new EngineCalculator(junheng, () => undefined);
      calculator.open({ sheets: [{ table }], name: "", decisions: decisionsOf({ ...kNoDecisions, [key]: kind }) });
      assert.ok(calculator.result() !== null, `${key} ${JSON.stringify(kind).slice(0, 20)}`);
      calculator.decide(calculator.decisions());
      assert.deepEqual(calculator.decisions().reading.edits, []);
    }
  }
  for (const key of ["edits", "columns", "leftOut", "answers", "header"]) {
    for (const kind of [...kinds, [5], [{ row: "2" }], [{ sheet: null }]]) {
      const { project } = junheng.decisions({ schema: "junheng.project/1", reading: { [key]: kind } });
      assert.deepEqual(project.reading, { edits: [], columns: [], answers: [], leftOut: [] });
    }
  }
  const odd = JSON.parse(
    '{"schema":"junheng.project/1","tables":[],"reading":{"__proto__":{"edits":5}},"__proto__":5}',
  );
  assert.deepEqual(decisionsOf(odd).options, {});
  assert.deepEqual(junheng.decisions(odd).refused, []);
});

test("what lies in itself ten thousand times is no project", () => {
  const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
  assert.equal(readProject(`{"schema":"junheng.project/1","tables":[],"scenarios":${deep}}`), null);
  assert.deepEqual(decisionsOf({ scenarios: JSON.parse(deep) }), kNoDecisions);
  assert.notEqual(readProject(`{"schema":"junheng.project/1","tables":[],"scenarios":[{"a":[[[[]]]]}]}`), null);
});
