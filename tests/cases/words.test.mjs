// SPDX-License-Identifier: MIT
//
// Words people use: each names its column, each type places its school.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryFormat, tsv } from "./support/books.mjs";
import { answerTo, pasted } from "./support/given.mjs";
import { assertSchools, said, stageOf } from "./support/results.mjs";
import { kOther, kOtherCells, kOtherRows } from "./support/results.mjs";

const kWords = {
  0: ["名称", "校名", "单位名称", "学校名", "学校全称"],
  2: ["总人数", "全校人数", "全校学生数", "在校学生总数", "学生总数", "在校人数"],
  3: ["藏书", "藏书数", "藏书册数", "图书数", "图书总册数", "馆藏图书册数", "藏书量"],
};
for (const [column, words] of Object.entries(kWords)) {
  for (const word of words) {
    test(`${word} for ${kOtherCells[0][column]}`, async () => {
      const header = kOtherCells[0].map((name, i) => (i === Number(column) ? word : name));
      for (const [, came] of inEveryFormat([header, ...kOtherRows], ["paste", "csv", "xlsx"]))
        assertSchools(await answerTo(came), kOther);
      const marked = header.map((name, i) => `*${i + 1}.${name}（必填）`);
      assertSchools(await answerTo(pasted(tsv([marked, ...kOtherRows]))), kOther);
    });
  }
}

const fieldOf = async (header, value) => {
  const answer = await answerTo(
    pasted(tsv([[...kOtherCells[0], header], ...kOtherRows.map((row) => [...row, value])])),
  );
  return answer.columns[4];
};
for (const [field, value, words] of [
  ["computers", 30, ["电脑", "电脑台数", "计算机", "电脑数", "计算机数", "学生用电脑台数"]],
  ["sports_area", 3000, ["操场面积", "运动场面积", "体育场地面积"]],
  ["county", "云岭县", ["所在区", "县别", "地区", "隶属", "所在县区", "区县", "所属区县"]],
  ["town", "青山镇", ["乡镇名称", "街镇", "所在街镇", "所在乡镇", "乡镇（街道）"]],
  ["urban_rural", "镇区", ["城乡", "城乡划分", "城乡分类", "城乡类型"]],
]) {
  test(`words of ${field}: ${words.join(" ")}`, async () => {
    const found = await Promise.all(words.map(async (word) => [word, await fieldOf(word, value)]));
    for (const [word, column] of found) {
      assert.ok(column.field !== null || column.suggestion !== null, `${word} is not even asked about`);
      if (field === "computers" || field === "county") assert.equal(column.field, field, word);
      else assert.equal(column.match, "sure", `${word}: ${JSON.stringify(column)}`);
    }
  });
}

const kTypes = {
  primary: [
    "村完小",
    "不完全小学",
    "小学（含教学点）",
    "公办小学",
    "民办小学",
    "国小",
    "國小",
    "完全小学",
    "中心小学",
    "211",
  ],
  middle: ["单设初中", "公办初中", "国中", "國中", "初级中学", "民办初中", "311"],
  both: ["九年一贯制学校", "312", "九年制"],
};
for (const [stage, types] of Object.entries(kTypes)) {
  for (const type of types) {
    test(`type ${type} is ${stage}`, async () => {
      const cells = [
        ["学校名称", "学校类型", "小学在校生数", "初中在校生数", "图书册数"],
        ["云岭学校", type, stage === "middle" ? "" : 300, stage === "primary" ? "" : 200, 9000],
      ];
      for (const [, came] of inEveryFormat(cells, ["paste", "xlsx"])) {
        const answer = await answerTo(came);
        const counted = [stageOf(answer).pupils, stageOf(answer, "middle").pupils];
        assert.deepEqual(counted, { primary: [300, 0], middle: [0, 200], both: [300, 200] }[stage], said(answer));
        assert.ok(
          !answer.issues.some(({ code }) => /type_unknown|stage_unknown|stage_conflict/.test(code)),
          said(answer),
        );
      }
    });
  }
}

test("types that belong to one stage of a larger school, and those of no compulsory stage", async () => {
  const cells = [
    ["学校名称", "学校类型", "在校生数", "图书册数"],
    ["云岭学校小学部", "九年一贯制（小学部）", 300, 6000],
    ["云岭学校初中部", "九年一贯制（初中部）", 200, 5000],
    ["青山小学", "附设小学班", 90, 1800],
    ["云岭高中", "普高", 900, 20000],
  ];
  const answer = await answerTo(pasted(tsv(cells)));
  assert.deepEqual([stageOf(answer).pupils, stageOf(answer, "middle").pupils], [390, 200], said(answer));
  assert.ok(!answer.issues.some(({ code }) => code === "type_unknown"), said(answer));
});
