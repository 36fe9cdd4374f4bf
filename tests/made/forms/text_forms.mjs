// SPDX-License-Identifier: MIT
//
// The plain table as text: separators, encodings, line ends, and the ways in which cells and headers are written.

import {
  changed,
  grid,
  headers,
  kAmounts,
  kHeaders,
  kKeys,
  kNumbers,
  kSampleText,
  kSchools,
  rows,
  shifted,
} from "./county.mjs";
import { csv, gb18030, tsv, utf16, utf8 } from "./write.mjs";

const named = (change) => Object.fromEntries(kKeys.map((key) => [key, change(kHeaders[key], key)]));
const fullWidth = (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const thousands = (text) => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** Headers as a clerk of another county writes them; all but the stages in brackets were met in real tables. */
const kOtherWords = {
  county: "区县名称",
  school: "学校",
  type: "办学类型",
  pupils1: "小学学生人数",
  pupils2: "初中学生人数",
  pupils3: "高中学生人数",
  teachers1: "专任教师总人数（小学）",
  teachers2: "专任教师总人数（初中）",
  degree1: "高学历教师数（小学）",
  degree2: "高学历教师数（初中）",
  backbone1: "县级以上骨干教师(小学)",
  backbone2: "县级以上骨干教师(初中)",
  sportsArts1: "艺体教师数（小学）",
  sportsArts2: "艺体教师数（初中）",
  teachingArea: "教学及辅助用房总面积（平方米）",
  hall: "室内体育用房",
  grounds: "校内体育场面积(M2)",
  equipment: "教学仪器设备资产值（账面原值）（万元）",
  rooms: "网络多媒体教室间数",
  note: "说明",
};

const kTraditional = {
  county: "區縣",
  school: "學校名稱",
  type: "學校類型",
  pupils1: "小學在校學生數",
  pupils2: "初中在校學生數",
  pupils3: "高中在校學生數",
  teachers1: "專任教師數(小學)",
  teachers2: "專任教師數(初中)",
  degree1: "高於規定學歷教師數(小學)",
  degree2: "高於規定學歷教師數(初中)",
  backbone1: "縣級以上骨幹教師數(小學)",
  backbone2: "縣級以上骨幹教師數(初中)",
  sportsArts1: "體育藝術專任教師數(小學)",
  sportsArts2: "體育藝術專任教師數(初中)",
  teachingArea: "教學及輔助用房面積(㎡)",
  hall: "室內體育用房面積(㎡)",
  grounds: "運動場地面積(㎡)",
  equipment: "教學儀器設備值(萬元)",
  rooms: "網絡多媒體教室數(間)",
  note: "備註",
};
const kTraditionalTypes = {
  小学: "小學",
  小学校区: "小學校區",
  九年一贯制: "九年一貫制",
  十二年一贯制: "十二年一貫制",
  初中: "初中",
  高完中: "高完中",
  完全中学: "完全中學",
  教学点: "教學點",
  特殊教育学校: "特殊教育學校",
};

/** Columns that nobody evaluates, of the kind that every list of schools has. */
const kUnknownColumns = [
  "法人代表",
  "联系电话",
  "邮政编码",
  "校园绿化用地面积",
  "寄宿生床位数",
  "食堂餐位数",
  "校医人数",
  "校车数",
  "办学宗旨",
  "信息员",
];

const kUnits = {
  pupils1: "人",
  pupils2: "人",
  pupils3: "人",
  teachers1: "人",
  teachers2: "名",
  degree1: "人",
  degree2: "人",
  backbone1: "人",
  backbone2: "人",
  sportsArts1: "人",
  sportsArts2: "人",
  hall: "平方米",
  grounds: "㎡",
  equipment: "万元",
  rooms: "间",
};

function shuffledColumns() {
  const unknown = (school, i) =>
    ["张某", "0571-8888" + school.code.slice(-4), "310000", "12.5", "40", "200", "1", "", "立德树人", "李某"][i];
  const columns = [...kKeys.keys()].map((i) => kKeys[(i * 7 + 3) % kKeys.length]);
  const header = headers(columns);
  const body = rows(columns);
  for (const [i, name] of kUnknownColumns.entries()) {
    header.splice(i * 3, 0, name);
    body.forEach((row, at) => row.splice(i * 3, 0, unknown(kSchools[at], i)));
  }
  return tsv([header, ...body]);
}

export function textForms() {
  const plain = grid();
  const other = grid(kKeys, kOtherWords);
  return [
    { id: "clean-tsv", title: "One header row, tabs", source: "public/samples/sample-county.tsv", input: kSampleText },
    {
      id: "csv-comma",
      title: "CSV with commas, every line with CR LF",
      source: "Excel, save as CSV UTF-8",
      input: csv(plain),
    },
    {
      id: "csv-semicolon",
      title: "CSV with semicolons",
      source: "Excel where the comma is the decimal mark",
      input: csv(plain, { separator: ";" }),
    },
    {
      id: "csv-quoted-breaks",
      title: "Every cell in quotes, line breaks, commas and quotes inside cells",
      source: "WPS and database exports; Alt+Enter inside headers",
      input: csv(
        [
          headers().map((name) => name.replace("(", "\n(").replace("在校", "在\n校")),
          ...rows(
            kKeys,
            kSchools.map((school) => ({ ...school, note: '第一行，说“是”\n第二行,"好"\r\n第三行' })),
          ),
        ],
        { always: true },
      ),
    },
    {
      id: "broken-names",
      title: "Names of county, schools and types broken over lines inside their cells",
      source: "headers.md §2: 庐⏎阳⏎区 (安徽)",
      input: csv(
        grid(
          kKeys,
          kHeaders,
          changed((text) => text.replace(/^(..)(?=.)/, "$1\n"), ["county", "school", "type"]),
        ),
      ),
    },
    {
      id: "csv-gb18030",
      title: "CSV in GB18030",
      source: "Excel and WPS for Windows, save as CSV",
      input: gb18030(csv(plain).replaceAll("㎡", "m2")),
    },
    {
      id: "tsv-utf16le",
      title: "UTF-16 little endian with its mark",
      source: "Excel, save as “Unicode 文本”",
      input: utf16(tsv(plain, "\r\n")),
    },
    {
      id: "tsv-utf16be",
      title: "UTF-16 big endian with its mark",
      source: "iconv, older Macs",
      input: utf16(tsv(plain), true),
    },
    {
      id: "csv-utf8-mark",
      title: "UTF-8 with its mark",
      source: "Excel, save as CSV UTF-8",
      input: utf8(csv(plain), true),
    },
    {
      id: "cr-only",
      title: "Lines end with CR alone",
      source: "Excel for Mac, save as text (Macintosh)",
      input: tsv(plain, "\r"),
    },
    {
      id: "crlf",
      title: "Lines end with CR LF",
      source: "text from the clipboard of Windows",
      input: tsv(plain, "\r\n"),
    },
    {
      id: "markdown",
      title: "A table of Markdown",
      source: "notes and chat programs",
      input: [headers(), headers().map((name) => (name.includes("数") ? "---:" : ":---")), ...rows()]
        .map((row) => `| ${row.join(" | ")} |\n`)
        .join(""),
    },

    {
      id: "units-in-header",
      title: "元, 万㎡ and 公顷 instead of 万元 and ㎡",
      source: "headers.md §2: units differ between tables of one county",
      input: tsv(
        grid(
          kKeys,
          {
            ...named((name) => name),
            equipment: "教学仪器设备值（元）",
            teachingArea: "教学及辅助用房面积（万㎡）",
            hall: "室内体育用房面积(平方米)",
            grounds: "运动场地面积（公顷）",
          },
          changed(
            (text, key) => shifted(text, { equipment: 4, teachingArea: -4, hall: 0, grounds: -4 }[key]),
            kAmounts,
          ),
        ),
      ),
    },
    {
      id: "units-mu",
      title: "Sports grounds in 亩, as exact as they are",
      source: "land is measured in 亩 in rural tables",
      // 1 亩 is 2000/3 ㎡
      input: tsv(
        grid(
          kKeys,
          { ...kHeaders, grounds: "运动场地面积（亩）" },
          changed((text) => String(Number(BigInt(shifted(text, 1)) * 15n) / 1e5), ["grounds"]),
        ),
      ),
    },
    {
      id: "cell-units",
      title: "Units inside the cells, none in the header",
      source: "headers.md §2: 14.65万㎡ in prose",
      input: tsv(
        grid(
          kKeys,
          named((name) => name.replace(/\([㎡万元间]+\)$/, "")),
          changed((text, key) => (key === "teachingArea" ? `${shifted(text, -4)}万㎡` : text + kUnits[key])),
        ),
      ),
    },
    {
      id: "thousands",
      title: "Thousands separators",
      source: "Excel number format #,##0.00",
      input: csv(grid(kKeys, kHeaders, changed(thousands))),
    },
    {
      id: "apostrophes",
      title: "Numbers stored as text, with their apostrophe",
      source: "exports of registers, Excel’s mark for text",
      input: tsv(
        grid(
          kKeys,
          kHeaders,
          changed((text) => `'${text}`),
        ),
      ),
    },
    {
      id: "full-width",
      title: "Full-width digits, points and brackets",
      source: "headers.md §2: １ ５０％ of input methods",
      input: tsv(
        grid(
          kKeys,
          named((name) => name.replace("(", "（").replace(")", "）")),
          changed(fullWidth),
        ),
      ),
    },
    {
      id: "spaced-words",
      title: "Spaces inside the words of headers and types",
      source: "national form: 十  二  年   一   贯 制 学 校, 综 合",
      input: tsv(
        grid(
          kKeys,
          named((name, key) =>
            key === "school" || key === "county"
              ? [...name].join(" ")
              : name.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, (_, at) =>
                  at % 3 === 0 ? " " : at % 3 === 1 ? "　" : "\u00a0",
                ),
          ),
          changed((text) => text.replace("一贯制", " 一   贯 制 "), ["type"]),
        ),
      ),
    },
    {
      id: "padded-cells",
      title: "Spaces around every cell",
      source: "copied from web pages and PDF",
      input: csv(plain.map((line) => line.map((text) => (text === "" ? " " : ` 　${text}\u00a0 `)))),
    },
    { id: "synonyms", title: "The words of another county", source: "headers.md §1", input: tsv(other) },
    {
      id: "traditional",
      title: "Traditional characters",
      source: "headers.md §2: traditional copies of simplified tables",
      input: tsv(
        grid(
          kKeys,
          kTraditional,
          kSchools.map((school) => ({ ...school, type: kTraditionalTypes[school.type] })),
        ),
      ),
    },
    {
      id: "shuffled-columns",
      title: "Columns in another order, ten unknown ones between them",
      source: "school-list-import.xlsx: principal, telephone, address …",
      input: shuffledColumns(),
    },
    {
      id: "dashes",
      title: "A dash or a slash where nothing is",
      source: "printed tables leave no cell empty",
      input: tsv([
        headers(),
        ...rows().map((line, at) => line.map((text) => (text === "" ? ["—", "/", "-", "——"][at % 4] : text))),
      ]),
    },
    {
      id: "trailing-zeros",
      title: "Two decimals everywhere",
      source: "number format 0.00",
      input: tsv(
        grid(
          kKeys,
          kHeaders,
          changed((text) => Number(text).toFixed(2), kNumbers),
        ),
      ),
    },
  ];
}
