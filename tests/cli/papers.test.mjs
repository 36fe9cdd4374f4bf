// SPDX-License-Identifier: MIT
//
// Every command line of the program that stands in a paper runs as it stands.

import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fences, paper } from "../house/papers.mjs";
import { root } from "../house/tree.mjs";
import { folder, ran } from "./support.mjs";

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
