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
  Uint8Array.from(list.flatMap((one) => [...(typeof one === "string" ? Buffer.from(one) : one)]));

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
      "document",
    );
    assert.equal(kindOf(bytes([0x89], "PNG\r\n\x1a\n\0\0"), name), "image");
    assert.equal(kindOf(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16]), name), "image");
    assert.equal(kindOf(bytes("GIF89a", [1, 0, 1, 0, 0x80]), name), "image");
    assert.equal(kindOf(bytes("BM", [0x36, 0, 0, 0, 0, 0, 1]), name), "image");
    assert.equal(kindOf(bytes("RIFF", [1, 2, 3, 0], "WEBPVP8 "), name), "image");
    assert.equal(kindOf(bytes("校名,学生数\n"), name), "text");
    assert.equal(kindOf(bytes("<table><tr><td>1</td></tr></table>"), name), "text");
    assert.equal(kindOf(new Uint8Array(0), name), "empty");
    assert.equal(kindOf(bytes([0x7f], "ELF", [2, 1, 1, 0, 0, 0, 0, 1]), name), "unknown");
    assert.equal(kindOf(zip([{ name: "a.txt", data: "" }]), name), "archive");
  }
});

test("projects say so at their beginning; other JSON is data", () => {
  const project = JSON.stringify({ schema: "junheng.project/1", table: "校名" }, null, 2);
  assert.equal(kindOf(bytes(project), "a.json"), "project");
  assert.equal(kindOf(bytes([0xef, 0xbb, 0xbf], "\r\n", project), "a.xlsx"), "project");
  assert.equal(kindOf(bytes('{"schema": "other"}'), "junheng.json"), "json");
  assert.equal(kindOf(bytes('[{"学校": "竹园小学"}]'), "a.txt"), "json");
  assert.equal(kindOf(bytes("[竹园片区] 名册\n校名,在校生数\n"), "a.csv"), "text");
  assert.equal(kindOf(bytes(project.slice(0, -5)), "a.json"), "project", "cut off: it is said that it cannot be read");
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
    ["workbook", "workbook", "document", "archive"],
  );
  const open = zip([
    { name: "a", data: "" },
    { name: "content.xml", data: "" },
  ]);
  assert.deepEqual(
    ["a.ods", "a.odt", "a.odp"].map((name) => kindOf(open, name)),
    ["workbook", "document", "document"],
  );
  for (const [type, kind] of [
    ["spreadsheet", "workbook"],
    ["text", "document"],
    ["presentation", "document"],
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

test("what programs and systems leave beside tables, by name or by bytes", () => {
  const lock = bytes([6], "teache", " ".repeat(48));
  const owner = new Uint8Array(165).fill(0x20);
  owner.set([5, 0x61, 0x64, 0x6d, 0x69, 0x6e]);
  owner.set([5, 0, 0x61, 0, 0x64, 0, 0x6d, 0, 0x69, 0, 0x6e, 0], 55);
  assert.equal(kindOf(owner, "学校.xlsx"), "lock", "renamed");
  assert.equal(kindOf(owner.subarray(0, 162), "a.doc"), "lock");
  assert.equal(kindOf(lock, "甲县/~$学校.xlsx"), "lock");
  assert.equal(kindOf(bytes(",张老师,pc1,27.11.2026 10:00;"), ".~lock.学校.ods#"), "lock");
  const twin = bytes([0, 5, 0x16, 7, 0, 2, 0, 0], "Mac OS X        ", new Uint8Array(200).fill(1));
  assert.equal(kindOf(Uint8Array.from(twin), "._学校.csv"), "system");
  assert.equal(kindOf(Uint8Array.from(twin), "学校.csv"), "system");
  for (const name of [".DS_Store", "a/b/.DS_Store", "Thumbs.db", "desktop.ini"])
    assert.equal(kindOf(bytes([0, 0, 0, 1], "Bud1"), name), "system");
  assert.equal(kindOf(bytes("[.ShellClassInfo]\r\nIconFile=a.ico"), "a.txt"), "system");
  // A file of one's own may begin so.
  assert.equal(kindOf(bytes("校名,在校生数\n竹园小学,320\n".repeat(60)), "~$学校.csv"), "text");
  assert.equal(kindOf(xlsx({ sheets: [{ name: "a" }] }), "._学校.xlsx"), "workbook");
});

test("empty, unfinished, links and archives", () => {
  assert.equal(kindOf(new Uint8Array(5000), "a.xlsx"), "empty");
  assert.equal(kindOf(bytes([0xef, 0xbb, 0xbf], " \r\n\r\n"), "a.csv"), "empty");
  assert.equal(kindOf(bytes("abc"), "学校.xlsx.crdownload"), "unfinished");
  assert.equal(kindOf(bytes([0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0]), "学校.xlsx.lnk"), "shortcut");
  assert.equal(kindOf(bytes("[InternetShortcut]\r\nURL=https://a.example/\r\n"), "学校.xlsx"), "shortcut");
  assert.equal(kindOf(bytes("bplist00"), ".学校.xlsx.icloud"), "shortcut");
  assert.equal(kindOf(bytes('{"url": "x", "doc_id": "y"}'), "学校.gsheet"), "shortcut");
  for (const begin of [
    [..."Rar!"].map((c) => c.charCodeAt(0)).concat(0x1a, 7, 0),
    [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
    [0x1f, 0x8b, 8, 0],
    [0x50, 0x4b, 5, 6, 0],
  ])
    assert.equal(kindOf(bytes(begin, new Uint8Array(64).fill(7)), "学校.xlsx"), "archive");
  assert.equal(kindOf(zip([{ name: "学校/甲.xlsx", data: "x" }]), "学校.xlsx"), "archive");
});

test("other programs' files", () => {
  assert.equal(kindOf(zip([{ name: "Index/Document.iwa", data: "x" }]), "学校.numbers"), "numbers");
  assert.equal(kindOf(zip([{ name: "Index/Document.iwa", data: "x" }]), "学校.pages"), "document");
  assert.equal(kindOf(zip([{ name: "OFD.xml", data: "x" }]), "公示.ofd"), "pdf");
  assert.equal(kindOf(zip([{ name: "ppt/slides/slide1.xml", data: "x" }]), "a.pptx"), "document");
  assert.equal(kindOf(bytes("{\\rtf1\\ansi 校名}"), "a.doc"), "document");
  assert.equal(kindOf(bytes([0, 1, 0, 0], "Standard ACE DB", [0, 2, 0, 0]), "a.accdb"), "database");
  assert.equal(kindOf(bytes([0, 1, 0, 0], "Standard Jet DB", [0, 1, 0, 0]), "a.mdb"), "database");
  assert.equal(
    kindOf(
      bytes([3, 120, 9, 1, 2, 0, 0, 0, 97, 0, 40, 0], new Uint8Array(20), "XXMC", new Uint8Array(28), [13]),
      "a.dbf",
    ),
    "database",
  );
  assert.equal(kindOf(bytes([0x62, 0x14, 0x23, 0x65, 5, 0], "E-SafeNet", [0], "LOCK", [0, 0]), "学校.xlsx"), "locked");
  assert.equal(kindOf(bytes("%TSD-Header-###%", [0, 0, 1, 2, 3]), "学校.xls"), "locked");
  assert.equal(kindOf(bytes("ID3", [3, 0, 0, 0, 0, 1, 2]), "a.mp3"), "media");
  assert.equal(kindOf(bytes([0, 0, 0, 0x18], "ftypmp42", [0, 0, 0, 0]), "a.mp4"), "media");
  assert.equal(kindOf(bytes([0, 0, 0, 0x18], "ftypheic", [0, 0, 0, 0]), "a.heic"), "image");
  assert.equal(kindOf(bytes('<?xml version="1.0"?><svg xmlns="x"></svg>'), "a.svg"), "image");
});

test("pages without a table, pages of frames, other XML; a page with a table is a table", () => {
  const login = "<!DOCTYPE html>\r\n<!-- a --><html><head><title>登录</title></head><body><form></form></body></html>";
  assert.equal(kindOf(bytes(login), "学校.xls"), "web_page");
  assert.equal(kindOf(bytes([0xef, 0xbb, 0xbf], login), "学校.csv"), "web_page");
  assert.equal(kindOf(bytes(login.replace("<form>", "x".repeat(20000) + "<table><tr><td>")), "学校.xls"), "text");
  assert.equal(
    kindOf(bytes("<html><frameset rows=1><frame src='a.files/sheet001.htm'></frameset></html>"), "a.htm"),
    "frames",
  );
  assert.equal(kindOf(bytes('<?xml version="1.0"?><学校表><学校/></学校表>'), "a.xml"), "xml");
  assert.equal(kindOf(bytes("<甲>片区,在校生数\n"), "a.csv"), "text");
});

test("a few control characters leave a text a text", () => {
  const table = "校名,在校生数\n竹园小学,320\n南屏小学,180\n";
  assert.equal(kindOf(bytes(table, [0x1a], new Uint8Array(60)), "a.csv"), "text");
  assert.equal(kindOf(bytes(table.replace("竹园", "竹\x1c园")), "a.csv"), "text");
  assert.equal(kindOf(bytes(table, "\0", table), "a.csv"), "text");
  assert.equal(kindOf(bytes("ab", [0, 1, 2, 3, 4, 0, 5]), "a.csv"), "unknown");
});

test("a text of a hundred megabytes is not taken apart to know its kind", () => {
  const large = (head) => {
    const bytes = new Uint8Array(100 << 20).fill(0x5b); // [
    bytes.set(Buffer.from(head));
    return bytes;
  };
  const before = process.memoryUsage().rss;
  assert.equal(kindOf(large("[["), "a.json"), "text");
  assert.equal(kindOf(large('{"schema":"junheng.project/1","x":'), "a.json"), "project");
  assert.equal(kindOf(large('{"x":'), "a.txt"), "text");
  assert.ok(process.memoryUsage().rss - before < 400 << 20);
});
