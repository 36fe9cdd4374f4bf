// SPDX-License-Identifier: MIT
//
// “N 项指标均达标” against what follows: the items with their own conclusions, their number, the exception in the same
// breath, and lists that end with “等 N 个”.

import { compare, sumOf } from "../exact.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import type { Figure } from "../figures.ts";
import type { Sentence } from "../text.ts";

const kItem = /^指标([一二三四五六七八九十]+|\d+)[:：、.]/;
const kConclusion =
  /(?:自评|评估|自查)?(?:结论|结果)(?:为)?[:：]?\s*[“"]?((?:基本|未|不|尚未)?(?:达标|合格|达到标准|符合))/;
const kClaim =
  /(?:均|全部|都)已?(?:达标|达到(?:了)?(?:[^，。；]{0,10})?(?:标准|要求)|合格|符合[^，。；]{0,6}(?:标准|要求))|100%达标|项项达标/;
const kException =
  /(?:未达标|不达标|未达到|没有达到|尚未达|除[^，。]{1,12}外|基本达标|达到[^，。；]{0,8}标准(?:的)?\d+%以上|低于(?:评估)?标准)/;

interface Item {
  readonly number: number;
  readonly name: string;
  readonly sentence: Sentence;
  readonly conclusion: { readonly words: string; readonly sentence: Sentence; readonly from: number } | null;
}

type Paragraphs = Pick<Reading, "paragraphs">;

interface Group {
  /** Index of the paragraph before its first item. */
  readonly from: number;
  readonly items: Item[];
}

const kDigits = "零一二三四五六七八九";
/** 一 to 九十九: items are not more. */
export function ordinal(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const [ten = "", one = ""] = words.includes("十") ? words.split("十") : ["0", words];
  const tens = words.includes("十") ? (ten === "" ? 1 : kDigits.indexOf(ten)) : 0;
  return tens * 10 + (one === "" ? 0 : kDigits.indexOf(one));
}

/** Numbered items with conclusions; a number that is not higher than the one before begins another list. */
export function groupsOf(reading: Paragraphs): Group[] {
  const known = kKnown.get(reading);
  if (known !== undefined) return known;
  const groups = readGroups(reading);
  kKnown.set(reading, groups);
  return groups;
}

/** Asked for each number. */
const kKnown = new WeakMap<Paragraphs, Group[]>();

function readGroups(reading: Paragraphs): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const paragraph of reading.paragraphs) {
    const begins = kItem.exec(paragraph.text);
    const sentence = paragraph.sentences[0];
    if (begins !== null && sentence !== undefined) {
      const number = ordinal(begins[1] ?? "");
      const last: Item | undefined = open?.items.at(-1);
      if (open === null || last === undefined || number <= last.number) {
        open = { from: paragraph.number - 1, items: [] };
        groups.push(open);
      }
      open.items.push({ number, name: begins[0].slice(0, -1), sentence, conclusion: null });
    } else if (/^[（(]?[一二三四五六七八九十]+[)）、]/.test(paragraph.text) && paragraph.text.length < 40) open = null;
    const item = open?.items.at(-1);
    if (open === null || item === undefined || item.conclusion !== null) continue;
    for (const one of paragraph.sentences) {
      const said = kConclusion.exec(one.text);
      if (said === null) continue;
      open.items[open.items.length - 1] = {
        ...item,
        conclusion: { words: said[1] ?? "", sentence: one, from: said.index },
      };
      break;
    }
  }
  return groups;
}

/** What stands before a place in its clause. */
const clauseOf = (text: string, at: number): string =>
  text
    .slice(0, at)
    .split(/[，,；;。]/)
    .at(-1) ?? "";

/** “54 所学校全部达标，另 2 所……”, “全部达标的学校 76 所”: not said of all there are. */
function ofSome(reading: Reading, sentence: Sentence, claim: RegExpExecArray): boolean {
  const clause = clauseOf(sentence.text, claim.index);
  if (
    /^有\d/.test(clause) ||
    /^的(?:学校|小学|初中|县|区|乡镇|只|仅|有|共|\d)/.test(sentence.text.slice(claim.index + claim[0].length))
  )
    return true;
  // “62 所学校中，全部达标 59 所”
  if (/^的?\d+所/.test(sentence.text.slice(claim.index + claim[0].length))) return true;
  const schools = (one: Figure): boolean => one.unit.id === "所" && one.bound === null && one.decimals === 0;
  const at = sentence.start + claim.index;
  const said = reading.of(sentence).filter((one) => schools(one) && one.start < at && one.start >= at - clause.length);
  if (said.length === 0) return false;
  const last = said.at(-1)!;
  // “74 所学校中 72 所全部达标”
  if (/(?<![初高])中/.test(reading.text.slice(said.at(-2)?.end ?? last.start, last.start))) return true;
  const many = sumOf(said.map((one) => one.value));
  const all = reading.figures.filter((one) => schools(one) && !said.includes(one)).map((one) => one.value);
  return all.some((one) => compare(one, many) > 0);
}

const isMet = (words: string): boolean => !/^(?:基本|未|不|尚未)/.test(words);

export function checkAllMet(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const groups = groupsOf(reading).filter((group) => group.items.length >= 2);
  for (const sentence of reading.sentences) {
    const claim = kClaim.exec(sentence.text);
    if (
      claim === null ||
      kItem.test(sentence.text) ||
      ofSome(reading, sentence, claim) ||
      /确保|力争|目标|应当?/.test(clauseOf(sentence.text, claim.index))
    )
      continue;
    const count = reading
      .of(sentence)
      .filter((one) => one.unit.id === "项" && one.start < sentence.start + claim.index)
      .at(-1);
    const at = { sentence, from: claim.index, to: claim.index + claim[0].length };
    const rest = sentence.text.slice(claim.index + claim[0].length);
    const exception = kException.exec(rest);
    if (exception !== null) {
      findings.push(found("all_met", "differ", "met_but", at, { args: { claim: claim[0], exception: exception[0] } }));
    }
    if (count === undefined || exception !== null) continue;
    const group = groups.find((one) => one.from >= sentence.paragraph - 1 && one.from <= sentence.paragraph + 2);
    if (group !== undefined) findings.push(...againstItems(count, group));
  }
  for (const group of groups) findings.push(...gapsIn(group));
  findings.push(...enumerations(reading));
  return findings;
}

function againstItems(count: Figure, group: Group): Finding[] {
  const judged = group.items.filter((item) => item.conclusion !== null);
  const failing = judged.filter((item) => !isMet(item.conclusion!.words));
  const findings: Finding[] = failing.map((item) =>
    found("all_met", "differ", "met_not_item", count, {
      args: { claim: count.text, item: item.name, conclusion: item.conclusion!.words },
      arithmetic: `${item.name}：${item.conclusion!.words}`,
    }),
  );
  const right = count.value.n === BigInt(group.items.length);
  if (!right)
    findings.push(
      found("all_met", "differ", "items_differ", count, {
        args: { printed: count.text, computed: String(group.items.length) },
      }),
    );
  else if (failing.length === 0)
    findings.push(
      found(
        "all_met",
        judged.length === group.items.length ? "agree" : "undecided",
        judged.length === group.items.length ? "met_agrees" : "met_unknown",
        count,
        {
          args: { claim: count.text, computed: String(judged.length) },
        },
      ),
    );
  return findings;
}

/** 指标三 and then 指标五. */
function gapsIn(group: Group): Finding[] {
  return group.items.flatMap((item, at) => {
    const before = group.items[at - 1];
    return before === undefined || item.number === before.number + 1
      ? []
      : [
          found(
            "lost",
            "differ",
            "number_jumps",
            { sentence: item.sentence, from: 0, to: item.name.length },
            {
              args: { before: before.name, after: item.name },
            },
          ),
        ];
  });
}

/** Places beside each other are all that are meant, with and without 等. */
const kPlaces = /(?:[^，,；;。：:\d、和]{1,6}[区县市乡镇][、和]){2,}[^，,；;。：:\d、和]{1,6}[区县市乡镇](?:这|共)?$/;

/** “涪陵区、渝中区……等 12 个区”: named things are counted. */
function enumerations(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const figure of reading.figures) {
    if (!figure.unit.counted || figure.decimals > 0 || figure.shift > 0 || figure.bound !== null || figure.vague)
      continue;
    const before = reading.text.slice(figure.sentence.start, figure.start);
    const listed = /([^，,；;。：:\d]*、[^，,；;。：:\d]*?)等?(?:共|这)?$/.exec(before);
    const behind = reading.text.slice(figure.end, figure.end + 10);
    const isPlain = kPlaces.test(before) && /^[区县市乡镇街单]/.test(behind);
    if (listed === null || !(isPlain || /等(?:共|这)?$/.test(before))) continue;
    // 等 behind some of many
    if (/^(?:多|余)/.test(behind)) continue;
    let words = (listed[1] ?? "").replace(/等(?:共|这)?$/, "");
    for (const title of reading.rules.titles) words = words.replace(title, "甲");
    if (/[（(]/.test(words)) continue;
    const count = words.split("、").length + (words.match(/[^、](?:和|与|及|以及)[^、]+$/)?.length ?? 0);
    const wanted = Number(figure.value.n);
    if (wanted < 2 || wanted > 60 || count < 2) continue;
    // and: a name may hold 和; one more or less is not sure then
    const plain = words.split("、").length;
    const right = wanted === count || wanted === plain;
    if (right)
      findings.push(
        found("all_met", "agree", "list_agrees", figure, { args: { printed: figure.text, computed: String(wanted) } }),
      );
    else if (Math.abs(wanted - count) <= 3)
      findings.push(
        found("all_met", "differ", "list_differs", figure, {
          args: { printed: figure.text, computed: String(count) },
          arithmetic: words,
        }),
      );
  }
  return findings;
}
