// SPDX-License-Identifier: MIT
//
// Counties side by side: the verdict of each, its coefficients with their distance to the limit, and its name as the door
// to all that is said of it. In the order of the table: it is no ranking.

import type { Summary } from "../../engine/junheng.d.ts";
import type { Cell } from "../../kit/copy_table.ts";
import { element } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import type { AllWords, TextContext } from "./context.ts";
import { limitOf, verdictWord } from "./context.ts";
import { distanceDigits } from "./distance.ts";
import { longTable } from "./long_table.ts";
import type { Making } from "./pieces.ts";

/** What is judged of each county in its coefficients. */
interface Judged {
  readonly head: string;
  readonly limit: number;
  cv(county: number): number;
  verdict(county: number): number | undefined;
}

function judgedOf(summary: Summary, context: TextContext): Judged[] {
  const { words, language, standard } = context;
  const { stages, indicators, limits, byStage, byIndicator } = summary;
  const titled = (stage: number, indicator: string, limit: string): string => {
    const id = stages[stage];
    return fill(words.counties.head, { stage: id === undefined ? "" : words.stage[id], indicator, limit });
  };
  const judged: Judged[] = [];
  for (let stage = 0; stage < stages.length; stage += 1) {
    const id = stages[stage];
    if (id === undefined) continue;
    for (let at = 0; at < indicators.length; at += 1) {
      const place = stage * indicators.length + at;
      const limit = limits.cv[place] ?? NaN;
      if (Number.isNaN(limit)) continue;
      const about = standard.indicators.find((one) => one.id === indicators[at]);
      const each = (county: number): number => county * stages.length * indicators.length + place;
      judged.push({
        head: titled(stage, about?.shortTitle[language] ?? "", limitOf(about?.cvLimits[id], words)),
        limit,
        cv: (county) => byIndicator.cv[each(county)] ?? NaN,
        verdict: (county) => byIndicator.verdict[each(county)],
      });
    }
    const limit = limits.compositeCv[stage] ?? NaN;
    if (Number.isNaN(limit)) continue;
    const each = (county: number): number => county * stages.length + stage;
    judged.push({
      head: titled(stage, words.chart.composite, limitOf(standard.compositeLimits[id], words)),
      limit,
      cv: (county) => byStage.compositeCv[each(county)] ?? NaN,
      verdict: (county) => byStage.verdict[each(county)],
    });
  }
  return judged;
}

function distanceCell(summary: Summary, one: Judged, county: number, words: AllWords): Cell {
  const cv = one.cv(county);
  const verdict = summary.codes.verdict[one.verdict(county) ?? -1] ?? null;
  if (Number.isNaN(cv)) return { text: words.notKnown, number: true, mark: verdict };
  const apart = Math.abs(cv - one.limit);
  const digits = distanceDigits(apart);
  const said = cv > one.limit ? words.counties.over : words.counties.within;
  const shown = cv.toFixed(digits);
  return {
    text: fill(said, { cv: shown, distance: apart.toFixed(digits) }),
    copied: shown,
    number: true,
    mark: verdict,
  };
}

/** `open`: a county's door was used. */
export function* countiesTable(
  into: HTMLElement,
  summary: Summary,
  context: TextContext,
  open: (county: number) => void,
): Making {
  const { words } = context;
  const { codes, counties, byCounty } = summary;
  const judged = judgedOf(summary, context);
  const cells = (at: number): Cell[] => {
    const verdict = codes.verdict[byCounty.verdict[at] ?? -1] ?? null;
    return [
      { text: counties.at(at) ?? words.wholeTable, heading: true, press: () => open(at) },
      { text: verdictWord(words, verdict), mark: verdict },
      ...judged.map((one) => distanceCell(summary, one, at, words)),
    ];
  };
  into.append(element("p", {}, words.counties.hint));
  const heads = [words.county, words.conclusion, ...judged.map(({ head }) => head)];
  const rows = [...byCounty.verdict.keys()];
  yield* longTable(into, { caption: words.countiesCaption, heads, rows, cells }, words);
}
