// SPDX-License-Identifier: MIT
//
// What is left of one number without several others, by how much some are above a limit together, and places that moved:
// “目前保留 7 所”, “三校共超 775 人”, “前移 21 位”. It speaks only of numbers of which nothing was said; how far two are apart is
// a relation like others (../relations/steps.ts).

import { compare, exactOf, kZero, plainText, subtract, sumOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isSlip } from "../slip.ts";
import { between } from "./clause.ts";

const kLeft = /(?:剩余?|余下?|其余|保留|[仍还尚][有余剩未需]|结[余转]|未|待)[^，,；;。\d]{0,8}$/;
/** The new number, and no step to it. */
const kTo = /(?:到|至|达|[增减升降提][^，,；;。\d]{0,3}为)了?$/;
export function checkGaps(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = new Set(said.map(({ place }) => place.start));
  const gaps = reading.figures.flatMap((gap) => {
    if (known.has(gap.start) || gap.bound !== null || gap.vague || isNoGap(gap.unit)) return [];
    if (gap.unit.kind === "none" && gap.decimals === 0) return [];
    const lead = between(reading, gap);
    if (kTo.test(lead)) return [];
    const over = /超[^，,；;。\d]{0,6}$/.test(lead) ? overLimit(reading, gap) : null;
    const one = over ?? (kLeft.test(lead) ? remainder(reading, gap) : null);
    return one === null ? [] : [one];
  });
  return [...gaps, ...reading.sentences.flatMap(ranks)];
}

/** Years of age are as far apart as anything else. */
const isNoGap = ({ id, kind }: Figure["unit"]): boolean => kind === "percent" || (kind === "time" && id !== "岁");

const sameMeasure = (gap: Figure, one: Figure): boolean =>
  !one.vague &&
  (gap.unit.kind === "points" ? one.unit.kind === "percent" : one.unit.id === gap.unit.id) &&
  (gap.unit.kind !== "none" || one.decimals === gap.decimals);

/** “34 所，通过撤并 16 所、改办 5 所、合并 6 所，目前保留 7 所”: the first without all that follow. */
function remainder(reading: Reading, gap: Figure): Finding | null {
  const parts = reading
    .of(gap.sentence)
    .filter((one) => one.start < gap.start && sameMeasure(gap, one) && one.bound === null);
  for (const [at, total] of parts.entries()) {
    const gone = parts.slice(at + 1);
    const value = subtract(total.value, sumOf(gone.map((one) => one.value)));
    if (gone.length < 2 || compare(value, kZero) <= 0) continue;
    const right = compare(value, gap.value) === 0;
    if (!right && !isSlip(gap, value)) continue;
    const shift = { n: 10n ** BigInt(gap.shift), d: 1n };
    const computed = plainText({ n: value.n, d: value.d * shift.n });
    return found("growth", right ? "agree" : "differ", right ? "difference_agrees" : "difference_differs", gap, {
      arithmetic: `${[total, ...gone].map((one) => one.text).join(" − ")} = ${computed}`,
      others: [total, ...gone],
      args: { printed: gap.text, computed },
    });
  }
  return null;
}

/** “3 所超过 2000 人，分别为 2120 人、2245 人、2410 人，共超 775 人”: of all of them. */
function overLimit(reading: Reading, gap: Figure): Finding | null {
  const own = reading.of(gap.sentence).filter((one) => one.start < gap.start && sameMeasure(gap, one));
  const limit = own.find((one) => one.bound === "above");
  const some = own.filter((one) => limit !== undefined && one.bound === null && compare(one.value, limit.value) > 0);
  if (limit === undefined || some.length < 2) return null;
  const value = sumOf(some.map((one) => subtract(one.value, limit.value)));
  const right = compare(value, gap.value) === 0;
  if (!right && !isSlip(gap, value)) return null;
  const computed = plainText(value);
  return found("growth", right ? "agree" : "differ", right ? "difference_agrees" : "difference_differs", gap, {
    arithmetic: `${some.map((one) => one.text).join(" + ")} − ${some.length} × ${limit.text} = ${computed}`,
    others: [limit, ...some],
    args: { printed: gap.text, computed },
  });
}

const kRank =
  /第(\d+)[位名](?:[^，,；;。\d]|(?:19|20)\d{2}年)*(?:到|至|为)(?:全[省市国])?第(\d+)[位名][^\d。；;]{0,12}?[升移进退降滑][^\d，,。；;]{0,3}(\d+)(?:个?[位名]次?)/g;

/** “由第 38 位升至第 17 位，前移 21 位” */
function ranks(sentence: Reading["sentences"][number]): Finding[] {
  return [...sentence.text.matchAll(kRank)].map((match) => {
    const [all, from = "", to = "", printed = ""] = match;
    const [more, less] = Number(from) > Number(to) ? [from, to] : [to, from];
    const value = plainText(subtract(exactOf(more), exactOf(less)));
    const right = value === printed;
    const end = match.index + all.length;
    const at = { sentence, from: end - (all.length - all.lastIndexOf(printed)), to: end };
    return found("growth", right ? "agree" : "differ", right ? "difference_agrees" : "difference_differs", at, {
      arithmetic: `${more} − ${less} = ${value}`,
      args: { printed, computed: value },
    });
  });
}
