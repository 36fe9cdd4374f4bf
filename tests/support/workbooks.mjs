// SPDX-License-Identifier: MIT
//
// Workbooks made by hand, part by part, also such as no program would write; and the table that is read, taken apart.

import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { sourceModule } from "./sources.mjs";

/**
 * The published bundle. As an address with the contents in it, because Node 18 takes a .js file without a package.json
 * near it for CommonJS. What tells kinds of files apart, and what writes them, is in other scripts of the page.
 */
const published = await import(
  `data:text/javascript;base64,${readFileSync(new URL("../../dist/site/app/workbook.js", import.meta.url)).toString("base64")}`
);
const [{ kindOf }, { writeCsv }, { writeWorkbook }] = await Promise.all(
  ["files/sniff.ts", "files/csv.ts", "files/write.ts"].map(sourceModule),
);
export const bundle = { ...published, readWorkbook: readAsText, kindOf, writeCsv, writeWorkbook };

const kText = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** With the tables of its sheets as strings, to be looked at. */
async function readAsText(bytes) {
  const { sheets, ...others } = await published.readWorkbook(bytes);
  if (sheets === undefined) return others;
  return { ...others, sheets: sheets.map((sheet) => ({ ...sheet, html: kText.decode(sheet.html) })) };
}

const schemas = "http://schemas.openxmlformats.org/";
const main = `xmlns="${schemas}spreadsheetml/2006/main"`;

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** Node 18 has none of its own. */
function crc32(bytes) {
  let crc = -1;
  for (let i = 0; i < bytes.length; i += 1) crc = (crc >>> 8) ^ crcTable[(crc ^ bytes[i]) & 0xff];
  return ~crc >>> 0;
}

/** Entries: { name, data, stored, size, flags, method }; what is given instead of computed is written as it is, true or not. */
export function zip(entries) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = Buffer.from(entry.data);
    const packed = entry.stored ? data : deflateRawSync(data, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0, 2);
    fields.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
    fields.writeUInt32LE(entry.crc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.size ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), fields, name, packed);
    const central = Buffer.alloc(46);
    central.write("PK\x01\x02", "latin1");
    fields.copy(central, 6);
    central.writeUInt32LE(at, 42);
    list.push(central, name);
    at += 4 + fields.length + name.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Uint8Array.from(Buffer.concat([...parts, directory, end]));
}

/** For the programs of people, who may look at such a file: the reader does not ask for it. */
function contentTypes(sheets) {
  const override = (name, kind) =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}`, "worksheet")).join("");
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const others =
    override("workbook", "sheet.main") + override("styles", "styles") + override("sharedStrings", "sharedStrings");
  return `<Types xmlns="${schemas}package/2006/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${others}${each}</Types>`;
}

/**
 * An .xlsx file. Sheets: { name, data (inside <sheetData>), after (behind it), state, xml (the whole part) };
 * `strings` and `styles` are the insides of their parts, `extra` more entries of the archive.
 */
export function xlsx({ sheets, strings, styles, extra = [], properties = "", relations = "" }) {
  const type = (name) => `${schemas}officeDocument/2006/relationships/${name}`;
  const rels = (inner) => `<Relationships xmlns="${schemas}package/2006/relationships">${inner}</Relationships>`;
  const rel = (id, name, target) => `<Relationship Id="${id}" Type="${type(name)}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" ${state ? `state="${state}" ` : ""}r:id="r${i + 1}"/>`,
  );
  const links = sheets.map((sheet, i) =>
    rel(`r${i + 1}`, sheet.type ?? "worksheet", sheet.path ?? `worksheets/sheet${i + 1}.xml`),
  );
  if (strings !== undefined) links.push(rel("rs", "sharedStrings", "/xl/sharedStrings.xml"));
  if (styles !== undefined) links.push(rel("rt", "styles", "styles.xml"));
  const entries = [
    { name: "[Content_Types].xml", data: contentTypes(sheets.length) },
    { name: "_rels/.rels", data: rels(rel("r1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      data: `<workbook ${main} xmlns:r="${type("").slice(0, -1)}">${properties}<sheets>${listed.join("")}</sheets></workbook>`,
    },
    { name: "xl/_rels/workbook.xml.rels", data: rels(links.join("") + relations) },
  ];
  sheets.forEach((sheet, i) => {
    if (sheet.path !== undefined) return;
    const xml =
      sheet.xml ?? `<worksheet ${main}><sheetData>${sheet.data ?? ""}</sheetData>${sheet.after ?? ""}</worksheet>`;
    entries.push({ name: `xl/worksheets/sheet${i + 1}.xml`, data: xml, ...sheet.entry });
  });
  if (strings !== undefined) entries.push({ name: "xl/sharedStrings.xml", data: `<sst ${main}>${strings}</sst>` });
  if (styles !== undefined) entries.push({ name: "xl/styles.xml", data: `<styleSheet ${main}>${styles}</styleSheet>` });
  return zip([...entries, ...extra]);
}

const token =
  /<(\/?)(table|tbody|tfoot|col|tr|td|br)((?: (?:x:shown=""|hidden(?:="filter")?|span="\d+"|rowspan="\d+"|colspan="\d+"|x:num="[-+.E\d]+"))*)>|([^<>]+)/y;
const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** The table of a sheet as rows of texts with the cells of merges empty, the merges, and the hidden rows; strict. */
export function tableOf(html) {
  const rows = [];
  const merges = [];
  const hidden = [];
  const covered = new Set();
  let cell = null;
  let column = 0;
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const at = token.lastIndex;
    const found = token.exec(html);
    if (found === null) throw new Error(`not understood at ${at}: ${html.slice(at, at + 60)}`);
    const [, end, name, attributes, text] = found;
    if (text !== undefined) {
      if (cell !== null) cell.text += text.replace(/&(\w+);|&/g, (one) => entities[one] ?? one);
      else if (text !== "\n") throw new Error(`text outside of a cell: ${text.slice(0, 60)}`);
    } else if (name === "br") {
      cell.text += "\n";
    } else if (name === "tr" && end === "") {
      rows.push([]);
      if (attributes.includes("hidden")) hidden.push(rows.length);
      column = 0;
    } else if (name === "td" && end === "") {
      cell = {
        text: "",
        rows: Number(/rowspan="(\d+)"/.exec(attributes)?.[1] ?? 1),
        columns: Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1),
      };
    } else if (name === "td") {
      const row = rows.length - 1;
      for (; covered.has(`${row},${column}`); column += 1) rows[row].push("");
      rows[row].push(cell.text, ...Array(cell.columns - 1).fill(""));
      if (cell.rows > 1 || cell.columns > 1) merges.push([row + 1, column + 1, cell.rows, cell.columns]);
      for (let r = row + 1; r < row + cell.rows; r += 1)
        for (let c = 0; c < cell.columns; c += 1) covered.add(`${r},${column + c}`);
      column += cell.columns;
      cell = null;
    }
  }
  return { rows, merges, hidden };
}

/** What the table of a sheet says beside its texts: columns and rows by number, and by text what is stored behind it. */
export function marksOf(html) {
  const columns = [];
  let column = 0;
  for (const [, span, hidden] of html.matchAll(/<col(?: span="(\d+)")?( hidden)?>/g)) {
    for (let left = Number(span ?? 1); left > 0; left -= 1) {
      column += 1;
      if (hidden) columns.push(column);
    }
  }
  const filtered = [...html.matchAll(/<tr( hidden="filter")?/g)].flatMap(([, mark], i) => (mark ? [i + 1] : []));
  const stored = [...html.matchAll(/ x:num="([^"]+)">([^<]*)/g)].map(([, number, text]) => [text, number]);
  const unseen = [...html.matchAll(/ x:shown="">([^<]*)/g)].map(([, text]) => text);
  const feet = [];
  let [row, foot] = [0, false];
  for (const [, group] of html.matchAll(/<(tbody|tfoot)>|<tr/g)) {
    if (group === undefined) row += 1;
    else foot = group === "tfoot";
    if (group === undefined && foot) feet.push(row);
  }
  return { columns, filtered, stored, unseen, feet };
}

/** Rows without the empty cells at their ends and the empty rows at the end: those are not told apart from nothing. */
export function trimmed(rows) {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}

/** Numbers from 0 to below 1, the same on every machine. */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const spellings = [
  "0",
  "-0",
  "1",
  "-1",
  "+1",
  "007",
  "12",
  "1.0",
  "1.50",
  "0.1",
  ".5",
  "5.",
  "-0.25",
  "0.30000000000000004",
  "1e5",
  "1E+15",
  "123456789012345",
  "1234567890123456",
  "12345678901234567890",
  "100000000000000000000",
  "0.0000001",
  "1,234",
  "85%",
  "28.96%",
  "１２",
  "¥12",
  "(5)",
  "0x1F",
  "1/2",
  "2024-09-01",
  "2024/9/1",
  "8:30",
  "Infinity",
  "NaN",
  "-",
  "3.14159265358979",
];
const pieces = [
  "中心小学",
  "渝北区",
  "甲,乙",
  '"',
  '""',
  "'",
  "\n",
  "\t",
  " ",
  "  ",
  "　",
  "\u00a0",
  "😀",
  "👨‍👩‍👧",
  "𠮷",
  "é",
  "e\u0301",
  "&",
  "&amp;",
  "<",
  ">",
  "<td>",
  "</t>",
  "]]>",
  "_x000D_",
  "_x005f_",
  "_",
  "=",
  "+",
  "@",
  "-",
  "=1+1",
  "=cmd|'/c calc'!A0",
  "+1+1",
  "@SUM(A1)",
  "-x",
  "\u0001",
  "\u001f",
  "\u007f",
  "\u2028",
  "\ufeff",
  "\ufffe",
  "TRUE",
  "#N/A",
  "null",
  "__proto__",
  ";",
  "|",
  "%",
  "0",
  "12",
  ".",
];

/** A table of 1–8 rows of 1–8 cells of everything that people and machines write into cells. */
export function randomTable(next, morePieces = []) {
  const some = [...pieces, ...morePieces];
  const pick = (list) => list[Math.floor(next() * list.length)];
  const text = () => Array.from({ length: 1 + Math.floor(next() * 4) }, () => pick(some)).join("");
  const number = () =>
    String(
      (next() < 0.5 ? -1 : 1) *
        Number((next() * 10 ** Math.floor(next() * 12)).toPrecision(1 + Math.floor(next() * 17))),
    );
  const cell = () => {
    const kind = next();
    return kind < 0.15 ? "" : kind < 0.35 ? pick(spellings) : kind < 0.5 ? number() : text();
  };
  const columns = 1 + Math.floor(next() * 8);
  return Array.from({ length: 1 + Math.floor(next() * 8) }, () => Array.from({ length: columns }, cell));
}
