// SPDX-License-Identifier: MIT
//
// Released programs: a page of an earlier version is known by the sums of its three programs, together; any other one is
// of no known version. And the tool that adds a version to the list.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "../../web/node_modules/esbuild/lib/main.js";
import { programsOf, withRelease } from "../../web/tools/release.mjs";
import { loadJunheng, sampleWork, site } from "../support/publishing.mjs";

const junheng = await loadJunheng();
const { makePublisher } = await import(new URL("publish/publish.js", site).href);
const [wasm, script, style] = await Promise.all(
  ["engine/junheng.wasm", "publish/page.js", "publish/page.css"].map((name) => readFile(new URL(name, site))),
);
const parts = { wasm: new Uint8Array(wasm), script: script.toString(), style: style.toString() };
const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");
const sumsOf = ({ wasm: engine, script: code, style: look }) => ({
  script: sum(code),
  style: sum(look),
  engine: sum(engine),
});

/** Programs of versions that are gone: they differ in a comment each. */
const older = (n) => ({
  script: `${parts.script}\n//${n}`,
  style: `${parts.style}\n/*${n}*/`,
  wasm: new Uint8Array([...parts.wasm, 0, 3, 1, 65, n]),
});
const pageOf = (programs, change = (html) => html) =>
  change(makePublisher(junheng, programs).seal(sampleWork).single());
const stateOf = (html, released) => makePublisher(junheng, { ...parts, released }).check(html).state;

test("a page of a released version agrees; of one that was never released it is of no known version", () => {
  const released = [sumsOf(older(1)), sumsOf(older(2))];
  assert.equal(stateOf(pageOf(parts), released), "agrees", "the own version needs no list");
  assert.equal(stateOf(pageOf(parts), []), "agrees");
  assert.equal(stateOf(pageOf(older(1)), released), "agrees");
  assert.equal(stateOf(pageOf(older(2)), released), "agrees");
  assert.equal(stateOf(pageOf(older(3)), released), "program");
  assert.equal(stateOf(pageOf(older(1)), []), "program");
});

test("programs of several versions in one page are no version", () => {
  const released = [sumsOf(older(1)), sumsOf(older(2))];
  for (const [what, mixed] of Object.entries({
    "another script": { ...older(1), script: older(2).script },
    "another style": { ...older(1), style: older(2).style },
    "another engine": { ...older(1), wasm: older(2).wasm },
    "the script of now": { ...older(1), script: parts.script },
    "the style of now": { ...older(2), style: parts.style },
    "the engine of now": { ...older(2), wasm: parts.wasm },
  }))
    assert.equal(stateOf(pageOf(mixed), released), "program", what);
});

test("to be known is not to be right", () => {
  const released = [sumsOf(older(1))];
  const forged = pageOf(older(1), (html) => html.replace(">7.90<", ">7.91<"));
  assert.equal(stateOf(forged, released), "differs");
  const shown = pageOf(older(1), (html) => html.replace('<main id="printed">', '<p>达标</p><main id="printed">'));
  assert.equal(stateOf(shown, released), "differs");
});

test("the tool: the sums are those of the files, the newest first, nothing under an old number", async () => {
  const programs = await programsOf((name) => readFile(new URL(name, site)));
  assert.deepEqual(programs, sumsOf(parts));
  const first = { version: "0.1.0", ...programs };
  const list = withRelease([], first);
  assert.deepEqual(list, [first]);
  assert.deepEqual(withRelease(list, first), list, "once more is the same");
  const next = { version: "0.2.0", ...sumsOf(older(1)) };
  assert.deepEqual(withRelease(list, next), [next, first]);
  for (const part of ["script", "style", "engine"])
    assert.throws(
      () => withRelease(list, { ...first, [part]: sum("other") }),
      /0\.1\.0 is released with another/,
      part,
    );
});

test("the list holds sums of versions, each once", async () => {
  const place = new URL("../../web/src/publish/sealed/released_programs.json", import.meta.url);
  const list = JSON.parse(await readFile(place, "utf8"));
  assert.ok(Array.isArray(list));
  assert.equal(new Set(list.map(({ version }) => version)).size, list.length);
  for (const release of list) {
    assert.deepEqual(Object.keys(release).sort(), ["engine", "script", "style", "version"]);
    assert.match(release.version, /^\d+\.\d+\.\d+$/);
    for (const part of ["script", "style", "engine"]) assert.match(release[part], /^[0-9a-f]{64}$/);
  }
});

test("the list is in no page that it could name", async () => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL("../../web/src/pages/county_page.ts", import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    external: ["#wasm/*"],
    logLevel: "silent",
  });
  const inside = Object.keys(metafile.inputs);
  assert.ok(inside.some((path) => path.endsWith("publish/page.ts")));
  assert.deepEqual(
    inside.filter((path) => /released_programs|make_publisher/.test(path)),
    [],
  );
});
