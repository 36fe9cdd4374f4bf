// SPDX-License-Identifier: MIT
//
// One contender in a fresh Chromium: the page and the engine come from dist/site, the bytes are handed over in the
// page. Peak memory is that of the renderer process, read from the kernel: the same measure as natively and in Node.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const kRoot = fileURLToPath(new URL("../../", import.meta.url));
const kTypes = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const kBlank = "<!doctype html><meta charset=utf-8><title>bench</title>";
const kChromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const kFlags = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Lets the page measure its own memory at once instead of at the next garbage collection.
  "--enable-blink-features=ForceEagerMeasureMemory",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Serves dist/site, and the sources and modules of the bench below /bench/ and /modules/. */
export function serveBench(table) {
  const folders = { bench: join(kRoot, "tests/bench"), modules: join(kRoot, "tests/node_modules") };
  const fileOf = (path) => {
    const [, first, ...rest] = path.split("/");
    if (path === "/bench/table.tsv") return table;
    return folders[first] ? join(folders[first], ...rest) : join(kRoot, "dist/site", path);
  };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    // Cross-origin isolation is what measureUserAgentSpecificMemory asks for.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    if (path === "/bench/") return response.setHeader("Content-Type", "text/html").end(kBlank);
    const file = fileOf(path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.setHeader("Content-Type", kTypes[extname(file)] ?? "application/octet-stream");
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** The renderer of the page, told from a spare one by its size: its peak memory and processor time so far. */
async function renderer(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo
    .filter((each) => each.type === "renderer")
    .map(({ id, cpuTime }) => {
      const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"));
      return { peakBytes: match ? Number(match[1]) * 1024 : 0, cpuMs: cpuTime * 1000 };
    });
  return renderers.reduce((largest, each) => (each.peakBytes > largest.peakBytes ? each : largest));
}

export async function runInChromium(name, table, runs) {
  const { chromium } = await import("playwright-core");
  const server = await serveBench(table);
  const browser = await chromium.launch({ executablePath: kChromium, args: kFlags });
  try {
    const session = await browser.newBrowserCDPSession();
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/bench/`);
    if (name === "papaparse") await page.addScriptTag({ url: "/modules/papaparse/papaparse.min.js" });
    await page.evaluate(async (contender) => {
      const { makeContender, runContender } = await import("/bench/contenders.mjs");
      const load = {
        papaparse: async () => globalThis.Papa,
        udsv: () => import("/modules/udsv/dist/uDSV.mjs"),
        engine: () => import("/engine/junheng.js"),
      };
      const bytes = new Uint8Array(await (await fetch("/bench/table.tsv")).arrayBuffer());
      globalThis.bench = { bytes, runContender, contender: await makeContender(contender, load) };
    }, name);

    const run = (times) =>
      page.evaluate(async (count) => {
        const { bytes, contender, runContender } = globalThis.bench;
        const { answer, ...measured } = await runContender(contender, bytes, count);
        globalThis.bench.answer = answer;
        return measured;
      }, times);
    const base = await renderer(session);
    const { firstMs } = await run(1);
    const first = await renderer(session);
    const { medianMs } = await run(runs);
    const cpuMs = ((await renderer(session)).cpuMs - base.cpuMs) / (runs + 1);
    const heldBytes = await page.evaluate(async () => {
      if (!globalThis.crossOriginIsolated || !performance.measureUserAgentSpecificMemory) return null;
      const late = new Promise((resolve) => setTimeout(resolve, 15000, null));
      return (await Promise.race([performance.measureUserAgentSpecificMemory(), late]))?.bytes ?? null;
    });
    const answer = JSON.parse(await page.evaluate(() => JSON.stringify(globalThis.bench.answer)));
    return { firstMs, medianMs, cpuMs, baseBytes: base.peakBytes, peakBytes: first.peakBytes, heldBytes, answer };
  } finally {
    await browser.close();
    server.close();
  }
}
