// SPDX-License-Identifier: MIT
//
// The door of the charts: an evaluation in, SVG or a table out.

export { coefficientBars } from "./limits.ts";
export { svgToPng } from "./png.ts";
export { dotStrip } from "./strip.ts";
export type { ChartWords, StripInput } from "./strip.ts";
export { swarm } from "./swarm.ts";
export { chartTable } from "./table.ts";
export type { ChartTable } from "./table.ts";
