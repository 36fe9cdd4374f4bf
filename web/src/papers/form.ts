// SPDX-License-Identifier: MIT
//
// 申报表, tables Ⅰ to Ⅲ: what the county is, what its schools have, how even it is. Cells stand where the national form has
// them; what meets the standard has a 1, and what does not stays empty on a dark ground.

import type { County, IndicatorResult, Stage, StageResult, Standard, Unit, UnitValue } from "../engine/junheng.d.ts";
import { besideLimit, percentOf, rounded } from "./form_number.ts";
import { basicsTable, codes } from "./form_basics.ts";
import { itemTables } from "./form_items.ts";
import { head, kOpen, left, line, shown } from "./model.ts";
import type { Cell, Paper, Row, Table } from "./model.ts";
import type { PaperSource, SchoolCells } from "./papers.d.ts";
import { kGrades, kOwners } from "./school_cells.ts";
import { schoolName, signature, stageName } from "./said.ts";

/** Decimals of the form, as its notes say them. */
const kMeans = 2;
const kCoefficients = 3;
const kShares = 1;

export function applicationForm(source: PaperSource): Paper {
  const { county, standard, about } = source;
  const tables = [
    basicsTable(about, standard),
    meetingTable(county, standard),
    schoolsTable(source),
    balanceTable(county, standard),
    ...itemTables(source),
  ];
  // Each table begins a page, as it does in the form.
  const blocks = tables.flatMap((table, at) => [...(at === 0 ? [] : [line("page", "")]), table]);
  return { name: "申报表", wide: true, blocks: [...blocks, line("note", signature(about))] };
}

/** Stages of compulsory schooling, as the form lists them; also where there is no unit of one. */
function stagesOf(county: County, standard: Standard): StageResult[] {
  return county.stages.filter(({ stage }) => standard.indicators.some(({ thresholds }) => thresholds[stage] != null));
}

function indicatorHeads(standard: Standard, last: readonly string[]): Row[] {
  const titles = standard.indicators.map(({ title, unit }) => head(titleWithUnit(title.zh, unit.zh)));
  return [
    [head("", 2, 2), ...titles, ...last.map((text) => head(text))],
    codes(standard.indicators.length + last.length),
  ];
}

/** 生均教学及辅助用房面积（㎡）; what is counted by hundred pupils says so itself. */
function titleWithUnit(title: string, unit: string): string {
  const measure = unit.replace(/\/.*$/, "");
  return title.startsWith("生均") ? `${title}（${measure}）` : title;
}

function meetingTable(county: County, standard: Standard): Table {
  const unknown: string[] = [];
  const rows = stagesOf(county, standard).flatMap((stage): Row[] => {
    const counts = [...stage.indicators.map(({ unitsMeeting }) => unitsMeeting), stage.unitsPassing];
    const open = [...stage.indicators.map(({ unitsUnknown }) => unitsUnknown), stage.unitsUnknown ?? 0];
    if (open.some((count) => count > 0)) unknown.push(stageName(stage.stage));
    const looked = stage.units > 0;
    return [
      [
        head(stageName(stage.stage), 1, 2),
        head("达标学校总数"),
        ...counts.map((count) => shown(looked && count !== null ? String(count) : kOpen)),
      ],
      [
        head("达标学校比例（%）"),
        ...counts.map((count) => shown(count === null ? kOpen : (percentOf(count, stage.units, kShares) ?? kOpen))),
      ],
    ];
  });
  return {
    kind: "table",
    name: "表Ⅱ-1",
    title: "表Ⅱ-1 小学、初中资源配置基本情况",
    heads: 2,
    widths: [6, 12, ...standard.indicators.map(() => 12), 9],
    rows: [...indicatorHeads(standard, ["综合评估"]), ...rows],
    notes: [
      ...unknown.map((stage) => `${stage}有学校数据不足，不计为达标；补齐后须重新计算。`),
      "九年一贯制学校、十二年一贯制学校、完全中学按学段分别统计。",
    ],
  };
}

function schoolsTable({ county, standard, schools }: PaperSource): Table {
  const units = county.units ?? [];
  const fixed = ["序号", "学校名称", "举办者类型", "在校生数", kGrades, "班级数"];
  const cells = new Map(units.map((unit, at) => [unit, schools?.[at]]));
  const columns = fixed.length + standard.indicators.length + 2;
  const rows = stagesOf(county, standard).flatMap(({ stage }) =>
    units
      .filter((unit) => unit.stage === stage && unit.status === "evaluated")
      .map((unit, at): Row => schoolRow(unit, at, standard, cells.get(unit))),
  );
  const others = units.filter(({ status }) => status !== "evaluated");
  const excluded = others.map(({ school, reason }) => `${schoolName(school)}（${reason?.zh ?? "未列入评估"}）`);
  return {
    kind: "table",
    name: "表Ⅱ-2",
    title: "表Ⅱ-2 小学、初中资源配置基本情况（分学校）",
    heads: 2,
    widths: [4, 12, 5, 6, 5, 5, ...standard.indicators.map(() => 9), 7, 13],
    rows: [
      [
        ...fixed.map((text) => head(text)),
        ...standard.indicators.map(({ title, unit }) => head(titleWithUnit(title.zh, unit.zh))),
        head("该校综合评估是否达标"),
        head("备注（注明有哪几项指标达标，哪几项指标达到{floor}）".replace("{floor}", floorOf(standard))),
      ],
      [...codes(columns - 1), head("")],
      ...rows,
    ],
    notes: [
      `注：1.小学学校总数${kOpen}所（其中：一贯制学校的小学部有${kOpen}所，教学点有${kOpen}个），初中学校总数${kOpen}所（其中：一贯制学校的初中部${kOpen}所，完全中学的初中部${kOpen}所）。2.举办者类型处填写代码：${kOwners.map((name, at) => `${name}${at === 0 ? "代码" : ""}为${at + 1}`).join("、")}。3.L7-L13数值均保留两位小数。`,
      `深色格低于达标值的${floorOf(standard)}，浅色格未达标但不低于达标值的${floorOf(standard)}；“1”为达标，“待补”为数据不足。`,
      `举办者类型、年级数、班级数照学校表填写；${kOpen}处表里没有，须补填。`,
      ...(excluded.length === 0 ? [] : [`未列入：${excluded.join("、")}。`]),
    ],
  };
}

const floorOf = ({ unitRule }: Standard): string => unitRule?.floorText.replaceAll(" ", "") ?? kOpen;

function schoolRow(unit: Unit, at: number, standard: Standard, cells: SchoolCells | undefined): Row {
  const passed = unit.verdict === "fail" ? shown("", "fail") : shown(unit.verdict === "pass" ? "1" : "待补");
  return [
    String(at + 1),
    left(schoolName(unit.school)),
    cells?.owner || kOpen,
    shown(unit.pupils === null ? kOpen : String(unit.pupils)),
    cells?.grades || kOpen,
    cells?.classes || kOpen,
    ...unit.values.map(valueCell),
    passed,
    left(remarkOf(unit.values, standard)),
  ];
}

/** A value stands beside its threshold in the engine's own text, which has the form's two decimals. */
export function valueCell({ text, verdict }: UnitValue): Cell {
  return shown(text ?? "待补", verdict === "fail" || verdict === "near" ? verdict : "plain");
}

/** The first column of the indicators. */
const kFirst = 7;

/** L7-L9、L11 */
function columnsNamed(places: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === place) last[1] = place;
    else runs.push([place, place]);
  }
  const name = (place: number): string => `L${kFirst + place}`;
  return runs.map(([from, to]) => (from === to ? name(from) : `${name(from)}-${name(to)}`)).join("、");
}

/** L7-L9达标；L10达到85%；L11低于85% */
function remarkOf(values: readonly UnitValue[], standard: Standard): string {
  const of = (wanted: UnitValue["verdict"]): string =>
    columnsNamed(values.flatMap(({ verdict }, at) => (verdict === wanted ? [at] : [])));
  const floor = floorOf(standard);
  const said = [
    [of("pass"), "达标"],
    [of("near"), `达到${floor}`],
    [of("fail"), `低于${floor}`],
    [of("unknown"), "数据不足"],
  ] as const;
  return said.flatMap(([which, what]) => (which === "" ? [] : [`${which}${what}`])).join("；");
}

function balanceTable(county: County, standard: Standard): Table {
  const rows = stagesOf(county, standard).flatMap(({ stage, indicators }): Row[] => [
    [
      head(stageName(stage), 1, 2),
      head("全县平均值"),
      ...indicators.map(({ meanText }) => shown(meanText === null ? kOpen : (rounded(meanText, kMeans) ?? meanText))),
      "——",
    ],
    [head("差异系数"), ...indicators.map((one) => coefficientCell(one, stage, standard)), ""],
  ]);
  return {
    kind: "table",
    name: "表Ⅲ",
    title: "表Ⅲ 县域义务教育校际均衡情况",
    heads: 2,
    widths: [6, 12, ...standard.indicators.map(() => 12), 9],
    rows: [...indicatorHeads(standard, ["综合"]), ...rows],
    notes: ["注：全县平均值保留两位小数，差异系数保留三位小数。", "深色格的差异系数高于限值。"],
  };
}

function coefficientCell(one: IndicatorResult, stage: Stage, standard: Standard): Cell {
  const limit = standard.indicators.find(({ id }) => id === one.id)?.cvLimits[stage]?.value ?? null;
  const number = { value: one.cv, text: one.cvText, limit, compare: "atMost" as const, met: one.verdict === "pass" };
  // Of an open verdict no number says on which side it is.
  const judged = one.verdict === "pass" || one.verdict === "fail" ? number : { ...number, limit: null };
  return shown(besideLimit(judged, kCoefficients) ?? kOpen, one.verdict === "fail" ? "fail" : "plain");
}
