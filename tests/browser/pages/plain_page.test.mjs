// SPDX-License-Identifier: MIT
//
// The engine in a page that is none of ours: the example of the package's README in a static page, with no more in its
// policy than the README says.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { fences, paper } from "../../house/papers.mjs";
import { browserForTests, kNoGl, openPage } from "../support/browser.mjs";

const readme = paper("docs/package.md");
const [, address] = readme.match(/import \{ loadJunheng \} from "(\.[^"]+)"/);
const policy = [...readme.matchAll(/`((?:script|connect)-src [^`]+)`/g)].map(([, one]) => one);
const example = fences(readme).find(({ language }) => language === "js").code;
const [, expected] = example.match(/cvText\); \/\/ "([^"]+)"/);

const started = browserForTests({ gl: kNoGl });

/** What the page says to its console, with these sources allowed. */
async function saidIn(allowed, count) {
  const opened = await openPage(started, "licences.html");
  const { page } = opened;
  try {
    await page.route("**/plain/**", (route) => {
      const name = new URL(route.request().url()).pathname.split("/plain/")[1];
      if (name === "index.html")
        return route.fulfill({
          contentType: "text/html; charset=utf-8",
          body: `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>一页</title>
<meta http-equiv="Content-Security-Policy" content="${["default-src 'none'", "img-src data:", ...allowed].join("; ")}">
<link rel="icon" href="data:,"><script type="module" src="main.js"></script></html>`,
        });
      if (name === "main.js")
        return route.fulfill({
          contentType: "text/javascript; charset=utf-8",
          body: example.replace('from "junheng"', `from "${address}"`),
        });
      const inside = name.replace(/^node_modules\/junheng\//, "");
      return route.fulfill({ path: fileURLToPath(new URL(`../../../dist/package/${inside}`, import.meta.url)) });
    });
    const said = [];
    const enough = new Promise((done) => {
      const say = (text) => {
        said.push(text);
        if (said.length === count) done();
      };
      page.on("console", (message) => message.type() === "log" && say(message.text()));
      page.on("pageerror", (error) => say(`${error.name}: ${error.message}`));
    });
    await page.goto(new URL("plain/index.html", started.url).href);
    await enough;
    const globals = await page.evaluate(() => Object.keys(window).filter((name) => /junheng|module/i.test(name)));
    return { said, globals, check: opened.check };
  } finally {
    await opened.close();
  }
}

test("the README's example in a plain page, with the policy that the README names", async () => {
  assert.equal(policy.length, 2, policy.join("; "));
  const { said, globals, check } = await saidIn(policy, 1);
  assert.deepEqual(said, [expected]);
  assert.deepEqual(globals, []);
  check();
});

test("with less than that it does not run, so that the README asks for nothing needless", async () => {
  for (const less of [[policy[0].replace(" 'wasm-unsafe-eval'", ""), policy[1]], [policy[0]]]) {
    const { said } = await saidIn(less, 1);
    assert.doesNotMatch(said[0], /^[\d.]+$/, less.join("; "));
  }
});
