// SPDX-License-Identifier: MIT
//
// A real browser on the real site, for every test of this folder. What no page may do is watched here, in all of
// them: write an error to the console, or ask another origin for anything.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { after, before } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";
import { serve } from "../../../web/tools/serve.mjs";

const root = new URL("../../../", import.meta.url);
const kExecutables = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/**
 * The driver's own list, of which the last on the command line counts alone, and what takes half of the processor time
 * of a small page: two pages for the address field, made anew with every window, and a process in reserve.
 */
const kFeaturesOff = [
  "AutoDeElevate",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "BoundaryEventDispatchTracksNodeRemoval",
  "DestroyProfileOnBrowserClose",
  "DialMediaRouteProvider",
  "GlobalMediaControls",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "OptimizationHints",
  "PaintHolding",
  "RenderDocument",
  "ThirdPartyStoragePartitioning",
  "Translate",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "SpareRendererForSitePerProcess",
];
const kQuiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${kFeaturesOff.join(",")}`,
];
/**
 * WebGL in software: test machines have no GPU. The page around the canvas is put together without it, which costs a
 * third less; what the canvas holds is the same.
 */
export const kSoftwareGl = [
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-gpu-compositing",
  "--disable-gpu-rasterization",
];
export const kNoGl = ["--disable-gpu", "--disable-3d-apis"];
/** A machine that is busy with builds still gets there, where a browser has stood still for a minute; a hang does not. */
export const kPatience = 180_000;

/**
 * Starts the server and the browser; `close` ends both. Each test file has a browser of its own, because a clipboard
 * belongs to a browser: what one file copies no other one running beside it may paste.
 */
export async function startBrowser({ gl = kSoftwareGl, args = [], env = {} } = {}) {
  const executablePath = process.env.CHROMIUM ?? kExecutables.find((path) => existsSync(path));
  const server = await serve({ port: 0 });
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath,
    args: [...kQuiet, ...gl, ...sandbox, ...args],
    env: { ...process.env, ...env },
  });
  return {
    url: server.url,
    browser,
    async close() {
      await ended(browser);
      await server.close();
    },
  };
}

/** startBrowser() for the tests of a file, from before the first until after the last: it is filled in when they run. */
export function browserForTests(options) {
  const started = {};
  before(async () => Object.assign(started, await startBrowser(options)));
  after(() => started.close?.());
  return started;
}

/**
 * Whether it came to an end, with a limit: once in some thousand times a browser says good-bye and does not go. The
 * driver would wait for ever, after the last test of a file had passed, and all files with it.
 */
const soon = (end) => Promise.race([end.then(() => true), wait(kPatience, false, { ref: false })]);

async function ended(browser) {
  const gone = browser.close();
  if (await soon(gone)) return;
  console.error("# the browser did not close by itself");
  // Each of them leads a group of its own, with all that it has started.
  const children = await readFile(`/proc/self/task/${process.pid}/children`, "utf8");
  for (const child of children.match(/\d+/g) ?? []) process.kill(-Number(child), "SIGKILL");
  await gone;
}

/**
 * A page at `path` of the site, in a context of its own. `check()` at the end of a test says what went wrong
 * meanwhile; `close()` is for its `finally`. With its first page a context would install the whole site, at a quarter
 * of the processor time of a test: that happens where `serviceWorkers: "allow"` stands in `context`.
 */
export async function openPage(started, path, { context: options = {}, init } = {}) {
  const context = await started.browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
    serviceWorkers: "block",
    ...options,
  });
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  const faults = [];
  const address = new URL(path, started.url); // of the site, or of a file
  const origins = [new URL(started.url).origin, address.origin];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!origins.includes(url.origin) && !["data:", "blob:"].includes(url.protocol))
      faults.push(`request: ${url.href}`);
  });
  await context.addInitScript(countPending);
  if (init !== undefined) await page.addInitScript(init);
  const response = await page.goto(address.href);
  return {
    page,
    context,
    response,
    check: () =>
      assert.deepEqual(
        faults.filter((fault) => !kHarmless.some((known) => known.test(fault))),
        [],
      ),
    async close() {
      if (!(await soon(context.close()))) console.error("# a page did not close by itself");
    },
  };
}

/** What the browser itself says of its software GPU, which no machine with a real one says, and the driver of its ban. */
const kHarmless = [
  /GPU stall due to ReadPixels/,
  /Automatic fallback to software WebGL/,
  /^console: Service Worker registration blocked by Playwright$/,
];

/** The text view is there, and a standard can be chosen. */
export const textReady = (page) =>
  page.waitForFunction(() => document.body.dataset.view === "text" && !document.getElementById("standard").disabled);

/** The workbench is drawn. */
export async function workbenchReady(page) {
  await page.waitForFunction(() => document.body.dataset.view === "canvas" && (window.__junheng?.frames ?? 0) > 0);
}

/** In the page: which frames and timers it still waits for. Timers far off draw nothing; they tidy up. */
function countPending() {
  const kFar = 10_000;
  const frames = new Set();
  const timers = new Set();
  const { requestAnimationFrame, cancelAnimationFrame, setTimeout, setInterval, clearTimeout } = window;
  window.requestAnimationFrame = (callback) => {
    const id = requestAnimationFrame.call(window, (time) => {
      frames.delete(id);
      callback(time);
    });
    frames.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    frames.delete(id);
    cancelAnimationFrame.call(window, id);
  };
  window.setTimeout = (callback, delay = 0, ...rest) => {
    const id = setTimeout.call(
      window,
      () => {
        timers.delete(id);
        callback(...rest);
      },
      delay,
    );
    if (delay < kFar) timers.add(id);
    return id;
  };
  window.setInterval = (...given) => {
    const id = setInterval.apply(window, given);
    timers.add(id); // never quiet again until it is cleared
    return id;
  };
  window.clearInterval = window.clearTimeout = (id) => {
    timers.delete(id);
    clearTimeout.call(window, id);
  };
  window.__pending = () => frames.size + timers.size;
  // Looked at by a clock of its own, which is not counted.
  window.__quiet = () =>
    new Promise((done) => {
      let still = 0;
      const look = () => {
        still = window.__pending() === 0 ? still + 1 : 0;
        if (still === 4) done(true);
        else setTimeout.call(window, look, 50);
      };
      look();
    });
}

/**
 * The page waits for no frame and no timer: everything that was to be drawn is drawn, the tree over the canvas shows
 * it, the work is kept. Nothing more comes until something happens.
 */
export const settled = (page) => page.evaluate(() => window.__quiet());

/** Text onto the real clipboard, then the real keys. */
export async function pasteText(page, text) {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press("Control+V");
}

/** The text that is shown is there to its end. */
export const whole = (page) =>
  page.waitForFunction(() => document.getElementById("text-view").dataset.whole === "true");

/**
 * Somewhere it reads like this: words come a moment after what they speak of, as another language is fetched, a file is
 * made, a question is asked of a worker.
 */
export async function reads(page, selector, pattern) {
  await page
    .waitForFunction(
      ([where, source, flags]) => new RegExp(source, flags).test(document.querySelector(where)?.innerText ?? ""),
      [selector, pattern.source, pattern.flags],
    )
    .catch(() => undefined);
  assert.match(await page.locator(selector).first().innerText(), pattern);
}

/** What a page has said there is taken away: what stands there next it says of what was done next, were it the same. */
export const emptied = (page, selector) =>
  page.evaluate((where) => document.querySelector(where).replaceChildren(), selector);

/** The verdict as a screen reader finds it: the text of the status with this id in the accessibility tree. */
export async function verdict(page, expected) {
  await page.waitForFunction((value) => document.getElementById("verdict")?.dataset.verdict === value, expected);
  await whole(page);
  return page.locator("#verdict").innerText();
}

async function openMenu(page) {
  const menu = page.locator("#menu-switch");
  if ((await menu.isVisible()) && (await menu.getAttribute("aria-expanded")) !== "true") await menu.click();
}

/** A button of the bar; where they have no room they are in its menu. */
export async function fromMenu(page, selector) {
  // The bar folds when its buttons have no room any more, which may be a moment after another view has come: a button
  // that was there a moment ago is then in a closed menu. A click is tried again only where the button heard none, as a
  // busy browser may take longer over a click that it does make.
  const button = page.locator(selector);
  const end = Date.now() + kPatience;
  await button.evaluate((element) => {
    element.heard = false;
    element.addEventListener("click", () => (element.heard = true), { once: true });
  });
  for (;;) {
    try {
      if (!(await button.isVisible())) await openMenu(page);
      return await button.click({ timeout: 10_000 });
    } catch (error) {
      if (await button.evaluate((element) => element.heard === true)) return;
      if (Date.now() > end) throw error;
    }
  }
}

/** What can be pressed on the canvas: a button of the tree over it, or one of its tabs. */
export function onCanvas(page, name, { exact = true, ...options } = {}) {
  const twin = page.locator(".screen-twin");
  const of = { name, exact, ...options };
  return twin.getByRole("button", of).or(twin.getByRole("tab", of)).first();
}

/** All that the text view says. While the canvas is shown it is not made: somebody looks, and goes back. */
export async function wholeText(page) {
  const onCanvas = await page.evaluate(() => document.body.dataset.view === "canvas");
  if (onCanvas) await page.click("#view-switch");
  await whole(page);
  const text = await page.locator("#text-view").innerText();
  if (onCanvas) await page.click("#view-switch");
  return text;
}

async function writePicture(name, bytes) {
  const folder = new URL("build/screenshots/", root);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(name, folder), bytes);
}

/** A picture that a test made: kept to be looked at, not judged, when somebody asks by JUNHENG_SCREENSHOTS=1. */
export async function keepPicture(name, make) {
  if (process.env.JUNHENG_SCREENSHOTS) await writePicture(name, await make());
}

export const screenshot = (page, name) => keepPicture(`${name}.png`, () => page.screenshot());

/** What a test saw last, under the name of its file. */
export const screenshotOfFailure = (page) =>
  page
    .screenshot()
    .then((bytes) => writePicture(`failed-${basename(process.argv[1], ".test.mjs")}.png`, bytes))
    .catch(() => undefined);

export const sample = (name) => new URL(`public/samples/${name}`, root);

/**
 * A page for the length of `body`, once `prepare` has brought it to where the test begins; then the faults that it has
 * collected. `body` also gets what openPage() gave.
 */
export async function withPage(started, path, prepare, body, options = {}) {
  const opened = await openPage(started, path, options);
  try {
    await prepare(opened.page);
    await body(opened.page, opened);
    opened.check();
  } catch (error) {
    await screenshotOfFailure(opened.page);
    throw error;
  } finally {
    await opened.close();
  }
}

export const withWorkbench = (started, body, options) => withPage(started, "app/", workbenchReady, body, options);
export const withText = (started, body, options) => withPage(started, "app/", textReady, body, options);

/** The text view with the standard of 2012, by which short tables of schools have enough columns. */
export const withBasic = (started, body, options) =>
  withText(
    started,
    async (page, opened) => {
      await page.selectOption("#standard", "basic-2012");
      await body(page, opened);
    },
    options,
  );

/**
 * What is on the canvas. `ink`: pixels unlike the one in the corner; an empty canvas has none. `steep`: of all steps
 * from pixel to pixel that can be seen, the part that goes half the way from black to white; text that is drawn at
 * another size, or between the pixels, has nearly none.
 */
export function canvasStatistics(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        const canvas = document.getElementById("canvas");
        // Read inside a frame that was asked for: WebGL throws the picture away after it was shown.
        canvas.dispatchEvent(new PointerEvent("pointermove", { clientX: 5, clientY: 200, bubbles: true }));
        requestAnimationFrame(() => {
          const copy = document.createElement("canvas");
          copy.width = canvas.width;
          copy.height = canvas.height;
          const context = copy.getContext("2d");
          context.drawImage(canvas, 0, 0);
          const { data, width } = context.getImageData(0, 0, copy.width, copy.height);
          let ink = 0;
          let visible = 0;
          let steep = 0;
          for (let at = 4; at < data.length; at += 4) {
            if (data[at] !== data[0] || data[at + 1] !== data[1]) ink += 1;
            if ((at / 4) % width === 0) continue;
            const step = Math.abs(data[at] - data[at - 4]);
            if (step > 40) visible += 1;
            if (step > 110) steep += 1;
          }
          done({ ink, steep: visible === 0 ? 0 : steep / visible });
        });
      }),
  );
}
