// SPDX-License-Identifier: MIT
//
// Slips of the pen: what was meant, with one digit of another value, two digits that changed places, or the point one place
// off. Where no wording says for sure what a number is made of, only such a miss is held against it.

import { type Exact, over } from "./exact.ts";
import type { Figure } from "./figures.ts";

/** 7.35万 is 735. */
export const printedDigits = ({ value, step }: Figure): string => ((value.n * step.d) / (value.d * step.n)).toString();

export function isTurned(a: string, b: string): boolean {
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Not of what is right; `computed` is above zero. */
export function isSlip(printed: Figure, computed: Exact): boolean {
  const own = printedDigits(printed);
  const { n, d } = over(computed, printed.step);
  const meant = (n * 2n + d) / (d * 2n);
  if (meant <= 0n || own === meant.toString()) return false;
  const gap = BigInt(own) - meant;
  const oneDigit = /^-?[1-9]0*$/.test(gap.toString()) && gap < meant && -gap < meant;
  return oneDigit || isTurned(own, meant.toString()) || `${meant}0` === own || `${own}0` === meant.toString();
}
