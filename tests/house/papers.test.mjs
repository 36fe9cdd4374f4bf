// SPDX-License-Identifier: MIT
//
// Facts about the code that stand in the papers hold: files, folders, names, commands, rooms.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { kBudgets } from "../../web/tools/sizes.mjs";
import { commands, fences, links, paper, papers, spans } from "./papers.mjs";
import { houses, namedIn, normal } from "./rooms.mjs";
import { paths, root, text } from "./tree.mjs";

const usage = spawnSync("./dev", ["help"], { cwd: root, encoding: "utf8" }).stdout;
const folders = new Set(paths.flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))));
const names = new Set(paths.map((path) => path.split("/").pop()));
const isThere = (path) => paths.includes(path) || folders.has(path.replace(/\/$/, ""));

/** Headers of others that some source includes. */
const included = new Set(
  paths
    .filter((path) => /\.(cpp|h)$/.test(path))
    .flatMap((path) => [...text(path).matchAll(/#include [<"]([^>"]+)/g)].map((found) => found[1])),
);

/** Every word of what is no paper, to find names in. */
const words = new Set();
for (const path of paths) {
  if (/\.(md|png|xls|xlsx|htm|utf16)$|^tests\/fuzz\/corpus\/|^LICENSE$/.test(path)) continue;
  for (const [word] of text(path).matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
}

test("the papers that a stranger looks for are there", () => {
  for (const path of ["README.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"])
    assert.ok(paths.includes(path), path);
  assert.match(text("LICENSE"), /^MIT License\n\nCopyright \(c\) 2025-2026 the Junheng authors\n/);
  assert.ok(papers.length >= 10);
});

test("every link leads to a file, and every page of docs/ is linked", () => {
  const linked = new Set();
  for (const path of papers) {
    for (const target of links(text(path))) {
      const to = normal(`${path.split("/").slice(0, -1).join("/")}/${target}`);
      assert.ok(isThere(to) || to.startsWith("dist/"), `${path}: ${target}`);
      linked.add(to);
    }
  }
  for (const path of papers.filter((each) => each.startsWith("docs/"))) assert.ok(linked.has(path), path);
});

test("papers are read in one sitting", () => {
  for (const path of papers) assert.ok(text(path).split("\n").length <= 220, path);
});

/** What is wrong with a code span, or nothing: a path that is not there, a name that no file has. */
function fault(span) {
  if (/^(dist|build)\/|[<>*{}…"]|\s|^https?:|^[#.@-]/.test(span)) return undefined; // made by a build, patterns, texts
  if (/^junheng\/\w+\.h$/.test(span)) return isThere(`core/include/${span}`) ? undefined : "no such header";
  if (span.includes("/") && /^[\w./-]+$/.test(span)) {
    return /^(core|imgui_app|web|tests|public|cmake|docs|node_modules)\//.test(span) && !isThere(span)
      ? "no such file"
      : undefined;
  }
  if (/^[\w.-]+\.(cpp|h|ts|mjs|json|md|css|html|cmake|sh|txt)$/.test(span)) {
    return names.has(span) || included.has(span) ? undefined : "no such file";
  }
  if (/^[A-Za-z_$][\w$]*(?:(?:::|\.)[A-Za-z_$][\w$]*)*(?:\(\))?$/.test(span)) {
    return span.match(/[\w$]+/g).find((word) => !words.has(word)) === undefined ? undefined : "no such name";
  }
  return undefined;
}

test("a wrong path or name would be found", () => {
  for (const span of [
    "core/src/table/tabel.cpp",
    "junheng/tabel.h",
    "tabel.cpp",
    "Ta" + "bel",
    "Ta" + "bel::text",
    "web/src/kits/",
  ]) {
    assert.notEqual(fault(span), undefined, span);
  }
  for (const span of [
    "core/src/table",
    "core/include/junheng/table.h",
    "junheng/table.h",
    "table.cpp",
    "Table::text",
    "read_table()",
    ".xlsx",
    "a b",
  ]) {
    assert.equal(fault(span), undefined, span);
  }
});

test("every path and name in the papers is there", () => {
  const wrong = papers
    .flatMap((path) => spans(text(path)).map((span) => [path, span, fault(span)]))
    .filter(([, , what]) => what);
  assert.deepEqual(
    wrong.map(([path, span, what]) => `${path}: ${span}: ${what}`),
    [],
  );
});

test("every ./dev command in the papers is one, and every part that it names", () => {
  assert.match(usage, /\.\/dev serve/);
  for (const path of papers) {
    for (const command of commands(text(path))) {
      const [, verb, part] = command.match(/\.\/dev(?: (\w+))?(?: (\w+))?/);
      if (verb !== undefined && verb !== "help")
        assert.match(usage, new RegExp(`\\./dev ${verb}\\b`), `${path}: ${command}`);
      // up to the next command
      const said = usage.match(new RegExp(`\\./dev ${verb}\\b(?:(?!\\./dev)[^])*`))?.[0] ?? "";
      if (part !== undefined) assert.match(said, new RegExp(`\\b${part}\\b`), `${path}: ${command}`);
    }
  }
});

test("the rooms in the papers are those of the table", () => {
  const drawn = houses.map(
    ({ sources, floors }) => `${sources.slice(0, -1)}: ${floors.map((rooms) => rooms.join(" ")).join(" < ")}`,
  );
  const blocks = papers.flatMap((path) =>
    fences(text(path))
      .filter(({ language }) => language === "rooms")
      .map(({ code }) => [path, code]),
  );
  assert.ok(blocks.some(([path]) => path === "CONTRIBUTING.md"));
  for (const [path, code] of blocks) assert.deepEqual(code.trim().split("\n"), drawn, path);
});

test("the budgets in the papers are those that are measured", () => {
  const budget = (name) => kBudgets.find((one) => one.name === name).budget / 1000;
  const [, engine, workbench, county] = paper("docs/decisions.md")
    .replaceAll("\n", " ")
    .match(/engine (\d+) kB, workbench (\d+), county page (\d+)/);
  assert.deepEqual([engine, workbench, county].map(Number), ["engine alone", "workbench", "county page"].map(budget));
});

test("each arrow of the way hands on a type that its header declares, by a function that its source defines", () => {
  const rows = paper("docs/way.md")
    .split("## What hangs on")[0]
    .split("\n")
    .filter((line) => /^\| [a-z ]+ \| `/.test(line));
  assert.ok(rows.length >= 8);
  for (const row of rows) {
    const [, , type, door, source] = row
      .split("|")
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1]));
    const header = door
      .filter((name) => name.endsWith(".h"))
      .map((name) => text(`core/include/${name}`))
      .join("");
    const functions = door.filter((name) => !name.endsWith(".h"));
    for (const name of functions) {
      assert.match(header, new RegExp(`\\b${name}\\(`), row);
      assert.ok(
        source.some((path) => path.endsWith(".cpp") && new RegExp(`^[\\w:<> ]+ ${name}\\(`, "m").test(text(path))),
        `${name}: ${row}`,
      );
    }
    assert.match(header, new RegExp(`\\b${type[0]}\\b`), row);
  }
});

test("every package that is shipped is named with its licence", () => {
  const files = paths.filter((path) => /^web\/src\/.*\.ts$/.test(path) && !path.endsWith(".d.ts"));
  const packages = new Set(
    files
      .flatMap((path) => namedIn(path, text(path)))
      .filter((name) => !/^[.#]|^node:/.test(name))
      .map((name) => name.match(/^(@[^/]+\/)?[^/]+/)[0]),
  );
  assert.ok(packages.has("fflate"));
  for (const name of packages) {
    assert.match(text("public/licences.html"), new RegExp(`<strong>${name}</strong>`), name);
    assert.match(text("web/tools/sbom.mjs"), new RegExp(`kShipped = .*"${name}"`), name);
  }
});

test("every package that is built or tested with is named with what it is for", () => {
  const packages = ["web", "tests"]
    .flatMap((folder) => Object.entries(JSON.parse(text(`${folder}/package.json`))))
    .filter(([key]) => /ependencies$/.test(key))
    .flatMap(([, list]) => Object.keys(list));
  const table = paper("docs/decisions.md").match(/^\| package [^]*?\n\n/m)[0];
  for (const name of packages.filter((each) => !each.startsWith("@types/"))) assert.ok(table.includes(name), name);
});
