// SPDX-License-Identifier: MIT
//
// Random workbooks that are written as text: XML tables of 2003 and web archives. A whole one has to come back cell by
// cell; damaged ones are among those of files.mjs.

import assert from "node:assert/strict";
import { bundle, random, tableOf } from "../support/workbooks.mjs";

const { kindOf, readWorkbook } = bundle;

const pick = (next, list) => list[Math.floor(next() * list.length)];
const upTo = (next, most) => Math.floor(next() * (most + 1));
const kTexts = [
  "学校名称",
  "在校生数",
  "竹园小学",
  "a&b",
  "<b>",
  '"',
  "合计",
  "𠮷田",
  "1,200",
  "甲\n乙",
  "]]>",
  "=1+1",
  "0",
  "_x000D_",
];
const markup = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "&#10;");

/** Rows of cells, null where there is none; the last cell of the last row has something in it. */
function randomGrid(next) {
  const columns = 1 + upTo(next, 6);
  const cell = () =>
    next() < 0.25 ? null : next() < 0.5 ? upTo(next, 100000) / pick(next, [1, 1, 10]) : pick(next, kTexts);
  const grid = Array.from({ length: 1 + upTo(next, 6) }, () => Array.from({ length: columns }, cell));
  grid[grid.length - 1][columns - 1] = 7;
  return grid;
}

/** Each way to say where a cell stands that the format knows. `given`: grids to write, instead of random ones. */
function xml2003(next, given) {
  const prefix = pick(next, ["ss:", "s:"]);
  const own = pick(next, ["", "s:"]);
  const tag = (name, attributes, inside) => `<${own}${name}${attributes}>${inside}</${own}${name}>`;
  const comment = () =>
    next() < 0.1 ? pick(next, ["<!-- x > y -->", "\r\n ", `<${own}NamedCell ${prefix}Name="x"/>`]) : "";
  const grids = given ?? Array.from({ length: 1 + upTo(next, 3) }, () => randomGrid(next));
  const sheets = grids.map((grid, number) => {
    let rows = "";
    let row = 0;
    grid.forEach((cells, r) => {
      if (cells.every((one) => one === null) && next() < 0.5) return;
      let column = 0;
      let inside = "";
      cells.forEach((value, c) => {
        if (value === null && next() < 0.5) return;
        const jump = c !== column || next() < 0.1 ? ` ${prefix}Index="${c + 1}"` : "";
        column = c + 1;
        const type = typeof value === "number" ? "Number" : "String";
        const data =
          value === null
            ? ""
            : tag(
                "Data",
                ` ${prefix}Type="${type}"`,
                typeof value === "string" && !value.includes("]]>") && !value.includes("\n") && next() < 0.1
                  ? `<![CDATA[${value}]]>`
                  : markup(String(value)),
              );
        inside += tag("Cell", `${jump}${next() < 0.2 ? ` ${prefix}StyleID="d"` : ""}`, comment() + data + comment());
      });
      rows += tag("Row", r !== row || next() < 0.1 ? ` ${prefix}Index="${r + 1}"` : "", inside);
      row = r + 1;
    });
    return tag("Worksheet", ` ${prefix}Name="表${number}"`, tag("Table", "", rows));
  });
  const names = `xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:s="urn:schemas-microsoft-com:office:spreadsheet"`;
  const styles = tag(
    "Styles",
    "",
    `<${own}Style ${prefix}ID="d"><${own}NumberFormat ${prefix}Format="0.0"/></${own}Style>`,
  );
  const text = `<?xml version="1.0"?>\r\n<${own}Workbook ${names}>${styles}${sheets.join(comment().startsWith("<!") ? "\n" : "")}</${own}Workbook>`;
  return { bytes: next() < 0.2 ? Buffer.from(`\ufeff${text}`, "utf16le") : Buffer.from(text), grids };
}

function quoted(bytes) {
  const plain = [...bytes].map((byte) =>
    byte === 0x3d || byte > 0x7e ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte),
  );
  return plain.join("").replace(/(?:=..|[^=\r\n]){1,70}/g, (line) => `${line}=\r\n`);
}

function mhtml(next, given) {
  const grids = given ?? Array.from({ length: 1 + upTo(next, 3) }, () => randomGrid(next));
  const boundary = pick(next, ["----=_Part", "b", "x.y"]);
  const page = (grid) =>
    `<html><body><table>${grid
      .map(
        (row) =>
          `<tr>${row.map((one) => `<td>${one === null ? "" : markup(String(one)).replaceAll("&#10;", "<br>")}</td>`).join("")}</tr>`,
      )
      .join("")}</table></body></html>`;
  const part = (location, html) => {
    const bytes = Buffer.from(html);
    const encoding = pick(next, ["quoted-printable", "base64", "8bit"]);
    const body =
      encoding === "base64"
        ? bytes.toString("base64").replace(/.{76}/g, "$&\r\n")
        : encoding === "8bit"
          ? html
          : quoted(bytes);
    const head = [
      `Content-Location: ${location}`,
      `Content-Transfer-Encoding: ${encoding}`,
      `Content-Type: text/html;${pick(next, [" ", "\r\n\t"])}charset="utf-8"`,
    ];
    if (next() < 0.3) head.reverse();
    return `--${boundary}\r\n${head.join("\r\n")}\r\n\r\n${body}\r\n`;
  };
  const list = grids
    .map(
      (_, i) =>
        `<x:ExcelWorksheet><x:Name>表${i}</x:Name><x:WorksheetSource HRef="a.files/sheet${i}.htm"/></x:ExcelWorksheet>`,
    )
    .join("");
  const parts = grids.map((grid, i) => part(`file:///C:/a.files/sheet${i}.htm`, page(grid)));
  if (next() < 0.5) parts.push(part("file:///C:/a.files/tabstrip.htm", page([["表"]])));
  return {
    bytes: Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="${boundary}"\r\n\r\n${part("file:///C:/a.htm", `<html>${list}</html>`)}${parts.join("")}--${boundary}--\r\n`,
    ),
    grids,
  };
}

export const makers = { xml2003, mhtml };
export const kFormats = Object.keys(makers);

const kWords = [
  "<",
  ">",
  "</",
  "/>",
  "<!--",
  "<![CDATA[",
  "<!DOCTYPE x>",
  '"',
  "=",
  "=\r\n",
  "--b",
  "\r\n\r\n",
  "\0",
  "\ufffd",
  'Index="99999999"',
  "<Row>",
  "<Cell>",
  'MergeAcross="16383"',
  'MergeDown="1048575"',
  "Content-Type: multipart/related; boundary=b\r\n",
  "&#x110000;",
  "-1",
  "1e999",
];

/** Bytes changed, taken out, put in twice, cut off; words of the format where they do not belong. */
export function damaged(bytes, next) {
  let now = Buffer.from(bytes);
  for (let times = 1 + upTo(next, 5); times > 0; times -= 1) {
    const at = upTo(next, now.length);
    const length = upTo(next, pick(next, [1, 8, 200]));
    const [before, middle, behind] = [now.subarray(0, at), now.subarray(at, at + length), now.subarray(at + length)];
    const made = [
      () => Buffer.concat([before, behind]),
      () => Buffer.concat([before, middle, middle, middle, behind]),
      () => before,
      () => Buffer.concat([before, Buffer.from(pick(next, kWords)), middle, behind]),
      () => Buffer.concat([before, Buffer.from(middle.map((byte) => byte ^ (1 << upTo(next, 7)))), behind]),
      () => Buffer.concat([behind, middle, before]),
    ];
    now = pick(next, made)();
  }
  return now;
}

const sameText = (value) => (value === null ? "" : String(value).replaceAll("\n", " "));

/** One whole file; throws what is wrong. */
export async function tryWhole(format, seed) {
  const next = random(seed);
  const { bytes, grids } = makers[format](next);
  assert.equal(kindOf(Uint8Array.from(bytes), "a.xls"), "workbook", `seed ${seed}`);
  const whole = await readWorkbook(Uint8Array.from(bytes));
  assert.equal(whole.refused, undefined, `seed ${seed}: ${JSON.stringify(whole.refused)}`);
  assert.equal(whole.sheets.length, grids.length, `seed ${seed}`);
  grids.forEach((grid, i) => {
    const { rows } = tableOf(whole.sheets[i].html.replace(/^[^]*?<body>|<\/body>[^]*$/g, ""));
    grid.forEach((cells, r) =>
      cells.forEach((value, c) =>
        assert.equal(
          (rows[r]?.[c] ?? "").replaceAll("\n", " "),
          sameText(value),
          `seed ${seed}, sheet ${i}, row ${r}, column ${c}`,
        ),
      ),
    );
  });
}
