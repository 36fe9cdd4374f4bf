// SPDX-License-Identifier: MIT
//
// What is entered in the forms of a view, and the inputs that keep it.

import type { Stage } from "../engine/junheng.d.ts";
import type { PlanCounty } from "../engine/plan.d.ts";
import { element } from "../kit/dom.ts";
import type { Line } from "./edited_list.ts";

/** By what an input is for, "price:books" or "cap:books:3"; "yes" of a box that is ticked. */
export type Entered = Map<string, string>;

/** What is entered of the schools of one county, by their places: of other schools it says nothing. */
export interface SchoolsEntered {
  readonly numbers: Entered;
  /** Between which pupils may go. */
  readonly pairs: Map<Stage, Line[]>;
}

/** What is wished of a plan: of every county and stage, and of the schools of this one. */
export interface Wished {
  readonly all: Entered;
  readonly schools: SchoolsEntered;
}

export function noSchools(): SchoolsEntered {
  return { numbers: new Map(), pairs: new Map() };
}

/** Whether places of schools are the same in both. */
export function sameSchools(before: readonly PlanCounty[] | null, after: readonly PlanCounty[] | null): boolean {
  const namesOf = (counties: typeof before): unknown[] =>
    (counties ?? []).flatMap(({ name, stages }) => [
      name,
      ...stages.flatMap(({ stage, units }) => [stage, ...units.flatMap(({ school, row }) => [school, row])]),
    ]);
  const [was, is] = [namesOf(before), namesOf(after)];
  return was.length === is.length && was.every((one, at) => one === is[at]);
}

const kTicked = "yes";

export function number(entered: Entered, key: string, label: string, type = "text"): HTMLInputElement {
  const input = element("input", { type, inputmode: "decimal", "aria-label": label, size: "9", "data-key": key });
  input.value = entered.get(key) ?? "";
  input.addEventListener("input", () => entered.set(key, input.value));
  return input;
}

export function tick(entered: Entered, key: string, label: string): HTMLInputElement {
  const input = element("input", { type: "checkbox", "aria-label": label, "data-key": key });
  input.checked = entered.get(key) === kTicked;
  input.addEventListener("change", () => entered.set(key, input.checked ? kTicked : ""));
  return input;
}

export function isTicked(entered: Entered, key: string): boolean {
  return entered.get(key) === kTicked;
}
