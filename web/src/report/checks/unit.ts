// SPDX-License-Identifier: MIT
//
// Units off by 10,000, seen where they cannot be hidden: sizes that no county has, a rate times its number, a total over
// its number.

import { compare, kZero, near, over, plainText, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { trimmed } from "../subjects.ts";
import { kGap } from "./order.ts";
import { between, clauseBefore } from "./clause.ts";
import { perOf, whole } from "./unit_per.ts";
import { products } from "./unit_product.ts";
import { quotients, yearly } from "./unit_quotient.ts";
import { pupilsPerTeacher } from "./unit_teachers.ts";

/** ㎡ of all schools of the largest counties together, some 10 square kilometres. */
const kLargestArea = whole(10_000_000);
/** The same in 亩. */
const kLargestLand = whole(15_000);
/** Yuan for one person in a year. */
const kLargestPerHead = whole(1_000_000);
const kLeastPay = whole(5_000);
/** People: the largest county has some three million. */
const kMostPeople = whole(20_000_000);
const kPerHead = /生均|人均|每生|每人|平均工资|工资收入|年平均/;

export function checkUnits(reading: Reading): Finding[] {
  return [
    ...sizes(reading),
    ...reading.sentences.flatMap((sentence) => products(reading, reading.of(sentence))),
    ...quotients(reading),
    ...yearly(reading),
    ...beside(reading),
    ...pupilsPerTeacher(reading),
  ];
}

function sizes(reading: Reading): Finding[] {
  return reading.figures.flatMap((figure) => {
    if (figure.bound !== null) return [];
    const own = clauseBefore(reading, figure);
    const words = /^(?:小学|初中)/.test(own) ? reading.text.slice(figure.sentence.start, figure.start) : own;
    const { id } = figure.unit;
    const isGap = kGap.test(own);
    // “按每人 1250 元的标准发放 289.25 万元”
    const paid = /元[^元]*(?:发放|拨付|支付|落实|补助|资助)[^元]*$/.test(words);
    const perHead = (kPerHead.test(words) && !paid && !/共|总|安排|拨付|投入/.test(words)) || figure.unit.per === true;
    const large =
      (id === "㎡" && compare(figure.value, kLargestArea) > 0) ||
      (id === "亩" && compare(figure.value, kLargestLand) > 0) ||
      (id === "元" && perHead && compare(figure.value, kLargestPerHead) > 0) ||
      (id === "人" && compare(figure.value, kMostPeople) > 0);
    const small =
      id === "元" &&
      !isGap &&
      /平均工资|工资收入/.test(words) &&
      !/月/.test(words) &&
      compare(figure.value, kLeastPay) < 0 &&
      compare(figure.value, kZero) > 0;
    const little = isLittle(reading, figure, words, perHead);
    if (!large && !small && !little) return [];
    const meant =
      small || little
        ? `${plainText(figure.value)}万${id}`
        : `${plainText(over(figure.value, whole(10 ** (figure.shift || 4))))}${id}`;
    const size =
      id === "㎡"
        ? `${plainText(over(figure.value, whole(1_000_000)), 2)} 平方公里`
        : `${plainText(figure.value, 2)} ${id}`;
    return [
      found("unit", "differ", "unit_size", figure, {
        arithmetic: `${figure.text} = ${size}`,
        args: { printed: figure.text, size, meant },
      }),
    ];
  });
}

const kAmount = /总?投资|投入|总[额计]|共[需计]|合计|累计|资金|全年|拨付|发放|造价|采购|预算/;
const kOfOne = /均|每|标准|定额|按|月|单价|最[高低]|以下|不足/;
/** Yuan that a county spends on a project, and ㎡ of one building or ground. */
const kLeastAmount = whole(10_000);
const kLeastGround = whole(10);
/** What a county built in a year and more. */
const kLeastBuilt = whole(100);
const kBuilt =
  /^(?:[^，,；;。\d]*[、和])?[^，,；;。\d]{0,8}(?:校舍|校地|场馆|运动场地?|用地|占地)(?:建筑)?(?:面积)?(?:达到?|共计?|约|为|合计)?$/;

/** “总投资 3780 元”, “运动场 31 片，面积 21.7 平方米”: 万 was lost. */
function isLittle(reading: Reading, figure: Figure, words: string, perHead: boolean): boolean {
  if (figure.shift > 0 || perHead || kOfOne.test(words) || compare(figure.value, kZero) <= 0) return false;
  if (figure.unit.id === "元") return kAmount.test(words) && compare(figure.value, kLeastAmount) < 0;
  if (figure.unit.id !== "㎡") return false;
  // “新增校地 412 亩、校舍 11.6 平方米”
  const own = between(reading, figure);
  if (kBuilt.test(own) && /[增扩新改]/.test(clauseBefore(reading, figure)))
    return compare(figure.value, kLeastBuilt) < 0;
  if (!/^[^，,；;。]{0,6}面积(?:达到?|共计?|约|为|合计)?$/.test(clauseBefore(reading, figure))) return false;
  const before = reading.figures[figure.index - 1];
  if (before?.sentence !== figure.sentence || !before.unit.counted || before.unit.id === "人") return false;
  return compare(figure.value, times(before.value, kLeastGround)) < 0;
}

/** “小学 1250 元、初中 1450 万元”: two stages of one thing, and digits that are near while the units are not. */
function beside(reading: Reading): Finding[] {
  return reading.figures.flatMap((one) => {
    const next = reading.figures[one.index + 1];
    if (next?.sentence !== one.sentence || next.unit.id !== one.unit.id || next.shift === one.shift) return [];
    if (!/^[，,、；;](?:初中|小学)[^，,；;。]{0,4}$/.test(reading.text.slice(one.end, next.start))) return [];
    const digits = (figure: Figure): number => near(figure.value) / 10 ** figure.shift;
    const ratio = digits(one) / digits(next);
    if (!(ratio > 1 / 4 && ratio < 4)) return [];
    // “小学 22.52 万平方米，生均 4.6 平方米；初中 14.22 万平方米”: what all have, beside what one has
    if ([one, next].filter((figure) => perOf(clauseBefore(reading, figure)) !== null).length === 1) return [];
    const [large, small] = one.shift > next.shift ? [one, next] : [next, one];
    return [
      found("unit", "differ", "same_power", large, {
        arithmetic: `${one.text} ↔ ${next.text}`,
        others: [small],
        args: { thing: trimmed(reading.subject(one).words), first: one.text, other: next.text },
      }),
    ];
  });
}
