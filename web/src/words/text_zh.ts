// SPDX-License-Identifier: MIT
//
// Words of the text view, which is fetched when somebody looks at it.

export const textZh = {
  resultOf: "按《{standard}》",
  options: {
    heading: "口径",
    hint: "资料说法不一或办法没有写明之处，可以另选；选了什么随项目保存，写在结论和公布的网页上。",
    preset: "{choice}（默认）",
    source: "依据：{source}",
    unsourced: "没有可以引用的出处，只是本程序的默认。",
    ask: "计算其他选择会改变什么",
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
  },
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
  manyCounties: "共 {count} 个县，以下只详列前 {shown} 个；各县结论都在上表。",
  manyUnits: "评估单元很多，以下每个学段只列出前 {shown} 个；全部评估单元在图形版里。",
  tablePart: "{caption}（第 {from} 至 {to} 行，共 {count} 行）",
  unitsLeftOut: "评估单元很多，文字版只显示县一级结果；全部评估单元在图形版里。",
  footer: "数据只在本机计算，不上传。",
  licences: "许可",
};

export type TextWords = typeof textZh;
