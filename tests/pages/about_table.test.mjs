// SPDX-License-Identifier: MIT
//
// Whose a table is, who filled it in and of which day: proposed from what stands around it, never from what only looks
// like a name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";

const { aboutTable, nameFor } = await sourceModule("work/about_table.ts");

const rows = (...lines) => lines.map((line, at) => ({ row: at + 1, kind: "title", cells: line.split("|") }));
const about = (...lines) => aboutTable(rows(...lines), null);

test("a title row and the line below it name county, bureau and day", () => {
  assert.deepEqual(
    about("示例县2024年义务教育学校办学条件统计表", "填报单位：示例县教育局（公章）|填报日期：2024年9月10日"),
    { county: "示例县", publisher: "示例县教育局", date: "2024年9月10日" },
  );
  assert.deepEqual(about("附件1 甲乙自治县义务教育优质均衡数据", "填报单位|：乙县教体局||时间 2023-09"), {
    county: "甲乙自治县",
    publisher: "乙县教体局",
    date: "2023-09",
  });
});

test("where only the bureau is named, the county is its", () => {
  assert.equal(about("义务教育学校基本情况表", "填表单位(盖章)：东城区教育委员会").county, "东城区");
});

test("a county's column goes before the title", () => {
  assert.equal(aboutTable(rows("示例县2024年统计表"), "另一县").county, "另一县");
});

test("words of the trade are no names of counties", () => {
  for (const title of [
    "义务教育学校办学条件县级汇总表",
    "全县学校情况",
    "各区学校情况",
    "义务教育优质均衡发展县（市、区）申报表",
    "城区学校",
    "县",
  ])
    assert.equal(about(title).county, "", title);
});

test("rows of schools say nothing of the county", () => {
  assert.deepEqual(aboutTable([{ row: 2, kind: "school", cells: ["示例县小学", "填报单位：甲县", "2024年"] }], null), {
    county: "",
    publisher: "",
    date: "",
  });
});

test("files are called by county and day, without a county as they came, without a day as of today", () => {
  assert.equal(nameFor({ county: "示例县", date: "2024年" }, "表一", "2026-01-02"), "示例县-2024年");
  assert.equal(nameFor({ county: "", date: "" }, "表一", "2026-01-02"), "表一-2026-01-02");
  assert.equal(nameFor({ county: "示例县", date: "" }, "", ""), "示例县");
});
