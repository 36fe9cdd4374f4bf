// SPDX-License-Identifier: MIT
//
// The form on a school's card: one of its numbers, what it would be, and then what changes by it. What is kept is a
// scenario of the project, as the workbench has them.

import type { County, Junheng, OpenRequest, Standard, Unit } from "../../engine/junheng.d.ts";
import { copyableTable } from "../../kit/copy_table.ts";
import { button, element } from "../../kit/dom.ts";
import type { LanguageId } from "../../kit/language.ts";
import { fill } from "../../words/fill.ts";
import { trialEn } from "../../words/trial_en.ts";
import { trialZh } from "../../words/trial_zh.ts";
import { evaluateChanged, numbersOf, sameUnits } from "../../work/trial.ts";
import type { SchoolNumber } from "../../work/trial.ts";
import { reasonOf } from "../diagnostics.ts";
import type { AllWords } from "../text/context.ts";
import type { TrialActions } from "./actions.ts";
import { effectRows } from "./effects.ts";

interface School {
  /** Which county, from 0. */
  readonly at: number;
  readonly county: County;
  readonly units: readonly Unit[];
}

interface WhatIfPage {
  readonly standard: Standard;
  readonly words: AllWords;
  readonly language: LanguageId;
  readonly trial: TrialActions;
}

/** As people type them; the engine reads more, but a form says at once what it does not take. */
const kNumber = String.raw`\s*\d{1,12}(\.\d{1,6})?\s*`;

let forms = 0;

export async function openWhatIf(place: HTMLElement, school: School, page: WhatIfPage): Promise<void> {
  const words = wordsOf(page);
  const { whatIf } = words;
  place.replaceChildren(element("p", { role: "status" }, whatIf.working));
  try {
    const engine = await page.trial.engine();
    const request = page.trial.request();
    const numbers = request === null ? [] : numbersIn(engine, request, school);
    if (request === null || numbers.length === 0) place.replaceChildren(element("p", {}, whatIf.none));
    else place.replaceChildren(element("p", {}, whatIf.hint), ...form({ engine, request, numbers, school, page }));
  } catch (error) {
    place.replaceChildren(element("p", {}, fill(whatIf.failed, { reason: reasonOf(error) })));
  }
}

const wordsOf = ({ words, language }: WhatIfPage) => ({ ...words, ...(language === "zh" ? trialZh : trialEn) });

function numbersIn(engine: Junheng, request: OpenRequest, { at, units }: School): SchoolNumber[] {
  const evaluation = engine.open(request);
  try {
    return numbersOf(evaluation, at, units);
  } finally {
    evaluation.close();
  }
}

interface Asked {
  readonly engine: Junheng;
  readonly request: OpenRequest;
  readonly numbers: readonly SchoolNumber[];
  readonly school: School;
  readonly page: WhatIfPage;
}

function form({ engine, request, numbers, school, page }: Asked): HTMLElement[] {
  const words = wordsOf(page);
  const { whatIf } = words;
  forms += 1;
  const select = element("select", { id: `what-if-number-${forms}` });
  numbers.forEach(({ header, found }, index) =>
    select.append(
      element("option", { value: String(index) }, fill(whatIf.choice, { header, found: found || whatIf.blank })),
    ),
  );
  const input = element("input", {
    type: "text",
    id: `what-if-value-${forms}`,
    inputmode: "decimal",
    autocomplete: "off",
    required: "",
    pattern: kNumber,
    title: whatIf.onlyNumbers,
    maxlength: "20",
  });
  const said = element("p", { role: "status", class: "soft" });
  const result = element("div", { class: "what-if-result" });
  const clear = (): void => {
    said.textContent = "";
    result.replaceChildren();
  };
  select.addEventListener("change", clear);
  const made = element(
    "form",
    { class: "what-if-form" },
    element("label", { for: select.id }, whatIf.number),
    select,
    element("label", { for: input.id }, whatIf.value),
    input,
    element("button", { type: "submit", class: "button" }, whatIf.run),
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const number = numbers[Number(select.value)];
    if (number === undefined) return;
    clear();
    try {
      const shown = tried({ engine, request, numbers, school, page }, number, input.value.trim());
      if (shown === null) said.textContent = whatIf.cannot;
      else result.replaceChildren(...shown);
    } catch (error) {
      said.textContent = fill(whatIf.failed, { reason: reasonOf(error) });
    }
  });
  return [made, said, result];
}

function tried({ engine, request, school, page }: Asked, number: SchoolNumber, text: string): HTMLElement[] | null {
  const { at, county, units } = school;
  const words = wordsOf(page);
  const { whatIf } = words;
  const evaluation = evaluateChanged(engine, request, number, text, { county: at, units });
  if (evaluation === null) return null;
  try {
    const after = evaluation.county(at, { units: false });
    if (after === null) return null;
    const rows = effectRows(
      { county, units },
      { county: after, units: sameUnits(evaluation, at, units) },
      { ...page, words },
    );
    const name = units[0]?.school ?? words.notKnown;
    const said = { school: name, header: number.header, before: number.found || whatIf.blank, after: text };
    const heads = [whatIf.what, whatIf.before, whatIf.after, whatIf.change];
    const table = copyableTable(fill(whatIf.caption, said), heads, rows, words);
    const { sheets } = engine.read({ table: request.table ?? "", reading: request.reading ?? {}, count: 0 });
    const line = number.row + (sheets[number.sheet]?.rowsBefore ?? 0);
    return [table, keeping(fill(whatIf.name, said), { ...number, row: line }, text, page)];
  } finally {
    evaluation.close();
  }
}

/** `row`: counted on from sheet to sheet, as scenarios have it. */
function keeping(
  name: string,
  { row, field, stage }: Pick<SchoolNumber, "row" | "field" | "stage">,
  text: string,
  page: WhatIfPage,
): HTMLElement {
  const { whatIf } = wordsOf(page);
  const { trial } = page;
  const keep = (): void => {
    // All of it is drawn anew; the place that one was at is the card's head then.
    const head = made.closest("details")?.querySelector("summary")?.id;
    const decisions = trial.decisions();
    const changes = [{ kind: "set", row, field, stage: stage ?? "", text }];
    trial.decide({ ...decisions, scenarios: [{ name, changes }, ...decisions.scenarios] });
    trial.say(fill(whatIf.kept, { name }));
    if (head !== undefined) document.getElementById(head)?.focus({ preventScroll: true });
  };
  const made = button(whatIf.keep, keep, { class: "button" });
  return element("p", {}, made);
}
