// SPDX-License-Identifier: MIT
//
// The coefficients of a stage beside their limits: a row for each indicator, with the verdict as shape and word.

import type { Standard, StageResult, Verdict } from "../engine/junheng.d.ts";
import { printedLimit } from "../kit/printed_limit.ts";
import { fill } from "../words/fill.ts";
import { scaleOf } from "./scale.ts";
import { shape } from "./shapes.ts";
import type { ChartWords } from "./strip.ts";
import { clipped, innerWidth, kColours, line, picture, tag, text, textWidth } from "./svg.ts";
import type { ChartFrame } from "./svg.ts";

export interface LimitsInput {
  readonly standard: Standard;
  readonly stage: StageResult;
}

interface Row {
  readonly name: string;
  readonly cv: number | null;
  readonly cvText: string;
  readonly limit: number | null;
  readonly limitText: string;
  readonly verdict: Verdict | null;
}

/** A row for each indicator; the composite one last, where it is what is judged. */
export function limitsOf(
  { standard, stage }: LimitsInput,
  { words, language }: ChartWords,
): { title: string; rows: Row[] } {
  const rows = stage.indicators.map((result): Row => {
    const about = standard.indicators.find((one) => one.id === result.id);
    return {
      name: about?.shortTitle[language] ?? result.id,
      cv: result.cv,
      cvText: result.cvText ?? words.notKnown,
      limit: result.cvLimit,
      limitText:
        result.cvLimit === null
          ? words.notKnown
          : printedLimit(about?.cvLimits[stage.stage]?.text ?? String(result.cvLimit)),
      verdict: result.verdict,
    };
  });
  if (stage.compositeLimit !== null) {
    rows.push({
      name: words.chart.composite,
      cv: stage.compositeCv,
      cvText: stage.compositeCvText ?? words.notKnown,
      limit: stage.compositeLimit,
      limitText: printedLimit(standard.compositeLimits[stage.stage]?.text ?? String(stage.compositeLimit)),
      verdict: stage.verdict,
    });
  }
  return { title: fill(words.chart.limitsTitle, { stage: words.stage[stage.stage] }), rows };
}

const kRow = 26;

export function coefficientBars(input: LimitsInput, said: ChartWords, frame: ChartFrame): string {
  const { words, language } = said;
  const { title, rows } = limitsOf(input, said);
  const width = innerWidth(frame);
  const wordOf = ({ verdict, cv }: Row): string =>
    verdict === null ? (cv === null ? words.verdict.unknown : "") : words.verdict[verdict];
  const names = Math.min(width * 0.36, Math.max(...rows.map((row) => textWidth(row.name)), 0) + 2);
  const ends = rows.map((row) => `${row.cvText}  ${wordOf(row)}`.trim());
  const right = Math.max(...ends.map((end) => textWidth(end)), 0) + 26;
  const left = names + 8;
  const room = Math.max(60, width - left - right);
  const numbers = rows.flatMap((row) => [row.cv, row.limit]).filter((value) => value !== null);
  const scale = scaleOf(numbers, room, room / 48, true);
  const bottom = rows.length * kRow + 4;
  const parts = scale.ticks.flatMap((tick) => {
    const x = left + scale.at(tick.value);
    return [
      line(x, 0, x, bottom, kColours.line),
      text(x, bottom + 16, tick.text, { "text-anchor": "middle", fill: kColours.soft }),
    ];
  });
  rows.forEach((row, at) => {
    const top = at * kRow + 4;
    const base = top + 14;
    const colour = row.verdict === null ? kColours.plain : kColours[row.verdict];
    const name = clipped(row.name, names);
    parts.push(text(left - 8, base, name, { "text-anchor": "end" }));
    if (row.cv !== null) {
      parts.push(
        tag("rect", {
          x: left,
          y: top + 3,
          width: Math.max(1, scale.at(row.cv)),
          height: kRow - 12,
          fill: colour,
          "fill-opacity": "0.75",
        }),
      );
    }
    if (row.limit !== null) {
      const x = left + scale.at(row.limit);
      parts.push(line(x, top - 1, x, top + kRow - 6, kColours.ink, { "stroke-width": 3 }));
    }
    const end = left + room + 10;
    if (row.verdict !== null) parts.push(shape(row.verdict, end + 6, base - 4, 5.2));
    parts.push(
      text(end + 17, base, ends[at] ?? "", {
        fill: colour,
        ...(row.verdict === "fail" ? { "font-weight": "bold" } : {}),
      }),
    );
  });
  const judged = rows.some((row) => row.limit !== null);
  const sentence = (row: Row): string =>
    fill(words.chart.limitsRow, {
      name: row.name,
      value: row.cvText,
      limit: row.limitText,
      verdict: wordOf(row) === "" ? words.verdict.none : wordOf(row),
    });
  return picture({
    ...frame,
    title,
    description: rows.map(sentence).join(words.semicolon),
    language: language === "zh" ? "zh-CN" : "en",
    notes: [...(judged ? [words.chart.limitsNote] : []), ...(rows.length === 0 ? [words.chart.noValues] : [])],
    height: bottom + 22,
    inner: parts.join(""),
  });
}
