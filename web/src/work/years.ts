// SPDX-License-Identifier: MIT
//
// The years that were given: other years of the same tables, of which one was chosen, and the table of the year before.

import type { Evaluation, OpenRequest, Text } from "../engine/junheng.d.ts";

export interface GivenYear {
  /** Null: the table of the year before, which may name no year. */
  readonly label: Text | null;
  /** Null: the year that is shown. */
  readonly request: OpenRequest | null;
}

const kChosen = "year";
const kCompared = "previous";

/** From the earliest on; only the one that is shown where no other was given. */
export function givenYears(request: OpenRequest, questions: Evaluation["questions"]): GivenYear[] {
  const asked = questions?.find(({ question, answer }) => question === kChosen && answer !== null);
  const { reading = {}, previous = "" } = request;
  const others = (reading.answers ?? []).filter(({ question }) => question !== kChosen && question !== kCompared);
  const years: GivenYear[] = [...(asked?.options ?? [])]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, label }) => {
      if (asked === undefined || id === asked.answer) return { label, request: null };
      const { sheet, row } = asked;
      const answers = [...others, { question: asked.question, sheet, row, option: id }];
      // What the county states it states of the year that is shown.
      return { label, request: { ...request, county: "", previous: "", reading: { ...reading, answers } } };
    });
  if (years.length === 0) years.push({ label: null, request: null });
  if (previous.length > 0) {
    const { standard, options } = request;
    const before = { table: previous, ...(standard === undefined ? {} : { standard }), options: options ?? {} };
    years.splice(
      years.findIndex((year) => year.request === null),
      0,
      { label: null, request: before },
    );
  }
  return years;
}
