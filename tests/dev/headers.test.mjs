// SPDX-License-Identifier: MIT
//
// The core's public headers as Doxygen reads them: no comment speaks of a parameter, a name or a mark that is not there,
// and every header has its page.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { root } from "../house/tree.mjs";

const home = mkdtempSync(join(tmpdir(), "junheng-headers-"));
after(() => rmSync(home, { recursive: true, force: true }));
const settings = readFileSync(join(root, "cmake/doxygen.conf"), "utf8");

function doxygen(input) {
  const run = spawnSync("doxygen", ["-"], {
    cwd: root,
    encoding: "utf8",
    input: `${settings}\nOUTPUT_DIRECTORY = ${home}\nINPUT = ${input}\n`,
  });
  assert.equal(run.error, undefined, "doxygen runs: Debian's package doxygen");
  return run;
}

test("Doxygen has nothing to say against the public headers, and shows every one", () => {
  const run = doxygen("core/include");
  assert.equal(run.stderr, "");
  assert.equal(run.status, 0);
  const pages = readdirSync(join(home, "headers"));
  const headers = readdirSync(join(root, "core/include/junheng"));
  assert.ok(headers.length > 50);
  for (const header of headers)
    assert.ok(pages.includes(`${header.replaceAll("_", "__").replace(".h", "_8h")}.html`), header);
  const functions = readFileSync(join(home, "headers/namespacejunheng.html"), "utf8");
  for (const name of ["read_table", "evaluate"]) assert.match(functions, new RegExp(`>${name}<`), name);
});

for (const [what, before, after] of [
  ["a parameter that is not there", "/// Finds the records", "/// @param sheet which one\n/// Finds the records"],
  ["a mark that is none", "/// Finds the records", "/// Finds <records> of \\kind"],
])
  test(`and it does not let ${what} pass`, () => {
    const copy = join(home, "copy");
    cpSync(join(root, "core/include"), copy, { recursive: true });
    const path = join(copy, "junheng/table.h");
    const text = readFileSync(path, "utf8");
    assert.ok(text.includes(before));
    writeFileSync(path, text.replace(before, after));
    const run = doxygen(copy);
    assert.match(run.stderr, /table\.h:\d+: error: /);
    assert.notEqual(run.status, 0);
  });
