// SPDX-License-Identifier: MIT
//
// Numbers of the report that are facts of the county, one by one for a person to confirm: a button has the focus, Enter
// takes its fact and gives the focus to the next.

import { button, element, tableBox } from "../kit/dom.ts";
import type { AsidePage } from "../work/aside.ts";
import { fill } from "../words/fill.ts";
import type { ReportWords } from "../words/report_zh.ts";
import type { CheckedReport, Offered } from "./finding.ts";
import { filledIn, offeredFacts, withFact } from "./offered.ts";
import { placeWords } from "./said.ts";

const plainNumber = (text: string): string => text.replace(/[%\s,]/g, "");

/** The buttons that are left, with the focus on the one that took the place of what was taken. */
export function factsView(report: CheckedReport, page: AsidePage, words: ReportWords): HTMLElement {
  const { facts } = words;
  const section = element("section", { class: "report-facts" }, element("h2", {}, facts.heading));
  const calculator = page.calculator();
  const standard = calculator?.standards().find((one) => one.id === page.standard());
  const offered = standard === undefined ? [] : offeredFacts(report, standard);
  if (offered.length === 0 || calculator === null) {
    section.append(element("p", {}, facts.none));
    return section;
  }
  if (page.table() === null) section.append(element("p", {}, facts.noTable));
  else section.append(element("p", {}, facts.hint));
  const draw = (focus: number): void => {
    const { county } = calculator.decisions();
    const rows = offered.map((one, at) => rowOf(one, at, page.table() === null ? null : county));
    const box = tableBox({
      caption: facts.caption,
      heads: [facts.heads.label, facts.heads.value, facts.heads.from, facts.heads.action],
      rows,
    });
    section.querySelector(".scroll")?.remove();
    section.append(box);
    if (focus < 0) return;
    const buttons = [...box.querySelectorAll<HTMLButtonElement>("button")];
    (buttons.find((one) => Number(one.dataset["at"]) >= focus) ?? buttons[0] ?? box).focus();
  };
  const take = (one: Offered, at: number): void => {
    const decisions = calculator.decisions();
    const from = placeWords(
      { paragraph: one.figure.sentence.paragraph, sentence: one.figure.sentence.number, start: 0, end: 0 },
      words,
    );
    const county = withFact(decisions.county, one, fill(facts.from, { place: from, sentence: one.figure.text }));
    if (county === null) return;
    calculator.decide({ ...decisions, county });
    page.say(fill(facts.said, { label: labelOf(one), value: one.text }));
    draw(at + 1);
  };
  const labelOf = (one: Offered): string => (one.stage === "" ? one.label : `${one.label}（${facts[one.stage]}）`);
  const rowOf = (one: Offered, at: number, county: string | null): HTMLElement => {
    const before = county === null ? null : filledIn(county, one);
    const same = before !== null && plainNumber(before) === plainNumber(one.value);
    const said = before === null ? "" : same ? facts.same : fill(facts.other, { value: before });
    const action =
      county === null || same || withFact(county, one, "") === null
        ? null
        : button(before === null ? facts.accept : facts.replace, () => take(one, at), {
            class: "button",
            "data-at": String(at),
            "aria-label": fill(facts.acceptOf, { label: labelOf(one), value: one.text }),
          });
    const { sentence } = one.figure;
    const from = one.figure.start - sentence.start;
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, labelOf(one)),
      element("td", { class: "number" }, one.text),
      element("td", {}, `…${sentence.text.slice(Math.max(0, from - 24), from)}`, element("b", {}, one.figure.text)),
      element(
        "td",
        same ? { class: "is-pass" } : before === null ? {} : { class: "is-near" },
        said,
        said === "" ? null : " ",
        action,
      ),
    );
  };
  draw(-1);
  return section;
}
