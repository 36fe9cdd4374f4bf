// SPDX-License-Identifier: MIT
//
// Shares of what a report has said once, anywhere: “达标学校 76 所，占 81.7%” of the 93 schools of its first page, “占在校学生的
// 7%” of 4.2 万人. Which total is meant, the thing that is counted says: pupils, teachers, schools or classes.

import { compare, near, over, textOf, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { isSlip } from "../slip.ts";
import { trimmed } from "../subjects.ts";
import { sameUnit } from "../units.ts";
import { clauseBefore, isGrowth } from "./clause.ts";
import { kOther } from "./ratio_sum.ts";
import { division, gives, isCount, kHundred, kShareOf } from "./share.ts";

const kAll = "(?:义务教育(?:阶段)?|中小学|公办|在校|在岗|在编|普通|现有?|共|全部|全体)*";
const bare = (thing: string): RegExp => new RegExp(`^${kAll}(?:${thing})(?:总?人?数|总数|总量)?$`);
/** [what ends with it is counted in it, what all of them are called] */
const kThings: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:学生|在校生|新生|子女|儿童|少年|寄宿生)(?:总?人?数|总数)?$/, bare("学生|在?校?生")],
  [/教职工(?:总?人?数|总数)?$/, bare("教职工")],
  [/(?:教师|老师)(?:总?人?数|总数)?$/, bare("(?:专任)?教师")],
  [/学校(?:总?数|总量)?$|中小学(?:校)?$/, bare("学校|中小学校?")],
  [/班级(?:总?数)?$|教学班(?:总?数)?$|班额$/, bare("教学班|班级|班")],
];
const kRate = /占|率|比例|比重|覆盖|达标/;
/** What is wrong by more than so much is of something else. */
const kNear = 1.5;
/** And where nothing but 占 is said. */
const kNearUnsaid = 1.06;
const kBeside = /[，,（(](?:占比?|[^，,；;。\d占]{1,6}率)[为达到]*$/;
const kFewClauses = 1;

export function checkShares(reading: Reading, said: readonly Finding[]): Finding[] {
  const known = new Set(
    said
      .filter(({ check, code }) => code !== "ratio_no_base" && !kOther.includes(check))
      .map(({ place }) => place.start),
  );
  return reading.figures.flatMap((rate) => {
    const clause = clauseBefore(reading, rate);
    if (rate.unit.kind !== "percent" || rate.bound !== null || rate.vague || known.has(rate.start)) return [];
    if (reading.listOf(rate) !== undefined || reading.paragraphs[rate.sentence.paragraph - 1]?.cells) return [];
    if (!kRate.test(clause) || (isGrowth(clause) && !/占/.test(clause))) return [];
    const part = partOf(reading, rate);
    const whole = part === null ? null : wholeOf(reading, part, clause);
    if (part === null || whole === null) return [];
    const { total, isSaid } = whole;
    const value = times(over(part.value, total.value), kHundred);
    const right = gives(part, total, rate);
    const ratio = near(rate.value) / near(value);
    const most = isSaid ? kNear : kBeside.test(reading.text.slice(part.end, rate.start)) ? kNearUnsaid : 0;
    const isMeant = (ratio < most && ratio * most > 1) || (isSlip(rate, value) && rate.decimals > 0);
    if (!right && !isMeant) return [];
    return [
      found("ratio", right ? "agree" : "differ", right ? "ratio_agrees" : "ratio_differs", rate, {
        arithmetic: division(part, total, rate.decimals),
        others: [part, total],
        args: { printed: rate.text, computed: `${textOf(value, rate.decimals)}%` },
      }),
    ];
  });
}

/** The count before it, at most one clause away. */
function partOf(reading: Reading, rate: Figure): Figure | null {
  const [part] = reading.before(rate).filter((one) => one.sentence === rate.sentence);
  if (part === undefined || !isCount(part) || part.vague) return null;
  const clauses = reading.text.slice(part.end, rate.start).split(/[，,；;。]/).length - 1;
  return clauses > kFewClauses ? null : part;
}

/** All of the kind that the share is of, as its words say; else all of the kind that its part is one of. */
function wholeOf(reading: Reading, part: Figure, clause: string): { total: Figure; isSaid: boolean } | null {
  const base = trimmed((kShareOf.exec(clause)?.[1] ?? "").replace(/(?:总数|总量|人数)$/, ""));
  const { words, after, stage } = reading.subject(part);
  const own = base === "" ? [trimmed(after), words, trimmed(words)] : [base];
  const thing = kThings.find(([end, all]) => own.some((one) => (base === "" ? end.test(one) : all.test(one))));
  if (thing === undefined) return null;
  const totals = reading.figures.filter(
    (one) =>
      one !== part &&
      isCount(one) &&
      !one.vague &&
      sameUnit(one.unit, part.unit) &&
      compare(one.value, part.value) >= 0 &&
      reading.subject(one).stage === (base === "" ? stage : "") &&
      !reading.subject(one).borrowed &&
      thing[1].test(reading.named(one)),
  );
  const [total] = totals;
  if (total === undefined || totals.some((one) => compare(one.value, total.value) !== 0)) return null;
  return { total, isSaid: base !== "" };
}
