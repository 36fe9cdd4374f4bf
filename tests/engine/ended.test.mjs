// SPDX-License-Identifier: MIT
//
// An engine whose memory runs out in the middle of a call: the call says so, another one takes its place and knows what
// the first knew. And what is far too large, or no text, never gets so far.

import assert from "node:assert/strict";
import { test } from "node:test";

const site = new URL("../../dist/site/", import.meta.url);
const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);

const small = "学校名称\t学校类型\t在校生数\t图书册数\n甲小学\t小学\t300\t9000\n乙小学\t小学\t200\t4000\n";
const large = (rows) => small + Array.from({ length: rows }, (_, i) => `第${i}小学\t小学\t300\t9000\n`).join("");

/** No more memory for anybody meanwhile, as on a machine that has none. */
function withoutMemory(act) {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
  };
  try {
    return act();
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
}

function ending(act) {
  let ended = null;
  withoutMemory(() =>
    assert.throws(act, (error) => {
      ended = error;
      return true;
    }),
  );
  assert.equal(ended.name, "EngineEnded");
  assert.match(ended.message, /计算程序.*已换上新的.*replaced/);
  return ended;
}

const own = {
  id: "my-county",
  parent: "quality-2017",
  title: { zh: "本县", en: "Own" },
  document: { zh: "本县", en: "Own" },
};

test("each call that ends the engine says so, and the next one finds another", async () => {
  const junheng = await loadJunheng();
  const before = junheng.evaluate({ table: small });
  for (const call of [
    () => junheng.evaluate({ table: large(300_000) }),
    () => junheng.read({ table: large(300_000), count: 300_000 }),
    () => junheng.optionEffects({ table: large(300_000) }),
    () => junheng.evaluate({ table: new TextEncoder().encode(large(300_000)) }),
    () => junheng.evaluate({ table: small, previous: "x".repeat(60_000_000) }),
  ]) {
    const { again } = ending(call);
    assert.throws(() => junheng.evaluate({ table: small }), { name: "EngineEnded" }, "there is none yet");
    await again;
    assert.deepEqual(junheng.evaluate({ table: small }), before);
  }
});

test("standards that were added are known to the next engine", async () => {
  const junheng = await loadJunheng();
  assert.deepEqual(junheng.addStandard(own), []);
  await ending(() => junheng.evaluate({ table: large(300_000) })).again;
  assert.equal(junheng.standards().length, 3);
  assert.equal(junheng.evaluate({ table: small, standard: "my-county" }).standard.id, "my-county");
});

test("what nobody can make a request of is an error of whoever asked, and no end", async () => {
  const junheng = await loadJunheng();
  const circle = {};
  circle.circle = circle;
  assert.throws(() => junheng.evaluate({ table: small, reading: circle }), TypeError);
  assert.throws(() => junheng.evaluate({ table: new Uint8Array(4), encoding: "latin-17" }), RangeError);
  assert.equal(junheng.evaluate({ table: small }).counties.length, 1);
});

test("30 MB of a control character are refused, and leave nothing behind", async () => {
  const junheng = await loadJunheng();
  const before = junheng.evaluate({ table: small });
  for (const [character, code] of [
    ["\x01", "not_text"],
    ["\x7f", "not_text"],
    ["\x1f", "not_text"],
    ["x", "no_known_column"],
    ["\u200b", null],
    ["中", null],
  ]) {
    const answer = junheng.evaluate({ table: character.repeat(30_000_000 / Buffer.byteLength(character)) });
    assert.equal(answer.counties.length, 0);
    if (code !== null) assert.equal(answer.issues[0].code, code, JSON.stringify(character));
    assert.ok(JSON.stringify(answer).length < 20_000, JSON.stringify(character));
    assert.deepEqual(junheng.evaluate({ table: small }), before);
  }
});

test("more than the engine takes is refused before room is made for it", async () => {
  const junheng = await loadJunheng();
  const half = new Uint8Array(140 << 20).fill(0x31);
  const { issues, counties } = junheng.evaluate({ table: [{ table: half }, { table: half }] });
  assert.deepEqual([counties.length, issues.length, issues[0].code], [0, 1, "input_too_big"]);
  assert.match(issues[0].message.zh, /256 MB/);
  assert.equal(junheng.evaluate({ table: small }).counties.length, 1, "of that one and no other");
});
