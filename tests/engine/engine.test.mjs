// SPDX-License-Identifier: MIT
//
// The published engine, as another program in Node uses it: dist/site/engine/junheng.js and nothing else.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const site = new URL("../../dist/site/", import.meta.url);
const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);
const junheng = await loadJunheng();
const fiveSchools = await readFile(new URL("samples/five-schools.tsv", site));
const county = await readFile(new URL("samples/sample-county.tsv", site));

const withoutEncoding = ({ encoding, ...rest }) => rest;
/** JavaScript only reads GB18030; written by asking the reader what each pair and each four bytes mean. */
function gb18030(text) {
  const decoder = new TextDecoder("gb18030");
  const bytesOf = new Map();
  const learn = (...bytes) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (character.length === 1 && !bytesOf.has(character)) bytesOf.set(character, bytes);
  };
  for (let a = 0x81; a <= 0xfe; a += 1) for (let b = 0x40; b <= 0xfe; b += 1) learn(a, b);
  for (let b = 0x30; b <= 0x39; b += 1) {
    for (let c = 0x81; c <= 0xfe; c += 1) for (let d = 0x30; d <= 0x39; d += 1) learn(0x81, b, c, d);
  }
  return Uint8Array.from(
    [...text].flatMap((character) => (character < "\x80" ? [character.charCodeAt(0)] : bytesOf.get(character))),
  );
}

const close = (actual, expected, error) =>
  assert.ok(Math.abs(actual - expected) < error, `${actual} is not ${expected}`);

test("loads, has a version and both standards", () => {
  assert.match(junheng.version, /^\d+\.\d+\.\d+$/);
  const ids = junheng.standards().map((standard) => standard.id);
  assert.deepEqual(ids, ["quality-2017", "basic-2012"]);
});

test("takes the wasm as bytes, too", async () => {
  const wasm = Uint8Array.from(await readFile(new URL("engine/junheng.wasm", site)));
  const other = await loadJunheng({ wasm });
  assert.equal(other.version, junheng.version);
});

test("a wasm that is not there rejects with a sentence instead of hanging", async () => {
  await assert.rejects(loadJunheng({ wasm: new URL("engine/nothing.wasm", site) }), /nothing\.wasm/);
});

test("case A01: the books of five schools", () => {
  const result = junheng.evaluate({ table: fiveSchools, standard: "basic-2012" });
  const [primary] = result.counties[0].stages;
  const books = primary.indicators.find((indicator) => indicator.id === "books");
  close(books.mean, 6.3344371, 1e-7);
  close(books.standardDeviation, 3.2638608, 1e-7);
  close(books.cv, 0.5152566, 1e-7);
  assert.equal(primary.units, 5);
  assert.equal(primary.pupils, 302);
  const shares = result.counties[0].units.map((unit) => unit.values.find((value) => value.id === "books").cvShare);
  const published = [0.0, 8.0, 48.1, 42.3, 1.6];
  shares.forEach((share, i) => close(share * 100, published[i], 0.05));
  close(
    shares.reduce((sum, share) => sum + share, 0),
    1,
    1e-12,
  );
  // The unweighted and the sample form are the two usual mistakes.
  assert.doesNotMatch(JSON.stringify(result), /0\.4887|0\.4888|0\.5464|0\.5465/);
});

test("a string and its bytes give the same result", () => {
  const fromBytes = junheng.evaluate({ table: county });
  const fromText = junheng.evaluate({ table: county.toString("utf8") });
  assert.equal(fromBytes.encoding, "utf-8");
  assert.equal(fromText.encoding, null);
  assert.deepEqual(withoutEncoding(fromBytes), withoutEncoding(fromText));
});

test("UTF-16 with and without its mark, and UTF-8 with its mark, give the same result", () => {
  const text = county.toString("utf8");
  const little = Buffer.from(text, "utf16le");
  const big = Buffer.from(little).swap16();
  const expected = withoutEncoding(junheng.evaluate({ table: text }));
  const cases = [
    ["utf-16le", Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ["utf-16be", Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ["utf-16le", little],
    ["utf-16be", big],
    ["utf-8", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), county])],
  ];
  for (const [encoding, table] of cases) {
    const result = junheng.evaluate({ table });
    assert.equal(result.encoding, encoding);
    assert.deepEqual(withoutEncoding(result), expected);
  }
});

test("GB18030 without any mark, four-byte characters included", () => {
  const text = county.toString("utf8");
  const table = gb18030(text);
  const result = junheng.evaluate({ table });
  assert.equal(result.encoding, "gb18030");
  assert.ok(table.length < county.length);
  assert.deepEqual(withoutEncoding(result), withoutEncoding(junheng.evaluate({ table: text })));
});

test("lone surrogates become U+FFFD and the row is still read", () => {
  const table = "学校名称\t学段\t在校生数\t图书册数\n渝\ud842小学\t小学\t45\t279\n𠮷小学\t小学\t37\t137\n";
  const result = junheng.evaluate({ table, standard: "basic-2012" });
  const names = result.counties[0].units.map((unit) => unit.school);
  assert.deepEqual(names, ["渝\ufffd小学", "𠮷小学"]);
});

test("an unknown standard is an issue and not an exception", () => {
  const result = junheng.evaluate({ table: county, standard: "quality-1917" });
  assert.equal(result.standard, null);
  assert.equal(result.counties.length, 0);
  assert.equal(result.issues[0].code, "unknown_standard");
  assert.equal(result.issues[0].found, "quality-1917");
});

test("bad input is an issue and not an exception", () => {
  const random = new Uint8Array(5 << 20);
  let state = 1;
  for (let i = 0; i < random.length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    random[i] = state >>> 24;
  }
  const header = "学校名称\t学段\t在校生数";
  const inputs = {
    nothing: "",
    "no bytes": new Uint8Array(),
    "one word": "你好",
    "a binary": random,
    "a header alone": `${header}\n`,
    "10,000 columns": `${header}${"\tx".repeat(10_000)}\n一小\t小学\t45${"\t1".repeat(10_000)}\n`,
    "rows of different length": `${header}\n一小\t小学\n二小\t小学\t45\t多\n`,
    "400 digits": `${header}\n一小\t小学\t${"9".repeat(400)}\n`,
    "NUL bytes": `${header}\n一小\t小学\t4\u00005\n`,
  };
  for (const [name, table] of Object.entries(inputs)) {
    const result = junheng.evaluate({ table });
    assert.ok(result.issueCount > 0, name);
    assert.notEqual(result.verdict, "pass", name);
    for (const issue of result.issues) {
      assert.ok(issue.message.zh.length > 0 && issue.message.en.length > 0, name);
      assert.doesNotMatch(issue.message.zh, /[{}]/, name);
    }
  }
});

test("a summary has counties, verdicts of parts and numbers of stages, and no sentence", () => {
  const full = junheng.evaluate({ table: `${county}\n坏校\t小学\tl20`, detail: "full" });
  const summary = junheng.evaluate({ table: `${county}\n坏校\t小学\tl20`, detail: "summary" });
  const { counties, issues, rowKinds, chosenOptions, ...head } = full;
  assert.ok(issues.length > 0 && rowKinds.length > 0 && chosenOptions !== undefined);
  const bare = counties.map(({ name, province, verdict, parts, stages }) => ({
    name,
    province,
    verdict,
    parts: parts.map(({ title: _title, reasons: _reasons, items: _items, ...part }) => part),
    stages: stages.map((stage) => ({
      ...stage,
      indicators: stage.indicators.map(({ explanation: _explanation, ...one }) => one),
    })),
  }));
  assert.deepEqual(summary, {
    ...head,
    counties: bare,
    issues: issues.map(({ message: _message, ...issue }) => issue),
  });
});

test("what is handed out is new each time", () => {
  const first = junheng.evaluate({ table: county });
  first.counties.length = 0;
  assert.equal(junheng.evaluate({ table: county }).counties.length, 1);
});

test("10,000 calls leave the memory of wasm as large as it was", async () => {
  // The memory is not handed out by the module, and need not be: it is caught on its way in.
  let memory = null;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate(...args);
    memory = Object.values(made.instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return made;
  };
  const engine = await loadJunheng().finally(() => {
    WebAssembly.instantiate = instantiate;
  });
  const call = () => engine.evaluate({ table: fiveSchools, standard: "basic-2012" });
  call();
  const before = memory.buffer.byteLength;
  const answer = JSON.stringify(call());
  for (let i = 0; i < 10_000; i += 1) call();
  assert.equal(memory.buffer.byteLength, before);
  assert.ok(answer.length * 10_000 > 2 * before, "a leaked answer per call would have shown");
  assert.equal(JSON.stringify(call()), answer);
});

/** Every number and word of the golden answer stands in the real one; the real one may say more. */
function assertContains(actual, expected, path) {
  if (Array.isArray(expected)) {
    for (const [i, item] of expected.entries()) {
      const same = (one) => ["id", "stage", "row"].every((key) => !(key in item) || one[key] === item[key]);
      const found = typeof item === "object" ? actual.find(same) : actual[i];
      assert.ok(found !== undefined, `${path}[${i}] is missing`);
      assertContains(found, item, `${path}[${i}]`);
    }
  } else if (typeof expected === "object" && expected !== null) {
    for (const [key, value] of Object.entries(expected)) assertContains(actual[key], value, `${path}.${key}`);
  } else if (typeof expected === "number") {
    // The file has twelve digits.
    const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
    assert.ok(error < 1e-11, `${path}: ${actual} is not ${expected}`);
  } else {
    assert.equal(actual, expected, path);
  }
}

for (const [file, standard] of [
  ["five-schools", "basic-2012"],
  ["sample-county", "quality-2017"],
]) {
  test(`${file}: the golden answer, made with exact fractions`, async () => {
    const golden = JSON.parse(await readFile(new URL(`../golden/${file}.expected.json`, import.meta.url), "utf8"));
    const table = await readFile(new URL(`samples/${file}.tsv`, site));
    const result = junheng.evaluate({ table, standard });
    const [only] = result.counties;
    assertContains(only.stages, golden.stages, "stages");
    assertContains(only.units, golden.units, "units");
    if (golden.verdict !== undefined) assert.equal(only.verdict, golden.verdict);
    for (const [id, verdict] of Object.entries(golden.parts ?? {})) {
      assert.equal(only.parts.find((part) => part.id === id).verdict, verdict, id);
    }
  });
}
