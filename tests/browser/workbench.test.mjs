// SPDX-License-Identifier: MIT
//
// The whole path in a real browser: a table on the real clipboard, Ctrl+V, the verdict in the accessible text and the
// picture on the canvas.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openPage, pasteText, sample, screenshot, settled, startBrowser, verdict, workbenchReady } from "./browser.mjs";

let started;
before(async () => {
  started = await startBrowser();
});
after(() => started.close());

const countyText = await readFile(sample("sample-county.tsv"), "utf8");
const fiveText = await readFile(sample("five-schools.tsv"), "utf8");

async function withPage(options, body, browser = started) {
  const opened = await openPage(browser, options.path ?? "app/", options);
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

/** How many of the canvas's pixels differ from the one in its corner: an empty canvas has none. */
function inkOnCanvas(page) {
  return page.evaluate(async () => {
    const canvas = document.getElementById("canvas");
    // Read inside a frame: WebGL throws the picture away after it was shown.
    return new Promise((done) => {
      canvas.dispatchEvent(new PointerEvent("pointermove", { clientX: 5, clientY: 200, bubbles: true }));
      requestAnimationFrame(() => {
        const copy = document.createElement("canvas");
        copy.width = canvas.width;
        copy.height = canvas.height;
        const context = copy.getContext("2d");
        context.drawImage(canvas, 0, 0);
        const { data } = context.getImageData(0, 0, copy.width, copy.height);
        let differing = 0;
        for (let i = 4; i < data.length; i += 4) if (data[i] !== data[0] || data[i + 1] !== data[1]) differing += 1;
        done(differing);
      });
    });
  });
}

test("Ctrl+V of the sample county: verdict, reasons, schools and excluded schools in the text, and a picture", async () => {
  await withPage({}, async (page) => {
    await settled(page);
    await screenshot(page, "start");
    await pasteText(page, countyText);
    assert.match(await verdict(page, "fail"), /示例区.*不达标/);
    const text = page.locator("#text-view");
    assert.match(await text.innerText(), /差异系数 0\.5368，高于 0\.50/);
    // What screen readers get: names, captions, row heads, reasons; by role, not by our own ids.
    const tables = page.getByRole("table");
    assert.equal(await tables.count(), 4);
    assert.equal(await page.getByRole("rowheader", { name: "示例一小", exact: true }).count(), 1);
    assert.match(await text.innerText(), /示例山坪教学点.*不足50人/);
    await settled(page);
    await screenshot(page, "county");
    assert.ok((await inkOnCanvas(page)) > 10_000);
    await page.click("#view-switch");
    await screenshot(page, "county-text");
    assert.ok(await text.isVisible());
  });
});

test("nothing is drawn in five idle seconds, nor while the page is hidden behind the text view", async () => {
  await withPage({}, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await settled(page);
    const frames = () => page.evaluate(() => window.__junheng.frames);
    const start = await frames();
    await page.waitForTimeout(5000); // the time itself is what is tested
    assert.equal(await frames(), start);
    await page.mouse.move(400, 400);
    await page.waitForFunction((before) => window.__junheng.frames > before, start);
    await page.click("#view-switch");
    const hidden = await frames();
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 300);
    await page.waitForTimeout(500);
    assert.equal(await frames(), hidden);
  });
});

for (const ratio of [1, 1.25, 1.5, 2]) {
  test(`pixel ratio ${ratio}: one pixel of the canvas is one of the screen, and text is sharp`, async () => {
    // The browser's own scale, as the system sets it, and not an emulated one: that leaves half of it out.
    const scaled = await startBrowser({ args: [`--force-device-scale-factor=${ratio}`, "--window-size=1280,800"] });
    try {
      await withPage({ context: { viewport: null } }, body, scaled);
    } finally {
      await scaled.close();
    }

    async function body(page) {
      assert.equal(await page.evaluate(() => window.devicePixelRatio), ratio);
      await pasteText(page, countyText);
      await verdict(page, "fail");
      await settled(page);
      const sizes = await page.evaluate(() => {
        const canvas = document.getElementById("canvas");
        const box = canvas.getBoundingClientRect();
        return {
          backing: [canvas.width, canvas.height],
          screen: [box.width * window.devicePixelRatio, box.height * window.devicePixelRatio],
        };
      });
      assert.ok(Math.abs(sizes.backing[0] - sizes.screen[0]) <= 1, JSON.stringify(sizes));
      assert.ok(Math.abs(sizes.backing[1] - sizes.screen[1]) <= 1, JSON.stringify(sizes));
      await screenshot(page, `ratio-${ratio}`);
      const steep = await steepEdges(page);
      assert.ok(steep > 0.2, `only ${steep} of the edges are steep: the picture is blurred`);
    }
  });
}

/**
 * Sharpness: of all steps from pixel to pixel that are visible at all, the part that is more than half of black to
 * white. Text drawn at the wrong scale, or between pixels, has nearly none.
 */
function steepEdges(page) {
  return page.evaluate(async () => {
    const canvas = document.getElementById("canvas");
    return new Promise((done) => {
      canvas.dispatchEvent(new PointerEvent("pointermove", { clientX: 5, clientY: 200, bubbles: true }));
      requestAnimationFrame(() => {
        const copy = document.createElement("canvas");
        copy.width = canvas.width;
        copy.height = canvas.height;
        const context = copy.getContext("2d");
        context.drawImage(canvas, 0, 0);
        const { data, width, height } = context.getImageData(0, 0, copy.width, copy.height);
        let visible = 0;
        let steep = 0;
        for (let y = 0; y < height; y += 1) {
          for (let x = 1; x < width; x += 1) {
            const at = 4 * (y * width + x);
            const step = Math.abs(data[at] - data[at - 4]);
            if (step > 40) visible += 1;
            if (step > 110) steep += 1;
          }
        }
        done(visible === 0 ? 0 : steep / visible);
      });
    });
  });
}

test("the ratio may change while the page is open", async () => {
  await withPage({ context: { deviceScaleFactor: 1 } }, async (page, { context }) => {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setDeviceMetricsOverride", {
      width: 1200, height: 800, deviceScaleFactor: 2, mobile: false,
    });
    await page.waitForFunction(() => document.getElementById("canvas").width === 2400);
    await settled(page);
    await screenshot(page, "ratio-changed");
  });
});

test("an input method: no half-typed syllables in the search, and the composed word arrives", async () => {
  await withPage({}, async (page, { context }) => {
    const table = fiveText.replace("小学1", "渝北小学");
    await pasteText(page, table);
    await page.waitForFunction(() => document.getElementById("verdict")?.dataset.verdict !== undefined);
    const field = page.locator("#fields input").first();
    await field.waitFor();
    assert.ok((await field.getAttribute("aria-label")).length > 0);
    assert.ok(await field.evaluate((input) => parseFloat(getComputedStyle(input).fontSize) >= 16));
    await field.click();
    const devtools = await context.newCDPSession(page);
    await page.evaluate(() => {
      window.events = [];
      const input = document.activeElement;
      for (const type of ["compositionstart", "compositionend"]) {
        input.addEventListener(type, () => window.events.push(type));
      }
    });
    await devtools.send("Input.imeSetComposition", { text: "y", selectionStart: 1, selectionEnd: 1 });
    await devtools.send("Input.imeSetComposition", { text: "yu bei", selectionStart: 6, selectionEnd: 6 });
    await settled(page);
    await screenshot(page, "composing");
    assert.deepEqual(await page.evaluate(() => window.events), ["compositionstart"]);
    assert.equal(await field.inputValue(), "yu bei");
    await devtools.send("Input.insertText", { text: "渝北" });
    await page.waitForFunction(() => window.events.includes("compositionend"));
    assert.equal(await field.inputValue(), "渝北");
    await settled(page);
    await screenshot(page, "composed");
    // The workbench has the same value: after another frame it publishes the field again, and would put its own back.
    await page.mouse.move(600, 500);
    await settled(page);
    assert.equal(await field.inputValue(), "渝北");
    // Text pasted into a field stays in the field; a table pasted there is a table.
    await field.fill("");
    await pasteText(page, "小学2");
    await page.waitForFunction(() => document.activeElement.value === "小学2");
    await pasteText(page, countyText);
    await verdict(page, "fail");
  });
});

test("a paste that is no table says why and leaves the former result", async () => {
  await withPage({}, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    const before = await page.locator("#text-view").innerText();
    const bad = ["你好", "没有\t表头\n一小\t45", `学校名称\t在校生数\n`, `学校名称\t在校生数\n一\u0000小\t45\n`];
    for (const text of bad) {
      await pasteText(page, text);
      await page.waitForFunction(() => document.getElementById("notice").textContent !== "");
      assert.equal(await page.locator("#text-view").innerText(), before, JSON.stringify(text));
    }
    await settled(page);
    await screenshot(page, "notice");
    await pasteText(page, countyText);
    await page.waitForFunction(() => document.getElementById("notice").textContent === "");
  });
});

test("keys: the canvas is no trap, and the browser keeps its own", async () => {
  await withPage({}, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    const focused = () => page.evaluate(() => document.activeElement.id);
    for (const key of ["F6", "Escape"]) {
      await page.locator("#canvas").focus();
      await page.keyboard.press(key);
      assert.equal(await focused(), "view-switch", key);
    }
    await page.locator("#canvas").focus();
    await page.keyboard.press("Tab");
    assert.notEqual(await focused(), "canvas");
    // Never prevented: without their keydown there would be no clipboard event, no zoom, no reload.
    const prevented = await page.evaluate(() =>
      [["KeyC", true], ["KeyV", true], ["KeyX", true], ["KeyR", true], ["Minus", true], ["F5", false], ["F12", false]].filter(
        ([code, ctrlKey]) =>
          !document
            .getElementById("canvas")
            .dispatchEvent(new KeyboardEvent("keydown", { code, ctrlKey, bubbles: true, cancelable: true })),
      ),
    );
    assert.deepEqual(prevented, []);
    await page.locator("#canvas").focus();
    await settled(page);
    await page.keyboard.press("Control+f");
    await page.waitForFunction(() => document.activeElement.matches("#fields input"));
  });
});

test("a dropped file and a chosen one are opened", async () => {
  await withPage({}, async (page) => {
    // A drag out of the file manager cannot be made by keys and mouse; the event it ends in can.
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File(["\ufeff", text], "示例.csv", { type: "text/csv" }));
      const options = { dataTransfer: data, bubbles: true, cancelable: true };
      const over = new DragEvent("dragover", options);
      document.body.dispatchEvent(over);
      if (!over.defaultPrevented) throw new Error("the browser would leave the page");
      document.body.dispatchEvent(new DragEvent("drop", options));
    }, countyText.replaceAll("\t", ","));
    await verdict(page, "fail");
    assert.ok(await page.locator("#drop-hint").isHidden());
    await page.setInputFiles("#file", {
      name: "五校.txt",
      mimeType: "text/plain",
      buffer: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(fiveText, "utf16le")]),
    });
    await verdict(page, "unknown");
  });
});

test("language: both ways between the page and the workbench, and kept over a reload", async () => {
  await withPage({}, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await page.click("#view-switch");
    await page.click("#language-switch");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.match(await verdict(page, "fail"), /fail/);
    await page.click("#view-switch");
    await settled(page);
    await screenshot(page, "county-en");
    await page.reload();
    await workbenchReady(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  });
});

test("the GPU goes and comes back: the model stays, the picture returns", async () => {
  await withPage({}, async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await settled(page);
    await page.evaluate(() => {
      window.loser = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
      window.loser.loseContext();
    });
    await page.waitForFunction(() => /显卡/.test(document.getElementById("status").textContent));
    assert.match(await verdict(page, "fail"), /不达标/);
    await page.evaluate(() => window.loser.restoreContext());
    await page.waitForFunction(() => !/显卡/.test(document.getElementById("status").textContent));
    await settled(page);
    assert.ok((await inkOnCanvas(page)) > 10_000);
    await screenshot(page, "gpu-restored");
  });
});

test("a table pasted before the engine is there is not lost", async () => {
  const opened = await openPage(started, "about:blank");
  try {
    await opened.page.route("**/workbench.wasm", async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await opened.page.goto(new URL("app/", started.url).href);
    assert.ok(await opened.page.locator("#paste-box").isVisible());
    await opened.page.locator("#paste-box").focus();
    await pasteText(opened.page, countyText);
    await opened.page.waitForFunction(() => /已收到/.test(document.getElementById("status").textContent));
    await verdict(opened.page, "fail");
    opened.check();
  } finally {
    await opened.close();
  }
});
