// SPDX-License-Identifier: MIT
//
// Every page: the content security policy in the headers and in the page itself, nothing inline, no dead links, the
// few words of the landing page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { browserForTests, openPage, screenshot, workbenchReady } from "../support/browser.mjs";

const started = browserForTests();

const kPages = ["", "licences.html", "app/", "school/", "sealed/"];
const kPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

for (const path of kPages) {
  test(`/${path}: policy in header and page, nothing inline, links alive, no third party`, async () => {
    const opened = await openPage(started, path, { context: { serviceWorkers: "allow" } });
    try {
      const header = opened.response.headers()["content-security-policy"];
      assert.match(header, /default-src 'none'/);
      for (const forbidden of ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"]) {
        assert.ok(!header.includes(forbidden), `${forbidden} in ${header}`);
      }
      const html = await opened.response.text();
      assert.ok(html.includes(`content="${kPolicy}"`));
      assert.ok(html.indexOf("<meta charset") < html.indexOf("<title>"));
      assert.doesNotMatch(html, /\son[a-z]+\s*=|\sstyle\s*=|<style|<script(?![^>]*\ssrc=)/i);
      assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//);
      const links = await opened.page.$$eval("a[href], link[href], script[src], img[src]", (all) =>
        all.map((one) => one.href || one.src),
      );
      for (const link of new Set(links.filter((one) => !one.includes("#")))) {
        assert.equal((await fetch(link)).status, 200, link);
      }
      if (path === "app/") await workbenchReady(opened.page);
      await screenshot(opened.page, `page-${path === "" ? "index" : path.replace(/\W/g, "")}`);
      opened.check();
    } finally {
      await opened.close();
    }
  });
}

test("the policy holds: a script put into the page does not run, and another origin is not reached", async () => {
  const opened = await openPage(started, "app/");
  try {
    await workbenchReady(opened.page);
    const outcome = await opened.page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      const reached = await fetch("http://192.0.2.1/").then(
        () => true,
        () => false,
      );
      return { ran: window.ran === true, reached };
    });
    assert.deepEqual(outcome, { ran: false, reached: false });
  } finally {
    await opened.close();
  }
});

test("the bundles ask for no code from text", async () => {
  for (const file of ["app/main.js", "engine/junheng.js"]) {
    const text = await readFile(new URL(`../../../dist/site/${file}`, import.meta.url), "utf8");
    assert.doesNotMatch(text, /new Function\b|\beval\s*\(/, file);
  }
});
