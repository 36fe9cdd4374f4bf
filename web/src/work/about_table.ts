// SPDX-License-Identifier: MIT
//
// What a table says of itself: whose it is, who filled it in, of which day. Only proposals, which a person reads before
// anything is named or published by them.

import type { TableRows } from "../engine/junheng.d.ts";

export interface About {
  /** Of the county; empty where nothing says it. */
  readonly county: string;
  /** 填报单位 */
  readonly publisher: string;
  /** As it is written: 2024-09-01, 2024年9月, 2024年. */
  readonly date: string;
}

/** What stands around the rows of schools. */
const kAround = new Set(["title", "note", "aside", "left_out"]);
const kCounty =
  /^(?:附?[件表][0-9一二三四五六七八九十]*[\s:：.、]*)?(\p{Script=Han}{1,18}?(?:自治县|自治旗|林区|特区|[县区市旗]))(?=$|[\s0-9０-９(（]|二〇|义务|教育|中小学|小学|各|学校|优质|基本|人民政府|所有)/u;
/** 全县 is no name, and neither is 县 with words of the trade before it. */
const kNoName = /^[全各本我该每按分]|义务|教育|学校|均衡|汇总|^(?:城|镇|乡|主城|校|园)区$/u;
const kFilledBy =
  /(?:填报|填表|上报|报送|报表|编制|制表)(?:单位|部门|机构)\s*(?:[（(][^）)]*[）)])?\s*[:：]\s*([^\s:：（(]{2,40})/u;
const kFilledOn =
  /(?:填报|填表|上报|报送|统计|数据|截止|截至|制表)(?:日期|时间|时点)\s*[:：]\s*([0-9０-９]{4}[^\s:：]{0,16})/u;
const kDay = /((?:19|20)\d\d\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?|(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?)/;

function countyIn(text: string): string {
  const name = kCounty.exec(text)?.[1] ?? "";
  return kNoName.test(name) ? "" : name;
}

/** `county`: of its column, where the table has one and names one county only. */
export function aboutTable(rows: TableRows["rows"], county: string | null): About {
  const lines = rows
    .filter(({ kind }) => kAround.has(kind))
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== "").join(" "));
  const first = (pattern: RegExp): string =>
    lines.map((line) => pattern.exec(line)?.[1]?.trim() ?? "").find((found) => found !== "") ?? "";
  const publisher = first(kFilledBy);
  const named = lines.map(countyIn).find((name) => name !== "") ?? countyIn(publisher);
  const on = first(kFilledOn);
  return { county: county ?? named, publisher, date: on === "" ? first(kDay).replaceAll(/\s/g, "") : on };
}

/** Of files: the county, then the day of its data, or else of today. Empty parts are left out. */
export function nameFor({ county, date }: Pick<About, "county" | "date">, otherwise: string, today: string): string {
  return [county === "" ? otherwise : county, date === "" ? today : date].filter((part) => part !== "").join("-");
}
