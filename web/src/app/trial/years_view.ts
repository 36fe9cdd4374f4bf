// SPDX-License-Identifier: MIT
//
// A county's coefficients over the years that were given: each year evaluated by itself, one table and one picture a stage.

import type { County, Junheng, Standard, StageResult, Verdict } from "../../engine/junheng.d.ts";
import { yearsChart } from "../../charts/years.ts";
import type { YearsRow } from "../../charts/years.ts";
import type { Cell } from "../../kit/copy_table.ts";
import { copyableTable } from "../../kit/copy_table.ts";
import { element } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import { trialEn } from "../../words/trial_en.ts";
import { trialZh } from "../../words/trial_zh.ts";
import type { TrialWords } from "../../words/trial_zh.ts";
import { givenYears } from "../../work/years.ts";
import type { GivenYear } from "../../work/years.ts";
import { reasonOf } from "../diagnostics.ts";
import { limitOf } from "../text/context.ts";
import type { AllWords, TextContext } from "../text/context.ts";
import { distanceText } from "../text/distance.ts";
import { svgElement } from "../text/svg_element.ts";

interface Year {
  readonly title: string;
  /** Null: of that year there is no such county. */
  readonly county: County | null;
}

interface YearsPage extends Omit<TextContext, "words"> {
  readonly words: AllWords & TrialWords;
}

/** One coefficient in each year. */
interface Row {
  readonly name: string;
  readonly limit: number | null;
  readonly limitText: string;
  readonly verdict: Verdict | null;
  readonly values: readonly {
    readonly cv: number | null;
    readonly text: string | null;
    readonly verdict: Verdict | null;
  }[];
}

export async function openYears(
  place: HTMLElement,
  { at, county }: { readonly at: number; readonly county: County },
  context: TextContext,
): Promise<void> {
  const words = { ...context.words, ...(context.language === "zh" ? trialZh : trialEn) };
  const page: YearsPage = { ...context, words };
  place.replaceChildren(element("p", { role: "status" }, words.whatIf.working));
  try {
    const engine = await context.trial.engine();
    const request = context.trial.request();
    const given = request === null ? [] : givenYears(request, context.questions);
    // What came later than the year that is shown says nothing of how it came about.
    const until = given.slice(0, given.findIndex((year) => year.request === null) + 1);
    const years = until.map((year) => evaluated(engine, year, county, page));
    const made = county.stages
      .filter(({ units }) => units > 0)
      .flatMap((stage) => stageViews(stage, years, `years-${at}-${stage.stage}`, page));
    place.replaceChildren(element("p", {}, words.years.hint), ...made);
  } catch (error) {
    place.replaceChildren(element("p", {}, fill(words.whatIf.failed, { reason: reasonOf(error) })));
  }
}

function evaluated(engine: Junheng, { label, request }: GivenYear, county: County, page: YearsPage): Year {
  const { years } = page.words;
  if (request === null) return { title: label?.[page.language] ?? years.now, county };
  const title = label?.[page.language] ?? years.before;
  const evaluation = engine.open(request);
  try {
    const { counties } = evaluation.summary();
    // Of one county it is the same, also where one of the tables does not name it.
    const only = counties.length === 1 && (counties.at(0) === null || county.name === null);
    const at = only ? 0 : county.name === null ? -1 : counties.indexOf(county.name);
    return { title, county: at < 0 ? null : evaluation.county(at, { units: false }) };
  } finally {
    evaluation.close();
  }
}

function rowsOf(stage: StageResult, years: readonly Year[], page: YearsPage): Row[] {
  const { standard, words, language } = page;
  const inYears = years.map(({ county }) => county?.stages.find((one) => one.stage === stage.stage) ?? null);
  const rows = stage.indicators.map(({ id, cvLimit, verdict }): Row => {
    const about = standard.indicators.find((one) => one.id === id);
    return {
      name: about?.shortTitle[language] ?? id,
      limit: cvLimit,
      limitText: limitOf(about?.cvLimits[stage.stage], words),
      verdict,
      values: inYears.map((year) => {
        const found = year?.indicators.find((one) => one.id === id);
        return { cv: found?.cv ?? null, text: found?.cvText ?? null, verdict: found?.verdict ?? null };
      }),
    };
  });
  if (stage.compositeLimit !== null) rows.push(compositeRow(stage, inYears, standard, words));
  return rows;
}

function compositeRow(
  stage: StageResult,
  inYears: readonly (StageResult | null)[],
  standard: Standard,
  words: AllWords,
): Row {
  return {
    name: words.chart.composite,
    limit: stage.compositeLimit,
    limitText: limitOf(standard.compositeLimits[stage.stage], words),
    verdict: stage.verdict,
    values: inYears.map((year) => ({
      cv: year?.compositeCv ?? null,
      text: year?.compositeCvText ?? null,
      verdict: year?.verdict ?? null,
    })),
  };
}

/** Of the last year against the one before it. */
function changeOf({ values }: Row, { words }: YearsPage): string {
  const [before, now] = values.slice(-2).map(({ cv }) => cv);
  if (before == null || now == null) return words.notKnown;
  if (before === now) return words.whatIf.same;
  return fill(now > before ? words.whatIf.up : words.whatIf.down, { amount: distanceText(before, now) });
}

function stageViews(stage: StageResult, years: readonly Year[], id: string, page: YearsPage): HTMLElement[] {
  const { words, language, standard, width } = page;
  const rows = rowsOf(stage, years, page);
  const title = `${page.whose}${fill(words.years.caption, { stage: words.stage[stage.stage] })}`;
  const heads = [words.indicator, ...years.map((year) => year.title), words.years.change, words.limit];
  const cells = rows.map((row): Cell[] => [
    { text: row.name, heading: true },
    ...row.values.map(({ text, verdict }) => ({ text: text ?? words.notKnown, number: true, mark: verdict })),
    { text: changeOf(row, page), number: true },
    { text: row.limitText, number: true },
  ]);
  const drawn = rows.map((row): YearsRow => {
    const { name, limit, verdict } = row;
    return { name, limit, verdict, values: row.values.map(({ cv }) => cv), said: changeOf(row, page) };
  });
  const described = cells.map((row) => row.map(({ text }, at) => `${heads[at] ?? ""} ${text}`).join(words.listComma));
  const svg = yearsChart(
    {
      ...{ title, rows: drawn, note: words.years.note },
      description: described.join(words.semicolon),
      language: language === "zh" ? "zh-CN" : "en",
    },
    { id, width, source: fill(words.resultOf, { standard: standard.title[language] }) },
  );
  const figure = element("figure", {}, element("div", { class: "picture" }, svgElement(svg)));
  return [copyableTable(title, heads, cells, words), figure];
}
