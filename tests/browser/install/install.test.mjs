// SPDX-License-Identifier: MIT
//
// The site as an installed app: one visit, then the server is gone and everything still works; a new version is
// offered and waits; a file that is not the pinned one is not kept, and is not given out where it was changed later.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../../web/tools/serve.mjs";
import { serviceWorker } from "../../../web/tools/install.mjs";
import {
  browserForTests,
  kNoGl,
  kPatience,
  pasteText,
  sample,
  screenshot,
  textReady,
  verdict,
} from "../support/browser.mjs";

const built = fileURLToPath(new URL("../../../dist/site/", import.meta.url));
const county = await readFile(sample("sample-county.tsv"), "utf8");
const started = browserForTests({ gl: kNoGl });
let folder;

/** A site of its own on a server that can go away and come back at the same address. */
async function withSite(body) {
  folder = await mkdtemp(join(tmpdir(), "junheng-install-"));
  await cp(built, folder, { recursive: true });
  let server = await serve({ folder });
  const { port } = new URL(server.url);
  const context = await started.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  try {
    await body({
      page,
      url: server.url,
      stop: () => server.close(),
      start: async () => {
        server = await serve({ folder, port: Number(port) });
      },
    });
  } finally {
    await context.close();
    await server.close().catch(() => undefined);
    await rm(folder, { recursive: true });
  }
}

const installed = (page) =>
  page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");

/** Another version of the site: one page says something else. */
async function newVersion(change) {
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(relative(folder, path), await readFile(path));
  }
  const worker = files.get("service-worker.js").toString();
  change(files);
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  await writeFile(join(folder, "service-worker.js"), serviceWorker(files, worker.slice(worker.indexOf("\n") + 1)));
}

test("one visit, then without the server: workbench, county, school, sealed, samples, licences", async () => {
  await withSite(async ({ page, url, stop }) => {
    await page.goto(url);
    assert.equal(
      await page.evaluate(async () => (await fetch(document.querySelector('link[rel="manifest"]').href)).ok),
      true,
    );
    await installed(page);
    await stop();
    await page.goto(`${url}app/`);
    await textReady(page);
    await pasteText(page, county);
    assert.match(await verdict(page, "fail"), /不达标/);
    await page.click('[data-sample="five-schools.tsv"]');
    await verdict(page, "unknown");
    await page.goto(`${url}county`); // without the slash, as people type
    await page.locator('#check[data-state="agrees"]').waitFor();
    assert.equal(page.url(), `${url}county/`);
    for (const [path, selector] of [
      ["school/", "#field-pupils"],
      ["sealed/", "#choose"],
      ["licences.html", "h1"],
      ["", "h1"],
    ]) {
      await page.goto(url + path);
      await page.locator(selector).first().waitFor();
    }
  });
});

test("a new version is offered, waits, and comes when it is asked for", async () => {
  await withSite(async ({ page, url }) => {
    await page.goto(url);
    await installed(page);
    await page.reload(); // from now on the kept version answers
    await newVersion((files) =>
      files.set("index.html", Buffer.from(files.get("index.html").toString().replace("它做什么", "它做什么（新版）"))),
    );
    await page.goto(url);
    await page.locator("#new-version").waitFor();
    await screenshot(page, "new-version");
    assert.doesNotMatch(await page.locator("main").innerText(), /新版）/);
    await page.getByRole("button", { name: "以后再说" }).click();
    await page.goto(`${url}school/`);
    await page.locator("#new-version").waitFor();
    await page.goto(url);
    assert.doesNotMatch(await page.locator("main").innerText(), /新版）/);
    await page.locator("#new-version").waitFor();
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "更新" }).click()]);
    await page.getByText("它做什么（新版）").waitFor();
    assert.equal(await page.locator("#new-version").count(), 0);
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1);
  });
});

test("a version with a file that is not the pinned one is not kept", async () => {
  await withSite(async ({ page, url }) => {
    await page.goto(url);
    await installed(page);
    await page.reload();
    await newVersion((files) =>
      files.set("index.html", Buffer.from(files.get("index.html").toString().replace("它做什么", "它做什么（新版）"))),
    );
    const engine = join(folder, "engine/junheng.wasm");
    await writeFile(engine, Buffer.concat([await readFile(engine), Buffer.from([0])]));
    await page.goto(url);
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => undefined);
      while (registration.installing !== null) await new Promise((done) => setTimeout(done, 50));
      return [registration.waiting === null, registration.active !== null];
    });
    assert.deepEqual(state, [true, true]);
    assert.equal(await page.locator("#new-version").count(), 0);
    assert.doesNotMatch(await page.locator("main").innerText(), /新版）/);
  });
});

/** In the page: puts other bytes, or none, in place of a kept file; returns the names of all caches. */
async function damage(page, name, text) {
  return page.evaluate(
    async ([file, content]) => {
      const names = await caches.keys();
      for (const one of names) {
        const cache = await caches.open(one);
        const address = new URL(file, new URL(document.querySelector('link[rel="manifest"]').href)).href;
        if (content === null) await cache.delete(address);
        else await cache.put(address, new Response(content, { headers: { "content-type": "text/html" } }));
      }
      return names;
    },
    [name, text],
  );
}

const kForged = '<!DOCTYPE html><title>x</title><p id="forged">达标</p>';

test("a kept file that was changed is not given out: it comes from the server again", async () => {
  await withSite(async ({ page, url, stop }) => {
    await page.goto(url);
    await installed(page);
    await page.reload();
    await damage(page, "school/index.html", kForged);
    await damage(page, "publish/school.js", "document.body.textContent = '达标'");
    await damage(page, "sealed/index.html", null);
    await page.goto(`${url}school/`);
    await page.locator("#field-pupils").first().waitFor();
    assert.equal(await page.locator("#forged").count(), 0);
    await page.goto(`${url}sealed/`);
    await page.locator("#choose").waitFor();
    // Mended for good.
    await stop();
    await page.goto(`${url}school/`);
    await page.locator("#field-pupils").first().waitFor();
    await page.goto(`${url}sealed/`);
    await page.locator("#choose").waitFor();
  });
});

test("a kept file that was changed, without the server: neither it nor half a page, but what is wrong", async () => {
  await withSite(async ({ page, url, stop }) => {
    await page.goto(url);
    await installed(page);
    await page.reload();
    await damage(page, "school/index.html", kForged);
    await damage(page, "engine/junheng.js", "export const loadJunheng = () => ({})");
    await stop();
    const response = await page.goto(`${url}school/`);
    assert.equal(response.status(), 503);
    assert.match(await page.locator("body").innerText(), /本机保存的均衡尺已损坏[\s\S]*school\/index\.html/);
    assert.equal(await page.locator("#forged").count(), 0);
    const reached = await page
      .goto(url)
      .then(() => page.evaluate(() => fetch("engine/junheng.js").then((got) => got.status, String)));
    assert.match(String(reached), /TypeError/);
    // What is whole still works.
    await page.goto(`${url}licences.html`);
    await page.locator("h1").first().waitFor();
  });
});

test("a changed file of which the server has another version by now is not mixed in", async () => {
  await withSite(async ({ page, url }) => {
    await page.goto(url);
    await installed(page);
    await page.reload();
    await newVersion((files) => files.set("licences.html", Buffer.from(`${files.get("licences.html")}<!-- new -->`)));
    await damage(page, "licences.html", kForged);
    const response = await page.goto(`${url}licences.html`);
    assert.equal(response.status(), 503);
    // The new version is whole: it takes over when it is asked for.
    await page.goto(url);
    await page.locator("#new-version").waitFor();
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "更新" }).click()]);
    const after = await page.goto(`${url}licences.html`);
    assert.ok((await after.text()).endsWith("<!-- new -->"));
  });
});

test("half of an install that was cut short goes with the next one; other sites of the origin keep theirs", async () => {
  await withSite(async ({ page, url }) => {
    await page.goto(url);
    await installed(page);
    await page.reload();
    const [own] = await page.evaluate(() => caches.keys());
    await page.evaluate(async (name) => {
      const half = await caches.open(name.replace(/[0-9a-f]{16}$/, "0123456789abcdef"));
      await half.put("index.html", new Response("half"));
      for (const other of ["junheng http://192.0.2.1/other/ 0123456789abcdef", "somebody else's"])
        await (await caches.open(other)).put("x", new Response("x"));
    }, own);
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 4);
    await newVersion((files) => files.set("licences.html", Buffer.from(`${files.get("licences.html")}<!-- new -->`)));
    await page.goto(url);
    await page.locator("#new-version").waitFor();
    const names = await page.evaluate(() => caches.keys());
    assert.ok(names.includes(own), "the version in charge is still there");
    assert.ok(!names.some((name) => name.endsWith("0123456789abcdef") && name.startsWith(`junheng ${url}`)));
    assert.equal(names.length, 4, "the new one, the old one, and what is not ours");
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "更新" }).click()]);
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 3);
  });
});

test("an install that breaks off leaves nothing", async () => {
  await withSite(async ({ page, url }) => {
    const engine = join(folder, "engine/junheng.wasm");
    const bytes = await readFile(engine);
    await writeFile(engine, Buffer.concat([bytes, Buffer.from([0])]));
    await page.goto(url);
    const left = () => page.evaluate(() => caches.keys());
    await page.evaluate(async () => {
      const { installing } = await navigator.serviceWorker.register("service-worker.js");
      while (installing !== null && installing.state !== "redundant") await new Promise((done) => setTimeout(done, 50));
    });
    assert.deepEqual(await left(), []);
    await writeFile(engine, bytes);
    await page.reload();
    await installed(page);
    assert.equal((await left()).length, 1);
  });
});
