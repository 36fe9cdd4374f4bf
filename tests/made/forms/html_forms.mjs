// SPDX-License-Identifier: MIT
//
// HTML as programs put it into the clipboard, each in its own dialect, and tables inside pages. Written by hand after
// what the programs write; what LibreOffice writes is real, in files/.

import { readFileSync } from "node:fs";
import { grid, headers, kKeys, rows } from "./county.mjs";
import { kNotes, kTitle, mergedHeader } from "./layout_forms.mjs";
import { cell, escaped, gb18030, htmlRows, plainPage } from "./write.mjs";

const kSheet = () => [
  [cell(kTitle, kKeys.length), ...Array(kKeys.length - 1).fill(null)],
  ...mergedHeader(),
  ...rows(),
];
const isNumber = (text) => /^-?\d+(\.\d+)?$/.test(text);
const grouped = (text) => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** The head that Windows puts before HTML in the clipboard; its offsets count bytes. */
function withOffsets(html) {
  const bytes = (text) => new TextEncoder().encode(text).length;
  const head = (...offsets) =>
    [
      "Version:1.0",
      ...["StartHTML", "EndHTML", "StartFragment", "EndFragment"].map(
        (name, i) => `${name}:${String(offsets[i] ?? 0).padStart(10, "0")}`,
      ),
    ].join("\r\n") + "\r\n";
  const start = bytes(head());
  const [first, last] = ["<!--StartFragment-->", "<!--EndFragment-->"];
  return (
    head(
      start,
      start + bytes(html),
      start + bytes(html.slice(0, html.indexOf(first) + first.length)),
      start + bytes(html.slice(0, html.indexOf(last))),
    ) + html
  );
}

// ---- Excel --------------------------------------------------------------------------------------------------------

const kExcelHead = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="urn:schemas-microsoft-com:html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<!--[if !mso]>
<style>
v\\:* {behavior:url(#default#VML);}
x\\:* {behavior:url(#default#VML);}
</style>
<![endif]-->
<style>
<!--table
	{mso-displayed-decimal-separator:"\\.";
	mso-displayed-thousand-separator:"\\,";}
.font5
	{color:windowtext; font-size:9.0pt; font-family:等线; mso-generic-font-family:auto; mso-font-charset:134;}
td
	{padding-top:1px; padding-right:1px; mso-ignore:padding; color:black; font-size:11.0pt; mso-number-format:General;}
.xl65
	{text-align:center; border:.5pt solid windowtext; white-space:normal;}
.xl66
	{mso-number-format:"\\#\\,\\#\\#0\\.00_\\)\\;\\[Red\\]\\\\\\(\\#\\,\\#\\#0\\.00\\\\\\)";}
ruby
	{ruby-align:left;}
rt
	{color:windowtext; font-size:9.0pt; display:none;}
-->
</style>
<!--[if gte mso 9]><xml>
 <x:ExcelWorkbook>
  <x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Sheet1</x:Name></x:ExcelWorksheet></x:ExcelWorksheets>
 </x:ExcelWorkbook>
 <table><tr><td>不是表格</td></tr></table>
</xml><![endif]-->
</head>

<body link="#0563C1" vlink="#954F72">

<table border=0 cellpadding=0 cellspacing=0 width=1440 style='border-collapse:
 collapse;width:1080pt'>
<!--StartFragment-->
`;

/** Empty cells side by side are one cell that is to be taken for several: colspan with mso-ignore. */
function excelRow(line, i) {
  const parts = [];
  for (let at = 0; at < line.length; at += 1) {
    const one = typeof line[at] === "string" ? cell(line[at]) : line[at];
    if (one === null) continue;
    let empty = 1;
    while (one.text === "" && at + empty < line.length && line[at + empty] === "") empty += 1;
    const height = at === 0 ? " height=19" : "";
    const style = at === 0 ? " style='height:14.25pt'" : "";
    if (one.text === "" && empty > 1) {
      parts.push(`  <td${height} colspan=${empty} class=xl65 style='mso-ignore:colspan'></td>`);
      at += empty - 1;
      continue;
    }
    const spans = `${one.columns > 1 ? ` colspan=${one.columns}` : ""}${one.rows > 1 ? ` rowspan=${one.rows}` : ""}`;
    // Long texts are broken in the source, runs of spaces are kept by a span.
    const text = escaped(one.text)
      .replace(/(?<=用房)(?=面积)/, "<br>\n    ")
      .replaceAll("　", "<span\n  style='mso-spacerun:yes'>&nbsp;&nbsp; </span>");
    const shown =
      one.text === ""
        ? ""
        : isNumber(one.text)
          ? `<td${height} class=xl66 align=right${spans}${style} x:num="${one.text}">${grouped(one.text)}</td>`
          : `<td${height} class=xl65${spans}${style}>${text}</td>`;
    parts.push(`  ${shown === "" ? `<td${height} class=xl65${style}></td>` : shown}`);
  }
  return ` <tr height=19 style='${i === 0 ? "mso-height-source:userset;" : ""}height:14.25pt'>\n${parts.join("\n")}\n </tr>\n`;
}

function excel(sheet) {
  const columns = kKeys
    .map(
      (_, i) =>
        ` <col ${i === 1 ? "class=xl65 " : ""}width=72 style='mso-width-source:userset;mso-width-alt:2304;width:54pt'>\n`,
    )
    .join("");
  const hidden =
    " <![if supportMisalignedColumns]>\n <tr height=0 style='display:none'>\n" +
    kKeys.map(() => "  <td width=72 style='width:54pt'></td>\n").join("") +
    " </tr>\n <![endif]>\n";
  return withOffsets(
    (
      kExcelHead +
      columns +
      sheet.map(excelRow).join("") +
      hidden +
      "<!--EndFragment-->\n</table>\n\n</body>\n\n</html>\n"
    ).replaceAll("\n", "\r\n"),
  );
}

// ---- WPS ----------------------------------------------------------------------------------------------------------

const kWpsHead = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="Kingsoft WPS Spreadsheets">
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ActiveSheet>0</x:ActiveSheet></x:ExcelWorkbook></xml><![endif]-->
<style>
<!-- @page {margin:1.00in 0.75in 1.00in 0.75in;}
tr {mso-height-source:auto; mso-ruby-visibility:none;}
.et2 {font-family:宋体; text-align:center; vertical-align:middle; border:.5pt solid #000000;}
.et3 {mso-number-format:"0.00_ "; text-align:right;}
 -->
</style></head><body link="blue" vlink="purple">
<!--StartFragment--><table width="1440.00" border="0" cellpadding="0" cellspacing="0" style='width:1080.00pt;border-collapse:collapse;table-layout:fixed;'>
`;

/** `show` is what the number format makes of a number. */
function wps(sheet, show, exact = (text) => text) {
  const write = (one, spans) => {
    if (one.text === "") return `<td class="et2"${spans}></td>`;
    if (isNumber(one.text))
      return `<td class="et3"${spans} align="right" x:num="${exact(one.text)}">${show(one.text)}</td>`;
    return `<td class="et2"${spans} x:str>${escaped(one.text)}</td>`;
  };
  const columns = `<col width="72.00" style='mso-width-source:userset;mso-width-alt:2304;'/>\n`;
  return withOffsets(`${kWpsHead}${columns.repeat(sheet[0].length)}${htmlRows(sheet, write, { open: "<tr height=\"19.00\" style='height:14.25pt;mso-height-source:userset;'>" })}
</table><!--EndFragment--></body></html>\n`);
}

// ---- web pages ----------------------------------------------------------------------------------------------------

function googleSheets() {
  const style = 'style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;text-align:right;"';
  const write = (one, spans) => {
    const value =
      one.text === ""
        ? ""
        : isNumber(one.text)
          ? ` data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:${one.text}}"`
          : ` data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;${escaped(one.text)}&quot;}"`;
    return `<td ${style}${spans}${value}>${escaped(one.text)}</td>`;
  };
  return `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed;font-size:10pt;font-family:Arial;width:0px;border-collapse:collapse;border:none" data-sheets-root="1"><colgroup>${'<col width="100"/>'.repeat(kKeys.length)}</colgroup><tbody>
${htmlRows(grid(), write, { open: '<tr style="height:21px;">' })}
</tbody></table>`;
}

/** As editors of pages write: cells full of blocks and spans, entities, comments, scripts, tags left open. */
function webTable() {
  const inner = (text) =>
    text === ""
      ? "&nbsp;"
      : `<div class="c"><span style="color:#333">${escaped(text).replaceAll("㎡", "&#13217;").replaceAll("(", "&#x28;")}</span></div>`;
  const body = rows().map(
    (line, i) =>
      `<tr class=${i % 2 === 0 ? "odd" : "even"}>${line.map((text) => `<TD valign=top data-x='a>b'>${inner(text)}`).join("")}`,
  );
  return `<table class="data" id='t1'><caption>${kTitle}</caption><thead>
<tr>${headers()
    .map((text) => `<th scope="col"><p>${inner(text)}</p></th>`)
    .join("")}</tr></thead><tbody>
${body.join("<!-- </table> -->\n")}</tbody></table>`;
}

const kNavigation = `<table id="nav"><tr><td><a href="#">首页</a></td><td><a href="#">政务公开</a></td><td>教育督导</td></tr><tr><td colspan="3">您的位置：首页 &gt; 政务公开 &gt; 教育督导</td></tr></table>`;
const kFooter = `<table><tr><td>主办：示例区人民政府</td><td>网站标识码&nbsp;0000000000</td></tr></table>`;

function webPage() {
  const script = `<script>if (1 < 2) document.write("<table><tr><td>学校名称</td></tr></table>");</script>`;
  return `<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>${kTitle}_示例区人民政府</title>${script}<style>td > p { margin: 0 }</style></head>
<body>${kNavigation}<h1>${kTitle}</h1><p>发布时间：2024-10-08　浏览次数：123</p>\n${webTable()}\n<p>${kNotes[0]}</p>${kFooter}</body></html>\n`;
}

/** A layout table around everything, the table of schools inside one of its cells. */
const nested = () =>
  `<html><body><table width="100%"><tr><td width="20%">${kNavigation}</td><td>${webTable()}</td></tr><tr><td colspan="2">${kFooter}</td></tr></table></body></html>`;

// ---- LibreOffice: real --------------------------------------------------------------------------------------------

/** Bytes as the program wrote them; see files/README.txt. */
function libreOffice() {
  const version = "LibreOffice 7.4.7.2";
  const bytes = (name) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));
  const file = (id, name, title, how, rest = {}) => ({
    id,
    title,
    source: `${version}, ${how}`,
    input: bytes(name),
    ...rest,
  });
  const workbook = {
    compare: "issue",
    missing: ["everything: a workbook is no text; its cells can be copied"],
    issues: ["not_text"],
  };
  return [
    file(
      "libreoffice-clipboard",
      "form-clipboard.htm",
      "Clipboard HTML: title, merged header, formats, total, notes",
      "text/html of the clipboard",
    ),
    file("libreoffice-html", "form.htm", "The same sheet saved as HTML", "--convert-to html"),
    file(
      "libreoffice-clipboard-text",
      "form-clipboard.utf16",
      "The text that goes with the same clipboard",
      "text/plain of the clipboard, UTF-16",
    ),
    file("libreoffice-form-csv", "form.csv", "The same sheet saved as CSV, as shown", "--convert-to csv"),
    file("libreoffice-csv", "plain.csv", "One header row, saved as CSV", "--convert-to csv, UTF-8"),
    file("libreoffice-csv-gb", "plain-gb18030.csv", "The same in GB18030", "--convert-to csv, GB18030"),
    file(
      "libreoffice-plain-clipboard",
      "plain-clipboard.htm",
      "Clipboard HTML of one header row",
      "text/html of the clipboard",
    ),
    file("libreoffice-xlsx", "plain.xlsx", "The workbook itself, .xlsx", "--convert-to xlsx", workbook),
    file("libreoffice-xls", "plain.xls", "The workbook itself, .xls", "--convert-to xls", workbook),
  ];
}

export function htmlForms() {
  const sheet = kSheet();
  const twoDecimals = (text) => (text.includes(".") ? Number(text).toFixed(2) : text);
  // What a spreadsheet stores: 17 digits, of which the last are noise.
  const stored = (text) =>
    text.includes(".")
      ? Number(text)
          .toPrecision(17)
          .replace(/(\.\d*?)0+$/, "$1")
          .replace(/\.$/, "")
      : text;
  return [
    {
      id: "excel-clipboard",
      title: "Excel: merged header, columns, conditional comments, cells to ignore",
      source: "Excel for Windows, CF_HTML",
      input: excel(sheet),
    },
    {
      id: "excel-clipboard-plain",
      title: "Excel: one header row",
      source: "Excel for Windows, CF_HTML",
      input: excel(grid()),
    },
    {
      id: "wps-clipboard",
      title: "WPS: merged header, x:num and x:str",
      source: "WPS Spreadsheets, CF_HTML",
      input: wps(sheet, twoDecimals),
    },
    {
      id: "wps-rounded",
      title: "WPS: whole numbers are shown, x:num has what is stored",
      source: "WPS Spreadsheets, number format 0",
      input: wps(grid(), (text) => Number(text).toFixed(0), stored),
    },
    { id: "google-sheets", title: "Google Sheets", source: "clipboard of the browser", input: googleSheets() },
    {
      id: "web-table",
      title: "A table of a page: thead, blocks and spans in cells, entities, tags left open",
      source: "pages of county governments",
      input: webTable(),
    },
    {
      id: "web-page",
      title: "A whole page with tables of navigation before and after",
      source: "pages of county governments",
      input: webPage(),
    },
    {
      id: "web-nested",
      title: "The table inside a table of layout",
      source: "older pages of county governments",
      input: nested(),
    },
    {
      id: "html-gbk",
      title: "A page in GB18030 that says so",
      source: "older pages of county governments",
      input: gb18030(plainPage(grid()).replace('charset="utf-8"', 'charset="gb2312"').replaceAll("㎡", "m2")),
    },
    ...libreOffice(),
  ];
}
