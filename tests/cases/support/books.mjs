// SPDX-License-Identifier: MIT
//
// One table in every format people send it in. A sheet: { name, cells, hidden, hiddenRows, hiddenColumns, merges }; a
// cell is a text, a number, or formatted(value, code, shown); rows, columns and merges [row, column, rows, columns] count
// from 0.

import { container, f64, record, u16, u32 } from "../../support/biff.mjs";
import { xlsx, zip } from "../../support/workbooks.mjs";
import { file, pasted } from "./given.mjs";

/** A number with the code of its format and what the cell shows. */
export const formatted = (value, code, shown) => ({ value, code, shown });

const escaped = (text) => String(text).replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
const parts = (cell) =>
  typeof cell === "object" ? cell : { value: cell, code: "", shown: cell === null ? "" : String(cell) };
/** What stands on the screen, which is also what a text file gets. */
export const shownText = (cells) => cells.map((row) => row.map((cell) => parts(cell).shown));
const codesOf = (sheets) => [
  ...new Set(sheets.flatMap(({ cells }) => cells.flat().map((cell) => parts(cell).code)).filter((code) => code !== "")),
];
const isTime = (code) => /h/.test(code);

// ---- texts ----------------------------------------------------------------------------------------------------------

export const tsv = (cells) =>
  shownText(cells)
    .map((row) => row.join("\t"))
    .join("\r\n");

export function csv(cells, mark = ",") {
  const quoted = (text) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${shownText(cells)
    .map((row) => row.map(quoted).join(mark))
    .join("\r\n")}\r\n`;
}

/** HTML with `attributes` of each cell; merged cells stand once. */
export function html({ cells, merges = [], hiddenRows = [], hiddenColumns = [] }, attributes = () => "") {
  const covered = new Set();
  for (const [row, column, rows, columns] of merges)
    for (let r = row; r < row + rows; r += 1)
      for (let c = column; c < column + columns; c += 1) covered.add(`${r},${c}`);
  const rows = cells.map((line, r) => {
    const tds = line.map((cell, c) => {
      const merge = merges.find(([row, column]) => row === r && column === c);
      if (merge === undefined && covered.has(`${r},${c}`)) return "";
      const spans = merge === undefined ? "" : ` rowspan="${merge[2]}" colspan="${merge[3]}"`;
      const hidden = hiddenColumns.includes(c) ? ' style="display: none"' : "";
      return `<td${spans}${hidden}${attributes(parts(cell))}>${escaped(parts(cell).shown)}</td>`;
    });
    return `<tr${hiddenRows.includes(r) ? ' style="display: none"' : ""}>${tds.join("")}</tr>`;
  });
  return `<table>${rows.join("\n")}</table>`;
}

const page = (inner) => `<html><body>${inner}</body></html>`;
export const webPage = (sheet) => page(html(sheet));
/** As Excel puts it into the clipboard: the stored number where another one is shown. */
export const ofExcel = (sheet) =>
  page(
    html(sheet, ({ value, code, shown }) =>
      code === ""
        ? ""
        : ` style='mso-number-format:"${escaped(code.replace(/[^\w]/g, "\\$&"))}"'${String(value) === shown ? "" : ` x:num="${value}"`}`,
    ),
  );
export const ofLibreOffice = (sheet) =>
  page(
    html(sheet, ({ value, code }) =>
      typeof value === "number" ? ` sdval="${value}" sdnum="2052;${code === "" ? "" : `0;${escaped(code)}`}"` : "",
    ),
  );

// ---- workbooks ------------------------------------------------------------------------------------------------------

const letters = (column) => String.fromCharCode(65 + column);

export function xlsxBook(...sheets) {
  const codes = codesOf(sheets);
  const styles =
    `<numFmts count="${codes.length}">${codes.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join("")}</numFmts>` +
    `<cellXfs><xf numFmtId="0"/>${codes.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`).join("")}</cellXfs>`;
  const cellOf = (cell, place) => {
    const { value, code } = parts(cell);
    if (value === "" || value === null) return "";
    if (typeof value === "number") return `<c r="${place}" s="${codes.indexOf(code) + 1}"><v>${value}</v></c>`;
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  return xlsx({
    styles,
    sheets: sheets.map(({ name, cells, hidden, hiddenRows = [], hiddenColumns = [], merges = [] }) => {
      const columns = hiddenColumns.map((c) => `<col min="${c + 1}" max="${c + 1}" width="9" hidden="1"/>`).join("");
      const rows = cells.map(
        (line, r) =>
          `<row r="${r + 1}"${hiddenRows.includes(r) ? ' hidden="1"' : ""}>${line.map((cell, c) => cellOf(cell, letters(c) + (r + 1))).join("")}</row>`,
      );
      const areas = merges.map(
        ([r, c, high, wide]) => `<mergeCell ref="${letters(c)}${r + 1}:${letters(c + wide - 1)}${r + high}"/>`,
      );
      const merged = areas.length === 0 ? "" : `<mergeCells>${areas.join("")}</mergeCells>`;
      return {
        name: escaped(name),
        state: hidden ? "hidden" : undefined,
        xml: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${columns === "" ? "" : `<cols>${columns}</cols>`}<sheetData>${rows.join("")}</sheetData>${merged}</worksheet>`,
      };
    }),
  });
}

const wide = (text) => [...u16(text.length), 1, ...Buffer.from(text, "utf16le")];
const begin = (kind) => record(0x0809, u16(0x0600, kind, 0, 0), u32(0), u32(0));
const end = record(0x000a);

/** Excel 97 to 2003: the records that matter and no others. */
export function xlsBook(...sheets) {
  const codes = codesOf(sheets);
  const style = (format) => record(0x00e0, u16(0, format), Array(16).fill(0));
  const globals = Buffer.concat([
    begin(5),
    ...codes.map((code, i) => record(0x041e, u16(164 + i), wide(code))),
    style(0),
    ...codes.map((_, i) => style(164 + i)),
  ]);
  const streams = sheets.map(({ cells, hiddenRows = [], hiddenColumns = [], merges = [] }) =>
    Buffer.concat([
      begin(0x10),
      ...hiddenColumns.map((c) => record(0x007d, u16(c, c, 0, 0, 1, 0))),
      ...hiddenRows.map((r) => record(0x0208, u16(r, 0, 9, 255, 0, 0, 0x20, 0))),
      ...cells.flatMap((line, r) =>
        line.flatMap((cell, c) => {
          const { value, code } = parts(cell);
          if (value === "" || value === null) return [];
          if (typeof value === "number") return [record(0x0203, u16(r, c, codes.indexOf(code) + 1), f64(value))];
          return [record(0x0204, u16(r, c, 0), wide(value))];
        }),
      ),
      ...(merges.length === 0
        ? []
        : [
            record(
              0x00e5,
              u16(merges.length, ...merges.flatMap(([r, c, high, span]) => [r, r + high - 1, c, c + span - 1])),
            ),
          ]),
      end,
    ]),
  );
  const bound = ({ name, hidden }, at) =>
    record(0x0085, u32(at), [hidden ? 1 : 0, 0, name.length, 1], Buffer.from(name, "utf16le"));
  let at = globals.length + sheets.reduce((length, sheet) => length + bound(sheet, 0).length, 0) + end.length;
  const list = sheets.map((sheet, i) => {
    const one = bound(sheet, at);
    at += streams[i].length;
    return one;
  });
  return container("Workbook", Buffer.concat([globals, ...list, end, ...streams]));
}

export function odsBook(...sheets) {
  const cellOf = (cell) => {
    const { value, code, shown } = parts(cell);
    if (value === "" || value === null) return "<table:table-cell/>";
    const name = code === "" ? "" : ` table:style-name="ce${codesOf(sheets).indexOf(code)}"`;
    const text = `<text:p>${escaped(shown)}</text:p>`;
    if (typeof value === "number" && isTime(code)) {
      const minutes = Math.round(value * 1440);
      const lasting = `PT${String(Math.floor(minutes / 60)).padStart(2, "0")}H${String(minutes % 60).padStart(2, "0")}M00S`;
      return `<table:table-cell${name} office:value-type="time" office:time-value="${lasting}">${text}</table:table-cell>`;
    }
    if (typeof value === "number")
      return `<table:table-cell${name} office:value-type="float" office:value="${value}">${text}</table:table-cell>`;
    return `<table:table-cell office:value-type="string">${text}</table:table-cell>`;
  };
  const tables = sheets.map(({ name, cells, hidden, hiddenRows = [], hiddenColumns = [] }) => {
    const width = Math.max(...cells.map((line) => line.length));
    const columns = Array.from(
      { length: width },
      (_, c) => `<table:table-column${hiddenColumns.includes(c) ? ' table:visibility="collapse"' : ""}/>`,
    );
    const rows = cells.map(
      (line, r) =>
        `<table:table-row${hiddenRows.includes(r) ? ' table:visibility="collapse"' : ""}>${line.map(cellOf).join("")}</table:table-row>`,
    );
    return `<table:table table:name="${escaped(name)}"${hidden ? ' table:style-name="hid"' : ""}>${columns.join("")}${rows.join("")}</table:table>`;
  });
  const styles =
    '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>';
  return zip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
    {
      name: "content.xml",
      data: `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}

/** XML 表格 2003, a text that ends in .xls or .xml. */
export function xmlBook(...sheets) {
  const codes = codesOf(sheets);
  const styles = codes.map((code, i) => `<Style ss:ID="s${i}"><NumberFormat ss:Format="${escaped(code)}"/></Style>`);
  const cellOf = (cell, c) => {
    const { value, code } = parts(cell);
    if (value === "" || value === null) return "";
    const kind = typeof value === "number" ? "Number" : "String";
    const style = code === "" ? "" : ` ss:StyleID="s${codes.indexOf(code)}"`;
    return `<Cell ss:Index="${c + 1}"${style}><Data ss:Type="${kind}">${escaped(value)}</Data></Cell>`;
  };
  const tables = sheets.map(({ name, cells, hiddenRows = [], hiddenColumns = [] }) => {
    const columns = hiddenColumns.map((c) => `<Column ss:Index="${c + 1}" ss:Hidden="1"/>`);
    const rows = cells.map(
      (line, r) => `<Row${hiddenRows.includes(r) ? ' ss:Hidden="1"' : ""}>${line.map(cellOf).join("")}</Row>`,
    );
    return `<Worksheet ss:Name="${escaped(name)}"><Table>${columns.join("")}${rows.join("")}</Table></Worksheet>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${styles.join("")}</Styles>${tables.join("")}</Workbook>`;
}

export const kBooks = { xlsx: xlsxBook, xls: xlsBook, ods: odsBook, "2003.xml": xmlBook };

const asSheet = (one) => (Array.isArray(one) ? { name: "学校", cells: one } : one);

/** The same sheet as every kind of file and paste: [name of the format, what came]. */
export function inEveryFormat(table, formats = Object.keys(kFormats)) {
  return formats.map((format) => [format, kFormats[format](asSheet(table))]);
}

const kFormats = {
  paste: ({ cells }) => pasted(tsv(cells)),
  "paste of Excel": (sheet) => pasted(tsv(sheet.cells), ofExcel(sheet)),
  "paste of LibreOffice": (sheet) => pasted(tsv(sheet.cells), ofLibreOffice(sheet)),
  csv: ({ cells }) => file("学校.csv", csv(cells)),
  "html as .xls": (sheet) => file("学校.xls", webPage(sheet)),
  xlsx: (sheet) => file("学校.xlsx", xlsxBook(sheet)),
  xls: (sheet) => file("学校.xls", xlsBook(sheet)),
  ods: (sheet) => file("学校.ods", odsBook(sheet)),
  "xml 2003": (sheet) => file("学校.xls", xmlBook(sheet)),
};
export const kAll = Object.keys(kFormats);
export const kWorkbooks = ["xlsx", "xls", "ods", "xml 2003"];
/** Formats that keep the cells as they are and nothing hidden: what is true of a text is true of these. */
export const kSome = ["paste", "csv", "html as .xls", "xlsx", "xls", "ods"];
