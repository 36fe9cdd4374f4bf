// SPDX-License-Identifier: MIT
//
// Every command in every format says what the engine says, and how it ends can be told apart.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadJunheng } from "../../dist/site/engine/junheng.js";
import { kHostile } from "../support/publishing.mjs";
import { books, fiveSchools, folder, junheng, lines, sampleCounty, text, written } from "./support.mjs";

const XLSX = createRequire(new URL("../package.json", import.meta.url))("@e965/xlsx");
const engine = await loadJunheng();

test("json is the engine's own answer, from a file as from the standard input", async () => {
  const expected = engine.evaluate({ table: [{ file: sampleCounty, table: text(sampleCounty) }] });
  const file = await junheng(["evaluate", "--format", "json", sampleCounty]);
  assert.deepEqual(JSON.parse(file.stdout), expected);
  const piped = await junheng(["evaluate", "--format=json"], { input: text(sampleCounty) });
  assert.deepEqual(JSON.parse(piped.stdout), expected);
  assert.equal(piped.status, 1, piped.stderr);
});

test("text, csv and xlsx show the engine's own numbers", async (context) => {
  const county = engine.evaluate({ table: text(sampleCounty) }).counties[0];
  const [primary] = county.stages;
  const shown = await junheng(["evaluate", sampleCounty]);
  assert.ok(shown.stdout.includes(county.conclusion.zh));
  const inEnglish = await junheng(["evaluate", "--lang", "en", sampleCounty]);
  assert.ok(inEnglish.stdout.includes(county.conclusion.en));
  const csv = await junheng(["evaluate", "--format", "csv", sampleCounty]);
  assert.ok(csv.stdout.startsWith("\ufeff县"));
  for (const { meanText, cvText } of primary.indicators) {
    assert.match(shown.stdout, new RegExp(`  ${meanText} +${cvText}  `));
    assert.match(csv.stdout, new RegExp(`,${meanText},${cvText},`));
  }
  const schools = await junheng(["evaluate", "--format", "csv", "--table", "schools", sampleCounty]);
  for (const { school } of county.units) assert.ok(schools.stdout.includes(school), school);
  const path = folder(context);
  assert.equal((await junheng(["evaluate", "--format", "xlsx", "--out", path, sampleCounty])).status, 1);
  const book = XLSX.read(readFileSync(join(path, "sample-county.xlsx")));
  assert.equal(book.SheetNames.length, 5);
  const balance = XLSX.utils.sheet_to_csv(book.Sheets[book.SheetNames[1]]);
  for (const { cvText } of primary.indicators) assert.ok(balance.includes(cvText), cvText);
});

test("how it ends tells pass, fail, unknown, bad input, wrong use and what is missing apart", async (context) => {
  const path = folder(context);
  const cases = [
    [["evaluate", sampleCounty], 1],
    [["evaluate", "--no-verdict", sampleCounty], 0],
    [["evaluate", "--standard", "basic-2012", fiveSchools], 2],
    [["evaluate", "--standard", "basic-2012", "--no-verdict", fiveSchools], 0],
    [["evaluate", "--together", sampleCounty], 1],
    [["evaluate", written(path, "no.txt", "abc\n1\n")], 65],
    [["evaluate", written(path, "no.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]))], 65],
    [["evaluate", join(path, "missing.xlsx")], 66],
    [["evaluate", path], 66],
    [["evaluate", "--format", "docx", sampleCounty], 64],
    [["evaluate", "--standard", "quality-2016", sampleCounty], 64],
    [["evaluate", "--jobs", "0", sampleCounty], 64],
    [["evaluate", "--frmat", "json", sampleCounty], 64],
    [["evaluate", "--format", "json", sampleCounty, fiveSchools], 64],
    [["evaluation"], 64],
    [[], 64],
    [["standards"], 0],
    [["--version"], 0],
  ];
  for (const [line, status] of cases) {
    const run = await junheng(line);
    assert.equal(run.status, status, `${line.join(" ")}: ${run.stderr}`);
    if (status >= 64) assert.notEqual(run.stderr, "", line.join(" "));
    if (status >= 64 && line.length > 0) assert.equal(run.stdout, "", line.join(" "));
  }
});

test("a county that passes ends with 0: its facts alone are enough", async (context) => {
  const basic = engine.standards().find(({ id }) => id === "basic-2012");
  const published = Object.fromEntries(basic.indicators.map(({ id }) => [id, 0.3]));
  const coefficients = Object.fromEntries(basic.stages.map((stage) => [stage, published]));
  const facts = { coefficients, schools_meeting: 10, schools: 10, satisfaction: "95%", government_score: 90 };
  const line = ["evaluate", "--standard", "basic-2012", "--format", "json", "--county"];
  const path = folder(context);
  const run = await junheng([...line, written(path, "facts.json", JSON.stringify(facts))]);
  assert.equal(JSON.parse(run.stdout).verdict, "pass", run.stderr);
  assert.equal(run.status, 0);
  const less = await junheng([...line, written(path, "less.json", JSON.stringify({ ...facts, satisfaction: "9%" }))]);
  assert.equal(less.status, 1);
});

test("of several files a bad one is named, the others are done, and the worst decides", async (context) => {
  const path = folder(context);
  const bad = written(path, "bad.tsv", "abc\n");
  const out = join(path, "out");
  const run = await junheng([
    "evaluate",
    "--format",
    "ndjson",
    "--out",
    out,
    sampleCounty,
    bad,
    "nowhere.tsv",
    fiveSchools,
  ]);
  assert.equal(run.status, 66);
  assert.match(run.stderr, /bad\.tsv/);
  assert.match(run.stderr, /nowhere\.tsv/);
  assert.deepEqual(readdirSync(out).sort(), ["five-schools.ndjson", "sample-county.ndjson"]);
});

test("files that are read together are one table; files of one name get names of their own", async (context) => {
  const path = folder(context);
  for (const name of ["a", "b"]) mkdirSync(join(path, name));
  const one = written(path, "a/t.tsv", books([["甲县", "一小", "小学", "300", "9000"]]));
  const other = written(path, "b/t.tsv", books([["甲县", "二小", "小学", "200", "4000"]]));
  const line = ["evaluate", "--standard", "basic-2012", "--format", "ndjson"];
  const together = await junheng([...line, "--together", one, other]);
  assert.equal(lines(together.stdout)[0].stages[0].units, 2);
  await junheng([...line, "--out", join(path, "out"), one, other]);
  assert.deepEqual(readdirSync(join(path, "out")).sort(), ["t-2.ndjson", "t.ndjson"]);
});

test("workbooks, CSV in GB18030 and projects are read like on the page", async (context) => {
  const path = folder(context);
  const rows = [
    ["区县", "学校名称", "学校类型", "在校生数", "图书册数"],
    ["甲县", "一小", "小学", 300, 9000],
    ["甲县", "二小", "小学", 200, 4000],
  ];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "学校");
  const workbook = written(path, "t.xlsx", XLSX.write(book, { type: "buffer" }));
  // 甲县一小… as GB18030, which Node writes nowhere: by the bytes of each character.
  const codes = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  const csv = rows.map((row) => row.join(",")).join("\r\n");
  const inGb = written(path, "t.csv", Buffer.from([...csv].flatMap((one) => codes.get(one) ?? [one.charCodeAt(0)])));
  const project = written(
    path,
    "t.json",
    JSON.stringify({ schema: "junheng.project/1", standard: "basic-2012", tables: [{ name: "", text: csv }] }),
  );
  const cvs = [];
  for (const file of [workbook, inGb, project]) {
    const run = await junheng([
      "evaluate",
      "--format",
      "ndjson",
      ...(file === project ? [] : ["--standard", "basic-2012"]),
      file,
    ]);
    const [county] = lines(run.stdout);
    assert.equal(county?.name, "甲县", `${file}: ${run.stderr}`);
    cvs.push(county.stages[0].indicators.find(({ id }) => id === "books").cv);
  }
  assert.equal(new Set(cvs).size, 1);
});

test("names do nothing on a terminal, in any format", async () => {
  const active = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
  const evil = ["\x1b[2J小学", "\u009b31m小学", "\u202e学小", "\x07小学", "\x1b]0;x\x07小学", ...kHostile];
  const table = books(
    evil.map((name, at) => [`\x1b[31m县`, `${name.replace(/[\t\n"]/g, " ")}${at}`, "小学", "300", "9000"]),
  );
  for (const format of ["text", "json", "ndjson"]) {
    const run = await junheng(["evaluate", "--standard", "basic-2012", "--format", format, "--detail", "full"], {
      input: table,
    });
    assert.notEqual(run.stdout, "", run.stderr);
    assert.doesNotMatch(run.stdout.replaceAll("\n", ""), active, format);
    assert.doesNotMatch(run.stderr.replaceAll("\n", ""), active, format);
  }
  const missing = await junheng(["evaluate", "\x1b[2J\u202e.tsv"]);
  assert.doesNotMatch(missing.stderr.replaceAll("\n", ""), active);
});

test("publish, seal, compare and merge go together", async (context) => {
  const path = folder(context);
  const table = (pupils) =>
    books([
      ["甲县", "一小", "小学", pupils, "9000"],
      ["甲县", "二小", "小学", "200", "4000"],
    ]);
  for (const [name, pupils] of [
    ["old", "300"],
    ["new", "310"],
  ]) {
    const run = await junheng([
      "seal",
      "--standard",
      "basic-2012",
      "--title",
      "甲县",
      "--out",
      path,
      written(path, `${name}.tsv`, table(pupils)),
    ]);
    assert.equal(run.status, 0, run.stderr);
  }
  const [before, after] = ["old", "new"].map((name) => join(path, `${name}.html`));
  const same = await junheng(["compare", "--format", "json", before, before]);
  assert.equal(same.status, 0, same.stderr);
  assert.equal(JSON.parse(same.stdout).files[0].state, "agrees");
  const other = await junheng(["compare", before, after]);
  assert.equal(other.status, 1);
  assert.match(other.stdout, /一小 primary pupils 300 → 310/);
  const forged = written(path, "forged.html", text(before).replace("9000", "9001"));
  assert.equal((await junheng(["compare", before, forged])).status, 1);
  const refused = await junheng(["merge", forged]);
  assert.equal(refused.status, 65);
  const merged = await junheng(["merge", before]);
  const evaluated = await junheng(["evaluate", "--format", "ndjson", written(path, "merged.json", merged.stdout)]);
  assert.equal(lines(evaluated.stdout)[0].stages[0].units, 2);
  const page = await junheng(["publish", "--standard", "basic-2012", "--lang", "en", join(path, "old.tsv")]);
  assert.match(page.stdout, /^<!doctype html>\s*<html lang="en"/i);
  const zip = await junheng(["publish", "--format", "zip", join(path, "old.tsv")]);
  assert.equal(zip.bytes.subarray(0, 2).toString(), "PK");
  assert.equal((await junheng(["compare", before, join(path, "old.tsv")])).status, 65);
});

test("what has no school is neither published nor sealed", async (context) => {
  const bad = written(folder(context), "bad.tsv", "abc\n1\n");
  for (const command of ["publish", "seal"]) {
    const run = await junheng([command, bad]);
    assert.deepEqual([run.status, run.stdout], [65, ""], command);
    assert.match(run.stderr, /bad\.tsv: 没有读出学校/);
    const empty = await junheng([command]);
    assert.equal(empty.status, 65);
    assert.match(empty.stderr, /^标准输入是空文件/);
  }
});

test("a standard of one's own, its parent before it; what is wrong with one is said", async (context) => {
  const path = folder(context);
  const own = new URL("../../dist/site/standards/variants/shenyang-2024.json", import.meta.url).pathname;
  const listed = await junheng(["standards", "--format", "json", "--standard", own]);
  assert.ok(
    JSON.parse(listed.stdout).some(({ id }) => id === "shenyang-2024"),
    listed.stderr,
  );
  const run = await junheng(["evaluate", "--format", "json", "--standard", own, sampleCounty]);
  assert.equal(JSON.parse(run.stdout).standard.id, "shenyang-2024");
  const bad = written(
    path,
    "bad.json",
    JSON.stringify({ schema: "junheng.standard/1", id: "mine", parent: "quality-2017", indicators: 7 }),
  );
  assert.equal((await junheng(["evaluate", "--standard", bad, sampleCounty])).status, 65);
});
