// SPDX-License-Identifier: MIT
//
// Headers as real tables write them, each in a small table of its own: none may be taken for a field that it is not.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

const { loadJunheng } = await import(new URL("../../dist/site/engine/junheng.js", import.meta.url).href);
const junheng = await loadJunheng();
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const { headers } = read("../made/forms/spellings.json");
const family = read("../made/forms/family.json");
const vocabulary = read("../../core/standards/vocabulary.json");
const kinds = new Map(vocabulary.fields.map((field) => [field.id, field.kind]));

const kBase = [
  { header: "学校名称", field: "school", cells: ["一小", "二小", "三小"] },
  { header: "学校类型", field: "type", cells: ["小学", "小学", "初中"] },
  { header: "在校生数", field: "pupils", cells: ["451", "372", "893"] },
];
const kCells = {
  text: ["甲", "乙", "丙"],
  flag: ["是", "否", "是"],
  count: ["12", "9", "31"],
  amount: ["12.5", "9.25", "31"],
};

/**
 * The header's column stands first, before one that could have its field; under parents it stands last, where no other
 * column can be meant by them. A column of the base that is the same field is left out.
 */
function tableOf({ spelling, parents = [], expect, stage }) {
  const same = stage ? undefined : kBase.find((column) => column.field === expect);
  const column = { header: spelling, cells: same?.cells ?? kCells[kinds.get(expect) ?? "count"] };
  const base = kBase.filter((one) => one !== same);
  const columns = parents.length > 0 ? [...base, column] : [column, ...base];
  const lines = [...parents, spelling].map((text, level) =>
    columns.map((one) => (one === column ? text : level === 0 ? one.header : "")),
  );
  for (const i of [0, 1, 2]) lines.push(columns.map((one) => one.cells[i]));
  return { table: lines.map((line) => line.join("\t")).join("\n"), at: columns.indexOf(column) };
}

/** right, asked (a proposal that is not used), missed, or wrong. */
function judge(header) {
  const { table, at } = tableOf(header);
  const evaluation = junheng.evaluate({ table });
  const { field = null, suggestion = null, stage = null } = evaluation.columns[at] ?? {};
  const proposed = typeof suggestion === "object" ? (suggestion?.field ?? null) : suggestion;
  const { expect, mayAsk } = header;
  const found = field ?? proposed;
  const what = () => {
    if (found === expect && (expect === null || field !== null))
      return field !== null && stage !== (header.stage ?? null) ? "wrong" : "right";
    if (field === null && proposed !== null && (proposed === expect || proposed === mayAsk)) return "asked";
    return found === null ? "missed" : "wrong";
  };
  return { ...header, found, foundStage: stage, what: what() };
}

const shown = ({ spelling, parents = [], stage, expect, found, foundStage, what }) =>
  `${what.padEnd(6)} ${[...parents, spelling].join(" > ")}: ${expect}${stage ? ` ${stage}` : ""}${what === "wrong" ? `, taken for ${found} ${foundStage ?? ""}` : ""}`;

const judged = headers.map(judge);
/** What clerks write in place of the names of the forms. */
const clerks = [
  ...Object.entries(family.fields).flatMap(([expect, list]) => list.map((spelling) => ({ spelling, expect }))),
  ...Object.entries(family.asked).flatMap(([mayAsk, list]) =>
    list.map((spelling) => ({ spelling, expect: null, mayAsk })),
  ),
  ...family.none.map((spelling) => ({ spelling, expect: null })),
].map(judge);
const of = (what) => judged.filter((header) => header.what === what);

test("every field that is expected is a field of the vocabulary", () => {
  assert.ok(headers.length > 200);
  for (const { spelling, expect, mayAsk } of headers) {
    for (const id of [expect, mayAsk])
      assert.ok(id === undefined || id === null || kinds.has(id), `${spelling}: ${id}`);
  }
});

test("no header is taken for a field that it is not", () => {
  assert.deepEqual(of("wrong").map(shown), []);
});

test("most headers of real tables are known", () => {
  assert.ok(of("right").length / judged.length > 0.9, `${of("right").length} of ${judged.length}`);
});

test("what clerks write is used, asked about where it could be either of two, and never taken for something else", () => {
  assert.ok(clerks.length > 700);
  assert.deepEqual(clerks.filter(({ what }) => what === "wrong").map(shown), []);
  assert.deepEqual(clerks.filter(({ what, expect }) => what !== "right" && expect !== null).map(shown), []);
});

after(() => {
  const counts = ["right", "asked", "missed", "wrong"].map((what) => `${of(what).length} ${what}`).join(", ");
  const fields = judged.filter((header) => header.expect !== null);
  const known = fields.filter((header) => header.what === "right").length;
  console.log(
    [
      ...["asked", "missed", "wrong"].flatMap((what) => of(what).map(shown)),
      `${judged.length} headers: ${counts}; of ${fields.length} that are fields ${known} are used`,
    ].join("\n"),
  );
});
