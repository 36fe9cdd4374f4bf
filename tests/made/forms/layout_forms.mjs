// SPDX-License-Identifier: MIT
//
// What stands around and between the schools: titles, several header rows, totals, notes, blocks, merged cells,
// tables on their side, and counties that come in several pieces.

import { changed, grid, headers, kHeaders, kKeys, kSchools, row, rows, totals } from "./county.mjs";
import { cell, flat, plainPage, transposed, tsv } from "./write.mjs";

export const kTitle = "示例区2024年义务教育学校基本情况统计表";
export const kFilledBy = "填报单位：示例区教育委员会（公章）　　填报日期：2024年10月8日　　单位：人、平方米、万元、间";
export const kNotes = [
  "注：1.本表数据截至2024年9月1日。2.一贯制学校和完全中学各学段合填一行。3.教学及辅助用房面积含室内体育用房面积。",
  "填表人：张某　　　审核人：李某　　　单位负责人：王某　　　联系电话：0571-88880000",
];
const alone = (text, width = kKeys.length) => [text, ...Array(width - 1).fill("")];

// ---- several header rows ------------------------------------------------------------------------------------------

/** Parents, children and units, with the cells that a merge covers as null. */
export function mergedHeader() {
  const stages = [
    ["小学", "人"],
    ["初中", "人"],
  ];
  const groups = [
    ["在校生数", [...stages, ["高中", "人"]]],
    ["专任教师数", stages],
    ["高于规定学历教师数", stages],
    ["县级以上骨干教师数", stages],
    ["体育艺术专任教师数", stages],
    [
      "校舍和场地面积",
      [
        ["教学及辅助用房面积", "㎡"],
        ["室内体育用房面积", "㎡"],
        ["运动场地面积", "㎡"],
      ],
    ],
    [
      "教学设备",
      [
        ["教学仪器设备值", "万元"],
        ["网络多媒体教室数", "间"],
      ],
    ],
  ];
  const whole = (text) => [cell(text, 1, 3), null, null];
  const columns = ["区县", "学校名称", "学校类型"].map(whole);
  for (const [name, children] of groups) {
    children.forEach(([child, unit], i) => columns.push([i === 0 ? cell(name, children.length) : null, child, unit]));
  }
  columns.push(whole("备注"));
  return [0, 1, 2].map((level) => columns.map((column) => column[level]));
}

/** The whole sheet: a title over all columns, who filled it in, the header, the schools, a total and notes. */
export function mergedSheet() {
  const over = (text) => [cell(text, kKeys.length), ...Array(kKeys.length - 1).fill(null)];
  return [over(kTitle), over(kFilledBy), ...mergedHeader(), ...rows(), totals("合计"), ...kNotes.map(over)];
}

/** Four header rows as the export of the statistics writes them: a parent stands in its first cell only. */
function statisticsHeader() {
  const paths = {
    county: ["统计三级"],
    school: ["学校名称"],
    type: ["办学类型"],
    pupils1: ["在校生数", "小学"],
    pupils2: ["", "初中"],
    pupils3: ["", "高中"],
    teachers1: ["专任教师", "小学"],
    teachers2: ["", "初中"],
    degree1: ["#高于规定学历专任教师数", "小学"],
    degree2: ["", "初中"],
    backbone1: ["教基1102", "县级以上骨干教师(小学)"],
    backbone2: ["", "县级以上骨干教师(初中)"],
    sportsArts1: ["", "体育艺术专任教师数(小学)"],
    sportsArts2: ["", "体育艺术专任教师数(初中)"],
    teachingArea: ["本学年校舍建筑面积", "教学及辅助用房", "计"],
    hall: ["", "", "其中", "室内体育用房"],
    grounds: ["占地面积及其他办学条件", "占地面积（平方米）", "其中", "运动场地面积"],
    equipment: ["固定资产总值", "教学仪器设备资产值(万元)"],
    rooms: ["信息化", "网络多媒体教室"],
    note: ["备注"],
  };
  return [0, 1, 2, 3].map((level) => kKeys.map((key) => paths[key][level] ?? ""));
}

// ---- rows that are no schools -------------------------------------------------------------------------------------

/** The schools in their order, cut where the type changes. */
function byType() {
  const blocks = [];
  for (const school of kSchools) {
    const last = blocks.at(-1);
    if (last?.[0].type === school.type) last.push(school);
    else blocks.push([school]);
  }
  return blocks;
}

function withTotals() {
  const lines = [headers(), totals("平均", { means: true })];
  for (const block of byType()) lines.push(...rows(kKeys, block), totals("小 计", { schools: block }));
  const inFirst = totals("").map((text, i) => (i === 0 ? "全区合计" : text));
  return tsv([...lines, totals("合计"), totals("总　计"), inFirst, totals("平均值", { means: true })]);
}

function withEllipses() {
  const lines = [headers()];
  for (const [i, block] of byType().entries()) {
    const mark = ["…", "……", "...", "⋯", "…"][i % 5];
    lines.push(
      ...rows(kKeys, block),
      i % 2 === 0 ? kKeys.map((key) => (key === "school" ? mark : "")) : kKeys.map(() => mark),
    );
  }
  return tsv(lines);
}

function withGaps() {
  const columns = (line) => ["", "", ...line.slice(0, 6), "", ...line.slice(6, 14), "", "", ...line.slice(14), ""];
  const empty = columns(kKeys.map(() => ""));
  const lines = grid().map(columns);
  const gaps = [empty, empty, lines[0], empty];
  lines
    .slice(1)
    .forEach((line, i) => gaps.push(line, ...(i % 7 === 6 ? [empty] : []), ...(i === 20 ? [empty, [""]] : [])));
  return tsv([...gaps, empty, empty]);
}

// ---- blocks -------------------------------------------------------------------------------------------------------

const kAmountsAndRest = ["teachingArea", "hall", "grounds", "equipment", "rooms", "note"];
const kStaff = ["teachers", "degree", "backbone", "sportsArts"];

/** Of one stage: the stage stands in the banner above and not in the headers. */
function stageColumns(stage) {
  const keys = ["county", "school", "type", `pupils${stage}`, ...kStaff.map((key) => key + stage), ...kAmountsAndRest];
  const names = headers(keys).map((name) => name.replace(/^(小学|初中)(?=在校生数)|\((小学|初中)\)$/, ""));
  return { keys, names };
}

function byStage() {
  const of = (...types) => kSchools.filter((school) => types.includes(school.type));
  const whole = { keys: kKeys, names: headers() };
  const middle = [
    "county",
    "school",
    "type",
    "pupils2",
    "pupils3",
    ...kStaff.map((key) => `${key}2`),
    ...kAmountsAndRest,
  ];
  return [
    ["一、小学", of("小学", "小学校区"), stageColumns(1)],
    ["二、一贯制学校", of("九年一贯制", "十二年一贯制"), whole],
    ["三、初中和完全中学", of("初中", "高完中", "完全中学"), { keys: middle, names: headers(middle) }],
    ["四、其他", of("教学点", "特殊教育学校"), whole],
  ].flatMap(([banner, schools, { keys, names }]) => [
    alone(`${banner}（${schools.length}所）`, keys.length + 1),
    ["序号", ...names],
    ...schools.map((school, i) => [String(i + 1), ...row(school, keys)]),
  ]);
}

/** The type of school written once for all the schools of its block, the county once for all. */
function merged() {
  const keys = ["county", "type", "school", ...kKeys.slice(3)];
  const lines = [headers(keys)];
  for (const block of byType()) {
    block.forEach((school, i) => {
      const line = row(school, keys);
      line[0] = lines.length === 1 ? cell(line[0], 1, kSchools.length) : null;
      line[1] = i === 0 ? cell(line[1], 1, block.length) : null;
      lines.push(line);
    });
  }
  return lines;
}

/** Rows of HTML that put the text of a merged header in the middle, as most pages do. */
const page = (sheet, headerRows) => plainPage(sheet, headerRows);

// ---- several inputs -----------------------------------------------------------------------------------------------

function byTown() {
  return [...new Set(kSchools.map((school) => school.town))].map((town) => ({
    name: `${town}.tsv`,
    table: tsv(
      grid(
        kKeys,
        kHeaders,
        kSchools.filter((school) => school.town === town),
      ),
    ),
  }));
}

function byDepartment() {
  const names = { ...kHeaders, code: "学校代码" };
  const people = ["county", "code", ...kKeys.slice(1, 14)];
  const things = ["code", "school", ...kKeys.slice(14)];
  const shuffled = kSchools.map((_, i) => kSchools[(i * 5 + 2) % kSchools.length]);
  const table = (keys, schools) => tsv([keys.map((key) => names[key]), ...rows(keys, schools)]);
  return [
    { name: "人事科.tsv", table: table(people, kSchools) },
    { name: "装备中心.tsv", table: table(things, shuffled) },
  ];
}

function twoCounties() {
  return ["示例甲区", "示例乙区"].flatMap((county) => [
    alone(`${county}2024年义务教育学校基本情况统计表`),
    headers(),
    ...rows(
      kKeys,
      changed(() => county, ["county"]),
    ),
    [""],
  ]);
}

export function layoutForms() {
  const sheet = mergedSheet();
  const header = mergedHeader();
  const numbered = byType().flatMap((block) => block.map((school, i) => [String(i + 1), ...row(school)]));
  const codes = ["L1", "L2", "L3", ...kKeys.slice(3).map((_, i) => `L${i + 4}`)];
  return [
    {
      id: "header-merged-html",
      title: "Title, three header rows with merges, a row of units",
      source: "national form 表Ⅰ: A5:D5, E5:H5, U6:V6",
      input: page([sheet[0], sheet[1], ...header, ...rows()], 5),
    },
    {
      id: "header-merged-tsv",
      title: "The same as text: a parent stands in its first cell only",
      source: "headers.md §2, ST",
      input: tsv(flat([sheet[0], sheet[1], ...header, ...rows()])),
    },
    {
      id: "header-four-rows",
      title: "Four header rows of the statistics",
      source: "export of the education statistics (ST)",
      input: tsv([...statisticsHeader(), ...rows()]),
    },
    {
      id: "header-breaks-html",
      title: "Headers with <br> inside",
      source: "national form: 其 中 专 任 教 师 in a narrow column",
      input: page([headers(), ...rows()], 1)
        .replaceAll("专任教师数(", "专任<br>教师数<br/>(")
        .replaceAll("用房面积", "用房<br />\n   面积"),
    },
    {
      id: "line-codes",
      title: "A row of line codes under the header",
      source: "national form 表Ⅱ-2, 宁国, 鸠江",
      input: tsv([headers(), codes, ...rows()]),
    },
    {
      id: "column-numbers",
      title: "A row of column numbers under the header: 甲 乙 丙 1 2 3",
      source: "forms of the statistics bureau",
      input: tsv([headers(), ["甲", "乙", "丙", ...kKeys.slice(3).map((_, i) => String(i + 1))], ...rows()]),
    },
    {
      id: "title-rows",
      title: "Title, form number and “填报单位” above the header",
      source: "every printed form",
      input: tsv([["附件2"], alone(kTitle), ["", "", "", "表号：教统1表"], alone(kFilledBy), ...grid()]),
    },
    {
      id: "totals",
      title: "小计, 合计, 总计, 全区合计 and means in several places",
      source: "headers.md §2: 总计 / 合计 / 全县 总计 / 总 计",
      input: withTotals(),
    },
    {
      id: "notes",
      title: "Notes and signatures below",
      source: "national form 表Ⅱ-2, last row",
      input: tsv([...grid(), ...kNotes.map((text) => alone(text)), ["示例区教育委员会　2024年10月"]]),
    },
    { id: "ellipses", title: "Rows of “…” between the schools", source: "national form 表Ⅱ-2", input: withEllipses() },
    {
      id: "gaps",
      title: "Empty rows and empty columns",
      source: "sheets with frames; phantom cells of WPS",
      input: withGaps(),
    },
    {
      id: "serial-restarts",
      title: "序号 starts again with every type",
      source: "national form 表Ⅱ-2",
      input: tsv([["序 号", ...headers()], ...numbered]),
    },
    {
      id: "blocks-by-stage",
      title: "A block for each kind of school, with its own banner and header",
      source: "county lists: 一、小学（25所）",
      input: tsv([alone(kTitle), ...byStage()]),
    },
    {
      id: "merged-types-html",
      title: "County and type merged over their schools",
      source: "headers.md §2: stage in a vertically merged cell",
      input: page(merged(), 1),
    },
    {
      id: "merged-types-tsv",
      title: "The same as text: county and type stand in the first row only",
      source: "the text that goes with such a clipboard",
      input: tsv(flat(merged())),
    },
    {
      id: "transposed-tsv",
      title: "One school per column",
      source: "comparisons for meetings",
      input: tsv(transposed(grid())),
    },
    {
      id: "transposed-html",
      title: "The same from a page, under a title",
      source: "comparisons for meetings",
      input: page([[cell(kTitle, kSchools.length + 1), ...kSchools.map(() => null)], ...transposed(grid())], 1),
    },
    {
      id: "whole-sheet-tsv",
      title: "Title, merged header, schools, total, notes: everything at once, as text",
      source: "national form 表Ⅰ and 表Ⅱ-2 together",
      input: tsv(flat(sheet), "\r\n"),
    },
    { id: "files-by-town", title: "A file of each town", source: "towns report to the county", input: byTown() },
    {
      id: "files-by-department",
      title: "People in one file, buildings and equipment in another, in another order",
      source: "departments of one bureau",
      input: byDepartment(),
    },
    {
      id: "two-counties",
      title: "Two counties one under another, each under its title",
      source: "tables of a city",
      input: tsv(twoCounties()),
      counties: ["示例甲区", "示例乙区"],
    },
  ];
}
