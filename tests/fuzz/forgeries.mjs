// SPDX-License-Identifier: MIT
//
// Forged pages in Chromium under the genuine script, and forged files under the check of sealed files: neither may say
// 一致 unless nothing that a reader could see or compute differs. Of a page that means: parsed without a script it is the
// document of the genuine one, to each attribute and each text, comments and the blanks between sections apart. Of a
// file it means its bytes.
//
//   node tests/fuzz/forgeries.mjs [--count n] [--minutes m] [--seed s] [--one seed] [--form folder|single|sealed]

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { loadPublisher, sampleWork, schools, site, tableOf } from "../support/publishing.mjs";
import { command, Figures } from "./budget.mjs";
import { forgery, whole } from "./forge.mjs";

export const kForms = ["folder", "single", "sealed"];
const kExecutables = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** Pages that are open beside each other: most of the time each waits for its engine. */
const kAtOnce = 4;

const publisher = await loadPublisher();
/** Few schools: every kind of section is there, and a page is read in milliseconds. */
const work = {
  ...sampleWork,
  tables: [{ name: "", text: tableOf(schools(6)) }],
  county: "义务教育学校总数\t6\n",
};
const published = publisher.publish(work);
export const genuine = {
  folder: Buffer.from(published.files()["index.html"]).toString(),
  single: published.single(),
  sealed: publisher.seal(work).single(),
};
for (const form of kForms) assert.ok(whole(genuine[form]), `${form} falls into tags and texts`);

const kOuter = `<!DOCTYPE html><meta charset="utf-8"><title>forgeries</title><body>`;

/** In the page around: what the page in a frame says of itself, and whether it is the document that was published. */
function outside() {
  const kBlanksNotSeen = new Set(
    "html head body main section header footer nav table thead tbody tr dl ul ol details".split(" "),
  );
  const opened = (address, sandbox) =>
    new Promise((done) => {
      const frame = document.createElement("iframe");
      if (sandbox) frame.sandbox = "allow-same-origin";
      frame.addEventListener("load", () => done(frame), { once: true });
      frame.src = address;
      document.body.append(frame);
    });
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const childrenOf = (node) => (node.localName === "template" ? node.content : node).childNodes;
  function said(node) {
    if (node.nodeType === 1) {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`).sort();
      const blanks = kBlanksNotSeen.has(node.localName);
      let text = "";
      const inside = [];
      const flush = () => {
        if (text !== "" && !(blanks && /^[ \t\n\f\r]*$/.test(text))) inside.push(JSON.stringify(text));
        text = "";
      };
      for (const child of childrenOf(node)) {
        if (child.nodeType === 8) continue;
        if (child.nodeType === 3) text += child.data;
        else {
          flush();
          inside.push(said(child));
        }
      }
      flush();
      return `<${node.namespaceURI} ${node.localName} ${attributes.join(" ")}>${node.shadowRoot ? "#" : ""}${inside.join("")}</>`;
    }
    return JSON.stringify(node.data);
  }
  window.documentOf = async (address) => {
    const frame = await opened(address, true);
    const { contentDocument: one } = frame;
    const { doctype } = one;
    const first = doctype === null ? "none" : `${doctype.name} ${doctype.publicId} ${doctype.systemId}`;
    const text = `${one.compatMode} ${first} ${said(one.documentElement)}`;
    frame.remove();
    return text;
  };
  const checking = /正在|Computing|Checking/;
  window.stateOf = async (address) => {
    const frame = await opened(address, false);
    try {
      for (let still = 0, turn = 0; turn < 2500; turn += 1) {
        const one = frame.contentDocument;
        if (one === null) return "gone";
        const status = Document.prototype.getElementById.call(one, "check");
        const state = status?.getAttribute("data-state");
        // A page can say what it likes where no script runs: that is not what the genuine one says.
        if (state) return state !== "agrees" || frame.contentWindow.ran === true ? state : "silent";
        // A script that has begun has said so by now.
        if (status === null || !checking.test(status.textContent)) still += 1;
        if (still > 12) return "silent";
        await wait(turn < 40 ? 4 : 20);
      }
      return "no end";
    } finally {
      frame.remove();
    }
  };
}

/** In each frame: the same bytes of an engine are compiled once; everything else is the page's own. */
function compiledOnce() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (bytes, imports) => {
    window.ran = true;
    const known = top.engine;
    const view = new Uint8Array(bytes.buffer ?? bytes);
    if (known?.bytes.length !== view.length || known.bytes.some((byte, at) => byte !== view[at]))
      top.engine = { bytes: view.slice(), module: await WebAssembly.compile(bytes) };
    const { module } = top.engine;
    return { module, instance: await instantiate.call(WebAssembly, module, imports) };
  };
}

/** Serves forgeries beside the parts of a published page; frames ask for them by their number. */
async function startForgeries() {
  const parts = Object.fromEntries(
    await Promise.all(
      ["page.js", "page.css", "junheng.wasm"].map(async (name) => [
        `/${name}`,
        await readFile(new URL(`county/${name}`, site)),
      ]),
    ),
  );
  const kTypes = { js: "text/javascript", css: "text/css", wasm: "application/wasm" };
  const forged = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const part = parts[pathname];
    if (part !== undefined) {
      response.writeHead(200, {
        "Content-Type": kTypes[pathname.split(".").pop()],
        "Cache-Control": "max-age=9999",
      });
      response.end(part);
      return;
    }
    const bytes = pathname === "/" ? kOuter : forged.get(pathname);
    response.writeHead(bytes === undefined ? 404 : 200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(bytes ?? "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const root = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? kExecutables.find((path) => existsSync(path)),
    // Nothing leaves the machine, whatever is forged. Not by routes of the driver: with those nothing is cached.
    args: [
      "--disable-gpu",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  const context = await browser.newContext({ serviceWorkers: "block" });
  const fresh = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.addInitScript(`(window === top ? ${outside} : ${compiledOnce})();`);
    await page.goto(`${root}/`);
    return page;
  };
  let page = await fresh();
  let served = 0;
  const serve = async (bytes, ask) => {
    const address = `/${(served += 1)}.html`;
    forged.set(address, bytes);
    try {
      return await ask(address);
    } finally {
      forged.delete(address);
    }
  };
  const stateOf = (bytes) => serve(bytes, (address) => page.evaluate((one) => window.stateOf(one), address));
  const documentOf = (bytes) => serve(bytes, (address) => page.evaluate((one) => window.documentOf(one), address));
  const original = {};
  for (const form of ["folder", "single"]) {
    original[form] = await documentOf(genuine[form]);
    const state = await stateOf(genuine[form]);
    assert.equal(state, "agrees", `the genuine page, ${form}`);
  }
  return {
    stateOf,
    same: async (form, bytes) => (await documentOf(bytes)) === original[form],
    /** Thousands of frames leave something behind. */
    async renew() {
      const old = page;
      page = await fresh();
      await old.close();
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Of a file: the check of sealed files, which runs nothing of it. Bytes that differ are never right. */
function sealedState(seed) {
  const { bytes, what } = forgery(genuine.sealed, seed);
  const checked = publisher.check(new Uint8Array(bytes));
  const state = checked?.state ?? "none";
  if (state === "agrees") assert.ok(bytes.equals(Buffer.from(genuine.sealed)), `sealed, seed ${seed}: ${what}`);
  return state;
}

async function pageState(started, form, seed) {
  const { bytes, what } = forgery(genuine[form], seed);
  const state = await started.stateOf(bytes);
  assert.notEqual(state, "no end", `${form}, seed ${seed}: ${what}`);
  if (state !== "agrees") return state;
  assert.ok(await started.same(form, bytes), `一致 beside a forgery: ${form}, seed ${seed}: ${what}`);
  return "agrees: the same document";
}

/**
 * Runs `count` forgeries of a form from a seed on, or as many as there is time for; returns the figures. `fault`: takes
 * what is wrong, instead of an exception at the first.
 */
export async function run(form, { seed = 1, count = Infinity, until = Infinity, fault = null }) {
  const figures = new Figures(`forgeries, ${form}`);
  const one = async (number, started) => {
    try {
      await figures.takeAsync(number, () =>
        started === null ? sealedState(number) : pageState(started, form, number),
      );
    } catch (error) {
      if (fault === null) throw error;
      fault(error);
    }
  };
  if (form === "sealed") {
    for (let at = 0; at < count && performance.now() < until; at += 1) await one(seed + at, null);
    return figures;
  }
  const started = await startForgeries();
  try {
    for (let at = 0; at < count && performance.now() < until;) {
      const end = Math.min(count, at + 200);
      const lane = async () => {
        while (at < end && performance.now() < until) await one(seed + at++, started);
      };
      await Promise.all(Array.from({ length: kAtOnce }, lane));
      if (at < count) await started.renew();
    }
  } finally {
    await started.close();
  }
  return figures;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await command({
    kinds: { form: kForms },
    count: 1000,
    run: ({ form, ...rest }) => run(form, rest),
    async one({ form, seed }) {
      const { bytes, what } = forgery(genuine[form], seed);
      const path = join(tmpdir(), `forged-${seed}.html`);
      await writeFile(path, bytes);
      console.log(path, what);
      await run(form, { seed, count: 1 });
    },
  });
}
