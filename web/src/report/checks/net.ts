// SPDX-License-Identifier: MIT
//
// What is left over of those who came and those who went: “招聘 298 名、引进 23 名，退休 286 名，净增 35 名”.

import { compare, subtract, sumOf, textOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { between } from "./clause.ts";

const kNet = /净(增|减)(?:加|少)?了?$/;
const kCame = /招聘|招录|引进|新增|增加|调入|转入|补充|录用|考入|流入/;
const kWent = /退休|调出|转出|辞职|离职|流出|流失|减少|核减|辞退/;
const kPart = /其中/;

export function checkNets(reading: Reading): Finding[] {
  return reading.figures.flatMap((net) => {
    const way = kNet.exec(between(reading, net))?.[1];
    if (way === undefined || net.bound !== null || net.vague) return [];
    const others = reading
      .before(net)
      .filter((one) => one.sentence === net.sentence && one.unit.id === net.unit.id && one.bound === null)
      .filter((one) => !kPart.test(between(reading, one)));
    const came = others.filter((one) => kCame.test(between(reading, one)));
    const went = others.filter((one) => kWent.test(between(reading, one)));
    // of a number that is neither nobody knows whether it counts
    if (came.length === 0 || went.length === 0 || came.length + went.length !== others.length) return [];
    const [more, less] = way === "增" ? [came, went] : [went, came];
    return [told(net, more.reverse(), less.reverse())];
  });
}

function told(net: Figure, more: readonly Figure[], less: readonly Figure[]): Finding {
  const value = subtract(sumOf(more.map((one) => one.value)), sumOf(less.map((one) => one.value)));
  const right = compare(value, net.value) === 0;
  const computed = textOf(value, net.decimals);
  const formula = [more.map(({ text }) => text).join(" + "), ...less.map(({ text }) => text)].join(" − ");
  return found("growth", right ? "agree" : "differ", right ? "net_agrees" : "net_differs", net, {
    arithmetic: `${formula} = ${computed}`,
    others: [...more, ...less],
    args: { printed: net.text, computed },
  });
}
