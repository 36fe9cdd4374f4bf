// SPDX-License-Identifier: MIT
//
// 自查自评报告 in the skeleton that published reports share. Every sentence is made from a verdict and its figures; what
// only people can write is an open place, and what the county does well is not ours to say.

import type { County, Item, Part, StageResult, Standard } from "../engine/junheng.d.ts";
import { sharedZh } from "../words/shared_zh.ts";
import { head, kOpen, left, line, shown } from "./model.ts";
import type { Block, Paper, Row, Table } from "./model.ts";
import { problemsOf } from "./problems_of.ts";
import type { PaperSource } from "./papers.d.ts";
import {
  countyName,
  findingsOf,
  isQuality,
  itemVerdictSaid,
  limitOf,
  openOr,
  pointSaid,
  schoolName,
  stageName,
  verdictSaid,
} from "./said.ts";

const kNumerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const numeral = (at: number): string => kNumerals[at] ?? String(at + 1);

export function selfReport(source: PaperSource): Paper {
  const { county, standard, about } = source;
  const name = countyName(county, about);
  const subject = isQuality(standard) ? "义务教育优质均衡发展" : standard.title.zh;
  return {
    name: "自查自评报告",
    wide: false,
    blocks: [
      line("title", `${name}${subject}自查自评报告`),
      line("subtitle", "（草稿）"),
      ...situation(source),
      line("heading1", "二、主要指标完成情况"),
      ...standard.parts.flatMap((rule, at) => {
        const part = county.parts.find(({ id }) => id === rule.id);
        return part === undefined ? [] : partBlocks(part, at, source);
      }),
      line("text", `总体自评：${conclusionSaid(county)}`),
      ...problems(source),
      line("sign", openOr(about.department)),
      line("sign", openOr(about.date)),
    ],
  };
}

/** The engine's own begins with its verdict, which is not said twice. */
function conclusionSaid({ verdict, conclusion }: County): string {
  const [said, whole] = [verdictSaid(verdict), sentence(conclusion.zh.replaceAll(" %", "%"))];
  return whole.startsWith(`${said}：`) ? whole : `${said}。${whole}`;
}

const sentence = (text: string): string => (text === "" || /[。！？]$/.test(text) ? text : `${text}。`);

function situation({ county, standard, engine, about }: PaperSource): Block[] {
  const stages = county.stages.filter(({ units }) => units > 0);
  const counted = stages.map(({ stage, units, pupils }) => {
    const open = (county.units ?? []).filter(
      (unit) => unit.stage === stage && unit.status === "evaluated" && unit.pupils === null,
    ).length;
    const without = open === 0 ? "" : `（其中${open}个没有学生数，未计入）`;
    return `${stageName(stage)}评估单元${units}个，在校学生${pupils}人${without}`;
  });
  const { basics: stated = {} } = about;
  const population = stated["L1"]?.trim() || kOpen;
  const others = (county.units ?? []).filter(({ status }) => status !== "evaluated");
  const left = others.map(({ school, reason }) => `${schoolName(school)}（${reason?.zh ?? "未列入评估"}）`);
  return [
    line("heading1", "一、基本情况"),
    line(
      "text",
      `${countyName(county, about)}常住人口${population}万人，辖${stated["L3"]?.trim() || kOpen}个乡镇（街道）。（区域面积、经济情况、教育投入等由填报单位补充。）`,
    ),
    line(
      "text",
      `本次自查自评依据${standard.document.zh}，按所填数据计算。${counted.length === 0 ? "各学段没有可评估的学校数据，有关指标无法判定。" : `列入评估的${counted.join("；")}。一校有几个学段的，按学段分别评估。`}`,
    ),
    ...(left.length === 0 ? [] : [line("text", `未列入评估的有：${left.join("、")}。`)]),
    line("note", `数据由均衡尺${engine}计算，同样的数据得到同样的结果。`),
  ];
}

function partBlocks(part: Part, at: number, source: PaperSource): Block[] {
  const { county, standard } = source;
  const blocks: Block[] = [line("heading2", `（${numeral(at)}）${part.title.zh}`)];
  let number = 0;
  const next = (): number => (number += 1);
  if (part.items.length === 0) blocks.push(...measured(county, standard, part, next));
  for (const item of part.items) blocks.push(...itemBlocks(item, part, next()));
  if (part.scoreText != null && part.scoreLimitText !== undefined)
    blocks.push(line("text", `本部分得分${part.scoreText}，要求不低于${part.scoreLimitText}。`));
  blocks.push(line("text", `“${part.title.zh}”自评结论：${itemVerdictSaid(part.verdict, part)}。`));
  return blocks;
}

function itemBlocks(item: Item, part: Part, number: number): Block[] {
  const found = findingsOf(item);
  return [
    line("heading3", `${number}. ${pointSaid(item.rule.zh, part)}。`),
    line("text", `${sentence(found)}自评结论：${itemVerdictSaid(item.verdict, part)}。`),
  ];
}

/** Parts without items are those of the schools: each indicator with its thresholds, then how even it is. */
function measured(county: County, standard: Standard, part: Part, next: () => number): Block[] {
  const stages = county.stages.filter(
    ({ units, indicators }) => units > 0 || indicators.some(({ given, cv }) => given || cv !== null),
  );
  if (stages.length === 0) return part.reasons.map(({ message }) => line("text", sentence(message.zh)));
  const each = standard.indicators.flatMap(({ id, title }): Block[] => [
    line("heading3", `${next()}. ${title.zh}。`),
    line("text", stages.map((stage) => indicatorSaid(id, stage, standard)).join("")),
  ]);
  const schools = stages.flatMap((stage) => schoolsSaid(stage, standard));
  return [...each, ...schools, ...stages.map((stage) => balanceTable(stage, standard))];
}

function indicatorSaid(id: string, { stage, units, indicators }: StageResult, standard: Standard): string {
  const one = indicators.find((each) => each.id === id);
  const about = standard.indicators.find((each) => each.id === id);
  if (one === undefined || about === undefined) return "";
  const name = stageName(stage);
  const threshold = about.thresholds[stage]?.text;
  const met =
    threshold === undefined || one.unitsMeeting === null || units === 0
      ? ""
      : `达标值${threshold}，${units}个评估单元中${one.unitsMeeting}个达到` +
        (one.unitsUnknown > 0 ? `、${one.unitsUnknown}个数据不足` : "") +
        "；";
  const mean = one.meanText === null ? "" : `平均值${one.meanText}，`;
  const limit = about.cvLimits[stage]?.text;
  const coefficient = one.cvText === null ? `差异系数${kUnknownValue}` : `差异系数${one.cvText}`;
  const verdict = one.verdict === null ? "" : `校际差异自评结论：${verdictSaid(one.verdict)}。`;
  return `${name}：${met}${mean}${coefficient}${limit === undefined ? "" : `（要求不高于${limitOf(limit)}）`}。${verdict}`;
}

const kUnknownValue = "数据不足";

function schoolsSaid(stage: StageResult, { unitRule }: Standard): Block[] {
  const { units, unitsPassing, unitsFailing, unitsUnknown } = stage;
  if (unitRule === null || unitsPassing === null || units === 0) return [];
  const rule = `每校至少${unitRule.meetAtLeast}项达标、余项不低于达标值的${unitRule.floorText.replaceAll(" ", "")}`;
  const others = [
    ...((unitsFailing ?? 0) > 0 ? [`${unitsFailing}个不符合`] : []),
    ...((unitsUnknown ?? 0) > 0 ? [`${unitsUnknown}个数据不足、无法判定`] : []),
  ];
  return [
    line(
      "text",
      `${stageName(stage.stage)}学校综合评估（${rule}）：${units}个评估单元中${unitsPassing}个符合${others.map((text) => `，${text}`).join("")}。`,
    ),
  ];
}

function balanceTable({ stage, indicators, compositeCvText, verdict }: StageResult, standard: Standard): Table {
  const rows = indicators.map((one): Row => {
    const about = standard.indicators.find(({ id }) => id === one.id);
    return [
      left(about?.title.zh ?? one.id),
      shown(one.meanText ?? kOpen),
      shown(one.cvText ?? kOpen, one.verdict === "fail" ? "fail" : "plain"),
      shown(limitOf(about?.cvLimits[stage]?.text)),
      one.verdict === null ? "——" : verdictSaid(one.verdict),
    ];
  });
  const limit = standard.compositeLimits[stage]?.text;
  const composite: Row[] =
    limit === undefined
      ? []
      : [[left("综合差异系数"), "——", shown(compositeCvText ?? kOpen), shown(limitOf(limit)), verdictSaid(verdict)]];
  return {
    kind: "table",
    name: stageName(stage),
    title: `${stageName(stage)}校际均衡情况`,
    heads: 1,
    widths: [44, 14, 14, 12, 18],
    rows: [
      [sharedZh.indicator, "平均值", "差异系数", "限值", "自评结论"].map((text) => head(text)),
      ...rows,
      ...composite,
    ],
    notes: [],
  };
}

function problems({ county, standard, about }: PaperSource): Block[] {
  const found = problemsOf(county, standard, about);
  const failing = found.filter(({ verdict }) => verdict === "fail");
  const open = found.filter(({ verdict }) => verdict === "unknown");
  const deadline = openOr(about.deadline);
  const departments = [...new Set(failing.map(({ department }) => department))];
  const said = failing.map(({ what, point }, at) => line("text", `${at + 1}. ${point}：${sentence(what)}`));
  const missing = open.map(({ what, point }, at) => line("text", `${at + 1}. ${point}：${sentence(what)}`));
  const next = departments.map((department, at) => {
    const points = failing.filter((one) => one.department === department).map(({ point }) => point);
    return line(
      "text",
      `${at + 1}. 由${department}负责，针对${[...new Set(points)].join("、")}，逐项制定整改措施，于${deadline}前完成。（具体措施由填报单位补充。）`,
    );
  });
  return [
    line("heading1", "三、存在的问题"),
    line("heading2", "（一）不达标的"),
    ...(said.length === 0 ? [line("text", "按所填数据，没有判为不达标的。")] : said),
    line("heading2", "（二）材料不足、无法判定的"),
    ...(missing.length === 0 ? [line("text", "没有。")] : missing),
    line("heading1", "四、下一步工作"),
    ...next,
    line(
      "text",
      open.length === 0
        ? "数据或口径有变化的，重新计算并更新本报告。"
        : `对材料不足的${open.length}项，于${deadline}前补齐材料后重新计算；补齐以前不作达标的结论。`,
    ),
  ];
}
