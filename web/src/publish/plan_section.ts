// SPDX-License-Identifier: MIT
//
// 改进方案: what the county means to do, and what it would come to. Computed again like everything else on the page.

import type { StageResult } from "../engine/junheng.d.ts";
import { fill } from "../words/fill.ts";
import { html, named, shortened } from "./html.ts";
import type { Html } from "./html.ts";
import { countyName, said, tableOf, verdictMark } from "./page_context.ts";
import type { PageContext } from "./page_context.ts";

/** Nothing where none is published. */
export function planSection(context: PageContext): Html | null {
  const { data, planned, words } = context;
  if (planned === null) return null;
  const { cells } = planned;
  const rows = cells.map(
    ({ school, column, before, after }) =>
      html`<tr><th scope="row">${named(school)}</th><td><bdi>${shortened(column)}</bdi></td><td class="number"><bdi>${shortened(before)}</bdi></td><td class="number"><bdi>${shortened(after)}</bdi></td></tr>
`,
  );
  return html`<section id="plan"><h2>${words.planHeading}</h2>
<p>${fill(words.planLead, { name: shortened(data.plan?.name ?? ""), count: cells.length })}</p>
${tableOf(words.planResult, [words.item, words.planNow, words.planThen], turned(context))}${tableOf(words.planCells, [words.school, words.item, words.planNow, words.planThen], rows)}</section>
`;
}

/** The verdict of each stage, and its coefficients that become others. */
function turned({ evaluation, planned, standard, words }: PageContext): Html[] {
  const row = (name: Html, now: Html, then: Html): Html =>
    html`<tr><th scope="row">${name}</th><td>${now}</td><td>${then}</td></tr>
`;
  return evaluation.counties.flatMap((county, at) =>
    county.stages.flatMap((now) => {
      const then = planned?.evaluation.counties[at]?.stages.find(({ stage }) => stage === now.stage);
      if (now.units === 0 || then === undefined) return [];
      const name = html`${countyName(county, words)} ${words.stage[now.stage]}`;
      const coefficient = ({ indicators }: StageResult, id: string): [string, Html] => {
        const one = indicators.find((each) => each.id === id);
        const text = one?.cvText ?? words.notKnown;
        return [text, html`${text} ${verdictMark(one?.verdict ?? null, words)}`];
      };
      const others = standard.indicators.flatMap(({ id, title }) => {
        const [[before, shown], [after, meant]] = [coefficient(now, id), coefficient(then, id)];
        return before === after ? [] : [row(html`${name} ${said(title, words)} ${words.cv}`, shown, meant)];
      });
      return [row(name, verdictMark(now.verdict, words), verdictMark(then.verdict, words)), ...others];
    }),
  );
}
