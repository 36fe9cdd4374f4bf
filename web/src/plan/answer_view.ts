// SPDX-License-Identifier: MIT
//
// A plan in words and tables: one sentence, what each school gets, what the coefficients become, what does most first.

import type { PlanAnswer, PlanBalance, PupilSchool } from "../engine/plan.d.ts";
import { copyableTable } from "../kit/copy_table.ts";
import type { Cell } from "../kit/copy_table.ts";
import { element } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import {
  amount,
  money,
  percent,
  resourceName,
  resourceOf,
  schoolName,
  stageName,
  unitName,
  verdictWord,
} from "./context.ts";
import type { PlanContext } from "./context.ts";

/** Rows of a table; a plan for thousands of schools is copied, not read. */
const kRows = 1000;

const paragraph = (text: string, kind = ""): HTMLElement => element("p", kind === "" ? {} : { class: kind }, text);

/** "普通教室 3 间、教师 2 人": everything that is added or moved; empty where nothing is. */
export function whatIsHad({ indicators = [] }: PlanAnswer, context: PlanContext): string {
  const { words, stage } = context;
  const parts = indicators.flatMap(({ id, bought, moved }) => {
    const one = resourceOf(stage, id);
    const named = { resource: resourceName(one, context), unit: unitName(one, context) };
    return [
      ...(bought === "0" ? [] : [fill(words.bought, { ...named, amount: amount(bought) })]),
      ...(moved === "0" ? [] : [fill(words.moved, { ...named, amount: amount(moved) })]),
    ];
  });
  return parts.join(words.comma);
}

function proof({ counted, optimal, bound, gap }: PlanAnswer, { words }: PlanContext): string {
  if (optimal || gap === null) return words.optimal;
  const left = { gap: percent(gap), bound: money(bound ?? 0) };
  return fill(counted ? words.gapCounted : words.gapPriced, left);
}

function won(answer: PlanAnswer, context: PlanContext): string {
  const { words, language, stage } = context;
  const { budget } = answer;
  if (budget === null) return "";
  const names = budget.coefficients.map((id) => resourceOf(stage, id).shortTitle[language]);
  const parts = [
    ...(budget.units.length === 0 ? [] : [fill(words.wonUnits, { count: budget.units.length })]),
    ...(names.length === 0 ? [] : [fill(words.wonCoefficients, { list: names.join(words.comma) })]),
    ...(budget.nearer === null
      ? []
      : [fill(words.wonNearer, { indicator: resourceOf(stage, budget.nearer).shortTitle[language] })]),
    ...(answer.composite !== undefined && (answer.changes ?? []).length > 0 ? [words.wonMean] : []),
  ];
  return parts.length === 0 ? words.wonNothing : parts.join(words.semicolon);
}

/** What is said of an answer, first of all. */
export function sentencesOf(answer: PlanAnswer, context: PlanContext, budget = ""): string[] {
  const { words, language, stage } = context;
  const named = { stage: stageName(context) };
  const { outcome, obstacle, cost } = answer;
  if (obstacle !== null) {
    const indicator =
      obstacle.indicator === undefined ? "" : resourceOf(stage, obstacle.indicator).shortTitle[language];
    const place = { school: schoolName(obstacle, context), row: obstacle.row ?? "", indicator };
    return [fill(words.obstacle[obstacle.code], place)];
  }
  if (outcome === "refused") return [words.refused];
  if (outcome === "infeasible") {
    const { shortfalls } = answer;
    return [fill(shortfalls.length > 0 ? words.infeasible : words.infeasibleBare, named)];
  }
  if (outcome === "over_budget") {
    const spent = money(answer.budget?.cost ?? 0);
    return [
      fill(words.overBudget, { ...named, cost: money(cost ?? 0), budget: money(Number(budget)) }),
      fill(words.withinBudget, { cost: spent, won: won(answer, context) }),
      fill(words.wonMost, { count: answer.budget?.most ?? 0 }),
      ...meanSentence(answer, context),
      ...beyondSentence(answer, context),
      ...pupilsSentences(answer, context),
      ...sharesSentence(answer, context),
    ];
  }
  const what = whatIsHad(answer, context);
  const count = pupilsMoved(answer);
  if (what === "" && count === 0) return [fill(words.nothingNeeded, named)];
  const verdict = verdictWord(answer.verdictAfter ?? null, context);
  const needed = what === "" ? words.pupilsAlone : count > 0 ? words.pupilsPlanned : words.planned;
  return [
    fill(needed, { ...named, what, count }) + (cost === null ? "" : ` ${fill(words.cost, { cost: money(cost) })}`),
    ...pupilsSentences(answer, context),
    ...meanSentence(answer, context),
    proof(answer, context),
    fill(words.verified, { ...named, verdict }),
    ...sharesSentence(answer, context),
  ];
}

/** What one stage gets the other one has too, where a school has both. */
function sharesSentence({ shares = false }: PlanAnswer, { words }: PlanContext): string[] {
  return shares ? [words.shares] : [];
}

/** Where the mean is judged, what becomes of it. */
function meanSentence({ composite }: PlanAnswer, { words }: PlanContext): string[] {
  return composite === undefined ? [] : [fill(words.mean, { ...composite })];
}

/** How far a coefficient that is not won could come down at most. */
function beyondSentence({ budget, changes = [] }: PlanAnswer, { words }: PlanContext): string[] {
  const beyond = changes.length === 0 ? null : (budget?.beyond ?? null);
  return beyond === null ? [] : [fill(words.wonBeyond, { beyond })];
}

function pupilsMoved({ pupils }: PlanAnswer): number {
  return (pupils?.moves ?? []).reduce((sum, move) => sum + move.pupils, 0);
}

/** That it is a heuristic is said wherever it was asked for. */
function pupilsSentences({ pupils }: PlanAnswer, { words }: PlanContext): string[] {
  if (pupils === undefined) return [];
  if (pupils.moves.length === 0) return [words.pupilsNone];
  const { costWithout } = pupils;
  const without = costWithout === null ? [] : [fill(words.pupilsWithout, { cost: money(costWithout) })];
  return [[words.pupilsFound, ...without].join(" ")];
}

/** Everything of one answer; `tools` stand below its sentences. `year`: that is planned for; 0: now. */
export function answerView(
  answer: PlanAnswer,
  context: PlanContext,
  tools: HTMLElement | null,
  budget = "",
  year = 0,
): HTMLElement[] {
  const { words } = context;
  const [first = "", ...others] = sentencesOf(answer, context, budget);
  const parts = [
    element("h2", {}, words.result),
    ...(year === 0 ? [] : [paragraph(fill(words.plannedAhead, { year }), "soft")]),
    paragraph(first, "verdict-line"),
    ...others.map((text) => paragraph(text)),
  ];
  if (answer.shortfalls.length > 0) parts.push(shortfallList(answer, context));
  if ((answer.changes ?? []).length === 0) return parts;
  if (tools !== null) parts.push(tools);
  parts.push(
    ...pupilsTable(answer, context),
    schoolsTable(answer, context),
    indicatorsTable(answer, context),
    stepsTable(answer, context),
  );
  return parts;
}

/** Whose cap is too low, and by how much. */
export function shortfallLines({ shortfalls }: PlanAnswer, context: PlanContext): string[] {
  const { words, stage } = context;
  return shortfalls.slice(0, kRows).map((one) => {
    const resource = resourceOf(stage, one.indicator);
    const named = { resource: resourceName(resource, context), unit: unitName(resource, context) };
    return fill(words.shortfall, { ...named, school: schoolName(one, context), by: amount(one.by) });
  });
}

function shortfallList(answer: PlanAnswer, context: PlanContext): HTMLElement {
  return element("ul", {}, ...shortfallLines(answer, context).map((line) => element("li", {}, line)));
}

export function signed(by: string): string {
  return by.startsWith("-") ? `−${amount(by)}` : `+${amount(by)}`;
}

function pupilsTable({ pupils }: PlanAnswer, context: PlanContext): HTMLElement[] {
  const { words } = context;
  if (pupils === undefined || pupils.moves.length === 0) return [];
  const turned = (school: PupilSchool): Cell => {
    const both = { before: String(school.pupils ?? ""), after: String(school.pupilsAfter) };
    return { text: `${schoolName(school, context)} ${fill(words.turns, both)}` };
  };
  const rows = pupils.moves.map(({ from, to, pupils: count, saved, part, needed }): Cell[] => {
    const share = part === null ? "" : percent(part);
    const effect = saved === null ? share : `${money(saved)}${fill(context.shared.brackets, { text: share })}`;
    return [
      { ...turned(from), heading: true },
      turned(to),
      { text: String(count), number: true },
      { text: needed ? words.pupilsNeeded : effect, number: true },
    ];
  });
  const heads = [words.pupilsFrom, words.pupilsTo, words.pupilsCount, words.pupilsPart];
  return [copyableTable(words.pupilsMoves, heads, rows, context.copy)];
}

/** What a school gives away to another costs where it comes. */
function schoolsTable({ schools = [], steps = [], counted }: PlanAnswer, context: PlanContext): HTMLElement {
  const { words, stage } = context;
  const costs = new Map(steps.map(({ unit, indicator, cost }) => [`${unit} ${indicator}`, money(cost ?? 0)]));
  const rows = schools.flatMap((school) =>
    school.changes.map(({ indicator, by, before, after, verdictBefore, verdictAfter }): Cell[] => {
      const resource = resourceOf(stage, indicator);
      return [
        { text: schoolName(school, context), heading: true },
        { text: resourceName(resource, context) },
        { text: `${signed(by)} ${unitName(resource, context)}`, number: true, copied: by },
        ...(counted ? [] : [{ text: costs.get(`${school.unit} ${indicator}`) ?? "", number: true }]),
        { text: before ?? "", number: true, mark: verdictBefore },
        { text: after ?? "", number: true, mark: verdictAfter },
        { text: turned(school.before, school.after, context), mark: school.after },
      ];
    }),
  );
  const heads = [
    words.school,
    words.resource,
    words.change,
    ...(counted ? [] : [words.costColumn]),
    words.before,
    words.after,
    words.conclusion,
  ];
  return copyableTable(words.schools, heads, rows.slice(0, kRows), context.copy);
}

type Words = Parameters<typeof verdictWord>[0];
/** "不达标→达标"; one word where nothing turned. */
function turned(before: Words, after: Words, context: PlanContext): string {
  const both = verdictWords(before, after, context);
  return before === after ? both.after : fill(context.words.turns, both);
}
export function verdictWords(before: Words, after: Words, context: PlanContext): { before: string; after: string } {
  return { before: verdictWord(before, context), after: verdictWord(after, context) };
}

function indicatorsTable({ indicators = [], counted }: PlanAnswer, context: PlanContext): HTMLElement {
  const { words, language, stage } = context;
  const cv = ({ cvText, verdict }: PlanBalance): Cell => ({ text: cvText ?? "", number: true, mark: verdict });
  const rows = indicators.map(({ id, bought, moved, cost, limitText, before, after }): Cell[] => {
    const resource = resourceOf(stage, id);
    const unit = unitName(resource, context);
    const had = (text: string): Cell => ({
      text: text === "0" ? text : `${amount(text)} ${unit}`,
      number: true,
      copied: text,
    });
    return [
      { text: resource.shortTitle[language], heading: true },
      had(bought),
      had(moved),
      ...(counted ? [] : [{ text: money(cost ?? 0), number: true }]),
      cv(before),
      cv(after),
      { text: limitText ?? "", number: true },
    ];
  });
  const heads = [
    words.indicator,
    words.added,
    words.movedColumn,
    ...(counted ? [] : [words.costColumn]),
    words.cvBefore,
    words.cvAfter,
    words.limit,
  ];
  return copyableTable(words.indicators, heads, rows, context.copy);
}

function stepsTable({ steps = [], counted }: PlanAnswer, context: PlanContext): HTMLElement {
  const { words, stage } = context;
  const rows = steps.slice(0, kRows).map(({ indicator, by, cost, ...unit }, place): Cell[] => {
    const resource = resourceOf(stage, indicator);
    return [
      { text: String(place + 1), number: true },
      { text: schoolName(unit, context) },
      { text: resourceName(resource, context) },
      { text: `${signed(by)} ${unitName(resource, context)}`, number: true, copied: by },
      ...(counted ? [] : [{ text: money(cost ?? 0), number: true }]),
    ];
  });
  const heads = [words.order, words.school, words.resource, words.amount, ...(counted ? [] : [words.costColumn])];
  return element("div", {}, paragraph(words.stepsHint, "soft"), copyableTable(words.steps, heads, rows, context.copy));
}
