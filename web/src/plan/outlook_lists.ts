// SPDX-License-Identifier: MIT
//
// What is known of single schools in the years to come: entrants, schools that are planned, what a school has from a year
// on. Three lists that are edited in place, line by line.

import { button, element, tableBox } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { kYears, resourceName, unitName, withUnit } from "./context.ts";
import { townsOf, unitsOf } from "./outlook_context.ts";
import type { OutlookContext } from "./outlook_context.ts";

type ListId = "entrants" | "schools" | "holdings";
/** What stands in one line, by column. */
export type Line = Map<string, string>;
export type Lists = Readonly<Record<ListId, Line[]>>;

export function noLists(): Lists {
  return { entrants: [], schools: [], holdings: [] };
}

/** What the standard asks for and no more. */
const kJustEquipped = "100";

interface Option {
  readonly value: string;
  readonly name: string;
}
/** `options`: one of them; none: typed. */
interface ListColumn {
  readonly key: string;
  readonly label: string;
  readonly options?: readonly Option[];
  readonly isName?: boolean;
  /** What a new line has; the first option where there are options. */
  preset?(at: number): string;
}

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
  const columns = columnsOf(id, context);
  const place = element("div", {});
  const adder = button(
    add,
    () => {
      const at = lines.length + 1;
      lines.push(new Map(columns.map((one) => [one.key, one.options?.[0]?.value ?? one.preset?.(at) ?? ""])));
      draw();
      place.querySelector<HTMLElement>("tbody tr:last-child :is(input, select)")?.focus();
      edited();
    },
    { class: "button", id: `plan-add-${id}` },
  );
  const draw = (): void => {
    const rows = lines.map((line, at) => {
      const remove = button(
        said.remove,
        () => {
          lines.splice(at, 1);
          draw();
          adder.focus();
          edited();
        },
        { class: "button", "aria-label": fill(said.removeOf, { at: at + 1, list: title }) },
      );
      const cells = columns.map((column) => {
        const label = fill(said.cellOf, { list: title, at: at + 1, column: column.label });
        return element("td", {}, field(line, column, label, `${id}:${at}:${column.key}`));
      });
      return element("tr", {}, ...cells, element("td", {}, remove));
    });
    const heads = [...columns.map(({ label }) => label), said.remove];
    place.replaceChildren(...(rows.length === 0 ? [] : [tableBox({ caption: title, heads, rows })]));
  };
  draw();
  return element(
    "details",
    { class: "options", id: `plan-list-${id}`, ...(lines.length > 0 ? { open: "" } : {}) },
    element("summary", {}, title),
    element("p", { class: "soft" }, hint),
    ...(id === "entrants" && townsOf(context).length === 0 ? [element("p", { class: "soft" }, said.noTowns)] : []),
    place,
    element("p", {}, adder),
  );
}

function field(line: Line, { key, options, isName }: ListColumn, label: string, id: string): HTMLElement {
  const about = { "aria-label": label, "data-key": id };
  if (options === undefined) {
    const typed = isName === true ? { size: "16" } : { size: "8", inputmode: "decimal" };
    const input = element("input", { type: "text", ...about, ...typed });
    input.value = line.get(key) ?? "";
    input.addEventListener("input", () => line.set(key, input.value));
    return input;
  }
  const box = element("select", about, ...options.map(({ value, name }) => element("option", { value }, name)));
  box.value = line.get(key) ?? "";
  box.addEventListener("input", () => line.set(key, box.value));
  return box;
}
