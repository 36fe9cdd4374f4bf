// SPDX-License-Identifier: MIT
//
// What a module of the pages exports, another one takes: an export that nobody imports is either dead or not meant for
// others. A test may look at a part of a module that the module itself uses; what only tests call is dead too.

import assert from "node:assert/strict";
import test from "node:test";
import { exportsOf, unreached, unusedExports } from "./exports.mjs";
import { text, under, withEnding } from "./tree.mjs";

const load = (list) => new Map(list.map((path) => [path, text(path)]));
const files = load(withEnding(under("web/src/"), ".ts"));
const tests = load(withEnding(under("tests/"), ".test.mjs"));
const tools = load(withEnding(under("web/tools/"), ".mjs"));

// Modules that the build takes as a beginning or puts in another's place; what they export is for the page around them.
const named = [...tools.values()].flatMap((code) =>
  [...code.matchAll(/"([\w/]+\.ts)"/g)].map((found) => `/${found[1]}`),
);
const entries = [...files.keys()].filter((path) => named.some((name) => path.endsWith(name)));
// Types that other people's programs are compiled with, or that describe a module made elsewhere.
const contracts = [...files.keys()].filter((path) => path.endsWith(".d.ts"));

test("there is something to look at", () => {
  assert.ok(files.size > 80 && tools.size > 5);
  assert.ok(entries.includes("web/src/app/main.ts") && entries.includes("web/src/engine/engine.ts"), entries.join(" "));
  assert.deepEqual(
    exportsOf(
      "export async function a() {}\nexport type B = 1;\nexport { c as d, type e };\n// export const f = 1;\nconst g = 2;\n",
    ),
    ["a", "B", "d", "e"],
  );
});

test("planted and found: an unused function, type and re-export; what is used is left alone", () => {
  const planted = new Map([
    [
      "a/x.ts",
      "export function used() {}\nexport function dead() {}\nexport interface Lost {}\nexport const lazy = 1;\nexport type Seen = 1;\n",
    ],
    [
      "a/y.ts",
      'import { used, type Seen } from "./x.ts";\nexport { used as passed } from "./x.ts";\nconst { lazy } = await import("./x.ts");\n',
    ],
  ]);
  assert.deepEqual(unusedExports(planted), ["a/x.ts: dead", "a/x.ts: Lost", "a/y.ts: passed"]);
  assert.deepEqual(
    unusedExports(planted, {
      users: new Map([["a/z.ts", 'import * as all from "./x.ts";\nimport { passed } from "./y.ts";\n']]),
    }),
    [],
  );
  const module = new Map([
    ["web/src/a/x.ts", "export const part = 1;\nexport const whole = part;\nexport const alone = 1;\n"],
  ]);
  const look = new Map([["tests/x.test.mjs", 'const { part, alone } = await load("a/x.ts");']]);
  assert.deepEqual(unusedExports(module, { tests: look }), ["web/src/a/x.ts: whole", "web/src/a/x.ts: alone"]);
  assert.deepEqual(unreached(planted, ["a/x.ts"]), ["a/y.ts"]);
});

test("every export of the pages' modules is taken by another module", () => {
  assert.deepEqual(unusedExports(files, { users: tools, tests, published: [...entries, ...contracts] }), []);
});

test("every module is part of something that is built", () => {
  assert.deepEqual(unreached(files, [...entries, ...contracts]), []);
});
