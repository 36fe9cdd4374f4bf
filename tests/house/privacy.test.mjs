// SPDX-License-Identifier: MIT
//
// Nothing leaves the browser: no address of anybody else in what is published, and no way to send.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { findings, paths, root, text, under, withEnding, withoutComments } from "./tree.mjs";

// names of vocabularies, not requests
const names = [
  "http://www.w3.org/2000/svg",
  "http://www.w3.org/1999/xhtml",
  "http://www.w3.org/1999/xlink",
  "http://schemas.openxmlformats.org/",
];
const address = /\bhttps?:\/\/[^\s"'`)>\\]+|["'(=]\/\/[a-z0-9-]+(\.[a-z0-9-]+)+/i;
const registries =
  /registry\.npmjs|npmjs\.(org|com)|npmmirror|yarnpkg\.com|unpkg|jsdelivr|cdnjs|googleapis|gstatic|fonts\.google|pypi\.org|crates\.io/i;

const local = /http:\/\/(127\.0\.0\.1|localhost)\b/g;
const withoutNames = (code) => names.reduce((rest, name) => rest.replaceAll(name, ""), code).replace(local, "");

test("the sources of the pages name no other host", () => {
  const sources = withEnding(under("public/", "web/src/"), ".html", ".css", ".ts", ".js", ".cpp", ".svg", ".json");
  assert.ok(sources.length > 10);
  assert.deepEqual(
    findings(sources, address, (path) =>
      withoutNames(path.endsWith(".html") ? text(path) : withoutComments(text(path))),
    ),
    [],
  );
});

test("no file names a package registry or a host of ready-made files", () => {
  const files = paths.filter((path) => !path.startsWith("tests/house/") && !/\.(png|jpg|xlsx|wasm)$/.test(path));
  assert.deepEqual(findings(files, registries), []);
});

test("lock files have sums and no download addresses", () => {
  const locks = paths.filter((path) => /(package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$/.test(path));
  assert.ok(locks.length > 0);
  for (const path of locks) {
    assert.doesNotMatch(text(path), /"resolved"|https?:\/\/[^"]*\.tgz/, path);
    for (const [name, entry] of Object.entries(JSON.parse(text(path)).packages ?? {})) {
      if (name !== "" && !entry.link) assert.match(entry.integrity ?? "", /^sha512-/, `${path}: ${name} has no sum`);
    }
  }
});

test("the pages have no way to send: no beacon, socket, form address or image of somebody else", () => {
  const sources = withEnding(under("public/", "web/src/"), ".html", ".ts", ".js");
  const ways =
    /\b(sendBeacon|XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|importScripts)\b|<form[^>]*\baction=|navigator\.serviceWorker/;
  // the one that keeps the site on this machine; it asks its own server for the site's own files
  const ours = "web/src/pages/install/install.ts";
  assert.ok(sources.includes(ours));
  assert.deepEqual(
    findings(
      sources.filter((path) => path !== ours),
      ways,
      (path) => withoutComments(text(path)),
    ),
    [],
  );
});

test("every page has a content security policy, or its server and file have", () => {
  const serving = withEnding(paths, ".mjs", ".html", ".ts").filter((path) => !path.startsWith("tests/"));
  const policies = serving.filter((path) => /default-src 'none'/.test(text(path)));
  assert.ok(policies.length > 0, "no policy found");
  for (const path of serving) {
    assert.doesNotMatch(withoutComments(text(path)), /'unsafe-inline'|'unsafe-eval'/, path);
  }
});

test("what is published names no other host either", () => {
  const site = `${root}dist/site`;
  if (!existsSync(site)) return; // nothing built yet: the sources above are all there is
  const walk = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  for (const path of walk(site).filter((name) => /\.(html|css|js|svg|json)$/.test(name))) {
    const code = withoutNames(readFileSync(path, "utf8"));
    assert.doesNotMatch(code, address, path);
    assert.doesNotMatch(code, registries, path);
  }
});
