// SPDX-License-Identifier: MIT
//
// “小学……4.6 人、1.1 人……；初中上述指标依次为 5.5 人、1.4 人……”: numbers of one stage in the order in which the other's were named.

import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";
import type { NumberLimit } from "../rules.ts";
import { stageIn } from "../subjects.ts";
import { clauseBefore } from "./clause.ts";

const kInOrder = /(?:依次|分别|相应|对应)(?:地|的)?(?:[为是]|达到?)?$/;
const kNext = /^(?:[、，,和]|以及)$/;

const kItems = "项";
const kOfStage =
  /^(?:而)?(?:小学|初中)(?:阶段|学段)?(?:上述|各项|这些)?(?:指标)?(?:依次|分别|相应|对应)(?:地|的)?(?:[为是]|达到?)?$/;

/** Of which indicator it is, only the list of the other stage says. */
export function isInOrder(reading: Reading, figure: Figure): boolean {
  for (let first = figure; ;) {
    if (kOfStage.test(clauseBefore(reading, first).replace(/^.*[、，,]/, ""))) return true;
    const before = reading.figures[first.index - 1];
    if (before?.sentence !== first.sentence || !kNext.test(reading.text.slice(before.end, first.start))) return false;
    first = before;
  }
}

export function inOrder(reading: Reading, known: ReadonlyMap<Figure, NumberLimit>): [Figure, NumberLimit][] {
  return reading.figures.flatMap((first) => {
    const lead = clauseBefore(reading, first);
    const stage = kInOrder.test(lead) ? stageIn(lead) : "";
    if (stage === "" || known.has(first)) return [];
    const list = [first];
    for (const one of reading.figures.slice(first.index + 1)) {
      if (!kNext.test(reading.text.slice(list.at(-1)!.end, one.start))) break;
      list.push(one);
    }
    const named: (readonly [Figure, NumberLimit])[] = [];
    for (const one of reading.before(first)) {
      if (one.unit.id === kItems) continue; // 上述七项指标
      const limit = known.get(one);
      if (limit === undefined || limit.stage === stage) break;
      named.unshift([one, limit]);
    }
    if (list.length < 2 || named.length !== list.length) return [];
    return list.flatMap((figure, at): [Figure, NumberLimit][] => {
      const [other, { id, title }] = named[at]!;
      const own = [...reading.rules.thresholds, ...reading.rules.coefficients].find(
        (one) => one.id === id && one.title === title && one.stage === stage,
      );
      return own === undefined || figure.unit.id !== other.unit.id ? [] : [[figure, own]];
    });
  });
}
