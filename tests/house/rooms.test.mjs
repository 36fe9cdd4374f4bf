// SPDX-License-Identifier: MIT
//
// The way goes from room to room and never back: the order of rooms.mjs, for C++ and TypeScript alike.

import assert from "node:assert/strict";
import test from "node:test";
import { strayFunctions } from "./declarations.mjs";
import { arrowsUp, circles, houses, isHoused, roomOf } from "./rooms.mjs";
import { paths, text, under } from "./tree.mjs";

const files = new Map(paths.filter(isHoused).map((path) => [path, /\.(cpp|h|ts|js)$/.test(path) ? text(path) : ""]));

test("there is something to look at", () => {
  for (const { sources, floors } of houses) {
    assert.ok(under(sources).length > 50, sources);
    for (const room of floors.flat())
      assert.ok(under(`${sources}${room}/`, `${sources}${room}.`).length > 0, `${sources}${room} is empty`);
  }
});

test("no room knows one below it, and every file stands in a room", () => {
  assert.deepEqual(arrowsUp(files), []);
});

// A small house that keeps the order; each violation below is planted into it.
const orderly = {
  "core/include/junheng/decimal.h": "#pragma once\n#include <string_view>\n",
  "core/include/junheng/balance.h": '#pragma once\n#include "junheng/decimal.h"\n',
  "core/src/base/decimal.cpp": '#include "junheng/decimal.h"\n// #include "answer/request.h" is only talked about\n',
  "core/src/measure/balance.cpp": '#include "junheng/balance.h"\n#include "base/utf8.h"\n',
  "core/src/base/utf8.h": "#pragma once\n",
  "core/src/answer/request.h": '#pragma once\n#include "junheng/balance.h"\n',
  "imgui_app/src/data/view.h": '#pragma once\n#include "kit/widgets.h"\n#include "junheng/decimal.h"\n',
  "imgui_app/src/schools/view.cpp": '#include "kit/widgets.h"\n#include "imgui.h"\n',
  "imgui_app/src/kit/widgets.h": "#pragma once\n",
  "web/src/kit/dom.ts": 'import { words } from "../words/app_zh.ts";\n',
  "web/src/words/app_zh.ts": "export const words = {};\n",
  "web/src/app/app.ts":
    'import { el } from "../kit/dom.ts";\nimport { zip } from "fflate";\nconst m = import("../publish/publish.ts");\n',
  "web/src/wasm.d.ts": 'declare module "x" {}\n',
};

const planted = [
  {
    what: "an include of the core upwards",
    path: "core/src/base/decimal.cpp",
    code: '#include "answer/request.h"\n',
    found: ['core/src/base/decimal.cpp: base may not know answer ("answer/request.h")'],
  },
  {
    what: "a view that includes another view's room",
    path: "imgui_app/src/schools/view.cpp",
    code: '#include "../data/view.h"\n',
    found: ['imgui_app/src/schools/view.cpp: schools may not know data ("../data/view.h")'],
  },
  {
    what: "an import of web/src upwards",
    path: "web/src/kit/dom.ts",
    code: 'import type { App } from "../app/app.ts";\n',
    found: ['web/src/kit/dom.ts: kit may not know app ("../app/app.ts")'],
  },
  {
    what: "a public header of a lower room",
    path: "core/src/base/decimal.cpp",
    code: '#include "junheng/balance.h"\n',
    found: ['core/src/base/decimal.cpp: base may not know measure ("junheng/balance.h")'],
  },
  {
    what: "a file outside any room",
    path: "core/src/helpers/strings.cpp",
    code: "",
    found: ["core/src/helpers/strings.cpp: stands in no room"],
  },
];

const withCode = (path, code) => new Map(Object.entries({ ...orderly, [path]: code }));

test("an orderly house is left alone", () => {
  assert.deepEqual(arrowsUp(new Map(Object.entries(orderly))), []);
});

for (const { what, path, code, found } of planted) {
  test(`planted and found: ${what}`, () => assert.deepEqual(arrowsUp(withCode(path, code)), found));
}

test("other ways in are found too", () => {
  const ways = [
    // a public header that includes one of a lower room; one that no source owns; a lazy import; a re-export; two roads around
    ["core/include/junheng/decimal.h", '#include "junheng/balance.h"\n', /decimal\.h: base may not know measure/],
    ["core/include/junheng/orphan.h", "#pragma once\n", /orphan\.h: stands in no room/],
    ["web/src/kit/dom.ts", 'const app = await import("../app/app.ts");\n', /kit may not know app/],
    ["web/src/words/app_zh.ts", 'export * from "../kit/dom.ts";\n', /words may not know kit/],
    ["web/src/kit/dom.ts", 'import { x } from "../../tools/build.mjs";\n', /stands in no room/],
    ["core/src/base/utf8.h", '  #  include "measure/../answer/request.h"\n', /base may not know answer/],
  ];
  for (const [path, code, expected] of ways) {
    const [first, ...others] = arrowsUp(withCode(path, code));
    assert.match(first ?? "nothing found", expected, path + code);
    assert.deepEqual(others, []);
  }
});

test("no file reaches itself by way of others", () => {
  const there = 'import { b } from "./b.ts";\n';
  const back = 'import type { A } from "./dom.ts";\n';
  const planted = new Map(Object.entries({ ...orderly, "web/src/kit/dom.ts": there, "web/src/kit/b.ts": back }));
  assert.deepEqual(circles(planted), ["web/src/kit/dom.ts → web/src/kit/b.ts → web/src/kit/dom.ts"]);
  assert.deepEqual(circles(files), []);
});

test("what a room defines, a header of that room declares", () => {
  const [core] = houses;
  const planted = new Map(
    Object.entries({
      ...orderly,
      "core/src/answer/request.h":
        "[[nodiscard]] std::optional<int> half(int whole);\nint twice(int once);\nstruct Request {\n  int whole() const;\n};\n",
      "core/src/base/decimal.cpp":
        "namespace {\nint twice(int once) {\n  return once + once;\n}\n}  // namespace\nstd::optional<int> half(int whole) {\n  return whole / 2;\n}\n",
      "core/src/answer/request.cpp":
        "int twice(int once) {\n  return 2 * once;\n}\nint Request::whole() const {\n  return 1;\n}\n",
    }),
  );
  assert.deepEqual(strayFunctions(core, planted), [
    "core/src/base/decimal.cpp: half is declared in core/src/answer/request.h",
  ]);
  for (const house of houses.filter((one) => one.ownHeaders)) assert.deepEqual(strayFunctions(house, files), []);
});

test("the table names no header that a source of its name already places", () => {
  for (const { door, sources } of houses.filter((house) => house.door)) {
    for (const name of Object.keys(door.rooms)) {
      assert.ok(paths.includes(`${door.folder}${name}.h`), `${name}.h is no header`);
      assert.deepEqual(
        under(sources).filter((path) => path.endsWith(`/${name}.cpp`)),
        [],
        name,
      );
    }
  }
});

test("no two sources of the core have one name, so that a header has one owner", () => {
  const [core] = houses;
  const names = under(core.sources).map((path) => path.split("/").pop());
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
  for (const path of under(core.door.folder)) assert.notEqual(roomOf(core, path, files), undefined, path);
});

test("the tests of the core stand in its rooms", () => {
  const rooms = houses[0].floors.flat();
  const tests = under("tests/core/");
  assert.ok(tests.length > 20);
  for (const path of tests)
    assert.ok(rooms.includes(path.split("/")[2]) && path.split("/").length === 4, `${path} stands in no room`);
});
