// SPDX-License-Identifier: MIT
//
// A walk over every page and its main actions, in Chromium and in Firefox: nothing is written to the console, no error,
// warning or word, and nothing is asked for outside of the site. Published files are opened from a disk.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { loadPublisher, sampleText, sampleWork } from "../../support/publishing.mjs";
import { browserForTests, kPatience } from "../support/browser.mjs";
import { startFirefox } from "../support/firefox.mjs";

const publisher = await loadPublisher();
const sealed = publisher.seal(sampleWork).single();
const changed = sealed.replace(">7.90<", ">7.91<");

const started = browserForTests();
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "均衡尺 走 "));
  const offline = fileURLToPath(new URL("../../../dist/junheng-offline.html", import.meta.url));
  const files = {
    "封存.html": sealed,
    "公开.html": publisher.publish(sampleWork).single(),
    "public.html": publisher.publish(sampleWork).single("en"),
    "离线.html": await readFile(offline),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
});
after(() => rm(folder, { recursive: true }));

// ---- what a page can be told, the same in both browsers; these run in the page and take one list -------------------

const isThere = ([selector]) => document.querySelector(selector) !== null;
const says = ([selector, words]) => document.querySelector(selector)?.textContent.includes(words) === true;
const press = ([selector]) => document.querySelector(selector).click();
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
const isGone = ([selector]) => document.querySelector(selector) === null;
const isReady = () => document.body.dataset.view !== "start" && !document.getElementById("standard").disabled;
const isJudged = ([verdict]) => document.getElementById("verdict")?.dataset.verdict === verdict;
const go = ([fragment]) => {
  location.hash = fragment;
};
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
const isAt = ([view]) => document.body.dataset.view === view;

// ---- the walk -----------------------------------------------------------------------------------------------------

const kViews = [
  "data",
  "schools",
  "balance",
  "facts",
  "what-if",
  "verdict",
  "issues",
  "meeting",
  "text",
  "reading",
  "kept",
];

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
  [
    "app/",
    async ({ run, until }) => {
      await until(isReady);
      await run(choose, "#file", [["示例.tsv", sampleText]]);
      await until(isJudged, "fail");
      for (const view of kViews) {
        await run(go, `view=${view}`);
        if (["text", "reading", "kept"].includes(view)) await until(isAt, view);
        else await until(drawn);
      }
      await run(go, "view=reading");
      await until(isThere, "#save-csv");
      for (const id of [
        "save-project",
        "save-results",
        "save-xlsx",
        "save-csv",
        "publish-page",
        "publish-sealed",
        "publish-folder",
      ]) {
        await run(press, `#${id}`);
        if (!id.startsWith("publish-")) continue;
        await until(isThere, "#publish-dialog[open]");
        await run(press, "#publish-preview");
        await run(press, "#publish-save");
        await until(isGone, "#publish-dialog");
      }
      await run(type, "#theme", "dark");
      await run(press, "#language-switch");
      await run(go, "view=text");
      await until(isThere, ".copy");
      await run(press, "#kept-switch");
      await until(isThere, "#kept tbody tr");
    },
  ],
];
const kFromDisk = [
  ["封存.html", "agrees"],
  ["公开.html", "agrees"],
  ["public.html", "agrees"],
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
  // A quiet page of the site in between: Firefox ends the process of the site on the way to the disk, and says so where
  // the page before is still keeping what was done.
  await driver.open(new URL("licences.html", started.url).href);
  await driver.faults(origin);
  // What the browser still asks of the site for itself, its icon or whether the service worker has changed: a file on a
  // disk does not know where that is.
  const ofSite = (one) => one.startsWith(origin) || one.startsWith(`request: ${origin}`);
  const faultsFromDisk = async () => (await driver.faults("file:")).filter((one) => !ofSite(one));
  for (const [name, state] of kFromDisk) {
    await driver.open(pathToFileURL(join(folder, name)).href);
    await driver.until(isThere, `#check[data-state="${state}"]`);
    await driver.run(pressAll, "#tools");
    await driver.run(pressAll, "#downloads");
    assert.deepEqual(await faultsFromDisk(), [], name);
  }
  await driver.open(pathToFileURL(join(folder, "离线.html")).href);
  await driver.until(isReady);
  await driver.run(choose, "#file", [["示例.tsv", sampleText]]);
  await driver.until(isJudged, "fail");
  await driver.run(press, "#other-pages");
  await driver.until(
    () => document.getElementById("inner-page").contentDocument?.getElementById("check")?.dataset.state === "agrees",
  );
  assert.deepEqual(await faultsFromDisk(), [], "离线.html");
}

/** What only a machine without a graphics card says. */
const kHarmless = /GPU stall due to ReadPixels|Automatic fallback to software WebGL|WebGL|no GPU/i;

test("Chromium: all pages and actions, no word on the console, no foreign request", async () => {
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

test("Firefox: all pages and actions, no word on the console, no foreign request", async () => {
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
    let noted = "";
    const heard = (part) => part.test(noted);
    const all = [/a word/, /window\.missing/, /192\.0\.2\.1/];
    for (const end = Date.now() + kPatience; !all.every(heard) && Date.now() < end; await wait(100))
      noted += (await firefox.faults(origin)).join("\n");
    for (const part of all) assert.match(noted, part);
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
