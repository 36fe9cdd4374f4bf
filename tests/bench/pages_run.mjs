// SPDX-License-Identifier: MIT
//
// What the published pages cost a reader in Chromium: requests, bytes as brotli sends them, first paint, and the time
// until everything is computed again. Medians of 7, each with an empty cache.
//
//   node tests/bench/pages_run.mjs

import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { kNoGl, startBrowser } from "../browser/support/browser.mjs";
import { site } from "../support/publishing.mjs";

const kRuns = 7;
const offline = fileURLToPath(new URL("../../dist/junheng-offline.html", import.meta.url));
const kPages = [
  {
    name: "county",
    path: "county/",
    done: () => document.getElementById("check")?.dataset.state === "agrees",
  },
  {
    name: "county, English",
    path: "county/en.html",
    done: () => document.getElementById("check")?.dataset.state === "agrees",
  },
  {
    name: "school",
    path: "school/",
    done: () => document.getElementById("field-pupils") !== null,
  },
  {
    name: "sealed",
    path: "sealed/",
    done: () => document.getElementById("files") !== null,
  },
  {
    name: "offline file",
    address: pathToFileURL(offline).href,
    done: () => !document.getElementById("standard").disabled,
  },
];

const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

async function once(started, { path, address, done }) {
  // No service worker: it would load the whole site beside the page that is measured.
  const context = await started.browser.newContext({
    viewport: { width: 1366, height: 768 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => /^(http|file)/.test(request.url()) && asked.push(request.url()));
  await page.goto(address ?? new URL(path, started.url).href);
  await page.waitForFunction(done);
  const [paint, ready] = await page.evaluate(() => [
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    performance.now(),
  ]);
  await context.close();
  return { asked, paint, ready };
}

async function brotliOf(started, addresses) {
  let sum = 0;
  for (const address of addresses) {
    const url = new URL(address);
    const name = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
    sum += brotliCompressSync(await readFile(url.protocol === "file:" ? url : new URL(`.${name}`, site))).length;
  }
  return sum;
}

const started = await startBrowser({ gl: kNoGl });
try {
  console.log("page               requests   kB brotli   first paint ms   ready ms");
  for (const one of kPages) {
    const runs = [];
    for (let i = 0; i < kRuns; i += 1) runs.push(await once(started, one));
    const bytes = await brotliOf(started, runs[0].asked);
    const cells = [
      runs[0].asked.length,
      (bytes / 1000).toFixed(1),
      median(runs.map(({ paint }) => paint)).toFixed(0),
      median(runs.map(({ ready }) => ready)).toFixed(0),
    ];
    console.log(one.name.padEnd(18), ...cells.map((cell, at) => String(cell).padStart([8, 11, 16, 10][at])));
  }
} finally {
  await started.close();
}
