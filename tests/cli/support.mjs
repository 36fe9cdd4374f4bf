// SPDX-License-Identifier: MIT
//
// The command line as people run it, in a folder of its own.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const cli = at("dist/site/engine/cli.js");
export const sampleCounty = at("dist/site/samples/sample-county.tsv");
export const fiveSchools = at("dist/site/samples/five-schools.tsv");

/** Ends with what it printed; nothing it says depends on the language of whoever runs the tests. */
export function junheng(line, { input = "", cwd, env = {} } = {}) {
  return ran(process.execPath, [cli, ...line], { input, cwd, env });
}

export function ran(program, line, { input = "", cwd, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(program, line, { cwd, env: { ...process.env, LC_ALL: "C.UTF-8", ...env } });
    const out = [];
    const said = [];
    child.stdout.on("data", (piece) => out.push(piece));
    child.stderr.on("data", (piece) => said.push(piece));
    child.stdin.on("error", () => undefined); // it may end without reading
    child.stdin.end(input);
    child.on("close", (status, signal) => {
      const bytes = Buffer.concat(out);
      done({ status, signal, bytes, stdout: bytes.toString(), stderr: Buffer.concat(said).toString() });
    });
  });
}

/** A folder that is gone after the test. */
export function folder(context) {
  const path = mkdtempSync(join(tmpdir(), "junheng-cli-"));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function written(path, name, contents) {
  const file = join(path, name);
  writeFileSync(file, contents);
  return file;
}

export const lines = (text) =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

/** A table with which basic-2012 has one indicator. */
export const books = (rows) =>
  `区县\t学校名称\t学校类型\t在校生数\t图书册数\n${rows.map((row) => `${row.join("\t")}\n`).join("")}`;

export const text = (path) => readFileSync(path, "utf8");
