// SPDX-License-Identifier: MIT
//
// What kind of file was dropped: the bytes say it, whatever the name says.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bundle, xlsx, zip } from "../support/workbooks.mjs";

const site = new URL("../../dist/site/", import.meta.url);
const { kindOf } = bundle;

const bytes = (...list) =>
  Uint8Array.from(list.flatMap((one) => (typeof one === "string" ? [...Buffer.from(one)] : one)));

test("by bytes, with the wrong name", () => {
  const book = xlsx({ sheets: [{ name: "a" }] });
  for (const name of ["a.xlsx", "a.txt", "a.jpg", "照片"]) {
    assert.equal(kindOf(book, name), "workbook");
    assert.equal(kindOf(bytes("%PDF-1.7\n%\xe2"), name), "pdf");
    assert.equal(
      kindOf(
        zip([
          { name: "[Content_Types].xml", data: "" },
          { name: "word/document.xml", data: "" },
        ]),
        name,
      ),
      "word",
    );
    assert.equal(kindOf(bytes([0x89], "PNG\r\n\x1a\n\0\0"), name), "image");
    assert.equal(kindOf(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16]), name), "image");
    assert.equal(kindOf(bytes("GIF89a", [1, 0, 1, 0, 0x80]), name), "image");
    assert.equal(kindOf(bytes("BM", [0x36, 0, 0, 0, 0, 0, 1]), name), "image");
    assert.equal(kindOf(bytes("RIFF", [1, 2, 3, 0], "WEBPVP8 "), name), "image");
    assert.equal(kindOf(bytes("校名,学生数\n"), name), "text");
    assert.equal(kindOf(bytes("<table><tr><td>1</td></tr></table>"), name), "text");
    assert.equal(kindOf(new Uint8Array(0), name), "unknown");
    assert.equal(kindOf(bytes([0x7f], "ELF", [2, 1, 1, 0, 0, 0, 0, 1]), name), "unknown");
    assert.equal(kindOf(zip([{ name: "a.txt", data: "" }]), name), "unknown");
  }
});

test("projects say so at their beginning; other JSON is text", () => {
  const project = JSON.stringify({ schema: "junheng.project/1", table: "校名" }, null, 2);
  assert.equal(kindOf(bytes(project), "a.json"), "project");
  assert.equal(kindOf(bytes([0xef, 0xbb, 0xbf], "\r\n", project), "a.xlsx"), "project");
  assert.equal(kindOf(bytes('{"schema": "other"}'), "junheng.json"), "text");
  assert.equal(kindOf(bytes("junheng.project/1"), "a.json"), "text");
});

test("texts in every encoding that tables come in", () => {
  const utf16 = Buffer.from("校名\t学生数\r\n中心小学\t812\r\n", "utf16le");
  assert.equal(kindOf(bytes([0xff, 0xfe], [...utf16]), "a.csv"), "text");
  assert.equal(kindOf(Uint8Array.from(utf16), "a.csv"), "text");
  assert.equal(kindOf(Uint8Array.from(utf16).reverse(), "a.csv"), "text");
  assert.equal(kindOf(bytes([0xd6, 0xd0, 0xd0, 0xc4, 0x2c, 0x31, 0x0a]), "a.csv"), "text"); // GBK
  assert.equal(kindOf(bytes("BM,1\n"), "a.csv"), "text");
});

test("where bytes fit several kinds the name decides: archives cut off, OpenDocument", () => {
  const book = xlsx({ sheets: [{ name: "a" }] }).subarray(0, 200);
  assert.deepEqual(
    ["a.xlsx", "a.et", "a.docx", "a.zip"].map((name) => kindOf(book, name)),
    ["workbook", "workbook", "word", "unknown"],
  );
  const open = zip([
    { name: "a", data: "" },
    { name: "content.xml", data: "" },
  ]);
  assert.deepEqual(
    ["a.ods", "a.odt", "a.odp"].map((name) => kindOf(open, name)),
    ["workbook", "word", "unknown"],
  );
  for (const [type, kind] of [
    ["spreadsheet", "workbook"],
    ["text", "word"],
  ]) {
    const data = `application/vnd.oasis.opendocument.${type}`;
    assert.equal(
      kindOf(
        zip([
          { name: "mimetype", data, stored: true },
          { name: "content.xml", data: "" },
        ]),
        "a.jpg",
      ),
      kind,
    );
  }
});

test("files of the site", async () => {
  assert.equal(kindOf(await readFile(new URL("samples/sample-county.tsv", site)), "x.xlsx"), "text");
  assert.equal(kindOf(await readFile(new URL("images/workbench.png", site)), "x.xlsx"), "image");
  assert.equal(kindOf(await readFile(new URL("app/workbench.wasm", site)), "x.xlsx"), "unknown");
});
