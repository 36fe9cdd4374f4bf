// SPDX-License-Identifier: MIT
//
// The published JSON Schemas: every real result holds to them, and what is changed in one is found.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

const { default: Ajv } = createRequire(new URL("../package.json", import.meta.url))("ajv/dist/2020.js");
const site = new URL("../../dist/site/", import.meta.url);
const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);
const junheng = await loadJunheng();
const json = async (path) => JSON.parse(await readFile(new URL(path, site), "utf8"));
const ajv = new Ajv({ strict: true, strictRequired: true, allErrors: false, allowUnionTypes: true });
const full = ajv.compile(await json("standards/evaluation.schema.json"));
const summary = ajv.compile(await json("standards/evaluation-summary.schema.json"));

const county = await readFile(new URL("samples/sample-county.tsv", site));
const dadukou = JSON.parse(await readFile(new URL("../golden/dadukou-2024.county.json", import.meta.url), "utf8"));
const requests = {
  sample: { table: county },
  "sample, explained, with facts": { table: county, county: dadukou, explain: true },
  "five schools": { table: await readFile(new URL("samples/five-schools.tsv", site)), explain: true },
  facts: { county: dadukou },
  nothing: { table: "" },
  "no table": { table: "你好" },
  "several sheets and years": {
    table: [
      {
        name: "一",
        table:
          "学年\t区县\t学校名称\t学校类型\t在校生数\t图书册数\n2022\t甲县\t一小\t小学\t30\tx\n2023\t甲县\t一小\t小学\t40\t300\n",
      },
      {
        name: "二",
        table:
          "学年\t区县\t学校名称\t学校类型\t在校生数\t图书册数\n2023\t乙县\t一小\t教学点\t3\t5\n2023\t乙县\t合计\t\t3\t5\n",
      },
    ],
    previous: "学校名称\t学校类型\t在校生数\n一小\t小学\t400\n",
    remarks: [{ code: "total_differs", row: 3, indicator: "", text: "x" }],
    options: { retention: "B" },
  },
};

for (const [name, request] of Object.entries(requests)) {
  for (const standard of ["quality-2017", "basic-2012", "none"]) {
    test(`${name}, ${standard}`, () => {
      const result = junheng.evaluate({ ...request, standard });
      assert.ok(full(result), JSON.stringify(full.errors));
      const short = junheng.evaluate({ ...request, standard, detail: "summary" });
      assert.ok(summary(short), JSON.stringify(summary.errors));
    });
  }
}

test("a result in which something is gone, of another kind or another word is refused", () => {
  const sound = junheng.evaluate({ table: county });
  const changes = [
    (result) => delete result.verdict,
    (result) => (result.verdict = "near"),
    (result) => (result.counties[0].units[0].pupils = "812"),
    (result) => delete result.counties[0].stages[0].indicators[0].cvText,
    (result) => (result.counties[0].parts[0].title = "资源配置"),
    (result) => (result.issues = null),
  ];
  for (const change of changes) {
    const result = structuredClone(sound);
    change(result);
    assert.ok(!full(result), String(change));
  }
  const more = { ...structuredClone(sound), later: "a key of a later version" };
  assert.ok(full(more));
});
