// SPDX-License-Identifier: MIT
//
// How a run ends when the world does not go along: a full disk, a closed pipe, a signal, nobody looking.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeNation } from "../bench/make_nation.mjs";
import { cli, folder, junheng, ran, sampleCounty, written } from "./support.mjs";

const shell = (script, more) => ran("bash", ["-c", script], { env: { CLI: cli, SAMPLE: sampleCounty, ...more } });

test("a full disk is said and is a failure of its own", async () => {
  assert.ok(existsSync("/dev/full"));
  for (const format of ["text", "json", "ndjson", "csv"]) {
    const run = await shell(`node "$CLI" evaluate --format ${format} "$SAMPLE" > /dev/full`);
    assert.equal(run.status, 74, format);
    assert.match(run.stderr, /磁盘已满/, format);
  }
});

test("a pipe that is closed is said, and the work does not go on", async (context) => {
  const nation = written(
    folder(context),
    "nation.tsv",
    makeNation({ provinces: 2, counties: 400, schools: 24_000, seed: 5 }),
  );
  const run = await shell(
    `node "$CLI" evaluate --format ndjson --lang en "$NATION" | head -n 1 | cut -c 1-30; exit \${PIPESTATUS[0]}`,
    {
      NATION: nation,
    },
  );
  assert.equal(run.status, 74, run.stderr);
  assert.match(run.stderr, /closed the pipe/);
  assert.match(run.stdout, /^\{"schema":"junheng\.county\/1"/);
});

test("whoever ends it finds no half file and no rest of one", async (context) => {
  const path = folder(context);
  const nation = written(path, "nation.tsv", makeNation({ provinces: 2, counties: 400, schools: 40_000, seed: 5 }));
  for (const signal of ["SIGTERM", "SIGINT"]) {
    const out = join(path, signal);
    const child = spawn(process.execPath, [cli, "evaluate", "--format", "ndjson", "--out", out, nation]);
    const closed = new Promise((done) => child.on("close", done));
    // as soon as the first county stands in the file that has no name yet
    while (!existsSync(out) || readdirSync(out).length === 0) await new Promise((done) => setTimeout(done, 5));
    assert.match(readdirSync(out)[0], /^\.nation\.ndjson\.\d+\.part$/);
    child.kill(signal);
    assert.equal(await closed, { SIGTERM: 143, SIGINT: 130 }[signal]);
    assert.deepEqual(readdirSync(out), []);
  }
});

test("killed so that it can do nothing any more, the file of its name is the old one", async (context) => {
  const path = folder(context);
  const nation = written(path, "nation.tsv", makeNation({ provinces: 2, counties: 400, schools: 40_000, seed: 5 }));
  const out = join(path, "out");
  mkdirSync(out);
  written(out, "nation.ndjson", "old\n");
  const child = spawn(process.execPath, [cli, "evaluate", "--format", "ndjson", "--out", out, nation]);
  const closed = new Promise((done) => child.on("close", done));
  while (readdirSync(out).length < 2) await new Promise((done) => setTimeout(done, 5));
  child.kill("SIGKILL");
  await closed;
  assert.equal((await ran("cat", [join(out, "nation.ndjson")])).stdout, "old\n");
});

test("a folder that cannot be written to, or made, is said and waited for by nobody", async (context) => {
  const file = written(folder(context), "file", "");
  for (const [out, why] of [
    [file, /是文件，不是文件夹/],
    [join(file, "out"), /是文件，不是文件夹/],
    ["/dev/null/out", /是文件，不是文件夹/],
    ["/proc/x", /这里建不了文件夹/],
    ["/proc/x/y", /这里建不了文件夹/],
  ]) {
    const run = await junheng(["evaluate", "--out", out, sampleCounty]);
    assert.equal(run.status, 74, out);
    assert.match(run.stderr, why);
  }
});

test("a folder is made with those above it", async (context) => {
  const path = folder(context);
  const run = await junheng(["evaluate", "--out", "a/b/c", sampleCounty], { cwd: path });
  assert.equal(run.stderr, "");
  assert.deepEqual(readdirSync(join(path, "a", "b", "c")), ["sample-county.txt"]);
});

test("a pipe that is larger than the memory kept for it needs a place for the rest, and says when it has none", async () => {
  const input = makeNation({ provinces: 2, counties: 800, schools: 60_000, seed: 5 });
  const run = await junheng(["evaluate", "--format", "ndjson"], { input, env: { TMPDIR: "/nowhere" } });
  assert.equal(run.status, 74);
  assert.match(run.stderr, /nowhere/);
});

test("progress is shown to eyes and written into no file", async () => {
  const unseen = await junheng(["evaluate", "--format", "ndjson", sampleCounty]);
  assert.equal(unseen.stderr, "");
  // `script` of util-linux, which every Debian has, gives it a terminal
  const seen = await ran("script", [
    "-qec",
    `node '${cli}' evaluate --format ndjson '${sampleCounty}' > /dev/null`,
    "/dev/null",
  ]);
  assert.match(seen.stdout, /1\/1 {2}1/);
});

test("waiting for a keyboard is not being stuck: on a terminal without files the help is shown", async () => {
  const run = await ran("script", ["-qec", `node '${cli}' evaluate; echo "ended $?"`, "/dev/null"]);
  assert.match(run.stdout, /junheng evaluate/);
  assert.match(run.stdout, /ended 64/);
});
