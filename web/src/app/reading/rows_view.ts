// SPDX-License-Identifier: MIT
//
// The table as it came, a page of rows at a time: what each row was taken for, cells that can be corrected, rows that
// can be left out or made the header. Cells show what stands in the table; a correction stands beside the old text.

import type { RowKind, TableRows } from "../../engine/junheng.d.ts";
import { button, element } from "../../kit/dom.ts";
import { LastingTable } from "../../kit/lasting_table.ts";
import { fill } from "../../words/fill.ts";
import { withEdit, withHeader, withRow } from "../../work/changes.ts";
import { short } from "./context.ts";
import type { Now, PanelContext } from "./context.ts";

/** Columns; a hundred rows of a sheet as wide as sheets can be would be millions of buttons. */
const kMostShown = 256;

/** What a person can make of a row; "" is what was found. */
type Choice = "" | "left_out" | "header";

function editOf({ reading }: PanelContext, sheet: number, row: number, column: number): string | undefined {
  return reading.edits?.find((one) => (one.sheet ?? 0) === sheet && one.row === row && one.column === column)?.text;
}

function cellView(text: string, sheet: number, row: number, column: number, now: Now): HTMLElement {
  const context = now();
  const { words } = context;
  const corrected = editOf(context, sheet, row, column);
  const shown = corrected ?? text;
  const cell = element(
    "td",
    corrected === undefined ? {} : { class: "corrected", title: fill(words.cellBefore, { text: short(text) }) },
  );
  // A button and not the cell: it is in the way of the Tab key only when it has the focus, and screen readers say it.
  const edit = (show: HTMLButtonElement): void => {
    const input = element("input", {
      type: "text",
      "aria-label": fill(words.cellEdit, { row, column: column + 1, text: short(shown) }),
    });
    input.value = shown;
    let done = false;
    const finish = (keep: boolean, stay: boolean): void => {
      if (done) return;
      done = true;
      cell.replaceChildren(show);
      if (stay) show.focus();
      if (keep && input.value !== shown)
        now().change(withEdit(now().reading, { sheet, row, column, text: input.value }, text));
    };
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return; // Enter chooses a word of the input method
      if (event.key === "Enter" || event.key === "Escape") {
        event.preventDefault(); // the button that has the focus next would be pressed by it
        finish(event.key === "Enter", true);
      }
      event.stopPropagation();
    });
    input.addEventListener("blur", () => finish(true, false));
    cell.replaceChildren(input);
    input.focus();
    input.select();
  };
  const label = fill(words.cellEdit, { row, column: column + 1, text: shown === "" ? words.cellEmpty : short(shown) });
  cell.append(button(short(shown), edit, { class: "cell", "aria-label": label }));
  return cell;
}

function kindView(kind: RowKind, sheet: number, row: number, now: Now): HTMLElement {
  const { words, reading } = now();
  const header = reading.header;
  const isHeader = header !== undefined && (header.sheet ?? 0) === sheet && row >= header.row && row <= header.last;
  const chosen: Choice = kind === "left_out" ? "left_out" : isHeader ? "header" : "";
  const select = element("select", { "aria-label": fill(words.rowControl, { row }) });
  const found = kind === "left_out" || isHeader ? words.rowFound : words.rowKind[kind];
  for (const [value, label] of [
    ["", found],
    ["left_out", words.rowKind.left_out],
    ["header", words.rowIsHeader],
  ] as const) {
    select.append(element("option", { value }, label));
  }
  select.value = chosen;
  select.addEventListener("change", () => {
    const { reading, change } = now();
    const { header } = reading;
    const without = withRow(reading, { sheet, row }, select.value === "left_out");
    if (select.value === "header") {
      // The row beside a chosen one makes a header of several rows; any other begins anew.
      const near =
        header !== undefined && (header.sheet ?? 0) === sheet && (row === header.row - 1 || row === header.last + 1);
      const next = near
        ? { sheet, row: Math.min(row, header.row), last: Math.max(row, header.last) }
        : { sheet, row, last: row };
      change(withHeader(without, next));
    } else {
      change(isHeader ? withHeader(without, undefined) : without);
    }
  });
  return element("td", {}, select);
}

/** What of the decisions shows in a row. */
function decidedOf({ reading }: PanelContext, sheet: number, row: number): unknown[] {
  const here = (one: { readonly sheet?: number }): boolean => (one.sheet ?? 0) === sheet;
  const edits = reading.edits?.filter((one) => here(one) && one.row === row) ?? [];
  return [edits, reading.header !== undefined && here(reading.header) ? reading.header : null];
}

export class RowsView {
  readonly #table = new LastingTable();
  #context: PanelContext | null = null;

  show(page: TableRows, sheet: number, context: PanelContext): HTMLElement {
    const { words, language } = context;
    this.#context = context;
    const now = (): PanelContext => this.#context!;
    const edits = context.reading.edits?.filter((one) => (one.sheet ?? 0) === sheet) ?? [];
    const shown = new Set(page.rows.map(({ row }) => row));
    const all = Math.max(
      0,
      ...page.rows.map((row) => row.cells.length),
      ...edits.filter(({ row }) => shown.has(row)).map(({ column }) => column + 1),
    );
    const width = Math.min(all, kMostShown);
    const heads = [words.row, words.rowKindHead, ...Array.from({ length: width }, (_, column) => String(column + 1))];
    const rows = page.rows.map(({ row, kind, cells }) => ({
      said: JSON.stringify([language, sheet, width, row, kind, cells, decidedOf(context, sheet, row)]),
      make: () =>
        element(
          "tr",
          { class: `row-${kind}`, "data-row": String(row) },
          element("th", { scope: "row" }, String(row)),
          kindView(kind, sheet, row, now),
          ...Array.from({ length: width }, (_, column) => cellView(cells[column] ?? "", sheet, row, column, now)),
        ),
    }));
    const caption =
      all > width
        ? `${words.rowsCaption} ${fill(words.columnsShown, { shown: width, count: all })}`
        : words.rowsCaption;
    return this.#table.show({ caption, heads, attributes: { id: "rows" }, kind: "rows" }, rows);
  }
}
