// SPDX-License-Identifier: MIT
//
// 申报表, table Ⅰ: what the county is. None of it is computed: the office has it from its own statistics.

import type { Standard } from "../engine/junheng.d.ts";
import { rounded } from "./form_number.ts";
import { head, kOpen, shown } from "./model.ts";
import type { Cell, Table } from "./model.ts";
import type { PaperAbout } from "./papers.d.ts";

/** Of people in 万人; all else is whole. */
const kPopulation = { columns: 2, decimals: 2 };

const kSchools = ["小学", "九年一贯制学校", "初中", "完全中学", "十二年一贯制学校"];
const kBoth = ["小学", "初中"];
const kStaff = ["合计", "其中专任教师"];

export const codes = (count: number): Cell[] => Array.from({ length: count }, (_, at) => head(`L${at + 1}`));

/** Heads over heads; one without any under it stands alone. */
function groups({ exclusions }: Standard): (readonly [string, readonly string[]])[] {
  const smallest = exclusions.find(({ pupilsBelow }) => pupilsBelow !== null)?.pupilsBelow ?? kOpen;
  return [
    ["自然情况", ["人口总数（万人）", "农业人口数（万人）", "乡镇数（个）", "行政村数（个）"]],
    [
      "经济情况",
      [
        "年人均国内生产总值（元）",
        "年人均地方财政收入（元）",
        "农民年人均纯收入（元）",
        "城镇居民年人均可支配收入（元）",
      ],
    ],
    ["普通中小学校数（所）", kSchools],
    ["特殊教育学校（所）", []],
    ["小学教学点数（个）", ["计", `其中：${smallest}人及以上`]],
    ["教学班数（个）", kBoth],
    ["在校学生数（人）", kBoth],
  ];
}

const kOfStaff = "教职工数（人）";

/** Each column by its code, with all that stands over it. */
export function basicsAsked(standard: Standard): { code: string; title: string }[] {
  const titles = groups(standard).flatMap(([over, under]) =>
    under.length === 0 ? [over] : under.map((one) => `${over} ${one}`),
  );
  const staff = kBoth.flatMap((stage) => kStaff.map((one) => `${kOfStaff} ${stage} ${one}`));
  return [...titles, ...staff].map((title, at) => ({ code: `L${at + 1}`, title }));
}

export function basicsTable({ basics: stated = {} }: PaperAbout, standard: Standard): Table {
  const columns = basicsAsked(standard).length;
  const value = (at: number): Cell => {
    const text = stated[`L${at + 1}`]?.trim() ?? "";
    return shown(rounded(text, at < kPopulation.columns ? kPopulation.decimals : 0) ?? text);
  };
  const free = [{ text: "", columns }];
  return {
    kind: "table",
    name: "表Ⅰ",
    title: "表Ⅰ 义务教育优质均衡发展县（市、区）基本情况",
    heads: 7,
    widths: [
      6.5, 6.5, 5, 5, 5, 5, 5, 5.5, 3.75, 4, 3.75, 3.75, 3.75, 5, 3.75, 3.75, 3.75, 3.75, 5, 5, 3.75, 3.75, 3.75, 3.75,
    ],
    rows: [
      // The form leaves these free for the name of the county.
      free,
      free,
      free,
      [
        ...groups(standard).map(([over, under]) => head(over, Math.max(under.length, 1), under.length === 0 ? 3 : 1)),
        head(kOfStaff, kBoth.length * kStaff.length),
      ],
      [
        ...groups(standard).flatMap(([, under]) => under.map((text) => head(text, 1, 2))),
        ...kBoth.map((text) => head(text, kStaff.length)),
      ],
      kBoth.flatMap(() => kStaff.map((text) => head(text))),
      codes(columns),
      Array.from({ length: columns }, (_, at) => value(at)),
      free,
    ],
    notes: ["注：“人口总数”和“农业人口数”按常住人口统计，数字保留两位小数。L5-L8列数字保留整数。"],
  };
}
