// SPDX-License-Identifier: MIT
//
// ./dev itself: what it says when something is not as it should be, and how it adds up the tests.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { kBudgets, measure } from "../../web/tools/sizes.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "junheng-dev-"));
after(() => rmSync(folder, { recursive: true }));

function run(command, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
  return { status, said: stdout + stderr };
}

/** Runs lines of bash that know the functions of tests/dev/run.sh. */
function bash(lines) {
  const head = `set -euo pipefail; seconds() { :; }; source tests/dev/run.sh; reports=${folder};`;
  // Inside a test runner Node's own marks in the environment would make a second one report to the first.
  return run("bash", ["-c", `unset NODE_TEST_CONTEXT; ${head} ${lines}`]);
}

const kTell = 'echo "$passed $failed $skipped: ${troubles[*]:-}"';

test("help names every command, and so does a wrong one", () => {
  const help = run("./dev", ["help"]);
  assert.equal(help.status, 0);
  for (const command of ["serve", "test", "build", "bench", "fuzz", "mutate", "clean"])
    assert.match(help.said, new RegExp(`\\./dev ${command} `));
  const wrong = run("./dev", ["sevre"]);
  assert.equal(wrong.status, 2);
  assert.match(wrong.said, /\.\/dev serve/);
});

test("a taken or impossible port is said before anything is built", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => other.once("listening", listening));
  const { port } = other.address();
  const busy = run("./dev", ["serve"], { PORT: String(port) });
  other.close();
  assert.equal(busy.status, 1);
  assert.match(busy.said, new RegExp(`Port ${port} is taken.*PORT=${port + 1} \\./dev serve`));
  assert.doesNotMatch(busy.said, /Building/);
  assert.match(run("./dev", ["serve"], { PORT: "web" }).said, /PORT=web is not a port/);
});

test("an own Dear ImGui that is none, or too old, is refused with the version needed", () => {
  const own = join(folder, "imgui");
  mkdirSync(own);
  assert.match(run("./dev", ["build"], { JUNHENG_IMGUI_DIR: own }).said, /has no imgui\.h/);
  writeFileSync(join(own, "imgui.h"), "#define IMGUI_VERSION_NUM   19150\n");
  const old = run("./dev", ["build"], { JUNHENG_IMGUI_DIR: own });
  assert.equal(old.status, 1);
  assert.match(old.said, /is 19150, 19220 \(1\.92\.2\) or newer is needed/);
});

test("a failing step ends with the command and its exit code, also from inside a function", () => {
  const steps = `${root}dev`;
  const lines = `eval "$(sed -n '/^seconds()/p;/^step()/,/^}/p' '${steps}')"; broken() { false; echo went on; }; step Trying broken`;
  const { status, said } = run("bash", ["-c", `set -euo pipefail; ${lines}; echo not reached`]);
  assert.equal(status, 1);
  assert.match(said, /Trying failed \(exit code 1\)\. The command was:\n {4}broken/);
  assert.doesNotMatch(said, /went on|not reached/);
});

test("figures of all runners are added up, and a runner that ran nothing has failed", () => {
  assert.match(
    bash(`count a 3 0; count b 2 1; count c 0 0; count d 4 0 2; ${kTell}`).said,
    /^9 2 2: b: 1 failed c: ran no test/,
  );
});

test("a test run that dies is a failure even where its report names none", () => {
  mkdirSync(join(root, "build"), { recursive: true });
  const dying = `wasm_tests() { echo '[  PASSED  ] 5 tests.'; return 134; }; run_wasm_tests >/dev/null; ${kTell}`;
  assert.match(bash(dying).said, /5 1 0: C\+\+ tests, wasm: 1 failed/);
  const failing = `wasm_tests() { printf '[  PASSED  ] 5 tests.\\n[  FAILED  ] One.Is (1 ms)\\n[  FAILED  ] All/Two.Is/0, where GetParam() = 1 (12 ms)\\n'; return 1; }; run_wasm_tests >/dev/null; ${kTell}`;
  assert.match(bash(failing).said, /5 2 0:/);
  const empty = `wasm_tests() { :; }; run_wasm_tests >/dev/null; ${kTell}`;
  assert.match(bash(empty).said, /0 1 0: C\+\+ tests, wasm: ran no test/);
});

test("a file of tests that cannot be loaded is a failure, a folder without tests too", () => {
  const tests = join(folder, "tests", "some");
  mkdirSync(tests, { recursive: true });
  mkdirSync(join(folder, "tests", "none"));
  writeFileSync(
    join(tests, "good.test.mjs"),
    'import { test } from "node:test"; test("a", () => {}); test("b", () => {});',
  );
  writeFileSync(join(tests, "bad.test.mjs"), 'import "./nowhere.mjs";');
  const { said } = bash(`cd ${folder}; run_node some >/dev/null; run_node none >/dev/null; ${kTell}`);
  assert.match(said, /^2 2 0: tests\/some: 1 failed tests\/none: ran no test/);
});

test("a broken size budget is seen", () => {
  const site = join(folder, "site");
  const { budget } = kBudgets.find(({ name }) => name === "engine alone");
  mkdirSync(join(site, "app"), { recursive: true });
  mkdirSync(join(site, "engine"));
  const noise = Buffer.alloc(budget + 5000);
  for (let i = 0, state = 1; i < noise.length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise[i] = state >>> 24;
  }
  writeFileSync(join(site, "app", "main.js"), "x".repeat(100_000));
  writeFileSync(join(site, "engine", "junheng.js"), "");
  writeFileSync(join(site, "engine", "junheng.wasm"), noise);
  const of = (wanted) => measure(site).find(({ name }) => name === wanted);
  assert.equal(of("workbench").kept, true);
  assert.equal(of("workbench").raw, 100_000);
  assert.ok(of("engine alone").brotli > budget, "noise does not pack");
  assert.equal(of("engine alone").kept, false);
  assert.equal(of("county page").kept, false, "a page that is not there keeps nothing");
});

test("the table at the end has a row for each stage, and stays in the reports", () => {
  const { said } = bash(
    `remember() { rows+=("$1" 7 "$3"); }; stage Some count a 3 0; stage Other count b 1 1; tell || true`,
  );
  const [head, some, other] = said.split("\n").filter((line) => /^(stage|Some|Other) /.test(line));
  assert.match(head, /^stage +seconds +checks$/);
  assert.match(some, /^Some +7 +3$/);
  assert.match(other, /^Other +7 +2$/);
  assert.match(said, /✗ b: 1 failed\n4 passed, 1 failed/);
  assert.match(readFileSync(join(folder, "summary.txt"), "utf8"), /all, at [0-9a-f]{7}/);
});
