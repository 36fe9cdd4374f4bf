// SPDX-License-Identifier: MIT
//
// All fuzzers one after the other, each for the same time, from seeds of today; what they found, and what it cost:
//
//   node tests/fuzz/run.mjs [minutes for each] [word in the name of a fuzzer …]
//
// Inputs that fail are named with their seed (Node) or kept in build/fuzz (libFuzzer, which shows how to run one again).

import { spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const kMinutes = 5;
/** More than any input may take here: sanitizers make everything several times as slow. */
const kSlowestSeconds = 10;
const kMostMegabytes = 1024;

const [minutesGiven, ...words] = process.argv.slice(2);
const minutes = Number(minutesGiven ?? kMinutes);
if (!(minutes > 0)) {
  console.error(`${minutesGiven} is no number of minutes. ./dev fuzz 10 takes ten for each fuzzer.`);
  process.exit(2);
}
const seed = Math.floor(Date.now() / 1000) % 1_000_000_000;
const wanted = (name) => words.length === 0 || words.some((word) => name.includes(word));

/** Runs a program to its end; shows what it says, unless that is only progress, and returns it. */
function said(program, options, show) {
  return new Promise((done) => {
    const child = spawn(program, options, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (piece) => {
        text += piece;
        if (show) process.stdout.write(piece);
      });
    child.on("error", (error) => done({ text: error.message, code: 1 }));
    child.on("close", (code) => done({ text, code: code ?? 1 }));
  });
}

/** A program of libFuzzer: from its corpus, with what it learns kept apart from that. */
async function native(name) {
  const target = name.replace("fuzz_", "");
  const scratch = `build/fuzz/${target}`;
  mkdirSync(`${root}${scratch}`, { recursive: true });
  const from = performance.now();
  const { text, code } = await said(
    `build/sanitize/bin/${name}`,
    [
      `-max_total_time=${Math.ceil(minutes * 60)}`,
      `-seed=${seed}`,
      `-timeout=${kSlowestSeconds}`,
      `-rss_limit_mb=${kMostMegabytes}`,
      "-max_len=4096",
      "-verbosity=0",
      "-print_final_stats=1",
      "-dict=tests/fuzz/words.dict",
      `-artifact_prefix=${scratch}/failed-`,
      scratch,
      `tests/fuzz/corpus/${target}`,
    ],
    false,
  );
  if (code !== 0) console.error(text.slice(-4000));
  const stat = (key) => Number(new RegExp(`stat::${key}:\\s+(\\d+)`).exec(text)?.[1] ?? 0);
  const row = {
    fuzzer: name,
    inputs: stat("number_of_executed_units"),
    seconds: Math.round((performance.now() - from) / 1000),
    "slowest ms": stat("slowest_unit_time_sec") * 1000,
    "most MB": stat("peak_rss_mb"),
  };
  return { rows: [row], failed: code !== 0 };
}

async function inNode(name) {
  const { text, code } = await said(
    process.execPath,
    [`tests/fuzz/${name}.mjs`, `--minutes=${minutes}`, `--seed=${seed}`],
    true,
  );
  const rows = text.split("\n").flatMap((line) => (line.startsWith('{"fuzzer"') ? [JSON.parse(line)] : []));
  return { rows, failed: code !== 0 || rows.length === 0 };
}

const targets = readdirSync(new URL("targets/", import.meta.url))
  .filter((file) => file.endsWith(".cpp"))
  .map((file) => [`fuzz_${file.replace(".cpp", "")}`, native]);
const scripts = ["calls", "doors", "files", "forgeries"].map((name) => [name, inNode]);

const table = [];
const failed = [];
for (const [name, run] of [...targets, ...scripts].filter(([name]) => wanted(name))) {
  console.log(`── ${name}, ${minutes} min, seed ${seed}`);
  const result = await run(name);
  table.push(...result.rows);
  if (result.failed) failed.push(name);
}
console.table(Object.fromEntries(table.map(({ fuzzer, ...figures }) => [fuzzer, figures])));
if (failed.length > 0) {
  console.error(`✗ ${failed.join(", ")} failed`);
  process.exitCode = 1;
}
