// SPDX-License-Identifier: MIT
//
// Workbooks that want to do harm, and broken ones: refused with a code, or read cleanly; never an exception, never more
// memory or time than a large honest file takes, nothing run and nothing fetched.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle, random, tableOf, xlsx, zip } from "../support/workbooks.mjs";

const { kindOf, readWorkbook, writeWorkbook } = bundle;

const kMega = 1024 * 1024;
const refusal = async (bytes) => {
  const result = await readWorkbook(bytes);
  assert.ok(result.refused, `read: ${result.sheets?.map(({ rows, columns }) => `${rows} × ${columns}`)}`);
  assert.equal(result.sheets, undefined);
  return result.refused;
};
const sheet = (data, more = {}) => ({ name: "a", data, ...more });
const many = (text, bytes) => Buffer.alloc(bytes, text);
/** Seconds and megabytes that a reading takes beyond what was there. */
async function cost(bytes) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const from = performance.now();
  const result = await readWorkbook(bytes);
  return {
    result,
    seconds: (performance.now() - from) / 1000,
    megabytes: (process.memoryUsage().rss - before) / kMega,
  };
}

test("a bomb that says how large it is, is refused before anything is unpacked", async () => {
  const bytes = xlsx({ sheets: [sheet("")], extra: [{ name: "xl/media/image1.png", data: "", size: 300 * kMega }] });
  const { result, seconds } = await cost(bytes);
  assert.equal(result.refused.code, "too_large");
  assert.ok(result.refused.found > 300 * kMega && result.refused.limit === 256 * kMega);
  assert.ok(seconds < 0.5);
});

test("a bomb that lies about its size is stopped as soon as it is found out", async () => {
  const xml = Buffer.concat([
    Buffer.from("<worksheet><sheetData>"),
    many("<row/>", 96 * kMega),
    Buffer.from("</sheetData></worksheet>"),
  ]);
  const bytes = xlsx({ sheets: [sheet("", { xml, entry: { size: 1000 } })] });
  const { result, seconds, megabytes } = await cost(bytes);
  assert.equal(result.refused.code, "damaged");
  assert.ok(result.refused.found < 8 * kMega, `${result.refused.found} bytes unpacked`);
  assert.ok(seconds < 2 && megabytes < 100, `${seconds} s, ${megabytes} MB`);
});

test("one part used as many sheets counts as often as it is unpacked", async () => {
  const wide = `<row spans="1:16384"${' a="1234567890"'.repeat(8)}/>`;
  const data = `<worksheet><sheetData>${many(wide, wide.length * 400_000)}</sheetData></worksheet>`;
  const sheets = Array.from({ length: 8 }, (_, i) => ({ name: `s${i}`, path: "big.xml" }));
  const { result, megabytes } = await cost(xlsx({ sheets, extra: [{ name: "xl/big.xml", data }] }));
  assert.equal(result.refused.code, "too_large");
  assert.ok(megabytes < 300, `${megabytes} MB`);
});

test("too many parts, too many sheets", async () => {
  const sheets = Array.from({ length: 3000 }, (_, i) => ({ name: `s${i}`, path: "one.xml" }));
  assert.equal(
    (await refusal(xlsx({ sheets, extra: [{ name: "xl/one.xml", data: "<worksheet/>" }] }))).code,
    "too_many_sheets",
  );
  const extra = Array.from({ length: 10_001 }, (_, i) => ({ name: `x/${i}`, data: "", stored: true }));
  assert.equal((await refusal(xlsx({ sheets: [sheet("")], extra }))).code, "too_many_parts");
});

test("two million empty rows are read, and are none; ten million from so small a file are refused", async () => {
  const head = '<worksheet><dimension ref="A1:XFD10000000"/><sheetData><row r="1"><c r="A1"><v>7</v></c></row>';
  const rows = (count) =>
    xlsx({ sheets: [sheet("", { xml: `${head}${"<row/>".repeat(count)}</sheetData></worksheet>` })] });
  const [{ rows: last, columns, html }] = (await readWorkbook(rows(2_000_000))).sheets;
  assert.deepEqual([last, columns, html], [1, 1, "<table><tr><td>7</td></tr></table>"]);
  const { result, megabytes } = await cost(rows(10_000_000));
  assert.equal(result.refused.code, "too_much_work");
  assert.ok(megabytes < 300, `${megabytes} MB`);
});

test("a value far away: at the last cell it is read, beyond it is refused", async () => {
  const [far] = (await readWorkbook(xlsx({ sheets: [sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')] })))
    .sheets;
  assert.deepEqual([far.rows, far.columns], [1_048_576, 16_384]);
  assert.ok(far.html.length < 16 * kMega);
  const below = await refusal(xlsx({ sheets: [sheet('<row r="10000000"><c r="A10000000"><v>1</v></c></row>')] }));
  assert.deepEqual(below, { code: "too_many_rows", part: "a", found: 10_000_000, limit: 1_048_576 });
  assert.equal(
    (await refusal(xlsx({ sheets: [sheet('<row><c r="XFE1"><v>1</v></c></row>')] }))).code,
    "too_many_columns",
  );
});

test("rows without cells are counted, too: many sheets with a value in the last row are refused", async () => {
  const data = '<worksheet><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>';
  const sheets = Array.from({ length: 100 }, (_, i) => ({ name: `s${i}`, path: "far.xml" }));
  const { result, megabytes } = await cost(xlsx({ sheets, extra: [{ name: "xl/far.xml", data }] }));
  assert.equal(result.refused.code, "too_much_text");
  assert.ok(megabytes < 900, `${megabytes} MB`);
});

test("gaps, shared texts and merges that would spread out are counted before they do", async () => {
  const gaps = Array.from(
    { length: 100_000 },
    (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
  ).join("");
  assert.equal((await refusal(xlsx({ sheets: [sheet(gaps)] }))).code, "too_much_text");
  const strings = `<si><t>${"长".repeat(30_000)}</t></si>`;
  const shared = '<c t="s"><v>0</v></c>'.repeat(10_000);
  assert.deepEqual((await refusal(xlsx({ sheets: [sheet(`<row>${shared}</row>`)], strings }))).code, "too_much_text");
  const long = `<si>${`<t>${"长".repeat(500_000)}</t>`.repeat(3)}</si>`;
  assert.equal(
    (await refusal(xlsx({ sheets: [sheet('<row><c t="s"><v>0</v></c></row>')], strings: long }))).found,
    1_500_000,
  );

  const merges = Array.from({ length: 16_000 }, (_, i) => `<mergeCell ref="A${i + 1}:XFD1048576"/>`).join("");
  const rows = Array.from(
    { length: 16_000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="Z${i + 1}"><v>1</v></c></row>`,
  ).join("");
  const { result, seconds } = await cost(
    xlsx({ sheets: [sheet(rows, { after: `<mergeCells>${merges}</mergeCells>` })] }),
  );
  assert.ok(result.sheets[0].html.startsWith('<table><tr><td rowspan="16000" colspan="26">1</td></tr>'));
  assert.ok(seconds < 5, `${seconds} s`);
});

test("entities are not expanded: a document type is refused wherever it stands", async () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><x>&l9;</x>`;
  assert.deepEqual(await refusal(xlsx({ sheets: [sheet("", { xml: bomb })] })), {
    code: "entities",
    part: "xl/worksheets/sheet1.xml",
  });
  for (const name of ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]) {
    const bytes = xlsx({ sheets: [sheet("")], strings: "", styles: "", extra: [{ name, data: bomb }] }); // the later entry counts
    assert.deepEqual(await refusal(bytes), { code: "entities", part: name });
  }
  const external = '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><worksheet/>';
  assert.equal((await refusal(xlsx({ sheets: [sheet("", { xml: external })] }))).code, "entities");
});

test("macros, links, queries and formulas that call out stay what they are: nothing is run, fetched or even unpacked", async () => {
  const called = [];
  const saved = {};
  for (const name of ["fetch", "WebSocket", "XMLHttpRequest", "eval", "Function"]) {
    saved[name] = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: () => called.push(name) });
  }
  try {
    const data =
      "<row><c t='str'><f>WEBSERVICE(&quot;http://127.0.0.1/&quot;)</f><v>ok</v></c><c><f>WEBSERVICE(&quot;x&quot;)</f></c>" +
      "<c><f>[1]Sheet1!A1</f><v>5</v></c><c t='e'><f>cmd|'/c calc'!A0</f><v>#REF!</v></c><c t='str'><v>=cmd|' /c calc'!A0</v></c>" +
      "<c t='inlineStr'><is><t>&lt;img src=x onerror=alert(1)&gt;</t></is></c></row>";
    const broken = (name) => ({ name, data: "garbage", stored: true, crc: 1, size: 10 ** 8 });
    const bytes = xlsx({
      sheets: [sheet(data)],
      relations: '<Relationship Id="e" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1/sheet.xml"/>',
      extra: [broken("xl/vbaProject.bin"), broken("xl/externalLinks/externalLink1.xml")],
    });
    const [{ html }] = (await readWorkbook(bytes)).sheets;
    assert.deepEqual(tableOf(html).rows, [
      ["ok", '=WEBSERVICE("x")', "5", "#REF!", "=cmd|' /c calc'!A0", "<img src=x onerror=alert(1)>"],
    ]);
  } finally {
    for (const [name, was] of Object.entries(saved)) {
      if (was === undefined) delete globalThis[name];
      else Object.defineProperty(globalThis, name, was);
    }
  }
  assert.deepEqual(called, []);
});

test("names that objects have of their own are names like others", async () => {
  const names = ["__proto__", "constructor", "toString"];
  const sheets = names.map((name) => ({
    name,
    data: '<row r="__proto__"><c r="__proto__" s="__proto__" t="s"><v>0</v></c><c t="__proto__"><v>1</v></c></row>',
  }));
  const read = (
    await readWorkbook(xlsx({ sheets, strings: "<si><t>x</t></si>", extra: [{ name: "__proto__", data: "x" }] }))
  ).sheets;
  assert.deepEqual(
    read.map(({ name }) => name),
    names,
  );
  assert.equal({}.polluted, undefined);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

test("what is no workbook, or one of another kind, is told apart", async () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from("\0\x10JFIF\0 renamed")]);
  for (const bytes of [
    jpeg,
    new Uint8Array(0),
    Buffer.from("%PDF-1.7"),
    Buffer.from("校名\t学生数\n"),
    zip([{ name: "a.txt", data: "x" }]),
  ]) {
    assert.deepEqual(await refusal(bytes), { code: "not_a_workbook" });
  }
  assert.deepEqual(await refusal(zip([{ name: "word/document.xml", data: "<w/>" }])), { code: "not_a_workbook" });
  assert.deepEqual(await refusal(zip([{ name: "content.xml", data: "<x/>" }])), { code: "not_a_workbook" });
  const rels = '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
  assert.deepEqual(
    await refusal(
      zip([
        { name: "_rels/.rels", data: rels },
        { name: "xl/workbook.bin", data: "x" },
      ]),
    ),
    { code: "other_format", part: "xlsb" },
  );
  assert.equal((await refusal(xlsx({ sheets: [] }))).code, "not_a_workbook");
  assert.deepEqual(await refusal(xlsx({ sheets: [sheet("", { entry: { flags: 1 } })] })), {
    code: "encrypted",
    part: "xl/worksheets/sheet1.xml",
  });
  assert.equal((await refusal(xlsx({ sheets: [sheet("", { entry: { method: 99 } })] }))).code, "damaged");
  assert.deepEqual(await refusal(xlsx({ sheets: [{ name: "甲", path: "nowhere.xml" }] })), {
    code: "damaged",
    part: "甲",
  });
});

const honest = writeWorkbook([
  { name: "学校", cells: Array.from({ length: 30 }, (_, i) => [`学校${i}`, String(i * 7), "=1+1"]) },
]);

test("a file that was cut off is refused at every length", async () => {
  for (let length = 0; length < honest.length; length += 1) {
    const { code } = await refusal(honest.subarray(0, length));
    assert.equal(code, length < 4 ? "not_a_workbook" : "damaged", `${length} of ${honest.length} bytes`);
  }
});

test("a part that is cut off inside is refused, and a text that is not there", async () => {
  const missing = sheet('<row><c t="s"><v>1</v></c></row>');
  assert.deepEqual(await refusal(xlsx({ sheets: [missing], strings: "<si><t>a</t></si>" })), {
    code: "damaged",
    part: "sharedStrings",
  });
  assert.deepEqual(await refusal(xlsx({ sheets: [missing] })), { code: "damaged", part: "sharedStrings" });
  assert.deepEqual(await refusal(xlsx({ sheets: [sheet("", { xml: "<worksheet><sheetData><row><c t='str" })] })), {
    code: "damaged",
    part: "xl/worksheets/sheet1.xml",
  });
});

test("5,000 files with wrong bytes: never an exception, and a wrong table only with a right checksum", async () => {
  const next = random(7);
  const [{ html }] = (await readWorkbook(honest)).sheets;
  for (let i = 0; i < 5000; i += 1) {
    const bytes = Uint8Array.from(honest);
    for (let n = 1 + Math.floor(next() * 3); n > 0; n -= 1)
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    const result = await readWorkbook(bytes);
    if (result.refused === undefined) assert.equal(result.sheets[0].html, html);
    else assert.equal(typeof result.refused.code, "string");
    kindOf(bytes, "a.xlsx");
  }
});
