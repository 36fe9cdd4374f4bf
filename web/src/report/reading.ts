// SPDX-License-Identifier: MIT
//
// What all checks look at: the text, its numbers, what they are of, which of them stand in one list, and the rules.

import { compare } from "./exact.ts";
import { type Figure, figuresOf } from "./figures.ts";
import type { Agreement, CheckId, Finding, ReportPlace } from "./finding.ts";
import type { Rules } from "./rules.ts";
import { type Subject, kOnlyStage, subjectOf } from "./subjects.ts";
import { inTables } from "./tables.ts";
import { type Sentence, reportText } from "./text.ts";

export interface Reading {
  readonly text: string;
  readonly paragraphs: ReturnType<typeof reportText>["paragraphs"];
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
  readonly rules: Rules;
  subject(figure: Figure): Subject;
  /** What it is of, where only its stage is said with what the whole before it is of: “教学班 1852 个（小学 1290 个……）”. */
  named(figure: Figure): string;
  /** The figures of a sentence, in its order. */
  of(sentence: Sentence): readonly Figure[];
  /** Figures before this one in its paragraph, or in the `paragraphs` before it too, nearest first. */
  before(figure: Figure, paragraphs?: number): Figure[];
  /** Lists of numbers of one kind: “88720 万元、121330 万元、128724.71 万元”. */
  readonly series: readonly Series[];
  listOf(figure: Figure): Series | undefined;
}

export interface Series {
  readonly figures: readonly Figure[];
  readonly words: string;
  /** The clause before its first number, as it stands. */
  readonly before: string;
  readonly sentence: Sentence;
}

export function read(raw: string, rules: (text: string) => Rules): Reading {
  const report = reportText(raw);
  const { figures, subjects: ofCells } = inTables(withUnitsOfLists(figuresOf(report), report.text), report.paragraphs);
  const subjects = figures.map((figure) => ofCells.get(figure.index) ?? subjectOf(figure, figures));
  const bySentence = new Map<Sentence, Figure[]>();
  for (const figure of figures) {
    const own = bySentence.get(figure.sentence) ?? [];
    own.push(figure);
    bySentence.set(figure.sentence, own);
  }
  const subject = (figure: Figure): Subject => subjects[figure.index]!;
  const named = (figure: Figure): string => {
    const { words } = subject(figure);
    if (!kOnlyStage.test(words)) return words;
    for (let at = figure.index - 1; figures[at]?.sentence === figure.sentence; at -= 1) {
      const whole = figures[at]!;
      const own = subject(whole).words;
      if (whole.unit.id === figure.unit.id && !kOnlyStage.test(own) && compare(whole.value, figure.value) > 0)
        return words + own.replace(/^(?:义务教育(?:阶段)?|中小学)/, "");
    }
    return words;
  };
  const series = seriesOf(figures, report.text, subject);
  const lists = new Map(series.flatMap((one) => one.figures.map((figure) => [figure, one] as const)));
  return {
    ...report,
    figures,
    rules: rules(report.text),
    subject,
    named,
    of: (sentence) => bySentence.get(sentence) ?? [],
    before: (figure, paragraphs = 0) => {
      const first = figure.sentence.paragraph - paragraphs;
      const found: Figure[] = [];
      for (let at = figure.index - 1; at >= 0 && figures[at]!.sentence.paragraph >= first; at -= 1)
        found.push(figures[at]!);
      return found;
    },
    series,
    listOf: (figure) => lists.get(figure),
  };
}

/** “1.2、1.3、1.5 亿元”: the unit stands at the last of them; “1.4 个、1.6 个和 0.7 个百分点”: its second half. */
function withUnitsOfLists(figures: readonly Figure[], text: string): Figure[] {
  const out = [...figures];
  for (let at = out.length - 2; at >= 0; at -= 1) {
    const [one, next] = [out[at]!, out[at + 1]!];
    const isWithout = one.unit.kind === "none" || (one.unit.id === "个" && next.unit.kind === "points");
    if (!isWithout || next.unit.kind === "none" || !isListed(one, next, text)) continue;
    const own = figuresScaled(one, next);
    out[at] = own;
  }
  return out;
}

function figuresScaled(one: Figure, next: Figure): Figure {
  const by = 10n ** BigInt(next.shift - one.shift < 0 ? 0 : next.shift - one.shift);
  const scale = (value: Figure["value"]): Figure["value"] => ({ n: value.n * by, d: value.d });
  return {
    ...one,
    unit: next.unit,
    shift: next.shift,
    value: scale(one.value),
    step: scale(one.step),
    range: { from: scale(one.range.from), to: scale(one.range.to) },
  };
}

/** Also “2021年为97.2%，2022年为98.1%”. */
const kListed = /^ ?(?:[、,，和与及→]|[、,，；;→]?(?:19|20)\d{2}年为?) ?$/;
const isListed = (one: Figure, next: Figure, text: string): boolean =>
  one.sentence === next.sentence && kListed.test(text.slice(one.end, next.start));

function seriesOf(figures: readonly Figure[], text: string, subject: (figure: Figure) => Subject): Series[] {
  const found: Series[] = [];
  let run: Figure[] = [];
  const close = (): void => {
    const [first] = run;
    if (first !== undefined && run.length >= 2)
      found.push({
        figures: run,
        words: subject(first).words,
        before: subject(first).before,
        sentence: first.sentence,
      });
    run = [];
  };
  for (const figure of figures) {
    const last = run.at(-1);
    if (last !== undefined && !(last.unit.id === figure.unit.id && isListed(last, figure, text))) close();
    run.push(figure);
  }
  close();
  return found;
}

function placeOf(figure: Figure): ReportPlace {
  const { paragraph, number: sentence } = figure.sentence;
  return { paragraph, sentence, start: figure.start, end: figure.end };
}

function placeIn(sentence: Sentence, from: number, to: number): ReportPlace {
  return {
    paragraph: sentence.paragraph,
    sentence: sentence.number,
    start: sentence.start + from,
    end: sentence.start + to,
  };
}

interface More {
  readonly args?: Record<string, string>;
  readonly arithmetic?: string;
  readonly others?: readonly Figure[];
}

export function found(
  check: CheckId,
  agreement: Agreement,
  code: string,
  at: Figure | { readonly sentence: Sentence; readonly from: number; readonly to: number },
  { args = {}, arithmetic = "", others = [] }: More = {},
): Finding {
  const place = "index" in at ? placeOf(at) : placeIn(at.sentence, at.from, at.to);
  return {
    check,
    agreement,
    code,
    args,
    arithmetic,
    place,
    others: others.map(placeOf),
    sentence: at.sentence.text.trim(),
  };
}

const kBare =
  /^(?:独立设置的|普通|公办)?(?:小学|初中|初级中学)?(?:阶段)?(?:在校|有教学|教学)?(?:学生|生|学校|班级|班)?$/;

/** What a stage has of pupils (人), schools (所) or classes (班), said without anything that narrows it. */
export function countsOf(reading: Reading, unit: string, stage: Subject["stage"]): Figure[] {
  if (stage === "" && unit === "人") return pupilsOf(reading);
  return reading.figures.filter((one) => {
    const { stage: own, borrowed } = reading.subject(one);
    const words = reading.named(one);
    const classes = unit === "班" && one.unit.id === "个" && words.includes("班");
    return (
      (one.unit.id === unit || classes) &&
      own === stage &&
      one.bound === null &&
      !borrowed &&
      words !== "" &&
      kBare.test(words)
    );
  });
}

/** The number of all pupils, which is often said once, at the beginning; none where it is not said. */
export function pupilsOf(reading: Reading): Figure[] {
  const all = /^(?:义务教育(?:阶段)?)?(?:在校)?(?:学生|生)$/;
  const found = reading.figures.find(
    (one) => one.unit.id === "人" && one.bound === null && all.test(reading.subject(one).words),
  );
  return found === undefined ? [] : [found];
}
