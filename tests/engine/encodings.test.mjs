// SPDX-License-Identifier: MIT
//
// What bytes are read as: by what most of them say, whatever is damaged; what is near is said to be in doubt.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";

const { decode, utf8Length } = await sourceModule("engine/decode.ts");
const { writeTable } = await sourceModule("engine/asked.ts");

/** JavaScript only reads these encodings: written by asking the reader what each pair means. */
function writer(label) {
  const decoder = new TextDecoder(label, { fatal: true });
  const known = new Map();
  for (let a = 0x81; a <= 0xfe; a += 1)
    for (let b = 0x40; b <= 0xfe; b += 1) {
      let character = "";
      try {
        character = decoder.decode(Uint8Array.of(a, b));
      } catch {
        continue;
      }
      if (character.length === 1 && !known.has(character)) known.set(character, [a, b]);
    }
  return (text) => Uint8Array.from([...text].flatMap((one) => (one < "\x80" ? [one.charCodeAt(0)] : known.get(one))));
}
const gbk = writer("gb18030");
const big5 = writer("big5");
const utf8 = (text) => new TextEncoder().encode(text);
const join = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const read = (bytes) => {
  const { encoding, doubt, bytes: text } = decode(bytes);
  return { encoding, doubt, text: new TextDecoder().decode(text) };
};

const kTable = "学校名称,学校类型,在校生数,图书册数,备注\n竹园小学,小学,320,6400,\n南屏小学,小学,180,2700,校舍改造中\n";
const kTraditional =
  "學校名稱,學校類型,在校生數,圖書冊數\n竹園國民小學,國小,320,6400\n南屏國民小學,國小,180,2700\n合計,,500,9100\n";

test("each encoding for itself, without doubt", () => {
  assert.deepEqual(read(utf8(kTable)), { encoding: "utf-8", doubt: null, text: kTable });
  assert.deepEqual(read(gbk(kTable)), { encoding: "gb18030", doubt: null, text: kTable });
  assert.deepEqual(read(utf8(kTraditional)), { encoding: "utf-8", doubt: null, text: kTraditional });
  assert.equal(read(Buffer.from(`\ufeff${kTable}`, "utf16le")).text, kTable);
  assert.equal(read(Buffer.from(kTable, "utf16le")).encoding, "utf-16le");
});

test("UTF-8 with a character cut in two stays UTF-8, wherever it is", () => {
  const whole = utf8(kTable);
  for (let at = 1; at < whole.length; at += 1) {
    if (whole[at] < 0x80) continue;
    const cut = join(whole.subarray(0, at), whole.subarray(at + 1));
    const { encoding, doubt, text } = read(cut);
    assert.deepEqual([encoding, doubt], ["utf-8", null], `without byte ${at}`);
    assert.ok(text.includes("\ufffd") && text.split("\n").length === 4, text);
    assert.equal(read(join(whole.subarray(0, at), [0xff], whole.subarray(at + 1))).encoding, "utf-8");
    assert.equal(read(whole.subarray(0, at)).encoding === "utf-8" || at < 4, true, `the first ${at} bytes`);
  }
  const marked = join([0xef, 0xbb, 0xbf], utf8("a,b\n1,"), [0xe5, 0xad]);
  assert.deepEqual(read(marked), { encoding: "utf-8", doubt: null, text: "a,b\n1,\ufffd" });
});

test("a long text is UTF-8 by how it begins, and the engine reads what is damaged further on as a browser would", async () => {
  const { loadJunheng } = await import(new URL("../../dist/site/engine/junheng.js", import.meta.url));
  const junheng = await loadJunheng();
  const head = "学校名称\t学校类型\t在校生数\t图书册数\t备注\n";
  const good = Array.from({ length: 2000 }, (_, n) => `第${n}小学\t小学\t${300 + n}\t${9000 + n}\t好\n`).join("");
  let state = 11;
  const random = (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  for (let round = 0; round < 40; round += 1) {
    const bad = Uint8Array.from({ length: 1 + random(9) }, () => {
      const byte = [0x80 + random(0x80), 0xe5, 0xf0, 0x9f, 0xed, 0x41][random(6)];
      return byte;
    });
    const bytes = join(utf8(head + good + "甲小学\t小学\t200\t4000\t借"), bad, utf8("用\n乙小学\t小学\t100\t900\t\n"));
    const decoded = decode(bytes);
    assert.deepEqual([decoded.encoding, decoded.doubt], ["utf-8", null]);
    assert.equal(decoded.bytes, bytes, "as it came");
    const request = { standard: "basic-2012", detail: "summary" };
    const asText = junheng.evaluate({ ...request, table: new TextDecoder().decode(bytes) });
    const { encoding, ...asBytes } = junheng.evaluate({ ...request, table: bytes });
    delete asText.encoding;
    assert.deepEqual(asBytes, asText, [...bad].map((byte) => byte.toString(16)).join(" "));
  }
  const later = join(utf8(head + good), gbk("甲小学\t小学\t200\t4000\t\n"));
  assert.match(JSON.stringify(junheng.evaluate({ table: later, standard: "basic-2012" }).issues), /damaged_character/);
  // without Chinese at its beginning it may be anything further on
  const digits = utf8("1\t2\t3\n".repeat(12_000));
  assert.equal(read(join(digits, gbk("竹园小学\t小学\n"))).encoding, "gb18030");
});

test("GB18030 with a character cut in two stays GB18030", () => {
  const whole = gbk(kTable);
  for (let at = 2; at < whole.length; at += 1) {
    if (whole[at] < 0x80 || whole[at - 1] >= 0x80) continue;
    const { encoding, text } = read(join(whole.subarray(0, at), whole.subarray(at + 1)));
    assert.equal(encoding, "gb18030", `without byte ${at}`);
    assert.equal(text.split("\n").length, 4);
  }
  assert.equal(read(whole.subarray(0, whole.length - 2)).encoding, "gb18030");
});

test("Big5 is proposed, and said to be in doubt", () => {
  assert.deepEqual(read(big5(kTraditional)), { encoding: "big5", doubt: "gb18030", text: kTraditional });
  const few = "校名,人數\n新興國小,12\n大同國小,30\n";
  assert.deepEqual(read(big5(few)), { encoding: "big5", doubt: "gb18030", text: few });
  // A page that says it leaves no doubt.
  const page = `<meta charset="big5"><table><tr><td>校名</table>`;
  assert.deepEqual(read(big5(page)), { encoding: "big5", doubt: null, text: page });
  assert.equal(decode(big5(kTraditional), "gb18030").encoding, "gb18030", "a person knows better");
});

test("traditional characters in GB18030 are not taken for Big5", () => {
  const { encoding, text } = read(gbk(kTraditional));
  assert.deepEqual([encoding, text], ["gb18030", kTraditional]);
});

test("names of schools in GB18030 of every kind are GB18030 without doubt", () => {
  for (const name of [
    "圩埠中心小学",
    "浔阳区泾镇学校",
    "镕堃实验学校",
    "安城村小学",
    "第一中学",
    "江口镇中心完全小学",
  ]) {
    const table = `学校名称,学校类型,在校生数\n${name},小学,120\n`;
    assert.deepEqual(read(gbk(table)), { encoding: "gb18030", doubt: null, text: table }, name);
    assert.equal(read(gbk(`${name},1\n`)).encoding, "gb18030", name);
  }
});

test("noise has no encoding", () => {
  let state = 7;
  const noise = Uint8Array.from({ length: 5000 }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return 0x80 + ((state >> 16) & 0x7f);
  });
  assert.equal(read(noise).encoding, null);
  assert.equal(read(Uint8Array.of(0x31, 0xff, 0x32)).encoding, null);
});

test("the bytes of a string are counted whatever stands where a piece of it ends", () => {
  const piece = 1 << 14;
  for (const unit of ["a", "é", "校", "😀", "\ud83d", "\ude00"]) {
    for (let before = piece - 3; before <= piece + 1; before += 1) {
      const text = `${"x".repeat(before)}${unit.repeat(piece)}${unit}`;
      assert.equal(utf8Length(text), Buffer.byteLength(text), `${before} before ${JSON.stringify(unit)}`);
    }
  }
  assert.equal(utf8Length(""), 0);
});

test("a long string is in the engine's memory as a whole, with nothing but NULs behind it", () => {
  const length = (1 << 20) + 12345;
  const rows = "示例县\t示例小学\t1234\n".repeat(length / 18);
  // Plain where the samples are taken, and nowhere else.
  const misleading = [..."校".repeat(length)];
  for (let i = 0; i < 64; i += 1)
    misleading.fill("a", Math.floor(((length - 256) / 63) * i), Math.floor(((length - 256) / 63) * i) + 256);
  for (const [text, rooms] of [
    [rows + "x".repeat(length - rows.length), 1],
    [misleading.join(""), 2],
    ["校😀".repeat(length), 1],
  ]) {
    let bytes = new Uint8Array();
    let made = 0;
    writeTable((wanted) => {
      made += 1;
      bytes = new Uint8Array(wanted);
      return bytes;
    }, text);
    const exact = utf8(text);
    assert.equal(made, rooms);
    assert.deepEqual(Buffer.from(bytes.subarray(0, exact.length)), Buffer.from(exact));
    assert.ok(bytes.subarray(exact.length).every((byte) => byte === 0));
  }
});
