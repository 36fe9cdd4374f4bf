// SPDX-License-Identifier: MIT
//
// Words of the page on which one school is typed in, beside those of all published pages.

export const zh = {
  schoolTitle: "一所学校对照标准",
  schoolLead: "填入本校的数，就知道每项指标是否达标、还差什么。不需要全县的表，数据不离开本机。",
  schoolStage: "学段",
  schoolName: "学校名称（可不填）",
  schoolCounty: "区县（可不填）",
  schoolHowTo: "按什么填",
  schoolOtherWay: "换一种填法",
  schoolSeveral: "一所学校有几个学段的，请按学段分别填写该学段的数，或在下面粘贴全校一行。",
  schoolPaste: "或者粘贴本校的一行（连同表头）",
  schoolPasteHint: "在 Excel 或 WPS 中选中表头和本校这一行，复制，粘贴到这里。",
  schoolResult: "结果",
  schoolWaiting: "填入在校生数和其他各数后，结果显示在这里。",
  schoolPupilsFirst: "请先填在校生数。",
  schoolNeeds: "要达标，{field}至少为 {least}{unit}（现为 {now}）。",
  schoolThis: "本校",
  schoolMissing: "还没有填：{fields}。",
  schoolSeal: "保存为封存包（交区县汇总）",
  schoolClear: "清空",
  /** By the word of tables; what has none stays as it is. */
  schoolUnits: { 人: "人", "㎡": "㎡", 元: "元", 间: "间", 台: "台", 册: "册" },
};

export type SchoolWords = typeof zh;
