// SPDX-License-Identifier: MIT
//
// 三年复查沙盘: what is assumed of the years to come, and the verdicts then, three variants beside each other.

import type { Stage } from "../engine/junheng.d.ts";
import type { OutlookAnswer, OutlookRequest, PlanCounty } from "../engine/plan.d.ts";
import { copyableTable } from "../kit/copy_table.ts";
import type { Cell } from "../kit/copy_table.ts";
import { element, tableBox } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { resourceName, resourceOf, schoolName, verdictWord } from "./context.ts";
import type { PlanContext } from "./context.ts";
import { BadNumber, number } from "./form.ts";
import type { Entered } from "./form.ts";

const kVariants = ["low", "middle", "high"] as const;
type Variant = (typeof kVariants)[number];

/** Years of each stage by 学制. */
const kSystems = { six: { primary: 6, middle: 3 }, five: { primary: 5, middle: 4 } } as const;
const kPercent = 100;
const kPart = /^[-−]?\d{1,3}(?:\.\d{1,2})?$/;
const kDigits = 6;
/** What differs among the variants where nothing was entered: a little less, the same, a little more. */
const kPreset: Readonly<Record<Variant, string>> = { low: "-3", middle: "0", high: "3" };

const growthKey = (stage: Stage, variant: Variant): string => `growth:${stage}:${variant}`;
const ageingKey = (id: string): string => `ageing:${id}`;

function systemOf(entered: Entered): keyof typeof kSystems {
  return entered.get("system") === "five" ? "five" : "six";
}

export function outlookForm(county: PlanCounty, context: PlanContext, entered: Entered): HTMLElement {
  const { words, shared, stage } = context;
  const system = element(
    "select",
    { id: "plan-system" },
    ...(["six", "five"] as const).map((id) => element("option", { value: id }, words.systems[id])),
  );
  system.value = systemOf(entered);
  system.addEventListener("change", () => entered.set("system", system.value));
  const growth = county.stages.map(({ stage: of }) => {
    const label = fill(words.growth, { stage: shared.stage[of] });
    const cells = kVariants.map((variant) => {
      const key = growthKey(of, variant);
      if (!entered.has(key)) entered.set(key, kPreset[variant]);
      return element("td", {}, number(entered, key, `${label} ${words.variants[variant]}`));
    });
    return element("tr", {}, element("th", { scope: "row" }, label), ...cells);
  });
  const ageing = stage.resources.map((one) => {
    const label = fill(words.ageing, { resource: resourceName(one, context) });
    return element("p", {}, element("label", {}, `${label} `, number(entered, ageingKey(one.id), label)));
  });
  const heads = [words.stage, ...kVariants.map((variant) => words.variants[variant])];
  return element(
    "div",
    {},
    element("p", {}, element("label", {}, `${words.system} `, system)),
    tableBox({ caption: words.growthHint, heads, rows: growth }),
    element("details", { class: "options" }, element("summary", {}, words.resources), ...ageing),
  );
}

/** One for each variant. Throws a BadNumber that says what is wrong. */
export function outlooksOf(
  place: number,
  county: PlanCounty,
  context: PlanContext,
  entered: Entered,
): readonly OutlookRequest[] {
  const { words, shared, stage } = context;
  const part = (key: string, where: string): string => {
    const text = (entered.get(key) ?? "").trim();
    if (text === "") return "0";
    const value = Number(text.replace("−", "-"));
    if (!kPart.test(text) || value <= -kPercent) throw new BadNumber(fill(words.badPercent, { text, where }));
    return (value / kPercent).toFixed(kDigits);
  };
  const resources = Object.fromEntries(
    stage.resources.map((one) => [
      one.id,
      part(ageingKey(one.id), fill(words.ageing, { resource: resourceName(one, context) })),
    ]),
  );
  return kVariants.map((variant) => ({
    county: place,
    grades: kSystems[systemOf(entered)],
    growth: Object.fromEntries(
      county.stages.map(({ stage: of }) => [
        of,
        part(growthKey(of, variant), fill(words.growth, { stage: shared.stage[of] })),
      ]),
    ),
    resources,
  }));
}

/** `answers`: one for each variant. */
export function outlookView(
  answers: readonly OutlookAnswer[],
  county: PlanCounty,
  context: PlanContext,
): HTMLElement[] {
  return [
    ...county.stages.map(({ stage }) => yearsTable(stage, answers, context)),
    ...answers.map((answer, at) => failuresTable(answer, kVariants[at] ?? "middle", context)),
    ...pastTable(answers[0], context),
  ];
}

function yearsTable(stage: Stage, answers: readonly OutlookAnswer[], context: PlanContext): HTMLElement {
  const { words, shared, copy } = context;
  const rows = (answers[0]?.years ?? []).map((_, year): Cell[] => {
    const then = answers.map(({ years }) => years[year]?.find((one) => one.stage === stage));
    return [
      { text: year === 0 ? words.now : fill(words.year, { year }), heading: true },
      ...then.map((one): Cell => ({ text: String(one?.pupils ?? ""), number: true })),
      ...then.map((one): Cell => ({
        text: one === undefined ? "" : fill(words.passingCount, { passing: one.unitsPassing, all: one.units }),
        number: true,
      })),
      ...then.map((one): Cell => ({
        text: one === undefined ? "" : verdictWord(one.verdict, context),
        mark: one?.verdict ?? null,
      })),
    ];
  });
  const named = (pattern: string): string[] =>
    kVariants.map((variant) => fill(pattern, { variant: words.variants[variant] }));
  const heads = [words.when, ...named(words.pupilsOf), ...named(words.passingOf), ...named(words.verdictOf)];
  return copyableTable(fill(words.yearsAhead, { stage: shared.stage[stage] }), heads, rows, copy);
}

function failuresTable({ failures }: OutlookAnswer, variant: Variant, context: PlanContext): HTMLElement {
  const { words, language, shared, copy, stage: looked } = context;
  const named = { variant: words.variants[variant] };
  if (failures.length === 0) return element("p", {}, fill(words.noFailures, named));
  const rows = failures.map(({ stage, year, indicator, below, ...unit }): Cell[] => {
    const of = { stage: shared.stage[stage] };
    const short = (id: string): string => resourceOf(looked, id).shortTitle[language];
    const isStage = unit.row === undefined;
    const what = !isStage
      ? fill(words.schoolOf, { ...of, school: schoolName(unit, context) })
      : indicator === null
        ? fill(words.wholeStage, of)
        : fill(words.coefficientOf, { ...of, indicator: short(indicator) });
    const why = indicator !== null ? words.over : below.map(short).join(words.comma);
    return [{ text: what, heading: true }, { text: fill(words.year, { year }) }, { text: why }];
  });
  return copyableTable(fill(words.failures, named), [words.what, words.when, words.because], rows, copy);
}

function pastTable(answer: OutlookAnswer | undefined, context: PlanContext): HTMLElement[] {
  const { words, language, shared, copy, stage: looked } = context;
  const past = answer?.past ?? [];
  if (past.length === 0) return [element("p", { class: "soft" }, words.noPast)];
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
    words.cvSquareBefore,
    words.cvSquareAfter,
    words.causeSchools,
    words.causePupils,
    words.causeResources,
  ];
  return [element("p", { class: "soft" }, words.pastHint), copyableTable(words.past, heads, rows, copy)];
}
