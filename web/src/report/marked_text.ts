// SPDX-License-Identifier: MIT
//
// The text of the report with what was found marked in it.

import { element } from "../kit/dom.ts";
import type { CheckedReport, Finding } from "./finding.ts";

interface Marked {
  readonly root: HTMLElement;
  /** Scrolls to what was found and marks its sentence. */
  lead(finding: Finding): void;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly agreement: Finding["agreement"];
}

/** One mark a place: what does not agree is more than what cannot be decided, and that more than what agrees. */
function marksOf(findings: readonly Finding[]): Mark[] {
  const rank = { differ: 0, undecided: 1, agree: 2 };
  const sorted = findings
    .map(({ place, agreement }) => ({ start: place.start, end: place.end, agreement }))
    .sort((a, b) => rank[a.agreement] - rank[b.agreement]);
  const taken: Mark[] = [];
  for (const one of sorted)
    if (one.end > one.start && !taken.some((other) => one.start < other.end && other.start < one.end)) taken.push(one);
  return taken.sort((a, b) => a.start - b.start);
}

export function markedText(report: CheckedReport, name: string): Marked {
  const marks = marksOf(report.findings);
  const bySentence = new Map<string, HTMLElement>();
  let next = 0;
  const rows = report.paragraphs.map((paragraph) => {
    const made = element("p", {});
    for (const sentence of paragraph.sentences) {
      const span = element("span", { class: "sentence", tabindex: "-1" });
      let at = sentence.start;
      while (next < marks.length && marks[next]!.start < sentence.end) {
        const { start, end, agreement } = marks[next]!;
        next += 1;
        if (start < at) continue;
        const last = Math.min(end, sentence.end);
        span.append(
          report.text.slice(at, start),
          element("mark", { class: `is-${agreement}` }, report.text.slice(start, last)),
        );
        at = last;
      }
      span.append(report.text.slice(at, sentence.end));
      bySentence.set(`${sentence.paragraph}.${sentence.number}`, span);
      made.append(span);
    }
    return made;
  });
  let led: HTMLElement | null = null;
  return {
    root: element("div", { class: "report-text", role: "region", "aria-label": name, tabindex: "0" }, ...rows),
    lead: ({ place }) => {
      const sentence = bySentence.get(`${place.paragraph}.${place.sentence}`);
      if (sentence === undefined) return;
      led?.classList.remove("is-led");
      sentence.classList.add("is-led");
      led = sentence;
      sentence.scrollIntoView({ block: "center" });
      sentence.focus({ preventScroll: true });
    },
  };
}
