// SPDX-License-Identifier: MIT
//
// Who runs in the bench, under one signature in Node and in a browser: bytes of a table in, the summary as objects out.

import { byPapaparse, byUdsv } from "./rival.mjs";

export const kContenders = ["engine", "papaparse", "udsv"];

/** `load` has one function for each contender, because Node and a page find modules in different ways. */
export async function makeContender(name, load) {
  if (name === "papaparse") return byPapaparse(await load.papaparse());
  if (name === "udsv") return byUdsv(await load.udsv());
  const junheng = await (await load.engine()).loadJunheng();
  return (bytes) => junheng.evaluate({ table: bytes, standard: "quality-2017", detail: "summary" });
}

export function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Times of `runs` runs and the last answer; `afterFirst` is called when the first is done, to read the memory. */
export async function runContender(contender, bytes, runs, afterFirst = () => {}) {
  const times = [];
  let answer;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    answer = contender(bytes);
    times.push(performance.now() - start);
    if (run === 0) await afterFirst();
  }
  return { firstMs: times[0], medianMs: median(times), answer };
}
