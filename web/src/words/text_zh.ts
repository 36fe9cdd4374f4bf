// SPDX-License-Identifier: MIT
//
// Words of the text view, which is fetched when somebody looks at it.

import { optionsZh } from "./options_zh.ts";

export const textZh = {
  resultOf: "按《{standard}》",
  options: {
    ...optionsZh,
  },
  search: {
    heading: "查学校",
    hint: "输入校名的一部分，看它缺什么、缺多少",
    found: "找到 {count} 所",
    more: "找到 {count} 所，先列 {shown} 所：再多输入几个字",
    none: "没有找到名称中含有“{text}”的学校。",
    unit: "{stage}（第 {row} 行）",
    pupils: "在校生 {pupils} 人",
    meeting: "{meeting} 项达标",
    short: "{indicator}：{value} {unit}，{verdict}（达标值 {threshold}），还差 {amount}",
    below: "{indicator}：{value} {unit}，{verdict}（达标值 {threshold}）",
    unknown: "数据不足：{indicators}",
    share: "{indicator}的差异系数超过限值，其平方的 {percent} % 来自这所学校",
    rest: "其余 {count} 项",
    value: "{indicator}：{value} {unit}（达标值 {threshold}），达标",
    plain: "{indicator}：{value} {unit}",
    nothing: "没有低于达标值的指标。",
    out: "未参加评估：{reason}",
    whatIf: "假设：改这所学校的一个数",
  },
  facts: {
    heading: "保障与质量：已填 {filled} / {all} 项",
    hint: "填数或选“是”“否”，按 Enter 到下一格；立即重算，可以撤销。表里已有的数不必再填。没有填的，按数据不足处理，不算达标，也不算不达标。",
    table: "这个县的材料是作为表格粘贴的，不在这里改：请改原表，再粘贴一次。",
    item: "项目",
    rule: "要求",
    state: "填写",
    note: "说明",
    blank: "未填",
    yes: "是",
    no: "否",
    elsewhere: "按学段或年份给出",
    or: "或者",
  },
  yearsHeading: "各年差异系数",
  partsHeading: "各部分",
  stageHeading: "{stage}：{units} 个评估单元，在校生 {pupils} 人，{passing} 个达标",
  indicatorsCaption: "{stage}：各指标与差异系数",
  compositeLine: "综合差异系数 {value}，限值 {limit}：{verdict}",
  unitsCaption: "{stage}：各评估单元",
  excludedHeading: "未参加评估的学校",
  issuesHeading: "表中的问题（{count}）",
  issuesShown: "只列出前 {shown} 条，共 {count} 条。",
  noIssues: "表中没有发现问题。",
  countiesCaption: "各县结论",
  counties: {
    hint: "按县名看这个县的详情。各格是差异系数，“超”“余”是它超过或低于限值多少。",
    head: "{stage} {indicator}（限值 {limit}）",
    over: "{cv} 超 {distance}",
    within: "{cv} 余 {distance}",
  },
  manyCounties: "共 {count} 个县，以下只详列前 {shown} 个；其余的在上表中按县名打开。",
  manyUnits: "评估单元很多，以下每个学段只列出前 {shown} 个；全部评估单元在图形版里。",
  tablePart: "{caption}（第 {from} 至 {to} 行，共 {count} 行）",
  unitsLeftOut: "评估单元很多，文字版只显示县一级结果；全部评估单元在图形版里。",
  footer: "数据只在本机计算，不上传。",
  licences: "许可",
};

export type TextWords = typeof textZh;
