// SPDX-License-Identifier: MIT
//
// What the README tells people to type exists, and its piece of JavaScript runs as it stands.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { paths, root, text } from "./tree.mjs";

const readme = paths.includes("README.md") ? text("README.md") : "";
const commands = [...new Set([...readme.matchAll(/^\s*\.\/dev (\w+)/gm), ...readme.matchAll(/`\.\/dev (\w+)`/g)].map((found) => found[1]))];
const usage = spawnSync("./dev", ["help"], { cwd: root, encoding: "utf8" });

test("./dev help tells its commands", () => {
  assert.equal(usage.status, 0, usage.stderr);
  for (const command of ["serve", "test", "build", "clean"]) assert.match(usage.stdout, new RegExp(`\\./dev ${command}\\b`));
});

test("./dev refuses what it does not know and says what it knows", () => {
  const run = spawnSync("./dev", ["no-such-command"], { cwd: root, encoding: "utf8" });
  assert.notEqual(run.status, 0);
  assert.match(run.stdout + run.stderr, /\.\/dev serve/);
});

test("there is a README and it names the two commands", () => {
  assert.notEqual(readme, "", "README.md is missing");
  assert.ok(commands.includes("serve"), "./dev serve");
  assert.ok(commands.includes("test"), "./dev test");
});

test("every command of the README is one of ./dev's", () => {
  // help was run above
  for (const command of commands.filter((each) => each !== "help")) {
    assert.match(usage.stdout, new RegExp(`\\./dev ${command}\\b`), command);
  }
});

test("every file the README points to is there", () => {
  for (const [, target] of readme.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
    assert.ok(existsSync(join(root, target)) || target.startsWith("dist/"), target);
  }
});

test("the README's example of the engine runs as it stands", () => {
  const blocks = [...readme.matchAll(/```(?:js|ts|javascript|typescript|mjs)\n([\s\S]*?)```/g)].map((found) => found[1]);
  const example = blocks.find((block) => block.includes("loadJunheng"));
  assert.ok(example, "README.md shows how to use the engine");
  assert.ok(existsSync(join(root, "dist/site/engine/junheng.js")), "the engine is built: ./dev build");
  const folder = mkdtempSync(join(tmpdir(), "junheng-readme-"));
  try {
    // the program stands where the README's reader has it: beside dist/
    symlinkSync(join(root, "dist"), join(folder, "dist"));
    writeFileSync(join(folder, "example.mjs"), example);
    const run = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8", timeout: 60000 });
    assert.equal(run.status, 0, run.stderr);
    // console.log(…); // "0.2450"
    const promised = [...example.matchAll(/console\.log\(.*\);\s*\/\/\s*(.+)$/gm)].map((found) => found[1].replace(/^"|"$/g, ""));
    assert.ok(promised.length > 0, "the example shows what comes out");
    assert.equal(run.stdout.trim(), promised.join("\n"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
