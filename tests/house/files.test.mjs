// SPDX-License-Identifier: MIT
//
// The shape of the tree: files one can read, each with its licence line, no promises left in the code.

import assert from "node:assert/strict";
import test from "node:test";
import { findings, paths, text, under, withEnding, withoutComments } from "./tree.mjs";

const code = withEnding(
  paths,
  ".cpp",
  ".h",
  ".ts",
  ".js",
  ".mjs",
  ".css",
  ".html",
  ".cmake",
  ".sh",
  "dev",
  "CMakeLists.txt",
);
const kLongest = 500;
const kLongClass = 200;

test("no file is longer than one can keep in mind, or its head says why", () => {
  assert.ok(code.length > 80);
  for (const path of code) {
    const lines = text(path).split("\n");
    if (lines.length <= kLongest) continue;
    assert.match(
      lines.slice(0, 15).join("\n"),
      /long because|one table|generated/i,
      `${path} has ${lines.length} lines`,
    );
  }
});

/** Classes and structs at the left margin: name, lines, and lines of comment right above. */
function classesIn(code) {
  const lines = code.split("\n");
  return lines.flatMap((line, begin) => {
    const [, name] = line.match(/^(?:export )?(?:abstract )?(?:class|struct) (\w+)[^;]*\{\s*$/) ?? [];
    if (name === undefined) return [];
    const length = lines.slice(begin).findIndex((each) => /^\};?$/.test(each)) + 1;
    let above = 0;
    while (/^(\/\/\/? | \*|\/\*\*)/.test(lines[begin - 1 - above] ?? "")) above += 1;
    return [{ name, length, above }];
  });
}

test("a class too long to see at once says what it holds and in which order its steps run", () => {
  const long = `/// Of one line.\nclass A {\n${"  int a;\n".repeat(kLongClass)}};\n`;
  assert.deepEqual(classesIn(long), [{ name: "A", length: kLongClass + 2, above: 1 }]);
  const silent = withEnding(under("core/", "imgui_app/", "web/src/"), ".cpp", ".h", ".ts").flatMap((path) =>
    classesIn(text(path))
      .filter(({ length, above }) => length > kLongClass && above < 3)
      .map(({ name, length }) => `${path}: ${name} has ${length} lines`),
  );
  assert.deepEqual(silent, []);
});

test("nothing is left to do in the code", () => {
  const left = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"].join("|")})\\b`);
  assert.deepEqual(findings(code, left), []);
});

test("no test is switched off", () => {
  const tests = withEnding(under("tests/"), ".cpp", ".mjs");
  const off = /\bDISABLED_\w|GTEST_SKIP|\b(test|it|describe)\.(skip|todo|only)\b|\b(skip|todo|only):\s*true/;
  const others = tests.filter((path) => !path.endsWith("files.test.mjs"));
  assert.deepEqual(
    findings(others, off, (path) => withoutComments(text(path))),
    [],
  );
});

test("every source says its licence", () => {
  const sources = withEnding(paths, ".cpp", ".h", ".ts", ".mjs");
  for (const path of sources) {
    assert.match(text(path).split("\n").slice(0, 2).join("\n"), /SPDX-License-Identifier: MIT/, path);
  }
});

test("headers are guarded", () => {
  for (const path of withEnding(paths, ".h")) assert.match(text(path), /^#pragma once$/m, path);
});

test("no path of a machine and no name of a person's folder", () => {
  const machine = /(^|[^\w.])\/(home|root|Users|work)\/[\w.-]+|\b[A-Z]:\\/;
  const files = paths.filter((path) => !/\.(png|jpg|xlsx|wasm)$/.test(path) && path !== "tests/house/files.test.mjs");
  assert.deepEqual(findings(files, machine), []);
});

test("one test file for each stage of the way, in the room of what it tests", () => {
  const stages = [
    "base/decimal",
    "base/exact",
    "base/issue",
    "json/json_tree",
    "vocabulary/vocabulary",
    "standard/standard",
    "table/cell",
    "table/table",
    "layout/layout",
    "roster/roster",
    "measure/units",
    "measure/indicators",
    "measure/balance",
    "judge/judge",
    "insight/insight",
    "words/words",
    "answer/json",
  ];
  for (const stage of stages) assert.ok(paths.includes(`tests/core/${stage}_test.cpp`), stage);
});

test("file names are plain: lower case, digits, hyphens and underscores", () => {
  const special = new Set([
    "README.md",
    "LICENSE",
    "CMakeLists.txt",
    "CMakePresets.json",
    "README.txt",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
  ]);
  for (const path of paths) {
    const name = path.split("/").pop();
    if (!special.has(name)) assert.match(name, /^[a-z0-9._-]+$/, path);
  }
});
