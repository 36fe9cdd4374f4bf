// SPDX-License-Identifier: MIT
//
// What is left where a share is done: “问题 156 个，办结率 92.3%，尚有 12 个正在推进”.

import { type Exact, around, meet, textOf, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { between } from "./clause.ts";
import { isPlain } from "../relations/scene.ts";
import { gives, kHundred } from "./share.ts";

const kLeft = /^[，,；;]?(?:目前)?(?:尚|还|仍)?(?:有|剩|剩余|余|余下|其余)(?:的)?$/;
const kShare = /[率占][^，,；;。\d]{0,4}$/;
const kHalf: Exact = { n: 1n, d: 2n };

export function checkRests(reading: Reading): Finding[] {
  return reading.figures.flatMap((left) => {
    const rate = reading.figures[left.index - 1];
    if (rate?.unit.kind !== "percent" || rate.sentence !== left.sentence || !left.unit.counted) return [];
    if (!kLeft.test(between(reading, left)) || !kShare.test(between(reading, rate))) return [];
    const before = reading.before(rate).filter((one) => one.unit.id === left.unit.id && isPlain(one));
    const own = before.filter((one) => one.sentence === left.sentence);
    const right = before.find((one) => isRest(left, one, rate));
    if (right !== undefined) return [told(left, right, rate, true)];
    // “24 个中完成 19 个，占 79.2%，尚有 5 个”: the share is of another number
    const [whole, more] = own;
    const isDone = before.some((one) => whole !== undefined && one !== whole && gives(whole, one, rate));
    return whole === undefined || more !== undefined || isDone || !isPlain(rate) || !isPlain(left)
      ? []
      : [told(left, whole, rate, false)];
  });
}

/** So many of the whole are left, to one. */
function isRest(left: Figure, whole: Figure, rate: Figure): boolean {
  const range = { from: restOf(whole, rate.range.to), to: restOf(whole, rate.range.from) };
  return meet(range, around(left.value, kHalf));
}

const restOf = ({ value }: Figure, share: Exact): Exact =>
  times(value, { n: kHundred.n * share.d - share.n, d: share.d * kHundred.n });

function told(left: Figure, whole: Figure, rate: Figure, right: boolean): Finding {
  const value = restOf(whole, rate.value);
  const computed = textOf(value, left.decimals);
  return found("ratio", right ? "agree" : "differ", right ? "rest_agrees" : "rest_differs", left, {
    arithmetic: `${whole.text} × (1 − ${rate.text}) = ${textOf(value, left.decimals + 1)}`,
    others: [whole, rate],
    args: { printed: left.text, computed },
  });
}
