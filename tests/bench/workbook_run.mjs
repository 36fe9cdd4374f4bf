// SPDX-License-Identifier: MIT
//
// A workbook of the nation, from the bytes of the file to the bytes that the engine gets, beside what the least of it
// takes: its parts unpacked by zlib, which is native. Each in a process of its own.
//
//   node tests/bench/workbook_run.mjs           three rounds; or, as one of its processes: --one read|unpack

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { median } from "./measure.mjs";
import { memoryOf } from "./memory.mjs";
import { kFolder, tablePath } from "./tables.mjs";

const kFile = fileURLToPath(import.meta.url);
const kReader = new URL("../../dist/site/app/workbook.js", import.meta.url);
const kBook = `${kFolder}nation.xlsx`;
const kRounds = 3;

async function make() {
  const maker = new URL("make_workbook.mjs", import.meta.url);
  const table = tablePath("nation");
  if (existsSync(kBook) && [maker, table].every((path) => statSync(kBook).mtimeMs > statSync(path).mtimeMs)) return;
  const { makeWorkbook } = await import(maker);
  mkdirSync(kFolder, { recursive: true });
  writeFileSync(kBook, makeWorkbook(readFileSync(table, "utf8")));
}

const kWork = {
  async read(bytes) {
    const source = readFileSync(kReader).toString("base64");
    const { readWorkbook } = await import(`data:text/javascript;base64,${source}`);
    return async () => {
      const { sheets, refused } = await readWorkbook(bytes);
      if (refused !== undefined) throw new Error(`refused: ${refused.code}`);
      return sheets.reduce((sum, { html }) => sum + html.length, 0);
    };
  },
  /** Parts lie one behind the other, each behind a header with its lengths. */
  unpack(bytes) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return () => {
      let length = 0;
      for (let at = 0; view.readUInt32LE(at) === 0x04034b50;) {
        const begin = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
        at = begin + view.readUInt32LE(at + 18);
        length += inflateRawSync(view.subarray(begin, at)).length;
      }
      return length;
    };
  },
};

async function one(name) {
  const work = await kWork[name](new Uint8Array(readFileSync(kBook)));
  globalThis.gc?.();
  const memory = memoryOf("self");
  const used = process.cpuUsage();
  const start = performance.now();
  const bytes = await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return { wall, processor: (user + system) / 1000, extra: memory.beyond(), bytes };
}

/** Figures by name, each a list with one of every round: ms of the clock and the processor, bytes. */
export async function measureWorkbook(rounds) {
  await make();
  const figures = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(kWork)) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", kFile, "--one", name]);
      if (status !== 0) throw new Error(`${name} of a workbook: ${stderr}`);
      for (const [figure, value] of Object.entries(JSON.parse(stdout)))
        if (value !== null) (figures[`book.${name}.${figure}`] ??= []).push(value);
    }
  }
  return figures;
}

if (process.argv[1] && realpathSync(process.argv[1]) === kFile) {
  const asked = process.argv.indexOf("--one");
  if (asked > 0) process.stdout.write(JSON.stringify(await one(process.argv[asked + 1])));
  else
    for (const [name, values] of Object.entries(await measureWorkbook(kRounds)))
      process.stdout.write(`${name}: ${Math.round(median(values))}\n`);
}
