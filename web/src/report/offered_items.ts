// SPDX-License-Identifier: MIT
//
// What a county attests with yes or no, where an item of its report says the rule's own words and concludes 达标: offered to
// be confirmed, never taken by itself. What concludes anything else is left to a person.

import type { Standard } from "../engine/junheng.d.ts";
import { groupsOf } from "./checks/all_met.ts";
import type { CheckedReport, Offered } from "./finding.ts";
import { saidIn } from "./subjects.ts";

/** An item of a report begins with the rule, often shortened. */
const kEnough = 0.7;

export function attestedItems(report: CheckedReport, standard: Standard): Offered[] {
  const items = groupsOf(report).flatMap((group) => group.items);
  return [...standard.parts.flatMap((part) => part.items), ...standard.supplements].flatMap((item) => {
    const attested = item.checks.filter((check) => check.basis === "attested");
    if (attested.length === 0) return [];
    const meant = items
      .map((one) => ({ one, score: saidIn(item.rule.zh, one.sentence.text) }))
      .filter(({ score }) => score >= kEnough)
      .sort((a, b) => b.score - a.score)[0]?.one;
    const conclusion = meant?.conclusion;
    if (conclusion === undefined || conclusion === null || conclusion.words !== "达标") return [];
    const { sentence } = conclusion;
    const start = sentence.start + sentence.text.indexOf(conclusion.words);
    return attested.map((check) => ({
      id: item.checks.length === 1 ? item.id : `${item.id}.${check.id}`,
      label: `${item.title.zh}：${check.title.zh}`,
      stage: "" as const,
      text: conclusion.words,
      value: "是",
      unit: "",
      figure: { sentence, start, text: conclusion.words },
    }));
  });
}
