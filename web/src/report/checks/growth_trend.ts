// SPDX-License-Identifier: MIT
//
// Lists that are said to rise: 逐年增长, of all lists since the claim before.

import { compare } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, type Series, found } from "../reading.ts";
import { saidIn, trimmed } from "../subjects.ts";
import { rowsOf } from "./table_text.ts";

const kRise =
  /(?:连续|连)[两三四五六几]年(?:增长|提高|提升|增加|上升|递增)|年年(?:增长|提高|上升)|不断(?:提高|上升|增长)|节节攀升|逐[年步](?:增长|提高|提升|增加|上升|递增|攀升)|只增不减|持续(?:增长|提高|上升|增加)|连年增长|稳步(?:增长|提高|上升)/g;

/** 逐年增长: of all lists since the claim before. */
export function trends(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const sentence of reading.sentences) {
    const [claim, ...more] = [...sentence.text.matchAll(kRise)];
    if (claim === undefined) continue;
    const lists = reading.series.filter(
      (one) => one.sentence === sentence && one.figures.length >= 2 && one.figures[0]!.unit.kind !== "none",
    );
    const before = sentence.text.slice(0, claim.index);
    const rows = [claim, ...more].flatMap(({ index }) => rowsNamed(reading, sentence.text.slice(0, index)));
    for (const { figures } of [...claimed(lists, before, sentence.start + claim.index), ...rows]) {
      const fall = figures.findIndex((one, at) => at > 0 && compare(one.value, figures[at - 1]!.value) < 0);
      const at = figures[fall] ?? figures[0]!;
      findings.push(
        found("growth", fall < 0 ? "agree" : "differ", fall < 0 ? "rises" : "falls", at, {
          arithmetic: figures.map((one) => one.text).join(fall < 0 ? " ≤ " : " → "),
          others: figures,
          args: { claim: claim[0] },
        }),
      );
    }
  }
  return findings;
}

/** Rows of a table of years that are called so. */
function rowsNamed(reading: Reading, before: string): { readonly figures: readonly Figure[] }[] {
  const words = trimmed(before.split(/[，,；;。：:]/).at(-1) ?? "").replace(/(?:实现|做到|确保|保证)了?/, "");
  if (words.length < kShortestName) return [];
  return rowsOf(reading)
    .filter(({ name, cells }) => name.includes(words) && cells.size >= 2 && [...cells.keys()].every(isYear))
    .map(({ cells }) => ({ figures: [...cells.values()] }));
}

const kShortestName = 4;
const isYear = (name: string): boolean => /^(?:19|20)\d{2}$/.test(name);

/** Of which lists it is said: those that are called so, with the stages that follow them; else the last before it. */
function claimed(lists: readonly Series[], before: string, at: number): Series[] {
  const words = trimmed((before.split(/[，,；;。：:]/).at(-1) ?? "").replace(/^.*(?:实现|做到|确保|保证)了?/, ""));
  const usual = lists.filter((one) => !/增长|高于/.test(one.before));
  const own: Series[] = [];
  for (const one of usual) {
    const follows =
      own.length > 0 && /^(?:小学|初中|高中)?$/.test(one.words) && own.at(-1) === usual[usual.indexOf(one) - 1];
    if (follows || (words.length >= 2 && saidIn(words, one.before + one.words) >= 0.6)) own.push(one);
  }
  if (own.length > 0) return own;
  const last = usual.filter((one) => one.figures[0]!.start < at).at(-1);
  return words.length >= 6 ? [] : last === undefined ? usual.slice(0, 1) : [last];
}
