// SPDX-License-Identifier: MIT
//
// Words of the page that checks, compares and merges sealed files, beside those of all published pages.

export const zh = {
  sealedTitle: "封存包：核对、比较、合并",
  sealedLead:
    "打开一个封存包或公开页文件，用本页的计算程序重新计算，看它是否仍与封存时一致；打开两个，逐校列出变化；打开多个，合并为全县的表。文件不上传。",
  sealedChoose: "选择文件……",
  sealedAdd: "再加文件……",
  sealedRemove: "去掉",
  sealedRemoveOf: "去掉 {file}",
  sealedRemoved: "已去掉 {file}。",
  sealedDrop: "也可以把文件拖到本页。",
  sealedListCaption: "打开的文件",
  sealedFile: "文件",
  sealedState: "核对",
  sealedAgrees: "一致",
  sealedDiffers: "不一致",
  sealedStates: {
    own: "按自定办法（内容与数据相符，但不是国家办法的结论）",
    agrees: "一致",
    program: "程序不是已知版本（内容与数据相符，但文件所带的程序不是本版：它显示什么，以本页为准）",
    differs: "不一致",
  },
  sealedNot: "不是封存包或公开页，或所用办法本程序不认识",
  sealedCompareHeading: "两个文件的变化：{before} → {after}",
  sealedSame: "两个文件的数据相同，结果没有变化。",
  sealedCellsCaption: "填报数的变化",
  sealedColumn: "列",
  sealedSchoolsCaption: "由此算出的变化，逐校",
  sealedWhat: "什么",
  sealedBefore: "前",
  sealedAfter: "后",
  sealedThere: "这所学校",
  sealedHas: { yes: "有", no: "没有" },
  sealedVerdictsCaption: "结论和差异系数的变化",
  sealedMore: "另有 {count} 处变化没有列出，请下载比较结果。",
  sealedMergeHeading: "合并 {count} 个文件",
  sealedMergeResult: "合并后：{conclusion}",
  sealedSaveSealed: "保存合并后的封存包",
  sealedSaveProject: "保存为项目文件（在工作台打开）",
  sealedSaveComparison: "下载比较结果（JSON）",
  sealedFault: {
    nothing: "没有可合并的文件。",
    standards: "所用的评估办法不同",
    options: "所选的口径不同",
    columns: "手工选定的列不同，请各自用原表头重新封存",
    header: "手工指定过表头，不能自动合并",
    years: "对“评估哪一年”的回答不同",
    county: "填报的县级材料不同",
    twice: "内容完全相同，可能是同一个文件",
  },
  sealedNotMerged: "这些文件里的上一年的表没有合并：{files}。要与上一年对照，请在工作台里另外打开。",
  sealedFaultOf: "不能合并（{files}）：{fault}。",
  sealedClaims: "一致只说明内容与封存时相同，不说明数据真实；封存包没有签名，不能证明由谁封存。",
};

export type SealedWords = typeof zh;
