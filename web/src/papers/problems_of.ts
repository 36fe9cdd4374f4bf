// SPDX-License-Identifier: MIT
//
// What is not met and what is not known, each once, with who is proposed for it: for the report, the ledger and the pages
// of the schools alike.

import type { County, Item, Standard, Unit, Verdict } from "../engine/junheng.d.ts";
import { sharedZh } from "../words/shared_zh.ts";
import type { PaperAbout } from "./papers.d.ts";
import { findingsOf, limitOf, schoolName, stageName } from "./said.ts";
import { departmentFor, indicatorKey } from "./tasks_of.ts";

interface Problem {
  readonly verdict: Exclude<Verdict, "pass">;
  /** Of the standard. */
  readonly part: string;
  /** Which point of it: an indicator, an item. */
  readonly point: string;
  readonly what: string;
  /** Null: of the county. */
  readonly school: string | null;
  readonly department: string;
}

type Open = Exclude<Verdict, "pass">;
const isOpen = (verdict: Verdict | null): verdict is Open => verdict === "fail" || verdict === "unknown";

export function problemsOf(county: County, standard: Standard, about: PaperAbout): Problem[] {
  return [
    ...balance(county, standard, about),
    ...(county.units ?? []).flatMap((unit) => unitProblems(unit, standard, about)),
    ...county.parts.flatMap(({ title, items }) =>
      items.flatMap((item) => itemProblem(item, title.zh, standard, about)),
    ),
  ];
}

/** The part of the standard that is measured at the schools, of which there is one. */
const measuredPart = (standard: Standard): string =>
  standard.parts.find(({ items }) => items.length === 0)?.title.zh ?? "";

function balance({ stages }: County, standard: Standard, about: PaperAbout): Problem[] {
  return stages
    .filter(({ units, indicators }) => units > 0 || indicators.some(({ given }) => given))
    .flatMap((stage) => {
      const name = stageName(stage.stage);
      const part = measuredPart(standard);
      const each = standard.indicators.flatMap(({ id, title, cvLimits }, at): Problem[] => {
        const one = stage.indicators.find((each) => each.id === id);
        if (one === undefined || !isOpen(one.verdict)) return [];
        const limit = limitOf(cvLimits[stage.stage]?.text);
        const what = one.cvText === null ? "差异系数数据不足" : `差异系数${one.cvText}，要求不高于${limit}`;
        const department = departmentFor(indicatorKey(at), standard, about);
        return [{ verdict: one.verdict, part, point: `${name}${title.zh}`, what, school: null, department }];
      });
      if (stage.compositeLimit === null || !isOpen(stage.verdict)) return each;
      const limit = limitOf(standard.compositeLimits[stage.stage]?.text);
      const value = stage.compositeCvText;
      const what = value === null ? "综合差异系数数据不足" : `综合差异系数${value}，要求不高于${limit}`;
      const department = departmentFor("", standard, about);
      return [...each, { verdict: stage.verdict, part, point: name, what, school: null, department }];
    });
}

/** A value of a unit that is below its threshold, or not known: 生均教学及辅助用房面积 4.10（达标值4.5） */
export function shortfalls(unit: Unit, standard: Standard): { at: number; said: string }[] {
  return unit.values.flatMap(({ text, verdict, id }) => {
    const at = standard.indicators.findIndex((one) => one.id === id);
    const about = standard.indicators[at];
    if (about === undefined || verdict === "pass" || verdict === null || unit.stage === null) return [];
    const threshold = about.thresholds[unit.stage]?.text;
    if (threshold === undefined) return [];
    const known = text === null ? sharedZh.verdict.unknown : text;
    return [{ at, said: `${about.title.zh}${known}（达标值${threshold}）` }];
  });
}

function unitProblems(unit: Unit, standard: Standard, about: PaperAbout): Problem[] {
  const { verdict, stage, school, status } = unit;
  if (status !== "evaluated" || stage === null || !isOpen(verdict)) return [];
  const found = shortfalls(unit, standard);
  const departments = found.flatMap(({ at }) => departmentFor(indicatorKey(at), standard, about).split("、"));
  return [
    {
      verdict,
      part: measuredPart(standard),
      point: `${schoolName(school)}（${stageName(stage)}）综合评估`,
      what: found.map(({ said }) => said).join("；"),
      school,
      department: [...new Set(departments)].join("、"),
    },
  ];
}

function itemProblem(item: Item, part: string, standard: Standard, about: PaperAbout): Problem[] {
  if (!isOpen(item.verdict)) return [];
  const point = `${item.id} ${item.title.zh}`;
  const department = departmentFor(item.id, standard, about);
  return [{ verdict: item.verdict, part, point, what: findingsOf(item), school: null, department }];
}
