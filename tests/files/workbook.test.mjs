// SPDX-License-Identifier: MIT
//
// Spreadsheet files as the app reads and writes them: what stands in a cell is what the table says, and what is written
// is read back as it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle, random, randomTable, tableOf, trimmed, xlsx } from "../support/workbooks.mjs";

const { readWorkbook, writeWorkbook } = bundle;

const sheetsOf = async (bytes) => {
  const result = await readWorkbook(bytes);
  assert.equal(result.refused, undefined, JSON.stringify(result.refused));
  return result.sheets;
};
const rowsOf = async (book) => tableOf((await sheetsOf(xlsx(book)))[0].html).rows;
/** The texts of one row of cells, given as XML. */
const row = async (cells, book = {}) =>
  (await rowsOf({ sheets: [{ name: "a", data: `<row r="1">${cells}</row>` }], ...book }))[0] ?? [];
const formats = (...codes) =>
  `<numFmts>${codes.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join("")}</numFmts>` +
  `<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join("")}</cellXfs>`;
const builtIn = (...ids) =>
  `<cellXfs><xf numFmtId="0"/>${ids.map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs>`;
const styled = async (styles, ...values) =>
  await row(values.map((value, i) => `<c s="${i + 1}"><v>${value}</v></c>`).join(""), { styles });

test("texts come as they are: shared, inline, of formulas, in runs, with what XML cannot hold", async () => {
  const strings =
    "<si><t>中心小学</t></si><si><r><t>红</t></r><r><rPr/><t xml:space='preserve'> 蓝</t></r><rPh sb='0' eb='1'><t>hong</t></rPh></si>" +
    "<si><t>a_x000D_b_x005F_x000D_ &amp;&lt;&#x1F600;&#20013;&nbsp;</t></si><si><t><![CDATA[<b>&]]></t></si>";
  const cells =
    "<c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='s'><v>3</v></c><c t='inlineStr'><is><t>007</t></is></c>" +
    "<c t='str'><f>A1</f><v> 12 </v></c><c t='s'/><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#DIV/0!</v></c>";
  assert.deepEqual(await row(cells, { strings }), [
    "中心小学",
    "红 蓝",
    "a\nb_x000D_ &<😀中&nbsp;",
    "<b>&",
    "007",
    " 12 ",
    "",
    "TRUE",
    "FALSE",
    "#DIV/0!",
  ]);
});

test("numbers have the 15 digits that Excel shows, in plain notation", async () => {
  const values = [
    ["0.30000000000000004", "0.3"],
    ["4.3499999999999996", "4.35"],
    ["1e3", "1000"],
    ["1.5E-7", "0.00000015"],
    ["-0", "0"],
    ["123456789012345", "123456789012345"],
    ["500108199001011234", "500108199001011000"],
    ["1E15", "1000000000000000"],
    ["-12.50", "-12.5"],
    ["1E+30", "1E+30"],
    ["-2.5E-30", "-2.5E-30"],
    ["999999999999999.9", "1000000000000000"],
    ["12a", "12a"],
  ];
  assert.deepEqual(
    await row(values.map(([value]) => `<c><v>${value}</v></c>`).join("")),
    values.map(([, text]) => text),
  );
});

test("percent formats shift digits, not binary numbers; a percent sign that is a word shifts none", async () => {
  const styles = formats("0%", "0.00%", "0.0%;[Red]-0.0%", "0.00&quot;%&quot;", "0\\%");
  assert.deepEqual(await styled(styles, "0.85000000000000009", "0.28960000000000002", "-0.07", "28.96", "28.96"), [
    "85%",
    "28.96%",
    "-7%",
    "28.96%",
    "28.96%",
  ]);
  const many = ["0", "1", "10", "0.001", "0.00005", "123.456", "1.1", "0.1234567890123"];
  const percents = ["0%", "100%", "1000%", "0.1%", "0.005%", "12345.6%", "110%", "12.34567890123%"];
  assert.deepEqual(await styled(builtIn(...many.map(() => 10)), ...many), percents);
});

test("every percentage of two decimals is exact", async () => {
  const styles = builtIn(10);
  const data = Array.from({ length: 10_001 }, (_, i) => `<row><c s="1"><v>${i / 10_000}</v></c></row>`).join("");
  const texts = (await rowsOf({ sheets: [{ name: "a", data }], styles })).map(([text]) => text);
  texts.forEach((text, i) => {
    const digits = String(i).padStart(3, "0");
    assert.equal(text, `${`${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "")}%`);
  });
});

test("dates are days, whatever their format shows of them", async () => {
  const codes = [
    "yyyy-mm-dd",
    "yyyy&quot;年&quot;m&quot;月&quot;",
    "[$-804]yyyy年m月d日;@",
    "m/d/yy h:mm",
    "h:mm",
    "[h]:mm:ss",
    "d-mmm",
    "General",
    "0.00E+00",
    "#,##0 \\d",
    "[Red]0.0",
    "G/通用格式",
    "yyyy/m/d h:mm:ss.000",
  ];
  const values = [
    "45536",
    "45536",
    "45536",
    "45536.354166666664",
    "0.35416666666666669",
    "1.5",
    "45536",
    "45536",
    "45536",
    "45536",
    "1.5",
    "45536",
    "45536.999999",
  ];
  assert.deepEqual(await styled(formats(...codes), ...values), [
    "2024-09-01",
    "2024-09-01",
    "2024-09-01",
    "2024-09-01 08:30",
    "8:30",
    "36:00:00",
    "2024-09-01",
    "45536",
    "45536",
    "45536 d",
    "1.5",
    "45536",
    "2024-09-02",
  ]);
  assert.deepEqual(
    await styled(
      builtIn(14, 22, 31, 57, 20, 14, 14, 14, 14),
      "45536",
      "45536.5",
      "45536",
      "45536",
      "0.5",
      "60",
      "59",
      "1",
      "-3",
    ),
    [
      "2024-09-01",
      "2024-09-01 12:00",
      "2024-09-01",
      "2024-09-01",
      "12:00",
      "1900-02-29",
      "1900-02-28",
      "1900-01-01",
      "-3",
    ],
  );
  const since1904 = { styles: builtIn(14), properties: '<workbookPr date1904="1"/>' };
  assert.deepEqual(
    await row(
      '<c s="1"><v>44074</v></c><c t="d"><v>2024-09-01T00:00:00Z</v></c><c t="d"><v>2024-09-01T08:30:00</v></c>',
      since1904,
    ),
    ["2024-09-01", "2024-09-01", "2024-09-01 08:30"],
  );
});

test("of formulas the saved value is read; where none was saved, the formula says so", async () => {
  const cells =
    "<c><f>1+1</f><v>5</v></c><c><f>SUM(A1:A2)</f></c><c><f>SUM(A1)</f><v></v></c><c t='str'><f>IF(1,&quot;&quot;)</f><v></v></c>" +
    "<c><f t='shared' ref='E1:F1' si='0'>A1&lt;2</f></c><c><f t='shared' si='0'/></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c>";
  assert.deepEqual(await row(cells), ["5", "=SUM(A1:A2)", "=SUM(A1)", "", "=A1<2", "=A1<2", "#DIV/0!"]);
});

test("rows and columns keep their numbers; formats without values reach nowhere", async () => {
  const data = `<row r="3" hidden="1"><c r="C3"><v>1</v></c><c r="E3" s="4"/></row><row r="4" hidden="true"/><row r="6"><c r="B6"><v>2</v></c></row><row r="900" ht="20"><c r="A900" s="1"/></row>`;
  const [sheet] = await sheetsOf(xlsx({ sheets: [{ name: "a", data }] }));
  assert.deepEqual([sheet.rows, sheet.columns], [6, 3]);
  const { rows, hidden } = tableOf(sheet.html);
  assert.deepEqual(rows, [[], [], ["", "", "1"], [], [], ["", "2"]]);
  assert.deepEqual(hidden, [3, 4]);
});

test("cells without addresses follow each other, cells out of order find their places, the last of two counts", async () => {
  assert.deepEqual(
    await rowsOf({
      sheets: [{ name: "a", data: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>" }],
    }),
    [["1", "2"], ["3"]],
  );
  const data =
    "<row r='2'><c r='B2'><v>4</v></c><c r='A2'><v>3</v></c></row><row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='B2'><v>5</v></c></row>";
  assert.deepEqual(await rowsOf({ sheets: [{ name: "a", data }] }), [["1"], ["3", "5"]]);
});

test("merged cells span; what overlaps gives way; nothing spans beyond the values", async () => {
  const cell = (place, value) => `<c r="${place}"><v>${value}</v></c>`;
  const data = `<row r="1">${cell("A1", 1)}${cell("B1", 9)}${cell("D1", 2)}</row><row r="2">${cell("C2", 3)}${cell("D2", 4)}</row><row r="3">${cell("A3", 5)}${cell("D3", 6)}</row>`;
  const merged = (...areas) => ({
    name: "a",
    data,
    after: `<mergeCells>${areas.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
  });
  const table = async (...areas) => tableOf((await sheetsOf(xlsx({ sheets: [merged(...areas)] })))[0].html);
  assert.deepEqual(await table("A1:B2", "C2:C3"), {
    rows: [
      ["1", "", "", "2"],
      ["", "", "3", "4"],
      ["5", "", "", "6"],
    ],
    merges: [
      [1, 1, 2, 2],
      [2, 3, 2, 1],
    ],
    hidden: [],
  });
  assert.deepEqual((await table("A1:B2", "B2:D3", "A2:A3")).merges, [[1, 1, 2, 2]]);
  assert.deepEqual((await table("C1:C3", "A2:D2")).merges, [
    [1, 3, 3, 1],
    [2, 1, 1, 2],
  ]);
  assert.deepEqual((await table("A1:XFD1048576")).merges, [[1, 1, 3, 4]]);
  assert.deepEqual((await table("F1:G9", "A9:B9", "A1:A1", "B1", "", "A2:A1", "__proto__:A1")).merges, []);
});

test("sheets: hidden ones are named so, charts are none, names are texts", async () => {
  const sheets = await sheetsOf(
    xlsx({
      sheets: [
        { name: "表 &amp; &quot;1&quot;" },
        { name: "b", state: "hidden" },
        { name: "c", state: "veryHidden" },
        { name: "d", type: "chartsheet" },
        { name: "__proto__", data: "<row><c><v>1</v></c></row>" },
      ],
    }),
  );
  assert.deepEqual(
    sheets.map(({ name, hidden, rows, columns }) => [name, hidden, rows, columns]),
    [
      ['表 & "1"', false, 0, 0],
      ["b", true, 0, 0],
      ["c", true, 0, 0],
      ["__proto__", false, 1, 1],
    ],
  );
  assert.equal(sheets[0].html, "<table></table>");
});

test("sheets of charts, macros and dialogs are no tables, and are named", async () => {
  const asides = async (sheets) => (await readWorkbook(xlsx({ sheets }))).asides;
  assert.deepEqual(
    await asides([
      { name: "学校" },
      { name: "图表1", type: "chartsheet" },
      { name: "Macro1", type: "xlMacrosheet", state: "veryHidden" },
      { name: "宏 &amp; 2", type: "xlIntlMacrosheet" },
      { name: "对话框1", type: "dialogsheet" },
    ]),
    [
      { name: "图表1", kind: "chart" },
      { name: "Macro1", kind: "macro" },
      { name: "宏 & 2", kind: "macro" },
      { name: "对话框1", kind: "dialog" },
    ],
  );
  assert.deepEqual(await asides([{ name: "学校" }]), []);
  assert.deepEqual((await readWorkbook(xlsx({ sheets: [{ name: "图", type: "chartsheet" }] }))).refused, {
    code: "no_table",
  });
});

test("other writers: prefixes, single quotes, absolute paths, comments, capital letters in names of parts", async () => {
  const xml =
    "<?xml version='1.0'?><!-- a > b --><x:worksheet xmlns:x='s'><x:sheetData><x:row r='1' x:spans='a>b'><x:c r = 'B1' t='inlineStr' ><x:is><x:t>\r\n a </x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>";
  assert.deepEqual(await rowsOf({ sheets: [{ name: "a", xml }] }), [["", "\n a "]]);
  const data = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
  const capitals = {
    sheets: [{ name: "a", path: "./Worksheets/../Tables/Sheet1.xml" }],
    extra: [{ name: "xl/tables/SHEET1.XML", data }],
  };
  assert.deepEqual(await rowsOf(capitals), [["1"]]);
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from("<worksheet><sheetData><row><c t='str'><v>中</v></c></row></sheetData></worksheet>", "utf16le"),
  ]);
  assert.deepEqual(await rowsOf({ sheets: [{ name: "a", xml: utf16 }] }), [["中"]]);
});

test("a > inside an attribute ends no tag, whatever stands around it", async () => {
  for (const value of [">", "a>", ">b", " >", "a />", "= >", "'>'", "&quot;>", "/>", "a=>b", "\n>"]) {
    const quotes = value.includes("'") ? ['"'] : ['"', "'"];
    for (const quote of quotes)
      for (const rest of ["", " ", " b='x' ", ' b="" ', ` b=${quote}>${quote}`]) {
        const xml = `<worksheet><sheetData><row a=${quote}${value}${quote}${rest}><c t='str'><v>1</v></c></row><row a = ${quote}${value}${quote}${rest}/></sheetData></worksheet>`;
        assert.deepEqual(await rowsOf({ sheets: [{ name: "a", xml }] }), [["1"]], xml);
      }
  }
});

test("10,000 random tables are read as they were written", async () => {
  const next = random(20240901);
  for (let book = 0; book < 1000; book += 1) {
    const tables = Array.from({ length: 10 }, () => randomTable(next, ["\r\n", "\r", "\ud800", "\udc00"]));
    const sheets = await sheetsOf(writeWorkbook(tables.map((cells, i) => ({ name: `表${i}`, cells }))));
    tables.forEach((cells, i) => {
      // A line break in a cell is <br>, however it was written, and half a character is a damaged one: it is UTF-8.
      const expected = cells.map((one) => one.map((text) => Buffer.from(text.replace(/\r\n?/g, "\n")).toString()));
      assert.deepEqual(trimmed(tableOf(sheets[i].html).rows), trimmed(expected), `book ${book}, table ${i}`);
    });
  }
});

test("the same tables give the same bytes, in every time zone", () => {
  const sheets = [
    {
      name: "学校",
      cells: [
        ["校名", "学生数"],
        ["中心小学", "812"],
      ],
    },
  ];
  const zone = process.env.TZ;
  const all = ["UTC", "Asia/Shanghai", "America/New_York"].map((name) => {
    process.env.TZ = name;
    return Buffer.from(writeWorkbook(sheets)).toString("hex");
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  assert.equal(new Set(all).size, 1);
});

test("names of sheets become such as Excel takes", async () => {
  const names = ["a/b", "A B", "a b", "", "'x'", "很长的名字".repeat(9), "很长的名字".repeat(9), "__proto__", "<&>"];
  const read = (await sheetsOf(writeWorkbook(names.map((name) => ({ name, cells: [["1"]] }))))).map(({ name }) => name);
  assert.deepEqual(read, [
    "a b",
    "A B (2)",
    "a b (3)",
    "Sheet4",
    " x ",
    "很长的名字".repeat(9).slice(0, 31),
    `${"很长的名字".repeat(9).slice(0, 27)} (2)`,
    "__proto__",
    "<&>",
  ]);
});

test("a sheet larger than any spreadsheet and a book without sheets are not written", () => {
  assert.throws(() => writeWorkbook([]), RangeError);
  assert.throws(() => writeWorkbook([{ name: "a", cells: [Array(16_385).fill("1")] }]), RangeError);
});
