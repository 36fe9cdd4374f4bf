// SPDX-License-Identifier: MIT
//
// A number as what two others near it are apart, or as both together.

import { type Exact, add, compare, times } from "../exact.ts";
import { type Figure, isMean } from "../figures.ts";
import type { Reading } from "../reading.ts";
import { type Relation, apart, isAboveZero, kNever, pairsOf } from "./relation.ts";
import { trimmed } from "../subjects.ts";
import { between, isStep } from "../checks/clause.ts";
import { type Scene, fitsStage } from "./scene.ts";

const kBehind = 3;
const kEarlier = 3;
const kApart =
  /(?:超|(?<![最职普])[高低多少大小](?!于|[级中校年段保收媒功样种所名儿先数量学])|差(?![异错])|缺|空(?![调气间])|欠|短|[余剩]|[增减](?![值负])|升(?![学入格国])|降|扩|缩|净|前移|后移|提前|保留|[仍还尚])[^，,；;。\d]{0,8}$/;
/** The new number, and no step to it. */
const kTo = /(?:到|至|达|为)了?$/;
/** It is what came of a change. */
const kCame = /[升降增减提压缩扩]\S{0,2}[到至]$/;
const kTogether = /(?:共|合计|总|累计|合起来|加起来|两[项者类级种年校县]|[和之与]和|全[县区市])[^，,；;。\d]{0,8}$/;

/** A limit that is missed by so much. */
const kOfLimit = /超|标准|要求|规定|限|目标/;
/** “剩余投资” */
const kLeft = /[剩余还尚缺差仍]/;
/** No two that are compared are farther from each other. */
const kFarther: Exact = { n: 10n, d: 1n };

export function stepsOf(reading: Reading, scene: Scene): Relation[] {
  const { target } = scene;
  const { kind, id } = target.unit;
  if (kind === "percent" || (kind === "time" && id !== "岁")) return [];
  const lead = leadOf(reading, scene);
  // “运动场提升 21 个” are so many that were made better
  const isApart = kApart.test(target.unit.counted ? lead.replace(/提升$/, "") : lead) && !kTo.test(lead);
  const isOf = (one: Figure): boolean =>
    kind === "points"
      ? one.unit.kind === "percent"
      : one.unit.id === id &&
        (isApart || !isMean(one)) &&
        (kind !== "none" || (target.decimals > 0 && one.decimals === target.decimals));
  if (isMean(target) && !isApart) return [];
  const near = [...scene.own, ...scene.behind.slice(0, kBehind), ...scene.earlier.slice(0, kEarlier)].filter(isOf);
  const limits = isApart && kOfLimit.test(lead) ? limitsOf(reading, scene).filter(isOf) : [];
  return [
    ...(isApart ? fromBefore(reading, scene).filter(isOf) : []).flatMap((before) =>
      differenceOf(before, reading.figures[target.index - 1]!, 2),
    ),
    ...pairsOf(near.filter((one) => fitsStage(reading, one, target))).flatMap(([a, b]) => [
      ...differenceOf(a, b, nearness(reading, scene, a, b, isApart)),
      ...(kind === "points" || isMean(target) ? [] : [together(reading, scene, a, b)]),
    ]),
    ...scene.own.filter(isOf).flatMap((one) => limits.flatMap((limit) => differenceOf(one, limit, 2))),
    ...(isApart && !scene.own.some(isOf)
      ? scene.rows.flatMap(({ cells }) => pairsOf([...cells.values()].filter(isOf)))
      : []
    ).flatMap(([a, b]) => differenceOf(a, b, 2)),
    ...(isApart && kLeft.test(lead) ? calledSo(reading, target, lead).flatMap(([a, b]) => differenceOf(a, b, 2)) : []),
  ];
}

/** “小学为 0.526，……；小学降到 0.447，下降 0.079”: what it was, of the same stage, stands in a sentence before. */
function fromBefore(reading: Reading, { target, own, earlier }: Scene): Figure[] {
  const now = own[0];
  if (now?.index !== target.index - 1) return [];
  const words = reading.subject(now).before;
  const { stage } = reading.subject(now);
  if (!kCame.test(words) || stage === "") return [];
  const before = [...own, ...earlier].filter(
    (one) => one !== now && reading.subject(one).stage === stage && one.unit.id === now.unit.id,
  );
  // “提高 0.3 万平方米” is no state
  const [last] = before.filter((one) => !kCame.test(reading.subject(one).before) && !isStep(reading, one));
  return last === undefined ? [] : [last];
}

function differenceOf(a: Figure, b: Figure, digits: number): Relation[] {
  const { more, less, gap } = apart(a, b);
  const formula = `${more.text} − ${less.text}`;
  const areNear = compare(more.value, times(less.value, kFarther)) < 0;
  return isAboveZero(gap) && (areNear || digits === kNever)
    ? [{ kind: "difference", value: gap, others: [more, less], formula, digits }]
    : [];
}

function together(reading: Reading, scene: Scene, a: Figure, b: Figure): Relation {
  const said = nearness(reading, scene, a, b, kTogether.test(scene.lead));
  const digits = said > 2 && isListed(reading, scene.target, a, b) ? 3 : said;
  return { kind: "sum", value: add(a.value, b.value), others: [a, b], formula: `${a.text} + ${b.text}`, digits };
}

/** How many digits it takes, by where the two stand. */
function nearness(reading: Reading, scene: Scene, a: Figure, b: Figure, isSaid: boolean): number {
  const { target, isBeside } = scene;
  const areBeside = isBeside(a) && isBeside(b);
  const isLast = Math.max(a.index, b.index) === target.index - 1 && Math.abs(a.index - b.index) === 1;
  const [one, other] = [reading.listOf(a), reading.listOf(b)];
  // “82.6% 和 79.4%，比 77.9% 和 75.1% 各提高”: what stands at one place of both lists
  const areMates =
    one !== undefined &&
    other !== undefined &&
    one !== other &&
    one.figures.length === other.figures.length &&
    one.figures.indexOf(a) === other.figures.indexOf(b);
  if (areMates && areBeside && (isSaid || target.unit.kind === "points")) return 2;
  if (target.unit.kind === "points")
    return isLast || isBehind(target, a, b) || (areBeside && isBracket(reading, target, a, b)) ? 2 : kNever;
  if (areBeside && isPair(target, a, b)) return isSaid ? 2 : target.unit.kind === "none" ? kNever : 3;
  const isNearest = scene.own.filter(({ unit }) => unit.id === target.unit.id).slice(0, 2);
  if (isSaid && isNearest.includes(a) && isNearest.includes(b)) return 2;
  return areBeside && isSaid ? 3 : kNever;
}

/** “分别比上年多 386 人和 212 人”: what stands before a list is of all of it. */
function leadOf(reading: Reading, { target, lead }: Scene): string {
  const before = reading.figures[target.index - 1];
  // “超出 2000 人上限 460 人”: how far stands before the limit
  const first = reading.listOf(target)?.figures[0] ?? (before?.bound === null ? target : (before ?? target));
  if (first === target || first.sentence !== target.sentence) return lead;
  const words = between(reading, first);
  return first === before ? words + lead : words;
}

/** Of its sentence and of the rules. */
const limitsOf = (reading: Reading, { target }: Scene): Figure[] => [
  ...reading.of(target.sentence).filter((one) => one.bound !== null && one !== target),
  ...reading.rules.limits.map(({ figure }) => figure),
];

/** “剩余投资 2.4 亿元” of “计划总投资 9.6 亿元，累计完成投资 7.2 亿元” elsewhere. */
function calledSo(reading: Reading, target: Figure, lead: string): [Figure, Figure][] {
  const thing = trimmed(lead).slice(-2);
  if (thing.length < 2) return [];
  return reading.figures.flatMap((plan): [Figure, Figure][] => {
    const done = reading.figures[plan.index + 1];
    const isPairOf =
      done !== undefined &&
      [plan, done].every(
        ({ unit, bound, sentence }) => unit.id === target.unit.id && bound === null && sentence !== target.sentence,
      ) &&
      done.sentence === plan.sentence &&
      reading.subject(plan).before.includes(thing);
    return isPairOf ? [[plan, done]] : [];
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

const isBehind = ({ index }: Figure, a: Figure, b: Figure): boolean =>
  Math.min(a.index, b.index) === index + 1 && Math.abs(a.index - b.index) === 1;

/** Both stand before it, or both behind it. */
const isPair = (target: Figure, a: Figure, b: Figure): boolean =>
  Math.max(a.index, b.index) === target.index - 1 || isBehind(target, a, b);
