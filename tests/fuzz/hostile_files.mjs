// SPDX-License-Identifier: MIT
//
// Small files that would grow: what once took seconds or gigabytes, with other numbers each time. Rows and columns at the
// end of a sheet, named by many sheets; repeats; texts of one letter; patterns of numbers that nest; records that lie.

import { container, record, stream, u16, u32 } from "../support/biff.mjs";
import { xlsx, zip } from "../support/workbooks.mjs";

const pick = (next, list) => list[Math.floor(next() * list.length)];
const upTo = (next, most) => Math.floor(next() * (most + 1));
/** As many as there are, or a few less: limits are reached from both sides. */
const large = (next, ...all) => Math.max(1, pick(next, all) - pick(next, [0, 0, 1, upTo(next, 99)]));
const repeat = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join("");
const kLetters = [" ", "[", '"', "\\\\", ";", "?", "#", "0", ",", "_", "*", "(", "/", "[h", "甲", "&amp;", "\n"];

const kXlsx = [
  // One part as many sheets, with a cell at the end.
  (next) => {
    const at = pick(next, ["A1048576", "XFD1", "XFD1048576", "B1048000", "A99999"]);
    const row = /\d+/.exec(at)[0];
    const data = `<worksheet><sheetData><row r="${row}"${pick(next, ["", ' hidden="1"'])}><c r="${at}"><v>1</v></c></row></sheetData></worksheet>`;
    const sheets = Array.from({ length: large(next, 100, 2048, 3000) }, (_, i) => ({
      name: `s${i}`,
      path: "one.xml",
      state: pick(next, ["", "hidden", "veryHidden"]),
    }));
    return xlsx({ sheets, extra: [{ name: "xl/one.xml", data }] });
  },
  // A format of numbers that nests, or is long.
  (next) => {
    const code = pick(next, kLetters).repeat(upTo(next, 60_000)).replaceAll('"', "&quot;");
    const formats = repeat(1 + upTo(next, 30), (i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`);
    return xlsx({
      sheets: [{ name: "a", data: `<row>${repeat(200, (i) => `<c s="${i % 30}"><v>${i}.5</v></c>`)}</row>` }],
      styles: `<numFmts>${formats}</numFmts><cellXfs>${repeat(30, (i) => `<xf numFmtId="${200 + i}"/>`)}</cellXfs>`,
    });
  },
  // One long shared text in every cell.
  (next) =>
    xlsx({
      sheets: [{ name: "a", data: repeat(large(next, 2000, 20_000), () => '<row><c t="s"><v>0</v></c></row>') }],
      strings: `<si><t>${"甲".repeat(large(next, 1000, 30_000, 999_999))}</t></si>`,
    }),
  // Styles, merges, rows and columns by the hundred thousand.
  (next) => {
    const count = large(next, 1000, 50_000);
    const after = pick(next, [
      () => `<mergeCells>${repeat(count, (i) => `<mergeCell ref="A${i + 1}:XFD${i + 9}"/>`)}</mergeCells>`,
      () => `<mergeCells>${repeat(count, () => '<mergeCell ref="A1:XFD1048576"/>')}</mergeCells>`,
      () => `<autoFilter ref="A1:XFD1048576">${repeat(count, (i) => `<filterColumn colId="${i}"/>`)}</autoFilter>`,
    ])();
    const cols = `<cols>${repeat(count, () => '<col min="1" max="16384" hidden="1"/>')}</cols>`;
    return xlsx({
      sheets: [
        { name: "a", data: '<row r="1"><c r="A1"><v>1</v></c></row>', after: pick(next, [after, after + cols]) },
      ],
      styles: `<cellXfs>${repeat(count, () => '<xf numFmtId="14"/>')}</cellXfs>`,
    });
  },
  (next) => {
    const depth = large(next, 1000, 100_000);
    return xlsx({ sheets: [{ name: "a", data: `<row><c><v>${"<a>".repeat(depth)}1` }] });
  },
];

const kOds = [
  (next) => {
    const attribute = pick(next, ["", ' table:visibility="collapse"', ' table:visibility="filter"']);
    const rows = large(next, 1000, 65_536, 1_048_576);
    const columns = large(next, 1, 1024, 16_384);
    const cell = pick(next, [
      `<table:table-cell table:number-columns-repeated="${columns}"/>`,
      `<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>`,
      `<table:table-cell table:number-columns-repeated="${columns}" office:value-type="string"><text:p>甲</text:p></table:table-cell>`,
      "",
    ]);
    const row = `<table:table-row table:number-rows-repeated="${rows}"${attribute}>${cell}</table:table-row>`;
    const group = pick(next, ["table-row-group", "table-header-rows", "table-rows"]);
    const inside = next() < 0.3 ? `<table:${group}>${row}</table:${group}>` : row;
    const column = `<table:table-column table:number-columns-repeated="${columns}"${attribute}/>`;
    const last = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>';
    const tables = repeat(
      large(next, 1, 100, 2000),
      (i) =>
        `<table:table table:name="${i}">${pick(next, ["", column])}${inside}${pick(next, ["", last])}</table:table>`,
    );
    return ods(tables);
  },
  (next) => {
    const count = large(next, 1000, 100_000, 900_000);
    const text = pick(next, [
      () => pick(next, kLetters).repeat(count),
      () => `<text:s text:c="${count}"/>`,
      () => `a${'<text:s text:c="99999"/>'.repeat(upTo(next, 2000))}`,
      () => "<text:tab/><text:line-break/>".repeat(upTo(next, 20_000)),
      () => "<text:span>".repeat(upTo(next, 50_000)),
    ])();
    const paragraphs = repeat(1 + upTo(next, 3), () => `<text:p>${text}</text:p>`);
    const cell = `<table:table-cell office:value-type="string">${paragraphs}</table:table-cell>`;
    return ods(`<table:table><table:table-row>${cell}</table:table-row></table:table>`);
  },
];
const ods = (tables) =>
  zip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    {
      name: "content.xml",
      data: `<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);

const wide = (text) => [...u16(text.length), 1, ...Buffer.from(text, "utf16le")];
const kXls = [
  // Texts that say how many they are, pieces without end, cells at the end, formats that nest.
  (next) => {
    const globals = [
      record(0x00fc, u32(upTo(next, 0xffffffff)), u32(large(next, 9, 0xffff, 0xffffffff)), wide("甲".repeat(300))),
      ...Array.from({ length: upTo(next, 3000) }, () => record(0x003c, pick(next, [[], [0], [1], wide("乙")]))),
      record(0x041e, u16(200), wide(pick(next, ["[", "?", '"', ";", "0"]).repeat(upTo(next, 3000)))),
      record(0x00e0, u16(0, 200), Buffer.alloc(16)),
    ];
    const cells = Array.from({ length: upTo(next, 400) }, (_, i) =>
      pick(next, [
        () => record(0x00fd, u16(pick(next, [i, 65535]), pick(next, [0, 255]), 0), u32(i)),
        () => record(0x00bd, u16(i, 0), Array.from({ length: 255 }, () => [...u16(0), ...u32(6)]).flat(), u16(254)),
        () => record(0x0208, u16(i, 0, 255, 0, 0, 0, 0x20, 0)),
        () => record(0x00e5, u16(200), u16(...Array.from({ length: 200 }, () => [0, 65535, 0, 255]).flat())),
        () => record(0x0200, u32(0), u32(0xffffffff), u16(0, 255, 0)),
      ])(),
    );
    return container("Workbook", stream(0x0600, globals, cells, [1, 0, 0x61]));
  },
  // One sheet as many; a chain of sectors that comes back to itself.
  (next) => {
    const bound = record(0x0085, u32(pick(next, [0, 20, 512])), [0, 0], [1, 0, 0x61]);
    const globals = Array.from({ length: large(next, 100, 3000) }, () => bound);
    const bytes = container(
      "Workbook",
      stream(0x0600, globals, [record(0x0203, u16(65535, 255, 0), Buffer.alloc(8))], [1, 0, 0x61]),
    );
    const table = Buffer.from(bytes.buffer, bytes.byteOffset + 512, 512);
    if (next() < 0.7) table.writeUInt32LE(pick(next, [0, 1, 2, 3]), 4 * upTo(next, 20));
    return bytes;
  },
];

const kTexts2003 = [
  (next) => {
    const most = () => pick(next, [1_048_576, 16_384, 99_999_999, 2 ** 32, upTo(next, 70_000)]);
    const cell = () =>
      `<Cell${pick(next, ["", ` ss:Index="${most()}"`, ` ss:MergeAcross="${most()}"`, ` ss:MergeDown="${most()}"`])}><Data ss:Type="Number">1</Data></Cell>`;
    const row = () =>
      `<Row${pick(next, ["", ` ss:Index="${most()}"`, ` ss:Span="${most()}"`, ' ss:Hidden="1"'])}>${repeat(upTo(next, 3), cell)}</Row>`;
    const column = `<Column ss:Index="${most()}" ss:Span="${most()}" ss:Hidden="1"/>`;
    const sheets = repeat(
      large(next, 1, 100, 2048),
      (i) => `<Worksheet ss:Name="${i}"><Table>${pick(next, ["", column])}${repeat(3, row)}</Table></Worksheet>`,
    );
    return Buffer.from(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets}</Workbook>`,
    );
  },
];
const kArchives = [
  (next) => {
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n';
    const part = pick(next, [
      () => `--b\r\n${"X: y\r\n".repeat(upTo(next, 50_000))}\r\n`,
      () =>
        `--b\r\nContent-Type: text/html;${" ".repeat(upTo(next, 100_000))}charset=utf-8\r\n\r\n<table><tr><td>1</table>\r\n`,
      () =>
        `--b\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html\r\n\r\n<table>${"=\r\n".repeat(upTo(next, 50_000))}<td>1</table>\r\n`,
      () =>
        `--b\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n\r\n${"PHRk".repeat(upTo(next, 50_000))}\r\n`,
      () => "--b\r\n\r\n",
      () =>
        `--b\r\nContent-Type: text/html\r\n\r\n<x:ExcelWorksheet><x:Name>${pick(next, kLetters).repeat(upTo(next, 90_000))}\r\n`,
    ]);
    return Buffer.from(`${head}${repeat(large(next, 1, 5, 200), part)}--b--\r\n`.slice(0, 1_000_000));
  },
];

const kMakers = { xlsx: kXlsx, ods: kOds, xls: kXls, xml2003: kTexts2003, mhtml: kArchives };

/** Below a megabyte, most of them far below. */
export const hostileFile = (format, next) => Uint8Array.from(pick(next, kMakers[format])(next));
