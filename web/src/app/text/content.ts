// SPDX-License-Identifier: MIT
//
// What the text view says of a result, in pieces: what it is about, the counties, each county with its stages and
// schools, the issues.

import type { County, Issue, Item, Text, Unit, Verdict } from "../../engine/junheng.d.ts";
import type { Result } from "../../work/result.ts";
import { entryConditions } from "../../work/entry.ts";
import { known } from "../../engine/replaceable.ts";
import { button, element } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import type { LanguageId } from "../../kit/language.ts";
import { countiesTable } from "./counties_table.ts";
import { stageFigure } from "./figures.ts";
import { limitOf, verdictWord } from "./context.ts";
import type { AllWords, TextContext } from "./context.ts";
import type { Making } from "./pieces.ts";
import { showSchool } from "./school_search.ts";
import { excludedUnits, indicatorTable, unitTable } from "./stage_tables.ts";

/** So much is written out; a page with more would take longer to read aloud than the evaluation takes to prepare. */
const kCountiesInDetail = 20;
const kIssuesShown = 200;
/** Units that are asked for at a time. */
const kUnitsOfStep = 40;

export function* content(into: HTMLElement, result: Result, context: TextContext): Making {
  const { words, language } = context;
  const { countyCount } = result;
  const shown = Math.min(countyCount, kCountiesInDetail);
  context.looked.openAtFirst = shown === 1;
  const say = (text: string): void => into.append(element("p", {}, text));
  say(fill(words.resultOf, { standard: context.standard.title[language] }));
  const sections = new Map<number, HTMLElement>();
  // One that is not written out is, where somebody wants it; all of it at once, so that it is there to be gone to.
  const open = (county: number): void => {
    if (result.gone) return;
    const section = sections.get(county) ?? element("section", { tabindex: "-1" });
    if (!sections.has(county)) {
      sections.set(county, section);
      sections.get(0)?.before(section);
      for (const _ of countySection(section, result, county, context));
    }
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: "start" });
  };
  if (countyCount > 1) yield* countiesTable(into, result.summary, context, (at) => known(() => open(at), undefined));
  if (countyCount > shown) say(fill(words.manyCounties, { count: countyCount, shown }));
  if (!result.withUnits) say(words.unitsLeftOut);
  for (let at = 0; at < shown; at += 1) sections.set(at, element("section", { tabindex: "-1" }));
  into.append(...sections.values());
  for (const [at, section] of [...sections]) if (at < shown) yield* countySection(section, result, at, context);
  into.append(issuesSection(result, words, language));
}

function countyName(county: County, words: AllWords): string {
  return county.name ?? words.wholeTable;
}

function* countySection(section: HTMLElement, result: Result, index: number, page: TextContext): Making {
  const { words } = page;
  const county = result.county(index);
  const context = result.countyCount > 1 ? { ...page, whose: `${countyName(county, words)} ` } : page;
  section.append(element("h3", {}, `${countyName(county, words)}${words.colon}${verdictWord(words, county.verdict)}`));
  section.append(element("h4", {}, words.partsHeading), partsList(county, context));
  if (hasYears(context)) section.append(yearsBox(index, county, context));
  yield;
  let units: readonly Unit[] | null = null;
  for (const stage of county.stages) {
    section.append(
      element(
        "h4",
        { "data-stage": stage.stage, "data-county": county.name ?? "" },
        fill(words.stageHeading, {
          stage: words.stage[stage.stage],
          units: stage.units,
          pupils: stage.pupils,
          passing: stage.unitsPassing ?? words.notKnown,
        }),
      ),
    );
    if (stage.units === 0) continue;
    section.append(indicatorTable(stage, context));
    if (stage.compositeLimit !== null) {
      section.append(
        element(
          "p",
          {},
          fill(words.compositeLine, {
            value: stage.compositeCvText ?? words.notKnown,
            limit: limitOf(context.standard.compositeLimits[stage.stage], words),
            verdict: verdictWord(words, stage.verdict),
          }),
        ),
      );
    }
    yield;
    units ??= yield* unitsOf(result, index);
    section.append(stageFigure(county.name ?? "", `chart-${index}-${stage.stage}`, stage, units, context));
    yield;
    yield* unitTable(section, stage, units, context);
  }
  units ??= yield* unitsOf(result, index);
  section.append(...excludedUnits(units, context));
}

/** Another year was given beside the one that is shown. */
function hasYears({ questions, trial }: TextContext): boolean {
  const years = questions?.find(({ question, answer }) => question === "year" && answer !== null)?.options ?? [];
  return years.length > 1 || trial.decisions().previous !== "";
}

/** Each year takes an evaluation, so they are fetched where somebody opens them. */
function yearsBox(at: number, county: County, context: TextContext): HTMLElement {
  const place = element("div", {});
  const box = element("details", { class: "charts years" }, element("summary", {}, context.words.yearsHeading), place);
  box.addEventListener("toggle", () => {
    if (!box.open || place.hasChildNodes()) return;
    void import("../trial/trial.ts").then(
      ({ openYears }) => openYears(place, { at, county }, context),
      () => place.replaceChildren(context.words.viewFailed),
    );
  });
  return box;
}

function* unitsOf(result: Result, county: number): Making<Unit[]> {
  const units: Unit[] = [];
  for (;;) {
    const more = result.units(county, units.length, kUnitsOfStep);
    units.push(...more);
    if (more.length < kUnitsOfStep) return units;
    yield;
  }
}

function partsList(county: County, { words, language, standard }: TextContext): HTMLElement {
  const line = (
    title: Text,
    verdict: Verdict,
    reasons: readonly Text[],
    behind: readonly (Item | undefined)[] = [],
  ): HTMLElement => {
    const word = element("span", { class: `is-${verdict}` }, verdictWord(words, verdict));
    const item = element("li", {}, `${title[language]}${words.colon}`, word);
    const lines = reasons.map((text, at) => element("li", {}, text[language], ...schoolDoors(behind[at], words)));
    if (reasons.length > 0) item.append(element("ul", {}, ...lines));
    return item;
  };
  const parts = county.parts.map((part) =>
    line(
      part.title,
      part.verdict,
      part.reasons.map((reason) => reason.message),
      part.reasons.map((reason) => part.items.find(({ id }) => id === reason.item)),
    ),
  );
  const entry = entryConditions(county, standard).map(({ item, reasons }) => line(item.title, item.verdict, reasons));
  return element("ul", {}, ...parts, ...entry);
}

/** A sentence names two schools and says how many there are: here are all of them, each a door to its card. */
function schoolDoors(item: Item | undefined, { listComma }: AllWords): (HTMLElement | string)[] {
  const judged = (item?.checks ?? []).flatMap((check) => (check.basis === "computed" ? check.judged : []));
  const names = judged.flatMap(({ school, verdict }) => (school !== null && verdict === "fail" ? [school] : []));
  const doors = [...new Set(names)].flatMap((name) => [
    listComma,
    button(name, () => showSchool(name), { class: "door" }),
  ]);
  return doors.length === 0 ? [] : [element("p", { class: "failing" }, ...doors.slice(1))];
}

function issueItem(issue: Issue, words: AllWords, language: LanguageId): HTMLElement {
  const message: Text = issue.message;
  // The sentence names its row itself; the severity is a word, not a colour.
  const item = element("li", {}, `${words.severity[issue.severity]}${words.colon}${message[language]}`);
  if (issue.row !== null) item.dataset["row"] = String(issue.row);
  return item;
}

function issuesSection(result: Result, words: AllWords, language: LanguageId): HTMLElement {
  const { issueCount } = result.head;
  const section = element("section", { id: "issues" });
  section.append(element("h3", {}, fill(words.issuesHeading, { count: issueCount })));
  if (issueCount === 0) {
    section.append(element("p", {}, words.noIssues));
    return section;
  }
  const shown = result.issues(kIssuesShown);
  if (issueCount > shown.length) {
    section.append(element("p", {}, fill(words.issuesShown, { shown: shown.length, count: issueCount })));
  }
  section.append(element("ul", {}, ...shown.map((issue) => issueItem(issue, words, language))));
  return section;
}
