// SPDX-License-Identifier: MIT
//
// What is asked of the page to evaluate something beside what it shows.

import type { Junheng, OpenRequest } from "../../engine/junheng.d.ts";
import type { Decisions } from "../../work/project.ts";

export interface TrialActions {
  engine(): Promise<Junheng>;
  /** What the shown result is of; null: of nothing that could be read. */
  request(): OpenRequest | null;
  decisions(): Decisions;
  decide(next: Decisions): void;
  /** In the line of status. */
  say(sentence: string): void;
}
