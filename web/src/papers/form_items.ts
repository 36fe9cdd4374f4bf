// SPDX-License-Identifier: MIT
//
// 申报表, tables Ⅳ to Ⅵ: the items with their fill-in sentences. What is not known leaves its place open; limits are those
// of the rule as the standard words it.

import type { ComputedCheck, Item, Judged, Stage, Unit } from "../engine/junheng.d.ts";
import { besideLimit, rounded, shifted } from "./form_number.ts";
import { head, kOpen, left, shown } from "./model.ts";
import type { Cell, Row, Table } from "./model.ts";
import type { PaperSource } from "./papers.d.ts";
import { bare, findingsOf } from "./said.ts";

const kShares = 1;
const kTenThousand = -4;

/**
 * Places: {field} a whole number, {field@stage}; {%check} a share in percent, {%check@stage}; {万field} in ten thousands;
 * {=check} a value that is whole; {.check@stage} a value as it is shown; {limit0} numbers of the rule before 人, in their
 * order; {over0@stage} how many are above one of them.
 */
const kSentences: Readonly<Record<string, string>> = {
  G4: "超过{limit0}人的小学{over0@primary}所，初中{over0@middle}所，超过{limit1}人的一贯制学校{over1}所",
  G5: "超过{limit0}人的小学班级{classes@primary}个，超过{limit1}人的初中班级{classes@middle}个",
  G6: "不足100人的规模较小学校学生数{none}人，公用经费{none}元",
  G7: "特殊教育学校公用经费为{万special_funds}万元，特殊教育学生数为{special_pupils}人，特殊教育学校生均公用经费为{=special}元",
  G8: "全县义务教育学校教师年平均工资收入为{teacher_pay}元，当地公务员年平均工资收入{civil_servant_pay}元",
  G9: "完成360学时培训的教师{trained_teachers}人，全县教师{full_time_teachers}人，教师培训完成率{%trained}%",
  G11: "全县符合交流轮岗条件教师总数{eligible_teachers}名，上一年度交流轮岗教师{exchanged_teachers}名，交流轮岗教师占符合交流轮岗条件教师总数的比例{%exchange}%；交流轮岗的骨干教师{exchanged_backbone}名，占交流轮岗教师总数的比例{%backbone}%",
  G12: "全县在岗专任教师{full_time_teachers}人，其中持有教师资格证的专任教师{certified_teachers}人，占比{%certified}%",
  G13: "城区和镇区公办小学、初中（均不含寄宿制学校）就近划片入学比例分别{%near@primary}%、{%near@middle}%",
  G14: "全县优质高中招生名额总数{quality_plan}人，分配名额{quality_allocated}人，占比{%allocated}%。其中分配农村学校的名额{none}人，占分配名额总数的{none}%",
  G15: "全县符合条件的随迁子女数{migrant_eligible}人，在公办学校就读{migrant_public}人，在政府购买服务的民办学校就读{migrant_purchased}人，合计{none}人，占比{%migrant}%",
  Q1: "全县初中毕业班学生数为{graduates}人，三年前该年级入学学生数为{first_year_pupils}人，毕业年级三年转入学生数为{moved_in}人，死亡学生数为{deaths}人，转出学生数为{moved_out}人，全县初中三年巩固率为{%retention}%",
  Q2: "全县残疾儿童少年为{disabled_all}人，入学{disabled_enrolled}人，入学率为{%disabled}%。其中，在特殊教育学校就读{disabled_special}人，占比{none}%",
  Q9: "小学：{levels@primary}；初中：{levels@middle}",
};

const kSubjects = [
  ["语文", "chinese"],
  ["数学", "mathematics"],
  ["科学", "science"],
  ["体育", "sports"],
  ["艺术", "arts"],
  ["德育", "moral"],
] as const;

export function itemTables(source: PaperSource): Table[] {
  const items = (part: string): readonly Item[] => source.county.parts.find(({ id }) => id === part)?.items ?? [];
  const government = items("government");
  // The form breaks its longest table here, and begins it again.
  const page = 8;
  const rows = (some: readonly Item[], from: number): Row[] => some.map((item, at) => itemRow(item, from + at, source));
  const heads = (first: string, rows = 1): Row => [first, "指标值或简要结论", "是否达标"].map((t) => head(t, 1, rows));
  const widths = [34, 52, 9];
  return [
    {
      kind: "table",
      name: "表Ⅳ",
      title: "表Ⅳ 政府保障程度评估指标",
      heads: 1,
      widths,
      rows: [
        heads("名称"),
        ...rows(government.slice(0, page), 1),
        [{ text: "", columns: widths.length }],
        heads("指标名称"),
        ...rows(government.slice(page), page + 1),
      ],
      notes: ["注：表中所有比例数值保留一位小数，其余保留整数。", kMarks],
    },
    {
      kind: "table",
      name: "表Ⅴ",
      title: "表Ⅴ 教育质量评估指标",
      heads: 2,
      widths,
      rows: [heads("名称", 2), [], ...rows(items("quality"), 1)],
      notes: [kMarks],
    },
    surveyTable(source),
  ];
}

const kMarks = "“1”为达标，深色格为不达标，“待补”为材料不足、尚不能判定。";

function itemRow(item: Item, number: number, source: PaperSource): Row {
  const template = kSentences[item.id];
  const said = template === undefined ? (item.basis === null ? "" : findingsOf(item)) : filled(template, item, source);
  return [left(`${number}. ${bare(item.rule.zh)}`), left(said), markOf(item)];
}

function markOf({ verdict }: Item): Cell {
  if (verdict === "fail") return shown("", "fail");
  return shown(verdict === "pass" ? "1" : "待补");
}

const isComputed = (check: Item["checks"][number]): check is ComputedCheck => check.basis === "computed";

function filled(template: string, item: Item, { county }: PaperSource): string {
  const limits = [...item.rule.zh.matchAll(/(\d+)人/g)].map(([, number = ""]) => number);
  const checks = item.checks.filter(isComputed);
  const judged = (id: string, stage: string | undefined): [ComputedCheck, Judged] | null => {
    const check = checks.find((one) => one.id === id);
    const one = check?.judged.find((each) => (each.stage ?? undefined) === stage);
    return check === undefined || one === undefined || !isWhole(check) ? null : [check, one];
  };
  const place = (text: string): string | null => {
    const [, kind = "", name = "", stage] = /^([%万=.]?)(\w+)(?:@(\w+))?$/.exec(text) ?? [];
    const [, which = "", at = ""] = /^(limit|over)(\d)$/.exec(name) ?? [];
    if (which === "limit") return limits[Number(at)] ?? null;
    if (which === "over") return countOver(checks[0], limits[Number(at)], stage, county.units ?? []);
    if (name === "classes") return countClasses(checks[0], stage);
    if (name === "levels") return kSubjects.map(([said, id]) => subject(said, id, stage, judged)).join("、");
    if (kind === "" || kind === "万") return quantity(checks, name, stage, kind === "" ? 0 : kTenThousand);
    const found = judged(name, stage);
    return found === null ? null : valueText(found, kind);
  };
  return template.replace(/\{([^}]+)\}/g, (_, text: string) => place(text) ?? kOpen);
}

/** One number for the county, or for each stage; not one of many schools. */
const isWhole = ({ scope }: ComputedCheck): boolean => scope === "county" || scope === "stage";

function valueText([check, { value, text, limit, verdict }]: [ComputedCheck, Judged], kind: string): string | null {
  if (kind === ".") return text;
  // Numbers that contradict each other are not judged, and stand as they are.
  const judged = verdict === "pass" || verdict === "fail" ? limit : null;
  const number = { value, text, limit: judged, compare: check.compare, met: verdict === "pass" };
  return kind === "%" ? besideLimit(number, kShares, 2) : besideLimit(number, 0);
}

function quantity(checks: readonly ComputedCheck[], field: string, stage: string | undefined, places: number) {
  const cells = checks.filter(isWhole).flatMap(({ judged }) => judged.flatMap((one) => one.cells));
  const cell = cells.find((one) => one.field === field && (stage === undefined || one.stage === stage));
  if (cell?.value == null) return null;
  const plain = shifted(cell.value, places);
  return plain === null ? cell.value : rounded(plain, 0);
}

function subject(
  said: string,
  id: string,
  stage: string | undefined,
  judged: (id: string, stage: string | undefined) => [ComputedCheck, Judged] | null,
): string {
  const level = judged(`level_${id}`, stage)?.[1].text ?? kOpen;
  const gap = judged(`gap_${id}`, stage)?.[1].text ?? kOpen;
  return `${said}${level}级、校际差异率${gap}`;
}

/** All that fail are listed, and nobody is unknown: only then can they be counted. */
function isListed({ subjects, failing, unknown, judged, scope }: ComputedCheck): boolean {
  const listed = judged.filter(({ verdict }) => verdict === "fail").length;
  return (scope === "school" || scope === "unit") && subjects > 0 && unknown === 0 && listed === failing;
}

/** Schools above a number of pupils, with those that are let off: they are above it all the same. */
function countOver(
  check: ComputedCheck | undefined,
  limit: string | undefined,
  stage: string | undefined,
  units: readonly Unit[],
): string | null {
  if (check === undefined || limit === undefined || !isListed(check)) return null;
  const stagesOf = ({ row, sheet }: Judged): (Stage | null)[] =>
    units.filter((unit) => unit.row === row && (unit.sheet ?? null) === (sheet ?? null)).map((unit) => unit.stage);
  const over = check.judged.filter((one) => {
    const stages = stagesOf(one);
    const fits = stage === undefined ? stages.length > 1 : stages.length === 1 && stages[0] === stage;
    return fits && one.value !== null && one.value > Number(limit);
  });
  return String(over.length);
}

/** Classes above the size of their stage: each unit's value is how many it has. */
function countClasses(check: ComputedCheck | undefined, stage: string | undefined): string | null {
  if (check === undefined || !isListed(check)) return null;
  const values = check.judged.filter((one) => one.stage === stage).map(({ value }) => value);
  return values.some((value) => value === null)
    ? null
    : String(values.reduce<number>((sum, one) => sum + (one ?? 0), 0));
}

function surveyTable({ county }: PaperSource): Table {
  const item = county.parts.find(({ id }) => id === "recognition")?.items[0];
  const checks = item?.checks.filter(isComputed) ?? [];
  const row = (title: string, survey: string, fields: readonly string[]): Row => {
    const found = checks.find(({ id }) => id === survey);
    const visit = checks.find(({ id }) => id === "visit");
    const share = (check: ComputedCheck | undefined): string => {
      const one = check?.judged[0];
      return check === undefined || one === undefined ? kOpen : (valueText([check, one], "%") ?? kOpen);
    };
    const number = (field: string): Cell => shown(quantity(checks, field, undefined, 0) ?? kOpen);
    const [valid = "", satisfied = "", people = "", pleased = ""] = fields;
    const look = found?.verdict === "fail" ? "fail" : "plain";
    const visited = people === "" ? [kOpen, kOpen, kOpen] : [number(people), number(pleased), share(visit)];
    return [head(title), kOpen, number(valid), number(satisfied), shown(share(found), look), ...visited];
  };
  return {
    kind: "table",
    name: "表Ⅵ",
    title: "表Ⅵ 社会认可度调查情况",
    heads: 4,
    widths: [12, 12, 12, 14, 14, 12, 12, 14],
    rows: [
      [
        head("", 1, 4),
        head("问卷总数", 3),
        head("问卷调查综合满意度（%）", 1, 3),
        head("实地走访人数", 2),
        head("实地走访满意度（%）", 1, 3),
      ],
      [head("计", 1, 2), head("其中：回收有效问卷数", 2), head("计", 1, 2), head("其中：满意人数", 1, 2)],
      [head("计"), head("其中：满意问卷数")],
      Array.from({ length: 7 }, (_, at) => head(`L${at + 1}`)),
      row("计", "survey", ["survey_valid", "survey_satisfied", "visit_people", "visit_satisfied"]),
      row("其中：家长", "parents", ["survey_valid_parents", "survey_satisfied_parents"]),
    ],
    notes: [],
  };
}
