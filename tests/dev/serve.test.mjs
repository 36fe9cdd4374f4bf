// SPDX-License-Identifier: MIT
//
// The server that ./dev serve and the browser tests use.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { kContentSecurityPolicy, serve } from "../../web/tools/serve.mjs";

let outside;
let server;

before(async () => {
  outside = await mkdtemp(join(tmpdir(), "junheng-serve-"));
  const folder = join(outside, "site");
  await mkdir(join(folder, "app"), { recursive: true });
  await mkdir(join(outside, "site-of-others"));
  const files = [
    "index.html",
    "app/index.html",
    "app/main.js",
    "x.mjs",
    "x.wasm",
    "x.json",
    "x.css",
    "x.svg",
    "x.d.ts",
  ];
  for (const name of [...files, "数据.csv", "x.tsv", "x.txt"]) await writeFile(join(folder, name), `<${name}>`);
  await writeFile(join(outside, "secret.txt"), "secret");
  await writeFile(join(outside, "site-of-others", "secret.txt"), "secret");
  server = await serve({ folder });
});

after(async () => {
  await server.close();
  await rm(outside, { recursive: true });
});

/** As it stands, without the tidying up that `fetch` does to a path. */
function ask(path, method = "GET", headers = {}) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("every kind of file has its type, and text says that it is UTF-8", async () => {
  const types = {
    "/": "text/html; charset=utf-8",
    "/app/": "text/html; charset=utf-8",
    "/app/main.js": "text/javascript; charset=utf-8",
    "/x.mjs": "text/javascript; charset=utf-8",
    "/x.wasm": "application/wasm",
    "/x.json": "application/json; charset=utf-8",
    "/x.css": "text/css; charset=utf-8",
    "/x.svg": "image/svg+xml",
    "/x.d.ts": "text/plain; charset=utf-8",
    "/x.tsv": "text/tab-separated-values; charset=utf-8",
    "/x.txt": "text/plain; charset=utf-8",
    [encodeURI("/数据.csv")]: "text/csv; charset=utf-8",
  };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await ask(path);
    assert.equal(status, 200, path);
    assert.equal(headers["content-type"], type, path);
  }
});

test("every answer carries the security headers, refusals too", async () => {
  for (const [path, method] of [
    ["/", "GET"],
    ["/nothing", "GET"],
    ["/", "POST"],
    ["/app", "GET"],
    ["/%", "GET"],
  ]) {
    const { headers } = await ask(path, method);
    assert.equal(headers["content-security-policy"], kContentSecurityPolicy, path);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["referrer-policy"], "no-referrer");
    assert.equal(headers["cross-origin-opener-policy"], "same-origin");
    assert.match(headers["permissions-policy"], /camera=\(\)/);
  }
});

test("the policy refuses everything that it does not name", () => {
  assert.match(kContentSecurityPolicy, /^default-src 'none'; /);
  assert.doesNotMatch(kContentSecurityPolicy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
});

test("no path leads out of the folder", async () => {
  const up = [
    "/../secret.txt",
    "/app/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/app/%2e%2e%2f..%2fsecret.txt",
  ];
  const aside = ["/../site-of-others/secret.txt", "/..%2fsite-of-others", "/..%2fsite-of-others%2fsecret.txt"];
  for (const path of [...up, ...aside, "/..\\secret.txt", "//secret.txt", "/%00", "/%", "/%ff"]) {
    const { status, body } = await ask(path);
    assert.ok(status === 404 || status === 400, `${path}: ${status}`);
    assert.doesNotMatch(body, /secret<|^secret$/);
  }
});

test("a folder without its slash is led to the one with it, never to another host", async () => {
  const { status, headers } = await ask("/app?x=1");
  assert.equal(status, 308);
  assert.equal(headers.location, "/app/?x=1");
  const foreign = await ask("http://localhost//app");
  assert.equal(foreign.headers.location, "/app/");
});

test("only reading is allowed", async () => {
  const { status, headers } = await ask("/", "POST");
  assert.equal(status, 405);
  assert.equal(headers.allow, "GET, HEAD");
  const head = await ask("/x.txt", "HEAD");
  assert.equal(head.status, 200);
  assert.equal(head.body, "");
});

test("an unchanged file is not sent twice", async () => {
  const { headers } = await ask("/x.wasm");
  const { status } = await ask("/x.wasm", "GET", { "If-None-Match": headers.etag });
  assert.equal(status, 304);
});

test("a taken port gives a sentence with the way out", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => other.once("listening", listening));
  const { port } = other.address();
  await assert.rejects(serve({ port }), new RegExp(`port ${port} .* is taken.*PORT=${port + 1} \\./dev serve`));
  await new Promise((closed) => other.close(closed));
});
