// SPDX-License-Identifier: MIT
//
// A number as so many times what one of them has.

import { meet, times, timesRanges } from "../exact.ts";
import { type Figure, isMean } from "../figures.ts";
import type { Reading } from "../reading.ts";
import { clauseBefore } from "../checks/clause.ts";
import { whole } from "../checks/unit_per.ts";
import { periodsOf } from "../checks/unit_product.ts";
import { type Relation, isAboveZero, kNever } from "./relation.ts";
import type { Scene } from "./scene.ts";

const kBehind = 2;
const kEarlier = 3;
const kOfOne = /均|每|单价|标准|人次/;

const kTotal = /(?:共|合计|总计)[计有需]?$/;

const isMeasure = ({ unit, value }: Figure): boolean =>
  ["count", "money", "area"].includes(unit.kind) && isAboveZero(value);

const kOf: readonly (readonly [RegExp, RegExp])[] = [
  [/[生人]均|每生|每人|每名/, /^人/],
  [/校均|每校|每所/, /^[所个]$/],
  [/班均|每班/, /^[班个]$/],
];

/** What one pupil has is multiplied by pupils. */
const isOfThese = (words: string, count: Figure): boolean =>
  kOf.every(([per, unit]) => !per.test(words) || unit.test(count.unit.id));

export function productsOf(reading: Reading, scene: Scene): Relation[] {
  const { target } = scene;
  if (!isMeasure(target) || isMean(target)) return [];
  const near = [...scene.own, ...scene.behind.slice(0, kBehind), ...scene.earlier.slice(0, kEarlier)].filter(isMeasure);
  return near
    .filter((price) => price.unit.id === target.unit.id)
    .flatMap((price) =>
      near
        .filter((count) => count !== price && count.unit.counted && count.unit.id !== price.unit.id)
        .filter((count) => isOfThese(reading.subject(price).before, count))
        .flatMap((count) => {
          const isOfOne = price.unit.per === true || kOfOne.test(reading.subject(price).before);
          // “42 个班级，平均每班 44.3 人”: of what was rounded a product is no number of people to one
          const isRounded = meet(timesRanges(price.range, count.range), target.range);
          const isBeside = scene.isBeside(price) && scene.isBeside(count);
          return periodsOf(clauseBefore(reading, price)).map((often): Relation => ({
            kind: "product",
            value: times(times(price.value, count.value), whole(often)),
            others: [price, count],
            formula: `${price.text} × ${count.text}${often === 1 ? "" : ` × ${often}`}`,
            digits: !isOfOne || isRounded ? kNever : isBeside ? (kTotal.test(scene.lead) ? 2 : 3) : 4,
          }));
        }),
    );
}
