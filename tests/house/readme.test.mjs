// SPDX-License-Identifier: MIT
//
// What the README tells people to type exists, and every program in the papers runs as it stands.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { commands, links, paper, papers, programs } from "./papers.mjs";
import { root, text } from "./tree.mjs";

const readme = paper("README.md");
const used = [
  ...new Set(
    commands(readme)
      .map((command) => command.match(/\.\/dev (\w+)/)?.[1])
      .filter((verb) => verb !== undefined),
  ),
];
const usage = spawnSync("./dev", ["help"], { cwd: root, encoding: "utf8" });

test("./dev help tells its commands", () => {
  assert.equal(usage.status, 0, usage.stderr);
  for (const command of ["serve", "test", "build", "clean"])
    assert.match(usage.stdout, new RegExp(`\\./dev ${command}\\b`));
});

test("./dev refuses what it does not know and says what it knows", () => {
  const run = spawnSync("./dev", ["no-such-command"], { cwd: root, encoding: "utf8" });
  assert.notEqual(run.status, 0);
  assert.match(run.stdout + run.stderr, /\.\/dev serve/);
});

test("there is a README and it names the commands", () => {
  assert.notEqual(readme, "", "README.md is missing");
  for (const verb of ["serve", "test", "check"]) assert.ok(used.includes(verb), `./dev ${verb}`);
});

test("every command of the README is one of ./dev's", () => {
  // help was run above
  for (const verb of used.filter((each) => each !== "help"))
    assert.match(usage.stdout, new RegExp(`\\./dev ${verb}\\b`), verb);
});

test("every file the README points to is there", () => {
  for (const target of links(readme)) assert.ok(existsSync(join(root, target)) || target.startsWith("dist/"), target);
});

test("the README shows how to use the engine and how to publish", () => {
  for (const name of ["loadJunheng", "loadPublisher"])
    assert.ok(
      programs(readme).some((program) => program.includes(name)),
      name,
    );
});

// a program that takes arguments is run by the test that its paper names
const withoutArguments = ([, program]) => !program.includes("process.argv");
for (const [path, program, index] of papers
  .flatMap((each) => programs(text(each)).map((one, at) => [each, one, at + 1]))
  .filter(withoutArguments)) {
  test(`${path}, program ${index}, runs as it stands and prints what it promises`, () => {
    assert.ok(existsSync(join(root, "dist/site/engine/junheng.js")), "the engine is built: ./dev build");
    const folder = mkdtempSync(join(tmpdir(), "junheng-readme-"));
    try {
      // the program stands where the reader has it: beside dist/
      symlinkSync(join(root, "dist"), join(folder, "dist"));
      // or where npm has put the package
      mkdirSync(join(folder, "node_modules"));
      symlinkSync(join(root, "dist/package"), join(folder, "node_modules/junheng"));
      writeFileSync(join(folder, "example.mjs"), program);
      const run = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8", timeout: 60000 });
      assert.equal(run.status, 0, run.stderr);
      // console.log(…); // "0.2450"
      const promised = [...program.matchAll(/console\.log\(.*\);\s*\/\/\s*(.+)$/gm)].map((found) =>
        found[1].replace(/^"|"$/g, ""),
      );
      assert.ok(promised.length > 0, "the program shows what comes out");
      assert.equal(run.stdout.trim(), promised.join("\n"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
