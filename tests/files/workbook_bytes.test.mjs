// SPDX-License-Identifier: MIT
//
// The short ways of the reader of workbooks mean what the long ones mean: cells and texts taken at once from the bytes,
// pieces of a part cut anywhere, numbers written digit by digit, parts unpacked by the platform.

import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";
import { bundle, random, xlsx, zip } from "../support/workbooks.mjs";

const [{ PageBytes }, { Texts }, { numberText }] = await Promise.all(
  ["files/page_bytes.ts", "files/texts.ts", "files/number_text.ts"].map(sourceModule),
);
const { readWorkbook } = bundle;
const pick = (next, list) => list[Math.floor(next() * list.length)];
const utf8 = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

async function htmlOf(bytes) {
  const { sheets, refused } = await readWorkbook(bytes);
  assert.equal(refused, undefined, JSON.stringify(refused));
  return sheets[0].html;
}

const kTexts = [
  "松柏小学",
  "a",
  "",
  " 两边 ",
  "é",
  "𠮷😀",
  "a&amp;b",
  "&#20013;",
  "_x000D_",
  "_x005F_x000D_",
  "a_b",
  "行\n行",
  "\ufeff标",
  "\uffff",
  "x".repeat(70_000),
  "长".repeat(500),
  "]]>",
  "<![CDATA[<&]]>",
  "甲<!-- x -->乙",
];
/** As bytes: right, cut, of other encodings, too long, half a surrogate. */
const kDamaged = ["e4b8ad", "e4b8", "e4", "b8ad", "c3a9", "c3", "d6d0", "e08080", "eda080", "f0a0aeb7", "f0a0ae", "ff"];
const kNumbers = ["0", "-0", "7", "-12.50", "0.1", "3.14159265358979", "1e5", "123456789012345678", "1.", ".5", "4.35"];

/** A cell in the usual spelling, and in one that is told tag by tag. */
function spelled(next, row, column, strings) {
  const at = String.fromCharCode(65 + column) + row;
  const style = pick(next, ["", "0", "1", "2"]);
  const damaged = () => `a${Buffer.from(pick(next, kDamaged), "hex").toString("latin1")}b`;
  const text = next() < 0.2 ? null : pick(next, kTexts);
  const inside = text === null ? damaged() : Buffer.from(text).toString("latin1");
  const both = (type, value) => [
    `<c r="${at}"${style && ` s="${style}"`}${type && ` t="${type}"`}>${value}</c>`,
    `<x:c ${type && `t='${type}'`} ${style && `s='${style}'`} r='${at}' >${value.replace("<v>", "<v >").replace("<f>", "<f >")}</x:c >`,
  ];
  const kind = next();
  if (kind < 0.3) return both(pick(next, ["", "n"]), `<v>${pick(next, kNumbers)}</v>`);
  if (kind < 0.6) return both("s", `<v>${strings.push(inside) - 1}</v>`);
  if (kind < 0.8) return both("inlineStr", `<is><t${next() < 0.3 ? ' xml:space="preserve"' : ""}>${inside}</t></is>`);
  if (kind < 0.97) {
    const formula = pick(next, ["", "<f>A1&amp;B$2</f>", "<f></f>"]);
    if (next() < 0.5) return both("str", `${formula}<v>${inside}</v>`);
    return both("", `${formula}<v>${pick(next, kNumbers)}</v>`);
  }
  return [`<c r="${at}" s="1"/>`, `<c s='1' r='${at}'></c>`];
}

test("what is taken at once from the bytes is what is told tag by tag", async () => {
  const next = random(16);
  const styles =
    '<numFmts><numFmt numFmtId="200" formatCode="@&quot;校&quot;"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs>';
  for (let book = 0; book < 150; book += 1) {
    const strings = [];
    const rows = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 1 + Math.floor(next() * 5) }, (_, column) => spelled(next, i + 1, column, strings)),
    );
    const sheets = [0, 1].map((way) =>
      rows.map((cells, i) => {
        const tag =
          way === 0 ? `<row r="${i + 1}" spans="1:9" x14ac:dyDescent="0.2">` : `<row spans='1:9' r='${i + 1}'>`;
        return `${tag}${cells.map((cell) => cell[way]).join("")}</row>`;
      }),
    );
    const items = [
      strings.map((text) => `<si><t>${text}</t></si>`),
      strings.map((text) => `<si ><t >${text}</t ></si >`),
    ];
    const books = [0, 1].map((way) =>
      xlsx({
        properties: `<calcPr fullCalcOnLoad="${book % 2}"/>`,
        sheets: [
          {
            name: "a",
            xml: Buffer.from(`<worksheet><sheetData>${sheets[way].join("")}</sheetData></worksheet>`, "latin1"),
          },
        ],
        strings: "",
        styles,
        extra: [{ name: "XL/sharedStrings.xml", data: Buffer.from(`<sst>${items[way].join("")}</sst>`, "latin1") }],
      }),
    );
    assert.equal(await htmlOf(books[0]), await htmlOf(books[1]), `book ${book}`);
  }
});

test("cells of .ods that are taken at once are what they are tag by tag", async () => {
  const next = random(17);
  const values = ["0", "-0", "7", "-12.5", "0.1", "00.1", "007", ".5", "5.", "1.50", "-", "", "1e5", "123456789012345"];
  const more = ["1234567890123456", "0.30000000000000004", "-0.0", "1.2.3", "0.0000001", "99999999999999.9", "1-2"];
  const document = (cells) =>
    zip([
      { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
      { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
      {
        name: "content.xml",
        data: `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${cells.join("")}</table:table></office:spreadsheet></office:body></office:document-content>`,
      },
    ]);
  for (let book = 0; book < 150; book += 1) {
    const cells = Array.from({ length: 12 }, () => {
      const type = pick(next, ["float", "float", "string", "percentage", "date"]);
      const value = pick(next, [...values, ...more]);
      const shown =
        next() < 0.7 ? value : pick(next, [...kTexts.filter((text) => text.length < 100), "1,234.5", "12%"]);
      const style = next() < 0.5 ? ' table:style-name="ce1"' : "";
      const given = type === "string" && next() < 0.7 ? "" : ` office:value="${value}"`;
      const attributes = ` office:value-type="${type}"${given} calcext:value-type="${type}"${style}`;
      const repeated = next() < 0.1 ? ' table:number-columns-repeated="2"' : "";
      return `<table:table-cell${attributes}${repeated}><text:p>${shown}</text:p></table:table-cell>`;
    });
    const rows = (all) =>
      [0, 4, 8].map((i) => {
        const more = i === 4 ? ' table:number-rows-repeated="2"' : "";
        return `<table:table-row${more}>${all.slice(i, i + 4).join("")}</table:table-row>`;
      });
    const slow = cells.map((cell) => cell.replace("<text:p>", "<text:p >").replace(/"/g, "'"));
    assert.equal(await htmlOf(document(rows(cells))), await htmlOf(document(rows(slow))), `book ${book}`);
  }
});

test("a shared text inside of another one is part of it, however it is spelled", async () => {
  const nested = (open, close) =>
    `<si${open}><t${open}>a</t${close}><si${open}><t${open}>b</t${close}></si${close}></si${close}>`;
  for (const strings of [nested("", ""), nested(" ", " ")]) {
    const data = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
    assert.equal(await htmlOf(xlsx({ sheets: [{ name: "a", data }], strings })), "<table><tr><td>ab</td></tr></table>");
  }
});

test("a part is read as the same wherever it happens to be cut while it is unpacked", async () => {
  const cells = (row) =>
    `<c r="A${row}" t="inlineStr"><is><t>第${row}小学&amp;é</t></is></c><c r="B${row}"><v>${row}.5</v></c>`;
  const rows = Array.from({ length: 2500 }, (_, i) => `<row r="${i + 1}">${cells(i + 1)}</row>`).join("");
  const expected = Array.from(
    { length: 2500 },
    (_, i) => `<tr><td>第${i + 1}小学&amp;é</td><td>${i + 1}.5</td></tr>`,
  ).join("\n");
  for (let before = 0; before < 90; before += 1) {
    const data = `<!--${"x".repeat(before)}-->${rows}`;
    assert.equal(await htmlOf(xlsx({ sheets: [{ name: "a", data }] })), `<table>${expected}</table>`, `${before}`);
  }
});

test("numbers are written with the digits of numberText()", () => {
  const next = random(3);
  const made = (value) => {
    const page = new PageBytes(() => 1);
    const length = page.number(value);
    const text = utf8(page.finish());
    assert.equal(length, text.length);
    return text;
  };
  const edges = [0, -0, 1, -1, 9, 10, 99, 100, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 32, 1e15, 1e21, 1e-7, 0.1 + 0.2];
  const more = [
    0.05,
    -0.05,
    0.0001,
    0.00001,
    1.005,
    99.995,
    214748.3647,
    214748.3648,
    NaN,
    Infinity,
    -Infinity,
    5e-324,
  ];
  for (const value of [...edges, ...more]) assert.equal(made(value), numberText(value), String(value));
  for (let i = 0; i < 200_000; i += 1) {
    const whole = Math.floor(next() * 10 ** Math.floor(next() * 12));
    const value = ((next() < 0.5 ? -1 : 1) * whole) / 10 ** Math.floor(next() * 7);
    assert.equal(made(value), numberText(value), String(value));
    assert.equal(made(value * 1.1), numberText(value * 1.1), String(value * 1.1));
  }
});

test("texts come back as they were, counted in UTF-16, half characters as damaged ones", () => {
  const texts = new Texts();
  const all = [...kTexts, "\ud800", "a\udc00", "\ud83d\ude00\ud83d", "\u07ff\u0800", "\0"];
  all.forEach((text, i) => assert.equal(texts.add(text), i));
  all.forEach((text, i) => {
    assert.equal(texts.at(i), Buffer.from(text).toString(), JSON.stringify(text));
    assert.equal(texts.units(i), text.length);
    assert.equal(texts.isSpecial(i), /[&<>\r\n]/.test(text));
  });
  assert.ok(texts.has(0) && !texts.has(all.length) && !texts.has(-1) && !texts.has(0.5) && !texts.has(NaN));
});

/** A workbook whose sheet is large when packed; `change` makes another entry of it. */
function large(change = (entry) => entry) {
  const next = random(11);
  const cell = (row) => `<c r="A${row}"><v>${next()}</v></c><c r="B${row}"><v>${next()}</v></c>`;
  const rows = Array.from({ length: 6000 }, (_, i) => `<row r="${i + 1}">${cell(i + 1)}</row>`).join("");
  const data = Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
  const crc = Buffer.from(zip([{ name: "a", data }])).readUInt32LE(14);
  const whole = { data: deflateRawSync(data), stored: true, method: 8, crc, size: data.length };
  return xlsx({ sheets: [{ name: "甲", path: "big.xml" }], extra: [{ name: "xl/big.xml", ...change(whole) }] });
}

test("a large part is the same unpacked by the platform and without it, whole or damaged anywhere", async () => {
  const cases = {
    whole: (entry) => entry,
    "more bytes behind the data": (entry) => ({ ...entry, data: Buffer.concat([entry.data, Buffer.alloc(40, 7)]) }),
    "another sum": (entry) => ({ ...entry, crc: entry.crc ^ 1 }),
    "said to be longer": (entry) => ({ ...entry, size: entry.size + 1 }),
    "said to be shorter": (entry) => ({ ...entry, size: entry.size - 1 }),
    "cut off": (entry) => ({ ...entry, data: entry.data.subarray(0, entry.data.length - 1000) }),
    "a wrong byte": (entry) => {
      const data = Buffer.from(entry.data);
      data[data.length >> 1] ^= 0x10;
      return { ...entry, data };
    },
    "no data at all": (entry) => ({ ...entry, data: Buffer.alloc(100_000, 0xff) }),
  };
  const platform = globalThis.DecompressionStream;
  assert.ok(platform !== undefined);
  let made = 0;
  for (const [name, change] of Object.entries(cases)) {
    const bytes = large(change);
    globalThis.DecompressionStream = class extends platform {
      constructor(...format) {
        super(...format);
        made += 1;
      }
    };
    const one = await readWorkbook(bytes);
    delete globalThis.DecompressionStream;
    const other = await readWorkbook(bytes);
    globalThis.DecompressionStream = platform;
    assert.deepEqual(one, other, name);
    const isWhole = name === "whole" || name.startsWith("more");
    assert.equal(one.refused?.code, isWhole ? undefined : "damaged", name);
  }
  assert.equal(made, Object.keys(cases).length);
});

test("a bomb for the platform is stopped in its first pieces", async () => {
  const bomb = {
    data: deflateRawSync(Buffer.alloc(200_000_000, `<row a="${"x".repeat(80)}"/>`)),
    stored: true,
    method: 8,
    crc: 1,
  };
  for (const size of [200_000_000, 1000]) {
    const sheets = [{ name: "甲", path: "big.xml" }];
    const from = process.cpuUsage();
    const { refused } = await readWorkbook(xlsx({ sheets, extra: [{ name: "xl/big.xml", ...bomb, size }] }));
    const { user, system } = process.cpuUsage(from);
    assert.equal(refused.code, size === 1000 ? "damaged" : "too_large");
    assert.ok(refused.found < 64_000_000, `${refused.found} bytes`);
    assert.ok(user + system < 3_000_000, `${user + system} µs`);
  }
});
