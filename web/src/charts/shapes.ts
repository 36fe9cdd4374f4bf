// SPDX-License-Identifier: MIT
//
// Verdicts as shapes of the same area, so that they can be told apart without colours and in a grey print.

import type { ValueVerdict } from "../engine/junheng.d.ts";
import { kColours, pixels, tag } from "./svg.ts";

export type Mark = ValueVerdict | "plain";

/** Radius of the circle around a shape that has the area of a circle with radius 1. */
const kAround: Record<Mark, number> = { plain: 1, pass: 1, unknown: 1, near: 1.2534, fail: 1.5552 };

export function around(mark: Mark, radius: number): number {
  return kAround[mark] * radius;
}

/** Circle: meets it, or nothing to meet. Square: near. Triangle on its tip: fails. Ring: not known. */
export function shape(mark: Mark, x: number, y: number, radius: number, inner = ""): string {
  const ink = { fill: kColours[mark], "fill-opacity": "0.72", stroke: kColours[mark], "stroke-width": 0.8 };
  const reach = around(mark, radius);
  if (mark === "near") {
    const half = reach * Math.SQRT1_2;
    return tag("rect", { x: x - half, y: y - half, width: 2 * half, height: 2 * half, ...ink }, inner);
  }
  if (mark === "fail") {
    const across = (reach * Math.sqrt(3)) / 2;
    const corners = [
      [x - across, y - reach / 2],
      [x + across, y - reach / 2],
      [x, y + reach],
    ];
    return tag("polygon", { points: corners.map((corner) => corner.map(pixels).join(",")).join(" "), ...ink }, inner);
  }
  return tag("circle", { cx: x, cy: y, r: radius, ...ink, ...(mark === "unknown" ? { fill: "none" } : {}) }, inner);
}
