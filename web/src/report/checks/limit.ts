// SPDX-License-Identifier: MIT
//
// Limits that are said to be met. What is asked comes from the standard; which limit a number belongs to is known by words.

import { type Exact, compare, exactOf, kZero, over, subtract, sumOf, textOf } from "../exact.ts";
import type { Bound, Figure } from "../figures.ts";
import type { Agreement, Finding } from "../finding.ts";
import { type Reading, found } from "../reading.ts";
import type { NumberLimit, RuleLimit } from "../rules.ts";
import { kHalfSaid, saidIn, stageIn, trimmed } from "../subjects.ts";
import { groupsOf } from "./all_met.ts";
import { inOrder, isInOrder } from "./limit_order.ts";
import { apart } from "./lost.ts";

const kEnough = 0.6;
/** Less is needed where it is said that something asked is met. */
const kEnoughMet = 0.4;
/** Of two limits of one item the one whose own word is there. */
const kMeant = 0.2;
const kSaidMet = /^[^，,；;。]{0,4}[，,]?(?:均|都|已|全部)*(?:达到|符合|满足|达标)[^，,；;。\d]{0,12}(?:[，,；;。]|$)/;
/** Less is needed beside what the report itself asks, which only makes a question. */
const kOwnWords = 0.25;
const kHundred: Exact = { n: 100n, d: 1n };
const isPerHead = (words: string): boolean => /生均|人均|每生|标准/.test(words) && !/共|总|安排|拨付/.test(words);
/** So short a sentence is the head of the next. */
const kHead = 14;
const kPlan = /确保|力争|目标|争取|要求[^。]{0,20}$|规划|应当|不得/;
const kNumbers = /[\d.%，、]|不低于|不少于|不超过|达到|以上|以下|低于|高于|分别|其中|全县|的/g;

const holds = (value: Exact, bound: Bound, limit: Exact): boolean => {
  const order = compare(value, limit);
  return bound === "most" ? order <= 0 : bound === "below" ? order < 0 : bound === "above" ? order > 0 : order >= 0;
};

const kSigns: Readonly<Record<string, string>> = { most: "≤", below: "<", above: ">", least: "≥" };
const broken: Readonly<Record<string, string>> = { "≤": ">", "<": "≥", ">": "≤", "≥": "<" };

/** From the percentage before it to the number, at most its sentence; of a list what stands before the list. */
function context(reading: Reading, figure: Figure): string {
  const series = reading.listOf(figure);
  const first = series?.figures[0] ?? figure;
  const before = reading
    .of(figure.sentence)
    .filter((one) => one.start < first.start && one.unit.kind === first.unit.kind && one.unit.kind !== "count")
    .at(-1);
  return reading.text.slice(before?.end ?? figure.sentence.start, first.start);
}

/** What the item that the number stands in concludes: null where it stands in none, or nothing is said. */
function conclusionAt(reading: Reading, figure: Figure): string | null {
  for (const group of groupsOf(reading))
    for (const [at, item] of group.items.entries()) {
      const end = group.items[at + 1]?.sentence.start ?? item.conclusion?.sentence.end ?? item.sentence.end;
      if (figure.start >= item.sentence.start && figure.start < end) return item.conclusion?.words ?? null;
    }
  return null;
}

/** Of what was before something was done about it, nobody claims that it meets anything. */
const kWasBefore = /(?:评估|督导|反馈|检查|验收)时|(?:整改|创建|改造|调整)(?:之)?前(?![^，,；;。]*后)/;

function agreementOf(reading: Reading, figure: Figure, right: boolean): { agreement: Agreement; conclusion: string } {
  const conclusion = conclusionAt(reading, figure);
  const admits = conclusion !== null && /^(?:基本|未|不|尚未)/.test(conclusion);
  const { paragraph, number } = figure.sentence;
  const head = reading.paragraphs[paragraph - 1]!.sentences[number - 2]?.text ?? "";
  const said =
    (head.length <= kHead && /差距|不足|短板|薄弱|问题/.test(head)) ||
    /差距|缺口|未足额|[还尚]差|未达标|不达标|未达到|(?<!不)低于[^，,；;。]{0,12}(?:标准|要求|规定)|尚有差距|存在差距|需[^，。]{0,6}整改|(?:超过|超出)[^，,；;。]{0,4}(?:标准|限值)/.test(
      figure.sentence.text,
    );
  const before = reading.text.slice(figure.sentence.start, figure.start).split(/[；;]/).at(-1)!;
  const wasBefore = kWasBefore.test(before) && !/[整改]后|目前|现|至今/.test(before);
  return {
    agreement: right ? "agree" : admits || said || wasBefore ? "undecided" : "differ",
    conclusion: conclusion ?? "",
  };
}

export function checkLimits(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const known = new Map<Figure, NumberLimit>();
  for (const figure of reading.figures) {
    if (figure.bound !== null || kPlan.test(reading.text.slice(figure.sentence.start, figure.start))) continue;
    const own = context(reading, figure);
    // “由 2019 年的 0.63、0.58 降至 0.47、0.49”: what it was is not what it is
    if (/[由从](?:[^，,；;。\d]|\d{4}年)*$/.test(own)) continue;
    // “……小学 4.8、初中 5.6”, “……低于 0.15，其中科学为 0.156”: the thing was said before
    const short = /^[、，,；;和与]?(?:(?:小学|初中)|其中.{0,6}?[为是达]?)$/.test(own);
    const words = short ? reading.text.slice(figure.sentence.start, figure.start) : own;
    const scope = reading.text.slice(figure.sentence.start, figure.start);
    // “小学各项指标校际差异系数：骨干教师 0.36，体育运动场馆面积 0.51”
    const listed = figure.unit.kind === "none" && /差异系数/.test(scope) && !/差异率/.test(scope);
    const isCoefficient = /差异系数/.test(words) || listed;
    const rule = isCoefficient ? null : ruleLimit(reading, figure, words);
    const number = isCoefficient
      ? coefficient(reading, figure, listed ? scope : words)
      : rule === null
        ? threshold(reading, figure, words)
        : null;
    if (number !== null) known.set(figure, number);
    const one =
      rule ??
      (number === null
        ? isCoefficient
          ? null
          : ownLimit(reading, figure, words)
        : toldNumber(reading, figure, number, isCoefficient));
    if (one !== null) findings.push(one);
  }
  const said = new Set(findings.map(({ place }) => place.start));
  for (const [figure, limit] of inOrder(reading, known))
    if (!said.has(figure.start))
      findings.push(toldNumber(reading, figure, limit, reading.rules.coefficients.includes(limit)));
  return [
    ...findings,
    ...gaps(reading, known),
    ...composites(reading),
    ...exceeding(reading),
    ...parted(reading),
    ...monitored(reading),
  ];
}

/** One word for what rules and reports call by several. */
const plain = (words: string): string =>
  words
    .replace(/划片|片区/g, "")
    .replace(/(?<=入学|就读)的?(?:比例|比率)/g, "率")
    .replace(/[认满][可意]率/g, (all) => `${all.slice(0, 2)}度`);

function score(limit: RuleLimit, words: string): number {
  const clause = saidIn(plain(limit.clause.replace(kNumbers, "")), plain(words));
  return Math.max(clause, ...limit.words.map((label) => saidIn(plain(label), plain(words))));
}

function ruleLimit(reading: Reading, figure: Figure, words: string): Finding | null {
  const { kind, id } = figure.unit;
  if (kind === "money" && !isPerHead(words)) return null;
  if (kind === "percent" && compare(figure.value, kHundred) > 0) return null; // said by order.ts
  if (/^\.\d/.test(reading.text.slice(figure.end))) return null; // ran together with the next
  if (kind === "percent" && /占比|各占|分别占/.test(words) && reading.listOf(figure) !== undefined) return null; // shares of a whole
  const largest = id === "人" && /(?:最大|最高)班额|班额最[大高]/.test(words);
  if (kind !== "percent" && kind !== "money" && !largest && !(kind === "none" && figure.decimals >= 2)) return null;
  const stage = stageOf(reading, figure, words);
  // 其中 is of what the sentence said before
  const whole = reading.text.slice(figure.sentence.start, figure.start);
  const best = reading.rules.limits
    .filter((one) => one.figure.unit.id === id && (one.stage === "" || one.stage === stage) && words.includes(one.must))
    .filter((one) => !largest || (one.figure.bound === "most" && one.clause.includes("班")))
    .map((limit) => {
      const own = score(limit, limit.must === "" ? words : whole);
      return { limit, score: limit.must !== "" && own >= kHalfSaid ? own + kMeant : own };
    })
    .sort((a, b) => b.score - a.score)[0];
  const met = kSaidMet.test(reading.text.slice(figure.end, figure.sentence.end));
  if (met && best !== undefined && best.score < kEnoughMet && kind === "percent") {
    const name = /[^，,；;。]{3}$/.exec(trimmed(words))?.[0] ?? "";
    if (/[率度]$/.test(name) && best.limit.clause.includes(name)) best.score = kEnoughMet;
  }
  if (best === undefined || best.score < (largest ? 0 : met ? kEnoughMet : kEnough)) return null;
  // a share of something else: “占全区在校生比例”
  if (/占全|占在校|占总|占本/.test(words.slice(-20)) && best.score < 0.8) return null;
  const { limit } = best;
  const bound = limit.figure.bound ?? "least";
  const right = holds(figure.value, bound, limit.figure.value);
  const { agreement, conclusion } = agreementOf(reading, figure, right);
  const sign = kSigns[bound]!;
  return found(
    "limit",
    agreement,
    right ? "limit_met" : agreement === "undecided" ? "limit_missed" : "limit_broken",
    figure,
    {
      arithmetic: `${figure.text} ${right ? sign : broken[sign]!} ${limit.figure.text}`,
      args: { printed: figure.text, limit: limit.figure.text, rule: limit.rule, conclusion },
    },
  );
}

function toldNumber(reading: Reading, figure: Figure, limit: NumberLimit, most: boolean): Finding {
  const order = compare(figure.value, limit.value);
  const right = most ? order <= 0 : order >= 0;
  const sign = most ? "≤" : "≥";
  const { agreement, conclusion } = agreementOf(reading, figure, right);
  return found(
    "limit",
    agreement,
    right ? "limit_met" : agreement === "undecided" ? "limit_missed" : "limit_broken",
    figure,
    {
      arithmetic: `${figure.text} ${right ? sign : broken[sign]!} ${limit.text}`,
      args: { printed: figure.text, limit: limit.text, rule: limit.title, conclusion },
    },
  );
}

const kPerPupil = /(?:生均|每百名学生(?:拥有)?)(?!.*(?:生均|每百名|[；;]))/s;

/** 生均… and 每百名学生… of a stage against the threshold of a school. */
function threshold(reading: Reading, figure: Figure, words: string): NumberLimit | null {
  // “生均教学及辅助用房面积 4.83 平方米、体育运动场馆面积 7.66 平方米”: of which the first says it for both
  if (/^[、和]/.test(words))
    words = (kPerPupil.exec(reading.text.slice(figure.sentence.start, figure.start))?.[0] ?? "") + words;
  if (kBareStage.test(reading.subject(figure).before)) words = headOf(reading, figure) + words;
  if (!/生均|每百/.test(words) || figure.unit.kind === "percent" || figure.unit.kind === "time") return null;
  const { stage, before } = reading.subject(figure);
  words = words.split(/[；;](?=[^；;]{6})/).at(-1) ?? words; // another indicator stands before a semicolon
  // “；初中相应为 5.7 人、1.2 人”: of which indicator only the list before it says
  if (isInOrder(reading, figure)) return null;
  // “每百名学生拥有高于规定学历教师 4.9 人、骨干教师 1.1 人”: the first words are of both
  const lead = /(?:生均|每百名学生(?:拥有)?)(?!.*(?:生均|每百名))/s.exec(words)?.[0] ?? "";
  const named = !/生均|每百/.test(before) && trimmed(before).length >= 4;
  const own = named ? lead + trimmed(before) : before.length >= 4 && /生均|每百/.test(before) ? before : words;
  // “小学生均教学仪器设备值 2105 元，初中生均 2417 元”: the other stage of what was said before
  const last = reading.figures[figure.index - 1];
  const bare = /^[、，,；;]?(?:小学|初中)?(?:生均|每百名学生(?:拥有)?)(?:为|达到?)?$/.test(before);
  const clause =
    bare && last?.sentence === figure.sentence && last.unit.id === figure.unit.id ? reading.subject(last).before : own;
  const said = kBareStage.test(before) ? headOf(reading, figure) + clause : clause;
  const best = reading.rules.thresholds
    .filter((one) => one.stage === stage && (figure.unit.kind === "none" || one.unit.startsWith(figure.unit.id)))
    .map((limit) => ({ limit, score: saidIn(limit.title.replace(/[（(].*?[）)]/g, ""), said) }))
    .sort((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score < 0.75) return null;
  return best.limit;
}

const kBareStage = /^[、，,；;]?(?:全[区县市])?(?:小学|初中)(?:生均|平均|每百名学生(?:拥有)?)?(?:为|达到?)?$/;
const kLongestHead = 40;

/** “指标 5：生均体育运动场馆面积。小学生均 7.82 平方米……”: what the item is of. */
function headOf(reading: Reading, figure: Figure): string {
  const [head] = reading.paragraphs[figure.sentence.paragraph - 1]!.sentences;
  return head !== undefined && head !== figure.sentence && head.text.length <= kLongestHead ? head.text : "";
}

function coefficient(reading: Reading, figure: Figure, words: string): NumberLimit | null {
  if (figure.unit.kind !== "none" || figure.decimals < 1 || compare(figure.value, { n: 5n, d: 1n }) > 0) return null;
  const { rules } = reading;
  const stage = stageOf(reading, figure, words);
  const isMean = /综合|均值|平均/.test(words) && rules.composites.length > 0;
  return (isMean ? rules.composites : rules.coefficients).find((one) => one.stage === stage) ?? null;
}

/** “分别比国家标准低 0.6 平方米和 0.4 平方米”, “超过标准 0.12” */
const kGap =
  /(?:(?:超过|超出|[高低]于|[高低]出)[^，,；;。\d]{0,4}(?:标准|要求|规定|限值|上限|下限)(?:值)?|比[^，,；;。\d]{0,6}(?:标准|要求|规定|限值)[^，,；;。\d]{0,4}(?:低|高|少|多)(?:出|了)?)$/;

/** “小学 0.62、初中 0.48，分别超过标准 0.12 和 0.03”: by how much the limit is missed. */
function gaps(reading: Reading, known: ReadonlyMap<Figure, NumberLimit>): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    const figures = reading.of(sentence);
    return figures.flatMap((first) => {
      const list = reading.listOf(first)?.figures ?? [first];
      if (list[0] !== first || !kGap.test(reading.text.slice(sentence.start, first.start))) return [];
      const judged = figures.filter((one) => one.start < first.start && known.has(one)).slice(-list.length);
      if (judged.length !== list.length || judged.at(-1)!.index + 1 !== first.index) return [];
      return list.flatMap((gap, at) => {
        const one = judged[at]!;
        const limit = known.get(one)!;
        const value = subtract(one.value, limit.value);
        const far = value.n < 0n ? { n: -value.n, d: value.d } : value;
        if (gap.unit.id !== one.unit.id) return [];
        const right = compare(far, gap.value) === 0;
        return [
          found("growth", right ? "agree" : "differ", right ? "difference_agrees" : "difference_differs", gap, {
            arithmetic: `${one.text} − ${limit.text} = ${textOf(value, Math.max(one.decimals, gap.decimals))}`,
            others: [one],
            args: { printed: gap.text, computed: textOf(far, Math.max(one.decimals, gap.decimals)) },
          }),
        ];
      });
    });
  });
}

/** “小学、初中…分别为 0.48、0.39”: by the place in the list. */
function stageOf(reading: Reading, figure: Figure, words: string): string {
  const series = reading.listOf(figure);
  const place = series?.figures.indexOf(figure) ?? -1;
  if (series !== undefined && series.figures.length === 2 && /小学[、和与]初中/.test(words))
    return place === 0 ? "primary" : "middle";
  return stageIn(words) || reading.subject(figure).stage;
}

/** Where all single coefficients of a stage are printed, their mean is what the standard of basic balance judges. */
function composites(reading: Reading): Finding[] {
  const { rules } = reading;
  const count = rules.standard?.indicators.length ?? 0;
  return rules.composites.flatMap((limit) => {
    const own = reading.figures.filter(
      (one) =>
        one.unit.kind === "none" &&
        one.decimals >= 2 &&
        reading.subject(one).stage === limit.stage &&
        /差异系数/.test(one.sentence.text) &&
        !/综合|均值/.test(one.sentence.text),
    );
    if (own.length !== count || count === 0) return [];
    const mean = over(sumOf(own.map((one) => one.value)), { n: BigInt(count), d: 1n });
    const right = compare(mean, limit.value) <= 0;
    const over1 = own.filter((one) => right && compare(one.value, limit.value) > 0);
    return [
      ...over1.map((one) =>
        found("limit", "undecided", "single_over", one, {
          arithmetic: `${one.text} > ${limit.text}`,
          args: { printed: one.text, limit: limit.text, computed: textOf(mean, 4) },
        }),
      ),
      found("limit", right ? "agree" : "differ", right ? "composite_met" : "composite_broken", own[0]!, {
        arithmetic: `(${own.map((one) => one.text).join(" + ")}) ÷ ${count} = ${textOf(mean, 4)} ${right ? "≤" : ">"} ${limit.text}`,
        others: own,
        args: { computed: textOf(mean, 4), limit: limit.text, printed: own[0]!.text },
      }),
    ];
  });
}

/** “超过 45 人的班级 342 个”: of what may not be, there is some. */
function exceeding(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const most = reading.rules.limits.filter((one) => one.figure.bound === "most");
  for (const sentence of reading.sentences) {
    const figures = reading.of(sentence);
    for (const [at, over] of figures.entries()) {
      if (over.bound !== "above") continue;
      const limit = most.find(
        (one) => one.figure.unit.id === over.unit.id && compare(one.figure.value, over.value) === 0,
      );
      // “3 所学校超过 2000 人，最大的一所 2356 人”
      const before = figures[at - 1];
      const isBefore = before?.unit.id === "所" && /^[^，,；;。]*$/.test(reading.text.slice(before.end, over.start));
      const count = isBefore ? undefined : figures[at + 1];
      if (limit === undefined || count === undefined || !count.unit.counted || count.bound !== null) continue;
      if (count.unit.id === over.unit.id) continue; // “3 所超过 2000 人，分别为 2146 人……”: how far, not how many
      const none = compare(count.value, kZero) === 0;
      const { agreement, conclusion } = agreementOf(reading, count, none);
      findings.push(
        found("limit", agreement, none ? "none_over" : "some_over", count, {
          arithmetic: `${count.text} ${none ? "=" : ">"} 0`,
          args: { printed: count.text, limit: over.text, rule: limit.rule, conclusion },
        }),
      );
    }
  }
  return findings;
}

/** What the report itself says is asked, in the same paragraph. */
function ownLimit(reading: Reading, figure: Figure, words: string): Finding | null {
  if (figure.unit.kind !== "percent") return null;
  const asked = reading
    .before(figure)
    .filter((one) => one.unit.kind === "percent" && one.bound === "least")
    .find((one) => {
      const from = reading.text.slice(one.sentence.start, one.sentence.end);
      const clause = from.split(/[，,；;。“”]/).find((part) => part.includes(one.text)) ?? "";
      return saidIn(clause.replace(kNumbers, ""), words) >= kOwnWords;
    });
  if (asked === undefined || holds(figure.value, "least", asked.value)) return null;
  return found("limit", "undecided", "own_missed", figure, {
    arithmetic: `${figure.text} < ${asked.text}`,
    others: [asked],
    args: { printed: figure.text, limit: asked.text },
  });
}

/** Gaps of a monitoring that is not the one the rule speaks of: 市级, 省级 for 国家. */
function monitored(reading: Reading): Finding[] {
  const asked = reading.rules.sentences.flatMap((rule) => /(国家)(\S{0,6}?质量监测)/.exec(rule)?.slice(0, 3) ?? []);
  const [whole = "", level = "", thing = ""] = asked;
  if (whole === "") return [];
  return reading.sentences.flatMap((sentence) => {
    const own = /([省市县区]级)(\S{0,6}?质量监测)/.exec(sentence.text);
    if (own === null || own[2] !== thing || !sentence.text.includes("差异率")) return [];
    const at = { sentence, from: own.index, to: own.index + own[0].length };
    return [found("limit", "undecided", "monitoring_other", at, { args: { text: own[0], asked: level + thing } })];
  });
}

/** Numbers that ran together, if they part where each gets one point: whether one of them would miss the limit. */
function parted(reading: Reading): Finding[] {
  const limits = reading.rules.limits.filter((one) => one.figure.unit.kind === "none");
  return reading.sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(/\d+\.\d+\.\d+(?:\.\d+)*/g)].flatMap((match) => {
      const split = apart(match[0]);
      const words = (
        sentence.text
          .slice(0, match.index)
          .split(/[；;，,]/)
          .at(-1) ?? ""
      ).replace(kNumbers, "");
      const limit = limits.find(
        (one) => saidIn(words, one.clause) >= kEnough || saidIn(one.clause.replace(kNumbers, ""), words) >= kEnough,
      );
      if (split === "" || limit === undefined) return [];
      const bound = limit.figure.bound ?? "least";
      const missing = split.split("、").filter((one) => !holds(exactOf(one), bound, limit.figure.value));
      if (missing.length === 0) return [];
      const at = { sentence, from: match.index, to: match.index + match[0].length };
      return [
        found("limit", "undecided", "limit_if_split", at, {
          arithmetic: missing.map((one) => `${one} ${broken[kSigns[bound]!]!} ${limit.figure.text}`).join("；"),
          args: { split, missing: missing.join("、"), limit: limit.figure.text, rule: limit.rule, printed: match[0] },
        }),
      ];
    }),
  );
}
