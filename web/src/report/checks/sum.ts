// SPDX-License-Identifier: MIT
//
// Sums with their parts: a total with “其中”, parts with “合计”, wholes whose parts have names of their own, rows of tables,
// and what is said once with a thing and once without it.

import type { Finding } from "../finding.ts";
import type { Reading } from "../reading.ts";
import { fromBefore, partsBefore } from "./sum_before.ts";
import { partsBehind } from "./sum_behind.ts";
import { isAddend } from "./sum_told.ts";
import { perOf } from "./unit_per.ts";
import { partitions, twice, wholes } from "./sum_wholes.ts";
import { withAndWithout } from "./sum_without.ts";
import { checkTables } from "./table_sum.ts";

export function checkSums(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const sentence of reading.sentences) {
    if (reading.paragraphs[sentence.paragraph - 1]?.cells) continue;
    // those who came and went in three years are no sums of each other
    if (/转入.*转出|转出.*转入/.test(sentence.text) && /毕业/.test(sentence.text)) continue;
    const figures = reading
      .of(sentence)
      .filter((one) => (isAddend(one) && perOf(reading.subject(one).before) === null) || one.unit.kind === "percent");
    findings.push(...fromBefore(reading, sentence, figures), ...partitions(reading, sentence));
    figures.forEach((total, at) => {
      if (total.unit.kind === "percent") return;
      const one =
        partsBehind(reading, total, figures.slice(at + 1)) ?? partsBefore(reading, total, figures.slice(0, at));
      if (one !== null) findings.push(one);
    });
  }
  findings.push(...twice(reading));
  return [...findings, ...wholes(reading), ...withAndWithout(reading), ...checkTables(reading)];
}
