// SPDX-License-Identifier: MIT
//
// Who does what until when: 目标任务分解表 by responsible department, 问题台账, and the timetable of the steps towards
// recognition.

import { sharedZh } from "../words/shared_zh.ts";
import { head, kOpen, left, line } from "./model.ts";
import type { Cell, Paper, Row, Table } from "./model.ts";
import { problemsOf } from "./problems_of.ts";
import type { PaperSource } from "./papers.d.ts";
import {
  countyName,
  isQuality,
  itemVerdictSaid,
  openOr,
  pointSaid,
  signature,
  stageName,
  verdictSaid,
} from "./said.ts";
import { departmentFor, indicatorKey } from "./tasks_of.ts";

function paperOf(
  name: string,
  wide: boolean,
  table: Omit<Table, "kind" | "name" | "title">,
  source: PaperSource,
): Paper {
  const title = `${countyName(source.county, source.about)}${isQuality(source.standard) ? "义务教育优质均衡发展" : "义务教育均衡发展"}${name}`;
  const whole: Table = { ...table, kind: "table", name, title };
  return { name, wide, blocks: [whole, line("note", signature(source.about))] };
}

const heads = (...texts: readonly string[]): Row => texts.map((text) => head(text));

export function taskTable(source: PaperSource): Paper {
  const { county, standard, about } = source;
  const until = openOr(about.deadline);
  const rows = standard.parts.flatMap((rule): Row[] => {
    const part = county.parts.find(({ id }) => id === rule.id);
    const points =
      rule.items.length === 0
        ? standard.indicators.map(({ id, title, thresholds }, at) => {
            const limits = county.stages.flatMap(({ stage }) => {
              const text = thresholds[stage]?.text;
              return text === undefined ? [] : [`${stageName(stage)}${text}以上`];
            });
            const said = limits.length === 0 ? "" : `：${limits.join("、")}`;
            return { key: indicatorKey(at), text: `${at + 1}. ${title.zh}${said}`, state: stateOf(id, source) };
          })
        : rule.items.map(({ id, rule: words }, at) => {
            const item = part?.items.find((one) => one.id === id);
            return {
              key: id,
              text: `${at + 1}. ${pointSaid(words.zh, rule)}`,
              state: itemVerdictSaid(item?.verdict ?? "unknown", rule),
            };
          });
    return points.map(({ key, text, state }, at): Row => {
      const first: Cell[] = at === 0 ? [head(rule.title.zh, 1, points.length)] : [];
      return [...first, left(text), left(departmentFor(key, standard, about)), state, until, ""];
    });
  });
  const table = {
    heads: 1,
    widths: [12, 37, 20, 12, 17, 8],
    rows: [heads("评估内容", "评估要点", "责任部门", "现状（自评）", "完成时限", "备注"), ...rows],
    notes: ["草稿。责任部门为建议，由本级政府确定。"],
  };
  return paperOf("目标任务分解表", true, table, source);
}

/** Of an indicator, over its stages: the schools and how even they are. */
function stateOf(id: string, { county }: PaperSource): string {
  const looked = county.stages.filter(({ units }) => units > 0);
  const found = looked.flatMap(({ indicators }) => indicators.filter((one) => one.id === id));
  if (found.some((one) => one.verdict === "fail" || (one.unitsFailing ?? 0) + (one.unitsNear ?? 0) > 0))
    return "有学校或学段未达到";
  const open = found.length === 0 || found.some((one) => one.verdict === "unknown" || one.unitsUnknown > 0);
  // Where only the mean of the coefficients is judged, and no school, nothing of one indicator is met.
  const isJudged = found.some((one) => one.verdict !== null || one.threshold !== null);
  if (!open && !isJudged) return sharedZh.verdict.none;
  return verdictSaid(open ? "unknown" : "pass");
}

export function problemLedger(source: PaperSource): Paper {
  const { county, standard, about } = source;
  const found = problemsOf(county, standard, about);
  const rows = found.map(({ verdict, part, point, what, department }, at): Row => {
    const kind: Cell =
      verdict === "fail" ? { text: verdictSaid(verdict), look: "fail" } : { text: verdictSaid(verdict) };
    return [String(at + 1), part, left(point), left(what), kind, left(department), "", openOr(about.deadline), ""];
  });
  const none: Row[] = [[{ text: "按所填数据，没有不达标和材料不足的。", columns: 9 }]];
  const table = {
    heads: 1,
    widths: [5.5, 10.5, 17, 26, 14.5, 16, 13.5, 19.5, 10],
    rows: [
      heads("序号", "评估内容", "条目", "问题", "自评结论", "责任部门", "整改措施", "完成时限", "整改情况"),
      ...(rows.length === 0 ? none : rows),
    ],
    notes: ["草稿。“无法判定”的先补材料，再重新计算。"],
  };
  return paperOf("问题台账", true, table, source);
}

/** As counties plan it (南川府办〔2021〕51号, section 4; the chain of 国教督办函〔2019〕30号). */
const kSteps = [
  ["准备阶段", "自查摸底", "对照办法逐项自查，摸清底数，建立“一校一策”和问题台账", "教育局"],
  ["准备阶段", "分解任务", "制定实施方案，按责任部门分解目标任务，明确完成时限", "县级人民政府、有关部门"],
  ["创建阶段", "逐项整改", "落实“一校一策”，逐项销号；不定期督导，广泛宣传", "有关部门、各学校"],
  ["创建阶段", "数据核对", "做好学年初教育事业统计的报送和审核，测算校际差异系数", "教育局、统计局"],
  ["迎检阶段", "县级自评", "完成自查自评报告和申报表，备齐佐证材料", "县级人民政府"],
  ["迎检阶段", "市级复核", "接受复核，按反馈意见整改", "市级教育督导机构"],
  ["迎检阶段", "省级督导评估", "接受评估和社会认可度调查，按反馈意见整改", "省级教育督导机构"],
  ["迎检阶段", "国家认定", "申报国家认定，接受审核、社会认可度调查和实地督导检查", "国务院教育督导委员会办公室"],
  ["巩固阶段", "监测复查", "接受年度监测和复查，巩固提高", "县级人民政府"],
] as const;

export function timetable(source: PaperSource): Paper {
  const { county, about } = source;
  const phases = [...new Set(kSteps.map(([phase]) => phase))];
  const rows = phases.flatMap((phase) => {
    const steps = kSteps.filter(([of]) => of === phase);
    return steps.map(([, step, work, who], at): Row => {
      const first: Cell[] = at === 0 ? [head(phase, 1, steps.length)] : [];
      const until = phase === "创建阶段" ? openOr(about.deadline) : kOpen;
      return [...first, step, left(work), left(who), until, ""];
    });
  });
  const table = {
    heads: 1,
    widths: [10, 13, 38, 21, 17, 11],
    rows: [heads("阶段", "步骤", "主要工作", "责任单位", "时间", "完成情况"), ...rows],
    notes: [`草稿。按所填数据，目前的自评结论为：${verdictSaid(county.verdict)}。只有各项均达标时才提出申报。`],
  };
  return paperOf("认定工作时间表", true, table, source);
}
