// SPDX-License-Identifier: MIT
//
// The offline file, opened from a disk, from a folder with Chinese characters and spaces, in both browsers: paste to
// verdict, the pages inside, and not one request.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  kNoGl,
  kPatience,
  sample,
  screenshot,
  startBrowser,
  textReady,
  verdict,
  workbenchReady,
} from "../support/browser.mjs";
import { startFirefox } from "../support/firefox.mjs";

const built = fileURLToPath(new URL("../../../dist/junheng-offline.html", import.meta.url));
const county = await readFile(sample("sample-county.tsv"), "utf8");
let folder;
let address;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "均衡尺 离线 "));
  const path = join(folder, "离线 版.html");
  await copyFile(built, path);
  address = pathToFileURL(path).href;
});
after(() => rm(folder, { recursive: true }));

test("under 3 MB, its budget with everything inside, and its policy forbids every connection", async () => {
  const { size } = await stat(built);
  console.log(`dist/junheng-offline.html: ${size} bytes`);
  assert.ok(size < 3_000_000, `${size}`);
  const html = await readFile(built, "utf8");
  const policy = html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
  assert.match(policy, /default-src 'none'; script-src 'sha256-.*connect-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|'self'|https?:/);
  // the document itself, not the pages that its script can write
  assert.doesNotMatch(
    html.replaceAll(/<script>[\s\S]*?<\/script>/g, "<script></script>"),
    /type="module"|<link rel="stylesheet"|<script[^>]*\ssrc=/,
  );
});

/** The file in Chromium, with everything it asks for and complains of. */
async function inChromium(gl, body) {
  const started = await startBrowser({ gl });
  const context = await started.browser.newContext({ viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on(
    "request",
    (request) => request.url() !== address && !/^(data|blob|about):/.test(request.url()) && faults.push(request.url()),
  );
  try {
    await page.goto(address);
    await body(page);
    assert.deepEqual(faults, []);
  } finally {
    await started.close();
  }
}

async function pasteInChromium(page, text) {
  await page.evaluate((value) => {
    const box = document.createElement("textarea");
    document.body.append(box);
    box.value = value;
    box.select();
    document.execCommand("copy");
    box.remove();
  }, text);
  await page.keyboard.press("Control+V");
}

test("Chromium with graphics: the workbench starts, paste gives the verdict", async () => {
  await inChromium(undefined, async (page) => {
    await workbenchReady(page);
    await pasteInChromium(page, county);
    assert.match(await verdict(page, "fail"), /不达标/);
    await screenshot(page, "offline-workbench");
  });
});

test("Chromium without graphics: paste, samples, spreadsheet, and the pages inside", async () => {
  await inChromium(kNoGl, async (page) => {
    await textReady(page);
    await pasteInChromium(page, county);
    assert.match(await verdict(page, "fail"), /不达标/);
    await page.click('[data-sample="five-schools.tsv"]');
    await verdict(page, "unknown");
    await page.click("#other-pages");
    const frame = page.frameLocator("#inner-page");
    await frame.locator('#check[data-state="agrees"]').waitFor();
    assert.match(await frame.locator("main").innerText(), /示例一小/);
    await screenshot(page, "offline-county");
    await page.getByRole("button", { name: "校长查一所学校" }).click();
    await frame.locator("#field-pupils").fill("300");
    await frame.getByText("还没有填").waitFor();
    await page.getByRole("button", { name: "封存包", exact: true }).click();
    await frame.locator("#choose").waitFor();
    await page.getByRole("button", { name: "许可", exact: true }).click();
    await frame.getByText("Dear ImGui").waitFor();
    await page.click("#inner-back");
    assert.ok(await page.locator("#inner").isHidden());
  });
});

test("Firefox: paste to verdict by real keys, the pages inside, no request", async () => {
  const firefox = await startFirefox();
  try {
    await firefox.open(address);
    await firefox.until(() => document.body.dataset.view !== "start" && !document.getElementById("standard").disabled);
    await firefox.run((text) => {
      const box = document.getElementById("paste-box");
      box.value = text;
      box.focus();
      box.select();
    }, county);
    await firefox.control("c");
    await firefox.run(() => {
      document.getElementById("paste-box").value = "";
      document.activeElement.blur();
    });
    await firefox.control("v");
    const text = await firefox.until(
      () =>
        document.getElementById("verdict")?.dataset.verdict === "fail" &&
        document.getElementById("verdict").textContent,
    );
    assert.match(text, /不达标/);
    await firefox.run(() => document.getElementById("other-pages").click());
    await firefox.until(
      () => document.getElementById("inner-page").contentDocument?.getElementById("check")?.dataset.state === "agrees",
    );
    const asked = await firefox.run(() =>
      performance
        .getEntriesByType("resource")
        .map((one) => one.name)
        .filter((name) => !/^(data|blob|about):/.test(name)),
    );
    assert.deepEqual(asked, []);
  } finally {
    await firefox.close();
  }
});
