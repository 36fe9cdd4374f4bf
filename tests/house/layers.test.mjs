// SPDX-License-Identifier: MIT
//
// Who may know whom: the core knows nobody, the two faces know the core through its door and not each other. The order
// of the rooms inside each of them is that of rooms.test.mjs.

import assert from "node:assert/strict";
import test from "node:test";
import { viewRooms } from "./rooms.mjs";
import { codeOnly, findings, text, under, withEnding, withoutComments } from "./tree.mjs";

const core = withEnding(under("core/src/", "core/include/"), ".cpp", ".h");
const faces = {
  web: withEnding(under("web/"), ".cpp", ".h"),
  imgui_app: withEnding(under("imgui_app/"), ".cpp", ".h"),
};
const publicHeaders = withEnding(under("core/include/junheng/"), ".h").map((path) =>
  path.slice("core/include/".length),
);

// Where the JSON library may be known, and what of it: its parser, and how it writes numbers. Ten seconds of compiling for
// whoever includes it.
const kOfJsonLibrary = {
  "core/src/json/json_parse.cpp": "nlohmann/json.hpp",
  "core/src/base/shortest.cpp": "nlohmann/detail/conversions/to_chars.hpp",
};

const includes = (path) =>
  [...withoutComments(text(path)).matchAll(/^\s*#\s*include\s*([<"])([^">]+)[">]/gm)].map(([, kind, name]) => ({
    path,
    name,
    system: kind === "<",
  }));

test("there is something to look at", () => {
  assert.ok(core.length > 25, `${core.length} files of the core`);
  assert.ok(faces.web.length > 0 && faces.imgui_app.length > 10);
});

/** Headers of a tree of sources, as its files name them: "table/cell.h". */
const headersIn = (folder) => withEnding(under(folder), ".h").map((path) => path.slice(folder.length));

test("the core includes itself and the standard library, and in one file each the parser and the numbers of the JSON library", () => {
  const own = new Set([
    ...publicHeaders,
    ...headersIn("core/src/"),
    "junheng_embedded.h",
    "html_references.h",
    "folded_characters.h",
  ]);
  for (const { path, name, system } of core.flatMap(includes)) {
    if (!system) assert.ok(own.has(name), `${path} includes "${name}"`);
    else if (name !== kOfJsonLibrary[path]) {
      assert.match(name, /^[a-z_0-9]+$/, `${path} includes <${name}>`);
      assert.doesNotMatch(
        name,
        /^(iostream|ostream|fstream|filesystem|print|thread|mutex|chrono|ctime|random|regex)$/,
        path,
      );
    }
  }
});

test("public headers include only public headers", () => {
  for (const { path, name, system } of publicHeaders.flatMap((header) => includes(`core/include/${header}`))) {
    if (!system) assert.ok(publicHeaders.includes(name), `${path} includes "${name}"`);
    assert.doesNotMatch(name, /nlohmann/, `${path}: how numbers are written is the core's own business`);
  }
});

test("the core does not print, end the program, throw, read a clock or know the browser", () => {
  const forbidden =
    /\b(printf|fprintf|puts|putchar|cout|cerr|clog|abort|exit|terminate|throw|try|catch|getenv|system|time|clock|rand|srand|random_device|emscripten|__EMSCRIPTEN__|EM_ASM|EM_JS|thread_local)\b\s*(?=[(<;{:]|$)|#\s*if.*EMSCRIPTEN/;
  assert.deepEqual(
    findings(core, forbidden, (path) => codeOnly(text(path))),
    [],
  );
});

test("the core has no state of its own", () => {
  // static data that changes: `static` at the start of a statement without const or constexpr, and not a function
  const mutable = /^\s*(static|inline)\s+(?!const|constexpr|inline const|_Assert)[\w:<>,\s*&]+\s+\w+\s*(=|;|\{)/;
  assert.deepEqual(
    findings(core, mutable, (path) => codeOnly(text(path))),
    [],
  );
});

for (const [face, files] of Object.entries(faces)) {
  const other = face === "web" ? "imgui_app" : "web";

  test(`${face} knows the core through its door`, () => {
    for (const { path, name } of files.flatMap(includes)) {
      if (name.includes("junheng")) {
        assert.match(name, /^junheng\/[a-z_]+\.h$/, `${path} includes ${name}`);
        assert.ok(publicHeaders.includes(name), `${path} includes ${name}, which is not a public header`);
      }
      assert.doesNotMatch(name, /core\/src|\.\.\/core/, path);
    }
    const inner = new Set(headersIn("core/src/"));
    for (const { path, name } of files.flatMap(includes))
      assert.ok(!inner.has(name), `${path} includes ${name} of core/src`);
  });

  test(`${face} does not know the inside of ${other}`, () => {
    // What the pages' door of the workbench opens: the workbench, and the canvas it stands on.
    const doors = face === "web" ? /^(workbench|platform_web\/\w+)\.h$/ : /^$/;
    const inside = new Set(headersIn(face === "web" ? "imgui_app/src/" : "web/").filter((name) => !doors.test(name)));
    for (const { path, name } of files.flatMap(includes)) assert.ok(!inside.has(name), `${path} includes ${name}`);
  });
}

test("the pages hold no rule: no indicator and no field is listed in them", () => {
  const ids = ["quality-2017", "basic-2012"].flatMap((id) =>
    JSON.parse(text(`core/standards/${id}.json`)).indicators.map((indicator) => indicator.id),
  );
  const pages = [...withEnding(under("web/src/", "public/"), ".ts", ".js", ".html"), ...faces.imgui_app, ...faces.web];
  const listed = new RegExp(`["'\`](${[...new Set(ids)].join("|")})["'\`]`);
  assert.deepEqual(
    findings(pages, listed, (path) => withoutComments(text(path))),
    [],
  );
});

test("views keep nothing between two frames", () => {
  const rooms = [...viewRooms, "shell", "frame"];
  const views = faces.imgui_app.filter((path) => path.endsWith(".cpp") && rooms.includes(path.split("/")[2]));
  assert.ok(views.length >= 20);
  const statics = /^\s+static\s+(?!constexpr|const\b|_Assert|cast)/;
  assert.deepEqual(
    findings(views, statics, (path) => codeOnly(text(path))),
    [],
  );
});
