// SPDX-License-Identifier: MIT
//
// Units off by 10,000, seen where they cannot be hidden: sizes that no county has, a rate times its number, a total over
// its number.

import {
  type Exact,
  type Range,
  around,
  compare,
  divideRanges,
  kZero,
  meet,
  near,
  over,
  plainText,
  scaleRange,
  textOf,
  times,
  timesRanges,
} from "../exact.ts";
import { chineseNumber } from "../chinese_number.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, countsOf, found, pupilsOf } from "../reading.ts";
import { saidIn, stageIn, trimmed } from "../subjects.ts";
import { unitAt } from "../units.ts";
import { kGap } from "./order.ts";
import { clauseBefore, clauseWithHead } from "./ratio.ts";

const whole = (count: number): Exact => ({ n: BigInt(count), d: 1n });
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

/** “总投资 3780 元”, “运动场 31 片，面积 21.7 平方米”: 万 was lost. */
function isLittle(reading: Reading, figure: Figure, words: string, perHead: boolean): boolean {
  if (figure.shift > 0 || perHead || kOfOne.test(words) || compare(figure.value, kZero) <= 0) return false;
  if (figure.unit.id === "元") return kAmount.test(words) && compare(figure.value, kLeastAmount) < 0;
  if (
    figure.unit.id !== "㎡" ||
    !/^[^，,；;。]{0,6}面积(?:达到?|共计?|约|为|合计)?$/.test(clauseBefore(reading, figure))
  )
    return false;
  const before = reading.figures[figure.index - 1];
  if (before?.sentence !== figure.sentence || !before.unit.counted || before.unit.id === "人") return false;
  return compare(figure.value, times(before.value, kLeastGround)) < 0;
}

/** Off by a power of ten: 10^4, 10^3, 10^8 and their inverses. */
function powerOff(ratio: number): number {
  for (const power of [4, -4, 8, -8, 3, -3]) if (Math.abs(ratio / 10 ** power - 1) < 0.06) return power;
  return 0;
}

const kEach = /标准|定额|单价|均价/;

/** “学生 193 人，每生 6000 元，共 115.8 万元” */
function products(reading: Reading, figures: readonly Figure[]): Finding[] {
  const totals = figures.filter(
    (one) => one.unit.kind === "money" && !one.unit.per && !one.vague && one.bound === null,
  );
  const given = new Set<Figure>(); // whose product is an amount said already
  return totals.flatMap((total) => {
    if (/增长|增加|标准|定额/.test(clauseBefore(reading, total))) return [];
    const near1 = reading
      .before(total)
      .filter((one) => one.sentence.number >= total.sentence.number - 1 || one.sentence === total.sentence);
    const all = near1.filter(
      (one) => (one.unit.counted || one.unit.kind === "area") && one.bound === null && !one.vague,
    );
    const rates = reading
      .before(total)
      .filter(
        (one) =>
          one !== total &&
          ((one.unit.kind === "money" &&
            (one.unit.per || kEach.test(clauseBefore(reading, one)) || perOf(clauseBefore(reading, one)) !== null)) ||
            (one.unit.kind === "none" && reading.text.startsWith("/", one.end))),
      );
    const tries = rates.flatMap((rate) => {
      const clause = clauseBefore(reading, rate);
      const per = perOf(clause);
      const named = per === null ? [] : all.filter(per.counts);
      const counts = named.length > 0 ? named : all.filter((one) => one.unit.counted);
      const many = /每[天日]/.test(clause) ? daysIn(reading, total, rate) : periodsOf(clause);
      return counts.flatMap((count) =>
        many.map((often) => ({ rate, count, many: often, likely: many[0], people: counts })),
      );
    });
    const told = ({ rate, count, many }: (typeof tries)[number]): Parameters<typeof found>[4] => {
      const value = times(times(rate.value, count.value), whole(many));
      return {
        arithmetic: `${rate.text} × ${count.text}${many === 1 ? "" : ` × ${many}`} = ${scaled(value, total)}`,
        others: [rate, count],
        args: { printed: total.text, computed: scaled(value, total) },
      };
    };
    const right = tries.find(
      ({ rate, count, many }) =>
        compare(rate.range.from, kZero) > 0 &&
        meet(scaleRange(timesRanges(priceOf(reading, rate), count.range), whole(many)), total.range),
    );
    if (right !== undefined) {
      given.add(right.rate);
      return [found("unit", "agree", "product_agrees", total, told(right))];
    }
    for (const one of tries) {
      const { rate, count, many, likely, people } = one;
      if (given.has(rate)) continue;
      if (compare(times(rate.value, count.value), kZero) <= 0 || compare(total.value, kZero) <= 0) continue;
      const more = told(one);
      const ratio = near(total.value) / near(times(rate.value, count.value)) / many;
      const own = rate.sentence === total.sentence && count.sentence === total.sentence && rate.bound === null;
      const tens =
        people.length === 1 &&
        rates.length === 1 &&
        [10, 0.1, 100, 0.01].some((one) => Math.abs(ratio / one - 1) < 0.01);
      if (own && (tens || powerOff(ratio) !== 0)) return [found("unit", "differ", "product_power", total, more)];
      if (own && people.length === 1 && rates.length === 1 && many === likely && ratio * 2 > 1 && ratio < 2)
        return [found("unit", "differ", "product_differs", total, more)];
    }
    return [];
  });
}

function scaled(value: Exact, like: Figure): string {
  const shift = like.shift === 0 && near(value) >= 1e6 ? 4 : like.shift;
  const word = shift === 8 ? "亿" : shift === 4 ? "万" : "";
  return `${plainText(over(value, whole(10 ** shift)), 4)}${word}${like.unit.id}`;
}

/** A mean was rounded; what is paid by a rule is paid as it is printed. */
const priceOf = (reading: Reading, rate: Figure): Range =>
  rate.shift > 0 || /均/.test(clauseBefore(reading, rate)) ? rate.range : { from: rate.value, to: rate.value };

/** How often it is paid in a year, the likeliest first: a year of school has ten months of lessons. */
function periodsOf(clause: string): readonly number[] {
  return /每月|月均|\/月/.test(clause) ? [12, 10, 1] : /每学期/.test(clause) ? [2, 1] : [1];
}

/** “每生每天 5 元，全年按 200 天计算”; unsaid, a year of school has about two hundred days. */
function daysIn(reading: Reading, total: Figure, rate: Figure): readonly number[] {
  const days = reading
    .of(total.sentence)
    .filter((one) => /[天日]$/.test(one.text) && one !== rate)
    .map((one) => Number(one.value.n / one.value.d));
  return days.length > 0 ? days : [200, 365];
}

const kPer: readonly (readonly [words: RegExp, unit: string, times: number])[] = [
  [/每百名(?:学生)?|百名学生|每百生|百生/, "人", 100],
  [/生均|人均|每生/, "人", 1],
  [/校均|平均每校|每校|平均每所/, "所", 1],
  [/班均|平均班额|平均每班|每班/, "班", 1],
  [/平均每个|每个项目/, "个", 1],
];

interface Per {
  readonly unit: string;
  readonly by: number;
  readonly counts: (figure: Figure) => boolean;
}

/** What a mean is for one of: 生均, 每百名学生, 平均每栋. */
function perOf(clause: string): Per | null {
  const known = kPer.find(([words]) => words.test(clause));
  if (known !== undefined)
    return {
      unit: known[1],
      by: known[2],
      counts: ({ unit }) => unit.id === known[1] || (known[1] === "人" && unit.id === "人次"),
    };
  const [, word = ""] = /每个?([^，,；;。年月天学期\d][^，,；;。\d]{0,3})/.exec(clause) ?? [];
  const found = unitAt(word, 0);
  if (found === null || found.unit.kind === "time") return null;
  const way = word.slice(0, found.length);
  return { unit: found.unit.id, by: 1, counts: ({ text }) => text.endsWith(way) };
}

/** “校舍 12.5 万平方米，学生 1.2 万人，生均 10.4 平方米” */
function quotients(reading: Reading): Finding[] {
  return reading.figures.flatMap((figure) => {
    if (figure.bound !== null || figure.vague || figure.unit.kind === "percent" || figure.unit.kind === "time")
      return [];
    const clause = clauseWithHead(reading, figure);
    const per = perOf(clause);
    if (per === null || reading.listOf(figure) !== undefined) return [];
    const { unit, by } = per;
    const earlier = reading
      .before(figure)
      .filter(
        (one) =>
          one.bound === null &&
          one.sentence.number >= figure.sentence.number - 1 &&
          perOf(clauseBefore(reading, one)) === null,
      );
    if (unit === "班" && figure.unit.id === "人") return classSize(reading, figure);
    const most = (all: readonly Figure[]): Figure[] => [...all].sort((a, b) => compare(b.value, a.value)).slice(0, 1);
    const { stage } = reading.subject(figure);
    const ofSchools = unit === "所" && figure.unit.id === "人" && /规模|学生|每所?(?:学?校)?$/.test(clause);
    const counts = (
      ofSchools && stage === "" ? most(reading.before(figure, 1).filter((one) => one.unit.id === "所")) : earlier
    ).filter(
      (one) =>
        per.counts(one) &&
        (unit !== "人" || /学生|生|人数/.test(reading.subject(one).words) || figure.unit.id !== "人"),
    );
    // the number of pupils is often said once, at the beginning
    if (counts.length === 0 && unit === "人") counts.push(...pupilsOf(reading));
    const totals = earlier.filter(
      (one) => sameKind(one, figure) && compare(one.value, figure.value) > 0 && !one.unit.per,
    );
    const own = stage === "" || (unit !== "人" && unit !== "所") ? [] : countsOf(reading, unit, stage);
    if (own.length > 0) counts.splice(0, counts.length, ...own);
    if (ofSchools) totals.splice(0, totals.length, ...countsOf(reading, "人", stage).slice(0, 1));
    // “公用经费 61.6 元，生均 7000 元”: less than one of its parts
    const last = reading.figures[figure.index - 1];
    if (totals.length === 0 && last?.sentence === figure.sentence && sameKind(last, figure)) totals.push(last);
    const thing = clause.replace(
      /全[区县市]|[生人校班]均|(?:平均)?每百名学生|(?:平均)?每(?:平方米|.)|学校|小学|初中|学生数?|项目|规模|拥有|平均|为|是|达到?|[的均]/g,
      "",
    );
    // “图书 282.5 万册，生均 38 册”: of what stands just before it
    const named =
      thing === ""
        ? totals.slice(0, totals[0] === last || totals[0]?.sentence === figure.sentence || ofSchools ? 1 : 0)
        : totals.filter(
            (one) =>
              saidIn(thing, reading.subject(one).words + reading.subject(one).after) >= 0.3 ||
              (one === last &&
                counts.some(
                  (count) => count.sentence === one.sentence && reading.subject(count).words.includes(thing),
                )),
          );
    const tried: { total: Figure; count: Figure; range: Range; value: Exact }[] = [];
    for (const total of named.length > 0 ? named : totals)
      for (const count of counts) {
        if (total === count) continue;
        const range = divideRanges(total.range, count.range);
        if (range === null) continue;
        tried.push({
          total,
          count,
          range: scaleRange(range, whole(by)),
          value: times(over(total.value, count.value), whole(by)),
        });
      }
    // so many things for one are rounded, though nobody has half of one
    const printed = around(figure.value, over(figure.step, whole(2)));
    const right = tried.find(({ range }) => meet(range, printed));
    // what all schools spend says nothing of one pupil of a stage
    const staged = tried.filter(({ total }) => stage === "" || reading.subject(total).stage === stage);
    const tell = ({
      total,
      count,
      value,
    }: (typeof tried)[number]): { arithmetic: string; others: Figure[]; args: Record<string, string> } => ({
      arithmetic: `${total.text} ÷ ${count.text}${by === 1 ? "" : ` × ${by}`} = ${textOf(value, Math.max(figure.decimals + 1, 2))}`,
      others: [total, count],
      args: { printed: figure.text, computed: textOf(value, figure.decimals) },
    });
    if (right !== undefined) return [found("unit", "agree", "quotient_agrees", figure, tell(right))];
    const [first] = staged;
    if (first === undefined) return [];
    const ratio = near(figure.value) / near(first.value);
    if (named.length > 0 && powerOff(ratio) !== 0)
      return [found("unit", "differ", "quotient_power", figure, tell(first))];
    return named.length > 0 &&
      (tried.length === 1 || figure.sentence === first.total.sentence || unit === "所") &&
      ratio * 2 > 1 &&
      ratio < 2
      ? [found("unit", "differ", "quotient_differs", figure, tell(first))]
      : [];
  });
}

const kYears = /(?:近|过去|这)?([二两三四五六七八九十]|\d)年(?:来|间|累计|共|以来|期间)?/;

/** “过去五年累计 63.9 亿元，年均 12.78 亿元” */
function yearly(reading: Reading): Finding[] {
  return reading.figures.flatMap((figure) => {
    const total = reading.figures[figure.index - 1];
    if (total?.sentence !== figure.sentence || total.unit.id !== figure.unit.id || figure.bound !== null) return [];
    if (!/^[，,](?:平均每年|年均)[^增提升降，,]{0,6}$/.test(reading.text.slice(total.end, figure.start))) return [];
    const words = kYears.exec(reading.text.slice(figure.sentence.start, total.start))?.[1];
    const years = words === undefined ? null : /\d/.test(words) ? whole(Number(words)) : chineseNumber(words);
    if (years === null || years.n < 2n) return [];
    const value = over(total.value, years);
    const right = meet(scaleRange(total.range, { n: years.d, d: years.n }), figure.range);
    const shift = { n: 10n ** BigInt(figure.shift), d: 1n };
    return [
      found("unit", right ? "agree" : "differ", right ? "quotient_agrees" : "quotient_differs", figure, {
        arithmetic: `${total.text} ÷ ${plainText(years)} = ${scaled(value, figure)}`,
        others: [total],
        args: { printed: figure.text, computed: textOf(over(value, shift), figure.decimals) },
      }),
    ];
  });
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

const sameKind = (one: Figure, figure: Figure): boolean =>
  one.unit.id === figure.unit.id || (figure.unit.kind === "none" && one.unit.counted);

/** 平均班额: all pupils over all classes, where both are said. */
function classSize(reading: Reading, figure: Figure): Finding[] {
  const { stage } = reading.subject(figure);
  const [pupils] = countsOf(reading, "人", stage);
  const near1 = reading
    .before(figure, 1)
    .find(
      (one) =>
        one.bound === null &&
        reading.subject(one).stage === stage &&
        (one.unit.id === "班" || (one.unit.id === "个" && /班/.test(reading.named(one)))),
    );
  const classes = near1 ?? countsOf(reading, "班", stage)[0];
  if (pupils === undefined || classes === undefined) return [];

  const range = divideRanges(pupils.range, classes.range);
  if (range === null) return [];
  const right = meet(range, around(figure.value, over(figure.step, whole(2))));
  const value = over(pupils.value, classes.value);
  return [
    found("unit", right ? "agree" : "differ", right ? "quotient_agrees" : "quotient_differs", figure, {
      arithmetic: `${pupils.text} ÷ ${classes.text} = ${textOf(value, figure.decimals + 1)}`,
      others: [pupils, classes],
      args: { printed: figure.text, computed: textOf(value, figure.decimals) },
    }),
  ];
}

const kRatio = /(\d+(?:\.\d+)?) ?[:：∶] ?(\d+(?:\.\d+)?)/g;

/** 师生比 1:13.5 with the pupils and teachers of its sentence or the one before. */
function pupilsPerTeacher(reading: Reading): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    if (!/师生比|生师比/.test(sentence.text)) return [];
    const ratios = [...sentence.text.matchAll(kRatio)];
    // “小学 3520 人、初中 2394 人，师生比分别为 1:16.6 和 1:11.4”
    const [one, two] = ratios;
    const isPair =
      ratios.length === 2 &&
      /[师生]{2}比[^，,；;。]*分别[为是]?$/.test(sentence.text.slice(0, one!.index)) &&
      /小学.*初中/.test(sentence.text.slice(0, one!.index)) &&
      /^[和、与]$/.test(sentence.text.slice(one!.index + one![0].length, two!.index));
    return ratios.flatMap((match, place) => {
      const [left = "", right = ""] = [match[1], match[2]];
      const at = { sentence, from: match.index, to: match.index + match[0].length };
      if (/(?:(?<![生师])比|较|由|从)(?:[^，,；;。\d]|(?:19|20)\d{2}年)*$/.test(sentence.text.slice(0, match.index)))
        return []; // what it was
      const printed = left === "1" ? right : right === "1" ? left : "";
      if (printed === "") return [];
      const earlier = reading.figures.filter(
        (one) =>
          one.start < sentence.start + match.index &&
          one.sentence.paragraph === sentence.paragraph &&
          one.sentence.number >= sentence.number - 1 &&
          one.unit.id === "人",
      );
      const own = (one: Figure, words: RegExp): boolean => words.test(reading.subject(one).words);
      const clause =
        sentence.text
          .slice(0, match.index)
          .split(/[，,；;]/)
          .at(-1) ?? "";
      // “小学教师 1685 人，师生比为 1:17”: the stage is that of the teachers
      const last = earlier.filter((one) => one.sentence === sentence && own(one, /教师/)).at(-1);
      const stage = isPair
        ? (["primary", "middle"] as const)[place]
        : stageIn(clause) || (last === undefined ? "" : stageIn(reading.subject(last).words));
      // “其中小学 1495 人、初中 985 人；小学师生比 1:15.7”: the pupils of the stage are said elsewhere
      const ofStage = (one: Figure): boolean => reading.subject(one).stage === stage;
      const teachers =
        stage === ""
          ? earlier.filter((one) => own(one, /教师/)).at(-1)
          : (earlier.filter((one) => ofStage(one) && own(one, /教师|^小学$|^初中$/)).at(-1) ??
            reading.figures.find(
              (one) => ofStage(one) && one.unit.id === "人" && /^(?:小学|初中)专任教师$/.test(reading.named(one)),
            ));
      const pupils =
        stage === ""
          ? (earlier.filter((one) => reading.subject(one).stage === "" && own(one, /学生|在校生/)).at(-1) ??
            pupilsOf(reading)[0])
          : reading.figures.find(
              (one) =>
                one.unit.id === "人" &&
                ofStage(one) &&
                /^(?:小学|初中)(?:阶段)?(?:在校)?(?:学生|生)?$/.test(reading.named(one)),
            );
      if (teachers === undefined || pupils === undefined) return [];
      if (compare(pupils.value, teachers.value) <= 0) return [];
      const range = divideRanges(pupils.range, teachers.range);
      if (range === null) return [];
      const decimals = printed.split(".")[1]?.length ?? 0;
      const half = 1 / (2 * 10 ** decimals);
      const value = over(pupils.value, teachers.value);
      const right1 = near(range.from) - half <= Number(printed) && near(range.to) + half >= Number(printed);
      return [
        found("unit", right1 ? "agree" : "differ", right1 ? "quotient_agrees" : "quotient_differs", at, {
          arithmetic: `${pupils.text} ÷ ${teachers.text} = ${textOf(value, decimals + 1)}`,
          others: [pupils, teachers],
          args: { printed: match[0], computed: textOf(value, decimals) },
        }),
      ];
    });
  });
}
