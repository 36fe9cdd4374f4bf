// SPDX-License-Identifier: MIT
//
// A number as what two others near it are apart, or as both together.

import { add } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";
import { type Relation, apart, isAboveZero, kNever, pairsOf } from "./relation.ts";
import { type Scene, isMean } from "./scene.ts";

const kBehind = 3;
const kEarlier = 3;
const kApart =
  /(?:超|(?<!最)[高低多少大小](?!于|[级中校年段保收媒功样种所名儿先数量学])|差(?![异错])|缺|空(?![调气间])|欠|短|[余剩]|[增减](?![值负])|升(?![学入格国])|降|扩|缩|净|前移|后移|提前|保留|[仍还尚])[^，,；;。\d]{0,8}$/;
/** The new number, and no step to it. */
const kTo = /(?:到|至|达|为)了?$/;
const kTogether = /(?:共|合计|总|累计|合起来|加起来|两[项者类级种年校县]|[和之与]和|全[县区市])[^，,；;。\d]{0,8}$/;

export function stepsOf(reading: Reading, scene: Scene): Relation[] {
  const { target, lead } = scene;
  const points = target.unit.kind === "points";
  if (target.unit.kind === "percent" || target.unit.kind === "time" || isMean(target)) return [];
  const isOf = (one: Figure): boolean =>
    points
      ? one.unit.kind === "percent"
      : one.unit.id === target.unit.id &&
        !isMean(one) &&
        (target.unit.kind !== "none" || (target.decimals > 0 && one.decimals === target.decimals));
  const near = [...scene.own, ...scene.behind.slice(0, kBehind), ...scene.earlier.slice(0, kEarlier)].filter(isOf);
  // coefficients stand beside each other everywhere
  const unsaid = target.unit.kind === "none" ? kNever : 3;
  return pairsOf(near).flatMap(([a, b]) => {
    const { more, less, gap } = apart(a, b);
    const isBeside = scene.isBeside(a) && scene.isBeside(b);
    const isLast = Math.max(a.index, b.index) === target.index - 1 && Math.abs(a.index - b.index) === 1;
    const isNext = (isPair(target, a, b) || (points && isBracket(reading, target, a, b))) && (isBeside || isLast);
    const few = (isSaid: boolean): number => (isNext ? (isSaid ? 2 : unsaid) : kNever);
    const made: Relation[] = [];
    if (isAboveZero(gap))
      made.push({
        kind: "difference",
        value: gap,
        others: [more, less],
        formula: `${more.text} − ${less.text}`,
        digits: few(points || (kApart.test(lead) && !kTo.test(lead))),
      });
    if (!points)
      made.push({
        kind: "sum",
        value: add(a.value, b.value),
        others: [a, b],
        formula: `${a.text} + ${b.text}`,
        digits: kTogether.test(lead) ? few(true) : isListed(reading, target, a, b) ? 3 : few(false),
      });
    return made;
  });
}

/** “180 名，其中教师 126 名，管理人员 64 名” */
const isListed = (reading: Reading, { index, end }: Figure, a: Figure, b: Figure): boolean =>
  a.index === index + 1 &&
  b.index === index + 2 &&
  /^[^，,；;。：:（(]{0,6}[，,：:（(][^，,；;。]{0,10}$/.test(reading.text.slice(end, a.start)) &&
  /^[^，,、；;。]{0,4}[，,、和及][^，,、；;。]{1,10}$/.test(reading.text.slice(a.end, b.start));

/** “高出全省 3.4 个百分点（全省 37.8%）” */
const isBracket = (reading: Reading, { index, end }: Figure, a: Figure, b: Figure): boolean =>
  [a, b].some((one) => one.index === index - 1 || one.index === index - 2) &&
  [a, b].some((one) => one.index === index + 1 && /^[（(]/.test(reading.text.slice(end, one.start)));

/** Both stand before it, or both behind it. */
const isPair = ({ index }: Figure, a: Figure, b: Figure): boolean =>
  Math.max(a.index, b.index) === index - 1 ||
  (Math.min(a.index, b.index) === index + 1 && Math.abs(a.index - b.index) === 1);
