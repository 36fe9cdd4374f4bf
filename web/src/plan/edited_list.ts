// SPDX-License-Identifier: MIT
//
// A list that is edited in place, line by line: lines are added and removed, and keep what is entered in them.

import { button, element, tableBox } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import type { PlanContext } from "./context.ts";

/** What stands in one line, by column. */
export type Line = Map<string, string>;

interface Option {
  readonly value: string;
  readonly name: string;
}
/** `options`: one of them; none: typed. */
export interface ListColumn {
  readonly key: string;
  readonly label: string;
  readonly options?: readonly Option[];
  readonly isName?: boolean;
  /** What a new line has; the first option where there are options. */
  preset?(at: number): string;
}

interface EditedList {
  readonly id: string;
  readonly title: string;
  /** On the button that adds a line. */
  readonly add: string;
  readonly columns: readonly ListColumn[];
  readonly lines: Line[];
}

/** `edited`: a line came or went; what is typed is heard as an input of the form. */
export function editedList(
  { id, title, add, columns, lines }: EditedList,
  { words }: PlanContext,
  edited: () => void,
): HTMLElement[] {
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
        words.remove,
        () => {
          lines.splice(at, 1);
          draw();
          adder.focus();
          edited();
        },
        { class: "button", "aria-label": fill(words.removeOf, { at: at + 1, list: title }) },
      );
      const cells = columns.map((column) => {
        const label = fill(words.cellOf, { list: title, at: at + 1, column: column.label });
        return element("td", {}, field(line, column, label, `${id}:${at}:${column.key}`));
      });
      return element("tr", {}, ...cells, element("td", {}, remove));
    });
    const heads = [...columns.map(({ label }) => label), words.remove];
    place.replaceChildren(...(rows.length === 0 ? [] : [tableBox({ caption: title, heads, rows })]));
  };
  draw();
  return [place, element("p", {}, adder)];
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
