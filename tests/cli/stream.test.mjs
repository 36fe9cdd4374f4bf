// SPDX-License-Identifier: MIT
//
// A table of many counties, county by county: the answers are those of the whole table, to the last digit, whatever the
// order of the rows, and the memory does not grow with the table.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { loadJunheng } from "../../dist/site/engine/junheng.js";
import { hardened, makeNation } from "../bench/make_nation.mjs";
import { cli, folder, junheng, lines, ran, text, written } from "./support.mjs";

const engine = await loadJunheng();
const kSmall = { provinces: 2, counties: 40, schools: 2400, seed: 11 };
const kNdjson = ["evaluate", "--format", "ndjson"];

/** Without what is said of the line itself. */
const countyOf = ({ schema, file, engine: version, standard, issues, ...county }) => {
  assert.deepEqual([schema, file, version, standard], ["junheng.county/1", null, engine.version, "quality-2017"]);
  assert.ok(issues === null || Array.isArray(issues));
  return JSON.stringify(county);
};
const told = (run) => lines(run.stdout).map(countyOf);

for (const detail of ["summary", "full"]) {
  test(`each county is string-equal to the same county of the whole table (${detail})`, async () => {
    const table = makeNation(kSmall);
    const expected = engine.evaluate({ table, detail }).counties.map((county) => JSON.stringify(county));
    for (const jobs of ["1", "3"]) {
      const run = await junheng([...kNdjson, "--detail", detail, "--jobs", jobs], { input: table });
      assert.equal(run.stderr, "");
      assert.deepEqual(told(run), expected, `${jobs} jobs`);
    }
  });
}

test("also where the rows of all counties are mixed, with quotes, separators and line ends of Windows", async () => {
  const table = hardened(makeNation(kSmall));
  assert.match(table, /"[^"\n]*\t/);
  const evaluation = engine.evaluate({ table });
  const run = await junheng([...kNdjson, "--detail", "full"], { input: table });
  assert.deepEqual(
    told(run),
    evaluation.counties.map((county) => JSON.stringify(county)),
  );
  // its places are those of the whole table, too
  const rows = (issues) => issues.map(({ code, row }) => `${code} ${row}`).sort();
  const some = evaluation.issues.filter(({ row }) => row !== null);
  assert.ok(some.length > 3);
  const said = new Set(rows(lines(run.stdout).flatMap(({ issues }) => issues)));
  for (const each of rows(some.filter(({ code }) => code === "not_a_number"))) assert.ok(said.has(each), each);
});

test("cells over several lines, titles above the header, totals and blank lines", async () => {
  const table = [
    "示例省学校情况表",
    "",
    "区县,学校名称,学校类型,小学在校生数,教学及辅助用房面积(㎡)",
    '甲县,"一\n小",小学,300,2000',
    '"乙县","二小, ""东""",小学,200,900',
    "",
    "甲县,三小,小学,100,x7",
    "甲县,合计,,400,2000",
    "乙县,四小,小学,50,500",
  ].join("\r\n");
  const evaluation = engine.evaluate({ table });
  assert.equal(evaluation.counties.length, 2);
  const run = await junheng([...kNdjson, "--detail", "full"], { input: table });
  assert.deepEqual(
    told(run),
    evaluation.counties.map((county) => JSON.stringify(county)),
  );
  const [county] = lines(run.stdout);
  assert.deepEqual(
    county.issues.filter(({ code }) => code === "not_a_number").map(({ row, found }) => [row, found]),
    evaluation.issues.filter(({ code }) => code === "not_a_number").map(({ row, found }) => [row, found]),
  );
});

const kHead = "区县\t学校名称\t学校类型\t小学在校生数\t教学及辅助用房面积(㎡)\n";
/** What is no table for this, and is read as a whole: the answer is the same. */
const kWhole = {
  "a name that stands only in the first row of a county": `${kHead}甲县\t一小\t小学\t300\t2000\n\t二小\t小学\t200\t900\n乙县\t三小\t小学\t100\t700\n`,
  "several years": `年度\t${kHead}2023\t甲县\t一小\t小学\t300\t2000\n2024\t甲县\t一小\t小学\t310\t2000\n2024\t乙县\t二小\t小学\t100\t900\n`,
  "a second header": `${kHead}甲县\t一小\t小学\t300\t2000\n${kHead}乙县\t三小\t小学\t100\t700\n`,
  "no county": "学校名称\t学校类型\t小学在校生数\n一小\t小学\t300\n",
  "a quote that nobody closes": `${kHead}甲县\t一小\t小学\t300\t2000\n乙县\t"三小\t小学\t100\t700\n`,
  "lines of an old Mac": `${kHead}甲县\t一小\t小学\t300\t2000\n乙县\t三小\t小学\t100\t700\n`.replaceAll("\n", "\r"),
};
for (const [what, table] of Object.entries(kWhole)) {
  test(`read as a whole: ${what}`, async () => {
    const expected = engine.evaluate({ table, detail: "summary" }).counties.map((county) => JSON.stringify(county));
    const run = await junheng(kNdjson, { input: table });
    assert.deepEqual(told(run), expected, run.stderr);
    const asked = await junheng([...kNdjson, "--whole"], { input: table });
    assert.deepEqual(told(asked), expected);
  });
}

test("a county whose name is written in two ways is not handed out in two pieces", async () => {
  const table = `${kHead}甲县\t一小\t小学\t300\t2000\n乙县\t三小\t小学\t100\t700\n甲 县\t二小\t小学\t200\t900\n`;
  const expected = engine.evaluate({ table, detail: "summary" }).counties;
  const run = await junheng(kNdjson, { input: table });
  if (run.status === 65) assert.match(run.stderr, /--whole/);
  else assert.equal(lines(run.stdout).length, expected.length);
});

test("GB18030, whose bytes are not those of UTF-8, by counties as well", async () => {
  // 甲县 一小 小学 in GB18030
  const bytes = Buffer.from([
    ...[
      0xc7, 0xf8, 0xcf, 0xd8, 9, 0xd1, 0xa7, 0xd0, 0xa3, 0xc3, 0xfb, 0xb3, 0xc6, 9, 0xd1, 0xa7, 0xd0, 0xa3, 0xc0, 0xe0,
      0xd0, 0xcd, 9,
    ],
    ...[0xd4, 0xda, 0xd0, 0xa3, 0xc9, 0xfa, 0xca, 0xfd, 10],
    ...[0xbc, 0xd7, 0xcf, 0xd8, 9, 0xd2, 0xbb, 0xd0, 0xa1, 9, 0xd0, 0xa1, 0xd1, 0xa7, 9, 0x33, 0x30, 0x30, 10],
    ...[0xd2, 0xd2, 0xcf, 0xd8, 9, 0xd2, 0xbb, 0xd0, 0xa1, 9, 0xd0, 0xa1, 0xd1, 0xa7, 9, 0x34, 0x30, 0x30, 10],
  ]);
  const run = await junheng(kNdjson, { input: bytes });
  assert.deepEqual(
    lines(run.stdout).map(({ name, stages }) => [name, stages[0].pupils]),
    [
      ["甲县", 300],
      ["乙县", 400],
    ],
  );
});

/** Kilobytes at the most, as the system counted them. */
async function peakOf(path, input, line) {
  const report = join(path, "peak");
  const preload = written(
    path,
    "peak.cjs",
    `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)));`,
  );
  const run = await ran(process.execPath, ["--require", preload, cli, ...line], { input });
  return { peak: Number(text(report)), counties: run.stdout.split("\n").length - 1 };
}

test("200,000 schools take no more memory than 20,000, but for what a collector leaves lying about", async (context) => {
  const path = folder(context);
  const line = [...kNdjson, "--no-verdict"];
  const few = await peakOf(path, makeNation({ provinces: 3, counties: 290, schools: 20_000, seed: 2017 }), line);
  const nation = makeNation();
  const many = await peakOf(path, nation, line);
  const whole = await peakOf(path, nation, [...line, "--whole"]);
  assert.deepEqual([few.counties, many.counties, whole.counties], [290, 2900, 2900]);
  const more = many.peak - few.peak;
  context.diagnostic(`MB at most: ${[few, many, whole].map(({ peak }) => Math.round(peak / 1024)).join(", ")}`);
  assert.ok(more < (whole.peak - few.peak) / 2, `${more} kB more`);
});
