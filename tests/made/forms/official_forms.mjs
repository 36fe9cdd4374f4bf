// SPDX-License-Identifier: MIT
//
// The forms that counties and schools are given: table Ⅱ-2 of the national application form and the template of one
// city for a school. They cannot carry all that the sample has; what is missing is said with each.

import { readFileSync } from "node:fs";
import { kSchools, ofStage, perPupil, unitsOf } from "./county.mjs";
import { tsv } from "./write.mjs";

const kIndicators = ["degree", "backbone", "sportsArts", "teachingArea", "sportsArea", "equipment", "rooms"];

/** Spaces and brackets as they are printed. */
const kTable22 = [
  "序 号",
  "学校名称",
  "举办者 类型",
  "在校生数",
  "年级数",
  "班级数",
  "每百名学生拥有高于规定学历教师数",
  "每百名学生拥有县级及以上骨干教师数",
  "每百名学生拥有体育、艺术 (美术、音乐)专任教师数",
  "生均教学及辅助用 房面积（ ㎡）",
  "生均体育运动场馆面积（㎡）",
  "生均教学仪器设备值(元)",
  "每百名学生拥有网络多媒体 教室数",
  "该校综合评估是否达标",
  "备注（注 明有哪几项指标达标，哪几项指标达    到 85%）",
];
const kTitle22 = "表Ⅱ-2  小学、初中资源配置基本情况（分学校）";
const kNote22 =
  "注： 1.小学学校总数25所（其中： 一贯制学校的小学部有4所，50 人及以上教学点有0个），初中学校总数9所（其中： 一贯制学校的初中部4所，完全中学的 初中部2所）。2.举办者类型处填写代码： 中央教育部门代码为 1、 中央其他部门为 2、省级教育部门为 3 、省级其他部门为 4 、地级教育部门为 5、地级其他部门为 6、县级教育部门为 7、 县级其他部门为 8 、地方企业为 9、民办为 10。3. L7-L13 数值均保留两位小数。";

const wide = (text) => [text, ...Array(kTable22.length - 1).fill("")];

/** What is written into the form: everything between its line codes and its note. */
export function table22Rows({ banners, parts }) {
  const lines = [];
  for (const stage of [1, 2]) {
    if (banners) lines.push(wide(stage === 1 ? "一、小学" : "二、初中"));
    unitsOf(stage).forEach((school, i) => {
      const part = parts && /一贯制/.test(school.type) ? ["（小学部）", "（初中部）"][stage - 1] : "";
      const values = perPupil(school, stage, 2);
      lines.push([
        String(i + 1),
        school.school + part,
        "7",
        school[`pupils${stage}`],
        stage === 1 ? "6" : "3",
        "",
        ...kIndicators.map((key) => values[key]),
        "1",
        "",
      ]);
    });
    lines.push(wide("").map((_, i) => (i === 1 ? "…" : "")));
  }
  return lines;
}

const table22 = (how) =>
  tsv([
    wide(kTitle22),
    kTable22,
    [...Array.from({ length: 14 }, (_, i) => `L${i + 1}`), ""],
    ...table22Rows(how),
    wide(kNote22),
  ]);

/** One row for each stage of a school, with what belongs to the whole school divided by hand. */
function rowsByStage() {
  const header = [
    "区县",
    "学校名称",
    "学校类型",
    "学段",
    "在校生数",
    "专任教师数",
    "高于规定学历教师数",
    "县级以上骨干教师数",
    "体育艺术专任教师数",
    "教学及辅助用房面积(㎡)",
    "室内体育用房面积(㎡)",
    "运动场地面积(㎡)",
    "教学仪器设备值(元)",
    "网络多媒体教室数(间)",
  ];
  const lines = [1, 2].flatMap((stage) =>
    unitsOf(stage).map((school) => [
      school.county,
      school.school,
      school.type,
      ["小学", "初中"][stage - 1],
      ...["pupils", "teachers", "degree", "backbone", "sportsArts"].map((key) => school[key + stage]),
      ...["teachingArea", "hall", "grounds"].map((key) => ofStage(school, key, stage, 2)),
      String(Math.round(Number(ofStage(school, "equipment", stage, 6)) * 1e6) / 100),
      ofStage(school, "rooms", stage, 0),
    ]),
  );
  return tsv([header, ...lines]);
}

// ---- the template of a school -------------------------------------------------------------------------------------

const kTemplate = JSON.parse(readFileSync(new URL("school-template.json", import.meta.url), "utf8"));
const kSingle = kSchools
  .filter((school) => ["小学", "小学校区", "初中"].includes(school.type))
  .map((school) => school.school);

function schoolTemplates({ filled }) {
  const both = (school, key) => String(Number(school[`${key}1`]) + Number(school[`${key}2`]));
  return kSchools.map((school) => {
    const values = {
      学校名称: school.school,
      学校类型: { 小学校区: "小学", 高完中: "完全中学" }[school.type] ?? school.type,
      学校代码: school.code,
      小学学生人数: school.pupils1,
      初中学生人数: school.pupils2,
      专任教师总人数: both(school, "teachers"),
      县级及以上骨干教师数: both(school, "backbone"),
      教学及辅助用房总面积: school.teachingArea,
      室内体育用房面积: school.hall,
      学校体育馆面积: school.hall,
      校内体育场面积: school.grounds,
      "教学仪器设备资产值（账面原值）": school.equipment,
      网络多媒体教室间数: school.rooms,
    };
    if (filled) {
      // The template asks for each degree and each subject; any division with the sample's sum is as good as another.
      for (const [i, stage] of ["（小学）", "（初中）"].entries()) {
        if (school[`pupils${i + 1}`] === "") continue;
        values[`本科学历教师人数${stage}`] = school[`degree${i + 1}`];
        if (i === 0) values[`专科学历教师人数${stage}`] = "0";
        values[`硕士学历教师人数${stage}`] = "0";
        values[`博士研究生学历教师人数${stage}`] = "0";
      }
      Object.assign(values, {
        体育专任教师人数: both(school, "sportsArts"),
        音乐专任教师人数: "0",
        美术专任教师人数: "0",
        艺术专任教师人数: "0",
      });
    }
    const lines = kTemplate.rows.map(([group, item, unit, required, note], i) => [
      String(i + 1),
      group,
      item,
      unit,
      values[item] ?? "",
      required,
      note,
    ]);
    return { name: `${school.school}.xlsx`, table: tsv([kTemplate.header, ...lines]) };
  });
}

export function officialForms() {
  const template = "school-template.xlsx, sheet 学校填报数据, one per school";
  return [
    {
      id: "national-2-2",
      title: "Table Ⅱ-2 of the national form, a banner above each stage",
      source: "national-application-form.xlsx, 表2-2",
      input: table22({ banners: true, parts: false }),
      compare: "issue",
      missing: [
        "totals: the form has values per pupil, rounded to two decimals",
        "the county's name",
        "schools that are not evaluated",
      ],
      issues: ["values_given"],
      close: { digits: 0.005, units: 34 },
    },
    {
      id: "national-2-2-real",
      title: "The form’s own workbook filled in, as it comes from the clipboard",
      source: "national-application-form.xlsx, sheet 表2-2, LibreOffice 7.4.7.2, text/html of the clipboard",
      input: new Uint8Array(readFileSync(new URL("files/national-2-2-clipboard.htm", import.meta.url))),
      compare: "issue",
      missing: [
        "totals: the form has values per pupil, rounded to two decimals",
        "the county's name",
        "schools that are not evaluated",
      ],
      issues: ["values_given"],
      close: { digits: 0.005, units: 34 },
    },
    {
      id: "national-2-2-bare",
      title: "The same as it is printed: nothing says which school is of which stage",
      source: "national-application-form.xlsx, 表2-2",
      input: table22({ banners: false, parts: true }),
      compare: "issue",
      missing: ["the stage of each row: the form shows it by the order alone", "totals"],
      issues: ["stage_from_name", "stage_unknown", "values_given"],
    },
    {
      id: "rows-by-stage",
      title: "A row for each stage of a school, what is shared divided by hand",
      source: "注意事项 of the national form: each 一贯制 school as two rows",
      input: rowsByStage(),
      compare: "issue",
      missing: [
        "totals of schools of several stages: what was divided by hand is rounded",
        "schools that are not evaluated",
      ],
      issues: [],
      close: { share: 0.03, units: 34 },
    },
    {
      id: "school-template-blank",
      title: "The template of one city, a file of each school; degrees and subjects left blank",
      source: template,
      input: schoolTemplates({ filled: false }),
      compare: "issue",
      missing: [
        "teachers by degree (the sample has their sum)",
        "sports and arts teachers by subject (the sample has their sum)",
        "pupils of 高中",
        "teachers and backbone teachers by stage",
        "the county's name",
      ],
      issues: ["column_twice", "resource_not_given", "teachers_split"],
      close: {
        share: 0,
        schools: kSingle,
        indicators: ["backbone_teachers", "teaching_area", "sports_area", "equipment_value", "multimedia_rooms"],
      },
    },
    {
      id: "school-template-filled",
      title: "The same with degrees and subjects filled in",
      source: template,
      input: schoolTemplates({ filled: true }),
      compare: "issue",
      missing: ["pupils of 高中", "sports and arts teachers and backbone teachers by stage", "the county's name"],
      issues: ["column_twice", "teachers_split"],
      close: { share: 0, schools: kSingle },
    },
  ];
}
