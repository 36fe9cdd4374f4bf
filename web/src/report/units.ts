// SPDX-License-Identifier: MIT
//
// Units of official texts: which are one (㎡ and 平方米), and what kind of number they make.

export type UnitKind = "count" | "money" | "area" | "percent" | "points" | "score" | "time" | "none";

export interface Unit {
  /** One for all ways of writing it. */
  readonly id: string;
  readonly kind: UnitKind;
  /** Whole things: nobody has half a teacher. */
  readonly counted: boolean;
  /** 万元 is 元 with 4. */
  readonly shift?: number;
  /** By the year, by the pupil. */
  readonly per?: boolean;
}

/** [one of its kind, kind, ways to write it] */
const kUnits: readonly (readonly [string, UnitKind, readonly string[]])[] = [
  ["个百分点", "points", ["个百分点"]],
  ["%", "percent", ["%"]],
  ["人次", "count", ["人次", "场次", "余场次"]],
  ["㎡", "area", ["平方米", "㎡", "m²", "m2", "平米"]],
  ["平方公里", "area", ["平方公里", "平方千米", "km²"]],
  ["亩", "area", ["亩"]],
  ["元", "money", ["元"]],
  ["人", "count", ["人", "名", "位"]],
  ["所", "count", ["所", "校"]],
  ["班", "count", ["个教学班", "个班级", "个班", "班"]],
  ["项", "count", ["项", "大项", "小项"]],
  ["间", "count", ["间"]],
  ["台", "count", ["台", "套"]],
  ["册", "count", ["册", "本"]],
  ["份", "count", ["份", "张"]],
  ["学时", "time", ["学时", "小时", "分钟", "课时"]],
  ["年", "time", ["年", "个月", "天", "日"]],
  ["岁", "time", ["岁"]],
  ["分", "score", ["分"]],
  ["次", "count", ["次", "场", "期"]],
  ["个", "count", ["个"]],
  [
    "件",
    "count",
    ["件", "篇", "节", "家", "处", "块", "条", "部", "户", "辆", "路", "栋", "门", "类", "支", "座", "幅", "片"],
  ],
];

const kWays = kUnits
  .flatMap(([id, kind, ways]) => ways.map((way) => ({ way, id, kind })))
  .sort((a, b) => b.way.length - a.way.length);

const kScales: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 千: 3, 百万: 6 };
/** 元/人, 元/生·年, //年 of a text that lost its 生. */
const kPer = /^(?:\/(?:生|人|年|百人|百名学生|班|校|间|月|·)*)+/;

/** The unit that stands at a place, and how long it is. */
export function unitAt(text: string, at: number): { readonly unit: Unit; readonly length: number } | null {
  const rest = text.slice(at, at + 12);
  const blanks = /^ */.exec(rest)?.[0].length ?? 0;
  const scale = /^(?:百万|万|亿|千)(?=元|平方米|㎡|人|册|亩)/.exec(rest.slice(blanks))?.[0] ?? "";
  const from = blanks + scale.length;
  const found = kWays.find(({ way }) => rest.startsWith(way, from));
  if (found === undefined) return null;
  const { way, id, kind } = found;
  // 年 and 日 of days were taken out before; 校 only counts before what it is not a part of
  if (way === "校" && /^(?:园|长|区|舍|本|际|均)/.test(rest.slice(from + 1))) return null;
  if (way === "人" && /^(?:均|才|员|大(?!关)|民|事|力)/.test(rest.slice(from + 1))) return null;
  if (way === "班" && /^(?:额|子|级|班)/.test(rest.slice(from + 1))) return null;
  if (way === "部" && /^(?:分|门|署)/.test(rest.slice(from + 1))) return null;
  if (way === "次" && /^(?:会)/.test(rest.slice(from + 1))) return null;
  if (way === "分" && /^(?:钟|别|为|布|之|校|公|散|期|批|类|配|析)/.test(rest.slice(from + 1))) return null;
  const per = kPer.exec(rest.slice(from + way.length))?.[0] ?? "";
  const shift = kScales[scale];
  const unit: Unit = {
    id,
    kind,
    counted: kind === "count",
    ...(shift === undefined ? {} : { shift }),
    ...(per === "" ? {} : { per: true }),
  };
  return { unit, length: from + way.length + per.length };
}

/** Whether one may be a share of the other: 46 个 of 1240 班, but no schools of so many 个. */
export const sameCount = (a: Unit, b: Unit): boolean =>
  a.id === b.id ? a.kind !== "none" : a.id !== "所" && b.id !== "所" && sameUnit(a, b);

/** Whether numbers of the two may be added: 小学 3 所 and 校区 2 个 are parts of one whole. */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a.kind === "none" || b.kind === "none") return false;
  const loose = ["个", "所", "班"];
  return a.id === b.id || (a.id === "个" && loose.includes(b.id)) || (b.id === "个" && loose.includes(a.id));
}
