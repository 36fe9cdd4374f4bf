// SPDX-License-Identifier: MIT
//
// Words of the view of the papers, fetched with it. What stands in the papers is in Chinese in any case and stands with
// them (papers/).

export const papersZh = {
  heading: "公文",
  lead: "由当前数据和结论生成的草稿：数字与评估结果逐字一致，缺的写作“待补”或留空，不替您下结论。一切都在本机生成，不上传。",
  nothing: "先打开一张学校名单，再来生成公文。",
  tooMany: "打开的评估单元太多，请只打开一个县（市、区）的名单。",
  county: "哪个县（市、区）",
  unnamed: "整张表",
  which: "要哪些公文",
  formats: "要哪些格式",
  kinds: {
    report: "自查自评报告",
    form: "申报表（表Ⅰ至表Ⅵ）",
    schools: "一校一策（每校一页）",
    tasks: "目标任务分解表（按责任部门）",
    problems: "问题台账",
    timetable: "认定工作时间表",
  },
  format: { docx: "Word（.docx）", xlsx: "表格（.xlsx）", html: "打印页（.html）", csv: "CSV" },
  withPlan: "一校一策写入方案（只计数量的达标方案，要算一会儿）",
  planning: "正在计算达标方案……",
  noPlan: "方案没有算出来（{reason}），公文没有生成。请再试，或不写入方案。",
  preview: "预览",
  previewOf: "预览：{paper}",
  about: "填报信息",
  notStated: "没有填的在公文里留空（____）。",
  fields: {
    county: "县（市、区）名称",
    department: "填报单位",
    filler: "填表人",
    reviewer: "审核人",
    date: "填报日期",
    deadline: "完成时限",
  },
  departments: "责任部门（建议，可改）",
  basics: "表Ⅰ 基本情况（评估数据里没有，由您填）",
  download: "下载",
  chooseFirst: "请至少选一种公文和一种它有的格式。",
  done: "已生成 {count} 个文件。",
  file: "公文",
};

export type PapersWords = typeof papersZh;
