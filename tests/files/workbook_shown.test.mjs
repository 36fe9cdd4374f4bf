// SPDX-License-Identifier: MIT
//
// What a cell shows against what it stores, what is hidden and what was never computed: the same table as .xlsx, .xls,
// .et and .ods.

import assert from "node:assert/strict";
import { test } from "node:test";
import { container, f64, record, stream, u16, u32 } from "../support/biff.mjs";
import { bundle, marksOf, tableOf, xlsx, zip } from "../support/workbooks.mjs";

const { readWorkbook } = bundle;

const sheetOf = async (bytes) => {
  const result = await readWorkbook(bytes);
  assert.equal(result.refused, undefined, JSON.stringify(result.refused));
  return result.sheets[0];
};
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** One row of cells [value, format], a number or a text each. */
function asXlsx(cells) {
  const styles =
    `<numFmts>${cells.map(([, code], i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`).join("")}</numFmts>` +
    `<cellXfs>${cells.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join("")}</cellXfs>`;
  const each = cells.map(([value], i) =>
    typeof value === "number"
      ? `<c s="${i}"><v>${value}</v></c>`
      : `<c s="${i}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`,
  );
  return xlsx({ sheets: [{ name: "a", data: `<row r="1">${each.join("")}</row>` }], styles });
}

const wide = (text) => [...u16(text.length), 1, ...Buffer.from(text, "utf16le")];
const name8 = [1, 0, 0x61];

function asXls(cells) {
  const globals = cells.flatMap(([, code], i) => [record(0x041e, u16(200 + i), wide(code))]);
  globals.push(...cells.map((_, i) => record(0x00e0, u16(0, 200 + i), Buffer.alloc(16))));
  const each = cells.map(([value], i) =>
    typeof value === "number" ? record(0x0203, u16(0, i, i), f64(value)) : record(0x0204, u16(0, i, i), wide(value)),
  );
  return container("Workbook", stream(0x0600, globals, each, name8));
}

const ods = (inner) =>
  zip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
    {
      name: "content.xml",
      data: `<office:document-content><office:body><office:spreadsheet>${inner}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
const p = (text) => `<text:p>${text}</text:p>`;
/** Cells [value, shown]. */
const asOds = (cells) =>
  ods(
    `<table:table table:name="a"><table:table-row>${cells
      .map(
        ([value, shown]) =>
          `<table:table-cell office:value-type="float" office:value="${value}">${p(shown)}</table:table-cell>`,
      )
      .join("")}</table:table-row></table:table>`,
  );

/** Value, format, what is read; what is stored beside it; what Excel shows, where it is neither. */
const kShown = [
  // Scales: what is shown stays.
  [600000, "0!.0,", "60.0", "600000"],
  [6345000, "0!.0,", "634.5", "6345000"],
  [600000, "0\\.0,", "60.0", "600000"],
  [600000, '0"."0,', "60.0", "600000"],
  [600000, "0!.0000", "60.0000", "600000"],
  [7500000, "#,##0,", "7,500", "7500000"],
  [7500, "0.0,", "7.5", "7500"],
  [5000000, '0,,"百万"', "5百万", "5000000"],
  [12345, '[>=10000]0!.0,"万";0', "1.2万", "12345"],
  [1234, '[>=10000]0!.0,"万";0', "1234"],
  [30000, "[$¥-804]#,##0.0,", "¥30.0", "30000"],
  // Rounding and decoration: the number stays.
  [30.33333, "0.0", "30.33333", undefined, "30.3"],
  [1234.5, "#,##0", "1234.5", undefined, "1,235"],
  [-5.25, "0.0_);[Red](0.0)", "-5.25", undefined, "(5.3)"],
  [-3, "0;[Red]0", "-3", undefined, "3"],
  [1234.5, "[$¥-804]#,##0.00", "1234.5", undefined, "¥1,234.50"],
  [1234.5, "¥#,##0.00;¥-#,##0.00", "1234.5", undefined, "¥1,234.50"],
  [12345, "0.00E+00", "12345", undefined, "1.23E+04"],
  [0.28957, "0%", "28.957%", undefined, "29%"],
  [12, "G/通用格式", "12", undefined, "12"],
  [300, "[DBNum1][$-804]General", "300"],
  [1.25, "# ?/?", "1.25", undefined, "1 1/4"],
  [0.5, "?/8", "0.5", undefined, "4/8"],
  // A zero shown as a dash or as nothing.
  [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0", undefined, " -   "],
  [0, '0;-0;"—"', "0", undefined, "—"],
  [0, "0;-0;;@", "0", undefined, ""],
  [0, "#,###", "0", undefined, ""],
  // Words around a number, and instead of it.
  [300, '0"人"', "300人"],
  [30.33333, '0.0"人"', "30.33333人", undefined, "30.3人"],
  [-3, '0"人";[Red]0"人"', "-3人", undefined, "-3人"],
  [300, '"约"0', "约300"],
  [1, '[=1]"是";[=0]"否";0', "是", "1"],
  [0, '0;-0;"无"', "无", "0"],
  [7, "00000", "00007", "7"],
  [28.96, '0.0"%"', "28.96%", undefined, "29.0%"],
];

test("what only rounds or decorates a number is read as it is stored, what makes another one as it is shown", async () => {
  const cells = kShown.map(([value, code]) => [value, code]);
  const texts = kShown.map(([, , text]) => text);
  const stored = kShown.flatMap(([, , text, number]) => (number === undefined ? [] : [[text, number]]));
  for (const [format, bytes] of [
    ["xlsx", asXlsx(cells)],
    ["xls", asXls(cells)],
    ["ods", asOds(kShown.map(([value, , text, , shown]) => [value, shown ?? text]))],
  ]) {
    const { html } = await sheetOf(bytes);
    assert.deepEqual(tableOf(html).rows, [texts], format);
    assert.deepEqual(marksOf(html), { columns: [], filtered: [], stored, unseen: [], feet: [] }, format);
  }
});

test("a time is shown as one, with its part of a day beside it; a day is whole unless only its year is shown", async () => {
  const cells = [
    [0.09375, "h:mm"],
    [1.5, "[h]:mm:ss"],
    [0.5, '上午/下午h"时"mm"分"'],
    [45536, 'yyyy"年"'],
    [45536, "yyyy"],
    [45536, 'yyyy"年"m"月"'],
  ];
  const texts = ["2:15", "36:00:00", "下午12时00分", "2024年", "2024", "2024-09-01"];
  for (const bytes of [asXlsx(cells), asXls(cells)]) {
    const { html } = await sheetOf(bytes);
    assert.deepEqual(tableOf(html).rows, [texts]);
    assert.deepEqual(marksOf(html).stored[0], ["2:15", "0.09375"]);
  }
  const cell = (type, value, shown) =>
    `<table:table-cell office:value-type="${type}" office:${type}-value="${value}">${p(shown)}</table:table-cell>`;
  const row =
    cell("time", "PT02H15M00S", "2:15") + cell("date", "2024-09-01", "2024年") + cell("date", "2024-09-01", "9月");
  const { html } = await sheetOf(
    ods(`<table:table table:name="a"><table:table-row>${row}</table:table-row></table:table>`),
  );
  assert.deepEqual(tableOf(html).rows, [["2:15", "2024年", "2024-09-01"]]);
  assert.deepEqual(marksOf(html).stored, [["2:15", "0.09375"]]);
});

test("built-in formats without a code are the ones that Excel means: 20 is a time, 12 a fraction, 44 an account", async () => {
  const ids = [20, 46, 12, 44, 9, 32];
  const values = [0.09375, 1.5, 0.25, 0, 0.5, 0.09375];
  const texts = ["2:15", "36:00:00", "0.25", "0", "50%", "2时15分"];
  const styles = `<cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs>`;
  const data = `<row>${values.map((value, i) => `<c s="${i}"><v>${value}</v></c>`).join("")}</row>`;
  assert.deepEqual(tableOf((await sheetOf(xlsx({ sheets: [{ name: "a", data }], styles }))).html).rows, [texts]);
  const globals = ids.map((id) => record(0x00e0, u16(0, id), Buffer.alloc(16)));
  const cells = values.map((value, i) => record(0x0203, u16(0, i, i), f64(value)));
  const { html } = await sheetOf(container("Workbook", stream(0x0600, globals, cells, name8)));
  assert.deepEqual(tableOf(html).rows, [texts]);
});

test("of a number that a format hides the stored one is left, a text is read; what it adds to a text is part of it", async () => {
  const cells = [
    [5, ";;;"],
    ["甲", ";;;"],
    [-5, "0;;"],
    ["松柏", '@"小学"'],
    ["一", '0;0;0;"第"@"小学"'],
    ["乙", "0;-0;;@"],
  ];
  for (const bytes of [asXlsx(cells), asXls(cells)]) {
    const { html } = await sheetOf(bytes);
    assert.deepEqual(tableOf(html).rows, [["", "甲", "", "松柏小学", "第一小学", "乙"]]);
    assert.deepEqual(marksOf(html).stored, [["", "5"], ["", "-5"]]); // prettier-ignore
    assert.deepEqual(marksOf(html).unseen, ["甲"]);
  }
  const { html } = await sheetOf(asOds([[5, ""], [0, ""], [7, "7"]])); // prettier-ignore
  assert.deepEqual([tableOf(html).rows, marksOf(html).stored], [[["", "0", "7"]], [["", "5"]]]);
  const bare = '<table:table-cell office:value-type="float" office:value="5"/>'; // of a writer that shows nothing
  const plain = await sheetOf(
    ods(`<table:table table:name="a"><table:table-row>${bare}</table:table-row></table:table>`),
  );
  assert.equal(plain.html, "<table><tr><td>5</td></tr></table>");
});

test("a text of which its format shows nothing says so: four sections, the last of which has nothing to show", async () => {
  const hidden = [";;;", "0;-0;0;", '"";"";"";', "0.00;-0.00;0;[Red]"];
  const shown = [";;", ";;;@", "0", "General", '0;;;@"所"', '0;0;0;"无"'];
  const cells = [...hidden, ...shown].map((code, i) => [`校${i}`, code]);
  for (const bytes of [asXlsx(cells), asXls(cells)]) {
    const { html } = await sheetOf(bytes);
    assert.deepEqual(
      marksOf(html).unseen,
      hidden.map((_, i) => `校${i}`),
    );
  }
});

test("rows of totals of the tables inside a sheet are its feet, whatever they are called", async () => {
  const rows = Array.from({ length: 9 }, (_, r) => `<row r="${r + 1}"><c r="A${r + 1}"><v>${r}</v></c></row>`).join("");
  const feetOf = async (...tables) => {
    const links = tables.map((_, i) => `<Relationship Id="t${i}" Type="x/table" Target="../tables/table${i}.xml"/>`);
    const extra = [
      { name: "xl/worksheets/_rels/sheet1.xml.rels", data: `<Relationships>${links.join("")}</Relationships>` },
      ...tables.map((data, i) => ({ name: `xl/tables/table${i}.xml`, data })),
    ];
    const { html } = await sheetOf(xlsx({ sheets: [{ name: "a", data: rows }], extra }));
    assert.equal(tableOf(html).rows.length, 9);
    return marksOf(html).feet;
  };
  assert.deepEqual(await feetOf('<table ref="A1:A4" totalsRowCount="1"/>'), [4]);
  assert.deepEqual(
    await feetOf('<table ref="A1:A4" totalsRowCount="1"/>', '<table ref="A5:C9" totalsRowCount="1"/>'),
    [4, 9],
  );
  assert.deepEqual(await feetOf('<table ref="A1:A8" totalsRowCount="2"/>'), [7, 8]);
  for (const none of [
    '<table ref="A1:A4"/>',
    '<table ref="A1:A4" totalsRowShown="0"/>',
    '<table ref="A1:A4" totalsRowCount="0"/>',
    '<table totalsRowCount="1"/>',
    '<table ref="A1:A4" totalsRowCount="-7"/>',
    '<table ref="A1:A4" totalsRowCount="x"/>',
  ])
    assert.deepEqual(await feetOf(none), [], none);
});

test("a decimal comma of another country's machine is no scale", async () => {
  const { html } = await sheetOf(asOds([[1234.5, "1.234,50"], [12.5, "12,5"], [1234, "1,234"], [1234567, "1,234,567"]])); // prettier-ignore
  assert.deepEqual([tableOf(html).rows, marksOf(html).stored], [[["1234.5", "12.5", "1234", "1234567"]], []]);
});

test("formats that no program would write are plain numbers", async () => {
  const codes = ["[", '"', "0".repeat(300), "[$", "_", "\\", "*", "0;0;0;0;0;0", "[>", "E", "[h", "G"];
  const { html } = await sheetOf(asXlsx(codes.map((code) => [12, code])));
  for (const [i, text] of tableOf(html).rows[0].entries()) assert.match(text, /12/, codes[i]);
});

const number = (row, column, value) => record(0x0203, u16(row, column, 0), f64(value));

test("hidden columns and rows, rows that a filter leaves out, columns and rows without a size", async () => {
  const row = (r, more, cells = "ABCD") =>
    `<row r="${r}"${more}>${[...cells].map((c) => `<c r="${c}${r}"><v>${r}</v></c>`).join("")}</row>`;
  const data =
    row(1, "") + row(2, ' hidden="1"') + row(3, "") + row(4, ' ht="0" customHeight="1"') + row(6, ' hidden="1"');
  const cols =
    '<cols><col min="2" max="2" width="9" hidden="1"/><col min="4" max="4" width="0" customWidth="1"/><col min="6" max="16384" width="9" hidden="1"/></cols>';
  const filter =
    '<autoFilter ref="A1:D4"><filterColumn colId="0"><filters><filter val="3"/></filters></filterColumn></autoFilter>';
  const xml = (after) => `<worksheet>${cols}<sheetData>${data}</sheetData>${after}</worksheet>`;
  const set = (await sheetOf(xlsx({ sheets: [{ name: "a", xml: xml(filter) }] }))).html;
  assert.deepEqual(marksOf(set), { columns: [2, 4], filtered: [2, 4], stored: [], unseen: [], feet: [] });
  assert.deepEqual(tableOf(set).hidden, [2, 4, 6]);
  const unset = (await sheetOf(xlsx({ sheets: [{ name: "a", xml: xml('<autoFilter ref="A1:D4"/>') }] }))).html;
  assert.deepEqual([marksOf(unset).filtered, tableOf(unset).hidden], [[], [2, 4, 6]]);
  // A table inside the sheet has a filter of its own, in a part of its own.
  const table = (
    await sheetOf(
      xlsx({
        sheets: [{ name: "a", xml: xml("") }],
        extra: [
          {
            name: "xl/worksheets/_rels/sheet1.xml.rels",
            data: '<Relationships><Relationship Id="t" Type="x/table" Target="../tables/table1.xml"/></Relationships>',
          },
          { name: "xl/tables/table1.xml", data: `<table>${filter.replace("A1:D4", "A1:D2")}</table>` },
        ],
      }),
    )
  ).html;
  assert.deepEqual(marksOf(table).filtered, [2]);

  const sheet = (more) => [
    ...more,
    record(0x007d, u16(1, 1, 2048, 0, 1, 0)),
    record(0x007d, u16(3, 3, 0, 0, 0, 0)),
    record(0x007d, u16(5, 300, 2048, 0, 1, 0)),
    record(0x0208, u16(1, 0, 4, 255, 0, 0, 0x20, 0)),
    record(0x0208, u16(3, 0, 4, 0, 0, 0, 0, 0)),
    ...[0, 1, 2, 3].flatMap((r) => [0, 1, 2, 3].map((c) => number(r, c, r + 1))),
  ];
  const xls = async (...more) => (await sheetOf(container("Workbook", stream(0x0600, [], sheet(more), name8)))).html;
  assert.deepEqual(
    [marksOf(await xls()).columns, marksOf(await xls()).filtered, tableOf(await xls()).hidden],
    [[2, 4], [], [2, 4]],
  );
  assert.deepEqual(marksOf(await xls(record(0x009b))).filtered, [2, 4]);

  const cell = '<table:table-cell office:value-type="float" office:value="1"/>';
  const column = (more) => `<table:table-column ${more}/>`;
  const line = (more) => `<table:table-row ${more}>${cell.repeat(4)}</table:table-row>`;
  const { html } = await sheetOf(
    ods(
      `<table:table table:name="a">${column("")}<table:table-column-group table:display="false">${column('table:visibility="collapse"')}</table:table-column-group>` +
        `${column("")}${column('table:visibility="collapse" table:number-columns-repeated="16381"')}` +
        `${line("")}${line('table:visibility="filter"')}${line('table:visibility="collapse"')}</table:table>`,
    ),
  );
  assert.deepEqual(marksOf(html), { columns: [2, 4], filtered: [2], stored: [], unseen: [], feet: [] });
  assert.deepEqual(tableOf(html).hidden, [2, 3]);
});

test("formulas that nobody computed say so, also where a writer saved zeros", async () => {
  const cells =
    '<c><f>SUM(A2:A9)</f><v>0</v></c><c><f>A2</f><v>7</v></c><c><v>0</v></c><c t="str"><f>"300"</f><v>300</v></c><c><f>"300"</f></c>';
  const rows = async (properties) =>
    tableOf((await sheetOf(xlsx({ sheets: [{ name: "a", data: `<row>${cells}</row>` }], properties }))).html).rows;
  assert.deepEqual(await rows('<calcPr fullCalcOnLoad="1"/>'), [["=SUM(A2:A9)", "7", "0", "300", '="300"']]);
  assert.deepEqual(await rows(""), [["0", "7", "0", "300", '="300"']]);

  const result = (row, column, bytes) => record(0x0006, u16(row, column, 0), bytes, u16(0), u32(0), u16(0));
  const empty = [3, 0, 0, 0, 0, 0, 255, 255];
  const xls = async (...records) =>
    tableOf((await sheetOf(container("Workbook", stream(0x0600, [], records, name8)))).html).rows;
  assert.deepEqual(await xls(number(0, 0, 1), result(0, 1, empty), result(1, 1, empty)), [["1", "=…"], ["", "=…"]]); // prettier-ignore
  assert.deepEqual(await xls(number(0, 0, 1), result(0, 1, empty), result(0, 2, f64(3))), [["1", "", "3"]]);
  assert.deepEqual(await xls(record(0x005e, u16(0)), result(0, 0, f64(0)), number(0, 1, 0)), [["=…", "0"]]);
});

test("readings of characters, notes and pictures are no text of a cell", async () => {
  const text =
    "<text:p>松<text:ruby><text:ruby-base>柏</text:ruby-base><text:ruby-text>bo</text:ruby-text></text:ruby>小学" +
    "<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note><office:annotation><text:p>批</text:p></office:annotation>一</text:p>";
  const cell = (inner) => `<table:table-cell office:value-type="string">${inner}</table:table-cell>`;
  const { html } = await sheetOf(
    ods(`<table:table table:name="a"><table:table-row>${cell(text)}${cell(p("b"))}</table:table-row></table:table>`),
  );
  assert.deepEqual(tableOf(html).rows, [["松柏小学一", "b"]]);
});

test("copies of sheets of other documents are hidden or no sheets at all", async () => {
  const table = (name) =>
    `<table:table table:name="${name}"><table:table-row><table:table-cell office:value-type="string">${p("x")}</table:table-cell></table:table-row></table:table>`;
  const { sheets } = await readWorkbook(
    ods(
      `${table("一")}${table("'file:///a.ods'#$b")}<table:dde-links><table:dde-link>${table("c")}</table:dde-link></table:dde-links>`,
    ),
  );
  assert.deepEqual(sheets.map(({ name, hidden }) => [name, hidden]), [["一", false], ["'file:///a.ods'#$b", true]]); // prettier-ignore
});

test("parts in UTF-16 without a mark, in a named encoding, under absolute names and with \\ in them", async () => {
  const xml = "<?xml version='1.0'?><worksheet><sheetData><row><c t='str'><v>中</v></c></row></sheetData></worksheet>";
  const big = Buffer.from(xml, "utf16le").swap16();
  for (const part of [Buffer.from(xml, "utf16le"), big]) {
    assert.deepEqual(tableOf((await sheetOf(xlsx({ sheets: [{ name: "a", xml: part }] }))).html).rows, [["中"]]);
  }
  const gbk = Buffer.from(xml.replace("'1.0'", "'1.0' encoding='GB2312'").replace("中", "\xd6\xd0"), "latin1");
  assert.deepEqual(tableOf((await sheetOf(xlsx({ sheets: [{ name: "a", xml: gbk }] }))).html).rows, [["中"]]);
  const workbook = '<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>';
  const rels = (target, type) =>
    `<Relationships><Relationship Id="r1" Type="x/${type}" Target="${target}"/></Relationships>`;
  const bytes = zip([
    { name: "/_rels/.rels", data: rels("/xl/workbook.xml", "officeDocument") },
    { name: "\\xl\\workbook.xml", data: workbook },
    { name: "xl\\_rels\\workbook.xml.rels", data: rels("worksheets/sheet1.xml", "worksheet") },
    { name: "./xl/worksheets/sheet1.xml", data: xml },
  ]);
  assert.deepEqual(tableOf((await sheetOf(bytes)).html).rows, [["中"]]);
});

test("cells in every spelling of a writer are the same cells", async () => {
  const strings = "<si><t>甲</t></si>";
  const spellings = [
    '<c r="A1" s="0" t="s"><v>0</v></c><c r="C1"><v>-1.5E3</v></c>',
    "<c r='A1' t='s'><v>0</v></c><c r='C1' t='n'><v>-1500</v></c>",
    '<c t="s" r="A1"><v>0</v></c><c r="B1" s="0"/><c r="C1" t="n"><v> -1500 </v></c>',
    '<x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1"><x:v>-1500</x:v></x:c>',
    '<c r="A1" t="s" cm="1"><v>0</v></c><c r="C1" t="n"><f>1</f><v>-1500</v></c>',
    '<c r="C1"><v>-1500</v></c><c r="A1" t="s"><v>0</v></c>',
    '<c r="$A$1" t="s"><v>0</v></c><c r="c1"><v>-1500</v></c>',
  ];
  for (const cells of spellings) {
    const bytes = xlsx({ sheets: [{ name: "a", data: `<row r="1">${cells}</row>` }], strings });
    assert.deepEqual(tableOf((await sheetOf(bytes)).html).rows, [["甲", "", "-1500"]], cells);
  }
});
