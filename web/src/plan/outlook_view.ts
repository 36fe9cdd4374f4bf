// SPDX-License-Identifier: MIT
//
// The years to come as they were found: a sentence for each stage, its verdicts year by year, its coefficients as a picture
// and as a table, what fails first and why. Three variants beside each other.

import { outlookChart } from "../charts/outlook.ts";
import type { Stage } from "../engine/junheng.d.ts";
import type { OutlookAnswer, OutlookStage } from "../engine/plan.d.ts";
import { copyableTable } from "../kit/copy_table.ts";
import type { Cell } from "../kit/copy_table.ts";
import { element } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { resourceOf, schoolName, verdictWord } from "./context.ts";
import { kVariants } from "./outlook_context.ts";
import type { OutlookContext, Variant } from "./outlook_context.ts";

const kDigits = 6;
/** Of a picture that stands alone; the page makes it narrower where there is less room. */
const kWidth = 900;
const kNarrow = 360;

/** `answers`: one for each variant. */
export function outlookView(answers: readonly OutlookAnswer[], context: OutlookContext): HTMLElement[] {
  return [
    ...context.county.stages.flatMap(({ stage }) => {
      const years = kVariants.map((_, at) => yearsOf(answers[at], stage));
      return [
        ...headlines(stage, years, context),
        yearsTable(stage, years, context),
        chartOf(stage, years, context),
        coefficientsTable(stage, years, context),
      ];
    }),
    ...failures(answers, context),
    ...pastTable(answers[0], context),
  ];
}

/** One stage in each year; undefined where it has no schools any more. */
type Years = readonly (OutlookStage | undefined)[];
function yearsOf(answer: OutlookAnswer | undefined, stage: Stage): Years {
  return (answer?.years ?? []).map((stages) => stages.find((one) => one.stage === stage));
}

/** What becomes of the verdict of now; variants in which it is the same have one sentence. */
function headlines(stage: Stage, variants: readonly Years[], context: OutlookContext): HTMLElement[] {
  const { said, shared, words } = context;
  const sentences = new Map<string, string[]>();
  for (const [at, years] of variants.entries()) {
    const first = years[0]?.verdict ?? null;
    const year = years.findIndex((one) => (one?.verdict ?? null) !== first);
    const verdict = verdictWord(years[year]?.verdict ?? null, context);
    const change =
      year < 0 ? fill(said.stays, { now: verdictWord(first, context) }) : fill(said.turns, { year, verdict });
    const names = sentences.get(change) ?? [];
    sentences.set(change, [...names, said.variants[kVariants[at] ?? "middle"]]);
  }
  const now = verdictWord(variants[0]?.[0]?.verdict ?? null, context);
  return [...sentences].map(([change, names], at) => {
    const about = { stage: shared.stage[stage], variants: names.join(words.comma), now, change };
    return element("p", { class: at === 0 ? "outlook-line first" : "outlook-line" }, fill(said.headline, about));
  });
}

function yearsTable(stage: Stage, variants: readonly Years[], context: OutlookContext): HTMLElement {
  const { said, shared, copy } = context;
  const rows = (variants[0] ?? []).map((_, year): Cell[] => {
    const then = variants.map((years) => years[year]);
    return [
      { text: whenOf(year, context), heading: true },
      ...then.map((one): Cell => ({ text: one?.pupils.toLocaleString("en-US") ?? "", number: true })),
      ...then.map((one): Cell => ({
        text: one === undefined ? "" : fill(said.passingCount, { passing: one.unitsPassing, all: one.units }),
        number: true,
      })),
      ...then.map((one): Cell => ({
        text: one === undefined ? "" : verdictWord(one.verdict, context),
        mark: one?.verdict ?? null,
      })),
    ];
  });
  const named = (pattern: string): string[] =>
    kVariants.map((variant) => fill(pattern, { variant: said.variants[variant] }));
  const heads = [said.when, ...named(said.pupilsOf), ...named(said.passingOf), ...named(said.verdictOf)];
  return copyableTable(fill(said.yearsAhead, { stage: shared.stage[stage] }), heads, rows, copy);
}

function whenOf(year: number, { said }: OutlookContext): string {
  return year === 0 ? said.now : fill(said.year, { year });
}

function indicatorsOf(years: Years): readonly string[] {
  return (years[0]?.indicators ?? []).map(({ id }) => id);
}
function coefficient(one: OutlookStage | undefined, id: string): OutlookStage["indicators"][number] | undefined {
  return one?.indicators.find((of) => of.id === id);
}

function chartOf(stage: Stage, variants: readonly Years[], context: OutlookContext): HTMLElement {
  const { said, words, shared, language, standard, stage: looked } = context;
  const title = fill(said.chart, { stage: shared.stage[stage] });
  const ids = indicatorsOf(variants[0] ?? []);
  const nameOf = (id: string): string => resourceOf(looked, id).shortTitle[language];
  const sentences = ids.flatMap((id) =>
    variants.map((years, at) => {
      const shown = (one: OutlookStage | undefined): string => coefficient(one, id)?.cvText ?? shared.notKnown;
      const variant = said.variants[kVariants[at] ?? "middle"];
      return fill(said.chartRow, { indicator: nameOf(id), variant, first: shown(years[0]), last: shown(years.at(-1)) });
    }),
  );
  const panels = ids.map((id) => ({
    name: nameOf(id),
    limit: standard?.indicators.find((one) => one.id === id)?.cvLimits[stage]?.value ?? null,
    lines: variants.map((years, at) => ({
      name: said.variants[kVariants[at] ?? "middle"],
      years: years.map((one) => {
        const { cv = null, verdict = null } = coefficient(one, id) ?? {};
        return { value: cv, verdict };
      }),
    })),
  }));
  const svg = outlookChart(
    { title, description: sentences.join(words.semicolon), language, note: said.chartNote, panels },
    { id: `plan-years-${stage}`, width: window.innerWidth < kWidth ? kNarrow : kWidth, source: "" },
  );
  const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  return element("figure", { class: "outlook-chart" }, document.importNode(drawn, true));
}

/** The numbers of the picture. */
function coefficientsTable(stage: Stage, variants: readonly Years[], context: OutlookContext): HTMLElement {
  const { said, words, shared, language, copy, stage: looked } = context;
  const rows = indicatorsOf(variants[0] ?? []).flatMap((id) =>
    variants.map((years, at): Cell[] => [
      { text: resourceOf(looked, id).shortTitle[language], heading: true },
      { text: said.variants[kVariants[at] ?? "middle"] },
      ...years.map((one): Cell => {
        const { cvText = null, verdict = null } = coefficient(one, id) ?? {};
        return { text: cvText ?? shared.notKnown, number: true, mark: verdict };
      }),
    ]),
  );
  const caption = fill(said.coefficients, { stage: shared.stage[stage] });
  const whens = (variants[0] ?? []).map((_, year) => whenOf(year, context));
  return element(
    "details",
    { class: "options" },
    element("summary", {}, caption),
    copyableTable(caption, [words.indicator, said.variant, ...whens], rows, copy),
  );
}

/** Variants in which nothing fails have one sentence. */
function failures(answers: readonly OutlookAnswer[], context: OutlookContext): HTMLElement[] {
  const { said, words } = context;
  const variants = answers.map((answer, at) => ({ answer, variant: kVariants[at] ?? "middle" }));
  const none = variants.filter(({ answer }) => answer.failures.length === 0);
  const names = none.map(({ variant }) => said.variants[variant]).join(words.comma);
  return [
    ...(none.length === 0 ? [] : [element("p", {}, fill(said.noFailures, { variants: names }))]),
    ...variants
      .filter(({ answer }) => answer.failures.length > 0)
      .map(({ answer, variant }) => failuresTable(answer, variant, context)),
  ];
}

function failuresTable({ failures }: OutlookAnswer, variant: Variant, context: OutlookContext): HTMLElement {
  const { words, said, language, shared, copy, stage: looked } = context;
  const named = { variant: said.variants[variant] };
  const rows = failures.map(({ stage, year, indicator, below, ...unit }): Cell[] => {
    const of = { stage: shared.stage[stage] };
    const short = (id: string): string => resourceOf(looked, id).shortTitle[language];
    const isStage = unit.row === undefined;
    const what = !isStage
      ? fill(said.schoolOf, { ...of, school: schoolName(unit, context) })
      : indicator === null
        ? fill(said.wholeStage, of)
        : fill(said.coefficientOf, { ...of, indicator: short(indicator) });
    const why = indicator !== null ? said.over : isStage ? said.unreached : below.map(short).join(words.comma);
    return [{ text: what, heading: true }, { text: fill(said.year, { year }) }, { text: why }];
  });
  return copyableTable(fill(said.failures, named), [said.what, said.when, said.because], rows, copy);
}

function pastTable(answer: OutlookAnswer | undefined, context: OutlookContext): HTMLElement[] {
  const { words, said, language, shared, copy, stage: looked } = context;
  const past = answer?.past ?? [];
  if (past.length === 0) return [element("p", { class: "soft" }, said.noPast)];
  const shown = (value: number | null): Cell => ({
    text: value === null ? shared.notKnown : value.toFixed(kDigits),
    number: true,
  });
  const rows = past.map(({ stage, indicator, before, after, schools, pupils, resources }): Cell[] => [
    { text: `${shared.stage[stage]} ${resourceOf(looked, indicator).shortTitle[language]}`, heading: true },
    ...[before, after, schools, pupils, resources].map(shown),
  ]);
  const heads = [
    words.indicator,
    said.cvSquareBefore,
    said.cvSquareAfter,
    said.causeSchools,
    said.causePupils,
    said.causeResources,
  ];
  return [element("p", { class: "soft" }, said.pastHint), copyableTable(said.past, heads, rows, copy)];
}
