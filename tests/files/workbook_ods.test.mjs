// SPDX-License-Identifier: MIT
//
// Workbooks of LibreOffice (.ods): values and not what is shown of them, repeated cells, what is hidden.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { bundle, random, randomTable, tableOf, trimmed, zip } from "../support/workbooks.mjs";

const { kindOf, readWorkbook } = bundle;
const XLSX = createRequire(new URL("../package.json", import.meta.url))("@e965/xlsx");

const ods = (tables, { styles = "", manifest = "<manifest:manifest/>" } = {}) =>
  zip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    { name: "META-INF/manifest.xml", data: manifest },
    {
      name: "content.xml",
      data: `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
const table = (rows, attributes = "") => `<table:table table:name="一" ${attributes}>${rows}</table:table>`;
const read = async (rows) => {
  const { sheets, refused } = await readWorkbook(ods(table(rows)));
  assert.equal(refused, undefined, JSON.stringify(refused));
  return tableOf(sheets[0].html);
};
const cell = (attributes, inner = "") => `<table:table-cell ${attributes}>${inner}</table:table-cell>`;
const p = (text) => `<text:p>${text}</text:p>`;

test("values, dates, times, truth, errors, formulas without a value", async () => {
  const row =
    cell('office:value-type="float" office:value="0.30000000000000004"', p("0.3")) +
    cell('office:value-type="percentage" office:value="0.28957"', p("29%")) +
    cell('office:value-type="date" office:date-value="2024-09-01"', p("2024年9月")) +
    cell('office:value-type="date" office:date-value="2024-09-01T08:30:00"', p("9/1")) +
    cell('office:value-type="time" office:time-value="PT36H00M00S"', p("36:00")) +
    cell('office:value-type="boolean" office:boolean-value="true"', p("真")) +
    cell('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', p("#DIV/0!")) +
    cell('table:formula="of:=SUM([.A1])"') +
    cell('office:value-type="currency" office:value="1200"', p("¥1,200.00"));
  assert.deepEqual((await read(`<table:table-row>${row}</table:table-row>`)).rows, [
    ["0.3", "28.957%", "2024-09-01", "2024-09-01 08:30", "36:00", "TRUE", "#DIV/0!", "=SUM([.A1])", "1200"],
  ]);
});

test("texts in paragraphs and spans; notes and pictures in a cell are not its text", async () => {
  const note = `<office:annotation>${p("批注")}</office:annotation><draw:frame><draw:text-box>${p("图")}</draw:text-box></draw:frame>`;
  const text = p('a<text:s text:c="3"/>b<text:tab/><text:span>红</text:span>') + p("c<text:line-break/>d");
  assert.deepEqual(
    (
      await read(
        `<table:table-row>${cell('office:value-type="string"', note + text)}${cell('office:value-type="float" office:value="7"', p("7"))}</table:table-row>`,
      )
    ).rows,
    [["a   b\t红\nc\nd", "7"]],
  );
});

test("repeated cells and rows, merges, hidden rows and sheets", async () => {
  const seven = cell('table:number-columns-repeated="2" office:value-type="float" office:value="7"', p("7"));
  const rows =
    `<table:table-row table:number-rows-repeated="2">${cell("")}${seven}${cell('table:number-columns-repeated="16381"')}</table:table-row>` +
    `<table:table-row table:visibility="collapse" table:number-rows-repeated="2">${cell("")}</table:table-row>` +
    `<table:table-header-rows><table:table-row>${cell('table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"', p("x"))}<table:covered-table-cell/>${cell('office:value-type="string"', p("y"))}</table:table-row></table:table-header-rows>` +
    `<table:table-row table:number-rows-repeated="1048571">${cell('table:number-columns-repeated="16384"')}</table:table-row>`;
  assert.deepEqual(await read(rows), {
    rows: [["", "7", "7"], ["", "7", "7"], [], [], ["x", "", "y"]],
    merges: [[5, 1, 1, 2]],
    hidden: [3, 4],
  });
  const styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
  const { sheets } = await readWorkbook(
    ods(table("", 'table:style-name="ta1"') + table("", 'table:style-name="ta2"'), { styles }),
  );
  assert.deepEqual(
    sheets.map(({ hidden }) => hidden),
    [false, true],
  );
});

test("repetitions that would fill the memory, passwords and letters are refused", async () => {
  const value = 'office:value-type="float" office:value="7"';
  const refused = async (rows) => (await readWorkbook(ods(table(rows)))).refused?.code;
  assert.equal(
    await refused(
      `<table:table-row>${cell(`table:number-columns-repeated="999999999" ${value}`, p("7"))}</table:table-row>`,
    ),
    "too_many_columns",
  );
  assert.equal(
    await refused(`<table:table-row table:number-rows-repeated="999999999">${cell(value, p("7"))}</table:table-row>`),
    "too_many_rows",
  );
  const far = `${cell('table:number-columns-repeated="99999"')}${cell(value, p("7"))}`;
  assert.equal(await refused(`<table:table-row>${far}</table:table-row>`), "too_many_columns");
  assert.equal(
    await refused(
      `<table:table-row table:number-rows-repeated="9999999">${cell("")}</table:table-row><table:table-row>${cell(value, p("7"))}</table:table-row>`,
    ),
    "too_many_rows",
  );
  const all = cell(`table:number-columns-repeated="16384" ${value}`, p("7"));
  assert.equal(
    await refused(`<table:table-row table:number-rows-repeated="1048576">${all}</table:table-row>`),
    "too_many_cells",
  );
  const hidden = `<table:table-row table:visibility="collapse" table:number-rows-repeated="1048576">${cell("")}</table:table-row>`;
  assert.equal((await readWorkbook(ods(table(hidden).repeat(1000)))).sheets.length, 1000); // at once, not row by row
  const manifest =
    "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
  assert.deepEqual((await readWorkbook(ods("", { manifest }))).refused, { code: "encrypted" });
  assert.deepEqual((await readWorkbook(ods(""))).refused, { code: "not_a_workbook" });
});

test("300 random tables that SheetJS wrote are read as they were", async () => {
  const next = random(23);
  for (let n = 0; n < 300; n += 1) {
    // What its writer changes by itself is left out: runs of white space, and characters that XML has not.
    const plain = (text) =>
      text
        .replace(/[\0-\x08\x0b-\x1f\ufffe]/g, "")
        .replace(/\s+/g, " ")
        .trim();
    const cells = randomTable(next).map((row) => row.map(plain));
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet(cells.map((row) => row.map((text) => text || null))),
      "a",
    );
    const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "ods" }));
    assert.equal(kindOf(bytes, "a.ods"), "workbook");
    const { sheets, refused } = await readWorkbook(bytes);
    assert.equal(refused, undefined, JSON.stringify(refused));
    assert.deepEqual(trimmed(tableOf(sheets[0].html).rows), trimmed(cells), `table ${n}`);
  }
});
