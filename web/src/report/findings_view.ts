// SPDX-License-Identifier: MIT
//
// What was found, in three groups: what does not agree first and open, what agrees last and folded.

import { button, element } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import type { ReportWords } from "../words/report_zh.ts";
import type { Agreement, Finding } from "./finding.ts";
import { placeWords, saidOf } from "./said.ts";

const kGroups: readonly Agreement[] = ["differ", "undecided", "agree"];
/** Letters of a sentence that stand around what was found. */
const kAround = 36;

/** The sentence, or what stands around the place in a long one. */
function quoted(finding: Finding, start: number): (Node | string)[] {
  const { sentence, place } = finding;
  const from = place.start - start;
  const to = Math.min(sentence.length, place.end - start);
  if (from < 0 || from >= sentence.length) return [sentence];
  const before = sentence.slice(Math.max(0, from - kAround), from);
  const after = sentence.slice(to, to + kAround);
  return [
    from > kAround ? "…" : "",
    before,
    element("mark", { class: `is-${finding.agreement}` }, sentence.slice(from, to)),
    after,
    to + kAround < sentence.length ? "…" : "",
  ];
}

export function findingsView(
  findings: readonly Finding[],
  words: ReportWords,
  startOf: (finding: Finding) => number,
  lead: (finding: Finding) => void,
): HTMLElement[] {
  return kGroups.map((group) => {
    const own = findings.filter((one) => one.agreement === group);
    const rows = own.map((finding) =>
      element(
        "li",
        {},
        element("span", { class: "kind" }, words.checks[finding.check]),
        " ",
        button(placeWords(finding.place, words), () => lead(finding), {
          class: "link",
          "aria-label": fill(words.lead, {
            place: placeWords(finding.place, words),
            text: finding.sentence.slice(0, kAround),
          }),
        }),
        element("q", {}, ...quoted(finding, startOf(finding))),
        finding.arithmetic === "" ? null : element("span", { class: "arithmetic" }, finding.arithmetic),
        element("span", { class: "said" }, saidOf(finding, words)),
      ),
    );
    const made = element(
      "details",
      { class: `findings is-${group}`, ...(group === "agree" ? {} : { open: "" }) },
      element("summary", {}, `${words.groups[group]} `, element("b", {}, String(own.length))),
      own.length === 0 ? element("p", {}, words.none) : element("ol", {}, ...rows),
    );
    return made;
  });
}

/** Cells with tabs between them, for the clipboard. */
export function findingsTable(findings: readonly Finding[], words: ReportWords): string {
  const { heads } = words;
  const rows = kGroups.flatMap((group) =>
    findings
      .filter((one) => one.agreement === group)
      .map((one) => [
        words.groups[group],
        words.checks[one.check],
        placeWords(one.place, words),
        one.sentence,
        saidOf(one, words),
        one.arithmetic,
      ]),
  );
  return [[heads.agreement, heads.kind, heads.place, heads.sentence, heads.said, heads.arithmetic], ...rows]
    .map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\n");
}
