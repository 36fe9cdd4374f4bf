// SPDX-License-Identifier: MIT
//
// The result once more, as plain HTML: what a canvas draws can neither be read aloud nor searched nor printed. Nothing
// is computed here; every number is shown in the text that the engine made of it.

import type { Codes, County, Issue, Standards, Summary, Text, Verdict } from "../../engine/junheng.d.ts";
import type { Place } from "../address.ts";
import type { Result } from "../../work/result.ts";
import { entryConditions } from "../../work/entry.ts";
import { element } from "../../kit/dom.ts";
import { copyableTable } from "../../kit/copy_table.ts";
import type { Cell } from "../../kit/copy_table.ts";
import { fill } from "../../words/fill.ts";
import type { LanguageId } from "../../kit/language.ts";
import { stageFigures } from "./figures.ts";
import { Looked, verdictWord } from "./context.ts";
import type { TextContext } from "./context.ts";
import { OptionsView } from "./options_view.ts";
import type { OptionActions } from "./options_view.ts";
import { excludedUnits, indicatorTable, unitTables } from "./stage_tables.ts";
import type { Words } from "../../words/app_zh.ts";

/** So much is written out; a page with more would take longer to read aloud than the evaluation takes to prepare. */
const kCountiesInDetail = 20;
const kIssuesShown = 200;

interface TextActions extends OptionActions {
  /** Another chart is looked at. */
  changed(): void;
}

/** The parts that stay: a live region is only read out when its text changes, not when it is made anew. */
export class TextView {
  readonly #heading = element("h2", {});
  readonly #verdict = element("p", { id: "verdict", class: "verdict-line", role: "status", "aria-live": "polite" });
  readonly #chosen = element("p", { id: "chosen-options" });
  readonly #options: OptionsView;
  readonly #body = element("div", {});
  readonly #root: HTMLElement;
  readonly looked: Looked;

  constructor(root: HTMLElement, { changed, ...options }: TextActions) {
    this.#root = root;
    this.looked = new Looked(changed);
    this.#options = new OptionsView(options);
    root.append(this.#heading, this.#verdict, this.#chosen, this.#options.root, this.#body);
  }

  /** `name`: of the tables, for the line under a picture. Pictures are made only where somebody sees them. */
  show(
    result: Result | null,
    standards: Standards,
    words: Words,
    language: LanguageId,
    name: string,
    visible: boolean,
  ): void {
    const standard = standards.find((one) => one.id === result?.head.standard?.id);
    this.#heading.textContent = words.verdictHeading;
    this.#chosen.textContent = result?.head.chosenOptions?.[language] ?? "";
    this.#chosen.hidden = this.#chosen.textContent === "";
    this.#options.show(result, standard, words, language, visible);
    if (result === null || standard === undefined) {
      this.#verdict.textContent = words.nothingYet;
      delete this.#verdict.dataset["verdict"];
      this.#body.replaceChildren(footer(words));
      return;
    }
    const whole = result.head.verdict;
    const verdict = element("span", { class: `is-${whole}` }, verdictWord(words, whole));
    this.#verdict.replaceChildren(`${wholeName(result, words)}${words.colon}`, verdict);
    this.#verdict.dataset["verdict"] = whole;
    this.#body.replaceChildren(
      ...content(result, {
        words,
        language,
        standard,
        name,
        width: visible ? this.#width() : null,
        looked: this.looked,
      }),
      footer(words),
    );
  }

  /** To a county, a stage, an indicator's chart or a school's row, as far as they are there. */
  go({ county, stage, indicator, school }: Place): void {
    const stages = [...this.#body.querySelectorAll<HTMLElement>("h4[data-stage]")];
    const heading = stages.find(
      (one) => one.dataset["stage"] === stage && (county === undefined || one.dataset["county"] === county),
    );
    const select =
      heading === undefined
        ? null
        : (heading.parentElement?.querySelector<HTMLSelectElement>(
            `details.charts[data-stage="${heading.dataset["stage"] ?? ""}"] select`,
          ) ?? null);
    if (
      select !== null &&
      indicator !== undefined &&
      [...select.options].some((option) => option.value === indicator)
    ) {
      select.value = indicator;
      select.dispatchEvent(new Event("change"));
    }
    const row =
      school === undefined
        ? undefined
        : [...this.#body.querySelectorAll<HTMLElement>('tbody th[scope="row"]')].find(
            (one) => one.textContent === school,
          );
    (row ?? select ?? heading)?.scrollIntoView({ block: "center" });
  }

  #width(): number {
    const room = this.#root.clientWidth - kAround;
    // Out of sight it is as narrow as nothing: then as wide as the page will let it be.
    return Math.min(kWidest, Math.max(kNarrowest, room > kNarrowest ? room : window.innerWidth - kAround));
  }
}

/** Of pictures: as wide as there is room, and never so wide that lines are long to follow. */
const kWidest = 860;
const kNarrowest = 280;
/** The edges of the view and of the box that a picture stands in. */
const kAround = 64;

function wholeName({ countyCount, summary }: Result, words: Words): string {
  return (countyCount === 1 ? summary.counties.at(0) : null) ?? words.wholeTable;
}

function content(result: Result, context: TextContext): HTMLElement[] {
  const { words, language } = context;
  const { countyCount } = result;
  const shown = Math.min(countyCount, kCountiesInDetail);
  context.looked.openAtFirst = shown === 1;
  const parts: HTMLElement[] = [element("p", {}, fill(words.resultOf, { standard: context.standard.title[language] }))];
  if (countyCount > 1) parts.push(countiesTable(result.summary, words));
  if (countyCount > shown) parts.push(element("p", {}, fill(words.manyCounties, { count: countyCount, shown })));
  if (!result.withUnits) parts.push(element("p", {}, words.unitsLeftOut));
  for (let at = 0; at < shown; at += 1) parts.push(countySection(result.county(at), at, context));
  parts.push(issuesSection(result, words, language));
  return parts;
}

function countyName(county: County, words: Words): string {
  return county.name ?? words.wholeTable;
}

function countiesTable({ codes, counties, byCounty }: Summary, words: Words): HTMLElement {
  const rows = Array.from(byCounty.verdict, (code, at): Cell[] => {
    const verdict: Codes["verdict"][number] = codes.verdict[code] ?? null;
    return [
      { text: counties.at(at) ?? words.wholeTable, heading: true },
      { text: verdictWord(words, verdict), mark: verdict },
    ];
  });
  return copyableTable(words.countiesCaption, [words.county, words.conclusion], rows, words);
}

function countySection(county: County, index: number, context: TextContext): HTMLElement {
  const { words } = context;
  const section = element("section", {});
  section.append(element("h3", {}, `${countyName(county, words)}${words.colon}${verdictWord(words, county.verdict)}`));
  section.append(element("h4", {}, words.partsHeading), partsList(county, context));
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
            limit: context.standard.compositeLimits[stage.stage]?.text ?? words.notKnown,
            verdict: verdictWord(words, stage.verdict),
          }),
        ),
      );
    }
    section.append(
      ...stageFigures(county.name ?? "", `chart-${index}-${stage.stage}`, stage, county.units ?? [], context),
    );
    section.append(...unitTables(stage, county.units ?? [], context));
  }
  section.append(...excludedUnits(county.units ?? [], context));
  return section;
}

function partsList(county: County, { words, language, standard }: TextContext): HTMLElement {
  const line = (title: Text, verdict: Verdict, reasons: readonly Text[]): HTMLElement => {
    const word = element("span", { class: `is-${verdict}` }, verdictWord(words, verdict));
    const item = element("li", {}, `${title[language]}${words.colon}`, word);
    if (reasons.length > 0) item.append(element("ul", {}, ...reasons.map((text) => element("li", {}, text[language]))));
    return item;
  };
  const parts = county.parts.map((part) =>
    line(
      part.title,
      part.verdict,
      part.reasons.map((reason) => reason.message),
    ),
  );
  const entry = entryConditions(county, standard).map(({ item, reasons }) => line(item.title, item.verdict, reasons));
  return element("ul", {}, ...parts, ...entry);
}

function issueItem(issue: Issue, words: Words, language: LanguageId): HTMLElement {
  const message: Text = issue.message;
  // The sentence names its row itself; the severity is a word, not a colour.
  const item = element("li", {}, `${words.severity[issue.severity]}${words.colon}${message[language]}`);
  if (issue.row !== null) item.dataset["row"] = String(issue.row);
  return item;
}

function issuesSection(result: Result, words: Words, language: LanguageId): HTMLElement {
  const { issueCount } = result.head;
  const section = element("section", {});
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

function footer(words: Words): HTMLElement {
  return element(
    "p",
    { class: "footer" },
    `${words.footer} `,
    element("a", { href: "../licences.html" }, words.licences),
  );
}
