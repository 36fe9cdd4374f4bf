// SPDX-License-Identifier: MIT
//
// The workbench by its tree: what a screen reader finds over the canvas is pressed and read, never a place on it.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { loadPublisher, sampleText, sampleWork } from "../../support/publishing.mjs";
import {
  browserForTests,
  onCanvas,
  openPage,
  pasteText,
  sample,
  settled,
  startBrowser,
  verdict,
  withWorkbench,
  workbenchReady,
} from "../support/browser.mjs";

const started = browserForTests();
const publisher = await loadPublisher();

const kTabs = ["数据", "学校", "均衡", "保障与质量", "假设", "结论", "问题"];
const twin = (page) => page.locator(".screen-twin");
const button = onCanvas;
const says = (page, words) => twin(page).getByText(words).first().waitFor({ state: "attached" });

/** Another view is there when its tab says so. */
async function go(page, tab) {
  await press(page, tab);
  await page.waitForFunction(
    (name) =>
      document.querySelector('.screen-twin [role="tab"][aria-selected="true"]')?.getAttribute("aria-label") === name,
    tab,
  );
}

async function press(page, name) {
  const found = button(page, name);
  await found.waitFor({ state: "attached" });
  await found.focus();
  await page.keyboard.press("Enter");
}

async function withSample(body, options) {
  await withWorkbench(
    started,
    async (page) => {
      await settled(page);
      await pasteText(page, await readFile(sample("sample-county.tsv"), "utf8"));
      await verdict(page, "fail");
      await body(page);
    },
    options,
  );
}

test("every view is reached, and says the verdict, without a pointer", async () => {
  await withSample(async (page) => {
    for (const tab of kTabs) {
      await go(page, tab);
      await says(page, "不达标");
    }
  });
});

test("the views are tabs in one list: one stop of the Tab key, arrows walk through them, Enter opens one", async () => {
  await withSample(async (page) => {
    await button(page, "学校").waitFor({ state: "attached" });
    const list = twin(page).getByRole("tablist").first();
    assert.deepEqual(
      await list
        .getByRole("tab")
        .evaluateAll((tabs) => tabs.filter((tab) => tab.tabIndex === 0).map((tab) => tab.ariaLabel)),
      ["学校"],
    );
    for (const tab of kTabs) await list.getByRole("tab", { name: tab, exact: true }).waitFor({ state: "attached" });
    await list.getByRole("tab", { name: "学校", exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "均衡");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.getAttribute("aria-selected") === "true");
    assert.equal(await twin(page).getByRole("tab", { selected: true }).first().getAttribute("aria-label"), "均衡");
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "均衡", "the focus stays where it was");
  });
});

test("a cell is corrected by keys alone, taken back, and kept over a reload", async () => {
  await withSample(async (page) => {
    await go(page, "数据");
    await press(page, "2184");
    const field = page.locator('[data-field="cell-edit"]');
    await field.waitFor();
    await page.waitForFunction(() => document.activeElement?.dataset.field === "cell-edit");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("2185");
    await page.keyboard.press("Enter");
    await button(page, "更改 1").waitFor({ state: "attached" });
    await page.keyboard.press("Control+z");
    await button(page, "更改 0").waitFor({ state: "attached" });
    await page.keyboard.press("Control+y");
    await button(page, "更改 1").waitFor({ state: "attached" });

    await go(page, "保障与质量");
    await press(page, "学校布局：是");
    await page.waitForFunction(
      () => document.querySelector('.screen-twin [aria-label="学校布局：是"]')?.getAttribute("aria-pressed") === "true",
    );
    await page.waitForFunction(() => document.getElementById("keep-state").textContent.startsWith("已保存"));
    await page.reload();
    await workbenchReady(page);
    await verdict(page, "fail");
    await go(page, "数据");
    await button(page, "更改 1").waitFor({ state: "attached" });
    await go(page, "保障与质量");
    await page.waitForFunction(
      () => document.querySelector('.screen-twin [aria-label="学校布局：是"]')?.getAttribute("aria-pressed") === "true",
    );
  });
});

test("the browser's Back leads through the views of the workbench", async () => {
  await withSample(async (page) => {
    for (const tab of ["均衡", "结论"]) {
      await go(page, tab);
      await settled(page);
    }
    assert.match(await page.evaluate(() => location.hash), /view=verdict/);
    await page.goBack();
    await page.waitForFunction(
      () =>
        document.querySelector('.screen-twin [role="tab"][aria-selected="true"]')?.getAttribute("aria-label") ===
        "均衡",
    );
    await page.goForward();
    await page.waitForFunction(
      () =>
        document.querySelector('.screen-twin [role="tab"][aria-selected="true"]')?.getAttribute("aria-label") ===
        "结论",
    );
    assert.doesNotMatch(decodeURIComponent(await page.evaluate(() => location.hash)), /0\.53|2184/);
  });
});

test("an assumption is compared with the real numbers, and does not change them", async () => {
  await withSample(async (page) => {
    await go(page, "假设");
    await press(page, "示例一小");
    const field = page.locator('[data-field="scenario:degree_teachers/primary"]');
    await field.fill("193");
    await field.press("Enter");
    await says(page, "93 → 193");
    await says(page, "假设之后");
    await verdict(page, "fail");
    assert.doesNotMatch(await page.locator("#text-view").textContent(), /\b193\b/);
  });
});

test("a click that comes together with the pointer counts, as of voice control", async () => {
  await withSample(async (page) => {
    await go(page, "均衡");
    for (const title of ["生均体育运动场馆面积", "生均教学仪器设备值", "生均教学及辅助用房面积"]) {
      const row = button(page, `小学 ${title}`);
      await row.waitFor({ state: "attached" });
      await settled(page);
      const { x, y, width, height } = await row.boundingBox();
      await page.mouse.click(x + width / 3, y + height / 2);
      await page.waitForFunction(
        (name) =>
          document.querySelector(`.screen-twin [aria-label="${name}"]`)?.getAttribute("aria-pressed") === "true",
        `小学 ${title}`,
      );
      await page.mouse.move(5, 5);
      await settled(page);
    }
  });
});

test("what is short of what, in which order, and what is open is said, each thing once", async () => {
  await withSample(async (page) => {
    const texts = () =>
      twin(page).evaluate((layer) =>
        [...layer.querySelectorAll("button, p, h3")].map((one) => one.ariaLabel ?? one.textContent),
      );
    await button(page, "学生数").waitFor({ state: "attached" });
    const all = await texts();
    assert.match(all.join("\n"), /\d\.\d\d（低于 [\d.]+）/);
    assert.equal(all.filter((one) => one === "学校").length, 2, "the tab and the head of the column");
    await press(page, "学生数");
    await button(page, "学生数，从小到大").waitFor({ state: "attached" });
    await press(page, "学生数，从小到大");
    await button(page, "学生数，从大到小").waitFor({ state: "attached" });
    await go(page, "结论");
    const reason = "小学“生均体育运动场馆面积”的差异系数 0.5368，高于 0.50。";
    assert.equal(await button(page, reason).getAttribute("aria-expanded"), "false");
    await press(page, reason);
    await page.waitForFunction(
      (name) =>
        [...document.querySelectorAll(".screen-twin button")]
          .find((one) => one.ariaLabel === name)
          ?.getAttribute("aria-expanded") === "true",
      reason,
    );
    await go(page, "均衡");
    const names = await twin(page).evaluate((layer) =>
      [...layer.querySelectorAll("button")].map((one) => one.ariaLabel).filter((name) => name.includes("生均")),
    );
    assert.equal(new Set(names).size, names.length, "rows of two stages have two names");
  });
});

test("a chart of the workbench is saved as SVG and as PNG", async () => {
  await withSample(async (page) => {
    await go(page, "均衡");
    await press(page, "小学 生均体育运动场馆面积");
    for (const [name, type] of [
      ["存为 SVG", ".svg"],
      ["存为 PNG", ".png"],
    ]) {
      const [download] = await Promise.all([page.waitForEvent("download"), press(page, name)]);
      assert.ok(download.suggestedFilename().endsWith(type), download.suggestedFilename());
      const bytes = await readFile(await download.path());
      if (type === ".svg") assert.match(bytes.toString("utf8"), /^<svg[^]*生均体育运动场馆面积[^]*<\/svg>\s*$/);
      else assert.equal(bytes.subarray(1, 4).toString("latin1"), "PNG");
    }
  });
});

test("what is shown is copied as a table, for spreadsheets and for everything else", async () => {
  await withSample(async (page) => {
    await page.locator("#canvas").focus();
    await page.keyboard.press("Control+c");
    const read = () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const text = async (type) => (await item.getType(type)).text();
        return { plain: await text("text/plain"), html: await text("text/html") };
      });
    const copied = await read();
    const lines = copied.plain.trimEnd().split(/\r?\n/);
    assert.equal(lines.length, 35, "heads and 34 units");
    assert.match(lines[0], /^学校\t学段\t学生数\t结论/);
    assert.match(lines[1], /^示例一小\t小学\t2184\t达标\t7\t4\.26/);
    assert.equal(copied.html.match(/<tr>/g).length, 35);
    await go(page, "均衡");
    await page.keyboard.press("Control+c");
    assert.match((await read()).plain, /生均体育运动场馆面积\t10\.50\t5\.63\t0\.5368\t≤ 0\.50\t不达标/);
    await go(page, "学校");
    await press(page, "复制表格");
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("学校"));
  });
});

test("a verdict is published as one page, and sealed", async () => {
  await withSample(async (page) => {
    await go(page, "结论");
    for (const [name, pattern] of [
      ["发布为网页", /示例区/],
      ["封存", /"kind":\s*"sealed"/],
    ]) {
      await press(page, name);
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("#publish-save")]);
      assert.match(download.suggestedFilename(), /示例区.*\.html$/);
      const html = await readFile(await download.path(), "utf8");
      assert.match(html, pattern);
      if (name !== "封存") continue;
      const { data } = publisher.check(html);
      assert.equal(data.reading?.header, undefined, "nobody chose a header");
      const text = sampleText.replace(/示例(?!区)/g, "另例");
      const other = publisher.check(publisher.seal({ ...sampleWork, tables: [{ name: "", text }] }).single());
      const files = [
        { name: "封存.html", data },
        { name: "另一半.html", data: other.data },
      ];
      assert.equal(publisher.merge(files).fault, undefined, "it can be merged");
    }
  });
});

test("a meeting by presenter keys, with nothing around it", async () => {
  await withSample(
    async (page) => {
      await press(page, "会议模式 (M)");
      await says(page, "示例区");
      await page.locator(".bar").waitFor({ state: "hidden" });
      await page.locator("#canvas").focus();
      await page.keyboard.press("PageDown");
      await says(page, "0.5368");
      await page.keyboard.press("n");
      await button(page, "显示校名 (N)").waitFor({ state: "attached" });
      await page.keyboard.press("Escape");
      await button(page, "数据").waitFor({ state: "attached" });
      await page.locator(".bar").waitFor();
    },
    { context: { viewport: { width: 1024, height: 768 } } },
  );
});

test("an input method writes into a cell as into any other field", async () => {
  await withSample(async (page) => {
    await go(page, "数据");
    await press(page, "示例一小");
    await page.locator('[data-field="cell-edit"]').waitFor();
    const client = await page.context().newCDPSession(page);
    await page.keyboard.press("Control+A");
    await client.send("Input.imeSetComposition", { text: "shi", selectionStart: 3, selectionEnd: 3 });
    await client.send("Input.insertText", { text: "实验小学" });
    await page.keyboard.press("Enter");
    await button(page, "实验小学").waitFor({ state: "attached" });
  });
});

test("a graphics card that is lost in the middle of an edit takes nothing with it", async () => {
  await withSample(async (page) => {
    await go(page, "数据");
    await press(page, "2184");
    const field = page.locator('[data-field="cell-edit"]');
    await field.fill("2199");
    await page.evaluate(() => {
      window.lost = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
      window.lost.loseContext();
    });
    await page.waitForFunction(() => /显卡/.test(document.getElementById("status").textContent));
    await page.evaluate(() => window.lost.restoreContext());
    await page.waitForFunction(() => !/显卡/.test(document.getElementById("status").textContent));
    await settled(page);
    assert.equal(await field.inputValue(), "2199");
    await field.focus();
    await page.keyboard.press("Enter");
    await button(page, "2199").waitFor({ state: "attached" });
    await button(page, "更改 1").waitFor({ state: "attached" });
  });
});

test("no view draws while nothing happens", async () => {
  await withSample(async (page) => {
    for (const tab of ["开始", ...kTabs, "会议模式 (M)"]) {
      await press(page, tab);
      await settled(page); // nothing waits for a frame or for a timer of the next ten seconds
      const before = await page.evaluate(() => window.__junheng.frames);
      await page.waitForTimeout(1000);
      assert.equal(await page.evaluate(() => window.__pending()), 0, tab);
      const drawn = (await page.evaluate(() => window.__junheng.frames)) - before;
      assert.equal(drawn, 0, tab);
    }
  });
});

test("the canvas is as dark as the page", async () => {
  const brightness = async (colorScheme) => {
    const opened = await openPage(started, "app/", {
      context: { colorScheme, viewport: { width: 1366, height: 768 } },
    });
    try {
      await workbenchReady(opened.page);
      await settled(opened.page);
      const png = await opened.page.screenshot({ clip: { x: 20, y: 700, width: 40, height: 40 } });
      // One plain colour packs into few bytes; which one, the page itself can tell.
      return await opened.page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        const pen = canvas.getContext("2d");
        pen.drawImage(image, 0, 0);
        const [red, green, blue] = pen.getImageData(5, 5, 1, 1).data;
        return red + green + blue;
      }, png.toString("base64"));
    } finally {
      await opened.close();
    }
  };
  assert.ok((await brightness("light")) > 600);
  assert.ok((await brightness("dark")) < 150);
});

/** Of place names of public reports, which a font of the 2,500 common characters lacks; signs of the rules; others. */
const kRare = "综渝措频颁涵涪黔吾伊暨潼璧碚笃綦芮贻辍遴鑫钰㎡≤Ⅲ〔〕﹝﹞𠮷𫟹ئۇيغۇر①㈠％";

test("rare characters, signs of the rules and other scripts are drawn and read", async () => {
  await withWorkbench(started, async (page) => {
    await settled(page);
    const table = await readFile(sample("sample-county.tsv"), "utf8");
    await pasteText(page, table.replaceAll("示例一小", `${kRare}小学`));
    await verdict(page, "fail");
    await button(page, `${kRare}小学`).waitFor({ state: "attached" });
    for (const tab of kTabs) await go(page, tab);
  });
});

test("a machine without a Chinese font says so", async () => {
  const folder = await mkdtemp(join(tmpdir(), "junheng-fonts-"));
  // A set-up with Latin fonts alone, which fontconfig itself brings: what stands for a Chinese character looks alike for
  // all of them.
  const latin = "/usr/share/fonts/truetype/dejavu";
  assert.ok(existsSync(latin), latin);
  await writeFile(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${latin}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  const latinOnly = await startBrowser({ env: { FONTCONFIG_FILE: join(folder, "fonts.conf") } });
  try {
    const { page } = await openPage(latinOnly, "app/");
    await workbenchReady(page);
    await page.waitForFunction(() => /字体/.test(document.getElementById("notice").textContent));
  } finally {
    await latinOnly.close();
    await rm(folder, { recursive: true, force: true });
  }
});
