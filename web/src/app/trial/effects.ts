// SPDX-License-Identifier: MIT
//
// Before and after, as rows of one table: the values of the school that changed with its verdict, the coefficients and
// parts that changed, and the county's verdict, which is said in any case.

import type { County, Standard, Unit, ValueVerdict, Verdict } from "../../engine/junheng.d.ts";
import type { Cell } from "../../kit/copy_table.ts";
import type { LanguageId } from "../../kit/language.ts";
import { fill } from "../../words/fill.ts";
import type { TrialWords } from "../../words/trial_zh.ts";
import { limitOf, verdictWord } from "../text/context.ts";
import type { AllWords } from "../text/context.ts";
import { distanceText } from "../text/distance.ts";

interface EffectPage {
  readonly standard: Standard;
  readonly words: AllWords & TrialWords;
  readonly language: LanguageId;
}

/** One number with its verdict, as it is and as it would be. */
interface Side {
  readonly value: number | null;
  readonly text: string | null;
  readonly verdict: ValueVerdict | null;
}

interface Verdicted {
  readonly text: string;
  readonly verdict: ValueVerdict | null;
}

const kDigitsOfCv = 4;

function verdictRow(what: string, before: Verdicted, after: Verdicted, { words }: EffectPage): Cell[] {
  const { same, turns } = words.whatIf;
  const change = before.verdict === after.verdict ? same : fill(turns, { verdict: verdictWord(words, after.verdict) });
  return [
    { text: what, heading: true },
    { text: before.text, mark: before.verdict },
    { text: after.text, mark: after.verdict },
    { text: change },
  ];
}

function numberRow(what: string, before: Side, after: Side, digits: number, { words }: EffectPage): Cell[] {
  const { same, up, down } = words.whatIf;
  const shown = ({ text, verdict }: Side): Cell => ({
    text: `${text ?? words.notKnown}${verdict === null ? "" : ` ${verdictWord(words, verdict)}`}`,
    ...(text === null ? {} : { copied: text }),
    number: true,
    mark: verdict,
  });
  let change = "";
  if (before.value !== null && after.value !== null) {
    const amount = distanceText(before.value, after.value, digits);
    change = before.value === after.value ? same : fill(after.value > before.value ? up : down, { amount });
  }
  return [{ text: what, heading: true }, shown(before), shown(after), { text: change, number: true }];
}

/** What of it stands in the text that people read. */
function digitsOf(text: string | null): number {
  return /\.(\d+)/.exec(text ?? "")?.[1]?.length ?? 0;
}

const isOther = (before: Side, after: Side): boolean =>
  before.value !== after.value || before.verdict !== after.verdict || before.text !== after.text;

function unitRows(before: Unit, after: Unit | null, page: EffectPage): Cell[][] {
  const { standard, words, language } = page;
  const stage = before.stage === null ? words.notKnown : words.stage[before.stage];
  const said = (unit: Unit | null): Verdicted => {
    if (unit === null || unit.status !== "evaluated") return { text: words.whatIf.gone, verdict: null };
    const { verdict, meeting } = unit;
    const word = verdictWord(words, verdict);
    return { text: meeting === null ? word : fill(words.whatIf.meeting, { verdict: word, meeting }), verdict };
  };
  const rows = before.values.flatMap((value) => {
    const other = after?.values.find(({ id }) => id === value.id);
    if (other === undefined || !isOther(value, other)) return [];
    const indicator = standard.indicators.find(({ id }) => id === value.id)?.title[language] ?? value.id;
    const what = fill(words.whatIf.indicator, { stage, indicator });
    return [numberRow(what, value, other, digitsOf(value.text), page)];
  });
  if (standard.unitRule !== null)
    rows.push(verdictRow(fill(words.whatIf.unit, { stage }), said(before), said(after), page));
  return rows;
}

function coefficientRows(before: County, after: County, page: EffectPage): Cell[][] {
  const { standard, words, language } = page;
  return before.stages.flatMap((was) => {
    const is = after.stages.find(({ stage }) => stage === was.stage);
    if (is === undefined) return [];
    const stage = words.stage[was.stage];
    const rows = was.indicators.flatMap((one) => {
      const other = is.indicators.find(({ id }) => id === one.id);
      const sides = [one, other].map((cv) => ({
        value: cv?.cv ?? null,
        text: cv?.cvText ?? null,
        verdict: cv?.verdict ?? null,
      })) as [Side, Side];
      if (!isOther(...sides)) return [];
      const about = standard.indicators.find(({ id }) => id === one.id);
      const limit = limitOf(about?.cvLimits[was.stage], words);
      const what = fill(words.whatIf.cv, { stage, indicator: about?.title[language] ?? one.id, limit });
      return [numberRow(what, ...sides, kDigitsOfCv, page)];
    });
    const composites = [was, is].map((one) => ({
      value: one.compositeCv,
      text: one.compositeCvText,
      verdict: one.compositeLimit === null ? null : one.verdict,
    })) as [Side, Side];
    if (isOther(...composites)) {
      const limit = limitOf(standard.compositeLimits[was.stage], words);
      rows.push(numberRow(fill(words.whatIf.composite, { stage, limit }), ...composites, kDigitsOfCv, page));
    }
    return rows;
  });
}

function partRows(before: County, after: County, page: EffectPage): Cell[][] {
  const { words, language } = page;
  const said = (verdict: Verdict): Verdicted => ({ text: verdictWord(words, verdict), verdict });
  return before.parts.flatMap(({ id, title, verdict }) => {
    const other = after.parts.find((part) => part.id === id);
    if (other === undefined || other.verdict === verdict) return [];
    return [verdictRow(title[language], said(verdict), said(other.verdict), page)];
  });
}

export function effectRows(
  before: { readonly county: County; readonly units: readonly Unit[] },
  after: { readonly county: County; readonly units: readonly (Unit | null)[] },
  page: EffectPage,
): Cell[][] {
  const { words } = page;
  const { county } = before;
  const said = ({ verdict }: County): Verdicted => ({ text: verdictWord(words, verdict), verdict });
  return [
    ...before.units.flatMap((unit, at) =>
      unit.status === "evaluated" ? unitRows(unit, after.units[at] ?? null, page) : [],
    ),
    ...coefficientRows(county, after.county, page),
    ...partRows(county, after.county, page),
    verdictRow(
      fill(words.whatIf.county, { county: county.name ?? words.wholeTable }),
      said(county),
      said(after.county),
      page,
    ),
  ];
}
