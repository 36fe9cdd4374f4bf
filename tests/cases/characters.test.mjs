// SPDX-License-Identifier: MIT
//
// Characters: one damaged one turns no encoding, references of HTML are whole, marks of the end and separators inside of
// cells are no rows and no sheets, traditional characters are the same words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { csv, html, inEveryFormat, tsv } from "./support/books.mjs";
import { answerTo, engine, file, opened, pasted } from "./support/given.mjs";
import { big5, gb18030 } from "./support/encodings.mjs";
import { assertClean, assertNamed, assertSchools, stageOf } from "./support/results.mjs";
import { kClean, kCleanCells, kOther, kOtherCells } from "./support/results.mjs";

const utf8 = (text) => new TextEncoder().encode(text);
const joined = (...parts) =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === "string" ? utf8(part) : part)]));
const kNote = "学校名称,学校类型,在校生数,图书册数,备注\r\n松柏小学,小学,300,6000,\r\n";

test("a character cut at the end of a field damages that cell and no other", async () => {
  const cut = utf8("校舍改造中，暂借用邻校").slice(0, -1);
  const bytes = joined(kNote, "柳溪小学,小学,200,3000,", cut, "\r\n桃园小学,小学,500,12500,\r\n");
  assertClean(await answerTo(file("学校.csv", bytes)), { named: [{ row: 3 }] });
  assertClean(engine.evaluate({ table: bytes, standard: "basic-2012" }), { named: [{ row: 3 }] });
});

test("two damaged cells in a file of 2,000 rows, one in a name", async () => {
  const schools = Array.from({ length: 2000 }, (_, i) => ({
    name: `第${i + 1}小学`,
    pupils: 100 + (i % 300),
    books: 3000 + i,
  }));
  const lines = schools.map(({ name, pupils, books }) => utf8(`${name},小学,${pupils},${books},\r\n`));
  lines[700] = joined("第701小学,小学,200,3700,", [0xe4, 0xb8], "\r\n");
  lines[1500] = joined("第1501小", [0xe5, 0xad], ",小学,100,4500,\r\n");
  const answer = await answerTo(file("学校.csv", joined("学校名称,学校类型,在校生数,图书册数,备注\r\n", ...lines)));
  assert.equal(stageOf(answer).units, 2000);
  assertNamed(answer, { row: 702 }, { row: 1502 });
});

test("a damaged number is missing and named, never another number", async () => {
  const bytes = joined(kNote, "柳溪小学,小学,200,30", [0xe5], "00,\r\n桃园小学,小学,500,12500,\r\n");
  const answer = await answerTo(file("学校.csv", bytes));
  assert.deepEqual([stageOf(answer).units, stageOf(answer).pupils], [3, 1000]);
  assert.equal(stageOf(answer).indicators.find(({ id }) => id === "books").mean, null);
  assertNamed(answer, { row: 3 });
});

test("one damaged character in GB18030 and in UTF-16", async () => {
  const gb = joined(
    gb18030("学校名称,学校类型,在校生数,图书册数,备注\r\n松柏小学,小学,300,6000,\r\n柳溪小学,小学,200,3000,暂借"),
    [0xd3],
    gb18030("\r\n桃园小学,小学,500,12500,\r\n"),
  );
  assertClean(await answerTo(file("学校.csv", gb)), { named: [{ row: 3 }] });
  const wide = Buffer.from(
    `\ufeff${tsv([...kCleanCells.map((row, i) => [...row, i === 2 ? "暂借\ud800" : ""])])}`,
    "utf16le",
  );
  assertClean(await answerTo(file("学校.txt", new Uint8Array(wide))), { named: [{ row: 3 }] });
});

test("marks of the end of a file are no rows", async () => {
  const clean = csv(kCleanCells);
  for (const end of ["\x1a", "\r\n\x1a", "\x1a\x1a\x1a", "\0", "\0\0\0\0\0\0\0\0", "\r\n\x1a\0\0\0", "\x04"]) {
    assertClean(await answerTo(file("学校.csv", joined(gb18030(clean), end))));
    assertClean(await answerTo(file("学校.csv", clean + end)));
    assertClean(await answerTo(pasted(tsv(kCleanCells) + end)));
  }
});

test("control characters inside of cells split neither rows nor sheets nor files", async () => {
  const second = file("学校2.csv", csv([kCleanCells[0], ["竹林小学", "小学", 250, 5000]]));
  const four = [...kClean, { name: "竹林小学", pupils: 250, books: 5000 }];
  for (const control of [
    "\x1c",
    "\x1d",
    "\x1e",
    "\x1f",
    "\x1c\x1d",
    "\x1cbad\x1d",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
  ]) {
    const cells = kCleanCells.map((row, i) => [...row, i === 0 ? "备注" : i === 2 ? `扫码${control}录入` : ""]);
    const answer = await answerTo([file("学校.csv", csv(cells)), second]);
    assertSchools(answer, four, { may: ["damaged_character"] });
    assert.equal(stageOf(answer).indicators.find(({ id }) => id === "books").cvText, "0.1672");
    assertClean(await answerTo(pasted(tsv(cells))), { may: ["damaged_character"] });
    assertSchools(
      engine.evaluate({
        table: [
          { name: `甲${control}`, table: csv(cells) },
          { name: "乙", table: csv([kCleanCells[0], ["竹林小学", "小学", 250, 5000]]) },
        ],
        standard: "basic-2012",
      }),
      four,
      { may: ["damaged_character"] },
    );
  }
});

test("all named references of HTML, in names and numbers", async () => {
  const page = (name, number, money) =>
    `<html><body><table><tr><th>学校名称</th><th>学校类型</th><th>在校生数</th><th>教学仪器设备值(元)</th></tr>${[
      ["松柏", 300, "600,000"],
      ["柳溪", 200, "300,000"],
      ["桃园", 500, "1,250,000"],
    ]
      .map(
        ([school, pupils, yuan]) =>
          `<tr><td>${name(school)}</td><td>小学</td><td>${number(pupils)}</td><td>${money(yuan)}</td></tr>`,
      )
      .join("")}</table></body></html>`;
  const schools = (name) => [
    { name: name("松柏"), pupils: 300, equipment: 600000 },
    { name: name("柳溪"), pupils: 200, equipment: 300000 },
    { name: name("桃园"), pupils: 500, equipment: 1250000 },
  ];
  for (const [name, number, money, read] of [
    [(text) => `&ldquo;${text}&rdquo;小学`, (n) => `&emsp;${n}`, (yuan) => `&yen;${yuan}`, (text) => `“${text}”小学`],
    [
      (text) => `${text}&middot;小学`,
      (n) => `${n}&ensp;`,
      (yuan) => yuan.replaceAll(",", "&comma;"),
      (text) => `${text}·小学`,
    ],
    [
      (text) => `${text}&lpar;&#23567;&#x5B66;&rpar;`,
      (n) => `&thinsp;${n}&zwnj;`,
      (yuan) => `&#165;${yuan}`,
      (text) => `${text}(小学)`,
    ],
    [
      (text) => `${text}&mdash;A&amp;B&hellip;小学`,
      (n) => `&NonBreakingSpace;${n}`,
      (yuan) => `&yen;&nbsp;${yuan}`,
      (text) => `${text}—A&B…小学`,
    ],
  ]) {
    assertSchools(await answerTo(file("学校.xls", page(name, number, money))), schools(read));
    assertSchools(await answerTo(pasted("", page(name, number, money))), schools(read));
  }
});

test("what only looks like a reference stays as it is", async () => {
  const page = html({ cells: kOtherCells }).replace("云溪小学", "云溪小学&x;R&D");
  const schools = kOther.map((one, i) => (i === 0 ? { ...one, name: "云溪小学&x;R&D" } : one));
  assertSchools(await answerTo(pasted("", page)), schools);
});

const kTraditional = [
  ["學校名稱", "學校類型", "學生數", "圖書冊數"],
  ["青山國民小學", "小學", 300, 3000],
  ["柳河國民小學", "小學", 500, 4000],
  ["合計", "小學", 800, 7000],
];
const kTwo = [
  { name: "青山國民小學", pupils: 300, books: 3000 },
  { name: "柳河國民小學", pupils: 500, books: 4000 },
];
for (const [format, came] of inEveryFormat(kTraditional, ["paste", "csv", "html as .xls", "xlsx", "xls", "ods"])) {
  test(`traditional characters, also of the total, in ${format}`, async () => {
    const answer = await answerTo(came);
    assertSchools(answer, kTwo);
    assert.equal(stageOf(answer).indicators.find(({ id }) => id === "books").meanText, "8.75");
  });
}

test("traditional words of types, subtotals, units and statistics", async () => {
  const cells = [
    ["學校名稱", "辦學類型", "在校學生數", "圖書冊數（冊）", "計算機臺數（臺）"],
    ["青山國小", "國小", 300, 3000, 30],
    ["柳河國小", "國小", 500, 4000, 51],
    ["小計", "", 800, 7000, 81],
    ["平均值", "", 400, 3500, 40.5],
    ["標準差", "", 100, 500, 10.5],
    ["總計", "", 800, 7000, 81],
  ];
  const schools = [
    { name: "青山國小", pupils: 300, books: 3000, computers: 30 },
    { name: "柳河國小", pupils: 500, books: 4000, computers: 51 },
  ];
  for (const [, came] of inEveryFormat(cells, ["paste", "csv", "xlsx"])) assertSchools(await answerTo(came), schools);
});

test("Big5: read right, or asked, never rare characters in silence", async () => {
  const text = "學校名稱,學校類型,學生數,圖書冊數\r\n青山國小,國小,300,3000\r\n柳河國小,國小,500,4000\r\n";
  const bytes = big5(text);
  const { sources } = await opened(file("學校.csv", bytes));
  const answer = await answerTo(file("學校.csv", bytes));
  if (sources[0]?.encoding === "big5") {
    assertSchools(answer, [
      { name: "青山國小", pupils: 300, books: 3000 },
      { name: "柳河國小", pupils: 500, books: 4000 },
    ]);
  } else {
    assert.equal(stageOf(answer).units, 0);
    assert.ok(
      answer.issues.some(({ message }) => /编码|Big5/i.test(message.zh)),
      "the encoding is not named",
    );
  }
});

test("invisible marks in headers, names and numbers", async () => {
  const marks = ["\u200b", "\u200e", "\u2060", "\u00ad", "\u202a", "\u3000", "\u00a0", "\ufeff"];
  for (const mark of marks) {
    const cells = kOtherCells.map((row) => row.map((cell) => `${mark}${cell}${mark}`));
    assertSchools(await answerTo(pasted(tsv(cells))), kOther);
    assertSchools(await answerTo(file("学校.csv", csv(cells))), kOther);
  }
});
