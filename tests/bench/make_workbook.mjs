// SPDX-License-Identifier: MIT
//
// The nation as people hand it over: an .xlsx workbook of 200,000 rows and 20 columns, the table of make_nation.mjs with
// a day in front of its numbers, written as Excel writes it (texts shared, styles, the spans of rows).

import { xlsx } from "../support/workbooks.mjs";

/** Styles of the workbook by number: General, two decimals, a day. */
const kStyles =
  '<numFmts><numFmt numFmtId="176" formatCode="0.00_ "/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="14"/></cellXfs>';
const kDay = 2;
const kDayColumn = 5;
/** Days of Excel: 1950-01-01, and so many after it. */
const kFirstDay = 18264;
const kDays = 25_000;

const letters = (column) =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : "") + String.fromCharCode(65 + (column % 26));
const markup = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function makeWorkbook(table) {
  const shared = new Map();
  const indexOf = (text) => {
    if (!shared.has(text)) shared.set(text, shared.size);
    return shared.get(text);
  };
  const cell = (text, column, row) => {
    if (text === "") return "";
    const at = `<c r="${letters(column)}${row}"`;
    if (!/^\d+(\.\d+)?$/.test(text)) return `${at} t="s"><v>${indexOf(text)}</v></c>`;
    return `${at}${column === kDayColumn ? ` s="${kDay}"` : text.includes(".") ? ' s="1"' : ""}><v>${text}</v></c>`;
  };
  const rows = table
    .trimEnd()
    .split("\n")
    .map((line, i) => {
      const cells = line.split("\t");
      cells.splice(kDayColumn, 0, i === 0 ? "建校日期" : String(kFirstDay + ((i * 7919) % kDays)));
      const inside = cells.map((text, column) => cell(text, column, i + 1)).join("");
      return `<row r="${i + 1}" spans="1:${cells.length}">${inside}</row>`;
    });
  const strings = [...shared.keys()].map((text) => `<si><t>${markup(text)}</t></si>`).join("");
  return xlsx({ sheets: [{ name: "学校", data: rows.join("") }], strings, styles: kStyles });
}
