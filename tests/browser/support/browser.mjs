// SPDX-License-Identifier: MIT
//
// A real browser on the real site, for every test of this folder. What no page may do is watched here, in all of
// them: write an error to the console, or ask another origin for anything.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../../web/tools/serve.mjs";

const root = new URL("../../../", import.meta.url);
const kExecutables = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const kQuiet = [
  "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync",
];
/** WebGL in software: test machines have no GPU. */
export const kSoftwareGl = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
export const kNoGl = ["--disable-gpu", "--disable-3d-apis"];
/** A machine that is busy with builds still gets there; a hang does not. */
export const kPatience = 60_000;

/** Starts the server and the browser; `close` ends both. */
export async function startBrowser({ gl = kSoftwareGl, args = [] } = {}) {
  const executablePath = process.env.CHROMIUM ?? kExecutables.find((path) => existsSync(path));
  const server = await serve({ port: 0 });
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args: [...kQuiet, ...gl, ...sandbox, ...args] });
  return {
    url: server.url,
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * A page at `path` of the site, in a context of its own. `check()` at the end of a test says what went wrong
 * meanwhile; `close()` is for its `finally`.
 */
export async function openPage(started, path, { context: options = {}, init } = {}) {
  const context = await started.browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  const faults = [];
  const origin = new URL(started.url).origin;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol)) faults.push(`request: ${url.href}`);
  });
  if (init !== undefined) await page.addInitScript(init);
  const response = await page.goto(new URL(path, started.url).href);
  return {
    page,
    context,
    response,
    check: () => assert.deepEqual(faults.filter((fault) => !kHarmless.some((known) => known.test(fault))), []),
    close: () => context.close(),
  };
}

/** What the browser itself says of its software GPU, which no machine with a real one says. */
const kHarmless = [/GPU stall due to ReadPixels/, /Automatic fallback to software WebGL/];

/** The workbench is drawn. */
export async function workbenchReady(page) {
  await page.waitForFunction(() => document.body.dataset.view === "canvas" && (window.__junheng?.frames ?? 0) > 0);
}

/** No frame for a third of a second: everything that was to be drawn is drawn. */
export async function settled(page) {
  await page.waitForFunction(
    () =>
      new Promise((done) => {
        const before = window.__junheng.frames;
        setTimeout(() => done(window.__junheng.frames === before), 1000);
      }),
  );
}

/** Text onto the real clipboard, then the real keys. */
export async function pasteText(page, text) {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press("Control+V");
}

/** The verdict as a screen reader finds it: the text of the status with this id in the accessibility tree. */
export async function verdict(page, expected) {
  await page.waitForFunction((value) => document.getElementById("verdict")?.dataset.verdict === value, expected);
  return page.locator("#verdict").innerText();
}

export async function screenshot(page, name) {
  const folder = new URL("build/screenshots/", root);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)) });
}

export const sample = (name) => new URL(`public/samples/${name}`, root);

/** A workbench that is ready, for the length of `body`; then the faults that its page has collected. */
export async function withWorkbench(started, body, options = {}) {
  const opened = await openPage(started, "app/", options);
  try {
    await workbenchReady(opened.page);
    await body(opened.page, opened);
    opened.check();
  } catch (error) {
    await screenshot(opened.page, "failed").catch(() => undefined);
    throw error;
  } finally {
    await opened.close();
  }
}

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
