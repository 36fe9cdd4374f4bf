// SPDX-License-Identifier: MIT
//
// ./dev bench: time from text to verdicts and peak memory on the national table, beside plain JavaScript over two CSV
// readers on the same bytes in the same run. Answers are compared first; no time is ever a test.
//
//   node tests/bench/run.mjs [--runs 5] [--scaling-runs 3] [--no-browser] [--no-scaling]
//
// Exits with 1 if two answers differ, with 2 if something to be measured is not built.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInChromium } from "./browser-run.mjs";
import { compareAnswers } from "./compare.mjs";
import { kContenders } from "./contenders.mjs";
import { kNation, nationBytes, nationPath } from "./make-nation.mjs";

const kRoot = fileURLToPath(new URL("../../", import.meta.url));
const kNative = join(kRoot, "build/native/bin/bench_native");
const kNodeRun = join(kRoot, "tests/bench/node-run.mjs");
const kScales = [25000, 50000, 100000, 200000];

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const kRuns = option("runs", 5);
const kScalingRuns = option("scaling-runs", 3);
const without = (name) => process.argv.includes(`--no-${name}`);

const say = (line = "") => process.stdout.write(`${line}\n`);

function needed() {
  const parts = [
    [kNative, "bench_native is not built", "./dev bench"],
    [join(kRoot, "dist/site/engine/junheng.js"), "the engine is not built", "./dev build"],
    [
      join(kRoot, "tests/node_modules/papaparse"),
      "the modules of the tests are not installed",
      "npm ci --prefix tests",
    ],
  ];
  const missing = parts.filter(([path]) => !existsSync(path));
  for (const [path, what, way] of missing) say(`${what} (${path}); run ${way}`);
  return missing.length === 0;
}

function spawnJson(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} stopped with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

const answerFile = (name) => join(dirname(nationPath), `answer-${name}.json`);
const readAnswer = (name) => JSON.parse(readFileSync(answerFile(name), "utf8"));

function runNative(table, runs) {
  const result = spawnJson(kNative, [table, String(runs), answerFile("native")]);
  return { ...result, medianMs: result.wholeMs + result.summaryMs };
}

const runNode = (name, table, runs) =>
  spawnJson(process.execPath, [kNodeRun, name, table, String(runs), answerFile(name)]);

/** The header and the first `rows` rows: a smaller nation of the same kind. */
function tableOf(bytes, rows) {
  if (rows >= kNation.schools) return nationPath;
  let end = -1;
  for (let line = 0; line <= rows; line += 1) end = bytes.indexOf(10, end + 1);
  const path = join(dirname(nationPath), `nation-${rows}.tsv`);
  writeFileSync(path, bytes.subarray(0, end + 1));
  return path;
}

const megabytes = (bytes) => (bytes === null || bytes === undefined ? "–" : (bytes / 1048576).toFixed(0));

function printTable(header, rows) {
  const widths = header.map((cell, at) => Math.max(...[header, ...rows].map((row) => String(row[at]).length)));
  const padded = (cell, at) => (at === 0 ? String(cell).padEnd(widths[at]) : String(cell).padStart(widths[at]));
  const line = (row) => row.map(padded).join("  ");
  for (const row of [header, widths.map((width) => "-".repeat(width)), ...rows]) say(`  ${line(row)}`);
}

/** Compares all answers with one; returns whether they agree. */
function compareAll(answers) {
  const [[firstName, first], ...others] = answers;
  let agree = true;
  for (const [name, answer] of others) {
    const result = compareAnswers(first, answer);
    const verdict = result.count === 0 ? "equal" : `${result.count} differences`;
    say(`  ${firstName} and ${name}: ${verdict}, largest relative difference ${result.worst.toExponential(1)}`);
    for (const difference of result.differences) say(`    ${difference}`);
    agree &&= result.count === 0;
  }
  const { counties, stages, units, passing, badCells } = compareAnswers(first, first);
  say(`  ${counties} counties, ${passing} pass in resources; ${stages} stages, ${units} units, ${badCells} bad cells`);
  return agree;
}

function printTimes(native, node, browser) {
  say("\nText to verdicts and summary (first: what somebody waits who opens the page and pastes once;");
  say("ms: median; ratio: to the engine in the same place; CPU: processor time a run, garbage collection included;");
  say("MB: peak of the process before and in its first run; held: what the page keeps)");
  const row = (where, name, result, engine) => [
    where,
    name,
    result.firstMs.toFixed(0),
    result.medianMs.toFixed(0),
    (result.medianMs / engine.medianMs).toFixed(2),
    result.cpuMs.toFixed(0),
    (result.cpuMs / engine.cpuMs).toFixed(2),
    megabytes(result.baseBytes),
    megabytes(result.peakBytes),
    megabytes(result.heldBytes),
  ];
  printTable(
    ["where", "what", "first ms", "ms", "ratio", "CPU ms", "ratio", "MB before", "MB peak", "MB held"],
    [
      row("native", "core", native, native),
      ...Object.entries(node).map(([name, result]) => row("Node", name, result, node.engine)),
      ...Object.entries(browser).map(([name, result]) => row("Chromium", name, result, browser.engine)),
    ],
  );

  say("\nThe way, natively (ms)");
  const steps = ["read", "map", "split", "measure", "weigh", "judge", "whole", "summary"];
  printTable(["bytes", ...steps], [[native.bytes, ...steps.map((step) => native[`${step}Ms`].toFixed(1))]]);
}

function printScaling(bytes) {
  say(`\nScaling (${kScalingRuns} runs; linear where the figures per 1,000 rows stay the same; CPU in ms,`);
  say("MB per 1,000: above what the process had before)");
  const cells = (result, scale) => [
    result.medianMs.toFixed(0),
    ((result.cpuMs / scale) * 1000).toFixed(2),
    megabytes(result.peakBytes),
    (((result.peakBytes - result.baseBytes) / 1048576 / scale) * 1000).toFixed(2),
  ];
  const rows = kScales.map((scale) => {
    const table = tableOf(bytes, scale);
    const [native, node] = [runNative(table, kScalingRuns), runNode("engine", table, kScalingRuns)];
    return [scale, ...cells(native, scale), ...cells(node, scale)];
  });
  const columns = ["ms", "CPU/1,000", "MB", "MB/1,000"];
  printTable(["rows", ...columns.map((name) => `native ${name}`), ...columns.map((name) => `Node ${name}`)], rows);
}

async function main() {
  if (!needed()) return 2;
  const bytes = nationBytes();
  const sum = createHash("sha256").update(bytes).digest("hex");
  say(`National table: ${kNation.schools} schools in ${kNation.counties} counties, ${bytes.length} bytes`);
  say(`SHA-256 ${sum}`);
  say(`Machine: ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}; Node ${process.versions.node}; ${kRuns} runs`);

  const native = runNative(nationPath, kRuns);
  const node = Object.fromEntries(kContenders.map((name) => [name, runNode(name, nationPath, kRuns)]));
  const browser = {};
  if (!without("browser")) {
    for (const name of kContenders) browser[name] = await runInChromium(name, nationPath, kRuns);
  }

  say("\nAnswers");
  const agree = compareAll([
    ["native", readAnswer("native")],
    ...kContenders.map((name) => [`Node ${name}`, readAnswer(name)]),
    ...Object.entries(browser).map(([name, result]) => [`Chromium ${name}`, result.answer]),
  ]);
  if (!agree) {
    say("\nThe answers differ: times would mean nothing.");
    return 1;
  }
  printTimes(native, node, browser);
  if (!without("scaling")) printScaling(bytes);
  return 0;
}

process.exitCode = await main();
