// SPDX-License-Identifier: MIT
//
// All commands, in the order of the help. A further one is a file of its own and a line here.

import type { Command } from "./command.ts";
import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { evaluate } from "./evaluate.ts";
import { merge } from "./merge.ts";
import { papers } from "./papers.ts";
import { plan } from "./plan.ts";
import { publish, seal } from "./publish.ts";
import { standards } from "./standards.ts";

export const kCommands: readonly Command[] = [evaluate, plan, papers, check, publish, seal, compare, merge, standards];
