// SPDX-License-Identifier: MIT
//
// What may be wrong with what is kept: the clock by which it was kept, half of a record, its tables, their head. Nothing
// of it makes other work unreadable, and what cannot be read is named, saved as it is, and goes when somebody deletes it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { browserForTests, emptied, kNoGl, pasteText, reads, sample, verdict, withPage } from "../support/browser.mjs";
import { kept, notice, openKept, openProject, ready, restored } from "../support/keeping.mjs";

const started = browserForTests({ gl: kNoGl });

const countyText = await readFile(sample("sample-county.tsv"), "utf8");

const names = (page) => page.locator("#kept tbody th").allInnerTexts();

const withBroken = (body, options) => withPage(started, "app/", ready, body, options);

/** In the page: `change` gets the two stores of the database. */
const change = (page, body, value) =>
  page.evaluate(
    ([source, given]) =>
      new Promise((done, fail) => {
        const request = indexedDB.open("junheng", 1);
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction(["heads", "tables"], "readwrite");
          const [heads, tables] = ["heads", "tables"].map((name) => transaction.objectStore(name));
          // The page's policy lets no code be made from text: the bodies are known here by their names.
          const bodies = {
            times: () => {
              const every = { nan: NaN, infinite: Infinity, negative: -5, late: 8.64e15, endless: 1e300, text: "2024" };
              heads.getAll().onsuccess = ({ target }) => {
                const [head] = target.result;
                tables.get(head.id).onsuccess = ({ target: { result } }) => {
                  for (const [name, saved] of Object.entries(every)) {
                    heads.put({ ...head, id: name, name, named: true, saved });
                    tables.put({ ...result, id: name });
                  }
                };
              };
            },
            broken: () => {
              const sound = { named: true, saved: 1, size: 1, revision: 1, standard: "", decisions: {}, place: "" };
              heads.put({ id: "a", name: "没有表的", ...sound });
              heads.put({ id: "b", name: "表坏了的", ...sound });
              tables.put({ id: "b", sources: [{ name: "x", bytes: null, sheets: [{ name: "", table: 12 }] }] });
              heads.put({ id: "c", name: "头坏了的", ...sound, revision: NaN, decisions: null });
              tables.put({ id: "c", sources: [{ name: "x", table: new TextEncoder().encode("松柏小学\t1") }] });
              tables.put({ id: "d", sources: [{ name: "没有头的", bytes: new Uint8Array([255, 0]) }] });
              const round = { id: 7, name: "编号不是字的" };
              round.self = round;
              heads.put(round);
            },
          };
          bodies[source](given);
          transaction.oncomplete = () => {
            request.result.close();
            done();
          };
        };
      }),
    [body, value],
  );

const kClocks = {
  "is no number": () => {
    Date.now = () => Number.NaN;
  },
  "is at the end of all time": () => {
    Date.now = () => 8.64e15;
  },
  "is behind it": () => {
    Date.now = () => 1e300;
  },
  "is before 1970": () => {
    Date.now = () => -62_135_596_800_000;
  },
  "stands at 0": () => {
    Date.now = () => 0;
  },
  throws: () => {
    Date.now = () => {
      throw new Error("no clock");
    };
  },
  "gives a text": () => {
    Date.now = () => "2024-09-01";
  },
};
for (const [what, init] of Object.entries(kClocks)) {
  test(`a clock that ${what}: the work is kept, and opened again`, async () => {
    await withBroken(
      async (page) => {
        await pasteText(page, countyText);
        await kept(page);
        await page.reload();
        await restored(page);
        await verdict(page, "fail");
        await openKept(page);
        await reads(page, "#kept tbody tr", /示例区.*时间不明/s);
        await reads(page, "#keep-sentence", /已保存在本浏览器里（时间不明/);
      },
      { init },
    );
  });
}

test("times that earlier versions wrote: every project is listed and opens", async () => {
  await withBroken(async (page) => {
    await pasteText(page, countyText);
    await kept(page);
    await change(page, "times");
    await page.reload();
    await restored(page);
    await openKept(page);
    await page.waitForFunction(() => document.querySelectorAll("#kept tbody tr").length === 7);
    assert.equal((await names(page))[0], "示例区", "what has a time comes first");
    for (const name of ["nan", "infinite", "negative", "late", "endless", "text"]) {
      const row = page.locator("#kept tbody tr", { has: page.getByRole("rowheader", { name, exact: true }) });
      assert.match(await row.innerText(), /时间不明/, name);
      await openProject(page, name);
      await page.waitForFunction(
        (expected) => document.getElementById("status").textContent.includes(`已打开“${expected}”`),
        name,
      );
      await verdict(page, "fail");
      await openKept(page);
    }
  });
});

async function saveRaw(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `原样存为文件：${name}`, exact: true }).click(),
  ]);
  assert.match(download.suggestedFilename(), /\.junheng-record\.json$/);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

test("what cannot be read is named, saved as it is, and deleted; nothing else suffers", async () => {
  await withBroken(async (page) => {
    await pasteText(page, countyText);
    await kept(page);
    await change(page, "broken");
    await page.reload();
    await restored(page);
    await openKept(page);
    await page.waitForFunction(() => document.querySelectorAll("#kept tbody tr").length === 6);
    for (const name of ["没有表的", "表坏了的"]) {
      await emptied(page, "#notice");
      await page.getByRole("button", { name: `打开${name}`, exact: true }).click();
      await notice(page, /读不出来.*原样存为文件/);
      await page.getByRole("rowheader", { name: `${name}（损坏的记录）` }).waitFor();
    }
    assert.deepEqual(
      (await names(page)).sort(),
      [
        "示例区",
        "（损坏的记录）",
        "头坏了的（损坏的记录）",
        "没有表的（损坏的记录）",
        "编号不是字的（损坏的记录）",
        "表坏了的（损坏的记录）",
      ].sort(),
    );
    const head = await saveRaw(page, "头坏了的（损坏的记录）");
    assert.equal(head.schema, "junheng.record/1");
    assert.deepEqual([head.head.name, head.head.revision], ["头坏了的", "NaN"]);
    assert.equal(head.tables.sources[0].table, "松柏小学\t1");
    assert.deepEqual((await saveRaw(page, "（损坏的记录）")).tables.sources[0].bytes, { hex: "ff00" });
    assert.equal((await saveRaw(page, "表坏了的（损坏的记录）")).tables.sources[0].sheets[0].table, 12);
    assert.equal((await saveRaw(page, "没有表的（损坏的记录）")).tables, null);
    assert.equal((await saveRaw(page, "编号不是字的（损坏的记录）")).head.self, "…");
    for (let left = 5; left > 0; left -= 1) {
      const name = (await names(page)).find((one) => one.includes("损坏"));
      await page.getByRole("button", { name: `删除${name}`, exact: true }).click();
      await page.getByRole("button", { name: `确认删除${name}`, exact: true }).click();
      await page.waitForFunction((count) => document.querySelectorAll("#kept tbody tr").length === count, left);
    }
    assert.deepEqual(await names(page), ["示例区"]);
    await page.reload();
    await restored(page);
    await verdict(page, "fail");
  });
});

test("what a browser cannot store is not half stored, and that is said", async () => {
  const init = () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...values) {
      if (!window.soundAgain) throw new DOMException("no clone", "DataCloneError");
      return put.apply(this, values);
    };
  };
  await withBroken(
    async (page) => {
      await pasteText(page, countyText);
      await notice(page, /没有保存成功.*保存项目文件/);
      await verdict(page, "fail");
      assert.equal(await page.locator("#keep-state").innerText(), "没有保存：内容不完整");
    },
    { init },
  );
});
