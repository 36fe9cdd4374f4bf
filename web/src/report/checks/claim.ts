// SPDX-License-Identifier: MIT
//
// What a sentence itself says of two of its numbers: “18%，高于 20% 的要求”, “83.2%，超过国家规定的 85%”, “……为 0.13、0.18，均在
// 0.15 以内”, “13.2 万元，比公务员的 12.9 万元高 0.5 万元”.

import { compare } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import { difference } from "./growth_told.ts";
import { clauseBefore, isGrowth } from "./clause.ts";

/** From the end of the one to the begin of the other. What is not met, is not claimed. */
const kClaim =
  /^[^，,、；;。：:\d未没不尚低]{0,8}[，,]?(均|都|全部|也)?已?(?:(?:符合|满足|达到?了?|落实了?|做到了?)(?=[^，,；;。\d]*[不高低少超大小多优控]))?[^，,；;。\d未没不高低少超大小多优控达符满]{0,12}(达到?了?|符合|满足|高于|超过|大于|多于|优于|不低于|不少于|不小于|低于|少于|小于|不高于|不多于|不大于|不超过|控制在|在)了?[^，,；;。\d]{0,24}$/;
const kStage = /[，,、](?:小学|初中)[^，,；;。\d]{0,6}$/;
const kAsked = /^[^，,；;。]{0,4}的?[^，,；;。]{0,6}(?:要求|标准|规定|目标|底线|红线)/;
const kMost = /^(?:低于|少于|小于|不高于|不多于|不大于|不超过|控制在|在)$/;
/** “62.4%，高于全省平均水平（58.9%）3.5 个百分点” */
const kThan =
  /^[^，,；;。：:\d]{0,8}[，,]?(?:比|较|离|距离?|与|(高|低|多|少)于|(高|低|多|少)出)(?:[^，,；;。\d]|(?:19|20)\d{2}年)*$/;
const kMore = /^[^，,；;。\d]{0,4}?(?:(高|多|低|少)(?:出|了|于)?|(差)了?|[相还尚有](?:差|差距)(?:为|是)?)$/;

export function checkClaims(reading: Reading): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    const figures = reading.of(sentence);
    const pairs = figures.flatMap((limit, at) => {
      const one = figures[at - 1];
      if (one === undefined || limit.unit.kind === "time") return [];
      if (one.unit.kind === "points" && limit.unit.kind === "percent")
        return baseInBrackets(reading, figures[at - 2], one, limit);
      if (one.unit.id !== limit.unit.id) return [];
      // “92.5 分，比上年的 90 分提高 2.5 分，高于 85 分的要求”: it is the first that is higher
      const [first, base] = [figures[at - 3], figures[at - 2]];
      const isGap =
        first?.unit.id === one.unit.id &&
        base !== undefined &&
        kThan.test(reading.text.slice(first.end, base.start)) &&
        isGrowth(reading.text.slice(base.end, one.start));
      return [
        ...claimed(reading, isGap ? first : one, limit, one),
        ...apart(reading, one, limit, figures[at + 1]),
        ...baseInBrackets(reading, figures[at - 2], one, limit),
        ...notOver(reading, one, limit),
      ];
    });
    return [...pairs, ...enough(reading, sentence)];
  });
}

/** `last`: the number before the limit, which is `one` or how much it rose. */
const kNotOver =
  /^[^，,、；;。：:\d]{0,6}[，,](均|都|全部)?(?:没有|未|不)(?:超过|突破|超出|高于)(?:了)?[^，,；;。\d]{0,8}$/;

/** “最多的小学 1986 人，最多的初中 1944 人，均未超过 2000 人” */
function notOver(reading: Reading, last: Figure, limit: Figure): Finding[] {
  const said = kNotOver.exec(reading.text.slice(last.end, limit.start));
  if (said === null || last.bound !== null) return [];
  const all = reading
    .of(last.sentence)
    .filter((one) => one.start <= last.start && one.unit.id === last.unit.id && one.bound === null && !one.vague);
  return (said[1] === undefined ? [last] : all).map((one) => toldClaim(one, limit, "不超过", true));
}

const kShould = /应[^，,；;。\d]{0,14}$/;
const kDid = /^[^，,、；;。\d]{0,4}[，,、][^，,；;。\d]{0,8}(?:实|已|现)[^，,；;。\d]{0,10}$/;
const kEnough = /^[^，,；;。\d]{0,6}[，,；;](?:均|都|全部|已)*(?:满足|配齐|足额|达到|达标|符合)/;

/** “应配音乐教室 58 间、实配 61 间；应配美术教室 58 间、实配 56 间，全部满足要求” */
function enough(reading: Reading, sentence: Reading["sentences"][number]): Finding[] {
  const figures = reading.of(sentence);
  const pairs = figures.flatMap((should, at) => {
    const did = figures[at + 1];
    if (did === undefined || did.unit.id !== should.unit.id || !should.unit.counted || should.bound !== null) return [];
    return kShould.test(reading.subject(should).before) && kDid.test(reading.text.slice(should.end, did.start))
      ? [{ should, did }]
      : [];
  });
  const last = pairs.at(-1)?.did;
  if (last === undefined || !kEnough.test(reading.text.slice(last.end, sentence.end))) return [];
  return pairs.map(({ should, did }) => toldClaim(did, should, "不少于", false));
}

/** `word`: of the claim; `most`: it says that the number is not above the limit. */
export function toldClaim(one: Figure, limit: Figure, word: string, most: boolean): Finding {
  const order = compare(one.value, limit.value);
  const right = most ? order <= 0 : order >= 0;
  return found("order", right ? "agree" : "differ", right ? "claim_agrees" : "claim_differs", one, {
    arithmetic: `${one.text} ${order < 0 ? "<" : order > 0 ? ">" : "="} ${limit.text}`,
    others: [limit],
    args: { printed: one.text, word, limit: limit.text },
  });
}

function claimed(reading: Reading, one: Figure, limit: Figure, last: Figure): Finding[] {
  const between = kClaim.exec(reading.text.slice(last.end, limit.start).replace(/高于规定学历/g, "合格学历"));
  const behind = reading.text.slice(limit.end, limit.end + 16);
  // 每 100 名学生拥有……4.2 名
  if (/每$/.test(reading.text.slice(one.sentence.start, one.start))) return [];
  if (between === null || one.bound !== null || one.vague) return [];
  // “19 分（满分 20 分），高于 85 分的要求”: what stands in brackets is not what is compared
  if (/^[^，,；;。（(]{0,4}[）)]/.test(between[0])) return [];
  // a count is compared with no coefficient
  if (one.unit.kind === "none" && (one.decimals === 0) !== (limit.decimals === 0)) return [];
  const [, all, word = ""] = between;
  // 达到 and 在 are said of many things that are no limits
  if (/^(?:达|符合|满足)/.test(word) && !kAsked.test(behind)) return [];
  if ((word === "在" || word === "控制在") && !/^(?:以内|以下|之内)/.test(behind)) return [];
  const some = all === undefined ? (reading.listOf(one)?.figures ?? [one]) : allBefore(reading, one);
  // “符合 45 人以内的要求”
  const most =
    kMost.test(word) || (/^(?:达|符合|满足)/.test(word) && (limit.bound === "most" || limit.bound === "below"));
  return some.map((figure) => toldClaim(figure, limit, word.replace(/了$/, ""), most));
}

/** “小学为 0.11、0.09，初中为 0.13、0.18，均……” */
function allBefore(reading: Reading, last: Figure): readonly Figure[] {
  const list = reading.listOf(last)?.figures ?? [last];
  const before = reading.figures[list[0]!.index - 1];
  if (before?.sentence !== last.sentence || before.unit.id !== last.unit.id || before.bound !== null) return list;
  return kStage.test(reading.text.slice(before.end, list[0]!.start)) ? [...allBefore(reading, before), ...list] : list;
}

/** “41.2%，高出全省 3.4 个百分点（全省 37.8%）”: what it is compared with stands behind. */
function baseInBrackets(reading: Reading, one: Figure | undefined, gap: Figure, base: Figure): Finding[] {
  if (one === undefined || one.unit.id !== base.unit.id || base.bound !== null) return [];
  const word = /^[^，,；;。]{0,6}[，,]?(?:比|较)?[^，,；;。\d]{0,8}(高|低|多|少)(?:于|出)?[^，,；;。\d]{0,10}$/.exec(
    reading.text.slice(one.end, gap.start),
  )?.[1];
  if (word === undefined || !/^[（(][^，,；;。）)\d]{1,12}$/.test(reading.text.slice(gap.end, base.start))) return [];
  return [difference(gap, base, one, word === "低" || word === "少")];
}

function apart(reading: Reading, one: Figure, other: Figure, gap: Figure | undefined): Finding[] {
  const than = kThan.exec(reading.text.slice(one.end, other.start));
  if (gap === undefined || than === null) return [];
  const between = reading.text.slice(other.end, gap.start);
  const first = than[1] ?? than[2];
  const more = kMore.exec(between);
  // “离 5% 的要求差 1.9 个百分点”: what falls short is less, and of two which is less is seen
  const apartBy =
    more !== null && more[1] === undefined ? (compare(one.value, other.value) < 0 ? "低" : "高") : undefined;
  const word = first === undefined ? (more?.[1] ?? apartBy) : /^[）)]?的?$/.test(between) ? first : undefined;
  const unit = one.unit.kind === "percent" ? gap.unit.kind === "points" : gap.unit.id === one.unit.id;
  return word === undefined || !unit || isGrowth(clauseBefore(reading, gap))
    ? []
    : [difference(gap, other, one, word === "低" || word === "少")];
}
