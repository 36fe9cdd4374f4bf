// SPDX-License-Identifier: MIT
//
// The limits that a report may speak of, read out of the standards: those of items stand in the sentences of their rules,
// and are read by the grammar that reads reports; those of indicators and coefficients are numbers of the standard.

import type { ItemRule, Standard, Standards } from "../engine/junheng.d.ts";
import { type Exact, exactOf } from "./exact.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { reportText } from "./text.ts";

export interface RuleLimit {
  readonly item: string;
  /** The rule as it stands. */
  readonly rule: string;
  /** The clause of this limit, and names of the quantities it judges. */
  readonly words: readonly string[];
  readonly clause: string;
  readonly figure: Figure;
  /** What a limit of “其中” is of: without these words it is not meant. */
  readonly must: string;
  /** Of which stage it is one of two listed (“小学、初中……分别”). */
  readonly stage: "primary" | "middle" | "";
}

export interface NumberLimit {
  readonly id: string;
  readonly title: string;
  readonly stage: "primary" | "middle";
  readonly value: Exact;
  readonly text: string;
  readonly unit: string;
}

export interface Rules {
  /** The standard that the report is about; null where it names none. */
  readonly standard: Standard | null;
  readonly limits: readonly RuleLimit[];
  readonly thresholds: readonly NumberLimit[];
  readonly coefficients: readonly NumberLimit[];
  readonly composites: readonly NumberLimit[];
  /** Sentences of the rules of all standards, and names of indicators. */
  readonly sentences: readonly string[];
  readonly titles: readonly string[];
  /** “毕业÷（初一+转入−转出−死亡）”, the default first. */
  readonly formulas: readonly string[];
}

const kShortestLabel = 5;
const kStages = ["primary", "middle"] as const;

function limitsOf(item: ItemRule): RuleLimit[] {
  const report = reportText(item.rule.zh);
  const figures = figuresOf(report);
  // a short label (“教师”) is said everywhere, and a label of another kind says nothing of this limit
  const labelsOf = (percent: boolean): string[] =>
    item.checks
      .flatMap((check) => check.fields.filter((field) => (field.kind === "percent") === percent))
      .map((field) => field.label.zh)
      .filter((label) => label.length >= kShortestLabel);
  return figures.flatMap((figure) => {
    const before = report.text.slice(0, figure.start);
    const clause = report.text.slice(Math.max(0, before.search(/[^，；。]*$/)), figure.end + 4);
    const whole = figure.unit.kind === "percent" && /达到(?:100%)?$|达到$/.test(before.replace(/分别/g, ""));
    const asked = figure.bound !== null || whole || /分别(?:达到|不)/.test(before);
    if (!asked) return [];
    const listed = /小学、初中[^，。；]*分别/.test(before);
    const place = figures.filter((one) => one.unit.id === figure.unit.id).indexOf(figure);
    return [
      {
        item: item.id,
        rule: item.rule.zh,
        words: labelsOf(figure.unit.kind === "percent"),
        must: /其中[，,](..)[^；。]*$/.exec(before)?.[1] ?? "",
        clause,
        figure,
        stage: listed ? (kStages[place] ?? "") : "",
      },
    ];
  });
}

/** Of the two regimes the one whose name the report says more often, of as often said the one it begins with. */
function standardOf(text: string, standards: Standards): Standard | null {
  const count = (word: RegExp): number => text.match(word)?.length ?? 0;
  const quality = count(/优质均衡/g);
  const basic = count(/基本均衡/g);
  if (quality + basic === 0) return null;
  const isQuality = quality === basic ? text.search(/优质均衡/) < text.search(/基本均衡/) : quality > basic;
  return standards.find(({ balance }) => balance === (isQuality ? "each" : "composite")) ?? null;
}

function numbersOf(standard: Standard, of: "thresholds" | "cvLimits"): NumberLimit[] {
  return standard.indicators.flatMap((indicator) =>
    kStages.flatMap((stage) => {
      const limit = indicator[of][stage];
      return limit === null || limit === undefined
        ? []
        : [
            {
              id: indicator.id,
              // of a coefficient the limit is the same for all of them
              title: of === "cvLimits" ? "校际差异系数" : indicator.title.zh,
              stage,
              value: exactOf(limit.text),
              text: limit.text,
              unit: indicator.unit.zh,
            },
          ];
    }),
  );
}

export function rulesFor(text: string, standards: Standards): Rules {
  const standard = standardOf(text, standards);
  const items = (one: Standard): ItemRule[] => [...one.parts.flatMap((part) => part.items), ...one.supplements];
  const composites =
    standard === null
      ? []
      : kStages.flatMap((stage) => {
          const limit = standard.compositeLimits[stage];
          return limit === null || limit === undefined
            ? []
            : [
                {
                  id: "composite",
                  title: "综合差异系数",
                  stage,
                  value: exactOf(limit.text),
                  text: limit.text,
                  unit: "",
                },
              ];
        });
  return {
    standard,
    limits: standard === null ? [] : items(standard).flatMap(limitsOf),
    thresholds: standard === null ? [] : numbersOf(standard, "thresholds"),
    coefficients: standard === null ? [] : numbersOf(standard, "cvLimits"),
    composites,
    sentences: standards.flatMap((one) => items(one).map((item) => item.rule.zh)),
    titles: standards.flatMap((one) => one.indicators.map((indicator) => indicator.title.zh)),
    formulas:
      (standard ?? standards[0])?.options
        .flatMap((option) => option.choices.map((choice) => choice.title.zh))
        .filter((title) => title.includes("÷")) ?? [],
  };
}
