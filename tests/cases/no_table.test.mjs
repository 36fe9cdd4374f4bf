// SPDX-License-Identifier: MIT
//
// Files that are no table are named for what they are and what to do, in the language of the page; nothing else is
// blamed, and the good ones are read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { xlsx, zip } from "../support/workbooks.mjs";
import { csv, kBooks, odsBook, webPage, xlsBook, xlsxBook, xmlBook } from "./support/books.mjs";
import { answerTo, dropped, file, opened, refusals } from "./support/given.mjs";
import { assertClean, assertSchools, kClean, kCleanCells, kOther, kOtherCells } from "./support/results.mjs";

const good = () => file("学校.csv", csv(kCleanCells));
const sheet = { name: "学校", cells: kCleanCells };
const other = { name: "学校", cells: kOtherCells };

/** What Excel leaves beside an open workbook: the user's name twice, 165 bytes. */
function lockFile(user = "admin") {
  const bytes = new Uint8Array(165).fill(0x20);
  bytes[0] = user.length;
  bytes.set(Buffer.from(user), 1);
  bytes[54] = 0x20;
  bytes[55] = user.length;
  for (let i = 0; i < 54; i += 1) bytes.set([i < user.length ? user.charCodeAt(i) : 0x20, 0], 56 + 2 * i);
  return bytes;
}
/** The twin that a Mac writes on foreign disks: a resource fork. */
function appleDouble() {
  const bytes = new Uint8Array(368);
  bytes.set([0x00, 0x05, 0x16, 0x07, 0x00, 0x02, 0x00, 0x00]);
  bytes.set(Buffer.from("Mac OS X        "), 8);
  bytes.set([0, 2, 0, 0, 0, 9, 0, 0, 0, 0x32, 0, 0, 0x0e, 0x80, 0, 0, 0, 2], 24);
  bytes.set(Buffer.from("This resource fork intentionally left blank   "), 0x78);
  return bytes;
}
const webArchive = (page, encoding = "quoted-printable") => {
  const bytes = Buffer.from(page);
  const quoted = (byte) =>
    byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte);
  // Lines of at most 76 characters, broken softly between whole bytes.
  const soft = (pieces) => pieces.map((piece, i) => (i % 20 === 19 ? `${piece}=\r\n` : piece)).join("");
  const body =
    encoding === "base64" ? bytes.toString("base64").replace(/(.{76})/g, "$1\r\n") : soft([...bytes].map(quoted));
  return `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_Part"\r\n\r\n------=_Part\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${body}\r\n------=_Part--\r\n`;
};
const rar = Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00, ...Array(60).fill(7)]);
const sevenZip = Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, ...Array(60).fill(9)]);
const gzip = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...Array(60).fill(11)]);
const kNone = [
  ["~$学校表.xlsx", lockFile(), /打开|锁|临时|占用/],
  ["~$jd.xlsx", lockFile("li"), /打开|锁|临时|占用/],
  ["._学校表.csv", appleDouble(), /系统|Mac|苹果/],
  ["._学校表.xlsx", appleDouble(), /系统|Mac|苹果/],
  ["学校表.zip", zip([{ name: "学校.csv", data: csv(kCleanCells) }]), /压缩/],
  ["学校表.rar", rar, /压缩/],
  ["学校表.7z", sevenZip, /压缩/],
  ["学校表.csv.gz", gzip, /压缩/],
  ["表.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /图片/],
  ["通知.pdf", new TextEncoder().encode("%PDF-1.7\n1 0 obj"), /文档|PDF/],
  ["程序.exe", Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, ...Array(100).fill(0x90)]), /表格/],
  ["空.xlsx", new Uint8Array(0), /空|没有内容/],
  ["半.xlsx", xlsxBook(sheet).slice(0, 900), /损坏|没有读出来|不完整/],
];

for (const [name, bytes, says] of kNone) {
  test(`${name} is named and blames nobody, the good file is read`, async () => {
    for (const together of [
      [good(), file(name, bytes)],
      [file(name, bytes), good()],
    ]) {
      const { sources } = await opened(...together);
      assert.deepEqual(
        sources.map((source) => source.name),
        ["学校.csv"],
        "taken for a table",
      );
      const answer = await answerTo(together);
      assertClean(answer);
      const { zh, en } = await refusals(...together);
      assert.ok(zh.includes(name), `“${zh}” does not name ${name}`);
      assert.match(zh, says);
      assert.ok(en.includes(name) && !/[\u4e00-\u9fff]/.test(en.replaceAll(name, "")), `not English: ${en}`);
      assert.ok(!zh.includes("学校.csv") && !en.includes("学校.csv"), "the good file is blamed");
    }
  });
}

test("sheets without cells in a workbook are named beside the tables that are read, each kind in its own words", async () => {
  const data = kCleanCells
    .map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`)
    .join("");
  const book = (...others) => file("学校.xlsx", xlsx({ sheets: [{ name: "学校", data }, ...others] }));
  const chart = { name: "图表1", type: "chartsheet" };
  for (const [others, names, says] of [
    [[chart], ["图表1"], /图表页/],
    [[{ name: "宏1", type: "xlMacrosheet" }], ["宏1"], /宏表/],
    [
      [{ name: "对话框1", type: "dialogsheet" }, chart, { ...chart, name: "图表2" }],
      ["对话框1", "图表1", "图表2"],
      /对话框页/,
    ],
  ]) {
    assertClean(await answerTo(book(...others)));
    const { zh, en } = await refusals(book(...others));
    for (const name of ["学校.xlsx", ...names]) assert.ok(zh.includes(name) && en.includes(name), `${name}: ${zh}`);
    assert.match(zh, says);
  }
  assert.equal((await refusals(book())).zh, "");
});

test("many that are no tables at once: each is named once, alone or counted with its like", async () => {
  const all = [...kNone.map(([name, bytes]) => file(name, bytes)), good()];
  assertClean(await answerTo(all));
  const { zh } = await refusals(...all);
  const times = kNone.map(([name]) => zh.split(`“${name}”`).length - 1);
  assert.ok(
    times.every((count) => count <= 1),
    zh,
  );
  const counted = [...zh.matchAll(/等 ?(\d+) ?个/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  assert.ok(times.filter((count) => count === 0).length <= counted, zh);
});

test("29: a folder dropped beside a file: the file is read, and what lies in the folder is read or named", async () => {
  const photo = file("合影.png", kNone.find(([name]) => name === "表.png")[1]);
  for (const folder of [
    ["甲县材料", [photo]],
    ["甲县材料", []],
    ["甲县材料", [photo, ["更深", [photo, file("Thumbs.db", new Uint8Array(9).fill(3))]]]],
  ]) {
    for (const dragged of [
      [folder, good()],
      [good(), folder],
    ]) {
      const came = await dropped(...dragged);
      assertClean(await answerTo(came));
      const { zh, en } = await refusals(...(await dropped(...dragged)));
      if (folder[1].length > 0) assert.ok(zh.includes("合影.png") || zh.includes("甲县材料"), zh);
      assert.ok(!/[a-z]{5,}/.test(zh.replaceAll("Thumbs", "")), `not Chinese: ${zh}`);
      assert.ok(!/[\u4e00-\u9fff]/.test(en.replaceAll(/“[^”]*”|"[^"]*"|'[^']*'/g, "")), `not English: ${en}`);
    }
  }
  const tables = await dropped(["甲县材料", [file("乙.csv", csv(kOtherCells)), photo]], good());
  assertSchools(await answerTo(tables), [...kOther, ...kClean]);
});

test("one file of several that cannot be read any more: named, the others are read", async () => {
  const gone = { name: "移走.csv", data: new File([], "移走.csv") };
  gone.data.arrayBuffer = () =>
    Promise.reject(new DOMException("A requested file could not be found.", "NotFoundError"));
  const { zh, en } = await refusals(gone, good());
  assertClean(await answerTo([gone, good()]));
  assert.ok(zh.includes("移走.csv") && !zh.includes("requested"), zh);
  assert.ok(en.includes("移走.csv") && !zh.includes("学校.csv"), en);
});

test("a name that promises something else: the bytes decide", async () => {
  for (const [name, data] of [
    ["学校.xls", csv(kCleanCells)],
    ["学校.xlsx", csv(kCleanCells)],
    ["学校.csv", xlsxBook(sheet)],
    ["学校.xlsx", xlsBook(sheet)],
    ["学校.xls", odsBook(sheet)],
    ["学校.et", xlsBook(sheet)],
    ["学校.csv", webPage(sheet)],
    ["学校", csv(kCleanCells)],
  ])
    assertClean(await answerTo(file(name, data)));
});

test("XML 表格 2003, under three names and in two encodings, with the sheets' names", async () => {
  for (const name of ["学校.xls", "学校.xml", "学校.xlsx"]) assertClean(await answerTo(file(name, xmlBook(sheet))));
  assertSchools(await answerTo(file("学校.xls", xmlBook(sheet, { name: "其他", cells: kOtherCells }))), [
    ...kClean,
    ...kOther,
  ]);
  const wide = new Uint8Array(Buffer.from(`\ufeff${xmlBook(other).replace("UTF-8", "UTF-16")}`, "utf16le"));
  assertSchools(await answerTo(file("学校.xls", wide)), kOther);
  const prefixed = xmlBook(other)
    .replaceAll(/<(\/?)(Workbook|Worksheet|Table|Row|Cell|Data|Styles)\b/g, "<$1ss:$2")
    .replace("xmlns=", "xmlns:o=");
  assertSchools(await answerTo(file("学校.xls", prefixed)), kOther);
});

test("XML 表格 2003: rows and cells that are skipped by an index, merged cells, formulas", async () => {
  const xml = xmlBook({ name: "学校", cells: [["某县小学情况", "", "", ""], ...kOtherCells] })
    .replace(
      '<Row><Cell ss:Index="1"><Data ss:Type="String">某县',
      '<Row><Cell ss:MergeAcross="3"><Data ss:Type="String">某县',
    )
    .replace(
      '<Row><Cell ss:Index="1"><Data ss:Type="String">云溪',
      '<Row ss:Index="5"><Cell ss:Formula="=1"><Data ss:Type="String">云溪',
    );
  const answer = await answerTo(file("学校.xls", xml));
  assertSchools(answer, kOther);
  assert.equal(answer.counties[0].units[0].row, 5);
});

test("a web archive is read, or named for what it is", async () => {
  for (const encoding of ["base64", "quoted-printable"]) {
    for (const name of ["学校.mht", "学校.xls", "学校.mhtml"]) {
      const came = file(name, webArchive(webPage(other), encoding));
      const { sources } = await opened(came);
      if (sources.length > 0) assertSchools(await answerTo(came), kOther);
      else assert.match((await refusals(came)).zh, /网页/);
    }
  }
});

test("every workbook beside a good text file", async () => {
  for (const [ending, book] of Object.entries(kBooks)) {
    const answer = await answerTo([file(`甲.${ending}`, book(other)), good()]);
    assertSchools(answer, [...kOther, ...kClean]);
  }
});
