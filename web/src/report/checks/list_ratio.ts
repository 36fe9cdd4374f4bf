// SPDX-License-Identifier: MIT
//
// Shares in lists: counts beside their shares in the same order, lists beside lists, and shares that should make up 100 %.

import { type Exact, compare, near, over, sumOf, textOf, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, type Series, found } from "../reading.ts";
import { isSlip } from "../slip.ts";
import { alike, kHalfSaid, trimmed } from "../subjects.ts";
import { sameUnit } from "../units.ts";
import { clauseBefore, isGrowth } from "./clause.ts";
import { division, gives, isCount, kShareOf } from "./share.ts";

const kHundred: Exact = { n: 100n, d: 1n };
/** So near 100 % they are meant to make it up. */
const kNearWhole = 3;
const kGrade = /^[、，,][^，,；;。\d]{1,8}$/;

export function checkListRatios(reading: Reading): Finding[] {
  return [...reading.series.flatMap((series) => listRatios(reading, series)), ...shareRuns(reading)];
}

/** “市县占比 74.8%，上级占比 26.2%”: shares with nothing between them. */
function shareRuns(reading: Reading): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    const figures = reading.of(sentence);
    return figures.flatMap((first, at) => {
      // “优秀 13.2%、良好 43.6%、及格 39.7%、不及格 3.5%”
      const graded = /(?:优秀?|非常满意|很满意|A[级等]?)[率为占]*$/.test(
        reading.text.slice(sentence.start, first.start),
      );
      const isNext = (one: Figure, before: Figure): boolean =>
        one.unit.kind === "percent" &&
        before.unit.kind === "percent" &&
        one.bound === null &&
        (graded ? kGrade : /^(?:[、和]|[，,；;、][^，,；;。\d]{0,10}占比?[为达]?)$/).test(
          reading.text.slice(before.end, one.start),
        );
      if (first.unit.kind !== "percent" || !(graded || /占/.test(clauseBefore(reading, first)))) return [];
      if (isGrowth(clauseBefore(reading, first)) || (at > 0 && isNext(first, figures[at - 1]!))) return [];
      const run = [first];
      for (const one of figures.slice(at + 1)) {
        if (!isNext(one, run.at(-1)!)) break;
        run.push(one);
      }
      const sum = sumOf(run.map((one) => one.value));
      const slack = run.reduce((all, one) => all + near(one.step) / 2, 0) + 1e-9;
      const gap = Math.abs(near(sum) - 100);
      const [beforeLast, last] = run.slice(-2);
      if (graded && !/不|差|待/.test(reading.text.slice(beforeLast!.end, last?.start))) return [];
      if (run.length < 2 || gap > kNearWhole || gap <= slack) return [];
      return [
        found("sum", "undecided", "shares_not_whole", run.at(-1)!, {
          arithmetic: `${run.map((one) => one.text).join(" + ")} = ${textOf(sum, first.decimals)}%`,
          others: run,
          args: { computed: `${textOf(sum, first.decimals)}%` },
        }),
      ];
    });
  });
}

/** “35 岁以下 1202 人，36 至 50 岁 1652 人，51 岁以上 902 人，占比依次为……”: the counts before, of what they make up. */
function sharesOfOne(reading: Reading, series: Series, clause: string): Finding[] {
  const count = series.figures.length;
  const counts = reading.before(series.figures[0]!, 1).filter(isCount);
  const parts = counts.slice(0, count).reverse();
  if (count < 2 || parts.length < count || !/^(?:占比|分别占|各占|比例)[^，,；;。\d]{0,6}$/.test(clause)) return [];
  if (parts.some((one) => one.sentence !== series.sentence || !sameUnit(one.unit, parts[0]!.unit))) return [];
  const sum = sumOf(parts.map((one) => one.value));
  const larger = counts.slice(count).filter((one) => sameUnit(one.unit, parts[0]!.unit));
  const whole =
    larger.find((one) => compare(one.value, sum) === 0) ??
    larger.find(
      (one) =>
        isSlip(one, sum) && series.figures.filter((rate, at) => gives(parts[at]!, one, rate)).length >= count - 1,
    );
  if (whole === undefined) return [];
  return series.figures.map((rate, at) => shareTold(rate, parts[at]!, whole));
}

/** “占比分别为 57.1%、24.2%、18.7%，即 52 所、22 所、17 所”: the counts behind, of what they make up. */
function sharesBehind(reading: Reading, series: Series): Finding[] {
  const last = series.figures.at(-1)!;
  const next = reading.figures[last.index + 1];
  const counts = next === undefined ? [] : (reading.listOf(next)?.figures ?? []);
  if (next === undefined || counts.length !== series.figures.length || !counts.every(isCount)) return [];
  if (!/^[，,（(](?:即|分别为|分别是|数量为|依次为)/.test(reading.text.slice(last.end, next.start))) return [];
  const sum = sumOf(counts.map((one) => one.value));
  const whole = reading
    .before(series.figures[0]!, 1)
    .find((one) => sameUnit(one.unit, next.unit) && compare(one.value, sum) === 0);
  return whole === undefined ? [] : series.figures.map((rate, at) => shareTold(rate, counts[at]!, whole));
}

function shareTold(rate: Figure, part: Figure, whole: Figure): Finding {
  const right = gives(part, whole, rate);
  return found("ratio", right ? "agree" : "differ", right ? "ratio_agrees" : "ratio_differs", rate, {
    arithmetic: division(part, whole, rate.decimals),
    others: [part, whole],
    args: { printed: rate.text, computed: `${textOf(times(over(part.value, whole.value), kHundred), rate.decimals)}%` },
  });
}

/** Lists beside lists: “…占财政支出比例分别为 14.83%、18.17%、19.79%”. */
function listRatios(reading: Reading, series: Series): Finding[] {
  const [first] = series.figures;
  if (first === undefined || first.unit.kind !== "percent" || first.bound !== null) return [];
  const clause = clauseBefore(reading, first);
  const at = clause.search(/占(?![地用比])[^占]*$/);
  const shares = [...sharesOfOne(reading, series, clause), ...sharesBehind(reading, series)];
  if (shares.length > 0 || at < 0) return shares;
  const base = trimmed((kShareOf.exec(clause)?.[1] ?? clause.slice(at + 1)).replace(/(?:的)?(?:比例|比重).*$/, ""));
  const part = trimmed(clause.slice(0, at));
  const lists = reading.series.filter(
    (one) =>
      one !== series &&
      one.figures.length === series.figures.length &&
      one.figures[0]!.unit.kind !== "percent" &&
      one.figures[0]!.start < first.start &&
      one.sentence.paragraph >= series.sentence.paragraph - 1,
  );
  const wholes = nearest(lists, base);
  const parts =
    part.length >= 2
      ? nearest(
          lists.filter((one) => one !== wholes),
          part,
        )
      : (lists.at(-1) ?? null);
  if (wholes === null || parts === null || wholes === parts)
    return [
      found("ratio", "undecided", "ratio_no_base", first, {
        args: { printed: series.figures.map((one) => one.text).join("、") },
      }),
    ];
  return series.figures.map((rate, index) => shareTold(rate, parts.figures[index]!, wholes.figures[index]!));
}

export function nearest(lists: readonly Series[], words: string): Series | null {
  const scored = lists
    .map((one) => ({ one, score: alike(words, one.words + one.before) }))
    .filter(({ score }) => score >= kHalfSaid)
    .sort((a, b) => b.score - a.score || b.one.figures[0]!.index - a.one.figures[0]!.index);
  return scored[0]?.one ?? null;
}
