// SPDX-License-Identifier: MIT
//
// The door of this room: the text of a report in, what agrees in it, what does not and what cannot be decided out. Nothing
// is sent anywhere, and nothing is said of anybody: a number that does not fit is asked to be looked at.

import type { Standards } from "../engine/junheng.d.ts";
import { checkAllMet } from "./checks/all_met.ts";
import { checkClaims } from "./checks/claim.ts";
import { checkGaps } from "./checks/gap.ts";
import { checkGrowth } from "./checks/growth.ts";
import { checkLimits } from "./checks/limit.ts";
import { checkListRatios } from "./checks/list_ratio.ts";
import { checkLost } from "./checks/lost.ts";
import { checkMeans } from "./checks/mean.ts";
import { checkOrder } from "./checks/order.ts";
import { checkRatioSums } from "./checks/ratio_sum.ts";
import { checkRatios } from "./checks/ratio.ts";
import { checkShares } from "./checks/share_total.ts";
import { checkSums } from "./checks/sum.ts";
import { checkListSums } from "./checks/sum_list.ts";
import { checkLeft } from "./checks/sum_left.ts";
import { checkTableColumns } from "./checks/table_columns.ts";
import { checkTableText } from "./checks/table_text.ts";
import { checkTransitions } from "./checks/transition.ts";
import { checkTotals } from "./checks/two_totals.ts";
import { checkTwo } from "./checks/two.ts";
import { checkUnits } from "./checks/unit.ts";
import { checkWhole } from "./checks/whole.ts";
import type { CheckedReport, Finding } from "./finding.ts";
import { type Reading, read } from "./reading.ts";
import { checkRelations } from "./relations/check_relations.ts";
import { rulesFor } from "./rules.ts";

const kChecks: readonly ((reading: Reading) => Finding[])[] = [
  checkRatios,
  checkListRatios,
  checkGrowth,
  checkSums,
  checkAllMet,
  checkLimits,
  checkWhole,
  checkTableColumns,
  checkUnits,
  checkLost,
  checkTwo,
  checkOrder,
  checkMeans,
  checkClaims,
];

/** They look at what was said already, and read what is left. */
const kLast: readonly ((reading: Reading, said: readonly Finding[]) => Finding[])[] = [
  checkTableText,
  checkTransitions,
  checkRatioSums,
  checkShares,
  checkLeft,
  checkListSums,
  checkGaps,
  checkTotals,
  checkRelations,
];

/** What a number is of was asked, and found by what came later. */
const isAnswered = ({ code, place }: Finding, said: readonly Finding[]): boolean =>
  code === "ratio_no_base" &&
  said.some((one) => one.place.start === place.start && one.check === "ratio" && one.code !== code);

/** `standards`: as `Junheng.standards()` hands them out. Never throws for what stands in the text. */
export function checkReport(text: string, standards: Standards): CheckedReport {
  const reading = read(text, (whole) => rulesFor(whole, standards));
  const said = kChecks.flatMap((check) => check(reading));
  for (const check of kLast) said.push(...check(reading, said));
  const findings = said
    .filter((one) => !isAnswered(one, said))
    .sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
  return {
    text: reading.text,
    paragraphs: reading.paragraphs,
    sentences: reading.sentences,
    figures: reading.figures,
    findings,
  };
}
