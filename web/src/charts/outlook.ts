// SPDX-License-Identifier: MIT
//
// Coefficients over years: a small picture for each indicator, all on one scale, with its limit and a line for each variant.

import type { Verdict } from "../engine/junheng.d.ts";
import type { LanguageId } from "../kit/language.ts";
import { scaleOf } from "./scale.ts";
import { shape } from "./shapes.ts";
import { clipped, innerWidth, kColours, line, picture, pixels, tag, text } from "./svg.ts";
import type { ChartFrame } from "./svg.ts";

interface YearValue {
  /** Null: not known; the line has a gap there. */
  readonly value: number | null;
  readonly verdict: Verdict | null;
}
interface YearLine {
  /** Stands at its end. */
  readonly name: string;
  readonly years: readonly YearValue[];
}
interface YearPanel {
  readonly name: string;
  readonly limit: number | null;
  readonly lines: readonly YearLine[];
}
interface OutlookInput {
  readonly title: string;
  readonly description: string;
  readonly language: LanguageId;
  readonly note: string;
  readonly panels: readonly YearPanel[];
}

const kLeast = 270;
const kHeight = 150;
const kGap = 18;
const kTop = 22;
const kBottom = 22;
const kLeft = 34;
const kRight = 48;
const kNameHeight = 13;
/** Of the lines in their order, so that they are told apart without their names, too. */
const kDashes = ["2 4", "", "8 4"];

export function outlookChart({ title, description, language, note, panels }: OutlookInput, frame: ChartFrame): string {
  const inner = innerWidth(frame);
  const columns = Math.max(1, Math.min(panels.length, Math.floor((inner + kGap) / (kLeast + kGap))));
  const width = (inner - (columns - 1) * kGap) / columns;
  const every = panels.flatMap(({ limit, lines }) => [
    limit,
    ...lines.flatMap(({ years }) => years.map(({ value }) => value)),
  ]);
  const numbers = every.filter((value) => value !== null);
  const drawn = panels.map((panel, at) =>
    tag(
      "g",
      { transform: `translate(${pixels((at % columns) * (width + kGap))} ${Math.floor(at / columns) * kHeight})` },
      panelOf(panel, width, numbers),
    ),
  );
  return picture({
    ...frame,
    title,
    description,
    language: language === "zh" ? "zh-CN" : "en",
    notes: [note],
    height: Math.ceil(panels.length / columns) * kHeight,
    inner: drawn.join(""),
  });
}

function panelOf({ name, limit, lines }: YearPanel, width: number, numbers: readonly number[]): string {
  const height = kHeight - kTop - kBottom - kGap / 2;
  const bottom = kTop + height;
  const scale = scaleOf(numbers, height, 3, true);
  const count = Math.max(2, ...lines.map(({ years }) => years.length));
  const room = width - kLeft - kRight;
  const x = (year: number): number => kLeft + (year / (count - 1)) * room;
  const y = (value: number): number => bottom - scale.at(value);
  const parts = [text(0, 12, clipped(name, width), { "font-weight": "bold" })];
  for (const { value, text: words } of scale.ticks) {
    parts.push(
      line(kLeft, y(value), kLeft + room, y(value), kColours.line),
      text(kLeft - 6, y(value) + 4, words, { "text-anchor": "end", fill: kColours.soft, "font-size": 11 }),
    );
  }
  for (let year = 0; year < count; year += 1) {
    parts.push(
      text(x(year), bottom + 15, String(year), { "text-anchor": "middle", fill: kColours.soft, "font-size": 11 }),
    );
  }
  if (limit !== null) parts.push(line(kLeft, y(limit), kLeft + room, y(limit), kColours.ink, { "stroke-width": 2.5 }));
  for (const [at, { years }] of lines.entries()) {
    for (const points of runsOf(years, x, y)) {
      parts.push(
        tag("polyline", {
          points,
          fill: "none",
          stroke: kColours.plain,
          "stroke-width": 1.6,
          "stroke-dasharray": kDashes[at % kDashes.length] === "" ? "none" : (kDashes[at % kDashes.length] ?? "none"),
        }),
      );
    }
    for (const [year, { value, verdict }] of years.entries())
      if (value !== null) parts.push(shape(verdict ?? "plain", x(year), y(value), 2.8));
  }
  return [...parts, ...namesAtEnds(lines, kLeft + room + 8, y)].join("");
}

/** The points of a line, in pieces where a value is not known. */
function runsOf(years: readonly YearValue[], x: (year: number) => number, y: (value: number) => number): string[] {
  const runs: string[][] = [[]];
  for (const [year, { value }] of years.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push(`${pixels(x(year))},${pixels(y(value))}`);
  }
  return runs.filter((points) => points.length > 1).map((points) => points.join(" "));
}

/** Names beside the last points, moved apart where lines end together. */
function namesAtEnds(lines: readonly YearLine[], x: number, y: (value: number) => number): string[] {
  const ends = lines.flatMap(({ name, years }) => {
    const value = years.at(-1)?.value ?? null;
    return value === null ? [] : [{ name, y: y(value) + 4 }];
  });
  ends.sort((one, other) => one.y - other.y);
  const middle = ends.reduce((sum, end) => sum + end.y, 0) / Math.max(1, ends.length);
  let last = -Infinity;
  for (const end of ends) {
    end.y = Math.max(end.y, last + kNameHeight);
    last = end.y;
  }
  const now = ends.reduce((sum, end) => sum + end.y, 0) / Math.max(1, ends.length);
  return ends.map((end) => text(x, end.y - (now - middle), end.name, { fill: kColours.plain, "font-size": 12 }));
}
