// SPDX-License-Identifier: MIT
//
// ./dev bench: from text to verdicts on made-up nations, beside libraries, plain JavaScript, plain C++ and the least
// that has to be done, in interleaved rounds of fresh processes and fresh pages; then the workbench. Every answer is
// compared before its time counts. No time is ever a test.
//
//   node tests/bench/run.mjs [--quick] [--save] [--no-workbench] [--only text] [--rounds most]
//
// --save writes the ratios as the last ones of budget.json; --only takes ids of the plan that have the text in them.
// Exits with 1 if two answers differ, with 2 if something to be measured is not built.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startPages } from "./browser_run.mjs";
import { checkBudget, idsOf, readBudget, saveBudget } from "./budget.mjs";
import { comparable, compareAnswers } from "./compare.mjs";
import { median } from "./measure.mjs";
import { kWorkbench, planOf, roundsOf } from "./plan.mjs";
import { printResults, printTable, say } from "./report.mjs";
import { kFolder, kTables, tablePath } from "./tables.mjs";
import { measureWorkbench } from "./workbench_run.mjs";
import { measureWorkbook } from "./workbook_run.mjs";

const kRoot = fileURLToPath(new URL("../../", import.meta.url));
const kPrograms = {
  core: join(kRoot, "build/native/bin/bench_native"),
  plain: join(kRoot, "build/native/bin/bench_plain"),
};
const kNodeRun = join(kRoot, "tests/bench/node_run.mjs");
const kFrames = join(kRoot, "build/native/bin/bench_workbench");
const kNativeRuns = 4;

const asked = (name) => process.argv.includes(`--${name}`);
const kWithFrames = !asked("quick") && !asked("no-workbench");
const valueOf = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const most = asked("rounds") ? Number(valueOf("rounds")) : Infinity;
const plan = planOf(asked("quick"))
  .filter(({ id }) => !asked("only") || id.includes(valueOf("only")))
  .map((one) => ({ ...one, rounds: Math.min(one.rounds, most) }));

function needed() {
  const parts = [
    ...[...Object.values(kPrograms), ...(kWithFrames ? [kFrames] : [])].map((path) => [path, "./dev bench"]),
    [join(kRoot, "dist/site/engine/junheng.js"), "./dev build"],
    [join(kRoot, "dist/site/app/workbook.js"), "./dev build"],
    [join(kRoot, "tests/node_modules/playwright-core"), "npm ci --prefix tests"],
    [join(kRoot, "tests/bench/node_modules/udsv"), "npm ci --prefix tests/bench"],
  ];
  const missing = parts.filter(([path]) => !existsSync(path));
  for (const [path, way] of missing) say(`${path} is missing; run ${way}`);
  return missing.length === 0;
}

const answerFile = join(kFolder, "answer.json");

function spawned(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} stopped with ${status}: ${stderr.slice(0, 2000)}`);
  const result = JSON.parse(stdout);
  return {
    ...result,
    answer: existsSync(answerFile) ? JSON.parse(readFileSync(answerFile, "utf8")) : undefined,
  };
}

const kPlaces = {
  native: ({ who, table }) => spawned(kPrograms[who], [tablePath(table), String(kNativeRuns), answerFile]),
  node: ({ who, table, kind }) =>
    spawned(process.execPath, ["--expose-gc", kNodeRun, who, tablePath(table), kind, answerFile]),
  chromium: ({ who, table, kind }, pages) => pages.run(who, `${table}`, kind),
};

/** What everybody has to agree with: plain C++, which shares nothing with the others. */
function referenceOf(table) {
  return comparable(spawned(kPrograms.plain, [tablePath(table), "2", answerFile]).answer);
}

class Results {
  #runs = new Map();
  #references = new Map();
  differences = [];

  add(one, result) {
    if (!this.#runs.has(one.id)) this.#runs.set(one.id, []);
    const { answer, ...times } = result;
    this.#runs.get(one.id).push(times);
    if (answer === undefined) return;
    if (!this.#references.has(one.table)) this.#references.set(one.table, referenceOf(one.table));
    const { differences } = compareAnswers(this.#references.get(one.table), comparable(answer));
    if (differences.length > 0) this.differences.push([one.id, differences]);
  }

  runsOf = (id) => this.#runs.get(id) ?? [];
}

async function measure() {
  const results = new Results();
  const pages = plan.some(({ place }) => place === "chromium") ? await startPages() : null;
  try {
    const all = roundsOf(plan);
    for (const [at, one] of all.entries()) {
      if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${all.length}: ${one.id}`.padEnd(60));
      spawnSync("rm", ["-f", answerFile]);
      results.add(one, await kPlaces[one.place](one, pages));
    }
  } finally {
    await pages?.close();
    if (process.stderr.isTTY) process.stderr.write(`\r${" ".repeat(60)}\r`);
  }
  return results;
}

/** The median of one figure, by id and measure as budget.mjs asks for them. */
function figuresOf(results, workbench) {
  const middle = (numbers) => (numbers.length === 0 ? undefined : median(numbers));
  const keys = {
    first: "firstMs",
    wait: "firstMs",
    warm: "warmMs",
    memory: "extraBytes",
  };
  return (id, measure) => {
    if (id.startsWith("workbench.")) return middle(workbench[id.slice("workbench.".length)] ?? []);
    if (measure === "text") return statSync(tablePath(id.split(".")[1])).size;
    return middle(
      results
        .runsOf(id)
        .map((run) => run[keys[measure]])
        .filter((value) => typeof value === "number"),
    );
  };
}

/** Whether this run is one that measures a line at all. */
function planned(workbench) {
  const ids = new Set([...plan.map(({ id }) => id), ...Object.keys(workbench).map((name) => `workbench.${name}`)]);
  return (line) => {
    const { all, any } = idsOf(line);
    return all.every((id) => ids.has(id)) && (any.length === 0 || any.some((id) => ids.has(id)));
  };
}

async function main() {
  if (!needed()) return 2;
  mkdirSync(kFolder, { recursive: true });
  say(`Machine: ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}; Node ${process.versions.node}`);
  for (const name of new Set(plan.map(({ table }) => table)))
    say(`  ${name}: ${kTables[name].rows} schools, ${(statSync(tablePath(name)).size / 1e6).toFixed(1)} MB`);

  const results = await measure();
  if (results.differences.length > 0) {
    say("\nThe answers differ: times would mean nothing.");
    for (const [id, differences] of results.differences) for (const one of differences) say(`  ${id}: ${one}`);
    return 1;
  }
  say("\nAll answers agree with those of plain C++.");
  printResults(plan, results.runsOf, (table) => statSync(tablePath(table)).size);

  const { tables, rounds } = kWorkbench[asked("quick") ? "quick" : "whole"];
  const turns = Math.min(rounds, most);
  const workbench = asked("no-workbench") ? {} : await measureWorkbench(tables, turns);
  if (!asked("no-workbench")) {
    say("\nThe workbench in Chromium, ms");
    const rows = Object.entries(workbench).map(([name, times]) => [
      name,
      ...[median(times), Math.min(...times), Math.max(...times)].map((ms) => ms.toFixed(ms < 10 ? 1 : 0)),
    ]);
    printTable(["what", "median", "least", "most"], rows);
  }

  const book = asked("no-workbench") ? {} : await measureWorkbook(turns);
  if (book["book.read.wall"] !== undefined) {
    const [wall, processor] = ["wall", "processor"].map((one) => median(book[`book.read.${one}`]).toFixed(0));
    say(`\nA workbook of the nation, 200,000 × 20, read in Node: ${wall} ms, ${processor} ms of the processor`);
  }

  if (kWithFrames) {
    say("\nThe workbench natively");
    spawnSync(kFrames, [], { stdio: "inherit" });
  }

  say("\nRatios of this run against tests/bench/budget.json");
  const figure = figuresOf(results, { ...workbench, ...book });
  const lines = readBudget();
  printTable(
    ["what", "ratio", "allowed", "last", ""],
    checkBudget(lines.filter(planned({ ...workbench, ...book })), figure),
  );
  if (asked("save")) saveBudget(lines, figure);
  return 0;
}

process.exitCode = await main();
