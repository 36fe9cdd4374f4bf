// SPDX-License-Identifier: MIT
//
// What moved from one number to another: “由 61 所增加到 78 所”.

import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";

const kMoves =
  /^(?:[^，,；;。\d]|(?:19|20)\d{2}年)*[增升提降减扩调上下变达→][^，,；;。\d]{0,8}(?:到|至|为|→)了?$|^(?:到|至|→)$/;

/** 增加到, 提高至: the new number, not the growth. */
export const kFromTo = /(?:增|升|提|降|减|扩|上|下|到|至|达)(?!幅|速|长率)\S{0,4}(?:到|至|为|达)$|(?:到|至|达到?)$/;

/** The number that it comes to, where this one is what it was. */
export function movedTo(reading: Reading, from: Figure): Figure | null {
  const to = reading.figures[from.index + 1];
  if (to?.sentence !== from.sentence || to.unit.id !== from.unit.id || from.bound !== null || to.bound !== null)
    return null;
  return kMoves.test(reading.text.slice(from.end, to.start).replace(/(?:19|20)\d{2}年?(?:的|末|底)?/g, "")) ? to : null;
}
