// SPDX-License-Identifier: MIT
//
// Exported forms of the education statistics, one school a sheet and its numbers at fixed addresses, as a table of one
// row. What stands where is data, statistics.json. No real export was at hand, so every doubt leaves the cell empty and
// says why: an unknown number can be typed in, a wrong one is not noticed.

import { placeOf } from "./cell_text.ts";
import { numberText } from "./number_text.ts";
import type { Budget } from "./refusal.ts";
import { forms, labels, stages, testedOn } from "./statistics.json";
import type {
  Address,
  Corner,
  Form,
  Statistics,
  StatisticsCell,
  StatisticsNote,
  StatisticsNoteCode,
} from "./statistics_types.ts";

/** The last row and column that any form uses, with room for what is looked for around them. */
export const kCornerRows = 64;
export const kCornerColumns = 64;

const kForms: readonly Form[] = forms;
const kLabels: Readonly<Record<string, string>> = labels;
const kStages: Readonly<Record<string, string>> = stages;

/** A form names itself at the top. */
const kHeadRows = 8;
const kInEveryId = "基";
/** Steps of a form, at most: its head is normalized, and all its cells are looked at. */
const kLooking = 40_000;
const kId = /(?:教基|基础基)\d+(?:\(?续)?/g;
const kName = /学\s*校\s*(?:[（(]\s*机\s*构\s*[)）]\s*)?名\s*称\s*[:：]?/;
const kCode = /学\s*校\s*(?:[（(]\s*机\s*构\s*[)）]\s*)?标\s*识\s*码\s*[:：]?/;
/** What stands beside a label and is a label itself: the header of an ordinary table, or a blank to be filled in. */
const kOtherLabel = /(?:名称|标识码|代码|类型|类别|表号|机关|文号)[:：]?$/;
const kNumber = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
/** So many numbers in a row, each one more than the one before, are no numbers of teachers. */
const kCodesInARow = 4;
const kLongestFound = 200;

/** Of the cell's own row or column, and with those that stand for several. */
type Labels = readonly [own: string, every: string];

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const last = (texts: readonly string[]): string => texts.reduce((before, text) => text || before, "");
/** Widths, spaces and line breaks are a matter of printing. */
const plain = (text: string | undefined): string => (text ?? "").normalize("NFKC").replace(/\s+/g, "");

/** The table of a sheet that is one of the forms; null where it is none. */
export function readStatistics(corner: Corner, budget: Budget): Statistics | null {
  const head = corner.slice(0, kHeadRows);
  // Nearly every sheet is told by this, before its head is looked at in the forms that characters have.
  if (!head.some((row) => row.some((text) => text?.includes(kInEveryId)))) return null;
  budget.takeSteps(kLooking);
  const title = head.map((row) => row.map(plain).join(" ")).join(" ");
  const ids = new Set(title.match(kId));
  const form = ids.size === 1 ? kForms.find(({ id }) => ids.has(id)) : undefined;
  return form === undefined ? null : new Reader(form, corner, head).read(title);
}

class Reader {
  readonly #cells: StatisticsCell[] = [];
  readonly #notes: StatisticsNote[] = [];
  readonly #form: Form;
  readonly #corner: Corner;
  readonly #head: Corner;

  constructor(form: Form, corner: Corner, head: Corner) {
    this.#form = form;
    this.#corner = corner;
    this.#head = head;
  }

  read(title: string): Statistics {
    const { id, edition, otherLayouts, quantities } = this.#form;
    const layout = otherLayouts?.find((words) => title.includes(words));
    let table: string | null = null;
    if (layout !== undefined) {
      this.#note("other_layout", null, layout);
    } else {
      const school = this.#beside(kName);
      if (school === "") this.#note("no_school", null, "");
      const all = (checks: readonly boolean[]): boolean => checks.every(Boolean); // not in passing: each may leave a note
      const rows = quantities.map(({ cells }) =>
        all(cells.map((one) => this.#hasLabels(one, this.#labelsLeft(one), one.left))),
      );
      const columns = quantities.map(({ cells }) =>
        all(cells.map((one) => this.#hasLabels(one, this.#labelsAbove(one), one.above))),
      );
      // One row that is not where it should be, and a row that has no label cannot be trusted either.
      const values = quantities.map((quantity, i) => this.#value(quantity, rows[i]! && columns[i]!, all(rows)));
      if (school !== "" && values.some((value) => value !== "")) table = this.#table(school, values);
    }
    return { form: id, edition, testedOn, table, cells: this.#cells, notes: this.#notes };
  }

  #note(code: StatisticsNoteCode, cell: string | null, found: string): void {
    this.#notes.push({ code, form: this.#form.id, cell, found });
  }

  #text(row: number, column: number): string {
    return plain(this.#corner[row]?.[column]);
  }

  /** What follows a label, in its cell or in the next one that is not empty. */
  #beside(label: RegExp): string {
    for (const row of this.#head) {
      for (let column = 0; column < row.length; column += 1) {
        const [before, after] = (row[column] ?? "").split(label, 2);
        if (after === undefined || /\S$/.test(before!)) continue;
        const next =
          after.trim() !== "" ? after : row.slice(column + 1).find((text) => text !== undefined && text.trim() !== "");
        const [own = ""] = (next ?? "")
          .trim()
          .split(/[\n\t]|\s{2,}/)
          .flatMap((text) => text.split(kCode));
        if (own !== "" && !kOtherLabel.test(plain(own)) && !plain(own).match(kId)) return own.trim();
      }
    }
    return "";
  }

  #hasLabels({ at }: Address, [own, every]: Labels, words: readonly string[] | undefined): boolean {
    const found =
      words === undefined || (own.includes(words[words.length - 1]!) && words.every((word) => every.includes(word)));
    if (!found) this.#note("label_missing", at, every.trim().slice(0, kLongestFound));
    return found;
  }

  /** A label of several rows stands in the first of them: of each column the last one that is not below. */
  #labelsLeft({ at }: Address): Labels {
    const { row, column } = placeOf(at)!;
    const columns = range(column);
    const own = columns.map((c) => this.#text(row, c)).join(" ");
    return [own, columns.map((c) => last(range(row + 1).map((r) => this.#text(r, c)))).join(" ")];
  }

  /** The same for columns, of which also the last label may be merged. */
  #labelsAbove({ at }: Address): Labels {
    const { row, column } = placeOf(at)!;
    const every = range(row)
      .map((r) => last(range(column + 1).map((c) => this.#text(r, c))))
      .join(" ");
    return [every, every];
  }

  #value(quantity: Form["quantities"][number], hasLabels: boolean, allRowsHave: boolean): string {
    const { field, stage, cells, doubt } = quantity;
    const texts = cells.map(({ at }) => {
      const { row, column } = placeOf(at)!;
      this.#cells.push({ field, stage: stage ?? null, cell: at, found: (this.#corner[row]?.[column] ?? "").trim() });
      return this.#text(row, column);
    });
    const unchecked = cells.filter(({ left }) => left === undefined);
    for (const { at } of unchecked) this.#note("unchecked", at, "");
    if (texts.every((text) => text === "")) return "";
    let isKnown = hasLabels && (allRowsHave || unchecked.length === 0);
    cells.forEach(({ at }, i) => {
      const isNumber = kNumber.test(texts[i]!);
      if (isNumber && !this.#isColumnCode(at)) return;
      const code = isNumber ? "column_codes" : texts[i] === "" ? "blank" : "not_a_number";
      isKnown = false;
      this.#note(code, at, texts[i]!);
    });
    if (!isKnown) return "";
    const { at } = cells[0]!;
    if (doubt !== undefined)
      this.#notes.push({ code: "doubtful", form: this.#form.id, cell: at, found: texts.join(" + "), doubt });
    const numbers = texts.map((text) => text.replaceAll(",", ""));
    // A single number stays as it was written; sums are of a few digits and lose nothing.
    return numbers.length === 1 ? numbers[0]! : numberText(numbers.reduce((sum, number) => sum + Number(number), 0));
  }

  #isColumnCode(at: string): boolean {
    const { row, column } = placeOf(at)!;
    const own = this.#text(row, column);
    if (!/^\d+$/.test(own)) return false;
    const follows = (step: number): boolean => this.#text(row, column + step) === String(Number(own) + step);
    let length = 1;
    for (let step = 1; follows(step); step += 1) length += 1;
    for (let step = -1; follows(step); step -= 1) length += 1;
    return length >= kCodesInARow;
  }

  #table(school: string, values: readonly string[]): string {
    const columns: [string, string][] = [[kLabels["school"]!, school]];
    const code = plain(this.#beside(kCode));
    if (code !== "") columns.push([kLabels["code"]!, code]);
    this.#form.quantities.forEach(({ field, stage, unit }, i) => {
      columns.push([kLabels[field]! + (stage ? `(${kStages[stage]})` : "") + (unit ? `(${unit})` : ""), values[i]!]);
    });
    const quoted = (text: string): string => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);
    const line = (cells: string[]): string => `${cells.map(quoted).join("\t")}\n`;
    return line(columns.map(([label]) => label)) + line(columns.map(([, value]) => value.replace(/\s+/g, " ")));
  }
}
