// SPDX-License-Identifier: MIT
//
// One stage of a county as tables: its indicators with their coefficients, its units with their values.

import type { Indicator, IndicatorResult, StageResult, Unit, UnitValue } from "../../engine/junheng.d.ts";
import { element } from "../../kit/dom.ts";
import { copyableTable } from "../../kit/copy_table.ts";
import type { Cell } from "../../kit/copy_table.ts";
import { fill } from "../../words/fill.ts";
import { limitOf } from "./context.ts";
import { longTable } from "./long_table.ts";
import type { Making } from "./pieces.ts";
import { verdictWord } from "./context.ts";
import type { TextContext } from "./context.ts";

/** Units of a stage; the workbench shows all of them. */
const kUnitsShown = 2000;

function count(value: number | null, context: TextContext): string {
  return value === null ? context.words.notKnown : String(value);
}

export function indicatorTable(stage: StageResult, context: TextContext): HTMLElement {
  const { words, language, standard } = context;
  const known = new Map(standard.indicators.map((indicator) => [indicator.id, indicator]));
  const heads = [
    words.indicator,
    words.mean,
    words.cv,
    words.limit,
    words.conclusion,
    words.threshold,
    words.unitsMeeting,
    words.unitsNear,
    words.unitsFailing,
    words.verdict.unknown,
  ];
  const rows = stage.indicators.map((result) => indicatorRow(result, known.get(result.id)));
  const caption = `${context.whose}${fill(words.indicatorsCaption, { stage: words.stage[stage.stage] })}`;
  return copyableTable(caption, heads, rows, words);

  function indicatorRow(result: IndicatorResult, about: Indicator | undefined): Cell[] {
    const unit = about?.unit[language] ?? "";
    return [
      {
        text: `${about?.title[language] ?? result.id}${unit === "" ? "" : fill(words.brackets, { text: unit })}`,
        heading: true,
      },
      { text: result.meanText ?? words.notKnown, number: true },
      { text: result.cvText ?? words.notKnown, number: true },
      { text: limitOf(about?.cvLimits[stage.stage], words), number: true },
      { text: verdictWord(words, result.verdict), mark: result.verdict },
      { text: about?.thresholds[stage.stage]?.text ?? words.notKnown, number: true },
      { text: count(result.unitsMeeting, context), number: true },
      { text: count(result.unitsNear, context), number: true },
      { text: count(result.unitsFailing, context), number: true },
      { text: count(result.unitsUnknown, context), number: true },
    ];
  }
}

export function* unitTable(
  into: HTMLElement,
  stage: StageResult,
  units: readonly Unit[],
  context: TextContext,
): Making {
  const { words, language, standard } = context;
  const all = units.filter((unit) => unit.status === "evaluated" && unit.stage === stage.stage);
  if (all.length === 0) return;
  const shown = all.slice(0, kUnitsShown);
  const judged = standard.unitRule !== null;
  const heads = [
    words.school,
    words.row,
    words.pupils,
    ...(judged ? [words.conclusion, words.meeting] : []),
    ...standard.indicators.map((indicator) => indicator.shortTitle[language]),
  ];
  const cells = (unit: Unit): Cell[] => [
    { text: unit.school ?? words.notKnown, heading: true },
    { text: String(unit.row), number: true },
    { text: count(unit.pupils, context), number: true },
    ...(judged
      ? [
          { text: verdictWord(words, unit.verdict), mark: unit.verdict },
          { text: count(unit.meeting, context), number: true },
        ]
      : []),
    ...unit.values.map((value) => valueCell(value, context)),
  ];
  if (all.length > shown.length) into.append(element("p", {}, fill(words.manyUnits, { shown: shown.length })));
  const caption = `${context.whose}${fill(words.unitsCaption, { stage: words.stage[stage.stage] })}`;
  yield* longTable(into, { caption, heads, rows: shown, cells }, words);
}

function valueCell(value: UnitValue, { words }: TextContext): Cell {
  if (value.text === null) return { text: words.notKnown, number: true, mark: value.verdict };
  // What does not meet its threshold says so in words; "meets it" beside every other number would drown them.
  const say = value.verdict === "fail" || value.verdict === "near" ? ` ${verdictWord(words, value.verdict)}` : "";
  return { text: `${value.text}${say}`, copied: value.text, number: true, mark: value.verdict };
}

export function excludedUnits(units: readonly Unit[], { words, language }: TextContext): HTMLElement[] {
  const out = units.filter((unit) => unit.status !== "evaluated");
  if (out.length === 0) return [];
  const items = out.map((unit) => {
    const stage = unit.stage === null ? "" : words.stage[unit.stage];
    const place = fill(words.brackets, { text: `${fill(words.rowNumber, { row: unit.row })} ${stage}`.trim() });
    return element("li", {}, `${unit.school ?? words.notKnown}${place}${words.colon}${unit.reason?.[language] ?? ""}`);
  });
  return [element("h4", {}, words.excludedHeading), element("ul", {}, ...items)];
}
