// SPDX-License-Identifier: MIT
//
// A paper as .docx, laid out by GB/T 9704: the fewest parts that Word, WPS and LibreOffice open without a complaint. The
// same paper gives the same bytes. Why not by a library: docs/decisions.md.

import { strToU8, zipSync } from "fflate";
import type { Zippable } from "fflate";
import type { Look } from "../files/book_styles.ts";
import { markup } from "../files/cell_text.ts";
import { printable } from "../kit/escape.ts";
import { kDraft } from "./draft.ts";
import { keptWhole } from "./kept_whole.ts";
import { isFree, placedRows } from "./model.ts";
import type { Block, Cell, LineKind, Paper, Table } from "./model.ts";

const kSchemas = "http://schemas.openxmlformats.org/";
const kMain = `${kSchemas}wordprocessingml/2006/main`;
const kRelations = `${kSchemas}officeDocument/2006/relationships`;
const kPackage = `${kSchemas}package/2006/`;
const kContent = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const kHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const noTime = (): Date => new Date(1980, 0, 1, 12);

/** Twentieths of a point. A4, and the type area of the norm: 37 mm above, 35 below, 28 at the binding, 26 outside. */
const kPage = { short: 11906, long: 16838 };
const kMargins = { top: 2098, bottom: 1984, binding: 1587, outside: 1474 };
const kLineHeight = 28 * 20;

/** Fonts that are not on every machine, each with the one that stands in for it. None is embedded. */
const kFonts = {
  title: ["方正小标宋简体", "宋体"],
  body: ["仿宋_GB2312", "仿宋"],
  first: ["黑体", "SimHei"],
  second: ["楷体_GB2312", "楷体"],
  page: ["宋体", "SimSun"],
} as const;

/** Sizes in half points: 二号, 三号, 四号, 五号, 小五. */
const kSizes = { title: 44, body: 32, page: 28, table: 21, small: 18 };
/** Tables of more columns have the small letters, and less room at the sides of their cells. */
const kFewColumns = 9;
/** Tables of no more rows are not broken over pages. */
const kShort = 12;
/** Twentieths of a point. */
const kBorder = 10;

interface Style {
  readonly font: keyof typeof kFonts;
  readonly size: number;
  readonly paragraph: string;
}

const exact = `<w:spacing w:line="${kLineHeight}" w:lineRule="exact"/>`;
const indented = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const kStyles: Readonly<Record<Exclude<LineKind, "page">, Style>> = {
  title: { font: "title", size: kSizes.title, paragraph: `<w:spacing w:after="280"/><w:jc w:val="center"/>` },
  subtitle: { font: "second", size: kSizes.body, paragraph: `${exact}<w:jc w:val="center"/>` },
  heading1: {
    font: "first",
    size: kSizes.body,
    paragraph: `<w:keepNext/>${exact}${indented}<w:outlineLvl w:val="0"/>`,
  },
  heading2: {
    font: "second",
    size: kSizes.body,
    paragraph: `<w:keepNext/>${exact}${indented}<w:outlineLvl w:val="1"/>`,
  },
  heading3: { font: "body", size: kSizes.body, paragraph: `<w:keepNext/>${exact}${indented}<w:outlineLvl w:val="2"/>` },
  text: { font: "body", size: kSizes.body, paragraph: `${exact}${indented}<w:jc w:val="both"/>` },
  note: { font: "body", size: kSizes.table, paragraph: `<w:keepNext/><w:spacing w:before="80" w:after="80"/>` },
  sign: {
    font: "body",
    size: kSizes.body,
    paragraph: `${exact}<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>`,
  },
};

export function writeDocx(paper: Paper): Uint8Array<ArrayBuffer> {
  const files: Zippable = {
    "[Content_Types].xml": part(contentTypes()),
    "_rels/.rels": part(relations([["officeDocument", "word/document.xml"]])),
    "word/document.xml": part(documentOf(paper)),
    "word/_rels/document.xml.rels": part(relations(kParts.map((name) => [name.replace(/\d$/, ""), `${name}.xml`]))),
    "word/styles.xml": part(styles()),
    "word/fontTable.xml": part(fontTable()),
    "word/settings.xml": part(`<w:settings xmlns:w="${kMain}"><w:evenAndOddHeaders/></w:settings>`),
    "word/header1.xml": part(header()),
    "word/footer1.xml": part(footer("right")),
    "word/footer2.xml": part(footer("left")),
  };
  return zipSync(files, { mtime: noTime() });
}

/** In the order of their relations, r1 and on. */
const kParts = ["styles", "fontTable", "settings", "header1", "footer1", "footer2"];

const part = (xml: string): Uint8Array<ArrayBuffer> => strToU8(kHead + xml);

function contentTypes(): string {
  const override = (name: string, type: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${kContent}${type}+xml"/>`;
  return (
    `<Types xmlns="${kPackage}content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    override("document", "document.main") +
    kParts.map((name) => override(name, name.replace(/\d$/, ""))).join("") +
    "</Types>"
  );
}

function relations(links: readonly (readonly [type: string, path: string])[]): string {
  const each = links.map(
    ([type, path], at) => `<Relationship Id="r${at + 1}" Type="${kRelations}/${type}" Target="${path}"/>`,
  );
  return `<Relationships xmlns="${kPackage}relationships">${each.join("")}</Relationships>`;
}

const said = (text: string): string => markup(printable(text));

function fontsOf(font: keyof typeof kFonts): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${kFonts[font][0]}" w:cs="Times New Roman"/>`;
}

function styles(): string {
  const each = Object.entries(kStyles).map(
    ([id, { font, size, paragraph }]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>` +
      `<w:rPr>${fontsOf(font)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`,
  );
  return (
    `<w:styles xmlns:w="${kMain}"><w:docDefaults><w:rPrDefault><w:rPr>${fontsOf("body")}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    `${each.join("")}</w:styles>`
  );
}

function fontTable(): string {
  const each = Object.values(kFonts).map(
    ([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/></w:font>`,
  );
  return `<w:fonts xmlns:w="${kMain}">${each.join("")}</w:fonts>`;
}

function header(): string {
  const run = `<w:r><w:rPr>${fontsOf("page")}<w:sz w:val="${kSizes.small}"/></w:rPr><w:t xml:space="preserve">${said(kDraft)}</w:t></w:r>`;
  return `<w:hdr xmlns:w="${kMain}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${run}</w:p></w:hdr>`;
}

/** — 1 — at the outer corner, one letter away from the edge. */
function footer(side: "left" | "right"): string {
  const look = `<w:rPr>${fontsOf("page")}<w:sz w:val="${kSizes.page}"/></w:rPr>`;
  const run = (inside: string): string => `<w:r>${look}${inside}</w:r>`;
  const number =
    run('<w:fldChar w:fldCharType="begin"/>') +
    run('<w:instrText xml:space="preserve"> PAGE </w:instrText>') +
    run('<w:fldChar w:fldCharType="separate"/>') +
    run("<w:t>1</w:t>") +
    run('<w:fldChar w:fldCharType="end"/>');
  const edge = `<w:ind w:${side}Chars="100" w:${side}="${kSizes.page * 10}"/>`;
  const dash = (text: string): string => run(`<w:t xml:space="preserve">${text}</w:t>`);
  return `<w:ftr xmlns:w="${kMain}"><w:p><w:pPr>${edge}<w:jc w:val="${side}"/></w:pPr>${dash("— ")}${number}${dash(" —")}</w:p></w:ftr>`;
}

function documentOf(paper: Paper): string {
  const { short, long } = kPage;
  const { top, bottom, binding, outside } = kMargins;
  // A page on its side is bound where its top edge is.
  const [width, height] = paper.wide ? [long, short] : [short, long];
  const size = `<w:pgSz w:w="${width}" w:h="${height}"${paper.wide ? ' w:orient="landscape"' : ""}/>`;
  const margins = paper.wide
    ? { top: binding, right: top, bottom: outside, left: bottom }
    : { top, right: outside, bottom, left: binding };
  const edges = Object.entries(margins).map(([side, wide]) => ` w:${side}="${wide}"`);
  const inside = width - margins.left - margins.right;
  const body = blocksOf(paper.blocks, inside).join("");
  const references = ["default", "even"].map((type) => `<w:headerReference w:type="${type}" r:id="r4"/>`).join("");
  return (
    `<w:document xmlns:w="${kMain}" xmlns:r="${kRelations}"><w:body>${body}<w:sectPr>${references}` +
    `<w:footerReference w:type="default" r:id="r5"/><w:footerReference w:type="even" r:id="r6"/>` +
    `${size}<w:pgMar${edges.join("")} w:header="851" w:footer="1134" w:gutter="0"/></w:sectPr></w:body></w:document>`
  );
}

function blocksOf(blocks: readonly Block[], width: number): string[] {
  let breaks = false;
  let above: Block | undefined;
  return blocks.map((block, at) => {
    // Lines below a table stand in it (notesRow).
    if (block.kind === "note" && above?.kind === "table") return "";
    above = block;
    if (block.kind === "page") {
      breaks = true;
      return "";
    }
    const before = breaks ? "<w:pageBreakBefore/>" : "";
    breaks = false;
    if (block.kind !== "table") return paragraph(block.kind, block.text, before);
    const title = block.title === "" && before === "" ? "" : tableTitle(block.title, before);
    const after = blocks.slice(at + 1);
    const end = after.findIndex(({ kind }) => kind !== "note");
    const below = after.slice(0, end < 0 ? undefined : end).map((one) => (one.kind === "table" ? "" : one.text));
    const next = end < 0 ? undefined : after[end];
    const meets = next === undefined || (next.kind === "table" && next.title === "");
    return title + tableOf({ ...block, notes: [...block.notes, ...below] }, width) + (meets ? kAfterTable : "");
  });
}

function runsOf(text: string, look = ""): string {
  const lines = text.split(/\r\n?|\n/).map((one) => `<w:t xml:space="preserve">${said(one)}</w:t>`);
  return `<w:r>${look}${lines.join("<w:br/>")}</w:r>`;
}

function paragraph(style: Exclude<LineKind, "page">, text: string, before = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${before}</w:pPr>${runsOf(text)}</w:p>`;
}

function tableTitle(text: string, before: string): string {
  const look = `<w:rPr>${fontsOf("first")}<w:sz w:val="${kSizes.page}"/></w:rPr>`;
  return `<w:p><w:pPr><w:keepNext/>${before}<w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/></w:pPr>${runsOf(text, look)}</w:p>`;
}

function tableOf(table: Table, width: number): string {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  const columns = table.widths.map((share) => Math.floor((share * width) / shares));
  const [letters, side] = columns.length > kFewColumns ? [kSizes.small, 20] : [kSizes.table, 40];
  const border = ["top", "left", "bottom", "right", "insideH", "insideV"].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
  );
  const placed = placedRows(table);
  const last = placed.length - 1 - [...placed].reverse().findIndex((row) => !isFree(row, table));
  const rows = placed.map((row, at) => {
    if (isFree(row, table)) return "";
    const cells = row.map(({ cell, column, goesOn }) => {
      const span = cell.columns ?? 1;
      const width = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      const text = cell.left ? cell.text : keptWhole(cell.text, (width - 2 * side - kBorder) / (letters * 10));
      // The last row stays with the notes below it, and a short table on one page.
      const keeps = at === last ? table.notes.length > 0 : placed.length <= kShort;
      return cellOf({ ...cell, text }, width, goesOn, letters, keeps);
    });
    const again = at < table.heads ? "<w:tblHeader/>" : "";
    return `<w:tr><w:trPr><w:cantSplit/>${again}</w:trPr>${cells.join("")}</w:tr>`;
  });
  const wide = columns.reduce((sum, one) => sum + one, 0);
  if (table.notes.length > 0) rows.push(notesRow(table.notes, columns.length, wide));
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${wide}" w:type="dxa"/><w:jc w:val="center"/>` +
    `<w:tblBorders>${border.join("")}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${columns.map((wide) => `<w:gridCol w:w="${wide}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>`
  );
}

/** Two tables without a paragraph between them would be one, and Word ends a document with a paragraph of its own. */
const kAfterTable = `<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>`;

/** A row without lines: LibreOffice keeps a row with the one below it, but the last one with no paragraph. */
function notesRow(notes: readonly string[], columns: number, width: number): string {
  const none = ["left", "bottom", "right"].map((side) => `<w:${side} w:val="nil"/>`).join("");
  return (
    `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:gridSpan w:val="${columns}"/>` +
    `<w:tcBorders>${none}</w:tcBorders></w:tcPr>${notes.map((note) => paragraph("note", note)).join("")}</w:tc></w:tr>`
  );
}

/** Grounds as a workbook of results has them: dark, and light letters on it. */
const kGrounds: Partial<Record<Look, string>> = { head: "EDEDED", fail: "595959", near: "FFE7AE" };

/** `keeps`: on the page of what follows. */
function cellOf(cell: Cell, width: number, goesOn: boolean, letters: number, keeps: boolean): string {
  const { text, columns = 1, rows = 1, look = "plain", left = false } = cell;
  const fill = kGrounds[look];
  const ground = fill === undefined ? "" : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "";
  const merged = goesOn ? "<w:vMerge/>" : rows > 1 ? '<w:vMerge w:val="restart"/>' : "";
  const colour = look === "fail" ? '<w:color w:val="FFFFFF"/>' : "";
  const bold = look === "head" || look === "fail" ? "<w:b/>" : "";
  const run = goesOn ? "" : runsOf(text, `<w:rPr>${bold}${colour}<w:sz w:val="${letters}"/></w:rPr>`);
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merged}${ground}<w:vAlign w:val="center"/></w:tcPr>` +
    `<w:p><w:pPr>${keeps ? "<w:keepNext/>" : ""}<w:jc w:val="${left ? "left" : "center"}"/></w:pPr>${run}</w:p></w:tc>`
  );
}
