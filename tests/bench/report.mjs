// SPDX-License-Identifier: MIT
//
// The tables that the bench prints.

import { median } from "./measure.mjs";
import { kLibraries } from "./plan.mjs";

export const say = (line = "") => process.stdout.write(`${line}\n`);

/** The first and the last column are texts, the others numbers. */
export function printTable(header, rows) {
  const widths = header.map((cell, at) => Math.max(...[header, ...rows].map((row) => String(row[at]).length)));
  const text = (at) => at === 0 || (at === header.length - 1 && header[at] === "");
  const padded = (cell, at) => (text(at) ? String(cell).padEnd(widths[at]) : String(cell).padStart(widths[at]));
  const line = (row) => row.map(padded).join("  ").trimEnd();
  for (const row of [header, widths.map((width) => "-".repeat(width)), ...rows]) say(`  ${line(row)}`);
}

const ms = (time) => time.toFixed(time < 1 ? 2 : time < 20 ? 1 : 0);
const megabytes = (bytes) => (bytes / 1048576).toFixed(0);

/** `runsOf(id)` has one entry of each round; `bytesOf(table)` its size. */
export function printResults(plan, runsOf, bytesOf) {
  say("\nFrom text to verdicts. first: the first call in a fresh page or process, with the least and the most of all");
  say(
    "rounds; warm: the median of later calls; × lib: to the fastest library on the same table, first and warm; MB/s of",
  );
  say("the first call; MB: memory beyond holding the text.");
  const middle = (id, key) => {
    const values = runsOf(id)
      .map((run) => run[key])
      .filter((value) => typeof value === "number");
    return values.length === 0 ? null : median(values);
  };
  const rows = plan
    .filter(({ id }) => runsOf(id).length > 0)
    .map(({ id, place, table, kind, who }) => {
      const library = (key) =>
        Math.min(...kLibraries.map((name) => middle(`${place}.${table}.string.${name}`, key) ?? Infinity));
      const [first, warm, extra] = ["firstMs", "warmMs", "extraBytes"].map((key) => middle(id, key));
      const firsts = runsOf(id).map((run) => run.firstMs);
      const ratio = (time, key) => (Number.isFinite(library(key)) ? (time / library(key)).toFixed(2) : "–");
      return [
        `${place} ${table} ${kind}`,
        who,
        ms(first),
        `${ms(Math.min(...firsts))}–${ms(Math.max(...firsts))}`,
        ms(warm),
        ratio(first, "firstMs"),
        ratio(warm, "warmMs"),
        (bytesOf(table) / 1000 / first).toFixed(0),
        extra === null ? "–" : megabytes(extra),
      ];
    });
  printTable(["where", "who", "first ms", "spread", "warm ms", "× lib", "× warm", "MB/s", "MB"], rows);
}
