// SPDX-License-Identifier: MIT
//
// Words of what leaves the page: what is asked before something is published, and what stands in files of results. Of
// their own because they are fetched with what needs them (app/outgoing).

export const outgoingZh = {
  form: {
    heading: { folder: "发布为网站（zip）", page: "发布为一个网页", sealed: "封存" },
    purpose: {
      folder: "给大家看的网页，放到任何网站上都能打开；读者的浏览器会重新计算并核对。",
      page: "给大家看的一个网页文件，双击就能打开；读者的浏览器会重新计算并核对。",
      sealed:
        "封存用来留证和上报：全部数据、办法和程序都在一个文件里，什么也不隐去；以后谁打开，都重新计算并核对是否一致，还可以逐校比较、合并。它不是给公众看的。",
    },
    title: "县（市、区）",
    publisher: "发布单位",
    source: "数据来源",
    date: "数据时点",
    dateExample: "如 2024年9月1日",
    titleNeeded: "请写明是哪个县（市、区）。",
    notStated: "没有填的写作“未注明”。",
    issues: "还有 {count} 项没有处理：{errors} 项需更正，{warnings} 项请核对",
    questions: "还有 {count} 处读法没有选定，有关的数据没有参加计算。",
    noIssues: "表格没有需要更正或核对的问题。",
    more: "……另有 {count} 项。",
    leftOut: "不列入公开页的内容",
    looking: "正在查看哪些内容不列入……",
    columns: "没有用到的列：{columns}",
    rows: "不是学校的行：{count} 行",
    small: "隐去的少于五人的数：{count} 处（{places}）",
    place: "第 {row} 行 {column}",
    remarks: "核对说明和上一年的表",
    lost: "因此读法不同：{title}，{whole} → {published}",
    nothing: "除核对说明和上一年的表以外，没有别的内容被略去。",
    preview: "预览",
    previewName: "预览：{title}",
    save: "下载",
    cancel: "取消",
    comma: "、",
  },
};

export type OutgoingWords = typeof outgoingZh;
