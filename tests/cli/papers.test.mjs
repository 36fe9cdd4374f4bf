// SPDX-License-Identifier: MIT
//
// Every command line of the program that stands in a paper runs as it stands.

import assert from "node:assert/strict";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fences, paper } from "../house/papers.mjs";
import { root } from "../house/tree.mjs";
import { makeNation } from "../bench/make_nation.mjs";
import { cli, folder, junheng, lines, ran, written } from "./support.mjs";

const kCli = "node dist/site/engine/cli.js";

for (const path of ["README.md", "docs/batch.md"]) {
  const blocks = fences(paper(path)).filter(({ language, code }) => language === "sh" && code.includes(kCli));
  test(`the command lines of ${path}`, async (context) => {
    assert.ok(blocks.length > 0);
    const cwd = folder(context);
    // where the reader stands
    symlinkSync(join(root, "dist"), join(cwd, "dist"));
    for (const line of blocks
      .flatMap(({ code }) => code.replaceAll("\\\n", "").split("\n"))
      .filter((one) => one.includes(kCli))) {
      const run = await ran("bash", ["-o", "pipefail", "-c", line], { cwd });
      assert.ok([0, 1, 2].includes(run.status), `${line}: ${run.status} ${run.stderr}`);
    }
  });
}

test("Hadoop's streaming, by the mapper and the reducer of the paper and a sort in place of Hadoop's", async (context) => {
  const cwd = folder(context);
  const [, mapper, reducer] = paper("docs/batch.md").match(/-mapper '(.*?)' \\\n {2}-reducer '(.*?)' -file/);
  const table = makeNation({ provinces: 1, counties: 12, schools: 600, seed: 4 });
  const cut = table.indexOf("\n") + 1;
  written(cwd, "header.tsv", table.slice(0, cut));
  written(cwd, "schools", table.slice(cut));
  chmodSync(written(cwd, "junheng", `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`), 0o755);
  const path = `${cwd}:${process.env.PATH}`;
  const run = await ran("bash", ["-o", "pipefail", "-c", `${mapper} < schools | sort -s -k 1,1 -t '\t' | ${reducer}`], {
    cwd,
    env: { PATH: path },
  });
  assert.equal(run.status, 0, run.stderr);
  const alike = (text) =>
    lines(text)
      .map((line) => JSON.stringify({ ...line, issues: null }))
      .sort();
  const whole = await junheng(["evaluate", "--format", "ndjson", "--whole"], { input: table });
  assert.equal(lines(whole.stdout).length, 12);
  assert.deepEqual(alike(run.stdout), alike(whole.stdout));
});
