// SPDX-License-Identifier: MIT
//
// What several papers say alike. No sentence says more than the verdict it is made from: what is not known is open, and
// 基本达标 is a label that only a person may give.

import type { County, Item, Part, Stage, Standard, Verdict } from "../engine/junheng.d.ts";
import { printedLimit } from "../kit/printed_limit.ts";
import { shortened } from "../publish/html.ts";
import { sharedZh } from "../words/shared_zh.ts";
import { kOpen } from "./model.ts";
import type { PaperAbout } from "./papers.d.ts";

export const stageName = (stage: Stage): string => sharedZh.stage[stage];

const kUnknown = "无法判定（材料待补）";

export function verdictSaid(verdict: Verdict): string {
  return verdict === "unknown" ? kUnknown : sharedZh.verdict[verdict];
}

/** Of 一票否决, whose points are what must not be: "存在违规择校行为：达标" would say that it is there. */
const isVeto = ({ id }: Pick<Part, "id">): boolean => id === "veto";

export function itemVerdictSaid(verdict: Verdict, part: Pick<Part, "id">): string {
  if (!isVeto(part) || verdict === "unknown") return verdictSaid(verdict);
  return verdict === "fail" ? "有该情形" : "没有该情形";
}

export const bare = (rule: string): string => rule.trim().replace(/[。；;]$/, "");

/** The point of a rule: what is asked for, or what must not be. */
export const pointSaid = (rule: string, part: Pick<Part, "id">): string =>
  isVeto(part) ? `不予认定的情形：${bare(rule)}` : bare(rule);

/** Of a coefficient; —— where the rule has none. */
export const limitOf = (text: string | undefined): string => (text === undefined ? "——" : printedLimit(text));

/** Marks that turn the direction of what is written behind them, in a paper that is not in the name any more. */
const kTurns = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** As it is printed: a name of a thousand characters would bury the paper. */
export function schoolName(school: string | null): string {
  const name = shortened((school ?? "").replaceAll(kTurns, ""));
  return name === "" ? kOpen : name;
}

const stated = (text: string | undefined): string => (text?.trim() ? text.trim() : "");
export const openOr = (text: string | undefined): string => stated(text) || kOpen;

export function countyName({ name }: Pick<County, "name">, { county }: PaperAbout): string {
  return stated(county) || (name ?? `${kOpen}县（市、区）`);
}

/** Below each table that is handed in; on an upright page the office has a line of its own. */
export function signature({ department, filler, reviewer, date }: PaperAbout, wide = true): string {
  return `填报单位（盖章）：${openOr(department)}${wide ? "　　" : "\n"}填表人：${openOr(filler)}　　审核人：${openOr(reviewer)}　　填报日期：${openOr(date)}`;
}

/** What is found of an item, each sentence once and with its end. */
export function findingsOf({ checks }: Item): string {
  return checks
    .filter((check) => check.verdict !== null)
    .map(({ message }) => message.zh.replace(/[。；]$/, "").replaceAll(" %", "%"))
    .join("；");
}

/** The national standard of 优质均衡, or one made from it. */
export function isQuality({ id, own }: Standard): boolean {
  return (own?.parent ?? id) === "quality-2017";
}
