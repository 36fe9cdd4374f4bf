// SPDX-License-Identifier: MIT
//
// XML 表格 2003: the workbook that management systems write as text and call .xls.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle, tableOf } from "../support/workbooks.mjs";

const { kindOf, readWorkbook } = bundle;

const kOpen = `<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40">`;
const cell = (value, { type = typeof value === "number" ? "Number" : "String", more = "" } = {}) =>
  `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`;
const row = (...cells) =>
  `<Row>${cells.map((one) => (typeof one === "string" && one.startsWith("<") ? one : cell(one))).join("")}</Row>`;
const sheet = (name, rows, more = "") => `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${more}</Worksheet>`;
const book = (...parts) => Buffer.from(`${kOpen}${parts.join("")}</Workbook>`);
const sheetsOf = async (bytes) => {
  const result = await readWorkbook(Uint8Array.from(bytes));
  assert.equal(result.refused, undefined, JSON.stringify(result.refused));
  return result.sheets;
};
const cells = async (bytes) => tableOf((await sheetsOf(bytes))[0].html).rows;

test("numbers and texts of every sheet, whatever the file is called", async () => {
  const bytes = book(
    sheet("小学", row("学校名称", "在校生数") + row("竹园小学", 320) + row("南屏小学", 180.5)),
    sheet("初中", row("学校名称", "在校生数") + row("江口中学", 640)),
    sheet("空", ""),
  );
  for (const name of ["学校.xls", "学校.xml", "学校"]) assert.equal(kindOf(Uint8Array.from(bytes), name), "workbook");
  const sheets = await sheetsOf(bytes);
  assert.deepEqual(
    sheets.map(({ name, rows, columns, hidden }) => [name, rows, columns, hidden]),
    [
      ["小学", 3, 2, false],
      ["初中", 2, 2, false],
      ["空", 0, 0, false],
    ],
  );
  assert.deepEqual(tableOf(sheets[0].html).rows, [
    ["学校名称", "在校生数"],
    ["竹园小学", "320"],
    ["南屏小学", "180.5"],
  ]);
});

test("prefixes as other programs choose them, and encodings that are declared", async () => {
  const prefixed = `<?xml version="1.0"?><s:Workbook xmlns:s="urn:schemas-microsoft-com:office:spreadsheet"><s:Worksheet s:Name="a"><s:Table><s:Row><s:Cell><s:Data s:Type="String">校名</s:Data></s:Cell></s:Row></s:Table></s:Worksheet></s:Workbook>`;
  assert.deepEqual(await cells(Buffer.from(prefixed)), [["校名"]]);
  const utf16 = Buffer.from(`\ufeff${prefixed.replace("?>", ' encoding="UTF-16"?>')}`, "utf16le");
  assert.equal(kindOf(Uint8Array.from(utf16), "a.xls"), "workbook");
  assert.deepEqual(await cells(utf16), [["校名"]]);
  const gb = Buffer.concat([
    Buffer.from(prefixed.replace("?>", ' encoding="gb2312"?>').split("校名")[0]),
    Buffer.from([0xd0, 0xa3, 0xc3, 0xfb]),
    Buffer.from(prefixed.split("校名")[1]),
  ]);
  assert.deepEqual(await cells(gb), [["校名"]]);
});

test("jumps by Index, merged areas in both directions, and cells that follow them", async () => {
  const rows =
    `<Row><Cell ss:MergeDown="1"><Data ss:Type="String">学校</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">在校生</Data></Cell>${cell("备注")}</Row>` +
    // Without an Index the first cell would lie under 学校: it belongs beside it.
    row("小学", "初中") +
    `<Row ss:Index="4">${cell("甲")}<Cell ss:Index="3"><Data ss:Type="Number">7</Data></Cell></Row>`;
  const [{ html }] = await sheetsOf(book(sheet("a", rows)));
  assert.match(html, /<td rowspan="2">学校<\/td><td colspan="2">在校生<\/td><td>备注/);
  assert.match(html, /<tr><td>小学<\/td><td>初中<\/td>/);
  assert.match(html, /<tr><\/tr>\n<tr><td>甲<\/td><td><\/td><td>7<\/td><\/tr>/);
});

test("formats: percent, dates, times, by style of cell, row and column and by parent", async () => {
  const styles = `<Styles><Style ss:ID="Default"/><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style>
<Style ss:ID="q" ss:Parent="p"/><Style ss:ID="n"><NumberFormat ss:Format="Percent"/></Style>
<Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="t"><NumberFormat ss:Format="h:mm"/></Style></Styles>`;
  const styled = (id, value, type) => cell(value, { type, more: ` ss:StyleID="${id}"` });
  const rows =
    row(styled("p", 0.125), styled("q", 0.5), styled("n", 1), styled("d", 45000), styled("t", 0.09375)) +
    row(
      styled("d", "2024-09-01T00:00:00.000", "DateTime"),
      styled("t", "1899-12-31T02:15:00.000", "DateTime"),
      cell("2024-09-01T08:30:00.000", { type: "DateTime" }),
      cell("1900-01-05T00:00:00.000", { type: "DateTime" }),
      cell(0.25),
    ) +
    `<Row ss:StyleID="p">${cell(0.3)}</Row>`;
  const bytes = book(
    styles,
    `<Worksheet ss:Name="a"><Table><Column ss:Index="5" ss:StyleID="p"/>${rows}</Table></Worksheet>`,
  );
  assert.deepEqual(await cells(bytes), [
    ["12.5%", "50%", "100%", "2023-03-15", "2:15"],
    ["2024-09-01", "2:15", "2024-09-01 08:30", "1900-01-05", "25%"],
    ["30%"],
  ]);
});

test("truth values, errors, rich text, comments, formulas without a value", async () => {
  const rows = row(
    cell(1, { type: "Boolean" }),
    cell("#DIV/0!", { type: "Error" }),
    `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>松</B><Font html:Size="9">柏&amp;小学</Font></ss:Data><Comment ss:Author="a"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>批注</B></ss:Data></Comment></Cell>`,
    `<Cell ss:Formula="=RC[-1]*2"></Cell>`,
    `<Cell ss:Formula="=SUM(R1C1)"><Data ss:Type="Number">12</Data></Cell>`,
    cell("300"),
    `<Cell><Data ss:Type="String">甲&#10;乙</Data><NamedCell ss:Name="x"/></Cell>`,
  );
  const [{ html }] = await sheetsOf(book(sheet("a", rows)));
  assert.deepEqual(tableOf(html).rows[0].slice(0, 6), ["TRUE", "#DIV/0!", "松柏&小学", "=RC[-1]*2", "12", "300"]);
  assert.match(html, /甲<br>乙/);
});

test("what a format shows is read, not what it hides: scales, times in a column of ratios, zeros as a dash", async () => {
  const styles = `<Styles><Style ss:ID="w"><NumberFormat ss:Format="0!.0,"/></Style><Style ss:ID="z"><NumberFormat ss:Format="_ * #,##0_ ;_ * -#,##0_ ;_ * &quot;-&quot;_ ;_ @_ "/></Style></Styles>`;
  const styled = (id, value) => cell(value, { more: ` ss:StyleID="${id}"` });
  assert.deepEqual(
    await cells(book(styles, sheet("a", row(styled("w", 600000), styled("z", 0), styled("z", 12500))))),
    [["60.0", "0", "12500"]],
  );
});

test("hidden columns and filtered rows are marked as such", async () => {
  const columns = `<Column/><Column ss:Hidden="1" ss:Span="1"/>`;
  const filter = `<AutoFilter x:Range="R1C1:R3C4" xmlns="urn:schemas-microsoft-com:office:excel"><AutoFilterColumn x:Type="Custom"/></AutoFilter>`;
  const rows =
    row("校名", "旧", "旧二", "在校生数") +
    `<Row ss:Hidden="1">${cell("滤去的小学")}</Row>` +
    row("竹园小学", 1, 2, 320);
  const [plain] = await sheetsOf(book(`<Worksheet ss:Name="a"><Table>${columns}${rows}</Table></Worksheet>`));
  const [filtered] = await sheetsOf(
    book(`<Worksheet ss:Name="a"><Table>${columns}${rows}</Table>${filter}</Worksheet>`),
  );
  assert.match(plain.html, /^<table><col><col span="2" hidden>/);
  assert.match(plain.html, /<tr hidden><td>滤去的小学/);
  assert.match(filtered.html, /<tr hidden="filter"><td>滤去的小学/);
});

test("hidden rows and sheets are read as hidden", async () => {
  const rows = row("校名") + `<Row ss:Hidden="1">${cell("藏起来的小学")}</Row>` + row("看得见的小学");
  const options = `<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>`;
  const sheets = await sheetsOf(book(sheet("a", rows), sheet("b", row("x"), options)));
  assert.deepEqual(
    sheets.map(({ hidden }) => hidden),
    [false, true],
  );
  assert.match(sheets[0].html, /<tr hidden><td>藏起来的小学/);
});

test("what is damaged or hostile is refused, not half read", async () => {
  const refusal = async (bytes) => (await readWorkbook(Uint8Array.from(bytes))).refused?.code;
  const whole = book(sheet("a", row("校名", 1)));
  assert.equal(
    await refusal(Buffer.from(whole.toString().replace("<?mso", "<!DOCTYPE x [<!ENTITY a 'b'>]><?mso"))),
    "entities",
  );
  assert.equal(await refusal(book(sheet("a", `<Row ss:Index="1048577">${cell("x")}</Row>`))), "too_many_rows");
  assert.equal(await refusal(book(sheet("a", `<Row><Cell ss:Index="16385"/></Row>`))), "too_many_columns");
  assert.equal(await refusal(book(sheet("a", `<Row ss:Index="-1">${cell("x")}</Row>`))), "damaged");
  assert.equal(await refusal(book()), "not_a_workbook");
  assert.equal(await refusal(book(sheet("a", "").repeat(2100))), "too_many_sheets");
  // Cut off: what is there is not the whole table.
  for (const cut of [40, 120]) assert.equal(await refusal(whole.subarray(0, whole.length - cut)), "damaged");
});
