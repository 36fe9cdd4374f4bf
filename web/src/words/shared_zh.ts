// SPDX-License-Identifier: MIT
//
// Words of results that charts say too: of their own, because published pages have charts and not the whole page.

export const sharedZh = {
  semicolon: "；",
  verdict: { pass: "达标", fail: "不达标", unknown: "数据不足", near: "接近达标", none: "不单独判定" },
  stage: { primary: "小学", middle: "初中", senior: "高中" },
  indicator: "指标",
  threshold: "达标值",
  mean: "平均值",
  cv: "差异系数",
  limit: "限值",
  conclusion: "结论",
  school: "学校",
  pupils: "在校生",
  rowNumber: "第 {row} 行",
  notKnown: "—",
  colon: "：",
  listComma: "、",
  chart: {
    summary: "{stage}：图",
    limitsTitle: "{stage}：差异系数与限值",
    limitsNote: "竖粗线为限值；差异系数不超过限值为达标。",
    limitsRow: "{name} {value}，限值 {limit}，{verdict}",
    composite: "综合差异系数",
    mean: "平均值 {value}",
    threshold: "达标值 {value}",
    legend: "{verdict} {count}",
    area: "一个点是一个评估单元，面积表示在校生数。",
    shifted: "数值相同的评估单元太多，左右并排画出。",
    tooMany: "共 {count} 个评估单元，太多，图上不画点；数值在表里。",
    noValues: "没有可画的数值。",
    unknown: "数据不足、没有画出的 {count} 个：{names}",
    unknownCount: "数据不足 {count} 个",
    schools: "{count} 个评估单元",
    value: "数值",
    which: "看哪项指标",
    asTable: "图中的数据",
    saveSvg: "存为 SVG",
    savePng: "存为 PNG",
    saveOf: "{chart}：{what}",
    source: "数据：{name}；按《{standard}》计算，{date}。",
  },
  brackets: "（{text}）",
};

export type SharedWords = typeof sharedZh;
