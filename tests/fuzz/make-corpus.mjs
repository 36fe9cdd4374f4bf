// SPDX-License-Identifier: MIT
//
// What the fuzzers start from: the forms in which people have tables, cut to a few rows, words and numbers as cells,
// pages with merged cells, projects. And the words of the vocabulary as a dictionary.
//
//   node tests/fuzz/make-corpus.mjs       writes corpus/<target>/seed-… and words.dict; what fuzzers found stays

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { forms } from "../made/forms/make-forms.mjs";

const here = new URL(".", import.meta.url);
const kLongest = 1500;

function write(target, name, data) {
  mkdirSync(new URL(`corpus/${target}/`, here), { recursive: true });
  writeFileSync(new URL(`corpus/${target}/seed-${name.replaceAll(/[^a-z0-9]+/g, "-")}`, here), data);
}

/** Whole lines from the start, and the last ones where a form ends with totals and remarks. */
function shortened(text) {
  if (Buffer.byteLength(text) <= kLongest) return text;
  const lines = text.split("\n");
  const end = lines.slice(-3).join("\n");
  let start = "";
  for (const line of lines) {
    if (Buffer.byteLength(start + line + end) > kLongest) break;
    start += `${line}\n`;
  }
  return start + end;
}

const isHtml = (text) => /^\s*(<|Version:)/.test(text);
/** Of a page: one school fewer leaves the tags whole. */
const shortPage = (page) => page.replace(/(<tr[\s\S]*?<\/tr>\s*){4}(?=<\/t)/i, "").slice(0, 3500);

const texts = forms().flatMap(({ id, input }) => {
  if (typeof input === "string") return [{ id, text: input }];
  if (input instanceof Uint8Array) return [];
  const joined = input.map(({ name, table }) =>
    typeof table === "string" ? `\x1C${name}\x1D${shortened(table)}` : "",
  );
  return [{ id, text: joined.join("") }];
});
for (const { id, text } of texts) {
  if (isHtml(text)) write("html", id, shortPage(text));
  write("table", id, text.startsWith("\x1C") ? text.slice(0, 4000) : isHtml(text) ? shortPage(text) : shortened(text));
}
// Decisions stand behind a NUL: an edit, a row left out, a column and a header chosen by hand.
const plain = "学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t45\t279\n乙\t初中\t37\t137\n";
write(
  "table",
  "decisions",
  `${plain}\0\x00\x02\x02\x01\x00\x01\x03\x00\x00\x00\x02\x00\x03\x05\x01\x03\x01\x00\x00\x00`,
);
write("table", "decisions-quote", `   ${plain}"甲\t小学\t1\0\x00\x02\x02\x01\x00`);

const cells = [
  "",
  "0",
  "45",
  "14.65万㎡",
  "1200㎡",
  "3.5亿元",
  "29 %",
  "85％",
  "1:17",
  "17:1",
  "1：17.5",
  "约45",
  "45人以上",
  "2024-09-01",
  "9月1日",
  "2024年9月",
  "0.0670.0370.179",
  "'45",
  "1,234,567.80",
  "１，２３４",
  "1 234",
  "—",
  "无",
  "N/A",
  "是",
  "否",
  "-3",
  "1e5",
  "99999999999",
  "0.000000000000000001",
  "1000平方米",
  "2.5亩",
  "300千元",
  "+5",
  "5.",
  ".5",
];
cells.forEach((cell, i) => write("number", `cell-${i}`, cell));

write(
  "html",
  "merged",
  '<table><tr><td rowspan=3 colspan=2>小学<td>"甲<tr hidden><td x:num="12.3456">12.35<td sdval="0.2896">29%</table>',
);
write(
  "html",
  "nested",
  "<table><tr><td>1<table><td>2&ge;&#8805;<!-- <td> --></table><td style='mso-ignore:colspan' colspan=3>&nbsp;3<br>4",
);
write(
  "html",
  "fragment",
  "Version:1.0\r\nStartHTML:0\r\n<html><style>td{}</style><script>'<table>'</script><!--StartFragment--><table><tr><th>学校名称</th></tr></table>",
);

const project = {
  schema: "junheng.project/1",
  name: "示例",
  standard: "basic-2012",
  options: { retention: "B" },
  tables: [
    { name: "小学", text: plain },
    { name: "", text: "学校\t人数\n丙\t9\n" },
  ],
  reading: {
    edits: [{ sheet: 0, row: 2, column: 2, text: "46" }],
    columns: [
      { column: 3, field: "books", stage: "", unit: "册" },
      { column: 1, field: "", stage: "", unit: "" },
    ],
    leftOut: [{ sheet: 0, row: 3 }],
    header: { sheet: 0, row: 1, last: 1 },
  },
  county: "优质高中招生名额总数\t974\n",
  previous: plain,
  remarks: [{ code: "outlier", row: 2, indicator: "books", text: '捐赠 "😀" \\ ئۇيغۇر' }],
};
write("project", "whole", JSON.stringify(project));
write("project", "empty", '{"schema":"junheng.project/1"}');
write(
  "project",
  "odd",
  '{"schema":"junheng.project/1","tables":[1,{"text":"\\u0000\\ud83d\\ude00"}],"options":{"a":"1","a":"2"},"reading":{"edits":[{"column":70000}]}}',
);

// The request of an evaluation behind a NUL: whole, and with what is of another kind.
const { schema: _schema, name: _name, tables: _tables, ...decided } = project;
const requests = {
  whole: { ...decided, detail: "full", explain: true, county: JSON.stringify({ 优质高中招生名额总数: 974, G1: "是" }) },
  several: { standard: "quality-2017", sources: [{ name: "小学", bytes: 40 }, { name: "初中" }], detail: "summary" },
  odd: {
    standard: "basic-2012",
    reading: { edits: [null], columns: 5, header: { row: -1 } },
    remarks: [[]],
    sheet: 1e9,
  },
  answered: { standard: "basic-2012", reading: { answers: [{ question: "year", sheet: 0, row: 0, option: "2024" }] } },
};
for (const [id, request] of Object.entries(requests)) write("request", id, `${plain}\0${JSON.stringify(request)}`);

const limits = (id) => JSON.parse(readFileSync(new URL(`../../core/standards/${id}.json`, import.meta.url), "utf8"));
for (const id of ["quality-2017", "basic-2012"]) {
  const own = { schema: limits(id).schema, id: `own-${id}`, parent: id, title: { zh: "自定办法", en: "Own" } };
  write("standard", `child-${id}`, JSON.stringify(own));
  for (const [key, value] of Object.entries(limits(id))) {
    const text = JSON.stringify({ ...own, id: `own-${key}`, [key]: value });
    if (text.length < 4000 && !["id", "schema", "title"].includes(key)) write("standard", `${id}-${key}`, text);
  }
}
for (const id of ["chongqing-2012", "shenyang-2024"]) write("standard", id, JSON.stringify(limits(`variants/${id}`)));

// ---- words -----------------------------------------------------------------------------------------------------------

const words = new Set([
  "\t",
  ",",
  '"',
  "\n",
  "\x1C",
  "\x1D",
  "<table>",
  "<tr>",
  "<td>",
  "</table>",
  "rowspan=",
  "colspan=",
  "x:num=",
  "sdval=",
  "mso-ignore:colspan",
  "display:none",
  "hidden",
  "<col",
  "&notin;",
  "sep=",
  "&nbsp;",
  "&#",
  "<!--",
  "-->",
  '"text":',
  '"sheet":',
  '"edits":',
]);
(function collect(node) {
  if (typeof node === "string") {
    if (node.length < 12) words.add(node);
  } else if (node !== null && typeof node === "object") Object.values(node).forEach(collect);
})(JSON.parse(readFileSync(new URL("../../core/standards/vocabulary.json", here), "utf8")));
const hex = (word) =>
  [...Buffer.from(word)]
    .map((byte) =>
      byte > 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
// Every third word of the vocabulary is enough: all of them are a file nobody wants.
const chosen = [...words].filter((word, i) => word !== "" && (i < 30 || i % 3 === 0));
writeFileSync(new URL("words.dict", here), chosen.map((word) => `"${hex(word)}"\n`).join(""));
