// SPDX-License-Identifier: MIT
//
// The nation in Parquet: the program of docs/batch.md, run as it stands there, hands the engine whole counties as DuckDB
// gives them. Every line is that of the same county of the table as text.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { loadJunheng } from "../../dist/site/engine/junheng.js";
import { hardened, makeNation } from "../bench/make_nation.mjs";
import { paper, programs } from "../house/papers.mjs";
import { root } from "../house/tree.mjs";
import { folder, ran, written } from "./support.mjs";

const program = programs(paper("docs/batch.md")).find((each) => each.includes("read_parquet"));
const kSize = { provinces: 3, counties: 60, schools: 4000, seed: 19 };
const engine = await loadJunheng();
let duckdb;

before(async () => {
  const whence = `${process.platform}-${process.arch}`;
  duckdb = await import("@duckdb/node-api").catch((error) => {
    throw new Error(`DuckDB has no program for ${whence}, or npm did not install it: ${error.message}`);
  });
});

/** The recipe's folder: the program, the package, DuckDB, and the table as Parquet. */
async function recipe(context, table, { typed = false } = {}) {
  const path = folder(context);
  mkdirSync(join(path, "node_modules"));
  cpSync(join(root, "dist/package"), join(path, "node_modules/junheng"), { recursive: true });
  symlinkSync(join(root, "tests/node_modules/@duckdb"), join(path, "node_modules/@duckdb"));
  written(path, "parquet.mjs", program);
  const text = written(path, "nation.tsv", table);
  const file = join(path, "nation.parquet");
  const connection = await (await duckdb.DuckDBInstance.create(":memory:")).connect();
  const cells = typed ? "auto_detect = true" : "all_varchar = true";
  await connection.run(`COPY (SELECT * FROM read_csv('${text}', delim = '\t', quote = '"', escape = '"', header = true,
    strict_mode = false, ${cells})) TO '${file}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
  const types = await connection.runAndReadAll(`SELECT column_type FROM (DESCRIBE FROM '${file}')`);
  connection.closeSync();
  return {
    types: types.getRows().flat(),
    run: (...line) => ran(process.execPath, ["parquet.mjs", file, ...line], { cwd: path }),
  };
}

const linesOf = (counties) => counties.map((county) => JSON.stringify(county)).sort();
const told = (run) => run.stdout.trimEnd().split("\n").sort();

const kTables = {
  "as the offices filled it in": makeNation(kSize),
  "with the rows of all counties mixed, quotes and tabs in names": hardened(makeNation(kSize)),
};
for (const [what, table] of Object.entries(kTables))
  test(`every county of the nation in Parquet is that of the table as text, ${what}`, async (context) => {
    const { run, types } = await recipe(context, table);
    assert.deepEqual([...new Set(types)], ["VARCHAR"]);
    const done = await run();
    assert.equal(done.stderr, "");
    assert.equal(done.status, 0);
    const expected = linesOf(engine.evaluate({ table, detail: "summary" }).counties);
    assert.equal(expected.length, kSize.counties);
    assert.deepEqual(told(done), expected);
  });

test("numbers that Parquet keeps as numbers are the same schools", async (context) => {
  // what is no plain number would make a column of text of it
  const [header, ...rows] = makeNation(kSize).trimEnd().split("\n");
  const plain = rows.map((row) =>
    row
      .split("\t")
      .map((cell, at) => (at < 5 || /^\d+(\.\d+)?$/.test(cell) ? cell : ""))
      .join("\t"),
  );
  const table = `${[header, ...plain].join("\n")}\n`;
  const { run, types } = await recipe(context, table, { typed: true });
  assert.ok(types.includes("BIGINT") && types.includes("DOUBLE"), types.join(" "));
  const done = await run("quality-2017");
  assert.equal(done.stderr, "");
  assert.deepEqual(told(done), linesOf(engine.evaluate({ table, detail: "summary" }).counties));
});
