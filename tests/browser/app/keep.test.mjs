// SPDX-License-Identifier: MIT
//
// Work survives: a reload, a crash, another window, a broken record, a browser that keeps nothing. And it is gone when
// somebody wants it gone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  browserForTests,
  fromMenu,
  kNoGl,
  openPage,
  pasteText,
  reads,
  sample,
  screenshot,
  settled,
  verdict,
  withPage,
  workbenchReady,
} from "../support/browser.mjs";
import { kept, notice, openKept, openProject, ready, restored } from "../support/keeping.mjs";

const started = browserForTests({ gl: kNoGl });
const graphics = browserForTests();

const countyText = await readFile(sample("sample-county.tsv"), "utf8");
const fiveText = await readFile(sample("five-schools.tsv"), "utf8");

// What is loaded again comes from the installed site, as it does for everybody.
const withKept = (body, options = {}) =>
  withPage(started, "app/", ready, body, { context: { serviceWorkers: "allow" }, ...options });

/** Another window on the same browser profile. */
async function another(opened, path = "app/") {
  const page = await opened.context.newPage();
  await page.goto(new URL(path, started.url).href);
  await ready(page);
  return page;
}

async function correct(page, text, nth = 3) {
  if ((await page.locator("body").getAttribute("data-view")) !== "reading") await fromMenu(page, "#reading-switch");
  await page.locator('#rows tr[data-row="2"] button.cell').nth(nth).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (value) => [...document.querySelectorAll("td.corrected")].some((cell) => cell.textContent === value),
    text,
  );
}

test("a reload in the middle of the work: tables, decisions, standard and view are back, nothing was asked", async () => {
  await withKept(async (page) => {
    await pasteText(page, countyText);
    await verdict(page, "fail");
    await page.selectOption("#standard", "basic-2012");
    await correct(page, "999");
    await kept(page);
    await page.reload();
    await restored(page);
    await reads(page, "#status", /已恢复“示例区”/);
    assert.equal(await page.locator("body").getAttribute("data-view"), "reading");
    assert.equal(await page.locator("td.corrected").innerText(), "999");
    assert.equal(await page.inputValue("#standard"), "basic-2012");
    assert.match(await page.locator("#keep-state").innerText(), /已保存在本浏览器/);
    await screenshot(page, "keep-restored");
  });
});

test("a page that crashed: the tab that the browser brings back has everything", async () => {
  await withKept(async (page, opened) => {
    await pasteText(page, countyText);
    await correct(page, "999");
    await kept(page);
    const session = await page.evaluate(() => ({ ...sessionStorage }));
    const crashed = page.waitForEvent("crash");
    page.goto("chrome://crash").catch(() => undefined);
    await crashed;
    // The driver gives a crashed page up; what the browser keeps of a tab is its session storage.
    const again = await opened.context.newPage();
    await again.addInitScript((values) => Object.assign(sessionStorage, values), session);
    await again.goto(new URL("app/", started.url).href);
    await restored(again);
    assert.equal(await again.locator("body").getAttribute("data-view"), "reading");
    await again.waitForFunction(() => document.querySelector("td.corrected")?.textContent === "999");
  });
});

test("a new tab offers the work of before; no is an answer", async () => {
  await withKept(async (page, opened) => {
    await pasteText(page, countyText);
    await kept(page);
    const other = await another(opened);
    await other.waitForSelector("#resume:not([hidden])");
    assert.match(await other.locator("#resume").innerText(), /上次的“示例区”.*还在这个浏览器里/s);
    assert.equal(await other.locator("#verdict").getAttribute("data-verdict"), null);
    await screenshot(other, "keep-offer");
    await other.click("#resume-no");
    assert.ok(await other.locator("#resume").isHidden());
    await other.reload();
    await ready(other);
    await other.click("#resume-open");
    await verdict(other, "fail");
    assert.ok(await other.locator("#resume").isHidden());
    await other.close();
  });
});

test("two projects: listed, opened, renamed, deleted; changes go where they belong", async () => {
  await withKept(async (page) => {
    await pasteText(page, countyText);
    await kept(page);
    await pasteText(page, fiveText);
    await verdict(page, "unknown");
    await openKept(page);
    await page.waitForFunction(() => document.querySelectorAll("#kept tbody tr").length === 2);
    await page.getByRole("button", { name: "改名：粘贴的表" }).click();
    await page.keyboard.type("五校");
    await page.keyboard.press("Enter");
    await page.getByRole("rowheader", { name: "五校" }).waitFor();
    await screenshot(page, "keep-list");
    await openProject(page, "示例区");
    await verdict(page, "fail");
    await correct(page, "777");
    await openKept(page);
    await kept(page);
    await openProject(page, "五校");
    await verdict(page, "unknown");
    await fromMenu(page, "#reading-switch");
    assert.equal(await page.locator("td.corrected").count(), 0);
    await correct(page, "46", 2);
    await kept(page);
    // The name given by hand outlives the saving.
    await openKept(page);
    await page.getByRole("rowheader", { name: "五校" }).waitFor();
    await openProject(page, "示例区");
    await fromMenu(page, "#reading-switch");
    await page.waitForFunction(() => document.querySelector("td.corrected")?.textContent === "777");
    await openKept(page);
    await page.getByRole("button", { name: "删除五校" }).click();
    await page.getByRole("button", { name: "确认删除五校" }).click();
    await page.waitForFunction(() => document.querySelectorAll("#kept tbody tr").length === 1);
  });
});

test("a sample that nobody changed is not kept; a change keeps it", async () => {
  await withKept(async (page) => {
    await page.click('[data-sample="sample-county.tsv"]');
    await verdict(page, "fail");
    assert.equal(await page.locator("#keep-state").innerText(), "未保存");
    await page.waitForTimeout(1200);
    await openKept(page);
    assert.equal(await page.locator("#kept").count(), 0);
    await fromMenu(page, "#kept-switch");
    await correct(page, "2000");
    await kept(page);
  });
});

test("nor is it when something else comes; and what was taken away while it was open stays away", async () => {
  const list = (page) => page.locator("#kept tbody th").allInnerTexts();
  await withKept(async (page) => {
    await page.click('[data-sample="sample-county.tsv"]');
    await verdict(page, "fail");
    await pasteText(page, countyText.replaceAll("示例区", "甲区"));
    await reads(page, "#verdict", /甲区/);
    await kept(page);
    await openKept(page);
    assert.deepEqual(await list(page), ["甲区"]);
    const address = await page.locator("#link").inputValue();
    await page.getByRole("button", { name: "删除甲区" }).click();
    await page.getByRole("button", { name: "确认删除甲区" }).click();
    await page.locator("#kept").waitFor({ state: "detached" });
    for (const [come, next] of [
      [() => pasteText(page, countyText.replaceAll("示例区", "乙区")), "乙区"],
      [() => page.goto(address), ""],
      [() => pasteText(page, countyText.replaceAll("示例区", "丙区")), "丙区"],
    ]) {
      await come();
      await reads(page, "#verdict", new RegExp(next || "甲区"));
      if (next !== "") await kept(page);
    }
    await openKept(page);
    await page.waitForFunction(() => document.querySelectorAll("#kept tbody tr").length >= 2);
    assert.deepEqual((await list(page)).sort(), ["丙区", "乙区"].sort());
  });
});

test("what could not be read is not kept in place of what could", async () => {
  await withKept(async (page) => {
    await pasteText(page, countyText);
    await kept(page);
    await pasteText(page, "你好");
    await page.waitForTimeout(1200);
    await page.reload();
    await restored(page);
    await verdict(page, "fail");
  });
});

test("two windows on one project: neither overwrites the other, and that is said", async () => {
  await withKept(async (page, opened) => {
    await pasteText(page, countyText);
    await kept(page);
    const other = await another(opened);
    await other.click("#resume-open");
    await verdict(other, "fail");
    await correct(page, "111");
    await kept(page);
    await correct(other, "222");
    await notice(other, /另一个窗口也改了这个项目/);
    await correct(other, "333", 6);
    await settled(other); // and is kept
    await openKept(page);
    await page.waitForFunction(() => document.querySelectorAll("#kept tbody tr").length === 2);
    assert.deepEqual((await page.locator("#kept tbody th").allInnerTexts()).sort(), ["示例区", "示例区（另一窗口）"]);
    await page.reload();
    await restored(page);
    await page.goto(new URL("app/#view=reading", started.url).href);
    await page.waitForFunction(() => document.querySelector("td.corrected")?.textContent === "111");
    await other.reload();
    await restored(other);
    await other.waitForFunction(
      () =>
        [...document.querySelectorAll("td.corrected")]
          .map((one) => one.textContent)
          .sort()
          .join() === "222,333",
    );
    await other.close();
  });
});

test("switched off: nothing is kept any more; wiped: nothing is left", async () => {
  await withKept(async (page, opened) => {
    await pasteText(page, countyText);
    await kept(page);
    await openKept(page);
    await page.click("#keep-on");
    await page.waitForFunction(() => document.getElementById("keep-state").textContent === "不自动保存");
    await fromMenu(page, "#kept-switch");
    await correct(page, "555");
    await page.waitForTimeout(1200);
    await page.reload();
    await ready(page);
    assert.equal(await page.locator("#verdict").getAttribute("data-verdict"), null);
    assert.ok(await page.locator("#resume").isHidden());
    // On again: what was there before is still there, without the last change.
    await page.goto(new URL("app/", started.url).href);
    await ready(page);
    await openKept(page);
    await page.click("#keep-on");
    await openProject(page, "示例区");
    await verdict(page, "fail");
    await page.goto(new URL("app/#view=kept", started.url).href);
    await page.click("#wipe");
    await page.click("#wipe");
    await page.waitForFunction(() => /已清除/.test(document.getElementById("status").textContent));
    assert.equal(await page.locator("#kept").count(), 0);
    assert.equal(await page.locator("#keep-on").isChecked(), false);
    await screenshot(page, "keep-wiped");
    const left = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map((one) => one.name),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
    }));
    assert.deepEqual(left, { databases: [], local: ["junheng.keep"], session: [] });
    const other = await another(opened);
    assert.ok(await other.locator("#resume").isHidden());
    await other.close();
  });
});

test("a wipe while another window has a project open: it is not written again", async () => {
  await withKept(async (page, opened) => {
    await pasteText(page, countyText);
    await kept(page);
    const other = await another(opened);
    await openKept(other);
    await other.click("#wipe");
    await other.click("#wipe");
    await other.waitForFunction(() => /已清除/.test(document.getElementById("status").textContent));
    await correct(page, "888");
    await page.waitForTimeout(1200);
    assert.equal(await page.locator("#keep-state").innerText(), "不自动保存");
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).length), 0);
    await other.close();
  });
});

test("broken records are said to be broken, can be deleted, and do not keep the page from starting", async () => {
  await withKept(async (page) => {
    await pasteText(page, countyText);
    await kept(page);
    await page.evaluate(
      () =>
        new Promise((done) => {
          const request = indexedDB.open("junheng", 1);
          request.onsuccess = () => {
            const transaction = request.result.transaction(["heads", "tables"], "readwrite");
            transaction.objectStore("heads").put({ id: "a", name: 7 });
            transaction.objectStore("heads").put({
              id: "b",
              name: "半个",
              named: true,
              saved: Date.now() + 1e6,
              size: 1,
              revision: 3,
              standard: "",
              decisions: {},
              place: "",
            });
            const heads = transaction.objectStore("tables");
            heads.put({
              id: "b",
              sources: [{ name: "x", bytes: null, sheets: [{ name: "", table: 12, chosen: true }] }],
            });
            sessionStorage.setItem("junheng.open", "b");
            transaction.oncomplete = () => {
              request.result.close();
              done();
            };
          };
        }),
    );
    await page.reload();
    await notice(page, /读不出来/);
    await openKept(page);
    // It could not be opened when the page was loaded again, and is listed as what it is.
    await page.getByRole("rowheader", { name: "半个（损坏的记录）" }).waitFor();
    await page.getByRole("button", { name: "删除（损坏的记录）" }).click();
    await page.getByRole("button", { name: "确认删除（损坏的记录）" }).click();
    await page.waitForFunction(() => document.querySelectorAll("#kept tbody tr").length === 2);
    await screenshot(page, "keep-broken");
    await openProject(page, "示例区");
    await verdict(page, "fail");
  });
});

const kDeaf = {
  "no storage at all": () => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  },
  "a database that does not open": () => {
    indexedDB.open = () => {
      const request = Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype);
      Object.defineProperty(request, "error", { value: new DOMException("no", "InvalidStateError") });
      setTimeout(() => request.dispatchEvent(new Event("error")), 1);
      return request;
    };
  },
};
for (const [name, init] of Object.entries(kDeaf)) {
  test(`${name}: the work goes on, and it is said that nothing is kept`, async () => {
    await withKept(
      async (page) => {
        await pasteText(page, countyText);
        await verdict(page, "fail");
        await page.waitForFunction(() => document.getElementById("keep-state").textContent === "不能自动保存");
        await openKept(page);
        assert.match(await page.locator("#keep-sentence").innerText(), /不让本页保存.*保存项目文件/);
        await page.click("#keep-on");
        await page.click("#wipe");
        await page.click("#wipe");
        await page.selectOption("#theme", "dark");
        assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
      },
      { init },
    );
  });
}

test("no room: said, with the way out", async () => {
  const init = () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...values) {
      if (!window.roomAgain) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, values);
    };
  };
  await withKept(
    async (page) => {
      await pasteText(page, countyText);
      await notice(page, /没有空间/);
      await verdict(page, "fail");
      await page.evaluate(() => {
        window.roomAgain = true;
      });
      await correct(page, "444");
      await kept(page);
    },
    { init },
  );
});

test("with the workbench: each project keeps its own standard", async () => {
  const opened = await openPage(graphics, "app/");
  const { page } = opened;
  try {
    await workbenchReady(page);
    await pasteText(page, countyText);
    await kept(page);
    await pasteText(page, fiveText);
    await verdict(page, "unknown");
    await page.click("#view-switch");
    await page.selectOption("#standard", "basic-2012");
    await kept(page);
    const open = async (name) => {
      await openKept(page);
      await openProject(page, name);
      await page.waitForFunction(
        (expected) => document.getElementById("status").textContent.includes(`已打开“${expected}”`),
        name,
      );
      await page.waitForTimeout(1000);
      return page.inputValue("#standard");
    };
    assert.equal(await open("示例区"), "quality-2017");
    assert.equal(await open("粘贴的表"), "basic-2012");
    assert.equal(await open("示例区"), "quality-2017");
    await openKept(page);
    assert.equal(await page.locator("#kept tbody tr").count(), 2);
    opened.check();
  } finally {
    await opened.close();
  }
});

test("with the workbench on the canvas: restored as well, and said above it", async () => {
  const opened = await openPage(graphics, "app/");
  try {
    await workbenchReady(opened.page);
    await pasteText(opened.page, countyText);
    await kept(opened.page);
    await opened.page.reload();
    await workbenchReady(opened.page);
    await restored(opened.page);
    await verdict(opened.page, "fail");
    await screenshot(opened.page, "keep-canvas");
    const other = await opened.context.newPage();
    await other.goto(new URL("app/", graphics.url).href);
    await workbenchReady(other);
    await other.waitForSelector("#resume:not([hidden])");
    await screenshot(other, "keep-canvas-offer");
    await other.click("#resume-open");
    await verdict(other, "fail");
    opened.check();
  } finally {
    await opened.close();
  }
});
