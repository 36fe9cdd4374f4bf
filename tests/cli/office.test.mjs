// SPDX-License-Identifier: MIT
//
// junheng papers and junheng plan give what the pages give: files of an office, and the least that makes a stage pass.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unzipSync } from "../../web/node_modules/fflate/esm/index.mjs";
import { fiveSchools, folder, junheng, sampleCounty, text, written } from "./support.mjs";

test("all papers of a county, named after it", async (context) => {
  const out = join(folder(context), "papers");
  const stated = ["--department", "示例区教育局", "--date", "2024年9月1日"];
  const run = await junheng(["papers", ...stated, "--out", out, sampleCounty]);
  assert.equal(run.status, 0, run.stderr);
  const names = readdirSync(out).sort();
  assert.equal(names.length, 6, names.join(" "));
  for (const name of names) {
    assert.match(name, /^.+-2024年9月1日-.+\.docx$/);
    const parts = unzipSync(readFileSync(join(out, name)));
    assert.ok("word/document.xml" in parts, name);
  }
  const report = names.find((name) => name.includes("自查自评报告"));
  const words = new TextDecoder().decode(unzipSync(readFileSync(join(out, report)))["word/document.xml"]);
  assert.match(words, /示例区教育局/);
  assert.match(words, /草稿/);
});

test("one paper goes to the standard output; several need a folder, and not every paper has every format", async (context) => {
  const page = await junheng(["papers", "--paper", "form", "--format", "html", sampleCounty]);
  assert.equal(page.status, 0, page.stderr);
  assert.match(page.stdout, /申报表/);
  const piped = await junheng(["papers", "--paper", "form", "--format", "html"], { input: text(sampleCounty) });
  assert.deepEqual([piped.status, piped.stdout], [0, page.stdout]);
  assert.equal((await junheng(["papers", sampleCounty])).status, 64);
  assert.equal((await junheng(["papers", "--paper", "report", "--format", "csv", sampleCounty])).status, 64);
  assert.equal((await junheng(["papers", "--paper", "form", "--standard", "basic-2012", fiveSchools])).status, 64);
  const none = await junheng(["papers", "--out", folder(context), written(folder(context), "a.tsv", "a\tb\n1\t2\n")]);
  assert.equal(none.status, 65);
});

test("the pages of the schools tell the plan that was asked for, of each county its own", async (context) => {
  const [head, ...rows] = text(sampleCounty).trimEnd().split("\n");
  const other = rows.map((row) => row.replace("示例区", "邻县").replace("\t2184\t", "\t1184\t"));
  const file = written(folder(context), "two.tsv", [head, ...rows, ...other].join("\n"));
  const out = folder(context);
  const asked = ["papers", "--paper", "schools", "--format", "csv", "--date", "今天"];
  const run = await junheng([...asked, "--plan", "--out", out, file]);
  assert.equal(run.status, 0, run.stderr);
  const said = readdirSync(out)
    .sort()
    .map((name) => text(join(out, name)));
  assert.equal(said.length, 2);
  const { plans } = JSON.parse((await junheng(["plan", "--format", "json", file])).stdout);
  for (const name of ["示例区", "邻县"]) {
    const page = said.find((one) => one.includes(`${name}“一校一策”`));
    assert.match(page, /已把方案放进表里重新计算：小学达标/);
    const changes = plans
      .filter(({ county, outcome }) => county === name && outcome === "planned")
      .flatMap(({ schools }) => schools.flatMap((one) => one.changes));
    assert.equal(page.split(" → ").length - 1, changes.length, name);
  }
  const plain = await junheng([...asked, sampleCounty]);
  assert.equal(plain.status, 0, plain.stderr);
  assert.doesNotMatch(plain.stdout, /达标方案/);
});

test("the five schools: books for the fourth, told in words and as data, and judged by the engine", async () => {
  const asked = ["plan", "--standard", "basic-2012", "--price", "books=20"];
  const run = await junheng([...asked, "--format", "json", fiveSchools]);
  const { plans, standard } = JSON.parse(run.stdout);
  assert.equal(standard, "basic-2012");
  const said = await junheng([...asked, fiveSchools]);
  const english = await junheng([...asked, "--lang", "en", fiveSchools]);
  assert.deepEqual([run.status, said.status, english.status], [run.status, run.status, run.status]);
  assert.equal(plans.length, said.stdout.trim().split("\n\n").length);
  assert.doesNotMatch(english.stdout.replaceAll(/[“”]/g, ""), /学段|方案/);
});

test("a county that can pass does so by its plan: 0; not within a budget of a yuan: 1", async () => {
  const plan = await junheng(["plan", "--stage", "primary", "--format", "json", sampleCounty]);
  assert.equal(plan.status, 0, plan.stderr);
  const [{ outcome, verdict, verdictAfter, schools }] = JSON.parse(plan.stdout).plans;
  assert.deepEqual([outcome, verdict, verdictAfter], ["planned", "fail", "pass"]);
  assert.ok(schools.length > 0);
  const words = await junheng(["plan", "--stage", "primary", sampleCounty]);
  assert.match(words.stdout, /小学就达标/);
  assert.match(words.stdout, / → /);
  const prices = plan.status === 0 ? JSON.parse(plan.stdout).plans[0].indicators.map(({ id }) => `${id}=100`) : [];
  const poor = await junheng([
    "plan",
    "--stage",
    "primary",
    ...prices.flatMap((price) => ["--price", price]),
    "--budget",
    "1",
    sampleCounty,
  ]);
  assert.equal(poor.status, 1, poor.stderr);
  assert.match(poor.stdout, /超过预算/);
});

test("what is no price, no indicator and no table is said", async (context) => {
  for (const wrong of ["books", "books=much", "books=-3", "=3"]) {
    const run = await junheng(["plan", "--price", wrong, sampleCounty]);
    assert.equal(run.status, 64, wrong);
    assert.match(run.stderr, /不是金额/);
  }
  const run = await junheng(["plan", "--price", "libraries=3", sampleCounty]);
  assert.equal(run.status, 64);
  assert.match(run.stderr, /degree_teachers/);
  assert.equal((await junheng(["plan", written(folder(context), "a.tsv", "a\tb\n1\t2\n")])).status, 65);
});
