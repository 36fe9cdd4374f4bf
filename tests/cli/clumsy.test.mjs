// SPDX-License-Identifier: MIT
//
// What goes wrong in an office: a workbook where a text is wanted, words too many, counties whose names are no names of
// files. Each is said, and nothing is read as nothing.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";
import { folder, junheng, sampleCounty, text, written } from "./support.mjs";

const { fileName } = await sourceModule("kit/download.ts");

test("facts, the year before and a standard that are no text are refused by name, and not read as nothing", async (context) => {
  const path = folder(context);
  const out = join(path, "out");
  const made = await junheng(["evaluate", "--format", "xlsx", "--out", out, sampleCounty]);
  assert.equal(made.status, 1, made.stderr);
  const book = join(out, "sample-county.xlsx");
  const zeros = written(path, "zeros.tsv", Buffer.from("指标\t单位\t值\n\0\0\t人\t3\n"));
  for (const option of ["--county", "--previous"])
    for (const file of [book, zeros]) {
      const run = await junheng(["evaluate", option, file, sampleCounty]);
      assert.deepEqual([run.status, run.stdout], [65, ""], `${option} ${file}`);
      assert.match(run.stderr, /不是文本文件/);
    }
  const facts = "名称\t单位\t数值\n特殊教育学校公用经费\t元\t1158000\n特殊教育学生数\t人\t193\n";
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(facts, "utf16le")]);
  const plain = await junheng([
    "evaluate",
    "--format",
    "json",
    "--county",
    written(path, "a.tsv", facts),
    sampleCounty,
  ]);
  const other = await junheng(["evaluate", "--format", "json", "--county", written(path, "b.tsv", wide), sampleCounty]);
  assert.equal(plain.status, 1, plain.stderr);
  assert.equal(other.stdout, plain.stdout);
  assert.match(plain.stdout, /1158000/);
});

test("completion and manual take no files and no options of others", async () => {
  for (const command of ["completion", "manual"]) {
    for (const more of [["x"], ["--format", "json"], ["--lang"]]) {
      const run = await junheng([command, ...more]);
      assert.deepEqual([run.status, run.stdout], [64, ""], `${command} ${more.join(" ")}`);
    }
    assert.match((await junheng([command, "--help"])).stdout, /COMMAND/);
  }
});

test("a name of a file is short, visible and no option, and its end stays", () => {
  const long = "长".repeat(3000);
  assert.equal(Buffer.byteLength(fileName(long)), 180);
  assert.match(fileName(long, "-一校一策"), /^长+-一校一策$/);
  assert.ok(Buffer.byteLength(fileName("😀".repeat(99))) <= 180);
  assert.doesNotMatch(fileName("😀".repeat(99)), /[\ud800-\udbff](?![\udc00-\udfff])/);
  for (const [name, expected] of [
    ["../../etc/passwd", "_._.._etc_passwd"],
    ["-rf", "_rf"],
    [".hidden", "_hidden"],
    ["~root", "_root"],
    ["甲\u202e县\u200f", "甲县"],
    ["a\u0085b\u007fc", "a_b_c"],
    ["  ", "junheng"],
    ["", "junheng"],
    ["甲区-2024年9月1日", "甲区-2024年9月1日"],
  ])
    assert.equal(fileName(name), expected, JSON.stringify(name));
});

test("papers of counties with hostile names are all there, each under a name of its own", async (context) => {
  const [head, ...rows] = text(sampleCounty).trimEnd().split("\n");
  const names = [
    "../../../evil",
    "长".repeat(3000),
    "-rf",
    ".",
    '=HYPERLINK("http://x")',
    "\u202egnp.exe",
    "CON",
    "a/b\\c",
  ];
  const lines = names.flatMap((name) =>
    rows.slice(0, 3).map((row) => {
      const cells = row.split("\t");
      cells[0] = name;
      return cells.join("\t");
    }),
  );
  const path = folder(context);
  const file = written(path, "hostile.tsv", [head, ...lines].join("\n"));
  const out = join(path, "out");
  const run = await junheng(["papers", "--plan", "--format", "html", "--out", out, file]);
  assert.equal(run.status, 0, run.stderr);
  assert.doesNotMatch(run.stderr, /[\u001b\u202e]/);
  const made = readdirSync(out);
  assert.equal(made.length, 6 * names.length, made.join("\n"));
  assert.ok(made.every((name) => !/^[.-]|[\u202e\\]/.test(name) && /-\S+\.html$/.test(name)));
  assert.deepEqual(readdirSync(path).sort(), ["hostile.tsv", "out"]);
  const stem = "长".repeat(90);
  const long = await junheng(["evaluate", "--out", join(path, stem), sampleCounty]);
  assert.deepEqual([long.status, long.stdout], [74, ""]);
  assert.match(long.stderr, /名字太长/);
});
