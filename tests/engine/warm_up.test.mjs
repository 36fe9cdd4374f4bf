// SPDX-License-Identifier: MIT
//
// In a page that has nothing to do the engine evaluates a few schools that nobody gave it, so that its code is compiled
// when somebody does; not where a table has come meanwhile, and never where there is no idle time.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

const { loadJunheng } = await import(new URL("../../dist/site/engine/junheng.js", import.meta.url).href);
const kTable = "学校\t类型\t在校生数\n一小\t小学\t300\n";

const encodeInto = TextEncoder.prototype.encodeInto;

/** The tables that are encoded from now on, be it to know how long they are or into an engine's memory. */
function watched() {
  const tables = new Set();
  TextEncoder.prototype.encodeInto = function (text, bytes) {
    if (text.includes("\t")) tables.add(text);
    return encodeInto.call(this, text, bytes);
  };
  return tables;
}

afterEach(() => {
  TextEncoder.prototype.encodeInto = encodeInto;
  delete globalThis.requestIdleCallback;
});

/** What a page waits with until it is idle. */
function idleTime() {
  const waiting = [];
  globalThis.requestIdleCallback = (run) => waiting.push(run);
  return waiting;
}

test("an idle page has a few schools evaluated, and the first table has its own answer", async () => {
  const untouched = (await loadJunheng()).evaluate({ table: kTable });
  const waiting = idleTime();
  const tables = watched();
  const junheng = await loadJunheng();
  assert.equal(waiting.length, 1);
  assert.equal(tables.size, 0);
  waiting[0]();
  assert.equal(tables.size, 1);
  assert.match([...tables][0], /\n甲县\t/);
  assert.deepEqual(junheng.evaluate({ table: kTable }), untouched);
});

test("who asks first is not kept waiting", async () => {
  const asks = {
    evaluate: (junheng) => junheng.evaluate({ table: kTable }),
    open: (junheng) => junheng.open({ table: kTable }).close(),
    read: (junheng) => junheng.read({ table: kTable }),
  };
  for (const [name, ask] of Object.entries(asks)) {
    const waiting = idleTime();
    const tables = watched();
    ask(await loadJunheng());
    waiting[0]();
    assert.deepEqual([...tables], [kTable], name);
    TextEncoder.prototype.encodeInto = encodeInto;
  }
});

test("without idle time nothing is evaluated that nobody gave", async () => {
  const tables = watched();
  await loadJunheng();
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(tables.size, 0);
});
