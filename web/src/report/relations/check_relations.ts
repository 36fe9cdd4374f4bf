// SPDX-License-Identifier: MIT
//
// Numbers of which nothing was said yet, against all relations that they may stand in. One that holds says that the number
// is right; where none holds, a number that misses one by a slip of the pen is asked to be looked at, if it has so many
// digits that this is no chance.

import { compare, meet, near, over, plainText, subtract, textOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { CheckId, Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isSlip, printedDigits } from "../slip.ts";
import { kNearTotal } from "../checks/sum_told.ts";
import { type Row, rowsOf } from "../checks/table_text.ts";
import { growthsOf } from "./growths.ts";
import { listsAgainstTotals } from "./lists.ts";
import { productsOf } from "./products.ts";
import { quotientsOf } from "./quotients.ts";
import { type Relation, type RelationKind, isAboveZero, kChecks } from "./relation.ts";
import { isPlain, sceneOf, totalsOf } from "./scene.ts";
import { sharesOf } from "./shares.ts";
import { stepsOf } from "./steps.ts";
import { sumsOf } from "./sums.ts";

/** More in one sentence is a table that lost its rows, and more in all is no report: what tries pairs must end. */
const kMostOfSentence = 60;
const kMostTargets = 1_500;
const kMostTotals = 24;
const kMostRows = 200;
/** So few are right of something by chance. */
const kFewDigits = 2;
/** What they say of a number is not what it is made of. */
const kOther: readonly CheckId[] = ["limit", "order", "two"];
export const kDoubted = /^(?:ratio|growth|difference|quotient|product)_differs$/;
/** Those who came and went in three years are no sums of each other. */
const kFlow = /转[入出]/;

export function checkRelations(reading: Reading, said: readonly Finding[]): Finding[] {
  const decided = said.filter(({ check, agreement }) => agreement !== "undecided" && !kOther.includes(check));
  const totals = totalsOf(reading).slice(0, kMostTotals);
  const rows = rowsOf(reading).slice(0, kMostRows);
  const targets = reading.figures.filter(
    (one) =>
      isPlain(one) &&
      !reading.paragraphs[one.sentence.paragraph - 1]?.cells &&
      reading.of(one.sentence).length <= kMostOfSentence,
  );
  // what was said to differ may be right of other numbers than those that its words seemed to mean
  const isDoubted = ({ agreement, code }: Finding): boolean => agreement === "differ" && kDoubted.test(code);
  const doubted = new Set(decided.filter(isDoubted).map(({ place }) => place.start));
  const cleared = targets
    .filter((one) => doubted.has(one.start) && (digitsOf(one) > kFewDigits || one.unit.kind === "points"))
    .flatMap((one) => judged(one, relationsOf(reading, one, totals, rows), []))
    .filter(({ agreement }) => agreement === "agree");
  const standing = decided.filter(
    (one) => !isDoubted(one) || !cleared.some(({ place }) => place.start === one.place.start),
  );
  const placesOf = ({ place, others }: Finding): number[] => [place, ...others].map(({ start }) => start);
  const known = new Set([...standing, ...cleared].flatMap(placesOf));
  const differs = standing.filter(({ agreement }) => agreement === "differ").map(placesOf);
  return [
    ...cleared,
    ...targets
      .filter(({ start }) => !known.has(start))
      .slice(0, kMostTargets)
      .flatMap((one) => judged(one, relationsOf(reading, one, totals, rows), differs)),
    ...listsAgainstTotals(reading, totals, known),
  ];
}

function relationsOf(reading: Reading, target: Figure, totals: readonly Figure[], rows: readonly Row[]): Relation[] {
  const scene = sceneOf(reading, target, rows);
  return [
    ...sharesOf(reading, scene, totals),
    ...growthsOf(reading, scene),
    ...(kFlow.test(target.sentence.text) ? [] : [...stepsOf(reading, scene), ...sumsOf(reading, scene)]),
    ...productsOf(reading, scene),
    ...quotientsOf(reading, scene, totals, rows),
  ].filter(({ value }) => isAboveZero(value));
}

const kSure: readonly RelationKind[] = ["quotient", "difference", "growth"];
const kNearOnly = 1.5;
const kPowers = [1, 2, 4].flatMap((power) => {
  const ten = 10n ** BigInt(power);
  return [
    { n: ten, d: 1n },
    { n: 1n, d: ten },
  ];
});

/** Noughts at the end of a whole number say little: 1800 may be no count. */
const digitsOf = (figure: Figure): number => {
  const printed = printedDigits(figure);
  return figure.decimals > 0 ? printed.length : printed.replace(/0+$/, "0").length;
};

/** `differs`: the places of what was said to differ already, which is not said twice. */
function judged(target: Figure, relations: readonly Relation[], differs: readonly (readonly number[])[]): Finding[] {
  const digits = digitsOf(target);
  const right = relations.filter(({ value }) => meet({ from: value, to: value }, target.range));
  const sure = right.find((one) => one.digits <= digits);
  if (sure !== undefined) return [told(target, sure, true)];
  const wrong = relations
    .filter(
      (one) =>
        (one.digits <= digits && isSlip(target, one.value) && isNearEnough(target, one, digits)) ||
        (one.digits <= digits + 1 && isPower(target, one)) ||
        isOnly(target, one, relations),
    )
    .sort((a, b) => a.digits - b.digits);
  const [first] = wrong;
  if (first === undefined || right.some((one) => one.digits <= first.digits + 1)) return [];
  const isSaid =
    first.kind === "sum" && differs.some((places) => first.others.every(({ start }) => places.includes(start)));
  return isSaid ? [] : [told(target, first, false)];
}

/** Said by its words, and nothing else can be meant: it is no slip of a digit, and wrong all the same. */
function isOnly(target: Figure, one: Relation, relations: readonly Relation[]): boolean {
  if (!kSure.includes(one.kind) || one.digits > kFewDigits || digitsOf(target) < 2) return false;
  const alike = relations.filter(({ kind, digits }) => kind === one.kind && digits <= one.digits);
  const ratio = near(target.value) / near(one.value);
  return alike.every(({ value }) => compare(value, one.value) === 0) && ratio < kNearOnly && ratio * kNearOnly > 1;
}

/** A sum of two digits that is far off is of other things. */
const isNearEnough = ({ value: printed }: Figure, { kind, value }: Relation, digits: number): boolean =>
  kind !== "sum" || digits > 2 || Math.abs(near(value) - near(printed)) <= near(printed) * kNearTotal;

/** 万 was lost or written twice, or the point went astray. */
function isPower(target: Figure, { kind, value }: Relation): boolean {
  if (kind === "ratio" || kind === "growth" || target.unit.kind === "points" || digitsOf(target) < 2) return false;
  return kPowers.some(({ n, d }) =>
    meet({ from: { n: value.n * n, d: value.d * d }, to: { n: value.n * n, d: value.d * d } }, target.range),
  );
}

function told(target: Figure, { kind, value, others, formula }: Relation, right: boolean): Finding {
  const isRate = kind === "ratio" || kind === "growth";
  const shift = { n: 10n ** BigInt(target.shift), d: 1n };
  const own = over(value, shift);
  const computed = isRate ? `${textOf(own, target.decimals)}%` : plainText(own);
  const shown = isRate ? `${textOf(own, Math.max(2, target.decimals + 1))}%` : plainText(own);
  return found(kChecks[kind], right ? "agree" : "differ", `${kind}_${right ? "agrees" : "differs"}`, target, {
    arithmetic: `${formula} = ${shown}`,
    others,
    args: { printed: target.text, computed, gap: plainText(subtract(own, over(target.value, shift))) },
  });
}
