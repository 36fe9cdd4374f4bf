// SPDX-License-Identifier: MIT
//
// One contender in a fresh page of Chromium with a fresh profile: page and engine come from dist/site, the table is
// fetched before anything is measured. Memory is that of the page's renderer, read from the kernel.

import { createReadStream, existsSync, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { memoryOf } from "./memory.mjs";
import { kFolder, tablePath } from "./tables.mjs";

const kRoot = fileURLToPath(new URL("../../", import.meta.url));
const kBench = join(kRoot, "tests/bench");
const kDuckdb = join(kBench, "node_modules/@duckdb/duckdb-wasm/dist");
const kTypes = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};
const kBlank = "<!doctype html><meta charset=utf-8><title>bench</title>";
const kChromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const kFlags = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // No renderer in reserve: the page's is told by its size.
  "--disable-features=SpareRendererForSitePerProcess",
  "--js-flags=--expose-gc",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
/** What pages load: the packages of the bench, each as one module. */
const kModules = {
  papaparse: "export { default } from 'papaparse';",
  udsv: "export { inferSchema, initParser } from 'udsv';",
  d3: "export { tsvParseRows } from 'd3-dsv';",
  duckdb: "export * from './node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs';",
};

async function bundleModules() {
  const { build } = await import("../../web/node_modules/esbuild/lib/main.js");
  await mkdir(join(kFolder, "modules"), { recursive: true });
  for (const [name, contents] of Object.entries(kModules)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: kBench },
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      mainFields: ["browser", "module", "main"],
      target: "es2022",
      minify: true,
      logLevel: "error",
    });
    await writeFile(join(kFolder, "modules", `${name}.mjs`), outputFiles[0].contents);
  }
}

/** dist/site, and below /bench/ the sources of the bench, its tables, modules and DuckDB's wasm. */
function serveBench() {
  const folders = {
    bench: kBench,
    modules: join(kFolder, "modules"),
    duckdb: kDuckdb,
  };
  const fileOf = (path) => {
    const [, first, ...rest] = path.split("/");
    if (first === "tables") return tablePath(rest[0]);
    return folders[first] ? join(folders[first], ...rest) : join(kRoot, "dist/site", path);
  };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    if (path === "/bench/") return response.setHeader("Content-Type", "text/html").end(kBlank);
    const file = fileOf(path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.setHeader("Content-Type", kTypes[extname(file)] ?? "application/octet-stream");
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** In the page: the contender is made, the table is held in memory. */
async function ready([name, table, kind]) {
  const { makeContender } = await import("/bench/contenders.mjs");
  const { connected } = await import("/bench/duckdb.mjs");
  const { kYardsticks, runYardstick } = await import("/bench/yardsticks.mjs");
  const load = {
    papaparse: async () => (await import("/modules/papaparse.mjs")).default,
    udsv: () => import("/modules/udsv.mjs"),
    d3: () => import("/modules/d3.mjs"),
    engine: () => import("/engine/junheng.js"),
    duckdb: async () => connected(await import("/modules/duckdb.mjs"), `${location.origin}/duckdb`, "BROWSER_RUNTIME"),
  };
  const bytes = new Uint8Array(await (await fetch(`/tables/${table}`)).arrayBuffer());
  if (kYardsticks.includes(name)) return { done: runYardstick(name, bytes) };
  const contender = await makeContender(name, load);
  globalThis.bench = {
    contender,
    input: kind === "string" ? new TextDecoder().decode(bytes) : bytes,
  };
  await new Promise((resolve) => setTimeout(resolve, 50));
  globalThis.gc?.();
  return {};
}

async function first() {
  const { firstCall } = await import("/bench/measure.mjs");
  globalThis.bench.first = firstCall(globalThis.bench.contender, globalThis.bench.input);
}

async function later() {
  const { laterCalls } = await import("/bench/measure.mjs");
  const { comparable } = await import("/bench/compare.mjs");
  const { contender, input, first: result } = globalThis.bench;
  const { answer, ...times } = laterCalls(contender, input, result);
  return { ...times, answer: JSON.stringify(comparable(answer)) };
}

async function rendererOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter((each) => each.type === "renderer").map(({ id }) => id);
}

/** A server and modules for many runs; `run` gives what node_run.mjs gives, and the answer. */
export async function startPages() {
  const { chromium } = await import("playwright-core");
  await bundleModules();
  const server = await serveBench();
  const url = `http://127.0.0.1:${server.address().port}/bench/`;
  return {
    async run(name, table, kind) {
      const browser = await chromium.launch({
        executablePath: kChromium,
        args: kFlags,
      });
      try {
        const page = await browser.newPage();
        page.setDefaultTimeout(0);
        await page.goto(url);
        const { done } = await page.evaluate(ready, [name, table, kind]);
        if (done !== undefined) return done;
        const memories = (await rendererOf(browser)).map(memoryOf);
        await page.evaluate(first);
        const extraBytes = Math.max(...memories.map((memory) => memory.beyond() ?? -1));
        const { answer, ...times } = await page.evaluate(later);
        return {
          ...times,
          extraBytes: extraBytes < 0 ? null : extraBytes,
          answer: JSON.parse(answer),
        };
      } finally {
        await browser.close();
      }
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
