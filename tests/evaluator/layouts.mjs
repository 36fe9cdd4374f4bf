// SPDX-License-Identifier: MIT
//
// Every layout that tables have: {name, write(county) → table or sheets, can(school)}, the last being whether the layout
// can say what the school is.

import { headerOf, headers, stageWords, typeWords } from "./fields.mjs";
import {
  anySchool,
  byStage,
  files,
  inOtherUnits,
  isArea,
  isJoint,
  named,
  needsNoType,
  ofNoStage,
  partNamed,
  partWords,
  saysItsStages,
  sheetsByStage,
  split,
  staged,
  text,
  twoHeaderRows,
  typed,
  wideRow,
  withTitle,
} from "./layout_tables.mjs";

export const layouts = [
  {
    name: "one row a school: 小学在校生数, 初中在校生数",
    write: (county) => text(county.schools.map((school) => wideRow(school))),
  },
  {
    name: "one row a school: 在校生数(小学), 在校生数（初中）",
    write: (county) =>
      text(
        county.schools.map((school) =>
          wideRow(school, ({ field, stage }) =>
            stage === null
              ? headers[field]
              : `${headers[field]}${stage === "middle" ? "（初中）" : `(${stageWords[stage]})`}`,
          ),
        ),
      ),
  },
  { name: "one row a school under a header of two rows", write: twoHeaderRows },
  {
    name: "one row a school, areas and rooms of its stages in columns of the stages",
    write: (county) =>
      text(
        county.schools.map((school) => {
          const row = wideRow(school);
          for (const [field, shares] of Object.entries(school.byStage ?? {})) {
            if (ofNoStage.has(field)) continue;
            delete row[headers[field]];
            for (const [stage, share] of Object.entries(shares ?? {})) row[headerOf({ field, stage })] = share;
          }
          return row;
        }),
      ),
    can: (school) => Object.values(school.byStage ?? {}).every((shares) => shares !== null),
  },
  {
    name: "one row a stage with 学段, one name, 学校类型",
    write: (county) =>
      text(byStage(county, (school, stage) => ({ ...named(school), ...typed(school), ...staged(stage) }))),
  },
  {
    name: "one row a stage with 学段, one name, no 学校类型",
    write: (county) => text(byStage(county, (school, stage) => ({ ...named(school), ...staged(stage) }))),
    can: needsNoType,
  },
  {
    name: "rows 甲校小学部, 甲校初中部 with 学校类型 of the school",
    write: (county) => text(byStage(county, (school, stage) => ({ ...partNamed(school, stage), ...typed(school) }))),
    can: saysItsStages,
  },
  {
    name: "rows 甲校小学部, 甲校初中部 with 学校类型 and 学段",
    write: (county) =>
      text(byStage(county, (school, stage) => ({ ...partNamed(school, stage), ...typed(school), ...staged(stage) }))),
  },
  {
    name: "rows 甲校小学部, 甲校初中部 with 学段, no 学校类型",
    write: (county) => text(byStage(county, (school, stage) => ({ ...partNamed(school, stage), ...staged(stage) }))),
    can: needsNoType,
  },
  {
    name: "rows of one name with 学校类型 九年一贯制学校小学部, 完全中学初中部",
    write: (county) =>
      text(
        byStage(county, (school, stage) => ({
          ...named(school),
          学校类型: typeWords[school.type] + (isJoint(school) ? partWords[stage] : ""),
        })),
      ),
    can: saysItsStages,
  },
  {
    name: "a sheet a stage, with 学段",
    write: (county) =>
      sheetsByStage(county, (school, stage) => ({ ...named(school), ...typed(school), ...staged(stage) })),
  },
  {
    name: "a sheet a stage, named by it",
    write: (county) => sheetsByStage(county, (school) => ({ ...named(school), ...typed(school) })),
    can: (school) => school.type !== "vocational",
  },
  {
    name: "two files, one row a school in both",
    write: (county) => files(county.schools.map((school) => split(wideRow(school), isArea))),
  },
  {
    name: "two files, one row a stage in the first, one a school in the second",
    write: (county) => {
      const rows = byStage(county, (school, stage) => ({ ...named(school), ...typed(school), ...staged(stage) }));
      const second = county.schools.map((school) => split(wideRow(school), isArea)[1]);
      return [
        { name: "学校情况.tsv", table: text(rows.map((row) => split(row, isArea)[0])) },
        { name: "办学条件.tsv", table: text(second) },
      ];
    },
  },
  {
    name: "one row a school with title, totals and the columns in another order",
    write: (county) =>
      withTitle(
        text(
          county.schools.map((school) => wideRow(school)),
          (columns) => [...columns.slice(0, 2), ...columns.slice(2).reverse()],
        ),
      ),
  },
  {
    name: "one row a stage with title, totals",
    write: (county) =>
      withTitle(text(byStage(county, (school, stage) => ({ ...named(school), ...typed(school), ...staged(stage) })))),
  },
  {
    name: "one school a column",
    write: (county) => {
      const lines = text(county.schools.map((school) => wideRow(school))).split("\n");
      const cells = lines.map((line) => line.split("\t"));
      return cells[0].map((_, column) => cells.map((line) => line[column]).join("\t")).join("\n");
    },
  },
  {
    name: "a block a stage under its heading, with … between the blocks",
    write: (county) => {
      const rows = byStage(county, (school, stage) => ({ ...named(school), ...typed(school), stage }));
      const [header, ...lines] = text(rows.map(({ stage: _, ...row }) => row)).split("\n");
      const block = (stage) => lines.filter((_, i) => rows[i].stage === stage);
      const blocks = Object.keys(stageWords).filter((stage) => block(stage).length > 0);
      return [
        header,
        ...blocks.flatMap((stage, i) => [...(i > 0 ? ["…"] : []), stageWords[stage], ...block(stage)]),
      ].join("\n");
    },
  },
  {
    name: "other units: 万元, 亩",
    write: (county) => text(county.schools.map((school) => inOtherUnits(wideRow(school)))),
  },
].map((layout) => ({ can: anySchool, ...layout }));
