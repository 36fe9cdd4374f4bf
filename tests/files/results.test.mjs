// SPDX-License-Identifier: MIT
//
// The workbook of results: what the engine says, digit by digit, failing cells dark, and nothing that a spreadsheet
// would compute.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { unzipSync } from "../../web/node_modules/fflate/esm/index.mjs";
import { kHostile, loadJunheng, sampleText, schools, tableOf } from "../support/publishing.mjs";
import { sourceModule } from "../support/sources.mjs";
import { bundle } from "../support/workbooks.mjs";

const XLSX = createRequire(new URL("../package.json", import.meta.url))("@e965/xlsx");
const { EngineCalculator } = await sourceModule("work/calculator.ts");
const { kNoDecisions } = await sourceModule("work/project.ts");
const { resultSheets } = await sourceModule("app/outgoing/results.ts");
const { zh } = await sourceModule("words/app_zh.ts");
const { en } = await sourceModule("words/app_en.ts");
const junheng = await loadJunheng();

function opened(table, { language = "zh", standard = "quality-2017", decisions = {} } = {}) {
  const calculator = new EngineCalculator(junheng, () => undefined);
  calculator.setStandard(standard);
  const sheets = [{ table }];
  calculator.open({ sheets, name: "", decisions: { ...kNoDecisions, ...decisions } });
  const words = language === "zh" ? zh : en;
  return { calculator, sheets, name: "", decisions: calculator.decisions(), standard, language, words };
}

/** The sheets as a spreadsheet shows them, and the colour of each cell's ground. */
async function written(open) {
  const bytes = bundle.writeWorkbook(resultSheets(open));
  const book = XLSX.read(bytes);
  const sheets = book.SheetNames.map((name) => {
    const rows = XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1, raw: false, defval: "", blankrows: true });
    return { name, rows };
  });
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, data]) => [name, Buffer.from(data).toString()]),
  );
  const fills = [...files["xl/styles.xml"].matchAll(/<fill>.*?<\/fill>/g)].map(
    ([fill]) => /rgb="FF(\w+)"/.exec(fill)?.[1] ?? "",
  );
  const formats = [...files["xl/styles.xml"].split("<cellXfs")[1].matchAll(/fillId="(\d+)"/g)].map(
    ([, fill]) => fills[Number(fill)],
  );
  const groundOf = (sheet, place) => {
    const [, style = "0"] = new RegExp(`<c r="${place}"(?: s="(\\d+)")?`).exec(
      files[`xl/worksheets/sheet${sheet}.xml`],
    );
    return formats[Number(style)];
  };
  return { files, groundOf, sheets };
}

const columnOf = (index) => String.fromCharCode(65 + index);

test("five sheets, in both languages, and the verdict with its reasons on the first", async () => {
  const { sheets } = await written(opened(sampleText));
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ["结论与理由", "差异系数", "各校指标", "更改", "问题"],
  );
  const lines = sheets[0].rows.map((row) => row.join("\t"));
  assert.ok(
    lines.some((line) => /^示例区\t评估结论\t\t不达标\t.*差异系数/.test(line)),
    lines.slice(0, 9).join("\n"),
  );
  assert.ok(lines.some((line) => line.includes("G4 学校规模")));
  const english = await written(opened(sampleText, { language: "en" }));
  assert.equal(english.sheets[0].name, "Verdict and reasons");
  assert.doesNotMatch(english.sheets[1].rows[0].join(""), /\p{Script=Han}/u);
});

test("every number is the engine's text, and a number that can be computed with", async () => {
  for (const standard of ["quality-2017", "basic-2012"]) {
    const open = opened(sampleText, { standard });
    const { sheets, files } = await written(open);
    const result = open.calculator.result();
    const [heads, ...rows] = sheets[2].rows;
    const first = heads.length - result.units(0, 0, 1)[0].values.length;
    const units = result.units(0, 0, Infinity);
    const said = rows.filter((row) => row[0] === "示例区");
    assert.equal(said.length, units.length);
    units.forEach((unit, at) => {
      assert.equal(said[at][1], unit.school);
      if (unit.status !== "evaluated") assert.match(said[at][first], /未参加评估/);
      else unit.values.forEach(({ text }, each) => assert.equal(said[at][first + each], text ?? "—"));
    });
    for (const stage of result.county(0).stages.filter((one) => one.units > 0))
      for (const { cvText } of stage.indicators)
        assert.ok(sheets[1].rows.some((row) => row[1] === zh.stage[stage.stage] && row[5] === (cvText ?? "—")));
    assert.match(files["xl/worksheets/sheet2.xml"], /<c r="F2" s="\d+"><v>0\.\d+<\/v>/);
  }
});

test("what fails is dark, what is near is light, and nothing else", async () => {
  // Far too many pupils for what the school has.
  const open = opened(sampleText.replace("\t2184\t", "\t9184\t"));
  const { groundOf, sheets } = await written(open);
  const units = open.calculator.result().units(0, 0, Infinity);
  const first = sheets[2].rows.findIndex((row) => row[0] === "示例区");
  const kGround = { fail: "595959", near: "FFE7AE" };
  const seen = new Set();
  units.forEach((unit, at) => {
    unit.values.forEach(({ verdict }, each) => {
      seen.add(verdict);
      assert.equal(groundOf(3, `${columnOf(7 + each)}${first + at + 1}`), kGround[verdict] ?? "", unit.school);
    });
  });
  assert.deepEqual([...seen].sort(), ["fail", "near", "pass"]);
});

test("changes, remarks and issues stand with their places", async () => {
  const table = sampleText.replace("\t2184\t", "\t很多\t");
  const decisions = {
    reading: { edits: [{ row: 3, column: 3, text: "2357" }] },
    remarks: [{ code: "outlier", row: 4, indicator: "books", text: "新建校舍" }],
  };
  const { sheets } = await written(opened(table, { decisions }));
  const changes = sheets[3].rows.map((row) => row.join("\t"));
  assert.ok(
    changes.some((line) => /^手工更改\t第 3 行第 4 列：“2356”改为“2357”/.test(line)),
    changes.join("\n"),
  );
  assert.ok(changes.some((line) => line === "核对说明\t第 4 行：新建校舍"));
  const issue = sheets[4].rows.find((row) => row[4] === "很多");
  assert.deepEqual([issue[0], issue[2], issue[3]], ["需更正", "2", "小学在校生数"]);
  const nothing = await written(opened(sampleText));
  assert.deepEqual(nothing.sheets[3].rows, [["没有。"]]);
});

test("no name comes alive in a spreadsheet", async () => {
  const lines = schools(20).map((row, index) => {
    const cells = row.split("\t");
    cells[1] = kHostile[index % kHostile.length].slice(0, 200);
    return cells.join("\t");
  });
  const named = ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3"];
  lines.push(...schools(4).map((row, at) => row.replace(/\t[^\t]*/, () => `\t${named[at]}`)));
  const { files } = await written(
    opened(tableOf(lines), { decisions: { remarks: [{ code: "x", row: 3, indicator: "", text: "=1+2" }] } }),
  );
  for (const [name, xml] of Object.entries(files)) {
    assert.doesNotMatch(xml, /<f[ >]/, name);
    if (!name.includes("worksheets/")) continue;
    // Each such text keeps the format @ with an apostrophe apart, as everything does that is written.
    for (const [, style, text] of xml.matchAll(/<c r="\w+"(?: s="(\d+)")? t="inlineStr"><is><t[^>]*>([^<]*)/g)) {
      if (!/^[=+@-]/.test(text) || text === "—") continue;
      const format = [...files["xl/styles.xml"].split("<cellXfs")[1].matchAll(/<xf [^>]*>/g)][Number(style ?? 0)][0];
      assert.match(format, /numFmtId="49".*quotePrefix="1"/, text);
    }
  }
  assert.ok(files["xl/worksheets/sheet3.xml"].includes("=1+1"));
});
