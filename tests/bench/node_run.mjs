// SPDX-License-Identifier: MIT
//
// One contender in a process of its own, so that its first call and its memory are its own. Prints one JSON object.
//
//   node tests/bench/node_run.mjs CONTENDER TABLE string|bytes ANSWER

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { comparable } from "./compare.mjs";
import { makeContender } from "./contenders.mjs";
import { connected } from "./duckdb.mjs";
import { firstCall, laterCalls } from "./measure.mjs";
import { memoryOf } from "./memory.mjs";
import { kYardsticks, runYardstick } from "./yardsticks.mjs";

const [name, table, kind, answerFile] = process.argv.slice(2);
const require = createRequire(import.meta.url);

const load = {
  papaparse: async () => (await import("papaparse")).default,
  udsv: () => import("udsv"),
  d3: () => import("d3-dsv"),
  engine: () => import(new URL("../../dist/site/engine/junheng.js", import.meta.url)),
  duckdb: () => {
    const blocking = require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
    return connected(require(blocking), dirname(blocking), "NODE_RUNTIME");
  },
};

const bytes = new Uint8Array(readFileSync(table));
const input = kind === "string" ? new TextDecoder().decode(bytes) : bytes;

async function measured() {
  if (kYardsticks.includes(name)) return runYardstick(name, bytes);
  const contender = await makeContender(name, load);
  globalThis.gc?.();
  const memory = memoryOf("self");
  const first = firstCall(contender, input);
  const extraBytes = memory.beyond();
  const { answer, ...times } = laterCalls(contender, input, first);
  writeFileSync(answerFile, JSON.stringify(comparable(answer)));
  return { ...times, extraBytes };
}

process.stdout.write(`${JSON.stringify(await measured())}\n`);
