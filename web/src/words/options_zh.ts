// SPDX-License-Identifier: MIT
//
// What is said of the options of a standard, in the text view and in the view of standards.

export const optionsZh = {
  heading: "口径",
  hint: "资料说法不一或办法没有写明之处，可以另选；选了什么随项目保存，写在结论和公布的网页上。",
  preset: "{choice}（默认）",
  source: "依据：{source}",
  unsourced: "没有可以引用的出处，只是本程序的默认。",
  ask: "计算其他选择会改变什么",
  turns: "结论会变",
  stays: "结论不变",
  numbers: "数字会变：{numbers}",
  numbersMore: "{numbers}等 {count} 处",
  numbersOf: "{stage}{indicator}差异系数 {before} → {after}",
  unitsOf: "{stage}评估单元 {before} → {after}",
  numbersOfCounties: "数字会变：{count} 个县（市、区）",
  sameNumbers: "数字也不变",
};

export type OptionWords = typeof optionsZh;
