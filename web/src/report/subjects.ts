// SPDX-License-Identifier: MIT
//
// What a number is of: the words before it in its clause, else those behind it, with the stage that was named last. Words
// are compared by their pairs of characters, because nobody writes the same thing twice alike.

import type { Figure } from "./figures.ts";

const kBreaks = /[，,；;。：:！？\n\t]/;
const kFront =
  /^(?:[、，,；;：:）)●○■□◆★▲·—\-]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]是|其中|其|另有|还有|此外|现有|目前|截至|近[两三五]年|同时|并|且|而|含|包括|包含|分别|全[区县市]|[我本该][区县市]|[区县市](?:域内|内)|域内|共计?|合计|总计|有|和|及|与|以及|的|对|为|在(?![校编读岗职])|将|已|按|由|从|到|约|各|所有|义务教育(?:阶段|学校)?(?=.{2})|(?:19|20)\d{2}(?:[-—至](?:19|20)?\d{2,4})?(?:学年度?|年度|年底|年末|年秋季?|年)?|年[底末]?|年度)/;
const kBack =
  /(?:、|共计?|合计|总计|总数量?|人数|总量|数量|总额|总|数|分别|均|各|已|仅|只|为|有|达到了?|达|至|到|是|约|近|超过|高于|低于|不低于|不少于|不超过|提高|增加|突破|大关|的|拥有|安排|配备|设|建成|设有|其中|比例|了|实有|现有)$/;

export function trimmed(words: string): string {
  let text = words.replace(/[“”"'《》\s]/g, "").replace(/[（(][^（()）]*[）)]/g, "");
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(kFront, "").replace(kBack, "");
  }
  return text;
}

export interface Subject {
  /** The clause before the number, from the number before it. */
  readonly before: string;
  /** What follows it in its clause. */
  readonly after: string;
  /** Trimmed; empty where nothing is said. */
  readonly words: string;
  /** The clause itself says nothing: the words are of the one before. */
  readonly borrowed: boolean;
  readonly stage: "primary" | "middle" | "senior" | "";
}

const kStages: readonly (readonly [Subject["stage"], RegExp])[] = [
  ["primary", /小学(?!校(?![均舍际园]))/g],
  ["middle", /初中|中学(?!生均)/g],
  ["senior", /高中/g],
];

/** A stage and nothing else. */
export const kOnlyStage = /^(?:小学|初中|高中)(?:阶段|学段)?$/;

/** 中小学, but not the end of 其中 before 小学. */
const kBothStages = /(?<!其)中小学/g;

/** The stage that was named last. */
export function stageIn(text: string): Subject["stage"] {
  let last = -1;
  let stage: Subject["stage"] = "";
  for (const [id, pattern] of kStages)
    for (const found of text.replace(kBothStages, "　　　").matchAll(pattern))
      if (found.index > last) [last, stage] = [found.index, id];
  return stage;
}

/** Of words before: where two are named, which of them is meant is not said. */
function onlyStage(text: string): Subject["stage"] {
  const plain = text.replace(kBothStages, "");
  return kStages.filter(([, pattern]) => plain.search(pattern) >= 0).length === 1 ? stageIn(text) : "";
}

export function subjectOf(figure: Figure, figures: readonly Figure[]): Subject {
  const { sentence } = figure;
  const at = figure.start - sentence.start;
  const previous = figures[figure.index - 1];
  const from = previous?.sentence === sentence ? previous.end - sentence.start : 0;
  const between = sentence.text.slice(from, at);
  const cut = between.split(kBreaks);
  let before = (cut.at(-1) ?? "").replace(/^[（(]/, "");
  // “全区学校共有，25所”: an empty clause takes the one before it
  const empty = trimmed(before) === "" && cut.length > 1;
  if (empty) before = cut.at(-2) ?? "";
  // “教学班：1852 个” is called so
  const borrowed = empty && !/[：:]\s*$/.test(between);
  const next = figures[figure.index + 1];
  const to = next?.sentence === sentence ? next.start - sentence.start : sentence.text.length;
  const rest = sentence.text.slice(figure.end - sentence.start, to);
  const after = rest.split(kBreaks)[0] ?? "";
  const own = trimmed(before.replace(/[（(].*$/, (all) => (/[）)]/.test(all) ? all : "")));
  const behind = trimmed(after);
  // “在校生突破 10 万人大关，达到 100880 人”
  if (
    own === "" &&
    previous?.bound === "above" &&
    previous.sentence === sentence &&
    previous.unit.id === figure.unit.id
  )
    return subjectOf(previous, figures);
  const words = own.length >= 2 ? own : own + behind;
  const start = Math.max(0, sentence.text.lastIndexOf("；", at), sentence.text.lastIndexOf(";", at));
  return {
    before,
    after,
    words,
    borrowed,
    stage: stageIn(words) || onlyStage(sentence.text.slice(start, at)) || onlyStage(sentence.text.slice(0, at)),
  };
}

function pairs(text: string): Set<string> {
  const clean = text.replace(/[的了和与及、，\s（）()“”]/g, "");
  const found = new Set<string>();
  for (let at = 0; at + 1 < clean.length; at += 1) found.add(clean.slice(at, at + 2));
  return found;
}

/** How much of `part` is said in `whole`, from 0 to 1. */
export function saidIn(part: string, whole: string): number {
  const wanted = pairs(part);
  if (wanted.size === 0) return part !== "" && whole.includes(part) ? 1 : 0;
  const there = pairs(whole);
  let count = 0;
  for (const pair of wanted) if (there.has(pair)) count += 1;
  return count / wanted.size;
}
/** Half of the words: enough where nothing else is called so. */
export const kHalfSaid = 1 / 2;

/** The better of both directions: one may say more than the other. */
export const alike = (a: string, b: string): number => Math.max(saidIn(a, b), saidIn(b, a));
