// SPDX-License-Identifier: MIT
//
// Words of what is evaluated beside the tables that are shown: another number of a school, other years.

export const trialZh = {
  whatIf: {
    hint: "改这所学校的一个数，看结论和差异系数怎样变；表格和结论本身不变。",
    number: "哪个数",
    choice: "{header}：现为 {found}",
    blank: "空",
    value: "假设为",
    onlyNumbers: "请填一个数，如 12 或 3.5",
    run: "计算",
    working: "正在计算……",
    none: "这所学校没有可以改的数。",
    cannot: "这个数在表中的位置无法确定，不能在这里假设；可以在“读表结果”里改那一格。",
    failed: "没有算成：{reason}",
    caption: "假设：{school}，{header} {before} → {after}",
    what: "项目",
    before: "现在",
    after: "假设之后",
    change: "变化",
    unit: "{stage}：学校结论",
    meeting: "{verdict}（{meeting} 项达标）",
    indicator: "{stage}：{indicator}",
    cv: "{stage}：{indicator}的差异系数（限值 {limit}）",
    composite: "{stage}：综合差异系数（限值 {limit}）",
    county: "{county}：结论",
    same: "不变",
    up: "升 {amount}",
    down: "降 {amount}",
    turns: "变为{verdict}",
    gone: "不参加评估",
    keep: "存为方案",
    name: "{school} {header} {after}",
    kept: "已存为方案“{name}”，随项目保存；图形版的“假设”里可以继续修改。",
  },
  years: {
    hint: "同一标准、同一口径，逐年单独计算。",
    now: "本年",
    before: "上一年",
    change: "比上一年",
    caption: "{stage}：各年差异系数",
    note: "空心为以前的年份，实心为本年；竖线是限值。",
  },
};

export type TrialWords = typeof trialZh;
