// SPDX-License-Identifier: MIT
//
// What is wished of a plan: prices or counts, what may move, what must stay, caps, a budget. What was entered is kept as
// long as the page lives, also while another stage or language is shown; what is of single schools, as long as they are open.

import type { ResourceWish } from "../engine/plan.d.ts";
import { element, tableBox } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { kStep, resourceName, schoolName, unitName, withUnit } from "./context.ts";
import type { PlanContext, StageOf } from "./context.ts";
import { isTicked, number, tick } from "./entered.ts";
import type { Entered, Wished } from "./entered.ts";
import type { Wishes } from "./together.ts";
import { pupilsCapKey, pupilsForm, pupilsWish } from "./pupils_form.ts";

/** Schools whose caps are listed; more would be a page that nobody fills in. */
const kMostCaps = 120;
const kNumber = /^\d{1,12}(?:\.\d{1,6})?$/;
export class BadNumber extends Error {}

function isCounted(entered: Entered): boolean {
  return entered.get("mode") !== "priced";
}

/** `changed`: the form is to be drawn anew. */
export function planForm(context: PlanContext, wished: Wished, changed: () => void): HTMLElement {
  const { words } = context;
  const { all, schools } = wished;
  const counted = isCounted(all);
  const choice = (value: string, label: string): HTMLElement => {
    const box = element("input", { type: "radio", name: "plan-mode", value });
    box.checked = counted === (value === "counted");
    box.addEventListener("change", () => {
      all.set("mode", value);
      changed();
    });
    return element("label", {}, box, ` ${label} `);
  };
  return element(
    "div",
    {},
    element(
      "fieldset",
      {},
      element("legend", {}, words.mode),
      choice("counted", words.counted),
      choice("priced", words.priced),
      element("p", { class: "soft" }, counted ? words.countedHint : words.pricedHint),
    ),
    resourceTable(context, all, counted),
    ...(counted
      ? []
      : [element("p", {}, element("label", {}, `${words.budget} `, number(all, "budget", words.budget)))]),
    pupilsForm(context, schools),
    capsOf(context, schools.numbers),
  );
}

function resourceTable(context: PlanContext, entered: Entered, counted: boolean): HTMLElement {
  const { words } = context;
  const rows = context.stage.resources.map((one) => {
    const resource = resourceName(one, context);
    const unit = unitName(one, context);
    const named = { resource, unit };
    const cell = (input: HTMLElement): HTMLElement => element("td", {}, input);
    const cells = [
      ...(counted ? [] : [cell(number(entered, `price:${one.id}`, fill(words.priceOf, named)))]),
      cell(tick(entered, `move:${one.id}`, fill(words.moveOf, named))),
      ...(counted ? [] : [cell(number(entered, `moveprice:${one.id}`, fill(words.movePriceOf, named)))]),
      cell(tick(entered, `fixed:${one.id}`, fill(words.fixedOf, named))),
    ];
    return element("tr", {}, element("th", { scope: "row" }, withUnit(resource, unit, context)), ...cells);
  });
  const heads = counted
    ? [words.resource, words.mayMove, words.fixed]
    : [words.resource, words.price, words.mayMove, words.movePrice, words.fixed];
  return tableBox({ caption: words.resources, heads, rows });
}

function capsOf(context: PlanContext, entered: Entered): HTMLElement {
  const { words, stage } = context;
  const box = element("details", { class: "options" }, element("summary", {}, words.caps));
  if (stage.units.length > kMostCaps) {
    box.append(element("p", {}, fill(words.capsTooMany, { count: kMostCaps })));
    return box;
  }
  const draw = (): void => {
    if (!box.open || box.childElementCount > 1) return;
    const rows = stage.units.map((unit, place) => {
      const school = schoolName(unit, context);
      const caps = stage.resources.map((one) => {
        const named = { school, resource: resourceName(one, context), unit: unitName(one, context) };
        return element("td", {}, number(entered, capKey(stage, one.id, place), fill(words.capOf, named)));
      });
      const keep = tick(entered, keepKey(stage, place), fill(words.keepOf, { school }));
      const pupils = number(entered, pupilsCapKey(stage, place), fill(words.pupilsCapOf, { school }));
      const cells = [keep, pupils].map((input) => element("td", {}, input));
      return element("tr", {}, element("th", { scope: "row" }, school), ...cells, ...caps);
    });
    const resources = stage.resources.map((one) => resourceName(one, context));
    const heads = [words.school, words.keep, words.pupilsCap, ...resources];
    box.append(element("p", { class: "soft" }, words.capsHint), tableBox({ caption: words.caps, heads, rows }));
  };
  box.addEventListener("toggle", draw);
  return box;
}

const capKey = (stage: StageOf, id: string, place: number): string => `cap:${stage.stage}:${id}:${place}`;
const keepKey = (stage: StageOf, place: number): string => `keep:${stage.stage}:${place}`;

/** Throws a BadNumber that says what is wrong. */
export function wishesOf(context: PlanContext, { all, schools }: Wished): Wishes {
  const { words, stage } = context;
  const counted = isCounted(all);
  const readOf = (entered: Entered, key: string, where: string): string | undefined => {
    const text = (entered.get(key) ?? "").trim().replaceAll(/[,，\s]/g, "");
    if (text === "") return undefined;
    if (!kNumber.test(text)) throw new BadNumber(fill(words.badNumber, { text, where }));
    return text;
  };
  const read = (key: string, where: string): string | undefined => readOf(all, key, where);
  const readOfSchool = (key: string, where: string): string | undefined => readOf(schools.numbers, key, where);
  const ticked = (key: string): boolean => isTicked(all, key);
  const resources = stage.resources.map((one): ResourceWish => {
    const named = { resource: resourceName(one, context), unit: unitName(one, context) };
    const price = counted ? undefined : read(`price:${one.id}`, fill(words.priceOf, named));
    const moves = ticked(`move:${one.id}`);
    const move = counted || !moves ? undefined : (read(`moveprice:${one.id}`, fill(words.movePriceOf, named)) ?? "0");
    const caps = stage.units.map(
      (unit, place) =>
        readOfSchool(
          capKey(stage, one.id, place),
          fill(words.capOf, { ...named, school: schoolName(unit, context) }),
        ) ?? null,
    );
    return {
      id: one.id,
      step: kStep,
      ...(price === undefined ? {} : { price }),
      ...(move === undefined ? {} : { move }),
      ...(moves ? { moves } : {}),
      ...(ticked(`fixed:${one.id}`) ? { fixed: true } : {}),
      ...(caps.some((cap) => cap !== null) ? { caps } : {}),
    };
  });
  if (!counted && resources.every(({ price, move }) => price === undefined && move === undefined))
    throw new BadNumber(words.noPrice);
  const fixed = [...stage.units.keys()].filter((place) => isTicked(schools.numbers, keepKey(stage, place)));
  const budget = counted ? undefined : read("budget", words.budget);
  const pupils = pupilsWish(context, schools, readOfSchool);
  return {
    resources,
    fixed,
    ...(budget === undefined ? {} : { budget }),
    ...(pupils === undefined ? {} : { pupils }),
  };
}
