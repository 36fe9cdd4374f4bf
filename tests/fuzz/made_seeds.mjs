// SPDX-License-Identifier: MIT
//
// What the fuzzers of files begin with of tables that people have: the forms of tests/made, their beginnings as grids of
// cells and as workbooks, and the workbooks there that other programs wrote.

import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { forms } from "../made/forms/make-forms.mjs";

const kRows = 8;
const kColumns = 10;
const pick = (next, list) => list[Math.floor(next() * list.length)];
const made = (name) => readFileSync(new URL(`../made/forms/files/${name}`, import.meta.url));

const grids = forms().flatMap(({ input }) =>
  (typeof input === "string" ? [input] : input instanceof Uint8Array ? [] : input.map(({ table }) => table))
    .filter((text) => typeof text === "string" && text.includes("\t") && !/^\s*(<|Version:)/.test(text))
    .map((text) =>
      text
        .split("\n")
        .slice(0, kRows)
        .map((line) => line.split("\t").slice(0, kColumns)),
    ),
);

/** Some sheets of rows of cells; texts, numbers where a text is one, null where nothing stands. */
export function formGrids(next) {
  const cell = (text) => (text === "" ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
  return Array.from({ length: 1 + Math.floor(next() * 2) }, () => pick(next, grids).map((row) => row.map(cell)));
}

const markup = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The files of an archive that nobody damaged. */
function entriesOf(bytes) {
  const entries = [];
  let at = bytes.readUInt32LE(bytes.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, note] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const [packed, from] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const start = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
    const data = bytes.subarray(start, start + packed);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      data: (bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString(),
    });
    at += 46 + nameLength + extra + note;
  }
  return entries;
}

export const madeXls = Uint8Array.from(made("plain.xls"));
const written = entriesOf(made("plain.xlsx")).map((entry) =>
  // Hundreds of rows that are alike are read, and no fuzzer learns from them.
  entry.name.includes("worksheets/")
    ? { ...entry, data: entry.data.replace(/((?:<row\b[^]*?<\/row>\s*){6})[^]*(?=<\/sheetData>)/, "$1") }
    : entry,
);

export function madeEntries(next, format) {
  if (format === "xlsx" && next() < 0.5) return written;
  const sheets = formGrids(next);
  if (format === "ods") {
    const cell = (value) =>
      value === null
        ? "<table:table-cell/>"
        : typeof value === "number"
          ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
          : `<table:table-cell office:value-type="string"><text:p>${markup(value)}</text:p></table:table-cell>`;
    const rows = (grid) => grid.map((row) => `<table:table-row>${row.map(cell).join("")}</table:table-row>`).join("");
    const tables = sheets.map((grid, i) => `<table:table table:name="表${i}">${rows(grid)}</table:table>`).join("");
    return [
      { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
      {
        name: "content.xml",
        data: `<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
      },
    ];
  }
  const cell = (value) =>
    value === null
      ? "<c/>"
      : typeof value === "number"
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${markup(value)}</t></is></c>`;
  const rel = (id, type, target) => `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;
  const list = sheets.map((_, i) => `<sheet name="表${i}" id="s${i}"/>`).join("");
  return [
    { name: "_rels/.rels", data: `<Relationships>${rel("r", "officeDocument", "xl/workbook.xml")}</Relationships>` },
    { name: "xl/workbook.xml", data: `<workbook><sheets>${list}</sheets></workbook>` },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships>${sheets.map((_, i) => rel(`s${i}`, "worksheet", `worksheets/sheet${i}.xml`)).join("")}</Relationships>`,
    },
    ...sheets.map((grid, i) => ({
      name: `xl/worksheets/sheet${i}.xml`,
      data: `<worksheet><sheetData>${grid.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData></worksheet>`,
    })),
  ];
}
