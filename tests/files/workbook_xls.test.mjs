// SPDX-License-Identifier: MIT
//
// Workbooks of the older format (.xls, .et), and a second opinion on the newer one: SheetJS writes what we read and reads
// what we write. It is part of the tests only; the page would pay for it six times what our own reader costs.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { container, f64, record, stream, u16, u32 } from "../support/biff.mjs";
import { bundle, random, randomTable, tableOf, trimmed } from "../support/workbooks.mjs";

const { kindOf, readWorkbook, writeWorkbook } = bundle;
const XLSX = createRequire(new URL("../package.json", import.meta.url))("@e965/xlsx");

const sheetsOf = async (bytes) => {
  const result = await readWorkbook(bytes);
  assert.equal(result.refused, undefined, JSON.stringify(result.refused));
  return result.sheets;
};
const read = async (name, content) => tableOf((await sheetsOf(container(name, content)))[0].html).rows;
const gbk = (...hex) => Buffer.from(hex.join(""), "hex");
const name8 = [...u16(1).slice(0, 1), 0, 0x61];
const cellHead = (row, column, style = 0) => u16(row, column, style);

/** A book of SheetJS from texts; some cells become numbers. */
function bookOf(tables, edit = () => {}) {
  const book = XLSX.utils.book_new();
  tables.forEach((cells, i) => {
    const sheet = XLSX.utils.aoa_to_sheet(cells.map((row) => row.map((text) => (text === "" ? null : text))));
    edit(sheet, i);
    XLSX.utils.book_append_sheet(book, sheet, `表${i}`);
  });
  return book;
}
const written = (book, bookType) =>
  new Uint8Array(XLSX.write(book, { type: "array", bookType, compression: true, bookSST: true }));

for (const format of ["biff8", "xlsx"]) {
  test(`500 random tables that SheetJS wrote as ${format} are read as they were`, async () => {
    const next = random(97);
    for (let n = 0; n < 100; n += 1) {
      // It writes a text that looks like an escape into .xlsx as it is, where it then is one.
      const plain = (text) => (format === "xlsx" ? text.replace(/_x\w{4}_/gi, "") : text);
      const tables = Array.from({ length: 5 }, () => randomTable(next).map((row) => row.map(plain)));
      const sheets = await sheetsOf(written(bookOf(tables), format));
      tables.forEach((cells, i) =>
        assert.deepEqual(trimmed(tableOf(sheets[i].html).rows), trimmed(cells), `book ${n}, table ${i}`),
      );
    }
  });

  test(`values, formats, merges and hidden things from ${format}`, async () => {
    const sheet = {
      "!ref": "A1:F6",
      "!merges": [XLSX.utils.decode_range("A1:C1"), XLSX.utils.decode_range("A2:A3")],
      "!rows": [{}, {}, { hidden: true }],
      A1: { t: "s", v: "甲 & <乙>" },
      A2: { t: "n", v: 0.1 + 0.2 },
      B2: { t: "n", v: 0.2896, z: "0.00%" },
      C2: { t: "n", v: 45536, z: 'yyyy"年"m"月"d"日"' },
      D2: { t: "n", v: 45536, z: "m/d/yy" },
      E2: { t: "n", v: -3 },
      F2: { t: "n", v: 12.34 },
      B3: { t: "b", v: true },
      C3: { t: "e", v: 7 },
      D3: { t: "n", v: 5, f: "SUM(A1:A2)" },
      E3: { t: "s", v: "文字", f: "A1" },
      A6: { t: "n", v: 123456789012345 },
    };
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, "一");
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["x"]]), "二");
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const [first, second] = await sheetsOf(written(book, format));
    assert.deepEqual(
      [first.name, first.hidden, first.rows, first.columns, second.name, second.hidden],
      ["一", false, 6, 6, "二", true],
    );
    const { rows, merges, hidden } = tableOf(first.html);
    assert.deepEqual(rows, [
      ["甲 & <乙>", "", ""],
      ["0.3", "28.96%", "2024-09-01", "2024-09-01", "-3", "12.34"],
      ["", "TRUE", "#DIV/0!", "5", "文字"],
      [],
      [],
      ["123456789012345"],
    ]);
    assert.deepEqual(merges, [
      [1, 1, 1, 3],
      [2, 1, 2, 1],
    ]);
    if (format === "xlsx") assert.deepEqual(hidden, [3]); // it does not write hidden rows into the older format
  });
}

test("SheetJS reads in 300 of our workbooks what was written: numbers as numbers, all else as text", () => {
  const next = random(5);
  for (let n = 0; n < 300; n += 1) {
    const cells = randomTable(next).map((row) => row.map((text) => text.replace(/[\0-\x08\x0b-\x1f\ufffe]/g, "")));
    const sheet = XLSX.read(writeWorkbook([{ name: "a", cells }])).Sheets.a;
    cells.forEach((row, r) =>
      row.forEach((text, c) => {
        const cell = sheet[XLSX.utils.encode_cell({ r, c })];
        const expected = cell?.t === "n" ? Number(text) : text.replace(/\r\n?/g, "\n");
        assert.equal(cell?.v ?? "", expected, JSON.stringify(text));
        assert.equal(cell?.f, undefined);
        if (/^-?(0|[1-9]\d{0,14})$/.test(text) && text !== "-0") assert.equal(cell.t, "n", text);
      }),
    );
  }
});

test("random numbers of both formats have the digits that were saved", async () => {
  const next = random(11);
  const numbers = Array.from({ length: 3000 }, (_, i) =>
    i % 3 === 0
      ? Math.floor(next() * 2 ** 31) - 2 ** 30
      : i % 3 === 1
        ? Math.round(next() * 1e7) / 100
        : (next() - 0.5) * 10 ** Math.floor(next() * 14),
  );
  const sheet = XLSX.utils.aoa_to_sheet(numbers.map((value) => [value]));
  const book = { SheetNames: ["a"], Sheets: { a: sheet } };
  for (const format of ["biff8", "xlsx"]) {
    const rows = tableOf((await sheetsOf(written(book, format)))[0].html).rows;
    numbers.forEach((value, i) =>
      assert.equal(Number(rows[i][0]), Number(value.toPrecision(15)), `${format} ${value}`),
    );
  }
});

test("Excel 5: texts in the code page of the machine, 936 and others", async () => {
  const label = (row, bytes) => record(0x0204, cellHead(row, 0), u16(bytes.length), bytes);
  const name = Buffer.concat([Buffer.from([4]), gbk("d1a7d0a3")]);
  const book = (page, ...texts) =>
    stream(
      0x0500,
      page === null ? [] : [record(0x0042, u16(page))],
      texts.map((text, i) => label(i, text)),
      name,
    );
  const file = container("Book", book(936, gbk("d6d0d0c4d0a1d1a7"), Buffer.from("abc")));
  assert.equal((await sheetsOf(file))[0].name, "学校");
  assert.equal(kindOf(file, "a.et"), "workbook");
  assert.deepEqual(await read("Book", book(936, gbk("d6d0d0c4d0a1d1a7"), Buffer.from("abc"))), [["中心小学"], ["abc"]]);
  assert.deepEqual(await read("Book", book(null, gbk("d6d0"))), [["中"]]);
  assert.deepEqual(await read("Book", book(1252, gbk("e9"))), [["é"]]);
  assert.deepEqual(await read("Book", book(950, gbk("a4a4"))), [["中"]]);
});

test("a shared text cut between two records goes on as one or two bytes a character, with fonts and readings skipped", async () => {
  const wide = Buffer.from("学校", "utf16le");
  const sst = [
    record(0x00fc, u32(3), u32(3), u16(6), [1 | 8], u16(1), wide),
    record(0x003c, [0], Buffer.from("abcd"), u32(7), u16(3), [4], u32(6)), // the rest of the text, its fonts; the next one
    record(0x003c, [0], Buffer.from("xyz"), [1, 2, 3, 4]),
    record(0x003c, [5, 6], u16(2), [1], Buffer.from("小", "utf16le")),
    record(0x003c, [1], Buffer.from("学", "utf16le")),
  ];
  const cells = [0, 1, 2].map((i) => record(0x00fd, cellHead(0, i), u32(i)));
  assert.deepEqual(await read("Workbook", stream(0x0600, sst, cells, name8)), [["学校abcd", "xyz", "小学"]]);
});

test("RK numbers, several in a row, results of formulas, hidden rows, a chart inside the sheet", async () => {
  const rk = (value, flags) => u32(((value << 2) | flags) >>> 0);
  const result = (row, column, bytes) => record(0x0006, cellHead(row, column), bytes, u16(0), u32(0), u16(0));
  const sheet = [
    record(0x0208, u16(1, 0, 9, 255, 0, 0, 0x20, 0)),
    record(0x027e, cellHead(0, 0), rk(-5, 2)),
    record(0x00bd, u16(0, 1), u16(0), rk(1234, 3), u16(0), rk(7, 2), u16(2)),
    record(0x0809, u16(0x0600, 0x20, 0, 0), u32(0), u32(0)),
    record(0x0203, cellHead(9, 9), f64(99)),
    record(0x000a),
    result(1, 0, f64(2.5)),
    result(1, 1, [0, 0, 0, 0, 0, 0, 255, 255]),
    record(0x0207, u16(2), [0], Buffer.from("ok")),
    result(1, 2, [1, 0, 1, 0, 0, 0, 255, 255]),
    result(1, 3, [2, 0, 42, 0, 0, 0, 255, 255]),
    result(1, 4, [3, 0, 0, 0, 0, 0, 255, 255]),
    record(0x0205, cellHead(2, 0), [0x17, 1]),
  ];
  const [{ html, hidden }] = await sheetsOf(container("Workbook", stream(0x0600, [], sheet, name8, 2)));
  assert.equal(hidden, true);
  assert.deepEqual(tableOf(html), {
    rows: [["-5", "12.34", "7"], ["2.5", "ok", "TRUE", "#N/A"], ["#REF!"]],
    merges: [],
    hidden: [2],
  });
});

test("passwords, other generations and other files in the same container are told apart", async () => {
  const refusal = async (bytes) => (await readWorkbook(bytes)).refused;
  assert.deepEqual(await refusal(container("Workbook", stream(0x0600, [record(0x002f, u16(0, 1, 2))], [], name8))), {
    code: "encrypted",
  });
  assert.deepEqual(await refusal(container("EncryptedPackage", Buffer.alloc(9))), { code: "encrypted" });
  assert.deepEqual(await refusal(container("WordDocument", Buffer.alloc(9))), { code: "not_a_workbook" });
  assert.deepEqual(await refusal(container("Workbook", record(0x0409, u16(0, 0, 0)))), {
    code: "other_format",
    part: "xls",
  });
  assert.deepEqual(
    [
      kindOf(container("EncryptedPackage", Buffer.alloc(9)), "a.xlsx"),
      kindOf(container("EncryptedPackage", Buffer.alloc(9)), "a.docx"),
    ],
    ["workbook", "document"],
  );
  assert.equal(kindOf(container("WordDocument", Buffer.alloc(9)), "a.xls"), "document");
});

test("sheets of charts and macros in a book of the older format are named", async () => {
  const bound = (type, letter) => record(0x0085, u32(0), [0, type], [1, 0, letter]);
  const sheet = [record(0x0203, cellHead(0, 0), f64(7))];
  const read = await readWorkbook(
    container("Workbook", stream(0x0600, [bound(2, 0x63), bound(1, 0x6d)], sheet, name8)),
  );
  assert.deepEqual(read.asides, [
    { name: "c", kind: "chart" },
    { name: "m", kind: "macro" },
  ]);
  assert.deepEqual(tableOf(read.sheets[0].html).rows, [["7"]]);
});

test("macros in an old workbook are streams that nobody opens", async () => {
  const cfb = XLSX.CFB.read(written(bookOf([["x"]].map((row) => [row])), "biff8"), { type: "array" });
  XLSX.CFB.utils.cfb_add(cfb, "/_VBA_PROJECT_CUR/VBA/ThisWorkbook", Buffer.from('Shell "calc"'));
  const [{ html }] = await sheetsOf(new Uint8Array(XLSX.CFB.write(cfb, { type: "array" })));
  assert.deepEqual(tableOf(html).rows, [["x"]]);
});

test("old workbooks that were cut off or have wrong bytes: refused or read, never an exception, never endless", async () => {
  const next = random(3);
  const honest = written(bookOf([randomTable(next), randomTable(next)]), "biff8");
  const whole = await readWorkbook(honest);
  for (let length = 8; length < honest.length; length += 97) {
    const result = await readWorkbook(honest.subarray(0, length));
    // The last sector may be one that is not in use.
    if (result.refused) assert.equal(result.refused.code, "damaged");
    else assert.deepEqual(result, whole, `${length} of ${honest.length}`);
  }
  const from = performance.now();
  for (let i = 0; i < 3000; i += 1) {
    const bytes = Uint8Array.from(honest);
    const within = next() < 0.5 ? 2048 : bytes.length; // half of them in the header and the tables
    for (let n = 1 + Math.floor(next() * 8); n > 0; n -= 1)
      bytes[Math.floor(next() * within)] = Math.floor(next() * 256);
    const result = await readWorkbook(bytes);
    assert.ok(result.refused === undefined ? result.sheets.length > 0 : typeof result.refused.code === "string");
  }
  assert.ok(performance.now() - from < 30_000);
});
