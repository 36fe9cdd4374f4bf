// SPDX-License-Identifier: MIT
//
// The text view, and the charts that it shows and the workbench saves; a bundle of its own, fetched when somebody first
// looks at it or saves a chart.

export { TextBody } from "./body.ts";
export { saveStrip } from "./figures.ts";
