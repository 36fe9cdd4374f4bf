// SPDX-License-Identifier: MIT

import type { Stage } from "./junheng.d.ts";

const kNames = { primary: 0, middle: 0, senior: 0 } satisfies Record<Stage, 0>;
/** All that a column, a unit or an address can be of, from the youngest; a standard speaks of some of them. */
export const kStages = Object.keys(kNames) as readonly Stage[];

export const isStage = (value: unknown): value is Stage => kStages.some((stage) => stage === value);
