// SPDX-License-Identifier: MIT
//
// Papers of counties, and what stands in them whatever the format: texts of cells and paragraphs.

import { createRequire } from "node:module";
import { unzipSync } from "../../web/node_modules/fflate/esm/index.mjs";
import { loadJunheng, sampleText } from "../support/publishing.mjs";
import { sourceModule } from "../support/sources.mjs";

const XLSX = createRequire(new URL("../package.json", import.meta.url))("@e965/xlsx");

export const { makePaper, formatsOf, kPaperKinds } = await sourceModule("papers/make_paper.ts");
const { schoolCells } = await sourceModule("papers/school_cells.ts");
const junheng = await loadJunheng();

/** What a county states: some of it meets the standard, some does not, some contradicts itself, most is missing. */
export const kFacts = {
  trained_teachers: 4400,
  full_time_teachers: 4500,
  exchanged_backbone: 30,
  exchanged_teachers: 120,
  eligible_teachers: 1000,
  quality_allocated: 2008,
  quality_plan: 4255,
  near_rate: { primary: 100, middle: 96.1 },
  teacher_pay: "12.3万元",
  civil_servant_pay: 120000,
  special_funds: 1158000,
  special_pupils: 193,
  survey_satisfied: 900,
  survey_valid: 1000,
  level_chinese: 3,
  gap_chinese: 0.12,
  items: { G1: "是", G2: { value: true, note: "见文件" } },
  V1: false,
};

export const kAbout = {
  department: "示例区教育委员会",
  filler: "张三",
  date: "2024年9月1日",
  deadline: "2025年8月31日",
  basics: { L1: "43.565", L3: "12", L5: "65321.4" },
};

export function sourceOf({ table = sampleText, county = kFacts, about = kAbout, standard = "quality-2017" } = {}) {
  const evaluation = junheng.evaluate({ table, county, standard });
  const [first] = evaluation.counties;
  return {
    county: first,
    schools: schoolCells((place) => junheng.read({ table, ...place }), evaluation.columns, first.units),
    standard: junheng.standards().find(({ id }) => id === standard),
    engine: junheng.version,
    about,
  };
}

export const formatsAndKinds = (source) =>
  kPaperKinds.flatMap((kind) => formatsOf(kind, source).map((format) => ({ kind, format })));

export const partsOf = (bytes) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, Buffer.from(data).toString()]));

const kEntities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const plain = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => kEntities[name]);

/** Every text of a document, in its order: of a paragraph, of a cell. */
export const documentTexts = (bytes) =>
  [...partsOf(bytes)["word/document.xml"].matchAll(/<w:p>([^]*?)<\/w:p>/g)].map(([, paragraph]) =>
    [...paragraph.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => plain(text ?? "\n")).join(""),
  );

/** The sheets of a workbook: cells as a spreadsheet shows them, what is merged. */
export function sheetsOf(bytes) {
  const book = XLSX.read(bytes, { cellStyles: true });
  return book.SheetNames.map((name) => ({
    name,
    rows: XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1, raw: false, defval: "", blankrows: true }),
    merges: (book.Sheets[name]["!merges"] ?? []).map((range) => XLSX.utils.encode_range(range)),
    formulas: Object.values(book.Sheets[name]).filter((cell) => cell?.f !== undefined).length,
    ground: (place) => book.Sheets[name][place]?.s?.fgColor?.rgb ?? null,
  }));
}

/** All texts of a paper. */
export function textsOf({ bytes }, format) {
  if (format === "docx") return documentTexts(bytes);
  if (format === "xlsx") return sheetsOf(bytes).flatMap(({ rows }) => rows.flat());
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (format === "csv")
    return [...text.matchAll(/(?:^|,|\n|\ufeff)("(?:[^"]|"")*"|[^",\r\n]*)/g)].map(([, cell]) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    );
  return [...text.replace(/<style>[^]*?<\/style>/, "").matchAll(/>([^<]+)</g)].map(([, one]) => plain(one));
}
