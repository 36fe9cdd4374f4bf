// SPDX-License-Identifier: MIT
//
// A walk over the public pages and their main actions, in Chromium and in Firefox: nothing is written to the console, no
// error, warning or word, and nothing is asked for outside of the site.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadPublisher, sampleWork } from "../../support/publishing.mjs";
import { kPatience, startBrowser } from "../support/browser.mjs";
import { startFirefox } from "../support/firefox.mjs";

const publisher = await loadPublisher();
const sealed = publisher.seal(sampleWork).single();
const changed = sealed.replace(">7.90<", ">7.91<");

let started;
before(async () => {
  started = await startBrowser();
});
after(() => started.close());

// ---- what a page can be told, the same in both browsers; these run in the page and take one list -------------------

const isThere = ([selector]) => document.querySelector(selector) !== null;
const says = ([selector, words]) => document.querySelector(selector)?.textContent.includes(words) === true;
/** Every button inside, but print: its window would stand in the way. */
const pressAll = ([selector]) => {
  const buttons = [...document.querySelectorAll(`${selector} button`)];
  for (const one of buttons) if (!/打印|Print/.test(one.textContent)) one.click();
  return buttons.length;
};
const type = ([selector, text]) => {
  const field = document.querySelector(selector);
  field.value = text;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
};
const choose = ([selector, files]) => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name, { type: "text/html" }));
  const input = document.querySelector(selector);
  input.files = data.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
};

// ---- the walk -----------------------------------------------------------------------------------------------------

/** Each: where, and what is done there, with `run` and `until` for functions of the page. */
const kWalk = [
  ["", async ({ until }) => until(isThere, 'a[href="app/"]')],
  ["licences.html", async ({ until }) => until(isThere, "h1")],
  ...["county/", "county/en.html"].map((path) => [
    path,
    async ({ run, until }) => {
      await until(isThere, '#check[data-state="agrees"]');
      await run(type, "#search-text", "一小");
      await until(isThere, "#search-found *");
      await run(pressAll, "#tools");
      await run(pressAll, "#downloads");
    },
  ]),
  [
    "school/",
    async ({ run, until }) => {
      await until(isThere, "#field-pupils");
      await run(type, "#field-pupils", "300");
      await until(says, "body", "还没有填");
      await run(pressAll, "#tools");
    },
  ],
  [
    "sealed/",
    async ({ run, until }, files) => {
      await until(isThere, "#files");
      await run(choose, "#files", files);
      // In whatever language the page before was left.
      await until(isThere, "#result tbody tr:nth-child(3) .is-unknown");
      await run(pressAll, "#tools");
    },
  ],
];
const kOpened = [
  ["好.html", sealed],
  ["改.html", changed],
  ["无.html", "<p>你好"],
];

/** `driver`: open, run, until, faults. */
async function walk(driver, origin) {
  for (const [path, act] of kWalk) {
    await driver.open(new URL(path, started.url).href);
    await act(driver, kOpened);
    assert.deepEqual(await driver.faults(origin), [], `/${path}`);
  }
}

/** What only a machine without a graphics card says. */
const kHarmless = /GPU stall due to ReadPixels|Automatic fallback to software WebGL|WebGL|no GPU/i;

test("Chromium: public pages and their actions, no word on the console, no foreign request", async () => {
  const context = await started.browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  let heard = [];
  page.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`exception: ${error.message}`));
  let asked = [];
  context.on("request", (request) => asked.push(request.url()));
  try {
    await walk(
      {
        open: (url) => page.goto(url),
        run: (script, ...args) => page.evaluate(script, args),
        until: (script, ...args) => page.waitForFunction(script, args),
        async faults(origin) {
          const found = [
            ...heard.filter((one) => !kHarmless.test(one)),
            ...asked.filter((url) => !url.startsWith(origin) && !/^(?:data|blob|about):/.test(url)),
          ];
          heard = [];
          asked = [];
          return found;
        },
      },
      new URL(started.url).origin,
    );
  } finally {
    await context.close();
  }
});

test("Firefox: public pages and their actions, no word on the console, no foreign request", async () => {
  const firefox = await startFirefox();
  try {
    const origin = new URL(started.url).origin;
    // What it notes, it notes: a page that does say something and asks elsewhere.
    await firefox.open(`${started.url}licences.html`);
    await firefox.faults(origin);
    await firefox.run(() => {
      console.log("a word");
      setTimeout(() => window.missing());
      fetch("http://192.0.2.1/").catch(() => undefined);
    });
    await firefox.until(() => true);
    await new Promise((done) => setTimeout(done, 500));
    const noted = (await firefox.faults(origin)).join("\n");
    for (const part of [/a word/, /window\.missing/, /192\.0\.2\.1/]) assert.match(noted, part);
    await walk(
      {
        open: firefox.open,
        run: (script, ...args) => firefox.run(script, args),
        until: (script, ...args) => firefox.until(script, args),
        async faults(from) {
          return (await firefox.faults(from)).filter((one) => !kHarmless.test(one));
        },
      },
      origin,
    );
  } finally {
    await firefox.close();
  }
});
