// SPDX-License-Identifier: MIT
//
// A published page that somebody changed on its way to the reader: whatever a reader could see of the change, the
// genuine script never says 一致 beside it. Every insertion at every kind of place; attributes; the head; behind the end.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { loadJunheng, sampleWork, site } from "../../support/publishing.mjs";
import { browserForTests, kNoGl, openPage } from "../support/browser.mjs";

const started = browserForTests({ gl: kNoGl });

const published = await readFile(new URL("county/index.html", site), "utf8");

/** What the page says of itself; "silent" where its script was not found. */
async function stateOf(opened, html) {
  await opened.page.unrouteAll();
  await opened.page.route("**/county/index.html", (route) =>
    route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
  );
  let lost = false;
  const watch = (response) => (lost ||= response.url().endsWith("/page.js") && !response.ok());
  opened.page.on("response", watch);
  await opened.page.goto(new URL("county/index.html", started.url).href);
  opened.page.off("response", watch);
  if (lost) return "silent";
  await opened.page.waitForFunction(() => document.getElementById("check")?.dataset.state !== undefined);
  return opened.page.evaluate(() => document.getElementById("check").dataset.state);
}

const insertions = {
  "an open shadow root": '<template shadowrootmode="open"><h2>结论</h2><p>✓ 达标</p></template>',
  "an open one that shows the rest": '<template shadowrootmode="open"><p>✓ 达标</p><slot></slot></template>',
  "a closed one": '<template shadowrootmode="closed"><p>✓ 达标</p></template>',
  "a closed one that copies keep": '<template shadowrootmode="closed" shadowrootclonable><p>✓ 达标</p></template>',
  "an element": "<p>✓ 达标</p>",
  "bare text": "达标",
  "an ideographic space": "\u3000",
  "an empty element": "<p></p>",
  "a picture": '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  "a frame": '<iframe srcdoc="达标"></iframe>',
  "a style": "<style>main{display:none}</style>",
  "a drawing": '<svg viewBox="0 0 9 9"><text y="9">达标</text></svg>',
  "a second list of languages": '<nav class="languages"><a href="en.html">✓ 达标</a></nav>',
  "a skip link": '<a class="skip" href="#verdict">✓ 达标</a>',
  "a block of data that comes first": '<script id="data" type="application/json">{}</script>',
};
const places = {
  "at the beginning of the body": '<body class="page">',
  "at the beginning of main": '<main id="printed">',
  "in the verdict": '<section id="verdict" tabindex="-1">',
  "in the section that is filled here": '<section class="check">',
  "in the list of differences": '<div id="differences">',
  "in the search": '<div id="search-found">',
  "in a cell": '<td class="number">',
  "behind main": "</main>",
  "behind the script": '<script src="page.js" data-engine="junheng.wasm"></script>',
};

/** At one place all of them; at the others one of each kind. */
const kEverything = "in the verdict";
const kOfEachKind = ["an open shadow root", "a closed one", "an element", "bare text"];

for (const [where, mark] of Object.entries(places)) {
  test(`whatever is put ${where}`, async () => {
    assert.ok(published.includes(mark), mark);
    const opened = await openPage(started, "about:blank");
    try {
      const all = Object.entries(insertions);
      for (const [what, added] of where === kEverything ? all : all.filter(([name]) => kOfEachKind.includes(name))) {
        const state = await stateOf(
          opened,
          published.replace(mark, () => mark + added),
        );
        assert.notEqual(state, "agrees", what);
      }
    } finally {
      await opened.close();
    }
  });
}

const changes = {
  "a page that goes elsewhere": [
    "<head>",
    '<head><meta http-equiv="refresh" content="9;url=https://example.invalid/">',
  ],
  "a second stylesheet": ["</head>", '<link rel="stylesheet" href="page.css?2"></head>'],
  "a style in the head": ["</head>", "<style>#verdict{visibility:hidden}</style></head>"],
  "another base": ["<head>", '<head><base href="/elsewhere/">'],
  "no policy": [/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, ""],
  "a weaker policy": ["default-src 'none'", "default-src *"],
  "another name": ["<title>示例区", "<title>模范区"],
  "another icon": ['href="data:,"', 'href="data:image/gif;base64,R0lGODlhAQABAAAAACw="'],
  "a style of one element": ['<section id="verdict"', '<section style="display:none" id="verdict"'],
  "a class": ['<body class="page">', '<body class="page is-pass">'],
  "one hidden": ['<section id="verdict"', '<section hidden id="verdict"'],
  "the root's direction": ['dir="ltr"', 'dir="rtl"'],
  "two attributes that read like one": [
    '<section id="verdict" tabindex="-1">',
    '<section id="verdict" tabindex="-1 title=" title="">',
  ],
  "an attribute without a value": ['<main id="printed">', '<main id="printed" inert>'],
  "a number": ['<td class="number">0.5368</td>', '<td class="number">0.4368</td>'],
  "a link of the languages": ['<a href="en.html"', '<a href="https://example.invalid/"'],
  "words before the check": ["重新核对</h2>", "已核对：一致</h2>"],
  "no first line": ["<!DOCTYPE html>", ""],
  "an older first line": ["<!DOCTYPE html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">'],
  "a first line that only looks right": ["<!DOCTYPE html>", "<!DOCTYPE html SYSTEM>"],
  "a first line with a word more": ["<!DOCTYPE html>", "<!DOCTYPE html x>"],
  "a first line without its identifiers": ["<!DOCTYPE html>", "<!DOCTYPE html PUBLIC>"],
  "a blank that parts a number": [/<td class="number">0\.5368/, '<td class="number">0.53<!-- --> <!-- -->68'],
  "a blank in an empty list of differences": ['<div id="differences">', '<div id="differences"> '],
  "no place for the check": [/<section class="check">[^]*?<\/section>/, ""],
  "a place for the script and one for the reader": [
    '<p id="check" role="status">',
    '<p hidden id="check"></p><p data-state="agrees">一致</p><p role="status">',
  ],
  "the word before the script": ['<p id="check" role="status">', '<p id="check" role="status" data-state="agrees">'],
  "no main": ['<main id="printed">', "<main>"],
  "an element of another kind": [/<h3>(.*?)<\/h3>/, "<h4>$1</h4>"],
  "a comment around the verdict": [
    /(<section id="verdict"[^]*?<\/section>)/,
    "<!--$1--><section><p>达标</p></section>",
  ],
};
test("whatever is changed in head, attributes and texts", async () => {
  const opened = await openPage(started, "about:blank");
  try {
    for (const [what, [from, to]] of Object.entries(changes)) {
      const forged = published.replace(from, to);
      assert.notEqual(forged, published, what);
      assert.notEqual(await stateOf(opened, forged), "agrees", what);
    }
    assert.equal(await stateOf(opened, published), "agrees", "the page itself");
    assert.equal(await stateOf(opened, published.replace("<main", "<!-- nobody sees this --><main")), "agrees");
  } finally {
    await opened.close();
  }
});

test("names of elements that hide what the document has under them stop nothing, and are differences", async () => {
  const opened = await openPage(started, "about:blank");
  const own = [
    "documentElement",
    "body",
    "head",
    "doctype",
    "readyState",
    "getElementById",
    "currentScript",
    "baseURI",
  ];
  try {
    for (const name of [...own, "querySelectorAll", "importNode", "createElement", "compatMode"]) {
      const element = `<img name="${name}" id="${name}" alt="">`;
      const forged = published.replace("<main", () => `${element}<main`);
      assert.equal(await stateOf(opened, forged), "differs", name);
    }
    const form = '<form name="body" id="body"><input name="getAttributeNames"><input name="textContent"></form>';
    const state = await stateOf(
      opened,
      published.replace("</main>", () => `${form}</main>`),
    );
    assert.ok(["differs", "impossible"].includes(state), state);
  } finally {
    await opened.close();
  }
});

test("another stylesheet or engine under a page that is right is a state of its own", async () => {
  const opened = await openPage(started, "county/");
  try {
    const css = await readFile(new URL("county/page.css", site), "utf8");
    await opened.page.route("**/county/page.css", (route) =>
      route.fulfill({ body: `${css}\n.is-fail{font-size:0}`, contentType: "text/css" }),
    );
    await opened.page.goto(new URL("county/", started.url).href);
    await opened.page.waitForFunction(() => document.getElementById("check")?.dataset.state !== undefined);
    assert.equal(await opened.page.evaluate(() => document.getElementById("check").dataset.state), "program");
    assert.match(await opened.page.locator("#check").innerText(), /程序不是已知版本（版式）/);
  } finally {
    await opened.close();
  }
});

test("a file that was made with another engine or style, to the last byte by the rules, is not green", async () => {
  const part = (name) => readFile(new URL(name, site));
  const [wasm, script, style] = await Promise.all(
    ["engine/junheng.wasm", "publish/page.js", "publish/page.css"].map(part),
  );
  const { makePublisher } = await import(new URL("publish/publish.js", site).href);
  const engine = await loadJunheng();
  const parts = { wasm: new Uint8Array(wasm), script: script.toString(), style: style.toString() };
  for (const changed of [
    { style: `${parts.style}\n.is-fail{display:none}` },
    { wasm: new Uint8Array([...parts.wasm, 0, 3, 1, 65, 66]) },
  ]) {
    const html = makePublisher(engine, { ...parts, ...changed })
      .publish(sampleWork)
      .single();
    const opened = await openPage(started, "about:blank");
    try {
      assert.equal(await stateOf(opened, html), "program");
    } finally {
      await opened.close();
    }
  }
});
