// SPDX-License-Identifier: MIT
//
// 稳健性 in words and tables: how far each verdict is from the other, which cells are worth a visit, what only rounding or a
// choice between readings of the rule decides.

import type { CvMargin, Sureness } from "../engine/plan.d.ts";
import { copyableTable } from "../kit/copy_table.ts";
import type { Cell } from "../kit/copy_table.ts";
import { element } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { verdictWords } from "./answer_view.ts";
import { resourceOf, schoolName, stageName, tippingSentence, verdictWord, withUnit } from "./context.ts";
import type { PlanContext } from "./context.ts";

const kDigits = 4;
const kUnits = 1000;

const note = (text: string): HTMLElement => element("p", { class: "soft" }, text);

export function surenessView(sureness: Sureness, context: PlanContext): HTMLElement[] {
  const { words } = context;
  const verdict = verdictWord(sureness.verdict, context);
  const { stage } = sureness.margins;
  const tips =
    stage === null
      ? fill(words.stageSolid, { verdict })
      : fill(words.stageTips, { verdict, cell: tippingSentence(stage, context) });
  const followed = [
    element("p", { class: "verdict-line" }, tips),
    visitsTable(sureness, context),
    marginsTable(sureness, context),
    ...(sureness.margins.units.some(({ verdict: judged }) => judged !== null) ? [unitsTable(sureness, context)] : []),
  ];
  return [
    ...(sureness.followed ? followed : [note(words.notFollowed)]),
    ...roundedTable(sureness, context),
    ...optionsList(sureness, context),
  ];
}

function visitsTable({ visits }: Sureness, context: PlanContext): HTMLElement {
  const { words, language, stage } = context;
  if (visits.length === 0) return note(words.noVisits);
  const rows = visits.map((one): Cell[] => {
    const names = [
      ...one.coefficients.map((id) => resourceOf(stage, id).shortTitle[language]),
      ...(one.mean ? [words.meanName] : []),
    ];
    const effects = [
      ...(one.stageBefore === one.stageAfter
        ? []
        : [fill(words.stageTurns, verdictWords(one.stageBefore, one.stageAfter, context))]),
      ...(one.unitBefore === one.unitAfter
        ? []
        : [fill(words.unitTurns, verdictWords(one.unitBefore, one.unitAfter, context))]),
      ...(names.length === 0 ? [] : [fill(words.cvTurns, { list: names.join(words.comma) })]),
    ];
    return [
      { text: schoolName(one, context), heading: true },
      { text: String(one.row ?? ""), number: true },
      { text: withUnit(one.field[language], one.unit[language], context) },
      { text: one.from, number: true },
      { text: one.to ?? words.blank, number: true },
      { text: words.slip[one.slip] },
      { text: effects.join(words.semicolon) },
    ];
  });
  const heads = [words.school, words.row, words.resource, words.number, words.wrong, words.why, words.effect];
  const table = copyableTable(words.visits, heads, rows, context.copy);
  return element("div", { class: "visits" }, note(words.visitsHint), table);
}

function marginsTable({ margins }: Sureness, context: PlanContext): HTMLElement {
  const { words, shared, language, stage } = context;
  const row = (name: string, { verdict, margin, first }: CvMargin): Cell[] => [
    { text: name, heading: true },
    { text: verdictWord(verdict, context), mark: verdict },
    marginCell(margin),
    { text: first === null ? words.noCell : tippingSentence(first, context) },
  ];
  const { mean, indicators } = margins;
  const rows =
    mean === null
      ? indicators.map((one) => row(resourceOf(stage, one.id).shortTitle[language], one))
      : [row(words.meanName, mean)];
  const heads = [words.indicator, shared.conclusion, words.margin, words.firstCell];
  return copyableTable(words.margins, heads, rows, context.copy);
}

/** Copied as spreadsheets take a number: with a hyphen. */
function marginCell(margin: number | null): Cell {
  if (margin === null) return { text: "", number: true };
  const text = margin.toFixed(kDigits);
  return { text: text.replace("-", "−"), number: true, copied: text };
}

function unitsTable({ margins }: Sureness, context: PlanContext): HTMLElement {
  const { words, stage } = context;
  const rows = margins.units.slice(0, kUnits).map(({ unit, verdict, first }): Cell[] => {
    const school = stage.units[unit];
    return [
      { text: school === undefined ? "" : schoolName(school, context), heading: true },
      { text: verdictWord(verdict, context), mark: verdict },
      { text: first === null ? words.noCell : tippingSentence(first, context) },
    ];
  });
  const heads = [words.school, words.conclusion, words.firstCell];
  return element(
    "details",
    { class: "options" },
    element("summary", {}, words.marginsUnits),
    copyableTable(`${words.marginsUnits} · ${stageName(context)}`, heads, rows, context.copy),
  );
}

function roundedTable({ rounded, roundedCount }: Sureness, context: PlanContext): HTMLElement[] {
  const { words, language, stage } = context;
  if (rounded.length === 0) return [note(words.noRounded)];
  const rows = rounded.map((one): Cell[] => [
    { text: one.row === undefined ? words.cv : schoolName(one, context), heading: true },
    { text: resourceOf(stage, one.indicator).shortTitle[language] },
    { text: String(one.value ?? ""), number: true },
    { text: one.rounded, number: true },
    { text: fill(words.turns, verdictWords(one.before, one.after, context)) },
  ]);
  const heads = [words.school, words.indicator, words.exact, words.shown, words.effect];
  const more =
    roundedCount > rounded.length
      ? [note(fill(words.roundedMore, { shown: rounded.length, count: roundedCount }))]
      : [];
  return [note(words.roundedHint), copyableTable(words.rounded, heads, rows, context.copy), ...more];
}

function optionsList({ options }: Sureness, context: PlanContext): HTMLElement[] {
  const { words, language } = context;
  if (options.length === 0) return [note(words.noOptions)];
  const lines = options.map(({ message }) => element("li", {}, message[language]));
  return [element("h3", {}, words.options), element("ul", {}, ...lines)];
}
