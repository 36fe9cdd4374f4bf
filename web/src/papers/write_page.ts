// SPDX-License-Identifier: MIT
//
// A paper as a page to print, in the layout of the .docx. It holds no script, and names no address.

import { Html, html } from "../publish/html.ts";
import { policyHash } from "../publish/sha256.ts";
import { kDraft } from "./draft.ts";
import { isFree, placedRows } from "./model.ts";
import type { Block, Cell, Paper, Table } from "./model.ts";

/** The type area, letters and lines of GB/T 9704; fonts by name, with what stands in where they are not there. */
const kStyle = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @top-right { content: "草稿"; font-size: 9pt; } }
@page :right { @bottom-right { content: "— " counter(page) " —"; font-size: 14pt; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font-size: 14pt; } }
@page wide { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
body { margin: 0; background: #fff; }
.paper { box-sizing: content-box; margin: 0 auto; max-width: 156mm; font: 16pt/28pt "Times New Roman", "仿宋_GB2312", FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", serif; color: #000; background: #fff; }
.paper.wide { page: wide; max-width: 225mm; }
h1 { font: 22pt/32pt "方正小标宋简体", "Times New Roman", SimSun, "宋体", STSong, serif; text-align: center; margin: 0 0 14pt; }
h2, h3, h4, p { font-size: 16pt; line-height: 28pt; font-weight: normal; margin: 0; text-indent: 2em; overflow-wrap: anywhere; break-after: avoid; }
p { break-after: auto; text-align: justify; }
h2 { font-family: "Times New Roman", SimHei, "黑体", STHeiti, sans-serif; }
h3 { font-family: "Times New Roman", "楷体_GB2312", KaiTi, "楷体", STKaiti, serif; }
p.note { font-size: 10.5pt; line-height: 16pt; text-indent: 0; margin: 4pt 0; white-space: pre-line; }
p.subtitle { text-align: center; text-indent: 0; font-family: "Times New Roman", "楷体_GB2312", KaiTi, "楷体", STKaiti, serif; }
p.sign { text-align: right; text-indent: 0; padding-right: 4em; }
.draft { font-size: 9pt; line-height: 14pt; text-indent: 0; text-align: right; color: #444; }
@media (forced-colors: active) { .draft { color: CanvasText; } }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 6pt 0; font-size: 10.5pt; line-height: 15pt; }
table.dense { font-size: 9pt; line-height: 12pt; }
caption { font: 14pt/24pt "Times New Roman", SimHei, "黑体", STHeiti, sans-serif; break-after: avoid; }
th, td { border: 1px solid #000; padding: 2pt 3pt; font-weight: normal; text-align: center; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-line; break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.head { background: #ededed; font-weight: bold; } .fail { background: #595959; color: #fff; font-weight: bold; } .near { background: #ffe7ae; } .left { text-align: left; }
.page { break-before: page; }
@media screen { .paper { padding: 20mm 10mm; } }
`;
/** As the .docx has them: tables of more columns have the small letters. */
const kFewColumns = 9;

export function writePage(paper: Paper): string {
  const body = paper.blocks.map((block, at) => blockOf(block, paper.blocks[at - 1]?.kind === "page"));
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${new Html(policyHash(kStyle))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${paper.name}</title>
<style>${new Html(kStyle)}</style>
</head>
<body>
<main class="${paper.wide ? "paper wide" : "paper"}">
<p class="draft">${kDraft}</p>
${body}</main>
</body>
</html>
`.text;
}

function blockOf(block: Block, begins: boolean): Html {
  const page = begins ? "page" : "";
  switch (block.kind) {
    case "page":
      return html``;
    case "table":
      return html`<div class="${page}">${tableOf(block)}${block.notes.map((note) => html`<p class="note">${note}</p>`)}</div>
`;
    case "title":
      return html`<h1 class="${page}">${block.text}</h1>
`;
    case "heading1":
      return html`<h2>${block.text}</h2>
`;
    case "heading2":
      return html`<h3>${block.text}</h3>
`;
    case "heading3":
      return html`<h4>${block.text}</h4>
`;
    default:
      return html`<p class="${block.kind}">${block.text}</p>
`;
  }
}

function tableOf(table: Table): Html {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  // As attributes: the page's policy may forbid what a style attribute says.
  const columns = table.widths.map((share) => html`<col width="${((share / shares) * 100).toFixed(2)}%">`);
  const rows = placedRows(table).map((row, at) => {
    if (isFree(row, table)) return null;
    const cells = row.filter(({ goesOn }) => !goesOn).map(({ cell }) => cellOf(cell, at < table.heads));
    return html`<tr>${cells}</tr>
`;
  });
  const [heads, others] = [rows.slice(0, table.heads), rows.slice(table.heads)];
  return html`<table class="${table.widths.length > kFewColumns ? "dense" : ""}"><caption>${table.title}</caption><colgroup>${columns}</colgroup>
${
  heads.length === 0
    ? null
    : html`<thead>
${heads}</thead>
`
}<tbody>
${others}</tbody></table>
`;
}

function cellOf({ text, columns = 1, rows = 1, look = "plain", left = false }: Cell, inHead: boolean): Html {
  const over = columns > 1 ? html` colspan="${columns}"` : null;
  const down = rows > 1 ? html` rowspan="${rows}"` : null;
  const classes = [look === "plain" ? "" : look, left ? "left" : ""].filter((one) => one !== "").join(" ");
  const named = classes === "" ? null : html` class="${classes}"`;
  // A head without text names nothing.
  if (look !== "head" || text === "") return html`<td${over}${down}${named}>${text}</td>`;
  const scope = inHead ? "col" : "row";
  return html`<th scope="${scope}"${over}${down}${named}>${text}</th>`;
}
