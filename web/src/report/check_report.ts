// SPDX-License-Identifier: MIT
//
// The door of this room: the text of a report in, what agrees in it, what does not and what cannot be decided out. Nothing
// is sent anywhere, and nothing is said of anybody: a number that does not fit is asked to be looked at.

import type { Standards } from "../engine/junheng.d.ts";
import { checkAllMet } from "./checks/all_met.ts";
import { checkClaims } from "./checks/claim.ts";
import { checkComposites } from "./checks/composite.ts";
import { checkExtremes } from "./checks/extreme.ts";
import { checkGaps } from "./checks/gap.ts";
import { checkGrowth } from "./checks/growth.ts";
import { checkLimits } from "./checks/limit.ts";
import { checkListRatios } from "./checks/list_ratio.ts";
import { checkListsApart } from "./checks/lists_apart.ts";
import { checkLost } from "./checks/lost.ts";
import { checkMeans } from "./checks/mean.ts";
import { checkNets } from "./checks/net.ts";
import { checkOrder } from "./checks/order.ts";
import { checkRatios } from "./checks/ratio.ts";
import { checkRests } from "./checks/rest.ts";
import { checkSpans } from "./checks/span.ts";
import { checkSums } from "./checks/sum.ts";
import { checkListSums } from "./checks/sum_list.ts";
import { checkLeft } from "./checks/sum_left.ts";
import { checkTableColumns } from "./checks/table_columns.ts";
import { checkTableGrowth } from "./checks/table_growth.ts";
import { checkTableText } from "./checks/table_text.ts";
import { checkTwo } from "./checks/two.ts";
import { checkUnits } from "./checks/unit.ts";
import { checkWhole } from "./checks/whole.ts";
import type { Agreement, CheckedReport, Finding } from "./finding.ts";
import { type Reading, read } from "./reading.ts";
import { checkRelations, kDoubted } from "./relations/check_relations.ts";
import { rulesFor } from "./rules.ts";

const kChecks: readonly ((reading: Reading) => Finding[])[] = [
  checkRatios,
  checkListRatios,
  checkGrowth,
  checkListsApart,
  checkSums,
  checkAllMet,
  checkLimits,
  checkWhole,
  checkTableColumns,
  checkTableGrowth,
  checkUnits,
  checkLost,
  checkTwo,
  checkOrder,
  checkMeans,
  checkComposites,
  checkClaims,
  checkExtremes,
  checkNets,
  checkRests,
  checkSpans,
];

/** They look at what was said already, and read what is left. */
const kLast: readonly ((reading: Reading, said: readonly Finding[]) => Finding[])[] = [
  checkTableText,
  checkLeft,
  checkListSums,
  checkGaps,
  checkRelations,
];

/** What a number is of was asked, or taken for something else, and found by what came later. */
const isAnswered = (finding: Finding, said: readonly Finding[]): boolean => {
  const { code, place } = finding;
  const later = said.slice(said.indexOf(finding) + 1).filter((one) => one.place.start === place.start);
  return code === "ratio_no_base"
    ? later.some((one) => one.check === "ratio")
    : kDoubted.test(code) && later.some(({ agreement, code: right }) => agreement === "agree" && kMade.test(right));
};
const kMade = /^(?:ratio|growth|difference|quotient|product|sum)_agrees$/;

/** Two checks may find one thing. Of two that hold a number against the same others the milder one stays. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const one of findings) {
    const others = one.others.map(({ start }) => start).sort((a, b) => a - b);
    const key = [one.place.start, one.check, ...(others.length > 0 ? others : [one.code, one.arithmetic])].join(" ");
    const known = kept.get(key);
    if (known === undefined || kHardness[one.agreement] < kHardness[known.agreement]) kept.set(key, one);
  }
  return [...kept.values()];
}
const kHardness: Readonly<Record<Agreement, number>> = { agree: 0, undecided: 1, differ: 2 };

/** `standards`: as `Junheng.standards()` hands them out. Never throws for what stands in the text. */
export function checkReport(text: string, standards: Standards): CheckedReport {
  const reading = read(text, (whole) => rulesFor(whole, standards));
  const said = kChecks.flatMap((check) => check(reading));
  for (const check of kLast) said.push(...check(reading, said));
  const findings = onceEach(said.filter((one) => !isAnswered(one, said))).sort(
    (a, b) => a.place.start - b.place.start || a.place.end - b.place.end,
  );
  return {
    text: reading.text,
    paragraphs: reading.paragraphs,
    sentences: reading.sentences,
    figures: reading.figures,
    findings,
  };
}
