// SPDX-License-Identifier: MIT
//
// Long because each format has its own parts, and all of them one way of being damaged.
//
// Damaged workbooks by the structure of their formats: parts, elements, attributes and values of .xlsx and .ods, records
// of .xls, the tables of both containers, the text of XML tables and web archives; and files that are made to be small
// and to grow (hostile_files.mjs). Sums are right again after the damage, so that it reaches the readers behind them.
// Each file has to be read or refused, without an exception and within the budget.
//
//   node tests/fuzz/files.mjs [--format xlsx|ods|xls|xml2003|mhtml] [--count n] [--minutes m] [--seed s] [--one seed]

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { container, f64, record, stream, u16, u32 } from "../support/biff.mjs";
import { bundle, random, zip } from "../support/workbooks.mjs";
import { command, Figures } from "./budget.mjs";
import { hostileFile } from "./hostile_files.mjs";
import { formGrids, madeEntries, madeXls } from "./made_seeds.mjs";
import { damaged, kFormats as kTextFormats, makers as textMakers } from "./text_books.mjs";

const { kindOf, readWorkbook } = bundle;

/** Of the characters of a sheet: what one file of some kilobytes may become. */
const kLongestSheets = 250_000_000;
/** Of all files, those that are not damaged but made to do harm: each may take as long as a hundred others. */
const kHostile = 0.002;
/** Of all files, those that begin with a form as people have it. */
const kMade = 0.15;

const upTo = (next, most) => Math.floor(next() * (most + 1));
const pick = (next, list) => list[Math.floor(next() * list.length)];
const times = (next, most, make) => Array.from({ length: upTo(next, most) }, (_, i) => make(i));

const kNumbers = [
  "0",
  "-1",
  "1",
  "7",
  "255",
  "65535",
  "65536",
  "1048576",
  "1048577",
  "16384",
  "16385",
  "4294967295",
  "1e308",
  "NaN",
  "-0",
  "9".repeat(40),
  "0.30000000000000004",
  "",
  " ",
  "0x10",
];
const kTexts = [
  "校名",
  "在校生数",
  "松柏小学",
  "合计",
  "&amp;",
  "&#x10ffff;",
  "&#xffffff;",
  "_x0000_",
  "=1+1",
  "",
  " ",
  "😀",
  "甲".repeat(300),
];
const kCodes = [
  "General",
  "0",
  "0.00",
  "#,##0",
  "0%",
  "0!.0,",
  "h:mm",
  "yyyy/m/d",
  ";;;",
  "0;-0;;@",
  "# ?/?",
  '[&gt;=10000]0!.0,"万";0',
  "[DBNum1]General",
  '@"小学"',
  "[$¥-804]#,##0",
  "0".repeat(90),
  "[[[",
  "\\",
  "*",
  "yyyymmddhhmmss.000",
  "E+0",
  "[h]:[m]:[s]",
  "0,,,,,,,,",
  "?/?/?",
];
const kPlaces = [
  "A1",
  "B2",
  "XFD1",
  "A1048576",
  "XFD1048576",
  "ZZZZ1",
  "A0",
  "1",
  "A",
  "$B$3",
  "C9999999",
  "__proto__",
];
/** Mostly such as a table has: a sheet that is filled to its end takes long, and one in a hundred is enough. */
const number = (next) => (next() < 0.97 ? String(upTo(next, 12)) : pick(next, kNumbers));
const place = (next) =>
  next() < 0.996 ? `${pick(next, ["A", "B", "C", "D"])}${1 + upTo(next, 8)}` : pick(next, kPlaces);

function sheetXml(next) {
  const cell = () => {
    const at = next() < 0.8 ? ` r="${place(next)}"` : "";
    const style = next() < 0.5 ? ` s="${next() < 0.9 ? upTo(next, kCodes.length) : pick(next, kNumbers)}"` : "";
    const type = next() < 0.5 ? ` t="${pick(next, ["s", "n", "str", "b", "e", "d", "inlineStr", "x"])}"` : "";
    const value = next() < 0.7 ? String(upTo(next, 9)) : pick(next, [...kNumbers, ...kTexts]);
    const formula = next() < 0.15 ? `<f${next() < 0.5 ? ' t="shared" si="0"' : ""}>A1</f>` : "";
    const inside = type.includes("inlineStr")
      ? `<is><t>${pick(next, kTexts)}</t><rPh><t>x</t></rPh></is>`
      : `${formula}<v>${value}</v>`;
    return next() < 0.1 ? `<c${at}${style}/>` : `<c${at}${style}${type}>${inside}</c>`;
  };
  const rows = times(next, 8, (i) => {
    const more = pick(next, ["", "", ' hidden="1"', ' ht="0"', ` r="${number(next)}"`]);
    return `<row${more.includes(" r=") ? "" : ` r="${i + 1}"`}${more}>${times(next, 6, cell).join("")}</row>`;
  });
  const cols = times(
    next,
    3,
    () => `<col min="${pick(next, kNumbers)}" max="${pick(next, kNumbers)}" hidden="1"/>`,
  ).join("");
  const merges = times(next, 5, () => `<mergeCell ref="${place(next)}:${place(next)}"/>`).join("");
  const filter = next() < 0.3 ? `<autoFilter ref="${place(next)}:${place(next)}"><filterColumn/></autoFilter>` : "";
  return `<worksheet><cols>${cols}</cols><sheetData>${rows.join("")}</sheetData>${filter}<mergeCells>${merges}</mergeCells></worksheet>`;
}

/** Entries of an archive, whole. */
function xlsxEntries(next) {
  const sheets = 1 + upTo(next, 2);
  const list = (make) => Array.from({ length: sheets }, (_, i) => make(i + 1)).join("");
  const rel = (id, type, target) => `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;
  const formats = kCodes.map(
    (code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
  );
  return [
    { name: "_rels/.rels", data: `<Relationships>${rel("r1", "officeDocument", "xl/workbook.xml")}</Relationships>` },
    {
      name: "xl/workbook.xml",
      data: `<workbook><workbookPr date1904="${upTo(next, 1)}"/><sheets>${list((i) => `<sheet name="${pick(next, kTexts)}" id="s${i}" state="${pick(next, ["visible", "hidden"])}"/>`)}</sheets><calcPr fullCalcOnLoad="${upTo(next, 1)}"/></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships>${list((i) => rel(`s${i}`, "worksheet", `worksheets/sheet${i}.xml`))}${rel("t", "sharedStrings", "/xl/sharedStrings.xml")}${rel("f", "styles", "styles.xml")}</Relationships>`,
    },
    {
      name: "xl/sharedStrings.xml",
      data: `<sst>${Array.from({ length: 12 }, () => `<si><r><t>${pick(next, kTexts)}</t></r><rPh><t>x</t></rPh></si>`).join("")}</sst>`,
    },
    {
      name: "xl/styles.xml",
      data: `<styleSheet><numFmts>${formats.join("")}</numFmts><cellXfs>${kCodes.map((_, i) => `<xf numFmtId="${next() < 0.8 ? 200 + i : upTo(next, 60)}"/>`).join("")}</cellXfs></styleSheet>`,
    },
    ...Array.from({ length: sheets }, (_, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: sheetXml(next) })),
  ];
}

function odsEntries(next) {
  const kinds = ["float", "percentage", "currency", "date", "time", "boolean", "string"];
  const values = [...kNumbers, "2024-09-01", "PT02H15M00S", "PT99999999H00M00S", "true"];
  const repeated = (name) => (next() < 0.2 ? ` table:number-${name}-repeated="${number(next)}"` : "");
  const cell = () => {
    const kind = pick(next, kinds);
    const attribute = { date: "date-value", time: "time-value", boolean: "boolean-value" }[kind] ?? "value";
    const spans =
      next() < 0.15
        ? ` table:number-columns-spanned="${number(next)}" table:number-rows-spanned="${number(next)}"`
        : "";
    const shown = pick(next, [
      "",
      "<text:p/>",
      `<text:p>${pick(next, [...kTexts, ...kNumbers, "2:15", "-", "1,234.5", "1.234,5", "12%"])}</text:p>`,
      `<text:p>a<text:s text:c="${number(next)}"/><text:ruby><text:ruby-text>x</text:ruby-text></text:ruby></text:p>`,
    ]);
    return `<table:${pick(next, ["table-cell", "table-cell", "covered-table-cell"])} office:value-type="${kind}" office:${attribute}="${pick(next, values)}"${repeated("columns")}${spans}>${shown}</table:table-cell>`.replace(
      /<(table:covered-table-cell)(.*)<\/table:table-cell>$/s,
      "<$1$2</$1>",
    );
  };
  const row = () =>
    `<table:table-row${repeated("rows")}${pick(next, ["", ' table:visibility="filter"', ' table:visibility="collapse"'])}>${times(next, 6, cell).join("")}</table:table-row>`;
  const column = () => `<table:table-column${repeated("columns")}${pick(next, ["", ' table:visibility="collapse"'])}/>`;
  const table = () =>
    `<table:table table:name="${pick(next, kTexts)}">${times(next, 3, column).join("")}${times(next, 8, row).join("")}</table:table>`;
  const tables = [table(), ...times(next, 2, table)].join("");
  return [
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
    {
      name: "content.xml",
      data: `<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
  ];
}

/** One change of a part: its elements moved, doubled, left out or cut, its attributes and texts made impossible. */
function damageXml(next, xml) {
  const tokens = xml.match(/<[^>]*>|[^<]+/g) ?? [xml];
  const at = upTo(next, tokens.length - 1);
  const length = 1 + upTo(next, 6);
  const change = {
    drop: () => tokens.splice(at, length),
    double: () => tokens.splice(at, 0, ...tokens.slice(at, at + length)),
    many: () =>
      tokens.splice(
        at,
        0,
        ...Array.from({ length: 1 + upTo(next, next() < 0.1 ? 2000 : 60) }, () => tokens.slice(at, at + length)).flat(),
      ),
    move: () => tokens.splice(upTo(next, tokens.length), 0, ...tokens.splice(at, length)),
    value: () => {
      tokens[at] = tokens[at].startsWith("<")
        ? tokens[at].replace(/="[^"]*"/g, (found) =>
            next() < 0.6 ? `="${pick(next, [number(next), place(next), pick(next, kTexts)])}"` : found,
          )
        : pick(next, [...kNumbers, ...kTexts]);
    },
    name: () =>
      (tokens[at] = tokens[at].replace(/[A-Za-z]+/, (found) =>
        pick(next, ["c", "row", "v", "x:v", "t", "table", "table-row", "__proto__", found.toUpperCase()]),
      )),
    stray: () =>
      tokens.splice(
        at,
        0,
        pick(next, [
          "<",
          ">",
          "&",
          '"',
          "<!--",
          "<![CDATA[",
          "<!DOCTYPE x>",
          "<?x",
          "]]>",
          "</",
          "<c",
          "\u0000",
          "\ufeff",
        ]),
      ),
    cut: () => tokens.splice(at),
    deep: () => tokens.splice(at, 0, "<a>".repeat(upTo(next, next() < 0.1 ? 3000 : 80))),
  };
  change[pick(next, Object.keys(change))]();
  return tokens.join("");
}

function damageEntries(next, entries) {
  const changed = entries.map((entry) => ({ ...entry }));
  for (let left = 1 + upTo(next, 3); left > 0; left -= 1) {
    const entry = pick(next, changed);
    const kind = next();
    if (kind < 0.75) entry.data = damageXml(next, String(entry.data));
    else if (kind < 0.8)
      entry.name = pick(next, [...changed.map(({ name }) => name), `\\${entry.name}`, "x".repeat(300), ""]);
    else if (kind < 0.85 && changed.length > 1) changed.splice(changed.indexOf(entry), 1);
    else if (kind < 0.9) changed.push({ ...entry });
    else if (kind < 0.94) entry.size = Number(pick(next, ["0", "1", "4294967295", "300000000"]));
    else if (kind < 0.97) entry.data = Buffer.from(String(entry.data), next() < 0.5 ? "utf16le" : "latin1");
    else entry.method = upTo(next, 99);
  }
  // Packing takes longer than reading; some are packed, as all of people's are.
  if (next() < 0.85) for (const entry of changed) entry.stored = true;
  return scratched(next, zip(changed), 0.2);
}

/** Some bytes of some files made others, or the file cut off. */
function scratched(next, whole, share) {
  if (next() >= share) return whole;
  if (next() < 0.2) return whole.subarray(0, upTo(next, whole.length));
  const bytes = Uint8Array.from(whole);
  for (let left = 1 + upTo(next, 7); left > 0; left -= 1) bytes[upTo(next, bytes.length - 1)] = upTo(next, 255);
  return bytes;
}

const wide = (text) => [...u16(text.length), 1, ...Buffer.from(text, "utf16le")];

function xlsBytes(next) {
  const plain = (text) => text.replaceAll("&gt;", ">");
  const word = () => pick(next, [0, 1, 2, 3, 7, 255, 256, 16383, 16384, 65535, upTo(next, 65535)]);
  const at = () =>
    next() < 0.9 ? u16(upTo(next, 8), upTo(next, 5), upTo(next, kCodes.length)) : u16(word(), word(), word());
  const globals = [
    ...kCodes.map((code, i) => record(0x041e, u16(200 + i), wide(plain(code)))),
    ...kCodes.map((_, i) => record(0x00e0, u16(0, next() < 0.8 ? 200 + i : word()), Buffer.alloc(16))),
    record(0x00fc, u32(9), u32(9), ...Array.from({ length: 9 }, () => wide(pick(next, kTexts)))),
  ];
  const cell = () =>
    pick(next, [
      () => record(0x0203, at(), f64(pick(next, [0, 1, -1, 0.1, 1e308, NaN, Infinity, 45536, 0.09375]))),
      () => record(0x00fd, at(), u32(upTo(next, 9))),
      () => record(0x0204, at(), wide(pick(next, kTexts))),
      () => record(0x027e, at(), u32(upTo(next, 0xffffffff))),
      () =>
        record(
          0x00bd,
          u16(upTo(next, 8), 0),
          ...times(next, 4, () => [...u16(upTo(next, 9)), ...u32(upTo(next, 0xffffffff))]),
          u16(3),
        ),
      () => record(0x0205, at(), [upTo(next, 255), upTo(next, 1)]),
      () => record(0x0006, at(), [upTo(next, 4), 0, upTo(next, 60), 0, 0, 0, 255, 255], u16(0), u32(0), u16(0)),
      () => record(0x0006, at(), f64(7), u16(0), u32(0), u16(0)),
      () => record(0x0207, wide(pick(next, kTexts))),
      () => record(0x0208, u16(upTo(next, 9), 0, 5, pick(next, [0, 255]), 0, 0, pick(next, [0, 0x20]), 0)),
      () => record(0x007d, u16(word(), word(), word(), 0, upTo(next, 1), 0)),
      () => record(0x00e5, u16(2), u16(word(), word(), word(), word()), u16(1, 2, 1, 2)),
      () => record(pick(next, [0x009b, 0x005e, 0x003c]), u16(0)),
    ])();
  const cells = times(next, 40, cell);
  if (next() < 0.1) return { version: 0x0500, globals: [record(0x0042, u16(word()))], cells, name: [1, 0x61] };
  return { version: 0x0600, globals, cells, name: [1, 0, 0x61] };
}

function damageXls(next) {
  const { version, globals, cells, name } = xlsBytes(next);
  const damage = (records) => {
    if (records.length === 0) return;
    const at = upTo(next, records.length - 1);
    const one = Buffer.from(records[at]);
    const change = {
      drop: () => records.splice(at, 1),
      double: () => records.splice(at, 0, ...Array.from({ length: 1 + upTo(next, 500) }, () => one)),
      move: () => records.splice(upTo(next, records.length), 0, ...records.splice(at, 1)),
      length: () => one.writeUInt16LE(pick(next, [0, 1, one.length, 8224, 65535]), 2),
      type: () => one.writeUInt16LE(pick(next, [0x3c, 0x0809, 0x000a, 0xfc, 0xfd, 0x85, 0x41e, upTo(next, 0xffff)]), 0),
      bytes: () => {
        for (let left = 1 + upTo(next, 4); left > 0 && one.length > 4; left -= 1)
          one[4 + upTo(next, one.length - 5)] = pick(next, [0, 1, 2, 255, upTo(next, 255)]);
      },
      split: () => {
        const cut = 4 + upTo(next, Math.max(0, one.length - 5));
        records.splice(
          at,
          1,
          record(one.readUInt16LE(0), one.subarray(4, cut)),
          record(0x003c, [upTo(next, 1)], one.subarray(cut)),
        );
      },
    };
    const kind = pick(next, Object.keys(change));
    change[kind]();
    if (["length", "type", "bytes"].includes(kind)) records[at] = one;
  };
  for (let left = 1 + upTo(next, 4); left > 0; left -= 1) damage(next() < 0.4 ? globals : cells);
  const content = stream(version, globals, cells, name, upTo(next, 3));
  for (let left = next() < 0.3 ? 1 + upTo(next, 5) : 0; left > 0; left -= 1)
    content[upTo(next, content.length - 1)] = upTo(next, 255);
  const bytes = container(version === 0x0600 ? "Workbook" : "Book", content);
  // The header, the table of sectors and the folder stand in the first 1,536 bytes.
  for (let left = next() < 0.3 ? 1 + upTo(next, 5) : 0; left > 0; left -= 1)
    bytes[upTo(next, 1535)] = pick(next, [0, 1, 254, 255, upTo(next, 255)]);
  return scratched(next, bytes, 0.1);
}

const kMakers = {
  xlsx: (next) => damageEntries(next, next() < kMade ? madeEntries(next, "xlsx") : xlsxEntries(next)),
  ods: (next) => damageEntries(next, next() < kMade ? madeEntries(next, "ods") : odsEntries(next)),
  xls: (next) => (next() < kMade ? scratched(next, madeXls, 1) : damageXls(next)),
  ...Object.fromEntries(
    kTextFormats.map((format) => [
      format,
      (next) =>
        Uint8Array.from(damaged(textMakers[format](next, next() < kMade ? formGrids(next) : undefined).bytes, next)),
    ]),
  ),
};
export const kFormats = Object.keys(kMakers);

export function damagedFile(format, seed) {
  const next = random(seed);
  return next() < kHostile ? hostileFile(format, next) : kMakers[format](next);
}

/** Reads a file: why it was refused, or how long what was read of it is; throws where it is neither. */
export async function readOne(format, bytes) {
  const name = `a.${format}`;
  kindOf(bytes, name);
  const { refused, sheets } = await readWorkbook(bytes);
  if (refused !== undefined) {
    assert.equal(typeof refused.code, "string");
    return [refused.code, 0];
  }
  assert.ok(sheets.length > 0);
  let length = 0;
  for (const { html, rows, columns } of sheets) {
    // A web archive is given on as the page that it is.
    assert.ok(format === "mhtml" || (html.startsWith("<table>") && html.endsWith("</table>")));
    assert.ok(Number.isSafeInteger(rows + columns));
    length += html.length;
  }
  assert.ok(length < kLongestSheets, `${length} characters`);
  return ["read", length];
}

export async function run(format, { seed = 1, count = Infinity, until = Infinity, fault = null }) {
  const figures = new Figures(`files, ${format}`);
  for (let at = 0; at < count && performance.now() < until; at += 1) {
    try {
      const bytes = damagedFile(format, seed + at);
      await figures.take(seed + at, () => readOne(format, bytes));
    } catch (error) {
      const wrong = new Error(`${format}, seed ${seed + at}: ${error.message}`, { cause: error });
      if (fault === null) throw wrong;
      fault(wrong);
    }
  }
  return figures;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await command({
    kinds: { format: kFormats },
    count: 10_000,
    run: ({ format, ...rest }) => run(format, rest),
    async one({ format, seed }) {
      const path = join(tmpdir(), `damaged-${seed}.${format}`);
      const bytes = damagedFile(format, seed);
      writeFileSync(path, bytes);
      console.log(path, bytes.length, "bytes");
      const from = process.cpuUsage();
      const outcome = await readOne(format, bytes);
      console.log(outcome, `${Math.round(process.cpuUsage(from).user / 1000)} ms`);
    },
  });
}
