// SPDX-License-Identifier: MIT
//
// One indicator of one stage: a dot for each school, as large as it has pupils, beside the threshold and the mean.
// Every number comes from the evaluation; here it is only placed.

import type { Standard, StageResult, Unit } from "../engine/junheng.d.ts";
import { fill } from "../words/fill.ts";
import type { LanguageId } from "../kit/language.ts";
import type { SharedWords } from "../words/shared_zh.ts";
import { scaleOf } from "./scale.ts";
import { around, shape } from "./shapes.ts";
import type { Mark } from "./shapes.ts";
import { escape, innerWidth, kColours, kTextSize, line, picture, tag, text, textWidth } from "./svg.ts";
import type { ChartFrame } from "./svg.ts";
import { swarm } from "./swarm.ts";

export interface ChartWords {
  readonly words: SharedWords;
  readonly language: LanguageId;
}

export interface StripInput {
  readonly standard: Standard;
  readonly stage: StageResult;
  /** All of the county; those of the stage that are evaluated are drawn. */
  readonly units: readonly Unit[];
  /** Id of the indicator. */
  readonly indicator: string;
}

interface School {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly pupils: number;
  readonly mark: Mark;
}

/** What the chart shows, taken out of the evaluation; the table twin is made of the same. */
export function stripOf({ standard, stage, units, indicator }: StripInput, { words, language }: ChartWords) {
  const about = standard.indicators.find((one) => one.id === indicator);
  const result = stage.indicators.find((one) => one.id === indicator);
  const schools: School[] = [];
  const unknown: string[] = [];
  for (const unit of units) {
    if (unit.status !== "evaluated" || unit.stage !== stage.stage) continue;
    const value = unit.values.find((one) => one.id === indicator);
    const name = unit.school ?? fill(words.rowNumber, { row: unit.row });
    if (value === undefined || value.value === null) unknown.push(name);
    else {
      const mark = value.verdict ?? "plain";
      schools.push({
        name,
        value: value.value,
        text: value.text ?? String(value.value),
        pupils: unit.pupils ?? 0,
        mark,
      });
    }
  }
  const unit = about?.unit[language] ?? "";
  const threshold = result?.threshold ?? null;
  return {
    title: `${words.stage[stage.stage]}${words.colon}${about?.title[language] ?? indicator}${unit === "" ? "" : fill(words.brackets, { text: unit })}`,
    schools,
    unknown,
    mean: result?.mean ?? null,
    meanText: result?.meanText ?? words.notKnown,
    threshold,
    thresholdText: about?.thresholds[stage.stage]?.text ?? (threshold === null ? words.notKnown : String(threshold)),
  };
}

/** More dots than this nobody tells apart, and placing them takes longer than a person waits. */
const kMostDots = 1200;
const kNamesListed = 12;
const kRadii = [10, 8, 6.5, 5.2, 4.1, 3.2, 2.6, 2.1];
const kHighest = 110;

export function dotStrip(input: StripInput, said: ChartWords, frame: ChartFrame): string {
  const { words, language } = said;
  const strip = stripOf(input, said);
  const { schools, unknown, mean, meanText, threshold, thresholdText } = strip;
  const marks = new Set(schools.map((school) => school.mark));
  const width = innerWidth(frame);
  const values = schools.map((school) => school.value);
  const lines = [threshold, mean].filter((value) => value !== null);
  const notes: string[] = [];
  const drawn = schools.length <= kMostDots ? schools : [];
  const { places, sizes, shifted, side, scale } = placed(drawn, [...values, ...lines], width);

  const reach =
    Math.max(24, ...places.map((place, at) => Math.abs(place.y) + around(drawn[at]?.mark ?? "plain", sizes[at] ?? 0))) +
    6;
  const captions = lines.length * (kTextSize + 6);
  const middle = captions + reach;
  const axis = middle + reach;
  const parts: string[] = [];
  for (const tick of scale.ticks) {
    const x = side + scale.at(tick.value);
    parts.push(line(x, captions, x, axis, kColours.line, { "stroke-width": 1 }));
    parts.push(text(x, axis + 17, tick.text, { "text-anchor": "middle", fill: kColours.soft }));
  }
  parts.push(line(side, axis, width - side, axis, kColours.soft));
  const caption = (value: number, words_: string, row: number, colour: string, dashes: string): void => {
    const x = side + scale.at(value);
    const long = textWidth(words_);
    // Beside its line, on the side where there is room.
    const right = x + 5 + long <= width;
    const y = row * (kTextSize + 6);
    parts.push(
      line(x, y, x, axis, colour, { "stroke-width": 2, ...(dashes === "" ? {} : { "stroke-dasharray": dashes }) }),
    );
    parts.push(
      text(right ? x + 5 : Math.max(long, x - 5), y + kTextSize, words_, {
        fill: colour,
        ...(right ? {} : { "text-anchor": "end" }),
      }),
    );
  };
  if (mean !== null) caption(mean, fill(words.chart.mean, { value: meanText }), lines.length - 1, kColours.ink, "6 4");
  if (threshold !== null)
    caption(threshold, fill(words.chart.threshold, { value: thresholdText }), 0, kColours.fail, "");
  drawn.forEach((school, at) => {
    const tip = tag("title", {}, tipOf(school, said));
    parts.push(shape(school.mark, places[at]?.x ?? 0, middle + (places[at]?.y ?? 0), sizes[at] ?? 0, tip));
  });
  const kinds = (["pass", "near", "fail"] as const).filter((kind) => marks.has(kind));
  const legend = legendOf(kinds, schools, said);
  let at = side;
  const below = axis + 42;
  for (const { kind, label } of legend) {
    parts.push(shape(kind, at + 6, below - 4, 5.2), text(at + 17, below, label));
    at += 17 + textWidth(label) + 16;
  }

  if (schools.length > 0) notes.push(words.chart.area);
  if (shifted) notes.push(words.chart.shifted);
  if (schools.length > kMostDots) notes.push(fill(words.chart.tooMany, { count: schools.length }));
  if (schools.length === 0) notes.push(words.chart.noValues);
  if (unknown.length > 0) {
    const names = unknown.slice(0, kNamesListed).join(words.listComma) + (unknown.length > kNamesListed ? "……" : "");
    notes.push(fill(words.chart.unknown, { count: unknown.length, names }));
  }
  const summary = [
    fill(words.chart.schools, { count: schools.length }),
    ...(threshold === null ? [] : [fill(words.chart.threshold, { value: thresholdText })]),
    ...(mean === null ? [] : [fill(words.chart.mean, { value: meanText })]),
    ...legend.map(({ label }) => label),
    ...(unknown.length === 0 ? [] : [fill(words.chart.unknownCount, { count: unknown.length })]),
  ].join(words.semicolon);
  return picture({
    ...frame,
    title: strip.title,
    description: summary,
    language: language === "zh" ? "zh-CN" : "en",
    notes,
    height: axis + 22 + (legend.length > 0 ? 26 : 0),
    inner: parts.join(""),
  });
}

function tipOf(school: School, { words }: ChartWords): string {
  const verdict = school.mark === "plain" ? "" : `${words.semicolon}${words.verdict[school.mark]}`;
  return escape(
    `${school.name}${words.colon}${school.text}${words.semicolon}${words.pupils} ${school.pupils}${verdict}`,
  );
}

function legendOf(kinds: readonly ("pass" | "near" | "fail")[], schools: readonly School[], { words }: ChartWords) {
  return kinds.map((kind) => ({
    kind,
    label: fill(words.chart.legend, {
      verdict: words.verdict[kind],
      count: schools.filter((school) => school.mark === kind).length,
    }),
  }));
}

const kSide = 14;
const kAside = 60;

/** As large as they fit; where many have the very same value, beside each other. */
function placed(schools: readonly School[], values: readonly number[], width: number) {
  const most = Math.max(1, ...schools.map((school) => school.pupils));
  for (const aside of [0, kAside]) {
    const side = kSide + aside;
    const scale = scaleOf(values, width - 2 * side, width / 80);
    // Many dots are tried small at once: what does not fit is found out only after placing most of them.
    const first = Math.max(0, Math.min(kRadii.length - 2, Math.floor(Math.log2(schools.length / 40))));
    for (const radius of aside === 0 ? kRadii.slice(first) : kRadii.slice(-3)) {
      const sizes = schools.map((school) => Math.max(Math.min(1.8, radius), radius * Math.sqrt(school.pupils / most)));
      const dots = schools.map((school, index) => ({
        x: side + scale.at(school.value),
        radius: around(school.mark, sizes[index] ?? 0),
      }));
      const last = aside > 0 && radius === kRadii[kRadii.length - 1];
      const places = swarm(dots, last ? Infinity : kHighest, aside);
      if (places !== null) return { places, sizes, shifted: aside > 0, side, scale };
    }
  }
  throw new Error("the last one has no limit");
}
