// SPDX-License-Identifier: MIT
//
// 一校一策: a page a school with what it has, what it lacks, what a plan gives it and room for what it will do about it.
// Schools stand in the order of the table, as everywhere.

import type { ComputedCheck, County, Judged, Unit } from "../engine/junheng.d.ts";
import { valueCell } from "./form.ts";
import { head, kOpen, left, line, shown } from "./model.ts";
import { amount } from "../plan/context.ts";
import type { Block, Cell, Paper, Row, Table } from "./model.ts";
import type { PaperSource } from "./papers.d.ts";
import { shortfalls } from "./problems_of.ts";
import { countyName, openOr, schoolName, signature, stageName, verdictSaid } from "./said.ts";

/** The units of one school. */
type School = readonly Unit[];
type Plan = NonNullable<PaperSource["plans"]>[number];

export function schoolPages(source: PaperSource): Paper {
  const concerns = countyConcerns(source.county);
  const schools = schoolsOf(source.county);
  const blocks = schools.flatMap((units, at): Block[] => [
    ...(at === 0 ? [] : [line("page", "")]),
    schoolTable(units, concerns.get(placeOf(units[0])) ?? [], source),
    line("note", signature(source.about, false)),
  ]);
  return { name: "一校一策", wide: false, blocks };
}

const placeOf = (one: { row: number | null; sheet?: string | null } | undefined): string =>
  `${one?.sheet ?? ""}:${one?.row ?? 0}`;

/** Units of one line of the table are one school; so are those of one name. */
function schoolsOf({ units = [] }: County): School[] {
  const schools = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.status !== "evaluated") continue;
    const key = unit.school ?? placeOf(unit);
    schools.set(key, [...(schools.get(key) ?? []), unit]);
  }
  return [...schools.values()];
}

/** What items of the county say of single schools, by their line. */
function countyConcerns({ parts }: County): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const say = (check: ComputedCheck, { verdict, row, sheet, stage, text, limitText }: Judged, title: string): void => {
    if ((check.scope !== "school" && check.scope !== "unit") || row === null || verdict === "pass") return;
    const where = stage === null ? "" : stageName(stage);
    const value =
      text === null
        ? "数据不足"
        : `${text}${limitText === null ? "" : `（${kSides[check.compare ?? "atLeast"]}${limitText}）`}`;
    const key = placeOf({ row, ...(sheet == null ? {} : { sheet }) });
    found.set(key, [...(found.get(key) ?? []), `${title}：${where}${check.title.zh}${value}`]);
  };
  for (const item of parts.flatMap(({ items }) => items))
    for (const check of item.checks)
      if (check.basis === "computed") for (const one of check.judged) say(check, one, `${item.id} ${item.title.zh}`);
  return found;
}

const kSides = { atLeast: "要求不低于", above: "要求高于", atMost: "要求不超过", below: "要求低于" } as const;

function schoolTable(units: School, concerns: readonly string[], source: PaperSource): Table {
  const { standard, about, plans } = source;
  const stages = units.map(({ stage }) => (stage === null ? kOpen : stageName(stage)));
  const wide = 2 * units.length;
  const wholeRow = (title: string, text: string | Cell): Row => {
    const cell = typeof text === "string" ? left(text) : text;
    return [head(title), { ...cell, columns: wide }];
  };
  const each = (title: string, of: (unit: Unit) => Cell | string): Row => [
    head(title),
    ...units.map((unit): Cell => {
      const cell = of(unit);
      return { ...(typeof cell === "string" ? { text: cell } : cell), columns: 2 };
    }),
  ];
  const name = units[0]?.school ?? "";
  const rows = standard.indicators.map((indicator, at): Row => [
    left(indicator.title.zh),
    ...units.flatMap((unit): Cell[] => {
      const value = unit.values[at];
      const threshold = unit.stage === null ? undefined : indicator.thresholds[unit.stage]?.text;
      return [value === undefined ? shown("待补") : valueCell(value), shown(threshold ?? "——")];
    }),
  ]);
  const lacks = units.flatMap((unit) =>
    shortfalls(unit, standard).map(({ said }) =>
      units.length > 1 && unit.stage !== null ? `${stageName(unit.stage)}${said}` : said,
    ),
  );
  const open = [...lacks, ...concerns].map((text, at) => `${at + 1}. ${text}`);
  const isJudged = units.some(({ stage }) =>
    standard.indicators.some(({ thresholds }) => stage !== null && thresholds[stage] != null),
  );
  const none = isJudged ? "按所填数据，没有低于达标值的指标。" : "所依据的办法没有按学校规定达标值，这里不作判断。";
  return {
    kind: "table",
    name: "一校一策",
    title: `${countyName(source.county, about)}“一校一策”工作表`,
    heads: 0,
    widths: [34, ...units.flatMap(() => [66 / wide, 66 / wide])],
    rows: [
      wholeRow("学校名称", schoolName(name)),
      each("学段", ({ stage }) => (stage === null ? kOpen : stageName(stage))),
      each("在校学生数（人）", ({ pupils }) => shown(pupils === null ? kOpen : String(pupils))),
      [head("指标"), ...stages.flatMap((stage) => [head(`${stage}实际值`), head("达标值")])],
      ...rows,
      each("达标项数", ({ meeting }) => shown(meeting === null ? kOpen : String(meeting))),
      each("综合评估自评结论", ({ verdict }) => (verdict === null ? "——" : verdictSaid(verdict))),
      wholeRow("存在的问题", open.length === 0 ? none : open.join("\n")),
      ...(plans === undefined ? [] : [wholeRow("达标方案（计算）", planOf(units, plans))]),
      wholeRow("整改措施", kRoom),
      wholeRow("责任人", openOr("")),
      wholeRow("完成时限", openOr(about.deadline)),
    ],
    notes: [isJudged ? "草稿。深色格低于达标值的余项下限，浅色格未达标但不低于下限。" : "草稿。"],
  };
}

/** What the plans of its stages give to a school, and what is proved of them; why not, where there is none. */
function planOf(units: School, plans: NonNullable<PaperSource["plans"]>): string {
  const stagesOf = new Set(units.map(({ stage }) => stage));
  const own = plans.filter(({ stage }) => stagesOf.has(stage));
  if (own.some(({ apart }) => apart)) return "几个学段的方案牵涉同一所学校，放在一起不能都达标，没有可写的方案。";
  const told = units.flatMap((unit) => {
    const where = units.length > 1 && unit.stage !== null ? `${stageName(unit.stage)}：` : "";
    return own.filter(({ stage }) => stage === unit.stage).flatMap((plan, at) => planTold(unit, plan, where, at > 0));
  });
  return told.length === 0 ? "没有可写的方案。" : told.join("\n");
}

/** `again`: what another stage has put out is made good; said where the school has a part in it. */
function planTold(unit: Unit, plan: Plan, where: string, again: boolean): string[] {
  if (plan.schools === null) return [`${stageName(plan.stage)}没有可写的方案。${plan.said.join("")}`];
  const moved = plan.pupils.find((one) => placeOf(one) === placeOf(unit));
  const changes = plan.schools.find((one) => placeOf(one) === placeOf(unit))?.changes ?? [];
  if (again && moved === undefined && changes.length === 0) return [];
  const after = plan.after.length === 0 ? "" : `计算时表里已有${plan.after.map(stageName).join("、")}的方案。`;
  if (plan.schools.length === 0 && moved === undefined) return [`${plan.said.join("")}${after}`];
  const list = changes.map(({ resource, unit: counted, indicator, by, before, after }, at) => {
    const what = `${resource}${by.startsWith("-") ? "调出" : "增加"}${amount(by)}${counted}`;
    return `${at + 1}. ${what}，${indicator}${before ?? "——"} → ${after ?? "——"}`;
  });
  return [
    ...(moved === undefined ? [] : [`${where}${pupilsOf(moved)}`]),
    ...(list.length === 0 ? [`${where}方案里本校不增不减。`] : where === "" ? list : [where, ...list]),
    `（${after}${plan.said.join("")}）`,
  ];
}

function pupilsOf({ before, after }: { readonly before: number; readonly after: number }): string {
  const way = after < before ? "转出" : "转入";
  return `学生分流（启发式）：${way}${Math.abs(after - before)}人，在校生${before} → ${after}。`;
}

/** So many lines stay free for what is written by hand. */
const kRoom = "\n\n\n\n\n\n";
