// SPDX-License-Identifier: MIT
//
// Coefficients of a stage over years: a row for each indicator, a dot for each year, the limit across. The last year is
// filled and has the shape of its verdict; those before are rings, and a line leads from each to the next.

import type { Verdict } from "../engine/junheng.d.ts";
import { scaleOf } from "./scale.ts";
import { shape } from "./shapes.ts";
import { clipped, innerWidth, kColours, line, picture, tag, text, textWidth } from "./svg.ts";
import type { ChartFrame } from "./svg.ts";

export interface YearsRow {
  readonly name: string;
  /** One for each year, the last is the one that is shown; null: not known. */
  readonly values: readonly (number | null)[];
  readonly limit: number | null;
  readonly verdict: Verdict | null;
  /** What stands behind the row. */
  readonly said: string;
}

interface YearsInput {
  readonly title: string;
  readonly rows: readonly YearsRow[];
  /** How the picture is read. */
  readonly note: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
}

const kRow = 26;
const kRing = 5;

export function yearsChart({ rows, ...about }: YearsInput, frame: ChartFrame): string {
  const width = innerWidth(frame);
  const names = Math.min(width * 0.36, Math.max(...rows.map(({ name }) => textWidth(name)), 0) + 2);
  const right = Math.max(...rows.map(({ said }) => textWidth(said)), 0) + 20;
  const left = names + 8;
  const room = Math.max(60, width - left - right);
  const numbers = rows.flatMap(({ values, limit }) => [...values, limit]).filter((value) => value !== null);
  const scale = scaleOf(numbers, room, room / 48, true);
  const bottom = rows.length * kRow + 4;
  const parts = scale.ticks.flatMap((tick) => {
    const x = left + scale.at(tick.value);
    return [
      line(x, 0, x, bottom, kColours.line),
      text(x, bottom + 16, tick.text, { "text-anchor": "middle", fill: kColours.soft }),
    ];
  });
  rows.forEach(({ name, values, limit, verdict, said }, at) => {
    const middle = at * kRow + 14;
    parts.push(text(left - 8, middle + 4, clipped(name, names), { "text-anchor": "end" }));
    if (limit !== null) {
      const x = left + scale.at(limit);
      parts.push(line(x, middle - 11, x, middle + 11, kColours.ink, { "stroke-width": 3 }));
    }
    const dots = values.map((value) => (value === null ? null : left + scale.at(value)));
    dots.forEach((x, year) => {
      const before = dots[year - 1];
      if (x !== null && typeof before === "number")
        parts.push(line(before, middle, x, middle, kColours.soft, { "stroke-width": 2 }));
    });
    dots.forEach((x, year) => {
      if (x === null) return;
      if (year === dots.length - 1) parts.push(shape(verdict ?? "plain", x, middle, kRing + 1));
      else
        parts.push(
          tag("circle", {
            cx: x,
            cy: middle,
            r: kRing,
            fill: kColours.ground,
            stroke: kColours.soft,
            "stroke-width": 2,
          }),
        );
    });
    parts.push(text(left + room + 12, middle + 4, said));
  });
  return picture({ ...frame, ...about, notes: [about.note], height: bottom + 22, inner: parts.join("") });
}
