// SPDX-License-Identifier: MIT
//
// Every column with what it was taken for and how sure that is; another field, stage or unit can be chosen. Each row has a
// list of all fields: of a wide table they are tens of thousands of elements, of which a change concerns a few.

import { kStages } from "../../engine/stages.ts";
import type { Column, Reading } from "../../engine/junheng.d.ts";
import { button, element } from "../../kit/dom.ts";
import { LastingTable } from "../../kit/lasting_table.ts";
import { fill } from "../../words/fill.ts";
import { withColumn, withoutColumn } from "../../work/changes.ts";
import type { ColumnChoice } from "../../work/changes.ts";
import type { FieldInfo, Now, PanelContext } from "./context.ts";
import { say } from "./context.ts";

function options(select: HTMLSelectElement, entries: readonly (readonly [string, string])[], chosen: string): void {
  for (const [value, label] of entries) select.append(element("option", { value }, label));
  select.value = chosen;
}

/** What stands in the three fields of a row, as a choice. */
function choiceOf(row: HTMLElement, column: number): ColumnChoice {
  const value = (name: string): string => row.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? "";
  return { column, field: value("field"), stage: value("stage"), unit: value("unit") };
}

function columnRow(column: Column, index: number, fields: readonly FieldInfo[], now: Now): HTMLElement {
  const context = now();
  const { words } = context;
  const header = column.header === "" ? words.columnUnnamed : column.header;
  const row = element("tr", { class: `match-${column.match}` });
  const label = (what: string): string => fill(words.columnControl, { column: header, what });

  const field = element("select", { name: "field", "aria-label": label(words.columnField) });
  const suggested = fields.find((one) => one.id === column.suggestion);
  const rest = fields.filter((one) => one !== suggested).map((one) => [one.id, say(one.label, context)] as const);
  const first =
    suggested === undefined
      ? []
      : [[suggested.id, fill(words.columnMaybe, { field: say(suggested.label, context) })] as const];
  options(field, [["", words.columnUnused], ...first, ...rest], column.field ?? "");

  const info = fields.find((one) => one.id === column.field);
  const stage = element("select", { name: "stage", "aria-label": label(words.columnStage) });
  options(stage, [["", words.stageWhole], ...kStages.map((id) => [id, words.stage[id]] as const)], column.stage ?? "");
  stage.disabled = info?.staged !== true;
  const unit = element("select", { name: "unit", "aria-label": label(words.columnUnit) });
  options(
    unit,
    (info?.units ?? []).map((one) => [one, one] as const),
    column.unit ?? "",
  );
  unit.disabled = (info?.units.length ?? 0) < 2;

  const change = (next: (reading: Reading) => Reading): void => now().change(next(now().reading));
  for (const select of [field, stage, unit]) {
    select.addEventListener("change", () => change((reading) => withColumn(reading, choiceOf(row, index))));
  }
  const match = element("td", {}, words.match[column.match]);
  if (column.match === "asked" && suggested !== undefined) {
    const choice = { column: index, field: suggested.id, stage: column.suggestionStage ?? "", unit: "" };
    const take = (): void => change((reading) => withColumn(reading, choice));
    match.append(
      " ",
      button(fill(words.columnYes, { field: say(suggested.label, context) }), take, { class: "button" }),
    );
  }
  if (column.match === "chosen") {
    const back = (): void => change((reading) => withoutColumn(reading, index));
    match.append(" ", button(words.columnBack, back, { class: "button" }));
  }
  row.append(
    element("th", { scope: "row" }, header),
    element("td", {}, field),
    element("td", {}, stage),
    element("td", {}, unit),
    match,
  );
  return row;
}

export class ColumnsView {
  readonly #table = new LastingTable();
  #context: PanelContext | null = null;

  show(fields: readonly FieldInfo[], context: PanelContext): HTMLElement {
    const { words, columns, language } = context;
    this.#context = context;
    const heads = [words.columnHeader, words.columnField, words.columnStage, words.columnUnit, words.columnMatch];
    const rows = columns.map((column, index) => ({
      said: JSON.stringify([language, column]),
      make: () => columnRow(column, index, fields, () => this.#context!),
    }));
    return this.#table.show(
      { caption: words.columnsCaption, kind: "field-lists", heads, attributes: { id: "columns" } },
      rows,
    );
  }
}
