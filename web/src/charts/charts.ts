// SPDX-License-Identifier: MIT
//
// The door of the charts: an evaluation in, SVG or a table out.

export { coefficientBars } from "./limits.ts";
export type { LimitsInput } from "./limits.ts";
export { svgToPng } from "./png.ts";
export { dotStrip, kMostDots } from "./strip.ts";
export type { ChartWords, StripInput } from "./strip.ts";
export type { ChartFrame } from "./svg.ts";
export { swarm } from "./swarm.ts";
export { chartTable } from "./table.ts";
export type { ChartTable } from "./table.ts";
