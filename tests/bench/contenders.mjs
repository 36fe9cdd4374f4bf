// SPDX-License-Identifier: MIT
//
// Who runs in the bench, under one signature in Node and in a page: the text of a table in (a string as it is pasted, or
// the bytes of a file), and out what a program needs to show verdicts. A library's rows are evaluated by plain
// JavaScript; making the answers alike, so that they can be compared, is nobody's time.

import { byDuckdb } from "./duckdb.mjs";
import { closedEngine, openEngine } from "./engine_answers.mjs";
import { evaluateRows } from "./evaluate_rows.mjs";
import { evaluateText } from "./one_pass.mjs";

const textOf = (input) => (typeof input === "string" ? input : new TextDecoder().decode(input));
const same = { answer: (result) => result, release: () => {} };
const ofRows = (rowsOf) => ({
  ...same,
  run(input) {
    const [header, ...rows] = rowsOf(textOf(input));
    return evaluateRows(header, rows);
  },
});

/**
 * Each takes what `load` finds under its name, as Node and a page find modules in different ways, and gives
 * { run, answer, release }.
 */
const kMakers = {
  open: (module) => openEngine(module),
  evaluate: (module) => closedEngine(module),
  onepass: () => ({ ...same, run: (input) => evaluateText(textOf(input)) }),
  papaparse: (papa) => ofRows((text) => papa.parse(text, { delimiter: "\t", skipEmptyLines: true }).data),
  udsv: ({ inferSchema, initParser }) => ({
    ...same,
    run(input) {
      const text = textOf(input);
      const schema = inferSchema(text, { col: "\t" });
      return evaluateRows(
        schema.cols.map((column) => column.name),
        initParser(schema).stringArrs(text),
      );
    },
  }),
  d3: ({ tsvParseRows }) => ofRows(tsvParseRows),
  duckdb: (module) => ({ ...same, run: byDuckdb(module) }),
};

/** The engine's two doors, plain JavaScript without a library, and the libraries. */
export const kContenders = Object.keys(kMakers);
export const kLibraries = ["papaparse", "udsv", "d3", "duckdb"];
const moduleOf = (name) => (name === "open" || name === "evaluate" ? "engine" : name);

export async function makeContender(name, load) {
  return kMakers[name](await load[moduleOf(name)]?.());
}
