// SPDX-License-Identifier: MIT
//
// How papers lie on their pages: what was looked at in LibreOffice and found broken, as the documents say it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleText } from "../support/publishing.mjs";
import { sourceModule } from "../support/sources.mjs";
import { documentTexts, makePaper, partsOf, sourceOf, textsOf } from "./papers.mjs";

const { keptWhole } = await sourceModule("papers/kept_whole.ts");
const source = sourceOf({ county: {}, about: { deadline: "2025年8月31日" } });
const documentOf = (kind) => partsOf(makePaper(source, kind, "docx").bytes)["word/document.xml"];
/** Cells of the tables of a document: width in twentieths of a point, letters in half points, what stands in it. */
const cellsOf = (xml) =>
  [...xml.matchAll(/<w:tc>[^]*?<\/w:tc>/g)].map(([cell]) => ({
    width: Number(/<w:tcW w:w="(\d+)"/.exec(cell)[1]),
    letters: Number(/<w:sz w:val="(\d+)"/.exec(cell)?.[1] ?? 21),
    text: [...cell.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => text ?? "\n").join(""),
  }));

test("a line ends before brackets that have room on one line, and never for any that have not", () => {
  for (const [text, room, expected] of [
    ["无法判定（材料待补）", 6, "无法判定\n（材料待补）"],
    ["无法判定（材料待补）", 10, "无法判定（材料待补）"],
    ["无法判定（材料待补）", 5, "无法判定（材料待补）"],
    ["行政村数（个）", 3, "行政村数\n（个）"],
    ["农民年人均纯收入（元）", 3, "农民年人均纯收入\n（元）"],
    ["备注（注明有哪几项指标达标）", 8, "备注（注明有哪几项指标达标）"],
    ["（草稿）达标（1）", 4, "（草稿）达标\n（1）"],
    ["第一行\n第二行（材料）", 6, "第一行\n第二行\n（材料）"],
    ["甲（乙）（丙）", 4, "甲（乙）\n（丙）"],
    ["不达标", 2, "不达标"],
    ["（没有完", 2, "（没有完"],
    ["", 3, ""],
  ])
    assert.equal(keptWhole(text, room), expected, `${text} in ${room}`);
});

test("无法判定（材料待补） has its brackets whole wherever it stands in a column, and a date its line", () => {
  for (const kind of ["tasks", "problems"]) {
    const cells = cellsOf(documentOf(kind));
    const states = cells.filter(({ text }) => text.startsWith("无法判定"));
    assert.ok(states.length > 10, kind);
    for (const { text, width, letters } of states) {
      assert.equal(text, "无法判定\n（材料待补）");
      assert.ok(width >= 6 * letters * 10 + 80, `${kind} ${width}`);
    }
  }
  const dated = sourceOf({ county: {}, about: { deadline: "2025年12月31日" } });
  for (const kind of ["tasks", "problems", "timetable"]) {
    const cells = cellsOf(partsOf(makePaper(dated, kind, "docx").bytes)["word/document.xml"]);
    for (const { width, letters } of cells.filter(({ text }) => text === "2025年12月31日"))
      // Eight digits and three letters, with the space that programs put between them.
      assert.ok(width >= (8 / 2 + 3) * letters * 10 + 5 * letters * 2 + 80, `${kind} ${width}`);
  }
});

test("units in brackets have a line in every column of table Ⅰ, which has a row to be filled in by hand", () => {
  const xml = documentOf("form");
  const [first] = xml.match(/<w:tbl>[^]*?<\/w:tbl>/);
  const heads = cellsOf(first).filter(({ text }) => /（[元个所]）$/.test(text));
  assert.ok(heads.length > 8);
  for (const { text, width, letters } of heads) {
    const whole = Math.floor((width - 50) / (letters * 10));
    if (whole >= 3) assert.ok(/\n（[元个所]）$/.test(text) || text.length <= whole, text);
  }
  const rows = first.match(/<w:tr>[^]*?<\/w:tr>/g);
  const filled = rows.findIndex((row) => cellsOf(row).map(({ text }) => text)[0] === "L1") + 1;
  assert.deepEqual(
    cellsOf(rows[filled]).map(({ text }) => text),
    Array.from({ length: 24 }, () => ""),
  );
  const page = new TextDecoder().decode(makePaper(source, "form", "html").bytes);
  assert.match(page, new RegExp(`<tr>(<td></td>){24}</tr>`));
});

test("the tables of coefficients are on one page each, and a list of many rows goes over pages", () => {
  const keeping = (xml) =>
    xml
      .match(/<w:tbl>[^]*?<\/w:tbl>/g)
      .map((table) => table.match(/<w:tr>[^]*?<\/w:tr>/g).map((row) => row.includes("<w:keepNext/>")));
  const tables = keeping(documentOf("report"));
  assert.ok(tables.length >= 2);
  for (const rows of tables)
    assert.deepEqual(
      rows,
      rows.map((_, at) => at < rows.length - 1),
    );
  const [list] = keeping(documentOf("problems"));
  assert.ok(list.filter(Boolean).length <= 2);
});

test("an open place is of narrow letters, in every format", () => {
  for (const kind of ["form", "schools", "tasks"])
    for (const format of ["docx", "xlsx", "html", "csv"]) {
      const texts = textsOf(makePaper(source, kind, format), format);
      assert.ok(
        texts.some((text) => text.includes("____")),
        `${kind} ${format}`,
      );
      assert.ok(!texts.some((text) => text.includes("＿")), `${kind} ${format}`);
    }
});

test("the verdict of the report is said once", () => {
  const said = documentTexts(makePaper(source, "report", "docx").bytes).find((text) => text.startsWith("总体自评"));
  assert.match(said, /^总体自评：不达标：/);
  const unknown = {
    ...source,
    county: { ...source.county, verdict: "unknown", conclusion: { zh: "数据不足，不能判定。", en: "" } },
  };
  const open = documentTexts(makePaper(unknown, "report", "docx").bytes).find((text) => text.startsWith("总体自评"));
  assert.equal(open, "总体自评：无法判定（材料待补）。数据不足，不能判定。");
});

test("no paper claims more than the table says: pupils that are missing are not in the sum, and no threshold is none met", () => {
  const [head, first, ...rest] = sampleText.trimEnd().split("\n");
  const cells = first.split("\t");
  cells[head.split("\t").findIndex((name) => name.startsWith("小学在校生数"))] = "";
  const open = sourceOf({ table: [head, cells.join("\t"), ...rest].join("\n"), county: {} });
  const lines = documentTexts(makePaper(open, "report", "docx").bytes);
  assert.ok(
    lines.some((text) => /列入评估的小学评估单元25个，在校学生\d+人（其中1个没有学生数，未计入）；初中/.test(text)),
    lines.slice(3, 6).join("\n"),
  );
  const whole = documentTexts(makePaper(source, "report", "docx").bytes);
  assert.ok(!whole.some((text) => text.includes("未计入")));
  const basic = sourceOf({
    table: "学校名称\t学校类型\t在校生数\t图书册数\n一小\t小学\t45\t279\n二小\t小学\t37\t137\n",
    county: {},
    standard: "basic-2012",
  });
  const pages = documentTexts(makePaper(basic, "schools", "docx").bytes);
  assert.equal(pages.filter((text) => text === "所依据的办法没有按学校规定达标值，这里不作判断。").length, 2);
  assert.ok(!pages.some((text) => /没有低于达标值|深色格/.test(text)));
  // only the mean of the coefficients is judged: no single indicator is said to be met
  const tasks = documentTexts(makePaper(basic, "tasks", "docx").bytes);
  assert.equal(tasks[tasks.findIndex((text) => text.endsWith("生均图书册数")) + 2], "不单独判定");
  assert.ok(!tasks.includes("达标"));
});
