// SPDX-License-Identifier: MIT
//
// Nothing is lost or invented in silence: over random tables of everything that stands in tables of schools, every row
// is a school or named. (Every other test of this folder asks the same of its own inputs, in support/given.mjs.)

import assert from "node:assert/strict";
import { test } from "node:test";
import { random, randomTable } from "../support/workbooks.mjs";
import { csv, odsBook, tsv, webPage, xlsBook, xlsxBook, xmlBook } from "./support/books.mjs";
import { unaccounted } from "./support/accounted.mjs";
import { engine, file, opened, pasted } from "./support/given.mjs";
import { said } from "./support/results.mjs";

const kTables = process.env.JUNHENG_LONG === "1" ? 3000 : 300;
const kHeader = ["序号", "学校名称", "学校类型", "在校生数", "图书册数", "备注"];
const kTypes = ["小学", "小学", "小学", "初级中学", "九年一贯制学校", "教学点", "幼儿园", "未知"];

/** Lines of a table, its schools named after `town`. */
function lines(next, town = "") {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const count = (most) => Math.floor(next() * most);
  let number = 0;
  const school = () => {
    number += 1;
    return [
      number,
      `${town}第${number}${pick(["小学", "学校", "中学", '"希望"小学', "小学（本部）"])}`,
      pick(kTypes),
      50 + count(900),
      900 + count(20000),
      "",
    ];
  };
  const kinds = [
    () => [["", pick(["合计", "小计", "全县合计", "某镇小计", "合计：", "∑"]), "", count(5000), count(90000), ""]],
    () => [["", pick(["平均值", "标准差", "差异系数"]), "", next().toFixed(3), next().toFixed(3), ""]],
    () => [["", "", "", "", "", ""]],
    () => Array.from({ length: 1 + count(4) }, () => [(number += 1), "", "", 0, 0, ""]),
    () => [[pick(["注：数据截至9月1日", "填表人：张某", "……", "第2页", "以下待核"]), "", "", "", "", ""]],
    () => [[pick(["小学", "初中（3所）", "一、城区", "民办学校"]), "", "", "", "", ""]],
    () => [[...kHeader]],
    () => [school().slice(0, 2 + count(4))],
    () => [[...school(), pick(["多出", "12", "—"])]],
    () => [[count(9), count(999), count(999), count(999), count(999), count(999)]],
    () => [["", "", "", count(999), count(9999), ""]],
    () => randomTable(next).map((row) => row.slice(0, 6).map((text) => text.replace(/[\r\n\t\0-\x1f\u2028]/g, " "))),
  ];
  const body = Array.from({ length: 4 + count(12) }, () => (next() < 0.65 ? [school()] : pick(kinds)())).flat();
  const titles =
    next() < 0.4 ? [[pick(["某县学校基本情况统计表", "附件2", "2024年小学情况"]), "", "", "", "", ""]] : [];
  return [...titles, kHeader, school(), ...body];
}

const hasAnything = (row) => row.some((cell) => /[\p{L}\p{N}]/u.test(String(cell)));
const kWays = {
  paste: (cells) => pasted(tsv(cells)),
  csv: (cells) => file("表.csv", csv(cells)),
  html: (cells) => pasted("", webPage({ cells })),
  xlsx: (cells) => file("表.xlsx", xlsxBook({ name: "表", cells })),
  xls: (cells) => file("表.xls", xlsBook({ name: "表", cells })),
  ods: (cells) => file("表.ods", odsBook({ name: "表", cells })),
  xml: (cells) => file("表.xml", xmlBook({ name: "表", cells })),
};

for (const [way, give] of Object.entries(kWays)) {
  test(`${kTables} random tables by ${way}: schools read and rows named are all rows`, async () => {
    const next = random(1402 + way.length * 31 + way.charCodeAt(0));
    for (let n = 0; n < kTables; n += 1) {
      let cells = lines(next);
      // A text has no way to write these cells and be a table still; see quotes.test.mjs.
      if (way === "paste") cells = cells.map((row) => row.map((cell) => String(cell).replace(/^"|[\t]/g, "")));
      const { sheets } = await opened(give(cells));
      const answer = engine.evaluate({ table: sheets, standard: "basic-2012" });
      const lost = unaccounted(engine, sheets, answer, { rows: [cells.filter(hasAnything).length] });
      assert.deepEqual(lost, [], `table ${n}:\n${tsv(cells)}\n  ${said(answer)}`);
    }
  });
}

test("several files and sheets at once: each has its rows, and no issue is of another's", async () => {
  const next = random(77);
  for (let n = 0; n < kTables / 10; n += 1) {
    const tables = Array.from({ length: 2 + Math.floor(next() * 3) }, (_, i) => lines(next, "甲乙丙丁戊"[i]));
    const came = tables.map((cells, i) => file(`${"甲乙丙丁戊"[i]}.csv`, csv(cells)));
    const { sheets } = await opened(...came);
    const answer = engine.evaluate({ table: sheets, standard: "basic-2012" });
    const rows = tables.map((cells) => cells.filter(hasAnything).length);
    assert.deepEqual(unaccounted(engine, sheets, answer, { rows }), [], said(answer));
    for (const { sheet, row, found, code } of answer.issues.filter(
      (one) => one.row !== null && one.found !== null && one.found.length > 2,
    )) {
      const at = came.findIndex(({ name }) => (sheet ?? "").includes(name));
      assert.ok(at >= 0 && row <= tables[at].length, `${code} at ${sheet} ${row}: ${found}`);
    }
  }
});
