// SPDX-License-Identifier: MIT
//
// Small files that would grow without an end: rows, columns, areas, repeats, texts, formats, records, named again and
// again. All of them take from one budget, and are refused for what they take too much of; honest neighbours are read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { container, f64, record, u16, u32 } from "../support/biff.mjs";
import { bundle, xlsx, zip } from "../support/workbooks.mjs";

const { readWorkbook } = bundle;

/** Why a file is refused, or "read". */
async function outcome(bytes) {
  assert.ok(bytes.length <= 1_100_000, `${bytes.length} bytes: only small files are meant here`);
  const result = await readWorkbook(bytes);
  return result.refused?.code ?? "read";
}
async function outcomes(inputs) {
  const found = {};
  for (const [name, make] of Object.entries(inputs)) found[name] = await outcome(make());
  return found;
}
const all = (inputs, code) => Object.fromEntries(Object.keys(inputs).map((name) => [name, code]));

/** One part as so many sheets. */
function shared(count, xml, { state, ...more } = {}) {
  const sheets = Array.from({ length: count }, (_, i) => ({ name: `表${i}`, path: "one.xml", state }));
  return xlsx({ sheets, extra: [{ name: "xl/one.xml", data: xml }], ...more });
}
const sheetOf = (data, before = "", after = "") =>
  `<worksheet>${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const last = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>';

function ods(tables) {
  return zip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
    {
      name: "content.xml",
      data: `<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}
const odsTable = (inside) => `<table:table table:name="表">${inside}</table:table>`;
const odsRow = (cells, more = "") => `<table:table-row${more}>${cells}</table:table-row>`;
const odsOne = '<table:table-cell office:value-type="float" office:value="1"/>';
const repeated = (what, count) => ` table:number-${what}-repeated="${count}"`;
const collapsed = ' table:visibility="collapse"';
const shownCell = (text) =>
  ods(
    odsTable(
      odsRow(
        `<table:table-cell office:value-type="float" office:value="1.5"><text:p>${text}</text:p></table:table-cell>`,
      ),
    ),
  );

const xml2003 = (tables) =>
  Buffer.from(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${tables
      .map((inside) => `<Worksheet ss:Name="表"><Table>${inside}</Table></Worksheet>`)
      .join("")}</Workbook>`,
  );
const xmlOne = '<Cell><Data ss:Type="Number">1</Data></Cell>';

/** An .xls file whose sheets all begin at the same records. */
function xls(count, cells, globals = []) {
  const bof = (kind) => record(0x0809, u16(0x0600, kind, 0, 0), u32(0), u32(0));
  const eof = record(0x000a);
  const head = Buffer.concat([bof(5), ...globals]);
  const bound = (at) => record(0x0085, u32(at), [0, 0], [1, 0, 0x61]);
  const at = head.length + bound(0).length * count + eof.length;
  const sheets = Array.from({ length: count }, () => bound(at));
  return container("Workbook", Buffer.concat([head, ...sheets, eof, bof(0x10), ...cells, eof]));
}
const records = (count, make) => Array.from({ length: count }, (_, i) => make(i));

test("xlsx: a far cell in sheets that are one part, shown or hidden, tall or wide", async () => {
  const text = {
    hundred: () => shared(100, sheetOf(last)),
    thousands: () => shared(2048, sheetOf(last)),
    hidden: () => shared(2048, sheetOf(last.replace("<row", '<row hidden="1"')), { state: "hidden" }),
    corner: () => shared(300, sheetOf(last.replaceAll("A1048576", "XFD1048576"))),
    wide: () => shared(2048, sheetOf(records(300, (i) => `<row><c r="XFD${i + 1}"><v>1</v></c></row>`).join(""))),
  };
  assert.deepEqual(await outcomes(text), all(text, "too_much_text"));
  assert.equal(await outcome(shared(2, sheetOf(last))), "read"); // a slip of the key, in two sheets
  assert.equal(await outcome(shared(2048, sheetOf(one))), "read");
  assert.equal(await outcome(shared(2049, sheetOf(one))), "too_many_sheets");
});

test("xlsx: what leaves nothing behind is counted, too: hidden columns, areas, relations, tags, unused formats", async () => {
  const area = (i) => `<mergeCell ref="A${(i % 900) + 1}:XFD1048576"/>`;
  const relation = (i) => `<Relationship Id="t${i}" Type="x/table" Target="t.xml"/>`;
  const work = {
    columns: () => shared(500, sheetOf(one, `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(9000)}</cols>`)),
    areas: () => shared(500, sheetOf(one + last, "", `<mergeCells>${records(30_000, area).join("")}</mergeCells>`)),
    relations: () =>
      shared(20, sheetOf(one), {
        extra: [
          { name: "xl/one.xml", data: sheetOf(one) },
          { name: "xl/_rels/one.xml.rels", data: `<x>${records(60_000, relation).join("")}</x>` },
        ],
      }),
    tags: () => shared(1, sheetOf("<a/>".repeat(4_000_000))),
    cells: () => shared(1, sheetOf(`<row>${"<c><v>0</v></c>".repeat(100)}</row>`.repeat(20_000))),
    names: () => shared(1, sheetOf(one), { properties: "<definedName/>".repeat(2_000_000) }),
    formats: () => shared(1, sheetOf(one), { styles: "<numFmt/>".repeat(3_000_000) }),
  };
  assert.deepEqual(await outcomes(work), {
    ...all(work, "too_much_work"),
    areas: "too_much_text",
    names: "too_large",
    formats: "too_large",
  });
  const honest = {
    columns: () => shared(3, sheetOf(one, `<cols>${'<col min="9" max="16384" hidden="1"/>'.repeat(3)}</cols>`)),
    areas: () => shared(1, sheetOf(one, "", `<mergeCells>${records(100_000, area).join("")}</mergeCells>`)),
    names: () =>
      shared(1, sheetOf(one), {
        properties: records(50_000, (i) => `<definedName name="n${i}">A!$A$${i}</definedName>`).join(""),
      }),
  };
  assert.deepEqual(await outcomes(honest), all(honest, "read"));
});

test("xlsx: shared texts in many cells, texts in many pieces, cells in any order and on one place", async () => {
  const strings = (text) => `<si><t>${text}</t></si>`;
  const use = (columns, rows) => sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(columns)}</row>`.repeat(rows));
  assert.equal(await outcome(shared(1, use(1000, 500), { strings: strings("长".repeat(9000)) })), "too_much_text");
  assert.equal(
    await outcome(shared(200, use(60, 8), { strings: strings(`教基${"1".repeat(900_000)}`) })),
    "too_much_text",
  );
  assert.equal(await outcome(shared(1, sheetOf(`<c><v>${"1<!---->".repeat(2_000_000)}</v></c>`))), "too_much_text");
  assert.equal(await outcome(shared(1, sheetOf(one), { strings: "<si/>".repeat(4_000_000) })), "too_many_cells");
  assert.equal(await outcome(shared(1, use(30, 900), { strings: strings("中心小学") })), "read");

  const [sheet] = (
    await readWorkbook(shared(1, sheetOf('<c r="B2"><v>1</v></c><c r="A1"><v>2</v></c>'.repeat(200_000))))
  ).sheets;
  assert.equal(sheet.html, "<table><tr><td>2</td></tr>\n<tr><td></td><td>1</td></tr></table>");
  const turned = '<row><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>';
  assert.equal(await outcome(shared(2048, sheetOf(turned))), "read");
  assert.equal(await outcome(shared(2048, sheetOf(last + turned))), "too_much_text");
  const cells = ["C1", "A3", "B2", "A1", "C3", "B2", "A2", "A1"]
    .map((at, i) => `<c r="${at}"><v>${i}</v></c>`)
    .join("");
  assert.equal(
    (await readWorkbook(shared(1, sheetOf(cells)))).sheets[0].html,
    "<table><tr><td>7</td><td></td><td>0</td></tr>\n<tr><td>6</td><td>5</td></tr>\n<tr><td>1</td><td></td><td>4</td></tr></table>",
  );
});

test("ods: rows and columns repeated, collapsed, in groups, in thousands of tables", async () => {
  const far = odsRow("", collapsed + repeated("rows", 1_048_575)) + odsRow(odsOne);
  const groups = (inside) => "<table:table-row-group>".repeat(500) + inside + "</table:table-row-group>".repeat(500);
  const inputs = {
    collapsed: () => ods(odsTable(far).repeat(2000)),
    pieces: () =>
      ods(odsTable(odsRow("", collapsed + repeated("rows", 1000)).repeat(1000) + odsRow(odsOne)).repeat(100)),
    filled: () => ods(odsTable(odsRow(odsOne, collapsed + repeated("rows", 1_048_576))).repeat(2000)),
    wide: () =>
      ods(odsTable(odsRow(odsOne.replace("/>", `${repeated("columns", 16_384)}/>`), repeated("rows", 1_048_576)))),
    grouped: () => ods(odsTable(groups(odsRow(odsOne, repeated("rows", 1_048_576)))).repeat(20)),
    columns: () =>
      ods(
        odsTable(`<table:table-column${collapsed}${repeated("columns", 16_384)}/>`.repeat(300) + odsRow(odsOne)).repeat(
          600,
        ),
      ),
    paragraphs: () => ods(odsTable(odsRow(`<table:table-cell>${"<text:p/>".repeat(2_000_000)}</table:table-cell>`))),
    spaces: () => shownCell('<text:s text:c="16384"/>'.repeat(400)),
    sheets: () => ods(odsTable(odsRow(odsOne)).repeat(3000)),
  };
  assert.deepEqual(await outcomes(inputs), {
    collapsed: "too_much_text",
    pieces: "too_much_text",
    filled: "too_much_text",
    wide: "too_many_cells",
    grouped: "too_much_text",
    columns: "read", // there are no more than a sheet has
    paragraphs: "too_much_text",
    spaces: "too_much_text",
    sheets: "too_many_sheets",
  });
  assert.equal(await outcome(ods(odsTable(far))), "read");
  assert.equal(
    await outcome(ods(odsTable(odsRow(odsOne) + odsRow("", collapsed + repeated("rows", 1_048_575))).repeat(2000))),
    "read",
  );
  assert.equal(await outcome(ods(odsTable(odsRow(odsOne, repeated("rows", 65_536))))), "read");
});

test("xml of 2003: Index, Span and merges of millions", async () => {
  const tall = '<Row ss:Index="1" ss:Span="1048575" ss:Hidden="1"/>';
  const inputs = {
    tables: () => xml2003(records(2000, () => `<Row ss:Index="1048576">${xmlOne}</Row>`)),
    columns: () => xml2003(['<Column ss:Index="1" ss:Span="16383" ss:StyleID="a" ss:Hidden="1"/>'.repeat(12_000)]),
    under: () =>
      xml2003([
        `<Row><Cell ss:MergeAcross="16000" ss:MergeDown="99999999"/></Row>${"<Row><Cell/></Row>".repeat(40_000)}`,
      ]),
    beyond: () => xml2003([`<Row ss:Index="99999999">${xmlOne}</Row>`]),
    wide: () => xml2003([`<Row><Cell ss:Index="99999999"><Data ss:Type="Number">1</Data></Cell></Row>`]),
  };
  assert.deepEqual(await outcomes(inputs), {
    tables: "too_much_text",
    columns: "too_much_work",
    under: "too_much_work",
    beyond: "too_many_rows",
    wide: "too_many_columns",
  });
  const [sheet] = (await readWorkbook(xml2003([`${tall.repeat(15_000)}<Row ss:Index="3">${xmlOne}</Row>`]))).sheets;
  assert.equal(sheet.html, "<table><tr hidden></tr>\n<tr hidden></tr>\n<tr hidden><td>1</td></tr></table>");
  const huge = '<Cell ss:MergeAcross="9999999" ss:MergeDown="9999999"><Data ss:Type="Number">1</Data></Cell>';
  assert.equal(await outcome(xml2003([`<Row>${huge}</Row>`])), "read");
});

test("xls: sheets that begin at one place, records without contents, cells, formats, texts", async () => {
  const number = (row, column) => record(0x0203, u16(row, column, 0), f64(1));
  const inputs = {
    far: () => xls(2000, [number(65_535, 255)]),
    numbers: () =>
      xls(
        2000,
        records(40_000, (i) => number(i, 1)),
      ),
    records: () =>
      xls(
        2000,
        records(150_000, () => record(0x1234)),
      ),
    continued: () =>
      xls(
        2000,
        records(150_000, () => record(0x003c)),
      ),
    several: () =>
      xls(
        2000,
        records(100, (i) => record(0x00bd, u16(i, 0), ...records(1300, () => [...u16(0), ...u32(6)]), u16(1299))),
      ),
    formats: () =>
      xls(
        1,
        [],
        records(3000, (i) => record(0x041e, u16(200 + i), u16(250), [0], Buffer.from("[".repeat(245) + (10_000 + i)))),
      ),
    sheets: () => xls(2049, [number(0, 0)]),
  };
  assert.deepEqual(await outcomes(inputs), {
    far: "too_much_text",
    numbers: "too_much_text",
    records: "too_much_work",
    continued: "too_much_work",
    several: "too_many_cells",
    formats: "too_much_work",
    sheets: "too_many_sheets",
  });
  // The table of texts and what continues it; a stated size of the sheet is not even looked at.
  const texts = record(0x00fc, u32(300_000), u32(300_000), Buffer.alloc(8100));
  const size = record(0x0200, u32(0), u32(0xffffffff), u16(0, 0xffff, 0));
  const more = records(100, () => record(0x003c, Buffer.alloc(8100)));
  assert.equal(await outcome(xls(1, [size, number(0, 0)], [texts, ...more])), "read");
});

test("the chain of a container that comes back to itself, and one that is as long as the file", async () => {
  const honest = Buffer.from(xls(1, [record(0x0203, u16(0, 0, 0), f64(1))]));
  const table = 512; // the first sector
  for (const [from, to] of [
    [4, 4],
    [5, 3],
    [9, 2],
  ]) {
    const bytes = Buffer.from(honest);
    bytes.writeUInt32LE(to, table + from * 4);
    assert.equal(await outcome(Uint8Array.from(bytes)), "damaged", `${from} → ${to}`);
  }
  assert.equal(await outcome(Uint8Array.from(honest)), "read");
});

const kCodes = [
  "[",
  '"',
  "\\",
  ";",
  "?",
  "#",
  "0",
  "[$",
  "*",
  "_",
  "(",
  "E+",
  "y",
  "?/",
  "[h]",
  ",",
  "0,",
  "[<1]",
  "%",
  "!",
  "b",
];

test("codes of number formats: as long as may be, in any number, for any number of cells", async () => {
  const styles = (codes) =>
    `<numFmts>${codes.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"/>`).join("")}</numFmts><cellXfs>${codes.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join("")}</cellXfs>`;
  for (const code of kCodes) {
    for (const length of [255, 100_000]) {
      const long = code.repeat(Math.floor(length / code.length));
      const bytes = shared(1, sheetOf('<row><c s="0"><v>1.5</v></c></row>'.repeat(2000)), { styles: styles([long]) });
      assert.equal(await outcome(bytes), "read", `${code} × ${length}`);
    }
  }
  assert.equal(
    await outcome(shared(1, sheetOf(one), { styles: styles(records(60_000, (i) => `0.0"${i}"`)) })),
    "too_much_work",
  );
  assert.equal(await outcome(shared(1, sheetOf(one), { styles: styles(records(1000, (i) => `0.0"${i}"`)) })), "read");
  const many = (code, value, count) =>
    shared(1, sheetOf(records(count, (i) => `<row><c s="0"><v>${value(i)}</v></c></row>`).join("")), {
      styles: styles([code]),
    });
  assert.equal(await outcome(many(`${'"x"'.repeat(80)}0`, (i) => `${i}.25`, 150_000)), "too_much_work");
  assert.equal(await outcome(many('0!.0,"万"', (i) => i * 100, 100_000)), "read");
  const text = shared(1, sheetOf('<row><c s="0" t="s"><v>0</v></c></row>'.repeat(4000)), {
    styles: styles([`"x"@`]),
    strings: `<si><t>${"校".repeat(9000)}</t></si>`,
  });
  assert.equal(await outcome(text), "too_much_text");
});

test("archives: ten thousand entries, and entries that are one another's bytes", async () => {
  const part = { name: "xl/one.xml", data: sheetOf(one) };
  const extra = [part, ...records(5000, (i) => ({ name: `x/${i}`, data: "", stored: true }))];
  const sheets = [{ name: "表", path: "one.xml" }];
  assert.equal(await outcome(xlsx({ sheets, extra })), "read");
  // Each of 2,000 names stands for the same packed bytes: they are unpacked as often as they are asked for.
  const bytes = Buffer.from(
    xlsx({
      sheets: records(2000, (i) => ({ name: `表${i}`, path: `p${i}.xml` })),
      extra: [
        { name: "xl/p0.xml", data: sheetOf("<a/>".repeat(200_000)) },
        ...records(1999, (i) => ({ name: `xl/p${i + 1}.xml`, data: "" })),
      ],
    }),
  );
  const places = [];
  for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4)) places.push(at);
  const named = places.filter((at) =>
    /^xl\/p\d+\.xml$/.test(bytes.toString("latin1", at + 46, at + 46 + bytes.readUInt16LE(at + 28))),
  );
  for (const at of named.slice(1)) {
    bytes.copy(bytes, at + 16, named[0] + 16, named[0] + 28); // sum, sizes
    bytes.copy(bytes, at + 42, named[0] + 42, named[0] + 46); // where it begins
  }
  // Sheets of tags without a cell cost time alone.
  assert.ok(["too_large", "too_much_work"].includes(await outcome(Uint8Array.from(bytes))));
});

/** Processor time of a reading, the least of three. */
async function milliseconds(bytes) {
  const once = async () => {
    const from = process.cpuUsage();
    await readWorkbook(bytes);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  return Math.min(await once(), await once(), await once());
}

test("one pass over what strangers write: eight times as long takes no more than some eight times as long", async () => {
  const mht = (text) =>
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${records(40, () => `--b\r\nContent-Type: text/html\r\n\r\n${text}\xff<table><tr><td>1</table>\r\n`).join("")}--b--`,
      "latin1",
    );
  const list = (count) => {
    const item = (i) =>
      `<x:ExcelWorksheet><x:Name>s</x:Name><x:WorksheetSource HRef="y${i % 2000}"/></x:ExcelWorksheet>`;
    const page = (i) => `--b\r\nContent-Type: text/html\r\nContent-Location: y${i}\r\n\r\n\r\n`;
    return Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${records(count / 8, item).join("")}\r\n${records(count, page).join("")}--b--`,
    );
  };
  const patterns = {
    spaces: (n) => shownCell(`a${" ".repeat(n)}b`),
    lines: (n) => shownCell(`${" \n".repeat(n)}b`),
    "commas behind a digit": (n) => shownCell(`1${",".repeat(n)}x1`),
    "digits and commas": (n) => shownCell(`${"1,".repeat(n)}x`),
    groups: (n) => shownCell(`1${",111".repeat(n)}x,1`),
    "commas and no point": (n) => shownCell(`${"1,1 ".repeat(n)}`),
    points: (n) => shownCell(`${"1.111".repeat(n)},1x1`),
    exponents: (n) => shownCell("1E".repeat(n)),
    fractions: (n) => shownCell("1 / ".repeat(n)),
    metas: (n) => mht("<meta ".repeat(Math.min(n / 20, 1300))),
    "equals signs": (n) => mht(`=${"= ".repeat(n / 8)}`),
    headers: (n) => mht(`${"a: b\r\n".repeat(n / 40)}${";".repeat(n / 40)}`),
  };
  for (const [name, make] of Object.entries(patterns)) {
    const [short, long] = [await milliseconds(make(2500)), await milliseconds(make(20_000))];
    assert.ok(long < Math.max(short, 3) * 20, `${name}: ${short} ms, then ${long} ms`);
  }
  const [short, long] = [await milliseconds(list(500)), await milliseconds(list(4000))];
  assert.ok(long < Math.max(short, 3) * 30, `sheets of an archive: ${short} ms, then ${long} ms`);
});
