// SPDX-License-Identifier: MIT
//
// What lets a stranger trust the site without trusting us: the same sources give the same bytes, every part is listed
// with its sum and licence, every page says which engine and standards it stands on.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = join(root, "dist", "site");
const read = (name) => readFileSync(join(site, name));
const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");

function sums() {
  const walk = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  return new Map(
    [...walk(site), join(root, "dist", "junheng-offline.html")]
      .sort()
      .map((path) => [relative(root, path), sum(readFileSync(path))]),
  );
}

test("built twice, the site and the offline file are the same bytes", () => {
  const before = sums();
  assert.ok(before.size > 30);
  // Whatever has changed is written anew; in another zone of time and another language of the machine.
  const run = spawnSync(process.execPath, ["web/tools/build.mjs", "build/wasm"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, TZ: "Asia/Urumqi", LANG: "tr_TR.UTF-8", LC_ALL: "C" },
  });
  assert.equal(run.status, 0, run.stderr);
  assert.deepEqual(sums(), before);
});

const list = JSON.parse(read("sbom.cdx.json"));

test("the list of parts has every package of the lock files, every program of the site, and no address", () => {
  assert.equal(list.bomFormat, "CycloneDX");
  const names = new Map(list.components.map((one) => [one["bom-ref"], one]));
  assert.equal(names.size, list.components.length);
  const lock = JSON.parse(readFileSync(join(root, "web/package-lock.json"), "utf8"));
  for (const [path, { version }] of Object.entries(lock.packages).filter(([path]) => path !== "")) {
    assert.ok(names.has(`npm:${path.slice(path.lastIndexOf("node_modules/") + 13)}@${version}`), path);
  }
  for (const { type, name, hashes } of list.components.filter((one) => one.type === "file")) {
    assert.equal(hashes[0].content, sum(read(name)), `${type} ${name}`);
  }
  assert.doesNotMatch(JSON.stringify(list), /https?:\/\//);
});

test("every part that is shipped stands on the page of licences", () => {
  const page = read("licences.html").toString();
  const shipped = list.components.filter((one) => one.scope === "required");
  assert.ok(shipped.length >= 6);
  for (const { name } of shipped) assert.ok(page.includes(name), name);
});

test("every page says the sums of the engine and of the standards", () => {
  const engine = sum(read("engine/junheng.wasm"));
  for (const name of ["index.html", "licences.html", "county/index.html", "county/en.html"]) {
    assert.ok(read(name).toString().includes(engine), name);
  }
  const county = read("county/index.html").toString();
  const [, standard] = county.match(/<td>quality-2017<\/td><td><code>([0-9a-f]{64})/);
  assert.ok(read("index.html").toString().includes(standard));
});

test("no page of the site names another host or runs what stands in it", () => {
  const pages = [...sums().keys()].filter((path) => path.endsWith(".html") && path.startsWith("dist/site/"));
  assert.ok(pages.length >= 7, pages.join());
  for (const path of pages) {
    const html = readFileSync(join(root, path), "utf8");
    const policy = html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1] ?? "";
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/, path);
    assert.match(policy, /base-uri 'none'.*form-action 'none'/, path);
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes);
    for (const attributes of scripts)
      assert.match(attributes, /\ssrc="[^":]+"|type="application\/json"/, `${path}: ${attributes}`);
    assert.doesNotMatch(html, /<[a-z][^>]*\s(on[a-z]+|style)\s*=/i, path);
  }
});

test("the classic scripts of the pages can stand inside a page", () => {
  for (const name of ["publish/page.js", "publish/school.js", "publish/sealed.js"]) {
    assert.doesNotMatch(read(name).toString(), /<!--|<\/?script/i, name);
  }
  assert.ok(existsSync(join(root, "dist", "junheng-offline.html")));
});
