// SPDX-License-Identifier: MIT
//
// All that was changed by hand, in words, with a way back for each and for the last step.

import { isStage } from "../../engine/stages.ts";
import { button, element } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import { withEdit, withHeader, withRow, withoutAnswer, withoutColumn } from "../../work/changes.ts";
import type { ChangesContext, FieldInfo, PanelContext } from "./context.ts";
import { say, short } from "./context.ts";

interface Line {
  readonly text: string;
  back(): void;
}

/** More by hand nobody makes; a link may bring any number, and each costs a look into the tables. */
const kShown = 200;

/** Each is made where it is shown. */
export function changeLines(
  fields: readonly FieldInfo[],
  sheetName: (sheet: number) => string,
  context: ChangesContext,
): (() => Line)[] {
  const { words, reading, columns } = context;
  const where = (place: { sheet?: number; row: number }): string =>
    `${sheetName(place.sheet ?? 0)}${fill(words.rowNumber, { row: place.row })}`;
  const labelOf = (id: string): string => {
    const field = fields.find((one) => one.id === id);
    return field === undefined ? words.columnUnused : say(field.label, context);
  };
  const all: (() => Line)[] = [];
  for (const edit of reading.edits ?? []) {
    all.push(() => {
      const text = context.cell(edit);
      return {
        text: fill(words.changedCell, {
          place: where(edit),
          column: edit.column + 1,
          before: text === "" ? words.cellEmpty : short(text),
          after: edit.text === "" ? words.cellEmpty : short(edit.text),
        }),
        back: () => context.change(withEdit(reading, { ...edit, text }, text)),
      };
    });
  }
  for (const choice of reading.columns ?? []) {
    const stage = isStage(choice.stage) ? words.stage[choice.stage] : "";
    const details = [stage, choice.unit ?? ""].filter((part) => part !== "").join(" ");
    all.push(() => ({
      text: fill(words.changedColumn, {
        column: columns[choice.column]?.header ?? String(choice.column + 1),
        field: `${labelOf(choice.field)} ${details}`.trim(),
      }),
      back: () => context.change(withoutColumn(reading, choice.column)),
    }));
  }
  for (const place of reading.leftOut ?? []) {
    all.push(() => ({
      text: fill(words.changedRow, { place: where(place) }),
      back: () => context.change(withRow(reading, place, false)),
    }));
  }
  for (const answer of reading.answers ?? []) {
    // One whose question the tables do not ask is kept: another sheet chosen again may.
    const asked = context.questions.find(
      (one) => one.question === answer.question && one.sheet === answer.sheet && one.row === answer.row,
    );
    const option = asked?.options.find(({ id }) => id === answer.option);
    if (asked === undefined) continue;
    all.push(() => ({
      text: fill(words.questionAnswered, {
        question: say(asked.message, context),
        answer: option === undefined ? answer.option : say(option.label, context),
      }),
      back: () => context.change(withoutAnswer(reading, answer)),
    }));
  }
  if (reading.header !== undefined) {
    const { header } = reading;
    all.push(() => ({
      text: fill(words.changedHeader, { place: where(header), last: header.last }),
      back: () => context.change(withHeader(reading, undefined)),
    }));
  }
  return all;
}

export function changesView(
  fields: readonly FieldInfo[],
  sheetName: (sheet: number) => string,
  context: PanelContext,
): HTMLElement {
  const { words } = context;
  const all = changeLines(fields, sheetName, context);
  const section = element(
    "section",
    { id: "changes" },
    element("h3", {}, fill(words.changesHeading, { count: all.length })),
  );
  if (all.length === 0) {
    section.append(element("p", {}, words.noChanges));
    return section;
  }
  section.append(
    element(
      "ul",
      {},
      ...all
        .slice(0, kShown)
        .map((make) => make())
        .map((line) =>
          element(
            "li",
            {},
            line.text,
            " ",
            button(words.takeBack, () => line.back(), { class: "button" }),
          ),
        ),
    ),
  );
  if (all.length > kShown)
    section.append(element("p", {}, fill(words.changesShown, { shown: kShown, count: all.length })));
  return section;
}
