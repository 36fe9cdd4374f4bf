// SPDX-License-Identifier: MIT
//
// The faults of ./dev mutate: which there are, that silly ones are not among them, and how they are picked and counted.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { faultsOf, idOf, isMutable, sample } from "../mutation/faults.mjs";
import { reported } from "../mutation/report.mjs";
import { stepsFor } from "../mutation/tests.mjs";
import { paths, root, text } from "../house/tree.mjs";

const cpp = (code) => faultsOf("core/src/judge/some.cpp", code);
const json = (value) => faultsOf("core/standards/some.json", JSON.stringify(value, null, 1));
/** "before → after" of each. */
const shown = (faults) => faults.map(({ before, after }) => `${before} → ${after}`);
const inBody = (line) => shown(cpp(`int f(int a, int b) {\n  ${line}\n}\n`));

test("operators are turned, also where a bracket of a template looks like one", () => {
  assert.deepEqual(inBody("return a < b;").slice(0, 1), ["return a < b; → return a <= b;"]);
  assert.ok(inBody("return a == b && b != 2;").includes("return a == b && b != 2; → return a == b || b != 2;"));
  assert.deepEqual(
    inBody("std::vector<int> c = d<int>(a);").filter((each) => each.includes("<=")),
    [],
  );
  assert.deepEqual(
    inBody("const T&& c = std::move(a);").filter((each) => each.includes("||")),
    [],
  );
});

test("either side of a logical operator is dropped, as far as it reaches", () => {
  const found = inBody("return a > 0 && f(b, 1) || !a;");
  for (const after of ["return f(b, 1) || !a;", "return a > 0 || !a;", "return !a;", "return a > 0 && f(b, 1);"])
    assert.ok(
      found.some((each) => each.endsWith(`→ ${after}`)),
      after,
    );
});

test("conditions are made true and false, but not where they declare what is used below", () => {
  assert.ok(inBody("if (a) b = 1;").includes("if (a) b = 1; → if (false) b = 1;"));
  assert.deepEqual(
    inBody("if (const auto* c = f(a)) b = *c;").filter((each) => /if \((true|false)\)/.test(each)),
    [],
  );
});

test("statements are dropped, declarations are not", () => {
  const dropped = (line) => inBody(line).filter((each) => / → .*;$/.test(each) && each.split(" → ")[1].endsWith(";"));
  for (const line of ["a = b;", "f(a);", "++a;", "continue;", "return;"])
    assert.ok(dropped(line).includes(`${line} → ;`), line);
  assert.ok(inBody("if (a) continue;").includes("if (a) continue; → if (a) ;"));
  for (const line of ["int c = a;", "const auto c = f(a);", "std::vector<int> c;", "Issue issue;"])
    assert.ok(!inBody(line).includes(`${line} → ;`), line);
  const members = "class A {\n public:\n  void f(int a);\n  int g() const;\n\n private:\n  bool known_ = false;\n};\n";
  assert.deepEqual(shown(cpp(members)), ["bool known_ = false; → bool known_ = true;"]);
});

test("nothing is changed in comments, texts, includes, promises and hints of size", () => {
  const silly = [
    '#include "a < b"',
    "// a < b",
    "/* a < b */",
    'const char* kText = "a < b && true";',
    "static_assert(sizeof(int) == 4);",
    "using A = std::array<int, 4>;",
    'constexpr auto kRaw = R"(a < b)";',
  ];
  assert.deepEqual(shown(cpp(`${silly.join("\n")}\n`)), []);
  assert.deepEqual(inBody("rows.reserve(a + 1);"), []);
});

test("constants are off by one, in the digits they have", () => {
  assert.deepEqual(inBody("a = 1'000;").filter((each) => each.includes("1001")).length, 1);
  assert.ok(inBody("a = 15U;").includes("a = 15U; → a = 16U;"));
});

test("numbers, rows, conditions, comparisons, stages and flags of a standard", () => {
  const found = shown(
    json({
      id: "x-2017",
      title: { zh: "第12条", en: "1" },
      limits: [
        { value: "0.85", source: "a-1", when: [{ of: ["year"], atLeast: "2025" }] },
        { value: "9", stage: "primary", stated: true },
      ],
      weights: { primary: "1", middle: "1.1" },
      over: ["a", "-b"],
    }),
  );
  for (const wanted of [
    '/limits/0/value: "0.85" → "0.86"',
    '/limits/1/value: "9" → "8"',
    '/limits/0/when/0/atLeast: "2025" → "2026"',
    '/limits/0/when/0/atLeast: "atLeast" → "above"',
    '/limits/1/stage: "primary" → "middle"',
    '/limits/1/stage: "stage": "primary" → ',
    "/limits/1/stated: true → false",
    '/over/0: "a" → ',
    '/over/1: "-b" → "b"',
  ])
    assert.ok(found.includes(wanted), `${wanted}\n${found.join("\n")}`);
  assert.ok(found.some((each) => each.startsWith("/weights: ") && each.endsWith('"middle": "1", "primary"')));
  assert.ok(!found.some((each) => each.startsWith("/title")));
  assert.deepEqual(json({ items: [{ id: "G6", rule: { zh: "甲", en: "A" }, source: "b" }] }), []);
  for (const { content } of json({ rows: [{ a: "1" }, "b", "c"], when: 1, last: true })) JSON.parse(content);
});

const files = paths.filter(isMutable);
const all = files.flatMap((file) => faultsOf(file, text(file)));

test("every file of code and rules has faults, and what is left of a file is well formed", () => {
  const without = files.filter((file) => /\.(cpp|json)$/.test(file) && !all.some((fault) => fault.file === file));
  assert.deepEqual(without, []);
  assert.ok(files.includes("core/standards/variants/shenyang-2024.json"));
  assert.ok(!files.includes("core/standards/standard.schema.json"));
  for (const { file, content, before } of all)
    if (file.endsWith(".json") && content.length < 30_000)
      assert.doesNotThrow(() => JSON.parse(content), `${file}: ${before}`);
});

test("a fault that is named as equivalent has its reason and its file", () => {
  for (const entry of JSON.parse(text("tests/mutation/equivalent.json"))) {
    assert.deepEqual(Object.keys(entry), ["file", "before", "after", "why"]);
    assert.ok(files.includes(entry.file), entry.file);
    assert.ok(entry.why.length > 20 && entry.before !== entry.after, entry.before);
  }
});

test("a seed picks the same ones, more of them first the same ones, and from most files", () => {
  const ids = (faults) => faults.map(idOf);
  const some = sample(all, 100, "1");
  assert.deepEqual(ids(sample(all, 100, "1")), ids(some));
  assert.deepEqual(ids(sample(all, 200, "1")).slice(0, 100), ids(some));
  assert.notDeepEqual(ids(sample(all, 100, "2")), ids(some));
  assert.ok(new Set(sample(all, 300, "1").map(({ file }) => file)).size > 60);
});

test("a room's own tests come first, then the whole way, the rest, and last what takes long", () => {
  const tests = [
    { name: "Rest.A", file: "tests/core/table/a_test.cpp", seconds: 0.01 },
    { name: "Long.A", file: "tests/core/judge/b_test.cpp", seconds: 3 },
    { name: "Way.A", file: "tests/golden/c_test.cpp", seconds: 0.01 },
    { name: "Own.A", file: "tests/core/layout/d_test.cpp", seconds: 0.01 },
  ];
  const names = stepsFor("core/src/layout/layout.cpp", tests).map((step) => step.map(({ name }) => name).join());
  assert.deepEqual(names, ["Own.A", "Way.A", "Rest.A", "Long.A"]);
});

test("what is no file of the core is refused before anything is copied", () => {
  for (const wrong of [["README.md"], ["core/src/judge/nowhere.cpp"], ["--sample", "many"], ["--help"]]) {
    const { status, stderr } = spawnSync(process.execPath, ["tests/mutation/run.mjs", ...wrong], {
      cwd: root,
      encoding: "utf8",
    });
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^✗ .*(is no file of core|is not a number|Known: )/);
  }
});

test("the summary counts by room, and names what survived", () => {
  const fault = (file) => ({ file, line: 7, before: "a < b", after: "a <= b" });
  const lines = reported(
    [
      { fault: fault("core/src/judge/items.cpp"), outcome: "noticed", by: "A.B", seconds: 2 },
      { fault: fault("core/src/judge/judge.cpp"), outcome: "survived", seconds: 4 },
      { fault: fault("core/standards/basic-2012.json"), outcome: "equivalent", by: "nobody sees it", seconds: 0 },
      { fault: fault("core/src/table/cell.cpp"), outcome: "not compiled", seconds: 0 },
    ],
    5,
  );
  assert.ok(lines.includes("core/src/judge/judge.cpp:7\n   - a < b\n   + a <= b"));
  assert.match(
    lines.find((line) => line.startsWith("judge")),
    /judge +1 +1 +0 +0/,
  );
  assert.ok(lines.includes("noticed 1 of 2 = 50.0 %; 1.5 s for each"));
  assert.ok(lines.includes("1 of 5 are still to be tried"));
});
