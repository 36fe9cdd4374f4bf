// SPDX-License-Identifier: MIT
//
// The largest one against what all are said to keep within, and the least against what all are said to reach: “小学、初中规模
// 均不超过 2000 人，九年一贯制学校均不超过 2500 人，规模最大的小学在校生 2136 人”.

import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import type { Reading } from "../reading.ts";
import { toldClaim } from "./claim.ts";
import { between, clauseBefore } from "./clause.ts";

const kAll = /均|都|全部|所有|各/;
/** In the words between it and the number before it. */
const kExtreme = /最([大高多长]|[小低少短])(?!限|生活|工资)/;
const kMost = /[大高多长]/;
const kKinds = ["九年一贯制", "十二年一贯制", "完全中学", "小学", "初中", "教学点", "特殊教育", "普通高中"];

export function checkExtremes(reading: Reading): Finding[] {
  return reading.figures.flatMap((one) => {
    const before = reading.figures[one.index - 1];
    // “最大的一个班 47 人”
    const isOne = before?.sentence === one.sentence && /^一/.test(before.text);
    const words = (isOne ? between(reading, before) : "") + between(reading, one);
    const side = kExtreme.exec(words)?.[1];
    if (side === undefined || one.bound !== null || one.vague || one.unit.kind === "time") return [];
    const isMost = kMost.test(side);
    const bounds = boundsBefore(reading, one, isMost ? "most" : "least");
    const kind = kKinds.find((name) => words.includes(name));
    // of several bounds that which speaks of the same kind of school
    const limits = bounds.filter((bound) => kind === undefined || clauseBefore(reading, bound).includes(kind));
    const limit = limits.length === 1 ? limits[0] : bounds.length === 1 && kind === undefined ? bounds[0] : undefined;
    return limit === undefined ? [] : [toldClaim(one, limit, isMost ? "不超过" : "不低于", isMost)];
  });
}

/** What all are said to keep, nearest first, in the paragraph. */
const boundsBefore = (reading: Reading, one: Figure, bound: Figure["bound"]): Figure[] =>
  reading
    .before(one)
    .filter(
      (other) =>
        other.bound === bound && other.unit.id === one.unit.id && kAll.test(clauseBefore(reading, other).slice(-12)),
    );
