// SPDX-License-Identifier: MIT
//
// What is known of single schools in the years to come: entrants, schools that are planned, what a school has from a year
// on. Three lists that are edited in place, line by line.

import { element } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { kYears, resourceName, unitName, withUnit } from "./context.ts";
import { editedList } from "./edited_list.ts";
import type { Line, ListColumn } from "./edited_list.ts";
import { townsOf, unitsOf } from "./outlook_context.ts";
import type { OutlookContext } from "./outlook_context.ts";

type ListId = "entrants" | "schools" | "holdings";
export type Lists = Readonly<Record<ListId, Line[]>>;

export function noLists(): Lists {
  return { entrants: [], schools: [], holdings: [] };
}

/** What the standard asks for and no more. */
const kJustEquipped = "100";

function columnsOf(id: ListId, context: OutlookContext): readonly ListColumn[] {
  const { said, words, shared, county, stage } = context;
  const years = Array.from({ length: kYears }, (_, at) => ({
    value: String(at + 1),
    name: fill(said.year, { year: at + 1 }),
  }));
  const units = unitsOf(context).map(({ key, name }) => ({ value: key, name }));
  if (id === "entrants") {
    const towns = townsOf(context).map(({ key, name }) => ({ value: key, name }));
    return [
      { key: "unit", label: words.school, options: [...units, ...towns] },
      { key: "year", label: said.inYear, options: years },
      { key: "pupils", label: said.newcomers },
    ];
  }
  if (id === "schools") {
    const stages = county.stages.map((one) => ({ value: one.stage, name: shared.stage[one.stage] }));
    return [
      { key: "name", label: said.name, isName: true, preset: (at) => fill(said.newSchool, { at }) },
      { key: "stage", label: words.stage, options: stages },
      { key: "year", label: said.from, options: years },
      { key: "pupils", label: said.pupils },
      { key: "equipped", label: said.equipped, preset: () => kJustEquipped },
    ];
  }
  const resources = stage.resources
    .filter(({ resource }) => resource !== null)
    .map((one) => ({ value: one.id, name: withUnit(resourceName(one, context), unitName(one, context), context) }));
  return [
    { key: "unit", label: words.school, options: units },
    { key: "resource", label: words.resource, options: resources },
    { key: "year", label: said.from, options: years },
    { key: "amount", label: said.holds },
  ];
}

/** A planned school and what a school has need to know how the table was read. */
function isOffered(id: ListId, { columns, standard, stage }: OutlookContext): boolean {
  if (id === "entrants") return true;
  const read = columns.length > 0 && standard !== null;
  return read && (id === "schools" || stage.resources.some(({ resource }) => resource !== null));
}

/** `edited`: a line came or went; what is typed is heard as an input of the form. */
export function listsForm(lists: Lists, context: OutlookContext, edited: () => void): HTMLElement[] {
  const ids = Object.keys(lists) as ListId[];
  return ids.filter((id) => isOffered(id, context)).map((id) => listBox(id, lists[id], context, edited));
}

function listBox(id: ListId, lines: Line[], context: OutlookContext, edited: () => void): HTMLElement {
  const { said } = context;
  const { title, hint, add } = said.lists[id];
  return element(
    "details",
    { class: "options", id: `plan-list-${id}`, ...(lines.length > 0 ? { open: "" } : {}) },
    element("summary", {}, title),
    element("p", { class: "soft" }, hint),
    ...(id === "entrants" && townsOf(context).length === 0 ? [element("p", { class: "soft" }, said.noTowns)] : []),
    ...editedList({ id, title, add, columns: columnsOf(id, context), lines }, context, edited),
  );
}
