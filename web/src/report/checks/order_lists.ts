// SPDX-License-Identifier: MIT
//
// Two lists by years, one of which is said to be above the other in each: “教师……分别为 9.12 万元、9.48 万元，公务员分别为 9.05 万元、
// 9.40 万元，教师工资连续两年均不低于公务员”.

import { compare } from "../exact.ts";
import type { Finding } from "../finding.ts";
import { type Reading, type Series, found } from "../reading.ts";
import { saidIn, trimmed } from "../subjects.ts";

const kClaim = /([^，,；;。]*?)(?:均|都|始终|一直)?(不低于|不少于|高于|超过|不高于|低于|少于)([^，,；;。\d]{2,16})/g;
const kBelow = /^(?:不高于|低于|少于)$/;

export function comparedLists(reading: Reading): Finding[] {
  return reading.series.flatMap((second, at) => {
    const first = reading.series[at - 1];
    if (first === undefined || first.sentence !== second.sentence || first.figures.length !== second.figures.length)
      return [];
    // how much the one grew more than the other is said by lists of growth (order.ts)
    const { kind, id } = first.figures[0]!.unit;
    if (kind === "percent" || kind === "none" || id !== second.figures[0]!.unit.id) return [];
    const behind = reading.text.slice(second.figures.at(-1)!.end, second.sentence.end);
    return [...behind.matchAll(kClaim)].flatMap(([claim, , word = "", other = ""]) => {
      const [one, two] = [first, second].map((list) => isCalled(list, other)) as [boolean, boolean];
      if (one === two) return [];
      const [named, subject] = one ? [first, second] : [second, first];
      const [more, less] = kBelow.test(word) ? [named, subject] : [subject, named];
      const isStrict = !word.startsWith("不");
      return more.figures.map((figure, index) => {
        const limit = less.figures[index]!;
        const order = compare(figure.value, limit.value);
        const right = isStrict ? order > 0 : order >= 0;
        return found("order", right ? "agree" : "differ", right ? "above_agrees" : "above_differs", figure, {
          arithmetic: `${figure.text} ${order < 0 ? "<" : order > 0 ? ">" : "="} ${limit.text}`,
          others: [limit],
          args: { a: nameOf(more), b: nameOf(less), word: claim.includes("不") ? "不低于" : "高于" },
        });
      });
    });
  });
}

const nameOf = ({ before }: Series): string => trimmed(before);
const isCalled = (list: Series, words: string): boolean => saidIn(nameOf(list).slice(0, 3), words) >= 1;
