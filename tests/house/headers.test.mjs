// SPDX-License-Identifier: MIT
//
// Every public header compiles alone: whoever includes one gets what it needs with it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { root, under, withEnding } from "./tree.mjs";

const compiler = ["g++", "clang++"].find((name) => spawnSync(name, ["--version"]).status === 0);
const headers = withEnding(under("core/include/junheng/"), ".h");

test("there is a compiler and there are headers", () => {
  assert.ok(compiler, "g++ or clang++ is needed");
  assert.ok(headers.length >= 10);
});

for (const header of headers) {
  test(`${header} compiles alone`, () => {
    const name = header.slice("core/include/".length);
    // twice: the guard holds
    const source = `#include "${name}"\n#include "${name}"\n`;
    const options = [
      "-std=c++20",
      "-fsyntax-only",
      "-Wall",
      "-Wextra",
      "-Wpedantic",
      "-Werror",
      "-I",
      "core/include",
      "-x",
      "c++",
      "-",
    ];
    const run = spawnSync(compiler, options, { cwd: root, input: source, encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
  });
}
