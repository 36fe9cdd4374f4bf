// SPDX-License-Identifier: MIT
//
// One contender in a process of its own, so that its peak memory is its own. Prints one JSON object.
//
//   node tests/bench/node-run.mjs CONTENDER TABLE RUNS ANSWER

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { makeContender, runContender } from "./contenders.mjs";

const [name, table, runs, answerFile] = process.argv.slice(2);

const load = {
  papaparse: async () => (await import("papaparse")).default,
  udsv: () => import("udsv"),
  engine: () => import(new URL("../../dist/site/engine/junheng.js", import.meta.url)),
};

// The kernel's mark where there is one: maxRSS may start with the memory of the process that started this one.
const kStatus = "/proc/self/status";
const peak = () =>
  (existsSync(kStatus)
    ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(kStatus, "utf8"))[1])
    : process.resourceUsage().maxRSS) * 1024;

const bytes = new Uint8Array(readFileSync(table));
const contender = await makeContender(name, load);
const baseBytes = peak();
let peakBytes = 0;
const before = process.cpuUsage();
const { answer, ...times } = await runContender(contender, bytes, Number(runs), () => {
  peakBytes = peak();
});
const { user, system } = process.cpuUsage(before);
const cpuMs = (user + system) / 1000 / Number(runs);
writeFileSync(answerFile, JSON.stringify(answer));
process.stdout.write(`${JSON.stringify({ ...times, cpuMs, baseBytes, peakBytes })}\n`);
